"""Financial years, quarters and halves: FY2025, Q3, the second quarter of fiscal 2026.

Promise: a quarter without a year is the latest one begun.
"""

from __future__ import annotations

from briefing.figures import calendar as cal
from briefing.figures.draft import Context, Draft, date_draft, publication_day
from briefing.figures.tokens import Tokens
from briefing.figures.years import four_digits, of_the_year, year_pair, year_value


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
