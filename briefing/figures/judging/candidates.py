"""The figures of the sources that may bear on a claim.

Promise: what most verdicts never ask of a candidate, its conflicts and how close it is, is found out when asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.data import Figure, Kind
from briefing.figures.binding.over import over_for
from briefing.figures.binding.results import other_set
from briefing.figures.binding.sides import other_side_told
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.levels import level_for_gain
from briefing.figures.deriving.stages import other_stage, wrong_set
from briefing.figures.judging.elsewhere import another_time
from briefing.figures.judging.owners import another_owner
from briefing.figures.judging.retracted import as_it_stands, changed_since, come_to
from briefing.figures.matching.conflicts import conflict, untold_deed
from briefing.figures.matching.contest import closeness
from briefing.figures.matching.counted import counts_all_but_one, names_but_counts_another, noun_relation
from briefing.figures.matching.match import BEARING, comparable, match
from briefing.figures.matching.revised import is_left_behind
from briefing.figures.matching.verdicts import Match
from briefing.figures.vocabulary.thesaurus import CUMULATIVE, concept
from briefing.wordsets import word_set


@dataclass(frozen=True)
class Candidate:
    """A source's figure that fits the claim, or may speak against it."""

    claim: Figure
    place: Spot
    match: Match
    spots: Sequence[Spot]

    @cached_property
    def differs(self) -> bool:
        """Whether the figure is of a kind with the claim and has another value."""
        return not self.match.fits and comparable(self.claim, self.place.figure)

    @cached_property
    def conflict(self) -> str:
        """Why the figure cannot be what the claim is about; empty if nothing forbids it."""
        claim, place = self.claim, self.place
        return (
            conflict(
                claim,
                as_it_stands(place, self.spots),
                place.before | _called_elsewhere(claim, place, self.spots),
            )
            or other_stage(claim, place, self.spots)
            or wrong_set(claim, place, self.spots)
            or other_set(claim, place.figure)
            or other_side_told(claim, place, self.spots)
            or changed_since(claim, place, self.spots)
            or (
                over_for(claim.thing, place.figure)
                or another_owner(claim, place, self.spots)
                or level_for_gain(claim, place, self.spots)
                or untold_deed(claim, place)
                or names_but_counts_another(claim, place.figure)
                or counts_all_but_one(claim, place.figure)
                if self.match.fits
                else another_time(claim, place)
            )
        )

    @cached_property
    def closeness(self) -> float:
        """How well the words around the figure fit those around the claim's."""
        return closeness(self.claim, self.place)


def _called_elsewhere(claim: Figure, place: Spot, spots: Sequence[Spot]) -> frozenset[str]:
    """Return the claim's noun where other articles tell the same deed of nobody else: the eight people are the skiers."""
    ours, theirs = claim.thing, place.figure.thing
    if claim.kind is not Kind.COUNT or not ours.act or ours.act != theirs.act:
        return frozenset()
    if noun_relation(ours, theirs) != "narrower":
        return frozenset()
    told = [
        p.figure.thing
        for p in spots
        if p.article != place.article and p.figure.kind is Kind.COUNT and p.figure.thing.act == ours.act
    ]
    named = bool(told) and all(noun_relation(ours, thing) == "same" for thing in told)
    return frozenset((concept(ours.noun),)) if named else frozenset()


def candidates_for(claim: Figure, spots: Sequence[Spot]) -> list[Candidate]:
    """Return those of ``spots`` that fit ``claim``, may be a rival, or may be the one to name in a refusal."""
    bearing = BEARING[claim.kind]
    return [
        Candidate(claim, place, matched, spots)
        for place in spots
        if place.figure.kind in bearing
        and ((matched := match(claim, place.figure)).fits or _may_decide(claim, place.figure, matched))
    ]


def _may_decide(claim: Figure, source: Figure, matched: Match) -> bool:
    return comparable(claim, source) or matched.fault in ("modifier", "direction", "unit")


def rank(candidate: Candidate) -> tuple[float, bool, int, int]:
    """Return what to sort candidates by, the closest first."""
    place = candidate.place
    return (-candidate.closeness, not candidate.match.exact, place.article, place.figure.start)


def _outgrew(rival: Candidate, best: Candidate) -> bool:
    """Return whether the later of two reports has the higher toll of the same deed."""
    older, later = rival.place.figure, best.place.figure
    grown = older.low is not None and later.low is not None and older.low < later.low
    return grown and older.thing.act in CUMULATIVE and older.thing.act == later.thing.act


_PUT_RIGHT = word_set("revis correct")


def is_given_up(rival: Candidate, best: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Return whether the article that bears the claim out names the rival's value of another article as the old one."""
    if rival.place.article == best.place.article:
        return False
    since, now = rival.place.now, best.place.now
    if since is not None and now is not None and since < now and come_to(rival.place, best.place):
        return True
    older = since is None or now is None or since <= now
    if older and (not _PUT_RIGHT.isdisjoint(best.place.near) or _outgrew(rival, best)):
        return True
    return any(
        c.place.article == best.place.article
        and is_left_behind(c.place.figure)
        and match(rival.place.figure, c.place.figure).fits
        for c in candidates
    )
