"""A month, alone or before its day: June 3-5, 2026, last June, early March.

Promise: May, March and other words that are not always months need a month's words around them.
"""

from __future__ import annotations

from datetime import date

from briefing.figures.reading.draft import Context, Draft, date_draft, publication_day
from briefing.figures.reading.monthdays import ABBREVIATED, after_month, day_draft, day_value, month_at
from briefing.figures.reading.years import counted, function_word, of_the_year, year_after
from briefing.figures.vocabulary import calendar as cal
from briefing.figures.vocabulary.numberwords import MONTHS, WEEKDAYS
from briefing.figures.vocabulary.tense import future_tense, past_tense
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set


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
    return day_draft(t, i, j, month, number, last, c)


_DIED = word_set(
    "died dead killed were injured wounded more others remain remained men women are arrested missing new"
)


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
        word in ABBREVIATED
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
