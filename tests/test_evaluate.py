"""The evaluation gives every system the same, scores what it should, and says plainly what is wrong with a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.clusters import Cluster
from briefing.data import Article
from briefing.errors import BriefingError
from briefing.evaluate import Summary, evaluate, evaluate_file, figures_covered
from briefing.peers import lead, peers_at_hand

FIRST = (
    "The harbour bridge at Tolven was closed on Tuesday after inspectors found cracks in two of its nine piers. "
    "Repairs will cost $3.2 million, the roads agency said. About 14,000 vehicles cross the bridge each day."
)
SECOND = (
    "Lorries were sent by way of Sandmouth after the bridge at Tolven was closed. "
    "The mayor, Arvid Lange, called the closure a disaster for the town. The bridge was built in 1962."
)
REFERENCE = "The bridge at Tolven is closed because two piers are cracked; repairs will cost $3.2 million."


@pytest.fixture
def clusters() -> tuple[Cluster, ...]:
    articles = (Article("1/0", FIRST, "Ledger"), Article("1/1", SECOND, "Courier"))
    return (Cluster("1", articles, (REFERENCE,)), Cluster("2", articles[::-1], (REFERENCE, SECOND)))


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def row(**changes: object) -> dict[str, object]:
    return {
        "id": "a",
        "documents": [{"id": "1", "text": FIRST}, {"text": SECOND}],
        "references": [REFERENCE],
    } | changes


def test_a_summary_that_is_the_reference_scores_full_marks(clusters):
    report = evaluate(clusters[:1], lambda articles, words: Summary(REFERENCE), words=40, peers=False)
    ours = report.systems[0]
    assert (ours.rouge1, ours.rouge2, ours.rouge_l, ours.figures_covered) == (100, 100, 100, 100)


def test_a_summary_is_cut_to_the_budget_before_it_is_scored(clusters):
    short = evaluate(clusters[:1], lambda articles, words: Summary(REFERENCE), words=5, peers=False)
    long = evaluate(
        clusters[:1], lambda articles, words: Summary(REFERENCE + " more" * 50), words=5, peers=False
    )
    assert short.systems[0].rouge1 == long.systems[0].rouge1 < 100
    assert long.systems[0].words > 5


def test_several_references_are_averaged(clusters):
    report = evaluate(clusters[1:], lambda articles, words: Summary(REFERENCE), words=100, peers=False)
    assert 50 < report.systems[0].rouge1 < 100


def test_every_system_gets_the_same_articles_and_budget(clusters):
    asked = []

    def summarise(articles: tuple[Article, ...], words: int) -> Summary:
        asked.append((articles, words))
        return Summary(articles[0].text)

    report = evaluate(clusters, summarise, words=30)
    assert asked == [(cluster.articles, 30) for cluster in clusters]
    assert [system.name for system in report.systems] == ["briefing", *(name for name, _ in peers_at_hand())]
    assert {len(system.per_cluster) for system in report.systems} == {2}


def test_an_invented_figure_is_counted_as_unsupported(clusters):
    wrong = Summary("The bridge at Tolven was closed after inspectors found cracks in 41 of its piers.")
    report = evaluate(clusters[:1], lambda articles, words: wrong, words=40, peers=False)
    assert report.systems[0].unsupported == 1


def test_the_models_share_and_speed_are_counted_over_all_clusters(clusters):
    report = evaluate(clusters, lambda articles, words: Summary("A text.", 4, 1, 120), words=40, peers=False)
    ours = report.systems[0]
    assert ours.model_share == 25
    assert ours.tokens_per_second == pytest.approx(240 / ours.seconds)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Repairs will cost $3.2 million; two piers are cracked.", 1.0),
        ("Repairs will cost 3.2 million dollars.", 0.5),
        ("Repairs will cost $4.2 million.", 0.0),
        ("Repairs will cost a lot.", 0.0),
    ],
)
def test_a_references_figure_is_covered_by_the_same_value_in_any_form(text, share):
    assert figures_covered(text, ["Two piers are cracked. Repairs will cost $3.2 million."]) == share


def test_references_without_a_figure_say_nothing_of_coverage():
    assert figures_covered("Two piers are cracked.", ["The bridge is closed."]) is None


def test_without_the_scorer_the_error_says_what_to_install(clusters, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "rouge_score.rouge_scorer", None)
    with pytest.raises(BriefingError, match="pip install"):
        evaluate(clusters, lambda articles, words: Summary("A text."), words=10, peers=False)


def test_lead_takes_equal_shares_of_every_article(clusters):
    assert lead(clusters[0].articles, 6) == "The harbour bridge Lorries were sent"


@pytest.mark.parametrize(("name", "peer"), peers_at_hand())
def test_a_peer_fills_the_budget_with_words_of_the_articles(name, peer, clusters):
    text = peer(clusters[0].articles, 20)
    assert len(text.split()) >= 20
    assert set(text.split()) <= set((FIRST + " " + SECOND).split())


def test_a_file_is_measured_from_end_to_end_without_a_model(tmp_path):
    report = evaluate_file(write(tmp_path / "c.jsonl", row(), row(id="b")), words=30, limit=1)
    ours = report.systems[0]
    assert report.clusters == 1
    assert ours.name == "verbatim"
    assert ours.unsupported == 0
    assert ours.rouge1 > 20
    assert ours.model_share == 0
    table = report.as_text().splitlines()
    assert table[0] == "1 clusters, 30 words"
    assert len({len(line) for line in table[2:]}) == 1
    assert json.loads(report.as_json())["systems"][0]["name"] == "verbatim"


def test_names_outside_the_articles_are_counted_and_words_a_sentence_told(clusters):
    text = "The bridge at Tolven was closed, said Ottilie Brandhurst. Repairs will cost $3.2 million."
    report = evaluate(clusters[:1], lambda articles, words: Summary(text, 2, 1, 30), words=40, peers=True)
    ours, *peers = report.systems
    assert (ours.unsupported, ours.names_outside) == (0, 1)
    assert ours.words_per_sentence == len(text.split()) / 2
    assert ours.model_share == 50
    assert ours.tokens_per_second > 0
    assert all(peer.names_outside == -1 for peer in peers)
    table = report.as_text()
    assert "model's share" in table
    assert "tok/s" in table
