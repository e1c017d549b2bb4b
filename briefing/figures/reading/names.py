"""Digits and number words inside names: aircraft, roads, articles of law, flights, diseases, channels.

Promise: a name is returned as one span with all its digits, so that they are never claims, and a changed name
is seen as another name.
"""

from __future__ import annotations

from briefing.figures.reading.names_context import plural_follows, share_follows, title_case
from briefing.figures.reading.names_glued import extended, glued_name
from briefing.figures.reading.names_headed import headed_name
from briefing.figures.vocabulary.nametables import FIXED, HEADS, NOT_HEADS, ORDINAL_NOUNS, PLAIN_HEADS, STREET
from briefing.figures.vocabulary.numberwords import MONTHS, NUMBER_WORDS, ORDINALS, SCALES, WEEKDAYS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_FIXED_BY_WORD: dict[str, list[tuple[int, tuple[str, ...], tuple[str, ...]]]] = {}
for _words, _condition in FIXED.items():
    for _at, _word in enumerate(_words):
        if _word in NUMBER_WORDS or _word[0].isdecimal():
            _FIXED_BY_WORD.setdefault(_word, []).append((_at, _words, _condition))


def name_at(t: Tokens, i: int, *, bare: bool, end: int) -> tuple[int, int] | None:
    """Return the token span of the name that holds the number at ``i`` (which ends before ``end``), or ``None``.

    ``bare`` says that the number carries no currency, unit or scale.
    """
    fixed = _fixed(t, i)
    if fixed is not None:
        return fixed
    if i in t.dotted:
        return extended(t, i, i + 1)
    if t.is_digits(i) and t.word(end - 1) in {"st", "nd", "rd", "th"}:
        return _ordinal_name(t, i, end)
    if t.is_digits(i) or t.low[i][0].isdecimal():
        return (
            glued_name(t, i)
            or (headed_name(t, i, end) if bare else None)
            or (_address(t, i) if bare else None)
        )
    if t.word(i) in ORDINALS or t.word(end - 1) in ORDINALS:
        return _ordinal_name(t, i, end)
    if bare:
        return _spelled(t, i, end)
    return None


def _fixed(t: Tokens, i: int) -> tuple[int, int] | None:
    for at, words, condition in _FIXED_BY_WORD.get(t.low[i], ()):
        begin = i - at
        if begin < 0 or any(t.word(begin + n) != word for n, word in enumerate(words)):
            continue
        if condition and not t.capital(
            begin + (1 if words[0][0].isdecimal() or words[0] in NUMBER_WORDS else 0)
        ):
            continue
        if (
            words[0] in {"10", "number"}
            and len(words) == 2
            and words[1] in {"10", "11"}
            and t.word(begin + 2) in {"in", "seed", "seeds", ",", "on"}
        ):
            continue
        return begin, begin + len(words)
    return None


def _address(t: Tokens, i: int) -> tuple[int, int] | None:
    """10 Downing Street, 1600 Pennsylvania Avenue: a number before capitalised words that end in a street."""
    if "," in t.low[i] or "." in t.low[i]:
        return None
    for n in range(1, 4):
        if not t.capital(i + n):
            return None
        if n > 1 and t.word(i + n) in STREET:
            return i, i + n + 1
    return None


def _ordinal_name(t: Tokens, i: int, end: int) -> tuple[int, int] | None:
    """Second World War, Sixth Avenue, 101st Airborne, Fifth Amendment, Henry the Eighth."""
    if not t.capital(end):
        if (
            t.capital(i)
            and not t.sentence_start(i)
            and t.word(i - 1) == "the"
            and t.capital(i - 2)
            and not title_case(t, i)
        ):
            return i - 2, end
        return None
    after = t.word(end)
    if after in MONTHS or after in WEEKDAYS:
        return None
    if (
        after in ORDINAL_NOUNS
        or (after in STREET and t.is_digits(i))
        or (t.capital(i) and t.raw(i)[0].isalpha() and not t.sentence_start(i) and not title_case(t, i))
    ):
        return i, end + 1
    return None


_CAPITAL_HEADS = word_set("world number no year top hot line lane house post court")


def _spelled(t: Tokens, i: int, end: int) -> tuple[int, int] | None:
    """Return a capitalised number word in the middle of a sentence that is not a headline: Channel Four, Three Sisters."""
    if (
        t.word(i - 1) in HEADS
        and (t.capital(i - 1) or t.word(i - 1) in PLAIN_HEADS)
        and not plural_follows(t, end)
        and not share_follows(t, end)
    ):
        if t.word(i - 1) in _CAPITAL_HEADS and not t.capital(i):
            return None
        return i - 1, end
    if not t.capital(i) or t.sentence_start(i) or title_case(t, i):
        return None
    if t.word(i) in SCALES:
        return None
    if t.capital(end) and t.word(end) not in MONTHS:
        return i, end + 1
    if t.capital(i - 1) and t.word(i - 1) not in NOT_HEADS:
        return i - 1, end
    return None
