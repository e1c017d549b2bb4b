"""Who does it to whom: one deed told from its two ends stands, one with its parties exchanged does not."""

from __future__ import annotations

import pytest

from briefing.check import check_text
from briefing.data import Article

LOAN = "The bank lent the city 60 million dollars."
FERRY = "Norda bought the ferry from Aster for 9 million euros."
RIOT = "Rioters attacked six officers on Saturday night."
SUIT = "The builder of the dam is being sued by 62 farmers."
GIFT = "The widow of the collector has donated 140 drawings to the museum."

SAME_DEED = [
    ("Salter paid Grune $12 million in March.", "Grune received $12 million from Salter."),
    (LOAN, "The city borrowed 60 million dollars from the bank."),
    (FERRY, "Aster sold the ferry to Norda for 9 million euros."),
    (
        "Aster sold the ferry to Norda for 9 million euros.",
        "The ferry, bought by Norda, cost 9 million euros.",
    ),
    (RIOT, "Six officers were attacked by the rioters."),
    (SUIT, "A total of 62 farmers are suing the dam's builder."),
    (GIFT, "The museum was given 140 drawings by the collector's widow."),
    ("In Orro 900 people are employed by Kestrel.", "Kestrel employs 900 people in Orro."),
]
EXCHANGED = [
    ("Salter paid Grune $12 million in March.", "Salter received $12 million from Grune."),
    ("Salter paid Grune $12 million in March.", "Grune paid Salter $12 million."),
    (LOAN, "The city lent the bank 60 million dollars."),
    (FERRY, "Norda sold the ferry to Aster for 9 million euros."),
    (FERRY, "Aster bought the ferry for 9 million euros."),
    (RIOT, "Six rioters were attacked by officers."),
    (RIOT, "Six officers attacked rioters."),
    (SUIT, "The builder is suing 62 farmers."),
    (GIFT, "The museum donated 140 drawings to the widow of the collector."),
    (GIFT, "The widow of the collector received 140 drawings."),
]


def _passes(source: str, claim: str) -> bool:
    return check_text(claim, [Article("a", source, "")]).ok


@pytest.mark.parametrize(("source", "claim"), SAME_DEED)
def test_a_deed_told_from_its_other_end_is_the_same_deed(source: str, claim: str) -> None:
    assert _passes(source, claim)


@pytest.mark.parametrize(("source", "claim"), EXCHANGED)
def test_a_deed_with_its_parties_exchanged_is_refused(source: str, claim: str) -> None:
    assert not _passes(source, claim)
