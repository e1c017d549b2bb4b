from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.data import Article
from briefing.split import split, split_text

CASES = [
    line.replace("⏎", "\n")
    for line in (Path(__file__).parent / "data" / "split_cases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def pieces(text, language="en"):
    return [text[start:end] for start, end in split_text(text, language)]


def test_the_table_holds_at_least_150_cases():
    assert len(CASES) >= 150


@pytest.mark.parametrize("case", CASES)
def test_a_hard_case_is_split_where_a_reader_would(case):
    assert pieces(case.replace("¦", "")) == [piece.strip() for piece in case.split("¦")]


HARD = ["Mr.", "U.S.", "a.m.", "He", "it", "12", "3.5", "“", "”", '"', "'", "(", ")", "[", "]", "…", "...", "?!", "\n",
        "\r\n", " ", "\u00a0", "\u2028", "No.", "i.e.", "said.He", "—", "Ё.", "他。", "\u200b", "É", "🙂", "\ud800"]  # fmt: skip
hard_text = st.lists(st.sampled_from(HARD), max_size=40).map("".join)


@given(hard_text | st.text(), st.sampled_from(["en", "en-GB", "", "de", "zh", "xx"]))
def test_no_sentence_overlaps_another_and_only_white_space_lies_between(text, language):
    at = 0
    for start, end in split_text(text, language):
        assert text[at:start].strip() == ""
        assert start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


@given(hard_text)
def test_a_sentence_never_runs_over_a_line_break(text):
    assert not any("\n" in piece for piece in pieces(text))


def test_a_sentence_knows_its_article_its_place_and_its_offsets():
    article = Article("ferry", "It burned.  Seven died.\n\nMore follows", "Meridian Daily")
    sentences = split(article)
    assert [s.text for s in sentences] == ["It burned.", "Seven died.", "More follows"]
    assert [s.index for s in sentences] == [0, 1, 2]
    assert all(article.text[s.start : s.end] == s.text and s.article_id == "ferry" for s in sentences)


def test_other_languages_are_split_by_their_own_rules():
    assert pieces("Er kam am 3. Mai an. Dann ging er.", "de") == ["Er kam am 3. Mai an.", "Dann ging er."]
    assert pieces("他来了。她走了。", "zh") == ["他来了。", "她走了。"]


def test_a_quotation_longer_than_a_brief_is_split():
    quote = " ".join(f"We heard the alarm number {n} before the smoke came." for n in range(20))
    assert len(pieces(f"“{quote}” he said.")) > 5


@pytest.mark.parametrize("bit", ["a. ", '"', "(“", ". ", "…", "[1]", "A.B", "Mr. ", "a", "\n", " .", "“a. "])
def test_the_time_is_linear(bit):
    import time

    start = time.process_time()
    split_text("A. " + bit * (300_000 // len(bit)))
    assert time.process_time() - start < 4
