"""A figure while it is being read: token indices instead of offsets, and open to change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from briefing.data import Direction, Kind, Modifier
from briefing.figures.reading.number import Number


@dataclass(slots=True)
class Draft:
    """The tokens ``i:j`` read as a figure; the fields mean what they mean in ``Figure``.

    ``bare`` says that no unit was written, so that one may still be shared from a neighbour (5 to 7 percent).
    """

    kind: Kind
    i: int
    j: int
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    written_unit: str = ""
    grain: Decimal | None = None
    parts: tuple[Decimal, ...] = ()
    modifier: Modifier = Modifier.EXACT
    direction: Direction = Direction.NONE
    when: date | None = None
    until: date | None = None
    or_when: date | None = None
    bare: bool = False
    factor: Decimal = Decimal(1)
    gap: Direction = Direction.NONE

    @property
    def is_plain(self) -> bool:
        """Whether it is a number and no more: nothing says yet what it counts or measures."""
        return self.bare and self.kind is Kind.COUNT


@dataclass(frozen=True, slots=True)
class Context:
    """What the reading of a text depends on beyond the words at hand."""

    published: datetime | None
    month_first: bool = False
    sterling: bool = False
    euro: bool = False


def date_draft(
    i: int,
    j: int,
    unit: str,
    span: tuple[date, date] | None,
    key: str = "",
    *,
    low: int | Decimal | None = None,
) -> Draft:
    """Return a date over tokens ``i:j`` with the precision ``unit``."""
    value = None if low is None else Decimal(low)
    when, until = span if span else (None, None)
    return Draft(Kind.DATE, i, j, value, value, unit, key, when=when, until=until)


def age_draft(i: int, j: int, number: Number, unit: str = "year") -> Draft:
    """Return an age over tokens ``i:j``; ``unit`` is that of its number."""
    return Draft(Kind.AGE, i, j, number.low, number.high, unit, unit, grain=number.grain)


def publication_day(c: Context) -> date | None:
    """Return the day of publication in its own offset, or ``None``."""
    return c.published.date() if c.published else None
