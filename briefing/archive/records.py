"""What the archive answers with: frozen values, none of them a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing.data import Figure


@dataclass(frozen=True, slots=True)
class ArchivedEdition:
    """An edition as it was sent: its headlines in order, and the formats kept of it."""

    id: str
    title: str
    made_at: datetime
    headlines: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentFigure:
    """A figure that went out, and in which words."""

    label: str
    figure: Figure
    sentence: str


@dataclass(frozen=True, slots=True)
class SentStory:
    """A story as it last went out. ``articles`` are the ids known then; ``said`` every sentence ever sent."""

    id: str
    headline: str
    edition_id: str
    sent_at: datetime
    articles: frozenset[str]
    said: tuple[str, ...]
    figures: tuple[tuple[datetime, SentFigure], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. ``kind`` is ``article`` or ``brief``; ``where`` an article's or an edition's id."""

    kind: str
    where: str
    title: str
    publisher: str
    when: datetime | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where a recipient's copy of an edition stands.

    ``state`` is ``pending``, ``sending``, ``handing over``, ``sent``, ``unsure`` or ``failed``.
    """

    edition_id: str
    channel: str
    recipient: str
    state: str
    attempts: int
    next_try: datetime | None
    error: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source held under an id when it was last read, and what its server said of that version.

    ``id`` is that of the first version, ``digest`` of the words of the newest one, which is number ``version``.
    """

    id: str
    version: int
    digest: str
    words: int
    read_at: datetime
    url: str = ""
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Pruned:
    """How much was taken out."""

    articles: int
    stories: int
    editions: int

    def __str__(self) -> str:
        counts = (
            (self.editions, "edition", "editions"),
            (self.stories, "story", "stories"),
            (self.articles, "article", "articles"),
        )
        editions, stories, articles = (f"{n} {one if n == 1 else many}" for n, one, many in counts)
        return f"{editions}, {stories} and {articles}"
