"""Figures that no source states but simple arithmetic on like quantities gives: sums, differences, multiples, shares.

A derivation needs three things: a word in the claim that announces it (in all, fewer, the rest, doubled …), terms
that count the same thing, and arithmetic that is right. It comes back with the sum written out. Promise: terms
come from one article, never from different things, and at most ``_MAX_SPOTS`` figures are combined.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import combinations

from briefing.data import Figure, Kind, Modifier
from briefing.figures.levels import in_written_units, multiple_of_level, other_level, shifted_time
from briefing.figures.lexicon import words_of
from briefing.figures.match import comparable, match
from briefing.figures.proportions import (
    amount_of_rate,
    multiple,
    part_of_whole,
    percent_change,
    ratio_in_words,
    share_of_whole,
)
from briefing.figures.scale import base_value
from briefing.figures.sums import difference, range_of_sources, remainder, total
from briefing.figures.support import Spot, closeness, conflict
from briefing.figures.terms import (
    HARM,
    QUANTITIES,
    Derivation,
    closest_by_article,
    single_values,
    would_support,
)


def derive(claim: Figure, cues: frozenset[str], spots: Sequence[Spot]) -> Derivation | None:
    """Return how ``claim`` follows from ``spots``, or ``None``. ``cues`` are the lower-case words of its sentence."""
    ranged = range_of_sources(claim, spots)
    if ranged is not None:
        return ranged
    if _repeats(claim, spots):
        return None
    for group in closest_by_article(claim, spots):
        for meant in (claim, *in_written_units(claim, group)):
            for rule in _RULES:
                found = rule(meant, cues, group)
                if found is not None and not _outbid(meant, found, group):
                    return found
    return None


_OUTBID = 0.6  # by so much a stated figure must fit the claim better than the terms of the arithmetic


def _outbid(claim: Figure, found: Derivation, group: Sequence[Spot]) -> bool:
    """Return whether the source states another value for the very thing: then no arithmetic makes the claim's."""
    fit = max(closeness(claim, place) for place in found.spots)
    used = {(p.sentence, p.figure.start) for p in found.spots}
    return any(
        (p.sentence, p.figure.start) not in used
        and _is_alike(claim, p.figure)
        and comparable(claim, p.figure)
        and not match(claim, p.figure).fits
        and not conflict(claim, p.figure)
        and closeness(claim, p) > fit + _OUTBID
        for p in group
    )


def _is_alike(claim: Figure, other: Figure) -> bool:
    """Return whether both are levels, or both distances."""
    return _is_distance(claim) == _is_distance(other)


def _is_distance(figure: Figure) -> bool:
    return figure.thing.role == "change" or bool(str(figure.gap)) or bool(str(figure.direction))


_ALIKE = 0.9  # the share of words from which on a sentence repeats its source
_FEWEST_WORDS = 5


def _repeats(claim: Figure, spots: Sequence[Spot]) -> bool:
    """Return whether the claim's sentence is one of the source, word for word but for its number: that is no sum."""
    if claim.unit == "times" or claim.kind is Kind.FRACTION:
        return False
    return any(_same_words(claim.thing.words, p.figure.thing.words) for p in spots)


def _same_words(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether two sentences have nearly the same words, and in the same order."""
    mine, other = set(ours), set(theirs)
    both = mine & other
    if len(other) < _FEWEST_WORDS or len(both) < _ALIKE * len(mine | other):
        return False
    return [w for w in ours if w in both] == [w for w in theirs if w in both]


_SPANS = words_of("after later earlier lasted lasting last took take takes taking between apart old ran")


def _both_sides(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Eight for and six against are a vote of eight to six."""
    if claim.kind is not Kind.SCORE or claim.low is None or claim.high is None:
        return None
    for first, second in combinations(single_values(group, (Kind.COUNT, Kind.PERCENT)), 2):
        ends = (first.figure.low, second.figure.low)
        beside = first.sentence == second.sentence and first.figure.kind is second.figure.kind
        same = sorted(map(str, ends)) == sorted(map(str, (claim.low, claim.high)))
        if beside and same and _in_order(claim, first, second):
            return Derivation(f"{first.figure.text} and {second.figure.text}", (first, second))
    return None


def _in_order(claim: Figure, first: Spot, second: Spot) -> bool:
    """Return whether the winner's number comes first in a score, and no abstention is a vote."""
    if "abstained" in (first.figure.thing.act, second.figure.thing.act):
        return False
    ours, other = (first, second) if first.figure.low == claim.low else (second, first)
    names = set(claim.thing.subject) & set(claim.thing.owner)
    return not (names & other.near and not names & ours.near)


def _days_between(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """From June 3 to June 8 are five days; from 2pm to 4pm two hours."""
    if claim.kind is not Kind.DURATION or claim.low is None or claim.low != claim.high or not cues & _SPANS:
        return None
    unit, value, _ = base_value(claim)
    dates = [
        p for p in group if p.figure.kind is Kind.DATE and p.figure.when and p.figure.when == p.figure.until
    ]
    for first, second in combinations(dates, 2):
        a, b = first.figure.when, second.figure.when
        if unit != "second" or a is None or b is None or not value:
            continue
        if Decimal(abs((a - b).days) * 86400) == value:
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    times = single_values(group, (Kind.TIME,))
    for first, second in combinations(times, 2):
        gap = abs((first.figure.low or Decimal(0)) - (second.figure.low or Decimal(0))) * 60
        if unit == "second" and gap and gap == value and first.sentence == second.sentence:
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    return None


def _age_before_birthday(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Who turns 70 in May is 69 until then."""
    if (
        claim.kind not in (Kind.AGE, Kind.COUNT)
        or claim.low is None
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


_YEARS_EITHER_SIDE = 1


def _within_decade(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
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


def _one_person(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count one dead in "a 19-year-old man was shot dead"."""
    if (
        claim.kind is not Kind.COUNT
        or claim.low != 1
        or claim.high != 1
        or claim.thing.act not in HARM | {"arrested"}
    ):
        return None
    for place in group:
        thing = place.figure.thing
        if place.figure.kind is Kind.AGE and thing.act == claim.thing.act:
            return Derivation("the source tells of one", (place,))
    return None


def _product(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Multiply what each has by how many there are: six lorries with 20 tonnes each carry 120 tonnes."""
    unit, value, _ = base_value(claim)
    if claim.low != claim.high or claim.kind not in QUANTITIES:
        return None
    for one in single_values(group, (claim.kind,)):
        if "each" not in one.figure.thing.status or base_value(one.figure)[0] != unit:
            continue
        for many in single_values(group, (Kind.COUNT,)):
            if many is one or many.sentence != one.sentence or many.figure.low is None:
                continue
            product = base_value(one.figure)[1] * many.figure.low
            if product == value and would_support(claim, (one, one), product, unit):
                return Derivation(f"{many.figure.text} × {one.figure.text} = {claim.text}", (many, one))
    return None


def _years_between(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count the years between two dates of an article: opened in 1990, shut in 2021, 31 years."""
    if claim.kind is not Kind.DURATION or claim.low is None or claim.low != claim.high or not cues & _SPANS:
        return None
    unit, value, _ = base_value(claim)
    dates = [p for p in group if p.figure.kind is Kind.DATE and p.figure.when is not None]
    for first, second in combinations(dates, 2):
        a, b = first.figure.when, second.figure.when
        if unit != "month" or a is None or b is None or not value:
            continue
        in_months = {first.figure.unit, second.figure.unit} == {"month"} and first.sentence == second.sentence
        years = abs(a.year - b.year) * 12
        if value in (years, years + b.month - a.month if in_months and a <= b else years):
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    return None


_RULES: tuple[Callable[[Figure, frozenset[str], list[Spot]], Derivation | None], ...] = (
    total,
    difference,
    multiple,
    share_of_whole,
    part_of_whole,
    percent_change,
    other_level,
    shifted_time,
    multiple_of_level,
    remainder,
    ratio_in_words,
    amount_of_rate,
    _both_sides,
    _days_between,
    _years_between,
    _product,
    _age_before_birthday,
    _one_person,
    _within_decade,
)
