"""Words and figures as a reader sees them: the same in a table, a mail and a correction.

Promise: nothing here adds to what a source said; it takes away what cannot be shown and puts a figure in digits.
"""

from __future__ import annotations

import re
from decimal import Decimal
from urllib.parse import quote, urlsplit

from briefing.data import Figure, Kind, LedgerLine, Modifier

# Bidirectional overrides could make a terminal or a page show a figure in another order than it is.
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def visible(text: str) -> str:
    """``text`` with every white space a plain space, and without control and direction characters."""
    return "".join(
        " " if c.isspace() else c for c in text if c.isspace() or (c.isprintable() and c not in _BIDI)
    )


def clean(text: str) -> str:
    """``text`` on one line, each gap one space: what a page, a mail or a terminal can take."""
    return " ".join(visible(text).split())


# Where a clause ends; the comma of "1,450" ends none.
_CLAUSE = re.compile(r"[,;:.!?](?=\s|$)|[()“”\"]|\s[–—]\s")
_BEFORE_WORDS, _AFTER_WORDS = 3, 6


def named(line: LedgerLine) -> str:
    """Return what a line of the ledger counts; where that is only "people" or a kind, the words around the figure.

    ``people killed``, but ``“six of whom remain in hospital”``: a table that says "people: 6" says nothing.
    """
    label = clean(line.label)
    statement = (line.current or line.statements)[0]
    mute = label.casefold() in _MUTE or not _WORDY.match(label)
    # A sum or a share is of what stands beside it: a noun from further off names something else.
    mute = mute or (
        statement.figure.kind is not Kind.COUNT and label.casefold() not in quoted(line).casefold()
    )
    return quoted(line) if mute or label.casefold() == statement.figure.kind.value else label


# Words that stand beside a figure and do not say what is counted.
_MUTE = frozenset(
    ("people", "figure", "figures", "data", "number", "numbers", "total", "totals", "amount", "due", "away",
     "more", "less", "shown", "others", "rest", "part", "parts", "about", "nearly", "extend", "additional",
     "mainly", "vicinity", "worth", "fact", "facts", "currently", "available", "continue", "upfront", "direct", "excess",
     "range", "neighborhood", "neighbourhood", "average", "estimated", "percentage", "statement", "report", "means", "size", "place", "level", "levels", "side", "sides", "way")
)  # fmt: skip
_WORDY = re.compile(r"[^\W\d_]{3,}")


def quoted(line: LedgerLine) -> str:
    """Return the words around the figure that stands, in quotation marks; the label where they say nothing more."""
    label = clean(line.label)
    statement = (line.current or line.statements)[0]
    sentence = clean(statement.citation.text)
    before, found, after = sentence.partition(clean(statement.figure.text))
    if not found:
        return label
    ahead, behind = _CLAUSE.split(before)[-1].split(), _CLAUSE.split(after)[0].split()
    glued = " " if after[:1].isspace() else ""
    opening = " ".join((["…"] if len(ahead) > _BEFORE_WORDS else []) + ahead[-_BEFORE_WORDS:])
    closing = " ".join(behind[:_AFTER_WORDS] + (["…"] if len(behind) > _AFTER_WORDS else []))
    words = f"{opening} {found}{glued}{closing}".strip()
    return f"“{words}”" if words != found else label


def capital(text: str) -> str:
    """Return ``text`` with a capital at its start, unless its first word has capitals of its own."""
    first = text.split(" ", 1)[0]
    return text if any(c.isupper() for c in first) else text[:1].upper() + text[1:]


def decimal(value: Decimal) -> str:
    """``12,500`` or ``4.25``: grouped, without trailing zeros."""
    value = value.normalize()
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,f}"


def figure(value: Figure) -> str:
    """Return a figure as a table shows it: as its source wrote it, but a spelled-out count in digits.

    A hedge or bound is put before it unless the source's own words already hold it.
    """
    text = clean(value.text)
    bare = not any(c.isdigit() for c in text) and value.kind is Kind.COUNT and " " not in text
    if bare and value.low is not None and value.low == value.high:
        text = decimal(value.low)
    elif text[:1].isalpha():
        return text
    return text if value.modifier is Modifier.EXACT else f"{value.modifier.value} {text}"


def safe_url(url: str) -> str:
    """``url`` when it is a plain http(s) address, percent-encoded where it must be; else nothing."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return ""
    except ValueError:
        return ""
    if any(not c.isprintable() or c.isspace() for c in url):
        return ""
    return quote(url, safe="%/:=&?~#+!$,;'@*[]-._", encoding="utf-8")
