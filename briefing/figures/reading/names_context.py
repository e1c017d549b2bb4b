"""What tells a number in a name from one that counts: a headline's capitals, a plural or a share right behind.

Promise: each test looks at a few words around the number only.
"""

from __future__ import annotations

from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set


def share_follows(t: Tokens, end: int) -> bool:
    """Return whether a percent sign or a scale follows, so that the number is an amount."""
    return t.word(end) in {"%", "percent", "per", "pct", "million", "billion"}


_COLLECTIVES = word_set(
    "people men women children more other others dead of times members killed injured wounded"
)
_NOT_PLURAL = word_set("was has is its this says does series runs plus less across as")


def plural_follows(t: Tokens, end: int) -> bool:
    """Return a lower-case plural (or collective) right after the number, which is then counted."""
    word = t.raw(end)
    if not word.isalpha() or not word.islower():
        return False
    if word in _COLLECTIVES:
        return word != "of"
    return len(word) > 3 and word.endswith("s") and word not in _NOT_PLURAL


def title_case(t: Tokens, i: int) -> bool:
    """Whether the words around token ``i`` are set as a headline: most long words have capitals."""
    capitals = words = 0
    for k in range(max(0, i - 7), min(len(t), i + 8)):
        if len(t.low[k]) > 3 and t.low[k].isalpha() and k != i:
            words += 1
            capitals += t.capital(k)
    return words >= 2 and capitals >= 0.75 * words
