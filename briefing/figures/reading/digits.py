"""Digits with what multiplies them: 2bn, 1.5 lakh crore, 3 hundred and 21, 3½, 10^6.

Promise: a letter after digits multiplies them only where it cannot be a unit (1.5m people, 100m sprint).
"""

from __future__ import annotations

from decimal import Context, Decimal

from briefing.figures.reading.money import currency_after
from briefing.figures.reading.number import (
    EXACT,
    ONE,
    SIGN_VALUES,
    Number,
    divide,
    is_whole,
    mixed,
    pair,
    scale_up,
)
from briefing.figures.vocabulary.numberwords import DIGIT_SCALES, DOZENS, SCALES
from briefing.figures.vocabulary.tokens import FRACTION_SIGNS, Tokens
from briefing.wordsets import word_set


def _grain(literal: str, value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal((0, (1,), exponent)) if isinstance(exponent, int) and exponent < 0 else ONE


def from_digits(t: Tokens, i: int) -> Number:
    """Read a digit literal with its fraction, power and scale."""
    value = t.value[i]
    number = Number(i, i + 1, value, value, grain=_grain(t.low[i], value), digits=True)
    _digit_fraction(t, number)
    _exponent(t, number)
    _digit_scale(t, number)
    if number.scaled and number.grain >= 100 and t.word(number.j - 1) in SCALES:
        _continue_after_scale(t, number, digits=True)
    return number


def _digit_fraction(t: Tokens, number: Number) -> None:
    """3½ · 3 1/2 · 3-1/2 · 3/4."""
    j, whole = number.j, number.low
    sign = t.word(j)
    if sign and sign[0] in FRACTION_SIGNS:
        mixed(number, whole, *SIGN_VALUES[sign[0]], j + 1)
        return
    if sign == "-" and t.glued(j) and t.glued(j + 1):
        j += 1
    top, bottom = t.value.get(j), t.value.get(j + 2)
    if top is not None and bottom is not None and t.word(j + 1) == "/" and t.glued(j + 1) and t.glued(j + 2):
        if _proper(top, bottom) and t.word(j + 3) != "/" and is_whole(whole):
            mixed(number, whole, int(top), int(bottom), j + 3)
        return
    bottom = t.value.get(number.j + 1)
    if (
        (
            t.word(number.j) == "/"
            and bottom is not None
            and t.word(number.j + 2) != "/"
            and t.word(number.i - 1) != "/"
        )
        and _proper(whole, bottom)
        and t.glued(number.j)
    ):
        number.parts = pair(whole, bottom)
        number.low = number.high = number.grain = divide(whole, int(bottom))
        number.form, number.j = "fraction", number.j + 2


def _proper(top: Decimal, bottom: Decimal) -> bool:
    return 0 < top < bottom <= 100 and bottom in {2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100}


def _exponent(t: Tokens, number: Number) -> None:
    """1e10 and 10^6."""
    j = number.j
    word = t.word(j)
    if word == "e" and t.glued(j):
        k = j + 2 if t.word(j + 1) in {"+", "-", "\u2212"} and t.glued(j + 1) else j + 1
        negative = k == j + 2 and t.word(j + 1) != "+"
    elif word == "^" and t.glued(j):
        k = j + 1
        negative = False
        while t.word(k) in {"+", "-", "\u2212"} and t.glued(k):
            negative, k = negative != (t.word(k) != "+"), k + 1
            if k > j + 3:
                return
    else:
        return
    power = t.value.get(k)
    if power is None or not t.glued(k) or not is_whole(power) or power > 40 or t.word(k + 1) == "^":
        return
    exponent = -int(power) if negative else int(power)
    if word == "e":
        number.low = number.high = number.low.scaleb(exponent, EXACT)
        number.grain = number.grain.scaleb(exponent, EXACT)
    elif number.low:
        number.low = number.high = Context(prec=28).power(number.low, exponent)
        number.grain = ONE
    number.j = k + 1


_LETTER_SCALES = frozenset({"k", "m", "b", "t", "g", "mm", "mil", "cr"})


def _digit_scale(t: Tokens, number: Number) -> None:
    """Return a scale word or suffix after digits: 2bn · 2 bn · 2-billion · 3 hundred · 1.5 lakh crore · 3 dozen."""
    while True:
        j = number.j
        k = j
        if t.word(j) == "-" and t.glued(j) and t.glued(j + 1) and t.word(j + 1) in SCALES:
            k = j + 1
        word = t.word(k)
        scale = DIGIT_SCALES.get(word) or DOZENS.get(word)
        if scale is None or (word in _LETTER_SCALES and not _letter_is_scale(t, k, number)):
            return
        if number.scaled and not (
            word in {"crore", "crores", "million", "billion", "trillion"} and number.grain < scale * 10**6
        ):
            return
        scale_up(number, scale, k + 1)
        if word not in SCALES:
            return


_LENGTH_AFTER = word_set(
    "long wide tall high deep away apart race sprint final finals freestyle hurdles butterfly backstroke breaststroke "
    "from above below off under underwater radius diameter dash relay title gold silver bronze world champion "
    "championship event swim wave waves thick across distance heats record in-depth x by inside behind ahead short"
)


MONEY_BEFORE = word_set("$ \u00a3 \u20ac \u00a5 \u20b9 usd eur gbp jpy inr cad aud chf hk$ rs kr rmb cny")


_METRES = frozenset(map(str, (50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000)))


def _letter_is_scale(t: Tokens, k: int, number: Number) -> bool:
    """Whether a letter after digits multiplies them (1.5m people) or is a unit or initial (100m sprint)."""
    word, raw = t.word(k), t.raw(k)
    glued = t.glued(k)
    money = t.word(number.i - 1) in MONEY_BEFORE
    if word == "m":
        return _m_is_million(t, k, number, money=money)
    if word == "k":
        return (glued or t.word(k + 1) != "/") and t.word(k + 1) != "°"
    if word == "b":
        return money or (glued and (not t.glued(k + 1) or t.word(k + 1) in {".", ",", ")"}))
    if word in {"t", "g"}:
        return money or (raw == "G" and not t.word(k + 1))
    if word == "mm":
        return money or raw == "MM"
    if word == "mil":
        return glued or money
    return True


_NO_NOUN = word_set("is was as has its his this us at by on for from with that than then the a an it he she")


_PERSONS_OR_LINKS = word_set("people men women children in of or and to")


_COUNTED_OR_PAID = word_set(  # beside these 1.5m is no length
    "people refugees population residents voters users members customers households subscribers viewers visitors children pupils "
    "workers passengers tourists inhabitants citizens homes copies votes number numbers numbered numbering sales cost costs worth"
)


_BETWEEN_ENDS = frozenset({"and", "to", "or", "-"})


def _m_is_million(t: Tokens, k: int, number: Number, *, money: bool) -> bool:
    if money:
        return True
    after = t.word(k + 1)
    if currency_after(t, k + 1) is not None and after != "m":
        return True
    if after in _BETWEEN_ENDS and t.is_digits(k + 2) and t.word(k + 3) == "m" and t.glued(k + 3):
        return currency_after(t, k + 4) is not None  # between 140m and 190m crowns
    if after in _LENGTH_AFTER or after in {"-", "x"} or after in {"/", "\u00b2", "\u00b3"}:
        return False
    if t.raw(k) == "M":
        return True
    if not t.glued(k):
        return False
    if not after or not after[0].isalpha():
        return any(t.word(n) in _COUNTED_OR_PAID for n in range(max(0, number.i - 6), number.i))
    if t.low[number.i] in _METRES and not after.endswith("s"):
        return False
    if after in _PERSONS_OR_LINKS:
        return after in {"people", "men", "women", "children"}
    if after in _NO_NOUN:
        return False
    return after.endswith("s") or (
        after.isalpha() and t.word(k + 2).endswith("s") and t.word(k + 2) not in _NO_NOUN
    )


def _continue_after_scale(t: Tokens, number: Number, *, digits: bool) -> None:
    """Return the smaller groups after "4 thousand" or "3 hundred and" that belong to the same number."""
    while True:
        j = number.j
        scale = number.grain
        joined = t.word(j) == "and"
        k = j + 1 if joined else j
        if k not in t.value or not (joined or t.word(k + 1) in SCALES) or scale > 10**5:
            return
        rest = t.value[k]
        if not is_whole(rest) or rest == 0 or rest >= scale:
            return
        step = SCALES.get(t.word(k + 1), 1)
        if rest * step >= scale or (joined and step >= 100):
            return
        number.low = number.high = number.low + rest * step
        number.grain, number.j = Decimal(step), k + (2 if step > 1 else 1)
        if step == 1:
            return
