"""Plain pairs, as any editor would try them first: one line each, with what the source says."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.check import check_text
from briefing.data import Article
from briefing.figures.binding.things import bind
from briefing.figures.reading.parse import parse

_LINES = [
    line
    for line in (Path(__file__).parent / "plain_pairs.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_WHEN = re.compile(r"@(\S+) ([^:]+): ")


def _article(number: int, text: str) -> Article:
    """Return an article of ``text``, which may begin with its time and publisher: "@2026-03-12T08:00 Post: "."""
    published, publisher = datetime(2026, 3, 12, 8, tzinfo=UTC), f"Paper {number}"
    if (found := _WHEN.match(text)) is not None:
        published, publisher = datetime.fromisoformat(found[1]).replace(tzinfo=UTC), found[2]
        text = text[found.end() :]
    return Article(id=f"a{number}", text=text, publisher=publisher, published=published)


@pytest.mark.parametrize("line", _LINES)
def test_a_plain_pair_is_judged_as_an_editor_would(line: str) -> None:
    wanted, claim, *sources = line.split("|")
    report = check_text(claim, [_article(n, text) for n, text in enumerate(sources)])
    assert report.ok is (wanted == "+"), [(c.text, c.verdict, c.reason) for c in report.failures]


@pytest.mark.parametrize("line", _LINES)
def test_a_text_cut_off_anywhere_is_still_bound(line: str) -> None:
    for text in line.split("|")[1:]:
        words = text.split()
        for end in range(1, len(words) + 1):
            for cut in (" ".join(words[:end]), f"{' '.join(words[:end])} and", " ".join(words[-end:])):
                assert all(figure.text for figure in bind(cut, parse(cut)))
