"""Examples as batches of tokens, and the loss on their targets: what is read is not learnt, only what is written."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from training.examples import Example

_IGNORE = -100


@dataclass(frozen=True, slots=True)
class Tokens:
    """An example as token ids: what is read, and what is to be written."""

    prompt: tuple[int, ...]
    target: tuple[int, ...]
    weight: float

    @property
    def length(self) -> int:
        """All tokens."""
        return len(self.prompt) + len(self.target)


def tokenised(examples: Sequence[Example], tokenizer: Any) -> list[Tokens]:  # noqa: ANN401  (untyped library)
    """Return the examples as tokens; the newline that ends a target is part of it."""
    found = []
    for example in examples:
        prompt = tokenizer(example.prompt, add_special_tokens=False).input_ids
        target = tokenizer(f" {example.target}\n", add_special_tokens=False).input_ids
        found.append(Tokens(tuple(prompt), tuple(target), example.weight))
    return found


def batches(items: Sequence[Tokens], most_tokens: int, chance: random.Random) -> Iterator[list[Tokens]]:
    """Yield batches of like lengths in random order, none over ``most_tokens`` with its padding."""
    order = sorted(items, key=lambda item: item.length + chance.random() * 8)
    packed: list[list[Tokens]] = [[]]
    for item in order:
        longest = max(item.length, max((other.length for other in packed[-1]), default=0))
        if packed[-1] and longest * (len(packed[-1]) + 1) > most_tokens:
            packed.append([])
        packed[-1].append(item)
    chance.shuffle(packed)
    yield from packed


def loss_of(model: Any, batch: Sequence[Tokens]) -> tuple[Any, int]:  # noqa: ANN401
    """Return the summed loss over the targets of ``batch``, weighted, and how many tokens it counts."""
    import torch

    longest = max(item.length for item in batch)
    ids = torch.zeros((len(batch), longest), dtype=torch.long)
    labels = torch.full((len(batch), longest), _IGNORE)
    mask = torch.zeros((len(batch), longest), dtype=torch.long)
    weights = torch.zeros((len(batch), longest))
    for row, item in enumerate(batch):
        ids[row, : item.length] = torch.tensor(item.prompt + item.target)
        mask[row, : item.length] = 1
        start = len(item.prompt)
        labels[row, start - 1 : item.length - 1] = torch.tensor(item.target)
        weights[row, start - 1 : item.length - 1] = item.weight
    hidden = model.base_model.model.model(input_ids=ids, attention_mask=mask).last_hidden_state
    wanted = labels != _IGNORE
    logits = model.base_model.model.lm_head(hidden[wanted])
    each = torch.nn.functional.cross_entropy(logits.float(), labels[wanted], reduction="none")
    return (each * weights[wanted]).sum(), int(wanted.sum())


def mean_loss(model: Any, items: Sequence[Tokens]) -> float:  # noqa: ANN401
    """Return the mean loss a token over ``items``."""
    import torch

    model.eval()
    total, count = 0.0, 0
    with torch.inference_mode():
        for batch in batches(items, 2400, random.Random(0)):
            loss, tokens = loss_of(model, batch)
            total, count = total + float(loss), count + tokens
    model.train()
    return total / max(1, count)
