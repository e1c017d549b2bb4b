"""The report of a check: beside a refused figure stands what the sources do say of the same thing."""

from __future__ import annotations

from datetime import UTC, datetime

from briefing import check_text
from briefing.data import Article
from briefing.render.report import report_as_text

FERRY = Article(
    "a",
    "Seven people died when the ferry Orla burned off Tarn on Monday. The owner fined the crew $40,000 in May.",
    "Tarn Post",
    "",
    datetime(2031, 3, 10, 6, 0, tzinfo=UTC),
)
LATER = Article(
    "b",
    "The number of people who died in the ferry fire off Tarn has risen to nine, the coastguard said. "
    "The ship carried 212 passengers.",
    "Radio Tarn",
    "",
    datetime(2031, 3, 12, 6, 0, tzinfo=UTC),
)


def report(text):
    return report_as_text(check_text(text, (FERRY, LATER)), (FERRY, LATER))


def test_a_refused_figure_shows_the_nearest_that_the_sources_state_the_latest_first():
    near = [
        line for line in report("Some 14 people died in the ferry fire.").splitlines() if "nearest" in line
    ]
    assert [line.split()[1] for line in near] == ["nine", "Seven"]
    assert "Radio Tarn, 12 Mar 2031" in near[0]


def test_what_the_text_says_rightly_elsewhere_is_not_offered_for_what_it_says_wrongly():
    told = report("Nine people died in the ferry fire off Tarn. The ship carried 340 passengers.")
    assert "nearest 212" in told
    assert "nearest nine" not in told


def test_a_figure_that_passes_has_no_such_line():
    assert "nearest" not in report("Nine people died in the ferry fire off Tarn.")
