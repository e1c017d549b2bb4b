"""How time and memory grow with the number of articles, from clean to group, and the near-duplicate step's peers.

The articles are made by mixing passages of real ones, about 400 words each; every fifth is a near-copy of
another. Run alone: ``python -m measure.scale [ARTICLES …]``.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.data import Article
from briefing.settings import DedupeSettings
from measure.report import Row, Section

_DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
_COPY_SHARE = 0.2
_WORDS = 400
_PASSAGE_SENTENCES = 5
_PEER_ARTICLES = 5_000


def measure(data: Path) -> Section:
    """Return time and memory for 10,000 and 100,000 articles, and how the near-duplicate step compares."""
    small, large = (_in_own_process(data, count) for count in (10_000, 100_000))
    rows = [
        Row("scale_100k_s", "clean → group, 100,000 articles", round(large["total_s"], 1), "s", "≤ 180"),
        Row(
            "scale_100k_cpu_s",
            "the same, processor time",
            round(large["cpu_s"], 1),
            "s",
            note="on a busy machine the fairer figure",
        ),
        Row("scale_100k_gb", "peak memory", round(large["peak_gb"], 2), "GB", "≤ 4"),
        Row(
            "scale_growth",
            "processor time from 10,000 to 100,000 articles",
            round(large["cpu_s"] / small["cpu_s"], 1),
            "×",
            "≤ 12",
        ),
        *(
            Row(f"scale_{step}", step, round(large[step], 1), "s")
            for step in ("clean_s", "dedupe_s", "group_s")
        ),
        *_near_rows(data),
    ]
    return Section("Speed and memory", __doc__ or "", tuple(rows))


def mixed_articles(data: Path, count: int, seed: int = 1) -> list[Article]:
    """Return ``count`` articles of about 400 words, passages of real text in new combinations."""
    chance = random.Random(seed)
    pool = [passage for text in _texts(data) for passage in _passages(text)]
    start = datetime(2026, 1, 1, tzinfo=UTC)
    articles: list[Article] = []
    for number in range(count):
        when = start + timedelta(minutes=chance.randrange(3 * 24 * 60))
        publisher = f"Site {chance.randrange(200)}"
        if articles and chance.random() < _COPY_SHARE:
            original = articles[chance.randrange(len(articles))]
            text = _near_copy(original.text, chance)
        else:
            text = _mix(pool, chance)
        articles.append(Article(f"a{number:06d}", text, publisher, published=when))
    return articles


def _texts(data: Path) -> list[str]:
    texts: list[str] = []
    for name in ("clustering/ecbplus", "clustering/newswcl50", "summaries/bbc_news_summary"):
        with (data / f"{name}.jsonl").open(encoding="utf-8") as lines:
            texts.extend(json.loads(line)["text"] for line in lines)
    return texts


def _passages(text: str) -> list[str]:
    sentences = [part.strip() for part in text.replace("\n", " ").split(". ") if len(part.split()) > 4]
    size = _PASSAGE_SENTENCES
    return [". ".join(sentences[at : at + size]) + "." for at in range(0, len(sentences) - 1, size)]


def _mix(pool: Sequence[str], chance: random.Random) -> str:
    passages: list[str] = []
    while sum(map(len, passages)) < _WORDS * 6:
        passages.append(pool[chance.randrange(len(pool))])
    return "\n\n".join(passages)


def _near_copy(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(3):
        at = chance.randrange(len(words))
        if not any(character.isdigit() for character in words[at]):
            words[at] = "also"
    return " ".join(words)


def steps(data: Path, count: int) -> dict[str, float]:
    """Run clean, dedupe and group on ``count`` articles in this process; return seconds and peak gigabytes."""
    from briefing.clean import clean
    from briefing.dedupe import dedupe
    from briefing.group import group

    articles = mixed_articles(data, count)
    seconds: dict[str, float] = {"articles": float(count)}

    def timed(name: str, step: Callable[[], object]) -> object:
        began, began_cpu = time.perf_counter(), _processor_seconds()
        result = step()
        seconds[name] = time.perf_counter() - began
        seconds["cpu_s"] = seconds.get("cpu_s", 0.0) + _processor_seconds() - began_cpu
        return result

    cleaned = timed("clean_s", lambda: clean(articles).articles)
    unique = timed("dedupe_s", lambda: dedupe(cleaned))  # type: ignore[arg-type]
    stories = timed("group_s", lambda: group(unique.originals, unique.copies))  # type: ignore[attr-defined]
    seconds["total_s"] = sum(seconds[name] for name in ("clean_s", "dedupe_s", "group_s"))
    seconds["originals"] = float(len(unique.originals))  # type: ignore[attr-defined]
    seconds["stories"] = float(len(stories))  # type: ignore[arg-type]
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    seconds["peak_gb"] = peak / 1e6
    return seconds


def _processor_seconds() -> float:
    """Return the processor time of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _in_own_process(data: Path, count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "measure.scale", "--json", str(data), str(count)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def _near_rows(data: Path) -> list[Row]:
    """Return documents a second of the near-duplicate step, beside raw rensa and datasketch on the same texts."""
    articles = [replace(article, publisher="") for article in mixed_articles(data, _PEER_ARTICLES)]
    ours, rensa, datasketch = (_rate(run, articles) for run in (_ours, _raw_rensa, _datasketch))
    peers = (("rensa used raw", round(rensa)), ("datasketch", round(datasketch)))
    return [
        Row(
            "near_duplicates_per_s", "near-duplicate step", round(ours), "documents/s", "> datasketch", peers
        ),
        Row("near_against_rensa", "time against rensa used raw", round(rensa / ours, 2), "×", "≤ 1.2"),
    ]


def _rate(run: Callable[[Sequence[Article]], object], articles: Sequence[Article]) -> float:
    """Return articles a second of processor time, the median of three runs."""
    times = []
    for _ in range(3):
        began = time.process_time()
        run(articles)
        times.append(time.process_time() - began)
    return len(articles) / sorted(times)[1]


def _ours(articles: Sequence[Article]) -> object:
    from briefing.dedupe import near_copies
    from briefing.dedupe.alike import Alike
    from briefing.dedupe.shingles import Shingled
    from briefing.dedupe.words import WordHashes

    known, settings = WordHashes(), DedupeSettings()
    shingled = Shingled.of([article.text for article in articles], known)
    order = sorted(range(len(articles)), key=lambda at: -shingled.word_counts[at])
    leader = list(range(len(articles)))
    return near_copies(shingled, order, leader, Alike(articles, shingled, known, settings), settings)


def _triples(text: str) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[at : at + 3]) for at in range(len(words) - 2)]


def _raw_rensa(articles: Sequence[Article]) -> object:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(0.7, 64, 16)
    for number, article in enumerate(articles):
        sketch = RMinHash(num_perm=64, seed=42)
        sketch.update(_triples(article.text))
        index.query(sketch)
        index.insert(number, sketch)
    return index


def _datasketch(articles: Sequence[Article]) -> object:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.7, num_perm=64)
    for number, article in enumerate(articles):
        sketch = MinHash(num_perm=64)
        sketch.update_batch([triple.encode() for triple in _triples(article.text)])
        index.query(sketch)
        index.insert(str(number), sketch)
    return index


if __name__ == "__main__":
    if sys.argv[1:2] == ["--json"]:
        print(json.dumps(steps(Path(sys.argv[2]), int(sys.argv[3]))))
    elif sys.argv[1:]:
        for argument in sys.argv[1:]:
            print(steps(_DATA, int(argument)))
    else:
        for row in measure(_DATA).rows:
            print(row)
