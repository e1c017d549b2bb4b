"""A day of a month, the day first (3 June, the third of June 2026), and the year a day without one means.

Promise: a weekday beside the day is held against it; where they do not agree, there is no such day.
"""

from __future__ import annotations

from briefing.figures.reading.draft import Context, Draft, date_draft, publication_day
from briefing.figures.reading.numerals import read_number
from briefing.figures.reading.years import of_the_year, year_after
from briefing.figures.vocabulary import calendar as cal
from briefing.figures.vocabulary.numberwords import MONTHS, ORDINALS, SMALL, WEEKDAYS
from briefing.figures.vocabulary.tense import future_tense, past_tense
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

ABBREVIATED = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})


SHORT_WEEKDAYS = frozenset({"sun", "sat", "mon", "fri", "tue", "wed", "thu", "thur", "thurs", "tues", "weds"})


def day_value(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return a day of the month at ``i`` (3, 3rd, third, twenty-first), and the index after it."""
    low = t.word(i)
    if low.isdecimal() and len(low) <= 2 and 1 <= int(low) <= 31:
        if t.word(i + 1) in {"st", "nd", "rd", "th"} and t.glued(i + 1):
            return int(low), i + 2
        return int(low), i + 1
    if low in ORDINALS or low in {"twenty", "thirty"}:
        number = read_number(t, i)
        if number is not None and number.form == "ordinal" and 1 <= number.low <= 31:
            return int(number.low), number.j
    return None


def month_at(t: Tokens, i: int) -> int | None:
    """Return the month at token ``i``; May and March only where they are capitalised."""
    month = MONTHS.get(t.word(i))
    if month is None or (t.word(i) in {"may", "march", "mar", "jan", "dec", "sep"} and not t.capital(i)):
        return None
    return month


def after_month(t: Tokens, j: int) -> int:
    """Return the index after a month that ended before ``j``, past the point of an abbreviation."""
    return j + 1 if t.word(j) == "." and t.word(j - 1) in ABBREVIATED else j


_NEAR_DAYS = 45  # a day this near needs no year; one of another year would be given with it


def _place_year(t: Tokens, i: int, month: int, number: int, c: Context) -> int | None:
    """Return the year of a day without one: the nearest in the direction of the tense."""
    today = publication_day(c)
    if today is None:
        return None
    this = cal.day(today.year, month, number) or cal.day(today.year, month, min(number, 28))
    assert this is not None
    before = t.word(i - 1)
    near = abs((this - today).days) <= _NEAR_DAYS
    if near and before not in {"since", "after", "until", "till", "by"}:
        return today.year  # so close a day is meant, whatever the tense of the clause before it
    if before in {"since", "after"} or (before not in {"until", "till", "by"} and past_tense(t, i)):
        return today.year - 1 if this > cal.shift(today, 1) else today.year
    distance = (this - today).days
    if before in {"until", "till", "by"} or future_tense(t, i):
        return today.year + 1 if distance < 0 else today.year
    if distance > 183:
        return today.year - 1
    return today.year + 1 if distance < -300 else today.year


def day_draft(t: Tokens, i: int, j: int, month: int, number: int, last: int, c: Context) -> Draft | None:
    """Return the days ``number`` to ``last`` of a month read over ``i:j``, with the year behind and the weekday before."""
    year, j = year_after(t, j)
    if year is None:
        year, j = of_the_year(t, j, c)
    known = year is not None
    if year is None:
        year = _place_year(t, i, month, number, c)
    key = f"{month:02}-{number:02}" if last == number else f"{month:02}-{number:02}/{last:02}"
    i = _weekday_before(t, i)
    if year is None:
        return date_draft(i, j, "day", None, key)
    weekday = next((WEEKDAYS[t.word(k)] for k in range(i, min(i + 1, j)) if t.word(k) in WEEKDAYS), None)
    if weekday is not None and not known:
        year = next((y for y in (year, year - 1, year + 1) if _falls_on(y, month, number, weekday)), year)
    first, until = cal.day(year, month, number), cal.day(year, month, last)
    if first is None or until is None:
        return None
    if weekday is not None and first.weekday() != weekday:
        return date_draft(i, j, "day", None, f"{t.word(i)} {key}")  # no such day: it can only be quoted
    return date_draft(i, j, "day", (first, until), f"{year}-{key}" if known else key)


def _falls_on(year: int, month: int, number: int, weekday: int) -> bool:
    found = cal.day(year, month, number)
    return found is not None and found.weekday() == weekday


def _weekday_before(t: Tokens, i: int) -> int:
    k = i - 1
    if t.word(k) == "the":
        k -= 1
    if t.word(k) == ",":
        k -= 1
    if t.word(k) == "." and t.word(k - 1) in SHORT_WEEKDAYS:
        k -= 1
    return k if t.word(k) in WEEKDAYS and t.capital(k) else i


def read_day_month(t: Tokens, i: int, c: Context) -> Draft | None:
    """3 June · 3rd of June 2026 · 3-5 June · 30 May to 2 June (two dates)."""
    first = day_value(t, i)
    if first is None:
        return None
    number, j = first
    last = number
    if (
        t.word(j) in {"-", "\u2013", "and", "to"}
        and (second := day_value(t, j + 1))
        and second[0] > number
        and month_at(t, second[1])
    ):
        last, j = second
    if t.word(j) == "of":
        j += 1
        if t.word(j) == "this":
            return None
    elif t.word(j) == "-" and t.glued(j):
        j += 1
    month = month_at(t, j)
    if month is None or (t.word(j) == "may" and _modal(t, j)):
        return None
    return day_draft(t, i, after_month(t, j + 1), month, number, last, c)


_AFTER_MODAL = word_set("be have not also well still yet soon")


def _modal(t: Tokens, j: int) -> bool:
    return t.word(j + 1) in _AFTER_MODAL


def read_ordinal_day(t: Tokens, i: int, c: Context) -> Draft | None:
    """Read "the third of June", "twenty-first of May"."""
    if t.word(i) in SMALL:
        return None
    day = day_value(t, i)
    if day is None:
        return None
    j = day[1] + 1 if t.word(day[1]) == "of" else day[1]
    month = month_at(t, j)
    if month is None or (j == day[1] and t.word(i) in {"second", "first"}):
        return None
    return day_draft(t, i, after_month(t, j + 1), month, day[0], day[0], c)
