"""``python -m training.train``: a LoRA adapter for the embedded model, on a processor, in under an hour.

Loss counts on the target's words only, and only their positions meet the output layer. What has been reached
is written every few minutes, and the best on the held-apart examples is what is kept: a stop loses little.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.batches import Tokens, batches, loss_of, mean_loss, tokenised
from training.examples import WORK, read_examples

_TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
_SEED = 11
_WARM_STEPS = 8
_SCALE = 2.0  # of what is learnt: alpha over rank


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how hard to train."""

    rank: int = 16
    rate: float = 4e-4
    batch_tokens: int = 800
    epochs: float = 2.0
    most_steps: int = 0
    minutes: float = 60.0
    evaluate_every: int = 25
    patience: int = 4
    workers: int = 2
    threads: int = 1  # of each worker


def _share_of_rate(step: int, done: float) -> float:
    """Return the share of the full rate: up in a few steps, then down along a cosine until steps or time are used up."""
    return min((step + 1) / _WARM_STEPS, max(0.03, 0.5 * (1 + math.cos(math.pi * min(1.0, done)))))


def train(plan: Plan, folder: Path, out: Path, worker: int = 0, meeting: str = "") -> None:
    """Train on ``folder``'s examples and keep the best adapter in ``out``.

    Workers meet in the file ``meeting`` and add up their gradients after every batch of each. On a busy machine two of
    one thread are twice as fast as one of two threads, which wait for each other in every product.
    """
    import torch
    from torch import distributed

    torch.manual_seed(_SEED)
    if plan.workers > 1:
        distributed.init_process_group("gloo", f"file://{meeting}", rank=worker, world_size=plan.workers)
    model, tokenizer = _with_lora(plan)
    learning = [parameter for parameter in model.parameters() if parameter.requires_grad]
    masters = [parameter.detach().float() for parameter in learning]  # bfloat16 would round small steps away
    optimizer = torch.optim.AdamW(masters, lr=plan.rate, weight_decay=0.01, betas=(0.9, 0.98))
    learnt = tokenised(read_examples(folder / "train.jsonl"), tokenizer)
    apart = {
        name: tokenised(read_examples(folder / f"{name}.jsonl"), tokenizer) for name in ("apart", "hand")
    }
    stream = _stream(learnt, plan, worker)
    progress = _Progress(plan, len(learnt), sum(item.length for item in learnt))
    step = 0
    while True:
        done = _agreed(progress.done(step), plan)
        if done >= 1.0:
            break
        batch = next(stream)
        loss, count = loss_of(model, batch)
        (loss / count).backward()
        _add_up(learning, masters, plan)
        optimizer.param_groups[0]["lr"] = plan.rate * _share_of_rate(step, done)
        torch.nn.utils.clip_grad_norm_(masters, 1.0)
        optimizer.step()
        for master, parameter in zip(masters, learning, strict=True):
            parameter.data.copy_(master)
        step += 1
        if worker == 0:
            progress.tell(step, float(loss.detach()) / count, sum(item.length for item in batch))
            if step % plan.evaluate_every == 0:
                _keep_best(model, apart, out, plan, progress, step)
    if worker == 0:
        _keep_best(model, apart, out, plan, progress, step)


def _with_lora(plan: Plan) -> tuple[Any, Any]:
    """Return the embedded model with trainable matrices beside its projections, and its tokenizer."""
    from peft import LoraConfig, get_peft_model

    from briefing.models import EMBEDDED, ensure
    from briefing.write.backends.runtime import load

    place = ensure(EMBEDDED)
    assert place is not None
    model, tokenizer = load(place, "causal", threads=plan.threads)
    model.set_attn_implementation(
        "eager"
    )  # on short rows three times as fast as the fused one, there and back
    config = LoraConfig(
        r=plan.rank,
        lora_alpha=int(_SCALE * plan.rank),
        lora_dropout=0.0,
        target_modules=list(_TARGETS),
        task_type="CAUSAL_LM",
    )
    adapted = get_peft_model(model, config)
    for parameter in adapted.parameters():
        if parameter.requires_grad:
            parameter.data = parameter.data.to(model.dtype)
    return adapted.train(), tokenizer


def _stream(items: Sequence[Tokens], plan: Plan, worker: int) -> Iterator[list[Tokens]]:
    """Yield this worker's batches, epoch after epoch; all workers shuffle alike."""
    chance = random.Random(_SEED)
    while True:
        every = list(batches(items, plan.batch_tokens, chance))
        yield from every[worker : len(every) - len(every) % plan.workers : plan.workers]


def _add_up(learning: Sequence[Any], masters: Sequence[Any], plan: Plan) -> None:
    """Give the masters the mean of all workers' gradients."""
    import torch
    from torch import distributed

    flat = torch.cat([parameter.grad.float().flatten() for parameter in learning])
    if plan.workers > 1:
        distributed.all_reduce(flat)
        flat /= plan.workers
    at = 0
    for parameter, master in zip(learning, masters, strict=True):
        master.grad = flat[at : at + master.numel()].view_as(master)
        parameter.grad = None
        at += master.numel()


def _agreed(done: float, plan: Plan) -> float:
    """Return what the first worker says: clocks differ, steps must not."""
    if plan.workers == 1:
        return done
    import torch
    from torch import distributed

    said = torch.tensor([done], dtype=torch.float64)
    distributed.broadcast(said, 0)
    return float(said)


class _Progress:
    """How far training is, and what it has reached."""

    def __init__(self, plan: Plan, examples: int, tokens: int) -> None:
        self._plan = plan
        self._started = time.monotonic()
        self._tokens_wanted = plan.epochs * tokens
        self._seen = 0
        self._running = 0.0
        self._worse = 0
        self.best = math.inf
        print(f"{examples} examples, {tokens} tokens an epoch", flush=True)

    @property
    def minutes(self) -> float:
        return (time.monotonic() - self._started) / 60

    def done(self, step: int) -> float:
        """Return the share of the way that is behind; 1 is the end."""
        if self._worse >= self._plan.patience or 0 < self._plan.most_steps <= step:
            return 1.0
        return max(self.minutes / self._plan.minutes, self._seen * self._plan.workers / self._tokens_wanted)

    def tell(self, step: int, loss: float, tokens: int) -> None:
        self._seen += tokens
        self._running = 0.9 * self._running + 0.1 * loss if step > 1 else loss
        if step % 5 == 0:
            pace = self._seen * self._plan.workers / self.minutes / 60
            print(
                f"step {step} loss {self._running:.3f} {pace:.0f} tokens/s {self.minutes:.1f} min", flush=True
            )

    def reached(self, total: float) -> bool:
        """Say whether ``total`` is the best so far."""
        self._worse = 0 if total < self.best else self._worse + 1
        self.best = min(self.best, total)
        return self._worse == 0


def _keep_best(
    model: Any,  # noqa: ANN401
    apart: dict[str, list[Tokens]],
    out: Path,
    plan: Plan,
    progress: _Progress,
    step: int,
) -> None:
    """Measure the loss on what is held apart, and write the adapter if it is the best so far."""
    held = {name: mean_loss(model, items) for name, items in apart.items()}
    print(f"step {step} held apart {held}", flush=True)
    if progress.reached(sum(held.values())):
        save(model, out, plan, {"step": step, **held, "minutes": progress.minutes})


def save(model: Any, out: Path, plan: Plan, reached: dict[str, float]) -> None:  # noqa: ANN401
    """Write the adapter's matrices in bfloat16, and how they came about, so that a stop never leaves half a file."""
    import torch
    from safetensors.torch import save_file

    out.mkdir(parents=True, exist_ok=True)
    tensors = {}
    for name, value in model.state_dict().items():
        if "lora_" in name:
            short = name.removeprefix("base_model.model.").replace(".default.", ".")
            tensors[short] = value.detach().to(torch.bfloat16).contiguous()
    part = out / "adapter.part"
    save_file(tensors, part, metadata={"scale": str(_SCALE), "rank": str(plan.rank)})
    part.replace(out / "adapter.safetensors")
    (out / "reached.json").write_text(json.dumps(reached, indent=1), encoding="utf-8")


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=Path, default=WORK)
    parser.add_argument("--out", type=Path, default=WORK / "adapter")
    parser.add_argument("--steps", type=int, default=0, help="0: as many as the epochs have")
    parser.add_argument("--epochs", type=float, default=2.0)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    plan = Plan(
        epochs=given.epochs,
        most_steps=given.steps,
        minutes=given.minutes,
        rate=given.rate,
        workers=given.workers,
    )
    with tempfile.TemporaryDirectory() as room:
        meeting = f"{room}/meeting"
        context = multiprocessing.get_context("spawn")
        others = [
            context.Process(target=train, args=(plan, given.examples, given.out, worker, meeting))
            for worker in range(1, plan.workers)
        ]
        for process in others:
            process.start()
        train(plan, given.examples, given.out, 0, meeting)
        for process in others:
            process.join()


if __name__ == "__main__":
    main()
