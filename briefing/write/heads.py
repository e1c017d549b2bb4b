"""What a sentence is about and how it ends: a subject must open a phrase of its source, an end must close one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.terms import MONTHS
from briefing.write.cues import (
    BE,
    CONTRASTS,
    DETERMINERS,
    LINKS,
    PARTICIPLES,
    PLACES,
    PREPOSITIONS,
    RELATIVES,
    SAYERS,
    SIDE_WORDS,
    WHEN,
)
from briefing.write.faithful import Token, same, tokens
from briefing.write.phrases import looks_verbal


def lost_head(candidate: str, source: str) -> str:
    """Return the first word of ``candidate`` if it opens no phrase in ``source``, or its last if its phrase goes on."""
    found, there = tokens(candidate), tokens(source)
    content = [token for token in found if token.content]
    if not content:
        return ""
    first, last = content[0], content[-1]
    opening = [token.low for token in found[: first.place + 1]]
    as_there = opening == [token.low for token in there[: len(opening)]]
    if not as_there and found[0].low not in SIDE_WORDS:
        places = [token.place for token in there if same(token, first)]
        places = _before(found[first.place + 1 :], places, there) or places
        if places and not any(opens(there, place) for place in places):
            return first.text
    if last is found[-1]:
        places = [token.place for token in there if same(token, last)]
        if places and not any(_may_end(there, place) for place in places):
            return last.text
    return ""


def _before(rest: Sequence[Token], places: Sequence[int], there: Sequence[Token]) -> list[int]:
    """Return those of ``places`` after which the next word of the candidate stands, where that is one of content."""
    if not rest or not rest[0].content or rest[0].after_break:
        return []
    return [place for place in places if place + 1 < len(there) and same(there[place + 1], rest[0])]


def turned_voice(candidate: str, source: str) -> str:
    """Return the verb that was suffered in one of the two texts and done in the other, or ``""``."""
    there = tokens(source)
    found = tokens(candidate)
    for token in found:
        if not token.low.endswith(("ed", "en")) and token.low not in PARTICIPLES:
            continue
        same = [other for other in there if other.low == token.low]
        suffered = [_suffered(there, other.place) for other in same]
        if not same:
            continue
        if _suffered(found, token.place):
            if not any(suffered) and not any(_may_be_suffered(there, other.place) for other in same):
                return token.text
        elif all(suffered) and not any(_hangs_on_noun(there, other.place) for other in same):
            return token.text
    return ""


def counted_anew(candidate: str, source: str) -> str:
    """Return the noun of which ``candidate`` has one and ``source`` has several ("A member" of "Members"), or ``""``."""
    forms: dict[str, set[bool]] = {}
    for token in tokens(source):
        forms.setdefault(token.key, set()).add(token.low.endswith("s"))
    found = tokens(candidate)
    for token in found:
        end = token.place + 1
        while end < len(found) and found[end].content and not found[end].after_break:
            end += 1
        noun = found[end - 1]
        if token.low in ("a", "an", "one") and forms.get(noun.key) == {True} and not noun.low.endswith("s"):
            return noun.text
    return ""


def opens(source: Sequence[Token], place: int) -> bool:
    """Whether a phrase that may be a subject begins with the word at ``place``, or with what describes it."""
    lower = 0
    for at in range(place, -1, -1):
        if at == 0 or source[at].after_break:
            return lower <= 1 or source[0].low in DETERMINERS
        before = source[at - 1]
        low = before.low
        if _bounds(source, at - 1):
            return True
        if low in DETERMINERS:
            return at == 1 or source[at - 1].after_break or _bounds(source, at - 2)
        if before.content and before.name and not before.possessive:
            continue
        if not before.content or before.possessive or looks_verbal(before):
            return False
        lower += 1
        if lower > 3:
            return False
    return True


def _bounds(source: Sequence[Token], at: int) -> bool:
    """Whether a new phrase begins after the word at ``at``: a link, a verb of saying, a word of time."""
    token = source[at]
    if token.low in CONTRASTS | LINKS | {
        "that",
        "or",
        "after",
        "before",
        "since",
        "until",
        "if",
        "so",
        "has",
        "there",
    }:
        return True
    if token.low in SAYERS or token.low in WHEN:
        return True
    return token.low == "of" and at > 0 and source[at - 1].low in PLACES


def _may_end(source: Sequence[Token], place: int) -> bool:
    """Whether a sentence may end after the word at ``place``: its phrase does not go on."""
    if place + 1 >= len(source) or source[place + 1].after_break:
        return True
    following = source[place + 1]
    if following.low in WHEN | PREPOSITIONS | MONTHS.keys() or following.low.endswith("ly"):
        return True
    if following.name and source[place].name:
        return False
    return not following.content or following.low in SAYERS


def _suffered(found: Sequence[Token], place: int) -> bool:
    """Whether a form of "be" stands before the participle at ``place``, adverbs and "not" aside."""
    for at in range(place - 1, max(-1, place - 4), -1):
        if found[at + 1].after_break and not found[at + 1].low.endswith("ly"):
            return False
        if found[at].low in BE:
            return True
        if found[at].low not in (
            "not",
            "also",
            "since",
            "now",
            "still",
            "then",
            "later",
            "never",
        ) and not found[at].low.endswith("ly"):
            return False
    return False


def _may_be_suffered(source: Sequence[Token], place: int) -> bool:
    """Whether a participle without "be" may be one all the same: no object stands after it."""
    if place + 1 >= len(source) or source[place + 1].after_break:
        return True
    following = source[place + 1]
    return following.low in SIDE_WORDS | CONTRASTS | WHEN or following.low.endswith("ly")


def _hangs_on_noun(source: Sequence[Token], place: int) -> bool:
    """Whether the participle at ``place`` stands in a clause with "who was", which may lose these two words."""
    before = [token.low for token in source[max(0, place - 3) : place]]
    return any(
        first in RELATIVES and second in BE | {"had", "has", "have"} for first, second in pairwise(before)
    )
