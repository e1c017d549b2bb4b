"""Who bears an age: "his wife, 35", "a passenger of 22", "the pilot, who was 58", "a 31-year-old nurse".

Promise: only the noun or name right beside the age bears it, with what stands in apposition to it; where a text gives the
claim's bearer another age and this one to somebody else, it is not the claim's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, is_content
from briefing.figures.vocabulary.lexicon import ADVERBS, BEING, DETERMINERS, PREPOSITIONS, RELATIVES
from briefing.wordsets import word_set

_BEARER = "bearer:"
_BESIDE = word_set(", ( aged age now -")
_BEING = BEING | {"turned", "turns"}
_REACH = 5  # words of one noun phrase


def bearers(line: Sequence[Token], part: Part) -> Iterator[str]:
    """Yield who bears the age at ``part.at``: the head of the noun phrase beside it, its names, what it is apposed to."""
    for word in dict.fromkeys(_beside(line, part.at)):
        yield _BEARER + word


def _beside(line: Sequence[Token], at: int) -> Iterator[str]:
    before = line[at - 1].low if at else ""
    if "year" in line[at].low and before not in ("(", ","):
        yield from _after(line, at)
        yield from _apposed(line, at)
        return
    place = at - 1
    while place >= 0 and line[place].low in _BESIDE:
        place -= 1
    if place < 0:
        return
    if place < at - 1 or before == "of":
        if before == "of":
            place -= 1
            yield from _apposed(line, place)
        yield from _phrase_before(line, place)
        return
    while place > 0 and line[place].low in ADVERBS:
        place -= 1
    if line[place].low in _BEING:
        place -= 1
        if place >= 0 and line[place].low in RELATIVES:
            place -= 2 if line[place - 1].low == "," else 1
        yield from _phrase_before(line, place)


def _phrase_before(line: Sequence[Token], place: int) -> Iterator[str]:
    """Yield head and names of the noun phrase that ends at ``place``."""
    named = False
    for token in reversed(line[max(0, place - _REACH) : place + 1]):
        if not token.is_word or token.figure >= 0 or token.low in DETERMINERS or token.low in PREPOSITIONS:
            return
        if token.is_name:
            yield token.concept
            named = True
        elif is_content(token):
            if not named or not token.low.endswith("s"):
                yield token.stem
            return


def _after(line: Sequence[Token], at: int) -> Iterator[str]:
    """Yield the nouns and names that go on right behind "26-year-old"."""
    head = ""
    for place in range(at + 1, min(len(line), at + 1 + _REACH)):
        token = line[place]
        if token.low == "-" and not head:
            continue
        if not token.is_word or token.low in PREPOSITIONS or not is_content(token) or is_verb(line, place):
            break
        if token.is_name:
            yield token.concept
        else:
            head = token.stem
    if head:
        yield head


def _apposed(line: Sequence[Token], place: int) -> Iterator[str]:
    """Yield the head of the phrase that ``place`` is in apposition to: "the driver, a 46-year-old man"."""
    while place > 0 and line[place - 1].low in DETERMINERS:
        place -= 1
    if place > 1 and line[place - 1].low == ",":
        yield from _phrase_before(line, place - 2)


def borne_by_another(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why an age is another's: the claim's bearer has one of its own in that text, and this one somebody else."""
    ours, theirs = _of(claim), _of(place.figure)
    if not ours or not theirs or ours & theirs or place.figure.kind is not Kind.AGE:
        return ""
    for p in spots:
        if (
            p.article == place.article
            and p.figure.kind is Kind.AGE
            and p.figure.low != place.figure.low
            and ours & _of(p.figure)
        ):
            return f"source gives {place.figure.text} as the age of another"
    return ""


def _of(figure: Figure) -> set[str]:
    return {s for s in figure.thing.status if s.startswith(_BEARER)}
