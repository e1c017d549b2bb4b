"""Which of the numbers of a change is meant: the old level, the new one, the way between them, or what was hoped for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.check import check_text
from briefing.data import Article

_PUBLISHED = datetime(2026, 3, 12, 8, tzinfo=UTC)


def _passes(text: str, source: str) -> bool:
    return check_text(text, [Article(id="a", text=source, publisher="Post", published=_PUBLISHED)]).ok


_SUPPORTED = [
    ("The utility said its half-year profit rose by £6m to £44m.", "Harrow Water reported a half-year profit of £44m on Tuesday, £6m more than a year earlier. Revenue was £210m."),
    ("The minimum wage will be raised to 13.90 euros an hour from 12.82 euros.", "The hourly minimum wage, currently 12.82 euros, is to rise to 13.90 euros in January."),
    ("Inflation slowed to 2.1 percent in February, down from 2.6 percent the month before.", "Annual inflation eased from 2.6 percent in January to 2.1 percent in February, while food prices rose 3.4 percent."),
    ("The deficit is to shrink from 3.4 percent of GDP to 2.8 percent next year.", "Lisbon expects a budget deficit of 2.8% of gross domestic product next year, against 3.4% this year."),
    ("Sales missed analysts' forecasts of $2.7 billion by $600 million.", "The chipmaker posted sales of $2.1 billion, short of the $2.7 billion analysts had expected."),
    ("The brewer's profit was £5m below what analysts hoped for.", "The brewer's pre-tax profit of £39m was short of the £44m analysts hoped for."),
    ("The herd has halved to 1,200 animals.", "Rangers counted 1,200 elephants this year. Five years ago there were 2,400."),
    ("Emissions were down 7 percent on 2023.", "The country emitted 402 million tonnes of carbon dioxide in 2024, 7% less than in 2023."),
    ("Murders fell 15 percent last year to 340.", "There were 340 murders in the state last year, a drop of 15 percent on 2024."),
    ("The index ended 31 points down at 7,810.", "The index shed 31 points to close at 7,810. Banks lost 1.1 percent."),
    ("Gold traded at $2,327 an ounce on Monday.", "Gold rose to $2,345 an ounce on Tuesday from $2,327 on Monday."),
    ("Economists had predicted growth of 0.2 percent.", "The economy grew 0.3 percent in the first quarter, more than the 0.2 percent economists had predicted."),
    ("A year ago the supermarket had 21.3 percent of the market.", "The supermarket's market share grew to 22.7 percent from 21.3 percent a year earlier."),
    ("Attendance averaged 31,400 a match, up 2,100 on last season.", "An average of 31,400 fans came to each match, compared with 29,300 last season."),
    ("The carrier will cut its daily flights from 46 to 40.", "The carrier will operate 40 flights a day, six fewer than now."),
    ("The profit (£31m in 2024) grew to £36m.", "Pre-tax profit was £36m (2024: £31m) on sales of £402m (2024: £377m)."),
    ("Rail fares will rise 4.6 percent in March, down from 5.9 percent last year.", "Rail fares go up by 4.6 percent in March. Last year's increase was 5.9 percent."),
    ("Her lead has shrunk from nine points to four.", "The senator's lead over her rival, nine points in January, is down to four points, the poll found."),
    ("In 2024 there were 30,000 asylum applications.", "There were 24,000 asylum applications in 2025, compared with 30,000 in 2024."),
    ("The tax on cigarettes is now 5.80 euros a packet.", "The tax on a packet of cigarettes is to go up from 5.80 euros to 6.20 euros in May."),
    ("The trade deficit widened to $68.9 billion in May.", "The trade gap grew by $4.1 billion in May to $68.9 billion, as imports rose 2.3 percent."),
    ("The airline cut its forecast for operating profit to 90 million francs from 120 million.", "The airline now sees an operating profit of 90 million francs instead of 120 million."),
]  # fmt: skip
_WRONG = [
    ("The brewer's profit fell by £5m.", "The brewer's pre-tax profit of £39m was short of the £44m analysts hoped for."),
    ("The Liberals won 37 more seats than four years ago.", "The Liberals took 71 seats on Sunday. Four years ago they won 37."),
    ("The Liberals made a net gain of 41 seats.", "The Liberals gained 41 seats and lost seven."),
    ("Last year saw the most murders since 1998.", "Police recorded 340 murders last year, the lowest number since 1998."),
    ("The index ended 31 points up at 7,810.", "The index shed 31 points to close at 7,810. Banks lost 1.1 percent."),
    ("The herd has halved to 2,400 animals.", "Rangers counted 1,200 elephants this year. Five years ago there were 2,400."),
    ("Brent crude lost 75 cents to settle at $71.40 a barrel.", "Brent crude settled at $71.40 a barrel, down 90 cents. U.S. crude fell 75 cents to $67.10."),
    ("Seville was at 29.4 degrees on Monday.", "Temperatures climbed to 34.6C in Seville on Monday. The June average is 29.4C."),
    ("The district lost 4,300 pupils.", "Enrolment in the district declined from 4,550 to 4,300 over five years."),
    ("Rail fares will rise 5.9 percent in March.", "Rail fares go up by 4.6 percent in March. Last year's increase was 5.9 percent."),
    ("The economy grew 0.2 percent in the first quarter.", "The economy grew 0.3 percent in the first quarter, more than the 0.2 percent economists had predicted."),
    ("The company's sales fell by $2.1 billion.", "Sales at the chipmaker dropped to $2.1 billion in the quarter, from 2.7 billion a year ago. It employs 9,400 people."),
    ("The tax on cigarettes is now 6.20 euros a packet.", "The tax on a packet of cigarettes is to go up from 5.80 euros to 6.20 euros in May."),
    ("The shares closed 6 percent higher.", "Shares in the airline tumbled 6% to 14.20 francs after it warned on profits."),
    ("Applications for asylum declined by a fifth to 30,000.", "There were 24,000 asylum applications in 2025, a fifth fewer than the 30,000 of the year before."),
    ("A first-class stamp costs £1.85 now.", "A first-class stamp, which costs £1.70 now, will sell for £1.85 from 7 April, Royal Mail said."),
    ("The trade deficit widened to $4.1 billion in May.", "The trade gap grew by $4.1 billion in May to $68.9 billion, as imports rose 2.3 percent."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), _SUPPORTED)
def test_each_end_of_a_change_and_the_way_between_them_may_be_told(text: str, source: str) -> None:
    assert _passes(text, source)


@pytest.mark.parametrize(("text", "source"), _WRONG)
def test_no_end_of_a_change_is_told_as_another(text: str, source: str) -> None:
    assert not _passes(text, source)
