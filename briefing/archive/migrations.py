"""The tables, as the steps that make them. A step once released is never changed: a new one follows it.

``PRAGMA user_version`` is the number of steps done.
"""

from __future__ import annotations

import sqlite3

from briefing.errors import ArchiveError

_FIRST = (
    # Two articles of one publisher with the same words are one; every id under which it came leads to it.
    """
    CREATE TABLE articles (
        key INTEGER PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE,
        publisher TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        published REAL,             -- seconds since 1970
        seen REAL NOT NULL,
        record TEXT NOT NULL        -- the article as JSON, without title and text
    ) STRICT
    """,
    """
    CREATE TABLE article_ids (
        id TEXT PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX article_ids_article ON article_ids (article)",
    """
    CREATE TABLE stories (
        id TEXT PRIMARY KEY,
        headline TEXT NOT NULL,
        first_seen REAL NOT NULL,
        last_seen REAL NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE story_articles (
        story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
        id TEXT NOT NULL REFERENCES article_ids ON DELETE CASCADE,
        place INTEGER NOT NULL,
        original TEXT NOT NULL DEFAULT '',      -- of a copy: the id it repeats
        kind TEXT NOT NULL DEFAULT '',
        similarity REAL NOT NULL DEFAULT 1,
        PRIMARY KEY (story, id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX story_articles_id ON story_articles (id)",
    """
    CREATE TABLE editions (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        made_at TEXT NOT NULL,
        made REAL NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE edition_formats (
        edition TEXT NOT NULL REFERENCES editions ON DELETE CASCADE,
        format TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (edition, format)
    ) STRICT
    """,
    """
    CREATE TABLE edition_stories (
        key INTEGER PRIMARY KEY,
        edition TEXT NOT NULL REFERENCES editions ON DELETE CASCADE,
        story TEXT NOT NULL,
        place INTEGER NOT NULL,
        headline TEXT NOT NULL,
        text TEXT NOT NULL,
        sentences TEXT NOT NULL,    -- a JSON list
        articles TEXT NOT NULL,     -- a JSON list of ids: what was known when it was sent
        UNIQUE (edition, story)
    ) STRICT
    """,
    "CREATE INDEX edition_stories_story ON edition_stories (story)",
    """
    CREATE TABLE figures_sent (
        key INTEGER PRIMARY KEY,
        edition TEXT NOT NULL REFERENCES editions ON DELETE CASCADE,
        story TEXT NOT NULL,
        label TEXT NOT NULL,
        text TEXT NOT NULL,
        sentence TEXT NOT NULL,
        record TEXT NOT NULL        -- the figure as JSON
    ) STRICT
    """,
    "CREATE INDEX figures_sent_story ON figures_sent (story)",
    "CREATE INDEX figures_sent_edition ON figures_sent (edition)",
    # One row for each recipient of an edition, ever: what makes a second sending impossible.
    """
    CREATE TABLE outbox (
        key INTEGER PRIMARY KEY,
        edition TEXT NOT NULL REFERENCES editions ON DELETE CASCADE,
        channel TEXT NOT NULL,
        recipient TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'pending'
            CHECK (state IN ('pending', 'sending', 'handing over', 'sent', 'unsure', 'failed')),
        attempts INTEGER NOT NULL DEFAULT 0,
        next_try REAL NOT NULL DEFAULT 0,
        changed REAL NOT NULL DEFAULT 0,
        error TEXT NOT NULL DEFAULT '',
        boot TEXT NOT NULL DEFAULT '',          -- of the machine when it was claimed
        UNIQUE (edition, channel, recipient)
    ) STRICT
    """,
    "CREATE INDEX outbox_state ON outbox (state, next_try)",
    """
    CREATE VIRTUAL TABLE articles_words USING fts5 (
        title, text, content = 'articles', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
        INSERT INTO articles_words (rowid, title, text) VALUES (new.key, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
        INSERT INTO articles_words (articles_words, rowid, title, text)
        VALUES ('delete', old.key, old.title, old.text);
    END
    """,
    """
    CREATE VIRTUAL TABLE briefs_words USING fts5 (
        headline, text, content = 'edition_stories', content_rowid = 'key',
        tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER briefs_added AFTER INSERT ON edition_stories BEGIN
        INSERT INTO briefs_words (rowid, headline, text) VALUES (new.key, new.headline, new.text);
    END
    """,
    """
    CREATE TRIGGER briefs_gone AFTER DELETE ON edition_stories BEGIN
        INSERT INTO briefs_words (briefs_words, rowid, headline, text)
        VALUES ('delete', old.key, old.headline, old.text);
    END
    """,
)

_READINGS = (
    # What a source held under an id when it was last read, so that a text rewritten in place is noticed.
    """
    CREATE TABLE readings (
        id TEXT PRIMARY KEY,
        version INTEGER NOT NULL,
        digest TEXT NOT NULL,
        words INTEGER NOT NULL,
        read REAL NOT NULL,         -- seconds since 1970
        url TEXT NOT NULL,
        etag TEXT NOT NULL,
        last_modified TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

STEPS: tuple[tuple[str, ...], ...] = (_FIRST, _READINGS)


def migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring the tables up to date; a step is done whole or not at all, and by one process only.

    Raises:
        ArchiveError: the file was written by a later version, or is of another program.

    """
    if _version(connection) == len(STEPS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = _version(connection)  # another process may have been first
        if done > len(STEPS):
            raise ArchiveError(
                f"{path}: made by a later version of briefing: update it, or take another file"
            )
        if done == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise ArchiveError(f"{path}: is a database of another program: take another file")
        for statements in STEPS[done:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
