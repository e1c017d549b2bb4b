"""Where a sentence tells of the rest: "and the rest arrived on time", "the others slightly".

A rest is read like a number of its own, so that its words are not taken for those of the number before it. Promise:
it has no value, supports nothing by itself, and is one token of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.words import REST

_REST = re.compile(
    r"(?<!of )\b(?:the|its|their) (?:rest|remainder|others|balance)\b"
    r"(?! of (?!them\b|these\b|those\b|(?:the|its|their) [a-z]+s\b))(?! \d)",
    re.IGNORECASE,
)


def with_rests(text: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return ``figures`` of ``text`` with a place for each rest told beside them."""
    found = [m for m in _REST.finditer(text)] if figures else []
    rests = [
        Figure(Kind.UNREAD, m.group(), m.start(), m.end(), unit=REST)
        for m in found
        if not any(f.start < m.end() and m.start() < f.end for f in figures)
    ]
    return sorted((*figures, *rests), key=lambda f: f.start) if rests else figures


def is_rest(figure: Figure) -> bool:
    """Return whether a figure is the place of a rest."""
    return figure.kind is Kind.UNREAD and figure.unit == REST
