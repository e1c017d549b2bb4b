"""Whether a later report says which of two values of one thing holds: taken back, moved, left behind, stated again.

Promise: only a report that came out later takes anything back, and only in a sentence that speaks of the claim's
thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.data import TIMELESS, Article, Figure, Kind
from briefing.figures.binding.current import OF_NOW, OF_OLD, SINCE
from briefing.figures.binding.keys import days, is_one_day, telling
from briefing.figures.binding.moved import MOVED_TO, OF_SAYING
from briefing.figures.binding.over import over_for
from briefing.figures.binding.polarity import is_plain
from briefing.figures.binding.prospects import DONE, PERFECT, SHELVED, UNDONE
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.superseded import SAID_BEFORE
from briefing.figures.deriving.terms import is_numerator
from briefing.figures.matching.conflicts import DEED_WORDS, bears_out, conflict
from briefing.figures.matching.counted import noun_relation
from briefing.figures.matching.identity import elsewhere
from briefing.figures.matching.match import has_another_value, match
from briefing.figures.matching.revised import is_left_behind, is_still, is_taken_out
from briefing.figures.matching.verdicts import said
from briefing.figures.vocabulary.thesaurus import CHANGES, CUMULATIVE, concept, related
from briefing.wordsets import word_set


def taken_back(claim: Figure, home: Spot, spots: Sequence[Spot], articles: Sequence[Article]) -> Spot | None:
    """Return where a later report names the claim's value as what no longer holds: "cut from 12 days", "not on 30 March"."""
    since = articles[home.article].published
    for place in spots:
        when = articles[place.article].published
        if place.article == home.article or since is None or when is None or when < since:
            continue
        thing = place.figure.thing
        left = thing.role == "from" and place.figure.kind is not Kind.DATE and "compared" not in thing.status
        gone = (
            left
            or (_GONE & set(thing.status) and conflict(claim, place.figure))
            or over_for(claim.thing, place.figure)
        )
        moved = claim.kind is Kind.DATE and MOVED_TO in thing.status and _is_moved(claim, home, place)
        if moved or _are_fewer(claim, home, place):
            return place
        if gone and claim.thing.role != "from" and match(claim, place.figure).fits:
            if not (_shares(claim, place) or len(_told_by_both(home, place)) >= _WORDS_OF_ONE):
                continue
            return place
    return None


_GONE = frozenset(("denied", "former", SHELVED))


def _is_moved(claim: Figure, home: Spot, place: Spot) -> bool:
    """Return whether a later report puts off to another day what the claim dates: the same deed, or two words of it."""
    if (
        match(claim, place.figure).fits
        or home.figure.unit != place.figure.unit
        or OF_SAYING in claim.thing.status
    ):
        return False
    told = _told_by_both(home, place) & set(claim.thing.words)
    return len(told) >= _WORDS_OF_ONE and home.figure.thing.role != "from"


def _are_fewer(claim: Figure, home: Spot, place: Spot) -> bool:
    """Return whether some of those who the claim says are still missing were found: "have found 18 of the missing"."""
    figure, thing = place.figure, place.figure.thing
    stands = claim.thing.act == "missing" or is_still(claim.thing)
    if (
        not stands
        or claim.kind is not Kind.COUNT
        or figure.kind is not Kind.COUNT
        or not ("part" in thing.status or is_numerator(figure))
    ):
        return False
    if match(claim, figure).fits or noun_relation(home.figure.thing, thing) != "same":
        return False
    return is_taken_out(thing) and len(_told_by_both(home, place)) >= _WORDS_OF_ONE


def _told_by_both(home: Spot, place: Spot) -> set[str]:
    return telling(home.words & place.words)


_WORDS_OF_ONE = 2  # words that two sentences and the claim share if all three tell of one thing


def _shares(claim: Figure, place: Spot) -> bool:
    """Return whether the sentence of a figure speaks of what the claim speaks of."""
    return bool(telling(claim.thing.near) & (place.words | place.before))


def changed_since(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a value no longer holds: the same article tells what it became, "the judge later cut the award to 3.1 million".

    A claim that tells the old deed itself, or the change, is held to nothing here.
    """
    theirs = place.figure.thing
    if theirs.role or UNDONE in theirs.status or claim.kind in TIMELESS:
        return ""
    told = _is_told_as_it_was(claim, place)
    for other in spots:
        if other.article != place.article or (told and not match(claim, other.figure).fits):
            continue
        if came_of_it(other, place, spots):
            return f"source says it is {said(other.figure)} since"
    return ""


def _is_told_as_it_was(claim: Figure, place: Spot) -> bool:
    """Return whether a claim tells the old deed, the old time or what became of it."""
    ours = claim.thing
    retold = DONE in ours.status and PERFECT not in ours.status and ours.act == place.figure.thing.act
    on_a_day = UNDONE not in ours.status and days(ours.words) & place.words
    dated = on_a_day or ours.role == "from" or _OF_THEN & set(ours.status)
    return bool(retold or dated or CHANGES & set(ours.words))


_OF_THEN = frozenset(("former", OF_OLD))
_SOON = 2  # sentences within which an article tells what became of a value


def came_of_it(other: Spot, place: Spot, spots: Sequence[Spot]) -> bool:
    """Return whether a figure is what a value was changed to: the deed of the one is named again, or it says "since"."""
    figure, thing = other.figure, other.figure.thing
    if thing.role != "to" or UNDONE in thing.status or not 0 <= other.sentence - place.sentence <= _SOON:
        return False
    if other.sentence == place.sentence and figure.start < place.figure.start:
        return False
    if not has_another_value(place.figure, figure) or elsewhere(place, other):
        return False
    left = (p.figure for p in spots if p.stands_beside(other) and p.figure.thing.role == "from")
    if any(has_another_value(place.figure, old) for old in left):
        return False  # another thing's "from 64 to 69"
    if other.sentence == place.sentence:
        return SINCE in thing.status  # "12 new shops, taking its total to 96" are not what became of the 12
    deed = place.figure.thing.act
    named = deed and not {concept(deed), *DEED_WORDS.get(deed, ())}.isdisjoint(other.near)
    beside = other.anaphoric or _shares(place.figure, other)
    return bool(named or (SINCE in thing.status and beside))


def settled(
    claim: Figure, home: Spot, other: Spot, spots: Sequence[Spot], articles: Sequence[Article]
) -> bool:
    """Return whether two values do not disagree: the later report says which of the two holds.

    The report that bears the claim out calls the other value the old one ("cut from 12 days to five"), or the other
    report states the claim's value of the same thing as well ("420 of its 1,700 jobs").
    """
    if is_later(other, home, articles):
        restated = (p for p in spots if p.article == other.article and p is not other)
        return any(
            not is_left_behind(p.figure)
            and bears_out(p.figure, claim)
            and noun_relation(claim.thing, p.figure.thing) == "same"
            for p in restated
        )
    return any(
        p.article == home.article and is_left_behind(p.figure) and match(other.figure, p.figure).fits
        for p in spots
    )


def come_to(home: Spot, other: Spot) -> bool:
    """Return whether the later of two reports tells what the thing of a figure has come to: "cut to 19", "the final figure is 5.4".

    Which way it went is left out: what one report raises to 21, the next cuts to 19.
    """
    mine, theirs = home.figure.thing, other.figure.thing
    if mine.role == "from" or not tells_the_end(other):
        return False
    if theirs.act in CUMULATIVE and mine.act != theirs.act and not is_plain(mine.act):
        return False  # of those affected nothing is said by a toll of the dead
    shared = {w for w in home.near if w in other.near or related(w) & other.akin}
    months = {w for w in days(shared) if not is_one_day(w)}  # its month may be one, no mere day
    told = (telling(shared) | months) - CHANGES
    unlike = home.figure.kind is Kind.COUNT and noun_relation(mine, theirs) in ("", "other")
    if len(told) < _WORDS_OF_ONE or unlike or elsewhere(home, other):
        return False
    one, end = _as_reached(home.figure), _as_reached(other.figure)
    return not (conflict(one, end) or conflict(end, one))


def tells_the_end(place: Spot) -> bool:
    """Return whether a figure is the level a change led to, or the final one of several counts."""
    status = place.figure.thing.status
    anew = OF_NOW in status and UNDONE in status  # "is now to be 160 m tall"
    return (
        anew
        or place.figure.thing.role == "to"
        or place.near >= _FINAL
        or not _SETTLING.isdisjoint(place.words)
    )


_FINAL = frozenset(("family:last", "family:number"))
_SETTLING = word_set("revis correct updat restat")


def _as_reached(figure: Figure) -> Figure:
    """Return a level without the way it was reached."""
    thing = figure.thing
    if thing.role != "to" or thing.act not in ("rise", "fall"):
        return figure
    near = tuple(w for w in thing.near if w not in CHANGES)
    return replace(figure, thing=replace(thing, act="", near=near))


def is_later(one: Spot, other: Spot, articles: Sequence[Article]) -> bool:
    """Return whether the article of ``one`` came out after that of ``other``."""
    mine, its = articles[one.article].published, articles[other.article].published
    return mine is not None and its is not None and mine > its


def as_it_stands(place: Spot, spots: Sequence[Spot]) -> Figure:
    """Return a figure without the mark that it is an old one, where it was only said before and no source has another."""
    figure = place.figure
    if SAID_BEFORE not in figure.thing.status or any(_may_replace(p, place) for p in spots):
        return figure
    status = tuple(s for s in figure.thing.status if s != "former")
    return replace(figure, thing=replace(figure.thing, status=status))


def _may_replace(other: Spot, place: Spot) -> bool:
    """Return whether another value may be what took the place of one: in its own article, or of the same thing."""
    one, figure = other.figure, place.figure
    if not has_another_value(one, figure) or match(figure, one).fits:
        return False
    same = noun_relation(figure.thing, one.thing) == "same" or figure.thing.act == one.thing.act
    return other.article == place.article or same
