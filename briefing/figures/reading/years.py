"""Years and seasons → first and last day.

Promise: four digits are a year only where the words around them allow it; 2,026 and "2026 people" are counts.
"""

from __future__ import annotations

from briefing.figures.reading.decades import read_decade
from briefing.figures.reading.draft import Context, Draft, date_draft, publication_day
from briefing.figures.reading.numerals import read_number
from briefing.figures.vocabulary import calendar as cal
from briefing.figures.vocabulary.lexicon import AUXILIARIES, VERBS
from briefing.figures.vocabulary.numberwords import MONTHS, SEASONS, TENS
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

FUNCTION_WORDS = word_set(
    "in at on for to and or of the a an with by from after before when while as but said is was were are has had have will would that "
    "which who between during over until since near because if about following against amid despite under into through where its his "
    "her their he she it they we you i not"
)


def year_value(t: Tokens, i: int) -> int | None:
    """Return a four-digit literal that can be a year, without separators."""
    low = t.word(i)
    return int(low) if len(low) == 4 and low.isdecimal() and 1000 <= int(low) <= 2199 else None


def year_after(t: Tokens, j: int) -> tuple[int | None, int]:
    """Return a year after a date, with or without a comma."""
    k = j + 1 if t.word(j) == "," else j
    if t.word(k) == "of" and t.word(k + 1) not in {"this", "last", "next"}:
        k += 1
    year = year_value(t, k)
    if year is not None and year >= 1200 and t.word(k + 1) not in {"people", "men", "women"}:
        return year, k + 1
    if t.word(j) == "'" and t.word(j + 1).isdecimal() and len(t.word(j + 1)) == 2:
        return 2000 + int(t.word(j + 1)) if int(t.word(j + 1)) < 50 else 1900 + int(t.word(j + 1)), j + 2
    return None, j


def of_the_year(t: Tokens, j: int, c: Context) -> tuple[int | None, int]:
    """Read "of last year", "last year", "this year", "next year" after a date."""
    k = j + 1 if t.word(j) == "of" else j
    step = {"last": -1, "this": 0, "next": 1}.get(t.word(k))
    today = publication_day(c)
    if step is not None and t.word(k + 1) == "year" and today:
        return today.year + step, k + 2
    return None, j


def counted(t: Tokens, k: int) -> bool:
    """Whether a plural noun at ``k`` would be counted by the number before it."""
    word = t.word(k)
    return (
        word.isalpha()
        and len(word) > 3
        and word.endswith("s")
        and word not in {"was", "this", "has", "its", "as", "is", "says"}
    )


def function_word(t: Tokens, k: int) -> bool:
    """Whether an article, preposition or other small word stands at ``k``."""
    return t.word(k) in FUNCTION_WORDS


def four_digits(part: str) -> str:
    """Return a two-digit year in full: 26 is 2026, 87 is 1987."""
    return part if len(part) == 4 else ("20" if int(part) < 70 else "19") + part


_YEAR_BEFORE = word_set(
    "in since of by until till before after from to during early late mid year season through between the ' ( spring summer autumn fall "
    "winter circa back for and fiscal pre post its his her their at and/or - \u2013 or , this any calendar around his entire season's on"
)


_COUNTED = word_set(
    "people men women children workers more other others times troops jobs homes dead percent per %"
)


_MEASURED = word_set(
    "metres meters m km kg miles feet ft tonnes tons mw acres hectares euros dollars pounds yen calories rpm hp cc"
)


def read_year(t: Tokens, i: int, c: Context) -> Draft | None:
    """Return a four-digit year, a season or financial year (2012-13), or a decade (1990s)."""
    year = year_value(t, i)
    if year is None:
        return None
    j = i + 1
    if (t.word(j) == "s" and t.glued(j)) or (
        t.word(j) == "'" and t.glued(j) and t.word(j + 1) == "s" and year % 10 == 0 and t.glued(j + 1)
    ):
        return read_decade(t, i)
    span = year_pair(t, i, year)
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
        return date_draft(start, j, "part of year", cal.months_span(year, *months), f"{key} {year}")
    return date_draft(start, j, unit, cal.year_span(year), str(year))


_NO_YEAR_BEFORE = word_set("$ £ € ¥ + ~ > < no # number /")


_CLOCK_AFTER = word_set("gmt utc bst hours hrs et est local cet edt")


_HEDGED = word_set("about some nearly almost than least approximately roughly over exceeding most total")


_STRONG_BEFORE = word_set(
    "in since until till during fiscal early late mid circa spring summer autumn winter '"
)


_YEAR_OWNERS = word_set("the its his their her of ' our")


def _opens_a_clause(t: Tokens, i: int, year: int) -> bool:
    """Whether a sentence begins with its year, and a noun with its verb follows: "In 2010 homes cost nine times"."""
    if not (t.word(i - 1) == "in" and t.sentence_start(i - 1) and 1900 <= year <= 2099):
        return False
    verb = t.word(i + 2)
    return verb in AUXILIARIES or stem(verb) in VERBS


def _is_year(t: Tokens, i: int, year: int) -> bool:
    before, after = t.word(i - 1), t.word(i + 1)
    if _opens_a_clause(t, i, year):
        return True
    if before in _NO_YEAR_BEFORE or after in {"%", "$", "\u20ac", "\u00a3", "/"}:
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
    if after in _CLOCK_AFTER:
        return False
    in_all = t.low[i + 1 : i + 4] == ["as", "a", "whole"]
    if before in _HEDGED and not in_all:
        return False
    strong = before in _STRONG_BEFORE or in_all
    if strong:
        return year >= 1000
    if not year >= 1500:
        return False
    if before == "and" and year_value(t, i - 2) is not None:
        return True  # between 2010 and 2020 sales tripled
    if counted(t, i + 1) and before not in _YEAR_OWNERS:
        return False
    if before in _YEAR_BEFORE or 1900 <= year <= 2099:
        return (
            before in _YEAR_BEFORE
            or not after.isalpha()
            or after in FUNCTION_WORDS
            or t.capital(i + 1)
            or t.sentence_start(i)
            or not counted(t, i + 1)
        )
    return False


def year_pair(t: Tokens, i: int, year: int) -> Draft | None:
    """2012-13, 2012/13, 1914–1918; 2012 - 13 before "season"."""
    sign, second = t.word(i + 1), t.word(i + 2)
    if sign not in {"-", "\u2013", "/"} or not second.isdecimal():
        return None
    spaced = not (t.glued(i + 1) and t.glued(i + 2))
    following = len(second) == 2 and int(second) == (year + 1) % 100  # 2012 - 13, as some write it throughout
    if spaced and not following and t.word(i + 3) not in {"season", "seasons", "campaign"}:
        return None
    if spaced and (t.word(i + 3) in MONTHS or counted(t, i + 3) or sign == "/"):
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
    return date_draft(i, i + 3, unit, (cal.year_span(year)[0], cal.year_span(last)[1]), f"{year}/{last}")


_TEENS = word_set("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")


_SPELLED_YEAR_BEFORE = word_set("in since of by until from the year")


def read_spelled_year(t: Tokens, i: int) -> Draft | None:
    """Read "nineteen eighty-four", "twenty twenty-six"."""
    first = {"nineteen": 1900, "eighteen": 1800, "seventeen": 1700, "twenty": 2000}.get(t.word(i))
    if first is None or t.word(i + 1) not in (TENS.keys() | _TEENS):
        return None
    rest = read_number(t, i + 1)
    if rest is None or rest.form != "cardinal" or not 10 <= rest.low <= 99:
        return None
    if t.word(i - 1) not in _SPELLED_YEAR_BEFORE:
        return None
    year = first + int(rest.low)
    return date_draft(i, rest.j, "year", cal.year_span(year), str(year))


def read_season(t: Tokens, i: int, c: Context, start: int) -> Draft | None:
    """Read "spring 2024", "the summer of 2019"; "last/this/next summer" with ``start`` at the first word."""
    months = SEASONS[t.word(i)]
    year, j = year_after(t, i + 1)
    today = publication_day(c)
    if year is None:
        before = t.word(i - 1)
        if before not in {"last", "this", "next"} or (t.word(i) == "fall" and t.word(i + 1) in {"in", "of"}):
            return None
        key = f"{before} {t.word(i)}"
        if today is None:
            return date_draft(i - 1, i + 1, "season", None, key)
        year = today.year
        span = cal.months_span(year, *months)
        if before == "last" and span[1] >= today:
            year -= 1
        elif before == "next" and span[0] <= today:
            year += 1
        return date_draft(i - 1, i + 1, "season", cal.months_span(year, *months), key)
    return date_draft(start, j, "season", cal.months_span(year, *months), f"{t.word(i)} {year}")
