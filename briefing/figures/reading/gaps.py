"""How a figure measures the distance between two things: 12 more than, two ahead of, 15 cm deeper, beat it by 0.4.

Promise: only the words right behind the figure, or a verb that governs its "by", decide; one pass over a few words.
"""

from __future__ import annotations

from briefing.data import QUANTITIES, SHARES, Direction, Kind
from briefing.figures.reading.draft import Draft
from briefing.figures.vocabulary.lexicon import ABOVE, BELOW, DETERMINERS, tells_of_height
from briefing.figures.vocabulary.numberwords import NUMBER_WORDS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_NEEDS_THAN = word_set("more less later earlier better worse further farther up down closer nearer")
_OPEN_ENDED = word_set("ahead clear short shy")
_SURPASSED = word_set(
    "beat beats beating beaten exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing outnumber outnumbers outnumbered "
    "outnumbering outscored outsold outpaced lead leads led leading outdo outdoes outdid outstrip outstrips outstripped broke breaks breaking broken bettered bettering overshot topped"
)
_MISSED = word_set("missed misses missing trails trailed trailing lagged undershot undercut")
_MAY_SET_APART = QUANTITIES | {Kind.FRACTION}
_WORDS_BETWEEN = 2  # "390 more people", "12 votes more", "nine metres a day less"
_NOT_COUNTED = word_set("and or but who which that to in of for is was are were have has had")
_REACH_OF_THAN = 8
_REACH_OF_BY = 18


def gap_of(t: Tokens, draft: Draft, begin: int) -> Direction:
    """Return whether the thing lies above or below what it is compared with by the amount of ``draft``.

    ``begin`` is the token where its modifier words begin. No comparison gives ``Direction.NONE``.
    """
    if draft.kind not in _MAY_SET_APART or draft.low is None or draft.low != draft.high:
        return Direction.NONE
    behind = _behind(t, draft)
    if behind is not Direction.NONE:
        return behind
    if (beyond := _beyond(t, draft)) is not Direction.NONE:
        return beyond
    if t.word(begin - 1) == "by":
        return _by(t, begin - 1, timed=draft.kind is Kind.DURATION)
    return Direction.NONE


def _behind(t: Tokens, draft: Draft) -> Direction:
    for k in range(draft.j, draft.j + 1 + _WORDS_BETWEEN):
        word = t.word(k)
        if word in {"after", "before"} and draft.kind is Kind.DURATION and k == draft.j:
            return Direction.ROSE if word == "after" else Direction.FELL
        if word in ABOVE or word in BELOW:
            in_percent = draft.kind in SHARES and k == draft.j and word in {"more", "less"}
            if tells_of_height([word, t.word(k + 1), t.word(k + 2)]) or not (
                in_percent or _compares(t, k, word)
            ):
                return Direction.NONE
            up = word in ABOVE and not (word == "faster" and draft.kind is Kind.DURATION)
            slow = word in {"slower", "behind", "late"} and draft.kind is Kind.DURATION
            up = up and not (word in {"ahead", "clear"} and draft.kind is Kind.DURATION)
            return Direction.ROSE if up or slow else Direction.FELL
        if not word.isalpha() or word in NUMBER_WORDS or word in _NOT_COUNTED:
            break
    return Direction.NONE


_MARKS = word_set(
    "capacity target budget limit estimate estimates par record norm average mark forecast quota plan top level threshold minimum maximum"
)
_TAKING = word_set(
    "taking took takes take knocked knocking shaved shaving cut cutting clipped clipping sliced slicing chopped"
)


def _beyond(t: Tokens, draft: Draft) -> Direction:
    """Read "750 over capacity", "$1m over the top of the estimate", "taking 0.36 seconds off the record"."""
    word = t.word(draft.j)
    if word == "off" and _takes(t, draft.i):
        return Direction.FELL
    if word in {"over", "under"}:
        following = t.low[draft.j + 1 : draft.j + 4]
        if not _MARKS.isdisjoint(following):
            return Direction.ROSE if word == "over" else Direction.FELL
    return Direction.NONE


def _takes(t: Tokens, at: int) -> bool:
    """Return whether a verb of taking off has the number for its object: not "took place 150 miles off the coast"."""
    for k in range(at - 1, at - _REACH_OF_TAKING, -1):
        if t.word(k) in _TAKING:
            return True
        if t.word(k) not in _BEFORE_TAKEN and t.word(k).isalpha():
            return False
    return False


_REACH_OF_TAKING = 5
_BEFORE_TAKEN = word_set(
    "a an the about around some nearly almost roughly just only another further more less than over under up to at least "
    "as much most"
)


def _compares(t: Tokens, k: int, word: str) -> bool:
    """Whether the comparative really compares: than follows, or it can stand alone ("two points ahead")."""
    if word in _OPEN_ENDED:
        return t.word(k + 1) == "of" or word == "ahead"
    if word not in _NEEDS_THAN:
        return True
    if word in {"up", "down"} and t.word(k + 1) in DETERMINERS:
        return False  # "fell 30 feet down a cliff on the west face": a way, no standing
    for n in range(k + 1, k + _REACH_OF_THAN):
        if t.word(n) == "than" or (t.word(n) == "on" and word in {"up", "down"}):
            return True
        if t.word(n) in {".", ";", ",", "", "and"}:
            return False
    return False


def _by(t: Tokens, by: int, *, timed: bool) -> Direction:
    """Read "exceeded it by 12"; ``timed``: who beats a time by 41 seconds takes fewer."""
    for k in range(by - 1, max(-1, by - _REACH_OF_BY), -1):
        word = t.word(k)
        if word in {".", ";"}:
            break
        if word in _SURPASSED:
            return Direction.FELL if timed and not word.startswith(("exceed", "over")) else Direction.ROSE
        if word in _MISSED:
            return Direction.ROSE if timed else Direction.FELL
    return Direction.NONE
