"""Units that numbers share: 5 and 7 percent, 19 minutes instead of 50, aged 11, 13 and 17.

Promise: only a bare number takes a unit, from its neighbour in a list or a comparison of the same sentence.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from briefing.data import Kind, Modifier
from briefing.figures.reading.draft import Draft
from briefing.figures.reading.number import EXACT
from briefing.figures.reading.quantities import scaled_by
from briefing.figures.reading.scores import LINKS
from briefing.figures.reading.shares import plural_follows
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set


def _ages(t: Tokens, drafts: list[Draft]) -> None:
    """Go on with ages in a list: "aged 11, 13 and 17"."""
    for first, second in pairwise(drafts):
        if (
            first.kind is not Kind.AGE
            or t.word(first.i - 1) not in {"aged", "ages", ",", "and"}
            or first.j != first.i + 1
        ):
            continue
        if (
            second.bare
            and second.kind is Kind.COUNT
            and t.low[first.j : second.i] in ([","], ["and"], [",", "and"], ["or"])
        ) and not plural_follows(t, second.j):
            second.kind, second.unit, second.written_unit, second.bare = (
                Kind.AGE,
                first.unit,
                first.written_unit,
                False,
            )


def spread(t: Tokens, drafts: list[Draft]) -> None:
    """Give bare numbers of a list the unit at its end: "5 and 7 percent", "10, 12 and 15 percent"."""
    _ages(t, drafts)
    _scales(t, drafts)
    _scales_on(t, drafts)
    _carry_on(t, drafts)
    _rates(t, drafts)
    for n in range(len(drafts) - 2, -1, -1):
        first, second = drafts[n], drafts[n + 1]
        if (
            not first.bare
            or first.kind is not Kind.COUNT
            or second.bare
            or first.low is None
            or first.high is None
        ):
            continue
        if second.kind not in {
            Kind.PERCENT,
            Kind.POINTS,
            Kind.DURATION,
            Kind.TEMPERATURE,
        } and second.written_unit not in {"cent", "pence", "point", "magnitude"}:
            continue
        if second.kind is Kind.DURATION and t.word(first.j) != "or":
            continue
        between = t.low[first.j : second.i]
        if between in (["and"], ["or"], [","], [",", "and"], ["to"], ["and", "then"]) and _listed(t, second):
            first.kind, first.unit, first.written_unit, first.bare = (
                second.kind,
                second.unit,
                second.written_unit,
                False,
            )
            first.low, first.high = (
                EXACT.multiply(first.low, second.factor),
                EXACT.multiply(first.high, second.factor),
            )
            first.factor = second.factor


_FARTHEST_APART = 50  # times; more, and the smaller number has no share in the scale


def _scales(t: Tokens, drafts: list[Draft]) -> None:
    """Give the old level the scale of the new one: "from 3.9 to 4.6 billion dinars"."""
    for first, second in pairwise(drafts):
        if t.word(first.i - 1) != "from" or t.low[first.j : second.i] not in (
            ["to"],
            ["to", "about"],
            ["to", "nearly"],
        ):
            continue
        scale = scaled_by(t, second)
        if (
            not first.bare
            or first.kind is not Kind.COUNT
            or first.low is None
            or scale == 1
            or second.low is None
        ):
            continue
        low = EXACT.multiply(first.low, scale)
        if scaled_by(t, first) != 1 or not second.low / _FARTHEST_APART < low < second.low * _FARTHEST_APART:
            continue
        first.low = first.high = low
        first.kind, first.unit, first.written_unit, first.bare = (
            second.kind,
            second.unit,
            second.written_unit,
            second.bare,
        )


def _scales_on(t: Tokens, drafts: list[Draft]) -> None:
    """Give a bare number the scale and unit of the other end of a change: "from 2.7 billion to 2.1", "4.6 million, up from 4.1"."""
    for first, second in pairwise(drafts):
        scale = scaled_by(t, first)
        if scale == 1 or not second.is_plain or second.low is None:
            continue
        link, after = t.word(second.i - 1), t.word(second.j)
        beside = second.i - first.j <= _NEXT_TO and not {".", ";", "!", "?"} & set(t.low[first.j : second.i])
        if link not in {"from", "to"} or not beside or scaled_by(t, second) != 1 or _goes_on(after):
            continue
        value = EXACT.multiply(second.low, EXACT.multiply(scale, first.factor))
        if first.low is None or not first.low / _FARTHEST_APART < value < first.low * _FARTHEST_APART:
            continue
        second.low = second.high = value
        second.kind, second.unit, second.written_unit = first.kind, first.unit, first.written_unit
        second.bare, second.factor = first.bare, first.factor


_NEXT_TO = 5  # tokens: "4.6 million visitors, up from 4.1"


def _goes_on(after: str) -> bool:
    """Return whether what stands behind a number may be what it counts, or its unit."""
    open_end = (
        not after.isalpha() or after in LINKS or after in {"before", "last", "now", "previously", "a", "an"}
    )
    return not open_end or after in {"%", "-", "$"}


_ELLIPTICAL = word_set("of from to against than with")
_REACH_OF_UNIT = 8  # tokens on from a figure within which a bare number may share its unit


def _carry_on(t: Tokens, drafts: list[Draft]) -> None:
    """Give a bare number the unit of the figure before it: "19 minutes instead of 50"."""
    for first, second in pairwise(drafts):
        in_points = first.kind is Kind.POINTS or first.unit == "point"
        if not second.is_plain or (first.bare and not in_points):
            continue
        if not in_points and first.kind not in {Kind.DURATION, Kind.MEASURE}:
            continue
        if second.low is None or second.high is None:
            continue
        between, after = t.low[first.j : second.i], t.word(second.j)
        if between == [","] and after == "of" and t.word(second.j + 1) in _OF_THE_SAME:
            _take_unit(second, first)
            continue
        if first.factor == 1 and not in_points:
            continue
        if len(between) > _REACH_OF_UNIT or {".", ";", "!", "?"} & set(between) or _goes_on(after):
            continue
        gapped = between[:1] in (["and"], ["while"], [","]) and between[-1] == t.word(first.i - 1) != ""
        if not between or not (gapped or between[-1] in _ELLIPTICAL):
            continue
        _take_unit(second, first)


def _take_unit(second: Draft, first: Draft) -> None:
    """Give a bare number the kind and unit of the figure before it."""
    assert second.low is not None
    assert second.high is not None
    second.low = EXACT.multiply(second.low, first.factor)
    second.high = EXACT.multiply(second.high, first.factor)
    second.kind, second.unit, second.written_unit = first.kind, first.unit, first.written_unit
    second.bare, second.factor = False, first.factor


_OF_THE_SAME = word_set("them which these those")  # "30 points, 18 of them after the break"
_SET_BESIDE = _ELLIPTICAL - {"of"}
_TIMELESS = (Kind.DATE, Kind.TIME, Kind.IDIOM)


def _rates(t: Tokens, drafts: list[Draft]) -> None:
    """Give both ends of a change the rate of one: "to $2,345 an ounce from $2,327", "from 46 to 40 flights a day"."""
    for first, second in pairwise([d for d in drafts if d.kind not in _TIMELESS]):
        rate, other = (first, second) if first.kind is Kind.RATE else (second, first)
        unit = rate.unit.partition("/")[0]
        if rate.kind is not Kind.RATE or other.kind not in (Kind.MONEY, Kind.COUNT) or other.unit != unit:
            continue
        if other.kind is Kind.COUNT and not other.bare:
            continue
        before = t.word(second.i - 1)
        linked = before in _SET_BESIDE and (other is second or t.word(first.i - 1) == "from")
        between = t.low[first.j : second.i]
        if linked and len(between) <= _REACH_OF_UNIT and not {".", ";", "!", "?"} & set(between):
            other.kind, other.unit, other.written_unit = rate.kind, rate.unit, rate.written_unit
            other.bare = False
            if rate.written_unit.startswith("per ") and other.low is not None and other.high is not None:
                base = Decimal(rate.written_unit[4:])  # "12 per 1,000 homes, against 15"
                other.low, other.high = other.low / base, other.high / base


def _listed(t: Tokens, second: Draft) -> bool:
    return second.modifier is Modifier.EXACT
