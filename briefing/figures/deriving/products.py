"""Totals of what each of several has: four floors with 22 rooms each, three lanes in each direction.

Promise: what each has and how many they are stand in one sentence, and the product is written out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from briefing.data import QUANTITIES, Figure, Kind
from briefing.figures.binding.apposed import BOTH_WAYS, EACH_OF, one_more_than
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import (
    Derivation,
    is_single,
    is_told,
    may_stand_for,
    single_values,
    speaks_of,
    would_support,
)
from briefing.figures.matching.counted import noun_relation, takes_in
from briefing.figures.matching.scale import base_value
from briefing.figures.vocabulary.lexicon import is_light
from briefing.figures.vocabulary.thesaurus import HARM, concept

_SIDES = 2
_MOST_ADDED = 2  # terms beside a product


def multiplied(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Multiply what each has by how many there are, and add what else the sentence counts of the same."""
    if not is_single(claim) or claim.kind not in QUANTITIES:
        return None
    if {"each", BOTH_WAYS} & set(claim.thing.status) or ("each" in cues and "all" not in claim.thing.status):
        return None
    unit = base_value(claim)[0]
    if (over := _over_time(claim, cues, group)) is not None:
        return over
    for one, many, value in _products(claim, group, unit):
        times = f"{many.figure.text} × " if many is not one else "2 × "
        for terms in _with_the_rest(claim, one, many, group, unit):
            total = value + sum((base_value(p.figure)[1] for p in terms), Decimal(0))
            if would_support(claim, (one, one), total, unit):
                shown = " + ".join((times + one.figure.text, *(p.figure.text for p in terms)))
                return Derivation(f"{shown} = {claim.text}", tuple(dict.fromkeys((many, one, *terms))))
    return None


def _over_time(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Multiply a rate by the time or length it goes on for: 40 million a year for six years."""
    for rate in single_values(group, (Kind.RATE,)):
        unit, value, _ = base_value(rate.figure)
        sum_of, _, per = unit.partition("/")
        if sum_of != base_value(claim)[0] or "/" in per or not may_stand_for(claim, rate):
            continue
        for span in single_values(group, (Kind.DURATION, Kind.MEASURE)):
            named = is_told(span, cues) or bool(cues & _IN_ALL)
            beside = named and span.sentence == rate.sentence and span.figure.start > rate.figure.start
            if beside and base_value(span.figure)[0] == per and span.figure.modifier is rate.figure.modifier:
                made = value * base_value(span.figure)[1]
                if would_support(claim, (rate, rate), made, sum_of):
                    return Derivation(f"{rate.figure.text} × {span.figure.text} = {claim.text}", (rate, span))
    return None


_IN_ALL = frozenset(("total", "altogether", "all", "whole"))


def _products(claim: Figure, group: list[Spot], unit: str) -> Iterator[tuple[Spot, Spot, Decimal]]:
    """Yield what each has, how many they are (itself, where there are two sides), and the product."""
    counts = single_values(group, (Kind.COUNT,))
    for one in single_values(group, (claim.kind,)):
        if base_value(one.figure)[0] != unit or not may_stand_for(claim, one):
            continue
        if claim.kind is Kind.COUNT and claim.thing.noun and not takes_in(claim.thing, one.figure.thing):
            continue
        value = base_value(one.figure)[1]
        if BOTH_WAYS in one.figure.thing.status or _is_of_each_of_two(claim, one):
            yield one, one, value * _SIDES
        for many in counts:
            beside = many is not one and many.sentence == one.sentence and many.figure.low is not None
            each = EACH_OF in many.figure.thing.status or "each" in one.figure.thing.status
            before = many.figure.start < one.figure.start or "each" in one.figure.thing.status
            apart = (
                claim.kind is not Kind.COUNT or noun_relation(many.figure.thing, one.figure.thing) != "same"
            )
            if beside and each and before and apart:
                yield one, many, value * (many.figure.low or Decimal(0))


def _is_of_each_of_two(claim: Figure, one: Spot) -> bool:
    """Return whether each of two that are named has so much, and the claim tells what those have together."""
    named = {w for w in one.figure.thing.subject if w in one.figure.thing.owner}
    told = {w for w in claim.thing.owner if ":" not in w or w.startswith("n:")} - _TOGETHER
    each = "each" in one.figure.thing.status and len(named) == _SIDES
    return each and named == told and not _TOGETHER.isdisjoint(claim.thing.words)


_TOGETHER = frozenset(("together", "both", "between", "combin", "joint", "jointly"))


def _with_the_rest(
    claim: Figure, one: Spot, many: Spot, group: list[Spot], unit: str
) -> Iterator[tuple[Spot, ...]]:
    """Yield what may be added to a product: nothing where the claim leaves the others aside, or all that is counted beside it."""
    others = [
        p
        for p in single_values(group, (claim.kind,))
        if p.sentence == one.sentence
        and p not in (one, many)
        and p.figure.start > one.figure.start
        and base_value(p.figure)[0] == unit
        and not p.figure.thing.role
        and p.figure.thing.noun == one.figure.thing.noun
        and "each" not in p.figure.thing.status
    ]
    said = {w for w in claim.thing.near if not is_light(w)}
    own = many.near | set(many.figure.thing.subject) | {concept(one.figure.thing.noun)}
    if not others or not said & (frozenset().union(*(p.near for p in others)) - own):
        if not others or said & (many.near - set(many.figure.thing.subject)):
            yield ()
        for size in range(1, min(_MOST_ADDED, len(others)) + 1):
            yield from (chosen for chosen in combinations(others, size) if size == len(others))


def one_more(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count ten people in "nine men and a woman"."""
    if claim.kind is not Kind.COUNT or not is_single(claim):
        return None
    counts = [
        p
        for p in single_values(group, (Kind.COUNT,))
        if noun_relation(claim.thing, p.figure.thing) == "wider"
    ]
    for last in counts:
        one = one_more_than(last.figure)
        if not one or noun_relation(claim.thing, replace(last.figure.thing, noun=one)) != "wider":
            continue
        terms = [p for p in counts if p.sentence == last.sentence and p.figure.start <= last.figure.start]
        told = sum((p.figure.low or Decimal(0) for p in terms), Decimal(0)) + 1
        if told == claim.low and all(_befell(claim, p) for p in terms):
            shown = " + ".join(p.figure.text for p in terms)
            return Derivation(f"{shown} and one = {claim.text}", tuple(terms))
    return None


def _befell(claim: Figure, place: Spot) -> bool:
    """Return whether a term is told as exactly as the claim, and of the same deed where either tells of harm."""
    acts = {claim.thing.act, place.figure.thing.act}
    if claim.modifier is not place.figure.modifier:
        return False
    return len(acts - {""}) == len(acts) == 1 or (
        not acts & (HARM | {"arrested"}) and speaks_of(claim, place)
    )
