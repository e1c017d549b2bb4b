"""What "respectively" deals out, and what is said of a part only, in the next sentence."""

from __future__ import annotations

import pytest

from briefing.check import check_text
from briefing.data import Article

TRADE = "Exports and imports rose by 4% and 2% respectively."
VOTES = "Kirov and Dane received 21 and 17 votes respectively."
FIRE = "The fire destroyed 40 and 25 houses in Aldby and Holm respectively."
STAFF = "The Orwell, Pelham and Stoke plants employ 900, 400 and 120 workers respectively."
CLINIC = "Twelve children visited the clinic. Three of them were vaccinated."
TRAM = "A tram left the rails, injuring 18 passengers. Four of the injured are in a serious condition."

PASSES = [
    (VOTES, "Kirov got 21 votes and Dane 17."),
    (FIRE, "In Aldby 40 houses burned down."),
    (STAFF, "The plants in Orwell, Pelham and Stoke have 900, 400 and 120 workers."),
    (CLINIC, "Three of the children were vaccinated."),
    (TRAM, "Eighteen passengers were hurt, four of them seriously."),
]
REFUSED = [
    (TRADE, "Imports rose 4%."),
    (VOTES, "Dane received 21 votes."),
    (FIRE, "In Holm 40 houses burned down."),
    (STAFF, "The Pelham plant employs 900 workers."),
    (CLINIC, "Twelve children were vaccinated."),
    (TRAM, "Eighteen passengers were seriously injured."),
]


def _passes(source: str, claim: str) -> bool:
    return check_text(claim, [Article("a", source, "")]).ok


@pytest.mark.parametrize(("source", "claim"), PASSES)
def test_each_has_its_own_figure_of_those_dealt_out(source: str, claim: str) -> None:
    assert _passes(source, claim)


@pytest.mark.parametrize(("source", "claim"), REFUSED)
def test_a_figure_dealt_to_another_or_said_of_a_part_is_refused(source: str, claim: str) -> None:
    assert not _passes(source, claim)
