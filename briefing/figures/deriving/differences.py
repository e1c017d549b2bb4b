"""Differences: fewer, a lead of, rose by, from loss to profit, a majority.

Promise: both terms count the same thing at the days and for the names that the claim sets side by side; the
subtraction is written out.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from briefing.data import AMOUNTS, QUANTITIES, Direction, Figure, Kind, Modifier
from briefing.figures.binding.keys import days
from briefing.figures.binding.prospects import is_ahead
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.levels import sign_of
from briefing.figures.deriving.order import rises
from briefing.figures.deriving.terms import (
    Derivation,
    count_the_same,
    far_apart,
    is_change,
    is_told,
    like_terms,
    may_stand_for,
    result,
    single_values,
    speaks_of,
    would_support,
)
from briefing.figures.matching.counted import noun_relation
from briefing.figures.matching.ends import YARDSTICKS
from briefing.figures.matching.match_values import SMALLEST_ROUNDED
from briefing.figures.matching.scale import base_value
from briefing.figures.vocabulary.thesaurus import ACT_OF, CUMULATIVE, concept, concept_set, opposites
from briefing.wordsets import word_set

_GAPS = word_set(
    "fewer more less lead led leads leading trailed above below ahead behind margin gap difference rest remaining remainder other others higher lower larger "
    "smaller bigger increase rise rose grew fell drop dropped decline reduction short shorter longer faster slower older "
    "younger cheaper dearer heavier lighter taller majority widened narrowed shortfall surplus extra additional gained "
    "lost gain loss later earlier apart lasted remain remained growth climbed jumped increased decreased not never "
    "without beat beaten won warmer colder hotter cooler worse better trail trails separate separates separated separating "
    "outdid outdoes outstripped"
)


def difference(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Return the gap between two like figures: fewer, a lead of, rose by."""
    if claim.kind not in QUANTITIES or claim.kind is Kind.PERCENT:
        return None
    announced = cues & _GAPS or "than" in cues or claim.gap
    announced = announced or claim.thing.role == "change" or claim.direction
    terms = _terms_of_difference(claim, group)
    unit, _, _ = base_value(claim)
    for first, second in combinations(terms, 2):
        alike = count_the_same(first.figure, second.figure) or _swings(first, second)
        if not alike or not _same_unit(claim, first.figure, unit):
            continue
        if not announced and not (is_told(first, cues) and is_told(second, cues)):
            continue
        if _goes_the_other_way(claim, first, second) or _goes_the_other_way(claim, second, first):
            continue
        if (
            far_apart(claim, (first, second))
            or _is_level_and_way(claim, first, second)
            or _is_no_change(claim, first, second)
            or _of_other_days(claim, first, second)
            or not _of_one_change(first, second)
        ):
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
        agrees = _swings(high, low) or (
            _direction_agrees(claim, high, low) and _sides_agree(claim, cues, high, low)
        )
        if gap and agrees and would_support(claim, (high, low), gap, unit):
            return Derivation(f"{high.figure.text} − {low.figure.text} = {result(gap, claim)}", (high, low))
    return None


def _is_level_and_way(claim: Figure, first: Spot, second: Spot) -> bool:
    """Return whether a level would be a level less a distance from it: which way that leads is asked where levels are."""
    if claim.kind not in AMOUNTS or is_change(claim) or claim.direction:
        return False
    return bool(first.figure.gap) is not bool(second.figure.gap)


def _is_no_change(claim: Figure, first: Spot, second: Spot) -> bool:
    """Return whether a claimed rise or fall would be from what was only expected to what came."""
    hoped = ["forecast" in p.figure.thing.status for p in (first, second)]
    moves = claim.gap is Direction.NONE and (
        claim.thing.role == "change" or claim.direction is not Direction.NONE
    )
    return moves and hoped[0] is not hoped[1] and not is_ahead(claim.thing)


def _goes_the_other_way(claim: Figure, level: Spot, change: Spot) -> bool:
    """Return whether a claimed old level would be below the new one after a fall, or a new one below the old after a rise."""
    role = claim.thing.role
    if role not in ("from", "to") or is_change(level.figure) or not is_change(change.figure):
        return False
    return sign_of(change.figure) == (-1 if role == "from" else 1)


def _of_other_days(claim: Figure, first: Spot, second: Spot) -> bool:
    """Return whether the claim sets two days or names side by side, and a figure belongs to neither."""
    told = days(claim.thing.words)
    names = {w for w in claim.thing.owner if ":" not in w}
    own_days = [days(p.figure.thing.owner) for p in (first, second)]
    own_names = [{w for w in p.figure.thing.owner if ":" not in w} for p in (first, second)]
    of_other_day = len(told) > 1 and any(own and not own & told for own in own_days)
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


_SCORE_END = "of a score"


def _of_one_change(first: Spot, second: Spot) -> bool:
    """Return whether both are ends of one score, or no old level is set against another thing's figure."""
    scores = [p.figure.written_unit == _SCORE_END for p in (first, second)]
    beside = first.sentence == second.sentence
    if any(scores) and not (all(scores) and beside and first.figure.start == second.figure.start):
        return False
    roles = [p.figure.thing.role for p in (first, second)]
    compared = any("compared" in p.figure.thing.status for p in (first, second))
    return "from" not in roles or compared or beside or roles.count("from") > 1


def _terms_of_difference(claim: Figure, group: list[Spot]) -> list[Spot]:
    source_kinds: tuple[Kind, ...] = (Kind.PERCENT,) if _may_be_points(claim) else ()
    terms = like_terms(claim, group) + single_values(group, source_kinds)
    terms += _score_ends(claim, group) + _ranks(claim, group) + _range_ends(claim, group)
    return [p for p in terms if may_stand_for(claim, p)]


def _may_be_points(claim: Figure) -> bool:
    """Return whether a distance may be one between percentages: 0.3 points, or just "0.3 more than expected"."""
    if claim.kind is Kind.POINTS or claim.text.lower().endswith(("point", "points")):
        return True
    return claim.kind is Kind.COUNT and not claim.unit and "bare" in claim.thing.status and bool(claim.gap)


def _same_unit(claim: Figure, term: Figure, unit: str) -> bool:
    if term.kind is Kind.PERCENT:
        return _may_be_points(claim)
    if claim.kind is Kind.TEMPERATURE and unit == "degree":
        return True
    return base_value(term)[0] == unit


def _direction_agrees(claim: Figure, high: Spot, low: Spot) -> bool:
    """Return whether a rise ends at the higher level, a fall at the lower."""
    if not claim.direction:
        return True
    return rises(low, high) in (None, claim.direction is Direction.ROSE)


def _sides_agree(claim: Figure, cues: frozenset[str], high: Spot, low: Spot) -> bool:
    """Return whether who is ahead, older or longer in the claim is the one with the higher level."""
    if claim.gap is Direction.NONE:
        return True
    first = set(claim.thing.subject)
    second = {*claim.thing.near, *claim.thing.owner} - first - {concept(claim.thing.act)}
    mine, other = _timeless(high.near - low.near, low.near - high.near)
    for ours, theirs, up in ((mine, other, True), (other, mine, False)):
        if first & ours and second & theirs and not first & theirs and not second & ours:
            return up is (claim.gap is Direction.ROSE)
    of_high, of_low = _timeless(_keys(high, low), _keys(low, high))
    told = bool(first & of_high) - bool(first & of_low) + bool(second & of_low) - bool(second & of_high)
    above = told > 0 if told else _is_compared_up(claim, cues, high, low)
    return above is None or above is (claim.gap is Direction.ROSE)


def _is_compared_up(claim: Figure, cues: frozenset[str], high: Spot, low: Spot) -> bool | None:
    """Return whether the higher level is the one compared with the other: that of the day named first, or what came, not what was planned."""
    if "than" not in cues:
        return None
    for mark in ("from", "forecast"):
        marked = [mark in (p.figure.thing.role, *p.figure.thing.status) for p in (low, high)]
        if marked[0] is not marked[1]:
            return marked[0]
    of_high, of_low = days(high.near - low.near), days(low.near - high.near)
    told = [w for w in claim.thing.words if w in of_high or w in of_low]
    return told[0] in of_high if of_high & set(told) and of_low & set(told) else None


def _timeless(high: frozenset[str], low: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of two levels without their days where only one names any."""
    if days(high) and days(low):
        return high, low
    return high - days(high), low - days(low)


_OF_LEVELS = YARDSTICKS | {"new", "family:old", "family:forecast", "family:previous", "family:last"}


def _keys(place: Spot, other: Spot) -> frozenset[str]:
    """Return what tells one level of a thing from another: names, days, new or old, expected or not, north for south."""
    whose = frozenset(place.figure.thing.owner) | (place.near & _OF_LEVELS)
    own, its = place.near - other.near, other.near - place.near
    opposite = frozenset(w for w in own if not its.isdisjoint(opposites(w)))
    return whose - frozenset(other.figure.thing.owner) - (other.near & _OF_LEVELS) | opposite


def _range_ends(claim: Figure, group: list[Spot]) -> list[Spot]:
    """Return both ends of ranges: a price of 4.1 million is 1.1 million over the top of "2.5 to 3 million"."""
    if not claim.gap:
        return []
    ranges = [p for p in group if p.figure.kind is claim.kind and p.figure.low != p.figure.high]
    return [
        replace(p, figure=replace(p.figure, low=end, high=end))
        for p in ranges
        for end in (p.figure.low, p.figure.high)
        if end is not None
    ]


_OF_SCORES = concept_set(
    "win won lost beat lead led ahead behind margin majority vote goal point run difference apart "
    "defeat victory lose"
) | {"won", "lost"}


def _score_ends(claim: Figure, group: list[Spot]) -> list[Spot]:
    """Return the two counts of a vote: one of 61 to 34 gives two counts for a majority of 27."""
    ends: list[Spot] = []
    near = {*claim.thing.near, claim.thing.noun, claim.thing.act}
    scored = bool(near & _OF_SCORES) or claim.unit == "point"
    if claim.kind is Kind.COUNT and scored and claim.thing.noun != "set":
        for place in group:
            figure = place.figure
            if figure.kind is Kind.SCORE and figure.low is not None and figure.high is not None:
                for value in (figure.low, figure.high):
                    one = replace(
                        figure,
                        kind=Kind.COUNT,
                        low=value,
                        high=value,
                        unit=claim.unit,
                        written_unit=_SCORE_END,
                        text=str(value),
                        thing=replace(figure.thing, noun=""),  # what a score counts is of its contest
                    )
                    ends.append(replace(place, figure=one))
    return ends


def _ranks(claim: Figure, group: list[Spot]) -> list[Spot]:
    """Return ranks as counts: the city's 31st killing of the year makes 31 killings."""
    deed = ACT_OF.get(claim.thing.noun, claim.thing.act)
    ranks = [
        p
        for p in single_values(group, (Kind.ORDINAL,))
        if (claim.thing.noun and noun_relation(claim.thing, p.figure.thing) == "same")
        or (deed in CUMULATIVE and deed == p.figure.thing.act)
    ]
    return [
        replace(p, figure=replace(p.figure, kind=Kind.COUNT, unit=claim.unit))
        for p in ranks
        if claim.kind is Kind.COUNT
    ]
