"""Which figures part a sentence among themselves: quantities, dates and times, names, ages in passing, ranks, statistics.

Promise: a figure is of one group, and each has one part among those of its group.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.clauses import aged_part, dated_parts
from briefing.figures.binding.parts import parts_of
from briefing.figures.binding.statlines import COUNTED, beside_name
from briefing.figures.binding.words import NAMED, TEMPORAL, Part, Token

_OF_TIME, _IN_PASSING = 1, 3  # the groups of dates and clock times, and of ages in passing
STATISTICS = 5
"""The group of what is told beside names, whose figures take nothing from each other."""
GROUPS = 6


def group_of(line: Sequence[Token], place: int, figures: Sequence[Figure]) -> int:
    """Return the group that parts the sentence among itself: quantities, dates, names, or ages in passing (", 34,")."""
    figure = figures[line[place].figure]
    if figure.kind in TEMPORAL:
        return _OF_TIME
    if figure.kind in NAMED:
        return 2
    if figure.kind is Kind.ORDINAL:
        return 4
    if figure.kind in COUNTED and beside_name(line, place, figures) is not None:
        return STATISTICS
    in_passing = figure.kind is Kind.AGE and (
        "year" in figure.text.lower() or (place > 0 and line[place - 1].low in (",", "("))
    )
    return _IN_PASSING if in_passing else 0


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
