"""Which figures part a sentence among themselves: quantities, dates, names, ages in passing, ranks, statistics.

Promise: a figure is of one group, and each has one part among those of its group.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import TEMPORAL, Figure, Kind
from briefing.figures.binding.clauses import aged_part, dated_parts
from briefing.figures.binding.parts import parts_of
from briefing.figures.binding.statlines import COUNTED, beside_name
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token
from briefing.figures.vocabulary.thesaurus import NOUN_OF, PERSONS
from briefing.wordsets import word_set

_OF_TIME, _IN_PASSING = 1, 3  # the groups of dates and clock times, and of ages in passing
STATISTICS = 5
"""The group of what is told beside names, whose figures take nothing from each other."""
GROUPS = 6


def group_of(line: Sequence[Token], place: int, figures: Sequence[Figure]) -> int:
    """Return the group that parts the sentence among itself: quantities, dates, names, or ages in passing (", 34,")."""
    figure = figures[line[place].figure]
    if figure.kind in TEMPORAL:
        return _OF_TIME
    if figure.kind is Kind.NAME:
        return 2
    if figure.kind is Kind.ORDINAL:
        return 4
    if figure.kind in COUNTED and beside_name(line, place, figures) is not None:
        return STATISTICS
    return _IN_PASSING if _is_in_passing(line, place, figure, figures) else 0


_AGED = word_set("aged , (")
_THEIR = word_set("their his her")
_LONGEST = 6  # tokens of an aside
_LISTED = 2  # tokens between two ages of a list: "aged nine and eleven"


def _is_in_passing(line: Sequence[Token], place: int, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether an age only describes who is counted or named: ", 34,", "a woman of 28", "men in their thirties"."""
    aged = figure.kind is Kind.AGE or (figure.kind is Kind.VAGUE and figure.unit == "year")
    if not aged or place == 0:
        return False
    if place > _LISTED and line[place - 2].figure >= 0 and line[place - 1].low in ("and", "or"):
        before = line[place - 2]
        if _is_in_passing(line, place - 2, figures[before.figure], figures):
            return True
    last = line[place - 1].low
    if figure.kind is Kind.VAGUE:
        return last in _THEIR and line[place - 2].low == "in"
    if "year" in figure.text.lower() or last in _AGED or _is_aside(line, place):
        return True
    return last == "of" and NOUN_OF.get(line[place - 2].stem) in PERSONS


def _is_aside(line: Sequence[Token], place: int) -> bool:
    """Return whether commas set an age and a few words apart, no verb among them: ", the elder of them 31,"."""
    if place + 1 >= len(line) or line[place + 1].low != ",":
        return False
    for back in range(place - 1, max(0, place - _LONGEST), -1):
        if line[back].low == ",":
            return True
        if is_verb(line, back) or line[back].figure >= 0:
            return False
    return False


def parts_of_group(
    line: Sequence[Token], group: int, places: Sequence[int], figures: Sequence[Figure]
) -> list[Part]:
    """Return the parts of a sentence that belong to the figures of a group."""
    if group == _OF_TIME:
        return dated_parts(line, places, figures)
    if group == STATISTICS:
        return [part for place in places if (part := beside_name(line, place, figures)) is not None]
    parts = parts_of(line, places)
    return [aged_part(line, part) for part in parts] if group == _IN_PASSING else parts
