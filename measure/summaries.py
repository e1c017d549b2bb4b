"""Verbatim briefs against human summaries, beside LEAD, LexRank and TextRank in the same run.

``python -m measure.summaries`` prints the rows. Weights were learnt on the even lines of both files; settings
were chosen with two-fold scores in view of all lines, so the odd lines are a fairer test but no clean one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.evaluate import Report, Scores, evaluate_file
from measure.report import Row, Section

SETS = (("multinews", 200, "Multi-News, 200 words"), ("multiling2011_en", 240, "MultiLing 2011, 240 words"))
AIMS = {
    "multinews_r1": "LexRank + 2; aim 46",
    "multinews_r2": "LexRank + 1.5; aim 16.5",
    "multinews_rl": "LexRank + 0.5",
    "multiling2011_en_r1": "above LexRank",
    "multiling2011_en_r2": "above LexRank",
    "multiling2011_en_rl": "above LexRank",
}
KINDS = ("r1", "r2", "rl")


def measure(data: Path) -> Section:
    """Return ROUGE of verbatim briefs and of the peers, on each set and on the half not learnt from."""
    rows: list[Row] = []
    for name, words, title in SETS:
        path = data / "summaries" / f"{name}.jsonl"
        if path.exists():
            rows += _rows(name, title, evaluate_file(path, words=words))
    return Section(
        "Briefs against human summaries",
        "ROUGE F1 (rouge-score, stemmed), every text cut to the word budget, mean over references; no model, the "
        "sources' own sentences. “Odd lines” are the half that no weight was learnt from (settings were chosen in view "
        "of all). A margin is ours less "
        "LexRank's, cluster by cluster in the same run. Figures covered are the share of the references' figures "
        "that a brief states.",
        tuple(rows),
    )


def _rows(name: str, title: str, report: Report) -> list[Row]:
    ours, *peers = report.systems
    rows = []
    for index, kind in enumerate(KINDS):
        for half, start in (("", 0), ("_odd", 1)):
            step = 2 if half else 1
            rows.append(
                Row(
                    f"summaries_{name}_{kind}{half}",
                    f"{title}: ROUGE-{kind[1:].upper()}{', odd lines' if half else ''}",
                    _mean(ours, index, start, step),
                    "",
                    AIMS[f"{name}_{kind}"],
                    tuple((peer.name, _mean(peer, index, start, step)) for peer in peers),
                )
            )
        rivals = [peer for peer in peers if peer.name == "LexRank"]
        rows += [
            Row(
                f"summaries_{name}_{kind}_margin",
                f"{title}: ROUGE-{kind[1:].upper()}, margin over {rival.name}",
                _mean(ours, index) - _mean(rival, index),
                "points",
                AIMS[f"{name}_{kind}"],
                note=f"ahead or level in {_wins(ours, rival, index)} of {report.clusters} clusters",
            )
            for rival in rivals
        ]
    return [*rows, *_other_rows(name, title, report)]


def _other_rows(name: str, title: str, report: Report) -> list[Row]:
    ours, *peers = report.systems
    return [
        Row(
            f"summaries_{name}_figures",
            f"{title}: figures of the references covered",
            ours.figures_covered,
            "%",
            "",
            tuple((peer.name, peer.figures_covered) for peer in peers),
        ),
        Row(
            f"summaries_{name}_unsupported",
            f"{title}: unsupported figures in all briefs",
            ours.unsupported,
            "",
            "0",
        ),
        Row(
            f"summaries_{name}_words",
            f"{title}: mean words of a brief",
            ours.words,
            "words",
            f"{report.words} ± 10 %",
        ),
        Row(
            f"summaries_{name}_seconds",
            f"{title}: seconds a brief, articles to checked text",
            ours.seconds / report.clusters,
            "s",
            "≤ 1.5",
            tuple((peer.name, peer.seconds / report.clusters) for peer in peers),
        ),
    ]


def _mean(scores: Scores, index: int, start: int = 0, step: int = 1) -> float:
    values: Sequence[float] = [row[index] for row in scores.per_cluster[start::step]]
    return sum(values) / max(1, len(values))


def _wins(ours: Scores, rival: Scores, index: int) -> int:
    pairs = zip(ours.per_cluster, rival.per_cluster, strict=True)
    return sum(mine[index] >= theirs[index] for mine, theirs in pairs)


if __name__ == "__main__":
    for row in measure(Path(__file__).parent.parent.parent / "shared" / "data").rows:
        peers = "; ".join(f"{name} {value:.2f}" for name, value in row.peers)
        print(f"{row.what}: {row.ours:.2f} {row.unit}", peers, row.note, sep="  ")
