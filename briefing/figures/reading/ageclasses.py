"""Classes of age: over-60s, in his mid-80s, thirty-something.

Promise: what would else be taken for a decade or a date is an age, and vague.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.ages_bounded import under_age
from briefing.figures.reading.draft import Draft
from briefing.figures.reading.number import joint
from briefing.figures.reading.numerals import read_number
from briefing.figures.vocabulary.numberwords import TEENS_DECADES
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_POSSESSIVE = frozenset({"his", "her", "their", "my", "your", "our", "its"})


def age_class(t: Tokens, i: int) -> Draft | None:
    """Read "over-60s", "under-12s", "in his mid-80s": what would else be taken for a decade or a date."""
    draft = _vague_age(t, i)
    if draft is not None:
        return draft
    number = read_number(t, i) if t.word(i - 1) == "-" or t.word(i - 1) in {"under", "over", "u"} else None
    return under_age(t, number) if number is not None and number.form == "cardinal" else None


def _vague_age(t: Tokens, i: int) -> Draft | None:
    """Read in his forties, mid-30s, twenty-something, in her late 60s, thirtysomethings."""
    word = t.word(i)
    if word in TEENS_DECADES:
        if not _owned(t, i):
            return None
        low = Decimal(TEENS_DECADES[word])
        return _vague(i, i + 1, low, low + 9 if word != "teens" else Decimal(19))
    if not (t.is_digits(i) or word in {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty"}):
        return None
    number = read_number(t, i)
    if number is None:
        return None
    if (
        t.word(i - 1) == "-"
        and t.word(i - 2) in {"mid", "early", "late"}
        and t.word(i + 1) == "s"
        and t.glued(i + 1)
        and 20 <= number.low <= 50
    ):
        return Draft(Kind.VAGUE, i, i + 2, number.low, number.low + 9)
    k = joint(t, number.j)
    if t.word(k) in {"something", "somethings"} and number.low % 10 == 0:
        return _vague(i, k + 1, number.low, number.low + 9)
    if t.is_digits(i) and len(t.low[i]) == 2 and t.low[i][1] == "0":
        j = i + 1
        if t.word(j) == "'" and t.glued(j):
            j += 1
        if t.word(j) == "s" and t.glued(j) and _owned(t, i):
            return _vague(i, j + 1, number.low, number.low + 9)
    return None


def _vague(i: int, j: int, low: Decimal, high: Decimal) -> Draft:
    return Draft(Kind.VAGUE, i, j, low, high, "year", "age")


_PART_WORDS = word_set("early late mid - to or and the s")


def _owned(t: Tokens, i: int) -> bool:
    """Return a possessive or "early", "mid-", "late" close before: his late 30s, aged in the mid-40s."""
    for k in range(i - 1, max(-1, i - 9), -1):
        word = t.low[k]
        if word in _POSSESSIVE:
            return True
        if word not in _PART_WORDS and not t.is_digits(k) and word not in TEENS_DECADES:
            return word in {"aged"} or (word == "in" and t.word(k + 1) != "the" and i - k > 1)
    return False
