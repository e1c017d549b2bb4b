"""A share of a whole in two numbers: one in four, nine out of ten, 6 of 8, 3:1, 5/12.

Promise: both numbers are kept in order (``parts``); what only looks like a share stays two counts.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Figure, Kind
from briefing.figures.reading.draft import Draft
from briefing.figures.reading.number import is_whole
from briefing.figures.reading.numerals import read_number
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_NOT_PLURAL = word_set("was this versus across has its is says plus")
_COLLECTIVES = word_set("people men women children more dead percent per other police new")


def plural_follows(t: Tokens, j: int) -> bool:
    """Return whether a plural noun at ``j`` may be what the number before it counts."""
    word = t.raw(j)
    return word.isalpha() and word.islower() and ((len(word) > 3 and word.endswith("s") and word not in _NOT_PLURAL) or word in _COLLECTIVES)  # fmt: skip


def read_share(t: Tokens, first: Draft) -> Draft | None:
    """Read one in four, nine out of ten, 6 of 8, 6 of the 8, 3:1."""
    if not first.bare or first.low is None or first.low != first.high or not _whole(first.low):
        return None
    j = first.j
    if t.word(j) == ":" and t.glued(j) and t.is_digits(j + 1) and t.glued(j + 1):
        return _ratio(t, first, j + 1)
    word, k = _share_link(t, j)
    one = first.low == 1 and t.word(first.i) == "one" and t.word(j).isalpha()
    if (one or (first.low < _FEW and plural_follows(t, j))) and t.word(j + 1) in {"in", "out"}:
        word, k = _share_link(t, j + 1)  # one child in ten, three pupils in ten
    second = read_number(t, k) if word and k < len(t) else None
    if (
        second is None
        or second.form != "cardinal"
        or not _whole(second.low)
        or second.low < max(first.low, Decimal(2))
    ):
        return None
    apart = t.word(j) not in {"in", "out", "of", "-"} and plural_follows(t, second.j)  # one man in two cars
    if apart or _not_a_share(t, first, second.i, second.j, word):
        return None
    return fraction_of(first, first.low, second.low, second.j)


def _whole(value: Decimal) -> bool:
    return value >= 0 and is_whole(value)


def is_so_many_of(figure: Figure) -> bool:
    """Return whether a figure is written as so many of so many, and not as a rate: "6 of 8", but "one of every eight"."""
    return " of " in figure.text and " of every " not in figure.text


def _share_link(t: Tokens, j: int) -> tuple[str, int]:
    """Return "in", "out" or "of" between the two numbers of a share, and where the second begins."""
    word = t.word(j)
    if word == "-" and t.word(j + 1) == "in" and t.word(j + 2) == "-":
        return "in", j + 3
    if word == "in":
        return "in", j + 2 if t.word(j + 1) == "every" else j + 1
    if word == "out" and t.word(j + 1) == "of":
        return "out", j + 3 if t.word(j + 2) in {"every", "the", "a", "its", "their"} else j + 2
    if word == "of":
        k = j + 2 if t.word(j + 1) in _OWNERS else j + 1
        if t.word(j - 2) == "but" and (owned := _after_owner(t, k)) > k:
            return "of", owned  # all but two of the valley's 13
        return "of", k + 1 if k > j + 1 and t.word(k) in _SEQUENCE else k
    return "", j


def _after_owner(t: Tokens, k: int) -> int:
    """Return where a phrase of one or two words with an apostrophe ends that begins at ``k``; ``k`` if there is none."""
    for mark in (k + 1, k + 2):
        if not t.word(mark - 1).isalpha():
            break
        if t.word(mark) in {"'", "’"}:
            return mark + 2 if t.word(mark + 1) == "s" else mark + 1
    return k


_FEW = 10  # from which on "40 boats in 60" is no share
_OWNERS = frozenset({"the", "its", "their", "his", "her", "every", "all"})
_SEQUENCE = frozenset({"last", "past", "next", "previous", "latest", "other"})
_TIME_AFTER = word_set(
    "hours hour days day weeks week months month years year minutes minute seconds second decades decade games matches quarters seasons hour's "
    "starts innings attempts overs runs races appearances %"
)


_NO_SHARE_AFTER = word_set("percent % per million cities countries towns states")


def _not_a_share(t: Tokens, first: Draft, i: int, j: int, word: str) -> bool:
    after = t.word(j + 1) if t.word(j) == "-" else t.word(j)
    if word == "in":
        if after in _TIME_AFTER or after in _NO_SHARE_AFTER:
            return True
        if t.is_digits(i) and len(t.low[i]) == 4 and t.low[i].isdecimal() and 1500 <= int(t.low[i]) < 2100:
            return True
        if (first.low is not None and first.low > 20) or (t.capital(i) and not t.is_digits(i)):
            return True
        return not (
            t.is_digits(i) == t.is_digits(first.i)
            or t.low[i] in {"a", "10", "100"}
            or t.word(first.i) in {"one", "1"}
            or after in {"of", "who", "were", "was", "said"}
        )
    if after in {"percent", "%", "per", "million", "billion"} or (after in _TIME_AFTER and word == "of"):
        return True
    return (
        t.word(i - 1) == "of"
        and t.is_digits(i)
        and len(t.low[i]) == 4
        and t.low[i].isdecimal()
        and 1900 <= int(t.low[i]) < 2100
    )


def fraction_of(first: Draft, top: Decimal, bottom: Decimal, j: int) -> Draft:
    """Return the fraction that begins with ``first`` and ends before token ``j``."""
    value = top / bottom
    return Draft(Kind.FRACTION, first.i, j, value, value, "", "", value, (top, bottom), first.modifier)


def _ratio(t: Tokens, first: Draft, k: int) -> Draft | None:
    second = t.value.get(k)
    if second is None or second == 0 or first.low is None:
        return None
    whole, point, _ = t.low[k].partition(".")
    if point and len(whole) == 2 and second < 60:  # 30:44.9, a time run
        seconds = first.low * 60 + second
        return Draft(
            Kind.DURATION, first.i, k + 1, seconds, seconds, "second", "second", grain=Decimal("0.1")
        )
    value = first.low / second
    return Draft(Kind.RATIO, first.i, k + 1, value, value, parts=(first.low, second))
