"""Quotations in a text, and whether a source has the very words.

Straight and curly marks are equal, and so are letter case and white space; an ellipsis may stand for words left
out, and square brackets for the editor's own. Promise: linear in the text; a mark that is never closed opens nothing,
and a word or two in scare quotes is held to the same rule as a speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FOLD = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "\u00a0": " "}
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_DOUBLE = re.compile(r'[“„«]([^“”„«»"]{1,2000})[”»"]|"([^"“”\n]{1,2000})["”]')
_SINGLE = re.compile(r"(?<![\w’'])[‘']((?:[^‘'’\n]|(?<=\w)[’'](?=\w)|(?<=s)[’'](?=\s\w+\b[^’'\n]{0,200}[’'])){2,600})[’'](?!\w)")
_GAP = re.compile(r"\s*(?:\.\s?\.\s?\.|…|\[[^\]]{0,80}\]|\(\.\.\.\))\s*")
_EDGE = " \t\n.,;:!?-\"'"


@dataclass(frozen=True, slots=True)
class Quote:
    """The text between quotation marks; ``start``/``end`` leave the marks out."""

    text: str
    start: int
    end: int
    words: str


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the quotations of ``text`` in order, outermost marks only."""
    found = list(_spans(text, _DOUBLE))
    covered = [(q.start, q.end) for q in found]
    for quote in _spans(text, _SINGLE):
        if not any(a <= quote.start < b for a, b in covered):
            found.append(quote)
    return tuple(sorted(found, key=lambda q: q.start))


def _spans(text: str, pattern: re.Pattern[str]) -> Iterator[Quote]:
    for match in pattern.finditer(text):
        group = next(g for g in range(1, (match.lastindex or 1) + 1) if match.group(g) is not None)
        words = match.group(group)
        if any(c.isalnum() for c in words):
            yield Quote(words, match.start(group), match.end(group), words)


class QuoteIndex:
    """The folded words of some texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [_folded(text) for text in texts]

    def find(self, quote: str) -> tuple[int, int, int] | None:
        """Return the index of the text that has ``quote``, and roughly where, or ``None``."""
        pieces = [p for p in (_folded(piece)[0].strip(_EDGE) for piece in _GAP.split(quote)) if p]
        if not pieces:
            return None
        for number, (text, places) in enumerate(self._texts):
            start = end = -1
            at = 0
            for piece in pieces:
                at = _find_words(text, piece, at)
                if at < 0:
                    break
                start = at if start < 0 else start
                at += len(piece)
                end = at
            else:
                return number, places[start], places[min(end, len(places)) - 1] + 1
        return None


def _find_words(text: str, piece: str, at: int) -> int:
    """Return where ``piece`` stands in ``text`` as whole words, from ``at`` on, or -1."""
    at = text.find(piece, at)
    while at >= 0:
        end = at + len(piece)
        if not (text[at - 1 : at].isalnum() and piece[0].isalnum()) and not (
            text[end : end + 1].isalnum() and piece[-1].isalnum()
        ):
            return at
        at = text.find(piece, at + 1)
    return -1


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text in one case, with plain marks and single spaces, and where each letter came from."""
    plain = text.translate(_FOLD)
    letters: list[str] = []
    places: list[int] = []
    space = False
    for place, letter in enumerate(plain):
        if letter.isspace():
            space = bool(letters)
            continue
        if letter == '"':
            letter = "'"
        if not letter.isprintable() or _INVISIBLE.match(letter):
            continue
        if space:
            letters.append(" ")
            places.append(place)
            space = False
        low = letter.lower()
        letters.append(low if len(low) == 1 else letter)
        places.append(place)
    return "".join(letters), places
