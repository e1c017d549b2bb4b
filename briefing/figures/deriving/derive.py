"""Figures that no source states but simple arithmetic on like quantities gives: sums, differences, multiples, shares.

A derivation needs three things: a word in the claim that announces it (in all, fewer, the rest, doubled …), terms
that count the same thing, and arithmetic that is right. It comes back with the sum written out. Promise: terms
come from one article, never from different things, and only the figures closest to the claim are combined.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.data import SHARES, Figure, Kind
from briefing.figures.binding.keys import telling
from briefing.figures.binding.polarity import MAYBE
from briefing.figures.binding.sides import sides_apart
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.ballot_results import both_sides, score_of_side, side_of_score
from briefing.figures.deriving.differences import difference
from briefing.figures.deriving.equal_shares import equal_shares
from briefing.figures.deriving.extremes import between_extremes, end_of_range
from briefing.figures.deriving.levels import in_written_units, other_level, shifted_time
from briefing.figures.deriving.lives import (
    age_before_birthday,
    age_from_birth,
    age_in_class,
    birthday,
    until_now,
)
from briefing.figures.deriving.milestones import (
    age_at_event,
    end_of_length,
    year_of_beginning,
    year_of_record,
)
from briefing.figures.deriving.outbid import displaced, hangs_together, is_distance, outbid
from briefing.figures.deriving.partitions import left_over
from briefing.figures.deriving.products import multiplied, one_more
from briefing.figures.deriving.proportions import (
    amount_of_rate,
    multiple,
    multiple_of_level,
    percent_change,
    quotient,
    ratio_in_words,
    reciprocal,
)
from briefing.figures.deriving.proportions_of_wholes import part_of_whole, share_of_whole, whole_of_part
from briefing.figures.deriving.rankings import gone_before, medals_in_all, next_of, places_moved, rank_before
from briefing.figures.deriving.shared_units import in_shared_units
from briefing.figures.deriving.spans import (
    days_between,
    end_of_period,
    other_date,
    period_to,
    within_decade,
    within_period,
    years_between,
)
from briefing.figures.deriving.stages import first_leg, nth_set, sets_played
from briefing.figures.deriving.sums import added, before_more, range_of_sources, total, total_of_score
from briefing.figures.deriving.sums_of_reports import total_of_reports
from briefing.figures.deriving.terms import (
    Derivation,
    closest,
    closest_by_article,
    speaks_of,
    totals_of_lists,
)
from briefing.figures.deriving.wholes import ranked, remainder, with_the_others
from briefing.figures.matching.counted import noun_relation, takes_in
from briefing.figures.matching.match import match
from briefing.figures.vocabulary.thesaurus import HARM, concept
from briefing.wordsets import word_set

_SEVERAL = 2
Rule = Callable[[Figure, frozenset[str], list[Spot]], Derivation | None]


def derive(claim: Figure, cues: frozenset[str], spots: Sequence[Spot]) -> Derivation | None:
    """Return how ``claim`` follows from ``spots``, or ``None``. ``cues`` are the lower-case words of its sentence."""
    ranged = range_of_sources(claim, spots)
    if ranged is not None:
        return ranged
    if _repeats(claim, spots) or _is_of_another_side(claim, spots):
        return None
    if claim.gap and not cues.isdisjoint(_OF_PLANS):
        denied = _denied(spots)
        spots = [_as_planned(p) if p in denied else p for p in spots]
    elif "denied" not in claim.thing.status and cues.isdisjoint(_OF_EARLIER):
        spots = _standing(spots)
    for group in closest_by_article(claim, spots):
        for meant in (claim, *in_written_units(claim, group)):
            found = _first(_RULES, meant, cues, group, len(spots))
            if found is not None and not outbid(meant, found, spots):
                return found
        lists = totals_of_lists(group)
        if lists and (found := _first(_WITH_TOTALS, claim, cues, [*group, *lists], len(spots))) is not None:
            return found
    return _across_articles(claim, cues, spots)


_OF_EARLIER = frozenset(
    ("first", "earlier", "initially", "originally", "previously", "estimated", "not", "instead")
)


_OF_PLANS = word_set("planned intended announced expected proposed hoped feared thought foreseen forecast")


def _as_planned(place: Spot) -> Spot:
    """Return a figure that its source denies as the one it once was to be: "only four, not six" are two fewer than planned."""
    thing = place.figure.thing
    told = tuple(s for s in thing.status if s not in ("denied", MAYBE))
    return replace(place, figure=replace(place.figure, thing=replace(thing, status=told, role="from")))


def _is_of_another_side(claim: Figure, spots: Sequence[Spot]) -> bool:
    """Return whether the claim's share is stated, but of another side: the 36 percent against are not those undecided."""
    return claim.kind in SHARES and any(
        match(claim, p.figure).fits and sides_apart(claim.thing, p.figure.thing) for p in spots
    )


def _standing(spots: Sequence[Spot]) -> list[Spot]:
    """Return the figures that hold: none that a source denies."""
    denied = _denied(spots)
    return [p for p in spots if p not in denied] if denied else list(spots)


def _denied(spots: Sequence[Spot]) -> list[Spot]:
    """Return the figures that a source denies ("39, and not 43"), and the like of them elsewhere."""
    denied = [p for p in spots if "denied" in p.figure.thing.status]
    return [
        p
        for p in spots
        if any(
            p is no or (match(p.figure, no.figure).fits and noun_relation(p.figure.thing, no.figure.thing))
            for no in denied
        )
    ]


def _first(
    rules: Sequence[Rule], claim: Figure, cues: frozenset[str], group: list[Spot], count: int
) -> Derivation | None:
    """Return what the first rule gives that no stated figure outbids; ``count`` is that of the figures of all sources."""
    terms = [*group, *in_shared_units(claim, group)]
    for rule in rules:
        found = rule(claim, cues, terms)
        if (
            found is not None
            and hangs_together(claim, cues, found, count)
            and not outbid(claim, found, group)
            and not displaced(claim, cues, found, group)
        ):
            return found
    return None


def _across_articles(claim: Figure, cues: frozenset[str], spots: Sequence[Spot]) -> Derivation | None:
    """Return what follows from reports of several articles, where they count the very same."""
    if len({p.article for p in spots}) < _SEVERAL:
        return None
    group = closest(claim, spots)
    found = _first(_ACROSS, claim, cues, group, len(spots))
    if found is None:
        return None
    alike = [_told_alike(claim, p) for p in found.spots]
    return found if all(alike) or (any(alike) and is_distance(claim) and _of_one_story(found.spots)) else None


def _of_one_story(terms: Sequence[Spot]) -> bool:
    """Return whether two reports' levels are of one thing, told in other words: they share a name and another word."""
    shared = frozenset.intersection(*(p.words for p in terms))
    names = {w for p in terms for w in p.figure.thing.owner}
    told = telling(shared)
    return bool(told & names) and len(told) > 1


def _told_alike(claim: Figure, place: Spot) -> bool:
    """Return whether a figure of any article counts what the claim counts."""
    if claim.kind is Kind.COUNT:
        return (
            takes_in(claim.thing, place.figure.thing)
            or place.figure.thing.act == claim.thing.act
            or ("bare" in claim.thing.status and concept(place.figure.thing.noun) in claim.thing.near)
        )
    return speaks_of(claim, place)


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


def _one_person(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count one dead in "a 19-year-old man was shot dead"."""
    if (
        claim.kind is not Kind.COUNT
        or claim.low != 1
        or claim.high != 1
        or (claim.thing.act not in HARM and claim.thing.act != "arrested")
    ):
        return None
    for place in group:
        thing = place.figure.thing
        if place.figure.kind is Kind.AGE and thing.act == claim.thing.act:
            return Derivation("the source tells of one", (place,))
    return None


_WITH_TOTALS: tuple[Rule, ...] = (remainder, share_of_whole, part_of_whole)
_ACROSS: tuple[Rule, ...] = (total_of_reports, added, difference, multiple, percent_change, remainder)
_RULES: tuple[Rule, ...] = (
    total,
    total_of_score,
    added,
    before_more,
    difference,
    multiple,
    share_of_whole,
    part_of_whole,
    whole_of_part,
    percent_change,
    quotient,
    other_level,
    shifted_time,
    multiple_of_level,
    left_over,
    remainder,
    with_the_others,
    equal_shares,
    ranked,
    places_moved,
    rank_before,
    gone_before,
    medals_in_all,
    next_of,
    between_extremes,
    end_of_range,
    reciprocal,
    ratio_in_words,
    amount_of_rate,
    both_sides,
    side_of_score,
    score_of_side,
    first_leg,
    nth_set,
    sets_played,
    days_between,
    end_of_period,
    years_between,
    other_date,
    until_now,
    age_from_birth,
    age_in_class,
    birthday,
    multiplied,
    one_more,
    age_before_birthday,
    _one_person,
    within_decade,
    period_to,
    within_period,
    year_of_record,
    year_of_beginning,
    age_at_event,
    end_of_length,
)
