"""What arithmetic works with: like figures of one article, and the figure they would make.

Promise: terms are compared in one unit, exactly, and never across different things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.data import Figure, Kind, Modifier
from briefing.figures.match import match
from briefing.figures.scale import base_value
from briefing.figures.support import Spot, closeness, noun_relation

_MAX_SPOTS = 14  # the closest figures of an article; more would make sums by accident


SMALLEST_ROUNDED = 15  # a smaller difference of counts is exact or wrong


QUANTITIES = (
    Kind.RATE,
    Kind.COUNT,
    Kind.MONEY,
    Kind.MEASURE,
    Kind.DURATION,
    Kind.PERCENT,
    Kind.POINTS,
    Kind.TEMPERATURE,
)


HARM = frozenset(("killed", "injured", "missing"))


@dataclass(frozen=True, slots=True)
class Derivation:
    """The arithmetic in plain words ("5 + 7 = 12") and the figures it uses."""

    reason: str
    spots: tuple[Spot, ...]


def closest_by_article(claim: Figure, spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Yield for each article the figures whose words are closest to the claim's, the closest first."""
    groups: dict[int, list[Spot]] = {}
    for place in spots:
        groups.setdefault(place.article, []).append(place)
    for article in sorted(groups):
        ranked = sorted(groups[article], key=lambda s: (-closeness(claim, s), s.sentence, s.figure.start))
        yield ranked[:_MAX_SPOTS]


def would_support(
    claim: Figure, terms: Sequence[Spot], value: Decimal, unit: str, kind: Kind | None = None
) -> bool:
    """Return whether a figure of ``value`` in base ``unit``, hedged as its terms are, would support the claim."""
    modifiers = {t.figure.modifier for t in terms}
    if len(modifiers) > 1:
        return False
    made = figure_of(kind or claim.kind, value, unit, terms[0].figure.modifier)
    own = figure_of(claim.kind, base_value(claim)[1], base_value(claim)[0], claim.modifier)
    if claim.low != claim.high:
        return False
    return match(own, made).fits


def figure_of(kind: Kind, value: Decimal, unit: str, modifier: Modifier = Modifier.EXACT) -> Figure:
    """Return the figure of ``value`` that the arithmetic gives."""
    return Figure(kind, str(value), 0, 0, value, value, unit, modifier)


def show(figure: Figure) -> str:
    """Return a term as the arithmetic shows it."""
    return figure.text


def single_values(places: Iterable[Spot], kinds: tuple[Kind, ...]) -> list[Spot]:
    """Return the figures of ``kinds`` that are one value each, no range."""
    return [
        p
        for p in places
        if p.figure.kind in kinds and p.figure.low is not None and p.figure.low == p.figure.high
    ]


def count_the_same(a: Figure, b: Figure) -> bool:
    """Return whether two source figures count the same thing, so that they may be added or compared."""
    if base_value(a)[0] != base_value(b)[0] or a.kind is not b.kind:
        return False
    if "abstained" in (a.thing.act, b.thing.act) and a.thing.act != b.thing.act:
        return False
    acts = {act for act in (a.thing.act, b.thing.act) if act}
    if a.kind is Kind.COUNT and len(acts) > 1 and acts & HARM and not acts <= HARM:
        return False
    return noun_relation(a.thing, b.thing) != "other"


def may_stand_for(claim: Figure, place: Spot) -> bool:
    """Return whether a figure counts what the claim counts, or more of it, so that it may be a term."""
    ours, theirs = claim.thing, place.figure.thing
    if noun_relation(ours, theirs) == "other":
        return False
    if ours.act in HARM and theirs.act in HARM and ours.act != theirs.act:
        return False
    return "denied" not in theirs.status


def plain(value: Decimal, claim: Figure) -> str:
    """Return the result as the arithmetic shows it: in the claim's own words where it is exact."""
    return claim.text if claim.modifier is Modifier.EXACT else f"{value.normalize():f}"
