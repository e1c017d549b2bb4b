"""Whether what a claim ties its number to is tied to another number: "a two-year sentence suspended for 18 months".

Promise: asked of a figure that fits; both numbers must have ties of their own in the source.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Figure
from briefing.figures.binding.ties import TIED_BY, TIED_TO, TYING
from briefing.figures.judging.candidates import Candidate
from briefing.figures.matching.contest import is_of_another_name
from briefing.figures.vocabulary.thesaurus import concept


def tied_to_another(claim: Figure, best: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Return whether what the claim ties its number to is tied, in that article, to another one."""
    theirs = _ties(best.place.figure)
    if claim.kind not in TYING or not theirs:
        return False
    ours = _ties(claim) | ({TIED_TO + concept(claim.thing.noun)} if claim.thing.noun else set())
    return any(
        c.place.article == best.place.article
        and c.differs
        and not c.conflict
        and not is_of_another_name(claim, c.place, best.place)
        and (ours - theirs) & _ties(c.place.figure)
        for c in candidates
        if not ours & theirs
    )


def _ties(figure: Figure) -> set[str]:
    return {s for s in figure.thing.status if s.startswith((TIED_TO, TIED_BY))}
