"""Amounts per time, head or thousand: "$15 an hour", "12 per 100,000 people".

Promise: a rate is divided by its base, so that rates with another base compare; "a year ago" is no rate.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Kind
from briefing.figures.reading.draft import Draft
from briefing.figures.reading.numerals import read_number
from briefing.figures.reading.units import read_unit
from briefing.figures.vocabulary.numberwords import SCALES, SMALL, TENS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_PER = frozenset({"a", "an", "per", "each", "every", "/", "for", "to"})


_PERIODS = {
    "second": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "h": "hour", "day": "day", "night": "night",
    "week": "week", "month": "month", "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade", "annum": "year",
    "capita": "person", "head": "person", "person": "person", "household": "household", "share": "share", "barrel": "barrel",
    "tonne": "tonne", "ton": "ton", "kilo": "kilogram", "kg": "kilogram", "litre": "litre", "liter": "litre", "gallon": "gallon", "ounce": "ounce",
    "pupil": "pupil", "game": "game", "acre": "acre", "hectare": "hectare", "mile": "mile", "pound": "lb", "student": "student",
    "child": "child", "employee": "employee", "fortnight": "fortnight", "unit": "unit", "ticket": "ticket", "megawatt": "MW", "weekday": "weekday",
    "weekend": "weekend", "bottle": "bottle", "square": "square", "worker": "worker", "vehicle": "vehicle",
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


PER = "per:"  # of a count that is one for each such time: "45 daily flights", "45 flights daily"


def period_beside(words: Sequence[str]) -> str:
    """Return the time for each of which a count is, where one of ``words`` beside it says so."""
    return next((PER + _ADVERBS[word] for word in words if word in _ADVERBS), "")


_RATED = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.VAGUE, Kind.PERCENT, Kind.DURATION})


def rate(t: Tokens, draft: Draft) -> None:
    """Read "$15 an hour", "12 per 100,000 people", "500 barrels a day", "40 litres per head"."""
    if draft.kind not in _RATED or draft.low is None:
        return
    k = draft.j
    if t.word(k) == "-" and t.word(k + 1) in {"a", "an", "per"}:
        k += 1
    k += _between(t, draft, k)
    nouns = _nouns_before_per(t, k) if draft.bare and t.word(k) not in _PER else 0
    k += nouns
    word = t.word(k)
    if word in _ADVERBS and not nouns and draft.kind in {Kind.MONEY, Kind.MEASURE}:
        _as_rate(draft, _ADVERBS[word], k + 1)
        return
    if word not in _PER or (word in {"for", "to"} and t.word(k + 1) not in {"every", "each"}):
        return
    k += 2 if word in {"for", "to"} or t.word(k + 1) == "-" else 1
    per = t.word(k)
    if word in {"per", "for", "to"} and (t.is_digits(k) or per in _PER_NUMBERS):
        _per_number(t, draft, k)
    elif per == "square" and (area := read_unit(t, k)) is not None:
        _as_rate(draft, area[0].name, area[1] if not nouns else draft.j)
    elif (energy := read_unit(t, k)) is not None and energy[0].name in _ENERGY:
        _as_rate(draft, energy[0].name, energy[1] if not nouns else draft.j)
    elif per in _PERIODS and not _no_rate(t, draft, word, k, nouns):
        _as_rate(draft, _PERIODS[per], k + 1 if not nouns else draft.j)
        _second_rate(t, draft)
    elif word == "per" and (base := read_unit(t, k)) is not None and base[0].kind is Kind.MEASURE:
        _as_rate(draft, base[0].name, base[1] if not nouns else draft.j)
    elif word in {"for", "to"} and draft.kind is Kind.COUNT and nouns and per.isalpha():
        _as_rate(draft, per, k + 1)


_ENERGY = frozenset({"kilowatt-hour", "megawatt-hour", "gigawatt-hour", "watt-hour", "terawatt-hour"})
_PER_NUMBERS = SMALL.keys() | TENS.keys() | SCALES.keys()


_NO_NOUNS = word_set("in for over within after at on to by from and or of with")
_FOR_EACH = (["for", "every"], ["for", "each"], ["to", "every"], ["to", "each"])


def _between(t: Tokens, draft: Draft, k: int) -> int:
    """Count the words between an amount and its "a day": barrels of oil a day, £31 more a year."""
    each = {"a", "an", "per", "each", "every"}
    if t.word(k) == "of" and draft.kind is Kind.MEASURE and t.word(k + 2) in each:
        return 2
    more = t.word(k) in {"more", "less", "extra"} and draft.kind in {Kind.MONEY, Kind.MEASURE}
    return int(more and t.word(k + 1) in each)


def _nouns_before_per(t: Tokens, k: int) -> int:
    """Count the nouns between a bare number and its "a day" or "per 1,000": at most two."""
    if not t.word(k).isalpha() or t.word(k) in _NO_NOUNS:
        return 0
    if t.word(k + 1) in {"a", "an", "per", "each", "every"} or t.low[k + 1 : k + 3] in _FOR_EACH:
        return 1
    return 2 if t.word(k + 1).isalpha() and t.word(k + 2) == "per" else 0


def _no_rate(t: Tokens, draft: Draft, word: str, k: int, nouns: int) -> bool:
    """Whether "a year" is a time and no rate: a year ago, a second man, a week after."""
    article, per, after = word in {"a", "an"}, t.word(k), t.word(k + 1)
    if article and after in {"ago", "later", "earlier", "before", "after", "old"}:
        return True
    if article and t.low[k + 1 : k + 3] == ["and", "a"]:
        return True  # "freed ten miners a day and a half after"
    if article and after == "from" and t.word(k + 2) in {"now", "today", "then"}:
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
    if draft.kind is Kind.DURATION and word in {"/", "for", "to"}:
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
