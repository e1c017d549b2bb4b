"""A sentence cut into the parts that belong to its numbers.

Promise: every number has one part; a cut is made at the strongest mark between two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.figures.lexicon import ADVERBS, CONTRASTS, DETERMINERS, PREPOSITIONS, RELATIVES
from briefing.figures.words import (
    Part,
    Token,
    is_content,
)

_OPENERS = CONTRASTS | {
    "and",
    "or",
    "with",
    "including",
    "after",
    "leaving",
    "when",
    "as",
    "then",
    "plus",
    "before",
}


def parts_of(line: Sequence[Token], places: Sequence[int]) -> list[Part]:
    """Cut the sentence between every two figures, at the strongest mark between them."""
    cuts = [0, *(_cut(line, a, b) for a, b in pairwise(places)), len(line)]
    return [_clipped(line, Part(cuts[i], place, cuts[i + 1])) for i, place in enumerate(places)]


def _clipped(line: Sequence[Token], part: Part) -> Part:
    """End a part at a semicolon: what stands beyond it is another statement."""
    start, end = part.start, part.end
    for place in range(part.start, part.at):
        if line[place].low == ";":
            start = place + 1
    for place in range(part.at + 1, part.end):
        if line[place].low == ";":
            end = place
            break
    return Part(start, part.at, end)


def _cut(line: Sequence[Token], first: int, second: int) -> int:
    """Return where the part of the figure at ``second`` begins."""
    best, best_strength = -1, 0
    opens = first <= 2 and not any(is_content(t) for t in line[:first])
    for place in range(first + 1, second):
        mark = 0 if opens and place == first + 1 else strength(line, place)
        if mark and mark >= best_strength:
            best, best_strength = place, mark
    if best_strength >= 2:
        return best + (0 if line[best].is_word else 1)
    for place in range(second - 1, first, -1):
        if line[place].low in PREPOSITIONS and line[place].low not in ("than", "of"):
            return place
    if best >= 0:
        return best
    return first + 1 if second == first + 1 else _before_modifiers(line, first, second)


def _before_modifiers(line: Sequence[Token], first: int, second: int) -> int:
    place = second
    while place - 1 > first and (line[place - 1].low in DETERMINERS or line[place - 1].low in ADVERBS):
        place -= 1
    return place


def strength(line: Sequence[Token], place: int) -> int:
    """Say how strongly the token at ``place`` parts what stands before it from what comes after."""
    low = line[place].low
    if low == ";":
        return 5
    if low in (":", "—", "–", "(") or (low in CONTRASTS and low not in ("against", "compared")):
        return 4
    if low == ",":
        following = line[place + 1].low if place + 1 < len(line) else ""
        return 4 if following in _OPENERS or following in RELATIVES else 3
    if low in ("while", "whereas", "but", "including", "leaving"):
        return 4
    if low in ("and", "or", "with", "after", "when", "then", "who", "which", "that", "whom"):
        return 2
    if low in ("to", "from"):
        return 1
    return 0
