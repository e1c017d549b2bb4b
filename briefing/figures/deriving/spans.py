"""Lengths of time between two dates, and parts of a time: from 3 to 8 June, from 1990 to 2021, the mid-1990s.

Promise: both ends are told in one article; whole years only, unless hedged.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from briefing.data import Direction, Figure, Kind, Modifier
from briefing.figures.binding.keys import days
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import Derivation, follows, is_single, single_values, speaks_of
from briefing.figures.matching.scale import base_value
from briefing.figures.reading.units import written_value
from briefing.wordsets import word_set

_BETWEEN = word_set(
    "after later earlier lasted lasting last took take takes taking between apart old ran long lasts journey trip shift within stretch postponed delayed deferred extended late delay off back forward"
)
_SPANS = _BETWEEN | word_set("for spent")
MONTHS_A_YEAR = 12
SECONDS_A_DAY = 86400


def days_between(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """From June 3 to June 8 are five days; from 2pm to 4pm two hours."""
    if claim.kind is not Kind.DURATION or not is_single(claim):
        return None
    unit, value, _ = base_value(claim)
    dates = [p for p in group if is_day(p.figure)] if cues & _SPANS else []
    for first, second in combinations(dates, 2):
        a, b = first.figure.when, second.figure.when
        if unit != "second" or a is None or b is None or not value:
            continue
        told = first.sentence == second.sentence and speaks_of(claim, first) and speaks_of(claim, second)
        if not cues & _BETWEEN and not told:
            continue
        if _fits(claim, Decimal(abs((a - b).days) * SECONDS_A_DAY)):
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    for place in group:
        figure = place.figure
        days = _days_of(figure)
        if unit == "second" and days * SECONDS_A_DAY == value and days and speaks_of(claim, place):
            return Derivation(f"{figure.text}: {days} days", (place,))
    times = single_values(group, (Kind.TIME,))
    for first, second in combinations(times, 2):
        gap = abs((first.figure.low or Decimal(0)) - (second.figure.low or Decimal(0))) * 60
        near = first.sentence == second.sentence or (
            abs(first.sentence - second.sentence) == 1 and bool(cues & _SPANS)
        )
        if (
            unit == "second"
            and gap
            and near
            and any(_fits(claim, passed) for passed in (gap, SECONDS_A_DAY - gap))
        ):
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    return None


_MOST_DAYS = 60  # of a period given by its first and last day


def _days_of(figure: Figure) -> int:
    """Return how many days a period named by its first and last day has, both included: 5 to 8 August are four."""
    if figure.kind is not Kind.DATE or figure.when is None or figure.until is None:
        return 0
    days = (figure.until - figure.when).days + 1
    is_period = (
        figure.unit not in ("week", "month", "year", "quarter", "half-year", "weekend") and not figure.low
    )
    return days if is_period and 1 < days <= _MOST_DAYS else 0


def end_of_period(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Name the first or the last day of a period: from 11 to 14 June, so it ends on the 14th."""
    if claim.when is None or claim.when != claim.until or claim.kind is not Kind.DATE:
        return None
    for place in group:
        figure = place.figure
        if not _days_of(figure) or not speaks_of(claim, place):
            continue
        begins, ends = bool(cues & _BEGINS), bool(cues & _ENDS)
        if begins is not ends and claim.when == (figure.when if begins else figure.until):
            return Derivation(f"{'first' if begins else 'last'} day of {figure.text}", (place,))
    return None


_BEGINS = word_set("begin begins began start starts started starting open opens opened opening")
_ENDS = word_set("end ends ended ending close closes closed closing finish finishes finished last until")


def _fits(claim: Figure, passed: Decimal) -> bool:
    """Return whether a claim gives the time passed, in its own unit: 20 days are nearly three weeks."""
    _, value, _ = base_value(claim)
    written = written_value(claim)
    if not written or not value:
        return False
    return follows(claim, written, passed * written / value, kind=Kind.DURATION)


def is_day(figure: Figure) -> bool:
    """Return whether a figure is one day of the calendar."""
    return figure.kind is Kind.DATE and figure.when is not None and figure.when == figure.until


def years_between(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count the years between two dates of an article: opened in 1990, shut in 2021, 31 years."""
    if claim.kind is not Kind.DURATION or not is_single(claim) or not cues & _SPANS:
        return None
    unit, value, _ = base_value(claim)
    named = [p for p in group if p.figure.unit == "month" and p.figure.written_unit.isdecimal()]
    for first, second in combinations(named, 2):
        if first.sentence == second.sentence and unit == "month" and _months_apart(first, second) == value:
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    dates = [p for p in group if p.figure.kind is Kind.DATE and p.figure.when is not None]
    for first, second in combinations(dates, 2):
        a, b = first.figure.when, second.figure.when
        if unit != "month" or a is None or b is None or not value:
            continue
        years = abs(a.year - b.year) * MONTHS_A_YEAR
        stretch = first.figure.unit == second.figure.unit and first.sentence == second.sentence
        if not cues & _BETWEEN and not stretch:
            continue  # "for 12 years": both ends are told together
        in_months = {first.figure.unit, second.figure.unit} == {"month"} and first.sentence == second.sentence
        if value in (years, years + b.month - a.month if in_months and a <= b else years):
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    return None


def _months_apart(first: Spot, second: Spot) -> Decimal:
    """Return the months from one named month of a sentence to the next one named in it."""
    a, b = sorted((first, second), key=lambda p: p.figure.start)
    return Decimal((int(b.figure.written_unit) - int(a.figure.written_unit)) % MONTHS_A_YEAR)


def other_date(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Find the other of two years: shut in 1989, 31 years after it opened, so it opened in 1958."""
    if claim.kind is not Kind.DATE or claim.unit != "year" or claim.when is None:
        return None
    for length in single_values(group, (Kind.DURATION,)):
        figure = length.figure
        if not figure.gap or figure.unit != "month" or figure.low is None or figure.low % MONTHS_A_YEAR:
            continue
        years = int(figure.low) // MONTHS_A_YEAR * (1 if figure.gap is Direction.ROSE else -1)
        for place in group:
            stated = place.figure
            if (
                stated.kind is not Kind.DATE
                or stated.unit != "year"
                or stated.when is None
                or place.sentence != length.sentence
            ):
                continue
            if stated.when.year - years == claim.when.year:
                mark = "−" if years > 0 else "+"
                shown = f"{stated.text} {mark} {figure.text} = {claim.text}"
                return Derivation(shown, (place, length))
    return None


# ---------------------------------------------------------------- parts of time

_YEARS_EITHER_SIDE = 1


def within_decade(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Name a year of the part of a decade: the mid-1990s are around 1995."""
    if (
        claim.kind is not Kind.DATE
        or claim.unit != "year"
        or claim.modifier is not Modifier.ABOUT
        or claim.when is None
    ):
        return None
    for place in group:
        figure = place.figure
        if figure.unit != "part of decade" or figure.when is None or figure.until is None:
            continue
        middle = (figure.when.year + figure.until.year + 1) // 2
        if abs(claim.when.year - middle) <= _YEARS_EITHER_SIDE:
            return Derivation(f"{figure.written_unit}, so around {claim.text}", (place,))
    return None


def period_to(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Name the quarter or half that months up to a date make: the three months to June are the second quarter."""
    if claim.kind is Kind.DURATION or (claim.unit == "month" and "months" in cues):
        return _months_of_period(claim, group)
    if claim.kind is not Kind.DATE or claim.unit not in _MONTHS_IN or claim.when is None:
        return None
    wanted = _MONTHS_IN[claim.unit]
    for length in single_values(group, (Kind.DURATION,)):
        if length.figure.unit != "month" or length.figure.low != wanted:
            continue
        for end in group:
            figure = end.figure
            if (
                figure.kind is Kind.DATE
                and figure.until is not None
                and claim.until is not None
                and end.sentence == length.sentence
                and (figure.until.year, figure.until.month) == (claim.until.year, claim.until.month)
            ):
                return Derivation(f"{length.figure.text} to {figure.text}", (length, end))
    return None


_MONTHS_IN = {"quarter": 3, "half-year": 6}


def _months_of_period(claim: Figure, group: list[Spot]) -> Derivation | None:
    """Return the quarter or half that a claim tells by its months and its last one: the six months to June."""
    for place in group:
        figure = place.figure
        if figure.kind is not Kind.DATE or figure.unit not in _MONTHS_IN or figure.until is None:
            continue
        ends = claim.until == figure.until
        if claim.kind is Kind.DURATION:
            long = claim.unit == "month" and claim.low == claim.high == _MONTHS_IN[figure.unit]
            ends = long and any(w.endswith(f"{figure.until}") for w in days(claim.thing.near))
        if ends:
            return Derivation(figure.text, (place,))
    return None


def within_period(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count from a change "in a month" back to a month ago."""
    if claim.kind is not Kind.DATE or claim.low != 1 or claim.unit not in _PERIODS:
        return None
    words = _PERIODS[claim.unit]
    for place in group:
        if place.figure.kind is not Kind.DATE and place.words & words and speaks_of(claim, place):
            return Derivation(f"over a {claim.unit}", (place,))
    return None


_PERIODS = {
    "week": frozenset(("week", "earlier-week", "family:weekly", "weekly")),
    "month": frozenset(("month", "earlier-month", "family:monthly", "monthly")),
    "year": frozenset(("year", "earlier-year", "family:annual", "annual", "annually", "12-month")),
}
