"""Names that a noun or a capital before the number makes: Boeing 737, Article 5, AS 417, Studio 54, Units 1, 2 and 3.

Promise: where the number counts what follows it, or is a percentage, there is no name.
"""

from __future__ import annotations

from briefing.figures.reading.money import CODES
from briefing.figures.reading.names_context import plural_follows, share_follows, title_case
from briefing.figures.reading.names_glued import extended
from briefing.figures.vocabulary.nametables import HEADS, NOT_HEADS, PLAIN_HEADS, WEAK_HEADS
from briefing.figures.vocabulary.numberwords import MONTHS, SCALES, WEEKDAYS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set


def headed_name(t: Tokens, i: int, end: int) -> tuple[int, int] | None:
    """Return a noun that takes a number into its name: Boeing 737, Article 5, Highway 61, page 3."""
    k = i - 1
    before = t.word(k)
    if before in {"#", "\u00a7"}:
        return extended(t, k, i + 1)
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
        return extended(t, k, i + 1)
    if before in PLAIN_HEADS or (before in HEADS and t.capital(k)):
        year = len(t.low[i]) == 4 and before in {"year", "level", "grade", "model", "type", "stage", "phase"}
        counted = plural_follows(t, end) and before in WEAK_HEADS
        scored = (
            before in WEAK_HEADS - PLAIN_HEADS and t.word(i + 1) == "-" and t.is_digits(i + 2)
        )  # the House 212-198
        return None if year or counted or scored or share_follows(t, end) else extended(t, k, i + 1)
    if before == "p" and t.word(k - 1) == "&" and t.low[i] in {"500", "400", "600", "100"}:
        return k - 2, i + 1
    if before.endswith("s") and before[:-1] in HEADS and t.capital(k) and not plural_follows(t, end):
        return extended(t, k, i + 1)
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
        and not plural_follows(t, end)
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
        return extended(t, k, i + 1)
    if t.sentence_start(k) and not _opens_as_name(t, k, end):
        return None
    if plural_follows(t, end) or share_follows(t, end) or title_case(t, i):
        return None
    if t.low[end : end + 2] == ["not", "out"]:
        return None  # Rao 54 not out
    return None if t.word(end) in {"-", "\u2013", ":", "to", "/", "in", "out"} else extended(t, k, i + 1)


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
