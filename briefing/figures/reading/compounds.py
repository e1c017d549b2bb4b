"""A figure with the words before it that belong to its value: an hour and a half, a minute and 34 seconds.

Promise: no token before ``pos`` is taken in; what is read so far stays another figure's.
"""

from __future__ import annotations

from briefing.data import Kind
from briefing.figures.reading.draft import Context, Draft
from briefing.figures.reading.number import EXACT
from briefing.figures.reading.relative import ago
from briefing.figures.reading.units import read_unit
from briefing.figures.vocabulary.tokens import Tokens


def unit_and_a_half(t: Tokens, pos: int, draft: Draft, c: Context) -> Draft | None:
    """Read "an hour and a half", "a mile and a quarter"."""
    k = draft.i - 1
    if t.low[max(0, k - 4) : k + 1] == ["-", "and", "-", "a", "-"]:
        return _hyphened_half(t, pos, draft, k - 5)
    if (
        draft.kind is not Kind.FRACTION
        or t.word(k) != "and"
        or t.word(k - 2) not in {"a", "an", "one"}
        or k - 2 < pos
        or draft.low is None
    ):
        return None
    found = read_unit(t, k - 1)
    if found is None or found[1] != k or found[0].kind not in {Kind.DURATION, Kind.MEASURE}:
        return None
    value = EXACT.multiply(1 + draft.low, found[0].factor)
    whole = Draft(
        found[0].kind, k - 2, draft.j, value, value, found[0].base, found[0].name, grain=found[0].factor
    )
    whole.factor = found[0].factor
    return ago_if_said(t, whole, c)


def _hyphened_half(t: Tokens, pos: int, draft: Draft, k: int) -> Draft | None:
    """Read "a year-and-a-half sentence": the unit stands at ``k``."""
    found = read_unit(t, k)
    if k < pos or found is None or draft.low is None or draft.kind is not Kind.FRACTION:
        return None
    unit = found[0]
    if found[1] != k + 1 or unit.kind not in {Kind.DURATION, Kind.MEASURE}:
        return None
    value = EXACT.multiply(1 + draft.low, unit.factor)
    return Draft(unit.kind, k, draft.j, value, value, unit.base, unit.name, grain=unit.factor)


def hour_and_minutes(t: Tokens, pos: int, draft: Draft) -> Draft | None:
    """Read "an hour and 15 minutes", "a minute and 34 seconds"."""
    k = draft.i - 1
    if draft.kind is not Kind.DURATION or t.word(k) != "and" or t.word(k - 2) not in {"a", "an"}:
        return None
    found = read_unit(t, k - 1)
    if k - 2 < pos or found is None or draft.low is None or draft.low != draft.high:
        return None
    if found[1] != k or found[0].base != draft.unit or draft.low >= found[0].factor:
        return None
    value = found[0].factor + draft.low
    return Draft(Kind.DURATION, k - 2, draft.j, value, value, draft.unit, draft.written_unit, draft.grain)


def one_or_two(t: Tokens, pos: int, draft: Draft) -> Draft | None:
    """Read "a week or two"."""
    k = draft.i - 2
    found = read_unit(t, k) if t.word(k - 1) in {"a", "an"} and k - 1 >= pos else None
    if found is None or found[0].kind not in {Kind.DURATION, Kind.MEASURE}:
        return None
    unit = found[0]
    return Draft(
        unit.kind, k - 1, draft.j, unit.factor, unit.factor * 2, unit.base, unit.name, grain=unit.factor
    )


def ago_if_said(t: Tokens, draft: Draft, c: Context) -> Draft:
    """Read "two days ago", "three weeks ago" become dates; "in two days" stays a duration."""
    if (
        t.word(draft.j) == "ago"
        and draft.low is not None
        and draft.low == draft.high
        and draft.kind is Kind.DURATION
    ):
        count = draft.low / draft.factor if draft.factor else draft.low
        return ago(draft.i, draft.j + 1, count, draft.written_unit, c)
    return draft
