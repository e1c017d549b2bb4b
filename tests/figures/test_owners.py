"""Whose figure it is: one source, one wrong sentence and one right one for each rule."""

from datetime import datetime

import pytest

from briefing.check import check_text
from briefing.data import Article

_CASES = [
    (
        "Of the 64 lots at the auction 51 were sold on Friday.",
        "At the auction 64 lots were sold.",
        "At the auction 51 lots were sold.",
    ),
    (
        "The city has ordered 64 buses, of which 18 are already on the road.",
        "The city has 64 buses on the road.",
        "The city has ordered 64 buses.",
    ),
    (
        "There were 11.2 road deaths per 100,000 people last year, down from 12.5.",
        "The rate of road deaths rose to 11.2 per 100,000.",
        "The rate of road deaths fell to 11.2 per 100,000.",
    ),
    (
        "Turnout was 61.4 per cent in the northern districts and 48.9 per cent in the southern ones.",
        "In southern districts turnout was 61.4 per cent.",
        "In northern districts turnout was 61.4 per cent.",
    ),
    (
        "Organisers said 9,000 people marched. Police said 4,000 people marched.",
        "Police said 9,000 people marched.",
        "Organisers said 9,000 people marched.",
    ),
    (
        "The lake is worth no more than 5 million euros, says the auditor Lind. The bank Orr says it is worth 9 million euros.",
        "The auditor Lind says the lake is worth 9 million euros.",
        "The bank Orr says the lake is worth 9 million euros.",
    ),
    (
        "The court fined the two men 90,000 crowns each.",
        "The two men were fined 90,000 crowns together.",
        "The two men were fined 90,000 crowns each.",
    ),
    (
        "The mission costs 710 million euros, 90 million more than planned.",
        "The mission costs 90 million less than planned.",
        "The mission costs 90 million more than planned.",
    ),
    (
        "Deaths outnumbered births by 2,310 last year.",
        "Births outnumbered deaths by 2,310 last year.",
        "Deaths outnumbered births by 2,310 last year.",
    ),
    (
        "The strike begins on 2 April, not on 30 March.",
        "The strike begins on 30 March.",
        "The strike begins on 2 April.",
    ),
]


def _fails(text: str, *sources: tuple[str, str]) -> list[str]:
    articles = [
        Article(f"a{n}", source, publisher="Harle Post", published=datetime.fromisoformat(when))
        for n, (when, source) in enumerate(sources)
    ]
    return [c.text for c in check_text(text, articles).failures]


@pytest.mark.parametrize(("source", "wrong", "right"), _CASES)
def test_a_figure_of_another_is_refused_and_its_own_passes(source: str, wrong: str, right: str) -> None:
    when = "2026-03-16T09:00+00:00"
    assert _fails(wrong, (when, source))
    assert not _fails(right, (when, source))


@pytest.mark.parametrize(
    ("later", "now"),
    [
        ("The walkout in Harle was cut from 12 days to five, the union said.", "The walkout in Harle will last five days."),
        ("The number killed in the flooded mine has risen to 19, rescuers said.", "In the mine 19 have been killed."),
    ],
)  # fmt: skip
def test_what_a_later_report_takes_back_is_refused(later: str, now: str) -> None:
    first = (
        "2026-03-16T09:00+00:00",
        "A walkout in Harle will last 12 days. Rescuers found 14 bodies in the flooded mine.",
    )
    second = ("2026-03-17T09:00+00:00", later)
    gone = (
        "The walkout in Harle will last 12 days."
        if "walkout" in later
        else "Fourteen people were killed in the flooded mine."
    )
    assert _fails(gone, first, second)
    assert not _fails(gone, first)
    assert not _fails(now, first, second)
