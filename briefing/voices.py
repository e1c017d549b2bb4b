"""Who a text has say a quotation, by the name beside the verb of saying.

Promise: only names in the sentence around the marks are looked at; where there is none ("he said"), nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.names.reading import Name, find_names

_REACH = 160  # characters on either side of the marks in which the speaker stands
_SAID = r"(?:said|says|say|saying|told|tells|adds|added|writes|wrote|warned|warns|insisted|insists|argued|argues|claimed|recalled|asked)"
_AFTER = re.compile(rf"^[\"”»'’,\s]*(?:{_SAID}\s+(?P<behind>[^.;:“\"«]*)|(?P<ahead>[^.;:“\"«]*?)\s{_SAID}\b)")
_BEFORE = re.compile(rf"(?P<ahead>[^.;“”\"«»]*?)\b{_SAID}\b[^.;“”\"«»]{{0,40}}$")
_WORD = re.compile(
    r"\b(?!(?:mr|mrs|ms|dr|the|an?|sir|lady)\b)[a-z]\w+", re.IGNORECASE
)  # a title opens a name too


def voice_of(text: str, start: int, end: int) -> frozenset[str]:
    """Return the parts, in lower case, of the names that ``text`` has say its words from ``start`` to ``end``."""
    after = _AFTER.match(text[end : end + _REACH])
    if after is not None:
        return _parts((after["behind"] or "").split(",")) or _parts(
            reversed((after["ahead"] or "").split(","))
        )
    opening = text[max(0, start - _REACH) : start].rstrip(" \"“«‘'")
    before = _BEFORE.search(opening)
    return _parts(reversed(before["ahead"].split(","))) if before is not None else frozenset()


def _parts(pieces: Iterable[str]) -> frozenset[str]:
    """Return the parts of the name that begins the first of ``pieces`` that one begins, else of all their names."""
    found: list[Name] = []
    for piece in pieces:
        words = f"and {piece.strip()}"  # a word before it keeps the first from opening a sentence
        names = find_names(words)
        if names and not _WORD.search(words, 4, names[0].start):
            return frozenset(names[0].parts)
        found.extend(names)
    return frozenset(part for name in found for part in name.parts)
