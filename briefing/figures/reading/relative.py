"""Yesterday, last week, on Tuesday, two days ago → days, as seen from ``published`` in its own offset.

Promise: where ``published`` is unknown the words are still read, without ``when``.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from briefing.figures.reading.draft import Context, Draft, date_draft, publication_day
from briefing.figures.reading.monthdays import SHORT_WEEKDAYS, after_month, day_value, month_at
from briefing.figures.reading.months import read_month
from briefing.figures.reading.years import read_season
from briefing.figures.vocabulary import calendar as cal
from briefing.figures.vocabulary.numberwords import MONTHS, SEASONS, WEEKDAYS
from briefing.figures.vocabulary.tense import future_tense, past_tense
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

RELATIVE = frozenset(
    {"yesterday", "today", "tomorrow", "tonight", "overnight", "last", "next", "this", "weekend", "ago"}
)


_PARTS = frozenset({"morning", "afternoon", "evening", "night", "lunchtime", "dawn"})


_STEPS = {"last": -1, "this": 0, "next": 1}


def read_weekday(t: Tokens, i: int, c: Context) -> Draft | None:
    """Read a weekday, perhaps with last, next or this before it."""
    word = t.word(i)
    if word in SHORT_WEEKDAYS and (
        not t.capital(i)
        or (word == "sun" and t.word(i - 1) in {"the", "a"})
        or not (t.word(i + 1) in {".", ","} or t.word(i - 1) in {"on", "last", "next"})
    ):
        return None
    if (
        not t.capital(i)
        and not t.lower_case
        and t.word(i - 1) not in {"on", "last", "next", "this", "since", "until", "by"}
    ):
        return None
    j = i + 1
    if t.word(j) == "." and word in SHORT_WEEKDAYS:
        j += 1
    if _full_date_follows(t, j):
        return None
    before = t.word(i - 1)
    start = i
    step = {"coming": "next", "past": "last", "previous": "last"}.get(
        before, before if before in _STEPS else ""
    )
    if step:
        start = i - 1
    key = (step + " " if step else "") + list(WEEKDAYS)[list(WEEKDAYS.values()).index(WEEKDAYS[word])]
    while t.word(j) in _PARTS:
        j += 1
    k = j + 1 if t.word(j) == "of" else j
    if not step and t.word(k) in _STEPS and t.word(k + 1) == "week":  # Tuesday of last week
        step, j = t.word(k) + " week", k + 2
        key = f"{key} of {step}"
    if not step and t.word(j) == "week" and t.word(j + 1) not in {"in", "of"}:  # on Sunday week
        step, j, key = "after next", j + 1, key + " week"
    found = _resolved(t, i, c, WEEKDAYS[word], step)
    if (
        found
        and not step
        and t.word(i - 1) in {"to", "through", "till", "until"}
        and t.word(i - 2) in WEEKDAYS
    ):
        first = _resolved(t, i - 2, c, WEEKDAYS[t.word(i - 2)], "")
        found = cal.nearest(first, WEEKDAYS[word], past=False) if first else found  # from Monday to Thursday
    draft = date_draft(start, j, "day", (found, found) if found else None, key)
    if found and not step and not past_tense(t, i) and not future_tense(t, i):
        ahead = cal.nearest(found, WEEKDAYS[word], past=False)
        draft.or_when = ahead if ahead != found else cal.shift(found, 7)
    return draft


def _resolved(t: Tokens, i: int, c: Context, weekday: int, step: str) -> date | None:
    """Return the day a weekday stands for: by its step, else the nearest in the direction of the tense."""
    today = publication_day(c)
    if today is None:
        return None
    if step.endswith(" week"):
        return cal.shift(cal.week_span(today)[0], 7 * _STEPS[step.split()[0]] + weekday)
    if step == "after next":
        return cal.shift(cal.nearest(cal.shift(today, 1), weekday, past=False), 7)
    if step == "last":
        return cal.nearest(cal.shift(today, -1), weekday, past=True)
    if step == "next":
        return cal.nearest(cal.shift(today, 1), weekday, past=False)
    if step == "this":
        return cal.nearest(today, weekday, past=past_tense(t, i) and not future_tense(t, i))
    if t.word(i - 1) in {"by", "until", "till"} and not past_tense(t, i):
        return cal.nearest(today, weekday, past=False)
    return cal.nearest(today, weekday, past=not future_tense(t, i))


def _full_date_follows(t: Tokens, j: int) -> bool:
    """Tuesday, June 3 and Tuesday the 3rd of June read as one date, from the month or the day on."""
    k = j + 1 if t.word(j) == "," else j
    k = k + 1 if t.word(k) == "the" else k
    if month_at(t, k) and day_value(t, after_month(t, k + 1)):
        return True
    day = day_value(t, k)
    if day is None:
        return False
    return bool(month_at(t, day[1] + 1 if t.word(day[1]) == "of" else day[1]))


def read_relative(t: Tokens, i: int, c: Context) -> Draft | None:
    """Read yesterday, tonight, the weekend, last month, a year ago."""
    word = t.word(i)
    today = publication_day(c)
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
            return date_draft(
                i - 3 if t.word(i - 3) == "the" else i - 2,
                j,
                "day",
                (found, found) if found else None,
                f"day {t.word(i - 1)} {word}",
            )
        return date_draft(i, j, "day", (found, found) if found else None, word)
    if word == "weekend":
        return _weekend(t, i, c)
    if word == "ago":
        return _article_ago(t, i, c)
    if word in {"last", "next", "this"}:
        return _stepped(t, i, c)
    return None


def _weekend(t: Tokens, i: int, c: Context) -> Draft | None:
    """Read "at the weekend", "over the weekend", "this weekend", "last weekend"."""
    before = t.word(i - 1)
    today = publication_day(c)
    if before not in {"the", "this", "last", "next"} or (
        before == "the" and t.word(i - 2) not in {"at", "over", "during", "on", "for", "before", "after"}
    ):
        return None
    if today is None:
        return date_draft(i - 1, i + 1, "weekend", None, before + " weekend")
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
    return date_draft(i - 1, i + 1, "weekend", span, before + " weekend")


def _stepped(t: Tokens, i: int, c: Context) -> Draft | None:
    """last/next/this + week, month, year, quarter, night, morning, season, weekday, month name."""
    word, unit = t.word(i), t.word(i + 1)
    if unit in WEEKDAYS:
        return read_weekday(t, i + 1, c)
    if unit in MONTHS:
        return read_month(t, i + 1, c) if month_at(t, i + 1) else None
    if unit in SEASONS:
        return read_season(t, i + 1, c, i)
    if unit == "weekend":
        return _weekend(t, i + 1, c)
    today = publication_day(c)
    step = {"last": -1, "this": 0, "next": 1}[word]
    key = f"{word} {unit}"
    if unit in {"night", "morning", "afternoon", "evening"}:
        if word == "next" or (word == "last" and unit != "night" and unit != "evening"):
            return None
        found = cal.shift(today, step) if today else None
        return date_draft(i, i + 2, "day", (found, found) if found else None, key)
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
    span = _stepped_span(today, unit, step) if today else None
    return date_draft(i, i + 2, unit, span, key)


def _stepped_span(today: date, unit: str, step: int) -> tuple[date, date]:
    """Return the calendar week, month, quarter, year, decade or century ``step`` away from today's."""
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


_AGO_UNITS = word_set("day week month year decade century hour fortnight minute")


def _article_ago(t: Tokens, i: int, c: Context) -> Draft | None:
    """Read "a week ago", "a year ago"."""
    unit = t.word(i - 1)
    if t.word(i - 2) not in {"a", "an"} or unit not in _AGO_UNITS:
        return None
    return ago(i - 2, i + 1, Decimal(1), unit, c)


def ago(i: int, j: int, count: Decimal, unit: str, c: Context, *, sign: int = -1) -> Draft:
    """``count`` units before ``published`` (after it with ``sign`` = 1), with the precision of the unit."""
    today = publication_day(c)
    key = f"{count} {unit} ago" if sign < 0 else f"in {count} {unit}"
    whole = int(count) if count < 10**5 else None
    if today is None or whole is None or unit in {"hour", "minute", "second"}:
        found = today if today and unit in {"minute", "second"} else None
        if today and c.published and unit == "hour" and count < 10**5:
            found = (c.published + sign * timedelta(hours=float(count))).date()
        return date_draft(
            i, j, "day" if unit != "hour" else "hour", (found, found) if found else None, key, low=count
        )
    if unit == "year" and count != whole:
        unit, whole = "month", int(count * 12)  # a year and a half ago
    step = sign * whole
    if unit == "day":
        found = cal.shift(today, step)
        return date_draft(i, j, "day", (found, found), key, low=count)
    if unit == "fortnight":
        return date_draft(i, j, "week", _stepped_span(today, "week", 2 * step), key, low=count)
    if unit in {"decade", "century"}:
        year = today.year + step * (10 if unit == "decade" else 100)
        return date_draft(i, j, "year", cal.year_span(year), key, low=count)
    return date_draft(i, j, unit, _stepped_span(today, unit, step), key, low=count)
