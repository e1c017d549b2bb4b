"""How alike two spellings of a name are: accents, transliterations (Kadhafi, Gaddafi), places and their adjectives.

Promise: names shorter than five letters that differ are other names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefing.names.words import DEMONYMS

_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|an|at|az)-(?=\w{3})")
_VOWELS = {"a": "a", "e": "a", "i": "i", "y": "i", "j": "i", "o": "o", "u": "o", "w": "o"}
_CONSONANTS = {
    "c": "k", "q": "k", "g": "k", "k": "k", "x": "ks", "b": "b", "p": "p", "d": "d", "t": "t", "f": "f", "v": "f",
    "w": "w", "s": "s", "z": "s", "j": "j", "l": "l", "m": "m", "n": "n", "r": "r", "h": "",
}  # fmt: skip
_CLUSTERS = (
    ("tsch", "C"), ("shch", "S"), ("tch", "C"), ("sch", "S"), ("kh", "k"), ("gh", "k"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("ch", "C"), ("sh", "S"), ("zh", "j"), ("ck", "k"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ie", "i"), ("ey", "i"), ("iy", "i"), ("ei", "e"), ("ai", "e"), ("ay", "e"), ("yu", "u"), ("iu", "u"), ("ya", "a"),
)  # fmt: skip
_INITIALS_OF_SEVERAL = 2  # letters; "As" is none
_SHORTEST_VARIANT = 5  # letters; shorter names that differ are other names


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """Return a word in lower case without accents, possessive ending, full stops and the plural of initials (MPs)."""
    several = word.rstrip(".")
    if several[-1:] == "s" and several[:-1].isupper() and len(several) > _INITIALS_OF_SEVERAL:
        word = several[:-1]
    low = word.replace("’", "'").lower()
    if low.endswith("'s"):
        low = low[:-2]
    low = _ARTICLE.sub("", low.strip("'").replace(".", ""))
    if low.isascii():
        return low
    plain = unicodedata.normalize("NFKD", low)
    return (
        "".join(c for c in plain if not unicodedata.combining(c))
        .replace("ß", "ss")
        .replace("ø", "o")
        .replace("ł", "l")
    )


@lru_cache(maxsize=65536)
def skeleton(word: str) -> tuple[str, str]:
    """Return the consonants and the vowels of a name as a careless listener hears them."""
    low = re.sub(r"[^a-z]", "", bare(word))
    low = re.sub(r"^(?:al|el)(?=[^aeiouy]{1}[aeiouy])(?=.{5})", "", low) if "-" in word else low
    for cluster, sound in _CLUSTERS:
        low = low.replace(cluster, sound)
    consonants: list[str] = []
    vowels: list[str] = []
    for place, letter in enumerate(low):
        vowel = _VOWELS.get(letter)
        if letter in "wj" and place == 0:
            vowel = None
        if vowel is not None:
            if not vowels or place == 0 or low[place - 1] not in _VOWELS:
                vowels.append(vowel)
            continue
        sound = letter if letter == "h" and place == 0 else _CONSONANTS.get(letter, letter)
        if sound and (not consonants or consonants[-1] != sound or low[place - 1] in _VOWELS):
            consonants.append(sound)
    return "".join(consonants), "".join(vowels)


@lru_cache(maxsize=65536)
def is_variant(first: str, second: str) -> bool:
    """Return whether two spellings can be of one name: Gaddafi and Kadhafi, Zelensky and Zelenskyy."""
    a, b = bare(first), bare(second)
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORTEST_VARIANT:
        return False
    if a.replace("-", "") == b.replace("-", ""):
        return True
    (ours, sung), (theirs, heard) = skeleton(first), skeleton(second)
    return ours == theirs and len(ours) >= 2 and _few_edits(sung, heard)


def _few_edits(a: str, b: str) -> bool:
    """Return whether two vowel strings are equal but for one trailing vowel or one change."""
    if a == b or a[:-1] == b or a == b[:-1]:
        return True
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) <= (1 if len(a) > 2 else 0)


_ENDINGS = (
    "ians",
    "ian",
    "eans",
    "ean",
    "ans",
    "an",
    "ese",
    "ish",
    "is",
    "i",
    "ic",
    "ns",
    "n",
    "ers",
    "er",
    "ites",
    "ite",
)


@lru_cache(maxsize=65536)
def place_root(word: str) -> str:
    """Return a common form of a place, its adjective and its people: libya, libyan and libyans, france and french."""
    low = bare(word)
    known = DEMONYMS.get(low) or DEMONYMS.get(low.removesuffix("s"))
    if known is not None:
        return known
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            low = low[: -len(ending)]
            break
    return low.rstrip("aeioy") if len(low.rstrip("aeioy")) >= 4 else low
