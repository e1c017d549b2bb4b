"""Whether a claim says of a whole what its source says of a part: of 64 lots 51 were sold, not 64."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.keys import telling
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import is_numerator
from briefing.figures.matching.counted import noun_relation
from briefing.figures.matching.revised import is_still, is_taken_out
from briefing.figures.vocabulary.lexicon import is_light, tells_no_deed
from briefing.figures.vocabulary.stems import root
from briefing.figures.vocabulary.thesaurus import EXCLUSIVE, concept


def whole_for_part(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a whole is not what the claim says of it: the source says that only of a part.

    "Of the 64 lots 51 were sold" and "9,300 volunteers, half of whom got a placebo".
    """
    thing = place.figure.thing
    if claim.kind is not Kind.COUNT or {"whole", "of-all"} & set(claim.thing.status):
        return ""
    if (
        place.figure.kind is Kind.FRACTION
        and claim.low == place.figure.parts[-1:][0] != place.figure.parts[0]
    ):
        told_of_part = claim.thing.act == thing.act != "" and not tells_no_deed(thing.act)
        return f"source says that of {place.figure.text}" if told_of_part else ""
    if place.figure.kind is not Kind.COUNT:
        return ""
    part = _next_part(place, spots)
    if part is None:
        return _told_of_a_part_next(claim, place, spots)
    if "whole" not in thing.status and not thing.act:
        return ""
    told = telling(part.near - place.near)
    told -= {*thing.speaker, *part.figure.thing.speaker}
    if not thing.noun or "bare" in thing.status or noun_relation(claim.thing, thing) == "same":
        told.discard(
            concept(claim.thing.noun)
        )  # else "of its 214 concerts, 30 were premieres" tells of no 214
    if told & set(claim.thing.near):
        whole = "" if part.figure.kind is Kind.FRACTION else f" of the {place.figure.text}"
        return f"source says that of {part.figure.text}{whole}"
    return ""


def _told_of_a_part_next(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why the claim's words are of a part only: "18 were hurt. Four of the injured are in a serious condition"."""
    following = (place.article, place.sentence + 1)
    parts = [p for p in spots if (p.article, p.sentence) == following and "part" in p.figure.thing.status]
    if not parts:
        return ""
    known = {root(w) for w in (*place.words, *place.before)}
    for part in parts:
        theirs = part.figure.thing
        if part.figure.kind is not Kind.COUNT or (theirs.act, place.figure.thing.act) in EXCLUSIVE:
            continue  # "nine of the dead" are none of the 90 injured
        told = {root(w) for w in part.near if ":" not in w and not is_light(w)} - known
        if told & {root(w) for w in claim.thing.near}:
            return f"source says that of {part.figure.text} of the {place.figure.text}"
    return ""


def some_taken_out(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a whole is not still what it was: "Ten were missing. Four of them have been found"."""
    if claim.kind is not Kind.COUNT or not is_still(claim.thing) or is_still(place.figure.thing):
        return ""
    for part in spots:
        later = part.article == place.article and 0 <= part.sentence - place.sentence <= _FARTHEST
        if not later or part.figure.kind is not Kind.COUNT or part.figure.low == place.figure.low:
            continue
        thing = part.figure.thing
        some = "part" in thing.status or (is_numerator(part.figure) and part.figure.parts[1] == claim.low)
        if some and is_taken_out(thing) and not _UNDONE & set(thing.status):
            return f"source says of {part.figure.text} of the {place.figure.text} that they no longer are"
    return ""


_FARTHEST = 3  # sentences on
_UNDONE = frozenset(("negated", "planned", "denied", "forecast"))


def part_for_whole(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a part is not all of them: "of the 164 applicants, 159 have a degree" tells of no 159 applicants.

    The claim must say something of what the source says of the part alone.
    """
    figure = place.figure
    if claim.kind is not Kind.COUNT or figure.kind is not Kind.COUNT or "bare" not in figure.thing.status:
        return ""
    if "bare" in claim.thing.status or concept(claim.thing.noun) != concept(figure.thing.noun):
        return ""
    before = [
        p
        for p in spots
        if p.stands_beside(place) and p.figure.end <= figure.start and p.figure.kind is Kind.COUNT
    ]
    whole = max(before, key=lambda p: p.figure.start, default=None)
    if whole is None or "whole" not in whole.figure.thing.status or whole.figure.low == figure.low:
        return ""
    own = telling(place.near - whole.near)
    told = {root(w) for w in (*own, figure.thing.act)}
    if not own or told & {root(w) for w in (*claim.thing.near, claim.thing.act)}:
        return ""
    return f"source says that of {figure.text} of the {whole.figure.text}"


def _next_part(place: Spot, spots: Sequence[Spot]) -> Spot | None:
    """Return the next count or share of the sentence, or that of its own words, where it is a part of ``place``'s."""
    own = [
        p
        for p in spots
        if p.stands_beside(place) and (p.figure.start, p.figure.kind) == (place.figure.start, Kind.FRACTION)
    ]
    if own:
        return own[0]
    later = [
        p
        for p in spots
        if p.stands_beside(place)
        and p.figure.start >= place.figure.end
        and p.figure.kind in (Kind.COUNT, Kind.FRACTION, Kind.PERCENT)
    ]
    if not later:
        return None
    part = min(later, key=lambda p: p.figure.start)
    is_part = "whole" in place.figure.thing.status or "part" in part.figure.thing.status
    return part if is_part else None
