"""The verdict on one claimed figure, given the figures of the sources.

The order is that of a copy chief: is the value there at all, is it about this thing, does another figure fit the
thing better, do the sources agree, and if no source states it, does it follow by arithmetic. Promise: pure and
deterministic; every verdict comes with its reason and the figures that decide it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.data import Citation, Figure, Kind, Verdict
from briefing.figures.binding.apposed import OF_ALL
from briefing.figures.binding.asides import is_of_another_aside
from briefing.figures.binding.bearers import is_of_a_name, of_one_person
from briefing.figures.binding.keys import day_of, days
from briefing.figures.binding.moved import OF_SAYING, is_another_sort_of_day
from briefing.figures.binding.results import of_other_games
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.derive import derive
from briefing.figures.deriving.levels import taken_for_the_other
from briefing.figures.deriving.stages import other_stage
from briefing.figures.judging.about import is_about, is_distinctive
from briefing.figures.judging.candidates import Candidate, candidates_for, is_given_up, rank
from briefing.figures.judging.margins import MARGIN, margin
from briefing.figures.judging.old_values import is_told_as_old, old_value
from briefing.figures.judging.setapart import is_of_those, set_apart
from briefing.figures.judging.taken import taken
from briefing.figures.matching.conflicts import bears_out
from briefing.figures.matching.contest import (
    closeness,
    coverage,
    displaces,
    does_more,
    identical,
    is_of_another_name,
)
from briefing.figures.matching.counted import counts_alike, counts_wholly_else, noun_relation
from briefing.figures.matching.verdicts import said

_DRAWN = "family:drawn"
_WORTH_NAMING = 0.3  # a figure this close to the claim is named in the reason


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason and the source figures that decide it, the weightiest first.

    ``sentences`` are those that decide it without a figure of their own: a list counted, a length told in a word.
    """

    verdict: Verdict
    reason: str
    spots: tuple[Spot, ...] = ()
    sentences: tuple[Citation, ...] = ()


def judge(
    claim: Figure, cues: frozenset[str], spots: Sequence[Spot], beside: Sequence[Figure] = ()
) -> Judgement:
    """Judge ``claim`` against ``spots``; ``cues`` are the lower-case words of the claim's sentence.

    ``beside`` are the other figures of the checked text: what one of them states better is no rival of this one.
    """
    candidates = candidates_for(claim, spots)
    best = _best(claim, candidates)
    rival = old_value(claim, candidates, best)
    rival = rival or _rival(claim, _of_its_person(claim, candidates, best), best, beside)
    other_end = taken_for_the_other(claim, best.place, spots, beside) if best is not None else ""
    stated = best is not None and rival is None and not other_end and is_about(claim, best, candidates)
    if stated and best is not None and not taken(claim, best, candidates):
        return Judgement(Verdict.SUPPORTED, best.match.reason or "stated by the source", (best.place,))
    derived = derive(claim, cues, spots)
    if derived is not None:
        return Judgement(Verdict.DERIVED, derived.reason, derived.spots)
    if best is not None and other_end:
        return Judgement(Verdict.UNSUPPORTED, other_end, (best.place,))
    return _refusal(claim, candidates, best, rival)


def _best(claim: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the closest of those that fit and nothing forbids, before all one of the very person of the claim.

    Conflicts cost most of a judgement, so only those of the closest are asked for.
    """
    fitting = sorted((c for c in candidates if c.match.fits), key=rank)
    of_person = (c for c in fitting if of_one_person(claim, c.place.figure) and not c.conflict)
    return next(of_person, None) or next((c for c in fitting if not c.conflict), None)


def _of_its_person(
    claim: Figure, candidates: Sequence[Candidate], best: Candidate | None
) -> Sequence[Candidate]:
    """Return those that may be meant: beside the claim's name only other ages of that person, no aside of another's."""
    if best is None:
        return candidates
    if of_one_person(claim, best.place.figure):
        return [c for c in candidates if of_one_person(claim, c.place.figure)]
    return [c for c in candidates if not is_of_another_aside(claim, best.place.figure, c.place.figure)]


def _rival(
    claim: Figure, candidates: Sequence[Candidate], best: Candidate | None, beside: Sequence[Figure]
) -> Candidate | None:
    """Return the figure of another value that fits the claim's thing better than ``best`` does."""
    starts = "start" in claim.thing.status
    if best is None or (claim.kind is Kind.DATE and claim.thing.role == "from" and not starts):
        return None
    if claim.kind is Kind.DATE and _dates_the_same(claim, best, beside):
        return None
    if identical(claim, best.place.figure) or is_told_as_old(claim, best):
        return None
    if OF_ALL in claim.thing.status and "whole" in best.place.figure.thing.status:
        return None  # what is said of a share is not said of the whole
    if said := set_apart(claim.thing) & set_apart(best.place.figure.thing):
        candidates = [c for c in candidates if said & set_apart(c.place.figure.thing)]
    elif mine := set_apart(claim.thing):
        others = [
            c for c in candidates if mine & set_apart(c.place.figure.thing) and is_of_those(claim, c, best)
        ]
        if others:
            return min(others, key=rank)
    owners = [
        c
        for c in candidates
        if c.differs
        and claim.kind is not Kind.NAME
        and (displaces(claim, c.place, best.place) or _is_its_own(claim, c, best))
        and not does_more(claim, c.place.figure)
        and not other_stage(claim, c.place, c.spots)
        and not _spoken_for(c, beside)
    ]
    if owners:
        return min(owners, key=rank)
    if claim.kind is Kind.NAME and claim.thing.noun and claim.thing.noun == best.place.figure.thing.noun:
        candidates = [c for c in candidates if c.place.figure.thing.noun == claim.thing.noun]
    if claim.thing.noun and noun_relation(claim.thing, best.place.figure.thing) == "same":
        candidates = [c for c in candidates if _may_be_meant(claim, c.place.figure)]
    voiced = _voiced_otherwise(claim, candidates, best)
    if voiced is not None:
        return voiced
    candidates = [c for c in candidates if not is_given_up(c, best, candidates)]
    sorts = (_is_undated_beside, _is_another_age, is_another_sort_of_day, _is_no_draw)
    candidates = [c for c in candidates if not any(of(claim, c.place, best.place) for of in sorts)]
    rivals = [
        c
        for c in candidates
        if c.differs
        and c.closeness > best.closeness + margin(claim, c.place, best.place)
        and (not starts or c.place.sentence == best.place.sentence)
        and not counts_wholly_else(claim, c.place.figure, best.place.figure)
        and not is_of_another_name(claim, c.place, best.place)
        and not c.conflict
        and not _spoken_for(c, beside)
        and not does_more(claim, c.place.figure)
        and (c.place.article == best.place.article or not of_other_games(claim, c.place.figure))
    ]
    return min(rivals, key=rank) if rivals else None


def _is_its_own(claim: Figure, rival: Candidate, best: Candidate) -> bool:
    """Return whether the rival is told of the one whom the claim names, and ``best`` of another by name."""
    return is_of_another_name(claim, best.place, rival.place) and not rival.conflict


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


def _refusal(
    claim: Figure, candidates: Sequence[Candidate], best: Candidate | None, rival: Candidate | None
) -> Judgement:
    """Say in plain words why no source supports the claim, naming the figure that comes nearest."""
    if rival is not None:
        return Judgement(
            Verdict.UNSUPPORTED,
            f"source says {said(rival.place.figure)} here, not {claim.text}",
            (rival.place,),
        )
    conflicts = sorted((c for c in candidates if c.match.fits and c.conflict), key=rank)
    if conflicts:
        return Judgement(Verdict.UNSUPPORTED, conflicts[0].conflict, (conflicts[0].place,))
    if best is not None:
        return Judgement(
            Verdict.UNSUPPORTED,
            f"the source's {best.place.figure.text} is about something else",
            (best.place,),
        )
    near = sorted(
        (c for c in candidates if c.match.fault in ("modifier", "direction", "unit") and not c.conflict),
        key=lambda c: (c.match.fault == "unit" and c.place.figure.low != claim.low, *rank(c)),
    ) or sorted(
        (c for c in candidates if c.differs and not c.conflict),
        key=rank,
    )
    if near and coverage(claim, near[0].place) >= _WORTH_NAMING:
        return Judgement(
            Verdict.UNSUPPORTED,
            near[0].match.reason or f"source says {said(near[0].place.figure)}",
            (near[0].place,),
        )
    what = "date" if claim.kind is Kind.DATE else "figure"
    return Judgement(Verdict.UNSUPPORTED, f"no source states this {what}")
