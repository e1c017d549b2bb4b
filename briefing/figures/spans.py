"""Lengths of time and ages that follow from dates: from 3 to 8 June, since 2015, born in 1961, turns 70 in May.

Promise: what is counted up to now is counted to the day the source came out; whole years only, unless hedged.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import combinations

from briefing.data import Direction, Figure, Kind, Modifier
from briefing.figures.lexicon import words_of
from briefing.figures.match import match
from briefing.figures.scale import base_value
from briefing.figures.support import Spot, family
from briefing.figures.terms import Derivation, figure_of, single_values, speaks_of

_SPANS = words_of(
    "after later earlier lasted lasting last took take takes taking between apart old ran long lasts journey trip shift within stretch"
)
_UP_TO_NOW = words_of("for since years year ago old after long been has have decade decades month months")
_BORN = frozenset(("family:born", "born", "birth"))
_BEGUN = words_of(
    "open opened opening found founded build built establish established launch launched create created begin began start started set "
    "date dates dating inaugurate inaugurated complete completed erect erected invent invented sign signed"
)
_OLDEST = 115
_MONTHS = 12
_DAY = 86400


def days_between(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """From June 3 to June 8 are five days; from 2pm to 4pm two hours."""
    if claim.kind is not Kind.DURATION or claim.low is None or claim.low != claim.high:
        return None
    unit, value, _ = base_value(claim)
    dates = [p for p in group if _is_day(p.figure)] if cues & _SPANS else []
    for first, second in combinations(dates, 2):
        a, b = first.figure.when, second.figure.when
        if unit != "second" or a is None or b is None or not value:
            continue
        if Decimal(abs((a - b).days) * _DAY) == value:
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    times = single_values(group, (Kind.TIME,))
    for first, second in combinations(times, 2):
        gap = abs((first.figure.low or Decimal(0)) - (second.figure.low or Decimal(0))) * 60
        near = first.sentence == second.sentence or (
            abs(first.sentence - second.sentence) == 1 and bool(cues & _SPANS)
        )
        if unit == "second" and gap and near and any(_fits(claim, passed) for passed in (gap, _DAY - gap)):
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    return None


def _fits(claim: Figure, passed: Decimal) -> bool:
    unit, value, _ = base_value(claim)
    own = figure_of(Kind.DURATION, value, unit, claim.modifier)
    return match(own, figure_of(Kind.DURATION, passed, unit)).fits


def _is_day(figure: Figure) -> bool:
    return figure.kind is Kind.DATE and figure.when is not None and figure.when == figure.until


def years_between(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count the years between two dates of an article: opened in 1990, shut in 2021, 31 years."""
    if claim.kind is not Kind.DURATION or claim.low is None or claim.low != claim.high or not cues & _SPANS:
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
        years = abs(a.year - b.year) * _MONTHS
        in_months = {first.figure.unit, second.figure.unit} == {"month"} and first.sentence == second.sentence
        if value in (years, years + b.month - a.month if in_months and a <= b else years):
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    return None


def _months_apart(first: Spot, second: Spot) -> Decimal:
    """Return the months from one named month of a sentence to the next one named in it."""
    a, b = sorted((first, second), key=lambda p: p.figure.start)
    return Decimal((int(b.figure.written_unit) - int(a.figure.written_unit)) % _MONTHS)


def other_date(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Find the other of two years: shut in 1989, 31 years after it opened, so it opened in 1958."""
    if claim.kind is not Kind.DATE or claim.unit != "year" or claim.when is None:
        return None
    for length in single_values(group, (Kind.DURATION,)):
        figure = length.figure
        if not str(figure.gap) or figure.unit != "month" or figure.low is None or figure.low % _MONTHS:
            continue
        years = int(figure.low) // _MONTHS * (1 if figure.gap is Direction.ROSE else -1)
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


# ---------------------------------------------------------------- counted up to now


def until_now(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count from a date to the day of the report: in office since March 2015, so for 11 years."""
    if (
        claim.kind is not Kind.DURATION
        or claim.low is None
        or claim.low != claim.high
        or not cues & _UP_TO_NOW
    ):
        return None
    unit, value, _ = base_value(claim)
    for place in group:
        when, now = place.figure.when, place.now
        if place.figure.kind is not Kind.DATE or when is None or now is None or when >= now:
            continue
        if not speaks_of(claim, place):
            continue
        passed = _passed(place.figure, now, unit, value)
        own = figure_of(Kind.DURATION, value, unit, claim.modifier)
        if passed and match(own, figure_of(Kind.DURATION, passed, unit)).fits:
            return Derivation(f"from {place.figure.text} to {now.isoformat()}", (place,))
    return None


def _passed(since: Figure, now: date, unit: str, value: Decimal) -> Decimal | None:
    """Return how long ago a date was, in the unit of the claim and as precisely as the date allows."""
    assert since.when is not None
    months = (now.year - since.when.year) * _MONTHS + now.month - since.when.month
    if unit == "month":
        if since.unit == "year":
            return Decimal((now.year - since.when.year) * _MONTHS) if value % _MONTHS == 0 else None
        if _is_day(since) and now.day < since.when.day:
            months -= 1
        if value % _MONTHS == 0:
            months -= months % _MONTHS
        return Decimal(months) if months > 0 else None
    if unit == "second" and _is_day(since) and value % _DAY == 0:
        return Decimal((now - since.when).days * _DAY)
    return None


def age_from_birth(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count the age of who was born on a date, and of what was built in a year."""
    if (
        claim.low is None
        or claim.low != claim.high
        or not _may_be_age(claim)
        or claim.modifier is not Modifier.EXACT
    ):
        return None
    for place in group:
        figure, now = place.figure, place.now
        if (
            figure.kind is not Kind.DATE
            or figure.when is None
            or now is None
            or figure.unit not in ("year", "day", "month")
        ):
            continue
        born = bool(place.words & _BORN)
        begun = (
            family(claim.thing.noun) not in _PEOPLE and bool(place.words & _BEGUN) and claim.kind is Kind.AGE
        )
        if not (born or begun) or not speaks_of(claim, place):
            continue
        if claim.low in _ages(figure, now, born=born):
            return Derivation(f"from {figure.text} to {now.isoformat()}", (place,))
    return None


_PEOPLE = frozenset(("person", "man", "woman", "boy", "girl", "child"))


def _may_be_age(claim: Figure) -> bool:
    if claim.kind is Kind.AGE:
        return claim.unit == "year"
    bare = claim.kind is Kind.COUNT and "bare" in claim.thing.status and claim.thing.act in ("be", "turn", "")
    return bare and claim.low is not None and claim.low <= _OLDEST


def _ages(since: Figure, now: date, *, born: bool) -> tuple[int, ...]:
    assert since.when is not None
    years = now.year - since.when.year
    if _is_day(since):
        return (years - ((now.month, now.day) < (since.when.month, since.when.day)),)
    return (years, years - 1) if born else (years,)


def age_in_class(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count a child of 13 among the under-14s, and one of 12 among those of 12 or over."""
    if (
        claim.kind is not Kind.AGE
        or claim.modifier is not Modifier.EXACT
        or claim.low is None
        or claim.low != claim.high
    ):
        return None
    if not cues & _OF_A_CLASS:
        return None
    for place in group:
        figure = place.figure
        if (
            figure.kind is not Kind.AGE
            or figure.unit != claim.unit
            or figure.low is None
            or not set(claim.thing.near) & place.words
        ):
            continue
        bound = _BOUNDS.get(figure.modifier)
        if bound is not None and bound(claim.low, figure.low):
            return Derivation(f"{claim.text} is {figure.modifier} {figure.text}", (place,))
    return None


_OF_A_CLASS = words_of("child children people anyone those adults pupils teenagers patients boys girls aged")
_BOUNDS: dict[Modifier, Callable[[Decimal, Decimal], bool]] = {
    Modifier.LESS_THAN: operator.lt,
    Modifier.AT_MOST: operator.le,
    Modifier.MORE_THAN: operator.gt,
    Modifier.AT_LEAST: operator.ge,
}


def birthday(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Name the 50th anniversary of what opened 50 years ago, and the age of who keeps a 40th birthday."""
    if claim.low is None:
        return None
    if claim.kind is Kind.ORDINAL and cues & _KEPT:
        for place in group:
            figure, now = place.figure, place.now
            since = figure.when.year if figure.kind is Kind.DATE and figure.when else None
            if (
                since is not None
                and now is not None
                and now.year - since == claim.low
                and speaks_of(claim, place)
            ):
                return Derivation(f"from {figure.text} to {now.year}", (place,))
            if figure.kind is Kind.AGE and figure.low == claim.low and figure.thing.act == "turn":
                return Derivation(f"turned {figure.text}", (place,))
    if claim.kind in (Kind.AGE, Kind.DURATION, Kind.COUNT):
        years = claim.low / _MONTHS if claim.kind is Kind.DURATION and claim.unit == "month" else claim.low
        for place in single_values(group, (Kind.ORDINAL,)):
            if place.figure.low == years and place.words & _KEPT and speaks_of(claim, place):
                return Derivation(f"its {place.figure.text} birthday or anniversary", (place,))
    return None


_KEPT = words_of("anniversary birthday jubilee anniversari")


def age_before_birthday(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Who turns 70 in May is 69 until then."""
    if (
        claim.low is None
        or claim.kind not in (Kind.AGE, Kind.COUNT)
        or ("years" in cues and claim.kind is Kind.COUNT)
    ):
        return None
    for place in group:
        figure = place.figure
        if (
            figure.kind in (Kind.AGE, Kind.COUNT)
            and figure.low is not None
            and "upcoming" in figure.thing.status
            and figure.low == claim.low + 1
        ):
            return Derivation(f"turns {figure.low}, so is {claim.low} now", (place,))
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
    if claim.kind is not Kind.DATE or claim.unit not in ("quarter", "half-year") or claim.when is None:
        return None
    wanted = 3 if claim.unit == "quarter" else 6
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
    "week": frozenset(("week", "family:weekly", "weekly")),
    "month": frozenset(("month", "family:monthly", "monthly")),
    "year": frozenset(("year", "family:annual", "annual", "annually", "12-month")),
}
