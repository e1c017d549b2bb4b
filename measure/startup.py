"""How long a user waits: import, ``--help``, and a whole brief of the three seed articles from the shell."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from measure.report import Row, Section

ROOT = Path(__file__).parent.parent


def measure(data: Path) -> Section:
    """Time whole processes, five runs each after one warm-up; medians of wall seconds."""
    seed = str(ROOT / "seeds" / "nato-tripoli-2011")
    rows = (
        Row(
            "import_s", "`import briefing`", _median([sys.executable, "-c", "import briefing"]), "s", "≤ 0.3"
        ),
        Row("help_s", "`briefing --help`", _median(_briefing("--help")), "s", "≤ 0.3"),
        Row(
            "verbatim_s",
            "three seeds, verbatim",
            _median(_briefing("make", seed, "-m", "verbatim")),
            "s",
            "≤ 1.5",
        ),
        Row(
            "embedded_s", "three seeds, embedded model", _median(_briefing("make", seed), runs=3), "s", "≤ 20"
        ),
    )
    return Section("From the shell", "Whole processes, weights in the cache, median of the runs.", rows)


def _briefing(*words: str) -> list[str]:
    return [sys.executable, "-m", "briefing", *words]


def _median(command: list[str], runs: int = 5) -> float:
    seconds = []
    for _ in range(runs + 1):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        seconds.append(time.perf_counter() - begun)
    return round(median(seconds[1:]), 3)
