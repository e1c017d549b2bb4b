"""Whether a number is expressly told of today: "now", "currently", "at present"; and whether it still is.

Promise: read from the words of the number's own part; "until now" and "from now on" are not of today.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.words import Token, low_at
from briefing.wordsets import word_set

OF_NOW, STILL = "of-now", "still"
_NOW = word_set("now currently presently")
_AT = word_set("present moment")
_OPENING = 3  # tokens: "at the moment"
_NOT_NOW = word_set("from until till by just for")


def is_of_now(line: Sequence[Token], start: int, end: int) -> bool:
    """Return whether ``line[start:end]``, or the opening of the sentence, says that it tells how things are today."""
    for place in (*range(min(start, _OPENING)), *range(start, end)):
        before = low_at(line, place - 1)
        if line[place].low in _NOW and before not in _NOT_NOW:
            return True
        if line[place].low in _AT and (before == "at" or (before == "the" and line[place - 2].low == "at")):
            return True
    return False
