"""Whether an ambiguous spelling is a unit or a currency here: second, pounds, points, m, C, won.

Promise: what is doubtful stays a bare count; no unit is guessed from the value alone.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.draft import Context
from briefing.figures.reading.money import Currency
from briefing.figures.reading.number import Number
from briefing.figures.vocabulary.tokens import Tokens
from briefing.figures.vocabulary.unit_table import Unit
from briefing.wordsets import word_set


def is_currency(t: Tokens, number: Number, currency: Currency, k: int) -> bool:
    """Whether a word such as won, real or mark is money here."""
    word = t.word(k)
    if word == "crowns" and number.low >= _FEWEST_CROWNS:
        return True
    if word in {"mark", "marks", "crowns"} and number.grain == _HUNDREDTH:
        return True  # 13.40 crowns
    if word in {"won", "mark", "marks", "real", "reals", "crowns"}:
        return number.scaled or (
            number.low >= 1000
            and word == "won"
            and number.grain >= 1
            and t.word(k + 1) not in {"the", "a", "their", "by"}
        )
    if word in {"try", "cop", "all", "top"}:
        return t.raw(k).isupper()
    if word in {"$", "\u00a3", "\u20ac"} and not t.glued(k) and (t.is_digits(k + 1) and t.glued(k + 1)):
        return False
    if word == "p" and number.scaled:
        return False
    return number.form != "ordinal"


_WEIGHT = word_set(
    "of weigh weighs weighed weighing weight heavier lighter lift lifted bass tuna overweight baby bomb bombs boy girl fish cocaine heroin"
)


_WEIGHT_BEFORE = word_set(
    "weigh weighs weighed weighing lost gained shed lose gain weight lifted drop carrying"
)


_PRICES = word_set(
    "price prices priced cost costs pay pays paid payment salary salaries wage wages earn earns earned rent rents fine fined fee fees worth "
    "budget grant bill bills profit loss debt savings donated donation reward raised ticket tickets sold compensation bought buy auction auctioned bid bids sale estimate fetched fetch"
)
_REACH_OF_PRICES = 16
_FEWEST_CROWNS = 20  # fewer may be worn
_HUNDREDTH = Decimal("0.01")


_AFTER_WEIGHT = word_set("of heavier lighter overweight per")
_PAYING = word_set("taxpayers public a week hour")
_PAID = word_set("damage investment funding debt debts aid cuts")


def pounds_are_money(t: Tokens, number: Number, k: int, c: Context) -> bool:
    """Pounds as money: by scale, by the text's own sterling, unless weight is spoken of."""
    if t.word(k + 1) == "sterling":
        return True
    if t.word(k + 1) in _AFTER_WEIGHT and t.word(k + 2) not in _PAYING:
        return number.scaled and t.word(k + 2) in _PAID
    if any(t.word(number.i - n) in _WEIGHT_BEFORE for n in range(1, 5)):
        return False
    if t.word(k - 1) == "-" and t.word(k + 1) in _WEIGHT:
        return False
    begin = max(0, number.i - _REACH_OF_PRICES)
    priced = any(word in _PRICES for word in t.low[begin : number.i])
    return c.sterling or number.scaled or priced


_LETTERS = word_set("h d t w v a n l g j k pa")


_METRE_AFTER = word_set(
    "long high wide deep tall of in and below above from is to at on for or with by after before when while as but final heats"
)


_SHORT_SYMBOLS = word_set("% pc pp bp bps c f st min mi yd ha mp nm cc db hp kt ms ° pm mb px")


def is_unit(t: Tokens, number: Number, unit: Unit, k: int, j: int) -> bool:
    """Whether an ambiguous spelling is a unit after this number."""
    word, glued = t.word(k), t.glued(k)
    if word in _LETTERS and not _symbol(t, number, k, glued):
        return False
    if word == "in":
        return glued and number.digits and not t.runs_on(k + 1)
    if word == "m":
        stands = number.digits and (glued or not t.word(k + 1).isalpha() or t.word(k + 1) in _METRE_AFTER)
        return stands or t.word(k - 1) == "-"
    if word in _SHORT_SYMBOLS:
        return _short_symbol(t, number, k, j, glued)
    if unit.care in _CARE:
        return _CARE[unit.care](t, number, k, j)
    return _is_noun_unit(t, number, unit, k, j)


def _is_noun_unit(t: Tokens, number: Number, unit: Unit, k: int, j: int) -> bool:
    """Whether a word such as foot, point, day or quarters measures here."""
    word, after = t.word(k), t.word(j)
    if word in {"feet", "foot"}:
        return after not in {"soldiers", "patrol", "patrols"}
    if word == "point" and not number.digits and after == "out":
        return t.word(k - 1) == "-"
    if word in {"day", "night"} and after == "-" and t.word(j + 1) in {"care", "time"}:
        return False
    singular = unit.kind is Kind.DURATION and word.endswith(("y", "night")) and number.low != 1
    if singular and k == number.j and not number.tail_unit:
        return after in {"old", "mark", "period"}
    return True


def _stone(t: Tokens, number: Number, k: int, j: int) -> bool:
    weighs = t.word(number.i - 1) in {"weighs", "weighed", "weigh", "lost", "at"}
    return t.word(k) == "stone" and number.form == "cardinal" and (weighs or not t.word(j).isalpha())


def _times(t: Tokens, number: Number, k: int, j: int) -> bool:
    return t.word(j) not in {"square", "and"} and not (t.capital(k) and not t.sentence_start(k))


def _degrees(t: Tokens, number: Number, k: int, j: int) -> bool:
    """Whether degrees measure heat and are no degrees of a university."""
    if t.word(j) == "from" and not number.digits:
        return False
    if t.word(j) not in {"of", "in"} or t.word(j + 1) in {"frost", "warming", "latitude", "the"}:
        return True
    measured = number.grain < 1 or (t.capital(j + 1) and t.word(number.i - 1) not in _CONFERRING)
    return t.word(j) == "in" and number.digits and measured  # 46 degrees in Palmera


_CONFERRING = word_set(
    "award awards awarded awarding offer offers offered offering hold holds held holding has have had having earn earns earned "
    "confer conferred grant granted take took taken complete completed with and or his her their its the all over some about"
)


def _quarters(t: Tokens, number: Number, k: int, j: int) -> bool:
    return number.form == "cardinal" and t.word(number.j) in {"consecutive", "straight"}


def _symbol(t: Tokens, number: Number, k: int, glued: bool) -> bool:
    """One-letter symbols hold only after digits, glued, and not before more letters or digits."""
    word = t.word(k)
    if not number.digits or (t.glued(k + 1) and t.word(k + 1)[:1].isalnum()):
        return False
    if word in {"a", "an", "n", "j", "t"}:
        return glued and word == "t" and t.raw(k) == "t"
    if word in {"v", "w"}:
        return glued and t.raw(k).isupper()
    return glued or (word in {"g", "l"} and not t.word(k + 1).isalpha())


def _is_lettered_name(t: Tokens, number: Number, j: int) -> bool:
    """Whether a C or F after digits ends a name: Boeing 777F, SCP-173C, a 13F filing."""
    before = number.i - 1
    if t.word(before) == "-" and t.glued(number.i) and t.glued(before) and not t.is_digits(before - 1):
        return True
    capital = t.capital(before) and t.raw(before).isalpha() and not t.sentence_start(before)
    return capital or t.word(j) in {"filing", "filings"} or (t.word(before) == "must" and t.word(j) == "be")


def _short_symbol(t: Tokens, number: Number, k: int, j: int, glued: bool) -> bool:
    """Whether a sign of one or two letters is a unit here."""
    word, after = t.word(k), t.word(j)
    if word in {"c", "f"}:
        tail = t.glued(j) and (after[:1].isalnum() or after in {"/", "-"})
        symbol = glued and number.digits and t.capital(k) and not tail
        spaced = number.digits and not glued and t.capital(k) and number.grain < 1 and not after.isalnum()
        return (symbol or spaced) and -100 <= number.low <= 230 and not _is_lettered_name(t, number, j)
    if word == "°":
        return after not in {"e", "w", "n", "s", "'"}
    if word in {"%", "mb"}:
        return True
    return number.digits and word != "pm"


def _second(t: Tokens, number: Number, k: int, j: int) -> bool:
    if t.word(k) != "second":
        return True
    if t.word(k + 1) in {"half", "place", "and", "-"} and t.word(k - 1) != "-":
        return False
    return t.word(k - 1) == "-" or number.low == 1 or number.grain < 1 or number.tail_unit


_CARE: dict[str, Callable[[Tokens, Number, int, int], bool]] = {
    "second": _second,
    "stone": _stone,
    "times": _times,
    "degrees": _degrees,
    "quarters": _quarters,
}
