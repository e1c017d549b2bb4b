"""Whether two figures of a story are about one thing, closely enough to agree or to contradict.

Promise: a part is never its whole, another year's disaster never this one, and one article's two values never one.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.data import AMOUNTS, Figure, Kind, Thing
from briefing.figures.binding.keys import days, is_date, wording
from briefing.figures.binding.spots import Spot
from briefing.figures.matching.belonging import of_two_voices
from briefing.figures.matching.conflicts import conflict
from briefing.figures.matching.counted import family, noun_relation
from briefing.figures.matching.match import comparable
from briefing.figures.matching.revised import STANDING, contradicts
from briefing.figures.vocabulary.lexicon import is_light
from briefing.figures.vocabulary.thesaurus import ACT_OF, CUMULATIVE, PERSONS, concept
from briefing.wordsets import word_set

_WORDS_SHARED = (
    3  # words of their own parts that two figures without a casualty verb must share to be one thing
)


def same_thing(first: Spot, second: Spot, least: int = _WORDS_SHARED) -> bool:
    """Return whether two figures are about one thing closely enough to agree or to contradict.

    What binds them is asked first: in a long article most pairs have nothing in common, and it is the cheaper question.
    """
    return _one_crowd(first, second) or (_bound(first, second, least) and not _told_apart(first, second))


def _one_crowd(first: Spot, second: Spot) -> bool:
    """Return whether two voices count one crowd, in whatever words: 9,000 demonstrators, a turnout of 25,000."""
    a, b = first.figure, second.figure
    if a.kind is not Kind.COUNT or b.kind is not Kind.COUNT or not (a.thing.speaker and b.thing.speaker):
        return False
    if not (_turned_out(a.thing) and _turned_out(b.thing)) or not _voiced_apart(a.thing, b.thing):
        return False
    if not comparable(a, b) or _parts(a.thing) != _parts(b.thing):
        return False
    if elsewhere(first, second):
        return False
    first_days, second_days = days(a.thing.owner), days(b.thing.owner)
    if first_days and second_days:
        return bool(first_days & second_days)
    where = first.words | first.before, second.words | second.before
    return any(w in where[0] and w in where[1] for w in (*a.thing.owner, *b.thing.owner))


def _turned_out(thing: Thing) -> bool:
    """Return whether those who came to a march, a rally or a festival are counted."""
    counted = family(thing.noun)
    if counted in ("crowd", "turnout") or concept(thing.noun) in _GATHERING:
        return True
    return counted in PERSONS and (thing.act in _GATHERED or not _GATHERING.isdisjoint(thing.near))


_GATHERED = word_set("attend gather march rally demonstrat")
_GATHERING = frozenset(("family:protest", "noun:crowd", "noun:turnout", "march", "rally"))


def _told_apart(first: Spot, second: Spot) -> bool:
    """Return whether something forbids that two figures are about one thing."""
    a, b = first.figure, second.figure
    if not comparable(a, b) or conflict(_undated(a), _undated(b)) or conflict(_undated(b), _undated(a)):
        return True
    mine, other = a.thing, b.thing
    if _parts(mine) != _parts(other) or (mine.role or "to") != (other.role or "to"):
        return True
    relation = noun_relation(mine, other)
    if relation == "other" or (relation == "" and a.kind is Kind.COUNT and not _crowds(mine, other)):
        return True
    if a.kind is b.kind is Kind.AGE and relation != "same" and contradicts(a, b):
        return True  # a man of 58 and a boy of nine are two
    own, its = days(mine.owner), days(other.owner)
    if own and its and not own & its:
        return True
    if first.article == second.article and not _voiced_apart(mine, other) and contradicts(a, b):
        return True
    return other_years(mine) != other_years(other)


def _crowds(mine: Thing, other: Thing) -> bool:
    """Return whether one counts a crowd, whoever they are, and the other people."""
    families = {family(mine.noun), family(other.noun)}
    return "crowd" in families and families <= PERSONS | {"crowd"}


def _bound(first: Spot, second: Spot, least: int) -> bool:
    """Return whether two figures share what one thing has: an act that adds up, a noun that stands, or words."""
    kind, mine, other = first.figure.kind, first.figure.thing, second.figure.thing
    if mine.act in CUMULATIVE:
        told = f"act:{mine.act}" in other.near and other.act not in CUMULATIVE
        told = (
            told and noun_relation(mine, other) == "same" and other.noun not in ACT_OF
        )  # 31 who were injured
        return (mine.act == other.act or told) and not elsewhere(first, second)
    relation = noun_relation(mine, other)
    if kind is Kind.COUNT and mine.act != other.act and relation == "same" and _both_stand(first, second):
        return not elsewhere(first, second)
    if kind is Kind.COUNT and mine.act and other.act and mine.act != other.act:
        return False  # people taken off a ship, and people who tell how the fire began
    if kind is Kind.COUNT and mine.act != other.act and relation != "":
        return _voiced_apart(mine, other) and len(first.words & second.words) >= _WORDS_SHARED
    shared = [w for w in wording(mine.near) if w in other.near]
    others = max(len(mine.near), len(other.near)) - len(shared)
    if relation == "same" and _voiced_apart(mine, other) and len(first.words & second.words) >= _WORDS_SHARED:
        return not elsewhere(first, second)
    close = others <= 2 * len(shared) or (
        first.article != second.article and _CORRECTING & {*mine.near, *other.near}
    )
    return len(shared) >= least and bool(close) and not elsewhere(first, second)


_VALUED = AMOUNTS | {Kind.PERCENT, Kind.POINTS}
_TELLING_DIGITS = 3  # 1,450 people, 4.25 percent: two figures of one story that share them are one
_LARGE_SUM = 1_000_000
_LARGE_COUNT = 1_000  # of things of one name: 9,000 claims


def same_telling_value(first: Spot, second: Spot) -> bool:
    """Return whether two articles give one value that things seldom share, in sentences that share words too.

    What they call the thing may differ: "promised $400 million to bury the lines", "will spend $400 million on
    burying lines". A rounder value asks for more shared words.
    """
    a, b = first.figure, second.figure
    mine, other = a.thing, b.thing
    if mine.act in CUMULATIVE or other.act in CUMULATIVE or (mine.role or "to") != (other.role or "to"):
        return False
    if not _may_be_one(first, second) or a.low is None:
        return False
    digits = len(a.low.normalize().as_tuple().digits)
    telling = digits >= _TELLING_DIGITS
    if not telling and other_years(mine) != other_years(other):
        return False
    if a.kind is Kind.MONEY and a.low >= _LARGE_SUM:
        return len(_shared(first, second)) > 1
    if a.kind is Kind.COUNT and a.low >= _LARGE_COUNT and noun_relation(mine, other) == "same":
        return True
    if digits == 1 and a.kind is not Kind.MONEY:
        return False
    least = 1 if telling else 2 if a.kind in (Kind.MONEY, Kind.MEASURE, Kind.POINTS) else _WORDS_SHARED
    return len(_shared(first, second)) >= least and (telling or not elsewhere(first, second))


def same_old_value(old: Spot, stated: Spot) -> bool:
    """Return whether what one sentence calls the old value ("up from 62") is what another article had stated."""
    return _may_be_one(old, stated) and len(_shared(old, stated)) > 1 and not elsewhere(old, stated)


def _may_be_one(first: Spot, second: Spot) -> bool:
    a, b = first.figure, second.figure
    if first.article == second.article or a.kind not in _VALUED or a.low is None or not comparable(a, b):
        return False
    # "4.5 tonnes of the gas" is no part of it
    if a.kind is not Kind.MEASURE and _parts(a.thing) != _parts(b.thing):
        return False
    return a.kind is not Kind.COUNT or noun_relation(a.thing, b.thing) != "other"


def _parts(thing: Thing) -> set[str]:
    return set(thing.status) & {"other", "part"}


def _shared(first: Spot, second: Spot) -> list[str]:
    return [w for w in first.words & second.words if ":" not in w[:2] and not is_light(w)]


_CORRECTING = word_set("correct revis")


def _both_stand(first: Spot, second: Spot) -> bool:
    """Return whether both say how many there are at a time, and of what: homes that are, remain, fell to, without power."""
    mine, other = first.figure.thing, second.figure.thing
    if first.article == second.article or not {mine.act, other.act} <= STANDING:
        return False
    noun = concept(mine.noun)
    return any(w in second.words for w in mine.words if w != noun and not is_light(w) and ":" not in w[:2])


def other_years(thing: Thing) -> set[str]:
    """Return the whole years a figure is tied to: a toll of 2015 is not the toll of today."""
    return {w for w in days(thing.words) if w.endswith("-12-31") and "-01-01:" in w}


def _voiced_apart(mine: Thing, other: Thing) -> bool:
    """In one article only two voices, or a word that dates one of them, make two figures of one thing."""
    return of_two_voices(mine, other) or "former" in mine.status or "former" in other.status


def _undated(figure: Figure) -> Figure:
    if "former" not in figure.thing.status:
        return figure
    kept = tuple(s for s in figure.thing.status if s not in ("former",))
    return replace(figure, thing=replace(figure.thing, status=kept))


def elsewhere(first: Spot, second: Spot) -> bool:
    """Return whether each is tied to names of its own that the other's sentence lacks."""
    mine, other = ({w for w in p.figure.thing.owner if not is_date(w)} for p in (first, second))
    return bool(mine - second.words) and bool(other - first.words) and not mine & other
