"""How results are told, and persons named one by one, without a number for them."""

from __future__ import annotations

import pytest

from briefing.check import check_text
from briefing.data import Article


def passes(claim: str, source: str) -> bool:
    return all(c.verdict.passes for c in check_text(claim, [Article("s1", source, "")]).figures)


SETS = "Lena Marsh secured a 6-3 6-4 victory over the Swede Ida Cole and reached the final."
TIE = "Lena Marsh came through 4-6 7-6 (5) 6-3 against Ida Cole in the rain."
LOST = "Lennick were beaten 2-0 by Torrow Town."
NAMED = "Ann Bell, 29, and Tom Joy, 56, were both badly injured when the kiln burst."

TOLD = [
    ("Marsh won 6-3 6-4 to reach the final.", SETS),
    ("Cole was beaten 6-3, 6-4.", SETS),
    ("Marsh won 4-6 7-6 (5) 6-3.", TIE),
    ("Marsh won 4-6 7-6 6-3.", TIE),
    ("Lennick lost 2-0 to Torrow Town.", LOST),
    ("Torrow Town beat Lennick 2-0.", LOST),
    ("Torrow Town have beaten Lennick 2-0.", LOST),
    ("Lennick were defeated 2-0 by Torrow Town.", "Torrow Town defeated Lennick 2-0."),
    ("Two people were injured.", NAMED),
    ("Two potters were injured.", f"{NAMED} The potters had been at work since noon."),
    ("Police arrested two people.", "On Monday police arrested Ann Bell, 29, and Tom Joy, 56."),
    ("Three people died.", "The dead were named as Ann Bell, 29, Tim Row, 4, and Tom Joy, 56."),
    ("Two people died.", "Ann Bell, 29, and Tom Joy, 56, were firing a kiln when they were killed."),
    ("One of Norland's largest kilns burst.", "A kiln burst in Norland."),
    ("She was on loan for the 2014 - 15 season.", "She went on loan for the 2014-15 season."),
    ("He will not box at WBX 12.", '"I am back on WBX 12," he said.'),
    ("The shop sold 60 pumps.", "The shop sold 60 pump sets and no pumps on their own."),
    ("The bridge has 88 lanterns.", "The bridge, held by cables, is lit by 88 lanterns."),
    ("Sales were up on the first quarter.", "Sales were up on the first quarter of 2019."),
]
NOT_TOLD = [
    ("Marsh won 6-4 6-3 to reach the final.", SETS),
    ("Marsh won 4-6 7-6 (4) 6-3.", TIE),
    ("Lennick beat Torrow Town 2-0.", LOST),
    ("Torrow Town were beaten 2-0 by Lennick.", LOST),
    ("Lennick defeated Torrow Town 2-0.", "Lennick were defeated 2-0 by Torrow Town."),
    ("Three people were injured.", NAMED),
    ("Two people were killed.", NAMED),
    ("Two dancers were injured.", NAMED),
    ("Two people were killed.", "Ann Bell, 29, and Tom Joy, 56, said three people were killed."),
    ("Two people were arrested.", "Police have not arrested Ann Bell, 29, and Tom Joy, 56."),
    ("Two people were killed.", "Ann Bell, 29, whose son Tim, 4, was killed, and Tom Joy, 56, spoke."),
    ("Two people were killed.", "The killer met Ann Bell, 29, and Tom Joy, 56, in a bar."),
    ("The bridge has 88 cables.", "The bridge, held by cables, is lit by 88 lanterns."),
    ("The band played 16 concerts.", "The band gave concerts in 16 towns."),
    ("Four skippers were fined.", "Four trawlers were held and their skippers were fined."),
    ("The court heard 22 witnesses.", "The court sat for 22 afternoons and heard witnesses."),
    ("She won the prize for the second year running.", "She is the second Norlander to win the prize."),
    ("He will not box at WBX 13.", '"I am back on WBX 12," he said.'),
]


@pytest.mark.parametrize(("claim", "source"), TOLD)
def test_what_the_source_tells_in_other_words_passes(claim: str, source: str) -> None:
    assert passes(claim, source)


@pytest.mark.parametrize(("claim", "source"), NOT_TOLD)
def test_what_the_source_tells_of_others_or_the_other_way_round_is_refused(claim: str, source: str) -> None:
    assert not passes(claim, source)
