"""``story.toml``: what a folder says of its files (publisher, title, time, address)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.data import Dropped
from briefing.dates import read_date
from briefing.errors import InputError
from briefing.files import read_toml
from briefing.read.found import Record, left_out

NAME = "story.toml"


def load_story(folder: Path) -> Mapping[str, Mapping[str, Any]] | None:
    """Return the ``[[article]]`` tables of ``folder`` by their ``file``, or ``None`` where it has no such file.

    Raises:
        InputError: the file isn't TOML, or an article in it names no file.

    """
    path = folder / NAME
    if not path.is_file():
        return None
    tables = read_toml(path, InputError)[0].get("article", [])
    if not isinstance(tables, list) or not all(
        isinstance(table, dict) and "file" in table for table in tables
    ):
        raise InputError(f"{path}: every article is a table [[article]] with a key 'file'; add it")
    return {str(table["file"]): table for table in tables}


def described(record: Record, table: Mapping[str, Any], place: str) -> tuple[Record, tuple[Dropped, ...]]:
    """Return ``record`` with what ``table`` says of it, and a line for a date that isn't understood."""
    dropped: tuple[Dropped, ...] = ()
    published = record.published
    if "published" in table:
        published = read_date(table["published"])
        if published is None:
            reason = (
                f"the date {str(table['published'])!r} in {NAME} is not understood; it is kept without one"
            )
            dropped = (left_out(place, reason),)
    texts: dict[str, Any] = {
        key: str(table[key])
        for key in ("publisher", "title", "url", "language", "id")
        if table.get(key) is not None
    }
    return replace(record, published=published, **texts), dropped


def unlisted(folder: Path, tables: Mapping[str, Mapping[str, Any]]) -> tuple[Dropped, ...]:
    """Return a line for each file that ``story.toml`` names and that isn't there."""
    missing = [name for name in tables if not (folder / name).exists()]
    return tuple(
        left_out(str(folder / name), f"named in {NAME}, but there is no such file") for name in missing
    )
