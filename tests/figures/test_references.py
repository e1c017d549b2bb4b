"""Whose a number is where source or brief leave it unsaid: ellipsis, lists, brackets, ages and kin, clauses about a noun."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.check import check_text
from briefing.data import Article

_LINES = [
    line
    for line in (Path(__file__).parent / "reference_pairs.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_PUBLISHED = datetime(2026, 3, 12, 8, tzinfo=UTC)


@pytest.mark.parametrize("line", _LINES)
def test_a_number_stays_with_the_one_it_is_said_of(line: str) -> None:
    wanted, claim, source = line.split("|")
    report = check_text(claim, [Article(id="a", text=source, publisher="Post", published=_PUBLISHED)])
    assert report.ok is (wanted == "+"), [(c.text, c.verdict, c.reason) for c in report.failures]
