"""Models that read a whole story: what they say well stands, what they say badly is filled from the plan."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing import Article, check_text, make_edition, read_articles
from briefing.compose import compose
from briefing.data import Draft, Dropped, Story
from briefing.settings import Settings, WriteSettings
from briefing.write import StoryBackend, StoryDraft, load_backend
from briefing.write.align import align

SEEDS = Path(__file__).parents[2] / "seeds"
NOW = datetime(2026, 9, 23, 6, tzinfo=UTC)
SETTINGS = Settings()

POST = Article(
    "post",
    "The dam above Quillan overflowed on Tuesday after six days of rain, the water board said. "
    "Some 900 people were moved out of the valley by noon. "
    "Two bridges were closed and the school in Lower Quillan became a shelter. "
    "The dam was built in 1931 and raised by four metres in 1968. "
    "Farmers lost about 400 sheep, their union said.",
    "The Quillan Post",
)
WIRE = Article(
    "wire",
    "Water ran over the crest of the Quillan dam on Tuesday, the water board said, but its wall was not damaged. "
    "The valley below was cleared by noon; some 900 people left their homes. "
    "The water board, whose head is Ines Marrow, expects the level to fall by Thursday.",
    "Hill Wire",
)
STORY = Story("quillan", (POST, WIRE))


class Drafter:
    """A backend that tells a story in the sentences given, aligned as a real one's are."""

    name, revision, prompts, takes_stories = "drafter", "", (), True

    def __init__(self, *texts):
        self.texts = texts
        self.asked = []

    def write(self, evidence):
        raise AssertionError("a fact at a time is not what it was asked for")

    def write_story(self, documents, *, words):
        self.asked.append((documents, words))
        every = [sentence for document in documents for sentence in document]
        pairs = [(Draft(text, "model", -0.5), align(text, every)) for text in self.texts]
        return StoryDraft(
            tuple((draft, found) for draft, found in pairs if found),
            (Dropped("write", "post", "over the model's window", "A sentence cut."),),
        )


def told(*texts, words=60):
    drafter = Drafter(*texts)
    (brief,) = compose(
        [STORY], drafter, words=words, settings=SETTINGS, progress=lambda step, done, of: None
    ).briefs
    assert len(drafter.asked) == 1
    return brief


def test_a_drafter_is_a_story_backend_and_verbatim_is_none():
    assert isinstance(Drafter(), StoryBackend)
    assert not isinstance(load_backend("verbatim"), StoryBackend)


def test_it_is_given_every_sentence_of_every_article():
    drafter = Drafter()
    compose([STORY], drafter, words=60, settings=SETTINGS, progress=lambda step, done, of: None)
    documents, words = drafter.asked[0]
    assert [len(document) for document in documents] == [5, 3]
    assert words == 60


def test_a_sentence_that_its_sources_bear_out_stands_with_their_citations():
    text = "The dam above Quillan overflowed on Tuesday, the water board said."
    brief = told(text)
    assert brief.sentences[0].text == text
    assert brief.sentences[0].origin == "model"
    assert brief.sentences[0].role == "lead"
    assert brief.sentences[0].citations[0].text.startswith("The dam above Quillan overflowed")


def test_what_its_draft_leaves_open_is_filled_with_the_sources_own_words():
    brief = told("The dam above Quillan overflowed on Tuesday, the water board said.")
    assert {sentence.origin for sentence in brief.sentences} == {"model", "verbatim"}
    assert 54 <= len(brief.text.split()) <= 66
    assert brief.text.count("overflowed") == 1, "what the draft said is not said again"


@pytest.mark.parametrize(
    "lie",
    [
        "The dam above Quillan overflowed on Tuesday and 40 people were killed.",
        "The water board said the dam above Quillan did not overflow on Tuesday.",
        "Some 1,900 people were moved out of the valley by noon.",
        "Farmers lost about 400 sheep when the dam above Quillan overflowed on Tuesday.",
        "Ines Marrow, mayor of Lower Quillan, became a shelter by noon.",
        "Some 900 sheep were moved out of the valley by noon.",
    ],
)
def test_what_no_source_bears_out_is_recorded_and_the_plan_tells_it(lie):
    brief = told(lie)
    assert lie not in brief.text
    assert check_text(brief.text, STORY.articles).ok
    assert len(brief.text.split()) >= 50
    assert any(
        dropped.step == "write" and dropped.text == lie and dropped.reason for dropped in brief.dropped
    )


def test_what_was_cut_to_its_window_is_among_what_was_dropped():
    brief = told("The dam above Quillan overflowed on Tuesday, the water board said.")
    assert any(dropped.reason == "over the model's window" for dropped in brief.dropped)


def test_its_own_order_is_kept_before_what_is_filled_in():
    late = "Farmers lost about 400 sheep, their union said, after six days of rain."
    texts = (
        "The dam above Quillan overflowed on Tuesday, the water board said.",
        "The water board expects the level to fall by Thursday.",
        "Some 900 people were moved out of the valley by noon.",
    )
    brief = told(*texts, late, words=100)
    assert tuple(sentence.text for sentence in brief.sentences[:3]) == texts


def test_an_empty_draft_gives_the_verbatim_brief():
    nothing = told(words=60)
    (plain,) = compose(
        [STORY], load_backend("verbatim"), words=60, settings=SETTINGS, progress=lambda step, done, of: None
    ).briefs
    assert nothing.text == plain.text


@pytest.fixture(scope="module")
def articles():
    return read_articles(SEEDS / "bertram-storm")


@pytest.mark.parametrize("name", ["led", "pegasus", "bart"])
def test_a_model_that_writes_nonsense_still_gives_a_good_brief(name, tiny, articles):
    settings = Settings(write=WriteSettings(candidates=1, guard=name != "bart"))
    edition = make_edition(articles, model=str(tiny / name), words=60, now=NOW, settings=settings)
    assert edition.briefs
    for brief in edition.briefs:
        assert 54 <= len(brief.text.split()) <= 66
        for sentence in brief.sentences:
            assert check_text(sentence.text, brief.story.articles).ok
            assert sentence.citations
        assert any(dropped.reason == "over the model's window" for dropped in brief.dropped)
