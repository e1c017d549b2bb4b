"""Whether the figure of a source that has the claim's value is told of what the claim tells, or meets it by chance.

Promise: pure; only what both say decides, and what a claim of few words leaves out is never held against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.sides import same_side
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.outbid import shares_a_word
from briefing.figures.judging.candidates import Candidate
from briefing.figures.judging.retracted import came_of_it
from briefing.figures.matching.contest import coverage
from briefing.figures.matching.counted import SMALL_COUNT, noun_relation
from briefing.figures.vocabulary.lexicon import is_light

_LEAST_COVERAGE = 0.05  # less in common, and the equal value is chance
_NUMBER = re.compile(r"\d+")  # several in one figure, as in 27 minutes 51 seconds, meet by no chance


def is_about(claim: Figure, best: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Return whether ``best``, which has the claim's value, is told of the same thing."""
    if (
        claim.kind in (Kind.DATE, Kind.NAME, Kind.AGE)
        or (claim.kind is Kind.VAGUE and claim.unit == "year")  # in her forties
        or noun_relation(claim.thing, best.place.figure.thing) == "same"
        or same_side(claim.thing, best.place.figure.thing)
        or is_new_value(claim, best, candidates)
    ):
        return True
    if _is_untied(claim, best.place):
        return False
    if is_distinctive(claim) or len(_NUMBER.findall(best.place.figure.text)) > 1:
        return True
    if claim.kind in (Kind.COUNT, Kind.DURATION) and not best.place.figure.parts:
        others = (c for c in candidates if c.differs)
        if all(c.conflict for c in others):
            return True  # the only length of time, or number of such things, that is told
    if claim.kind is Kind.DURATION:
        return coverage(claim, best.place) >= _LEAST_COVERAGE / 2
    return coverage(claim, best.place) >= _LEAST_COVERAGE


_TELLS_BY_ITSELF = 1000  # a count so large is met by chance no more
_FEWEST_SHARED = 2  # words of the two sentences


def _is_untied(claim: Figure, place: Spot) -> bool:
    """Return whether a small count or a rank is of no noun of the claim's, in a sentence of other words: 25 votes, 25 witnesses."""
    if (
        claim.kind not in (Kind.COUNT, Kind.ORDINAL)
        or claim.low is None
        or claim.low >= _TELLS_BY_ITSELF
        or claim.low != claim.high
    ):
        return False
    told = {w for w in claim.thing.words if not is_light(w)}
    if sum(":" not in w or w.startswith(("noun:", "family:")) for w in told) < _FEWEST_SHARED:
        return False  # a claim of few words says too little to be another thing's
    return not shares_a_word(claim, place) and len(told & place.words) < _FEWEST_SHARED


def is_new_value(claim: Figure, best: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Return whether a number is what the claim's noun was cut or raised to: "for six matches … has cut the ban to four"."""
    return best.place.figure.thing.role == "to" and any(
        noun_relation(claim.thing, c.place.figure.thing) == "same"
        and came_of_it(best.place, c.place, c.spots)
        for c in candidates
        if c.place.article == best.place.article
    )


def is_distinctive(claim: Figure) -> bool:
    """Return whether a value hardly occurs by chance: a sum, a measure, a range, a count beyond the small ones."""
    if claim.kind in (Kind.MONEY, Kind.MEASURE, Kind.TEMPERATURE, Kind.SCORE, Kind.RATE):
        return True
    return (
        claim.kind is Kind.COUNT
        and claim.low is not None
        and (claim.low >= SMALL_COUNT or claim.low != claim.high)
    )
