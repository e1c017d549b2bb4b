"""Person, place and organisation names of a text, read from its capitals.

Promise: a capital at the start of a sentence or in a heading alone makes no name, and one pass reads a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.figures.vocabulary.lexicon import STOPWORDS, VERBS
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import ACT_OF, FAMILY_OF, NOUN_OF
from briefing.names.spelling import bare
from briefing.names.words import COMMON, CONNECTORS, NOT_NAMES, TITLES
from briefing.wordsets import word_set

TOKEN = re.compile(r"[^\W\d_]+(?:\.(?=[^\W\d_]\b)|[’'&-](?=[^\W\d_])|[^\W\d_])*\.?|\d+|[^\w\s]|\n+")
_PREFIX = re.compile(
    r"(?:al|el|an|as|ad|ash|ibn|bin|de|da|di|du|le|la|van|von|d|o|mc)[-’'](?=[A-Z])", re.IGNORECASE
)
_NEW_SENTENCE = frozenset(".!?:;\"“‘”'(\n•—–-…[")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written; ``parts`` are its words without titles, connectors and possessive endings."""

    text: str
    start: int
    end: int
    parts: tuple[str, ...]


def find_names(text: str, known: frozenset[str] = frozenset()) -> tuple[Name, ...]:
    """Return the names of ``text``; ``known`` are lower-case words the sources use uncapitalised."""
    return tuple(_names(text, known, list(TOKEN.finditer(text))))


def _names(text: str, known: frozenset[str], line: Sequence[re.Match[str]]) -> Iterator[Name]:
    heading = _is_heading(line)
    place = 0
    while place < len(line):
        if not is_capital(line[place].group()):
            place += 1
            continue
        end = name_end(line, place)
        yield from _name(text, known, line, place, end, heading)
        place = end


def _is_heading(line: Sequence[re.Match[str]]) -> bool:
    """Return whether nearly every word has a capital, so that capitals say nothing."""
    if line and line[-1].group()[-1] in ".!?\"”'’":
        return False
    words = [m.group() for m in line if m.group()[0].isalpha() and m.group().lower() not in STOPWORDS]
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def is_capital(word: str) -> bool:
    """Return whether a word is written as one of a name: Gaza, al-Tamimi."""
    return word[0].isupper() or bool(_PREFIX.match(word) and any(c.isupper() for c in word))


def name_end(line: Sequence[re.Match[str]], place: int) -> int:
    """Return the index after the run of capitals that begins at ``place``, connectors inside it included."""
    end = place + 1
    while end < len(line):
        previous, word = line[end - 1].group(), line[end].group()
        if previous.endswith(("'s", "’s", "s'", "s’")) or (
            previous.endswith(".") and not _is_short(previous)
        ):
            break
        gap = line[end].start() - line[end - 1].end()
        if is_capital(word) and word.lower() not in NOT_NAMES and gap <= 1:
            end += 1
        elif word.lower() in CONNECTORS and end + 1 < len(line) and is_capital(line[end + 1].group()):
            end += 2
        else:
            break
    return end


def _is_short(word: str) -> bool:
    """Return whether it is an initial or a title's abbreviation, after which a name goes on."""
    bare = word.rstrip(".")
    return len(bare) == 1 or bare.lower() in TITLES or ("." in bare and bare.replace(".", "").isupper())


def _name(
    text: str, known: frozenset[str], line: Sequence[re.Match[str]], first: int, end: int, heading: bool
) -> Iterator[Name]:
    while first < end and _is_ordinary(line, first, end, known, heading):
        first += 1
    while end > first and (line[end - 1].group().lower() in CONNECTORS or _is_never(line[end - 1].group())):
        end -= 1
    parts = []
    for match in line[first:end]:
        part = bare(match.group())
        if part and part not in TITLES and part not in CONNECTORS and not _is_never(match.group()):
            parts.append(part)
    if parts:
        start, stop = line[first].start(), line[end - 1].end()
        whole = text[start:stop]
        trimmed = re.sub(r"(?:['’]s|['’])$", "", whole.rstrip(".") if not _is_short(whole) else whole)
        yield Name(trimmed, start, start + len(trimmed), tuple(parts))


def _is_never(word: str) -> bool:
    low = bare(word)
    return low in NOT_NAMES or low in ("i", "i'm", "i've", "i'll", "i'd")


def _is_ordinary(
    line: Sequence[re.Match[str]], place: int, end: int, known: frozenset[str], heading: bool
) -> bool:
    """Return whether a capital is only that of a sentence's first word, or of a heading."""
    word = line[place].group()
    low = bare(word)
    if len(low) == 1 and word.endswith(".") and place + 1 < end:
        return False  # an initial
    if low in STOPWORDS or _is_never(word):
        return True
    if not heading and place and line[place - 1].group()[0] not in _NEW_SENTENCE:
        return False
    if low in COMMON:
        return True
    if word[1:].lower() != word[1:]:
        return False  # NATO, McKay
    if low in known or low in TITLES:
        return True
    root = stem(low)
    if root in VERBS or root in NOUN_OF or root in ACT_OF or root in FAMILY_OF:
        return True
    if end - place > 1 and not heading:
        return False  # a name goes on
    if low.endswith(
        ("ly", "ing", "ed", "tion", "ment", "ness", "ers", "ists", "ans", "ies", "ous", "ful", "ive")
    ):
        return True
    follows = line[place + 1].group() if place + 1 < len(line) else ""
    if heading or low.endswith("s"):
        return True
    return not _acts(follows) and not word.endswith(("'s", "’s"))


def _acts(word: str) -> bool:
    """Return whether a word looks like the verb of a name before it."""
    low = word.lower()
    return low in _AFTER_NAMES or stem(low) in VERBS or low.endswith("ed")


_AFTER_NAMES = word_set(
    "is was has had will would said says told could can may and who , in 's’s won lost beat scored does did"
)
