"""Days that hold tomorrow: "this morning" in Wednesday's report is "on Wednesday morning" in Thursday's edition.

A report's "today" means its own day, and an edition is read on another. So the words that point from the day of
writing are put in the name of the day they mean, as a copy desk does; within a week its weekday, else its date. "Overnight" and "so far" point to the day of writing
as much: "overnight into Wednesday", "as of Wednesday". What stands in quotation marks is somebody's own words and
stays.
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
_SUBJECT = re.compile(r"\s+(?:is|was|will be|marks|marked)\b(?!\s+(?:\w+ed|\w+ing)\b)")
_NUMBERED = ("one", "two", "three", "four", "five", "six")
_AGO = re.compile(
    r"\b(?:(?P<count>" + "|".join((*_NUMBERED, "[1-6]")) + r") days|a day) ago\b(?!['’])", re.IGNORECASE
)
# As an adverb only: "an overnight train" and "overnight rain" are no times. A thing done every night, or to be done,
# has no one day: "are kept overnight", "will rain overnight".
_OVERNIGHT = re.compile(
    r"(?P<gap>\s?)\bovernight\b(?=\s*(?:[.,;:)]|$)|\s+(?:at|in|on|from|after|as|and|but|by|that|when|while|to|off|near|outside|across)\b)"
    r"(?!\s+(?:on|to|into|from)\s+(?:\w+\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)\b)",
    re.IGNORECASE,
)
_NOT_ONE_NIGHT = re.compile(
    r"\b(?:an?|the|will|would|to|may|might|can|could|should|shall|is|are|be|every|each|stay\w*|almost|nearly|"
    r"practically|virtually|bec[ao]me|doubled|each)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"(?<!go )(?<!goes )(?<!went )(?<!gone )(?<!come )(?<!came )(?<!get )(?<!got )(?<!thus )"
    r"\b(?P<have>(?:has|have)\s+)?so far\b(?!\s+(?:as|away|from|north|south|east|west|beyond|that|apart|ahead|behind|out|off|to|this|in)\b)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
WEEK_DAYS = 6  # beyond it "on Wednesday" would mean another Wednesday


def name_days(text: str, published: datetime | None, now: datetime, *, nights: bool = True) -> str:
    """Return ``text``, written at ``published``, as it reads on the day of ``now`` (both aware).

    Unchanged where the report is of that same day, or of no known day. Without ``nights`` the word "overnight" inside
    a sentence is left out instead: what proves a day may be missing, and the rest is as true without it.
    """
    if published is None or published.date() == now.astimezone(published.tzinfo).date():
        return text
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    day = _day(published, "", now)

    def pointed(match: re.Match[str]) -> str:
        offset, part = _POINTERS[match["words"].lower()]
        named = _day(published + timedelta(days=offset), part, now)
        before = match["before"] or ""
        if match["owner"]:
            return f"{before}{named}{match['owner']}"
        if before or _SUBJECT.match(text, match.end()):
            return f"{before}{named}"
        return _as_written(match, f"on {named}")

    def ago(match: re.Match[str]) -> str:
        count = match["count"] or "one"
        days = int(count) if count.isdigit() else _NUMBERED.index(count.lower()) + 1
        return _as_written(match, f"on {_day(published - timedelta(days=days), '', now)}")

    def overnight(match: re.Match[str]) -> str:
        if _NOT_ONE_NIGHT.search(text[: match.end("gap")]):
            return match[0]
        if not nights and match["gap"]:
            return ""
        return f"{match[0]} into {day}"

    def so_far(match: re.Match[str]) -> str:
        if match["have"]:
            return f"{match['have'].rstrip()}, as of {day}{',' * (text[match.end() :][:1] == ' ')}"
        return _as_written(match, f"as of {day}")

    found = [
        (match.start(), match.end(), say(match))
        for pattern, say in ((_POINTER, pointed), (_AGO, ago), (_OVERNIGHT, overnight), (_SO_FAR, so_far))
        for match in pattern.finditer(text)
        if not any(start <= match.start() < end for start, end in quoted)
    ]
    for start, end, said in sorted(found, reverse=True):
        text = text[:start] + said + text[end:]
    return text


def quoted_pointer(text: str, published: datetime | None, now: datetime) -> str:
    """Return a word inside a quotation that means another day than it would to the reader ("last night"), or "".

    Nobody's words may be changed; told on another day they mislead.
    """
    if published is None or published.date() == now.astimezone(published.tzinfo).date():
        return ""
    quotations = (match[0] for match in _QUOTED.finditer(text))
    found = (match for quotation in quotations for match in _POINTER.finditer(quotation))
    return next((match["words"] for match in found if not match["owner"]), "")


def _as_written(match: re.Match[str], said: str) -> str:
    return said[:1].upper() + said[1:] if match[0][0].isupper() else said


def _day(day: datetime, part: str, now: datetime) -> str:
    apart = abs((now.astimezone(day.tzinfo).date() - day.date()).days)
    if apart <= WEEK_DAYS:
        return WEEKDAYS[day.weekday()] + part
    year = f" {day.year}" if day.year != now.year else ""
    dated = f"{day.day} {MONTHS[day.month - 1]}{year}"
    return f"the{part} of {dated}" if part else dated
