"""The archive: what was read, what was sent, and to whom. One SQLite file.

What a method has done when it returns is on the disk, whatever happens next; what it has not done when it is
cut off never was. Two processes may work on one archive.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

from briefing.archive import articles, outbox, reading
from briefing.archive.connection import connect, relaxed, transaction, translated
from briefing.archive.lock import held
from briefing.archive.records import ArchivedEdition, Delivery, Hit, Pruned, Reading, SentStory
from briefing.codec import encode
from briefing.data import Article, Brief, Edition, Figure, Outgoing, Story
from briefing.errors import ArchiveError

CHANNELS = ("smtp", "folder", "webhook")


class Archive:
    """An open archive; use it as a context manager."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._db = connect(self.path)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it; what was written stays written."""
        self._db.close()

    def lock(self, name: str, *, wait_seconds: float = 0.0) -> AbstractContextManager[bool]:
        """Hold a lock of the archive between processes; yields whether it was got."""
        return held(self.path.with_name(f"{self.path.name}.{name}.lock"), wait_seconds=wait_seconds)

    # ------------------------------------------------------------ what was read

    def known_ids(self, ids: Iterable[str]) -> frozenset[str]:
        """Return which of ``ids`` are those of articles in the archive."""
        with translated(self.path):
            return articles.known(self._db, ids)

    def readings(self) -> tuple[Reading, ...]:
        """Return what every source that was read held last."""
        with translated(self.path):
            return articles.readings(self._db)

    def note_readings(self, noted: Iterable[Reading]) -> None:
        """Keep what sources hold now, so that what is rewritten in place is noticed."""
        with translated(self.path), transaction(self._db) as db:
            articles.note(db, noted)

    def known_addresses(self) -> frozenset[str]:
        """Return the web addresses of the articles in the archive."""
        with translated(self.path):
            return articles.addresses(self._db)

    def recent_stories(self, now: datetime, days: float) -> tuple[Story, ...]:
        """Return the stories that new articles may join: those with an article seen in the last ``days``."""
        with translated(self.path):
            return reading.stories(self._db, now - timedelta(days=days))

    def add_stories(self, stories: Iterable[Story], now: datetime) -> None:
        """Keep stories and their articles, so that tomorrow's articles can join them."""
        with translated(self.path), transaction(self._db) as db:
            for story in stories:
                articles.add_story(db, story, "", now)

    # ------------------------------------------------------------ what was sent

    def add_edition(
        self,
        edition_id: str,
        edition: Edition,
        formats: Mapping[str, bytes],
        recipients: Iterable[tuple[str, str]] = (),
    ) -> bool:
        """Keep an edition as it goes out, with its stories, figures and outbox, all at once.

        ``recipients`` are pairs of channel and recipient. Returns whether it was kept: an edition of this id
        that is there already stays as it is.
        """
        with translated(self.path), transaction(self._db) as db:
            added = db.execute(
                "INSERT INTO editions VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (edition_id, edition.title, edition.made_at.isoformat(), edition.made_at.timestamp()),
            ).rowcount
            if not added:
                return False
            articles.add(db, edition.articles, edition.made_at)
            for format, content in formats.items():
                db.execute("INSERT INTO edition_formats VALUES (?, ?, ?)", (edition_id, format, content))
            for place, brief in enumerate(edition.briefs, 1):
                articles.add_story(db, brief.story, brief.headline, edition.made_at)
                self._add_brief(edition_id, place, brief)
            self._add_corrections(edition_id, edition)
            for channel, recipient in dict.fromkeys(recipients):
                outbox.enqueue(db, edition_id, channel, (recipient,))
        return True

    def _add_brief(self, edition_id: str, place: int, brief: Brief) -> None:
        story = brief.story
        ids = [a.id for a in story.articles] + [c.article.id for c in story.copies]
        self._db.execute(
            "INSERT INTO edition_stories (edition, story, place, headline, text, sentences, articles) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                edition_id, story.id, place, brief.headline, brief.text,
                _json([s.text for s in brief.sentences]), _json(sorted(ids)),
            ),
        )  # fmt: skip
        labels = {
            (s.citation.article_id, s.figure.low, s.figure.high): line.label
            for line in brief.ledger.lines
            for s in line.statements
        }
        told = {(c.figure.kind, c.figure.low, c.figure.high) for c in brief.figures if c.figure}
        for headed in _figures_of(brief.headline):
            if (headed.kind, headed.low, headed.high) not in told:
                self._add_figure(edition_id, story.id, "", headed.text, brief.headline, encode(headed))
        for sentence in brief.sentences:
            for checked in sentence.figures:
                figure = checked.figure
                if figure is None or not checked.verdict.passes:
                    continue
                found = (labels.get((c.article_id, figure.low, figure.high)) for c in checked.citations)
                label = next((name for name in found if name), "")
                self._add_figure(edition_id, story.id, label, checked.text, sentence.text, encode(figure))

    def _add_corrections(self, edition_id: str, edition: Edition) -> None:
        """Keep the figures that corrections gave: they have been sent too."""
        for said in edition.corrections:
            if said.figure is not None:
                text = f"{said.thing} {said.was} is now {said.now}"
                self._add_figure(edition_id, said.story_id, said.thing, said.now, text, encode(said.figure))

    def _add_figure(
        self, edition_id: str, story_id: str, label: str, text: str, sentence: str, record: object
    ) -> None:
        self._db.execute(
            "INSERT INTO figures_sent (edition, story, label, text, sentence, record) VALUES (?, ?, ?, ?, ?, ?)",
            (edition_id, story_id, label, text, sentence, _json(record)),
        )

    def sent_stories(self, now: datetime, days: float) -> tuple[SentStory, ...]:
        """Return every story sent in the ``days`` before ``now``, as it last went out."""
        with translated(self.path):
            return reading.sent(self._db, now - timedelta(days=days), now)

    # ------------------------------------------------------------ the outbox

    def enqueue(self, edition_id: str, channel: str, recipients: Iterable[str]) -> int:
        """Add recipients of an edition; returns how many were not there yet."""
        with translated(self.path), transaction(self._db) as db:
            return outbox.enqueue(db, edition_id, channel, recipients)

    def recover(self, now: datetime) -> int:
        """Settle what a dead process left in the outbox; the caller holds ``lock("delivery")``."""
        with translated(self.path):
            return outbox.recover(self._db, now)

    def claim(self, now: datetime, channels: Sequence[str] = CHANNELS) -> Outgoing | None:
        """Take the next one of ``channels`` that is due from the outbox."""
        with translated(self.path):
            return outbox.claim(self._db, now, channels)

    def next_due(self, channels: Sequence[str] = CHANNELS) -> datetime | None:
        """Return when the next one of ``channels`` is due, ``None`` where none waits."""
        with translated(self.path):
            return outbox.next_due(self._db, channels)

    def handing_over(self, outgoing: Outgoing, now: datetime) -> bool:
        """Note that the last bytes are about to go; from here on it is never tried again by itself."""
        with translated(self.path), relaxed(self._db):  # see ``outbox``
            return outbox.move(self._db, outgoing.key, "sending", "handing over", now)

    def sent(self, outgoing: Outgoing, now: datetime) -> None:
        """Note that it has arrived."""
        with translated(self.path), relaxed(self._db):  # the next claim waits for both
            for before in ("handing over", "sending"):
                if outbox.move(self._db, outgoing.key, before, "sent", now):
                    return

    def unsure(self, outgoing: Outgoing, now: datetime, error: str) -> None:
        """Note that the last bytes went, and no answer came: it may have arrived, and is not tried again."""
        with translated(self.path):
            outbox.move(self._db, outgoing.key, "handing over", "unsure", now, error)

    def refused(self, outgoing: Outgoing, next_try: datetime | None, now: datetime, error: str) -> None:
        """Note that it was refused: until ``next_try``, or for good."""
        with translated(self.path):
            outbox.postpone(self._db, outgoing.key, next_try, now, error)

    def deliveries(self, edition_id: str = "") -> tuple[Delivery, ...]:
        """Return where every recipient's copy stands, of one edition or of all."""
        with translated(self.path):
            return outbox.deliveries(self._db, edition_id)

    # ------------------------------------------------------------ looking

    def printed_articles(self, since: datetime) -> tuple[Article, ...]:
        """Return the articles behind the editions made since then, the most prominent of the latest first."""
        with translated(self.path):
            return reading.printed(self._db, since)

    def editions(self) -> tuple[ArchivedEdition, ...]:
        """Return all editions, the latest first."""
        with translated(self.path):
            return reading.editions(self._db)

    def edition(self, edition_id: str) -> ArchivedEdition | None:
        """Return one edition, or ``None``."""
        with translated(self.path):
            return next(iter(reading.editions(self._db, edition_id)), None)

    def content(self, edition_id: str, format: str) -> bytes:
        """Return the bytes of an edition as they were sent. Raises ``ArchiveError`` where there are none."""
        with translated(self.path):
            row = self._db.execute(
                "SELECT content FROM edition_formats WHERE edition = ? AND format = ?", (edition_id, format)
            ).fetchone()
        if row is None:
            known = self.edition(edition_id)
            told = f"was kept as {', '.join(known.formats)}" if known else "is not in the archive"
            raise ArchiveError(f"{self.path}: edition {edition_id} {told}, not as {format}")
        content: bytes = row[0]
        return content

    def search(self, words: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Return briefs and articles that hold all ``words``, the best first; “quoted words” as they stand."""
        with translated(self.path):
            return reading.search(self._db, words, limit)

    def export(self) -> Iterator[str]:
        """Yield the whole archive as lines of JSON."""
        with translated(self.path):
            yield from reading.export(self._db)

    def prune(self, before: datetime) -> Pruned:
        """Take out editions, stories and articles from before ``before``.

        What is still to be delivered stays, and the articles of a story that is still told.
        """
        with translated(self.path):
            with transaction(self._db) as db:
                pruned = articles.prune(db, before.timestamp())
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("VACUUM")
        return pruned

    def problems(self) -> tuple[str, ...]:
        """Return what SQLite finds damaged, nothing where all is well."""
        with translated(self.path):
            try:
                found = [row[0] for row in self._db.execute("PRAGMA quick_check") if row[0] != "ok"]
                found += [f"{row[0]} points nowhere" for row in self._db.execute("PRAGMA foreign_key_check")]
            except sqlite3.DatabaseError as error:
                found = [str(error)]
        return tuple(found)


def _figures_of(headline: str) -> tuple[Figure, ...]:
    from briefing.figures import figures  # here: looking into the archive needs no parser

    return figures(headline)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
