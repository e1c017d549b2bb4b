"""By how much a source's figure of another value must fit the claim better to be the one that is meant.

The measure is that of ``contest.closeness``: a word nearby counts one. Promise: pure.
"""

from __future__ import annotations

from briefing.data import TEMPORAL, Figure, Kind
from briefing.figures.binding.keys import days, is_one_day
from briefing.figures.binding.spots import Spot
from briefing.figures.matching.contest import coverage, opposed, told_by_another
from briefing.figures.matching.counted import noun_relation

MARGIN = 0.6  # a rival of the same article must fit better by more than a word nearby
_NEXT_MARGIN = 1.0  # and one of another sentence by a whole word
_UNOPPOSED_MARGIN = 0.6
_UNOPPOSED_NEXT = 1.4  # … and by more where nothing says that the claim's figure is another's
_FAR_MARGIN = 3.0  # a rival of another article may merely be worded more like the claim
_NEVER = float("inf")  # … and where it is not opposed, that is all it is
_PLACED = TEMPORAL | {Kind.ORDINAL}  # each event has several of its own
_HARDLY = 0.1  # … unless the figure in hand has next to nothing of what stands around the claim,
_FULLER = 0.3  # or the rival has so much more of it
_DATE_MARGIN = 1.2  # a date is often named once and meant for what follows
_NAME_MARGIN = 0.5


def margin(claim: Figure, rival: Spot, best: Spot) -> float:
    """Return by how much the words around a figure of another value must fit better, so that it is what is meant."""
    same_article = rival.article == best.article
    if claim.kind is Kind.NAME:
        return _NAME_MARGIN
    if claim.kind is Kind.DATE and same_article:
        return _DATE_MARGIN
    if not same_article:
        return _far_margin(claim, rival, best)
    beside = rival.sentence == best.sentence or (rival.anaphoric and rival.sentence == best.sentence + 1)
    if not opposed(claim, rival, best):
        return _UNOPPOSED_MARGIN if beside else _UNOPPOSED_NEXT
    return MARGIN if beside else _NEXT_MARGIN


def _far_margin(claim: Figure, rival: Spot, best: Spot) -> float:
    """Return by how much a rival of another article must fit better: less where ``best`` is hardly of what the claim says.

    Two papers may word one thing differently; but what shares next to nothing with the claim, or much less than the
    rival does, has its value by chance.
    """
    counted, other = (noun_relation(claim.thing, place.figure.thing) == "same" for place in (best, rival))
    against = opposed(claim, rival, best) or told_by_another(claim, rival, best)
    far = _FAR_MARGIN if against else _NEVER
    if claim.kind in _PLACED or (counted and claim.thing.act == best.figure.thing.act != ""):
        return far
    if of_a_past_time(best) - set(claim.thing.words) and not of_a_past_time(rival):
        return MARGIN  # nine were held in May 2011; the claim gives no such time, nor do the twenty
    told, theirs = coverage(claim, best), coverage(claim, rival)
    if counted and told > _HARDLY:
        return far  # both count the visitors
    fuller = _FULLER / 2 if other else _FULLER
    if theirs >= told + fuller or told <= min(_HARDLY, theirs):
        return _NEXT_MARGIN
    return far


def of_a_past_time(place: Spot) -> set[str]:
    """Return the month, season or years that a figure is told of."""
    return {w for w in days(place.figure.thing.owner) if not is_one_day(w)}
