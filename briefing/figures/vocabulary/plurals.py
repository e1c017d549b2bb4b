"""How a verdict names what is counted: "people", "cities", "aircraft".

Promise: a noun of no table is not guessed at from its stem.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import WORD_OF

_UNCOUNTED = frozenset(
    ("police", "aircraft", "staff", "cattle", "fish", "sheep", "deer", "data", "media", "series")
)
_LIKE_MEN = ("man", "woman")
_ODD = {
    "person": "people",
    "child": "children",
    "wife": "wives",
    "life": "lives",
    "foot": "feet",
    "goose": "geese",
}


def singular(noun: str) -> str:
    """Return the word of a stem or concept; nothing for a stem of no table."""
    return WORD_OF.get(noun, "") or WORD_OF.get(stem(noun), "")


@lru_cache(maxsize=4096)
def plural(noun: str) -> str:
    """Return the plural of a noun's stem or concept, or "other things" where no table has it."""
    word = singular(noun)
    if not word:
        return "other things"
    if word in _UNCOUNTED or word in _ODD:
        return _ODD.get(word, word)
    if word.endswith(_LIKE_MEN):
        return f"{word[:-2]}en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"
