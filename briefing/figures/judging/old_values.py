"""Claims of what was said before: "earlier reports put the crew at 14" is borne out by "first put at 14 but is 16".

Promise: only a value that a source itself calls the old one competes with, or bears out, what a claim calls so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.data import Figure, Kind
from briefing.figures.binding.current import OF_OLD
from briefing.figures.binding.prospects import DONE, PERFECT
from briefing.figures.binding.speakers import SAYING_VERBS
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.superseded import FORECAST, INTENDING
from briefing.figures.judging.candidates import Candidate, rank


def is_told_as_old(claim: Figure, best: Candidate) -> bool:
    """Return whether claim and source call the value an old one: then today's is no rival of it."""
    return _is_old(claim) and _is_old(best.place.figure)


def old_value(claim: Figure, candidates: Sequence[Candidate], best: Candidate | None) -> Candidate | None:
    """Return what the sentence of ``best`` gives as the old value, where the claim calls today's so."""
    if best is None or claim.kind is Kind.DATE or not _is_old(claim) or _is_old(best.place.figure):
        return None
    old = [
        c for c in candidates if c.place.stands_beside(best.place) and _is_old(c.place.figure) and c.differs
    ]
    return min(old, key=rank, default=None)


def _is_old(figure: Figure) -> bool:
    return not {"former", OF_OLD}.isdisjoint(figure.thing.status)


def report_of(day: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the oldest of the figures that bear a number out, where it came out when the claim says it was stated.

    "Than planned in 2021" is borne out by a report of 2021; a day on which something is to happen is none of saying.
    """
    told = day.thing.act in _STATING and DONE in day.thing.status and PERFECT not in day.thing.status
    dated = [p for p in spots if p.now is not None]
    if not told or day.when is None or not dated:
        return None
    oldest = min(dated, key=lambda p: p.now or date.max)
    return oldest if oldest.now and day.when <= oldest.now <= (day.until or day.when) else None


_STATING = SAYING_VERBS | INTENDING | FORECAST
