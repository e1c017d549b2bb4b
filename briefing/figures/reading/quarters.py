"""Financial years, quarters, halves and centuries: FY2025, Q3, the second quarter of fiscal 2026, the 19th century.

Promise: a quarter without a year is the latest one begun.
"""

from __future__ import annotations

from briefing.data import Kind
from briefing.figures.reading.draft import Context, Draft, date_draft, publication_day
from briefing.figures.reading.number import joint
from briefing.figures.reading.numerals import read_number
from briefing.figures.reading.years import four_digits, of_the_year, year_pair, year_value
from briefing.figures.vocabulary import calendar as cal
from briefing.figures.vocabulary.numberwords import ORDINALS
from briefing.figures.vocabulary.tokens import Tokens


def read_fiscal_year(t: Tokens, i: int) -> Draft | None:
    """FY2025, FY 25."""
    low = t.word(i + 1)
    if not low.isdecimal() or len(low) not in {2, 4}:
        return None
    year = int(four_digits(low))
    pair = year_pair(t, i + 1, year)
    if pair is not None:
        pair.i = i
        return pair
    return date_draft(i, i + 2, "financial year", cal.year_span(year), f"FY{year}")


def read_quarter_code(t: Tokens, i: int, c: Context) -> Draft | None:
    """Q3 2025, H1."""
    low = t.word(i + 1)
    if t.glued(i + 2) and t.word(i + 2)[:1].isalnum():
        return None
    if low not in {"1", "2", "3", "4"} or (t.word(i) == "h" and low not in {"1", "2"}):
        return None
    if not t.capital(i):
        return None
    j = i + 2
    year = year_value(t, j + 1 if t.word(j) in {"of", ","} else j)
    if year is not None:
        j += 2 if t.word(j) in {"of", ","} else 1
    return quarter(t, i, j, int(low), 3 if t.word(i) == "q" else 6, year, c)


_FISCAL = ("financial", "fiscal")


def _fiscal_year(t: Tokens, j: int) -> tuple[int | None, int]:
    """Read "of fiscal 2026", "of the 2026 financial year", "of its financial year 2026"."""
    k = j
    while t.word(k) in {"of", "the", "its", "year", *_FISCAL}:
        k += 1
    year = year_value(t, k)
    named = any(word in _FISCAL for word in t.low[j:k])
    if year is None or not (named or t.word(k + 1) in _FISCAL):
        return None, j
    return year, k + (3 if t.word(k + 1) in _FISCAL and t.word(k + 2) == "year" else 1)


def quarter(t: Tokens, i: int, j: int, number: int, months: int, year: int | None, c: Context) -> Draft:
    """Return the n-th quarter (``months`` = 3) or half (6) of a year; without a year, the latest begun."""
    known = year is not None
    today = publication_day(c)
    if year is None:
        year, j = of_the_year(t, j, c)
        if year is None:
            year, j = _fiscal_year(t, j)
            known = year is not None
        if year is None and today:
            year = today.year if (number - 1) * months < today.month else today.year - 1
    unit = "quarter" if months == 3 else "half-year"
    key = f"{'Q' if months == 3 else 'H'}{number}" + (f" {year}" if known else "")
    span = cal.months_span(year, (number - 1) * months + 1, number * months) if year else None
    return date_draft(i, j, unit, span, key)


def numbered_period(t: Tokens, i: int, c: Context) -> Draft | None:
    """Read "the third quarter (of 2025)", "the first half of 2025"; centuries; "the second half" of a game."""
    if not (t.word(i) in ORDINALS or t.is_digits(i) or t.word(i) in {"twenty"}):
        return None
    number = read_number(t, i)
    if number is None or number.form != "ordinal":
        return None
    k = joint(t, number.j)
    if t.word(k) in {"century", "centuries"} and number.low <= 30:
        first = 100 * (int(number.low) - 1)
        span = cal.year_span(max(first, 1))[0], cal.year_span(first + 99)[1]
        return date_draft(i, k + 1, "century", span, f"{number.low}th century", low=number.low)
    if (
        t.word(number.j) == "and"
        and t.word(number.j + 1) in ORDINALS | {"20th": 20}.keys()
        and t.word(number.j + 2) in {"centuries"}
    ):
        return date_draft(i, number.j, "century", None, f"{number.low}th century", low=number.low)
    if t.word(k) in {"quarter", "half"} and number.low <= 4:
        j = k + 1
        if (
            t.word(j) == "running"
            or t.low[j : j + 2] == ["in", "succession"]
            or t.low[j : j + 3] == ["in", "a", "row"]
        ):
            return Draft(Kind.ORDINAL, i, number.j, number.low, number.low)  # how many, not which
        year = year_value(t, j + 1 if t.word(j) in {"of", ","} else j)
        if year is not None:
            j += 2 if t.word(j) in {"of", ","} else 1
        elif t.word(k) == "half" and not (
            t.word(j) == "of" and t.word(j + 1) in {"the", "this", "last", "next"} and t.word(j + 2) == "year"
        ):
            return Draft(Kind.ORDINAL, i, k + 1, number.low, number.low, "half")
        return quarter(t, i, j, int(number.low), 3 if t.word(k) == "quarter" else 6, year, c)
    return None
