"""What a sentence leaves to the one before it: "150 cases in the north. In the south there were 90" (cases).

Promise: only a number that stands alone before a verb, behind one or behind "there were" takes a noun from the
sentence before, and only where that sentence counts one thing; what a figure says itself is never changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.data import Figure, Kind
from briefing.figures.binding.roles import HEDGES_AND_ADVERBS
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all, is_content, together
from briefing.figures.vocabulary.lexicon import ADVERBS, AUXILIARIES, LINKING
from briefing.figures.vocabulary.thesaurus import NOUN_OF, concept, opposites
from briefing.wordsets import word_set

ELIDED = "elided"  # a count that leaves its noun to the sentence before
PRO = "pro-verb"  # … and its verb too
_PRO_VERBS = word_set("do did does be hav")
_THERE = word_set("was were are is been remain remained")


def leaves_noun_out(line: Sequence[Token], part: Part, noun: str) -> bool:
    """Return whether a bare number stands where a counted noun would: "290 did", "there were 90", "Aster won 48"."""
    if noun in NOUN_OF:
        return False
    after = part.at + 1
    while after < len(line) and line[after].low in ADVERBS:
        after += 1
    if after < part.end and (is_verb(line, after) or line[after].low in AUXILIARIES):
        return True
    before = before_all(line, part.at, HEDGES_AND_ADVERBS, part.start)
    if before < part.start:
        return False
    if line[before].low in _THERE:
        return any(t.low == "there" for t in line[max(part.start, before - 3) : before + 1])
    return line[before].stem not in LINKING and line[before].low not in AUXILIARIES and is_verb(line, before)


def stands_for_verb(line: Sequence[Token], part: Part) -> bool:
    """Return whether the verb behind the number has nothing of its own to say: "In Melu 290 did", not "250 will be ready"."""
    return not any(
        is_content(t) and not t.is_name and not t.is_date and t.low not in AUXILIARIES
        for t in line[part.at + 1 : part.end]
    )


def resume(figures: Sequence[Figure], before: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return ``figures`` of a sentence with the noun filled in from ``before``, those of the sentence before it."""
    counted = [f for f in before if f.kind is Kind.COUNT and f.thing.noun in NOUN_OF]
    if len({NOUN_OF[f.thing.noun] for f in counted}) != 1:
        return tuple(figures)
    return tuple(_resumed(f, counted[-1]) if ELIDED in f.thing.status else f for f in figures)


def _is_opposed(word: str, near: Sequence[str]) -> bool:
    """Return whether the sentence has the other of two: "in the north … In the south there were 90"."""
    return any(not against.isdisjoint(near) for _, against in opposites(word))


def _resumed(figure: Figure, counted: Figure) -> Figure:
    thing, theirs = figure.thing, counted.thing
    told = [concept(theirs.noun)]
    act = thing.act
    if (
        act in _PRO_VERBS and PRO in thing.status
    ):  # "In Melu 290 did": what the verb stands for is the other's
        act = theirs.act
        told.extend(w for w in theirs.near if w not in theirs.owner and not _is_opposed(w, thing.near))
    near = together(thing.near, told)
    status = tuple(s for s in thing.status if s not in (ELIDED, PRO))
    return replace(figure, thing=replace(thing, noun=theirs.noun, act=act, near=near, status=status))
