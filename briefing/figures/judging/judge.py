"""The verdict on one claimed figure, given the figures of the sources.

The order is that of a copy chief: is the value there at all, is it about this thing, does another figure fit the
thing better, do the sources agree, and if no source states it, does it follow by arithmetic. Promise: pure and
deterministic; every verdict comes with its reason and the figures that decide it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.data import Citation, Figure, Kind, Verdict
from briefing.figures.binding.bearers import of_one_person
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.derive import derive
from briefing.figures.deriving.levels import taken_for_the_other
from briefing.figures.judging.about import is_about
from briefing.figures.judging.candidates import Candidate, candidates_for, rank
from briefing.figures.judging.rivals import rival_of
from briefing.figures.judging.taken import taken
from briefing.figures.matching.contest import coverage
from briefing.figures.matching.verdicts import said

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
    rival = rival_of(claim, candidates, best, beside)
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
