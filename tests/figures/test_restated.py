"""Figures told again in other words: voice, noun for verb, another order, a noun left out; and their near misses."""

from __future__ import annotations

import pytest

from briefing.check import check_text
from briefing.data import Article

JOBS = "Brunswick Tools said it would eliminate 640 jobs at its Delmar plant and a further 210 at Hasford."
CASES = "The health board counted 150 cases in the north. In the south there were 90."
FLIGHTS = "Norrland Air is cancelling 45 daily flights from May, leaving it with 210."
FUND = "Donors promised the fund $75 million. So far only $20 million of that has arrived."
COURT = "In 41 cases the charter's Article 12 was violated, judges ruled. They threw out 17 others."
FAIRS = "Hope Line and Safe Harbour raised £3.2 million and £2.1 million respectively."
RALLY = "Between 300 and 400 demonstrators attended, according to police; organisers spoke of 900."
VOTE = "Councillors backed the scheme 31-14, with three abstentions."
SHARES = "In March staff discovered that 90 paintings had been stolen; 12 of them have since been found."
OUTPUT = "The vineyard makes 70,000 bottles a year and sells 8,000 of them in Japan."
TRAIN = "The railway will be 84 kilometres long with eleven stops."

PASSES = [
    (JOBS, "The company is to cut 640 posts in Delmar and 210 in Hasford."),
    (CASES, "There were 150 cases in the north and 90 in the south."),
    (FLIGHTS, "The airline will scrap 45 flights a day from May."),
    (FUND, "Only $20 million has reached the fund."),
    (FAIRS, "Hope Line collected £3.2 million, while Safe Harbour got £2.1 million."),
    (RALLY, "The police put attendance at 300 to 400."),
    (VOTE, "Three councillors abstained."),
    (SHARES, "Twelve of the paintings have turned up."),
    (TRAIN, "The new line will run 84 km and have 11 stations."),
]
REFUSED = [
    (JOBS, "The company will create 640 jobs at Delmar."),
    (CASES, "There were 90 cases in the north."),
    (FUND, "Donors have paid $75 million."),
    (COURT, "Judges threw out 41 cases."),
    (FAIRS, "Hope Line collected £2.1 million."),
    (RALLY, "Organisers said between 300 and 400 demonstrators attended."),
    (VOTE, "Fourteen councillors abstained."),
    (SHARES, "Staff have found 90 stolen paintings."),
    (OUTPUT, "The vineyard sells 70,000 bottles in Japan."),
]


def _passes(source: str, claim: str) -> bool:
    return check_text(claim, [Article("a", source, "")]).ok


@pytest.mark.parametrize(("source", "claim"), PASSES)
def test_a_figure_told_in_other_words_stands(source: str, claim: str) -> None:
    assert _passes(source, claim)


@pytest.mark.parametrize(("source", "claim"), REFUSED)
def test_a_figure_said_of_something_near_it_is_refused(source: str, claim: str) -> None:
    assert not _passes(source, claim)
