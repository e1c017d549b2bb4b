"""What is published: briefs, what earlier ones got wrong, and an edition of them with all that made it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from briefing.data.articles import Article, Dropped, Story
from briefing.data.checks import Checked
from briefing.data.figures import Figure
from briefing.data.ledger import Citation, Ledger, LedgerLine
from briefing.data.writing import BriefSentence


@dataclass(frozen=True, slots=True)
class Brief:
    """A story told briefly. ``sources`` are numbered from 1 in this order wherever it is shown.

    ``section`` is the topic it is filed under, empty where there are none. ``sent_before`` is when the
    story was last sent, ``None`` for a new one; ``changes`` then says what is new since, a line each.
    """

    story: Story
    headline: str
    sentences: tuple[BriefSentence, ...]
    sources: tuple[Article, ...]
    ledger: Ledger = field(default_factory=Ledger)
    why: str = ""
    dropped: tuple[Dropped, ...] = ()
    headline_citations: tuple[Citation, ...] = ()
    headline_origin: str = "verbatim"
    section: str = ""
    sent_before: datetime | None = None
    changes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The prose, without citations."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation once, in order of first use."""
        return tuple(dict.fromkeys(c for sentence in self.sentences for c in sentence.citations))

    @property
    def figures(self) -> tuple[Checked, ...]:
        """The verdicts on all figures, in order of the text."""
        return tuple(figure for sentence in self.sentences for figure in sentence.figures)

    @property
    def disagreements(self) -> tuple[LedgerLine, ...]:
        """The things on which sources differ."""
        return tuple(line for line in self.ledger.lines if line.agreement == "conflict")


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure of an earlier edition that no longer stands.

    ``was`` was sent at ``sent_at``; ``now`` is what ``publisher`` states, in ``citation``, as of ``as_of``.
    ``thing`` is the ledger's label of what is counted, ``figure`` the one that stands now.
    """

    story_id: str
    headline: str
    thing: str
    was: str
    sent_at: datetime
    now: str
    publisher: str
    as_of: datetime | None = None
    citation: Citation | None = None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that is needed to make an edition again."""

    version: str
    model: str
    revision: str
    words: int
    settings: str = ""
    prompts: tuple[tuple[str, str], ...] = ()


class Style(StrEnum):
    """How the sentences of a brief are set."""

    PARAGRAPH = "paragraph"
    BULLETS = "bullets"


@dataclass(frozen=True, slots=True)
class Edition:
    """What one run publishes: briefs in order, everything dropped, and how it was made.

    ``corrections`` open it: figures of earlier editions that no longer stand. ``missing`` are the sources
    that could not be read, a line each. ``cutoff`` is the time of the newest article considered. ``style`` is
    how briefs are set: ``paragraph`` or ``bullets``, a sentence each.
    """

    briefs: tuple[Brief, ...]
    dropped: tuple[Dropped, ...]
    made_at: datetime
    recipe: Recipe
    articles: tuple[Article, ...] = field(default=(), repr=False)
    title: str = ""
    corrections: tuple[Correction, ...] = ()
    missing: tuple[str, ...] = ()
    cutoff: datetime | None = None
    style: str = "paragraph"
