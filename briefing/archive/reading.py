"""Reading the archive: stories to go on with, what was sent, what holds which words, all of it as JSON."""

from __future__ import annotations

import base64
import json
import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from briefing.archive.articles import read
from briefing.archive.records import ArchivedEdition, Hit, SentFigure, SentStory
from briefing.codec import decode
from briefing.data import Article, Copy, Figure, Story

_TERM = re.compile(r'["“”]([^"“”]+)["“”]|(\S+)')


def stories(db: sqlite3.Connection, since: datetime) -> tuple[Story, ...]:
    """Return the stories last seen since then, the one begun first leading, with their articles in order."""
    found: dict[str, tuple[list[Any], list[Any]]] = {}
    rows = db.execute(
        "SELECT s.id, m.id, m.original, m.kind, m.similarity, a.title, a.text, a.record "
        "FROM stories s JOIN story_articles m ON m.story = s.id JOIN article_ids i ON i.id = m.id "
        "JOIN articles a ON a.key = i.article WHERE s.last_seen >= ? ORDER BY s.first_seen, s.id, m.place",
        (since.timestamp(),),
    )
    for story, id, original, kind, similarity, title, text, record in rows:
        articles, copies = found.setdefault(story, ([], []))
        article = read(id, title, text, record)
        if original:
            copies.append(Copy(article, original, kind, similarity))
        else:
            articles.append(article)
    return tuple(Story(id, tuple(articles), tuple(copies)) for id, (articles, copies) in found.items())


def sent(db: sqlite3.Connection, since: datetime, now: datetime) -> tuple[SentStory, ...]:
    """Return each story sent between ``since`` and ``now``, as it last went out."""
    window = (since.timestamp(), now.timestamp())
    figures: dict[str, list[tuple[datetime, SentFigure]]] = {}
    for story, made_at, label, sentence, record in db.execute(
        "SELECT f.story, e.made_at, f.label, f.sentence, f.record FROM figures_sent f "
        "JOIN editions e ON e.id = f.edition WHERE e.made >= ? AND e.made < ? ORDER BY e.made, f.key",
        window,
    ):
        figure: Figure = decode(json.loads(record), Figure, {})
        when = datetime.fromisoformat(made_at)
        figures.setdefault(story, []).append((when, SentFigure(label, figure, sentence)))
    latest: dict[str, tuple[Any, ...]] = {}
    said: dict[str, list[str]] = {}
    ids: dict[str, set[str]] = {}
    for story, headline, edition, made_at, sentences, articles in db.execute(
        "SELECT b.story, b.headline, b.edition, e.made_at, b.sentences, b.articles FROM edition_stories b "
        "JOIN editions e ON e.id = b.edition WHERE e.made >= ? AND e.made < ? ORDER BY e.made, b.key",
        window,
    ):
        latest[story] = (headline, edition, datetime.fromisoformat(made_at))
        said.setdefault(story, []).extend(json.loads(sentences))
        ids.setdefault(story, set()).update(json.loads(articles))
    return tuple(
        SentStory(
            story,
            headline,
            edition,
            when,
            frozenset(ids[story]),
            tuple(said[story]),
            tuple(figures.get(story, ())),
        )
        for story, (headline, edition, when) in sorted(latest.items())
    )


def printed(db: sqlite3.Connection, since: datetime) -> tuple[Article, ...]:
    """Return the articles of the stories in editions made since then, the latest edition's first story leading."""
    rows = db.execute(
        "SELECT i.id, a.title, a.text, a.record FROM editions e JOIN edition_stories b ON b.edition = e.id "
        "JOIN json_each(b.articles) m JOIN article_ids i ON i.id = m.value JOIN articles a ON a.key = i.article "
        "WHERE e.made >= ? ORDER BY e.made DESC, b.place, m.key",
        (since.timestamp(),),
    )
    return tuple(read(*row) for row in rows)


def editions(db: sqlite3.Connection, edition_id: str = "") -> tuple[ArchivedEdition, ...]:
    """Return one edition, or all, the latest first."""
    found = []
    for id, title, made_at in db.execute(
        "SELECT id, title, made_at FROM editions WHERE ? IN ('', id) ORDER BY made DESC, id", (edition_id,)
    ).fetchall():
        heads = db.execute("SELECT headline FROM edition_stories WHERE edition = ? ORDER BY place", (id,))
        headlines = tuple(row[0] for row in heads)
        kept = db.execute("SELECT format FROM edition_formats WHERE edition = ? ORDER BY format", (id,))
        formats = tuple(row[0] for row in kept)
        found.append(ArchivedEdition(id, title, datetime.fromisoformat(made_at), headlines, formats))
    return tuple(found)


def search(db: sqlite3.Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Return briefs, then articles, that hold all of ``words``."""
    # Each term in quotes: what a reader types is words, never the query language's own signs.
    terms = [phrase or term.strip('"“”') for phrase, term in _TERM.findall(words)]
    query = " ".join('"{}"'.format(term.replace('"', " ")) for term in terms if re.search(r"\w", term))
    if not query:
        return ()
    hits = [
        Hit("brief", edition, headline, "", datetime.fromisoformat(made_at), excerpt)
        for edition, headline, made_at, excerpt in db.execute(
            "SELECT b.edition, b.headline, e.made_at, snippet(briefs_words, -1, '', '', '…', 24) "
            "FROM briefs_words JOIN edition_stories b ON b.key = briefs_words.rowid "
            "JOIN editions e ON e.id = b.edition WHERE briefs_words MATCH ? ORDER BY rank, b.key LIMIT ?",
            (query, limit),
        )
    ]
    for id, title, publisher, published, excerpt in db.execute(
        "SELECT (SELECT min(id) FROM article_ids WHERE article = a.key), a.title, a.publisher, a.published, "
        "snippet(articles_words, -1, '', '', '…', 24) FROM articles_words "
        "JOIN articles a ON a.key = articles_words.rowid WHERE articles_words MATCH ? "
        "ORDER BY rank, a.key LIMIT ?",
        (query, limit),
    ):
        when = datetime.fromtimestamp(published, UTC) if published is not None else None
        hits.append(Hit("article", id or "", title, publisher, when, excerpt))
    return tuple(hits[:limit])


_TABLES = (
    ("articles", "key"),
    ("article_ids", "id"),
    ("stories", "id"),
    ("story_articles", "story, place"),
    ("editions", "made, id"),
    ("edition_formats", "edition, format"),
    ("edition_stories", "key"),
    ("figures_sent", "key"),
    ("outbox", "key"),
    ("readings", "id"),
)


def export(db: sqlite3.Connection) -> Iterator[str]:
    """Yield every row as a line of JSON, its table named; bytes that are no text in base64."""
    for table, order in _TABLES:
        rows = db.execute(f"SELECT * FROM {table} ORDER BY {order}")
        names = [column[0] for column in rows.description]
        for row in rows:
            record: dict[str, object] = {"table": table}
            for name, value in zip(names, row, strict=True):
                if isinstance(value, bytes):
                    try:
                        record[name] = value.decode("utf-8")
                    except UnicodeDecodeError:
                        record[f"{name}_base64"] = base64.b64encode(value).decode("ascii")
                elif name in ("record", "sentences", "articles") and isinstance(value, str):
                    record[name] = json.loads(value)
                else:
                    record[name] = value
            yield json.dumps(record, ensure_ascii=False)
