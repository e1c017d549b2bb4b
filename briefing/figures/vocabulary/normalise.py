"""The reading copy of a text: the same words in plain characters, with a way back to every offset.

Promise: for any span of the copy, ``Plain.span`` gives the span of the original it was made from, also where
zero-width and bidirectional marks, HTML tags, entities or foreign digits stand inside a number.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from dataclasses import dataclass, field

NO_BREAK = "\u00a0"  # every no-break, thin or figure space becomes this one

_ONE_TO_ONE: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_ONE_TO_ONE |= dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u2032\u00b4\u201b"), "'")
_ONE_TO_ONE |= dict.fromkeys(map(ord, "\u201c\u201d\u201e\u2033"), '"')
_ONE_TO_ONE |= dict.fromkeys(map(ord, "\u2010\u2011\u2043\ufe63"), "-")
_ONE_TO_ONE |= dict.fromkeys(
    map(ord, "\u2007\u202f\u2009\u2008\u200a\u2002\u2003\u2004\u2005\u2006\u205f\u3000"), NO_BREAK
)
_ONE_TO_ONE |= {0x2012: "\u2013", 0x2015: "\u2014", 0x00B5: "\u03bc", 0x00BA: "\u00b0", 0x02DA: "\u00b0"}
_ONE_TO_ONE |= {0x2044: "/", 0x2215: "/", 0x066A: "%", 0x066B: ".", 0x066C: ",", 0x00D7: "x", 0x2236: ":"}
_ONE_TO_ONE |= {0xFF0C: ",", 0x2796: "\u2212", 0xFFE5: "\u00a5", 0xFFE1: "\u00a3", 0xFFE0: "\u00a2"}

_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f\u20e3"
)
_INLINE = "a|abbr|b|big|bdi|bdo|cite|code|data|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|time|u|wbr"
_BLOCK = (
    "address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|figcaption|figure|footer|form|"
    "h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|img|input|li|link|main|meta|nav|ol|p|pre|script|section|style|"
    "sub|sup|table|tbody|td|tfoot|th|thead|title|tr|ul|video"
)
_ATTRIBUTE = r"\s++[\w:-]++(?:=(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s\"'<>]++))?+"
_REWRITE = re.compile(
    rf"(?P<gone>[{_INVISIBLE}]++|\\(?=['\"]))"  # also the stroke of a quote that was never unescaped
    rf"|</?+(?:(?P<inline>{_INLINE})|{_BLOCK})(?:{_ATTRIBUTE})*+\s*+/?+>"
    r"|<!--[^<>]*+-->"
    r"|(?P<entity>&(?:#\d{1,7}+|#[xX][0-9a-fA-F]{1,6}+|[A-Za-z][A-Za-z0-9]{1,30}+);)"
)
_SUSPECT = re.compile(rf"[<&\\{_INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Plain:
    """A reading copy: ``text``, and the offsets of its characters in the original where they differ.

    ``markup`` are the spans of the original (tags, entities) that hold digits no reader sees.
    """

    text: str
    starts: array[int] | None = None
    ends: dict[int, int] = field(default_factory=dict)
    markup: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original behind ``text[start:end]``, which must not be empty."""
        if self.starts is None:
            return start, end
        last = end - 1
        return self.starts[start], self.ends.get(last, self.starts[last] + 1)


def plain(text: str) -> Plain:
    """Make the reading copy. Linear in the length of ``text``; never fails."""
    copy = text
    if not copy.isascii():
        copy = copy.translate(_ONE_TO_ONE)
        if _OTHER_DIGIT.search(copy):
            copy = _OTHER_DIGIT.sub(lambda m: str(unicodedata.decimal(m[0])), copy)
    if not _SUSPECT.search(copy):
        return Plain(copy)
    return _without_markup(copy)


def _without_markup(copy: str) -> Plain:
    pieces: list[str] = []
    starts: array[int] = array("q")
    ends: dict[int, int] = {}
    markup: list[tuple[int, int]] = []
    at = 0

    def put(piece: str, start: int, end: int) -> None:
        """Append a piece that stands for the original's ``start:end`` as a whole."""
        for _ in piece:
            ends[len(starts)] = end
            starts.append(start)
        pieces.append(piece)

    for match in _REWRITE.finditer(copy):
        start, end = match.span()
        pieces.append(copy[at:start])
        starts.extend(range(at, start))
        at = end
        if match["entity"]:
            piece = html.unescape(match["entity"])
            put(piece.translate(_ONE_TO_ONE) if len(piece) == 1 else piece, start, end)
        elif not match["gone"] and not match["inline"]:
            put("\n", start, end)
        if not match["gone"] and any(c.isdecimal() for c in match[0]):
            markup.append((start, end))
    pieces.append(copy[at:])
    starts.extend(range(at, len(copy)))
    return Plain("".join(pieces), starts, ends, tuple(markup))
