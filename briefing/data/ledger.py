"""Where a figure stands, and all figures of a story, grouped by the thing they are about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing.data.figures import Figure


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer to the words of a source that bear something out: an article and offsets into it.

    ``start == end == 0`` points at the article's title.
    """

    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One source's figure in a ledger: who states it, where, and as of when.

    ``counts_for`` is the independent publisher behind it where that is another: the agency, the family.
    """

    figure: Figure
    publisher: str
    citation: Citation
    as_of: datetime | None
    counts_for: str = ""

    @property
    def independent(self) -> str:
        """The independent publisher behind it: a story on five sites has one voice."""
        return self.counts_for or self.publisher


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """All statements of a story about one thing.

    ``agreement`` is ``agreed`` (one value), ``conflict`` (values that cannot both hold), ``superseded``
    (a later report replaces an earlier one) or ``single`` (one publisher only). ``current`` are the
    statements that stand now.
    """

    label: str
    statements: tuple[Statement, ...]
    current: tuple[Statement, ...]
    agreement: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every figure of a story, grouped by the thing it is about."""

    lines: tuple[LedgerLine, ...] = ()
