"""Real news told by two: each figure of an article, checked against the other articles of its story.

Where another paper writes the same figure in the same characters, a check that binds should nearly always pass it,
and should refuse the sentence once that figure is another of the same kind from the same papers.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.check import check_against
from briefing.data import Article, Checked, Figure, Kind
from briefing.figures.reading.parse import parse
from briefing.sources import Sources
from briefing.split import split_text
from measure.report import Row, Section

MOST_ARTICLES = 8  # of one story: more make it slower and no harder
HALVES = ("first half", "other half")
_YEAR = re.compile(r"(?:19|20)\d\d")
# One digit or a small number word stands in every article, of something else.
_TELLING = re.compile(
    r"\d\d|\d[.,]\d|[$£€%]|\d-|[mb]illion|hundred|dozen|teen|twent|thirt|fort|fift|sixt|sevent|eight|ninet"
)
_NO_QUANTITY = (Kind.NAME, Kind.IDIOM, Kind.UNREAD)


@dataclass(slots=True)
class Count:
    """How many figures were told by two, passed alone, and were refused once another stood in their place."""

    told: int = 0
    passed: int = 0
    swapped: int = 0
    caught: int = 0


def stories(data: Path, name: str) -> list[list[str]]:
    """Return the texts of each story of one set, in the order of the file."""
    if name == "ecbplus":
        events: dict[str, list[str]] = defaultdict(list)
        for line in (data / "clustering" / "ecbplus.jsonl").read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            events[entry["event"]].append(entry["text"])
        found = [texts for _, texts in sorted(events.items())]
    else:
        lines = (data / "summaries" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        found = [[document["text"] for document in json.loads(line)["documents"]] for line in lines]
    unique = [list(dict.fromkeys(texts)) for texts in found]
    return [texts for texts in unique if len(texts) > 1]


def count(texts: list[str], counted: Count) -> None:
    """Check each article of one story against the others, and add what was found to ``counted``."""
    articles = [Article(str(n), text, f"Paper {n}") for n, text in enumerate(texts[:MOST_ARTICLES])]
    figures = [parse(article.text) for article in articles]
    for number, article in enumerate(articles):
        others = [other for other in articles if other is not article]
        sources = Sources.of(others)
        rest = "\n".join(other.text for other in others)
        theirs = [f for n, stated in enumerate(figures) if n != number for f in stated]
        spans = split_text(article.text)
        for checked in check_against(article.text, sources).figures:
            if not is_told(checked, rest):
                continue
            counted.told += 1
            counted.passed += checked.verdict.passes
            span = next(((a, b) for a, b in spans if a <= checked.start < b), None)
            if checked.verdict.passes and span:
                caught = _swap_caught(article.text, span, checked, theirs, sources)
                counted.swapped += caught is not None
                counted.caught += bool(caught)


def is_told(checked: Checked, rest: str) -> bool:
    """Return whether a figure that says enough, and is no bare year, stands in the other texts letter for letter."""
    text = checked.text
    if checked.figure is None or checked.figure.kind in _NO_QUANTITY or _YEAR.fullmatch(text):
        return False
    pattern = rf"(?<![\w.,$£€]){re.escape(text)}(?!\w|[.,]\d)"
    return bool(_TELLING.search(text)) and re.search(pattern, rest) is not None


def _swap_caught(
    text: str, span: tuple[int, int], checked: Checked, theirs: list[Figure], sources: Sources
) -> bool | None:
    """Return whether another figure of the papers in the place of ``checked`` is refused; None where none fits there."""
    start, end = span
    sentence = text[start:end]
    if not _passes(sentence, checked.start - start, sources):
        return None  # alone, without the sentences before it, it says less
    other = _another(checked, theirs, sentence)
    if other is None:
        return None
    changed = sentence[: checked.start - start] + other + sentence[checked.end - start :]
    return not _passes(changed, checked.start - start, sources)


def _passes(sentence: str, at: int, sources: Sources) -> bool:
    found = [c for c in check_against(sentence, sources).figures if c.start <= at < c.end]
    return bool(found) and all(c.verdict.passes for c in found)


def _another(checked: Checked, theirs: list[Figure], sentence: str) -> str | None:
    """Return the figure of the papers nearest in value, of the same kind, unit and spelling, that the sentence lacks."""
    mine = checked.figure
    assert mine is not None
    fitting = [
        f
        for f in theirs
        if (f.kind, f.unit, f.modifier) == (mine.kind, mine.unit, mine.modifier)
        and f.low is not None
        and mine.low is not None
        and f.low != mine.low
        and f.text[:1].isdigit() is checked.text[:1].isdigit()
        and ("-" in f.text) is ("-" in checked.text)
        and f.text not in sentence
    ]
    if not fitting or mine.low is None:
        return None
    low = mine.low
    return min(fitting, key=lambda f: (abs((f.low or 0) - low), f.start)).text


def _rows(data: Path, name: str, title: str) -> Iterator[Row]:
    found = stories(data, name)
    for half, label in enumerate(HALVES):
        whole = Count()
        for texts in found[half::2]:
            count(texts, whole)
        key = f"{name}_{half}"
        yield Row(
            f"{key}_passed",
            f"{title}, {label}: passed, of {whole.told} told by two",
            100 * whole.passed / max(whole.told, 1),
            "%",
        )
        yield Row(
            f"{key}_caught",
            f"{title}, {label}: refused with another figure in its place, of {whole.swapped}",
            100 * whole.caught / max(whole.swapped, 1),
            "%",
        )


def measure(data: Path) -> Section:
    """Measure every set."""
    sets = (("ecbplus", "ECB+"), ("multinews", "Multi-News"), ("multiling2011_en", "MultiLing"))
    rows = [row for name, title in sets for row in _rows(data, name, title)]
    text = (
        "Real articles, each checked against the others of its story: figures that another paper writes in the same "
        "characters (two digits, a sign of money or percent, or a longer number word; no bare years). Some of them "
        "are of another thing or lack the other's hedge, so not all should pass. Then each that passes alone gives its "
        "place to the nearest other value of its kind and unit from the papers. Rules were made while reading the "
        "first halves."
    )
    return Section("Real news told by two", text, tuple(rows))
