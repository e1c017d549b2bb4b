"""Which figure of another value a claim's words mean rather than the one that has its value.

Every rule asks for a word that the claim shares with the one figure and not with the other. Promise: pure; where nothing
tells, the figure that bears the claim out has no rival.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import TEMPORAL, Figure, Kind
from briefing.figures.binding.apposed import OF_ALL
from briefing.figures.binding.asides import is_of_another_aside
from briefing.figures.binding.bearers import is_of_a_name, of_one_person
from briefing.figures.binding.keys import day_of, days
from briefing.figures.binding.moved import OF_SAYING, is_another_sort_of_day
from briefing.figures.binding.results import of_other_games
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.subjects import IN_RELATIVE
from briefing.figures.deriving.stages import other_stage
from briefing.figures.judging.about import is_distinctive
from briefing.figures.judging.candidates import Candidate, is_given_up, rank
from briefing.figures.judging.margins import MARGIN, margin
from briefing.figures.judging.old_values import is_told_as_old, old_value
from briefing.figures.judging.setapart import is_of_those, set_apart
from briefing.figures.matching.conflicts import bears_out
from briefing.figures.matching.contest import closeness, displaces, does_more, identical, is_of_another_name
from briefing.figures.matching.counted import counts_alike, counts_wholly_else, noun_relation
from briefing.figures.vocabulary.lexicon import is_light
from briefing.figures.vocabulary.thesaurus import concept

_DRAWN = "family:drawn"


def rival_of(
    claim: Figure, candidates: Sequence[Candidate], best: Candidate | None, beside: Sequence[Figure]
) -> Candidate | None:
    """Return the figure of another value that fits the claim's thing better than ``best`` does."""
    if best is None:
        return None
    if (old := old_value(claim, candidates, best)) is not None:
        return old
    if _is_beyond_doubt(claim, best, beside):
        return None
    candidates = _of_its_person(claim, candidates, best)
    if said := set_apart(claim.thing) & set_apart(best.place.figure.thing):
        candidates = [c for c in candidates if said & set_apart(c.place.figure.thing)]
    elif mine := set_apart(claim.thing):
        others = [c for c in candidates if mine & set_apart(c.place.figure.thing)]
        others = [c for c in others if is_of_those(claim, c, best)]
        if others:
            return min(others, key=rank)
    counted = best.place.figure.thing
    alike = bool(claim.thing.noun) and noun_relation(claim.thing, counted) == "same"
    owners = [
        c
        for c in candidates
        if _owns_it(claim, c, best, beside)
        and not (alike and claim.kind is Kind.COUNT and _counts_no_such_thing(claim, c.place.figure))
    ]
    if owners:
        return min(owners, key=rank)
    if claim.kind is Kind.NAME and claim.thing.noun and claim.thing.noun == counted.noun:
        candidates = [c for c in candidates if c.place.figure.thing.noun == counted.noun]
    if alike:
        candidates = [c for c in candidates if _may_be_meant(claim, c.place.figure)]
    voiced = _voiced_otherwise(claim, candidates, best)
    if voiced is not None:
        return voiced
    candidates = [c for c in candidates if not is_given_up(c, best, candidates)]
    return min((c for c in candidates if _fits_better(claim, c, best, beside)), key=rank, default=None)


def _is_beyond_doubt(claim: Figure, best: Candidate, beside: Sequence[Figure]) -> bool:
    """Return whether the claim can mean no other figure than ``best``, however close another comes."""
    source = best.place.figure
    if claim.kind is Kind.DATE:
        if claim.thing.role == "from" and "start" not in claim.thing.status:
            return True
        if _dates_the_same(claim, best, beside):
            return True
    if identical(claim, source) or is_told_as_old(claim, best):
        return True
    return OF_ALL in claim.thing.status and "whole" in source.thing.status  # a share is not said of the whole


def _owns_it(claim: Figure, rival: Candidate, best: Candidate, beside: Sequence[Figure]) -> bool:
    """Return whether the claim says whose figure it is in words that only the rival's part has."""
    return (
        rival.differs
        and claim.kind is not Kind.NAME
        and (displaces(claim, rival.place, best.place) or _is_its_own(claim, rival, best))
        and not does_more(claim, rival.place.figure)
        and not other_stage(claim, rival.place, rival.spots)
        and not _spoken_for(rival, beside)
        and not (claim.kind in TEMPORAL and rival.conflict)
    )


def _fits_better(claim: Figure, rival: Candidate, best: Candidate, beside: Sequence[Figure]) -> bool:
    """Return whether the words around the rival fit the claim's better by the margin they must, and nothing speaks against it."""
    place, figure = rival.place, rival.place.figure
    if any(of(claim, place, best.place) for of in _OTHER_SORTS):
        return False
    return (
        rival.differs
        and rival.closeness > best.closeness + margin(claim, place, best.place)
        and ("start" not in claim.thing.status or place.sentence == best.place.sentence)
        and not counts_wholly_else(claim, figure, best.place.figure)
        and not is_of_another_name(claim, place, best.place)
        and not rival.conflict
        and not _spoken_for(rival, beside)
        and not does_more(claim, figure)
        and (place.article == best.place.article or not of_other_games(claim, figure))
    )


def _of_its_person(claim: Figure, candidates: Sequence[Candidate], best: Candidate) -> Sequence[Candidate]:
    """Return those that may be meant: beside the claim's name only other ages of that person, no aside of another's."""
    if of_one_person(claim, best.place.figure):
        return [c for c in candidates if of_one_person(claim, c.place.figure)]
    return [c for c in candidates if not is_of_another_aside(claim, best.place.figure, c.place.figure)]


def _is_its_own(claim: Figure, rival: Candidate, best: Candidate) -> bool:
    """Return whether the rival is told of the one whom the claim names, and ``best`` of another by name."""
    return is_of_another_name(claim, best.place, rival.place) and not rival.conflict


def _counts_no_such_thing(claim: Figure, rival: Figure) -> bool:
    """Return whether a rival has a noun of its own behind it that is not the claim's: three vans are no rival of nine drivers."""
    return "bare" not in rival.thing.status and bool(rival.thing.noun) and not counts_alike(claim, rival)


def _may_be_meant(claim: Figure, rival: Figure) -> bool:
    """Return whether the rival is of the claim's noun, or an age of one who is named: a name stands for the man."""
    return counts_alike(claim, rival) or (claim.kind is Kind.AGE and is_of_a_name(rival))


def _is_another_age(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether ``best`` alone is the age at which what the claim tells befell: "died at 87", "wrote it at 22"."""
    act = claim.thing.act
    return claim.kind is Kind.AGE and bool(act) and act == best.figure.thing.act != rival.figure.thing.act


def _is_no_draw(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether the claim and ``best`` tell a level score as a draw, and the rival who won: "7-6 on penalties"."""
    told = _DRAWN in claim.thing.near and _DRAWN in best.near
    return told and claim.kind is Kind.SCORE and len(set(claim.parts)) == 1 < len(set(rival.figure.parts))


def _is_undated_beside(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether the claim's day is given to ``best`` alone of two: "530, up from 410 last year", "It is 9. In May it was 8"."""
    dates = days(claim.thing.owner) & set(best.figure.thing.owner)
    leans = best.anaphoric and best.sentence == rival.sentence + 1 and claim.kind is not Kind.COUNT
    beside = rival.stands_beside(best) or (rival.article == best.article and leans)
    return beside and bool(dates) and not dates & {*rival.figure.thing.owner, *rival.near}


def _is_no_part(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether the claim and ``best`` count some of those whom the rival counts all: "23 of the injured remain"."""
    told = ["part" in f.thing.status for f in (claim, best.figure, rival.figure)]
    return claim.kind is Kind.COUNT and told == [True, True, False] and rival.stands_beside(best)


def _dates_an_aside(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether a rival date is only that of a clause put in, of which the claim tells nothing: "Costa, who joined in 2012"."""
    thing = rival.figure.thing
    aside = (
        claim.kind is Kind.DATE
        and IN_RELATIVE in thing.status
        and IN_RELATIVE not in best.figure.thing.status
    )
    return aside and not is_light(thing.act) and concept(thing.act) not in claim.thing.words


_OTHER_SORTS = (
    _dates_an_aside,
    _is_no_part,
    _is_undated_beside,
    _is_another_age,
    is_another_sort_of_day,
    _is_no_draw,
)


def _dates_the_same(claim: Figure, best: Candidate, beside: Sequence[Figure]) -> bool:
    """Return whether the quantity that the claim dates is the one that the source dates with it: 30,000 in 2024."""
    mine, its = day_of(claim), day_of(best.place.figure)
    dated = [f for f in beside if mine in f.thing.near]
    stated = [
        p.figure
        for p in best.spots
        if p.stands_beside(best.place)
        and (its in p.figure.thing.owner or OF_SAYING in best.place.figure.thing.status)
    ]
    return any(is_distinctive(f) and bears_out(p, f) for f in dated for p in stated)


def _spoken_for(rival: Candidate, beside: Sequence[Figure]) -> bool:
    """Return whether another figure of the text states ``rival``, and is closer to it than the claim is."""
    source = rival.place.figure
    return any(
        bears_out(source, other) and closeness(other, rival.place) >= rival.closeness - MARGIN
        for other in beside
    )


def _voiced_otherwise(claim: Figure, candidates: Sequence[Candidate], best: Candidate) -> Candidate | None:
    """Return what the speaker named by the claim says instead, where ``best`` is another speaker's figure."""
    said = set(claim.thing.speaker)
    theirs = set(best.place.figure.thing.speaker)
    if not said or said & theirs:
        return None
    least = best.closeness + (-MARGIN if theirs else MARGIN)
    own = [
        c
        for c in candidates
        if said & set(c.place.figure.thing.speaker)
        and c.differs
        and not c.conflict
        and noun_relation(claim.thing, c.place.figure.thing) == "same"
        and c.closeness >= least
    ]
    return min(own, key=rank) if own else None
