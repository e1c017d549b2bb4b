"""Whether one quantity follows from another: by value, hedge, rounding and range.

Promise: exact, ``Decimal`` throughout.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Direction, Figure, Kind, Modifier
from briefing.figures.binding.outdone import is_surpassing
from briefing.figures.matching.verdicts import LOWER, SAME, UPPER, Match, differs, said
from briefing.figures.vocabulary.stems import stem

_ABOUT_SHARE = Decimal("0.05")  # "about" covers a rounding by at most a twentieth


_BOUND_SHARE = Decimal("0.15")  # "more than 7,000" for up to 8,100: further off it misleads


SMALLEST_ROUNDED = 15  # smaller counts are never rounded


Pair = tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]]


def match_ranges(claim: Figure, source: Figure, pair: Pair) -> Match:
    """Compare two of which one at least is a range; ``pair`` are both spans in one unit."""
    (c_low, c_high), (s_low, s_high) = pair
    if (c_low, c_high) == (s_low, s_high):
        hedged = source.modifier is Modifier.ABOUT and claim.modifier is Modifier.EXACT
        return differs("modifier", f"source says {said(source)}") if hedged else SAME
    if c_low == c_high and s_low != s_high:
        if claim.modifier in LOWER and c_low == s_low:
            return Match(True, claim.modifier is Modifier.AT_LEAST, "", f"source gives {source.text}")
        if claim.modifier is Modifier.AT_MOST and c_high == s_high:
            return Match(True, False, "", f"source gives {source.text}")
        return differs("value", f"source gives the range {source.text}")
    return differs("value", f"source gives {source.text}")


def match_values(claim: Figure, source: Figure, value: Decimal, stated: Decimal) -> Match:
    """Compare two single values in one unit, with their hedges."""
    ours, theirs = claim.modifier, source.modifier
    if (value < 0) != (stated < 0):
        value, stated = _unsigned(claim, value), _unsigned(source, stated)
    if (value < 0) != (stated < 0):
        return differs("direction", f"source says {source.text}")
    if equal(value, stated) or _written_out(claim, source):
        if {ours, _bound(source)} in _OPPOSITE_BOUNDS:
            return differs("modifier", f"source says {said(source)}")
        if ours is theirs or is_surpassing(claim, source):
            return SAME
        if (bound := _bound(claim)) in (Modifier.AT_MOST, Modifier.AT_LEAST) and bound is _bound(source):
            return SAME
        if ours in _FOLLOWS_AT_EQUAL[theirs] and not (claim.kind is Kind.AGE and theirs in (*LOWER, *UPPER)):
            return Match(True, False, "", f"follows from {said(source)}")
        return differs("modifier", _hedged_otherwise(claim, source))
    if _rounds(claim, value, stated, ours, theirs):
        return Match(True, False, "", f"rounded from {source.text}")
    return differs("value", f"source says {said(source)}")


def _hedged_otherwise(claim: Figure, source: Figure) -> str:
    """Return how the source's bound differs from the claim's where both give one number."""
    if source.modifier is not Modifier.EXACT:
        return f"source says {said(source)}"
    if claim.modifier in (Modifier.MORE_THAN, Modifier.LESS_THAN):
        side = "beyond" if claim.modifier is Modifier.MORE_THAN else "below"
        return f"source gives {source.text} itself, not something {side} it"
    return f"source says exactly {source.text}"


_FOLLOWS_AT_EQUAL: dict[Modifier, tuple[Modifier, ...]] = {
    Modifier.EXACT: (Modifier.ABOUT, Modifier.AT_LEAST, Modifier.AT_MOST),
    Modifier.ABOUT: (),
    Modifier.NEARLY: (Modifier.ABOUT, Modifier.LESS_THAN, Modifier.AT_MOST),
    Modifier.AT_LEAST: (),
    Modifier.AT_MOST: (),
    Modifier.MORE_THAN: (Modifier.AT_LEAST,),
    Modifier.LESS_THAN: (Modifier.AT_MOST,),
}


_OPPOSITE_BOUNDS = ({Modifier.AT_LEAST, Modifier.AT_MOST}, {Modifier.MORE_THAN, Modifier.AT_MOST})


def _bound(figure: Figure) -> Modifier:
    """Return the modifier, or the bound that a noun makes of an exact value: the maximum penalty is up to that much."""
    if figure.modifier is not Modifier.EXACT:
        return figure.modifier
    subject = {*figure.thing.subject, *figure.thing.near}
    if not subject.isdisjoint(_TOPS):
        return Modifier.AT_MOST
    return figure.modifier if subject.isdisjoint(_BOTTOMS) else Modifier.AT_LEAST


_TOPS = frozenset(map(stem, ("maximum", "ceiling")))
_BOTTOMS = frozenset(map(stem, ("minimum",)))


def _unsigned(figure: Figure, value: Decimal) -> Decimal:
    """Return a fall of 0.4 as -0.4, so that a negative change and a stated fall compare."""
    falls = figure.direction is Direction.FELL or any(
        w in ("noun:deficit", "noun:loss") for w in figure.thing.near
    )
    if figure.kind in (Kind.PERCENT, Kind.POINTS, Kind.MONEY) and falls and value > 0:
        return -value
    return value


def equal(a: Decimal, b: Decimal) -> bool:
    """Return whether two values are one; a fraction such as a third is only as exact as Decimal is."""
    if a == b:
        return True
    return abs(a - b) <= Decimal("1e-12") * max(abs(a), abs(b))


_LEAST_WRITTEN = Decimal("0.1")  # per cent: one decimal at least


def _written_out(claim: Figure, source: Figure) -> bool:
    """Return whether a percentage is the claim's fraction as far as its decimals go: two-thirds are 66.7 per cent."""
    if claim.kind is not Kind.FRACTION or source.kind is not Kind.PERCENT or source.grain is None:
        return False
    if claim.low is None or source.low is None or not 0 < source.grain <= _LEAST_WRITTEN:
        return False
    return abs(claim.low * 100 - source.low) <= source.grain / 2 and claim.low * 100 != source.low


def _rounds(claim: Figure, value: Decimal, stated: Decimal, ours: Modifier, theirs: Modifier) -> bool:
    """Return whether ``value`` is ``stated`` rounded, with the hedge that such a rounding needs."""
    if ours is Modifier.EXACT or not _is_rounder(value, stated):
        return False
    if claim.kind in (Kind.ORDINAL, Kind.AGE, Kind.TIME):
        return False
    if claim.kind is Kind.COUNT and abs(stated) < SMALLEST_ROUNDED:
        return False
    off = abs(value - stated) / max(abs(value), abs(stated))
    above = stated > value
    if ours is Modifier.ABOUT:
        return theirs in (Modifier.EXACT, Modifier.ABOUT, Modifier.NEARLY) and off <= _ABOUT_SHARE
    if ours is Modifier.NEARLY:
        return theirs in (Modifier.EXACT, Modifier.ABOUT) and not above and off <= _BOUND_SHARE
    if ours in LOWER:
        return theirs in (Modifier.EXACT, Modifier.ABOUT, *LOWER) and above and off <= _BOUND_SHARE
    return theirs in (Modifier.EXACT, Modifier.NEARLY, *UPPER) and not above and off <= _BOUND_SHARE


def _is_rounder(value: Decimal, stated: Decimal) -> bool:
    """Return whether ``value`` has fewer significant digits than ``stated``, as a rounding must."""
    return _digits(value) < _digits(stated)


def _digits(value: Decimal) -> int:
    return len(abs(value).normalize().as_tuple().digits)
