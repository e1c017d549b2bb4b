"""What numbers say, and whether a source says it too.

``figures`` reads a text's numbers with the things they are about; ``match`` compares two of them; ``judge``
gives the verdict on one, given the sources; ``build_ledger`` sets out all figures of a story.
"""

from __future__ import annotations

from datetime import datetime

from briefing.data import Figure
from briefing.figures.ledger import build_ledger
from briefing.figures.match import match
from briefing.figures.parse import parse
from briefing.figures.things import bind
from briefing.figures.verdicts import Match

__all__ = ["Match", "bind", "build_ledger", "figures", "match", "parse"]


def figures(text: str, *, published: datetime | None = None) -> tuple[Figure, ...]:
    """Return every figure of ``text`` in order, each with the thing it is about.

    ``published`` resolves relative dates; ``None`` leaves them unresolved.
    """
    return bind(text, parse(text, published=published))
