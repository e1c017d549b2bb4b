"""Whether the sources have the names of a text, spelt as editors spell them.

``NameIndex`` says of each name whether the sources have it: the same words in the same name, initials, titles,
acronyms and what they stand for, adjectives of places, and other transliterations (Kadhafi, Gaddafi, Gadhafi).
Promise: two names that merely share their parts with several source names (the first of one, the last of another)
do not pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.names.reading import TOKEN, Name, is_capital, name_end
from briefing.names.spelling import bare, is_variant, place_root, skeleton
from briefing.names.words import ALIASES, CONNECTORS, DEMONYMS, SPELLED_OUT, TITLES

_LOWER_WORD = re.compile(r"\b[a-zß-öø-ÿ]+\b")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a source has a name: the index of its text and offsets into it; ``how`` is empty when spelt alike."""

    text: int
    start: int
    end: int
    how: str = ""


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
            lower.update(_LOWER_WORD.findall(" ".join(set(text.split()))))  # what stands often is read once
        self.lower_words = frozenset(lower)

    def _read(self, number: int, text: str) -> None:
        line = list(TOKEN.finditer(text))
        place = 0
        while place < len(line):
            word = line[place].group()
            if not is_capital(word):
                place += 1
                continue
            end = name_end(line, place)
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
