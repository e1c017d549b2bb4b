"""``make samples``: what the seeds give, as a reader gets it, into ``samples/`` and the examples of the README.

The verbatim ones are the same on every machine, and a test holds them byte for byte; the embedded model's are
the same on one machine only (processors round differently), so they are shown and not held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.check import check_text
from briefing.pipeline import make_edition, publish
from briefing.read import read, read_articles
from briefing.render.report import report_as_text


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


SHOWN = "brannock-leak"  # the seed set of which the README shows the brief
_BRIEF = re.compile(rf"(\$ briefing make seeds/{SHOWN} [^\n]*\n).*?(?=```)", re.DOTALL)
_CHECK = re.compile(
    r"(\$ echo '([^']+)' > draft\.txt\n\$ briefing check draft\.txt (\S+)\n).*?(?=```)", re.DOTALL
)


def with_story(readme: str, edition: str) -> str:
    """Return ``readme`` with the story of ``edition`` (plain text) where it shows one, without head and foot."""
    story = re.search(r"^1\. .*?(?=\n+-{70,}\n)", edition, re.DOTALL | re.MULTILINE)
    assert story is not None
    return _BRIEF.sub(lambda found: f"{found[1]}{story[0]}\n", readme)


def with_check(readme: str, root: Path) -> str:
    """Return ``readme`` with what its check says of its sentence."""
    found = _CHECK.search(readme)
    assert found is not None
    articles = read_articles(root / found[3])
    told = report_as_text(check_text(found[2], articles), articles)
    return _CHECK.sub(lambda found: f"{found[1]}{told.rstrip()}\n", readme)


def write_samples(root: Path) -> None:
    """Write all samples anew."""
    begun = datetime.now(UTC)
    for model, formats in (("verbatim", ("md", "html", "json")), ("embedded", ("md",))):
        for sample in samples(root, model, formats):
            (root / "samples" / sample.name).write_text(sample.content, encoding="utf-8")
            print(sample.name)
    shown = next(s for s in samples(root, "embedded", ("text",)) if s.name.startswith(SHOWN))
    readme = (root / "README.md").read_text(encoding="utf-8")
    (root / "README.md").write_text(with_check(with_story(readme, shown.content), root), encoding="utf-8")
    print(f"{(datetime.now(UTC) - begun).seconds} s")
