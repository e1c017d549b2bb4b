"""Two numbers that make one figure: ranges, scores, votes, ratios, shares.

Promise: both numbers are kept, in order for scores and fractions (``parts``), sorted for ranges.
"""

from __future__ import annotations

from briefing.data import QUANTITIES, Kind
from briefing.figures.reading.directions import change_verb
from briefing.figures.reading.draft import Context, Draft
from briefing.figures.reading.innings import read_innings
from briefing.figures.reading.quantities import quantity_from, scaled_by
from briefing.figures.reading.ranges import (
    after_between,
    after_from,
    read_clock_range,
    read_either,
    read_range,
)
from briefing.figures.reading.scores import (
    DASHES,
    read_nil,
    read_pair,
    read_slashed_pair,
    read_votes,
    score_of,
)
from briefing.figures.reading.shares import plural_follows, read_share
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_TALLIED = frozenset({"votes", "penalties", "goals", "games", "sets", "frames", "legs", "tries", "points"})
_RANGED = QUANTITIES | {Kind.AGE, Kind.FRACTION, Kind.VAGUE}


def combine(t: Tokens, first: Draft, c: Context) -> Draft:
    """Return the figure that ``first`` is a part of, or ``first`` itself."""
    if first.kind not in _RANGED:
        return first
    return (
        read_share(t, first)
        or read_nil(t, first)
        or read_innings(t, first)
        or _joined(t, first, c)
        or read_either(t, first, c)
        or first
    )


def _joined(t: Tokens, first: Draft, c: Context) -> Draft | None:
    """Return a number, a dash or "to" or (after "between") "and", and another number."""
    j = first.j
    word = t.word(j)
    if word == "/" and first.bare and t.glued(j) and t.glued(j + 1) and t.is_digits(j + 1):
        return read_slashed_pair(t, first)
    if word == "-" and t.word(j + 1) == "to" and t.word(j + 2) == "-":
        return read_range(t, first, j + 3, c)
    if word in DASHES:
        if t.glued(j) != t.glued(j + 1) and not (word == "-" and not first.bare):
            return None
        return _dashed(t, first, c)
    tallied = word in _TALLIED and t.word(j + 1) in {"to", "-", "against"} and first.bare
    if tallied and not after_from(t, first.i):
        return read_votes(t, first, j + 2)
    if word == "to":
        if t.word(first.i - 1) == "to" and t.word(first.i - 2) not in {"up"}:
            return None
        return _to(t, first, c)
    if word == "and" and after_between(t, first.i):
        return read_range(t, first, j + 1, c)
    return None


def _dashed(t: Tokens, first: Draft, c: Context) -> Draft | None:
    k = first.j + 1
    if first.bare and (clock := read_clock_range(t, first, k)) is not None:
        return clock
    second = quantity_from(t, k, c)
    if second is None or second.low is None or first.low is None or second.kind is Kind.ORDINAL:
        return read_range(t, first, k, c) if first.bare and second is None else None
    if first.kind is Kind.DURATION and second.kind is not Kind.DURATION:
        return None
    if first.is_plain and second.is_plain:
        return read_pair(t, first, second, c)
    return read_range(t, first, k, c)


_VOTE_CONTEXT = word_set(
    "vote votes voted voting ruled ruling decision majority verdict score beat won win lost by backed approved rejected passed carried"
)


def _to(t: Tokens, first: Draft, c: Context) -> Draft | None:
    """5 to 7 percent; 10 to 9 (votes); "from 10 to 12" under a verb of change stays two levels."""
    k = first.j + 1
    if t.word(k) in {"the", "a"}:
        return None
    if t.word(k) in {"about", "around", "nearly", "almost", "some"} and after_from(t, first.i):
        k += 1
    second = quantity_from(t, k, c)
    if (
        second is None
        or second.low is None
        or first.low is None
        or second.kind in {Kind.ORDINAL}
        or second.i < first.j
    ):
        return None
    if first.bare and change_verb(t, first.i, near=True):
        return None  # rose by 12 to 30
    if t.word(first.i - 1) == "by" and change_verb(t, first.i):
        return None  # raised its dividend by half a penny to 4.5p
    if first.is_plain and second.is_plain and not after_from(t, first.i):
        voted = any(t.word(n) in _VOTE_CONTEXT for n in range(max(0, first.i - 6), first.i)) or t.word(second.j) in {"vote", "decision", "ruling", "majority"} or (
            t.word(second.j) == "-" and t.word(second.j + 1) in {"vote", "decision"})  # fmt: skip
        if first.low >= second.low or (voted and not plural_follows(t, second.j)):
            if not voted and first.low > second.low and t.word(second.j) not in {"against", "on"}:
                return (
                    Draft(
                        Kind.RATIO,
                        first.i,
                        second.j,
                        first.low / second.low,
                        first.low / second.low,
                        parts=(first.low, second.low),
                    )
                    if second.low and second.low == 1
                    else None
                )
            return score_of(first, (first.low, second.low), second.j) if scaled_by(t, second) == 1 else None
    if after_from(t, first.i) and change_verb(t, first.i):
        return None
    if change_verb(t, first.i, near=True) and not second.bare and not first.bare:
        return None
    return read_range(t, first, k, c)
