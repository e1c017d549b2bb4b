"""What the adapter costs: speed and memory of the embedded model beside its base, in processes of their own.

``python -m measure.adapter_cost`` prints the rows, with a model's name behind it that model's figures alone. Each process
loads one model from the cache and writes eight facts as a brief does: its own prompt, the guard on, three candidates a fact.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

from briefing.models import EMBEDDED, ensure
from briefing.settings import WriteSettings
from measure.facts import our_facts
from measure.report import Row

TEXT = (
    "Against the base: processes of their own that load a model and write the same facts as a brief does, each with its own "
    "prompt, taking turns; the best of four rates by processor time, and the largest peak of resident memory."
)
_ROUNDS = 2  # processes of each model
_REPEATS = 2  # measured batches of one process, after one that warms up
_OURS = "embedded"


def rows() -> tuple[Row, ...]:
    """Return speed and memory of the embedded model, those of its base beside them, and their ratios."""
    for name in (_OURS, EMBEDDED):
        ensure(name)  # fetched, converted and merged here, so that the processes only load
    runs = [(name, _in_own_process(name)) for _ in range(_ROUNDS) for name in (_OURS, EMBEDDED)]
    rate, peak = (
        {name: max(run[figure] for of, run in runs if of == name) for name in (_OURS, EMBEDDED)}
        for figure in ("tokens_per_cpu_s", "peak_gb")
    )

    def row(key: str, what: str, figures: dict[str, float], unit: str) -> Row:
        return Row(key, what, round(figures[_OURS], 2), unit, peers=(("base", round(figures[EMBEDDED], 2)),))

    return (
        row("adapter_tokens", "tokens a processor second, with the adapter", rate, "tokens/s"),
        Row("adapter_speed", "its speed against the base", rate[_OURS] / rate[EMBEDDED], "×", "≥ 1"),
        row("adapter_gb", "peak memory, with the adapter", peak, "GB"),
        Row("adapter_memory", "its memory against the base", peak[_OURS] / peak[EMBEDDED], "×", "≤ 1"),
    )


def cost(name: str) -> dict[str, float]:
    """Load the model and write in this process; return its best rate and the peak of its resident memory."""
    from briefing.write import load_backend

    backend = load_backend(name, settings=WriteSettings(shorter_forms=0))
    rates = [_rate(backend) for _ in range(_REPEATS + 1)]
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"tokens_per_cpu_s": max(rates[1:]), "peak_gb": peak_kb / 1e6}


def _rate(backend: object) -> float:
    """Return the tokens that one batch writes a processor second."""
    before, started = backend.tokens_written, time.process_time()  # type: ignore[attr-defined]
    backend.write(our_facts())  # type: ignore[attr-defined]
    return float((backend.tokens_written - before) / (time.process_time() - started))  # type: ignore[attr-defined]


def _in_own_process(name: str) -> dict[str, float]:
    command = [sys.executable, "-m", "measure.adapter_cost", name]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(cost(sys.argv[1])))
    else:
        for measured in rows():
            print(f"{measured.what}: {measured.ours:.2f} {measured.unit} {dict(measured.peers) or ''}")
