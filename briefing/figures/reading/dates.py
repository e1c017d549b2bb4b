"""Every way of saying when → one reader.

Promise: a date reads as a whole and never as its parts; the details are in ``monthdays``, ``months``, ``years``,
``decades`` and ``relative``.
"""

from __future__ import annotations

from briefing.figures.reading.decades import read_decade, read_short_decade, read_spelled_decade
from briefing.figures.reading.draft import Context, Draft
from briefing.figures.reading.monthdays import read_day_month, read_ordinal_day
from briefing.figures.reading.months import read_month
from briefing.figures.reading.numericdates import read_dotted, read_iso, read_slashed
from briefing.figures.reading.quarters import read_fiscal_year, read_quarter_code
from briefing.figures.reading.relative import read_relative, read_weekday
from briefing.figures.reading.years import read_season, read_spelled_year, read_year
from briefing.figures.vocabulary.numberwords import (
    MONTHS,
    ORDINALS,
    SEASONS,
    SMALL,
    TEENS_DECADES,
    TENS,
    WEEKDAYS,
)
from briefing.figures.vocabulary.tokens import Tokens


def read_date(t: Tokens, i: int, c: Context) -> Draft | None:
    """Return the date that begins at token ``i``, or ``None``."""
    word = t.word(i)
    if t.is_digits(i):
        return (
            read_iso(t, i)
            or read_slashed(t, i, c)
            or read_day_month(t, i, c)
            or read_year(t, i, c)
            or read_decade(t, i)
        )
    if i in t.dotted:
        return read_dotted(t, i, c)
    if word in MONTHS:
        return read_month(t, i, c)
    if word in WEEKDAYS:
        return read_weekday(t, i, c)
    if word == "'" and t.is_digits(i + 1):
        return read_short_decade(t, i)
    if word in TEENS_DECADES:
        return read_spelled_decade(t, i)
    if word in SEASONS:
        return read_season(t, i, c, i)
    if word in ORDINALS or word in TENS or word in SMALL:
        return read_ordinal_day(t, i, c) or read_spelled_year(t, i)
    if word in {"fy", "cy"} or (word[:2] == "fy" and word[2:].isdigit()):
        return read_fiscal_year(t, i)
    if word in {"q", "h"} and t.glued(i + 1):
        return read_quarter_code(t, i, c)
    return read_relative(t, i, c)
