"""The whole check: hard pairs, natural errors of summarisers, names, and its speed on one core.

Peers on the natural errors are the plain presence of the mention's string in the document, and of its value.
"""

from __future__ import annotations

import gc
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import median

from briefing.check import check_against, check_text
from briefing.data import Article, CheckReport
from briefing.sources import Sources
from measure.pairs import normalised_presence, sources_of
from measure.report import Row, Section

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
_DATASETS = ("cliff", "entfa", "goyal21", "summedits_ectsum", "summedits_news", "xsumfaith")


@dataclass(frozen=True, slots=True)
class Claim:
    """A number in a model's summary, labelled by people; ``start``/``end`` are its place in the summary."""

    dataset: str
    document: str
    summary: str
    mention: str
    start: int
    end: int
    supported: bool


def claims(data: Path) -> Iterator[Claim]:
    """Yield the labelled number mentions."""
    path = data / "consistency" / "number_claims.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        yield Claim(
            r["dataset"],
            r["document"],
            r["summary"],
            r["mention"],
            r["start"],
            r["end"],
            r["label"] == "supported",
        )


def flagged_by_check(claim: Claim) -> bool:
    """Return whether the check refuses a figure at the mention."""
    report = _report(claim.summary, claim.document)
    at = [c for c in report.figures if c.start < claim.end and claim.start < c.end]
    return any(not c.verdict.passes for c in at)


@lru_cache(maxsize=8)
def _report(summary: str, document: str) -> CheckReport:
    """Return the check of a summary; its mentions come one after the other."""
    return check_against(summary, sources_of((Article("document", document, ""),)))


def flagged_by_string(claim: Claim) -> bool:
    """Return whether the mention's very string is nowhere in the document as a whole word."""
    pattern = rf"(?<![\w.,]){re.escape(claim.mention.lower())}(?![\w]|[.,]\d)"
    return re.search(pattern, claim.document.lower()) is None


def flagged_by_value(claim: Claim) -> bool:
    """Return whether the mention's value, in digits or words, is nowhere in the document."""
    return not normalised_presence(claim.mention, (claim.document,))


_CHECKS: tuple[tuple[str, Callable[[Claim], bool]], ...] = (
    ("check", flagged_by_check),
    ("exact string", flagged_by_string),
    ("normalised value", flagged_by_value),
)


def _natural(data: Path) -> list[Row]:
    counts: dict[tuple[str, bool], list[list[bool]]] = defaultdict(list)
    for claim in claims(data):
        counts[claim.dataset, claim.supported].append([judge(claim) for _, judge in _CHECKS])
    rows: list[Row] = []
    for dataset in _DATASETS:
        for supported, key, what in (
            (False, "recall", "unsupported caught"),
            (True, "alarms", "supported refused"),
        ):
            found = counts.get((dataset, supported), [])
            shares = (
                [100 * sum(column) / len(column) for column in zip(*found, strict=True)]
                if found
                else [0.0] * 3
            )
            peers = tuple(
                (name, round(share, 1)) for (name, _), share in zip(_CHECKS[1:], shares[1:], strict=True)
            )
            target = "> exact string" if not supported else "< exact string"
            rows.append(
                Row(
                    f"claims_{dataset}_{key}",
                    f"{dataset}: {what}, of {len(found)}",
                    shares[0],
                    "%",
                    target,
                    peers,
                )
            )
    return rows


def _probe(data: Path) -> list[Row]:
    cases = json.loads((data / "numbers" / "probe_cases.json").read_text(encoding="utf-8"))
    caught = rejected = 0
    for case in cases:
        report = check_text(case["summary"], (Article("source", case["source"], ""),))
        if case["supported"]:
            rejected += not report.ok
        else:
            caught += any(not c.verdict.passes for c in report.figures)
    wrong = sum(not case["supported"] for case in cases)
    return [
        Row("probe_caught", f"hard pairs: wrong figures caught, of {wrong}", caught, "", "21"),
        Row(
            "probe_rejected", f"hard pairs: right ones rejected, of {len(cases) - wrong}", rejected, "", "≤ 1"
        ),
    ]


def _articles() -> tuple[Article, ...]:
    """Ten articles of about 800 words, made of the seeds' own sentences."""
    from briefing.split import split
    from measure.mutation import seed_articles

    sentences = [s.text for article in seed_articles() for s in split(article)]
    made = []
    for number in range(10):
        words: list[str] = []
        place = number * 7
        while len(words) < 800:
            words.extend(sentences[place % len(sentences)].split())
            place += 3
        made.append(Article(f"a{number}", " ".join(words[:800]), f"Paper {number}"))
    return tuple(made)


def _speed() -> list[Row]:
    articles = _articles()
    brief = " ".join(" ".join(a.text for a in articles[::3]).split()[:200])
    texts = [a.text for a in articles]
    times, ratios = [], []
    gc.collect()
    gc.freeze()  # what other measurements left behind is not walked at each collection, as in a process of its own
    for _ in range(5):
        times.append(_milliseconds(lambda: check_against(brief, Sources.of(articles))))
        ratios.append(times[-1] / _milliseconds(lambda: _yardstick(texts)))
    gc.unfreeze()
    return [
        Row("check_ms", "a 200-word brief against ten 800-word articles, CPU", median(times), "ms", "≤ 60"),
        Row(
            "check_yardstick",
            "the same, beside the time of counting the articles' words a hundred times in turn with it",
            median(ratios),
            "×",
        ),
    ]


def _yardstick(texts: Sequence[str]) -> None:
    """Count words, work of the standard library alone: what the machine gives just now."""
    for _ in range(100):
        for text in texts:
            Counter(re.findall(r"\w+", text))


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def measure(data: Path | None = None) -> Section:
    """Measure; rows on shared data are left out where ``data`` is absent."""
    data = data if data is not None else DATA
    rows = _speed()
    if (data / "numbers" / "probe_cases.json").exists():
        rows = [*_probe(data), *_natural(data), *rows]
    text = (
        "Hard pairs of one sentence each; 695 number mentions in model-written summaries, labelled by people against "
        "one document (a little noisy: labels of spans, not of numbers); and the time of one check, parsing included."
    )
    return Section("The check", text, tuple(rows))


if __name__ == "__main__":
    section = measure()
    print(section.text)
    for row in section.rows:
        peers = "; ".join(f"{name} {value}" for name, value in row.peers)
        print(f"{row.ours:7.1f} {row.unit:2} {row.what}  {row.target}  [{peers}]")
