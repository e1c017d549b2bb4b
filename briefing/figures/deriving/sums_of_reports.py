"""Sums over several reports: 18,000 turkeys on one farm and 7,000 ducks on another are 25,000 birds on two farms.

Promise: the claim says that it adds, each term is of a report of its own, and two numbers are never added that may tell
of one thing: each must have a name, a noun or a rank that the other lacks.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from briefing.data import AMOUNTS, Figure
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import (
    MAX_TERMS,
    Derivation,
    is_change,
    may_stand_for,
    result,
    single_values,
    would_support,
)
from briefing.figures.matching.belonging import names
from briefing.figures.matching.counted import noun_relation, takes_in
from briefing.figures.matching.scale import base_value
from briefing.wordsets import word_set

_ADDING = word_set("total altogether together combined overall both two three between all")
_MOST_REPORTS = 3
_NO_TERM = frozenset(("part", "former", "denied", "forecast", "planned", "each", "sought", "other"))


def total_of_reports(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Add what several reports tell of different things of one kind, where the claim says that it tells of all."""
    if claim.kind not in AMOUNTS or claim.low is None or claim.low != claim.high or not cues & _ADDING:
        return None
    unit, value, _ = base_value(claim)
    terms = [p for p in single_values(group, (claim.kind,)) if _may_be_added(claim, p, unit)][:MAX_TERMS]
    for size in range(2, _MOST_REPORTS + 1):
        for chosen in combinations(terms, size):
            total = sum((base_value(p.figure)[1] for p in chosen), Decimal(0))
            if (
                total == value
                and len({p.article for p in chosen}) == size
                and all(_told_of_two(a, b) for a, b in combinations(chosen, 2))
                and _names_all_or_none(claim, chosen)
                and would_support(claim, chosen, total, unit)
            ):
                shown = " + ".join(p.figure.text for p in chosen)
                return Derivation(f"{shown} = {result(total, claim)}", chosen)
    return None


def _may_be_added(claim: Figure, place: Spot, unit: str) -> bool:
    figure = place.figure
    if base_value(figure)[0] != unit or figure.thing.role or is_change(figure) or figure.parts:
        return False
    if not _NO_TERM.isdisjoint(figure.thing.status) or not may_stand_for(claim, place):
        return False
    return takes_in(claim.thing, figure.thing) or bool(claim.unit)


def _told_of_two(one: Spot, other: Spot) -> bool:
    """Return whether two numbers are of different things: each has a name of its own, or another noun, or one is of the second."""
    mine, theirs = (names(p.figure.thing) for p in (one, other))
    if mine - theirs and theirs - mine:
        return True
    if noun_relation(one.figure.thing, other.figure.thing) == "other":
        return True
    ranks = [{w for w in p.words if w.startswith("o:")} for p in (one, other)]
    return ranks[0] != ranks[1] and _SECOND in ranks[0] | ranks[1]


_SECOND = "o:2"


def _names_all_or_none(claim: Figure, terms: tuple[Spot, ...]) -> bool:
    """Return whether a claim names what each term is of, or none of it: the fire in one province burned no sum of two."""
    told = {*claim.thing.near, *claim.thing.owner, *claim.thing.subject}
    own = [names(p.figure.thing) for p in terms]
    shared = set.intersection(*own)
    named = [bool(told & (whose - shared)) for whose in own]
    return all(named) or not any(named)
