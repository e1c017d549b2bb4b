"""Totals: a sum that a claim announces, what came on top, both sides of a score; and the range that sources span.

Promise: each rule needs words of the claim that announce it, and writes its arithmetic out.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, product

from briefing.data import QUANTITIES, Figure, Kind, Modifier
from briefing.figures.binding.current import OF_NOW
from briefing.figures.binding.polarity import EXCEPTED
from briefing.figures.binding.portions import OVERLAPPING
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import (
    MAX_TERMS,
    Derivation,
    befallen,
    count_the_same,
    is_change,
    is_on_top,
    is_told,
    may_stand_for,
    result,
    single_values,
    speaks_of,
    would_support,
)
from briefing.figures.matching.belonging import of_two_voices
from briefing.figures.matching.counted import family, noun_relation, takes_in
from briefing.figures.matching.revised import is_still
from briefing.figures.matching.scale import base_value
from briefing.figures.vocabulary.lexicon import EARLIER, is_light
from briefing.figures.vocabulary.thesaurus import COUNTERPARTS, HARM, PERSONS, concept
from briefing.wordsets import word_set

_MOST_SUMMANDS = 4


_TOTALS = word_set(
    "total altogether all combined together overall both between casualties whole two three four aggregate sum "
    "jointly cumulative"
)


def range_of_sources(claim: Figure, spots: Sequence[Spot]) -> Derivation | None:
    """Where sources differ, the range from the lowest to the highest names them all."""
    if claim.low is None or claim.low == claim.high or claim.kind not in QUANTITIES:
        return None
    unit, low, high = base_value(claim)
    stated = single_values(spots, (claim.kind,))
    bottom, top = (
        [p for p in stated if base_value(p.figure)[:2] == (unit, end) and may_stand_for(claim, p)]
        for end in (low, high)
    )
    for first, second in product(bottom, top):
        alike = count_the_same(first.figure, second.figure) or _befell_the_same(first, second)
        if alike and _two_voices(first, second):
            return Derivation(f"sources give {first.figure.text} and {second.figure.text}", (first, second))
    return None


def _befell_the_same(first: Spot, second: Spot) -> bool:
    """Return whether both count those whom the same befell: 25 injured, and 31 treated who were injured."""
    acts = {first.figure.thing.act, second.figure.thing.act} & HARM
    return (
        bool(acts)
        and {f"act:{act}" for act in acts} <= first.near & second.near
        and noun_relation(first.figure.thing, second.figure.thing) == "same"
    )


def _two_voices(first: Spot, second: Spot) -> bool:
    return first.article != second.article or of_two_voices(first.figure.thing, second.figure.thing)


def total(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Return a sum that the claim announces: in all, between them, together."""
    if claim.kind not in QUANTITIES:
        return None
    deeds = _deeds(claim)
    announced = bool(cues & _TOTALS) or len(deeds) > 1
    terms = [
        p
        for p in single_values(group, (claim.kind,))
        if p.figure.thing.role != "from" and (may_stand_for(claim, p) or befallen(p.figure.thing) in deeds)
    ]
    unit, value, _ = base_value(claim)
    terms = [p for p in terms if base_value(p.figure)[0] == unit][:MAX_TERMS]
    named = {(p.sentence, p.figure.start) for p in terms if is_told(p, cues)}
    for size in range(2, _MOST_SUMMANDS + 1):
        for chosen in combinations(sorted(terms, key=lambda s: (s.sentence, s.figure.start)), size):
            if sum(base_value(p.figure)[1] for p in chosen) < value * Decimal("0.8"):
                continue
            if chosen[-1].sentence - chosen[0].sentence > 3 or not _addable(claim, chosen):
                continue
            if len(named) == size - 1 > 1 and named < {(p.sentence, p.figure.start) for p in chosen}:
                continue  # the claim names its terms, and this is one more
            if (
                not announced
                and not all(is_told(p, cues) for p in chosen)
                and not _splits_the_whole(claim, chosen)
                and not _is_list(claim, chosen)
                and not _names_each(claim, cues, chosen)
            ):
                continue
            total = sum((base_value(p.figure)[1] for p in chosen), Decimal(0))
            if would_support(claim, chosen, total, unit):
                shown = " + ".join(p.figure.text for p in chosen)
                return Derivation(f"{shown} = {result(total, claim)}", tuple(chosen))
    return None


def total_of_score(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Add both sides of a score: 3-1 are four goals, 78 votes to 61 and 11 abstentions 150 members."""
    if claim.kind is not Kind.COUNT or claim.low is None or not cues & _BOTH_SIDES:
        return None
    scores = [p for p in group if p.figure.kind is Kind.SCORE]
    for score in scores:
        if len(score.figure.parts) != 2 or not (len(scores) == 1 or speaks_of(claim, score)):
            continue
        both = sum(score.figure.parts, Decimal(0))
        if both == claim.low:
            return Derivation(f"{score.figure.text}: {both:f} in all", (score,))
        for more in single_values(group, (Kind.COUNT,)):
            abstained = "abstained" in more.figure.thing.act or "act:abstained" in more.near
            if abstained and more.sentence == score.sentence and both + (more.figure.low or 0) == claim.low:
                return Derivation(f"{score.figure.text} and {more.figure.text}: {claim.text}", (score, more))
    return None


_BOTH_SIDES = word_set(
    "goals goal vote votes voted members lawmakers cast took points runs deputies mps councillors senators judges"
)


def _deeds(claim: Figure) -> frozenset[str]:
    """Return what a claim tells of people where it joins two such deeds: "hurt or killed"."""
    found = (
        frozenset(w[4:] for w in (*claim.thing.near, f"act:{claim.thing.act}") if w.startswith("act:")) & HARM
    )
    return found if len(found) > 1 else frozenset()


def _addable(claim: Figure, chosen: Sequence[Spot]) -> bool:
    apart = len({frozenset(p.figure.thing.owner) for p in chosen}) == len(chosen)
    if any(
        "each" in p.figure.thing.status
        or ("part" in p.figure.thing.status and not apart)
        or {"former", "denied", EXCEPTED, OVERLAPPING} & set(p.figure.thing.status)
        for p in chosen
    ):
        return False
    if len({bool(p.figure.gap) for p in chosen}) > 1:
        return False  # "182,000 waited, 7,000 fewer than in April"
    if any(p.figure.thing.role != "to" and _leads_to_another(p, chosen) for p in chosen):
        return False  # "27 new cases, taking the number to 318"
    return all(count_the_same(chosen[0].figure, p.figure) for p in chosen[1:]) or _splits_the_whole(
        claim, chosen
    )


def _leads_to_another(more: Spot, chosen: Sequence[Spot]) -> bool:
    return any(p.sentence == more.sentence and p.figure.thing.role == "to" for p in chosen)


def _is_list(claim: Figure, chosen: Sequence[Spot]) -> bool:
    """Return whether the terms stand in one sentence, each of the claim's noun and act and with an owner of its own."""
    if chosen[-1].sentence - chosen[0].sentence > 1 or not (claim.thing.act or claim.thing.noun):
        return False
    owners = [frozenset(w for w in p.figure.thing.owner if not w.startswith("o:")) for p in chosen]
    apart = all(owners) and len(set(owners)) == len(owners)
    acts = {p.figure.thing.act for p in chosen}
    return apart and all(acts == {claim.thing.act} and takes_in(claim.thing, p.figure.thing) for p in chosen)


def _names_each(claim: Figure, cues: frozenset[str], chosen: Sequence[Spot]) -> bool:
    """Return whether the claim names what each term is of: "the chair and the table cost 5,350"."""
    if len({p.sentence for p in chosen}) > 1 or claim.thing.role or claim.gap:
        return False
    if claim.modifier is not Modifier.EXACT or any(is_change(p.figure) for p in chosen):
        return False
    if any(is_told(p, cues) for p in chosen):
        return False  # "149 passengers and six crew"
    said = {w for w in claim.thing.near if not w.startswith(("act:", "o:")) and not is_light(w)}
    things = [p.figure.thing for p in chosen]
    nouns = {concept(t.noun) for t in things}
    shared = frozenset(w for t in things for w in (*t.subject, concept(t.act)))
    if len(nouns) == len(things) and not nouns <= said:
        return False  # "nine monkeys and five parrots" are no 14 monkeys
    shared |= nouns if len(nouns) < len(things) else set()
    for place in chosen:
        others = shared.union(*(p.near for p in chosen if p is not place))
        if not said & (place.near - others):
            return False
    return True


def added(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Add what came on top: 64 homes, and another 23 overnight."""
    if claim.kind is not Kind.COUNT or {"other", "former"} & set(claim.thing.status) or claim.low is None:
        return None
    unit, value, _ = base_value(claim)
    terms = [p for p in single_values(group, (claim.kind,)) if base_value(p.figure)[0] == unit]
    for more in terms:
        if "other" not in more.figure.thing.status or more.figure.gap or not _counts_alike(claim, more):
            continue
        for first in terms:
            if first is more or _MORE & set(first.figure.thing.status) or not _counts_alike(claim, first):
                continue
            if _leads_to_another(more, (first,)) or is_still(first.figure.thing) is not is_still(
                more.figure.thing
            ):
                continue  # "three more were brought up. Four are still underground"
            total = base_value(first.figure)[1] + base_value(more.figure)[1]
            if total == value and would_support(claim, (first, more), total, unit):
                return Derivation(f"{first.figure.text} + {more.figure.text} = {claim.text}", (first, more))
    return None


def before_more(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Take what came on top off the new total: five more bodies bring the toll to 32, so it was 27 before."""
    if claim.kind is not Kind.COUNT or claim.low is None or not cues & _EARLIER:
        return None
    unit, value, _ = base_value(claim)
    terms = [p for p in single_values(group, (claim.kind,)) if base_value(p.figure)[0] == unit]
    for more in terms:
        if not (sign := _sign_of_step(more.figure)):
            continue
        for level in terms:
            thing = level.figure.thing
            reached = thing.role == "to" or OF_NOW in thing.status
            same = level is not more and level.stands_beside(more) and reached
            if same and base_value(level.figure)[1] - sign * base_value(more.figure)[1] == value:
                shown = f"{level.figure.text} {'−' if sign > 0 else '+'} {more.figure.text}"
                return Derivation(f"{shown} = {claim.text}", (level, more))
    return None


def _sign_of_step(figure: Figure) -> int:
    """Return 1 for what came on top, -1 for what was lost, 0 for any other number: "gained nine seats", "four more"."""
    if is_on_top(figure) or figure.thing.act == "added":
        return 1
    return -1 if figure.thing.act == "lost" else 0


_EARLIER = EARLIER | {"had", "been", "prior"}
_MORE = frozenset(("other", "part", "former", "denied"))


def _counts_alike(claim: Figure, place: Spot) -> bool:
    """Return whether a figure counts the claim's noun, and what befell it in the claim where both tell."""
    ours, theirs = claim.thing, place.figure.thing
    if not takes_in(ours, theirs) and (theirs.noun or ours.act != theirs.act):
        return False
    return ours.act == theirs.act or not {ours.act, theirs.act} & HARM


_BOTH = 2


def _splits_the_whole(claim: Figure, chosen: Sequence[Spot]) -> bool:
    """Men and women of one sentence are people: each term's noun is narrower than the claim's, and none the same."""
    things = [p.figure.thing for p in chosen]
    if len({p.sentence for p in chosen}) > 1 or len({family(t.noun) for t in things}) < len(things):
        return False
    relations = {noun_relation(claim.thing, t) for t in things}
    sexes = len(things) == _BOTH and COUNTERPARTS.get(family(things[0].noun)) == family(things[1].noun)
    if sexes and family(claim.thing.noun) in PERSONS - COUNTERPARTS.keys():
        return True  # 27 men and 19 women are 46 members
    return "wider" in relations and relations <= {"wider", ""}
