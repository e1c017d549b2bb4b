"""Who a bare surname is: put in whole where the reader meets it first, and never on a guess."""

from datetime import UTC, datetime

import pytest

from briefing.data import Article
from briefing.persons import introduced, persons
from briefing.pipeline import make_edition

INTRODUCED = "The bridge was closed, said Ines Prado, a spokeswoman for the harbour. "


def whole(text, source=INTRODUCED, said=()):
    return introduced(text, persons(source), said)[0]


@pytest.mark.parametrize(
    "source",
    [
        "The bridge was closed, said Ines Prado, a spokeswoman for the harbour.",
        "Spokeswoman Ines Prado closed the bridge.",
        "Capt. Ines Prado closed the bridge.",
        "Harbour Police Inspector Ines Prado closed the bridge.",
        "Ines Prado, 41, closed the bridge.",
        "Ines Prado, who closed the bridge, is at home.",
        "A call to Ines Prado went unanswered. Ms. Prado closed the bridge.",
        "The harbour showed Ines Prado's film at noon.",
        "The bridge is shut, Ines Prado said. She had closed it herself; Prado left.",
    ],
)
def test_a_person_is_known_by_role_title_age_or_how_the_article_goes_on(source):
    assert [person.name for person in persons(source).values()] == ["Ines Prado"]


@pytest.mark.parametrize(
    "source",
    [
        "Air Averna, a carrier, said on Monday that it had closed the line.",
        "Port Halvern, the director said, stays shut.",
        "The Bank of Averna said on Monday that rates stay where they are.",
        "On Monday Nato said it regretted the strike.",
        "Holm Prado said on Monday that it would sue. She left in May. Holm has no comment; Holm is a firm.",
        "Tolven Bridge, a landmark, was closed on Monday.",
        "Ines Prado, a diver, and Luis Prado, a pilot, closed the bridge.",
    ],
)
def test_a_place_a_firm_or_two_of_one_surname_are_nobody(source):
    assert not persons(source)


def test_whom_another_article_shows_to_be_a_person_is_one_here():
    assert not persons("The board heard Ines Prado at noon.")
    assert list(persons("The board heard Ines Prado at noon.", {"Ines Prado"})) == ["Prado"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prado said it would open in June.", "Ines Prado said it would open in June."),
        ("It will open in June, said Prado.", "It will open in June, said Ines Prado."),
        ("Ms. Prado said it would open.", "Ines Prado said it would open."),
        ("Prado's plan was dropped.", "Ines Prado's plan was dropped."),
        ("“Prado knew,” Prado said.", "“Prado knew,” Ines Prado said."),
        ("Inspector Prado said it would open.", "Inspector Prado said it would open."),
        ("The Prado plan was dropped.", "The Prado plan was dropped."),
        ("The line between Prado Bay and Orl is shut.", "The line between Prado Bay and Orl is shut."),
        ("Prado said that Ines Prado, as she is known, would go.", "Prado said that Ines Prado, as she is known, would go."),
        ("The firm of Holm, Prado, Lind and Brandt has sued.", "The firm of Holm, Prado, Lind and Brandt has sued."),
        ("“Prado knew,” the board said.", "“Prado knew,” the board said."),
    ],
)  # fmt: skip
def test_a_surname_alone_is_put_in_whole_only_where_it_names_the_person(text, expected):
    assert whole(text) == expected


def test_who_was_named_in_whole_before_stays_a_surname():
    assert whole("Prado said no.", said=["Divers met Ines Prado at noon."]) == "Prado said no."
    assert whole("Prado said no.", said=["Divers met Ms. Prado at noon."]) == "Ines Prado said no."


def test_a_brief_names_a_speaker_in_whole_and_cites_the_sentence_that_does():
    text = (
        "The Tolven bridge stays closed until June after a barge struck its eastern pier on Tuesday. "
        "Engineers found cracks in four of the nine piers of the Tolven bridge. "
        "What does harbour director Ines Prado, 41, have to say? "
        "Prado said the Tolven bridge would open in June once the cracks in its nine piers were filled."
    )
    when = datetime(2026, 5, 5, 9, tzinfo=UTC)
    edition = make_edition(
        [Article("a", text, "Orl Courier", "Tolven bridge closed", when)],
        model="verbatim",
        words=60,
        now=when,
    )
    told = next(s for s in edition.briefs[0].sentences if "would open" in s.text)
    assert told.text.startswith("Ines Prado said the Tolven bridge")
    assert any("harbour director Ines Prado, 41," in citation.text for citation in told.citations)
