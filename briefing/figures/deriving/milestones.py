"""Years and days that a length of time gives: the highest for 18 years, the centenary, a ten-day fair from 3 July.

Promise: a year follows from whole years up to the report, an age from two dates, an end from a beginning and a
length.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from briefing.data import Figure, Kind, Modifier
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.lives import BEGUN, BORN, KEPT
from briefing.figures.deriving.spans import MONTHS_A_YEAR, SECONDS_A_DAY, is_day
from briefing.figures.deriving.terms import Derivation, is_single, single_values, speaks_of
from briefing.figures.matching.scale import base_value
from briefing.figures.vocabulary.calendar import shift
from briefing.figures.vocabulary.thesaurus import concept_set

_DAYS_A_WEEK = 7
_BEGIN_TOLD = concept_set("begin open start launch")
_END_TOLD = concept_set("end close finish conclude expire")


_SINCE = frozenset(("since", "last"))


def year_of_record(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Name the year since when: the highest for 18 years, told in 2026, is the highest since 2008."""
    if claim.kind is not Kind.DATE or claim.unit != "year" or claim.when is None or not cues & _SINCE:
        return None
    for place in single_values(group, (Kind.DURATION,)):
        figure, now = place.figure, place.now
        if figure.unit != "month" or now is None or figure.modifier is not Modifier.EXACT or figure.gap:
            continue
        assert figure.low is not None
        if figure.low == (now.year - claim.when.year) * MONTHS_A_YEAR and speaks_of(claim, place):
            return Derivation(f"{figure.text} before {now.year}", (place,))
    return None


def year_of_beginning(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Name the year in which something began that turns 100, or keeps its centenary, this year."""
    if claim.kind is not Kind.DATE or claim.unit != "year" or claim.when is None:
        return None
    if not set(claim.thing.words) & (BEGUN | BORN):
        return None
    for place in group:
        figure, now = place.figure, place.now
        if figure.low is None or now is None or figure.low != now.year - claim.when.year:
            continue
        turns = figure.kind in (Kind.AGE, Kind.COUNT) and figure.thing.act == "turn"
        kept = figure.kind is Kind.ORDINAL and bool(place.words & KEPT)
        this_year = f"d:{now.year}-01-01:{now.year}-12-31" in place.words
        if (turns or kept) and this_year and speaks_of(claim, place):
            return Derivation(f"{figure.text} in {now.year}", (place,))
    return None


def age_at_event(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count the age of who was born on one date at what befell on another: born in May 1940, minister in June 1975, at 35."""
    if claim.kind not in (Kind.AGE, Kind.COUNT) or not is_single(claim):
        return None
    if not {"when", "at", "aged", "age"} & cues or claim.modifier is not Modifier.EXACT:
        return None
    dates = [p for p in group if p.figure.kind is Kind.DATE and p.figure.unit in ("day", "month", "year")]
    for birth in dates:
        if not BORN & birth.near:
            continue
        for event in dates:
            if event is birth or BORN & event.near or not speaks_of(claim, event):
                continue
            if claim.low in _years_between(birth.figure, event.figure):
                return Derivation(f"from {birth.figure.text} to {event.figure.text}", (birth, event))
    return None


def _years_between(birth: Figure, event: Figure) -> tuple[Decimal, ...]:
    """Return the ages that two dates leave open: two where a whole year hides whether the birthday was over."""
    if birth.when is None or event.when is None or birth.until is None or event.until is None:
        return ()
    least = event.when.year - birth.until.year - (_day(event.when) < _day(birth.until))
    most = event.until.year - birth.when.year - (_day(event.until) < _day(birth.when))
    return tuple(map(Decimal, range(max(least, 0), most + 1)))


def _day(when: date) -> tuple[int, int]:
    return when.month, when.day


def end_of_length(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Name the last day of what lasts so long from a day on, or the first of what ends on one."""
    if not is_day(claim) or claim.when is None:
        return None
    near = set(claim.thing.near)
    ends = bool(near & _END_TOLD) or "until" in cues
    begins = bool(near & _BEGIN_TOLD) and not ends
    if ends is begins:
        return None
    for length in single_values(group, (Kind.DURATION,)):
        unit, value, _ = base_value(length.figure)
        if unit != "second" or value % SECONDS_A_DAY or length.figure.gap:
            continue
        if length.figure.modifier is not Modifier.EXACT:
            continue
        days = int(value) // SECONDS_A_DAY
        passed = {days - 1} if days % _DAYS_A_WEEK else {days - 1, days}
        for place in group:
            start = place.figure.when
            if place.sentence != length.sentence or not is_day(place.figure) or start is None:
                continue
            told = place.near & (_BEGIN_TOLD if ends else _END_TOLD) or (
                ends and place.figure.thing.role == "from"
            )
            sign = 1 if ends else -1
            if told and speaks_of(claim, place) and any(claim.when == shift(start, sign * n) for n in passed):
                return Derivation(f"{length.figure.text} from {place.figure.text}", (place, length))
    return None
