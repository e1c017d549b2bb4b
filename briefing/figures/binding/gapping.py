"""A second clause that leaves out its verb: "the captain was banned for eight games and its coach for three".

Promise: only a phrase of a noun and the first clause's own preposition makes one; what a clause says itself stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.data import AMOUNTS, SHARES, Figure, Kind, Thing
from briefing.figures.binding.keys import is_date
from briefing.figures.binding.roles import HEDGES_AND_ADVERBS
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all, is_content, together
from briefing.figures.vocabulary.lexicon import PREPOSITIONS
from briefing.wordsets import word_set

_JOINING = word_set("and while but") | {","}
_POSSESSIVE = word_set("his her its their")
_TOLD = AMOUNTS | SHARES | {Kind.DURATION, Kind.RATE}
_LONGEST = 6  # words of who it is said of in the second clause


GAPPED = "gapped:"  # … and whom the second clause names


def fill_gaps(
    line: Sequence[Token], parts: Sequence[Part], figures: Sequence[Figure], things: dict[int, Thing]
) -> None:
    """Give each number whose clause leaves its verb out what the clause before says, with the one noun exchanged."""
    for first, second in pairwise(parts):
        prep = _preposition(line, second)
        kinds = [figures[line[part.at].figure].kind for part in (first, second)]
        if any(kind not in _TOLD for kind in kinds):
            continue
        told, gap = (things[line[part.at].figure] for part in (first, second))
        if prep < 0:
            exchanged = told.subject if kinds[0] is kinds[1] and _has_an_object(line, first, told) else ()
        else:
            same = line[prep].low == line[_preposition(line, first)].low
            exchanged = _exchanged(line, first, told) if same else ()
        end = prep if prep >= 0 else second.at
        if exchanged and _leaves_verb_out(line, second, end):
            things[line[second.at].figure] = _filled(told, gap, line[second.start : end], exchanged)


def _preposition(line: Sequence[Token], part: Part) -> int:
    """Return the place of the preposition right before a number, hedges aside; -1: none."""
    place = before_all(line, part.at, HEDGES_AND_ADVERBS, part.start + 1)
    return place if place > part.start and line[place].low in PREPOSITIONS else -1


def _leaves_verb_out(line: Sequence[Token], part: Part, prep: int) -> bool:
    """Return whether a part is "and", who it is said of, the preposition and a number with no noun of its own."""
    opens = line[part.start].low in _JOINING
    phrase = range(part.start + opens, prep)
    if not opens or not 1 <= len(phrase) <= _LONGEST or not any(is_content(line[k]) for k in phrase):
        return False
    if any(not line[k].is_word or is_verb(line, k) or line[k].low in PREPOSITIONS for k in phrase):
        return False
    after = line[part.at + 1] if part.at + 1 < len(line) else None
    return after is None or not after.is_word or not is_content(after) or after.low in PREPOSITIONS


def _has_an_object(line: Sequence[Token], part: Part, told: Thing) -> bool:
    """Return whether a number is the object of its clause's verb: "the dam supplies 410,000 people (and the wells 95,000)"."""
    if not told.subject or _preposition(line, part) >= 0:
        return False
    return is_verb(line, before_all(line, part.at, HEDGES_AND_ADVERBS, part.start + 1))


def _exchanged(line: Sequence[Token], part: Part, told: Thing) -> tuple[str, ...]:
    """Return the words of the first clause in whose place the second names another: its object, else its subject."""
    prep = _preposition(line, part)
    verb = next((k for k in range(prep - 1, part.start - 1, -1) if is_verb(line, k)), prep)
    between = [t.concept for t in line[verb + 1 : prep] if is_content(t) and not t.concept.startswith("act:")]
    return tuple(between) or told.subject


def _filled(told: Thing, gap: Thing, phrase: Sequence[Token], exchanged: tuple[str, ...]) -> Thing:
    own = [t.concept for t in phrase if is_content(t)]
    owned = exchanged if any(t.low in _POSSESSIVE for t in phrase) else ()
    kept = (w for w in told.near if w not in exchanged and not is_date(w))
    names = (w for w in told.owner if w in owned)
    return replace(
        gap,
        noun=told.noun,
        act=told.act,
        subject=(*owned, *own),
        near=together(owned, own, gap.near, kept),
        owner=together(names, gap.owner),
        status=(*gap.status, *(GAPPED + word for word in own)),
    )
