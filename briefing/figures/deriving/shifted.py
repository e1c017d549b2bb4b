"""Points of time that a source counts from another: two days later, the following Tuesday.

Promise: only exact lengths are counted, from a date or clock time that stands in the sentence or the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from briefing.data import TEMPORAL, Figure, Kind, Modifier
from briefing.figures.binding.keys import is_date
from briefing.figures.binding.things import bind
from briefing.figures.vocabulary import calendar as cal
from briefing.figures.vocabulary.numberwords import WEEKDAYS
from briefing.figures.vocabulary.stems import LETTERS
from briefing.figures.vocabulary.thesaurus import concept_of

_DAY = 86_400  # seconds
_MINUTES_A_DAY = 1440
_MONTHS = 12
_LENGTHS = {
    "minute": ("second", 60),
    "hour": ("second", 3600),
    "day": ("second", _DAY),
    "night": ("second", _DAY),
    "morning": ("second", _DAY),
    "afternoon": ("second", _DAY),
    "evening": ("second", _DAY),
    "week": ("second", 7 * _DAY),
    "fortnight": ("second", 14 * _DAY),
    "month": ("month", 1),
    "year": ("month", _MONTHS),
}
_WAYS = {"later": 1, "afterwards": 1, "after": 1, "earlier": -1, "before": -1}
_WAY = re.compile(
    r"\s+(later|afterwards|earlier|after|before)\b(?!\s+than)(\s+(?:that|then)\b)?", re.IGNORECASE
)
_WORDED = re.compile(
    r"\b(?<!half )(?:an?|one|the) (minute|hour|day|night|morning|evening|week|fortnight|month|year)$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\bthe (following|next|previous) (day|morning|afternoon|evening|night|{'|'.join(w for w in WEEKDAYS if w.endswith('day'))})\b",
    re.IGNORECASE,
)
_SHIFTING = re.compile(
    r"\b(?:later|afterwards|earlier|after|before|following|next|previous)\b", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[,;:]|\s[-–—]\s|\.(?=\s|$)")
_BASE = re.compile(r"\b(?:from|than|as|with|against|on)\s+$", re.IGNORECASE)  # what a change is measured from


class _Step(NamedTuple):
    """How far a phrase counts, from where to where it stands, and whether the event it counts from follows it."""

    start: int
    end: int
    unit: str
    value: int
    names_event: bool = False
    weekday: str = ""


def tells_a_shift(text: str) -> bool:
    """Return whether a sentence may count a point of time from another."""
    return _SHIFTING.search(text) is not None


def with_shifted(
    text: str, figures: tuple[Figure, ...], before: Sequence[Figure]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the bound ``figures`` of a sentence, and the points of time that it counts from others.

    ``before`` are the figures of the sentence before: a phrase without a date of its own counts from the last of them.
    What a date and such a point date are different things, so that each takes its own part of the sentence.
    """
    steps = (
        [s for s in _steps(text, figures) if not _BASE.search(text[: s.start])] if tells_a_shift(text) else []
    )
    made = [point for step in steps if (point := _point(step, text, figures, before)) is not None]
    if not made:
        return figures, ()
    spans = [(f.start, f.end) for f in made]
    kept = [f for f in figures if all(f.end <= start or end <= f.start for start, end in spans)]
    again = bind(text, sorted((*kept, *made), key=lambda f: f.start))
    told = {f.start: f for f in again}
    points = tuple(told[start] for start, _ in spans if start in told)
    return tuple(_dated(f, told.get(f.start)) for f in figures), points


def _dated(figure: Figure, told: Figure | None) -> Figure:
    """Return a figure that also knows of the points of time its part of the sentence counts."""
    if told is None or told.text != figure.text:
        return figure
    if figure.kind in TEMPORAL:
        return told
    own = figure.thing
    near, owner, words = (
        (*ours, *(w for w in theirs if is_date(w) and w not in ours))
        for ours, theirs in (
            (own.near, told.thing.near),
            (own.owner, told.thing.owner),
            (own.words, told.thing.words),
        )
    )
    return replace(figure, thing=replace(own, near=near, owner=owner, words=words))


def _steps(text: str, figures: Sequence[Figure]) -> Iterator[_Step]:
    for figure in figures:
        if figure.kind is not Kind.DURATION or figure.low is None or figure.low != figure.high:
            continue
        way = _WAY.match(text, figure.end)
        if way is None or figure.modifier is not Modifier.EXACT or figure.low != int(figure.low):
            continue
        yield _step(figure.start, way, figure.unit, int(figure.low))
    for way in _WAY.finditer(text):
        worded = _WORDED.search(text[: way.start()][-16:])
        if worded is not None:
            unit, value = _LENGTHS[worded.group(1).lower()]
            yield _step(way.start() - len(worded.group()), way, unit, value)
    for found in _NAMED.finditer(text):
        sign = -1 if found.group(1).lower() == "previous" else 1
        word = found.group(2).lower()
        weekday = word if word in WEEKDAYS else ""
        yield _Step(found.start(), found.end(), "second", sign * _DAY, weekday=weekday)


def _step(start: int, way: re.Match[str], unit: str, value: int) -> _Step:
    word = way.group(1).lower()
    follows = (
        word in ("after", "before")
        and not way.group(2)
        and bool(LETTERS.match(way.string[way.end() :].lstrip()))
    )
    return _Step(start, way.end(), unit, value * _WAYS[word], follows)


def _point(step: _Step, text: str, figures: Sequence[Figure], before: Sequence[Figure]) -> Figure | None:
    """Return the point of time that a step leads to, with the words it takes in."""
    if not step.names_event:
        own = [f for f in figures if f.end <= step.start]
        anchor = _anchor(own, step) or _anchor(before, step)
        return _shifted(anchor, step, text, step.end, 1) if anchor is not None else None
    closes = _CLAUSE_END.search(text, step.end)
    end = closes.start() if closes is not None else len(text)
    within = [f for f in figures if step.end <= f.start < end]
    countable = any(f.kind not in TEMPORAL for f in within)  # "a week before her 90th birthday"
    inside = _anchor(within, step)
    if inside is not None and not countable:
        return _shifted(inside, step, text, end, 1)  # two days after it was hit on March 3, it sank
    main = _anchor([f for f in figures if f.end <= step.start], step)
    main = main or _anchor([f for f in figures if f.start >= end][:1], step)
    if main is not None:
        return _shifted(main, step, text, step.end, -1)  # reopened on 9 March, eight months after it was hit
    named = set(map(concept_of, LETTERS.findall(text[step.end : end].lower())))
    earlier = _anchor([f for f in before if named & set(f.thing.near)], step)
    return _shifted(earlier, step, text, end, 1) if earlier is not None and not countable else None


def _anchor(figures: Sequence[Figure], step: _Step) -> Figure | None:
    """Return the last of ``figures`` that a step of this unit can be counted from."""
    return next((f for f in reversed(figures) if _reaches(f, step)), None)


def _reaches(figure: Figure, step: _Step) -> bool:
    if step.unit == "second" and abs(step.value) < _DAY:
        return figure.kind is Kind.TIME and figure.low is not None and figure.low == figure.high
    if figure.kind is not Kind.DATE or figure.when is None:
        return False
    if figure.when == figure.until or step.unit != "month":
        return figure.when == figure.until
    return figure.unit == "month" or (figure.unit == "year" and step.value % _MONTHS == 0)


def _shifted(anchor: Figure, step: _Step, text: str, end: int, sign: int) -> Figure | None:
    blank = Figure(Kind.DATE, text[step.start : end], step.start, end)
    value = sign * step.value
    if anchor.kind is Kind.TIME:
        assert anchor.low is not None
        minutes = (anchor.low + Decimal(value) / 60) % _MINUTES_A_DAY
        return replace(blank, kind=Kind.TIME, low=minutes, high=minutes, unit=anchor.unit)
    assert anchor.when is not None
    unit, first, last = _counted(anchor, anchor.when, step, value)
    return replace(blank, unit=unit, when=first, until=last)


def _counted(anchor: Figure, when: date, step: _Step, value: int) -> tuple[str, date, date]:
    """Return the day, month or year so far from a date, as exact as date and step are."""
    if step.weekday:
        past = value < 0
        found = cal.nearest(cal.shift(when, -1 if past else 1), WEEKDAYS[step.weekday], past=past)
        return "day", found, found
    if step.unit == "second":
        found = cal.shift(when, value // _DAY)
        return "day", found, found
    if value % _MONTHS == 0:
        return "year", *cal.year_span(when.year + value // _MONTHS)
    return "month", *cal.month_span(when.year, when.month + value)
