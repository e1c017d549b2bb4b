"""The stories that examples are made from: licensed sets, our own seeds, and any folder of articles.

Only text whose licence allows a derived work under Apache-2.0 with credit is read: see the data statement.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlparse

from briefing.data import Article, Story

_TITLE_WORDS = 14  # a first line without a full stop, up to this long, is the article's title


def licensed(data: Path) -> Iterator[Story]:
    """Yield the stories of MultiLing 2011, ECB+ and MEANTIME that lie under ``data``, in a fixed order."""
    yield from _multiling(data / "summaries" / "multiling2011_en.jsonl")
    yield from _ecbplus(data / "clustering" / "ecbplus.jsonl")
    yield from _meantime(data / "clustering" / "meantime_en.jsonl")


def _multiling(path: Path) -> Iterator[Story]:
    """Yield the even lines; the odd ones are what the plan and the model's briefs are measured on."""
    for row in _rows(path)[::2]:
        documents = row["documents"]
        assert isinstance(documents, list)
        articles = [
            _article(d["id"], d["text"].split("\n"), f"Source {_letter(n)}") for n, d in enumerate(documents)
        ]
        yield Story(f"multiling/{row['id']}", tuple(articles))


def _ecbplus(path: Path) -> Iterator[Story]:
    events = defaultdict(list)
    for row in _rows(path):
        publisher = urlparse(str(row["url"] or "")).netloc.removeprefix("www.")
        name = publisher or f"Source {_letter(len(events[row['event']]))}"
        events[row["event"]].append(_article(str(row["id"]), list(row["sentences"]), name))  # type: ignore[call-overload]
    for event in sorted(events, key=str):
        yield Story(f"ecbplus/{event}", tuple(events[event]))


def _meantime(path: Path) -> Iterator[Story]:
    """Yield each article as a story of its own: the set has topics, not events."""
    for row in _rows(path):
        yield Story(f"meantime/{row['id']}", (_article(str(row["id"]), [str(row["text"])], "Wikinews"),))


def _article(name: str, lines: list[str], publisher: str) -> Article:
    kept = [line.strip() for line in lines if line.strip()]
    title = ""
    if kept and len(kept[0].split()) <= _TITLE_WORDS and not kept[0].endswith((".", "!", "?", "”", '"')):
        title = kept.pop(0)
    return Article(name, "\n\n".join(kept), publisher, title)


def _rows(path: Path) -> list[dict[str, object]]:
    return (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    )


def _letter(number: int) -> str:
    return chr(ord("A") + number % 26)


def from_folder(folder: Path) -> Iterator[Story]:
    """Yield the stories that ``folder``'s articles form: how anyone trains on an archive of their own."""
    from briefing.pipeline import group_articles
    from briefing.read import read_articles

    yield from group_articles(read_articles(folder))
