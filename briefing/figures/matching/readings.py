"""What else a figure may say where its words leave something out.

"Rents rose to 14.20 euros in the north and 11.80 in the south": the second number shares the unit. "16 of 320
workers" says 16 and 320 as well as a twentieth. Promise: readings are only added, the figure as parsed comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.data import AMOUNTS, QUANTITIES, SHARES, Direction, Figure, Kind, Thing
from briefing.figures.binding.inherited import MEMBER
from briefing.figures.binding.polarity import EXCEPTED, MAYBE, NEGATED
from briefing.figures.binding.resuming import ELIDED
from briefing.figures.binding.words import together
from briefing.figures.reading.measures import OCCASION
from briefing.figures.reading.rates import PER
from briefing.figures.reading.shares import is_so_many_of
from briefing.figures.reading.units import written_factor
from briefing.figures.vocabulary.thesaurus import ACTS, CUMULATIVE, NOUN_OF, PERSONS, concept, concept_of

_SHARING = QUANTITIES - {Kind.COUNT}
_FEWEST_IN_WHOLE = 2
_HALVES = {
    "first-half": Decimal(1),
    "second-half": Decimal(2),
}  # "first-half profit" is that of the first half
_WHOLE = 100  # per cent
_NEXT_TO = 8  # characters between a number and the next, from which it may have its unit
_REACH = 6  # figures back; a unit is not shared further on


def readings(figures: Sequence[Figure], before: Sequence[Figure] = (), money: str = "") -> tuple[Figure, ...]:
    """Return the figures of one sentence with their other readings after each; ``before`` are those of the last one.

    ``money`` is the one currency that the article last gave sums in: "The bridge cost 90 million crowns. … The tunnel took 140 million."
    """
    result: list[Figure] = []
    for index, figure in enumerate(figures):
        result.append(figure)
        others = other_readings(figures, index, before)
        result.extend(others)
        if money and not others and may_be_money(figure):
            result.append(replace(figure, kind=Kind.MONEY, unit=money))
    return tuple(result)


def may_be_money(figure: Figure) -> bool:
    """Return whether a number counts nothing that is named, and is as large as sums of money are written."""
    bare = figure.kind is Kind.COUNT and not figure.unit and "bare" in figure.thing.status
    # "in the south there were 2.3 million" are people
    return bare and _is_scaled(figure) and not (ELIDED in figure.thing.status and figure.thing.act == "be")


def other_readings(
    figures: Sequence[Figure], index: int, before: Sequence[Figure] = ()
) -> tuple[Figure, ...]:
    """Return the other readings of ``figures[index]``, all figures being of one sentence and ``before`` of the last one."""
    figure = figures[index]
    if figure.kind is Kind.COUNT and not figure.unit:
        period = next((s for s in figure.thing.status if s.startswith(PER)), "")
        if period:  # "45 daily flights" are 45 flights a day
            return (replace(figure, kind=Kind.RATE, unit=f"/{period.removeprefix(PER)}"),)
    if figure.kind is Kind.MONEY and (rate := _rate_before(figure, figures[max(0, index - _REACH) : index])):
        return (replace(figure, kind=Kind.RATE, unit=rate),)
    if figure.kind is Kind.COUNT and "bare" in figure.thing.status and not figure.unit:
        shared = _sharing(figure, figures, index) or _measured_before(figure, figures, before)
        return shared or _below_zero(figure)
    if figure.kind is Kind.RATE:
        return _for_each(figure)
    if figure.unit == "times" and figure.written_unit == OCCASION:
        thing = replace(figure.thing, noun="", status=(*figure.thing.status, "bare"))
        return (replace(figure, unit="", written_unit="", thing=thing),)
    if figure.kind is Kind.IDIOM and (number := _HALVES.get(figure.text.lower())):
        return (replace(figure, kind=Kind.ORDINAL, low=number, high=number, unit="half"),)
    if figure.kind in (Kind.FRACTION, Kind.RATIO):
        return (*_parts(figure), *_all_but(figure))
    return ()


def _rate_before(figure: Figure, before: Sequence[Figure]) -> str:
    """Return the rate that a sum shares: "11.49 dollars a month, 1.50 more than now", "guards earn 14 euros an hour, cleaners 12 euros"."""
    money = [
        f for f in before if f.kind in (Kind.MONEY, Kind.RATE) and f.unit.partition("/")[0] == figure.unit
    ]
    last = money[-1] if money else figure
    if last.kind is not Kind.RATE or last.low is None or figure.low is None:
        return ""
    alike = figure.thing.role != "change" and last.low / _ALIKE <= figure.low <= last.low * _ALIKE
    return last.unit if alike or (figure.gap and last is before[-1]) else ""


_ALIKE = 3  # times; what is further from a rate is no other such rate


def _for_each(figure: Figure) -> tuple[Figure, ...]:
    """Return what each or the average one has as so much a head: "each resident uses 90 litres a day"."""
    subject = figure.thing.subject
    if figure.kind is not Kind.RATE or not ("each" in figure.thing.status or "family:average" in subject):
        return ()
    heads = [head for head, word in _HEADS.items() if word in subject]
    if any(word.removeprefix("noun:") in PERSONS for word in subject):
        heads.append("person")
    unit, *per = figure.unit.split("/")
    return tuple(replace(figure, unit="/".join([unit, *sorted([*per, head])])) for head in heads)


_HEADS = {word: concept_of(word) for word in ("household", "pupil", "student", "employee", "worker", "child")}


def _all_but(figure: Figure) -> tuple[Figure, ...]:
    """Give "all but two of the 13" as eleven of the 13 too, of which holds what is said."""
    if EXCEPTED not in figure.thing.status or len(figure.parts) != _PAIR:
        return ()
    whole = figure.parts[1]
    left, share = whole - figure.parts[0], 1 - figure.low if figure.low is not None else None
    thing = replace(
        figure.thing, status=tuple(s for s in figure.thing.status if s not in (NEGATED, MAYBE, EXCEPTED))
    )
    others = replace(
        figure, low=share, high=share, parts=(left, whole), thing=thing, text=f"{left:f} of {whole:f}"
    )
    return others, replace(others, kind=Kind.COUNT, low=left, high=left, unit="")


_PAIR = 2


def _sharing(figure: Figure, figures: Sequence[Figure], index: int) -> tuple[Figure, ...]:
    """Give a bare number the unit of the nearest figure with one, before it or just after it."""
    following = [f for f in figures[index + 1 : index + 2] if f.start - figure.end <= _NEXT_TO]
    neighbours = [*reversed(figures[max(0, index - _REACH) : index]), *following]
    for other in neighbours:
        if other.kind in _SMALL and _is_scaled(figure):
            continue  # "rises 3.9 percent to 171.6 billion"
        if other.kind in (Kind.PERCENT, Kind.POINTS) and figure.low is not None and figure.low > _WHOLE:
            return ()  # "lost 1.3 per cent, to end at 3,480"
        if other.kind in _SHARING:
            return tuple(_in_unit_of(figure, unit) for unit in (other, *_for_each(other)))
        if other.kind is Kind.COUNT and other.unit == _POINT and figure.gap:
            return (
                replace(figure, unit=other.unit, written_unit=other.written_unit),
            )  # "54 points, three adrift"
        if other.kind is Kind.COUNT and not {"bare", "each-of"} & set(other.thing.status):
            return ()
    return ()


def _below_zero(figure: Figure) -> tuple[Figure, ...]:
    """Give "minus 22" as degrees too, as a text without a word of the weather may mean it."""
    if figure.low is None or figure.low >= 0:
        return ()
    return (replace(figure, kind=Kind.TEMPERATURE, unit="degree", written_unit="degree"),)


def leaves_unit_out(figure: Figure) -> bool:
    """Return whether a bare number may be measured in the unit of the sentence before it: "Economists had expected 2.9".

    One that is told of people, or that a deed of its own counts ("It closed 12"), is not.
    """
    thing = figure.thing
    if figure.kind is not Kind.COUNT or figure.unit or figure.parts or "bare" not in thing.status:
        return False
    counted = thing.act in CUMULATIVE or thing.noun in PERSONS or NOUN_OF.get(thing.noun) in PERSONS
    return not counted and not {ELIDED, "aged", "listed", MEMBER} & set(thing.status)


def _measured_before(
    figure: Figure, figures: Sequence[Figure], before: Sequence[Figure]
) -> tuple[Figure, ...]:
    """Give a bare number the one unit of the sentence before it, where its own has none: "In Bray they are 1,200"."""
    measured = [f for f in before if f.kind in _SHARING and f.low is not None]
    if len({(f.kind, f.unit) for f in measured}) != 1 or any(_tells_its_own(f) for f in figures):
        return ()
    other = measured[-1]
    if not leaves_unit_out(figure) or _is_scaled(figure):
        return ()
    if other.kind in (Kind.PERCENT, Kind.POINTS) and figure.low is not None and figure.low > _WHOLE:
        return ()
    return (replace(_in_unit_of(figure, other), thing=_of_the_same(figure.thing, other.thing)),)


def _tells_its_own(figure: Figure) -> bool:
    """Return whether a figure says what it measures or counts, so that its sentence needs nothing of the one before."""
    return figure.kind in AMOUNTS | SHARES and "bare" not in figure.thing.status


def _of_the_same(thing: Thing, other: Thing) -> Thing:
    """Return what a number is about that leaves more than its unit to the one before it: its noun and its side too."""
    if thing.noun or not other.noun:
        return thing
    sides = (s for s in other.status if s.startswith("side:") and s not in thing.status)
    near = together(thing.near, (concept(other.noun),))
    return replace(thing, noun=other.noun, near=near, status=(*thing.status, *sides))


_POINT = "point"
_SMALL = (Kind.PERCENT, Kind.POINTS, Kind.AGE, Kind.TEMPERATURE, Kind.DURATION)


def _is_scaled(figure: Figure) -> bool:
    """Return whether a number has a word of scale, as no percentage, age or temperature has."""
    return figure.text.lower().endswith(("thousand", "million", "billion", "trillion", "crore", "lakh", "bn"))


def _in_unit_of(figure: Figure, other: Figure) -> Figure:
    """Return a bare number in the unit that another one has: 2.6 million of what 6.2 million tonnes are."""
    factor = written_factor(other) or 1
    low, high = figure.low, figure.high
    if factor != 1 and low is not None and high is not None:
        low, high = low * factor, high * factor
    return replace(
        figure, kind=other.kind, unit=other.unit, written_unit=other.written_unit, low=low, high=high
    )


def _parts(figure: Figure) -> tuple[Figure, ...]:
    """Give both numbers of "16 of 320" as counts; "four in five" counts neither four nor five."""
    if len(figure.parts) != _PAIR or figure.parts[1] < _FEWEST_IN_WHOLE or not is_so_many_of(figure):
        return ()
    part, whole = (
        replace(figure, kind=Kind.COUNT, low=n, high=n, unit="", text=f"{n:f}", direction=Direction.NONE)
        for n in figure.parts
    )
    return part, replace(whole, thing=_undone(whole.thing))


def _undone(thing: Thing) -> Thing:
    """Return the thing of a whole: what is said of a part of it is not said of all ("three of five men were held")."""
    near = tuple(w for w in thing.near if not w.startswith("act:"))
    act = "" if thing.act in ACTS else thing.act
    return replace(thing, act=act, role="", near=near, status=(*thing.status, "whole"))
