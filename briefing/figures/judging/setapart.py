"""Those set apart from the first: the remaining ones, two more.

Promise: what is said of them is never taken for a rival of the first, nor the first for them.
"""

from __future__ import annotations

from briefing.data import Figure, Thing
from briefing.figures.judging.candidates import Candidate
from briefing.figures.matching.counted import noun_relation
from briefing.figures.vocabulary.thesaurus import MARKS, SETTING_APART


def set_apart(thing: Thing) -> frozenset[str]:
    """Return the words that set a number apart from the first: the remaining ones, two more, the peak, the target."""
    return frozenset({"other"} & set(thing.status) | SETTING_APART & set(thing.near))


def is_of_those(claim: Figure, other: Candidate, best: Candidate) -> bool:
    """Return whether another value is told of the very ones the claim sets apart, beside the figure of the first."""
    near = abs(other.place.sentence - best.place.sentence) <= 1 and other.place.article == best.place.article
    alike = near and other.differs and not other.conflict
    if MARKS & set_apart(claim.thing) & set_apart(other.place.figure.thing):
        return alike
    return alike and noun_relation(claim.thing, other.place.figure.thing) == "same"
