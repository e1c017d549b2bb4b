"""Keeping articles and stories: each article once, under every id by which it came."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256

from briefing.archive.records import Pruned, Reading
from briefing.codec import decode, encode
from briefing.data import Article, Story

_MANY = 500  # ids asked for in one query; SQLite's oldest limit on variables is 999


def add(db: sqlite3.Connection, read: Sequence[Article], now: datetime) -> None:
    """Keep ``read``, each once by publisher and words. An id whose words have changed leads to the new words."""
    for article in read:
        digest = sha256(f"{article.publisher}\0{article.title}\0{article.text}".encode()).hexdigest()
        found = db.execute("SELECT key FROM articles WHERE hash = ?", (digest,)).fetchone()
        if found is None:
            found = (_insert(db, article, digest, now),)
        db.execute(
            "INSERT INTO article_ids VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET article = excluded.article",
            (article.id, found[0]),
        )


def _insert(db: sqlite3.Connection, article: Article, digest: str, now: datetime) -> int:
    record = encode(article, refer=False)
    assert isinstance(record, dict)
    del record["title"], record["text"]
    published = article.published.timestamp() if article.published else None
    row = db.execute(
        "INSERT INTO articles (hash, publisher, title, text, published, seen, record) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            digest, article.publisher, article.title, article.text, published, now.timestamp(),
            json.dumps(record, ensure_ascii=False),
        ),
    )  # fmt: skip
    assert row.lastrowid is not None
    return row.lastrowid


def addresses(db: sqlite3.Connection) -> frozenset[str]:
    """Return the addresses of all articles that have one."""
    rows = db.execute("SELECT DISTINCT json_extract(record, '$.url') FROM articles")
    return frozenset(row[0] for row in rows if row[0])


def known(db: sqlite3.Connection, ids: Iterable[str]) -> frozenset[str]:
    """Return which ids are in the archive."""
    asked = tuple(ids)
    found: set[str] = set()
    for start in range(0, len(asked), _MANY):
        some = asked[start : start + _MANY]
        marks = ",".join("?" * len(some))
        found.update(row[0] for row in db.execute(f"SELECT id FROM article_ids WHERE id IN ({marks})", some))
    return frozenset(found)


def read(id: str, title: str, text: str, record: str) -> Article:
    """Return a kept article under the id by which it is asked for."""
    article: Article = decode({**json.loads(record), "title": title, "text": text, "id": id}, Article, {})
    return article


def add_story(db: sqlite3.Connection, story: Story, headline: str, now: datetime) -> None:
    """Keep a story and its articles; one that is there already gains what is new."""
    add(db, [*story.articles, *(copy.article for copy in story.copies)], now)
    seen = now.timestamp()
    db.execute(
        "INSERT INTO stories VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "last_seen = max(last_seen, excluded.last_seen), "
        "headline = CASE excluded.headline WHEN '' THEN headline ELSE excluded.headline END",
        (story.id, headline, seen, seen),
    )
    rows: list[tuple[str, str, int, str, str, float]] = [
        (story.id, article.id, place, "", "", 1.0) for place, article in enumerate(story.articles)
    ]
    for place, copy in enumerate(story.copies, len(story.articles)):
        rows.append((story.id, copy.article.id, place, copy.original_id, copy.kind, copy.similarity))
    db.executemany(
        "INSERT INTO story_articles VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (story, id) DO UPDATE SET "
        "place = excluded.place, original = excluded.original, kind = excluded.kind, "
        "similarity = excluded.similarity",
        rows,
    )


def readings(db: sqlite3.Connection) -> tuple[Reading, ...]:
    """Return what every source that was read held last."""
    rows = db.execute(
        "SELECT id, version, digest, words, read, url, etag, last_modified FROM readings ORDER BY id"
    )
    return tuple(
        Reading(id, version, digest, words, datetime.fromtimestamp(read, UTC), url, etag, last_modified)
        for id, version, digest, words, read, url, etag, last_modified in rows
    )


def note(db: sqlite3.Connection, noted: Iterable[Reading]) -> None:
    """Keep what sources hold now."""
    db.executemany(
        "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (r.id, r.version, r.digest, r.words, r.read_at.timestamp(), r.url, r.etag, r.last_modified)
            for r in noted
        ],
    )


def prune(db: sqlite3.Connection, before: float) -> Pruned:
    """Take out what is older than ``before``, in seconds since 1970."""
    editions = db.execute(
        "DELETE FROM editions WHERE made < ? AND NOT EXISTS "
        "(SELECT 1 FROM outbox WHERE edition = editions.id AND state NOT IN ('sent', 'failed', 'unsure'))",
        (before,),
    ).rowcount
    stories = db.execute(
        "DELETE FROM stories WHERE last_seen < ? AND NOT EXISTS "
        "(SELECT 1 FROM edition_stories WHERE story = stories.id)",
        (before,),
    ).rowcount
    db.execute("DELETE FROM readings WHERE read < ?", (before,))
    gone = db.execute(
        "DELETE FROM articles WHERE seen < ? AND NOT EXISTS "
        "(SELECT 1 FROM article_ids JOIN story_articles USING (id) WHERE article = articles.key)",
        (before,),
    ).rowcount
    return Pruned(gone, stories, editions)
