"""Clusters of articles with human summaries, as ``briefing eval`` reads them.

A file of JSON Lines: ``{"id", "documents": [{"id", "text", "publisher"}], "references": [text]}``, where only
``text`` and ``references`` must be there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.data import Article
from briefing.errors import InputError


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles of one story and what people wrote of them."""

    id: str
    articles: tuple[Article, ...]
    references: tuple[str, ...]


def read_clusters(path: Path, *, limit: int = 0) -> tuple[Cluster, ...]:
    """Read clusters from the JSON Lines file ``path``.

    Raises:
        InputError: it cannot be read, is empty, or a line of it is no cluster.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # a string may hold other ends of line
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror}); give a .jsonl file of clusters"
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 at byte {error.start}; convert it first") from error
    found: list[Cluster] = []
    for number, line in enumerate(lines, 1):
        if limit and len(found) == limit:
            break
        if line.strip():
            found.append(_cluster(line, f"{path}, line {number}"))
    if not found:
        raise InputError(f"{path}: holds no clusters; give one JSON object a line")
    return tuple(found)


def _cluster(line: str, where: str) -> Cluster:
    wanted = '{"documents": [{"text": …}], "references": ["…"]}'
    try:
        row: dict[str, Any] = json.loads(line)
        name = str(row.get("id", where))
        articles = tuple(
            Article(f"{name}/{i}", str(d["text"]), str(d.get("publisher") or f"Source {_letters(i)}"))
            for i, d in enumerate(row["documents"])
        )
        references = tuple(str(reference) for reference in row["references"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{where}: is no cluster ({error}); each line must be like {wanted}") from error
    if not articles or not references:
        raise InputError(f"{where}: has no documents or no references; each line must be like {wanted}")
    return Cluster(name, articles, references)


def _letters(number: int) -> str:
    """Return A, B … Z, AA … for 0, 1 …: a digit in a publisher's name would count as a figure."""
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)
