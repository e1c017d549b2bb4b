"""What somebody only wants: "had asked for 9 percent", "on strike for a rise of 6 percent".

Promise: read from the few words before the number; a length of time is that of the strike, not what it is for.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.words import Token
from briefing.wordsets import word_set

_WANTING = word_set(
    "want wants wanted demand demanded demanding seek seeks sought seeking request requested requesting"
)
_ASKING = word_set(
    "ask asks asked asking apply applies applied applying push pushed pushing call called calling bid"
)  # for it
_STRIKING = word_set(
    "strike strikes struck striking walked walkout campaign campaigned campaigning"
)  # for it
SEEKING = _WANTING | _ASKING | _STRIKING
_OUT = 2  # tokens: "walked out for"
_REACH = 8
_LENGTHS = ("hours", "days", "weeks", "months", "year", "years")


def is_sought(line: Sequence[Token], place: int, at: int) -> bool:
    """Return whether the word at ``place`` says that somebody only wanted the number at ``at``."""
    if not place < at <= place + _REACH:
        return False
    low = line[place].low
    struggle = low in _STRIKING and any(t.low == "for" for t in line[place + 1 : place + _OUT + 1])
    if struggle and line[at].low.endswith(_LENGTHS):
        return False  # a strike for 12 days
    if struggle or low in _WANTING or (low in _ASKING and line[place + 1].low == "for"):
        return all(t.is_word or t.figure >= 0 for t in line[place:at])
    return False


def struggle_before(line: Sequence[Token], start: int) -> int:
    """Return where a part begins, with the strike before it where it tells what that is for."""
    if start >= len(line) or line[start].low != "for":
        return start
    return next((k for k in range(max(0, start - _OUT), start) if line[k].low in _STRIKING), start)
