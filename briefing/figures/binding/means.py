"""Whether a number is a mean, that of all together, or one of several counted side by side.

Promise: read from the words around the number, in one pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.figures.binding.roles import HEDGES
from briefing.figures.binding.words import Token, before_all
from briefing.figures.vocabulary.lexicon import AUXILIARIES
from briefing.wordsets import word_set

_BEFORE_MEAN = HEDGES | {"of", "at", "by"}


def is_average(line: Sequence[Token], at: int, end: int) -> bool:
    """Return whether the number is a mean: "an average of 63", "averaged 63", "63 on average"."""
    place = before_all(line, at, _BEFORE_MEAN, 1)
    if place >= 0 and line[place].low.startswith("averag"):
        return True
    if place > 0 and line[place].low in _IS and line[place - 1].low in ("average", "norm", "mean"):
        return True
    return any(a.low == "on" and b.low == "average" for a, b in pairwise(line[at + 1 : end]))


_IS = word_set("is was stands stood")


_NEXT_IN_LIST = 5  # tokens on within which the next of a list begins


def goes_on(line: Sequence[Token], at: int) -> bool:
    """Return whether others are counted beside this number: "17 passengers and both pilots"."""
    for place in range(at + 1, min(len(line) - 1, at + _NEXT_IN_LIST)):
        if line[place].low == "and":
            return line[place + 1].figure >= 0 or line[place + 1].low in ("both", "the", "a", "an", "all")
        if not line[place].is_word or line[place].low in AUXILIARIES:
            return False
    return False


_ALTOGETHER = word_set("together altogether combined jointly")
_TOGETHER = frozenset(
    (
        ("between", "them"),
        ("between", "us"),
        ("in", "all"),
        ("in", "total"),
        ("a", "total"),
        ("combined", "total"),
    )
)


def in_all(line: Sequence[Token], start: int, at: int, end: int) -> bool:
    """Return whether the number is said to be that of all together: "between them", "in all", "combined"."""
    lows = [t.low for t in line[start:end]]
    if line[0].low in _ALTOGETHER:
        return True  # "Together the two boats carry 60"
    return not (_ALTOGETHER.isdisjoint(lows) and _TOGETHER.isdisjoint(pairwise(lows)))
