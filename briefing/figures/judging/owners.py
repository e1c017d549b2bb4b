"""Whose figure it is, where one word tells: another speaker, above for below, who exceeds whom.

Promise: each rule names two words, the claim's and the source's, that no careful reader takes for each other; what a
source merely leaves out is never held against a claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import RANKING, TEMPORAL, TIMELESS, Direction, Figure, Kind, Thing
from briefing.figures.binding.apposed import BEYOND
from briefing.figures.binding.asides import of_another_aside
from briefing.figures.binding.bearers import borne_by_another
from briefing.figures.binding.clauses import LAST_DAY
from briefing.figures.binding.keys import marked
from briefing.figures.binding.placing import BETWEEN
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.subjects import IN_RELATIVE, OUTSIDE
from briefing.figures.deriving.partitions import another_member
from briefing.figures.judging.clause_subjects import (
    compared_day,
    dates_it_otherwise,
    of_clause_beside,
    of_gapped_clause,
    rejected_another,
)
from briefing.figures.judging.elsewhere import (
    a_further_one,
    another_time,
    leans_elsewhere,
    named_elsewhere,
    special_elsewhere,
    whole_elsewhere,
)
from briefing.figures.judging.periods import of_a_part_of_the_time
from briefing.figures.judging.trends import against_the_trend
from briefing.figures.judging.wholes_for_parts import part_for_whole, some_taken_out, whole_for_part
from briefing.figures.matching.belonging import named_subjects
from briefing.figures.matching.counted import noun_relation
from briefing.figures.vocabulary.lexicon import AUXILIARIES, LINKING, SAYING, is_light, tells_no_deed
from briefing.figures.vocabulary.thesaurus import CHANGES, concept, related, relation
from briefing.wordsets import word_set

_OUTDOING = word_set("outnumber exceed overtak outsell outscor outpac outperform surpass trail")


def another_owner(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return in plain words why the figure at ``place`` is another's than the claim says; empty if nothing tells."""
    return (
        _another_speaker(claim, place, spots)
        or named_elsewhere(claim, place, spots)
        or special_elsewhere(claim, place, spots)
        or whole_elsewhere(claim, place, spots)
        or leans_elsewhere(claim, place, spots)
        or borne_by_another(claim, place, spots)
        or of_another_aside(claim, place, spots)
        or _another_subject(claim, place)
        or _other_side(claim, place)
        or _of_the_one_compared(claim, place, spots)
        or whole_for_part(claim, place, spots)
        or some_taken_out(claim, place, spots)
        or part_for_whole(claim, place, spots)
        or another_member(claim, place, spots)
        or _other_way(claim, place, spots)
        or against_the_trend(claim, place, spots)
        or of_a_part_of_the_time(claim, place, spots)
        or _another_deed(claim, place, spots)
        or of_clause_beside(claim, place, spots)
        or of_gapped_clause(claim, place, spots)
        or _another_event(claim, place, spots)
        or _other_end(claim, place)
        or rejected_another(claim, place, spots)
        or compared_day(claim, place, spots)
        or another_time(claim, place)
        or a_further_one(claim, place, spots)
    )


def _another_speaker(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is another speaker's: the claim names one, and the sources hear that one elsewhere."""
    said, theirs = set(claim.thing.speaker), set(place.figure.thing.speaker)
    if not said or not theirs or said & theirs or claim.kind in RANKING:
        return ""
    if said <= _OFFICIAL and theirs & _OFFICIAL_BODIES:
        return ""  # "officials" speak for a ministry
    heard = any(said <= set(p.figure.thing.speaker) for p in spots)
    apart = said & _BODIES and theirs & _BODIES and not any(said & _BODIES & p.words for p in spots)
    return f"source has {place.figure.text} from another speaker" if heard or apart else ""


_BODIES = word_set("noun:police noun:union noun:company organiser opposition family:court family:army")


def _another_subject(claim: Figure, place: Spot) -> str:
    """Return why a figure is another's: a relative clause says it of one noun, the claim of one elsewhere in the sentence.

    "Lomax was bought by Trent Bank, which has 71 branches": not Lomax. A name and a noun may be the same one.
    """
    theirs = place.figure.thing
    if IN_RELATIVE not in theirs.status or claim.kind in RANKING:
        return ""
    ours, owners = claim.thing.subject, set(theirs.subject)
    if not ours or owners & {*claim.thing.words, *map(concept, claim.thing.words)}:
        return ""
    head = ours[-1]
    if any(OUTSIDE + word not in theirs.status for word in ours):
        return ""  # "the buyer of the hotel" is not the hotel
    another = f"source gives {place.figure.text} for another"
    nouns = [word for word in theirs.subject if word not in theirs.owner]
    if head in claim.thing.owner:
        return "" if len(nouns) == len(theirs.subject) else another
    if not nouns or any(_may_be_one(head, noun) for noun in nouns):
        return ""
    return another


def _may_be_one(one: str, other: str) -> bool:
    """Return whether two common nouns may be told of one thing: the firm and the company, the vessel and the tanker."""
    nouns = [word.removeprefix("noun:") for word in (one, other) if word.startswith("noun:")]
    if len(nouns) == 2 and relation(*nouns) in ("same", "wider", "narrower"):
        return True
    return other in related(one) or one in related(other)


_OFFICIAL = word_set("noun:clerk authority authoriti")
_OFFICIAL_BODIES = word_set(
    "noun:department noun:police family:minister government governor mayor noun:office noun:agency noun:clerk"
)


def _other_side(claim: Figure, place: Spot) -> str:
    """Return why a distance goes the other way: more for less, or who exceeds whom."""
    ours, theirs = claim.thing, place.figure.thing
    sides = claim.gap, place.figure.gap
    mine, other = set(ours.subject), set(theirs.subject)
    named = named_subjects(ours) & place.words or mine <= place.words  # Jonas Berg may be Berg there
    turned = bool(mine and other and not mine & other and named)  # A leads B by 3: B is 3 behind A
    compared = marked(ours, BEYOND)
    turned = turned or bool(compared & other and not mine & other)  # … also where A is no subject: "won by A"
    if Direction.NONE not in sides and sides[0] is not sides[1] and not turned:
        return f"source has {place.figure.text} the other way round"
    if (
        other
        and sides[0] is sides[1] is not Direction.NONE
        and mine & marked(theirs, BEYOND)
        and not mine & other
    ):
        return f"source has {place.figure.text} the other way round"  # who is behind does not lead
    if ours.act == theirs.act and ours.act in _OUTDOING and turned and other <= set(ours.near):
        return f"source has {place.figure.text} the other way round"
    return ""


def _of_the_one_compared(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is another's: its sentence names the claim's only to say how far from it that other is.

    "Tarn have 44 points, three more than Elm" gives Elm no 44.
    """
    mine, theirs = named_subjects(claim.thing), named_subjects(place.figure.thing)
    if not mine or not theirs or mine & theirs or claim.kind in TIMELESS:
        return ""
    compared = any(
        mine & marked(p.figure.thing, BEYOND) and p.figure.start > place.figure.start
        for p in spots
        if (p.article, p.sentence) == (place.article, place.sentence)
    )
    return f"source gives {place.figure.text} for another" if compared else ""


def _another_deed(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is of another deed: the source's sentence has the claim's verb, but elsewhere.

    "Two in five walk, and the number who cycle has trebled" says nothing of two in five who cycle.
    """
    ours, theirs = claim.thing, place.figure.thing
    acts = {ours.act, theirs.act}
    if claim.kind not in _DOERS or len(acts) == 1 or any(map(tells_no_deed, acts)):
        return ""
    mine, other = concept(ours.act), concept(theirs.act)
    if mine == other or mine not in place.words or mine in place.near or other in ours.words:
        return ""
    counted = any(
        p.stands_beside(place)
        and p.figure.thing.act == ours.act
        and p.figure.kind is claim.kind
        and p.figure.low != claim.low
        and noun_relation(ours, p.figure.thing) == "same"
        for p in spots
    )
    if not counted and (ours.subject or theirs.subject or ours.noun != theirs.noun):
        return ""
    return f"source says that of another figure than {place.figure.text}"


def _another_event(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a date is that of another event: the source tells of the claim's, but in a clause of another time.

    "The bridge was reopened on 9 March, eight months after a lorry struck it" does not date the blow.
    """
    if claim.kind not in TEMPORAL:
        return ""
    ours, theirs = claim.thing, place.figure.thing
    if ours.act == theirs.act or tells_no_deed(ours.act):
        return ""
    if not theirs.act or theirs.act in AUXILIARIES or theirs.act in LINKING:
        return ""
    if is_light(theirs.act) and not dates_it_otherwise(claim, place, spots):
        return ""
    mine, other = concept(ours.act), concept(theirs.act)
    if mine == other or mine in place.near or other in ours.words or related(mine) & place.akin:
        return ""
    if mine not in place.words or theirs.act in SAYING:
        return ""
    return f"source gives {place.figure.text} for another event"


def _other_end(claim: Figure, place: Spot) -> str:
    """Return why a date is the other end of a period: what can be seen until 15 March does not open then."""
    if claim.kind not in (Kind.DATE, Kind.TIME):
        return ""
    ours, theirs = claim.thing, place.figure.thing
    mine, other = _end_of(ours), _end_of(theirs)
    same = (claim.when, claim.until) == (place.figure.when, place.figure.until)
    if same and BETWEEN in theirs.status and BETWEEN not in ours.status and not mine:
        return f"source gives {place.figure.text} as one end of a period"
    told_alike = {LAST_DAY, "start"} & set(ours.status) & set(theirs.status)
    if mine and other and mine != other and not told_alike:
        return f"source gives {place.figure.text} as the {other}"
    left = _LEAVING & place.near
    begun = "start" in ours.status and "start" not in theirs.status
    if begun and left and not left & set(ours.words):
        return (
            f"source gives {place.figure.text} as the end"  # in office since 2014, and not since leaving it
        )
    return ""


def _end_of(thing: Thing) -> str:
    """Return which end of a period a date is by its preposition, else by its verb; what is shut until the 3rd opens then."""
    begins, ends = _BEGINS & set(thing.near), _ENDS & set(thing.near)
    shut = thing.act == "closed" or (bool(ends) and not begins)
    if LAST_DAY in thing.status:
        return "beginning" if shut else "end"
    if "start" in thing.status:
        return "end" if shut else "beginning"
    return "" if bool(begins) == bool(ends) else "beginning" if begins else "end"


_BEGINS = frozenset(("family:begin", "act:opened", "act:start"))
_LEAVING = frozenset(("family:leave", "family:end", "family:retire", "act:end"))
_ENDS = frozenset(("family:end", "act:end"))


_DOERS = (Kind.COUNT, Kind.FRACTION, Kind.PERCENT)


def _other_way(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a level was not reached the way the claim says: "11.2, down from 12.5" did not rise to 11.2."""
    way = CHANGES & set(claim.thing.near)
    if claim.thing.role != "to" or len(way) != 1 or place.figure.thing.role:
        return ""
    for p in spots:
        beside = p.stands_beside(place) and p.figure.thing.role == "from"
        theirs = CHANGES & p.near
        if beside and p.figure.start > place.figure.start and len(theirs) == 1 and theirs != way:
            return f"source says it went the other way to {place.figure.text}"
    return ""
