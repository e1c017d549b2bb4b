"""What a length, a sum or a measure is tied to: "an 18-month sentence" to the noun, "suspended for" to the verb.

Promise: only the noun a number stands right before, and the verb it is the object or length of, tie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all
from briefing.figures.vocabulary.lexicon import ADVERBS, DETERMINERS, PREPOSITIONS, STOPWORDS
from briefing.figures.vocabulary.thesaurus import concept
from briefing.wordsets import word_set

TYING = (Kind.DURATION, Kind.MONEY, Kind.MEASURE)
TIED_TO, TIED_BY = "tied-to:", "tied-by:"
_LEADING = ADVERBS | {"for", "over"}


def ties(line: Sequence[Token], part: Part, figure: Figure) -> Iterator[str]:
    """Yield the noun that the number stands before as its attribute, and the verb whose object or length it is."""
    if figure.kind not in TYING:
        return
    before = line[part.at - 1] if part.at else None
    if "-" in figure.text or (before is not None and before.low in DETERMINERS):
        head = _noun_behind(line, part)
        if head:
            yield TIED_TO + concept(head)
            return
    place = before_all(line, part.at, _LEADING, 1)
    if place >= 0 and is_verb(line, place):
        yield TIED_BY + line[place].concept


def _noun_behind(line: Sequence[Token], part: Part) -> str:
    """Return the head of the noun phrase that goes on right behind the number."""
    head = ""
    for token in line[part.at + 1 : part.end]:
        if token.low == "-" and not head:
            continue
        if not token.is_word or token.low in STOPWORDS or token.low in PREPOSITIONS:
            break
        if head and token.low.endswith(("ed", "ing")):
            break
        head = token.stem
    return head


_NO_NOUN = word_set(
    "strong fold plus odd way tier part time digit figure star storey story sided man woman person piece"
)


def compounded(line: Sequence[Token], part: Part) -> int:
    """Return the place of the noun that a hyphen ties to the number: "a 12-branch building society"; 0: there is none."""
    place = part.at + 2
    if place >= part.end or line[part.at + 1].low != "-" or line[part.at].end != line[place - 1].start:
        return 0
    tied = line[place - 1].end == line[place].start and line[place].is_word
    return place if tied and line[place].low not in _NO_NOUN else 0
