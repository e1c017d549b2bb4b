"""Decoding many texts side by side, whatever computes the scores: the loop, and how a token is chosen.

Every row is decoded by itself: its chance comes from its own seed, so its text does not depend on which
other rows share the batch (but for the last bit of a bfloat16 product).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch

Gate = Callable[[Sequence[Sequence[int]], "torch.Tensor", Sequence[int]], list[list[tuple[int, float]]]]
"""``gate(written, scores, rows)``: the tokens that each row may go on with, likeliest first; see ``guard``."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text to be written: the tokens after the common prefix, and how. ``temperature`` 0 is greedy."""

    tokens: tuple[int, ...]
    temperature: float = 0.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """The tokens of one row, the one that ended it too, and their mean log-probability."""

    tokens: tuple[int, ...]
    likelihood: float
    finished: bool


class Decoder:
    """A model and the beginning that all its prompts share; a subclass computes the scores.

    ``window_tokens`` is all that the model can hold of one text, its prompt included.
    """

    window_tokens: int

    def __init__(self, prefix: Sequence[int], *, stop: frozenset[int], top_k: int) -> None:
        """Decode texts that begin with ``prefix``. ``stop`` are the tokens that end a text."""
        self._prefix = tuple(prefix)
        self._stop = stop
        self._top_k = top_k

    def write(
        self, rows: Sequence[Row], *, max_new_tokens: int, gate: Gate | None = None
    ) -> tuple[Written, ...]:
        """Decode all ``rows`` as one batch; the answer is in their order."""
        import torch

        with torch.inference_mode():
            return self._write(rows, max_new_tokens, gate)

    def likelihoods(self, texts: Sequence[tuple[Row, tuple[int, ...]]]) -> tuple[float, ...]:
        """Return the mean log-probability per token of each text (its tokens) after its row's prompt."""
        raise NotImplementedError

    def _begin(self, rows: Sequence[Row]) -> tuple[torch.Tensor, Any]:
        """Read the rows' prompts; returns the scores of what comes next, (rows, vocabulary), and a state."""
        raise NotImplementedError

    def _go_on(self, state: Any, keep: Sequence[int], chosen: torch.Tensor) -> torch.Tensor:  # noqa: ANN401
        """Add one token to each of the rows in the places ``keep``; the other rows leave. Returns scores."""
        raise NotImplementedError

    def _write(self, rows: Sequence[Row], max_new_tokens: int, gate: Gate | None) -> tuple[Written, ...]:
        import torch

        logits, state = self._begin(rows)
        alive = list(range(len(rows)))
        texts: list[list[int]] = [[] for _ in rows]
        sums = [0.0] * len(rows)
        finished = [False] * len(rows)
        chance = [torch.Generator().manual_seed(row.seed) for row in rows]
        for step in range(max_new_tokens):
            scores = logits.float()
            normaliser = torch.logsumexp(scores, dim=-1)
            chances = [chance[i] for i in alive]
            if gate is None:
                chosen = self._choose(scores, [rows[i] for i in alive], chances)
            else:
                shortlists = gate([texts[i] for i in alive], scores, alive)
                picked = [
                    _pick(shortlist, rows[i], generator)
                    for shortlist, i, generator in zip(shortlists, alive, chances, strict=True)
                ]
                chosen = torch.tensor(picked)
            gained = (scores.gather(1, chosen[:, None])[:, 0] - normaliser).tolist()
            keep = []
            for place, (i, token) in enumerate(zip(alive, chosen.tolist(), strict=True)):
                sums[i] += gained[place]
                texts[i].append(token)
                if token in self._stop:
                    finished[i] = True
                else:
                    keep.append(place)
            if not keep or step == max_new_tokens - 1:
                break
            alive = [alive[place] for place in keep]
            logits = self._go_on(state, keep, chosen[keep])
        return tuple(
            Written(tuple(text), total / max(1, len(text)), done)
            for text, total, done in zip(texts, sums, finished, strict=True)
        )

    def _choose(
        self, scores: torch.Tensor, rows: Sequence[Row], chance: Sequence[torch.Generator]
    ) -> torch.Tensor:
        """Pick the likeliest token, or sample: adding Gumbel noise to scores and taking the best is sampling."""
        import torch

        greedy = scores.argmax(dim=-1)
        sampled = [place for place, row in enumerate(rows) if row.temperature > 0]
        if not sampled:
            return greedy
        best, tokens = scores[sampled].topk(min(self._top_k, scores.shape[1]), dim=-1)
        noise = torch.stack([torch.rand(best.shape[1], generator=chance[place]) for place in sampled])
        heat = torch.tensor([rows[place].temperature for place in sampled])[:, None]
        noisy = best / heat - torch.log(-torch.log(noise.clamp(1e-9, 1 - 1e-7)))
        greedy[sampled] = tokens.gather(1, noisy.argmax(dim=-1, keepdim=True))[:, 0]
        return greedy


def _pick(shortlist: Sequence[tuple[int, float]], row: Row, chance: torch.Generator) -> int:
    """Pick from a shortlist: its first, or by chance as ``Decoder`` samples."""
    if row.temperature <= 0 or len(shortlist) == 1:
        return shortlist[0][0]
    import torch

    noise = torch.rand(len(shortlist), generator=chance).clamp(1e-9, 1 - 1e-7).tolist()
    heated = [
        value / row.temperature - math.log(-math.log(u))
        for (_, value), u in zip(shortlist, noise, strict=True)
    ]
    return shortlist[max(range(len(heated)), key=heated.__getitem__)][0]
