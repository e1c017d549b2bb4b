"""What is read: articles, their sentences, the stories they are grouped into, and what left the flow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Article:
    """One publisher's text. ``published`` is timezone-aware or ``None`` when unknown.

    ``wire`` is the agency whose copy it is ("AP"), where its dateline or credit said so before cleaning.
    """

    id: str
    text: str
    publisher: str
    title: str = ""
    published: datetime | None = None
    url: str = ""
    language: str = "en"
    wire: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; ``index`` is its place in it, from 0."""

    article_id: str
    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that left the flow: at which ``step``, what it was, and why."""

    step: str
    what: str
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that repeats another: it is kept, but does not count as a source of its own.

    ``kind`` is ``exact``, ``near``, ``contained`` or ``rewrite``; ``similarity`` is in 0..1.
    """

    article: Article
    original_id: str
    kind: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Outlet:
    """An independent publisher of a story: an agency, a family of publishers, or a publisher of its own.

    ``sites`` are the publishers that carry its text, copies included, each once; ``articles`` are the ids of its
    texts among the articles of the story.
    """

    name: str
    sites: tuple[str, ...]
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles of one event. ``articles`` are the independent ones, ``copies`` repeat one of them.

    ``outlets`` are the independent publishers: wire copy counts once, under the agency's name.

    ``reasons`` says, one line an article or copy, why it is here; ``rank_reasons`` why the story stands
    where it does in the edition.
    """

    id: str
    articles: tuple[Article, ...]
    copies: tuple[Copy, ...] = ()
    reasons: tuple[str, ...] = ()
    rank_reasons: tuple[str, ...] = ()
    outlets: tuple[Outlet, ...] = ()

    @property
    def publishers(self) -> tuple[str, ...]:
        """The independent publishers, each once, in order of their articles."""
        if self.outlets:
            return tuple(outlet.name for outlet in self.outlets)
        return tuple(dict.fromkeys(article.publisher for article in self.articles))

    def publisher_of(self, article: Article) -> str:
        """Return the independent publisher that ``article`` counts for: one of ``publishers``."""
        names = (outlet.name for outlet in self.outlets if article.id in outlet.articles)
        return next(names, article.wire or article.publisher)
