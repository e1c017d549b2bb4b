"""Calendar arithmetic for dates as news states them: spans of days from words and ``published``.

Promise: only the proleptic Gregorian calendar and the publication's own offset; an impossible date is ``None``.
"""

from __future__ import annotations

import calendar as _calendar
from datetime import date, timedelta

Span = tuple[date, date]


def day(year: int, month: int, number: int) -> date | None:
    """Return the date, or ``None`` where there is no such day."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def month_span(year: int, month: int) -> Span:
    """First and last day of a month; months outside 1..12 run over into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year = min(max(year, 1), 9999)
    return date(year, month, 1), date(year, month, _calendar.monthrange(year, month)[1])


def months_span(year: int, first: int, last: int) -> Span:
    """From the first day of one month to the last of another, of the same year unless it runs over."""
    return month_span(year, first)[0], month_span(year, last if last >= first else last + 12)[1]


def year_span(year: int) -> Span:
    """Return the whole year."""
    year = min(max(year, 1), 9999)
    return date(year, 1, 1), date(year, 12, 31)


def week_span(any_day: date) -> Span:
    """Monday to Sunday around a day."""
    monday = shift(any_day, -any_day.weekday())
    return monday, shift(monday, 6)


def shift(any_day: date, days: int) -> date:
    """``days`` later, held inside the calendar."""
    try:
        return any_day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def weekend_before(any_day: date) -> Span:
    """Return the Saturday and Sunday of a story: its own from Friday on, else the two days before its Monday."""
    monday = week_span(any_day)[0]
    saturday = shift(monday, 5 if any_day.weekday() >= 5 else -2)
    return saturday, shift(saturday, 1)


def weekend_after(any_day: date) -> Span:
    """Return the coming Saturday and Sunday, or the present ones."""
    saturday = shift(week_span(any_day)[0], 5)
    return saturday, shift(saturday, 1)


def nearest(any_day: date, weekday: int, *, past: bool) -> date:
    """Return the nearest day of that weekday before or after, the same day included."""
    if past:
        return shift(any_day, -((any_day.weekday() - weekday) % 7))
    return shift(any_day, (weekday - any_day.weekday()) % 7)
