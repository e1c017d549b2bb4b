"""Numbers that a word beside them makes something else: No. 3, day 3, magnitude 6, a seven-figure sum.

Promise: only a bare number, without currency or unit of its own, becomes a rank or a number of digits.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.compounds import hour_and_minutes, one_or_two, unit_and_a_half
from briefing.figures.reading.draft import Context, Draft
from briefing.figures.reading.magnitudes import MAGNITUDE, as_magnitude
from briefing.figures.reading.measures import below_zero
from briefing.figures.reading.number import is_whole, joint
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_RANK_AFTER = word_set("in seed seeds spot position ranked on jersey shirt for ,")


_COUNTING_AFTER = word_set("fewer more less people men women")


_NO_RANK_BEFORE = word_set("per each every a one another")
_NO_RANK_AFTER = word_set("- – to percent % or in out")


_RANKED = word_set(
    "day week round season episode game lap inning set hole heat matchday round stage phase period"
)


_BY_NOW = frozenset({"now", "already", "still", "currently", "probably"})


def told_beside(t: Tokens, pos: int, i: int, draft: Draft, c: Context) -> Draft | None:
    """Ranks (No. 3), digits of a sum (seven-figure), phone-like and lettered shapes."""
    before = t.word(draft.i - 1)
    if (
        before == "no"
        and t.capital(draft.i - 1)
        and t.low[i] in {"10", "11"}
        and draft.bare
        and _downing_street(t, draft)
    ):
        return Draft(Kind.NAME, max(draft.i - 1, pos), draft.j)
    if draft.is_plain and before in {"no", "nos", "number", "nr", "."}:
        k = draft.i - 1
        if before == "." and t.word(k - 1) in {"no", "nos", "nr"} and t.glued(k):
            k -= 1
        elif before == "." or (before == "no" and not (t.capital(k) and t.is_digits(i))):
            return None
        counted = t.word(k - 2 if t.word(k - 1) in _BY_NOW else k - 1)
        if before == "number" and (t.word(draft.j) in _COUNTING_AFTER or counted.endswith("s")):
            return None  # the coins number 713 fewer
        draft.kind, draft.i, draft.bare = Kind.ORDINAL, max(k, pos), False
        return draft
    if draft.is_plain and before in _RANKED and _ranks(t, draft):
        draft.kind, draft.unit, draft.i, draft.bare = Kind.ORDINAL, before, max(draft.i - 1, pos), False
        return draft
    if draft.is_plain and before == MAGNITUDE:
        return as_magnitude(draft)
    if draft.is_plain and (cold := below_zero(t, draft)) is not None:
        return cold
    if before == "or" and draft.bare and draft.low == 2 and (span := one_or_two(t, pos, draft)) is not None:
        return span
    whole = unit_and_a_half(t, pos, draft, c) or hour_and_minutes(t, pos, draft)
    if whole is not None:
        return whole
    k = joint(t, draft.j)
    if draft.is_plain and t.word(k) in {"figure", "figures"} and draft.low is not None and 3 < draft.low < 16:
        n = int(draft.low)
        return Draft(Kind.VAGUE, draft.i, k + 1, Decimal(10) ** (n - 1), Decimal(10) ** n - 1, "", "figures")
    return None


def _downing_street(t: Tokens, draft: Draft) -> bool:
    """Whether "No 10" is the house: a verb or the end of a phrase follows, no rank."""
    after = t.word(draft.j)
    return after not in _RANK_AFTER and not after.endswith("st")


def _ranks(t: Tokens, draft: Draft) -> bool:
    """Whether "day 3" names a day by its number: nothing countable follows."""
    after = t.word(draft.j)
    if draft.low is None or not is_whole(draft.low) or draft.low > 400:
        return False
    if after in _NO_RANK_AFTER or t.word(draft.i - 2) in _NO_RANK_BEFORE:
        return False
    return not (
        after.isalpha()
        and after.endswith("s")
        and len(after) > 3
        and after not in {"was", "has", "this", "as"}
    ) and after not in {"people", "more"}
