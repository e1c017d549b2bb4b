"""Whose figure it is, where one word tells: another speaker, above for below, who exceeds whom.

Promise: each rule names two words, the claim's and the source's, that no careful reader takes for each other; what a
source merely leaves out is never held against a claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Direction, Figure, Kind
from briefing.figures.lexicon import words_of
from briefing.figures.spots import Spot

_OUTDOING = words_of("outnumber exceed overtak outsell outscor outpac outperform surpass trail")


def another_owner(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return in plain words why the figure at ``place`` is another's than the claim says; empty if nothing tells."""
    return another_speaker(claim, place, spots) or other_side(claim, place)


def another_speaker(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is another speaker's: the claim names one, and the sources hear that one elsewhere."""
    said, theirs = set(claim.thing.speaker), set(place.figure.thing.speaker)
    if (
        not said
        or not theirs
        or said & theirs
        or claim.kind in (Kind.DATE, Kind.TIME, Kind.NAME, Kind.ORDINAL)
    ):
        return ""
    if any(said <= set(p.figure.thing.speaker) for p in spots):
        return f"source has {place.figure.text} from another speaker"
    return ""


def other_side(claim: Figure, place: Spot) -> str:
    """Return why a distance goes the other way: more for less, or who exceeds whom."""
    ours, theirs = claim.thing, place.figure.thing
    sides = claim.gap, place.figure.gap
    mine, other = set(ours.subject), set(theirs.subject)
    turned = bool(
        mine and other and not mine & other and mine <= place.words
    )  # A leads B by 3: B is 3 behind A
    if Direction.NONE not in sides and sides[0] is not sides[1] and not turned:
        return f"source has {place.figure.text} the other way round"
    if ours.act == theirs.act and ours.act in _OUTDOING and turned and other <= set(ours.near):
        return f"source has {place.figure.text} the other way round"
    return ""
