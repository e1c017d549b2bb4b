"""A number with its sign, currency, unit or rate → one draft.

Promise: money, percent, points, durations, temperatures and measures come out in the canonical unit by exact
factors; a number without any unit is a bare count that a neighbour's unit may still complete.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.draft import Context, Draft
from briefing.figures.reading.measures import base, convert, feet_marks, measure
from briefing.figures.reading.money import Currency, currency_after, currency_before, pounds
from briefing.figures.reading.number import EXACT, Number, joint
from briefing.figures.reading.numerals import read_number
from briefing.figures.reading.rates import rate
from briefing.figures.reading.units import read_unit
from briefing.figures.reading.unitwords import is_currency, is_unit, pounds_are_money
from briefing.figures.vocabulary.numberwords import DIGIT_SCALES, SCALES
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_SIGNS = frozenset({"-", "\u2212", "\u2013"})


_OPENERS = frozenset(
    {"(", "[", ",", "", ":", '"', "=", ";", "~", "<", ">", "from", "to", "of", "at", "by", "about", "around"}
)


def _negative_from(t: Tokens, i: int) -> int | None:
    """Return the index where a minus before token ``i`` begins, or ``None``: -2.1, − 2.1, minus 5, negative one."""
    word = t.word(i - 1)
    if word in {"minus", "negative"}:
        return None if t.word(i - 2) in {"or", "/"} else i - 1  # plus or minus 3
    signed = word in _SIGNS and (t.glued(i) or (word != "\u2013" and i - 1 == 0) or word == "\u2212")
    if signed and (i - 1 == 0 or not t.glued(i - 1) or t.word(i - 2) in _OPENERS):
        return i - 1
    if word == "-" and not t.glued(i - 1) and t.word(i - 2) in {"convert", "of", "by", "to", "about", "at"}:
        return i - 1
    return None


def read_quantity(t: Tokens, i: int, c: Context) -> Draft | None:
    """Return the number at token ``i`` with all that belongs to it, or ``None``."""
    number = read_number(t, i)
    if number is None:
        return None
    if number.form == "ordinal":
        return Draft(Kind.ORDINAL, number.i, number.j, number.low, number.high)
    begin, sign = number.i, 1
    minus = _negative_from(t, number.i)
    money = currency_before(t, minus if minus is not None else number.i)
    if money is None and minus is None:
        pass
    elif money is None:
        assert minus is not None
        begin, sign = minus, -1
    else:
        begin = money[1]
        sign = -1 if minus is not None or _negative_from(t, begin) is not None else 1
        if minus is None and sign < 0:
            begin = _negative_from(t, begin) or begin
    draft = _with_unit(t, number, money[0] if money else None, c)
    draft.i = min(begin, draft.i)
    _grouped_by_point(t, number, draft)
    if sign < 0 and draft.low is not None and draft.high is not None:
        draft.low, draft.high = -draft.high, -draft.low
    _multi(t, draft)
    rate(t, draft)
    return draft


def quantity_from(t: Tokens, k: int, c: Context) -> Draft | None:
    """Return the quantity whose first token, be it a sign or a currency, is ``k``."""
    for i in range(k, min(k + 5, len(t))):
        if t.is_digits(i) or t.low[i].isalpha():
            draft = read_quantity(t, i, c)
            if draft is not None:
                return draft if draft.i == k else None
    return None


_POINT_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def _grouped_by_point(t: Tokens, number: Number, draft: Draft) -> None:
    """Read 2.300 euros and 1.240 shops as thousands: no one counts shops to three decimals, fuel apart."""
    if (
        not number.digits
        or number.scaled
        or not _POINT_GROUP.fullmatch(t.low[number.i])
        or number.j != number.i + 1
    ):
        return
    if t.value[number.i].as_tuple().exponent != -3:
        return  # the style of the text has settled it
    after = t.word(draft.j)
    counted = draft.bare and (
        (len(after) > 3 and after.endswith("s") and not after.endswith("ss"))
        or after in {"people", "men", "women", "children"}
    )
    sum_of_money = (
        draft.kind is Kind.MONEY
        and draft.unit not in {"USD", "GBP", "BTC"}
        and after not in {"a", "per", "/", "to", "against"}
    )
    if draft.low is not None and (counted or sum_of_money):
        draft.low = draft.high = EXACT.multiply(draft.low, Decimal(1000))
        draft.grain = Decimal(1)


def _multi(t: Tokens, draft: Draft) -> None:
    """Read "multi-million-pound": some millions, no number."""
    if t.word(draft.i - 1) == "-" and t.word(draft.i - 2) == "multi" and draft.low is not None:
        draft.kind, draft.high = Kind.VAGUE, draft.low * 1000 - 1
        draft.low *= 2
        draft.i -= 2


def _with_unit(t: Tokens, number: Number, before: Currency | None, c: Context) -> Draft:
    if t.word(number.i) == "every":
        draft = base(number, Kind.FRACTION)
        draft.bare = True
        return draft  # every fifth pound of it
    if before is not None:
        draft = base(number, Kind.MONEY)
        convert(draft, before.code, before.name, before.factor)
        _trailing_currency(t, draft, before)
        return draft
    j = number.j
    if (t.word(j) == "-" and t.glued(j) and t.glued(j + 1)) or (
        t.word(j) in {"(", "[", "{", "<"} and t.word(j + 2) in {")", "]", "}", ">"} and read_unit(t, j + 1)
    ):
        k = j + 1
    else:
        k = j
    k = _skip_hedge(t, number, k)
    found = currency_after(t, k)
    if found is None and t.word(k) in {"pound", "pounds"} and pounds_are_money(t, number, k, c):
        found = pounds(t, k)
    if found is not None and is_currency(t, number, found[0], k):
        draft = base(number, Kind.MONEY)
        draft.j = found[1]
        code = (
            "EUR" if found[0].name == "dollar" and t.word(k).startswith("cent") and c.euro else found[0].code
        )
        convert(draft, code, "cent" if t.word(k).startswith("cent") else found[0].name, found[0].factor)
        _minor(t, draft, c)
        return draft
    if (
        t.word(number.j) == "'"
        and t.glued(number.j)
        and number.digits
        and (tall := feet_marks(t, number)) is not None
    ):
        return tall
    unit = read_unit(t, k)
    if unit is not None and is_unit(t, number, unit[0], k, unit[1]):
        return measure(t, number, unit[0], unit[1])
    kind = Kind.FRACTION if number.form == "fraction" else Kind.COUNT
    draft = base(number, kind)
    draft.bare = True
    return draft


_UNIT_ADJECTIVES = word_set(
    "full whole consecutive straight long extra more additional calendar working short solid further business"
)


def _skip_hedge(t: Tokens, number: Number, k: int) -> int:
    """Read "half of one percent", "30-odd years", "20-plus years", "5 or so miles": the unit stands behind the hedge."""
    if number.tail_unit:
        step = 0
        while t.word(k) in {"of", "a", "an", "-"} and step < 3:
            k, step = k + 1, step + 1
        return k
    if t.word(number.j) == "-" and t.word(number.j + 1) in {"odd", "plus", "some"}:
        k = number.j + 2
        return joint(t, k)
    if t.word(k) == "+" and t.glued(k):
        return k + 1
    if t.low[k : k + 2] == ["of", "a"] and number.digits and 0 < number.low < 1:
        return k + 2 if read_unit(t, k + 2) else k  # 0.8 of a degree
    if t.word(k) == "or" and t.word(k + 1) in {"so", "more"}:
        return k + 2 if read_unit(t, k + 2) or currency_after(t, k + 2) else k
    if number.form == "vague" and t.word(k) == "of":
        unit = read_unit(t, k + 1)
        return k + 1 if unit and unit[0].kind is Kind.DURATION and len(t.word(k + 1)) > 1 else k
    if t.word(k) in _UNIT_ADJECTIVES:
        unit = read_unit(t, k + 1)
        if unit and unit[0].kind is Kind.DURATION and t.word(k + 1) not in {"second", "min", "quarters"}:
            return k + 1
    return k


def _trailing_currency(t: Tokens, draft: Draft, before: Currency) -> None:
    """$5 million US, £5 million pounds, $5 million dollars: the name repeats the sign."""
    k = joint(t, draft.j)
    after = currency_after(t, k)
    if after is not None and (
        after[0].code == before.code or (before.code == "USD" and t.word(k + 1).startswith("dollar"))
    ):
        if t.word(k) in {"p", "won", "real", "mark", "try"} or t.raw(k) in {"$", "\u20ac", "\u00a3"}:
            return
        draft.j, draft.unit = after[1], after[0].code
    elif t.raw(draft.j) == "US" and before.code == "USD":
        draft.j += 1


def _minor(t: Tokens, draft: Draft, c: Context) -> None:
    """Read "three dollars 50 cents", "thirteen dollars and forty-five cents"."""
    k = draft.j + 1 if t.word(draft.j) == "and" else draft.j
    if draft.factor != 1 or draft.low is None or draft.low != draft.high or draft.kind is not Kind.MONEY:
        return
    if not (t.is_digits(k) or t.word(k).isalpha()) or t.glued(k):
        return
    number = read_number(t, k)
    if number is None or number.form != "cardinal" or not 0 < number.low < 100:
        return
    after = currency_after(t, number.j)
    if after is None or after[0].factor == 1 or (after[0].code != draft.unit and after[0].name != "dollar"):
        return
    draft.low = draft.high = draft.low + number.low * after[0].factor
    draft.grain, draft.j = after[0].factor, after[1]


def scaled_by(t: Tokens, draft: Draft) -> Decimal:
    """Return the scale word that ends the number of a draft (5 to 7 *million*), as a factor; 1 where there is none."""
    for k in range(draft.j - 1, draft.i - 1, -1):
        word = t.low[k]
        if word in SCALES and word not in {"hundred"}:
            return Decimal(SCALES[word])
        if (
            k > draft.i
            and t.is_digits(k - 1)
            and word in DIGIT_SCALES
            and draft.kind in {Kind.MONEY, Kind.COUNT}
        ):
            return Decimal(DIGIT_SCALES[word])
    return Decimal(1)
