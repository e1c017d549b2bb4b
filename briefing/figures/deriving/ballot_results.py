"""What follows from a vote: how many were for or against, and which of two counts comes first in its result.

Promise: the source says what became of the thing voted on, or who dissented; no abstention is a vote.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.data import Figure, Kind
from briefing.figures.binding.sides import NO_SHARES, outcome_of, side_of
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import Derivation, single_values
from briefing.figures.matching.belonging import named_subjects, names, opposite_conflict
from briefing.wordsets import word_set

_SIDES = 2


def side_of_score(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Take one side of a vote: 52-47 for a bill are 47 against it; two of nine judges dissent from a ruling of 7-2."""
    side = side_of(claim.thing)
    if claim.kind not in (Kind.COUNT, Kind.FRACTION) or side not in _MAY_BE_SCORED:
        return None
    for place in group:
        parts = place.figure.parts
        if (
            place.figure.kind is not Kind.SCORE
            or len(parts) != _SIDES
            or opposite_conflict(claim, place.figure)
        ):
            continue
        wanted = _votes_of(side, outcome_of(place.figure.thing) or _outcome_by_words(place), parts)
        if wanted is None or not _is_such_a_share(claim, wanted, sum(parts, Decimal(0))):
            continue
        return Derivation(f"{wanted:f} of {place.figure.text}", (place,))
    return None


_MAY_BE_SCORED = word_set("for against dissent concur")


def _outcome_by_words(place: Spot) -> str:
    """Return what became of the thing voted on by the words around; a body does what most of it voted for."""
    for words in (place.near, place.before):
        if words & {"against", "family:reject"}:
            return "lost"
        if "family:approve" in words:
            return "carried"
    voted = "vote" in place.figure.text.lower() or not place.near.isdisjoint(_VOTED)
    return "carried" if voted else ""


_VOTED = word_set("family:election family:decide noun:vote family:vote")


def _votes_of(side: str, outcome: str, parts: Sequence[Decimal]) -> Decimal | None:
    if side in ("dissent", "concur"):
        return min(parts) if side == "dissent" else max(parts)
    if not outcome:
        return None
    return max(parts) if (side == "for") is (outcome == "carried") else min(parts)


def _is_such_a_share(claim: Figure, wanted: Decimal, whole: Decimal) -> bool:
    if claim.kind is Kind.FRACTION:
        return tuple(claim.parts) == (wanted, whole)
    return claim.low == claim.high == wanted


def score_of_side(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Take the winner's or the loser's points, goals or votes from a score of who beat whom."""
    thing = claim.thing
    if claim.kind is not Kind.COUNT or not (claim.unit == "point" or thing.noun in _TALLIED) or claim.gap:
        return None
    mine = names(thing)
    for place in group:
        theirs = place.figure.thing
        winner = named_subjects(theirs)
        if (
            place.figure.kind is not Kind.SCORE
            or len(place.figure.parts) != _SIDES
            or theirs.act not in _FARED
        ):
            continue
        if any(s.startswith("set ") for s in theirs.status) or not mine or not winner:
            continue
        of_subject, of_other = bool(mine & winner), bool(mine & (names(theirs) - winner))
        if of_subject is of_other:
            continue
        ahead = of_subject is (theirs.act == "won")
        value = max(place.figure.parts) if ahead else min(place.figure.parts)
        if value == claim.low == claim.high:
            return Derivation(f"{value:f} of {place.figure.text}", (place,))
    return None


_TALLIED = word_set("goal point run vot try")
_FARED = word_set("won lost")


def both_sides(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Eight for and six against are a vote of eight to six; of a motion that was lost those against come first."""
    if claim.kind is not Kind.SCORE or claim.low is None or claim.high is None:
        return None
    counts = single_values(group, (Kind.COUNT, Kind.PERCENT))
    wanted = {claim.low, claim.high}
    counts = [p for p in counts if p.figure.low in wanted]
    for at, first in enumerate(counts):
        for second in counts[at + 1 :]:
            beside = first.sentence == second.sentence and first.figure.kind is second.figure.kind
            ends = sorted((first.figure.low or Decimal(0), second.figure.low or Decimal(0)))
            if beside and ends == sorted((claim.low, claim.high)) and _in_order(claim, first, second):
                return Derivation(f"{first.figure.text} and {second.figure.text}", (first, second))
    return None


def _in_order(claim: Figure, first: Spot, second: Spot) -> bool:
    """Return whether the winner's number comes first in a score, and no abstention is a vote."""
    sides = [side_of(p.figure.thing) for p in (first, second)]
    if "abstained" in (first.figure.thing.act, second.figure.thing.act) or set(sides) & NO_SHARES:
        return False
    ours, other = (first, second) if first.figure.low == claim.low else (second, first)
    outcome = outcome_of(claim.thing)
    if outcome and set(sides) == {"for", "against"}:
        ahead = max((first, second), key=lambda p: p.figure.low or Decimal(0))
        return side_of(ahead.figure.thing) == ("for" if outcome == "carried" else "against")
    names = set(claim.thing.subject) & set(claim.thing.owner)
    return not (names & other.near and not names & ours.near)
