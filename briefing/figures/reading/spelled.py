"""Spelled-out numbers up to quadrillions, with "and", hyphens and commas.

Promise: what is not one number stays two: "two million three million" is never summed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing.figures.reading.number import Number, joint, under_hundred
from briefing.figures.vocabulary.numberwords import DENOMINATORS, SCALES, SMALL, TENS
from briefing.figures.vocabulary.tokens import Tokens


def with_article(t: Tokens, i: int) -> int:
    """Return the index of "a" before a dozen, hundred or million, which stands for one of them."""
    return i - 1 if t.word(i - 1) in {"a", "an"} else i


@dataclass(slots=True)
class _Sum:
    """The groups of a spelled-out number as they are met: 2 million + 3 thousand + 900 + 84."""

    total: int = 0
    group: int = 0
    grain: int = 1
    ceiling: int = 10**18  # the scale that the next group must stay under
    scaled: bool = False  # a scale word has been met
    fresh: bool = True  # no value yet in the current group

    def small(self, t: Tokens, value: int, after: int) -> bool:
        """Add a value under one hundred, where it may stand."""
        if not self.fresh and not (self.group >= 100 and self.group % 100 == 0 and value < 100):
            return False
        started = self.scaled or not self.fresh
        if (self.scaled and not _fits(t, after, value, self.ceiling)) or (value == 0 and started):
            return False
        self.group += value
        self.grain, self.fresh = 1, False
        return True

    def hundred(self, *, first: bool, joined: bool) -> bool:
        """Multiply the group by one hundred, where it may stand."""
        if self.group >= 100 or (self.fresh and not first and not joined and not self.scaled):
            return False
        self.group = (self.group or 1) * 100
        self.grain, self.fresh = 100, False
        return True

    def scale(self, t: Tokens, k: int) -> bool:
        """Close the group with the scale word at token ``k``, where it may stand."""
        scale = SCALES[t.low[k]]
        stacked = self.fresh and self.scaled
        if (scale >= self.ceiling or stacked) and not (self.group == 0 and _lakh_crore(t, k)):
            return False
        if stacked:
            self.total *= scale
        else:
            self.total += (self.group or 1) * scale
        self.group, self.fresh, self.scaled = 0, True, True
        self.ceiling = self.grain = scale
        return True


def from_words(t: Tokens, i: int) -> Number | None:
    """Return the usual sum of groups: two million three thousand nine hundred and eighty-four."""
    tally = _Sum()
    j = k = i
    while k >= 0:
        word = t.word(k)
        small = under_hundred(t, k)
        if small is not None:
            taken, after = tally.small(t, *small), small[1]
        elif word == "hundred":
            taken, after = tally.hundred(first=k == i, joined=t.word(k - 1) == "and"), k + 1
        elif word in SCALES:
            taken, after = tally.scale(t, k), k + 1
        else:
            break
        if not taken:
            break
        j = after
        k = _next_group(t, j, big=tally.scaled or tally.group >= 100, ceiling=tally.ceiling)
    if j == i:
        return None
    value = Decimal(tally.total + tally.group)
    start = with_article(t, i) if t.low[i] in SCALES else i
    return Number(start, j, value, value, grain=Decimal(tally.grain), scaled=tally.grain >= 1000)


def _lakh_crore(t: Tokens, k: int) -> bool:
    """Read "lakh crore", "thousand crore", "thousand billion"."""
    return t.word(k) in {"crore", "crores", "billion", "million"} and t.word(k - 1) in {
        "lakh",
        "thousand",
        "hundred",
    }


def _fits(t: Tokens, after: int, value: int, ceiling: int) -> bool:
    nxt = SCALES.get(t.word(joint(t, after)), 1)
    return value * nxt < ceiling


_PLURAL_DENOMINATORS = frozenset(word for word in DENOMINATORS if word.endswith("s"))


def _next_group(t: Tokens, j: int, *, big: bool, ceiling: int) -> int:
    """Where the next group of the same number would begin after ``j``; -1 if it cannot."""
    word = t.word(j)
    if word == "-" and t.word(j + 1) == "and" and t.word(j + 2) == "-" and big:
        return j + 3 if under_hundred(t, j + 3) is not None else -1
    if word == "-":
        return j + 1 if t.word(j + 1) in SCALES or (big and under_hundred(t, j + 1) is not None) else -1
    if word == "and" and big:
        small = under_hundred(t, j + 1)
        if small is not None and small[0] < 20 and t.word(joint(t, small[1])) in _PLURAL_DENOMINATORS:
            return -1
        return j + 1 if under_hundred(t, j + 1) is not None or t.word(j + 1) == "hundred" else -1
    if word == "," and big and t.word(j + 1) and under_hundred(t, j + 1) is not None:
        after = under_hundred(t, j + 1)
        assert after is not None
        k = joint(t, after[1])
        return (
            j + 1
            if t.word(k) in SCALES and SCALES[t.word(k)] * after[0] < ceiling and ceiling < 10**18
            else -1
        )
    return j if word in SCALES or word in SMALL or word in TENS else -1
