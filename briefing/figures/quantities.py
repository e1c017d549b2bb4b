"""A number with its sign, currency, unit or rate → one draft.

Promise: money, percent, points, durations, temperatures and measures come out in the canonical unit by exact
factors; a number without any unit is a bare count that a neighbour's unit may still complete.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from briefing.data import Kind, Modifier
from briefing.figures.draft import Context, Draft
from briefing.figures.money import Currency, currency_after, currency_before, pounds
from briefing.figures.numberwords import SCALES, SMALL, TENS, word_set
from briefing.figures.numerals import EXACT, Number, read_number
from briefing.figures.tokens import Tokens
from briefing.figures.units import Unit, read_unit

_SIGNS = frozenset({"-", "\u2212", "\u2013"})
_OPENERS = frozenset(
    {"(", "[", ",", "", ":", '"', "=", ";", "~", "<", ">", "from", "to", "of", "at", "by", "about", "around"}
)


def negative_from(t: Tokens, i: int) -> int | None:
    """Return the index where a minus before token ``i`` begins, or ``None``: -2.1, − 2.1, minus 5, negative one."""
    word = t.word(i - 1)
    if word in {"minus", "negative"}:
        return i - 1
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
    minus = negative_from(t, number.i)
    money = currency_before(t, minus if minus is not None else number.i)
    if money is None and minus is None:
        pass
    elif money is None:
        assert minus is not None
        begin, sign = minus, -1
    else:
        begin = money[1]
        sign = -1 if minus is not None or negative_from(t, begin) is not None else 1
        if minus is None and sign < 0:
            begin = negative_from(t, begin) or begin
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


def _base(number: Number, kind: Kind) -> Draft:
    vague = number.form == "vague"
    return Draft(
        Kind.VAGUE if vague else kind,
        number.i,
        number.j,
        number.low,
        number.high,
        grain=number.grain,
        parts=number.parts,
    )


def _with_unit(t: Tokens, number: Number, before: Currency | None, c: Context) -> Draft:
    if before is not None:
        draft = _base(number, Kind.MONEY)
        _convert(draft, before.code, before.name, before.factor)
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
    if found is None and t.word(k) in {"pound", "pounds"} and _pounds_are_money(t, number, k, c):
        found = pounds(t, k)
    if found is not None and _is_currency(t, number, found[0], k):
        draft = _base(number, Kind.MONEY)
        draft.j = found[1]
        code = (
            "EUR" if found[0].name == "dollar" and t.word(k).startswith("cent") and c.euro else found[0].code
        )
        _convert(draft, code, "cent" if t.word(k).startswith("cent") else found[0].name, found[0].factor)
        _minor(t, draft, c)
        return draft
    if (
        t.word(number.j) == "'"
        and t.glued(number.j)
        and number.digits
        and (tall := _feet_marks(t, number)) is not None
    ):
        return tall
    unit = read_unit(t, k)
    if unit is not None and _is_unit(t, number, unit[0], k, unit[1]):
        return _measure(t, number, unit[0], unit[1])
    kind = Kind.FRACTION if number.form == "fraction" else Kind.COUNT
    draft = _base(number, kind)
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
        return k + 1 if t.word(k) == "-" else k
    if t.word(k) == "+" and t.glued(k):
        return k + 1
    if t.word(k) == "or" and t.word(k + 1) in {"so", "more"}:
        return k + 2 if read_unit(t, k + 2) or currency_after(t, k + 2) else k
    if t.word(k) in _UNIT_ADJECTIVES:
        unit = read_unit(t, k + 1)
        if unit and unit[0].kind is Kind.DURATION and t.word(k + 1) not in {"second", "min", "quarters"}:
            return k + 1
    return k


def _convert(draft: Draft, unit: str, name: str, factor: Decimal) -> None:
    draft.unit, draft.written_unit = unit, name
    if factor != 1:
        if draft.low is not None and draft.high is not None:
            draft.low, draft.high = EXACT.multiply(draft.low, factor), EXACT.multiply(draft.high, factor)
        if draft.grain is not None:
            draft.grain = EXACT.multiply(draft.grain, factor)
    draft.factor = factor
    if draft.kind is not Kind.FRACTION:
        draft.parts = ()


def _trailing_currency(t: Tokens, draft: Draft, before: Currency) -> None:
    """$5 million US, £5 million pounds, $5 million dollars: the name repeats the sign."""
    k = draft.j + 1 if t.word(draft.j) == "-" else draft.j
    after = currency_after(t, k)
    if after is not None and (
        after[0].code == before.code or (before.code == "USD" and t.word(k + 1).startswith("dollar"))
    ):
        if t.word(k) in {"p", "won", "real", "mark", "try"} or t.raw(k) in {"$", "\u20ac", "\u00a3"}:
            return
        draft.j, draft.unit = after[1], after[0].code
    elif t.raw(draft.j) == "US" and before.code == "USD":
        draft.j += 1


_MONEY_WORDS = frozenset(
    {
        "won",
        "real",
        "reals",
        "mark",
        "marks",
        "sterling",
        "try",
        "lei",
        "dong",
        "top",
        "crowns",
        "rand",
        "all",
        "cop",
        "sen",
    }
)


def _is_currency(t: Tokens, number: Number, currency: Currency, k: int) -> bool:
    """Whether a word such as won, real or mark is money here."""
    word = t.word(k)
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


def _pounds_are_money(t: Tokens, number: Number, k: int, c: Context) -> bool:
    """Pounds as money: by scale, by the text's own sterling, unless weight is spoken of."""
    if t.word(k + 1) == "sterling":
        return True
    if t.word(k + 1) in {"of", "heavier", "lighter", "overweight", "per"} and t.word(k + 2) not in {
        "taxpayers",
        "public",
        "a",
        "week",
        "hour",
    }:
        return number.scaled and t.word(k + 2) in {
            "damage",
            "investment",
            "funding",
            "debt",
            "debts",
            "aid",
            "cuts",
        }
    if any(t.word(number.i - n) in _WEIGHT_BEFORE for n in range(1, 5)):
        return False
    if t.word(k - 1) == "-" and t.word(k + 1) in _WEIGHT:
        return False
    return c.sterling or number.scaled


_NOT_SHORT = frozenset({"in", "a", "an"})


_LETTERS = word_set("h d t w v a n l g j k pa")
_METRE_AFTER = word_set("long high wide deep tall of in and below above from is to")
_SHORT_SYMBOLS = word_set("% pc pp bp bps c f st min mi yd ha mp nm cc db hp kt ms ° pm mb px")


def _is_unit(t: Tokens, number: Number, unit: Unit, k: int, j: int) -> bool:
    """Whether an ambiguous spelling is a unit after this number."""
    word, glued = t.word(k), t.glued(k)
    if word in _LETTERS and not _symbol(t, number, k, glued):
        return False
    if word == "in":
        return glued and number.digits and not _alnum_next(t, k + 1)
    if word == "m":
        stands = number.digits and (glued or not t.word(k + 1).isalpha() or t.word(k + 1) in _METRE_AFTER)
        return stands or t.word(k - 1) == "-"
    if word in _SHORT_SYMBOLS:
        return _short_symbol(t, number, k, j, glued)
    if unit.care in _CARE:
        return _CARE[unit.care](t, number, k, j)
    return _is_noun_unit(t, number, unit, k, j)


def _alnum_next(t: Tokens, k: int) -> bool:
    return t.glued(k) and t.word(k)[:1].isalnum()


def _is_noun_unit(t: Tokens, number: Number, unit: Unit, k: int, j: int) -> bool:
    """Whether a word such as foot, point, day or quarters measures here."""
    word, after = t.word(k), t.word(j)
    if word in {"feet", "foot"}:
        return after not in {"soldiers", "patrol", "patrols"}
    if word == "point" and not number.digits and after == "out":
        return t.word(k - 1) == "-"
    if word in {"day", "night"} and after == "-" and t.word(j + 1) in {"care", "time"}:
        return False
    singular = unit.kind is Kind.DURATION and word.endswith("y") and number.low != 1
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
    return t.word(j) not in {"of", "in"} or t.word(j + 1) in {"frost", "warming", "latitude", "the"}


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
        return symbol and -100 <= number.low <= 230 and not _is_lettered_name(t, number, j)
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


# ------------------------------------------------------------------ measures


def _measure(t: Tokens, number: Number, unit: Unit, j: int) -> Draft:
    draft = _base(number, unit.kind)
    draft.j = j
    if t.word(number.j) in {"(", "[", "{", "<"} and t.word(j) in {")", "]", "}", ">"}:
        draft.j = j + 1
    if t.word(j) == "." and unit.kind is Kind.TEMPERATURE and t.word(j - 1) == "deg" and t.word(j + 1) == "":
        draft.j = j + 1
    _convert(draft, unit.base, unit.name, unit.factor)
    if unit.name == "foot" or unit.name == "stone":
        _feet_and_inches(t, draft)
    if unit.name == "point":
        _points(t, draft)
    if (
        unit.name == "degree"
        and t.word(draft.j) in {"below", "above"}
        and t.word(draft.j + 1) in {"zero", "freezing"}
    ):
        if t.word(draft.j) == "below" and t.word(draft.j + 1) == "zero" and draft.low is not None:
            draft.low = draft.high = -draft.low
        if t.word(draft.j + 1) == "zero":
            draft.j += 2
    if unit.kind is Kind.DURATION:
        _compound_duration(t, draft)
    return draft


def _feet_marks(t: Tokens, number: Number) -> Draft | None:
    """Read 6'2" and 6' 2"."""
    k = number.j + 1
    inches = t.value.get(k)
    if (
        inches is None
        or inches >= 12
        or t.word(k + 1) not in {'"', "'"}
        or not t.glued(k + 1)
        or number.low > 9
    ):
        return None
    draft = _base(number, Kind.MEASURE)
    draft.low = draft.high = EXACT.add(EXACT.multiply(number.low, Decimal(12)), inches)
    draft.unit, draft.written_unit, draft.grain = "in", "inch", Decimal(1)
    draft.j = k + 2 if t.word(k + 1) == '"' else k + 3 if t.word(k + 2) == "'" else k + 2
    return draft


def _feet_and_inches(t: Tokens, draft: Draft) -> None:
    """6-foot-2, 5ft 11in, 6 feet 2 inches, 10 stone 4."""
    k = draft.j
    if t.word(k) in {"-", ","} or (t.word(k) == "and" and t.word(k + 2).startswith("inch")):
        k += 1
    number = read_number(t, k) if k < len(t) and (t.is_digits(k) or t.word(k).isalpha()) else None
    if number is None or number.form not in {"cardinal"} or not 0 <= number.low < 14 or draft.low is None:
        return
    feet = draft.written_unit == "foot"
    small = {"in", "inch", "inches", '"'} if feet else {"lb", "lbs", "pounds", "pound"}
    after = number.j + 1 if t.word(number.j) == "-" and t.word(number.j + 1) in small else number.j
    if t.word(after) in small and (
        t.word(after) != "in" or t.glued(after) or t.word(after + 1) not in {"the", "a", "his", "her"}
    ):
        end = after + 1
    elif (t.word(draft.j) == "-" and t.glued(k)) or (
        t.is_digits(k) and draft.j == k and not t.word(number.j).isalpha() and number.low < 12
    ):
        end = number.j
    else:
        return
    draft.low = draft.high = draft.low + number.low
    draft.grain, draft.j = Decimal(1), end


_RATE_WORDS = word_set(
    "rate rates interest percent % percentage poll polls polling basis bank fed inflation unemployment turnout ratings approval "
    "benchmark cut swing margin yield growth per"
)
_GAME_WORDS = word_set(
    "scored score game games goals rebounds league table team season match matches win won wins half quarter game's basketball tries "
    "assists drop dropped safe relegation standings championship title index shares dow ftse nikkei s&p nasdaq clear stocks closed"
)


def _points(t: Tokens, draft: Draft) -> None:
    """Points of a rate or a poll are percentage points; points of a game or an index are counted."""
    begin, end = max(0, draft.i - 16), min(len(t), draft.j + 12)
    window = [*t.low[begin : draft.i], *t.low[draft.j : end]]
    before = len(window[: draft.i - begin])
    for k in range(before - 1, -1, -1):
        if window[k] in {".", "!", "?"} and k < before - 1:
            window = window[k + 1 :]
            break
    rate_words = sum(w in _RATE_WORDS for w in window)
    game_words = sum(w in _GAME_WORDS for w in window)
    if rate_words > game_words and draft.low is not None and draft.low < 100:
        draft.kind = Kind.POINTS


_LADDER = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")


def _compound_duration(t: Tokens, draft: Draft) -> None:
    """Read "two hours and 30 minutes", "2 hours, 3 minutes 11 seconds", "three years and two months"."""
    for _ in range(3):
        if draft.written_unit not in _LADDER or draft.low is None or draft.low != draft.high:
            return
        k = draft.j
        if t.word(k) == "and" and t.low[k + 1 : k + 3] in (["a", "half"], ["a", "quarter"]):
            part = draft.factor / (2 if t.word(k + 2) == "half" else 4)
            draft.low = draft.high = draft.low + part  # one hour and a half
            draft.grain, draft.j = part, k + 3
            return
        if t.word(k) == ",":
            k += 1
        if t.word(k) == "and":
            k += 1
        if not (k < len(t) and (t.is_digits(k) or t.word(k).isalpha())):
            return
        number = read_number(t, k)
        if number is None or number.form != "cardinal":
            return
        found = read_unit(t, number.j)
        if (
            found is None
            or found[0].base != draft.unit
            or found[0].name not in _LADDER
            or found[0].kind is not Kind.DURATION
        ):
            return
        if _LADDER.index(found[0].name) <= _LADDER.index(draft.written_unit) or t.word(found[1]) in {
            "later",
            "ago",
            "earlier",
        }:
            return
        if number.low * found[0].factor >= draft.factor:
            return
        draft.low = draft.high = draft.low + number.low * found[0].factor
        draft.grain, draft.factor = found[0].factor, found[0].factor
        draft.written_unit, draft.j = found[0].name, found[1]


# ------------------------------------------------------------------ rates

_PER = frozenset({"a", "an", "per", "each", "every", "/", "for"})
_PERIODS = {
    "second": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "h": "hour", "day": "day", "night": "night",
    "week": "week", "month": "month", "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade", "annum": "year",
    "capita": "person", "head": "person", "person": "person", "household": "household", "share": "share", "barrel": "barrel",
    "tonne": "tonne", "ton": "ton", "kilo": "kg", "kg": "kg", "litre": "litre", "liter": "litre", "gallon": "gallon", "ounce": "ounce",
    "pupil": "pupil", "game": "game", "acre": "acre", "hectare": "hectare", "mile": "mile", "pound": "lb", "student": "student",
    "child": "child", "employee": "employee", "fortnight": "fortnight", "unit": "unit", "ticket": "ticket", "megawatt": "MW", "weekday": "weekday",
    "weekend": "weekend", "bottle": "bottle", "square": "square", "mwh": "MWh", "kwh": "kWh", "worker": "worker", "vehicle": "vehicle",
}  # fmt: skip
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "nightly": "night",
    "hourly": "hour",
}
_RATED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.VAGUE, Kind.PERCENT, Kind.DURATION})


def rate(t: Tokens, draft: Draft) -> None:
    """Read "$15 an hour", "12 per 100,000 people", "500 barrels a day", "40 litres per head"."""
    if draft.kind not in _RATED or draft.low is None:
        return
    k = draft.j
    if t.word(k) == "-" and t.word(k + 1) in {"a", "an", "per"}:
        k += 1
    if (
        t.word(k) == "of"
        and draft.kind is Kind.MEASURE
        and t.word(k + 2) in {"a", "an", "per", "each", "every"}
    ):
        k += 2  # barrels of oil a day
    nouns = _nouns_before_per(t, k) if draft.bare and t.word(k) not in _PER else 0
    k += nouns
    word = t.word(k)
    if word in _ADVERBS and not nouns and draft.kind in {Kind.MONEY, Kind.MEASURE}:
        _as_rate(draft, _ADVERBS[word], k + 1)
        return
    if word not in _PER or (word == "for" and t.word(k + 1) != "every"):
        return
    k += 2 if word == "for" or t.word(k + 1) == "-" else 1
    per = t.word(k)
    if word in {"per", "for"} and (t.is_digits(k) or per in _PER_NUMBERS):
        _per_number(t, draft, k)
    elif per == "square" and (area := read_unit(t, k)) is not None:
        _as_rate(draft, area[0].name, area[1] if not nouns else draft.j)
    elif per in _PERIODS and not _no_rate(t, draft, word, k, nouns):
        _as_rate(draft, _PERIODS[per], k + 1 if not nouns else draft.j)
        _second_rate(t, draft)


_PER_NUMBERS = SMALL.keys() | TENS.keys() | SCALES.keys()


def _nouns_before_per(t: Tokens, k: int) -> int:
    """Count the nouns between a bare number and its "a day" or "per 1,000": at most two."""
    if not t.word(k).isalpha():
        return 0
    if t.word(k + 1) in {"a", "an", "per", "each", "every"} or t.low[k + 1 : k + 3] == ["for", "every"]:
        return 1
    return 2 if t.word(k + 1).isalpha() and t.word(k + 2) == "per" else 0


def _no_rate(t: Tokens, draft: Draft, word: str, k: int, nouns: int) -> bool:
    """Whether "a year" is a time and no rate: a year ago, a second man, a week after."""
    article, per, after = word in {"a", "an"}, t.word(k), t.word(k + 1)
    if article and after in {"ago", "later", "earlier", "before", "after", "old", "from"}:
        return True
    if article and per in {"second", "quarter"} and draft.kind is not Kind.MEASURE:
        return True
    if (
        article
        and nouns
        and after.isalpha()
        and per in {"game", "unit", "child", "person", "worker", "second"}
    ):
        return True
    if draft.kind is Kind.DURATION and word in {"/", "for"}:
        return True
    return draft.kind is Kind.PERCENT and word not in {"a", "per", "an"}


def _second_rate(t: Tokens, draft: Draft) -> None:
    """Read "per head a day", "a day per head": both, in one order."""
    k = draft.j
    if (
        t.word(k) in {"a", "an", "per", "each", "every"}
        and t.word(k + 1) in _PERIODS
        and t.word(k + 2) not in {"ago", "later", "earlier"}
    ):
        unit, *periods = draft.unit.split("/")
        draft.unit = "/".join([unit, *sorted([*periods, _PERIODS[t.word(k + 1)]])])
        draft.j = k + 2


def _as_rate(draft: Draft, period: str, j: int) -> None:
    if draft.kind is not Kind.VAGUE:
        draft.kind = Kind.RATE
    draft.unit = f"{draft.unit}/{period}"
    draft.j, draft.bare = j, False


_HEADS_COUNTED = word_set(
    "people residents inhabitants population persons citizens head heads adults women men children"
)


def _per_number(t: Tokens, draft: Draft, k: int) -> None:
    """Per 100,000: the value is divided so that rates with another base compare."""
    number = read_number(t, k)
    if number is None or number.low <= 0 or draft.low is None or draft.high is None:
        return
    draft.low, draft.high = draft.low / number.low, draft.high / number.low
    if draft.grain is not None:
        draft.grain = draft.grain / number.low
    draft.written_unit = f"per {number.low}"
    noun_after = t.word(number.j)
    if noun_after in _HEADS_COUNTED or not (
        noun_after.isalpha() and noun_after.endswith("s") and len(noun_after) > 4
    ):
        _as_rate(draft, "person", number.j + 1 if noun_after in _HEADS_COUNTED else number.j)
    else:
        _as_rate(draft, noun_after[:-1], number.j + 1)


def scaled_by(t: Tokens, draft: Draft) -> Decimal:
    """Return the scale word that ends the number of a draft (5 to 7 *million*), as a factor; 1 where there is none."""
    for k in range(draft.j - 1, draft.i - 1, -1):
        word = t.low[k]
        if word in SCALES and word not in {"hundred"}:
            return Decimal(SCALES[word])
        if (
            k > draft.i
            and t.is_digits(k - 1)
            and word in {"k", "m", "mn", "bn", "b", "tn", "trn"}
            and draft.kind in {Kind.MONEY, Kind.COUNT}
        ):
            return {
                "k": Decimal(1000),
                "m": Decimal(10**6),
                "mn": Decimal(10**6),
                "bn": Decimal(10**9),
                "b": Decimal(10**9),
            }.get(word, Decimal(10**12))
    return Decimal(1)


def exact(draft: Draft) -> bool:
    """Whether the draft is one unhedged value."""
    return draft.modifier is Modifier.EXACT and draft.low == draft.high
