"""``make samples``: what the seeds give, as a reader gets it, into ``samples/``.

The verbatim ones are the same on every machine, and a test holds them byte for byte; the embedded model's are
the same on one machine only (processors round differently), so they are shown and not held.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.pipeline import make_edition, publish
from briefing.read import read


@dataclass(frozen=True, slots=True)
class Sample:
    """A file of ``samples/``: what it is called, and what stands in it."""

    name: str
    content: str


def samples(root: Path, model: str, formats: tuple[str, ...] = ("md", "html", "json")) -> Iterator[Sample]:
    """Brief every seed set of ``root`` with ``model``, six in the morning after its last article."""
    for folder in sorted(path for path in (root / "seeds").iterdir() if path.is_dir()):
        found = read([folder])
        last = max(article.published for article in found.articles if article.published)
        now = last.astimezone(UTC).replace(hour=6, minute=0, second=0, microsecond=0) + timedelta(days=1)
        edition = make_edition(found.articles, model=model, now=now, dropped=found.dropped)
        for format in formats:
            yield Sample(f"{folder.name}.{model}.{format}", publish(edition, format).decode())


def write_samples(root: Path) -> None:
    """Write all samples anew."""
    begun = datetime.now(UTC)
    for model, formats in (("verbatim", ("md", "html", "json")), ("embedded", ("md",))):
        for sample in samples(root, model, formats):
            (root / "samples" / sample.name).write_text(sample.content, encoding="utf-8")
            print(sample.name)
    print(f"{(datetime.now(UTC) - begun).seconds} s")
