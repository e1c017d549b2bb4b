"""Who speaks in a headline: a body anybody knows, or somebody whom only the article introduces."""

from briefing.headline import headlines
from briefing.plan.strangers import surnames

TEXT = "On Monday Ostmark said the pact held. Minister Ines Prado disagreed. Prado said the pact was dead."


def test_last_names_are_those_of_whole_names_and_not_of_what_follows_a_day():
    assert surnames([TEXT]) == {"Prado"}


def test_a_body_may_speak_in_a_headline_and_a_bare_surname_may_not():
    known = surnames([TEXT])
    assert headlines([], ["Ostmark has said the pact held."], surnames=known) == (
        "Ostmark has said the pact held",
    )
    assert headlines([], ["Prado said the pact was dead."], surnames=known) == ()


def test_where_no_names_are_known_any_single_name_is_taken_for_a_surname():
    assert headlines([], ["Ostmark has said the pact held."]) == ()
