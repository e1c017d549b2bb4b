"""The figure check holds its floors on our own pairs, and the pairs are what they say they are."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from briefing.data import Kind
from measure import pairs
from measure.report import Row

RULES = range(1, 19)
KINDS = frozenset(
    {
        "count", "money", "percent", "points", "ordinal", "date", "weekday", "relative-date", "time", "duration",
        "age", "score", "vote", "rate", "ratio", "fraction", "measure", "temperature", "range", "decade", "vague",
        "name", "idiom", "change", "negative", "derived", "superseded", "conflict", "quote", "proper-name",
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def loaded() -> tuple[pairs.Pair, ...]:
    return pairs.load()


@pytest.fixture(scope="module")
def judged(loaded: tuple[pairs.Pair, ...]) -> tuple[pairs.Judged, ...]:
    return tuple(pairs.judge(pair) for pair in loaded)


@pytest.fixture(scope="module")
def rows(judged: tuple[pairs.Judged, ...]) -> tuple[Row, ...]:
    return pairs.shares(judged).rows


@pytest.fixture(scope="module")
def measured(rows: tuple[Row, ...]) -> dict[str, float]:
    return {row.key: row.ours for row in rows}


def test_there_are_at_least_640_pairs_and_half_are_supported(loaded: tuple[pairs.Pair, ...]) -> None:
    supported = sum(pair.supported for pair in loaded)
    assert len(loaded) >= 640
    assert abs(supported / len(loaded) - 0.5) < 0.02


def test_each_part_of_the_suite_is_large_enough_and_half_supported(loaded: tuple[pairs.Pair, ...]) -> None:
    sizes = Counter(pair.half for pair in loaded)
    assert set(sizes) == {"dev", "held", "sealed"}
    assert sizes["dev"] >= 300
    assert sizes["held"] >= 300
    assert sizes["sealed"] >= 100
    for half, size in sizes.items():
        supported = sum(pair.supported for pair in loaded if pair.half == half)
        assert abs(supported / size - 0.5) < 0.02, half


@pytest.mark.parametrize("supported", [True, False])
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_ten_pairs_of_each_sort(
    rule: int, supported: bool, loaded: tuple[pairs.Pair, ...]
) -> None:
    assert sum(rule in pair.rules and pair.supported == supported for pair in loaded) >= 10


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_figure_has_ten_pairs(kind: str, loaded: tuple[pairs.Pair, ...]) -> None:
    assert sum(pair.kind == kind for pair in loaded) >= 10


def test_no_kind_is_misspelled_and_no_id_is_used_twice(loaded: tuple[pairs.Pair, ...]) -> None:
    assert {pair.kind for pair in loaded} <= KINDS
    assert len({pair.id for pair in loaded}) == len(loaded)


def test_the_wrong_words_of_a_refused_pair_stand_in_its_text(loaded: tuple[pairs.Pair, ...]) -> None:
    for pair in loaded:
        assert bool(pair.bad) != pair.supported, pair.id
        assert pair.bad in pair.text, pair.id


def test_a_source_has_a_time_with_an_offset_or_none_at_all(loaded: tuple[pairs.Pair, ...]) -> None:
    for pair in loaded:
        for article in pair.articles:
            assert article.published is None or article.published.utcoffset() is not None, pair.id


def test_fifty_pairs_are_of_someone_who_pastes_a_text_without_a_time(loaded: tuple[pairs.Pair, ...]) -> None:
    assert sum(all(a.published is None for a in pair.articles) for pair in loaded) >= 50


def test_the_parts_share_no_source() -> None:
    sources: dict[str, set[str]] = {"dev": set(), "held": set(), "sealed": set()}
    for path in Path(pairs.PAIRS).glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            sources[path.stem.partition("_")[0]] |= {s["text"] for s in json.loads(line)["sources"]}
    assert len(sources["dev"] | sources["held"] | sources["sealed"]) == sum(map(len, sources.values()))


@pytest.mark.parametrize("key", sorted(pairs.floors()))
def test_a_share_of_pairs_judged_right_is_not_below_its_floor(key: str, measured: dict[str, float]) -> None:
    assert measured[key] >= pairs.floors()[key]


def test_the_check_beats_both_peers_in_every_half(rows: tuple[Row, ...]) -> None:
    for row in rows[:6]:
        assert all(row.ours > share for _, share in row.peers), row.what


def test_every_figure_that_passes_cites_a_sentence_of_its_article(judged: tuple[pairs.Judged, ...]) -> None:
    without = []
    for pair, report in ((j.pair, j.report) for j in judged if j.pair.half == "dev"):
        texts = {article.id: article.text for article in pair.articles}
        for checked in (c for c in report.figures if c.verdict.passes and c.figure.kind is not Kind.IDIOM):
            exact = all(texts[c.article_id][c.start : c.end] == c.text != "" for c in checked.citations)
            if not checked.citations or not exact:
                without.append(f"{pair.id} {checked.text}: {checked.reason}")
    assert not without


def test_presence_alone_passes_a_swap_inside_one_source() -> None:
    source = "The crash killed 41 people and injured 180."
    assert pairs.presence("The crash killed 180 people.", [source])
    assert pairs.normalised_presence("The crash killed one hundred and eighty people.", [source])
    assert not pairs.presence("The crash killed 42 people.", [source])
