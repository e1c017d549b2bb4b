"""Values on a common scale: 3.4 GW and 3,400 MW, three-quarters and 75 percent, 90 minutes and an hour and a half.

Promise: only conversions that are exact by definition, inside one system; money is never converted.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Figure, Kind
from briefing.figures.vocabulary.unit_table import BY_NAME


def base_unit(unit: str) -> tuple[str, Decimal]:
    """Return the base of a unit name and how much of it one is; an unknown unit is its own base."""
    head, slash, rest = unit.partition("/")
    if slash:
        base, factor = base_unit(head)
        per, divisor = base_unit(rest)
        return f"{base}/{per}", factor / divisor
    known = BY_NAME.get(unit)
    return (known.base, known.factor) if known is not None else (unit, Decimal(1))


def base_value(figure: Figure) -> tuple[str, Decimal, Decimal]:
    """Return unit, low and high of a figure with values, in the base unit."""
    low = figure.low if figure.low is not None else Decimal(0)
    high = figure.high if figure.high is not None else low
    if figure.kind in (Kind.MONEY, Kind.COUNT, Kind.AGE, Kind.TIME, Kind.ORDINAL, Kind.SCORE):
        return figure.unit, low, high
    base, factor = base_unit(figure.unit)
    return base, low * factor, high * factor


def share_of(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """Return low and high of a percentage, fraction or ratio as shares of one; ``None`` if it is no share."""
    if figure.low is None or figure.high is None:
        return None
    if figure.kind is Kind.PERCENT:
        return figure.low / 100, figure.high / 100
    if figure.kind is Kind.FRACTION:
        return figure.low, figure.high
    if figure.kind is Kind.RATIO and figure.high <= 1:
        return figure.low, figure.high
    return None
