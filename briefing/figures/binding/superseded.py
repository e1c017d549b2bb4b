"""Figures that no longer hold: reported earlier, revised, put right, taken back, planned and given up.

Promise: the words stand in the figure's own sentence; nothing is read from another.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.roles import HEDGES, REACH, REVISING
from briefing.figures.binding.speakers import SAYING_VERBS
from briefing.figures.binding.words import Token, before_all
from briefing.figures.vocabulary.lexicon import ADVERBS, AUXILIARIES
from briefing.figures.vocabulary.stems import stem, stem_set
from briefing.wordsets import word_set

_EARLIER_VERBS = SAYING_VERBS | {stem("think")}  # "first thought to be 40"


INTENDING = stem_set("plan expect schedule intend hope set promise forecast")


FORECAST = stem_set(
    "expect forecast predict project anticipate target aim hope projection expectation prediction guidance goal"
) | {"could", "might"}


def was_reported(line: Sequence[Token], place: int, start: int, end: int) -> bool:
    """Return whether words date a figure before the present one: "earlier reported", "had said", "first put at"."""
    low = line[place].low
    following = line[place + 1] if place + 1 < end else None
    if low in ("first", "originally") and following is not None and following.stem in INTENDING:
        return True  # "once planned for 2024"
    if low in ("earlier", "first", "previously", "had") and following is not None:
        nearby = [following]
        if following.low in ADVERBS or following.low in AUXILIARIES:
            nearby = list(line[place + 1 : min(end, place + 4)])
        if any(
            t.stem in _EARLIER_VERBS
            and t.low.endswith(("ed", "id", "ut", "en", "old", "ght", "ave", "given", "oken", "oke"))
            for t in nearby
        ):
            dated = any(t.low in ("earlier", "first", "initially") or t.is_date for t in line[start:end])
            return low != "had" or dated
    return (
        low in ("early", "earlier", "initial", "previous", "original", "first")
        and following is not None
        and following.low in _REPORTS
    )


_REPORTS = word_set("toll estimate estimates figure count report reports version tally statement number")


SAID_BEFORE = (
    "said-before"  # the status of what was only said before: nothing in its sentence turns against it
)
_TURNING = word_set(
    "but however though although while whereas yet instead now since later wrongly mistakenly incorrectly than corrected "
    "revised denied retracted withdrew no not"
)


def was_only_said(line: Sequence[Token], place: int) -> bool:
    """Return whether a word such as "previously" or "had" dates what somebody said, and nothing takes it back."""
    if line[place].low not in ("previously", "earlier", "had") or place + 1 >= len(line):
        return False
    said = line[place + 1].stem in SAYING_VERBS
    return said and all(t.low not in _TURNING for k, t in enumerate(line) if k != place)


def revised_from(line: Sequence[Token], at: int) -> bool:
    """Return whether it is the value another takes the place of: "revised from 12", "10 instead of 12"."""
    place = before_all(line, at, HEDGES)
    if place < 0:
        return False
    if line[place].low in ("rather", "instead") and line[place + 1].low in ("than", "of"):
        return True
    if line[place].low == "from":
        return any(t.stem in REVISING for t in line[max(0, at - REACH) : at + REACH])
    return line[place].low in ("of", "than") and place >= 1 and line[place - 1].low in ("instead", "rather")


def put_right(line: Sequence[Token], at: int) -> bool:
    """Return whether the sentence goes on to say what the figure ought to be: "1,240, should have been 1,420"."""
    end = min(len(line), at + REACH)
    lows = [t.low for t in line[at + 1 : end]]
    if "should" in lows and any(
        lows[k : k + 3] in (["should", "have", "been"], ["should", "have", "read"]) for k in range(len(lows))
    ):
        return True
    return "to" in lows and any(
        line[k].low == "to" and corrects(line, at + 1, k + 1) for k in range(at + 1, end)
    )


def corrects(line: Sequence[Token], start: int, at: int) -> bool:
    """Return whether the words before ``at`` put another figure right: "later corrected that to", "revised the toll to"."""
    place = before_all(line, at, HEDGES, start + 1)
    if place <= start or line[place].low != "to":
        return False
    place -= 1
    if line[place].low in _THAT:
        return place > start - 1 and line[place - 1].stem in REVISING
    if line[place].stem not in _NUMBER:
        return False
    place -= line[place - 1].low in ("the", "its", "their", "this", "that")
    return line[place - 1].stem in REVISING


_THAT = ("that", "it", "this", "them")
_NUMBER = stem_set("number figure toll total count tally")


def taken_back(line: Sequence[Token], at: int) -> bool:
    """Return whether a correction says what was given before: "Correction: we gave the cost as 71 million"."""
    opens = bool(line) and line[0].low in ("correction", "corrections", "clarification", "corrected")
    return opens and any(
        t.stem in _EARLIER_VERBS
        and line[place - 1].low in ("we", "wrongly", "incorrectly", "mistakenly", "was", "had")
        for place, t in enumerate(line[:at])
        if place
    )


def was_expected(line: Sequence[Token], start: int, at: int) -> bool:
    """Return whether it is a forecast that the same sentence replaces: "had forecast 2 % and now expects 1 %"."""
    had = any(line[place].low == "had" and line[place + 1].stem in FORECAST for place in range(start, at - 1))
    return had and any(t.low == "now" for t in line[at:])


def was_to_have(line: Sequence[Token], start: int, at: int) -> bool:
    """Return whether a plan was given up: "it was to have cost 5 million"."""
    return any(
        line[place].low in ("was", "were") and [t.low for t in line[place + 1 : place + 3]] == ["to", "have"]
        for place in range(start, at)
    )
