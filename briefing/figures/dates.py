"""Dates, years, decades and relative days → first and last day.

Promise: a date reads as a whole and never as its parts; a relative one resolves against ``published`` in its
own offset, and stays without ``when`` where that is unknown.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from briefing.data import Kind
from briefing.figures import calendar as cal
from briefing.figures.draft import Context, Draft
from briefing.figures.numberwords import MONTHS, ORDINALS, SEASONS, SMALL, TENS, TEENS_DECADES, WEEKDAYS
from briefing.figures.numerals import read_number
from briefing.figures.tokens import Tokens

PERIODS = frozenset(
    {
        "week",
        "month",
        "year",
        "quarter",
        "weekend",
        "decade",
        "century",
        "fortnight",
        "season",
        "term",
        "session",
    }
)
RELATIVE = frozenset(
    {"yesterday", "today", "tomorrow", "tonight", "overnight", "last", "next", "this", "weekend", "ago"}
)
_ABBREVIATED = frozenset(
    {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
)
_WEEKDAY_CARE = frozenset({"sun", "sat", "mon", "fri", "tue", "wed", "thu", "thur", "thurs", "tues", "weds"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night", "lunchtime", "dawn"})
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


def make(
    i: int,
    j: int,
    unit: str,
    span: tuple[date, date] | None,
    key: str = "",
    *,
    low: int | Decimal | None = None,
) -> Draft:
    """A date over tokens ``i:j`` with the precision ``unit``."""
    value = None if low is None else Decimal(low)
    when, until = span if span else (None, None)
    return Draft(Kind.DATE, i, j, value, value, unit, key, when=when, until=until)


def _today(c: Context) -> date | None:
    return c.published.date() if c.published else None


def read_date(t: Tokens, i: int, c: Context) -> Draft | None:
    """The date that begins at token ``i``, or ``None``."""
    word = t.word(i)
    if t.is_digits(i):
        return _iso(t, i) or _slashed(t, i, c) or _day_month(t, i, c) or _year_first(t, i, c) or _decade(t, i)
    if i in t.dotted:
        return _dotted(t, i, c)
    if word in MONTHS:
        return _month(t, i, c)
    if word in WEEKDAYS:
        return _weekday(t, i, c)
    if word == "'" and t.is_digits(i + 1):
        return _short_decade(t, i)
    if word in TEENS_DECADES:
        return _spelled_decade(t, i)
    if word in SEASONS:
        return _season(t, i, c, i)
    if word in ORDINALS or word in TENS or word in SMALL:
        return _ordinal_date(t, i, c) or _spelled_year(t, i)
    if word in {"fy", "cy"} or (word[:2] == "fy" and word[2:].isdigit()):
        return _fiscal(t, i)
    if word in {"q", "h"} and t.glued(i + 1):
        return _quarter_code(t, i, c)
    return _relative(t, i, c)


# ------------------------------------------------------------------ written out


def year_value(t: Tokens, i: int) -> int | None:
    """A four-digit literal that can be a year, without separators."""
    low = t.word(i)
    return int(low) if len(low) == 4 and low.isdecimal() and 1000 <= int(low) <= 2199 else None


def _day_value(t: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month at ``i`` (3, 3rd, third, twenty-first), and the index after it."""
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


def _is_month(t: Tokens, i: int) -> int | None:
    """The month at token ``i``; May and March only where they are capitalised."""
    month = MONTHS.get(t.word(i))
    if month is None or (t.word(i) in {"may", "march", "mar", "jan", "dec", "sep"} and not t.capital(i)):
        return None
    return month


def _after_month(t: Tokens, j: int) -> int:
    return j + 1 if t.word(j) == "." and t.word(j - 1) in _ABBREVIATED else j


def _year_after(t: Tokens, j: int) -> tuple[int | None, int]:
    """A year after a date, with or without a comma."""
    k = j + 1 if t.word(j) == "," else j
    if t.word(k) == "of" and t.word(k + 1) not in {"this", "last", "next"}:
        k += 1
    year = year_value(t, k)
    if year is not None and 1200 <= year and not (t.word(k + 1) in {"people", "men", "women"}):
        return year, k + 1
    if t.word(j) == "'" and t.word(j + 1).isdecimal() and len(t.word(j + 1)) == 2:
        return 2000 + int(t.word(j + 1)) if int(t.word(j + 1)) < 50 else 1900 + int(t.word(j + 1)), j + 2
    return None, j


def _of_the_year(t: Tokens, j: int, c: Context) -> tuple[int | None, int]:
    """ "of last year", "last year", "this year", "next year" after a date."""
    k = j + 1 if t.word(j) == "of" else j
    step = {"last": -1, "this": 0, "next": 1}.get(t.word(k))
    today = _today(c)
    if step is not None and t.word(k + 1) == "year" and today:
        return today.year + step, k + 2
    return None, j


def _place_year(t: Tokens, i: int, month: int, number: int, c: Context) -> int | None:
    """The year of a day without one: the nearest in the direction of the tense."""
    today = _today(c)
    if today is None:
        return None
    this = cal.day(today.year, month, number) or cal.day(today.year, month, min(number, 28))
    assert this is not None
    if past_tense(t, i):
        return today.year - 1 if this > cal.shift(today, 1) else today.year
    distance = (this - today).days
    if future_tense(t, i):
        return today.year + 1 if distance < 0 else today.year
    if distance > 183:
        return today.year - 1
    return today.year + 1 if distance < -300 else today.year


def _finish_day(t: Tokens, i: int, j: int, month: int, number: int, c: Context) -> Draft | None:
    """A day and month, perhaps with a second day (June 3-5), a year, and a weekday before it."""
    last = number
    k = j
    if (
        t.word(k) in {"-", "\u2013", "to", "and", "/"}
        and (second := _day_value(t, k + 1))
        and second[0] > number
    ):
        bare = t.word(second[1]) not in {"people", "percent", "%", ":"} and not _counts(t, second[1])
        if (
            bare
            and (t.word(k) != "to" or not t.word(second[1]).isalpha() or _function_word(t, second[1]))
            and t.word(second[1]) not in _DIED
        ):
            last, j = second[0], second[1]
    return _with_year(t, i, j, month, number, last, c)


_DIED = frozenset(
    "died dead killed were injured wounded more others remain remained men women are arrested missing new".split()
)


def _with_year(t: Tokens, i: int, j: int, month: int, number: int, last: int, c: Context) -> Draft | None:
    year, j = _year_after(t, j)
    if year is None:
        year, j = _of_the_year(t, j, c)
    known = year is not None
    if year is None:
        year = _place_year(t, i, month, number, c)
    key = f"{month:02}-{number:02}" if last == number else f"{month:02}-{number:02}/{last:02}"
    i = _weekday_before(t, i)
    if year is None:
        return make(i, j, "day", None, key)
    first, until = cal.day(year, month, number), cal.day(year, month, last)
    if first is None or until is None:
        return None
    return make(i, j, "day", (first, until), f"{year}-{key}" if known else key)


def _weekday_before(t: Tokens, i: int) -> int:
    k = i - 1
    if t.word(k) == "the":
        k -= 1
    if t.word(k) == ",":
        k -= 1
    if t.word(k) == "." and t.word(k - 1) in _WEEKDAY_CARE:
        k -= 1
    return k if t.word(k) in WEEKDAYS and t.capital(k) else i


def _counts(t: Tokens, k: int) -> bool:
    """Whether a plural noun at ``k`` would be counted by the number before it."""
    word = t.word(k)
    return (
        word.isalpha()
        and len(word) > 3
        and word.endswith("s")
        and word not in {"was", "this", "has", "its", "as", "is", "says"}
    )


_FUNCTION = frozenset(
    "in at on for to and or of the a an with by from after before when while as but said is was were are has had have will would that "
    "which who between during over until since near because if about following against amid despite under into through where its his "
    "her their he she it they we you i not".split()
)


def _function_word(t: Tokens, k: int) -> bool:
    return t.word(k) in _FUNCTION


def _day_month(t: Tokens, i: int, c: Context) -> Draft | None:
    """3 June · 3rd of June 2026 · 3-5 June · 30 May to 2 June (two dates)."""
    first = _day_value(t, i)
    if first is None:
        return None
    number, j = first
    last = number
    if (
        t.word(j) in {"-", "\u2013", "and", "to"}
        and (second := _day_value(t, j + 1))
        and second[0] > number
        and _is_month(t, second[1])
    ):
        last, j = second
    if t.word(j) == "of":
        j += 1
        if t.word(j) == "this":
            return None
    elif t.word(j) == "-" and t.glued(j):
        j += 1
    month = _is_month(t, j)
    if month is None or (t.word(j) == "may" and _modal(t, j)):
        return None
    return _with_year(t, i, _after_month(t, j + 1), month, number, last, c)


def _modal(t: Tokens, j: int) -> bool:
    return t.word(j + 1) in {"be", "have", "not", "also", "well", "still", "yet", "soon"}


def _ordinal_date(t: Tokens, i: int, c: Context) -> Draft | None:
    """ "the third of June", "twenty-first of May"."""
    if t.word(i) in SMALL:
        return None
    day = _day_value(t, i)
    if day is None:
        return None
    j = day[1] + 1 if t.word(day[1]) == "of" else day[1]
    month = _is_month(t, j)
    if month is None or (j == day[1] and t.word(i) in {"second", "first"}):
        return None
    return _with_year(t, i, _after_month(t, j + 1), month, day[0], day[0], c)


def _month(t: Tokens, i: int, c: Context) -> Draft | None:
    """June 3 · June 3-5, 2026 · Nov. 21 · June 2026 · last June · June."""
    month = _is_month(t, i)
    if month is None:
        return None
    j = _after_month(t, i + 1)
    k = j + 1 if t.word(j) == "the" else j
    if t.word(k) == "-" and t.glued(k) and t.is_digits(k + 1):
        k += 1
    day = _day_value(t, k)
    if day is not None and not _time_follows(t, day[1]) and not (day[1] == k + 1 and t.glued(k) and k == j):
        draft = _finish_day(t, i, day[1], month, day[0], c)
        if draft is not None:
            return draft
    return _month_alone(t, i, j, month, c)


def _time_follows(t: Tokens, k: int) -> bool:
    return t.word(k) == ":" and t.glued(k) and t.is_digits(k + 1)


def _month_alone(t: Tokens, i: int, j: int, month: int, c: Context) -> Draft | None:
    word = t.word(i)
    year, after = _year_after(t, j)
    if year is None:
        year, after = _of_the_year(t, j, c)
    start = i
    before = t.word(i - 1)
    explicit = year is not None
    if before in {"early", "late", "mid"}:
        before = t.word(i - 2)
    today = _today(c)
    if (
        word in {"may", "march", "mar", "jan", "dec", "sep", "jun", "jul", "august", "april", "june", "oct"}
        and not explicit
    ):
        if not _month_context(t, i, j, before):
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
    return make(start, after, "month", cal.month_span(year, month) if year else None, key)


def _stepped_month_year(today: date, month: int, before: str) -> int:
    if before == "last":
        return today.year if month < today.month else today.year - 1
    if before == "next":
        return today.year if month > today.month else today.year + 1
    return today.year


def _month_year(t: Tokens, i: int, month: int, today: date) -> int:
    if past_tense(t, i):
        return today.year if month <= today.month else today.year - 1
    if future_tense(t, i):
        return today.year if month >= today.month else today.year + 1
    return today.year if month <= today.month + 6 else today.year - 1


_MONTH_BEFORE = frozenset(
    "in since last next this until till by from during through of for before after early late mid between to and - on that every each "
    "previous following".split()
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


# ------------------------------------------------------------------ digits only


def _iso(t: Tokens, i: int) -> Draft | None:
    if not (len(t.low[i]) == 4 and t.word(i + 1) == "-" and t.word(i + 3) == "-" and t.glued(i + 4)):
        return None
    match = _ISO.match(t.text, t.start[i])
    if match is None:
        return None
    found = cal.day(*(int(part) for part in match.groups()))
    if found is None:
        return None
    j = i + 5
    return make(i, j, "day", (found, found), found.isoformat())


def _slashed(t: Tokens, i: int, c: Context) -> Draft | None:
    """03/06/2026, 2026/06/03, 3-6-2026; both readings are kept where both exist."""
    sign = t.word(i + 1)
    if sign not in {"/", "-"} or t.word(i + 3) != sign or not all(t.glued(i + n) for n in range(1, 5)):
        return None
    parts = [t.word(i), t.word(i + 2), t.word(i + 4)]
    if not all(p.isdecimal() and len(p) <= 4 for p in parts):
        return None
    if t.word(i + 5) == sign and t.glued(i + 5) and t.is_digits(i + 6):
        return None
    return _numeric(i, i + 5, parts, c)


def _dotted(t: Tokens, i: int, c: Context) -> Draft | None:
    """03.06.2026, day first as everywhere that writes it so."""
    parts = t.low[i].split(".")
    if len(parts) != 3 or len(parts[2]) not in {2, 4} or len(parts[0]) > 2 or len(parts[1]) > 2:
        return None
    if len(parts[2]) == 2 and (t.word(i - 1) in {"version", "v", "ios", "firmware"} or parts[0] < "01"):
        return None
    draft = _numeric(i, i + 1, parts, c)
    if draft is not None and len(parts[2]) == 2 and not (1 <= int(parts[1]) <= 12 and len(parts[1]) == 2):
        return None
    if draft is not None and draft.or_when is not None:
        day_first = min if False else None
        del day_first
        swapped = cal.day(int(_year4(parts[2])), int(parts[1]), int(parts[0]))
        draft.when = draft.until = swapped
        draft.or_when = None
    return draft


def _year4(part: str) -> str:
    return part if len(part) == 4 else ("20" if int(part) < 70 else "19") + part


def _numeric(i: int, j: int, parts: list[str], c: Context) -> Draft | None:
    if len(parts[0]) == 4:
        found = (
            cal.day(int(parts[0]), int(parts[1]), int(parts[2]))
            if len(parts[1]) <= 2 and len(parts[2]) <= 2
            else None
        )
        return make(i, j, "day", (found, found), found.isoformat()) if found else None
    if len(parts[0]) > 2 or len(parts[1]) > 2 or len(parts[2]) not in {2, 4}:
        return None
    year = int(_year4(parts[2]))
    a, b = int(parts[0]), int(parts[1])
    british, american = cal.day(year, b, a), cal.day(year, a, b)
    first, other = (american, british) if c.month_first else (british, american)
    found = first or other
    if found is None:
        return None
    draft = make(i, j, "day", (found, found), found.isoformat())
    if first and other and first != other:
        draft.or_when = other
    return draft


# ------------------------------------------------------------------ years

_YEAR_BEFORE = frozenset(
    "in since of by until till before after from to during early late mid year season through between the ' ( spring summer autumn fall "
    "winter circa back for and fiscal pre post its his her their at and/or - \u2013 or , this any calendar around his entire season's on".split()
)
_COUNTED = frozenset(
    "people men women children workers more other others times troops jobs homes dead percent per %".split()
)
_MEASURED = frozenset(
    "metres meters m km kg miles feet ft tonnes tons mw acres hectares euros dollars pounds yen calories rpm hp cc".split()
)


def _year_first(t: Tokens, i: int, c: Context) -> Draft | None:
    """A four-digit year, a season or financial year (2012-13), or a decade (1990s)."""
    year = year_value(t, i)
    if year is None:
        return None
    j = i + 1
    if (
        t.word(j) == "s"
        and t.glued(j)
        or (t.word(j) == "'" and t.glued(j) and t.word(j + 1) == "s" and year % 10 == 0 and t.glued(j + 1))
    ):
        return _decade(t, i)
    span = _year_pair(t, i, year)
    if span is not None:
        return span
    if not _is_year(t, i, year):
        return None
    start, unit = i, "year"
    season = t.word(i - 1)
    if season in SEASONS:
        return None
    if season in {"mid", "early", "late"} or (season == "-" and t.word(i - 2) in {"mid", "early", "late"}):
        key = season if season != "-" else t.word(i - 2)
        months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[key]
        return make(start, j, "part of year", cal.months_span(year, *months), f"{key} {year}")
    return make(start, j, unit, cal.year_span(year), str(year))


def _is_year(t: Tokens, i: int, year: int) -> bool:
    before, after = t.word(i - 1), t.word(i + 1)
    if before in {
        "$",
        "\u00a3",
        "\u20ac",
        "\u00a5",
        "+",
        "~",
        ">",
        "<",
        "no",
        "#",
        "number",
        "/",
    } or after in {"%", "$", "\u20ac", "\u00a3", "/"}:
        return False
    if (
        after in _COUNTED
        or after in _MEASURED
        or (
            after == "-"
            and t.glued(i + 1)
            and t.word(i + 2) in {"year", "mile", "metre", "meter", "seat", "strong", "foot"}
        )
    ):
        return False
    if after in {"gmt", "utc", "bst", "hours", "hrs", "et", "est", "local", "cet", "edt"}:
        return False
    if before in {
        "about",
        "some",
        "nearly",
        "almost",
        "than",
        "least",
        "approximately",
        "roughly",
        "over",
        "exceeding",
        "most",
        "total",
        "least",
    }:
        return False
    strong = before in {
        "in",
        "since",
        "until",
        "till",
        "during",
        "fiscal",
        "early",
        "late",
        "mid",
        "circa",
        "spring",
        "summer",
        "autumn",
        "winter",
        "'",
    }
    if strong:
        return 1000 <= year
    if not 1500 <= year:
        return False
    if _counts(t, i + 1) and before not in {"the", "its", "his", "their", "her", "of", "'", "our"}:
        return False
    if before in _YEAR_BEFORE or 1900 <= year <= 2099:
        return (
            before in _YEAR_BEFORE
            or not after.isalpha()
            or after in _FUNCTION
            or t.capital(i + 1)
            or t.sentence_start(i)
            or not _counts(t, i + 1)
        )
    return False


def _year_pair(t: Tokens, i: int, year: int) -> Draft | None:
    """2012-13, 2012/13, 1914–1918."""
    sign, second = t.word(i + 1), t.word(i + 2)
    if sign not in {"-", "\u2013", "/"} or not second.isdecimal() or not t.glued(i + 1) or not t.glued(i + 2):
        return None
    if t.word(i + 3) in {"-", "/"} and t.glued(i + 3):
        return None
    if len(second) == 2:
        last = year // 100 * 100 + int(second)
        if last == year - 99:
            last += 100
    elif len(second) == 4:
        last = int(second)
    else:
        return None
    if not year < last <= year + 120 or not 1200 <= year <= 2199:
        return None
    unit = "season" if last == year + 1 else "years"
    return make(i, i + 3, unit, (cal.year_span(year)[0], cal.year_span(last)[1]), f"{year}/{last}")


def _decade(t: Tokens, i: int) -> Draft | None:
    """1990s, 90s."""
    low = t.low[i]
    j = i + 1
    if t.word(j) == "'" and t.glued(j):
        j += 1
    if t.word(j) != "s" or not t.glued(j) or not low.isdecimal():
        return None
    if len(low) == 4 and low[3] == "0" and 1000 <= int(low) <= 2190:
        year = int(low)
        last = year + 99 if low.endswith("00") and year != 2000 else year + 9
        return make(i, j + 1, "decade", (cal.year_span(year)[0], cal.year_span(last)[1]), low + "s")
    if (
        len(low) == 2
        and low[1] == "0"
        and t.word(i - 1) in {"the", "early", "late", "mid", "-"}
        and int(low) >= 20
    ):
        if int(low) <= 50 and t.word(i - 1) in {"mid", "-"}:
            return None  # the mid-30s: degrees or years of age
        year = 1900 + int(low)
        return make(i, j + 1, "decade", (cal.year_span(year)[0], cal.year_span(year + 9)[1]), f"{year}s")
    return None


def _short_decade(t: Tokens, i: int) -> Draft | None:
    """'90s and '07."""
    low = t.word(i + 1)
    if (
        len(low) != 2
        or not low.isdecimal()
        or not t.glued(i + 1)
        or (t.glued(i) and t.word(i - 1)[-1:].isalnum())
    ):
        return None
    if low[1] == "0" and t.word(i + 2) == "s" and t.glued(i + 2):
        year = 1900 + int(low) if int(low) > 20 else 2000 + int(low)
        return make(i, i + 3, "decade", (cal.year_span(year)[0], cal.year_span(year + 9)[1]), f"{year}s")
    year = 2000 + int(low) if int(low) < 50 else 1900 + int(low)
    return make(i, i + 2, "year", cal.year_span(year), str(year))


def _spelled_decade(t: Tokens, i: int) -> Draft | None:
    """ "the nineties"; "in his forties" is an age and is read elsewhere."""
    word = t.word(i)
    if word == "teens" or t.word(i - 1) not in {"the", "early", "late", "mid", "-", "swinging", "roaring"}:
        return None
    if t.word(i - 2) in {"his", "her", "their", "my", "our"} or t.word(i - 3) in {
        "his",
        "her",
        "their",
        "my",
    }:
        return None
    year = 1900 + TEENS_DECADES[word]
    return make(i, i + 1, "decade", (cal.year_span(year)[0], cal.year_span(year + 9)[1]), f"{year}s")


def _spelled_year(t: Tokens, i: int) -> Draft | None:
    """ "nineteen eighty-four", "twenty twenty-six"."""
    first = {"nineteen": 1900, "eighteen": 1800, "seventeen": 1700, "twenty": 2000}.get(t.word(i))
    if first is None or t.word(i + 1) not in (
        TENS.keys()
        | {
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        }
    ):
        return None
    rest = read_number(t, i + 1)
    if rest is None or rest.form != "cardinal" or not 10 <= rest.low <= 99:
        return None
    if t.word(i - 1) not in {"in", "since", "of", "by", "until", "from", "the", "year"}:
        return None
    year = first + int(rest.low)
    return make(i, rest.j, "year", cal.year_span(year), str(year))


def _fiscal(t: Tokens, i: int) -> Draft | None:
    """FY2025, FY 25."""
    low = t.word(i + 1)
    if not low.isdecimal() or len(low) not in {2, 4}:
        return None
    year = int(_year4(low))
    pair = _year_pair(t, i + 1, year)
    if pair is not None:
        pair.i = i
        return pair
    return make(i, i + 2, "financial year", cal.year_span(year), f"FY{year}")


def _quarter_code(t: Tokens, i: int, c: Context) -> Draft | None:
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


def quarter(t: Tokens, i: int, j: int, number: int, months: int, year: int | None, c: Context) -> Draft:
    """The n-th quarter (``months`` = 3) or half (6) of a year; without a year, the latest begun."""
    known = year is not None
    today = _today(c)
    if year is None:
        year, j = _of_the_year(t, j, c)
        if year is None and today:
            year = today.year if (number - 1) * months < today.month else today.year - 1
    unit = "quarter" if months == 3 else "half-year"
    key = f"{'Q' if months == 3 else 'H'}{number}" + (f" {year}" if known else "")
    span = cal.months_span(year, (number - 1) * months + 1, number * months) if year else None
    return make(i, j, unit, span, key)


def _season(t: Tokens, i: int, c: Context, start: int) -> Draft | None:
    """ "spring 2024", "the summer of 2019"; "last/this/next summer" with ``start`` at the first word."""
    months = SEASONS[t.word(i)]
    year, j = _year_after(t, i + 1)
    today = _today(c)
    if year is None:
        before = t.word(i - 1)
        if before not in {"last", "this", "next"} or t.word(i) == "fall" and t.word(i + 1) in {"in", "of"}:
            return None
        key = f"{before} {t.word(i)}"
        if today is None:
            return make(i - 1, i + 1, "season", None, key)
        year = today.year
        span = cal.months_span(year, *months)
        if before == "last" and span[1] >= today:
            year -= 1
        elif before == "next" and span[0] <= today:
            year += 1
        return make(i - 1, i + 1, "season", cal.months_span(year, *months), key)
    return make(start, j, "season", cal.months_span(year, *months), f"{t.word(i)} {year}")


# ------------------------------------------------------------------ relative


def _weekday(t: Tokens, i: int, c: Context) -> Draft | None:
    word = t.word(i)
    if word in _WEEKDAY_CARE:
        if (
            not t.capital(i)
            or word == "sun"
            and t.word(i - 1) in {"the", "a"}
            or not (t.word(i + 1) in {".", ","} or t.word(i - 1) in {"on", "last", "next"})
        ):
            return None
    if (
        not t.capital(i)
        and not t.text.islower()
        and t.word(i - 1) not in {"on", "last", "next", "this", "since", "until", "by"}
    ):
        return None
    j = i + 1
    if t.word(j) == "." and word in _WEEKDAY_CARE:
        j += 1
    if _full_date_follows(t, j):
        return None
    before = t.word(i - 1)
    start = i
    step = before if before in {"last", "next", "this"} else ""
    if step:
        start = i - 1
    key = (step + " " if step else "") + list(WEEKDAYS)[list(WEEKDAYS.values()).index(WEEKDAYS[word])]
    while t.word(j) in _PARTS:
        j += 1
    today = _today(c)
    if today is None:
        return make(start, j, "day", None, key)
    weekday = WEEKDAYS[word]
    if step == "last":
        found = cal.nearest(cal.shift(today, -1), weekday, past=True)
    elif step == "next":
        found = cal.nearest(cal.shift(today, 1), weekday, past=False)
    elif step == "this":
        found = cal.nearest(today, weekday, past=past_tense(t, i) and not future_tense(t, i))
    else:
        found = cal.nearest(today, weekday, past=not future_tense(t, i))
    return make(start, j, "day", (found, found), key)


def _full_date_follows(t: Tokens, j: int) -> bool:
    """Tuesday, June 3 and Tuesday the 3rd of June read as one date, from the month or the day on."""
    k = j + 1 if t.word(j) == "," else j
    k = k + 1 if t.word(k) == "the" else k
    if _is_month(t, k) and _day_value(t, _after_month(t, k + 1)):
        return True
    day = _day_value(t, k)
    if day is None:
        return False
    return bool(_is_month(t, day[1] + 1 if t.word(day[1]) == "of" else day[1]))


_FUTURE = frozenset(
    "will 'll shall won't would due expected scheduled plans planned expects set likely poised begins starts opens meets faces returns "
    "goes going may might could should can must aims hopes intends ahead arrives hosts resumes takes votes vows promises pledges "
    "upcoming tomorrow next is are play plays resume resumes begin start open meet face return vote decide decides rules leave "
    "leaves arrive travel travels heads close closes end ends expire expires launches visits starts reopen reopens".split()
)
_PAST = frozenset(
    "was were had did said told began came went took won lost left made gave got saw found met ran fell rose hit struck shot held "
    "killed died flew drove broke built brought became sent spoke wrote led fought beat felt kept paid put sat stood threw cut set "
    "spread shut quit burst dealt heard sank stole swept swore tore withdrew".split()
)
_AUXILIARY = frozenset(
    {"will", "would", "to", "may", "might", "could", "should", "can", "shall", "must", "not"}
)
_STOP = frozenset({".", "!", "?", ";", "\u2022"})


def _tense(t: Tokens, i: int) -> str:
    """``past``, ``future`` or nothing: the verb nearest before in the sentence decides, else the nearest after."""
    for k in range(i - 1, max(-1, i - 19), -1):
        found = _tense_word(t, k)
        if found == "stop":
            break
        if found:
            return found
    for k in range(i + 1, min(len(t), i + 13)):
        found = _tense_word(t, k)
        if found == "stop":
            break
        if found:
            return found
    return ""


def _full_stop(t: Tokens, k: int) -> bool:
    """Whether the point ends a sentence and not an abbreviation such as p.m. or U.S."""
    return (
        not t.glued(k + 1)
        and len(t.word(k - 1)) > 1
        and t.word(k - 1) not in {"mr", "mrs", "ms", "dr", "st", "gen", "sen", "rep", "gov"}
    )


def _tense_word(t: Tokens, k: int) -> str:
    word = t.low[k]
    if word in _STOP:
        return "stop" if word != "." or _full_stop(t, k) else ""
    if word == "forecast" and t.word(k - 1) in {"it", "he", "she", "they", "had", "who", "bank", "was"}:
        return "past"
    if word in {"expected", "scheduled", "planned", "due", "set"}:
        return (
            "future"
            if t.word(k + 1) in {"to", "for", "in", "on", "at"}
            and t.word(k - 1) not in {"he", "she", "they", "who"}
            else "past"
        )
    if word in {"would", "could", "should"} and t.word(k + 1) == "have":
        return "past"
    if word in _FUTURE:
        return "future"
    if word in _PAST and t.word(k - 1) in _AUXILIARY:
        return ""  # "will quit": the auxiliary before it decides
    if word in _PAST or (
        word.endswith("ed")
        and len(word) > 4
        and word not in {"need", "indeed", "speed", "united", "hundred", "exceed", "proceed"}
    ):
        if t.word(k - 1) in {"be", "get"} or (t.word(k - 1) in {"is", "are"} and word != "said"):
            return "future" if t.word(k - 1) == "be" else ""
        return "past"
    return ""


def past_tense(t: Tokens, i: int) -> bool:
    """Whether the clause around token ``i`` is told in the past."""
    return _tense(t, i) == "past"


def future_tense(t: Tokens, i: int) -> bool:
    """Whether the clause around token ``i`` speaks of what is to come."""
    return _tense(t, i) == "future"


def _relative(t: Tokens, i: int, c: Context) -> Draft | None:
    word = t.word(i)
    today = _today(c)
    simple = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}.get(word)
    if simple is not None:
        j = i + 1
        while t.word(j) in _PARTS:
            j += 1
        if word == "today" and (t.capital(i) and not t.sentence_start(i)):
            return None
        found = cal.shift(today, simple) if today else None
        if t.word(i - 1) in {"before", "after"} and t.word(i - 2) == "day" and word != "today":
            found = cal.shift(today, 2 * simple) if today else None
            return make(
                i - 3 if t.word(i - 3) == "the" else i - 2,
                j,
                "day",
                (found, found) if found else None,
                f"day {t.word(i - 1)} {word}",
            )
        return make(i, j, "day", (found, found) if found else None, word)
    if word == "weekend":
        return _weekend(t, i, c)
    if word == "ago":
        return _article_ago(t, i, c)
    if word in {"last", "next", "this"}:
        return _stepped(t, i, c)
    return None


def _weekend(t: Tokens, i: int, c: Context) -> Draft | None:
    """ "at the weekend", "over the weekend", "this weekend", "last weekend"."""
    before = t.word(i - 1)
    today = _today(c)
    if before not in {"the", "this", "last", "next"} or (
        before == "the" and t.word(i - 2) not in {"at", "over", "during", "on", "for", "before", "after"}
    ):
        return None
    if today is None:
        return make(i - 1, i + 1, "weekend", None, before + " weekend")
    if before == "next" or (
        before in {"this", "the"} and (future_tense(t, i) or (before == "this" and not past_tense(t, i)))
    ):
        span = cal.weekend_after(today)
        if before == "next" and today.weekday() >= 0 and span[0] <= today:
            span = cal.weekend_after(cal.shift(today, 7))
    elif before == "last":
        span = cal.weekend_before(cal.week_span(today)[0])
    else:
        span = cal.weekend_before(today)
    return make(i - 1, i + 1, "weekend", span, before + " weekend")


_NOT_RELATIVE = frozenset({"in", "to"})


def _stepped(t: Tokens, i: int, c: Context) -> Draft | None:
    """last/next/this + week, month, year, quarter, night, morning, season, weekday, month name."""
    word, unit = t.word(i), t.word(i + 1)
    if unit in WEEKDAYS:
        return _weekday(t, i + 1, c)
    if unit in MONTHS:
        return _month(t, i + 1, c) if _is_month(t, i + 1) else None
    if unit in SEASONS:
        return _season(t, i + 1, c, i)
    if unit == "weekend":
        return _weekend(t, i + 1, c)
    today = _today(c)
    step = {"last": -1, "this": 0, "next": 1}[word]
    key = f"{word} {unit}"
    if unit in {"night", "morning", "afternoon", "evening"}:
        if word == "next" or (word == "last" and unit != "night" and unit != "evening"):
            return None
        found = cal.shift(today, step) if today else None
        return make(i, i + 2, "day", (found, found) if found else None, key)
    if unit not in {"week", "month", "year", "quarter", "decade", "century"}:
        return None
    if t.word(i - 1) in {"for", "in", "over", "during"} and t.word(i - 1) == "the":
        return None
    if (
        t.word(i - 1) == "the"
        and word != "this"
        and unit in {"decade", "century", "year", "quarter", "week", "month"}
    ):
        return None
    span = stepped_span(today, unit, step) if today else None
    return make(i, i + 2, unit, span, key)


def stepped_span(today: date, unit: str, step: int) -> tuple[date, date]:
    """The calendar week, month, quarter, year, decade or century ``step`` away from today's."""
    if unit == "week":
        return cal.week_span(cal.shift(today, 7 * step))
    if unit == "month":
        return cal.month_span(today.year, today.month + step)
    if unit == "quarter":
        first = (today.month - 1) // 3 * 3 + 1 + 3 * step
        return cal.month_span(today.year, first)[0], cal.month_span(today.year, first + 2)[1]
    if unit == "year":
        return cal.year_span(today.year + step)
    width = 10 if unit == "decade" else 100
    first_year = (today.year // width + step) * width
    return cal.year_span(first_year)[0], cal.year_span(first_year + width - 1)[1]


def _article_ago(t: Tokens, i: int, c: Context) -> Draft | None:
    """ "a week ago", "a year ago"."""
    unit = t.word(i - 1)
    if t.word(i - 2) not in {"a", "an"} or unit not in {
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "hour",
        "fortnight",
        "minute",
    }:
        return None
    return ago(i - 2, i + 1, Decimal(1), unit, c)


def ago(i: int, j: int, count: Decimal, unit: str, c: Context, *, sign: int = -1) -> Draft:
    """``count`` units before ``published`` (after it with ``sign`` = 1), with the precision of the unit."""
    today = _today(c)
    key = f"{count} {unit} ago" if sign < 0 else f"in {count} {unit}"
    whole = int(count) if count < 10**5 else None
    if today is None or whole is None or unit in {"hour", "minute", "second"}:
        found = today if today and unit in {"minute", "second"} else None
        if today and c.published and unit == "hour" and count < 10**5:
            from datetime import timedelta

            found = (c.published + sign * timedelta(hours=float(count))).date()
        return make(
            i, j, "day" if unit != "hour" else "hour", (found, found) if found else None, key, low=count
        )
    step = sign * whole
    if unit == "day":
        found = cal.shift(today, step)
        return make(i, j, "day", (found, found), key, low=count)
    if unit == "fortnight":
        return make(i, j, "week", stepped_span(today, "week", 2 * step), key, low=count)
    if unit in {"decade", "century"}:
        year = today.year + step * (10 if unit == "decade" else 100)
        return make(i, j, "year", cal.year_span(year), key, low=count)
    return make(i, j, unit, stepped_span(today, unit, step), key, low=count)
