"""A whole, a part of it, and the share that the part is: any one of them worked out of the other two.

Promise: the two numbers count the same thing, and the share is the one of this whole.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from briefing.data import AMOUNTS, SHARES, Figure, Kind
from briefing.figures.binding.apposed import AGAINST, APPOSED
from briefing.figures.binding.polarity import contrary, spares
from briefing.figures.binding.sides import same_side, sides_apart
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.order import named_first
from briefing.figures.deriving.partitions import another_member
from briefing.figures.deriving.stages import half_of
from briefing.figures.deriving.terms import (
    Derivation,
    count_the_same,
    follows,
    is_numerator,
    is_of_others,
    is_only_needed,
    may_stand_for,
    names_others,
    single_values,
    would_support,
)
from briefing.figures.matching.conflicts import conflict
from briefing.figures.matching.counted import family, noun_relation, takes_in
from briefing.figures.matching.ends import is_of_the_whole
from briefing.figures.matching.scale import base_value, share_of
from briefing.figures.reading.shares import is_so_many_of
from briefing.figures.vocabulary.lexicon import BEING_OR_HAVING, is_light
from briefing.figures.vocabulary.thesaurus import concept, opposites, related

_FARTHEST = 3  # sentences on in which a part may be told of its whole: "Twelve of those held"


def share_of_whole(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Nine of the 27 pumps are a third of them."""
    share = share_of(claim) if claim.kind in SHARES else None
    if share is None or share[0] != share[1] or not 0 < share[0] < 1:
        return None
    reach = _FARTHEST if is_so_many_of(claim) else 1
    for first, second in combinations(single_values(group, AMOUNTS), 2):
        if abs(first.sentence - second.sentence) > reach or not count_the_same(first.figure, second.figure):
            continue
        if first.figure.start == second.figure.start and first.sentence == second.sentence:
            continue  # both numbers of one "6 of 8", which was compared already
        whole, part = sorted((first, second), key=lambda p: -base_value(p.figure)[1])
        if part.figure.kind is Kind.COUNT and part.figure.low == 1:
            continue  # the one of another "one in six"
        if _is_another(claim, part, whole, group) or ("as" in cues and named_first(claim, whole, part)):
            continue
        if not _may_be_of(claim, part, whole, group) or _others_did_it(claim, part, whole, group):
            continue
        if base_value(whole.figure)[1] <= 0 or base_value(part.figure)[1] <= 0:
            continue
        made = base_value(part.figure)[1] / base_value(whole.figure)[1]
        if follows(claim, share[0], made, part.figure.modifier) and _names_whole(claim, whole, part):
            return Derivation(f"{part.figure.text} ÷ {whole.figure.text} = {claim.text}", (part, whole))
    return None


def _is_another(claim: Figure, part: Spot, whole: Spot, group: list[Spot]) -> bool:
    """Return whether the share would be of a mere part, or of other members of the whole than the claim speaks of."""
    halves = {half_of(claim.thing.near), half_of(part.near)} - {""}
    if is_numerator(whole.figure) or len(halves) > 1:
        return True
    if contrary(claim.thing, part.figure.thing) or spares(claim.thing, part.figure.thing):
        return True
    return bool(another_member(claim, part, group))


def _may_be_of(claim: Figure, part: Spot, whole: Spot, group: list[Spot]) -> bool:
    """Return whether "41 of 5,480" may join these two: both stated as such, and the part not that of another whole."""
    if sides_apart(claim.thing, part.figure.thing) or is_only_needed(claim, part):
        return False
    if len(claim.parts) != _PAIR or not is_so_many_of(claim):
        return True
    if (part.figure.low, whole.figure.low) != claim.parts or is_numerator(whole.figure):
        return False
    if "part" not in part.figure.thing.status:
        return part.sentence - whole.sentence <= 1 and _tells_its_deed(claim, part, whole, sure=False)
    told = replace(claim, kind=Kind.COUNT, low=claim.parts[0], high=claim.parts[0], parts=())
    return (
        _is_next_to(claim, part, whole, group)
        and _tells_its_deed(claim, part, whole, sure=True)
        and not conflict(told, part.figure)
    )


def _tells_its_deed(claim: Figure, part: Spot, whole: Spot, *, sure: bool) -> bool:
    """Return whether the claim tells what befell the part: by the deed, or by another word than the whole has.

    Unless it must be ``sure``, a related word will do, and where one of the two tells no deed nothing speaks against it.
    """
    ours, theirs = claim.thing, part.figure.thing
    told = [act not in BEING_OR_HAVING and not is_light(act) for act in (ours.act, theirs.act)]
    if all(told) and ours.act == theirs.act and not (sure and ours.act == whole.figure.thing.act):
        return True
    own = {concept(ours.noun), concept(theirs.noun), *theirs.subject}
    own |= whole.near if sure else set()
    words = part.near if sure else part.near.union(*map(related, part.near))
    shared = any(w in words and w not in own and not is_light(w) for w in ours.near)
    return shared or not (sure or all(told))


def _is_next_to(claim: Figure, part: Spot, whole: Spot, group: list[Spot]) -> bool:
    """Return whether the part is one of this whole, "5,480 crates, of which 63 broke", and of no number before it.

    Where the claim names what it counts, numbers of other things may stand between: "held 17 people and seized 41 cars.
    Twelve of those held", and in another sentence than the part's the whole must not be one of those.
    """
    first, last = ((p.sentence, p.figure.start) for p in (whole, part))
    if first >= last:
        return False
    counts = [p for p in group if p.figure.kind in (Kind.COUNT, Kind.FRACTION) and p is not part]
    between = [p for p in counts if first < (p.sentence, p.figure.start) < last]
    if noun_relation(claim.thing, whole.figure.thing) == "same":
        return all(names_others(claim, p) for p in between)
    return not between and (whole.sentence == part.sentence or not is_of_others(claim, whole, counts))


def _others_did_it(claim: Figure, part: Spot, whole: Spot, group: list[Spot]) -> bool:
    """Return whether the part is told of others than the claim's, or another share is told what the claim tells of it."""
    act = claim.thing.act
    of_part = (w for w in claim.thing.near if w not in part.near and w not in whole.near)
    apart = (them for w in of_part for _, them in opposites(w))
    if any(not part.near.isdisjoint(them) for them in apart):
        return True  # women are no men
    if part.figure.thing.act in ("", act) or same_side(claim.thing, part.figure.thing):
        return False
    return any(
        p.figure.thing.act == act
        and len(p.figure.parts) == _PAIR
        and p.figure.parts[1] == whole.figure.low
        and p.figure.parts[0] != part.figure.low
        for p in group
    )


_PAIR = 2


def _names_whole(claim: Figure, whole: Spot, part: Spot) -> bool:
    ours, of_whole = claim.thing, whole.figure.thing
    if not family(ours.noun) or not noun_relation(ours, of_whole):
        return True
    return takes_in(ours, of_whole) or takes_in(ours, part.figure.thing)


def part_of_whole(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Half of 9,300 volunteers are 4,650."""
    if claim.kind not in AMOUNTS or claim.low != claim.high:
        return None
    unit, value, _ = base_value(claim)
    for whole in single_values(group, (claim.kind,)):
        if base_value(whole.figure)[0] != unit or base_value(whole.figure)[1] <= value or value < 2:
            continue
        for part in single_values(group, (Kind.FRACTION, Kind.PERCENT, Kind.RATIO)):
            share = share_of(part.figure)
            if (
                share is None
                or whole.figure.start == part.figure.start
                or whole.sentence != part.sentence
                or part.figure.thing.role == "change"
            ):
                continue
            if part.figure.direction or not 0 < share[0] < 1 or _is_share_of_another(part, whole):
                continue
            product = base_value(whole.figure)[1] * share[0]
            if abs(product - value) < Decimal("1e-9") * value and claim.modifier is whole.figure.modifier:
                return Derivation(f"{part.figure.text} of {whole.figure.text} = {claim.text}", (part, whole))
    return None


def _is_share_of_another(share: Spot, number: Spot) -> bool:
    """Return whether the number is itself the part, of a whole named behind it: "12 metres, a third of its depth in 1990"."""
    behind = share.figure.start > number.figure.start
    return behind and bool({APPOSED, AGAINST} & set(share.figure.thing.status))


def whole_of_part(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """From 4,500 flats, a quarter of the town's, to the 18,000 flats of the town."""
    if claim.kind not in AMOUNTS or claim.low != claim.high:
        return None
    unit = base_value(claim)[0]
    for share in single_values(group, SHARES):
        value = share_of(share.figure)
        if APPOSED not in share.figure.thing.status or value is None or not 0 < value[0] < 1:
            continue
        for part in single_values(group, (claim.kind,)):
            if part.sentence != share.sentence or not _is_share_of_another(share, part) or part.figure.parts:
                continue
            made = base_value(part.figure)[1] / value[0]
            counted = base_value(part.figure)[0] == unit and may_stand_for(claim, part)
            if (
                counted
                and would_support(claim, (part, part), made, unit)
                and is_of_the_whole(claim, cues, part, share)
            ):
                return Derivation(f"{part.figure.text} ÷ {share.figure.text} = {claim.text}", (part, share))
    return None
