"""What a page leaves in its article: buttons of galleries, captions, and titles run into the first sentence."""

import re

import pytest

from briefing.clean import clean
from briefing.data import Article
from briefing.split import split

BODY = "A barge laden with gravel struck the eastern pier of the bridge on Tuesday, the harbour master said."


def cleaned(text, **fields):
    return clean([Article("a", text, "Orl Courier", **fields)])


def sentences(text):
    return [sentence.text for sentence in split(cleaned(text).articles[0])]


def test_a_gallery_goes_with_its_buttons_and_captions_and_every_word_of_it_is_recorded():
    gallery = (
        "1 of 12 Full Screen Autoplay Close Skip Ad × The barge at dawn View Photos Divers search below the pier on "
        "Wednesday. Caption Divers search below the pier. Lena Marsh/Pallas Wire Buy Photo Wait 1 second to continue."
    )
    result = cleaned(f"{BODY}\n\n{gallery}\n\nNobody was hurt in the accident.")
    assert result.articles[0].text.split("\n\n") == [BODY, "Nobody was hurt in the accident."]
    assert re.findall(r"\w+", " ".join(drop.text for drop in result.dropped)) == re.findall(r"\w+", gallery)


@pytest.mark.parametrize(
    "line",
    [
        "Image copyright Pallas Wire Image caption Divers search below the pier on Wednesday",
        "Image caption Divers searched below the pier.",
        "Enlarge this image A crane waits beside the pier",
        "Media playback is unsupported on your device",
        "Read or Share this story: http://orl.example/2b",
        "Continue reading the main story",
    ],
)
def test_a_picture_and_its_caption_are_no_part_of_the_article(line):
    assert sentences(f"{BODY}\n\n{line}\n\nNobody was hurt in the accident.") == [
        BODY,
        "Nobody was hurt in the accident.",
    ]


def test_whose_picture_it_is_does_not_open_the_first_sentence():
    assert sentences(f"Lena Marsh / Splash News {BODY}")[0] == BODY


@pytest.mark.parametrize(
    "sentence",
    [
        "The Image caption contest was won by a boy of nine, the museum said.",
        "Full Screen, a theatre company from Orl, plays at the harbour on Friday.",
        "He told her to view photos of the pier before Monday.",
        "In 1 of 12 cases the pier was struck at night, the harbour master said.",
    ],
)
def test_a_sentence_that_has_the_words_of_a_button_stays_whole(sentence):
    assert sentences(f"{BODY}\n\n{sentence}") == [BODY, sentence]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Ines Prado, diver and salvage pioneer, dies at 91", "Ines Prado, who raised the wreck of the Maren Strand, has died."),
        ("Ines Prado leaves the harbour board Updated 4:08 p.m. ET", "Ines Prado's lawyer said on Thursday that she had left the harbour board."),
        ("Barge Strikes Orl Bridge, Closes Harbour", "After it lost its rudder in the storm on Tuesday, a barge struck the pier."),
        ("Bridge Closed To Traffic In Sudden Storm", "Officials expect the crossing to stay closed until Friday at least."),
    ],
)  # fmt: skip
def test_a_title_that_runs_into_the_first_sentence_is_parted_from_it(title, body):
    article = cleaned(f"{title} {body} Nobody was hurt.").articles[0]
    assert article.title == title.removesuffix(" Updated 4:08 p.m. ET")
    assert body in [sentence.text for sentence in split(article)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ines Prado said on Thursday that the board had wanted Ines Prado to stay until the harbour reopens in May.",
        "Orl Harbour officials closed the old piers after the former Orl Harbour chief warned of rot in the timbers.",
        "President Ines Prado told Pallas Wire that After the Flood, her second book, would appear in the autumn.",
        "TEXAS, US – A United States court has found two divers guilty of taking copper from a sunken barge.",
    ],
)
def test_a_sentence_that_says_a_name_twice_is_not_parted(sentence):
    assert sentence.split("– ")[-1] in sentences(f"{sentence} Nobody was hurt.")


def test_a_tokenisers_spaces_around_apostrophes_and_inside_quotation_marks_go():
    text = "“ We don ’ t sail, ” said the harbour ’ s master, who called the storm “ a beast ” on Tuesday."
    assert sentences(text) == [
        "“We don’t sail,” said the harbour’s master, who called the storm “a beast” on Tuesday."
    ]
