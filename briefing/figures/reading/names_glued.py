"""Names whose letters touch their digits: B-52, MH370, COVID-19, G20, H1N1, 5G, 7-Eleven.

Promise: letters that are a unit, a currency or a scale make no name unless the words behind say so (a 5k run).
"""

from __future__ import annotations

import re

from briefing.figures.reading.money import CODES, currency_after
from briefing.figures.reading.names_context import plural_follows, title_case
from briefing.figures.reading.units import FIRST_WORDS
from briefing.figures.vocabulary.nametables import SUFFIXES
from briefing.figures.vocabulary.numberwords import MONTHS, SCALES, TENS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,5}")


def extended(t: Tokens, begin: int, end: int) -> tuple[int, int]:
    """Take in glued letters, digits and inner hyphens on the right: 52H, 737-800, A320neo."""
    while end < len(t) and t.glued(end):
        word = t.low[end]
        if word[0].isalnum():
            end += 1
        elif word in {"-", "/", "."} and t.glued(end + 1) and t.word(end + 1)[:1].isdecimal() and word != ".":
            end += 2
        else:
            break
    return begin, end


_UNIT_LETTERS = word_set("h m ft x e am pm s st to min lb lbs d g k km cm mm")


def glued_name(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read letters that touch the digits: B-52, MH370, COVID-19, G20, H1N1, 5G, 3D, mp3."""
    left = _letters_before(t, i)
    if left != i:
        return extended(t, left, i + 1)
    if not (t.glued(i + 1) and t.is_digits(i)):
        return None
    return _letter_after(t, i) or _word_after(t, i)


def _letters_before(t: Tokens, i: int) -> int:
    """Return where the letters that touch the digits at ``i`` begin; ``i`` where there are none."""
    if not t.glued(i):
        return i
    if t.word(i - 1) == "-" and t.glued(i - 1) and t.raw(i - 2)[:1].isalpha():
        named = t.capital(i - 2) and not t.sentence_start(i - 2) and not _word_prefix(t, i - 2)
        return (
            i - 2
            if named or _is_code(t, i - 2) or t.low[i - 2] in {"covid", "mi", "su", "catch", "omega"}
            else i
        )
    if t.raw(i - 1)[:1].isalpha() and t.low[i - 1] not in _MONEY_LETTERS:
        return i - 2 if t.glued(i - 1) and t.word(i - 2)[:1].isdecimal() else i - 1
    return i


def _letter_after(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read 5G, 3D, 4K television, 5k run, 3M."""
    letter, then = t.raw(i + 1), t.word(i + 2)
    if t.runs_on(i + 2) or "." in t.low[i]:
        return None
    if letter == "k" and then in {"run", "race", "walk"}:
        return i, i + 2
    if letter in {"K", "k"} and then in _SCREENS:
        return i, i + 2
    if letter in {"G", "D"} and t.low[i] in {"2", "3", "4", "5", "6"}:
        return i, i + 2
    if (
        letter == "M"
        and t.low[i] == "3"
        and not plural_follows(t, i + 2)
        and t.word(i - 1) not in {"$", "\u20ac", "\u00a3"}
    ):
        return i, i + 2
    return None


def _word_after(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read 1x1-like codes, 7-Eleven and 4chan."""
    after = t.raw(i + 1)
    code = after.isalpha() and len(after) <= 3 and after.lower() not in _UNIT_LETTERS
    if code and t.glued(i + 2) and t.word(i + 2)[:1].isdecimal():
        return extended(t, i, i + 3)
    if after == "-" and t.glued(i + 2) and _HYPHEN_TAIL.fullmatch(t.raw(i + 2)) and not title_case(t, i):
        return i, i + 3
    if after.isalpha() and len(after) > 1 and not _suffix(t, i + 1):
        return extended(t, i, i + 2)
    return None


_MONEY_LETTERS = (CODES - {"cop"}) | {"e", "rs", "kr", "rm", "us"}
_SCREENS = frozenset({"tv", "television", "video", "resolution", "screen", "ultra"})
_HYPHEN_TAIL = re.compile(r"[A-Z][a-z]+|[A-LN-Z]|[A-Z]{2}")


def _suffix(t: Tokens, k: int) -> bool:
    """Whether the letters at ``k`` are a unit, scale or ending and no part of a name such as 4chan."""
    word = t.word(k)
    return (
        word in SUFFIXES
        or word in SCALES
        or word in CODES
        or word in FIRST_WORDS
        or currency_after(t, k) is not None
    )


_HYPHEN_PREFIXES = word_set("under over mid sub pre post top plus u minus early late non ex twenty")


def _word_prefix(t: Tokens, k: int) -> bool:
    """Capitalised words that stand before a hyphen without making a name: Under-21, Mid-2024, Sub-10."""
    return t.low[k] in _HYPHEN_PREFIXES or t.low[k] in MONTHS or t.low[k] in TENS


_SMALL_WORDS = word_set("in to at on of by us my no u so")


def _is_code(t: Tokens, k: int) -> bool:
    raw = t.raw(k)
    if raw.isupper() and len(raw) <= 6 and t.low[k] not in {"u", "us"} | CODES:
        return True
    return bool(_LETTERS.fullmatch(raw)) and len(raw) <= 2 and t.low[k] not in _SMALL_WORDS
