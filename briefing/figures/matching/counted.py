"""What a figure counts, and how one such thing stands to another: same, wider, narrower, another.

Promise: a noun of no table is neither the same as another nor different from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from briefing.data import Figure, Kind, Thing
from briefing.figures.binding.apposed import PERIOD, PERIODS, one_more_than
from briefing.figures.binding.bearers import is_age_of_one
from briefing.figures.matching.outcomes import one_outcome
from briefing.figures.vocabulary.lexicon import STATES, VERBS
from briefing.figures.vocabulary.plurals import plural, singular
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import (
    ACT_OF,
    CUMULATIVE,
    DEEDS,
    NOUN_OF,
    PERSONS,
    concept,
    relation,
)
from briefing.wordsets import word_set

_MONEY_NOUNS = word_set(
    "revenue profit loss debt deficit surplus dividend fine tax wage price budget damage investment grant loan"
)


_OF_PEOPLE = {"toll", "body", *(stem(word) for word in STATES)}


def family(noun: str, act: str = "") -> str:
    """Return the family of a noun; a toll or death counts people."""
    found = NOUN_OF.get(noun, "")
    if found in ("death", "injury", "arrest") or noun in _OF_PEOPLE:
        return "person"
    return found or ("person" if act in CUMULATIVE and (not noun or noun in VERBS) else "")


def noun_relation(ours: Thing, theirs: Thing) -> str:
    """Return ``same``, ``wider`` (the claim is more general), ``narrower``, ``other`` or nothing (unknown)."""
    return _relation(ours.noun, ours.act, theirs.noun, theirs.act)


@lru_cache(maxsize=65536)
def _relation(noun: str, act: str, its_noun: str, its_act: str) -> str:
    if noun and noun == its_noun:
        return "same"
    if _wins(noun, its_noun, its_act) or _wins(its_noun, noun, act):
        return "same"  # 26 victories, 26 games won
    mine, other = family(noun, act), family(its_noun, its_act)
    if not mine or not other:
        both = noun and its_noun and concept(noun) == concept(its_noun)
        return "same" if both else ""
    return relation(mine, other)


def _wins(noun: str, its_noun: str, its_act: str) -> bool:
    """Return whether a noun tells by itself how the matches of another went."""
    return its_act in ("won", "lost") and ACT_OF.get(noun) == its_act and concept(its_noun) == "noun:match"


def counts_another(a: Figure, b: Figure) -> bool:
    """Return whether two figures count different things by their nouns; that of a sum is often only its subject's."""
    if a.kind in (Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT, Kind.POINTS, Kind.TEMPERATURE):
        return {family(a.thing.noun), family(b.thing.noun)} <= _MONEY_NOUNS and family(
            a.thing.noun
        ) != family(b.thing.noun)
    return noun_relation(a.thing, b.thing) == "other"


SMALL_COUNT = 13  # smaller counts often occur twice in an article


def takes_in(ours: Thing, theirs: Thing) -> bool:
    """Return whether the one counts what the other counts, or more: people, and the women among them."""
    return noun_relation(ours, theirs) in ("same", "wider")


def counts_alike(claim: Figure, source: Figure) -> bool:
    """Return whether a source's figure is of the claim's noun, or of a wider or narrower one."""
    return noun_relation(claim.thing, source.thing) in ("same", "wider", "narrower")


def counts_wholly_else(claim: Figure, rival: Figure, best: Figure) -> bool:
    """Return whether ``rival`` shares neither noun nor deed with a claim too odd to be met twice, nor a noun with ``best``.

    17 and 2,046 are odd, 12 and 300,000 are met twice by chance.
    """
    ours, theirs = claim.thing, rival.thing
    if claim.kind is not Kind.COUNT or claim.low is None or claim.low < SMALL_COUNT:
        return False
    is_odd = len(claim.low.normalize().as_tuple().digits) > 1
    named = bool(ours.noun) and theirs.noun in NOUN_OF and "bare" not in theirs.status
    if not is_odd or not named or counts_alike(claim, rival) or counts_alike(best, rival):
        return False
    return not ours.act or ours.act != theirs.act


def noun_conflict(claim: Figure, source: Figure, around: frozenset[str] = frozenset()) -> str:
    """Return why the figure counts something else by its noun; ``around`` are words just before the source's sentence."""
    ours, theirs = claim.thing, source.thing
    mine, other = family(ours.noun, ours.act), family(theirs.noun, theirs.act)
    if claim.kind is Kind.MONEY:
        both = mine in _MONEY_NOUNS and other in _MONEY_NOUNS and mine != other
        if both and not _mentions(theirs.near, ours.noun):
            return f"source gives {source.text} as {singular(theirs.noun)}, not {singular(ours.noun)}"
        return ""
    if claim.kind not in (Kind.COUNT, Kind.ORDINAL, Kind.VAGUE, Kind.FRACTION, Kind.PERCENT):
        return ""
    if claim.kind is Kind.PERCENT and not {mine, other} <= PERSONS:
        return ""  # the noun of a percentage is often its subject's, not a thing counted
    if "bare" in theirs.status and theirs.noun not in theirs.near and not theirs.act:
        return ""
    if claim.kind is Kind.ORDINAL and (ranked := _of_another_rank(claim, source, other)) is not None:
        return ranked
    standing = noun_relation(ours, theirs)
    if _may_be_counted(claim, source, standing):
        return ""
    if standing == "other":
        if claim.kind in (Kind.FRACTION, Kind.PERCENT) and _mentions(theirs.words, ours.noun):
            return ""
        return _counts(source, other, mine)
    if standing == "narrower" and ours.noun not in ("", "toll"):
        if other == "person" and (
            not theirs.noun or (ours.noun and _mentions(around.difference(theirs.words), ours.noun))
        ):
            return ""  # the eight people are the skiers of the sentence before
        return _counts(source, other, mine)
    return ""


def _may_be_counted(claim: Figure, source: Figure, standing: str) -> bool:
    """Return whether the source's words let its number be one of the claim's noun, whatever stands beside it."""
    ours, theirs = claim.thing, source.thing
    if "bare" in theirs.status and ours.noun == "member" and concept(theirs.noun) in ours.near:
        return True  # a nine-member panel is a panel of nine
    if is_age_of_one(claim, source):
        return True
    if standing == "other" and _counts_outright(claim, source):
        return _is_called(ours, theirs.noun)
    return _mentions(theirs.near, ours.noun) or _is_called(ours, theirs.noun)


def _counts_outright(claim: Figure, source: Figure) -> bool:
    """Return whether both numbers stand right before what they count, so that a noun further off counts nothing.

    "An 84-player orchestra gave concerts" counts no concerts; the "records of 7,100 patients" may be 7,100 records.
    """
    ours, theirs = claim.thing, source.thing
    if (claim.kind, source.kind) != (Kind.COUNT, Kind.COUNT) or "bare" in (*ours.status, *theirs.status):
        return False
    return (concept(ours.noun), concept(theirs.noun)) not in pairwise(theirs.near)


_SPANS = word_set("year month week day night")  # the second year running is no second winner
_RANKS = word_set("plac place position rank slot seed spot")


def _of_another_rank(claim: Figure, source: Figure, counted: str) -> str | None:
    """Return why a rank is one of other things than the claim's, or an empty string where it is not; else nothing."""
    ours, theirs = claim.thing, source.thing
    if PERIOD in ours.status and theirs.noun in PERIODS:
        return ""  # "stopped in the seventh" names no round
    if not ours.noun and "bare" not in theirs.status and counted not in PERSONS:
        return "" if theirs.noun in (*_RANKS, stem(claim.unit)) else _of_another(source)
    if ours.noun in _SPANS and theirs.noun and ours.noun != theirs.noun:
        monthly = concept(ours.noun) in theirs.near  # "its third straight monthly fall"
        return "" if monthly else _of_another(source)
    return None


def _is_called(thing: Thing, noun: str) -> bool:
    """Return whether a claim says what those counted are: "of the passengers 19 were children"."""
    return thing.act == "be" and noun != "" and _mentions(thing.near, noun)


def counts_all_but_one(claim: Figure, source: Figure) -> str:
    """Return why a number is one short: "nine men and a woman were held" are not nine people."""
    one, ours, theirs = one_more_than(source), claim.thing, source.thing
    if not one or claim.kind is not Kind.COUNT or ours.act != theirs.act or not ours.act:
        return ""
    both = noun_relation(ours, theirs), noun_relation(ours, replace(theirs, noun=one))
    return f"source counts {source.text} and one more" if both == ("wider", "wider") else ""


def names_but_counts_another(claim: Figure, source: Figure) -> str:
    """Return why a number is not of the claim's noun: its sentence has that noun too, and counts another.

    "A hall with 45 lamps where hymns were sung" counts no hymns; "45 pieces of furniture" and "45 pump sets" may
    be called furniture and pumps.
    """
    ours, theirs = claim.thing, source.thing
    if claim.kind is not Kind.COUNT or source.kind is not Kind.COUNT or noun_relation(ours, theirs):
        return ""
    if not ours.noun or not theirs.noun or "bare" in (*ours.status, *theirs.status):
        return ""
    if one_outcome(claim, source):
        return ""  # 43 games won are 43 victories
    mine, other = concept(ours.noun), concept(theirs.noun)
    if mine not in theirs.words or ours.noun in VERBS or ours.noun in ours.owner or mine.startswith("act:"):
        return ""
    if (other, mine) in pairwise(theirs.words) or theirs.noun in _UNITS or NOUN_OF.get(theirs.noun) in DEEDS:
        return ""
    return _counts(source, theirs.noun, ours.noun)


_UNITS = word_set("set unit piece item pair copy case")  # pump sets are pumps; concert halls are no concerts


def _counts(source: Figure, counted: str, claimed: str) -> str:
    """Return the reason that a figure counts one thing, and not what the claim counts."""
    ours = plural(claimed)
    return f"source counts {source.text} {plural(counted)}" + (f", not {ours}" if singular(claimed) else "")


def _of_another(source: Figure) -> str:
    """Return the reason that an ordinal is another thing's."""
    return f"source says {source.text} of {plural(source.thing.noun)}"


def _mentions(words: Iterable[str], noun: str) -> bool:
    if not noun:
        return True
    wanted = {noun, concept(noun)}
    mine = NOUN_OF.get(noun)
    return any(w in wanted or (mine is not None and _noun_of_concept(w) == mine) for w in words)


def _noun_of_concept(word: str) -> str | None:
    if word.startswith("noun:"):
        return word[5:]
    return NOUN_OF.get(word)
