"""Digits and number words → values.

Promise: what is read is an exact decimal; fractions such as two thirds are carried as numerator and
denominator and rounded once, so that 2/6 and one third come out equal.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.figures.reading.digits import MONEY_BEFORE, from_digits
from briefing.figures.reading.fractions import (
    and_fraction,
    bare_fraction,
    fraction_tail,
    ordinal_alone,
    scaled_fraction,
)
from briefing.figures.reading.number import (
    SIGN_VALUES,
    Number,
    divide,
    is_whole,
    joint,
    pair,
    scale_up,
    under_hundred,
)
from briefing.figures.reading.spelled import from_words, with_article
from briefing.figures.vocabulary.numberwords import (
    DENOMINATORS,
    DOZENS,
    INDEFINITE,
    ORDINALS,
    SCALES,
    SMALL,
    TENS,
    VAGUE_MULTIPLIERS,
)
from briefing.figures.vocabulary.tokens import FRACTION_SIGNS, Tokens


def read_number(t: Tokens, i: int) -> Number | None:
    """Return the longest number that begins at token ``i``, or ``None``; it is read once and not to be changed."""
    if i in t.memo:
        known: Number | None = t.memo[i]
        return known
    number = t.memo[i] = _read(t, i)
    return number


def _read(t: Tokens, i: int) -> Number | None:
    word = t.word(i)
    if not word:
        return None
    if word in INDEFINITE or word in VAGUE_MULTIPLIERS:
        return _vague(t, i)
    if word[0] in FRACTION_SIGNS:
        numerator, denominator = SIGN_VALUES[word[0]]
        value = divide(Decimal(numerator), denominator)
        return scaled_fraction(
            t, Number(i, i + 1, value, value, "fraction", value, parts=pair(numerator, denominator))
        )
    if word in {"half", "quarter", "third"} or (
        word in DENOMINATORS and t.word(i - 1) in {"a", "an", "every"}
    ):
        return bare_fraction(t, i)
    number = _cardinal(t, i)
    if number is None:
        return ordinal_alone(t, i)
    return _after_cardinal(t, number)


def _cardinal(t: Tokens, i: int) -> Number | None:
    word = t.word(i)
    if i in t.value:
        return from_digits(t, i)
    if word in SMALL or word in TENS or word in SCALES:
        return from_words(t, i)
    if word in DOZENS:
        start = with_article(t, i)
        return Number(start, i + 1, Decimal(12), Decimal(12))
    return None


def _after_cardinal(t: Tokens, number: Number) -> Number | None:
    if not number.digits:
        _point(t, number)
    ordinal = _ordinal_tail(t, number)
    if ordinal is not None:
        return ordinal
    _dozen(t, number)
    _over(t, number)
    if fraction_tail(t, number):
        return scaled_fraction(t, number)
    and_fraction(t, number)
    return number


def _dozen(t: Tokens, number: Number) -> None:
    k = joint(t, number.j)
    if t.word(k) in DOZENS and number.form == "cardinal":
        scale_up(number, 12, k + 1)
    elif t.word(k) == "score" and not number.digits and t.word(k + 1) in {"and", "years"}:
        scale_up(number, 20, k + 1)


def _over(t: Tokens, number: Number) -> None:
    """Read "one over three", said of fractions; only where both are small and nothing is counted."""
    if t.word(number.j) != "over":
        return
    below = _cardinal(t, number.j + 1)
    if below is None or below.low == 0 or t.word(below.j).isalpha() or not is_whole(below.low):
        return
    if t.word(number.i - 1) in MONEY_BEFORE:
        return
    number.parts = pair(number.low, below.low)
    number.low = number.high = divide(number.low, int(below.low))
    number.form, number.j, number.grain = "fraction", below.j, number.low


def _point(t: Tokens, number: Number) -> None:
    """Read "two hundred point zero three", "nought point eleven"."""
    if t.word(number.j) != "point":
        return
    digits, k = "", number.j + 1
    while len(digits) < 12:
        word = t.word(k)
        if word in SMALL:
            digits += str(SMALL[word])
            k += 1
        elif (group := under_hundred(t, k)) is not None:
            digits += str(group[0])
            k = group[1]
        else:
            break
    if digits:
        number.low = number.high = number.low + Decimal("0." + digits)
        number.grain, number.j = Decimal((0, (1,), -len(digits))), k
        if t.word(k) in SCALES:
            scale_up(number, SCALES[t.word(k)], k + 1)


def _ordinal_tail(t: Tokens, number: Number) -> Number | None:
    """21st, twenty-first, one hundred twenty-fifth."""
    j = number.j
    word = t.word(j)
    if number.digits:
        if word in {"st", "nd", "rd", "th"} and t.glued(j) and not number.scaled and is_whole(number.low):
            return Number(number.i, j + 1, number.low, number.low, "ordinal", digits=True)
        return None
    k = joint(t, j)
    if t.word(k) == "and":
        k += 1
    value = ORDINALS.get(t.word(k))
    if value is None or t.word(k) in {"zeroth"}:
        return None
    last = t.word(j - 1)
    small_enough = (last in TENS and value < 10) or (last in SCALES and value < SCALES[last] and value < 100)
    if t.word(j) == "and" and t.word(j - 1) not in SCALES:
        return None
    if small_enough:
        low = number.low + value
    elif value >= 100 and last in (SMALL.keys() | TENS.keys() | SCALES.keys()) and t.word(j) != "and":
        low = number.low * value
    else:
        return None
    if last in SCALES and t.word(k) == "second" and t.word(k + 1) in {"half"}:
        return None
    return Number(number.i, k + 1, low, low, "ordinal")


def _vague(t: Tokens, i: int) -> Number | None:
    """Read "dozens", "hundreds of thousands", "several hundred", "a few thousand", "a couple of dozen"."""
    word = t.word(i)
    start = i
    if word in VAGUE_MULTIPLIERS:
        low, high = VAGUE_MULTIPLIERS[word]
        k = i + 1
        if word == "couple" and t.word(k) == "of":
            k += 1
        scale = SCALES.get(t.word(k)) or DOZENS.get(t.word(k)) or INDEFINITE.get(t.word(k), (0, 0))[0] // 2
        if not scale or t.word(k) in {"some"}:
            return None
        low, high, k = low * scale, (high + 1) * scale - 1, k + 1
        if t.word(i - 1) == "a":
            start = i - 1
    else:
        if word == "scores" and t.word(i + 1) != "of" and t.word(i + 1) not in {"were", "more"}:
            return None
        low, high = INDEFINITE[word]
        k = i + 1
    while t.word(k) == "of" and t.word(k + 1) in INDEFINITE and k < i + 6:
        times = INDEFINITE[t.word(k + 1)][0] // 2
        high = (10 * low // 2) * times - 1 if low >= 20 else (high + 1) * times - 1
        low, k = low * times, k + 2
    return Number(start, k, Decimal(low), Decimal(high), "vague")
