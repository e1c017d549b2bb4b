"""Rates that are changes by their noun: inflation of 3.4 percent is prices that rose by it.

Promise: only between a level of such a rate and a rise told in percent; two levels, or two rises, are compared as any
other.
"""

from __future__ import annotations

from briefing.data import Direction, Figure, Kind, Thing
from briefing.figures.vocabulary.stems import stem

_RATES = frozenset((stem("inflation"), stem("growth")))
_PRICES = frozenset(("family:prices", "family:cost"))


def one_growth(claim: Figure, source: Figure) -> bool:
    """Return whether the one tells as a rate what the other tells as a rise: inflation at 3.4 percent, prices up 3.4."""
    if claim.kind is not Kind.PERCENT or source.kind is not Kind.PERCENT:
        return False
    return _one_way(claim, source) or _one_way(source, claim)


def _one_way(rate: Figure, rise: Figure) -> bool:
    if not _is_rate(rate.thing) or rate.direction is not Direction.NONE or rate.thing.role == "change":
        return False
    if rise.direction is not Direction.ROSE or _is_rate(rise.thing) or rise.thing.role == "from":
        return False
    of_prices = not _PRICES.isdisjoint((*rise.thing.near, *rise.thing.subject))
    return of_prices is ("family:prices" in rate.thing.subject)


def turned_growth(claim: Figure, source: Figure) -> str:
    """Return why a rate of growth is no fall by it, or a fall no growth."""
    if claim.kind is not Kind.PERCENT or source.kind is not Kind.PERCENT:
        return ""
    for rate, fall in ((claim, source), (source, claim)):
        grows = (
            _is_rate(rate.thing)
            and rate.direction is Direction.NONE
            and rate.low is not None
            and rate.low > 0
        )
        if grows and fall.direction is Direction.FELL and not _is_rate(fall.thing):
            told = ("a fall", "growth") if fall is source else ("growth", "a fall")
            return f"source gives {source.text} as {told[0]}, not {told[1]}"
    return ""


def _is_rate(thing: Thing) -> bool:
    """Return whether a percentage is one of inflation or growth, by its noun or its subject."""
    if thing.noun:
        return thing.noun in _RATES
    subject = thing.subject
    return bool(subject) and (subject[-1] == "family:rise" or (subject[-1] == "family:prices"))
