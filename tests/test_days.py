"""Words that point from the day of writing, read on another day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from briefing import Article, check_text, make_edition
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
        (
            "Four more bodies were recovered overnight.",
            "Four more bodies were recovered overnight into Wednesday.",
        ),
        ("Overnight, two men were held.", "Overnight into Wednesday, two men were held."),
        ("Today is the fourth anniversary.", "Wednesday is the fourth anniversary."),
        ("So far 11 have been found.", "As of Wednesday 11 have been found."),
        ("Aid of $9 million has so far arrived.", "Aid of $9 million has, as of Wednesday, arrived."),
        ("The fire began two days ago.", "The fire began on Monday."),
        ("Nothing points anywhere here.", "Nothing points anywhere here."),
    ],
)
def test_a_report_of_yesterday_names_its_days(written, read):
    assert name_days(written, WEDNESDAY, THURSDAY) == read


@pytest.mark.parametrize(
    "written",
    [
        "He took the overnight train.",
        "Overnight rain flooded the port.",
        "The road will be closed overnight.",
        "Nine people were killed overnight on Tuesday.",
        "The ship was so far away.",
        "It is the wettest year so far this century.",
        "The mine was opened 200 days ago.",
    ],
)
def test_what_is_of_no_one_night_or_day_stays(written):
    assert name_days(written, WEDNESDAY, THURSDAY) == written


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
    [
        "The gate was opened this morning.",
        "The gate was opened yesterday.",
        "The gate was shut last night.",
        "The gate was opened two days ago.",
    ],
)
def test_a_named_day_passes_the_check(written):
    article = Article("a", written, "The Courier", published=WEDNESDAY)
    assert check_text(name_days(written, WEDNESDAY, THURSDAY), (article,)).ok


def test_a_quotation_that_counts_from_another_day_is_not_told():
    text = "The lock in Tolven was shut. “Nine gates were forced last night,” the keeper of the lock in Tolven said."
    articles = [Article(name, text, name, published=WEDNESDAY) for name in ("a",)]
    assert "last night" not in make_edition(articles, model="verbatim", words=40, now=THURSDAY).briefs[0].text
    same_day = WEDNESDAY + timedelta(hours=2)
    assert "last night" in make_edition(articles, model="verbatim", words=40, now=same_day).briefs[0].text


def test_a_night_whose_day_no_source_proves_is_left_out_and_the_sentence_stays():
    articles = [
        Article(name, f"{text} The quay is shut.", name, published=WEDNESDAY)
        for name, text in (
            ("a", "Nine gates were forced open overnight at the lock in Tolven."),
            ("b", "At the lock in Tolven nine gates were forced open overnight."),
        )
    ]
    edition = make_edition(articles, model="verbatim", words=30, now=THURSDAY)
    assert "nine gates were forced open" in edition.briefs[0].text.lower()
    assert "overnight" not in edition.briefs[0].text
