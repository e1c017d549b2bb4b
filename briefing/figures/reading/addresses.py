"""Addresses on the web and telephone numbers, whose digits are no claims.

Promise: one pass without backtracking.
"""

from __future__ import annotations

import re

from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]++|[\w.+-]++@[\w-]++(?:\.[\w-]++)++")


def scan(text: str) -> list[tuple[int, int]]:
    """Character spans of addresses on the web and telephone numbers, in order."""
    spans: list[tuple[int, int]] = []
    if "://" in text or "www." in text or "@" in text:
        spans = [m.span() for m in _URL.finditer(text)]
    return spans


_PHONE_BEFORE = word_set("+ ( on call phone tel telephone dial at :")


def phone_at(t: Tokens, i: int) -> int | None:
    """Return the token after a telephone number that begins at ``i``: at least seven digits in groups, or an 0-prefix."""
    first = t.word(i)
    before = t.word(i - 1)
    if not (first[:1] == "0" or before in _PHONE_BEFORE or len(first) == 3):
        return None
    if before in {"$", "\u00a3", "\u20ac"}:
        return None
    j, digits, groups = i, 0, 0
    separators = {"-", ")", "(", "/"}
    while j < len(t) and digits <= 16:
        word = t.low[j]
        if word[0].isdecimal():
            if not all(c in "0123456789 .\u00a0" for c in word) or (
                j > i and not t.glued(j) and first[0] != "0" and before != "+"
            ):
                break
            digits += sum(c.isdecimal() for c in word)
            groups += 1 + word.count(" ") + word.count(".")
            last = j
        elif word not in separators:
            break
        j += 1
    if (
        7 <= digits <= 15
        and groups >= 2
        and (
            first[0] == "0"
            or before == "+"
            or (groups >= 3 and digits >= 10)
            or (
                groups == 2
                and digits == 7
                and len(first) == 3
                and t.word(i + 1) == "-"
                and len(t.word(i + 2)) == 4
            )
        )
    ):
        return last + 1
    return None
