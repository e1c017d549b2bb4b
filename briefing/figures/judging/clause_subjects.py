"""Whether the claim gives one clause's figure to the subject of another: rents rose 0.6 percent, and house prices 1.4.

Promise: both clauses must name a subject of their own, and the claim have only words of the wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import TIMELESS, Figure, Kind, Thing
from briefing.figures.binding.gapping import GAPPED
from briefing.figures.binding.keys import days, marked, own_days
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.subjects import OUTSIDE
from briefing.figures.judging.retracted import came_of_it
from briefing.figures.matching.belonging import names
from briefing.figures.matching.match import comparable, has_another_value
from briefing.figures.vocabulary.lexicon import is_light
from briefing.figures.vocabulary.thesaurus import related


def of_clause_beside(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is another's: its own clause has another subject than the claim, a clause beside it the claim's."""
    if claim.kind in TIMELESS or claim.kind is Kind.SCORE:
        return ""
    ours, theirs = _subject(claim.thing), _subject(place.figure.thing)
    mine = {w for w in ours - theirs - place.near if related(w).isdisjoint(place.akin)}
    left = {w for w in theirs if w not in claim.thing.words or OUTSIDE + w in claim.thing.status}
    if not mine or not left or _is_its_owner(claim.thing, place, left):
        return ""
    for other in spots:
        if other.article != place.article or abs(other.sentence - place.sentence) > 1:
            continue
        beside = _subject(other.figure.thing)
        if mine <= beside and not left <= beside and _is_rival(claim, other):
            if came_of_it(place, other, spots):
                continue
            return f"source gives {place.figure.text} for another"
    return ""


def of_gapped_clause(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is another's: a clause without a verb tells the same of whom the claim names, or of somebody else.

    "The banker was jailed for nine years and his assistant for five": the banker's assistant for five, the banker not.
    """
    said = claim.thing.near
    mine = marked(place.figure.thing, GAPPED)
    if mine:
        told = mine.isdisjoint(claim.thing.words) and not (set(place.figure.thing.subject) - mine).isdisjoint(
            said
        )
        return f"source gives {place.figure.text} for another" if told else ""
    for p in spots:
        if not p.stands_beside(place):
            continue
        theirs = marked(p.figure.thing, GAPPED) - place.near
        if not theirs.isdisjoint(said) and has_another_value(claim, p.figure):
            return f"source says {p.figure.text} of that"
    return ""


def _is_its_owner(ours: Thing, place: Spot, left: set[str]) -> bool:
    """Return whether a name of the claim's subject may own what only a common noun names: "Aven lifted its fees and expects a profit of 9m"."""
    mine = names(ours) - marked(ours, OUTSIDE)
    own = mine & set(ours.subject)
    return bool(mine & place.near) or (bool(own & place.words) and not names(place.figure.thing) & left)


def _is_rival(claim: Figure, other: Spot) -> bool:
    """Return whether a figure tells the same of the claim's subject with another value: what it did, or how much it changed."""
    ours, theirs = claim.thing, other.figure.thing
    told = ours.act == theirs.act or (ours.role == theirs.role == "change")
    return told and has_another_value(claim, other.figure)


def _subject(thing: Thing) -> set[str]:
    """Return the words of a subject that say whose a figure is."""
    return {
        w
        for w in thing.subject
        if w not in thing.speaker and not w.startswith(_NO_SUBJECT) and not is_light(w)
    }


_NO_SUBJECT = ("d:", "a:", "o:", "n:", "family:rise", "family:fall")  # "more than 3,000"


def rejected_another(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why what was offered is not what was turned down: the source says that of another sum."""
    if "rejected" not in claim.thing.status or place.figure.thing.act == "reject":
        return ""
    if "rejected" in place.figure.thing.status:
        return ""
    others = (p for p in spots if p.article == place.article and p.figure.kind in _OFFERED)
    other = next((p for p in others if "rejected" in p.figure.thing.status), None)
    return f"source says that of {other.figure.text}" if other is not None else ""


_OFFERED = (Kind.MONEY, Kind.RATE, Kind.PERCENT, Kind.COUNT)


def compared_day(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a level is of today: its sentence sets it against that of the day the claim gives it."""
    if claim.kind in TIMELESS:
        return ""
    if _is_of_then(claim, place, spots):
        return f"source gives {place.figure.text} for another time"
    mine = own_days(claim.thing) - place.near
    if not mine:
        return ""
    for p in spots:
        if (
            p.article != place.article
            or p.figure.kind is not place.figure.kind
            or not mine <= own_days(p.figure.thing)
        ):
            continue
        status = p.figure.thing.status
        old = p.sentence == place.sentence and p is not place and "compared" in status
        hoped = "forecast" in {*status} - {*claim.thing.status}  # "than the 3 percent forecast for this year"
        if (old and not hoped) or _leans_on(p, place):
            return f"source says {p.figure.text} for that time"
    return ""


def _leans_on(later: Spot, place: Spot) -> bool:
    """Return whether a bare number of the sentence after tells of the same thing: "It is 9. In May it was 8"."""
    leans = later.anaphoric and "bare" in later.figure.thing.status and later.sentence == place.sentence + 1
    return leans and later.article == place.article and comparable(place.figure, later.figure)


def _is_of_then(claim: Figure, place: Spot, spots: Sequence[Spot]) -> bool:
    """Return whether a level told of now is that of a day, which leans on the level of now in the sentence before."""
    thing = claim.thing
    if thing.role or {"former", "earlier"} & set(thing.status) or not own_days(place.figure.thing):
        return False
    if claim.kind is Kind.COUNT or days(thing.words):
        return False
    return any(_leans_on(place, p) and not own_days(p.figure.thing) for p in spots)


def dates_it_otherwise(claim: Figure, place: Spot, spots: Sequence[Spot]) -> bool:
    """Return whether another date of the sentence is that of the claim's deed."""
    return any(
        p.stands_beside(place) and p.figure.kind is claim.kind and p.figure.thing.act == claim.thing.act
        for p in spots
        if p is not place
    )
