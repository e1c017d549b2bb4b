"""A bare number while it is read, and the small steps that all readers of numbers share.

Promise: values are exact decimals; a fraction is divided once from its numerator and denominator.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

from briefing.figures.vocabulary.numberwords import SMALL, TENS
from briefing.figures.vocabulary.tokens import Tokens

EXACT = Context(prec=60)


SIGN_VALUES = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip


ONE = Decimal(1)


@dataclass(slots=True)
class Number:
    """A bare number over the tokens ``i:j``. ``grain`` is the value of the last digit written.

    ``form`` is ``cardinal``, ``ordinal``, ``fraction`` or ``vague`` (then ``low``/``high`` are its bounds).
    """

    i: int
    j: int
    low: Decimal
    high: Decimal
    form: str = "cardinal"
    grain: Decimal = ONE
    digits: bool = False
    parts: tuple[Decimal, ...] = ()
    scaled: bool = False
    tail_unit: bool = False  # "half an hour": an article stood between number and unit


def is_whole(value: Decimal) -> bool:
    """Return whether a value is a whole number."""
    return value == value.to_integral_value()


def divide(numerator: Decimal, denominator: int) -> Decimal:
    """Numerator over denominator, to 28 digits, without trailing zeros of the division."""
    return numerator / denominator


def pair(numerator: int | Decimal, denominator: int | Decimal) -> tuple[Decimal, ...]:
    """Return the numerator and denominator of a fraction."""
    return Decimal(numerator), Decimal(denominator)


def joint(t: Tokens, j: int) -> int:
    """Return the index after a hyphen at ``j``, or ``j`` itself where there is none."""
    return j + 1 if t.word(j) == "-" else j


def under_hundred(t: Tokens, i: int) -> tuple[int, int] | None:
    """Words under one hundred at ``i``: value and the index after."""
    word = t.word(i)
    if word in TENS:
        k = joint(t, i + 1)
        unit = SMALL.get(t.word(k), 0)
        if 1 <= unit <= 9 and not (k == i + 1 and t.word(k) == "one" and t.word(k + 1) in {"of", "day"}):
            return TENS[word] + unit, k + 1
        return TENS[word], i + 1
    if word in SMALL:
        return SMALL[word], i + 1
    return None


def mixed(number: Number, whole: Decimal, top: int, bottom: int, j: int) -> None:
    """Turn a number into ``whole`` and ``top``/``bottom``, ending before token ``j``."""
    number.low = number.high = divide(whole * bottom + top, bottom)
    number.grain, number.j = divide(ONE, bottom), j


def scale_up(number: Number, scale: int, j: int) -> None:
    """Multiply a number by the scale word that ends before token ``j``."""
    number.low = EXACT.multiply(number.low, Decimal(scale))
    number.high = EXACT.multiply(number.high, Decimal(scale))
    number.grain = EXACT.multiply(number.grain, Decimal(scale))
    number.j, number.scaled = j, True
    if number.form == "fraction":
        number.form, number.parts = "cardinal", ()
