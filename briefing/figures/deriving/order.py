"""Which of two levels came first, and which of two things a comparison names first.

Promise: nothing is said where no word tells it.
"""

from __future__ import annotations

from datetime import timedelta

from briefing.data import SHARES, Figure
from briefing.figures.binding.keys import days, own_days, span
from briefing.figures.binding.spots import Spot
from briefing.figures.matching.belonging import names
from briefing.figures.vocabulary.lexicon import is_light
from briefing.wordsets import word_set

_PAST = word_set("ago earlier") | {"family:previous", "family:old"}
_RECENT = timedelta(days=60)  # a poll or a count of so long ago is not today's


def rises(low: Spot, high: Spot, since: frozenset[str] = frozenset()) -> bool | None:
    """Return whether the higher of two levels is the later one; nothing where no role, day or word dates them.

    ``since`` are the days from which on a claim counts: the level of one of them is the earlier.
    """
    if low.figure.thing.role == "from" or high.figure.thing.role == "to":
        return True
    if high.figure.thing.role == "from" or low.figure.thing.role == "to":
        return False
    first, second = (min(days(p.near), default="") for p in (low, high))
    if first and second and first != second:
        return first < second
    past = [bool(p.near & (_PAST | since)) or _is_of_the_past(p) for p in (low, high)]
    return None if past[0] is past[1] else past[0]


def _is_of_the_past(place: Spot) -> bool:
    """Return whether a share is of a day long before its report: one without a day is of those asked now."""
    last_days = [span(w)[1] for w in own_days(place.figure.thing)]
    if place.figure.kind not in SHARES or place.now is None or not last_days:
        return False
    recent = (place.now - _RECENT).isoformat()
    return all(day[:1].isdigit() and day < recent for day in last_days)


def named_first(claim: Figure, high: Spot, low: Spot) -> bool | None:
    """Return whether a claim names first what only the higher of two figures is of; nothing where it names but one."""
    named = [names(p.figure.thing) for p in (high, low)]
    if not all(named):
        named = [_whose(p) for p in (high, low)]
    dated = [days(p.near) for p in (high, low)]
    if all(named[0] == own for own in named) and all(dated):
        named = dated  # "as many in May as in April"
    of_high, of_low = named[0] - named[1], named[1] - named[0]
    told = [w for w in claim.thing.words if w in of_high or w in of_low]
    if not any(w in of_high for w in told) or not any(w in of_low for w in told):
        return None
    return told[0] in of_high


def _whose(place: Spot) -> set[str]:
    words = {*place.near, *place.figure.thing.subject}
    return {w for w in words if not w.startswith(("d:", "o:", "i:", "act:")) and not is_light(w)}
