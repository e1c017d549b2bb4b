"""Totals, differences, levels before a change, and what is left of a whole.

Promise: each rule needs words of the claim that announce it, and writes its arithmetic out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from briefing.data import Figure, Kind, Modifier
from briefing.figures.lexicon import words_of
from briefing.figures.scale import base_value
from briefing.figures.stems import stem
from briefing.figures.support import Spot, family, noun_relation
from briefing.figures.terms import (
    HARM,
    MAX_TERMS,
    QUANTITIES,
    SMALLEST_ROUNDED,
    Derivation,
    count_the_same,
    is_told,
    like_terms,
    may_stand_for,
    plain,
    show,
    single_values,
    speaks_of,
    would_support,
)
from briefing.figures.thesaurus import ACT_OF

_MAX_TERMS = 4


_TOTALS = words_of(
    "total altogether all combined together overall both between casualties whole two three four aggregate sum "
    "jointly cumulative"
)


_GAPS = words_of(
    "fewer more less lead led leads leading trailed above below ahead behind margin gap difference rest remaining remainder other others higher lower larger "
    "smaller bigger increase rise rose grew fell drop dropped decline reduction short shorter longer faster slower older "
    "younger cheaper dearer heavier lighter taller majority widened narrowed shortfall surplus extra additional gained "
    "lost gain loss later earlier apart lasted remain remained growth climbed jumped increased decreased not never "
    "without beat beaten won warmer colder hotter cooler worse better"
)


def range_of_sources(claim: Figure, spots: Sequence[Spot]) -> Derivation | None:
    """Where sources differ, the range from the lowest to the highest names them all."""
    if claim.low is None or claim.low == claim.high or claim.kind not in QUANTITIES:
        return None
    unit, low, high = base_value(claim)
    like = [
        p
        for p in spots
        if p.figure.kind is claim.kind and p.figure.low is not None and base_value(p.figure)[0] == unit
    ]
    bottom = [
        p
        for p in like
        if base_value(p.figure)[1] == low == base_value(p.figure)[2] and may_stand_for(claim, p)
    ]
    top = [
        p
        for p in like
        if base_value(p.figure)[1] == high == base_value(p.figure)[2] and may_stand_for(claim, p)
    ]
    for first in bottom:
        for second in top:
            if count_the_same(first.figure, second.figure) and _two_voices(first, second):
                return Derivation(
                    f"sources give {first.figure.text} and {second.figure.text}", (first, second)
                )
    return None


def _two_voices(first: Spot, second: Spot) -> bool:
    voices = set(first.figure.thing.speaker), set(second.figure.thing.speaker)
    return first.article != second.article or (all(voices) and not voices[0] & voices[1])


def total(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Return a sum that the claim announces: in all, between them, together."""
    if claim.kind not in QUANTITIES:
        return None
    deeds = _deeds(cues)
    announced = bool(cues & _TOTALS) or len(deeds) > 1
    terms = [
        p
        for p in single_values(group, (claim.kind,))
        if p.figure.thing.role != "from" and (may_stand_for(claim, p) or p.figure.thing.act in deeds)
    ]
    unit, value, _ = base_value(claim)
    terms = [p for p in terms if base_value(p.figure)[0] == unit][:MAX_TERMS]
    for size in range(2, _MAX_TERMS + 1):
        for chosen in combinations(sorted(terms, key=lambda s: (s.sentence, s.figure.start)), size):
            if sum(base_value(p.figure)[1] for p in chosen) < value * Decimal("0.8"):
                continue
            if chosen[-1].sentence - chosen[0].sentence > 3 or not _addable(claim, chosen):
                continue
            if (
                not announced
                and not all(is_told(p, cues) for p in chosen)
                and not _splits_the_whole(claim, chosen)
                and not _is_list(claim, chosen)
            ):
                continue
            total = sum((base_value(p.figure)[1] for p in chosen), Decimal(0))
            if would_support(claim, chosen, total, unit):
                shown = " + ".join(show(p.figure) for p in chosen)
                return Derivation(f"{shown} = {plain(total, claim)}", tuple(chosen))
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
            return Derivation(f"{show(score.figure)}: {both:f} in all", (score,))
        for more in single_values(group, (Kind.COUNT,)):
            abstained = "abstained" in more.figure.thing.act or "act:abstained" in more.near
            if abstained and more.sentence == score.sentence and both + (more.figure.low or 0) == claim.low:
                return Derivation(
                    f"{show(score.figure)} and {show(more.figure)}: {claim.text}", (score, more)
                )
    return None


_BOTH_SIDES = words_of(
    "goals goal vote votes voted members lawmakers cast took points runs deputies mps councillors senators judges"
)


def _deeds(cues: frozenset[str]) -> frozenset[str]:
    """Return what a sentence tells of people where it joins two such deeds: "hurt or killed"."""
    if not cues & {"or", "and"}:
        return frozenset()
    found = {act for word in cues if (act := ACT_OF.get(stem(word))) in HARM}
    return frozenset(found) if len(found) > 1 else frozenset()


def _addable(claim: Figure, chosen: Sequence[Spot]) -> bool:
    if any(
        "part" in p.figure.thing.status or {"former", "denied"} & set(p.figure.thing.status) for p in chosen
    ):
        return False
    return all(count_the_same(chosen[0].figure, p.figure) for p in chosen[1:]) or _splits_the_whole(
        claim, chosen
    )


def _is_list(claim: Figure, chosen: Sequence[Spot]) -> bool:
    """Return whether the terms stand in one sentence, each of the claim's noun and act and with an owner of its own."""
    if chosen[-1].sentence - chosen[0].sentence > 1 or not (claim.thing.act or claim.thing.noun):
        return False
    owners = [frozenset(w for w in p.figure.thing.owner if not w.startswith("o:")) for p in chosen]
    apart = all(owners) and len(set(owners)) == len(owners)
    acts = {p.figure.thing.act for p in chosen}
    return apart and all(
        acts == {claim.thing.act} and noun_relation(claim.thing, p.figure.thing) in ("same", "wider")
        for p in chosen
    )


def added(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Add what came on top: 64 homes, and another 23 overnight."""
    if claim.kind is not Kind.COUNT or {"other", "former"} & set(claim.thing.status) or claim.low is None:
        return None
    unit, value, _ = base_value(claim)
    terms = [p for p in single_values(group, (claim.kind,)) if base_value(p.figure)[0] == unit]
    for more in terms:
        if "other" not in more.figure.thing.status or not _counts_alike(claim, more):
            continue
        for first in terms:
            if first is more or _MORE & set(first.figure.thing.status) or not _counts_alike(claim, first):
                continue
            if first.sentence == more.sentence and first.figure.thing.role == "to":
                continue  # "four more, which raises the number to ten"
            total = base_value(first.figure)[1] + base_value(more.figure)[1]
            if total == value and would_support(claim, (first, more), total, unit):
                return Derivation(f"{show(first.figure)} + {show(more.figure)} = {claim.text}", (first, more))
    return None


def before_more(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Take what came on top off the new total: five more bodies bring the toll to 32, so it was 27 before."""
    if claim.kind is not Kind.COUNT or claim.low is None or not cues & _EARLIER:
        return None
    unit, value, _ = base_value(claim)
    terms = [p for p in single_values(group, (claim.kind,)) if base_value(p.figure)[0] == unit]
    for more in terms:
        if "other" not in more.figure.thing.status:
            continue
        for level in terms:
            same = level is not more and level.sentence == more.sentence and level.figure.thing.role == "to"
            if same and base_value(level.figure)[1] - base_value(more.figure)[1] == value:
                return Derivation(f"{show(level.figure)} − {show(more.figure)} = {claim.text}", (level, more))
    return None


_EARLIER = words_of("before earlier previously previous until had been prior")
_MORE = frozenset(("other", "part", "former", "denied"))


def _counts_alike(claim: Figure, place: Spot) -> bool:
    """Return whether a figure counts the claim's noun, and what befell it in the claim where both tell."""
    ours, theirs = claim.thing, place.figure.thing
    if noun_relation(ours, theirs) not in ("same", "wider") and not (
        not theirs.noun and ours.act == theirs.act
    ):
        return False
    return ours.act == theirs.act or not {ours.act, theirs.act} & HARM


def _splits_the_whole(claim: Figure, chosen: Sequence[Spot]) -> bool:
    """Men and women of one sentence are people: each term's noun is narrower than the claim's, and none the same."""
    things = [p.figure.thing for p in chosen]
    if len({p.sentence for p in chosen}) > 1 or len({family(t.noun) for t in things}) < len(things):
        return False
    relations = {noun_relation(claim.thing, t) for t in things}
    return "wider" in relations and relations <= {"wider", ""}


def difference(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Return the gap between two like figures: fewer, a lead of, rose by."""
    if claim.kind not in QUANTITIES or claim.kind is Kind.PERCENT:
        return None
    announced = cues & _GAPS or "than" in cues or str(claim.gap)
    announced = announced or claim.thing.role == "change" or str(claim.direction)
    terms = _terms_of_difference(claim, group)
    unit, _, _ = base_value(claim)
    for first, second in combinations(terms, 2):
        alike = count_the_same(first.figure, second.figure) or _swings(first, second)
        if not alike or not _same_unit(claim, first.figure, unit):
            continue
        if not announced and not (is_told(first, cues) and is_told(second, cues)):
            continue
        if _of_other_days(claim, first, second) or not _of_one_change(first, second):
            continue
        told = [speaks_of(claim, p) for p in (first, second)]
        if not (any(told) if claim.modifier is Modifier.EXACT else all(told)):
            continue
        high, low = sorted((first, second), key=lambda p: -base_value(p.figure)[1])
        gap = base_value(high.figure)[1] - base_value(low.figure)[1]
        if _swings(high, low):
            gap = base_value(high.figure)[1] + base_value(low.figure)[1]
        if high.figure.low == low.figure.low or {"denied"} & set(high.figure.thing.status):
            continue
        if claim.kind is Kind.COUNT and gap < SMALLEST_ROUNDED and claim.modifier is not high.figure.modifier:
            continue
        if gap and would_support(claim, (high, low), gap, unit) and _direction_agrees(claim, high, low):
            return Derivation(f"{show(high.figure)} − {show(low.figure)} = {plain(gap, claim)}", (high, low))
    return None


def _of_other_days(claim: Figure, first: Spot, second: Spot) -> bool:
    """Return whether the claim sets two days or names side by side, and a figure belongs to neither."""
    days = {w for w in claim.thing.words if w.startswith("d:")}
    names = {w for w in claim.thing.owner if ":" not in w}
    own_days = [{w for w in p.figure.thing.owner if w.startswith("d:")} for p in (first, second)]
    own_names = [{w for w in p.figure.thing.owner if ":" not in w} for p in (first, second)]
    of_other_day = len(days) > 1 and any(own and not own & days for own in own_days)
    return of_other_day or (bool(names) and all(own and not own & names for own in own_names))


_LOSS = frozenset(
    ("noun:loss", "family:lose", "act:lost", "lost", "lose", "loss", "noun:deficit", "family:loss")
)
_PROFIT = frozenset(("noun:profit", "noun:surplus", "profit", "surplus", "family:profit"))


def _swings(first: Spot, second: Spot) -> bool:
    """Return whether one is a loss and the other a profit, so that what lies between them is their sum."""
    if first.figure.kind is not Kind.MONEY:
        return False
    signs = [_sign_of_result(p) for p in (first, second)]
    return 0 not in signs and signs[0] != signs[1]


def _sign_of_result(place: Spot) -> int:
    """Return 1 for a profit, -1 for a loss, by the noun or else the words around; 0 where none tells."""
    thing = place.figure.thing
    for told in ({thing.noun}, {*place.near, thing.act}):
        profit, loss = bool(told & _PROFIT), bool(told & _LOSS)
        if profit != loss:
            return 1 if profit else -1
    return 0


def _of_one_change(first: Spot, second: Spot) -> bool:
    """Return whether both are ends of one score, or no old level is set against another thing's figure."""
    scores = [bool(p.figure.parts) for p in (first, second)]
    beside = first.sentence == second.sentence
    if any(scores) and not (all(scores) and beside and first.figure.start == second.figure.start):
        return False
    roles = [p.figure.thing.role for p in (first, second)]
    compared = any("compared" in p.figure.thing.status for p in (first, second))
    return "from" not in roles or compared or beside or roles.count("from") > 1


def _terms_of_difference(claim: Figure, group: list[Spot]) -> list[Spot]:
    source_kinds: tuple[Kind, ...] = (Kind.PERCENT,) if claim.kind is Kind.POINTS else ()
    if claim.kind is Kind.COUNT and claim.text.lower().endswith(("point", "points")):
        source_kinds = (Kind.PERCENT,)
    terms = like_terms(claim, group) + single_values(group, source_kinds)
    terms += _score_ends(claim, group) + _ranks(claim, group) + _range_ends(claim, group)
    return [p for p in terms if may_stand_for(claim, p)]


def _same_unit(claim: Figure, term: Figure, unit: str) -> bool:
    if term.kind is Kind.PERCENT:
        return claim.kind is Kind.POINTS or claim.text.lower().endswith(("point", "points"))
    if claim.kind is Kind.TEMPERATURE and unit == "degree":
        return True
    return base_value(term)[0] == unit


def _direction_agrees(claim: Figure, high: Spot, low: Spot) -> bool:
    """Return whether a rise ends at the higher level, a fall at the lower."""
    if not str(claim.direction):
        return True
    if low.figure.thing.role == "from" or high.figure.thing.role == "to":
        return str(claim.direction) == "rose"
    if high.figure.thing.role == "from" or low.figure.thing.role == "to":
        return str(claim.direction) == "fell"
    return True


def _range_ends(claim: Figure, group: list[Spot]) -> list[Spot]:
    """Return both ends of ranges: a price of 4.1 million is 1.1 million over the top of "2.5 to 3 million"."""
    if not str(claim.gap):
        return []
    ranges = [p for p in group if p.figure.kind is claim.kind and p.figure.low != p.figure.high]
    return [
        replace(p, figure=replace(p.figure, low=end, high=end))
        for p in ranges
        for end in (p.figure.low, p.figure.high)
        if end is not None
    ]


_OF_SCORES = words_of(
    "win won lost beat lead led ahead behind margin majority vote goal point run difference clear apart defeat victory"
) | {"family:win", "family:lead", "noun:goal", "noun:point", "noun:vote", "majority", "margin", "family:lose"}


def _score_ends(claim: Figure, group: list[Spot]) -> list[Spot]:
    """Return the two counts of a vote: one of 61 to 34 gives two counts for a majority of 27."""
    ends: list[Spot] = []
    near = {*claim.thing.near, claim.thing.noun, claim.thing.act}
    if claim.kind is Kind.COUNT and (near & _OF_SCORES or claim.unit == "point"):
        for place in group:
            figure = place.figure
            if figure.kind is Kind.SCORE and figure.low is not None and figure.high is not None:
                for value in (figure.low, figure.high):
                    one = replace(
                        figure, kind=Kind.COUNT, low=value, high=value, unit=claim.unit, text=str(value)
                    )
                    ends.append(replace(place, figure=one))
    return ends


def _ranks(claim: Figure, group: list[Spot]) -> list[Spot]:
    """Return ranks as counts: the city's 31st killing of the year makes 31 killings."""
    ranks = [
        p
        for p in single_values(group, (Kind.ORDINAL,))
        if claim.thing.noun
        and (
            noun_relation(claim.thing, p.figure.thing) == "same"
            or ACT_OF.get(claim.thing.noun, "-") == p.figure.thing.act
        )
    ]
    return [
        replace(p, figure=replace(p.figure, kind=Kind.COUNT, unit=claim.unit))
        for p in ranks
        if claim.kind is Kind.COUNT
    ]
