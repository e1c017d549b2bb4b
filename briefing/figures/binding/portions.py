"""Whether a number is a part of another, the whole of one, or counted beside others of whom some are the same.

Promise: read from the words beside the number.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.words import Token
from briefing.figures.vocabulary.lexicon import DETERMINERS
from briefing.wordsets import word_set

_OF_A_GROUP = word_set("them whom those these the which")


def is_whole(line: Sequence[Token], at: int) -> bool:
    """Return whether the number only says of how many the next is a part: "Of the 64 lots 51 were sold"."""
    place = at - 1
    while place >= 0 and (line[place].low in DETERMINERS or line[place].low.endswith(("'s", "’s"))):
        place -= 1
    opens = place == 0 or (place > 0 and not line[place - 1].is_word and line[place - 1].figure < 0)
    return opens and line[place].low == "of"


def is_part(line: Sequence[Token], start: int, at: int) -> bool:
    """Return whether the words beside the number, whose part begins at ``start``, make it one of some: "41 of them"."""
    for place in range(max(start, at - 4), at):
        if line[place].low in ("including", "among", "whom"):
            return True
        if line[place].low == "which" and place and line[place - 1].low == "of":
            return True
    opens = [t.low for t in line[start : start + 3] if t.is_word][:2]
    if opens in (["of", "which"], ["of", "whom"]):
        return True  # "of which the county is paying £20m"
    following = [t.low for t in line[at + 1 : at + 4]]
    return len(following) > 1 and following[0] == "of" and following[1] in _OF_A_GROUP


OVERLAPPING = "overlapping"  # counted beside others of whom some are counted twice


def may_overlap(line: Sequence[Token], at: int) -> bool:
    """Return whether the sentence says that some belong to this number and to the other: "several needed both"."""
    for place in range(at + 1, min(len(line), at + _BOTH_REACH)):
        if line[place].low == "both":
            return any(
                t.low in _SOME or t.figure >= 0 for t in line[max(at + 1, place - _SOME_REACH) : place]
            )
    return False


_SOME = word_set("some several many most few others")
_BOTH_REACH = 40  # tokens: further on it is said of others, and a sentence may have thousands of figures
_SOME_REACH = 5  # tokens: "several of them had lost both"
