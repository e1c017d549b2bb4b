"""How much of a page's article is read, and how little else: on pages with a known body."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import mean, median
from typing import Any

from briefing.dates import read_date
from briefing.read.page import from_page
from measure.report import Row, Section

_WORD = re.compile(r"\w+")


def f1(text: str, truth: str) -> float:
    """Return the F1 of the words of ``text`` against those of ``truth``, each counted as often as it stands."""
    found, wanted = Counter(_WORD.findall(text.lower())), Counter(_WORD.findall(truth.lower()))
    common = sum((found & wanted).values())
    return 2 * common / (sum(found.values()) + sum(wanted.values())) if common else 0.0


@dataclass(frozen=True, slots=True)
class Read:
    """What was taken from a page, and in how much of the processor's time."""

    text: str
    published: datetime | None
    milliseconds: float


def ours(html: str) -> Read:
    """Return what the reader takes from a page."""
    start = time.process_time()
    found = from_page(html, "page")
    took = 1000 * (time.process_time() - start)
    return (
        Read(found.records[0].text, found.records[0].published, took)
        if found.records
        else Read("", None, took)
    )


def default(html: str) -> Read:
    """Return what trafilatura gives without a setting."""
    import trafilatura

    start = time.process_time()
    text = trafilatura.extract(html) or ""
    return Read(text, None, 1000 * (time.process_time() - start))


def _pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield ``(page, body)`` of article-extraction-benchmark."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(truth):
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield raw.decode("utf-8", "replace"), truth[name]["articleBody"]


@dataclass(frozen=True, slots=True)
class Known:
    """A news page whose body is known, and often its time; and what we read of it."""

    html: str
    body: str
    published: datetime | None
    read: Read


def _known(folder: Path) -> Iterator[Known]:
    """Yield the pages of the fundus parser tests, each with the truth that fits it best."""
    for path in sorted(folder.rglob("*.html.gz")):
        table = path.with_name(path.name.split("_")[0] + ".json")
        if not table.exists():
            continue
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        truths = [
            value for value in json.loads(table.read_bytes()).values() if isinstance(value.get("body"), dict)
        ]
        read = ours(html)
        scored = [(f1(read.text, _body(truth["body"])), truth) for truth in truths]
        best: tuple[float, dict[str, Any]] = max(scored, key=lambda pair: pair[0], default=(0.0, {}))
        if best[0] > 0.3:  # else no version of the parser belongs to this page
            yield Known(html, _body(best[1]["body"]), read_date(best[1].get("publishing_date")), read)


def _body(body: dict[str, Any]) -> str:
    sections = (" ".join(section["headline"] + section["paragraphs"]) for section in body["sections"])
    return " ".join([*body["summary"], *sections])


def measure(data: Path) -> Section:
    """Return F1 of bodies, the share of right times, and the time a page takes."""
    rows: list[Row] = []
    folder = data / "extraction" / "aeb"
    if folder.exists():
        pages = list(_pages(folder))
        reads = [[call(html) for html, _ in pages] for call in (ours, default)]
        scores = [mean(map(f1, (r.text for r in made), (body for _, body in pages))) for made in reads]
        what = f"body of {len(pages)} pages (article-extraction-benchmark), mean F1 of words"
        rows.append(
            Row("extraction_aeb", what, scores[0], "", "≥ trafilatura", (("trafilatura", scores[1]),))
        )
        speeds = [median(r.milliseconds for r in made) for made in reads]
        rows.append(
            Row("extraction_ms", "median time of a page", speeds[0], "ms", "", (("trafilatura", speeds[1]),))
        )
    folder = data / "extraction" / "fundus_parser_tests"
    if folder.exists():
        known = list(_known(folder))
        scores = [
            mean(f1(page.read.text, page.body) for page in known),
            mean(f1(default(page.html).text, page.body) for page in known),
        ]
        what = f"body of {len(known)} news pages (fundus), mean F1 of words"
        rows.append(Row("extraction_fundus", what, scores[0], "", "", (("trafilatura", scores[1]),)))
        dated = [page for page in known if page.published]
        right = mean(page.read.published == page.published for page in dated)
        what = f"publication time of {len(dated)} of them right to the second"
        rows.append(Row("extraction_times", what, 100 * right, "%"))
    return Section(
        "Reading pages",
        "Words of the article found, and words found that are not the article's.",
        tuple(rows),
    )


if __name__ == "__main__":
    for row in measure(Path(__file__).parent.parent.parent / "shared" / "data").rows:
        print(
            f"{row.what}: {row.ours:.3f} {row.unit}",
            *(f"{name} {value:.3f}" for name, value in row.peers),
            sep="; ",
        )
