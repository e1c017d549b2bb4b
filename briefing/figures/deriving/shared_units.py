"""Bare numbers that take the unit of a figure before them: "19 minutes instead of 50", "It has now cost 730 million".

Promise: the unit is one that a figure of the same sentence or the one before has; no number with a unit is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.data import Figure, Kind
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import single_values
from briefing.figures.matching.scale import base_value
from briefing.figures.reading.units import written_factor


def in_shared_units(claim: Figure, group: Sequence[Spot]) -> list[Spot]:
    """Return the bare numbers that take the claim's unit from a figure before."""
    if claim.kind is Kind.COUNT and not claim.unit:
        return []
    wanted = base_value(claim)[0]
    told = {
        (p.sentence, p.figure.start)
        for p in group
        if (p.figure.kind, p.figure.unit) == (claim.kind, claim.unit)
    }
    shared: list[Spot] = []
    for place in single_values(group, (Kind.COUNT,)):
        figure = place.figure
        free = "bare" in figure.thing.status and not figure.unit and not figure.parts
        if not free or (place.sentence, figure.start) in told:
            continue
        factor = _factor_beside(place, group, claim.kind, wanted)
        if factor is not None and figure.low is not None:
            value = figure.low * factor
            made = replace(figure, kind=claim.kind, unit=claim.unit, low=value, high=value)
            shared.append(replace(place, figure=made))
    return shared


def _factor_beside(place: Spot, places: Sequence[Spot], kind: Kind, unit: str) -> Decimal | None:
    """Return what one of a bare number stands for, where a figure of its sentence or the one before has a unit: 60 seconds a minute."""
    for other in places:
        figure = other.figure
        beside = other.article == place.article and 0 <= place.sentence - other.sentence <= 1
        if not beside or figure.kind is not kind:
            continue
        if base_value(figure)[0] == unit and (factor := written_factor(figure)) is not None:
            return factor
    return None
