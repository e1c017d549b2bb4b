"""What is left of a whole, and what its parts are: 50 of 112 after 40 and 22, the other nine, a quarter for the rest.

Promise: whole and parts count the same thing; the claim's words, the source's own "rest", or the terms named beside
the claim announce it; the subtraction is written out.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from briefing.data import AMOUNTS, Figure, Kind
from briefing.figures.binding.keys import days, own_days, wording
from briefing.figures.binding.sides import same_side
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.partitions import means_part
from briefing.figures.deriving.rankings import tells_of_those_before
from briefing.figures.deriving.stages import half_of
from briefing.figures.deriving.terms import (
    MAX_TERMS,
    Derivation,
    count_the_same,
    far_apart,
    follows,
    is_numerator,
    is_of_others,
    is_single,
    is_told,
    may_stand_for,
    single_values,
    would_support,
)
from briefing.figures.matching.belonging import named_subjects
from briefing.figures.matching.counted import counts_another, family, noun_relation, takes_in
from briefing.figures.matching.revised import is_still, is_taken_out
from briefing.figures.matching.scale import base_value, share_of
from briefing.figures.reading.shares import is_so_many_of
from briefing.figures.reading.units import written_value
from briefing.figures.vocabulary.thesaurus import COUNTERPARTS, HARM, PERSONS, concept
from briefing.wordsets import word_set

_RESTS = word_set(
    "rest not remaining remain remained remains remainder left others other still leaves leaving smaller elsewhere balance outside "
    "excluding except besides apart unaccounted unsold empty"
)
_YET = frozenset(("yet", "to"))  # "have yet to be rebuilt"
_LEFT = frozenset(("rest", "remainder", "remain", "family:remain", "balanc"))  # "and the state the remainder"
_SHARES = (Kind.FRACTION, Kind.PERCENT)
_MOST_PARTS = 3
_FARTHEST = 3  # sentences on in which a part may say that it is one: "Twelve of those held"
_NEXT = 1  # sentences on in which a part of a whole may stand whatever its noun


def remainder(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Take the parts named off a whole: what is left of a whole when the parts named are taken off."""
    if not is_single(claim):
        return None
    if claim.kind in _SHARES:
        return _part_of_many(claim, group) or _rest_of_one(claim, cues, group)
    if claim.kind not in AMOUNTS:
        return None
    if means_part(claim, group):
        return None
    unit = base_value(claim)[0]
    terms = [p for p in single_values(group, (claim.kind,)) if base_value(p.figure)[0] == unit][:MAX_TERMS]
    for whole in terms:
        parts = [p for p in terms if p is not whole and base_value(p.figure)[1] < base_value(whole.figure)[1]]
        for size in range(1, _MOST_PARTS + 1):
            for chosen in combinations(parts, size):
                if any(not _may_be_taken_off(claim, whole, p) or _is_pronoun(whole, p) for p in chosen):
                    continue
                if any(_is_another_thing(whole, p) for p in chosen) or far_apart(claim, (whole, *chosen)):
                    continue
                if any(_does_the_same(claim, p) and p.words & _LEFT for p in chosen):
                    continue
                left = base_value(whole.figure)[1] - sum(
                    (base_value(p.figure)[1] for p in chosen), Decimal(0)
                )
                if (
                    left > 0
                    and would_support(claim, (whole, *chosen), left, unit)
                    and may_stand_for(claim, whole)
                    and _announced(claim, cues, (whole, *chosen))
                ):
                    shown = " − ".join(p.figure.text for p in (whole, *chosen))
                    return Derivation(f"{shown} = {claim.text}", (whole, *chosen))
    return None


def _may_be_taken_off(claim: Figure, whole: Spot, part: Spot) -> bool:
    """Return whether a count may be part of a whole: of those still missing those found are none."""
    if part.figure.gap and not whole.figure.gap:
        return False  # "12,400 beds, 600 fewer than in May"
    if count_the_same(whole.figure, part.figure):
        return True
    state = claim.thing.act
    out = bool(state) and is_still(claim.thing) and is_taken_out(part.figure.thing)
    told = state == whole.figure.thing.act or f"act:{state}" in whole.near
    return out and told and not counts_another(whole.figure, part.figure)


def _announced(claim: Figure, cues: frozenset[str], terms: tuple[Spot, ...]) -> bool:
    """Return whether the claim's words, the source's "rest", opposite nouns, or the terms beside it tell of a remainder."""
    if cues & _RESTS or cues >= _YET or all(is_told(p, cues) for p in terms):
        return True
    if any(COUNTERPARTS.get(family(claim.thing.noun)) == family(p.figure.thing.noun) for p in terms[1:]):
        return True
    whose = {w for w in (*claim.thing.subject, *claim.thing.owner) if ":" not in w}
    deed = {concept(claim.thing.act), f"act:{claim.thing.act}"} - {"", "act:"}
    return any(p.words & _LEFT and (p.words & whose or p.words & deed) for p in terms)


def _is_another_thing(whole: Spot, part: Spot) -> bool:
    """Return whether one counts people and the other does not: two sisters, 46 coins."""
    nouns = [family(p.figure.thing.noun) for p in (whole, part)]
    if whole.figure.kind is not Kind.COUNT or not all(nouns):
        return False
    return (nouns[0] in PERSONS) is not (nouns[1] in PERSONS)


def _is_pronoun(whole: Spot, part: Spot) -> bool:
    """Return whether a part of one may be no count at all."""
    figure = part.figure
    return figure.kind is Kind.COUNT and figure.low == 1 and figure.thing.noun != whole.figure.thing.noun


def _part_of_many(claim: Figure, group: list[Spot]) -> Derivation | None:
    """Count "57 of the 73": the source has the 73, and what is left of them or makes them up."""
    if len(claim.parts) != 2 or not is_so_many_of(claim):
        return None
    part, many = claim.parts
    counts = [p for p in single_values(group, (Kind.COUNT,)) if p.figure.unit in ("", "point")]
    for whole in counts:
        if whole.figure.low != many or is_numerator(whole.figure) or is_of_others(claim, whole, counts):
            continue
        reached = [p for p in single_values(group, (Kind.ORDINAL,)) if p.figure.low == part]
        for place in reached:
            told = (
                noun_relation(claim.thing, place.figure.thing),
                noun_relation(claim.thing, whole.figure.thing),
            )
            if told == ("same", "same"):
                return Derivation(f"the {place.figure.text} of {whole.figure.text}", (place, whole))
        near = [
            p
            for p in counts
            if p is not whole
            and p.figure.low is not None
            and p.figure.low < many
            and _belongs(claim, p, whole)
        ]
        for size in range(1, _MOST_PARTS + 1):
            for chosen in combinations(near[:MAX_TERMS], size):
                total = sum((p.figure.low or Decimal(0) for p in chosen), Decimal(0))
                if many - total == part and not any(_does_the_same(claim, p) for p in chosen):
                    shown = " − ".join(p.figure.text for p in (whole, *chosen))
                    return Derivation(f"{shown} = {part:f}", (whole, *chosen))
                if total == part and size > 1 and all(_counts_as(claim, p) for p in chosen):
                    shown = " + ".join(p.figure.text for p in chosen)
                    return Derivation(f"{shown} = {part:f}", (*chosen, whole))
    return None


def _does_the_same(claim: Figure, part: Spot) -> bool:
    """Return whether the claim tells of what is left just what the source tells of the part taken away."""
    act = part.figure.thing.act
    halves = half_of(claim.thing.near), half_of(part.near)
    if all(halves):
        return halves[0] == halves[1]
    if same_side(claim.thing, part.figure.thing) or days(claim.thing.near) & own_days(part.figure.thing):
        return True
    said = wording(claim.thing.near) - {concept(claim.thing.noun)}
    if act == claim.thing.act == "be":
        return bool(said) and said <= part.near
    alike = bool(act) and act == claim.thing.act and act not in ("hav", "remain")
    return alike and said <= part.words | part.before


def _counts_as(claim: Figure, part: Spot) -> bool:
    """Return whether a count has the claim's noun, or comes on top of one that has it."""
    thing = part.figure.thing
    return takes_in(claim.thing, thing) or (not thing.noun and "other" in thing.status)


def _belongs(claim: Figure, part: Spot, whole: Spot) -> bool:
    """Return whether a count may be part of a whole: beside it, or of its noun."""
    if (
        noun_relation(claim.thing, part.figure.thing) == "other"
        or not count_the_same(whole.figure, part.figure)
        or part.figure.thing.role == "change"
    ):
        return False
    reach = _FARTHEST if "part" in part.figure.thing.status else _NEXT
    return takes_in(claim.thing, part.figure.thing) or abs(part.sentence - whole.sentence) <= reach


def _rest_of_one(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Three-quarters for the hospital and the rest for the gardener: a quarter for the gardener."""
    shares = single_values(group, _SHARES)
    if means_part(claim, group):
        return None
    if not cues & _RESTS:
        opposite = COUNTERPARTS.get(family(claim.thing.noun))
        shares = [p for p in shares if p.words & _LEFT or (opposite and f"noun:{opposite}" in p.words)]
    share = share_of(claim)
    own = share[0] if share else Decimal(0)
    for size in range(1, _MOST_PARTS + 1):
        for some in combinations(shares[:MAX_TERMS], size):
            if size > 1 and len({(p.sentence, p.figure.start) for p in some}) < size:
                continue
            values = [share_of(p.figure) for p in some]
            left = 1 - sum((v[0] for v in values if v is not None), Decimal(0))
            if left > 0 and follows(claim, own, left):
                return Derivation(f"the rest is {claim.text}", some)
    return None


# ---------------------------------------------------------------- one more, one each


def with_the_others(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count the one itself with "two other dogs": three dogs."""
    if claim.kind is not Kind.COUNT or claim.low is None or claim.low != claim.high or claim.low < 2:
        return None
    if {"other", "part"} & set(claim.thing.status):
        return None
    harmed_otherwise = (
        {f"act:{act}" for act in HARM - {claim.thing.act}} if claim.thing.act in HARM else set()
    )
    for place in single_values(group, (Kind.COUNT,)):
        thing = place.figure.thing
        if harmed_otherwise & place.near:
            continue  # "a man was killed and five others were hurt": not six were hurt
        more = place.figure.low == claim.low - 1 and "other" in thing.status and not place.figure.gap
        more = more and "family:rise" not in place.near  # "four more" were told of before
        if more and thing.noun and noun_relation(claim.thing, thing) == "same":
            return Derivation(f"one and {place.figure.text} other = {claim.text}", (place,))
    return None


# ---------------------------------------------------------------- ranks as counts

_RUNNING = word_set("running row straight consecutive succession successive")
_SETS, _OF_SETS = frozenset(("set", "sets", "games")), frozenset(("straight",))  # "in straight sets"


def ranked(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count three cuts where the source tells of the third, and the other way round."""
    if not is_single(claim) or claim.kind not in (Kind.COUNT, Kind.ORDINAL, Kind.DURATION):
        return None
    if claim.kind is Kind.ORDINAL and not (cues & _RUNNING - _OF_SETS if cues & _SETS else cues & _RUNNING):
        return None
    if claim.kind is Kind.COUNT and tells_of_those_before(cues):
        return None
    if claim.kind is Kind.DURATION:
        return _months_running(claim, cues, group)
    other = Kind.ORDINAL if claim.kind is Kind.COUNT else Kind.COUNT
    for place in single_values(group, (other,)):
        if place.figure.low != claim.low or place.figure.unit not in ("", "times"):
            continue
        running = bool(cues & _RUNNING) and bool(place.words & _IN_A_ROW) and not _of_other(claim, place)
        if running or (claim.thing.noun and noun_relation(claim.thing, place.figure.thing) == "same"):
            return Derivation(
                f"the {place.figure.text}" if other is Kind.ORDINAL else place.figure.text, (place,)
            )
    return None


def _of_other(claim: Figure, place: Spot) -> bool:
    """Return whether the source's run is that of another name than the claim's."""
    mine, other = map(named_subjects, (claim.thing, place.figure.thing))
    return bool(mine and other) and not mine & other


def _months_running(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Four months in a row, where the source says "for the fourth month running"."""
    count = written_value(claim)
    for place in single_values(group, (Kind.ORDINAL,)):
        running = cues & _RUNNING and place.words & _IN_A_ROW
        if (
            running
            and place.figure.low == count
            and claim.written_unit in (place.figure.thing.noun, *place.near)
        ):
            return Derivation(f"the {place.figure.text} {claim.written_unit}", (place,))
    return None


_IN_A_ROW = frozenset(
    ("row", "run", "running", "straight", "consecutive", "consecut", "succession", "success", "family:run")
)
