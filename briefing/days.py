"""Days that hold tomorrow: "this morning" in Wednesday's report is "on Wednesday morning" in Thursday's edition.

A report's "today" means its own day, and an edition is read on another. So the words that point from the day of
writing are put in the name of the day they mean, as a copy desk does; within a week its weekday, else its date.
What stands in quotation marks is somebody's own words and stays.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# The words, how many days after the report's own they mean, and the part of the day.
_POINTERS = {
    "today": (0, ""),
    "this morning": (0, " morning"),
    "this afternoon": (0, " afternoon"),
    "this evening": (0, " evening"),
    "tonight": (0, " night"),
    "yesterday": (-1, ""),
    "yesterday morning": (-1, " morning"),
    "yesterday afternoon": (-1, " afternoon"),
    "yesterday evening": (-1, " evening"),
    "last night": (-1, " night"),
    "tomorrow": (1, ""),
    "tomorrow morning": (1, " morning"),
    "tomorrow afternoon": (1, " afternoon"),
    "tomorrow evening": (1, " evening"),
    "tomorrow night": (1, " night"),
}
_POINTER = re.compile(
    r"\b(?P<before>(?:early|late|from|until|till|by|since|for|on|of|before|after)\s+)?"
    r"(?P<words>" + "|".join(sorted(_POINTERS, key=len, reverse=True)) + r")\b(?P<owner>['’]s)?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
WEEK_DAYS = 6  # beyond it "on Wednesday" would mean another Wednesday


def name_days(text: str, published: datetime | None, now: datetime) -> str:
    """Return ``text``, written at ``published``, as it reads on the day of ``now`` (both aware).

    Unchanged where the report is of that same day, or of no known day.
    """
    if published is None or published.date() == now.astimezone(published.tzinfo).date():
        return text
    quoted = [match.span() for match in _QUOTED.finditer(text)]

    def named(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in quoted):
            return match[0]
        offset, part = _POINTERS[match["words"].lower()]
        day = _day(published + timedelta(days=offset), part, now)
        before = match["before"] or ""
        if match["owner"]:
            return f"{before}{day}{match['owner']}"
        if not before:
            before = "On " if match["words"][0].isupper() else "on "
        return f"{before}{day}"

    return _POINTER.sub(named, text)


def _day(day: datetime, part: str, now: datetime) -> str:
    apart = abs((now.astimezone(day.tzinfo).date() - day.date()).days)
    if apart <= WEEK_DAYS:
        return WEEKDAYS[day.weekday()] + part
    year = f" {day.year}" if day.year != now.year else ""
    dated = f"{day.day} {MONTHS[day.month - 1]}{year}"
    return f"the{part} of {dated}" if part else dated
