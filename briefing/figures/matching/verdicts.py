"""What the comparison of two figures finds, and how it is said.

Promise: frozen values; every refusal names its fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.data import Figure, Kind, Modifier

LOWER = (Modifier.AT_LEAST, Modifier.MORE_THAN)


UPPER = (Modifier.AT_MOST, Modifier.LESS_THAN)


@dataclass(frozen=True, slots=True)
class Match:
    """Whether the claim follows from the source's figure.

    ``fits`` is true when it does; ``exact`` when nothing had to be inferred. ``fault`` names what differs:
    ``kind``, ``value``, ``unit``, ``modifier``, ``direction`` or ``time``; ``reason`` says it in plain words.
    """

    fits: bool
    exact: bool = False
    fault: str = ""
    reason: str = ""


SAME = Match(True, True)


@lru_cache(maxsize=4096)
def differs(fault: str, reason: str) -> Match:
    """Return what is found where something differs."""
    return Match(False, False, fault, reason)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text folded to its words."""
    return re.sub(r"[\W_]+", " ", text).casefold().strip()


def named(kind: Kind) -> str:
    """Return a kind of figure as a sentence names it."""
    article = {
        "age": "an age",
        "ordinal": "an ordinal",
        "money": "a sum of money",
        "percentage points": str(kind),
    }
    return article.get(str(kind), f"a {kind}")


def said(figure: Figure) -> str:
    """Return a figure as its source hedges it."""
    word = "" if figure.modifier is Modifier.EXACT else f"{figure.modifier} "
    return f"{word}{figure.text}" if not figure.text.lower().startswith(word.strip() or "\0") else figure.text
