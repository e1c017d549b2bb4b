"""Whose a point of time is: each date is that of its own clause, and one counted from another is read as the day it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.check import check_text
from briefing.data import Article

_PUBLISHED = datetime(2026, 3, 12, 8, tzinfo=UTC)  # a Thursday


def _passes(text: str, *sources: str) -> bool:
    articles = [
        Article(id=f"a{n}", text=source, publisher=f"Paper {n}", published=_PUBLISHED)
        for n, source in enumerate(sources)
    ]
    return not check_text(text, articles).failures


_SUPPORTED = [
    ("Police arrested the suspect on March 5.", "The jeweller's was robbed on March 3. Detectives arrested a man of 34 two days later."),
    ("The lorry struck the bridge in July 2025.", "The bridge was reopened on 9 March, eight months after a lorry struck it."),
    ("First results are due at 9 p.m.", "Polling stations close at 20:00, and the first results are due an hour later."),
    ("Rents rose 4% in 2024.", "Rents went up by 9 per cent last year and by 4 per cent the year before."),
    ("The bridge will reopen on 14 March.", "The bridge will reopen on Saturday, 13 months after it was shut."),
]  # fmt: skip
_WRONG = [
    ("Police arrested the suspect on March 3.", "The jeweller's was robbed on March 3. Detectives arrested a man of 34 two days later."),
    ("The lorry struck the bridge on 9 March.", "The bridge was reopened on 9 March, eight months after a lorry struck it."),
    ("The results are due at 8 p.m.", "Polling stations close at 20:00, and the first results are due an hour later."),
    ("Rents rose 9% in 2024.", "Rents went up by 9 per cent last year and by 4 per cent the year before."),
    ("The walkout will last one day.", "Drivers will walk out for 48 hours from Monday."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), _SUPPORTED)
def test_a_point_of_time_told_of_its_own_event_passes(text: str, source: str) -> None:
    assert _passes(text, *source.split("|"))


@pytest.mark.parametrize(("text", "source"), _WRONG)
def test_a_point_of_time_told_of_another_event_is_refused(text: str, source: str) -> None:
    assert not _passes(text, *source.split("|"))
