"""Dates, ages, counts and figures in words, for every output format alike.

Nothing here asks the system for its clock, its locale or its time zone: the same values give the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from briefing.days import MONTHS, WEEKDAYS
from briefing.shown import capital, clean, figure, safe_url, visible

__all__ = [
    "age",
    "capital",
    "clean",
    "count",
    "day",
    "figure",
    "listed",
    "moment",
    "quoted",
    "safe_url",
    "stamp",
    "visible",
    "zone",
]


def day(when: datetime, weekday: bool = False) -> str:
    """``20 June 2011``, with its weekday where asked for."""
    text = f"{when.day} {MONTHS[when.month - 1]} {when.year}"
    return f"{WEEKDAYS[when.weekday()]} {text}" if weekday else text


def quoted(text: str) -> str:
    """``text`` in quotation marks, unless it begins with its own: two of them together read as a slip."""
    return text if text[:1] in '“"' else f"“{text}”"


def zone(when: datetime) -> str:
    """``UTC`` or ``UTC+02:00``: an offset is never ambiguous, an abbreviation often is."""
    offset = when.utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset is not None else 0
    if minutes == 0:
        return "UTC"
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def only_a_day(when: datetime) -> bool:
    """Whether a source gave the day and no time: midnight to the microsecond is how that is kept."""
    return (when.hour, when.minute, when.second, when.microsecond) == (0, 0, 0, 0)


def moment(when: datetime, now: datetime) -> str:
    """Return the time in the zone of ``now``: ``07:40`` on its day, ``19 June, 22:05`` in its year, else with the year.

    Of a source that gave the day only, the day.
    """
    if only_a_day(when):
        return f"{when.day} {MONTHS[when.month - 1]}" if when.year == now.year else day(when)
    local = when.astimezone(now.tzinfo)
    clock = f"{local.hour:02d}:{local.minute:02d}"
    if local.date() == now.date():
        return clock
    if local.year == now.year:
        return f"{local.day} {MONTHS[local.month - 1]}, {clock}"
    return f"{day(local)}, {clock}"


def stamp(when: datetime, zone_of: tzinfo | None) -> str:
    """``20 June 2011, 07:40`` in the zone given; of a source that gave the day only, the day."""
    if only_a_day(when):
        return day(when)
    local = when.astimezone(zone_of)
    return f"{day(local)}, {local.hour:02d}:{local.minute:02d}"


def age(then: datetime | None, now: datetime) -> str:
    """How long before ``now``: ``25 min ago``, ``3 h ago``, ``2 days ago``; empty when unknown or not past."""
    if then is None:
        return ""
    if only_a_day(then):
        passed = (now.date() - then.date()).days
        return "" if passed < 0 else "today" if passed == 0 else "yesterday" if passed == 1 else _days(passed)
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 0:
        return ""
    if minutes < 1:
        return "just in"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < 48 * 60:
        return f"{minutes // 60} h ago"
    return _days(minutes // (24 * 60))


def _days(days: int) -> str:
    return f"{days} days ago" if days < 730 else f"{days // 365} years ago"


def count(number: int, singular: str, plural: str = "") -> str:
    """``1 story``, ``3 stories``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(names: Iterable[str]) -> str:
    """Return ``A``, ``A and B``, ``A, B and C``."""
    names = tuple(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
