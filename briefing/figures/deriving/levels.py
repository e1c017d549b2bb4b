"""The other of two levels: the one before a change, that of the thing compared with, the time before a delay.

Promise: one stated level, one stated change or gap beside it, and the sum or difference written out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.data import QUANTITIES, Direction, Figure, Kind, Modifier
from briefing.figures.binding.apposed import AGAINST, APPOSED
from briefing.figures.binding.prospects import is_ahead
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import (
    Derivation,
    is_change,
    like_terms,
    may_stand_for,
    single_values,
    speaks_of,
    would_support,
)
from briefing.figures.matching.ends import (
    Step,
    claim_days,
    days_set_against,
    means_the_other,
    names_only_the_whole,
)
from briefing.figures.matching.scale import base_unit, base_value
from briefing.figures.reading.units import written_factor
from briefing.wordsets import word_set

_USUAL = word_set("normally usually normal usual ordinarily otherwise")
_MINUTES_A_DAY = 1440
_POINT = "point"
_CENT = "cent"  # of whatever money the level is in
_UPWARD = frozenset(
    ("family:rise", "ahead", "above", "older", "warmer", "hotter", "faster", "dearer", "clear", "family:old")
)
_DOWNWARD = frozenset(("family:fall", "behind", "below", "younger", "colder", "cooler", "slower", "short"))


def other_level(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """From a level and the way to another to that other one: 96 + 21 = 117, 96 ÷ 3 = 32."""
    if claim.kind not in QUANTITIES | {Kind.AGE} or claim.low != claim.high or is_change(claim):
        return None
    unit = base_value(claim)[0]
    for step, value, shown in (*_by_change(claim, group), *_by_factor(claim, group)):
        level = step.level
        if (
            would_support(claim, (level, level), value, unit)
            and speaks_of(claim, level)
            and may_stand_for(claim, level)
            and means_the_other(claim, cues, step)
        ):
            return Derivation(f"{shown} = {claim.text}", (level, step.change))
    return None


def taken_for_the_other(claim: Figure, place: Spot, group: Sequence[Spot], beside: Sequence[Figure]) -> str:
    """Return why a stated level is not the one that a claim means: that of the day or the whole it is set against."""
    if claim.kind not in QUANTITIES | {Kind.TIME} or is_change(claim) or is_change(place.figure):
        return ""
    if place.figure.thing.role == "from" or place.figure.unit == "times":
        return ""
    near = [p for p in group if p.stands_beside(place)]
    if any(is_change(f) or f.unit == "times" for f in beside):
        return ""  # the claim tells of the change itself
    for other in near:
        if (is_change(other.figure) and _one_scale(claim, place, other)) or _factor(other):
            against, own = days_set_against(near, place, other), claim_days(claim)
            if against & own and not own & place.near - against:
                return f"source sets {place.figure.text} against that of another day"
        elif APPOSED in other.figure.thing.status and names_only_the_whole(claim, place, other):
            return f"source gives {place.figure.text} as {other.figure.text} of the whole"
    return ""


def level_for_gain(claim: Figure, place: Spot, group: Sequence[Spot]) -> str:
    """Return why a level is not what was gained: "31 seats, up from 22" is no gain of 31."""
    ours, theirs = claim.thing, place.figure.thing
    if (
        claim.kind is not Kind.COUNT
        or ours.act != "added"
        or theirs.act == "added"
        or is_change(place.figure)
    ):
        return ""
    before = any(
        p.figure.thing.role == "from" and p.figure.kind is claim.kind for p in group if p.stands_beside(place)
    )
    return f"source gives {place.figure.text} as a level, not a gain" if before else ""


def _by_change(claim: Figure, group: list[Spot]) -> Iterator[tuple[Step, Decimal, str]]:
    """Yield the levels that a stated change leads to, each with its arithmetic."""
    for change, level, sign, later in _beside(claim, group):
        value = base_value(level.figure)[1] - sign * _in_scale_of(level.figure, change.figure)
        step = Step(level, change, later, days_set_against(group, level, change))
        yield step, value, f"{level.figure.text} {'−' if sign > 0 else '+'} {change.figure.text}"


def _in_scale_of(level: Figure, change: Figure) -> Decimal:
    """Return how far a change goes in the base unit of its level: 70 cents are so much of "18.20 dollars an hour"."""
    if level.kind is Kind.RATE and change.kind is not Kind.RATE:
        return (change.low or Decimal(0)) * base_unit(level.unit)[1]
    return base_value(change)[1]


def _by_factor(claim: Figure, group: list[Spot]) -> Iterator[tuple[Step, Decimal, str]]:
    """Yield the levels that a stated multiple leads back to: twice as many as in May, halved to 230, up by half to 600."""
    unit = base_value(claim)[0]
    for times in single_values(group, (Kind.COUNT, Kind.FRACTION)):
        factor = _factor(times)
        if not factor or times.figure.modifier is not Modifier.EXACT:
            continue
        for level in single_values(group, (claim.kind,)):
            beside = level.sentence == times.sentence and level.figure.start != times.figure.start
            if beside and base_value(level.figure)[0] == unit and level.figure.unit != "times":
                step = Step(level, times, days=days_set_against(group, level, times))
                shown = times.figure.text if factor < 1 else f"{factor.normalize():f}"
                yield step, base_value(level.figure)[1] / factor, f"{level.figure.text} ÷ {shown}"


def _factor(times: Spot) -> Decimal | None:
    """Return by how much the level before was multiplied: 3 where it trebled, a half where it halved, 1.5 where it rose by half."""
    figure = times.figure
    if figure.low is None:
        return None
    if AGAINST in figure.thing.status or (figure.unit == "times" and figure.direction):
        return figure.low
    if figure.kind is Kind.FRACTION and figure.direction is not Direction.NONE and figure.low < 1:
        return 1 + figure.low if figure.direction is Direction.ROSE else 1 - figure.low
    return None


def _beside(claim: Figure, group: list[Spot]) -> Iterator[tuple[Spot, Spot, int, bool]]:
    """Yield a change, a level beside it, the sign of the change, and whether the level is the one before it.

    A level of the same sentence comes first.
    """
    changes = [p for p in single_values(group, QUANTITIES | {Kind.AGE}) if is_change(p.figure)]
    levels = [p for p in like_terms(claim, group) if not is_change(p.figure)]
    for change in changes:
        fitting = [p for p in levels if _one_scale(claim, p, change)]
        own = [p for p in fitting if p.sentence == change.sentence]
        near = [p for p in fitting if abs(p.sentence - change.sentence) == 1]
        for level in own or near:
            usual = bool(level.near & _USUAL) and level.sentence == change.sentence
            to_come = is_ahead(change.figure.thing) and not is_ahead(level.figure.thing)
            starts = (
                level.figure.thing.role == "from" or usual or (to_come and level.figure.thing.role != "to")
            )
            starts = starts and not change.figure.gap
            if (sign := sign_of(change.figure)) != 0:
                yield change, level, -sign if starts else sign, starts


def sign_of(change: Figure) -> int:
    """Return 1 for a change upwards or a distance above, -1 for the other way, 0 where no word tells."""
    told = change.gap or change.direction
    if told:
        return 1 if told is Direction.ROSE else -1
    near = set(change.thing.near)
    up, down = near & _UPWARD, near & _DOWNWARD
    return 0 if bool(up) == bool(down) else 1 if up else -1


def _one_scale(claim: Figure, level: Spot, change: Spot) -> bool:
    unit = base_value(claim)[0]
    degrees = claim.kind is Kind.TEMPERATURE and "degree" in (unit, level.figure.unit)
    if (base_value(level.figure)[0] != unit and not degrees) or level.figure.start == change.figure.start:
        return False
    if level.figure.kind is Kind.TIME:
        return change.figure.kind is Kind.DURATION
    if level.figure.kind is Kind.PERCENT:
        return change.figure.kind is Kind.POINTS or change.figure.unit == "point"
    if change.figure.kind is Kind.MONEY and change.figure.written_unit == _CENT:
        return level.figure.kind in (Kind.MONEY, Kind.RATE)
    if level.figure.kind is Kind.RATE and change.figure.kind in (Kind.MONEY, Kind.MEASURE):
        return change.figure.unit == level.figure.unit.partition("/")[0]
    if change.figure.unit == _POINT and level.figure.kind is Kind.COUNT and not level.figure.unit:
        return "bare" in level.figure.thing.status  # an index at 4,812 after shedding 61 points
    if change.figure.kind is Kind.COUNT and not change.figure.unit:
        return level.figure.kind is Kind.COUNT or "bare" in change.figure.thing.status
    if level.figure.kind is Kind.TEMPERATURE and change.figure.kind is Kind.TEMPERATURE:
        return "degree" in (change.figure.unit, level.figure.unit) or change.figure.unit == level.figure.unit
    return base_value(change.figure)[0] == unit and change.figure.kind is level.figure.kind


def shifted_time(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """At 10.45 p.m., 35 minutes later than now: it is 10.10 p.m. now."""
    if claim.kind is not Kind.TIME or claim.low is None:
        return None
    for gap in single_values(group, (Kind.DURATION,)):
        if not gap.figure.gap or gap.figure.unit != "second" or gap.figure.low is None:
            continue
        minutes = gap.figure.low / 60 * (1 if gap.figure.gap is Direction.ROSE else -1)
        for time in single_values(group, (Kind.TIME,)):
            if time.sentence != gap.sentence or time.figure.low is None:
                continue
            step = Step(time, gap, days=days_set_against(group, time, gap))
            if not means_the_other(claim, cues, step):
                continue
            if _same_clock(claim, (time.figure.low - minutes) % _MINUTES_A_DAY):
                mark = "−" if minutes > 0 else "+"
                shown = f"{time.figure.text} {mark} {gap.figure.text} = {claim.text}"
                return Derivation(shown, (time, gap))
    return None


def _same_clock(claim: Figure, minutes: Decimal) -> bool:
    if claim.low == minutes:
        return True
    half = _MINUTES_A_DAY // 2
    return claim.written_unit == "12-hour" and claim.low is not None and claim.low % half == minutes % half


def in_written_units(claim: Figure, group: list[Spot]) -> Iterator[Figure]:
    """Yield what a bare claim may mean: "205,000 less" among hectolitres is 205,000 hectolitres."""
    if claim.written_unit == _CENT or (claim.kind is Kind.RATE and "cent" in claim.text):
        yield from _in_money_of(claim, group)
    if claim.kind is not Kind.COUNT or claim.unit or "bare" not in claim.thing.status or claim.low is None:
        return
    if not (claim.thing.role or claim.gap or claim.direction):
        return  # "platforms 4 and 9" are no kilometres
    seen: set[tuple[Kind, str, Decimal]] = set()
    for place in group:
        figure, factor = place.figure, written_factor(place.figure) or Decimal(1)
        key = (figure.kind, figure.unit, factor)
        if figure.kind not in QUANTITIES or not figure.unit or figure.kind is Kind.COUNT or key in seen:
            continue
        seen.add(key)
        value = claim.low * factor
        yield replace(claim, kind=figure.kind, unit=figure.unit, low=value, high=value)


def _in_money_of(claim: Figure, group: list[Spot]) -> Iterator[Figure]:
    """Yield cents as those of the money that the source speaks of."""
    head, slash, per = claim.unit.partition("/")
    for unit in dict.fromkeys(
        p.figure.unit.partition("/")[0] for p in group if p.figure.kind in (Kind.MONEY, Kind.RATE)
    ):
        if unit not in ("", head):
            yield replace(claim, unit=f"{unit}{slash}{per}")
