from datetime import UTC, date, datetime

import pytest

from briefing.clean import clean
from briefing.data import Article
from briefing.sources import Sources
from briefing.split import split


def cleaned(text, **fields):
    return clean([Article("a", text, "Orl Courier", **fields)]).articles[0]


BODY = "A barge laden with gravel struck the eastern pier of the bridge on Tuesday, the harbour master said."


@pytest.mark.parametrize(
    "stamp",
    [
        "May 5, 2010",
        "5 May 2010",
        "Wednesday, 5th May 2010",
        "Posted on May 5, 2010",
        "UPDATED 05 / 05 / 2010 at 11: 00 AM EDT",
        "Published: May 5, 2010, 9:15 a.m. ET Updated: May 6, 2010, 7:02 p.m. ET",
        "5 May 2010 Last updated at 11:11 GMT",
        "",
    ],
)
def test_a_title_and_a_date_run_into_the_text_are_no_part_of_its_first_sentence(stamp):
    article = cleaned(f"Barge strikes Orl bridge {stamp} {BODY} Nobody was hurt.")
    assert article.title == "Barge strikes Orl bridge"
    assert article.published is None  # what a page prints may be any day: no story is parted by it
    dated = Sources.of([article]).published
    assert dated is None if not stamp else (dated.year, dated.month, dated.day) == (2010, 5, 5)
    assert BODY in [sentence.text for sentence in split(article)]


def test_a_date_before_the_first_sentence_has_a_line_of_its_own_and_dates_what_is_checked():
    article = cleaned(f"April 04, 2007 {BODY} Nobody was hurt.")
    assert article.text.startswith("April 04, 2007\nA barge")
    assert Sources.of([article]).published.date() == date(2007, 4, 4)


def test_a_place_in_capitals_before_the_date_is_no_part_of_the_title():
    assert cleaned(f"Orl bridge reopened DORN, April 28, 2009 {BODY}").title == "Orl bridge reopened"


def test_a_title_and_a_date_that_the_publisher_gave_stay():
    given = datetime(2010, 5, 7, 9, tzinfo=UTC)
    article = cleaned(
        f"Barge strikes Orl bridge May 5, 2010 {BODY}", title="A barge in the pier", published=given
    )
    assert (article.title, article.published) == ("A barge in the pier", given)


@pytest.mark.parametrize(
    "sentence",
    [
        "A memorial to the victims of the July 7, 2005 Dorn bridge collapse was unveiled by the mayor on Monday.",
        "Bridge inspectors of Grade A listed structures have found rust in the eastern pier of the bridge at Orl.",
        "X-Rail has cut its fares between the harbour of Orl and the hills behind it, the company said on Monday.",
        "Ilse Prado and Tove Orl star in The Barge, a film about the harbour that has split the town of Dorn.",
        "The harbour has had no pilot since May 5, 2010 Orl shipping records show, according to the master.",
        "On May 5, 2010 Ilse Prado became the first woman to steer a barge through the harbour of Orl.",
        "Ilse Prado, born on May 5, 1950, Dorn's first harbour pilot, steered a barge through the narrows.",
    ],
)
def test_a_date_inside_a_sentence_stays_there(sentence):
    assert cleaned(f"{sentence} Nobody was hurt.").text.startswith(sentence)


@pytest.mark.parametrize(
    ("spaced", "joined"),
    [
        ("They left at 7: 15 a. m. on Friday.", "They left at 7:15 a.m. on Friday."),
        ("It began at 06: 00 BST in Orl.", "It began at 06:00 BST in Orl."),
        ("A 27 - year - old got a 10 - year sentence.", "A 27-year-old got a 10-year sentence."),
        ("No - one was hurt in Dorn.", "No-one was hurt in Dorn."),
        ("She read verse 7: 15 aloud.", "She read verse 7: 15 aloud."),
    ],
)
def test_the_spaces_of_a_tokeniser_inside_times_and_ages_go(spaced, joined):
    assert cleaned(spaced).text == joined


def test_a_title_with_a_colon_runs_into_no_sentence():
    article = cleaned(
        "Orl bridge crash: Pilot denies drinking A pilot has denied that he had drunk before the crash on Friday."
    )
    assert article.title == "Orl bridge crash: Pilot denies drinking"


def test_a_dateline_below_a_title_is_no_part_of_the_sentence():
    article = cleaned(f"Barge strikes Orl bridge\nORL (AP) ― {BODY}\nNobody was hurt.")
    assert BODY in [sentence.text for sentence in split(article)]
