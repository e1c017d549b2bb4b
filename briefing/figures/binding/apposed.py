"""Which number is set against a level of another time or thing: ", a third of the town's", "twice as many as in May".

Promise: read from the few words around the number, in one pass; nothing is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from briefing.data import Figure, Kind
from briefing.figures.binding.roles import HEDGES
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all
from briefing.figures.vocabulary.lexicon import DETERMINERS
from briefing.figures.vocabulary.stems import stem_set
from briefing.figures.vocabulary.thesaurus import NOUN_OF
from briefing.wordsets import word_set

APPOSED = "apposed"  # a share behind the number that is this share of something larger
OF_A_WHOLE = "of-whole"  # … and that names the larger thing: "of the town's", not just ", one in five,"
OF_ALL = "of-all"  # how many a share is of: "three-quarters of the 16"
AGAINST = "against"  # a factor of what is named behind it
EACH_OF = "each-of"  # how many get what is told next: "each of the 14 schools gets 25"
BOTH_WAYS = "both-ways"  # what is told of one of two sides: "three lanes in each direction"
BY = "by"  # a distance, whatever the verb: "took the match by 34 runs"
NEEDED = "needed"  # a mark to be reached, which nobody need have reached: "the 71 seats needed"
AND_ONE = "and-one:"  # … and a single one more: "nine men and a woman"
PERIOD = "period"  # "in the seventh", which may leave out of what
PERIODS = stem_set("season round inning set frame lap quarter period leg heat hole")
_IN_THE = (["in", "the"], ["into", "the"], ["during", "the"], ["in", "his"], ["in", "her"], ["in", "their"])
_OPENS = frozenset((",", "(", "–", "—"))
_CLOSES = frozenset((",", ")", "–", "—", ";", ".", ":"))
_OF_THE_NUMBER = word_set("them whom which whose these it")
_OWNERS = word_set("the its his her their")  # "half its length in 1950"
_SHARES = (Kind.FRACTION, Kind.PERCENT, Kind.RATIO)
_REACH = 14  # words within which an apposition closes
_NEXT = 5  # words after a factor in which its "as many as" or "what" begins
_REFERENCES = word_set("what that those average number level rate amount figure price size")


def set_against(line: Sequence[Token], at: int, figure: Figure) -> Iterator[str]:
    """Yield ``apposed`` for a share in apposition to the number before it, ``against`` for a factor of another level."""
    if _follows_its_share(line, at):
        yield OF_ALL
    if figure.kind in _SHARES and _is_apposed(line, at):
        yield APPOSED
        if line[at + 1].low in ("of", *_OWNERS):
            yield OF_A_WHOLE
    if (at > 0 and line[at - 1].low == "by") or is_margin(line, at):
        yield BY
    if figure.kind is Kind.ORDINAL and [t.low for t in line[max(0, at - 2) : at]] in _IN_THE:
        yield PERIOD
    if figure.kind is Kind.COUNT:
        yield from _counted_on(line, at)
        if _is_needed(line, at):
            yield NEEDED
    factor = figure.unit == "times" or figure.kind is Kind.FRACTION
    if factor and _is_against(line, at):
        yield AGAINST


def is_margin(line: Sequence[Token], at: int) -> bool:
    """Return whether the number is by how much somebody won: "a majority of 312 over"."""
    place = before_all(line, at, HEDGES, 1)
    led = place > 0 and line[place].low == "of" and line[place - 1].low in _MARGINS
    return led and any(t.low == "over" for t in line[at + 1 : at + 3])


_MARGINS = word_set("majority margin lead")


_BEYOND = word_set("ahead behind above below clear over than")


def beyond(line: Sequence[Token], part: Part) -> Iterator[str]:
    """Yield the names that a distance is measured from: "12 seconds ahead of Luca Ferri"."""
    place = part.at + 1
    while place < min(part.end, part.at + _NEXT) and line[place].low not in _BEYOND:
        place += 1
    if place >= part.end or line[place].low not in _BEYOND:
        return
    place += 1
    while place < part.end and (line[place].low in ("of", *DETERMINERS) or line[place].is_name):
        if line[place].is_name:
            yield BEYOND + line[place].concept
        place += 1


BEYOND = "beyond:"


def _is_needed(line: Sequence[Token], at: int) -> bool:
    """Return whether the number is what a majority, a quorum or a motion needs."""
    defined = at > 0 and line[at - 1].low in DETERMINERS
    return defined and any(t.low in _REQUIRED for t in line[at + 1 : at + 3])


_REQUIRED = word_set("needed required necessary")


def _follows_its_share(line: Sequence[Token], at: int) -> bool:
    """Return whether the number only says of how many a share is: "three-quarters of the 16 hangars"."""
    place = at - 1
    if place > 0 and line[place].low.endswith(("'s", "’s", "s'", "s’")):
        place -= 1  # "two of the valley's 13 bridges"
    while place > 0 and line[place].low in DETERMINERS:
        place -= 1
    return place > 0 and line[place].low == "of" and line[place - 1].figure >= 0


def _counted_on(line: Sequence[Token], at: int) -> Iterator[str]:
    """Yield how more are counted than the number says: for each of so many, for both sides, with a single one more."""
    before = [t.low for t in line[max(0, at - 3) : at]]
    if before[-2:] == ["each", "of"] or before == ["each", "of", "the"]:
        yield EACH_OF
    following = [t.low for t in line[at + 1 : at + _REACH]]
    if any(a in ("each", "either") and b in _SIDES for a, b in pairwise(following[:_NEXT])):
        yield BOTH_WAYS
    if one := _one_more(line, at):
        yield AND_ONE + one


def _one_more(line: Sequence[Token], at: int) -> str:
    """Return what a single one is that is counted on: the woman of "nine men in their thirties and a woman of 28"."""
    aged = False
    for place in range(at + 1, min(len(line) - 2, at + _REACH)):
        low = line[place].low
        if low == "and" and line[place + 1].low in ("a", "an"):
            behind = takewhile(
                lambda t: t.is_word or t.low == "-" or _is_age(t), line[place + 2 : place + _NEXT]
            )
            return next((t.stem for t in behind if t.stem in NOUN_OF), "")
        aged = aged or low == "aged" or _is_age(line[place])
        told = low != "aged" and is_verb(line, place)
        aside = low == "," and (aged or line[place + 1].low in ("aged", "all", "and"))
        if told or low in (";", "with") or (low == "," and not aside):
            return ""
        if line[place].figure >= 0 and not _is_age(line[place]):
            return ""
    return ""


def one_more_than(figure: Figure) -> str:
    """Return the noun of the single one that is counted on with those of a figure; an empty string where there is none."""
    return next((s.removeprefix(AND_ONE) for s in figure.thing.status if s.startswith(AND_ONE)), "")


def _is_age(token: Token) -> bool:
    """Return whether a number is an age: of 28, aged 20 to 41, in their thirties."""
    return token.concept.startswith("a:") or (token.figure >= 0 and token.low.endswith("ties"))


_SIDES = word_set("direction way side end")


def _is_apposed(line: Sequence[Token], at: int) -> bool:
    """Return whether a share closes without a verb of its own right behind a number: "6,000 flats, a third of the town's"."""
    before = at - 1
    while before > 0 and (
        line[before].low in HEDGES or line[before].low in DETERMINERS or line[before].low == "or"
    ):
        before -= 1
    if before <= 0 or line[before].low not in _OPENS:
        return False
    if not any(t.figure >= 0 for t in line[max(0, before - _REACH) : before]):
        return False
    following = [t.low for t in line[at + 1 : at + 3]]
    if following and following[0] not in ("of", *_OWNERS, *_CLOSES):
        return False  # "£1.1m, half from the county"
    if following[:1] == ["of"] and (following[1:2] == [] or following[1] in _OF_THE_NUMBER):
        return False
    for place in range(at + 1, min(len(line), at + _REACH)):
        if line[place].low in _CLOSES:
            return True
        if is_verb(line, place):
            return False
    return at + 1 < len(line) <= at + _REACH


def _is_against(line: Sequence[Token], at: int) -> bool:
    """Return whether a factor names what it is the multiple of: "twice as many as in May", "half what was feared"."""
    following = [t.low for t in line[at + 1 : at + 1 + _NEXT]]
    if following[:2] == ["of", "what"]:
        return True
    if following[:1] == ["as"]:
        return "as" in following[1:] or "than" in following[1:]
    if following[:1] and following[0] in _OWNERS:
        return any(low in _REFERENCES or low in _MARKS for low in following[1:_NEXT_OF_OWNER])
    return bool(following) and following[0] in _REFERENCES


_NEXT_OF_OWNER = 3  # words: "its low estimate"
_MARKS = word_set("estimate budget target quota limit forecast norm reserve capacity record best")
