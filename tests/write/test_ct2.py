"""Converted models behind CTranslate2: they write like any backend, and where it is missing one line says so."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing import check_text, make_edition, read_articles
from briefing.data import Evidence, Sentence
from briefing.errors import ModelError
from briefing.settings import Settings, WriteSettings
from briefing.write import Backend, load_backend

SEEDS = Path(__file__).parents[2] / "seeds"
QUICK = WriteSettings(candidates=2, max_new_tokens=12, shorter_forms=0)
NAMES = ("bart", "pegasus", "t5")


@pytest.fixture(scope="module")
def converted(tiny, tmp_path_factory):
    """The tiny models as CTranslate2's own converter writes them, their tokenizers beside them."""
    pytest.importorskip("ctranslate2", reason="CTranslate2 is an extra")
    from ctranslate2.converters import TransformersConverter

    from briefing.models.quiet import quiet_transformers

    root = tmp_path_factory.mktemp("ct2")
    for name in NAMES:
        wanted = ("tokenizer.json", "tokenizer_config.json", "spiece.model")
        there = [file for file in wanted if (tiny / name / file).exists()]
        with quiet_transformers():
            TransformersConverter(str(tiny / name), copy_files=there).convert(str(root / name))
    return root


@pytest.fixture(scope="module")
def backends(converted):
    return {name: load_backend(str(converted / name), settings=QUICK) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_converted_model_writes_one_set_of_candidates_a_fact(name, backends, two_facts):
    backend = backends[name]
    drafts = backend.write(two_facts)
    assert isinstance(backend, Backend)
    assert backend.revision.startswith("sha256:")
    assert backend.tokens_written > 0
    assert len(drafts) == 2
    assert all(1 <= len(found) <= 2 and all(d.likelihood < 0 for d in found) for found in drafts)
    assert drafts == backend.write(two_facts)
    assert drafts == backend.write(two_facts[::-1])[::-1]


@pytest.mark.parametrize("name", NAMES)
def test_a_converted_model_is_known_for_what_it_is(name, backends, tiny):
    ours = backends[name]
    theirs = load_backend(str(tiny / name), settings=QUICK)
    assert ours.takes_stories == theirs.takes_stories
    assert ours.prompts == theirs.prompts
    assert ours._story_tokens(("One said.", "Two said."), 60) == theirs._story_tokens(
        ("One said.", "Two said."), 60
    )
    assert 0 < ours.window_tokens <= theirs.window_tokens


def test_no_digit_or_sign_is_written_that_its_evidence_does_not_have(converted):
    text = "The mayor of Dorn said on Monday that none of the passengers on the tram was hurt."
    backend = load_backend(
        str(converted / "bart"), settings=WriteSettings(candidates=4, max_new_tokens=30, shorter_forms=0)
    )
    (drafts,) = backend.write([Evidence((Sentence("a", 0, 0, len(text), text),), ("X",))])
    assert drafts
    assert not any(set(draft.text) & set("0123456789<>$£€%[]") for draft in drafts)


def test_a_converted_model_that_writes_nonsense_still_gives_a_good_brief(converted):
    edition = make_edition(
        read_articles(SEEDS / "bertram-storm"),
        model=str(converted / "bart"),
        words=60,
        now=datetime(2026, 9, 23, 6, tzinfo=UTC),
        settings=Settings(write=WriteSettings(candidates=1)),
    )
    assert edition.briefs
    for brief in edition.briefs:
        assert 54 <= len(brief.text.split()) <= 66
        assert check_text(brief.text, brief.story.articles).ok
        assert any(dropped.reason == "over the model's window" for dropped in brief.dropped)


def test_without_ctranslate2_one_line_says_what_to_install(converted, monkeypatch):
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    with pytest.raises(ModelError, match=r"pip install 'briefing\[ct2\]'") as told:
        load_backend(str(converted / "bart"))
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("damage", ["tokenizer", "weights", "head"])
def test_a_damaged_folder_is_one_clear_line(damage, converted, tmp_path):
    folder = tmp_path / "bart"
    shutil.copytree(converted / "bart", folder)
    if damage == "tokenizer":
        for path in folder.glob("tokenizer*"):
            path.unlink()
    else:
        whole = (folder / "model.bin").read_bytes()
        (folder / "model.bin").write_bytes(whole[:200] if damage == "weights" else b"\xff" * 64)
    with pytest.raises(ModelError, match="convert") as told:
        load_backend(str(folder))
    assert "\n" not in str(told.value)
