"""The other of two levels: the one before a change, that of the thing compared with, the time before a delay.

Promise: one stated level, one stated change or gap beside it, and the sum or difference written out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefing.data import Direction, Figure, Kind, Modifier
from briefing.figures.lexicon import words_of
from briefing.figures.scale import base_value
from briefing.figures.spots import Spot
from briefing.figures.terms import (
    QUANTITIES,
    Derivation,
    may_stand_for,
    show,
    single_values,
    speaks_of,
    would_support,
)

_USUAL = words_of("normally usually normal usual ordinarily otherwise") | {
    "normally",
    "usually",
    "normal",
    "usual",
}
_MINUTES_A_DAY = 1440
_UPWARD = frozenset(
    ("family:rise", "ahead", "above", "older", "warmer", "hotter", "faster", "dearer", "clear", "family:old")
)
_DOWNWARD = frozenset(("family:fall", "behind", "below", "younger", "colder", "cooler", "slower", "short"))


def other_level(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """From a level and a change to the level before it, or that of the thing compared with: 96 + 21 = 117."""
    if claim.kind not in (*QUANTITIES, Kind.AGE) or claim.low != claim.high or _is_distance(claim):
        return None
    unit, _, _ = base_value(claim)
    for change, level, sign in _beside(claim, group):
        value = base_value(level.figure)[1] - sign * base_value(change.figure)[1]
        if (
            would_support(claim, (level, level), value, unit)
            and speaks_of(claim, level)
            and may_stand_for(claim, level)
        ):
            mark = "−" if sign > 0 else "+"
            shown = f"{show(level.figure)} {mark} {show(change.figure)} = {claim.text}"
            return Derivation(shown, (level, change))
    return None


def _is_distance(claim: Figure) -> bool:
    return claim.thing.role == "change" or claim.gap is not Direction.NONE


def _beside(claim: Figure, group: list[Spot]) -> Iterator[tuple[Spot, Spot, int]]:
    """Yield a change, a level beside it and the sign of the change; a level of the same sentence comes first."""
    changes = [p for p in single_values(group, (*QUANTITIES, Kind.AGE)) if _changes(p.figure)]
    levels = [p for p in single_values(group, (claim.kind,)) if not _changes(p.figure)]
    for change in changes:
        fitting = [p for p in levels if _one_scale(claim, p, change)]
        own = [p for p in fitting if p.sentence == change.sentence]
        near = [p for p in fitting if abs(p.sentence - change.sentence) == 1]
        for level in own or near:
            usual = bool(level.near & _USUAL) and level.sentence == change.sentence
            to_come = _is_to_come(change) and not _is_to_come(level)
            starts = (level.figure.thing.role == "from" or usual or to_come) and not change.figure.gap
            if (sign := _sign(change.figure)) != 0:
                yield change, level, -sign if starts else sign


def _is_to_come(place: Spot) -> bool:
    return bool({"forecast", "planned", "upcoming"} & set(place.figure.thing.status))


def _changes(figure: Figure) -> bool:
    return figure.thing.role == "change" or figure.gap is not Direction.NONE


def _sign(change: Figure) -> int:
    told = change.gap or change.direction
    if str(told):
        return 1 if told is Direction.ROSE else -1
    near = set(change.thing.near)
    up, down = near & _UPWARD, near & _DOWNWARD
    return 0 if bool(up) == bool(down) else 1 if up else -1


def _one_scale(claim: Figure, level: Spot, change: Spot) -> bool:
    unit = base_value(claim)[0]
    degrees = claim.kind is Kind.TEMPERATURE and "degree" in (unit, level.figure.unit)
    if (base_value(level.figure)[0] != unit and not degrees) or level.figure.start == change.figure.start:
        return False
    if level.figure.kind is Kind.PERCENT:
        return change.figure.kind is Kind.POINTS or change.figure.unit == "point"
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
        if not str(gap.figure.gap) or gap.figure.unit != "second" or gap.figure.low is None:
            continue
        minutes = gap.figure.low / 60 * (1 if gap.figure.gap is Direction.ROSE else -1)
        for time in single_values(group, (Kind.TIME,)):
            if time.sentence != gap.sentence or time.figure.low is None:
                continue
            if _same_clock(claim, (time.figure.low - minutes) % _MINUTES_A_DAY):
                mark = "−" if minutes > 0 else "+"
                shown = f"{show(time.figure)} {mark} {show(gap.figure)} = {claim.text}"
                return Derivation(shown, (time, gap))
    return None


def _same_clock(claim: Figure, minutes: Decimal) -> bool:
    if claim.low == minutes:
        return True
    half = _MINUTES_A_DAY // 2
    return claim.written_unit == "12-hour" and claim.low is not None and claim.low % half == minutes % half


def _multiplied(claim: Figure, group: list[Spot]) -> Derivation | None:
    """10 to 15 cm in the valleys and twice as much in the hills: 20 to 30 there."""
    unit, low, high = base_value(claim)
    for times in single_values(group, (Kind.COUNT,)):
        factor = times.figure.low
        if times.figure.unit != "times" or times.figure.modifier is not Modifier.EXACT or not factor:
            continue
        for level in group:
            figure = level.figure
            if figure.kind is not claim.kind or level.sentence != times.sentence or figure.low is None:
                continue
            named = any(w in times.near and w not in level.near for w in claim.thing.near)
            base, bottom, top = base_value(figure)
            if named and base == unit and (bottom * factor, top * factor) == (low, high) and bottom:
                return Derivation(f"{factor.normalize():f} × {show(figure)} = {claim.text}", (level, times))
    return None


def multiple_of_level(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """18 metres a day, twice as much as the old machine: the old machine dug nine."""
    if claim.kind not in QUANTITIES or not claim.low or _is_distance(claim):
        return None
    if (made := _multiplied(claim, group)) is not None or claim.low != claim.high:
        return made
    names = {w for w in claim.thing.owner if ":" not in w or w.startswith("n:")}
    unit = base_value(claim)[0]
    for times in single_values(group, (Kind.COUNT,)):
        if (
            times.figure.unit != "times"
            or times.figure.modifier is not Modifier.EXACT
            or times.figure.low is None
        ):
            continue
        for level in single_values(group, (claim.kind,)):
            if level.sentence != times.sentence or base_value(level.figure)[0] != unit:
                continue
            value = base_value(level.figure)[1] / times.figure.low
            if names & times.words and would_support(claim, (level, level), value, unit):
                shown = f"{show(level.figure)} ÷ {times.figure.low.normalize():f} = {claim.text}"
                return Derivation(shown, (level, times))
    return None


def in_written_units(claim: Figure, group: list[Spot]) -> Iterator[Figure]:
    """Yield what a bare claim may mean: "205,000 less" among hectolitres is 205,000 hectolitres."""
    if claim.kind is not Kind.COUNT or claim.unit or "bare" not in claim.thing.status or claim.low is None:
        return
    seen: set[tuple[Kind, str, Decimal]] = set()
    for place in group:
        figure, factor = place.figure, factor_of(place.figure)
        key = (figure.kind, figure.unit, factor)
        if figure.kind not in QUANTITIES or not figure.unit or figure.kind is Kind.COUNT or key in seen:
            continue
        seen.add(key)
        value = claim.low * factor
        yield replace(claim, kind=figure.kind, unit=figure.unit, low=value, high=value)


def factor_of(figure: Figure) -> Decimal:
    """Return how much of the canonical unit one of the written unit is: 60 for minutes."""
    from briefing.figures.units import written_value

    written = written_value(figure)
    return figure.low / written if written and figure.low else Decimal(1)
