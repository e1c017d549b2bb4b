"""How fast the embedded model writes: batches against one by one, the guard on against off, loading, the adapter's cost."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from briefing.data import Evidence
from briefing.settings import WriteSettings
from briefing.write.backends.decode import Gate
from measure import adapter_cost
from measure.facts import our_facts
from measure.report import Row, Section

_REPEATS = 3
_NEW_TOKENS = 40


def measure(data: Path) -> Section:
    """Measure on eight facts of our own; ``data`` is not read."""
    from briefing.models import ensure
    from briefing.write.backends.causal import Causal
    from briefing.write.backends.runtime import load

    ensure("embedded")
    started = time.perf_counter()
    folder = ensure("embedded")
    assert folder is not None
    model, tokenizer = load(folder, "causal", threads=0)
    loading_s = time.perf_counter() - started
    settings = WriteSettings(candidates=1, shorter_forms=0, max_new_tokens=_NEW_TOKENS)

    def backend(guard: bool) -> Causal:
        chosen = replace(settings, guard=guard)
        return Causal(model, tokenizer, name="", revision="", family="small", settings=chosen)

    guarded, free = backend(True), backend(False)
    facts = our_facts()
    ours = _tokens_a_second(lambda: _batch(free, facts))
    plain = _tokens_a_second(lambda: _one_by_one(free, model, tokenizer, facts))
    slower = _slower(guarded, facts)
    return Section(
        "Writing speed",
        "The embedded model on eight facts, 40 new tokens each, on this machine's cores. Peer: the same model and "
        "prompts through transformers' own generate, one fact after another. Medians of three; the guard's cost in "
        "processor seconds, its compiling included, against all other processor seconds of the same batch. "
        + adapter_cost.TEXT,
        (
            Row(
                "tokens_per_second",
                "tokens a second, batch of 8",
                ours,
                "tokens/s",
                "",
                (("one by one", plain),),
            ),
            Row("times_one_by_one", "times as fast as one by one", ours / plain, "×", "≥ 3"),
            Row("guard_slower", "slower with the guard on", 100 * slower, "%", "≤ 5"),
            Row("load_seconds", "loading from the cache, torch included", loading_s, "s", "≤ 8"),
            *adapter_cost.rows(),
        ),
    )


def _batch(backend: object, facts: list[Evidence], spent: list[float] | None = None) -> int:
    """Write all facts at once; returns the tokens written, and adds the guard's processor seconds to ``spent``."""
    asked = [backend._fitting(backend._lines(fact)) for fact in facts]  # type: ignore[attr-defined]
    from briefing.write.backends.decode import Row as DecoderRow

    rows = [DecoderRow(each.tokens) for each in asked]
    started = time.process_time()
    gate = backend._gate(asked)  # type: ignore[attr-defined]
    if spent is not None:
        spent[0] += time.process_time() - started
        gate = _timed(gate, spent)
    written = backend._decoder.write(rows, max_new_tokens=_NEW_TOKENS, gate=gate)  # type: ignore[attr-defined]
    return sum(len(w.tokens) for w in written)


def _timed(gate: Gate, spent: list[float]) -> Gate:
    def timed(*arguments: object) -> list[list[tuple[int, float]]]:
        started = time.process_time()
        found = gate(*arguments)  # type: ignore[arg-type]
        spent[0] += time.process_time() - started
        return found

    return timed


def _one_by_one(backend: object, model: object, tokenizer: object, facts: list[Evidence]) -> int:
    """Write each fact with plain ``generate``; returns the tokens written."""
    import torch

    total = 0
    for fact in facts:
        text = backend._text(" ".join(backend._lines(fact)), "30")  # type: ignore[attr-defined]
        inputs = tokenizer([text], return_tensors="pt")  # type: ignore[operator]
        with torch.inference_mode():
            answer = model.generate(  # type: ignore[attr-defined]
                **inputs,
                max_new_tokens=_NEW_TOKENS,
                do_sample=False,
                eos_token_id=sorted(backend._stop)[:200],  # type: ignore[attr-defined]
            )
        total += answer.shape[1] - inputs.input_ids.shape[1]
    return total


def _tokens_a_second(work: Callable[[], int]) -> float:
    work()
    return statistics.median(_rate(work) for _ in range(_REPEATS))


def _rate(work: Callable[[], int]) -> float:
    started = time.perf_counter()
    return work() / (time.perf_counter() - started)


def _slower(backend: object, facts: list[Evidence]) -> float:
    """Return the processor time spent in the guard (its compiling too) as a share of all the rest."""
    shares = []
    for _ in range(_REPEATS):
        spent = [0.0]
        whole = time.process_time()
        _batch(backend, facts, spent)
        whole = time.process_time() - whole
        shares.append(spent[0] / (whole - spent[0]))
    return statistics.median(shares)


if __name__ == "__main__":
    for row in measure(Path()).rows:
        print(f"{row.what}: {row.ours:.2f} {row.unit} {row.target} {dict(row.peers) or ''}")
