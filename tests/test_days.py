"""Words that point from the day of writing, read on another day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from briefing import Article, check_text
from briefing.days import name_days

WEDNESDAY = datetime(2026, 3, 11, 13, 10, tzinfo=UTC)
THURSDAY = datetime(2026, 3, 12, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "The minister visited the port this morning.",
            "The minister visited the port on Wednesday morning.",
        ),
        ("Yesterday the toll stood at 7.", "On Tuesday the toll stood at 7."),
        ("Yesterday's storm cut the line.", "Tuesday's storm cut the line."),
        ("The vote is tomorrow.", "The vote is on Thursday."),
        ("The line was cut late last night.", "The line was cut late Tuesday night."),
        ("It is shut until tomorrow morning.", "It is shut until Thursday morning."),
        ("“We meet today,” she said yesterday.", "“We meet today,” she said on Tuesday."),
        ('He said "not tonight".', 'He said "not tonight".'),
        ("Nothing points anywhere here.", "Nothing points anywhere here."),
    ],
)
def test_a_report_of_yesterday_names_its_days(written, read):
    assert name_days(written, WEDNESDAY, THURSDAY) == read


def test_a_report_of_the_same_day_stays_as_it_is():
    assert (
        name_days("It rained this morning.", WEDNESDAY, WEDNESDAY + timedelta(hours=3))
        == "It rained this morning."
    )


def test_a_report_of_no_known_day_stays_as_it_is():
    assert name_days("It rained this morning.", None, THURSDAY) == "It rained this morning."


def test_after_a_week_the_date_is_named():
    later = WEDNESDAY + timedelta(days=30)
    assert name_days("It rained yesterday.", WEDNESDAY, later) == "It rained on 10 March."
    assert (
        name_days("It rained today.", WEDNESDAY, WEDNESDAY + timedelta(days=400))
        == "It rained on 11 March 2026."
    )


@pytest.mark.parametrize(
    "written",
    ["The gate was opened this morning.", "The gate was opened yesterday.", "The gate was shut last night."],
)
def test_a_named_day_passes_the_check(written):
    article = Article("a", written, "The Courier", published=WEDNESDAY)
    assert check_text(name_days(written, WEDNESDAY, THURSDAY), (article,)).ok
