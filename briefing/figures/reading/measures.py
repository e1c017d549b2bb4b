"""A number with its measure, percent, temperature or duration → canonical units.

Promise: compounds are summed exactly: 6ft 2in, 12 years and six months, an hour and a half.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.draft import Draft
from briefing.figures.reading.number import EXACT, Number
from briefing.figures.reading.numerals import read_number
from briefing.figures.reading.units import read_unit
from briefing.figures.vocabulary.tokens import Tokens
from briefing.figures.vocabulary.unit_table import Unit
from briefing.wordsets import word_set

COMPARED_WITH = word_set(
    "as the that what its their his her this last more less higher lower larger bigger greater smaller faster slower longer over those"
)
OCCASION = "occasion"  # the written unit of "twice" and "five times" that count how often, not how much more


def base(number: Number, kind: Kind) -> Draft:
    """Return a draft of that kind with the value of the number, vague where the number is."""
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


def convert(draft: Draft, unit: str, name: str, factor: Decimal) -> None:
    """Give a draft its unit, in the canonical one."""
    draft.unit, draft.written_unit = unit, name
    if factor != 1:
        if draft.low is not None and draft.high is not None:
            draft.low, draft.high = EXACT.multiply(draft.low, factor), EXACT.multiply(draft.high, factor)
        if draft.grain is not None:
            draft.grain = EXACT.multiply(draft.grain, factor)
    draft.factor = factor
    if draft.kind is not Kind.FRACTION:
        draft.parts = ()


def measure(t: Tokens, number: Number, unit: Unit, j: int) -> Draft:
    """Read the number with a unit that ends before token ``j``, and what compounds it."""
    draft = base(number, unit.kind)
    draft.j = j
    if t.word(number.j) in {"(", "[", "{", "<"} and t.word(j) in {")", "]", "}", ">"}:
        draft.j = j + 1
    if t.word(j) == "." and unit.kind is Kind.TEMPERATURE and t.word(j - 1) == "deg" and t.word(j + 1) == "":
        draft.j = j + 1
    convert(draft, unit.base, unit.name, unit.factor)
    if unit.name == "foot" or unit.name == "stone":
        _feet_and_inches(t, draft)
    if unit.name == "times" and t.word(j - 1) == "times" and t.word(j) not in COMPARED_WITH:
        draft.written_unit = OCCASION
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


_WEATHER = word_set(
    "temperature temperatures thermometer thermometers mercury degrees degree lows highs low high frost cold colder freeze freezing "
    "celsius centigrade fahrenheit warmer chill overnight heatwave weather"
)
_COLD = word_set(
    "temperature temperatures thermometer mercury degrees frost cold colder freezing celsius wind"
)


def _ends(t: Tokens, j: int) -> bool:
    word = t.word(j)
    return not word.isalnum() or word in {"was", "is", "were", "at", "in", "on", "and", "when", "felt", "by"}


_REACH_OF_WEATHER = 14  # tokens either side


def below_zero(t: Tokens, draft: Draft) -> Draft | None:
    """Read "18 below zero", and "minus 18" near a word of the weather, as a temperature."""
    if draft.low is None or draft.high is None:
        return None
    near = t.low[max(0, draft.i - _REACH_OF_WEATHER) : draft.j + _REACH_OF_WEATHER]
    if t.low[draft.j : draft.j + 2] == ["below", "zero"] and draft.low > 0:
        low, high, j = -draft.high, -draft.low, draft.j + 2
    elif (
        t.word(draft.j) == "below" and draft.low > 0 and _ends(t, draft.j + 1) and not _COLD.isdisjoint(near)
    ):
        low, high, j = -draft.high, -draft.low, draft.j + 1
    elif draft.low < 0 and not _WEATHER.isdisjoint(near):
        low, high, j = draft.low, draft.high, draft.j
    else:
        return None
    return Draft(Kind.TEMPERATURE, draft.i, j, low, high, "degree", "degree", grain=draft.grain)


def feet_marks(t: Tokens, number: Number) -> Draft | None:
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
    draft = base(number, Kind.MEASURE)
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
