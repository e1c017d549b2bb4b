"""Briefs by the embedded model beside the sources' own sentences and its base, in the same run, on the same clusters.

``python -m measure.model_briefs`` prints the rows. Clusters are odd lines, the half that no weight was learnt from;
all of them, since on a few a margin is chance. A model takes seconds a brief, so this is the slowest measurement.
"""

from __future__ import annotations

from pathlib import Path

from briefing.clusters import read_clusters
from briefing.errors import ModelError
from briefing.evaluate import Report, Scores, evaluate, summariser
from briefing.models import EMBEDDED
from briefing.settings import Settings
from measure.report import Row, Section

BASE = EMBEDDED  # the embedded model without its adapter
SETS = (("multinews", "Multi-News", 19), ("multiling2011_en", "MultiLing 2011", 5))
WORDS = (100, 200)
KINDS = ("rouge1", "rouge2", "rouge_l")
NAMES = {"rouge1": "ROUGE-1", "rouge2": "ROUGE-2", "rouge_l": "ROUGE-L"}


def measure(data: Path) -> Section:
    """Return the embedded model's figures on each set and length, verbatim's beside them."""
    text = (
        "The embedded model's briefs and the verbatim ones of the same clusters (the "
        + " and ".join(f"{limit} odd lines of {title}" for _, title, limit in SETS)
        + "). ROUGE F1 as above; a margin under 0 is a loss against verbatim. So few clusters have a standard error of "
        "one to two points, but both systems choose nearly the same facts, so the margin's own is about 0.3."
    )
    rows: list[Row] = []
    try:
        writers = {name: summariser(name, settings=Settings()) for name in ("embedded", BASE, "verbatim")}
    except ModelError as error:
        return Section("Briefs by the embedded model", f"Not measured: {error}", ())
    for name, title, limit in SETS:
        path = data / "summaries" / f"{name}.jsonl"
        if not path.exists():
            continue
        clusters = read_clusters(path, limit=2 * limit)[1::2]
        for words in WORDS:
            both: dict[str, Report] = {
                model: evaluate(clusters, write, words=words, name=model, peers=False)
                for model, write in writers.items()
            }
            rows += _rows(
                name, title, words, *(both[model].systems[0] for model in ("embedded", BASE, "verbatim"))
            )
    return Section("Briefs by the embedded model", text, tuple(rows))


def _rows(name: str, title: str, words: int, ours: Scores, base: Scores, plain: Scores) -> list[Row]:
    key, what = f"model_{name}_{words}", f"{title}, {words} words"
    rows = [
        Row(
            f"{key}_{kind}_margin",
            f"{what}: {NAMES[kind]}, model less verbatim",
            getattr(ours, kind) - getattr(plain, kind),
            "points",
            "not below 0" if kind != "rouge_l" else "",
            tuple(
                (who, getattr(scores, kind))
                for who, scores in (("model", ours), ("base", base), ("verbatim", plain))
            ),
        )
        for kind in KINDS
    ]
    return [
        *rows,
        Row(f"{key}_words_per_fact", f"{what}: words per fact", ours.words_per_sentence, "words", "fewer than verbatim",
            (("base", base.words_per_sentence), ("verbatim", plain.words_per_sentence))),
        Row(f"{key}_share", f"{what}: sentences that the model won", ours.model_share, "%", "", (("base", base.model_share),)),
        Row(f"{key}_words", f"{what}: mean words of a brief", ours.words, "words", f"{words} ± 10 %",
            (("verbatim", plain.words),)),
        Row(f"{key}_unsupported", f"{what}: unsupported figures in all briefs", ours.unsupported, "", "0",
            (("verbatim", plain.unsupported),)),
        Row(f"{key}_names", f"{what}: names outside the sources in all briefs", ours.names_outside, "", "0",
            (("verbatim", plain.names_outside),)),
        Row(f"{key}_tokens", f"{what}: tokens a second, articles to checked text", ours.tokens_per_second, "tokens/s", "",
            (("base", base.tokens_per_second),)),
        Row(f"{key}_seconds", f"{what}: seconds a brief", ours.seconds / max(1, len(ours.per_cluster)), "s", "",
            (("base", base.seconds / max(1, len(base.per_cluster))),)),
    ]  # fmt: skip


if __name__ == "__main__":
    for row in measure(Path(__file__).parent.parent.parent / "shared" / "data").rows:
        peers = "; ".join(f"{name} {value:.2f}" for name, value in row.peers)
        print(f"{row.key}: {row.what}: {row.ours:.2f} {row.unit}", peers, sep="  ")
