"""Which part of a contest a score is of: half-time, the first leg, the aggregate, penalties, the second set.

Promise: only words of the score's own part of the sentence tell; a score whose part is not told is of the whole.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from briefing.data import Figure, Kind, Thing
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import Derivation
from briefing.figures.matching.belonging import swapped

_WORDS = {
    "aggregat": "aggregate",
    "noun:fine": "penalties",
    "penalty": "penalties",
    "shoot-out": "penalties",
    "shootout": "penalties",
    "i:halftime": "half-time",
    "half-tim": "half-time",
    "interval": "half-time",
}
_OF_A_MATCH = frozenset(("noun:match", "fixtur", "home", "encounter"))
_SPANNED = {  # of a season, the record of which is told
    "family:begin": "start",
    "opened": "start",
    "start": "start",
    "family:end": "end",
    "end": "end",
}
_LEG, _SET = "family:stage", "noun:set"


def _stages(thing: Thing) -> frozenset[str]:
    """Return the parts of a contest that the words around a score name."""
    near = set(thing.near)
    found = {stage for word, stage in _WORDS.items() if word in near}
    if _LEG in near or "first-leg" in near:
        first = "o:1" in near or "first-leg" in near
        found.add("first leg" if first else "second leg" if near & {"o:2", "family:return"} else "leg")
    elif "family:return" in near and not near.isdisjoint(_OF_A_MATCH):
        found.add("second leg")
    if thing.noun == "record" or (not thing.noun and thing.act in _SPANNED):
        found.update(stage for word, stage in _SPANNED.items() if word in near)
    if _SET in near:
        found.update(f"set {word[2:]}" for word in near if word.startswith("o:"))
    return frozenset(found)


def half_of(words: Collection[str]) -> str:
    """Return which half of a contest or of a time words name: "before the break" is the first; nothing where none tells."""
    if _BREAK in words:
        sides = [half for word, half in _BESIDE_BREAK.items() if word in words]
    else:
        sides = [word for word in _BESIDE_BREAK.values() if word in words]
    return sides[0] if len(sides) == 1 else ""


_BREAK = "i:halftime"
_BESIDE_BREAK = {"family:previous": "o:1", "after": "o:2"}


def other_stage(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a score is of another part of the contest; empty where nothing tells.

    A score whose part is not told is no half-time score where its article gives another one as that.
    """
    source = place.figure
    if claim.kind is not Kind.SCORE or source.kind is not Kind.SCORE:
        return ""
    ours, theirs = _stages(claim.thing), _stages(source.thing)
    if ours and theirs and not ours & theirs and "leg" not in ours | theirs:
        return f"source gives {source.text} for the {min(theirs)}, not the {min(ours)}"
    if len(ours) == 1 and not theirs and not min(ours).startswith("set "):
        others = (
            p.figure
            for p in spots
            if p.article == place.article and p.figure.kind is Kind.SCORE and p.figure.parts != source.parts
        )
        stated = next((figure for figure in others if ours & _stages(figure.thing)), None)
        if stated is not None:
            return f"source gives {stated.text} for the {min(ours)}"
    return ""


def wrong_set(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a set is not the one the claim names, where the source gives several in order."""
    numbers = [int(stage[4:]) for stage in _stages(claim.thing) if stage.startswith("set ")]
    if claim.kind is not Kind.SCORE or len(numbers) != 1:
        return ""
    ranks = [s.split()[1] for s in place.figure.thing.status if s.startswith("set ")]
    if ranks:
        return "" if ranks == [str(numbers[0])] else f"source gives {place.figure.text} as another set"
    run = _run_of(place, spots)
    if len(run) < _SIDES or (numbers[0] <= len(run) and run[numbers[0] - 1] == place.figure):
        return ""
    return f"source gives {place.figure.text} as another set"


def _run_of(place: Spot, spots: Sequence[Spot]) -> list[Figure]:
    """Return the scores of a sentence in order."""
    found = [p.figure for p in spots if p.figure.kind is Kind.SCORE and p.stands_beside(place)]
    return sorted(found, key=lambda figure: figure.start)


def first_leg(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Take one leg off the aggregate: won the return 1-0, out 4-3 on aggregate, so the first was lost 4-2."""
    if claim.kind is Kind.ORDINAL and claim.thing.noun == "leg" and claim.low in (1, _SIDES):
        legs = [p for p in group if p.figure.kind is Kind.SCORE and _stages(p.figure.thing) & _TWO_LEGS]
        return Derivation(f"of two legs: {legs[0].figure.text}", (legs[0],)) if legs else None
    if claim.kind is not Kind.SCORE or not _stages(claim.thing) & {"first leg", "second leg", "leg"}:
        return None
    scores = [
        p for p in group if p.figure.kind is Kind.SCORE and len(p.figure.parts) == len(claim.parts) == _SIDES
    ]
    totals = [p for p in scores if "aggregate" in _stages(p.figure.thing)]
    for total in totals:
        for leg in scores:
            if leg in totals or abs(leg.sentence - total.sentence) > 1:
                continue
            if sorted(claim.parts) in _rests(total.figure.parts, leg.figure.parts):
                shown = f"{total.figure.text} − {leg.figure.text} = {claim.text}"
                return Derivation(shown, (total, leg))
    return None


_SIDES = 2
_TWO_LEGS = frozenset(("aggregate", "first leg", "second leg"))


def _rests(total: Sequence[Decimal], leg: Sequence[Decimal]) -> list[list[Decimal]]:
    """Return what is left of an aggregate, whichever side won the leg."""
    both = ((total[0] - leg[0], total[1] - leg[1]), (total[0] - leg[1], total[1] - leg[0]))
    return [sorted(rest) for rest in both if min(rest) >= 0]


def sets_played(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count the sets of a match told set by set: won in four sets."""
    if claim.kind is not Kind.COUNT or claim.thing.noun != "set" or claim.low is None:
        return None
    for place in group:
        ranks = [s.split()[-1] for s in place.figure.thing.status if s.startswith("set ")]
        if ranks == [f"{claim.low:f}"] and not swapped(claim.thing, place.figure.thing, place.figure):
            return Derivation(f"the source gives {claim.text} sets", (place,))
    return None


def nth_set(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Find the second set in "6-4, 3-6, 7-5", and the "second" itself."""
    if claim.kind not in (Kind.SCORE, Kind.ORDINAL) or not cues & {"set", "sets"}:
        return None
    if claim.kind is Kind.ORDINAL and claim.thing.noun not in ("", "set"):
        return None  # beaten in three sets by the fourth seed
    runs: dict[int, list[Spot]] = {}
    for place in group:
        if place.figure.kind is Kind.SCORE:
            runs.setdefault(place.sentence, []).append(place)
    for run in runs.values():
        ordered = sorted(run, key=lambda p: p.figure.start)
        if len(ordered) < _SIDES:
            continue
        if claim.kind is Kind.ORDINAL and claim.low is not None and claim.low <= len(ordered):
            return Derivation(f"set {claim.low:f} of {len(ordered)}", tuple(ordered))
        for number, place in enumerate(ordered, 1):
            named = f"set {number}" in _stages(claim.thing)
            if named and sorted(place.figure.parts) == sorted(claim.parts):
                return Derivation(f"set {number}: {place.figure.text}", (place,))
    return None
