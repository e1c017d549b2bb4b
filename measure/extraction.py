"""How much of a page's article is read, and how little else: on pages with a known body."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from statistics import mean, median
from typing import Any

from briefing.dates import read_date
from briefing.read.page import from_page
from measure.report import Row, Section

Extractor = Callable[[str], str]
_WORD = re.compile(r"\w+")


def f1(text: str, truth: str) -> float:
    """Return the F1 of the words of ``text`` against those of ``truth``, each counted as often as it stands."""
    found, wanted = Counter(_WORD.findall(text.lower())), Counter(_WORD.findall(truth.lower()))
    common = sum((found & wanted).values())
    return 2 * common / (sum(found.values()) + sum(wanted.values())) if common else 0.0


def ours(html: str) -> str:
    """Return the text that the reader takes from a page."""
    found = from_page(html, "page")
    return found.records[0].text if found.records else ""


def default(html: str) -> str:
    """Return what trafilatura gives without a setting."""
    import trafilatura

    return trafilatura.extract(html) or ""


def _pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield ``(page, body)`` of article-extraction-benchmark."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(truth):
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield raw.decode("utf-8", "replace"), truth[name]["articleBody"]


def _known(folder: Path) -> Iterator[tuple[str, str, datetime | None]]:
    """Yield ``(page, body, time)`` of the fundus parser tests, each page with the truth that fits it best."""
    for path in sorted(folder.rglob("*.html.gz")):
        table = path.with_name(path.name.split("_")[0] + ".json")
        if not table.exists():
            continue
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        truths = [
            value for value in json.loads(table.read_bytes()).values() if isinstance(value.get("body"), dict)
        ]
        text = ours(html)
        scored = [(f1(text, _body(truth["body"])), truth) for truth in truths]
        best: tuple[float, dict[str, Any]] = max(scored, key=lambda pair: pair[0], default=(0.0, {}))
        if best[0] > 0.3:  # else no version of the parser belongs to this page
            yield html, _body(best[1]["body"]), read_date(best[1].get("publishing_date"))


def _body(body: dict[str, Any]) -> str:
    sections = (" ".join(section["headline"] + section["paragraphs"]) for section in body["sections"])
    return " ".join([*body["summary"], *sections])


def _milliseconds(extractor: Extractor, pages: list[str]) -> float:
    times = []
    for html in pages:
        start = time.process_time()
        extractor(html)
        times.append(time.process_time() - start)
    return 1000 * median(times)


def measure(data: Path) -> Section:
    """Return F1 of bodies, the share of right times, and the time a page takes."""
    rows: list[Row] = []
    folder = data / "extraction" / "aeb"
    if folder.exists():
        pages = list(_pages(folder))
        score = {call: mean(f1(call(html), body) for html, body in pages) for call in (ours, default)}
        what = f"body of {len(pages)} pages (article-extraction-benchmark), mean F1 of words"
        rows.append(
            Row("extraction_aeb", what, score[ours], "", "≥ trafilatura", (("trafilatura", score[default]),))
        )
        speeds = [_milliseconds(call, [html for html, _ in pages]) for call in (ours, default)]
        rows.append(
            Row("extraction_ms", "median time of a page", speeds[0], "ms", "", (("trafilatura", speeds[1]),))
        )
    folder = data / "extraction" / "fundus_parser_tests"
    if folder.exists():
        known = list(_known(folder))
        scores = [mean(f1(call(html), body) for html, body, _ in known) for call in (ours, default)]
        what = f"body of {len(known)} news pages (fundus), mean F1 of words"
        rows.append(Row("extraction_fundus", what, scores[0], "", "", (("trafilatura", scores[1]),)))
        dated = [(html, when) for html, _, when in known if when]
        right = mean(_when(html) == when for html, when in dated)
        what = f"publication time of {len(dated)} of them right to the second"
        rows.append(Row("extraction_times", what, 100 * right, "%"))
    return Section(
        "Reading pages",
        "Words of the article found, and words found that are not the article's.",
        tuple(rows),
    )


def _when(html: str) -> datetime | None:
    found = from_page(html, "page")
    return found.records[0].published if found.records else None


if __name__ == "__main__":
    for row in measure(Path(__file__).parent.parent.parent / "shared" / "data").rows:
        print(
            f"{row.what}: {row.ours:.3f} {row.unit}",
            *(f"{name} {value:.3f}" for name, value in row.peers),
            sep="; ",
        )
