"""The stem of an English word: what is left when plural, tense and final ``e`` are taken off.

Promise: crude but the same for every form of a word, and never longer than the word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.figures.data import lines

_IRREGULAR = dict(pair.split(":") for line in lines("irregular.txt") for pair in line.split())

LETTERS = re.compile(r"[^\W\d_]+")
"""A word of letters only."""

_UNDOUBLE = frozenset("bdgmnprt")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a crude stem of a lower-case English word: plural, tense and final ``e`` taken off."""
    word = word.replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    word = word.strip("'")
    known = _IRREGULAR.get(word)
    if known is not None:
        word = known
    elif len(word) > 3:
        word = _without_ending(word)
    if len(word) > 3 and word.endswith("e") and not word.endswith("ee"):
        return word[:-1]
    return word[:-1] if len(word) > 5 and word.endswith("ll") else word  # travelled, travel


def stem_set(text: str) -> frozenset[str]:
    """Return the stems of the words of ``text`` as a set."""
    return frozenset(map(stem, text.split()))


_NOUN_ENDINGS = (
    ("isation", 4), ("ization", 4), ("ation", 4), ("ition", 4), ("ution", 4), ("tion", 4), ("sion", 4), ("ion", 4),
    ("ment", 4), ("ness", 4), ("ance", 4), ("ence", 4), ("ality", 4), ("ility", 4), ("ity", 4), ("ship", 4), ("cy", 4),
    ("ally", 4), ("ly", 4), ("al", 4), ("ive", 4), ("iv", 4), ("anc", 4), ("enc", 4), ("ful", 4), ("ous", 4), ("ist", 4),
    ("ism", 4), ("ising", 4), ("izing", 4), ("is", 5), ("iz", 5), ("at", 4), ("ant", 5), ("ent", 5), ("er", 4), ("or", 4),
    ("ing", 4), ("y", 4), ("t", 5), ("d", 5), ("s", 5),
)  # fmt: skip


@lru_cache(maxsize=65536)
def root(word_stem: str) -> str:
    """Return what a stem shares with those derived from it: operation, operator, operate; bankrupt, bankruptcy."""
    for ending, least in _NOUN_ENDINGS:
        if word_stem.endswith(ending) and len(word_stem) - len(ending) >= least:
            return root(word_stem[: -len(ending)])
    return word_stem


def _without_ending(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return _without_ending(word[:-1]) if word.endswith("ings") else word[:-1]
    for ending, least in (("ing", 6), ("ed", 5)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("eed"):
            base = word[: -len(ending)]
            if not any(c in "aeiouy" for c in base):
                return word
            if len(base) > 3 and base[-1] == base[-2] and base[-1] in _UNDOUBLE:
                base = base[:-1]
            return base
    return word
