"""Names in a text, and whether a source has them too, spelt as editors spell them.

``find_names`` reads the person, place and organisation names of a text from its capitals; ``NameIndex`` says of
each whether the sources have it: the same words in the same name, initials, titles, acronyms and what they stand
for, adjectives of places, and other transliterations (Kadhafi, Gaddafi, Gadhafi). Promise: two names that merely
share their parts with several source names (the first of one, the last of another) do not pass.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.figures.lexicon import STOPWORDS, VERBS, words_of
from briefing.figures.stems import stem
from briefing.figures.thesaurus import ACT_OF, FAMILY_OF, NOUN_OF
from briefing.names_words import ALIASES, COMMON, CONNECTORS, DEMONYMS, NOT_NAMES, SPELLED_OUT, TITLES

_TOKEN = re.compile(r"[^\W\d_]+(?:\.(?=[^\W\d_]\b)|[’'&-](?=[^\W\d_])|[^\W\d_])*\.?|\d+|[^\w\s]|\n+")
_PREFIX = re.compile(
    r"(?:al|el|an|as|ad|ash|ibn|bin|de|da|di|du|le|la|van|von|d|o|mc)[-’'](?=[A-Z])", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|an|at|az)-(?=\w{3})")
_LOWER_WORD = re.compile(r"\b[a-zß-öø-ÿ]+\b")
_NEW_SENTENCE = frozenset(".!?:;\"“‘”'(\n•—–-…[")
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
_SHORTEST_VARIANT = 5  # letters; shorter names that differ are other names


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written; ``parts`` are its words without titles, connectors and possessive endings."""

    text: str
    start: int
    end: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a source has a name: the index of its text and offsets into it; ``how`` is empty when spelt alike."""

    text: int
    start: int
    end: int
    how: str = ""


# ---------------------------------------------------------------- reading names


def find_names(text: str, known: frozenset[str] = frozenset()) -> tuple[Name, ...]:
    """Return the names of ``text``; ``known`` are lower-case words the sources use uncapitalised."""
    return tuple(_names(text, known, list(_TOKEN.finditer(text))))


def _names(text: str, known: frozenset[str], line: Sequence[re.Match[str]]) -> Iterator[Name]:
    heading = _is_heading(line)
    place = 0
    while place < len(line):
        if not _is_capital(line[place].group()):
            place += 1
            continue
        end = _name_end(line, place)
        yield from _name(text, known, line, place, end, heading)
        place = end


def _is_heading(line: Sequence[re.Match[str]]) -> bool:
    """Return whether nearly every word has a capital, so that capitals say nothing."""
    if line and line[-1].group()[-1] in ".!?\"”'’":
        return False
    words = [m.group() for m in line if m.group()[0].isalpha() and m.group().lower() not in STOPWORDS]
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or bool(_PREFIX.match(word) and any(c.isupper() for c in word))


def _name_end(line: Sequence[re.Match[str]], place: int) -> int:
    """Return the index after the run of capitals that begins at ``place``, connectors inside it included."""
    end = place + 1
    while end < len(line):
        previous, word = line[end - 1].group(), line[end].group()
        if previous.endswith(("'s", "’s", "s'", "s’")) or (
            previous.endswith(".") and not _is_short(previous)
        ):
            break
        gap = line[end].start() - line[end - 1].end()
        if _is_capital(word) and word.lower() not in NOT_NAMES and gap <= 1:
            end += 1
        elif word.lower() in CONNECTORS and end + 1 < len(line) and _is_capital(line[end + 1].group()):
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


_AFTER_NAMES = words_of(
    "is was has had will would said says told could can may and who , in 's’s won lost beat scored does did"
)


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """Return a word in lower case without accents, possessive ending and full stops."""
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


# ---------------------------------------------------------------- spelling variants


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
    """Return a common form of a place and its adjective: libya and libyan, france and french."""
    low = bare(word)
    known = DEMONYMS.get(low)
    if known is not None:
        return known
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            low = low[: -len(ending)]
            break
    return low.rstrip("aeioy") if len(low.rstrip("aeioy")) >= 4 else low


# ---------------------------------------------------------------- looking names up


class NameIndex:
    """The names of some texts, for looking others up."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = tuple(texts)
        self.lower_words: frozenset[str] = frozenset()
        self._sequences: list[tuple[tuple[str, ...], Found]] = []
        self._by_part: dict[str, list[int]] = {}
        self._acronyms: dict[str, Found] = {}
        self._roots: dict[str, Found] = {}
        self._has_variants = False
        self._skeletons: dict[str, list[str]] = {}
        self._lowered = tuple(text.lower() for text in texts)
        lower: set[str] = set()
        for text in texts:
            lower.update(_LOWER_WORD.findall(text))
        self.lower_words = frozenset(lower)

    def _read(self, number: int, text: str) -> None:
        line = list(_TOKEN.finditer(text))
        place = 0
        while place < len(line):
            word = line[place].group()
            if not _is_capital(word):
                place += 1
                continue
            end = _name_end(line, place)
            self._add(number, line[place:end])
            place = end

    def _add(self, number: int, line: Sequence[re.Match[str]]) -> None:
        parts = tuple(p for p in (bare(m.group()) for m in line) if p and p not in CONNECTORS)
        found = Found(number, line[0].start(), line[-1].end())
        self._sequences.append((parts, found))
        for part in parts:
            self._by_part.setdefault(part, []).append(len(self._sequences) - 1)

    def _prepare_variants(self) -> None:
        """Read the names of the texts and table other spellings; a name that stands as written needs neither."""
        self._has_variants = True
        for number, text in enumerate(self._texts):
            self._read(number, text)
        for part, indices in self._by_part.items():
            self._skeletons.setdefault(skeleton(part)[0], []).append(part)
            self._roots.setdefault(place_root(part), self._sequences[indices[0]][1])
        for parts, found in self._sequences:
            for first in range(len(parts)):
                for last in range(first + 2, min(len(parts), first + 7) + 1):
                    self._acronyms.setdefault("".join(p[0] for p in parts[first:last]), found)

    def find(self, name: Name) -> Found | None:
        """Return where a text has ``name``, or ``None``."""
        parts = name.parts
        whole = self._whole(name.text) or self._spelled_out(name)
        if whole is not None:
            return whole
        if not self._has_variants:
            self._prepare_variants()
        if len(parts) == 1:
            return self._one(parts[0])
        acronym = self._by_part.get("".join(p[0] for p in parts))
        if acronym:
            return self._found(acronym[0], "abbreviated in the source")
        alias = ALIASES.get(" ".join(parts))
        if alias is not None:
            hit = next((w for a in alias if (w := self._phrase(a)) is not None), None)
            if hit is not None:
                return hit
        return self._chained(parts)

    def _phrase(self, phrase: str) -> Found | None:
        first = phrase.split()
        for index in self._by_part.get(first[0], ()):
            parts, found = self._sequences[index]
            if _inside(tuple(first), parts):
                return found
        return None

    def _spelled_out(self, name: Name) -> Found | None:
        """Return where a text spells an abbreviation out in small letters: GDP for gross domestic product."""
        phrases = (
            SPELLED_OUT.get(name.text.lower(), "") if name.text.isalpha() and name.text[:2].isupper() else ""
        )
        return next(
            (found for p in phrases.split("|") if p and (found := self._whole(p, open_end=True))), None
        )

    def _whole(self, words: str, open_end: bool = False) -> Found | None:
        """Return where the very words stand, in any case (a source may be set in capitals or none)."""
        wanted = words.lower()
        for number, text in enumerate(self._lowered):
            at = text.find(wanted)
            while at >= 0:
                end = at + len(wanted)
                if not text[at - 1 : at].isalnum() and (open_end or not text[end : end + 1].isalnum()):
                    return Found(number, at, end)
                at = text.find(wanted, at + 1)
        return None

    def _found(self, index: int, how: str = "") -> Found:
        found = self._sequences[index][1]
        return Found(found.text, found.start, found.end, how)

    def _one(self, part: str) -> Found | None:
        """Return where a single word stands as (part of) a name, also otherwise spelt."""
        for index in self._by_part.get(part, ()):
            return self._found(index)
        for alias in ALIASES.get(part, ()):
            hit = self._phrase(alias)
            if hit is not None:
                return hit
        if len(part) >= 2 and part in self._acronyms:
            return self._acronyms[part]
        if part in DEMONYMS or len(part) >= 5:
            root = self._roots.get(place_root(part))
            if root is not None:
                return root
        variant = self._variant(part)
        if variant is not None:
            return self._found(self._by_part[variant][0], f"spelt {variant.title()} in the source")
        if "-" in part:
            pieces = [self._one(p) for p in part.split("-") if len(p) > 2]
            if pieces and all(pieces):
                return pieces[0]
        return None

    def _variant(self, part: str) -> str | None:
        return next((w for w in self._skeletons.get(skeleton(part)[0], ()) if is_variant(part, w)), None)

    def _chained(self, parts: tuple[str, ...]) -> Found | None:
        """Cut the name into pieces that each stand together in a source; whole names may stand side by side."""
        start = 0
        first: Found | None = None
        while start < len(parts):
            end, found, complete = self._longest(parts, start)
            if found is None:
                return None
            if end < len(parts) and not complete:
                return None
            first = first or found
            start = end
        return first

    def _longest(self, parts: tuple[str, ...], start: int) -> tuple[int, Found | None, bool]:
        """Return the end of the longest piece from ``start`` that one source name holds, and if it is all of it."""
        for end in range(len(parts), start, -1):
            piece = parts[start:end]
            best: tuple[Found, bool] | None = None
            for index in self._candidates(piece[0]):
                sequence, found = self._sequences[index]
                own = tuple(p for p in sequence if p not in TITLES)
                if _inside(piece, sequence):
                    best = (found, len(own) <= len(piece))
                    if best[1]:
                        break
            if best is not None:
                return end, best[0], best[1]
        single = self._one(parts[start])
        is_place = single is not None and (
            parts[start] in DEMONYMS or place_root(parts[start]) in self._roots
        )
        return start + 1, single, is_place and parts[start] not in self._by_part

    def _candidates(self, part: str) -> Iterable[int]:
        if part in self._by_part:
            return self._by_part[part]
        if len(part) == 1:
            return range(len(self._sequences))
        variant = self._variant(part)
        if variant is not None:
            return self._by_part[variant]
        return ()


def _inside(piece: tuple[str, ...], sequence: tuple[str, ...]) -> bool:
    """Return whether ``piece`` stands in ``sequence`` in order; initials and variants count."""
    at = 0
    for part in piece:
        while at < len(sequence) and not _same_part(part, sequence[at]):
            at += 1
        if at == len(sequence):
            return False
        at += 1
    return True


def _same_part(ours: str, theirs: str) -> bool:
    if ours == theirs:
        return True
    if len(ours) == 1 or len(theirs) == 1:
        return ours[0] == theirs[0]
    return is_variant(ours, theirs)
