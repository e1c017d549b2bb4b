"""Where sentences end: hard cases of our own against other splitters, and the speed on real text."""

from __future__ import annotations

import importlib
import json
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from briefing.split import split_text
from measure.report import Row, Section

Splitter = Callable[[str], Sequence[str]]
_CASES = Path(__file__).parent.parent / "tests" / "data" / "split_cases.txt"
_TEXT = "clustering/multinews_truncated_val300.jsonl"
_RUNS = 5


def cases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return ``(text, sentences)`` of each case in the table."""
    lines = [line.replace("⏎", "\n") for line in _CASES.read_text(encoding="utf-8").splitlines()]
    wanted = [line for line in lines if line and not line.startswith("#")]
    return tuple((line.replace("¦", ""), tuple(part.strip() for part in line.split("¦"))) for line in wanted)


def ours(text: str) -> list[str]:
    """Return the sentences that ``briefing.split`` finds."""
    return [text[start:end] for start, end in split_text(text)]


def peers() -> dict[str, Splitter]:
    """Return the other splitters that are installed: sentencex always, pysbd and nupunkt where they are."""
    import sentencex

    found: dict[str, Splitter] = {"sentencex": lambda text: sentencex.segment("en", text)}
    with suppress(ImportError):
        found["pysbd"] = importlib.import_module("pysbd").Segmenter(language="en", clean=False).segment
    with suppress(ImportError):
        found["nupunkt"] = importlib.import_module("nupunkt").sent_tokenize
    return found


def share_right(splitter: Splitter) -> float:
    """Return the share of cases, in percent, that come out exactly; white space at the ends doesn't count."""
    table = cases()
    right = 0
    for text, wanted in table:
        right += tuple(piece.strip() for piece in splitter(text) if piece.strip()) == wanted
    return 100 * right / len(table)


def speed(splitter: Splitter, texts: Sequence[str]) -> float:
    """Return the median characters a second over several runs, in millions, by processor time."""
    size = sum(map(len, texts))
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        for text in texts:
            splitter(text)
        times.append(time.process_time() - start)
    return size / sorted(times)[_RUNS // 2] / 1e6


def measure(data: Path) -> Section:
    """Return the share of hard cases split right, and the speed where ``data`` is present."""
    others = peers()
    rows = [
        Row(
            "split_cases",
            f"{len(cases())} hard cases of our own split exactly",
            share_right(ours),
            "%",
            "≥ 99",
            tuple((name, share_right(splitter)) for name, splitter in others.items()),
            "written for this splitter, so a regression test rather than an independent figure",
        )
    ]
    path = data / _TEXT
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines][:300]
        fast = {name: splitter for name, splitter in others.items() if name != "pysbd"}  # 350 times slower
        rows.append(
            Row(
                "split_speed",
                "speed on news text, one thread",
                speed(ours, texts),
                "million characters/s",
                "",
                tuple((name, speed(splitter, texts)) for name, splitter in fast.items()),
            )
        )
    return Section("Sentences", "Where a sentence ends, in a table of hard cases; and how fast.", tuple(rows))


if __name__ == "__main__":
    for row in measure(Path(__file__).parent.parent.parent / "shared" / "data").rows:
        print(
            f"{row.what}: {row.ours:.1f} {row.unit}",
            *(f"{name} {value:.1f}" for name, value in row.peers),
            sep="; ",
        )
