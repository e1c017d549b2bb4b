"""A range and its ends: the youngest was 19 and the oldest 64, so they were between 19 and 64; and back.

Promise: a bottom is told as the youngest, lowest, cheapest …, a top as the oldest, highest, dearest …, of what the
claim counts.
"""

from __future__ import annotations

from itertools import product

from briefing.data import QUANTITIES, Figure, Kind
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import Derivation, is_single, speaks_of
from briefing.figures.matching.scale import base_value
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import concept_of
from briefing.wordsets import word_set

_BOTTOMS = word_set(
    "youngest lowest smallest shortest cheapest lightest coldest coolest slowest poorest minimum least fewest"
)
_TOPS = word_set(
    "oldest eldest highest largest biggest longest tallest dearest heaviest hottest warmest fastest maximum most"
)
_BOTTOM = {c for w in _BOTTOMS for c in (w, stem(w), concept_of(w))}
_TOP = {c for w in _TOPS for c in (w, stem(w), concept_of(w))}
_KINDS = QUANTITIES | {Kind.AGE}


def between_extremes(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Return the lowest and the highest that make the claim's range."""
    if claim.kind not in _KINDS or claim.low is None or claim.low == claim.high:
        return None
    unit, low, high = base_value(claim)
    ends = [p for p in group if is_single(p.figure)]
    bottoms = [p for p in ends if _is_end(p, _BOTTOM, low, unit)]
    tops = [p for p in ends if bottoms and _is_end(p, _TOP, high, unit)]
    for bottom, top in product(bottoms, tops):
        if abs(bottom.sentence - top.sentence) <= 1 and speaks_of(claim, bottom):
            return Derivation(f"from {bottom.figure.text} to {top.figure.text}", (bottom, top))
    return None


def end_of_range(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Return the range of which the claim tells the lowest or the highest."""
    if claim.kind not in _KINDS or not is_single(claim):
        return None
    told = (bool(_BOTTOM & _around(claim)), bool(_TOP & _around(claim)))
    if told[0] == told[1]:
        return None
    unit, value, _ = base_value(claim)
    for place in group:
        figure = place.figure
        if figure.low is None or figure.low == figure.high or not _of_kind(place, unit, claim.kind):
            continue
        if base_value(figure)[1 if told[0] else 2] == value and speaks_of(claim, place):
            return Derivation(f"{'lowest' if told[0] else 'highest'} of {figure.text}", (place,))
    return None


def _is_end(place: Spot, words: set[str], value: object, unit: str) -> bool:
    return (
        base_value(place.figure)[1] == value
        and bool(words & _around(place.figure))
        and _of_kind(place, unit, None)
    )


def _of_kind(place: Spot, unit: str, kind: Kind | None) -> bool:
    figure = place.figure
    bare = figure.kind is Kind.COUNT and "bare" in figure.thing.status
    age = figure.kind is Kind.AGE and kind is Kind.COUNT and not unit
    return figure.kind in _KINDS and (base_value(figure)[0] == unit or bare or age)


def _around(figure: Figure) -> set[str]:
    return {*figure.thing.near, *figure.thing.subject}
