"""Whether a level was reached the way a claim says, where the sources give the level of the day, month or year before.

Promise: only two levels of one thing in periods that follow each other, or in one sentence, gainsay a rise or a fall;
a source that tells the way itself is judged by that.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from briefing.data import Figure, Kind
from briefing.figures.binding.keys import own_days, span, telling
from briefing.figures.binding.spots import Spot
from briefing.figures.matching.belonging import names
from briefing.figures.matching.counted import noun_relation
from briefing.figures.matching.match import comparable
from briefing.figures.vocabulary.thesaurus import CHANGES
from briefing.wordsets import word_set

_COMPARED = word_set("family:annual family:previous family:forecast before ago")


def against_the_trend(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why the level at ``place`` was not reached the way the claim says: "rose to 430 in May", after 610 in April."""
    ours, theirs = claim.thing, place.figure.thing
    way = CHANGES & set(ours.near)
    if (
        ours.role != "to"
        or len(way) != 1
        or theirs.role
        or CHANGES & place.near
        or _COMPARED & set(ours.near)
    ):
        return ""
    when = own_days(theirs)
    if len(when) != 1:
        return ""
    beside = [p for p in spots if p.stands_beside(place)]
    if any(p.figure.thing.role == "from" and p.figure.kind is not Kind.DATE for p in beside):
        return ""  # "430, up from 380 a year earlier"
    rose = way == {"family:rise"}
    for other in spots:
        before = own_days(other.figure.thing)
        if len(before) != 1 or not _follows(min(before), min(when), near=other not in beside):
            continue
        if not _is_of_one(claim, place, other):
            continue
        level, earlier = place.figure.low, other.figure.low
        if level is None or earlier is None or level == earlier:
            continue
        if (level > earlier) is not rose:
            return f"source has {other.figure.text} before, so it {'fell' if rose else 'rose'} to {place.figure.text}"
    return ""


def _is_of_one(claim: Figure, place: Spot, other: Spot) -> bool:
    """Return whether another figure is a level of the very thing: of the claim's words, of nobody else by name."""
    one, its = place.figure.thing, other.figure.thing
    if its.role or CHANGES & other.near or not comparable(place.figure, other.figure):
        return False
    if place.figure.kind is Kind.COUNT and noun_relation(one, its) != "same":
        return False
    if names(its) - {*its.speaker} - place.words - set(claim.thing.words):
        return False
    return bool(telling(place.near & other.near & set(claim.thing.near)))


def _follows(first: str, second: str, *, near: bool) -> bool:
    """Return whether one period comes before another as long; ``near``: and ends where the other begins."""
    a, b, c, d = (_day(end) for word in (first, second) for end in span(word))
    if a is None or b is None or c is None or d is None:
        return False
    long = (b - a).days + 1, (d - c).days + 1
    meets = b + timedelta(days=1) == c if near else b < c
    return meets and max(long) <= _AS_LONG * min(long)


_AS_LONG = 1.3  # a month of 31 days and one of 28


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None  # a weekday of no known week
