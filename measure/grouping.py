"""Copies and stories on data we did not write, by the public function ``group_articles``, one setting for all.

Gold stories are compared by B³ (Bagga and Baldwin, 1998), by pairs of articles, and by the adjusted Rand index.
Single thresholds were chosen on every other topic or story, but the rules themselves (contrast,
shared names) were found by looking at the whole of ECB+ and NewsWCL50: ``other half`` is the rest of the topics alone, no
clean test. The peer is TF-IDF with average link (scikit-learn), with the best threshold found in hindsight on each set.
"""

from __future__ import annotations

import json
import random
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.data import Article, Story
from briefing.dedupe import dedupe
from briefing.pipeline import group_articles, prepare
from briefing.settings import Settings
from measure.report import Row, Section

_ROOT = Path(__file__).resolve().parents[1]
_DATA = _ROOT.parent / "shared" / "data"
_ORDERS = range(10)  # seeds of the shuffles
_ARRIVALS = 8  # batches in which articles come, for the measure of arrival order

Labels = Sequence[object]


def measure(data: Path, orders: Sequence[int] = _ORDERS) -> Section:
    """Return the figures for copies, then for stories, which are shuffled by each seed of ``orders``."""
    rows = [*_planted(data), *_bbc(data), *_stories(data), *_orders(data, orders), *_seeds()]
    return Section("Copies and stories", __doc__ or "", tuple(rows))


# ---------------------------------------------------------------- scores


def b_cubed(gold: Labels, found: Labels) -> tuple[float, float, float]:
    """Return B³ precision, recall and F1."""
    both, truth, ours = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / ours[label] for (_, label), n in both.items()) / len(gold)
    recall = sum(n * n / truth[label] for (label, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairwise(gold: Labels, found: Labels) -> float:
    """Return F1 over the pairs of articles put together."""
    together = sum(n * (n - 1) for n in Counter(zip(gold, found, strict=True)).values())
    return 2 * together / max(sum(n * (n - 1) for side in (gold, found) for n in Counter(side).values()), 1)


def adjusted_rand(gold: Labels, found: Labels) -> float:
    """Return the adjusted Rand index."""

    def pairs(counts: Counter[object]) -> float:
        return sum(n * (n - 1) / 2 for n in counts.values())

    both = pairs(Counter(zip(gold, found, strict=True)))
    truth, ours = pairs(Counter(gold)), pairs(Counter(found))
    expected = truth * ours / max(len(gold) * (len(gold) - 1) / 2, 1)
    return (both - expected) / max((truth + ours) / 2 - expected, 1e-12)


# ---------------------------------------------------------------- copies


def _planted(data: Path) -> list[Row]:
    rows = []
    for size in (100, 1000):
        folder = data / "clustering" / "minhash"
        lines = (folder / f"articles_{size}.train").read_text(encoding="utf-8").splitlines()
        articles = [Article(line.split(" ", 1)[0], line.split(" ", 1)[1], "") for line in lines]
        truth = {
            frozenset(line.split()) for line in (folder / f"articles_{size}.truth").read_text().splitlines()
        }
        found = {frozenset((copy.article.id, copy.original_id)) for copy in dedupe(articles).copies}
        peer = _datasketch_pairs(articles)
        for name, value, theirs in (
            ("precision", len(truth & found) / max(len(found), 1), len(truth & peer) / max(len(peer), 1)),
            ("recall", len(truth & found) / len(truth), len(truth & peer) / len(truth)),
        ):
            rows.append(
                Row(
                    f"copies_{size}_{name}",
                    f"planted near-duplicates among {size}: {name}",
                    round(value, 3),
                    target="1.0",
                    peers=(("datasketch", round(theirs, 3)),),
                )
            )
    return rows


def _datasketch_pairs(articles: Sequence[Article]) -> set[frozenset[str]]:
    from datasketch import MinHash, MinHashLSH

    index, pairs = MinHashLSH(threshold=0.7, num_perm=128), set()
    for article in articles:
        words = article.text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)])
        pairs |= {frozenset((article.id, other)) for other in index.query(sketch)}
        index.insert(article.id, sketch)
    return pairs


def _bbc(data: Path) -> list[Row]:
    articles = [
        Article(entry["id"], entry["text"], "BBC", entry["title"])
        for entry in _lines(data / "summaries" / "bbc_news_summary.jsonl")
    ]
    present = {article.id for article in articles}
    groups = json.loads((data / "clustering" / "bbc_exact_duplicate_groups.json").read_text())
    truth = {frozenset(group) & present for group in groups}
    truth = {group for group in truth if len(group) > 1}
    copies = dedupe(articles).copies
    families: dict[str, set[str]] = defaultdict(set)
    for copy in copies:
        if copy.kind == "exact":
            families[copy.original_id] |= {copy.original_id, copy.article.id}
    found = {frozenset(family) for family in families.values()}
    others = sum(copy.kind != "exact" for copy in copies)
    note = f"{len(truth)} groups have their articles present; {others} more found as near or contained"
    return [
        Row(
            "copies_bbc_recall",
            "BBC exact duplicates: groups found",
            len(truth & found) / len(truth),
            target="all",
            note=note,
        ),
        Row(
            "copies_bbc_false",
            "BBC exact duplicates: false groups",
            float(len(found - truth)),
            target="0",
        ),
    ]


# ---------------------------------------------------------------- stories


def _stories(data: Path) -> list[Row]:
    rows = []
    targets = {
        "ecbplus": ("≥ 0.93", "≥ 0.90"),
        "multinews_truncated_val300": ("≥ 0.86", ""),
        "newswcl50": ("", ""),
    }
    for name, (b3_target, pair_target) in targets.items():
        texts, gold, topics = _set(data, name)
        found = _labels(texts)
        precision, recall, f1 = b_cubed(gold, found)
        peer_b3, peer_pairs = _average_link(texts, gold)
        rows += [
            Row(f"{name}_b3", f"{name}: B³ F1", round(f1, 3), target=b3_target, peers=(("TF-IDF in hindsight", peer_b3),),
                note=f"precision {precision:.3f}, recall {recall:.3f}"),
            Row(f"{name}_pairs", f"{name}: pairwise F1", round(pairwise(gold, found), 3), target=pair_target,
                peers=(("TF-IDF in hindsight", peer_pairs),)),
            Row(f"{name}_ari", f"{name}: adjusted Rand index", round(adjusted_rand(gold, found), 3)),
        ]  # fmt: skip
        held = set(sorted(set(topics))[1::2])
        mine = [at for at, topic in enumerate(topics) if topic in held]
        if name != "newswcl50":
            half_gold, half = [gold[at] for at in mine], _labels([texts[at] for at in mine])
            rows.append(
                Row(
                    f"{name}_b3_other_half",
                    f"{name}: B³ F1, other half",
                    round(b_cubed(half_gold, half)[2], 3),
                )
            )
        else:
            rows.append(
                Row(
                    "newswcl50_merged",
                    "newswcl50: events merged",
                    float(_merged(gold, found)),
                    target="0",
                )
            )
    return rows


def _merged(gold: Labels, found: Labels) -> int:
    """Return how many pairs of events share a story."""
    events: dict[object, set[object]] = defaultdict(set)
    for event, story in zip(gold, found, strict=True):
        events[story].add(event)
    return sum(len(members) * (len(members) - 1) // 2 for members in events.values())


def _orders(data: Path, seeds: Sequence[int]) -> list[Row]:
    """Return by how much B³ moves with the order of input, and with the order of arrival in batches."""
    rows = []
    for name in ("ecbplus", "multinews_truncated_val300"):
        texts, gold, _ = _set(data, name)
        steady = b_cubed(gold, _labels(texts))[2]
        shuffled, arriving = [], []
        for seed in seeds:
            order = list(range(len(texts)))
            random.Random(seed).shuffle(order)
            shuffled.append(b_cubed(gold, _labels(texts, order))[2])
            arriving.append(b_cubed(gold, _arriving(texts, order))[2])
        moved = max(abs(value - steady) for value in shuffled)
        rows.append(
            Row(
                f"{name}_order",
                f"{name}: B³ moved by shuffling, at most of {len(seeds)}",
                round(moved, 4),
                target="≤ 0.01",
            )
        )
        spread = f"{min(arriving):.3f} to {max(arriving):.3f} in {_ARRIVALS} batches, {steady:.3f} at once"
        rows.append(
            Row(
                f"{name}_arrival_b3",
                f"{name}: B³ F1 when articles arrive in batches",
                round(min(arriving), 3),
                note=spread,
            )
        )
    return rows


def seed_set(path: Path) -> tuple[list[dict[str, Any]], list[Article]]:
    """Return what a ``story.toml`` of the seeds says of each article, and the articles, their files for ids."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["article"]
    articles = [
        Article(
            entry["file"],
            (path.parent / entry["file"]).read_text(encoding="utf-8"),
            entry["publisher"],
            entry.get("title", ""),
            when if isinstance(when := entry.get("published"), datetime) and when.tzinfo else None,
        )
        for entry in listed
    ]
    return listed, articles


def _seeds() -> list[Row]:
    folders = sorted((_ROOT / "seeds").glob("*/story.toml"))
    exact = 0
    for path in folders:
        listed, articles = seed_set(path)
        found = _by_article(group_articles(articles))
        exact += (
            b_cubed([e["story"] for e in listed], [found.get(e["file"], e["file"]) for e in listed])[2] == 1.0
        )
    return [Row("seeds_exact", "seed sets grouped exactly", exact / max(len(folders), 1), target="1.0")]


# ---------------------------------------------------------------- reading and labelling


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _set(data: Path, name: str) -> tuple[list[str], list[str], list[str]]:
    """Return texts, gold stories, and the topics by which the set is halved."""
    entries = _lines(data / "clustering" / f"{name}.jsonl")
    gold = [entry["event"] for entry in entries]
    return (
        [entry["text"] for entry in entries],
        gold,
        [entry.get("topic", entry["event"]) for entry in entries],
    )


def _articles(texts: Sequence[str]) -> list[Article]:
    return [Article(f"{at:05d}", text, f"Site {at}") for at, text in enumerate(texts)]


def _by_article(stories: Sequence[Story]) -> dict[str, str]:
    return {
        article.id: story.id
        for story in stories
        for article in (*story.articles, *(copy.article for copy in story.copies))
    }


def _labels(texts: Sequence[str], order: Sequence[int] | None = None) -> list[str]:
    """Return the story of each text; a text that was dropped stands alone."""
    articles = _articles(texts)
    found = _by_article(group_articles([articles[at] for at in order] if order else articles))
    return [found.get(article.id, article.id) for article in articles]


def _arriving(texts: Sequence[str], order: Sequence[int]) -> list[str]:
    """Return the story of each text where texts come in batches, each after the stories before it."""
    articles = _articles(texts)
    stories: tuple[Story, ...] = ()
    size = -(-len(order) // _ARRIVALS)
    for start in range(0, len(order), size):
        batch = [articles[at] for at in order[start : start + size]]
        stories = prepare(batch, settings=Settings(), existing=stories).stories
    found = _by_article(stories)
    return [found.get(article.id, article.id) for article in articles]


def _average_link(texts: Sequence[str], gold: Labels) -> tuple[float, float]:
    """Return the peer's B³ F1 and pairwise F1, each at its own best threshold."""
    import numpy as np
    from scipy.cluster.hierarchy import average, fcluster
    from scipy.spatial.distance import squareform
    from sklearn.feature_extraction.text import TfidfVectorizer

    rows = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    distances = np.clip(1 - (rows @ rows.T).toarray(), 0, None)
    np.fill_diagonal(distances, 0)
    tree = average(squareform(distances, checks=False))
    cuts = [fcluster(tree, 1 - least, "distance").tolist() for least in np.arange(0.02, 0.6, 0.02)]
    return round(max(b_cubed(gold, cut)[2] for cut in cuts), 3), round(
        max(pairwise(gold, cut) for cut in cuts), 3
    )


if __name__ == "__main__":
    for row in measure(_DATA).rows:
        print(f"{row.what}: {row.ours:g}{row.unit} ({row.target}) {dict(row.peers)} {row.note}")
