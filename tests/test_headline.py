"""Headlines by deletion."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.headline import LONGEST_WORDS, headlines, trim, words_in


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        (
            "Four people were killed when a tram left the rails in Vellmar on Monday, police said.",
            "Four people were killed when a tram left the rails in Vellmar",
        ),
        (
            "LUNSK: The port has said that it will close its oldest dock, after a crane fell.",
            "The port has said that it will close its oldest dock",
        ),
        (
            "In a statement issued overnight, Calder Coatings said it would rebuild the burned warehouse next year.",
            "Calder Coatings said it would rebuild the burned warehouse next year",
        ),
        ("Rain stopped play.", "Rain stopped play"),
        (
            "The navy of Lunsk said on Saturday it had captured 23 pirates as they tried to board a freighter in the gulf.",
            "The navy of Lunsk said on Saturday it had captured 23 pirates",
        ),
        (
            "An experienced walker fell to her death while looking for a safe route off the Vellmar ridge, an inquest has heard.",
            "An experienced walker fell to her death",
        ),
        (
            "A group in Lunsk has released a film that shows hens being kicked, leading to two inquiries by the county.",
            "Group in Lunsk has released film that shows hens being kicked",
        ),
        (
            "Ida Orlo was charged with causing injury to five children - three girls and two boys - in Vellmar on 1 December.",
            "Ida Orlo was charged with causing injury to five children - three girls and two boys",
        ),
        (
            "The union says that the coroner of Lunsk should open a third inquiry into the tram crash, Ida Orlo has said.",
            "Union says that coroner of Lunsk should open a third inquiry into tram crash, Ida Orlo says",
        ),
        (
            "The director of the mill in Vellmar that burned down in the spring, says it will take years to build it again.",
            "The director of the mill in Vellmar that burned down in the spring, says it will take years to build it again",
        ),
        (
            "The town is urging people hit by cuts at the Lunsk mill and the Orlo dockyard to ask for help with their rent.",
            "The town is urging people hit by cuts at the Lunsk mill and the Orlo dockyard to ask for help with their rent",
        ),
        (
            "The rise in fares has led to a call for an inquiry by the Lunsk Transport and Harbour Commission next year.",
            "Rise in fares has led to call for inquiry by Lunsk Transport and Harbour Commission next year",
        ),
        (
            "Captain Ida Orlo, a pilot with the Lunsk harbour service, and Tove Bren of the coastguard were killed when a crane fell.",
            "Captain Ida Orlo, pilot with Lunsk harbour service, and Tove Bren of coastguard were killed",
        ),
        (
            "A car was left hanging from a wire above the bridge on Wednesday evening in Lunsk, after the driver took a wrong turn.",
            "Car was left hanging from wire above bridge in Lunsk",
        ),
        (
            "On 22 May, the day of the harbour, a group of volunteers from Vellmar travelled to Lunsk to mend the oldest of its piers.",
            "Group of volunteers from Vellmar travelled to Lunsk to mend oldest of its piers",
        ),
        (
            "The mill had its worst year since 1987, losing a third of its orders, before a bank stepped in with a loan of $2m.",
            "The mill had its worst year since 1987",
        ),
        (
            "Forty people were asleep in the hostel on the quay in Vellmar when the roof fell in, the fire service said on Monday.",
            "Forty people were asleep in hostel on quay in Vellmar when roof fell in",
        ),
        (
            "Crews from Vellmar and Lunsk will march behind one flag at the opening of the harbour, the mayor said Tuesday, in a first since the war.",
            "Crews from Vellmar and Lunsk will march behind one flag at opening of harbour",
        ),
        (
            "Two days after a crane killed nine people at the dock in Vellmar, the head of the port, Ida Orlo, seemed to accept that it was worn out.",
            "Head of port, Ida Orlo, seemed to accept that it was worn out",
        ),
        (
            "The mill in Vellmar took an estimated $2 million in damage from a fire in its eastern hall that was laid on purpose.",
            "The mill in Vellmar took an estimated $2 million in damage from a fire in its eastern hall that was laid on purpose",
        ),
        ("The last tram leaves Vellmar at 9 p.m.", "The last tram leaves Vellmar at 9 p.m."),
        ("But not every tram runs on time.", "Not every tram runs on time"),
        ("And for years the tram was late.", "And for years the tram was late"),
        ("Recently, Ida Orlo bought the mill.", "Ida Orlo bought the mill"),
        ("So far, 12 trams have been sold.", "So far, 12 trams have been sold"),
        (
            "Ida Orlo has defended the gown that she wore to Friday night's show of the film about the oldest mill.",
            "Ida Orlo has defended gown that she wore to Friday night's show of film about oldest mill",
        ),
        (
            "The Harbour Committee said late Thursday that what it had taken for a theft of plans was a drill of its own.",
            "Harbour Committee said that what it had taken for theft of plans was drill of its own",
        ),
        (
            "Trams that were bought before Monday will be sent back to the maker in Lunsk as soon as the town can pay.",
            "Trams that were bought before Monday will be sent back to maker",
        ),
    ],
)
def test_a_sentence_is_cut_to_a_headline(sentence, short):
    assert trim(sentence) == short


@pytest.mark.parametrize(
    "late",
    [
        "The offer was made in papers.",
        "The list includes carmakers.",
        "Until Ida is struck by a tram.",
        "“You can not do that,” the man said.",
        "Even if it looks like a tram, it is a bus.",
        "Bren told reporters that the tram was old.",
        "The news comes as its owner is cutting jobs.",
        "Built in 1950 by the navy of Lunsk.",
        "Orlo, 35, was alone about 3 p. m.",
    ],
)
def test_what_the_sentence_before_explains_is_no_headline(late):
    lead = "Ida Orlo has asked the court of Vellmar for the costs of her case."
    assert all(not late.startswith(found) for found in headlines([], [lead, late]))


def test_a_headline_is_of_the_first_of_two_sentences():
    told = "Ida Orlo worked in several mills in Vellmar. This film offers a look behind their doors, which are closed to all."
    assert headlines([], [told]) == ("Ida Orlo worked in several mills in Vellmar",)


def test_a_place_goes_only_where_it_limits_nothing():
    told = "Nobody of the forty people who were in the two buses of the line from Lunsk was hurt in the second crash"
    assert "second" in trim(told)


def test_a_publishers_title_goes_before_a_trimmed_sentence():
    found = headlines(
        ["Tram crash kills four in Vellmar - The Courier"], ["Four people were killed in Vellmar."]
    )
    assert found == ("Tram crash kills four in Vellmar", "Four people were killed in Vellmar")


@pytest.mark.parametrize(
    "title", ["Is the port closing?", "He said it was over", '"We will rebuild', "Photos", ""]
)
def test_what_cannot_stand_alone_is_no_headline(title):
    assert headlines([title], []) == ()


WORDS = st.sampled_from(
    [
        "The",
        "In",
        "a",
        "port",
        "police",
        "said",
        "has",
        "four",
        ",",
        "people",
        "killed",
        "on",
        "Monday",
        "after",
        "which",
        "was",
        "hit",
        "by",
        "12.5",
        "percent",
        "—",
        "—",
        ":",
        "Lunsk",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=40))
def test_trimming_adds_no_word(words):
    sentence = " ".join(words)
    allowed = {word.lower() for word in re.findall(r"\w+", sentence)} | {"says"}
    assert {word.lower() for word in re.findall(r"\w+", trim(sentence))} <= allowed


@given(st.lists(WORDS, min_size=1, max_size=60))
def test_no_headline_is_over_the_limit(words):
    assert all(words_in(headline) <= LONGEST_WORDS for headline in headlines([], [" ".join(words)]))


def test_what_the_first_sentences_say_goes_before_what_a_late_one_says():
    leads = [
        "The port authority of Lunsk has confirmed to several reporters that its oldest dock burned down overnight",
        "Crews fought the fire for hours on Monday.",
        "A reporter saw two cranes fall.",
    ]
    assert headlines([], leads)[-1] == "A reporter saw two cranes fall"


def test_a_second_object_may_go_but_never_a_shared_subject():
    long = (
        "The company in Vellmar announced the loss of four hundred jobs and the closure of a plant in Lunsk"
    )
    assert trim(long) == "The company in Vellmar announced the loss of four hundred jobs"
    shared = "Officials in the northern city of Vellmar said the driver and a passenger of the bus were killed instantly"
    assert "and" in trim(shared)


def test_a_title_about_something_else_than_the_brief_comes_last():
    lead = "Four people were killed when a tram left the rails in Vellmar."
    found = headlines(["Orlo wins harbour poll", "Tram kills four in Vellmar"], [lead])
    assert found[0] == "Tram kills four in Vellmar"
    assert found[-1] == "Orlo wins harbour poll"


def test_a_long_lead_is_better_than_a_short_later_sentence():
    lead = (
        "Prosecutors in Vellmar and Lunsk have charged four former officers of the harbour police with selling seized "
        "boats to friends over nine years."
    )
    found = headlines([], [lead, "Bren said that he was not there.", "The boats were white."])
    assert found == (trim(lead),)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Ferry line to Orl reopens - Orl Courier", "Ferry line to Orl reopens"),
        ("Ferry line to Orl reopens | news from the coast", "Ferry line to Orl reopens"),
        ("Orl votes on a two - party basis", "Orl votes on a two - party basis"),
        ("Ferry rams pier of Vell - Maid dairy", "Ferry rams pier of Vell - Maid dairy"),
    ],
)
def test_only_the_name_of_a_site_goes_from_the_end_of_a_title(title, kept):
    assert headlines([title], [])[0] == kept


@pytest.mark.parametrize(
    "lead",
    [
        "The majority of these boats have owners that could mend them.",
        "The Orl police are looking into the incident.",
        "The scale of this attack has surprised the harbour board.",
    ],
)
def test_what_a_headline_points_at_stands_in_it(lead):
    assert headlines([], [lead]) == ()


def test_what_stands_before_a_dash_is_a_place_or_belongs_to_the_headline():
    assert trim("ORL, Averna (Pallas) — Trams run again") == "Trams run again"
    assert trim("There would be no trams – or few of them – without Orl").startswith("There would be")


def test_a_sentence_cut_before_its_news_is_no_headline():
    lead = "While the head of the harbour board in the town of Orl, Ines Prado, insisted from the outset that nothing would change, all changed."
    assert not any(headline.startswith("Ines Prado, insisted") for headline in headlines([], [lead]))
    assert not any(
        h.endswith("was, in fact")
        for h in headlines(
            [],
            ["What the board of the old harbour in Orl had feared was the end of it, was, in fact, a drill."],
        )
    )


def test_the_lead_that_leans_a_little_comes_before_what_comes_late():
    leads = [
        "The gas field is thought to hold more than what the two off Averna and all others on the coast hold in a good year.",
        "It lies deep.",
        "Most of the public in Orl know nothing of it.",
    ]
    assert "as field is thought" in headlines([], leads)[0]
