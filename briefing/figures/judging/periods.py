"""Whether a figure of a month, quarter or day is told as that of a longer time: December's as the year's.

Promise: who only leaves the month out is right, as in "14 died in 2025"; the source must give the longer time a
figure of its own, compare the shorter with the year before, or the claim must say that it means the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import TIMELESS, Figure
from briefing.figures.binding.keys import days, own_days, span, telling
from briefing.figures.binding.spots import Spot
from briefing.figures.matching.match import has_another_value
from briefing.wordsets import word_set

_WHOLE = "family:total"  # "in 2025 as a whole"
_YEARLY = word_set("family:annual family:monthly")


def of_a_part_of_the_time(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is only that of a part of the time which the claim names."""
    theirs = own_days(place.figure.thing)
    mine = _times(claim)
    if (
        claim.kind in TIMELESS
        or not mine
        or not theirs
        or not all(_lies_in(t, m) for t in theirs for m in mine)
    ):
        return ""
    told = f"source gives {place.figure.text} for a part of that time only"
    if _WHOLE in claim.thing.words and _WHOLE not in place.near:
        return told
    if claim.direction and place.figure.direction and not _YEARLY.isdisjoint(place.near):
        return told
    return told if any(_has_its_own(claim, place, other, mine) for other in spots) else ""


def _times(claim: Figure) -> set[str]:
    """Return the times a claim names for its figure: those of its part, else the only one of its sentence."""
    told = days(claim.thing.words)
    return own_days(claim.thing) or (told if len(told) == 1 else set())


def _lies_in(part: str, whole: str) -> bool:
    """Return whether one time is a part of another and not the whole of it."""
    (a, b), (c, d) = span(part), span(whole)
    return c <= a and b <= d and (a, b) != (c, d)


def _has_its_own(claim: Figure, place: Spot, other: Spot, mine: set[str]) -> bool:
    """Return whether another figure is told of the claim's own time, in words that all three share."""
    figure = other.figure
    if figure.kind is not place.figure.kind or figure.direction is not place.figure.direction:
        return False
    if own_days(figure.thing) != mine or not has_another_value(claim, figure):
        return False
    return bool(telling(place.near & other.near & set(claim.thing.near)))
