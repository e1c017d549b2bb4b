"""The outbox: one row for each recipient of an edition, which goes from pending to sent and never back.

The states, and what the death of the process means in each::

    pending ──▶ sending ──▶ handing over ──▶ sent
       ▲           │              │
       └───────────┘              └──▶ unsure      (the process died here)
         (refused for now, or the process died)        failed: refused for good, or too often

A mail is *handed over* from just before its closing dot until the answer is written down: only there could a
second try make a second mail, so after a crash it is never tried again by itself, but reported. That mark is
written without waiting for the disk: the wait would be most of the time in which a kill finds the mark, but not
the mail. A kill leaves it in the system's hands; a power cut can lose it. So a claim, which does wait, notes the
machine's boot, and what was being sent when the machine went down is unsure too.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from briefing.archive.connection import transaction
from briefing.archive.records import Delivery
from briefing.data import Outgoing


def enqueue(db: sqlite3.Connection, edition_id: str, channel: str, recipients: Iterable[str]) -> int:
    """Add recipients; one who has the edition, or soon will, is not added again. Returns how many were."""
    added = 0
    for recipient in dict.fromkeys(recipients):
        added += db.execute(
            "INSERT INTO outbox (edition, channel, recipient) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (edition_id, channel, recipient),
        ).rowcount
    return added


def recover(db: sqlite3.Connection, now: datetime) -> int:
    """Settle what a dead process left behind. The caller holds the delivery lock, so nobody else is at it.

    Returns how many are unsure now.
    """
    with transaction(db):
        # What is put in its place whole, or carries a key by which its taker knows it again, may go twice.
        db.execute(
            "UPDATE outbox SET state = 'pending' WHERE state IN ('sending', 'handing over') AND channel <> 'smtp'"
        )
        db.execute(
            "UPDATE outbox SET state = 'pending', error = 'the run that sent it was cut off' "
            "WHERE state = 'sending' AND boot = ?",
            (boot(),),
        )
        return db.execute(
            "UPDATE outbox SET state = 'unsure', changed = ?, error = "
            "'the run was cut off while the server took it: it may have arrived' "
            "WHERE state IN ('sending', 'handing over')",
            (now.timestamp(),),
        ).rowcount


def boot() -> str:
    """Return what tells this start of the machine from every other."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        # Elsewhere the monotonic clock starts with the machine; where it stops in sleep, too much is unsure.
        return f"up since {round((time.time() - time.monotonic()) / 60)}"


def claim(db: sqlite3.Connection, now: datetime, channels: Sequence[str]) -> Outgoing | None:
    """Take the next one of ``channels`` that is due, and count the attempt."""
    marks = ",".join("?" * len(channels))
    with transaction(db):
        row = db.execute(
            "SELECT key, edition, channel, recipient, attempts FROM outbox WHERE state = 'pending' "
            f"AND next_try <= ? AND channel IN ({marks}) ORDER BY next_try, key LIMIT 1",
            (now.timestamp(), *channels),
        ).fetchone()
        if row is None:
            return None
        db.execute(
            "UPDATE outbox SET state = 'sending', attempts = attempts + 1, changed = ?, boot = ? WHERE key = ?",
            (now.timestamp(), boot(), row[0]),
        )
    key, edition_id, channel, recipient, attempts = row
    return Outgoing(key, edition_id, channel, recipient, attempts + 1)


def next_due(db: sqlite3.Connection, channels: Sequence[str]) -> datetime | None:
    """Return when the next pending one of ``channels`` is due, ``None`` where none is pending."""
    marks = ",".join("?" * len(channels))
    row = db.execute(
        f"SELECT min(next_try) FROM outbox WHERE state = 'pending' AND channel IN ({marks})", tuple(channels)
    ).fetchone()
    return None if row[0] is None else datetime.fromtimestamp(row[0], UTC)


def move(db: sqlite3.Connection, key: int, before: str, after: str, now: datetime, error: str = "") -> bool:
    """Change a state that must be ``before``; returns whether it was."""
    with transaction(db):
        changed = db.execute(
            "UPDATE outbox SET state = ?, changed = ?, error = ? WHERE key = ? AND state = ?",
            (after, now.timestamp(), error, key, before),
        ).rowcount
    return changed == 1


def postpone(db: sqlite3.Connection, key: int, next_try: datetime | None, now: datetime, error: str) -> None:
    """Put back one that was refused, until ``next_try``; without one it has failed for good."""
    state, due = ("failed", 0.0) if next_try is None else ("pending", next_try.timestamp())
    with transaction(db):
        db.execute(
            "UPDATE outbox SET state = ?, next_try = ?, changed = ?, error = ? "
            "WHERE key = ? AND state IN ('sending', 'handing over')",
            (state, due, now.timestamp(), error, key),
        )


def deliveries(db: sqlite3.Connection, edition_id: str = "") -> tuple[Delivery, ...]:
    """Return where every recipient's copy stands, of one edition or of all."""
    rows = db.execute(
        "SELECT edition, channel, recipient, state, attempts, next_try, error FROM outbox "
        "WHERE ? IN ('', edition) ORDER BY key",
        (edition_id,),
    )
    return tuple(
        Delivery(edition, channel, recipient, state, attempts, _time(next_try), error)
        for edition, channel, recipient, state, attempts, next_try, error in rows
    )


def _time(seconds: float) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds else None
