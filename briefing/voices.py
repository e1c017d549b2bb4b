"""Who a text has say a quotation, by the name beside the verb of saying.

Promise: only names in the sentence around the marks are looked at; where there is none ("he said"), nobody is named.
"""

from __future__ import annotations

import re

from briefing.names import find_names

_REACH = 160  # characters on either side of the marks in which the speaker stands
_SAID = r"(?:said|says|say|saying|told|tells|adds|added|writes|wrote|warned|warns|insisted|insists|argued|argues|claimed|recalled|asked)"
_AFTER = re.compile(rf"^[\"”»'’,\s]*(?:{_SAID}\s+(?P<behind>[^.;:“\"«]*)|(?P<ahead>[^.;:“\"«]*?)\s{_SAID}\b)")
_BEFORE = re.compile(rf"(?P<ahead>[^.;“”\"«»]*?)\b{_SAID}\b[^.;“”\"«»]{{0,40}}$")


def voice_of(text: str, start: int, end: int) -> frozenset[str]:
    """Return the parts, in lower case, of the names that ``text`` has say its words from ``start`` to ``end``."""
    after = _AFTER.match(text[end : end + _REACH])
    if after is not None:
        return _parts(after["behind"] or after["ahead"] or "")
    opening = text[max(0, start - _REACH) : start].rstrip(" \"“«‘'")
    before = _BEFORE.search(opening)
    return _parts(before["ahead"]) if before is not None else frozenset()


def _parts(words: str) -> frozenset[str]:
    """Return the parts of the names of the last piece between commas that has one: "asked by Ms Lind, Mr Osei"."""
    for piece in reversed(words.split(",")):
        names = find_names(f"and {piece}")  # a word before it keeps the first from opening a sentence
        if names:
            return frozenset(part for name in names for part in name.parts)
    return frozenset()
