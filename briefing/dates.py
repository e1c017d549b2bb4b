"""Dates as feeds, files and pages write them → aware datetimes. A date that could be two is left unknown."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

_MAX_CHARACTERS = 80  # nothing longer is a date
_TWO_WAYS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b")
_MAIL = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\.?\s+\d{2,4}\s+\d{1,2}:\d\d(?::\d\d)?(?:\s+[+A-Z(-].*)?$"
)
_ZONES_HOURS = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "WET": 0, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "IST": 5.5, "PKT": 5, "SGT": 8, "KST": 9, "SAST": 2, "WAT": 1, "EAT": 3,
    "JST": 9, "HKT": 8, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
ZONES = tuple(_ZONES_HOURS)
"""The names of time zones that are understood."""


def read_date(value: object) -> datetime | None:
    """Return the moment that ``value`` names, or ``None`` when it names none for certain.

    Takes ISO 8601, RFC 2822, seconds or milliseconds since 1970, and dates in words. Without a zone it is
    UTC, and with one that isn't known too; a day alone is its beginning.
    """
    if isinstance(value, datetime):
        return _aware(value)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return _since_1970(float(value))
    text = str(value).strip()
    if not text or len(text) > _MAX_CHARACTERS:
        return None
    if re.fullmatch(r"\d{9,13}(?:\.\d+)?", text):
        return _since_1970(float(text))
    return _iso(text) or _mail(text) or _words(text)


def _aware(moment: datetime) -> datetime | None:
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        moment.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return moment


def _since_1970(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _iso(text: str) -> datetime | None:
    try:
        return _aware(datetime.fromisoformat(text))
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    if not _MAIL.match(text):  # the standard library would take much else, and drop "am" or the zone
        return None
    try:
        return _aware(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _words(text: str) -> datetime | None:
    """Read what people write: "June 20, 2011 5:30 PM EDT"."""
    two = _TWO_WAYS.match(text)
    if (two and max(int(two[1]), int(two[2])) <= 12 and two[1] != two[2]) or not re.search(r"\d{4}", text):
        return None
    from dateutil import parser

    def zone(name: str | None, offset_s: int | None) -> tzinfo | None:
        if offset_s is None:
            if name not in _ZONES_HOURS:
                return None
            offset_s = int(_ZONES_HOURS[name] * 3600)
        return timezone(timedelta(seconds=offset_s))

    try:
        # Two defaults: a date without its day would come out differently, and so is no date.
        first, second = (
            parser.parse(text, default=datetime(1, month, month), tzinfos=zone) for month in (1, 2)
        )
        return _aware(first) if first == second else None
    except (ValueError, OverflowError, TypeError):
        return None
