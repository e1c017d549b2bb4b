"""Of which side of a vote, or which metal, a figure is told, and whether two are told of different ones.

Promise: only what was read of both tells; one of no side is of another's only where its article counts others as that.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.data import Figure, Kind, Thing
from briefing.figures.binding.spots import Spot
from briefing.wordsets import word_set

SIDE, OUTCOME = (
    "side:",
    "outcome:",
)  # how the words of a status begin that tell the side, and what became of a motion


def side_of(thing: Thing) -> str:
    """Return the side of a vote that a figure is of, if told."""
    return _told_in(thing.status, SIDE) if thing.status else ""


def outcome_of(thing: Thing) -> str:
    """Return whether what was voted on was ``carried`` or ``lost``, if told."""
    return _told_in(thing.status, OUTCOME) if thing.status else ""


@lru_cache(maxsize=4096)
def _told_in(status: tuple[str, ...], of: str) -> str:
    return next((s[len(of) :] for s in status if s.startswith(of)), "")


def is_of_ballot(word: str) -> bool:
    """Return whether a word of a status is one of this module's."""
    return word.startswith((SIDE, OUTCOME))


_ALIKE = frozenset((frozenset(("against", "dissent")), frozenset(("for", "concur"))))


def ballot_conflict(claim: Figure, source: Figure) -> str:
    """Return why one is of another side of the vote than the other, or of a motion that fared otherwise."""
    ours, theirs = side_of(claim.thing), side_of(source.thing)
    if sides_apart(claim.thing, source.thing):
        return f"source counts {source.text} {_told(theirs)}, not {_told(ours)}"
    if theirs == "turnout" and not ours and claim.kind is Kind.PERCENT and not _speaks_of_voting(claim.thing):
        return f"source gives {source.text} as the turnout"
    mine, other = outcome_of(claim.thing), outcome_of(source.thing)
    voted = claim.kind is Kind.SCORE or any(w in _VOTES for w in (*claim.thing.near, *source.thing.near))
    if mine and other and mine != other and voted and not (ours and theirs):
        return f"source says that what was voted on was {other}"
    return ""


def sides_apart(ours: Thing, theirs: Thing) -> bool:
    """Return whether the two are told of different sides of a vote."""
    mine, other = side_of(ours), side_of(theirs)
    if "share" in (mine, other):
        return bool({mine, other} & NO_SHARES)
    return bool(mine and other) and mine != other and frozenset((mine, other)) not in _ALIKE


NO_SHARES = word_set("turnout spoilt blank abstained absent")


def _speaks_of_voting(thing: Thing) -> bool:
    return any(w in _VOTING for w in thing.words)


_VOTING = word_set(
    "family:election family:vote noun:voter noun:turnout turnout participat participation noun:vote attend"
)


_VOTES = frozenset(("family:election", "noun:vote", "motion", "referendum"))


def _told(side: str) -> str:
    return _WORDED.get(side, side)


_WORDED = {
    "for": "in favour",
    "share": "as a share of the vote",
    "concur": "agreeing",
    "dissent": "dissenting",
}


def same_side(ours: Thing, theirs: Thing) -> bool:
    """Return whether both are told as of one side of a vote: then no verb of the rest of the sentence parts them."""
    return bool(side_of(ours)) and side_of(ours) == side_of(theirs)


def other_side_told(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a count told of no side is not of the claim's: its article counts others as that."""
    side = side_of(claim.thing)
    if side not in _COUNTED_APART or side_of(place.figure.thing) or claim.kind is not place.figure.kind:
        return ""
    for other in spots:
        told = other.article == place.article and other.figure.kind is claim.kind
        if told and other.figure.low != place.figure.low and side_of(other.figure.thing) == side:
            return f"source counts {other.figure.text} {_told(side)}"
    return ""


_COUNTED_APART = word_set("gold silver bronze against abstained absent dissent spoilt blank turnout")
