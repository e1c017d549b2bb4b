"""What a model cannot read is cut by whole sentences and said so; what it reads stands as it was trained to."""

from __future__ import annotations

import pytest

from briefing.data import Evidence, Sentence
from briefing.settings import WriteSettings
from briefing.write import choose, load_backend
from briefing.write.backends.seq2seq import Seq2Seq
from briefing.write.backends.window import fit

QUICK = WriteSettings(candidates=2, max_new_tokens=8, shorter_forms=0)
NAMES = ("t5", "pegasus", "bart", "led", "llama", "plain")


@pytest.fixture(scope="module")
def backends(tiny):
    return {name: load_backend(str(tiny / name), settings=QUICK) for name in NAMES}


def evidence(*texts):
    return Evidence(tuple(Sentence(f"a{n}", 0, 0, len(text), text) for n, text in enumerate(texts)), ("X",))


def documents(*sizes):
    words = "The mayor of Dorn said"
    return [
        [Sentence(f"a{d}", n, 0, 0, f"{words} {d} {n}.") for n in range(size)] for d, size in enumerate(sizes)
    ]


SHORT = "The mayor of Dorn said on Monday that twelve people were hurt when a tram left the rails."
ENDLESS = "The mayor of Dorn said that " + "twelve people and " * 900 + "a dog were hurt."


@pytest.mark.parametrize("name", NAMES)
def test_a_sentence_longer_than_the_window_is_left_to_the_sources_and_the_audit_says_so(name, backends):
    fact = evidence(ENDLESS)
    drafts = backends[name].write([evidence(SHORT), fact])
    assert any(draft.text for draft in drafts[0]), "the others are written"
    ranked = choose(fact, drafts[1], settings=QUICK)
    assert [rung.reason for rung in ranked.rungs] == ["its evidence is longer than the model's window"]


@pytest.mark.parametrize("name", ["pegasus", "bart", "led"])
def test_of_evidence_longer_than_the_window_the_first_sentences_are_read(name, backends):
    backend = backends[name]
    lines = tuple(f"{SHORT} {n}" for n in range(30))
    asked = backend._fitting(lines)
    assert 1 <= len(asked.lines) < 30
    assert asked.lines == lines[: len(asked.lines)]
    assert len(asked.tokens) <= backend.window_tokens


@pytest.mark.parametrize("name", ["t5", "pegasus", "bart", "led"])
def test_a_whole_story_is_cut_to_the_window_by_whole_sentences_and_said_so(name, backends):
    backend = backends[name]
    assert isinstance(backend, Seq2Seq)
    draft = backend.write_story(documents(1, 40, 40), words=6)
    over = [d for d in draft.dropped if d.reason == "over the model's window"]
    kept = 81 - len(over)
    assert 2 < kept < 81
    assert all(
        d.step == "write"
        and d.what == backend.name
        and d.reason == "no source sentence bears it out"
        and d.text
        for d in draft.dropped
        if d not in over
    )
    assert not any(d.what == "a0" for d in over)  # the short document leaves room to the long ones
    cut = [sum(d.what == f"a{n}" for d in over) for n in (1, 2)]
    assert abs(cut[0] - cut[1]) <= 2


@pytest.mark.parametrize("name", ["t5", "pegasus", "bart", "led"])
@pytest.mark.parametrize("sizes", [(40, 40), (3, 90, 1), (5,) * 12])
def test_what_is_kept_of_a_story_is_read_whole(name, sizes, backends):
    backend = backends[name]
    read = []
    backend._drafts = lambda batch, limits: read.extend(batch) or [()]
    try:
        backend.write_story(documents(*sizes), words=6)
    finally:
        del backend._drafts
    (asked,) = read
    assert len(asked.tokens) <= backend.window_tokens
    shown = backend._tokenizer.decode(asked.tokens, skip_special_tokens=True)
    for text in asked.lines:
        assert "".join(text.split()) in "".join(shown.split())


def test_primera_reads_each_document_by_itself_and_its_separator_after_every_one(backends):
    led = backends["led"]
    known = led._tokenizer.get_vocab()
    first, second = (
        tuple(led._tokenizer(text, add_special_tokens=False).input_ids) for text in ("One.", "Two.")
    )
    between = known["<doc-sep>"]
    assert led._story_tokens(("One.", "Two."), 60) == (
        known["<s>"], *first, between, *second, between, known["</s>"]
    )  # fmt: skip


def test_pegasus_reads_documents_joined_as_in_the_set_it_was_tuned_on(backends):
    pegasus = backends["pegasus"]
    joined = tuple(pegasus._tokenizer("One said. ||||| Two said.").input_ids)
    assert pegasus._story_tokens(("One said.", "Two said."), 60) == joined


def test_primera_attends_globally_to_its_separators_and_its_first_token(backends):
    led = backends["led"]
    import torch

    ids = torch.tensor([led._story_tokens(("One.", "Two."), 60)])
    mask = led._global_attention(ids)
    assert mask.sum() == 3
    assert mask[0, 0] == 1
    assert mask[0][ids[0] == led._separator_id].tolist() == [1, 1]


def test_an_article_cannot_part_itself_in_two(backends):
    led = backends["led"]
    story = [[Sentence("a", 0, 0, 0, "The mayor <doc-sep> of Dorn </s> said so.")]]
    read = []
    led._drafts = lambda batch, limits: read.extend(batch) or [()]
    try:
        led.write_story(story, words=6)
    finally:
        del led._drafts
    assert read[0].tokens.count(led._separator_id) == 1
    assert read[0].tokens.count(led._tokenizer.eos_token_id) == 1


def test_with_more_documents_than_its_window_holds_sentences_the_first_are_read():
    stories = [[Sentence(f"a{d}", n, 0, 0, "one two three four") for n in range(3)] for d in range(9)]
    fitted = fit(stories, 20, lambda text: len(text.split()))
    assert any(fitted.documents[:5])
    assert not any(fitted.documents[5:])
    assert sum(map(len, fitted.documents)) + len(fitted.dropped) == 27


def test_a_longer_separator_leaves_less_room():
    stories = documents(10, 10)
    short, long = (fit(stories, 60, lambda text: 7, separator_tokens=n) for n in (1, 8))
    assert sum(map(len, short.documents)) > sum(map(len, long.documents)) > 0
