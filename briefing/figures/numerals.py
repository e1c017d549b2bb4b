"""Digits and number words → values.

Promise: what is read is an exact decimal; fractions such as two thirds are carried as numerator and
denominator and rounded once, so that 2/6 and one third come out equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

from briefing.figures.money import currency_after
from briefing.figures.numberwords import (
    DENOMINATORS,
    DIGIT_SCALES,
    DOZENS,
    INDEFINITE,
    ORDINALS,
    SCALES,
    SMALL,
    TENS,
    VAGUE_MULTIPLIERS,
    word_set,
)
from briefing.figures.tokens import FRACTION_SIGNS, Tokens

EXACT = Context(prec=60)
_SIGN_VALUES = {
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


def divide(numerator: Decimal, denominator: int) -> Decimal:
    """Numerator over denominator, to 28 digits, without trailing zeros of the division."""
    return numerator / denominator


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
        numerator, denominator = _SIGN_VALUES[word[0]]
        value = divide(Decimal(numerator), denominator)
        return _scaled_fraction(
            t, Number(i, i + 1, value, value, "fraction", value, parts=_pair(numerator, denominator))
        )
    if word in {"half", "quarter", "third"} or (word in DENOMINATORS and t.word(i - 1) in {"a", "an"}):
        return _bare_fraction(t, i)
    number = _cardinal(t, i)
    if number is None:
        return _ordinal_alone(t, i)
    return _after_cardinal(t, number)


def _pair(numerator: int | Decimal, denominator: int | Decimal) -> tuple[Decimal, ...]:
    return Decimal(numerator), Decimal(denominator)


# ------------------------------------------------------------------ cardinals


def _joint(t: Tokens, j: int) -> int:
    """Return the index after a hyphen at ``j``, or ``j`` itself where there is none."""
    return j + 1 if t.word(j) == "-" else j


def _group(t: Tokens, i: int) -> tuple[int, int] | None:
    """Words under one hundred at ``i``: value and the index after."""
    word = t.word(i)
    if word in TENS:
        k = _joint(t, i + 1)
        unit = SMALL.get(t.word(k), 0)
        if 1 <= unit <= 9 and not (k == i + 1 and t.word(k) == "one" and t.word(k + 1) in {"of", "day"}):
            return TENS[word] + unit, k + 1
        return TENS[word], i + 1
    if word in SMALL:
        return SMALL[word], i + 1
    return None


def _cardinal(t: Tokens, i: int) -> Number | None:
    word = t.word(i)
    if i in t.value:
        return _from_digits(t, i)
    if word in SMALL or word in TENS or word in SCALES:
        return _from_words(t, i)
    if word in DOZENS:
        start = _with_article(t, i)
        return Number(start, i + 1, Decimal(12), Decimal(12))
    return None


def _with_article(t: Tokens, i: int) -> int:
    """Return the index of "a" before a dozen, hundred or million, which stands for one of them."""
    return i - 1 if t.word(i - 1) in {"a", "an"} else i


def _grain(literal: str, value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal((0, (1,), exponent)) if isinstance(exponent, int) and exponent < 0 else ONE


def _from_digits(t: Tokens, i: int) -> Number:
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
        _mixed(number, whole, *_SIGN_VALUES[sign[0]], j + 1)
        return
    if sign == "-" and t.glued(j) and t.glued(j + 1):
        j += 1
    top, bottom = t.value.get(j), t.value.get(j + 2)
    if top is not None and bottom is not None and t.word(j + 1) == "/" and t.glued(j + 1) and t.glued(j + 2):
        if _proper(top, bottom) and t.word(j + 3) != "/" and whole == whole.to_integral_value():
            _mixed(number, whole, int(top), int(bottom), j + 3)
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
        number.parts = _pair(whole, bottom)
        number.low = number.high = number.grain = divide(whole, int(bottom))
        number.form, number.j = "fraction", number.j + 2


def _proper(top: Decimal, bottom: Decimal) -> bool:
    return 0 < top < bottom <= 100 and bottom in {2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100}


def _mixed(number: Number, whole: Decimal, top: int, bottom: int, j: int) -> None:
    number.low = number.high = divide(whole * bottom + top, bottom)
    number.grain, number.j = divide(ONE, bottom), j


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
    if (
        power is None
        or not t.glued(k)
        or power != power.to_integral_value()
        or power > 40
        or t.word(k + 1) == "^"
    ):
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
        _scale(number, scale, k + 1)
        if word not in SCALES:
            return


def _scale(number: Number, scale: int, j: int) -> None:
    number.low = EXACT.multiply(number.low, Decimal(scale))
    number.high = EXACT.multiply(number.high, Decimal(scale))
    number.grain = EXACT.multiply(number.grain, Decimal(scale))
    number.j, number.scaled = j, True
    if number.form == "fraction":
        number.form, number.parts = "cardinal", ()


_LENGTH_AFTER = word_set(
    "long wide tall high deep away apart race sprint final finals freestyle hurdles butterfly backstroke breaststroke "
    "from above below off under underwater radius diameter dash relay title gold silver bronze world champion "
    "championship event swim wave waves thick across distance heats record in-depth x by inside behind ahead short"
)
_LENGTH_BEFORE = word_set("x \u00d7 just within about roughly")
_MONEY_BEFORE = word_set("$ \u00a3 \u20ac \u00a5 \u20b9 usd eur gbp jpy inr cad aud chf hk$ rs kr rmb cny")
_METRES = frozenset(map(str, (50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000)))


def _letter_is_scale(t: Tokens, k: int, number: Number) -> bool:
    """Whether a letter after digits multiplies them (1.5m people) or is a unit or initial (100m sprint)."""
    word, raw = t.word(k), t.raw(k)
    glued = t.glued(k)
    money = t.word(number.i - 1) in _MONEY_BEFORE
    if word == "m":
        return _m_is_million(t, k, number, money=money)
    if word == "k":
        return (glued or t.word(k + 1) != "/") and t.word(k + 1) != "°"
    if word == "b":
        return money or ((glued and not t.glued(k + 1)) or (t.word(k + 1) in {".", ",", ")"} and glued))
    if word in {"t", "g"}:
        if money:
            return True
        return (raw == "G" and not t.word(k + 1) and number.digits and not glued) or (
            raw == "G" and glued and not t.word(k + 1)
        )
    if word == "mm":
        return money or raw == "MM"
    if word == "mil":
        return glued or money
    return True


_NO_NOUN = word_set("is was as has its his this us at by on for from with that than then the a an it he she")


_PERSONS_OR_LINKS = word_set("people men women children in of or and to")


def _m_is_million(t: Tokens, k: int, number: Number, *, money: bool) -> bool:
    if money:
        return True
    after = t.word(k + 1)
    if currency_after(t, k + 1) is not None and after != "m":
        return True
    if after in _LENGTH_AFTER or after in {"-", "x"} or after in {"/", "\u00b2", "\u00b3"}:
        return False
    if t.raw(k) == "M":
        return True
    if not t.glued(k):
        return False
    if not after or not after[0].isalpha():
        return False
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
        if rest != rest.to_integral_value() or rest == 0 or rest >= scale:
            return
        step = SCALES.get(t.word(k + 1), 1)
        if rest * step >= scale or (joined and step >= 100):
            return
        number.low = number.high = number.low + rest * step
        number.grain, number.j = Decimal(step), k + (2 if step > 1 else 1)
        if step == 1:
            return


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


def _from_words(t: Tokens, i: int) -> Number | None:
    """Return the usual sum of groups: two million three thousand nine hundred and eighty-four."""
    tally = _Sum()
    j = k = i
    while k >= 0:
        word = t.word(k)
        small = _group(t, k)
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
    start = _with_article(t, i) if t.low[i] in SCALES else i
    return Number(start, j, value, value, grain=Decimal(tally.grain), scaled=tally.grain >= 1000)


def _lakh_crore(t: Tokens, k: int) -> bool:
    """Read "lakh crore", "thousand crore", "thousand billion"."""
    return t.word(k) in {"crore", "crores", "billion", "million"} and t.word(k - 1) in {
        "lakh",
        "thousand",
        "hundred",
    }


def _fits(t: Tokens, after: int, value: int, ceiling: int) -> bool:
    nxt = SCALES.get(t.word(_joint(t, after)), 1)
    return value * nxt < ceiling


_PLURAL_DENOMINATORS = frozenset(word for word in DENOMINATORS if word.endswith("s"))


def _next_group(t: Tokens, j: int, *, big: bool, ceiling: int) -> int:
    """Where the next group of the same number would begin after ``j``; -1 if it cannot."""
    word = t.word(j)
    if word == "-" and t.word(j + 1) == "and" and t.word(j + 2) == "-" and big:
        return j + 3 if _group(t, j + 3) is not None else -1
    if word == "-":
        return j + 1 if t.word(j + 1) in SCALES or (big and _group(t, j + 1) is not None) else -1
    if word == "and" and big:
        small = _group(t, j + 1)
        if small is not None and small[0] < 20 and t.word(_joint(t, small[1])) in _PLURAL_DENOMINATORS:
            return -1
        return j + 1 if _group(t, j + 1) is not None or t.word(j + 1) == "hundred" else -1
    if word == "," and big and t.word(j + 1) and _group(t, j + 1) is not None:
        after = _group(t, j + 1)
        assert after is not None
        k = _joint(t, after[1])
        return (
            j + 1
            if t.word(k) in SCALES and SCALES[t.word(k)] * after[0] < ceiling and ceiling < 10**18
            else -1
        )
    return j if word in SCALES or word in SMALL or word in TENS else -1


# ------------------------------------------------------------------ after a cardinal


def _after_cardinal(t: Tokens, number: Number) -> Number | None:
    if not number.digits:
        _point(t, number)
    ordinal = _ordinal_tail(t, number)
    if ordinal is not None:
        return ordinal
    _dozen(t, number)
    _over(t, number)
    if _fraction_tail(t, number):
        return _scaled_fraction(t, number)
    _and_fraction(t, number)
    return number


def _dozen(t: Tokens, number: Number) -> None:
    k = _joint(t, number.j)
    if t.word(k) in DOZENS and number.form == "cardinal":
        _scale(number, 12, k + 1)
    elif t.word(k) == "score" and not number.digits and t.word(k + 1) in {"and", "years"}:
        _scale(number, 20, k + 1)


def _over(t: Tokens, number: Number) -> None:
    """Read "one over three", said of fractions; only where both are small and nothing is counted."""
    if t.word(number.j) != "over":
        return
    below = _cardinal(t, number.j + 1)
    if (
        below is None
        or below.low == 0
        or t.word(below.j).isalpha()
        or below.low != below.low.to_integral_value()
    ):
        return
    if t.word(number.i - 1) in _MONEY_BEFORE:
        return
    number.parts = _pair(number.low, below.low)
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
        elif (group := _group(t, k)) is not None:
            digits += str(group[0])
            k = group[1]
        else:
            break
    if digits:
        number.low = number.high = number.low + Decimal("0." + digits)
        number.grain, number.j = Decimal((0, (1,), -len(digits))), k
        if t.word(k) in SCALES:
            _scale(number, SCALES[t.word(k)], k + 1)


def _ordinal_tail(t: Tokens, number: Number) -> Number | None:
    """21st, twenty-first, one hundred twenty-fifth."""
    j = number.j
    word = t.word(j)
    if number.digits:
        if (
            word in {"st", "nd", "rd", "th"}
            and t.glued(j)
            and not number.scaled
            and number.low == number.low.to_integral_value()
        ):
            return Number(number.i, j + 1, number.low, number.low, "ordinal", digits=True)
        return None
    k = _joint(t, j)
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


def _ordinal_alone(t: Tokens, i: int) -> Number | None:
    value = ORDINALS.get(t.word(i))
    if value is None:
        return None
    return Number(i, i + 1, Decimal(value), Decimal(value), "ordinal")


# ------------------------------------------------------------------ fractions


def _fraction_tail(t: Tokens, number: Number) -> bool:
    """Read "two thirds", "three-quarters", "5 eighths", "twenty-three fifths"."""
    k = _joint(t, number.j)
    word = t.word(k)
    bottom = DENOMINATORS.get(word)
    if bottom is None or number.low != number.low.to_integral_value() or number.form != "cardinal":
        return False
    if word in TENS or number.scaled:
        return False
    singular = not word.endswith("s")
    if singular and (number.low != 1 or word == "second"):
        return False
    if word == "seconds" or (
        word == "quarters" and t.word(k + 1) in {"in", "of", "running"} and number.low > 3
    ):
        return False
    if word == "quarters" and number.low not in {1, 2, 3}:
        return False
    if word == "halves" and t.word(k + 1) != "of":
        return False
    if bottom >= 100 and number.digits:
        return False
    if (
        singular
        and word == "quarter"
        and k == number.j
        and t.word(k + 1) not in {"of", "the", "a"}
        and number.digits
    ):
        return False
    number.parts = _pair(number.low, bottom)
    number.low = number.high = number.grain = divide(number.low, bottom)
    number.form, number.j = "fraction", k + 1
    return True


def _and_fraction(t: Tokens, number: Number) -> None:
    """Read "and a half", "-and-a-half", "and three quarters", and a scale after it: two and a half million."""
    k = _joint(t, number.j)
    if t.word(k) != "and" or number.low != number.low.to_integral_value():
        return
    k = _joint(t, k + 1)
    if t.word(k) in {"a", "an", "one"}:
        top, k = 1, _joint(t, k + 1)
    elif 2 <= SMALL.get(t.word(k), 0) <= 9:
        top, k = SMALL[t.word(k)], _joint(t, k + 1)
    else:
        return
    word = t.word(k)
    bottom = DENOMINATORS.get(word)
    if bottom is None or word.endswith("s") != (top > 1) or top >= bottom:
        return
    if (
        word in {"third", "fourth", "fifth"}
        and t.word(k + 1).isalpha()
        and t.word(k + 1) not in {"times", "years", "hours", "percent"}
    ):
        return
    whole = number.low
    if number.scaled and whole == number.grain:  # a million and a half
        scale = number.grain
        number.low = number.high = divide(scale * (bottom + top), bottom)
        number.grain, number.j = divide(scale, bottom), k + 1
        return
    if number.scaled and number.grain >= 10**6 and t.word(number.j) == "and":
        return
    _mixed(number, whole, top, bottom, k + 1)
    after = _joint(t, number.j)
    if t.word(after) in SCALES or t.word(after) in DOZENS:
        _scale(number, SCALES.get(t.word(after)) or 12, after + 1)


_FRACTION_AFTER = word_set(
    "compared last next year over during after between when while due because under against today yesterday before until amid despite with within if down up of the that its their his her our your all as more less fewer higher lower larger smaller bigger what this these "
    "those per off to in for from by since at on full empty and or but said say than so was were is are have has had way"
)


def _bare_fraction(t: Tokens, i: int) -> Number | None:
    """Read "half", "a third", "a quarter", "half a million": with the article before, where there is one."""
    word = t.word(i)
    bottom = DENOMINATORS[word]
    article = t.word(i - 1) in {"a", "an"}
    start = i - 1 if article else i
    if word == "half":
        k = _joint(t, i + 1)
        if t.word(k) in DOZENS:
            return Number(start, k + 1, Decimal(6), Decimal(6))
        value = divide(ONE, 2)
        number = Number(start, i + 1, value, value, "fraction", value, parts=_pair(1, 2))
        return _scaled_fraction(t, number)
    after = t.word(i + 1)
    if (
        not article
        and word == "quarter"
        and t.word(_joint(t, i + 1)) in {"point", "percentage", "percent", "per", "mile", "million"}
    ):
        value = divide(ONE, 4)
        return _scaled_fraction(t, Number(i, i + 1, value, value, "fraction", value, parts=_pair(1, 4)))
    if not article:
        return _ordinal_alone(t, i)
    ordinal_reading = (word != "quarter" and after == "-") or (
        word != "quarter" and not (after in _FRACTION_AFTER or not after or not after[0].isalpha())
    )
    if ordinal_reading:
        return _ordinal_alone(t, i)
    value = divide(ONE, bottom)
    number = Number(start, i + 1, value, value, "fraction", value, parts=_pair(1, bottom))
    return _scaled_fraction(t, number)


def _scaled_fraction(t: Tokens, number: Number) -> Number:
    """Read "half a million", "a quarter of a million", "three-quarters of a billion", "half an hour"."""
    k = number.j
    if t.word(k) == "-":
        k += 1
    if t.word(k) == "of":
        k += 1
    if t.word(k) in {"a", "an"}:
        k += 2 if t.word(k + 1) == "-" else 1
    elif (
        t.word(k) not in {"million", "billion", "trillion", "point", "percent", "percentage"} or k == number.j
    ):
        return number
    word = t.word(k)
    if word in SCALES or word in DOZENS:
        top, bottom = number.parts
        scale = Decimal(SCALES.get(word) or 12)
        number.low = number.high = divide(top * scale, int(bottom))
        number.grain, number.j = divide(scale, int(bottom)), k + 1
        number.form, number.parts, number.scaled = "cardinal", (), True
    else:
        number.tail_unit = True
    return number


# ------------------------------------------------------------------ vague ones


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
