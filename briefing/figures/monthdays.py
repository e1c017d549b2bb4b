"""Days and months, written out or in figures → first and last day.

Promise: every order of news is read (3 June, June 3, 2026-06-03, 03/06/2026); where a date has two readings, both
are kept.
"""

from __future__ import annotations

from datetime import date

from briefing.figures import calendar as cal
from briefing.figures.draft import Context, Draft, date_draft, publication_day
from briefing.figures.numberwords import MONTHS, ORDINALS, SMALL, WEEKDAYS, word_set
from briefing.figures.numerals import read_number
from briefing.figures.tense import future_tense, past_tense
from briefing.figures.tokens import Tokens
from briefing.figures.years import counted, function_word, of_the_year, year_after

_ABBREVIATED = frozenset(
    {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
)


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
    return j + 1 if t.word(j) == "." and t.word(j - 1) in _ABBREVIATED else j


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


def _finish_day(t: Tokens, i: int, j: int, month: int, number: int, c: Context) -> Draft | None:
    """Return a day and month, perhaps with a second day (June 3-5), a year, and a weekday before it."""
    last = number
    k = j
    if (
        t.word(k) in {"-", "\u2013", "to", "and", "/"}
        and (second := day_value(t, k + 1))
        and second[0] > number
    ):
        bare = t.word(second[1]) not in {"people", "percent", "%", ":"} and not counted(t, second[1])
        if (
            bare
            and (t.word(k) != "to" or not t.word(second[1]).isalpha() or function_word(t, second[1]))
            and t.word(second[1]) not in _DIED
        ):
            last, j = second[0], second[1]
    return _with_year(t, i, j, month, number, last, c)


_DIED = word_set(
    "died dead killed were injured wounded more others remain remained men women are arrested missing new"
)


def _with_year(t: Tokens, i: int, j: int, month: int, number: int, last: int, c: Context) -> Draft | None:
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
    return _with_year(t, i, after_month(t, j + 1), month, number, last, c)


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
    return _with_year(t, i, after_month(t, j + 1), month, day[0], day[0], c)


def read_month(t: Tokens, i: int, c: Context) -> Draft | None:
    """June 3 · June 3-5, 2026 · Nov. 21 · June 2026 · last June · June."""
    month = month_at(t, i)
    if month is None:
        return None
    j = after_month(t, i + 1)
    k = j + 1 if t.word(j) == "the" else j
    if t.word(k) == "-" and t.glued(k) and t.is_digits(k + 1):
        k += 1
    day = day_value(t, k)
    if day is not None and not _time_follows(t, day[1]) and not (day[1] == k + 1 and t.glued(k) and k == j):
        draft = _finish_day(t, i, day[1], month, day[0], c)
        if draft is not None:
            return draft
    return _month_alone(t, i, j, month, c)


def _time_follows(t: Tokens, k: int) -> bool:
    return t.word(k) == ":" and t.glued(k) and t.is_digits(k + 1)


_AMBIGUOUS_MONTHS = word_set("may march mar jan dec sep jun jul august april june oct")


def _month_alone(t: Tokens, i: int, j: int, month: int, c: Context) -> Draft | None:
    word = t.word(i)
    year, after = year_after(t, j)
    if year is None:
        year, after = of_the_year(t, j, c)
    start = i
    before = t.word(i - 1)
    explicit = year is not None
    if before in {"early", "late", "mid"}:
        before = t.word(i - 2)
    today = publication_day(c)
    if word in _AMBIGUOUS_MONTHS and not explicit and not _month_context(t, i, j, before):
        return None
    if (
        word in _ABBREVIATED
        and not explicit
        and not (
            t.capital(i) and (t.word(i + 1) == "." or before in {"in", "since", "last", "next", "until"})
        )
    ):
        return None
    if year is None and before in {"last", "next", "this"}:
        start = i - 1 if t.word(i - 1) == before else i - 2
        if today:
            year = _stepped_month_year(today, month, before)
    elif year is None and today:
        year = _month_year(t, i, month, today)
    key = f"{year}-{month:02}" if explicit else f"{month:02}"
    part = _part_of_month(t, i)
    if part:
        span = _days_of_part(year, month, part) if year else None
        return date_draft(start, after, "part of month", span, f"{part} {key}")
    return date_draft(start, after, "month", cal.month_span(year, month) if year else None, key)


_PARTS = {"early": (1, 12), "mid": (9, 21), "late": (19, 31)}  # the days of a month that each may mean


def _part_of_month(t: Tokens, i: int) -> str:
    before = t.word(i - 2) if t.word(i - 1) == "-" else t.word(i - 1)
    return before if before in _PARTS else ""


def _days_of_part(year: int, month: int, part: str) -> tuple[date, date]:
    first, last = cal.month_span(year, month)
    begin, end = _PARTS[part]
    return first.replace(day=begin), first.replace(day=min(end, last.day))


def _stepped_month_year(today: date, month: int, before: str) -> int:
    if before == "last":
        return today.year if month < today.month else today.year - 1
    if before == "next":
        return today.year if month > today.month else today.year + 1
    return today.year


def _compares_back(t: Tokens, i: int) -> bool:
    """Return whether a month or day is what a present level is compared with: "higher than in June"."""
    k = i - 2 if t.word(i - 1) in {"in", "on", "of", "end"} else i - 1
    return t.word(k) in {"than", "with", "as", "against"}


def _month_year(t: Tokens, i: int, month: int, today: date) -> int:
    if t.word(i - 1) == "since" or past_tense(t, i) or _compares_back(t, i):
        return today.year if month <= today.month else today.year - 1
    if future_tense(t, i):
        return today.year if month >= today.month else today.year + 1
    return today.year if month <= today.month + 6 else today.year - 1


_MONTH_BEFORE = word_set(
    "in since last next this until till by from during through of for before after early late mid between to and - on that every each "
    "previous following"
)


def _month_context(t: Tokens, i: int, j: int, before: str) -> bool:
    """Whether a capitalised May, March or April is the month and not a verb, a name or a first name."""
    after = t.word(j)
    if before in _MONTH_BEFORE:
        if (
            t.word(i) in {"may", "april", "june", "august", "jan"}
            and t.capital(j)
            and before in {"of", "to", "from", "and", "for", "by", "on"}
        ):
            return after in WEEKDAYS or after in MONTHS
        return True
    return after in {"'", "figures", "data", "sales", "election", "elections"} and t.word(i) not in {
        "jan",
        "dec",
        "mar",
        "sep",
    }
