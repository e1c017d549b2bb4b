"""Multiples and vague numbers: doubled, threefold, 3x, a handful, several, a couple of hours.

Promise: a vague word says its range, and a multiple which way it went.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Direction, Kind
from briefing.figures.reading.draft import Draft
from briefing.figures.reading.measures import COMPARED_WITH, OCCASION
from briefing.figures.reading.units import read_unit
from briefing.figures.vocabulary.numberwords import FOLD, MULTIPLES, VAGUE_MULTIPLIERS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set


def times_sign(t: Tokens, i: int) -> Draft | None:
    """Read 3x as a multiple; 4x100m and 4x4 are names."""
    if t.glued(i + 2) and t.is_digits(i + 2):
        end = i + 4 if t.glued(i + 3) and t.word(i + 3).isalpha() else i + 3
        return Draft(Kind.NAME, i, end)
    if t.glued(i + 2) and t.word(i + 2)[:1].isalnum():
        return None
    value = t.value[i]
    return Draft(Kind.COUNT, i, i + 2, value, value, "times", "times", grain=Decimal(1))


_DOUBLE_BEFORE = word_set(
    "the that its their what to in from last this as his her over since by or and our those these for on within every your my"
)


_OF_A_GAME = word_set("' s the in mixed two both")  # the mixed doubles
_AUXILIARIES = word_set("to will would could should may might can not")


def read_multiple(t: Tokens, i: int) -> Draft | None:
    """Read "doubled", "twice as many", "double the number", "threefold"."""
    word = t.word(i)
    value = Decimal(FOLD[word]) if word in FOLD else MULTIPLES[word]
    k = i + 1
    if t.word(k) == "-":
        k += 1
    if t.word(k) in {"digit", "digits", "figure", "figures"} and word in {"double", "triple"}:
        low = Decimal(10) if word == "double" else Decimal(100)
        return Draft(Kind.VAGUE, i, k + 1, low, low * 10 - 1, "", "digits")
    verb = word.endswith(("d", "ing")) or word in {"twice", "thrice", "twofold"} or word in FOLD
    if not verb and t.word(i + 1).isalpha() and t.word(i + 1) not in _DOUBLE_BEFORE and not _infinitive(t, i):  # fmt: skip
        return Draft(Kind.IDIOM, i, i + 1)
    if word in {"doubles", "halves", "triples"} and t.word(i - 1) in _OF_A_GAME:
        return Draft(Kind.IDIOM, i, i + 1)
    draft = Draft(Kind.COUNT, i, i + 1, value, value, "times", "times", grain=Decimal(1))
    if word in {"twice", "thrice"} and t.word(i + 1) not in COMPARED_WITH:
        draft.written_unit = OCCASION
    if word.startswith("halv"):
        draft.direction = Direction.FELL
    elif word not in {"twice", "thrice"} and (
        word.endswith(("d", "ing", "s")) or _infinitive(t, i) or word in FOLD
    ):
        draft.direction = Direction.ROSE
    return draft


def _infinitive(t: Tokens, i: int) -> bool:
    return t.word(i - 1) in _AUXILIARIES


def read_handful(t: Tokens, i: int, pos: int) -> Draft:
    """Read "a handful", "a couple of"; "the couple" counts nothing."""
    begin = i - 1 if t.word(i - 1) == "a" and i - 1 >= pos else i
    if t.word(i) == "handful":
        return Draft(Kind.VAGUE, begin, i + 1, Decimal(3), Decimal(9))
    if t.word(i + 1) in {"of", "more", "dozen", "hundred"}:
        return _lasting(t, Draft(Kind.VAGUE, begin, i + 1, Decimal(2), Decimal(3)))
    return Draft(Kind.IDIOM, begin, i + 1)


def _lasting(t: Tokens, draft: Draft) -> Draft:
    """Give "a few days" and "a couple of hours" their unit."""
    k = draft.j + 1 if t.word(draft.j) == "of" else draft.j
    found = read_unit(t, k)
    if (
        found is None
        or found[0].kind is not Kind.DURATION
        or draft.low is None
        or draft.high is None
        or t.word(k) == "second"
    ):
        return draft
    unit = found[0]
    draft.low, draft.high = draft.low * unit.factor, draft.high * unit.factor
    draft.unit, draft.written_unit, draft.j = unit.base, unit.name, found[1]
    return draft


def read_vague_word(t: Tokens, i: int, pos: int) -> Draft | None:
    """Read "several" and "a few", with the unit of a duration behind them; "few" alone counts nothing."""
    word = t.word(i)
    if word not in {"several", "few"}:
        return None
    begin = i - 1 if word == "few" and t.word(i - 1) == "a" and i - 1 >= pos else i
    if word == "few" and begin == i:
        return None
    low, high = VAGUE_MULTIPLIERS[word]
    return _lasting(t, Draft(Kind.VAGUE, begin, i + 1, Decimal(low), Decimal(high)))
