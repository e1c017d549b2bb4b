"""Two numbers that are the ends of one range: 5 to 7 percent, $1.2-1.5bn, 9 to 11pm, two or three.

Promise: unit, currency and scale are shared where only one end has them; ends that cannot be one range stay two
figures.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.ages import read_age
from briefing.figures.reading.clock import read_time
from briefing.figures.reading.draft import Context, Draft
from briefing.figures.reading.number import EXACT, is_whole
from briefing.figures.reading.quantities import quantity_from, scaled_by
from briefing.figures.reading.rates import rate
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_AFTER_BETWEEN = word_set("about around the ages of an a roughly approximately some anywhere")


def after_between(t: Tokens, i: int) -> bool:
    """Return whether "between" opens what ends before token ``i``."""
    k = i - 1
    for _ in range(4):
        if t.word(k) == "between":
            return True
        if t.word(k) not in _AFTER_BETWEEN:
            return False
        k -= 1
    return False


def after_from(t: Tokens, i: int) -> bool:
    """Return whether "from" stands before token ``i``."""
    return t.word(i - 1) == "from" or (
        t.word(i - 2) == "from"
        and t.word(i - 1) in {"about", "around", "nearly", "almost", "just", "some", "over"}
    )


def read_either(t: Tokens, first: Draft, c: Context) -> Draft | None:
    """Read "two or three people": neighbours of like kind."""
    if t.word(first.j) != "or" or first.low is None or not first.is_plain:
        return None
    second = quantity_from(t, first.j + 1, c)
    if (
        second is None
        or second.low is None
        or second.kind not in {Kind.COUNT, Kind.DURATION, Kind.PERCENT, Kind.MEASURE}
    ):
        return None
    if second.i != first.j + 1 or not first.low < second.low / second.factor <= first.low + max(
        first.low, Decimal(2)
    ):
        return None
    return read_range(t, first, first.j + 1, c)


def read_clock_range(t: Tokens, first: Draft, k: int) -> Draft | None:
    """Read "9 to 11pm", "between 5 and 6 a.m."."""
    if not t.is_digits(k) or first.low is None or not 1 <= first.low <= 12 or not is_whole(first.low):
        return None
    second = read_time(t, k)
    if (
        second is None
        or second.low is None
        or (t.word(k + 1) == ":" and t.word(k + 3) not in {"am", "pm", "a", "p"})
    ):
        return None
    half_day = Decimal(720) if second.low >= 720 else Decimal(0)
    low = (first.low % 12) * 60 + half_day
    if low > second.low:
        low -= 720
    return Draft(
        Kind.TIME, first.i, second.j, max(low, Decimal(0)), second.low, second.unit, modifier=first.modifier
    )


def read_range(t: Tokens, first: Draft, k: int, c: Context) -> Draft | None:
    """Join ``first`` and the quantity at ``k``; unit, currency and scale are shared where only one has them."""
    if k >= len(t):
        return None
    if first.is_plain and (clock := read_clock_range(t, first, k)) is not None:
        return clock
    second = quantity_from(t, k, c)
    if first.bare and t.is_digits(k) and (age := read_age(t, k)) is not None and age.i == k:
        second = age
    if second is None or second.kind in {Kind.ORDINAL, Kind.VAGUE} or first.kind is Kind.VAGUE:
        return None
    if first.kind is Kind.FRACTION and second.kind in {Kind.MONEY, Kind.COUNT, Kind.PERCENT}:
        return None  # "jumped by a third to £45m"
    shared = _share_unit(first, second)
    if shared is None or _is_change_and_level(t, first, second):
        return None
    low, high, model = shared
    scale = scaled_by(t, second)
    if scale != 1 and scaled_by(t, first) == 1 and EXACT.multiply(low, scale) <= high:
        low = EXACT.multiply(low, scale)
    if (
        first.bare
        and second.bare
        and 1 <= low < 1000 <= high
        and high % 1000 == 0
        and low * 1000 < high
        and t.word(k - 1) == "to"
    ):
        low *= 1000  # 15 to 20,000
    if (low > high and min(low, high) >= 0) or (model.kind is Kind.FRACTION and first.kind is Kind.COUNT):
        return None
    out = Draft(
        model.kind,
        first.i,
        second.j,
        min(low, high),
        max(low, high),
        model.unit,
        model.written_unit,
        second.grain,
    )
    out.modifier, out.factor, out.bare = first.modifier, model.factor, first.bare and second.bare
    if not out.bare and model is first:
        rate(t, out)
    return out


def _is_change_and_level(t: Tokens, first: Draft, second: Draft) -> bool:
    """Return whether bare counts are a change and what it led to: "rose by five to nine", but "by 2 to 3 percent"."""
    by = t.word(first.i - 1) == "by" and t.word(second.i - 1) == "to"
    behind = t.word(second.j)
    return by and first.bare and second.bare and (not behind.isalpha() or behind in _GOING_ON)


_GOING_ON = word_set(
    "on in by since after between from as and but while when over within during at with this last"
)


def _share_unit(first: Draft, second: Draft) -> tuple[Decimal, Decimal, Draft] | None:
    """Bring two ends of a range to one unit: its ends, and the draft that has the unit; ``None`` if they differ."""
    if first.low is None or second.high is None:
        return None
    low, high = first.low, second.high
    if first.bare and not second.bare:
        low = EXACT.multiply(low, second.factor)
        if second.kind is Kind.RATE and second.written_unit.startswith("per "):
            low = low / (Decimal(second.written_unit[4:]) or Decimal(1))
        return low, high, second
    if second.bare and not first.bare:
        if first.kind not in {Kind.MONEY, Kind.AGE}:
            return None  # "5 percent to 6.2 million": the change, then the level
        return low, EXACT.multiply(high, first.factor), first
    if second.kind is Kind.RATE and second.unit.startswith("/") and first.kind is Kind.MONEY:
        second.unit, second.written_unit = first.unit + second.unit, first.written_unit  # €30-40 a month
        return low, high, second
    rated = Kind.RATE in {first.kind, second.kind}
    same = first.unit == second.unit and (first.kind is second.kind or rated)
    return (low, high, second) if same or (rated and second.unit.startswith(first.unit)) else None
