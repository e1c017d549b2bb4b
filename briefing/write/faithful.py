"""A text as the judging of candidates sees it: words in comparing form, and those that no source has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.terms import STOP_WORDS, canonical, stem
from briefing.write.cues import NEGATING

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-'’]\w+)*|[,;:()—–\"“”]|--")
_BREAKS = frozenset(',;:()—–"“”--') | {"--"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text in comparing form.

    ``content`` is false for function words; ``after_break`` says that a comma, dash, quote or bracket stands
    between it and the word before.
    """

    text: str
    key: str
    content: bool
    name: bool
    after_break: bool
    place: int

    @property
    def low(self) -> str:
        """The word in lower case, its apostrophe a plain one."""
        return self.text.lower().replace("’", "'")

    @property
    def possessive(self) -> bool:
        """Whether it says whose the next word is."""
        return self.low.endswith(("'s", "s'"))


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of ``text`` in order; marks show only as ``after_break``."""
    found: list[Token] = []
    broken = True
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word in _BREAKS:
            broken = True
            continue
        low = word.lower().replace("’", "'")
        key = canonical(low) if low.isascii() and low[0].isalnum() else low
        key = stem(key.removesuffix("'s"))
        content = low not in STOP_WORDS or low in NEGATING or key.isdigit()
        name = word[0].isupper() and (bool(found) or word.isupper())
        found.append(Token(word, key, content and (len(key) > 1 or key.isdigit()), name, broken, len(found)))
        broken = False
    return tuple(found)


def keys(text: str) -> tuple[str, ...]:
    """Return the content words of ``text`` in comparing form, in order."""
    return tuple(token.key for token in tokens(text) if token.content)


def new_words(candidate: str, sources: Sequence[str]) -> tuple[str, ...]:
    """Return the candidate's content words that no source has, in order."""
    known = {token.key for source in sources for token in tokens(source)}
    loose = {key[:5] for key in known if len(key) >= 5}
    return tuple(
        token.text
        for token in tokens(candidate)
        if token.content and token.key not in known and not (len(token.key) >= 5 and token.key[:5] in loose)
    )


def new_names(candidate: str, sources: Sequence[str]) -> tuple[str, ...]:
    """Return capitalised words inside the candidate that no source writes with a capital."""
    known = {
        token.text.lower().removesuffix("'s").removesuffix("’s")
        for s in sources
        for token in tokens(s)
        if token.text[0].isupper()
    }
    lower = {token.text for source in sources for token in tokens(source)}
    return tuple(
        token.text
        for token in tokens(candidate)
        if token.text[0].isupper()
        and token.text.lower().removesuffix("'s").removesuffix("’s") not in known
        and not (token.place == 0 and (token.text.lower() in lower or token.text.lower() in STOP_WORDS))
    )


def same(source: Token, candidate: Token) -> bool:
    """Whether a word of a source is that of a candidate: its stem and, as long words are, nearly; possessives apart."""
    if source.possessive != candidate.possessive:
        return False
    return source.key == candidate.key or (
        len(candidate.key) >= 6 and source.key[:6] == candidate.key[:6] and not candidate.name
    )
