"""The noun that a number leaves to what goes before it: "the toll rose to 12", "of the patients 112 were under ten".

Promise: the search stays inside the part of the number, and behind a clause of another time put before its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.acts import SETTING
from briefing.figures.binding.phrases import NUMBER_OF
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all, is_content
from briefing.figures.vocabulary.lexicon import ADVERBS, AUXILIARIES, BEING, LINKING, PREPOSITIONS, STOPWORDS
from briefing.figures.vocabulary.stems import stem_set
from briefing.wordsets import word_set

_PARENTS = word_set("father mother parent parents dad mum mom grandfather grandmother")
_PUTTING = stem_set("put estimate reckon value")
_REPORTS = stem_set("report news word talk claim rumour account")  # "early reports of three injured"
_BE = BEING | word_set("stood stands remains remained")


def noun_elsewhere(line: Sequence[Token], part: Part, verb: int) -> str:
    """Return the noun before the verb when none follows the number: "the toll rose to 12"."""
    if line[part.start].low == "of":  # "Of the patients 112 were under ten"
        return _noun_before(line, part.start + 1, part.at)
    place = before_all(line, part.at, ADVERBS, part.start + 1)
    if part.at > 1 and line[part.at - 1].low == "of" and line[part.at - 2].low in _PARENTS:
        return "child"  # "a father of three"
    prep = line[place].low if place >= part.start else ""
    if prep == "of" and place - 1 >= part.start and line[place - 1].is_word and not line[place - 1].is_name:
        return line[place - 1].stem if line[place - 1].stem not in NUMBER_OF | _REPORTS else ""
    if verb > part.at and (prep == "between" or prep not in PREPOSITIONS):
        return ""  # "between 90 and 120 are expected"
    if part.start <= verb < part.at and (
        line[verb].stem in SETTING or (prep == "at" and line[verb].stem in _PUTTING)
    ):
        named = _noun_before(line, verb + 1, part.at)  # "lowered the toll to ten"
        if named:
            return named
    if _is_told_of_it(line, part, verb):
        return ""  # "with the other drug it was 7.0": what the sentence before it counts
    stop = verb if part.start <= verb < part.at else part.at
    if verb >= 0 and verb < part.at and line[verb].stem not in LINKING and line[verb].low not in _BE:
        return ""
    return _noun_before(line, part.start, stop)


def _is_told_of_it(line: Sequence[Token], part: Part, verb: int) -> bool:
    """Return whether a pronoun is the subject of the verb before the number: "a year earlier it had been 61"."""
    place = verb - 1
    while part.start < place and verb < part.at and line[place].low in AUXILIARIES:
        place -= 1
    return part.start <= place < verb < part.at and line[place].low in ("it", "they")


_NO_HEAD = (
    STOPWORDS | PREPOSITIONS | word_set("morning afternoon evening night nightfall dawn dusk noon midnight")
)


_OF_ANOTHER_TIME = word_set("after before since when once until while as")
_OPENING = 3  # tokens: "a week after", "two short days before"


def _behind_opening(line: Sequence[Token], start: int, stop: int) -> int:
    """Return where the main clause begins behind one of time put before it: "A week after the quake, the toll rose to".

    "The number of" begins it also where no comma parts the two.
    """
    for place in range(start, stop - 1):
        if line[place].stem in NUMBER_OF and line[place + 1].low == "of":
            return place
    opens = next(
        (k for k in range(start, min(start + _OPENING, stop)) if line[k].low in _OF_ANOTHER_TIME), -1
    )
    if opens < 0:
        return start
    comma = next((k for k in range(opens, stop) if line[k].low == ","), stop)
    return comma + 1 if any(is_content(t) and not t.is_name for t in line[comma + 1 : stop]) else start


def _noun_before(line: Sequence[Token], start: int, stop: int) -> str:
    """Return the head of the noun phrase that ends before ``stop``; "the number of injured" is about injured."""
    head = ""
    if start < stop - 1 and line[start].is_name and line[start + 1].low in PREPOSITIONS:
        return ""  # "Enrolment in the district": the district is not what fell
    for place in range(_behind_opening(line, start, stop), stop):
        token = line[place]
        if not token.is_word or token.low in _NO_HEAD or token.figure >= 0:
            if token.low in PREPOSITIONS and head and not (token.low == "of" and head in NUMBER_OF):
                break
            continue
        if is_verb(line, place):
            if head:
                break
            continue
        if not token.is_name and token.low not in ADVERBS:
            head = token.stem
    return head
