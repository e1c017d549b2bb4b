"""What numbers say, and whether a source says it too.

``figures`` reads a text's numbers with the things they are about; ``match`` compares two of them; ``judge``
gives the verdict on one, given the sources; ``build_ledger`` sets out all figures of a story.

A figure goes through the folders in this order, and each knows only those before it: ``reading`` finds it in the
text, ``binding`` says what it is about, ``matching`` compares it with one of a source, ``deriving`` works it out of
several, ``judging`` decides which of them counts. ``vocabulary`` and ``data`` are the words they share.
"""

from __future__ import annotations

from datetime import datetime

from briefing.data import Figure
from briefing.figures.binding.things import bind
from briefing.figures.ledger import build_ledger
from briefing.figures.matching.match import match
from briefing.figures.matching.verdicts import Match
from briefing.figures.reading.parse import parse

__all__ = ["Match", "bind", "build_ledger", "figures", "match", "parse"]


def figures(text: str, *, published: datetime | None = None) -> tuple[Figure, ...]:
    """Return every figure of ``text`` in order, each with the thing it is about.

    ``published`` resolves relative dates; ``None`` leaves them unresolved.
    """
    return bind(text, parse(text, published=published))
