"""The parts that a source tells of a whole: "of 41 ferries 14 failed", "53 passengers, 19 of them children".

Promise: a part belongs to its whole by grammar, in the whole's sentence or at the head of the next; no part is
larger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.data import AMOUNTS, SHARES, Figure, Kind
from briefing.figures.binding.polarity import EXCEPTED
from briefing.figures.binding.rests import is_rest
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import is_numerator, is_single
from briefing.figures.matching.scale import base_value, share_of
from briefing.figures.reading.shares import is_so_many_of


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole (none: all of a hundred per cent), its parts in order, and the place where the rest is told, if any."""

    whole: Spot | None
    parts: tuple[Spot, ...]
    rest: Spot | None


def partitions(group: Sequence[Spot]) -> Iterator[Partition]:
    """Yield the wholes of ``group`` (of one article) with the parts that grammar gives them."""
    lines: dict[int, list[Spot]] = {}
    for place in group:
        lines.setdefault(place.sentence, []).append(place)
    for number in sorted(lines):
        line = sorted(lines[number], key=_order)
        following = sorted(lines.get(number + 1, ()), key=_order)
        for whole in line:
            if _may_be_whole(whole.figure):
                parts, rest = _parts_of(whole, line, following)
                if parts:
                    yield Partition(whole, parts, rest)
        shares, rest = _shares_of_all(line)
        if shares:
            yield Partition(None, shares, rest)


def _order(place: Spot) -> tuple[int, int]:
    return place.figure.start, -place.figure.end


def _may_be_whole(figure: Figure) -> bool:
    one = figure.low is not None and is_single(figure) and figure.low > 1
    thing = figure.thing
    one = one and thing.role != "change" and not figure.gap
    return (
        one
        and figure.kind in AMOUNTS
        and not is_numerator(figure)
        and not {"part", EXCEPTED} & set(thing.status)
    )


def _parts_of(
    whole: Spot, line: Sequence[Spot], following: Sequence[Spot]
) -> tuple[tuple[Spot, ...], Spot | None]:
    """Return the parts of a whole in its own sentence, or else at the head of the next, and the rest told after them."""
    later = [p for p in line if p.figure.start >= whole.figure.start and p is not whole]
    parts: list[Spot] = []
    rest = None
    for place in later:
        if is_rest(place.figure):
            rest = place if parts else None
            break
        if _is_part(place, whole, bool(parts)):
            parts.append(place)
        elif (
            place.figure.start > whole.figure.start
            and _may_be_whole(place.figure)
            and place.figure.thing.noun
        ):
            break  # another whole begins
    if parts:
        return _fitting(whole, parts), rest
    own = [p for p in following if p.figure.kind in AMOUNTS | SHARES | {Kind.UNREAD}]
    for place in own:
        if is_rest(place.figure):
            rest = place if parts else None
            break
        if not _heads_next(place, whole, own, bool(parts)):
            break
        parts.append(place)
    return _fitting(whole, parts), rest


def _fitting(whole: Spot, parts: Sequence[Spot]) -> tuple[Spot, ...]:
    total = sum((amount_of(p.figure, whole) for p in parts), Decimal(0))
    return tuple(parts) if total <= base_value(whole.figure)[1] else ()


def _is_part(place: Spot, whole: Spot, goes_on: bool) -> bool:
    """Return whether a number of the sentence is a part of the whole before it."""
    figure, status = place.figure, set(place.figure.thing.status)
    if not is_single(figure) or figure.gap or figure.thing.role == "change":
        return False
    if figure.kind in SHARES:
        return not is_so_many_of(figure) and "part" in status and figure.start > whole.figure.start
    if figure.kind is not whole.figure.kind or not _is_less(figure, whole.figure):
        return False
    if figure.start == whole.figure.start:
        return is_numerator(figure)
    if "part" in status:
        return True
    if figure.kind is not Kind.COUNT:
        return goes_on
    bare = "bare" in status and figure.thing.noun in ("", whole.figure.thing.noun)
    return bare and (goes_on or "whole" in whole.figure.thing.status)


def _heads_next(place: Spot, whole: Spot, own: Sequence[Spot], goes_on: bool) -> bool:
    """Return whether a number opens the sentence after the whole's as a part of it: "Fourteen failed", "A quarter of them"."""
    figure, thing = place.figure, place.figure.thing
    if not is_single(figure) or (place is not own[0] and not goes_on):
        return False
    of_them = "part" in thing.status
    if figure.kind in SHARES:
        return of_them and not is_so_many_of(figure)
    bare = "bare" in thing.status and (not thing.noun or thing.noun == whole.figure.thing.noun)
    if thing.subject or "other" in thing.status:
        return False  # "on 1 May the police had arrested 12", "another nine"
    counted = figure.kind is Kind.COUNT is whole.figure.kind and _is_less(figure, whole.figure)
    return counted and (bare or of_them) and not thing.role


def _is_less(figure: Figure, whole: Figure) -> bool:
    (unit, value, _), (other, all_, _) = base_value(figure), base_value(whole)
    return unit == other and value < all_


def _shares_of_all(line: Sequence[Spot]) -> tuple[tuple[Spot, ...], Spot | None]:
    """Return the shares that a sentence gives of one whole, up to its rest; one share alone is a partition too."""
    shares: list[Spot] = []
    for place in line:
        figure = place.figure
        if is_rest(figure):
            return tuple(shares), place if shares else None
        if figure.kind in SHARES and is_single(figure) and not figure.thing.role and not figure.direction:
            if shares and shares[-1].figure.kind is not figure.kind:
                return (), None
            shares.append(place)
    return tuple(shares), None


def share_of_one(part: Figure, whole: Spot | None) -> Decimal | None:
    """Return the part as a share of one."""
    share = share_of(part)
    if share is not None:
        return share[0]
    return base_value(part)[1] / base_value(whole.figure)[1] if whole is not None else None


def amount_of(part: Figure, whole: Spot) -> Decimal:
    """Return the part in the unit of the whole."""
    share = share_of(part)
    value = base_value(whole.figure)[1]
    return share[0] * value if share is not None else base_value(part)[1]
