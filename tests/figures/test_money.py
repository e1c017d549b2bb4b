"""Business, money and public services: results and guidance, rates and prices, budgets, polls, trials."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.check import check_text
from briefing.data import Article

PUBLISHED = datetime(2026, 3, 12, 8, tzinfo=UTC)


def passes(claim: str, source: str) -> bool:
    return not check_text(claim, [Article("s1", source, "", published=PUBLISHED)]).failures


TOLD = [
    (
        "The economy grew 0.4% in the final quarter and 1.7% over 2025 as a whole.",
        "Gross domestic product expanded by 0.4 per cent in the three months to December, after contracting 0.1 per cent in the previous quarter. For 2025 as a whole growth was 1.7 per cent, short of the government's forecast of 2.2 per cent.",
    ),
    (
        "The retailer now expects full-year profit of £190m to £200m, up from an earlier range of £175m to £185m.",
        "Homeware chain Lindley raised its profit guidance on Thursday. It now sees annual profit between 190 and 200 million pounds, against 175 to 185 million previously. Like-for-like sales grew 4.1 per cent in the 12 weeks to 1 March, with online up 9 per cent.",
    ),
    (
        "Like-for-like sales at Lindley were up 4.1%, and online sales rose 9%.",
        "Homeware chain Lindley raised its profit guidance on Thursday. It now sees annual profit between 190 and 200 million pounds, against 175 to 185 million previously. Like-for-like sales grew 4.1 per cent in the 12 weeks to 1 March, with online up 9 per cent.",
    ),
    (
        "Yields on two-year bonds declined to 4.91%.",
        "Policymakers voted 6-3 to lower the benchmark rate to 5.25 per cent from 5.75 per cent, the first cut in two years. Three members wanted a smaller cut, to 5.5 per cent. Two-year bond yields fell to 4.91 per cent.",
    ),
    (
        "The index had stood at 4,873 before the fall.",
        "Stocks in Tallin fell for a third day. The Nordbank index shed 61 points, or 1.3 percent, to end at 4,812, while the broader market lost 0.9 percent. Shares in brewer Alm were the biggest losers, down 7.4 percent at 18.20 euros.",
    ),
    (
        "Parks currently receive $30m.",
        "Under the plan the library budget drops to $16 million next year from $18.5 million, while parks get $31 million, $1 million more than this year. Up to 40 library jobs could go.",
    ),
    (
        "The damage is put at between 140m and 190m crowns, or up to about $18m.",
        "Insurers estimate the flood damage at between 140 and 190 million crowns ($13 million to $18 million). About 3,100 claims had been filed by Friday, 2,200 of them for homes.",
    ),
    (
        "The rupee closed at 84.12 to the dollar, 18 paise weaker.",
        "The rupee lost 18 paise to settle at 84.12 against the US dollar on Friday. Foreign investors sold shares worth Rs 2,340 crore, while domestic funds bought Rs 1,975 crore.",
    ),
    (
        "Builders completed 8,400 homes, 1,600 short of the target of 10,000.",
        "Only 8,400 homes were finished in the region last year, well below the target of 10,000, the housing board said. Work began on 6,900 and permits were granted for 9,300.",
    ),
    (
        "In January 88.4% of trains ran on time, below the 91% goal.",
        "Punctuality slipped in January, when 88.4 per cent of trains arrived on time, against a target of 91 per cent. Commuter trains did best at 93.6 per cent; long-distance services managed 71.9 per cent.",
    ),
    (
        "Last week petrol cost 1.80 euros a litre.",
        "Petrol is at 1.77 euros a litre this week, three cents cheaper than last week, the motoring club said. Diesel costs 1.89 euros, a cent more.",
    ),
    (
        "Inflation slowed by half a percentage point from January.",
        "Consumer prices rose 3.4 percent in February from a year earlier, slowing from 3.9 percent in January, the statistics office said. On the month, prices were up 0.3 percent. Food cost 5.1 percent more than in February 2025.",
    ),
    (
        "Nurses will get a 5.5% raise now and a further 2% in October.",
        "Nurses accepted a two-stage pay deal on Monday: 5.5 per cent from April and another 2 per cent in October. The union, which had asked for 9 per cent, said 71 per cent of members who voted backed it.",
    ),
    (
        "The wind farm will produce 1.2 TWh a year, enough for 300,000 households.",
        "The 340-megawatt wind farm off Senja is due to deliver 1,200 gigawatt hours of power a year, enough for 300,000 homes. It will have 24 turbines and cost 9.8 billion kroner.",
    ),
    (
        "The Liberals lead the Conservatives by three points, 31% to 28%.",
        "The survey of 1,204 adults, with a margin of error of three points, puts the Liberals at 31 per cent and the Conservatives at 28. The Greens are on 17 per cent, three points higher than in December. Twelve per cent were undecided.",
    ),
]


NOT_TOLD = [
    (
        "Lindley reported annual profit of £190m to £200m.",
        "Homeware chain Lindley raised its profit guidance on Thursday. It now sees annual profit between 190 and 200 million pounds, against 175 to 185 million previously. Like-for-like sales grew 4.1 per cent in the 12 weeks to 1 March, with online up 9 per cent.",
    ),
    (
        "Calder Systems had quarterly revenue of $302m.",
        "Calder Systems posted a quarterly loss of $22 million, or 14 cents per share, wider than the 9 cents analysts had forecast. Revenue of $310 million beat expectations of $302 million.",
    ),
    (
        "Nurses will get a 9% pay rise.",
        "Nurses accepted a two-stage pay deal on Monday: 5.5 per cent from April and another 2 per cent in October. The union, which had asked for 9 per cent, said 71 per cent of members who voted backed it.",
    ),
    (
        "The average household council tax bill will be £86 a year.",
        "Councillors in Ferring approved a 4.9 per cent rise in council tax from April, adding £86 a year to the average household bill. Business rates go up 3.2 per cent. The opposition's motion to limit the rise to 3.9 per cent fell by 21 votes to 17.",
    ),
    (
        "Average rent in Skara is 12,400 crowns a month.",
        "Rents keep climbing: a two-room flat in Lomma now costs an average of 12,400 crowns a month, compared with 11,500 a year ago. In Skara the average is 8,700 crowns.",
    ),
    (
        "The producers will raise output to 137,000 barrels per day.",
        "The eight producers agreed to raise output by 137,000 barrels per day from November, less than the 411,000 some had pushed for. Brent crude rose 1.4 per cent to $65.60 a barrel.",
    ),
    (
        "Households used 9% less gas than a year earlier.",
        "Gas consumption fell in the first quarter, the regulator said: industry needed 9 per cent less than a year earlier, households 2 per cent more. Storage sites were 43 per cent full at the end of March.",
    ),
    (
        "The school has 180 pupils.",
        "From September Halden Secondary will admit 180 pupils to year seven instead of 150, the county said. It has 890 pupils and 61 teachers; four classrooms will be added for 3.2 million pounds.",
    ),
    (
        "A majority of 52% want the toll.",
        "Asked about the bridge toll, 39 percent of respondents said they were in favour, 52 percent opposed it and 9 percent had no opinion. The institute polled 2,010 people between 3 and 9 March.",
    ),
    (
        "6.3% of patients given the drug had a stroke.",
        "The trial followed 8,200 patients for three years. Strokes occurred in 4.1 percent of the group given the drug and 6.3 percent of the placebo group, a reduction in relative risk of 35 percent. The dose was 20 milligrams a day.",
    ),
    (
        "Pay including bonuses was up 4.8% on the year.",
        "The jobless rate rose to 4.6 percent from 4.4 percent in the three months to January. The number of unemployed was 1.51 million, 64,000 more than in the previous quarter, while 30.9 million people had jobs. Pay excluding bonuses was up 4.8 percent on the year.",
    ),
    (
        "Food prices were up 0.3% on the month.",
        "Consumer prices rose 3.4 percent in February from a year earlier, slowing from 3.9 percent in January, the statistics office said. On the month, prices were up 0.3 percent. Food cost 5.1 percent more than in February 2025.",
    ),
    (
        "Twelve per cent back the Greens.",
        "The survey of 1,204 adults, with a margin of error of three points, puts the Liberals at 31 per cent and the Conservatives at 28. The Greens are on 17 per cent, three points higher than in December. Twelve per cent were undecided.",
    ),
    (
        "The port received a grant of 20 million euros.",
        "The ministry granted the port of Valdo 12 million euros: 6 million for sea defences, 4 million for a fish hall and the rest for lighting. The port had applied for 20 million.",
    ),
    (
        "The wheat harvest rose 11% this year.",
        "The wheat harvest came to 4.1 million tonnes this year, 11 percent less than the 4.6 million of 2024, the farmers' union said. Yields averaged 6.8 tonnes per hectare. Barley, at 2.3 million tonnes, was unchanged.",
    ),
    (
        "The south had 18 measles cases per 100,000 people.",
        "The health institute counted 18 measles cases per 100,000 inhabitants in the northern region and 7 in the southern one. Nationwide 412 cases were reported in February, three times as many as in January.",
    ),
]


@pytest.mark.parametrize(("claim", "source"), TOLD)
def test_a_figure_of_money_or_of_the_public_is_told_in_other_words(claim: str, source: str) -> None:
    assert passes(claim, source)


@pytest.mark.parametrize(("claim", "source"), NOT_TOLD)
def test_a_figure_of_another_thing_of_the_same_report_is_refused(claim: str, source: str) -> None:
    assert not passes(claim, source)
