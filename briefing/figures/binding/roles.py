"""Which end of a change a number is: the change itself, the level before it or after it.

Promise: read from the words of the number's own part of the sentence, in one pass.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.words import Token, low_at
from briefing.figures.vocabulary.lexicon import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    tells_of_height,
)
from briefing.figures.vocabulary.stems import stem, stem_set
from briefing.figures.vocabulary.thesaurus import FAMILY_OF
from briefing.wordsets import word_set

REVISING = stem_set("revise correct amend restate downgrade upgrade adjust")


HEDGES = word_set(
    "at least most about around some nearly almost roughly approximately only just exactly more less fewer than over "
    "under up as many much little few close no a an the record total further another estimated expected projected up"
)


HEDGES_AND_ADVERBS = HEDGES | ADVERBS


REACH = 30  # words either side in which a verb of change or a count under way concerns a number


_FAR_END = 12  # words within which "from … to …" is closed


_UP = frozenset(("up", "down"))


_BOUNDING = frozenset(("more", "less", "fewer", "higher", "lower"))


_COMPARED = word_set("compared against versus vs than")


_COMPARATIVES = word_set(
    "more less fewer higher lower larger smaller bigger longer shorter taller heavier lighter faster slower cheaper "
    "dearer older younger later earlier ahead behind clear above below better worse wider adrift rise increase fall drop "
    "decline cut gain jump surge growth decrease reduction lead majority margin hike discount loss"
)


_RAISE = stem("raise")


def role_of(line: Sequence[Token], at: int, end: int, figure: Figure, has_noun: bool) -> str:
    """Return ``to``, ``from``, ``change`` or nothing, for the figure token at ``at``; its part ends at ``end``.

    ``has_noun`` says that the number counts a noun: then "cut 1,200 jobs" counts jobs and is no change of 1,200.
    """
    if figure.kind is Kind.DATE:
        before = low_at(line, at - 1)
        since = before in ("than", "as", "from", "since", "against")
        return "from" if since or than_in(line, at) or on_a_period(line, at) else ""
    if figure.kind in (Kind.TIME, Kind.NAME, Kind.IDIOM, Kind.UNREAD, Kind.SCORE):
        return ""
    if figure.kind not in (Kind.DURATION, Kind.ORDINAL) and is_yardstick(line, at):
        return "from"
    if _in_brackets_of_a_year(line, at):
        return "from"
    place = _before_hedges(line, at)
    low = low_at(line, place)
    if low == "than" and place == at - 1:
        return ""
    if _is_as_high_as(line, at):
        return "to" if _changes(line, max(0, at - _FAR), at) else ""
    if low == "with" and place and line[place - 1].low == "compared":
        return "from"
    if low == "to" and place and line[place - 1].low == "compared":
        return "from"
    if low == "after" and figure.kind is Kind.PERCENT and _is_followed_by_a_day(line, at):
        return "from"  # "grew 0.2 percent, after 0.6 percent in May"
    if low in ("from", "to", "by") or (low in _COMPARED and at - place < _FAR):
        return _role_after(line, place)
    counted = has_noun and figure.kind is Kind.COUNT
    collected = figure.kind is Kind.MONEY and place >= 0 and line[place].stem == _RAISE  # "raised £3 million"
    counted = counted or collected
    if place >= 0 and not counted and _is_change_word(line[place]) and not _is_phrasal(line, place):
        return "change"
    next_word = low_at(line, at + 1)
    in_percent = figure.kind is Kind.PERCENT and next_word in ("more", "less")
    passed = bool(figure.gap) and next_word in ("over", "under")  # 3 million over budget
    return "change" if in_percent or passed or _comparative_follows(line, at, end) else ""


def _is_as_high_as(line: Sequence[Token], at: int) -> bool:
    """Return whether the number is a level reached: "rose as high as 30", unlike "rose as much as 30"."""
    return at > _YARD and [t.low for t in line[at - 3 : at]] in (["as", "high", "as"], ["as", "low", "as"])


def _is_followed_by_a_day(line: Sequence[Token], at: int) -> bool:
    """Return whether a number ends its clause, or a phrase of time follows: "after 3.9 percent in January"."""
    if at + 1 >= len(line) or line[at + 1].is_date:
        return True  # "after 6.2 percent last year"
    return line[at + 1].low in ("in", "the", "a", "last", "during", "previously", ",", ".", ";")


_MEASURED_BY = word_set("than above below")
_SHORT_OF = word_set("short shy ahead")


def is_yardstick(line: Sequence[Token], at: int) -> bool:
    """Return whether another number is measured by this one: "more than the 40 expected", "short of the 9 percent target"."""
    if at < _YARD or line[at - 1].low != "the":
        return False
    low = line[at - 2].low
    return low in _MEASURED_BY or (low == "of" and line[at - 3].low in _SHORT_OF)


_YARD = 3  # tokens: "short of the"


def _in_brackets_of_a_year(line: Sequence[Token], at: int) -> bool:
    """Return whether a figure of an earlier time stands in brackets behind today's: "36 million (2024: 31 million)"."""
    return at >= _YARD and line[at - 1].low == ":" and line[at - 2].is_date and line[at - 3].low == "("


def is_compared(line: Sequence[Token], at: int) -> bool:
    """Return whether the number is only set beside another: "against 40 in the north", not "from 40"."""
    if is_yardstick(line, at) or _in_brackets_of_a_year(line, at):
        return True
    place = _before_hedges(line, at)
    return place >= 0 and (line[place].low in _COMPARED or line[place].low in ("with", "after"))


def _before_hedges(line: Sequence[Token], at: int) -> int:
    """Return the place of the first word before the number that is neither a hedge nor an article."""
    place = _before_level(line, at - 1)
    while (
        place >= 0
        and line[place].low != "up"
        and (line[place].low in HEDGES or line[place].low in DETERMINERS)
    ):
        if line[place].low == "than" and place and line[place - 1].low not in _BOUNDING:
            break
        if (
            line[place].low == "at"
            and line[place + 1].low not in ("least", "most")
            and line[place - 1].low not in _COMPARED
        ):
            break  # "31 points down at 7,810": a level
        place -= 1
    return place


_LEVELS = word_set(
    "rate average target peak high low record level norm limit mean median figure total maximum minimum best"
)
_SETTING = word_set("from against with to versus")
_FAR = 8  # tokens: "against a long-term national average of 5"


def _before_level(line: Sequence[Token], place: int) -> int:
    """Return ``place``, or that of the word that sets a level against another: "from a peak of 310"."""
    if place < _YARD or line[place].low != "of" or line[place - 1].low not in _LEVELS:
        return place
    back = place - 2
    while back > max(0, place - _FAR) and line[back].is_word and line[back].low not in PREPOSITIONS:
        back -= 1
    return back if line[back].low in _SETTING else place


def _role_after(line: Sequence[Token], place: int) -> str:
    low = line[place].low
    if low in _COMPARED:
        return "from"
    if low == "from":
        counted = any(t.figure >= 0 for t in line[max(0, place - _YARD) : place])
        if counted and any(t.stem in _OCCASIONS for t in line[place + 1 : place + _FAR_END // 2]):
            return ""  # "gained 12 points from five games"
        if place and line[place - 1].stem in _ORIGIN:
            return ""  # "the rest comes from two funds, up from one"
        return (
            "from"
            if _changes(line, max(0, place - REACH), place + REACH) and _starts_there(line, place)
            else ""
        )
    if low == "to":
        return "to" if _changes(line, max(0, place - 14), place) else ""
    before = [t for t in line[max(0, place - 14) : place] if t.stem != "tak"]  # "took the match by 34 runs"
    return "change" if _changes(before, 0, len(before)) else ""


_ORIGIN = stem_set("come hail draw stem collect gather")
_OCCASIONS = stem_set("game match start round outing appearance attempt shot innings race fixture fight bout")


def _starts_there(line: Sequence[Token], place: int) -> bool:
    """Return whether "from" names where a change began: "down from 9", "fell from 9 to 7"; not "the rest comes from two funds"."""
    if any(
        (t.is_word and (FAMILY_OF.get(t.stem) in ("rise", "fall") or t.stem in _STARTING))
        or (t.figure >= 0 and t.low.startswith(_MULTIPLYING))
        for t in line[max(0, place - REACH) : place + REACH]
    ):
        return True
    ahead = line[place + 1 : place + _FAR_END]
    return any(
        t.low == "to" and ahead[i + 1 : i + 3] and any(n.figure >= 0 for n in ahead[i + 1 : i + 4])
        for i, t in enumerate(ahead)
    )


_STARTING = REVISING | {"chang", "double"}


def _is_change_word(token: Token) -> bool:
    if token.is_name:
        return False  # Selby Down, Rise Festival
    if token.low in _UP:
        return True
    return FAMILY_OF.get(token.stem) in ("rise", "fall") and (
        token.low not in _COMPARATIVES
        or token.low in ("rise", "fall", "drop", "cut", "increase", "gain", "jump", "decline")
    )


_WITH_UP = word_set(
    "let lets chase chased chasing chases hunt hunted hunting run ran running track tracked put puts putting set sets made makes make making took take takes taken gave give gives given used use pick picked picks sign signed "
    "signs ended end ends back backed brought bring held hold shut shuts broke break closed close showed show turned turn lined line"
)


def _is_phrasal(line: Sequence[Token], place: int) -> bool:
    """Return whether "up" or "down" goes with a verb that tells of no change: the county put up 3 million."""
    return line[place].low in _UP and place > 0 and line[place - 1].low in _WITH_UP


_PERIOD_LABEL = "d:0000-00-00:"


def on_a_period(line: Sequence[Token], at: int) -> bool:
    """Return whether a change is measured on this year or month: "a drop of 15 percent on 2024", "up six on March"."""
    whole = at > 1 and line[at - 1].low == "on" and len(line[at].concept) > len(_PERIOD_LABEL)
    return whole and any(
        _is_change_word(t) or t.low in _COMPARATIVES for t in line[max(0, at - _NEAR_CHANGE) : at - 1]
    )


_NEAR_CHANGE = 6


def than_in(line: Sequence[Token], at: int) -> bool:
    """Return whether a date is what is compared with: "more than in May", "than at the end of April", "as on Friday"."""
    place = at - 1
    while place > max(0, at - _FAR) and line[place].low in _WITHIN:
        place -= 1
    return 0 <= place < at - 1 and line[place].low in ("than", "as")


_WITHIN = word_set("in for on at by the end start beginning middle close of early late")


def _comparative_follows(line: Sequence[Token], at: int, end: int) -> bool:
    for place in range(at + 1, min(end, at + 4)):
        low = line[place].low
        if place + 2 < len(line) and tells_of_height([t.low for t in line[place : place + 3]]):
            return False
        if low in _COMPARATIVES and line[place - 1].low in ("or", "and"):
            return False  # "65 or older": a bound
        if low in _COMPARATIVES and line[place - 1].low not in ("this", "last", "next", "the"):
            return not (
                low in ("more", "later", "earlier") and (place + 1 >= end or line[place + 1].low != "than")
            )
        if not line[place].is_word and low != "-":
            return False
        if low in AUXILIARIES or line[place].figure >= 0:
            return False
    return False


def _changes(line: Sequence[Token], start: int, end: int) -> bool:
    return any(
        FAMILY_OF.get(t.stem) in ("rise", "fall") or t.stem in REVISING or t.stem in _MOVING
        for t in line[start:end]
        if t.is_word
    ) or any(t.figure >= 0 and t.low.startswith(_MULTIPLYING) for t in line[start:end])


_MOVING = word_set("chang mov go com bring tak double") | stem_set("shorten lengthen extend prolong curtail")
_MULTIPLYING = ("doubl", "trebl", "tripl", "quadrupl", "halv")
