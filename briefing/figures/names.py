"""Digits and number words inside names: aircraft, roads, articles of law, flights, diseases, channels.

Promise: a name is returned as one span with all its digits, so that they are never claims, and a changed name
is seen as another name.
"""

from __future__ import annotations

import re

from briefing.figures.money import CODES, currency_after
from briefing.figures.nametables import (
    FIXED,
    HEADS,
    NOT_HEADS,
    ORDINAL_NOUNS,
    PLAIN_HEADS,
    STREET,
    SUFFIXES,
    WEAK_HEADS,
)
from briefing.figures.numberwords import (
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    SCALES,
    TENS,
    WEEKDAYS,
    word_set,
)
from briefing.figures.tokens import Tokens
from briefing.figures.units import FIRST_WORDS

_PHONE = re.compile(
    r"(?<![\w.,$£€-])(?:\+\d{1,3}[\s\u00a0.-]?)?+(?:\(\d{2,5}\)[\s\u00a0.-]?)?+\d{2,5}(?:[\s\u00a0.-]\d{2,5}){1,4}(?![\w,%]|\.\d)"
)
# common nouns that take a number as part of a name, mostly with a capital
# these make a name even in lower case
# heads that are as often the end of a clause: "in the group 12 people", "in Paris 40 officers"
_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,5}")
_NAME_TAIL = re.compile(r"[-/]?[A-Za-z0-9]")
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
        return _extend(t, i, i + 1)
    if t.is_digits(i) and t.word(end - 1) in {"st", "nd", "rd", "th"}:
        return _ordinal_name(t, i, end)
    if t.is_digits(i) or t.low[i][0].isdecimal():
        return _glued(t, i) or (_headed(t, i, end) if bare else None) or (_address(t, i) if bare else None)
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


def _extend(t: Tokens, begin: int, end: int) -> tuple[int, int]:
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


def _glued(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read letters that touch the digits: B-52, MH370, COVID-19, G20, H1N1, 5G, 3D, mp3."""
    left = _letters_before(t, i)
    if left != i:
        return _extend(t, left, i + 1)
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
    if _alnum_glued(t, i + 2) or "." in t.low[i]:
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
        and not _counted_after(t, i + 2)
        and t.word(i - 1) not in {"$", "\u20ac", "\u00a3"}
    ):
        return i, i + 2
    return None


def _word_after(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read 1x1-like codes, 7-Eleven and 4chan."""
    after = t.raw(i + 1)
    code = after.isalpha() and len(after) <= 3 and after.lower() not in _UNIT_LETTERS
    if code and t.glued(i + 2) and t.word(i + 2)[:1].isdecimal():
        return _extend(t, i, i + 3)
    if after == "-" and t.glued(i + 2) and _HYPHEN_TAIL.fullmatch(t.raw(i + 2)) and not title_case(t, i):
        return i, i + 3
    if after.isalpha() and len(after) > 1 and not _suffix(t, i + 1):
        return _extend(t, i, i + 2)
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


def _alnum_glued(t: Tokens, k: int) -> bool:
    return t.glued(k) and t.word(k)[:1].isalnum()


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


def _headed(t: Tokens, i: int, end: int) -> tuple[int, int] | None:
    """Return a noun that takes a number into its name: Boeing 737, Article 5, Highway 61, page 3."""
    k = i - 1
    before = t.word(k)
    if before in {"#", "\u00a7"}:
        return _extend(t, k, i + 1)
    if (
        "," in t.low[i]
        or " " in t.low[i]
        or before in {"no", "number", "nr", "nos"}
        or t.word(i + 1) in SCALES
    ):
        return None
    if before in {"and", "or", ","}:
        return (i, i + 1) if t.is_digits(k - 1) and _plural_head(t, k - 2) else None
    if not before.isalpha():
        return None
    if _is_flight(t, k, end):
        return _extend(t, k, i + 1)
    if before in PLAIN_HEADS or (before in HEADS and t.capital(k)):
        year = len(t.low[i]) == 4 and before in {"year", "level", "grade", "model", "type", "stage", "phase"}
        counted = _counted_after(t, end) and before in WEAK_HEADS
        scored = (
            before in WEAK_HEADS - PLAIN_HEADS and t.word(i + 1) == "-" and t.is_digits(i + 2)
        )  # the House 212-198
        return None if year or counted or scored or _percent(t, end) else _extend(t, k, i + 1)
    if before == "p" and t.word(k - 1) == "&" and t.low[i] in {"500", "400", "600", "100"}:
        return k - 2, i + 1
    if before.endswith("s") and before[:-1] in HEADS and t.capital(k) and not _counted_after(t, end):
        return _extend(t, k, i + 1)
    return _capital_head(t, k, i, end)


_NO_AIRLINE = CODES | {"us", "uk", "eu", "un", "tv", "pm", "am", "mp", "ap", "ad", "bc", "no"}
_CODE = 2  # letters of an airline


def _is_flight(t: Tokens, k: int, end: int) -> bool:
    """Whether two capitals before digits are an airline's: AS 417."""
    code = t.raw(k).isupper() and len(t.raw(k)) == _CODE and t.low[k] not in _NO_AIRLINE
    return (
        code
        and t.is_digits(k + 1)
        and 1 < len(t.low[k + 1]) <= 4
        and not _counted_after(t, end)
        and not title_case(t, k)
    )


_PLACE_BEFORE = frozenset({"at", "in", "from", "to", "near", "against", "for", "by", "over", "outside"})


def _capital_head(t: Tokens, k: int, i: int, end: int) -> tuple[int, int] | None:
    """Read any capitalised word before a number that counts nothing: Aquila 4, Studio 54."""
    before = t.word(k)
    if before in NOT_HEADS or before in MONTHS or before in WEEKDAYS or not t.capital(k) or len(before) < 2:
        return None
    if (t.word(k - 1) in _PLACE_BEFORE and not _is_event(t, k, end)) or (
        "." in t.low[i] and _of_shares(t, k)
    ):
        return None  # "that at Dorne 310", "Left 30.4 per cent, Union 29.8"
    if _in_quotes(t, k, end):
        return _extend(t, k, i + 1)
    if t.sentence_start(k) and not _opens_as_name(t, k, end):
        return None
    if _counted_after(t, end) or _percent(t, end) or title_case(t, i):
        return None
    if t.low[end : end + 2] == ["not", "out"]:
        return None  # Rao 54 not out
    return None if t.word(end) in {"-", "\u2013", ":", "to", "/", "in", "out"} else _extend(t, k, i + 1)


_QUOTES = frozenset({'"', "\u201c", "\u201d", "\u2018", "\u2019"})


def _in_quotes(t: Tokens, k: int, end: int) -> bool:
    """Return whether quotation marks hold the word at ``k`` and its number and nothing else: a title such as "Cellar 3"."""
    return t.word(k - 1) in _QUOTES and t.word(end) in _QUOTES


_SHORTEST_EVENT = 3  # letters


def _is_event(t: Tokens, k: int, end: int) -> bool:
    """Whether capitals with a number name an event at the end of its phrase: at UFC 200."""
    raw = t.raw(k)
    return (
        raw.isupper() and len(raw) >= _SHORTEST_EVENT and (not t.word(end).isalnum()) and t.word(end) != ","
    )


_AFTER_NAME = word_set("is was has had will should would may might can could did does s ,")
_LONGEST_NUMBER = 2  # digits of the number of a name at the head of a sentence


def _opens_as_name(t: Tokens, k: int, end: int) -> bool:
    """Whether a name with a small number opens a sentence: "Gerda 1 has dug", but "Sadly 12 were"."""
    after = t.word(end)
    named = not t.low[k].endswith("ly") and t.is_digits(k + 1) and len(t.low[k + 1]) <= _LONGEST_NUMBER
    return (
        named
        and after in _AFTER_NAME
        and k + 2 == end
        and (after != "," or t.word(end + 1) in {"which", "a", "the", "in", "its"})
    )


_REACH_OF_SHARES = 10


def _of_shares(t: Tokens, k: int) -> bool:
    """Whether the words before token ``k`` speak of per cent, so that a decimal is a share and no version."""
    before = t.low[max(0, k - _REACH_OF_SHARES) : k]
    return "%" in before or "percent" in before or "cent" in before


def _plural_head(t: Tokens, k: int) -> bool:
    """Whether a list of numbers that ends before token ``k + 1`` hangs on a head: Units 1, 2 and 3."""
    for _ in range(6):
        if t.word(k) in {",", "and", "or"} and t.is_digits(k - 1):
            k -= 2
        else:
            break
    return t.capital(k) and t.word(k).endswith("s") and t.word(k)[:-1] in HEADS


def _percent(t: Tokens, end: int) -> bool:
    return t.word(end) in {"%", "percent", "per", "pct", "million", "billion"}


_COLLECTIVES = word_set(
    "people men women children more other others dead of times members killed injured wounded"
)
_NOT_PLURAL = word_set("was has is its this says does series runs plus less across as")


def _counted_after(t: Tokens, end: int) -> bool:
    """Return a lower-case plural (or collective) right after the number, which is then counted."""
    word = t.raw(end)
    if not word.isalpha() or not word.islower():
        return False
    if word in _COLLECTIVES:
        return word != "of"
    return len(word) > 3 and word.endswith("s") and word not in _NOT_PLURAL


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
        and not _counted_after(t, end)
        and not _percent(t, end)
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


def title_case(t: Tokens, i: int) -> bool:
    """Whether the words around token ``i`` are set as a headline: most long words have capitals."""
    capitals = words = 0
    for k in range(max(0, i - 7), min(len(t), i + 8)):
        if len(t.low[k]) > 3 and t.low[k].isalpha() and k != i:
            words += 1
            capitals += t.capital(k)
    return words >= 2 and capitals >= 0.75 * words
