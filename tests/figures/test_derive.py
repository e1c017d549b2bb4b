"""Figures that follow by arithmetic, and those that do not."""

from datetime import UTC, datetime

import pytest

from briefing.check import check_text
from briefing.data import Article, Verdict

FARM = "The herd at Ovre numbers 96 cows, 40 fewer than in 2024. Milk costs 1.20 francs a litre, 0.10 francs more than at Lund."
BOAT = "The night boat leaves Tarn at 10.45 p.m., 35 minutes later than now. The crossing takes 40 minutes instead of 65."
VOTE = "The Reds won 71 per cent of the seats, eight points more than the Blues. Of the costs the town pays three-quarters, the state the rest."

QUAY = "Tickets for the quay rise by 40 cents to 5.20 euros next week. The cranes carry 36 tonnes, a third of what the old ones did in 1988."
CLUB = "Membership of the club has trebled to 96 since 2021. It owns 4,500 bricks, a quarter of those in the valley."
INN = "The inn will have three floors with 12 rooms each and a mill with nine. The road has two lanes in each direction."
PORT = "Five men and a woman were arrested at the port."
RACE = "Nevin has 88 points with two rounds left, Orlo 71. The drivers earned 9.40 euros an hour when the minimum was 11.10."
POET = "The poet died on Monday, a week before her 80th birthday."

FAIR = "The book fair is open from 7 to 12 December. Judge Varro sat on the court from 1999 to 2014."

RIGHT = [
    (FAIR, "The six-day book fair opens on 7 December.", "7 to 12 December: 6 days"),
    (FAIR, "The book fair closes on 12 December.", "last day of 7 to 12 December"),
    (INN, "The inn will have 45 rooms.", "three × 12 + nine = 45"),
    (INN, "The road has four lanes.", "2 × two = four"),
    (PORT, "Six people were arrested.", "Five and one = Six"),
    (RACE, "Nevin is 17 points ahead of Orlo.", "88 points − 71 = 17 points"),
    (
        RACE,
        "The drivers earned 1.70 euros an hour less than the minimum.",
        "11.10 − 9.40 euros an hour = 1.70 euros an hour",
    ),
    (POET, "The poet died at the age of 79.", "short of the 80th birthday"),
    (QUAY, "Tickets rise from 4.80 euros to 5.20.", "5.20 euros − 40 cents = 4.80 euros"),
    (QUAY, "In 1988 the old cranes carried 108 tonnes.", "36 tonnes ÷ a third = 108 tonnes"),
    (CLUB, "In 2021 the club had 32 members.", "96 ÷ 3 = 32"),
    (CLUB, "There are 18,000 bricks in the valley.", "4,500 ÷ a quarter = 18,000"),
    (FARM, "In 2024 the herd at Ovre numbered 136 cows.", "96 + 40 = 136"),
    (BOAT, "The night boat now leaves Tarn at 10.10 p.m.", "10.45 p.m. − 35 minutes = 10.10 p.m."),
    (BOAT, "The crossing will be 25 minutes shorter.", "65 − 40 minutes = 25 minutes"),
    (VOTE, "The Blues won 63 per cent of the seats.", "71 per cent − eight points = 63 per cent"),
    (VOTE, "The state pays a quarter of the costs.", "the rest is a quarter"),
]
WRONG = [
    (FAIR, "The book fair closes on 7 December."),
    (FAIR, "The five-day book fair opens on 7 December."),
    (FAIR, "Judge Varro sat on the court for 12 years."),
    (INN, "The mill will have 36 rooms."),
    (INN, "The road has six lanes."),
    (PORT, "Six men were arrested."),
    (RACE, "Orlo is 17 points ahead of Nevin."),
    (RACE, "The drivers earned 1.70 euros an hour more than the minimum."),
    (POET, "The poet died at the age of 80."),
    (QUAY, "Tickets rise to 4.80 euros."),
    (QUAY, "Tickets rise from 5.60 euros."),
    (QUAY, "In 1988 the old cranes carried 12 tonnes."),
    (QUAY, "The cranes carry 108 tonnes."),
    (CLUB, "The club has 32 members."),
    (CLUB, "In 2021 the club had 96 members."),
    (CLUB, "The club owns 18,000 bricks."),
    (CLUB, "The valley has 4,500 bricks."),
    (FARM, "In 2024 the herd at Ovre numbered 56 cows."),
    (FARM, "The herd at Ovre numbers 136 cows, 40 fewer than in 2024."),
    (BOAT, "The night boat now leaves Tarn at 11.20 p.m."),
    (VOTE, "The Blues won 79 per cent of the seats."),
]


def _article(text: str) -> Article:
    return Article(id="a", text=text, publisher="Ovre Post", published=datetime(2026, 11, 21, tzinfo=UTC))


@pytest.mark.parametrize(("source", "claim", "shown"), RIGHT)
def test_a_figure_that_follows_is_derived_and_its_arithmetic_shown(
    source: str, claim: str, shown: str
) -> None:
    report = check_text(claim, [_article(source)])
    assert report.ok
    assert shown in [f.reason for f in report.figures if f.verdict is Verdict.DERIVED]


@pytest.mark.parametrize(("source", "claim"), WRONG)
def test_a_figure_that_does_not_follow_is_refused(source: str, claim: str) -> None:
    assert not check_text(claim, [_article(source)]).ok


def test_a_sentence_that_repeats_its_source_but_for_the_number_is_no_sum() -> None:
    source = "Police said seven boats and one raft were lost off Tarn on Monday night."
    claim = "Police said eight boats and one raft were lost off Tarn on Monday night."
    assert not check_text(claim, [_article(source)]).ok
