"""Whether a figure is that of another name or another day, which the source names beside its own figure.

Promise: the claim's name or day must stand beside a figure of its own in the same article; what a source merely
leaves out is never held against a claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import TEMPORAL, TIMELESS, Figure, Kind, Thing
from briefing.figures.binding.current import OF_NOW
from briefing.figures.binding.keys import holds, is_one_day, overlap, own_days, telling, word_for
from briefing.figures.binding.spots import Spot
from briefing.figures.matching.belonging import names
from briefing.figures.matching.changes import is_of_today, looks_ahead
from briefing.figures.matching.match import has_another_value
from briefing.figures.vocabulary.thesaurus import concept, concept_set, related


def named_elsewhere(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a sum or rate is another's: its part names one, and another sentence gives one of the claim's.

    "In Lomma rents average 12,400 crowns a month. In Skara the average is 8,700" says nothing of 12,400 in Skara.
    """
    if claim.kind not in _OF_ONE or place.figure.kind not in _OF_ONE:
        return ""
    mine = names(claim.thing) & set(claim.thing.near)
    theirs = names(place.figure.thing) & place.near
    if not mine or not theirs or mine & place.words or theirs & set(claim.thing.words):
        return ""
    if mine & place.before and theirs.isdisjoint(place.figure.thing.subject):
        return ""
    told = any(
        other.article == place.article
        and other.sentence != place.sentence
        and other.figure.kind in _OF_ONE
        and mine <= names(other.figure.thing) & other.near
        and telling(claim.thing.near) & other.near - mine
        and not theirs & other.words
        for other in spots
    )
    return f"source gives {place.figure.text} for another" if told else ""


def special_elsewhere(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a percentage is that of the whole: another sentence has one of the claim's kind, food of all prices."""
    ours, theirs = claim.thing, place.figure.thing
    if claim.kind is not Kind.PERCENT or place.figure.kind is not Kind.PERCENT or not theirs.subject:
        return ""
    beyond = [w for w in ours.subject if w not in theirs.subject]
    if len(beyond) != 1 or len(ours.subject) == 1 or beyond[0] in _OF_ALL:
        return ""
    kind = beyond[0]
    plain = ":" not in kind or kind.startswith("family:")
    if not plain or kind in place.words or kind in place.before or not place.akin.isdisjoint(related(kind)):
        return ""
    told = any(
        p.article == place.article
        and p.sentence != place.sentence
        and kind in p.figure.thing.subject
        and p.figure.kind is Kind.PERCENT
        for p in spots
    )
    return f"source gives {place.figure.text} for another" if told else ""


def whole_elsewhere(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is that of a kind only: the claim is of the whole, of which another gives it, all sales of toy sales."""
    ours, theirs = claim.thing.subject, place.figure.thing.subject
    beyond = [w for w in theirs if w not in ours]
    if claim.kind not in _CHANGING or claim.thing.role != "change" or len(beyond) != 1 or not ours:
        return ""
    kind = beyond[0]
    if not set(ours) < set(theirs) or kind in _OF_ALL or kind in claim.thing.words or theirs[-1] == kind:
        return ""
    if (":" in kind and not kind.startswith("family:")) or kind in place.before:
        return ""
    of = names(claim.thing) & set(ours) or set(ours)  # "and Quint's slid 1.8": its sales
    told = any(
        p.article == place.article
        and of <= p.near
        and kind not in p.words
        and p.figure.thing.role == "change"
        and has_another_value(claim, p.figure)
        for p in spots
    )
    return f"source gives {place.figure.text} for a kind of it only" if told else ""


def leans_elsewhere(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is of the whole: the next sentence leans on it, "in the old town it reached 1,480"."""
    if claim.kind not in _OF_ONE or claim.thing.role == "change":
        return ""
    around = place.words | place.before
    sought = telling(claim.thing.near) - around - set(claim.thing.owner) - {concept(claim.thing.act)}
    if not sought:
        return ""
    for p in spots:
        if p.sentence != place.sentence + 1 or not p.anaphoric or p.article != place.article:
            continue
        alone = not (p.figure.thing.noun or names(p.figure.thing)) and p.figure.thing.role != "change"
        told = alone and sought & p.near and p.figure.kind is claim.kind
        if told and has_another_value(claim, p.figure):
            return f"source says {p.figure.text} of that"
    return ""


_CHANGING = (Kind.PERCENT, Kind.POINTS)
_OF_ALL = concept_set("group total overall company whole annual headline national")
_OF_ONE = (Kind.MONEY, Kind.RATE, Kind.PERCENT, Kind.MEASURE, Kind.DURATION)


def another_time(claim: Figure, place: Spot) -> str:
    """Return why a figure is of another time: its part of the sentence names one day or year, another part the claim's."""
    if claim.kind in TIMELESS:
        return ""
    mine, theirs = own_days(claim.thing), own_days(place.figure.thing)
    if _is_still_to_come(claim.thing, place, theirs):
        return f"{place.figure.text} is still to come"
    if not mine or not theirs or any(overlap(a, b) for a in mine for b in theirs):
        return ""
    if mine == mine & place.words:
        return f"source gives {place.figure.text} for another time"
    if not all(map(is_one_day, mine)) or mine & place.before or any(holds(w, place.now) for w in mine):
        return ""  # a crash last year is not when its trial was; a report is of its own day
    return f"source gives {place.figure.text} for another time"


def _is_still_to_come(ours: Thing, place: Spot, days: set[str]) -> bool:
    """Return whether a claim tells as of now what the source tells of a day after it came out: "from January"."""
    theirs = place.figure.thing
    if OF_NOW not in ours.status or OF_NOW in theirs.status or looks_ahead(ours) or is_of_today(theirs):
        return False
    later = place.now is not None and bool(days) and min(days) > word_for(place.now)
    alike = ours.act in ("", "be", theirs.act)  # not "now faces a tow", which is to come too
    return later or (alike and not {"planned", "upcoming"}.isdisjoint(theirs.status))


def a_further_one(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is not of the claim's day: on that day a further one follows, "5 percent now and 3 more in May"."""
    mine = own_days(claim.thing)
    if not mine or claim.kind in TEMPORAL or "other" in (*claim.thing.status, *place.figure.thing.status):
        return ""
    further = (
        other.figure.text
        for other in spots
        if other.stands_beside(place)
        and other.figure.kind is place.figure.kind
        and "other" in other.figure.thing.status
        and mine & own_days(other.figure.thing)
        and not mine & place.near
    )
    text = next(further, "")
    return f"source gives {text} for that time" if text else ""
