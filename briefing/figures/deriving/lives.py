"""Ages and lengths of time counted up to the day of the report: since 2015, born in 1961, turns 70 in May.

Promise: whole years only, unless hedged; a person's age follows from a birth, a thing's from its beginning.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from briefing.data import Direction, Figure, Kind, Modifier
from briefing.figures.binding.polarity import NEGATED
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.spans import MONTHS_A_YEAR, SECONDS_A_DAY, is_day
from briefing.figures.deriving.terms import Derivation, follows, is_single, single_values, speaks_of
from briefing.figures.matching.counted import family
from briefing.figures.matching.scale import base_value
from briefing.figures.vocabulary.thesaurus import concept_of, concept_set
from briefing.wordsets import word_set

_UP_TO_NOW = word_set("for since years year ago old after long been has have decade decades month months")


BORN = frozenset(("family:born", "born", "birth"))


_BEGINNING = word_set(
    "open found build establish launch create begin start set date inaugurate complete finish erect invent sign"
)
BEGUN = _BEGINNING | set(map(concept_of, _BEGINNING))


_OLDEST = 115


def until_now(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count from a date to the day of the report: in office since March 2015, so for 11 years."""
    if claim.kind is not Kind.DURATION or not is_single(claim) or not cues & _UP_TO_NOW:
        return None
    unit, value, _ = base_value(claim)
    for place in group:
        when, now = place.figure.when, place.now
        if place.figure.kind is not Kind.DATE or when is None or now is None or when >= now:
            continue
        if not speaks_of(claim, place) or ("ago" not in cues and _is_closed(place, group)):
            continue
        passed = _passed(place.figure, now, unit, value)
        if passed and follows(claim, value, passed, kind=Kind.DURATION):
            return Derivation(f"from {place.figure.text} to {now.isoformat()}", (place,))
    return None


def _is_closed(place: Spot, group: list[Spot]) -> bool:
    """Return whether a date is one end of a stretch of time that is over: "from 2004 to 2016"."""
    return any(
        p.sentence == place.sentence
        and p.figure.kind is Kind.DATE
        and p.figure.unit == place.figure.unit == "year"
        and p.figure.when != place.figure.when
        for p in group
    )


def _passed(since: Figure, now: date, unit: str, value: Decimal) -> Decimal | None:
    """Return how long ago a date was, in the unit of the claim and as precisely as the date allows."""
    assert since.when is not None
    months = (now.year - since.when.year) * MONTHS_A_YEAR + now.month - since.when.month
    if unit == "month":
        if since.unit == "year":
            return (
                Decimal((now.year - since.when.year) * MONTHS_A_YEAR) if value % MONTHS_A_YEAR == 0 else None
            )
        if is_day(since) and now.day < since.when.day:
            months -= 1
        if value % MONTHS_A_YEAR == 0:
            months -= months % MONTHS_A_YEAR
        return Decimal(months) if months > 0 else None
    if unit == "second" and is_day(since) and value % SECONDS_A_DAY == 0:
        return Decimal((now - since.when).days * SECONDS_A_DAY)
    return None


def age_from_birth(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count the age of who was born on a date, and of what was built in a year."""
    if not is_single(claim) or not _may_be_age(claim) or claim.modifier is not Modifier.EXACT:
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
        born = bool(place.words & BORN)
        begun = (
            family(claim.thing.noun) not in _PEOPLE and bool(place.words & BEGUN) and claim.kind is Kind.AGE
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
    if is_day(since):
        return (years - ((now.month, now.day) < (since.when.month, since.when.day)),)
    return (years, years - 1) if born else (years,)


def age_in_class(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count a child of 13 among the under-14s, and one of 12 among those of 12 or over."""
    if (
        claim.kind is not Kind.AGE
        or claim.modifier is not Modifier.EXACT
        or claim.low is None
        or claim.low != claim.high
        or "done" in claim.thing.status
    ):
        return None  # what one boy of 12 did is no rule
    told = set(claim.thing.near)
    if not cues & _OF_A_CLASS and not claim.text.endswith("olds"):
        told &= _RULED
    for place in group:
        figure = place.figure
        if (
            figure.kind is not Kind.AGE
            or figure.unit != claim.unit
            or figure.low is None
            or not told & place.words
        ):
            continue
        bound = _BOUNDS.get(figure.modifier)
        if (
            bound is None
            or not bound(claim.low, figure.low)
            or (NEGATED in claim.thing.status) is not (NEGATED in figure.thing.status)
        ):
            continue
        if _is_in_each(claim.low, place, group) or told & place.near - set(figure.thing.subject):
            return Derivation(f"{claim.text} is {figure.modifier} {figure.text}", (place,))
    return None


def _is_in_each(age: Decimal, place: Spot, group: list[Spot]) -> bool:
    """Return whether an age is of every class of a sentence; else the claim must say which: "12 or over with asthma"."""
    classes = [p.figure for p in group if p.sentence == place.sentence and p.figure.kind is Kind.AGE]
    return all(
        _BOUNDS[f.modifier](age, f.low) for f in classes if f.low is not None and f.modifier in _BOUNDS
    )


# what holds for everyone of an age
_RULED = concept_set("free pay fare charge allowed banned barred entitled eligible exempt")
_OF_A_CLASS = word_set(
    "child children people anyone those adults pupils teenagers patients boys girls aged can may must cannot"
)


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
    if claim.kind is Kind.ORDINAL and cues & KEPT:
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
        years = (
            claim.low / MONTHS_A_YEAR if claim.kind is Kind.DURATION and claim.unit == "month" else claim.low
        )
        for place in single_values(group, (Kind.ORDINAL,)):
            kept = place.words & KEPT and not _is_short_of(place)
            if place.figure.low == years and kept and speaks_of(claim, place):
                return Derivation(f"its {place.figure.text} birthday or anniversary", (place,))
    return None


def _is_short_of(place: Spot) -> bool:
    """Return whether a birthday was not reached: "before her 90th birthday", "a month short of his 40th"."""
    return place.figure.modifier is Modifier.LESS_THAN or bool(place.near & _LACKING)


_LACKING = frozenset(("family:previous", "short", "shy"))


def _by_less_than_a_year(place: Spot, group: list[Spot]) -> bool:
    """Return whether what was lacking to a birthday is told in days, weeks or months, and less than a year."""
    lengths = [
        base_value(p.figure)
        for p in single_values(group, (Kind.DURATION,))
        if p.sentence == place.sentence and p.figure.gap is Direction.FELL
    ]
    if lengths:
        return all(low < _A_YEAR.get(unit, Decimal(0)) for unit, low, _ in lengths)
    return bool(place.near & _SHORT_TIMES)


_A_YEAR = {"month": Decimal(MONTHS_A_YEAR), "second": Decimal(SECONDS_A_DAY * 365)}
_SHORT_TIMES = frozenset(
    ("family:weekly", "family:monthly", "family:daily", "day", "week", "month", "shortly")
)
KEPT = word_set("anniversary birthday jubilee anniversari")


def age_before_birthday(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Who turns 70 in May is 69 until then."""
    if (
        claim.low is None
        or claim.kind not in (Kind.AGE, Kind.COUNT)
        or "upcoming" in claim.thing.status
        or ("years" in cues and claim.kind is Kind.COUNT)
    ):
        return None
    for place in single_values(group, (Kind.ORDINAL,)):
        short = place.figure.low == claim.low + 1 and place.words & KEPT and _is_short_of(place)
        if (
            short
            and _by_less_than_a_year(place, group)
            and "anniversary" not in place.near
            and speaks_of(claim, place)
        ):
            return Derivation(f"short of the {place.figure.text} birthday", (place,))
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
