"""Decoding with a causal model: the prompts' common beginning read once, many facts at a time.

Every row is decoded by itself: its chance comes from its own seed, so its text does not depend on which
other rows share the batch (but for the last bit of a bfloat16 product).
"""

from __future__ import annotations

import copy
import inspect
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch

Gate = Callable[[Sequence[Sequence[int]], "torch.Tensor", Sequence[int]], list[list[tuple[int, float]]]]
"""``gate(written, scores, rows)``: the tokens that each row may go on with, likeliest first; see ``guard``."""

_UNBOUNDED_WINDOW = 1 << 20  # tokens, for a model whose configuration states no end
_SCORED_TOGETHER = 12  # texts whose likelihood is measured at once: their scores take 60 MB


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
    """A causal model and the beginning that all its prompts share."""

    def __init__(
        self,
        model: Any,  # noqa: ANN401  (untyped library)
        prefix: Sequence[int],
        *,
        stop: frozenset[int],
        pad: int,
        top_k: int,
    ) -> None:
        """Read ``prefix`` once. ``stop`` are the tokens that end a text; ``window_tokens`` is all that it can hold."""
        import torch

        self._model = model
        self._stop = stop
        self._pad = pad
        self._top_k = top_k
        self.window_tokens = int(getattr(model.config, "max_position_embeddings", None) or _UNBOUNDED_WINDOW)
        self._last_only = "logits_to_keep" in inspect.signature(model.forward).parameters
        self._prefix = tuple(prefix)
        self._cache: Any = None
        if self._prefix:
            with torch.inference_mode():
                self._cache = model(
                    torch.tensor([self._prefix]), use_cache=True, **self._last()
                ).past_key_values

    def _last(self) -> dict[str, int]:
        return {"logits_to_keep": 1} if self._last_only else {}

    def write(
        self, rows: Sequence[Row], *, max_new_tokens: int, gate: Gate | None = None
    ) -> tuple[Written, ...]:
        """Decode all ``rows`` as one batch; the answer is in their order."""
        import torch

        with torch.inference_mode():
            return self._write(rows, max_new_tokens, gate)

    def likelihoods(self, texts: Sequence[tuple[Row, tuple[int, ...]]]) -> tuple[float, ...]:
        """Return the mean log-probability per token of each text (its tokens) after its row's prompt."""
        import torch

        found: list[float] = []
        with torch.inference_mode():
            for start in range(0, len(texts), _SCORED_TOGETHER):
                found.extend(self._likelihoods(texts[start : start + _SCORED_TOGETHER]))
        return tuple(found)

    def _likelihoods(self, texts: Sequence[tuple[Row, tuple[int, ...]]]) -> list[float]:
        import torch

        longest = max(len(text) for _, text in texts)
        keep = {"logits_to_keep": longest + 1} if self._last_only else {}
        logits = self._forward([(*row.tokens, *text) for row, text in texts], keep)[0].logits[
            :, -longest - 1 :
        ]
        means = []
        for scores, (_, text) in zip(logits, texts, strict=True):
            there = torch.log_softmax(scores[-len(text) - 1 : -1].float(), dim=-1)
            means.append(float(there.gather(1, torch.tensor(text)[:, None]).mean()))
        return means

    def _write(self, rows: Sequence[Row], max_new_tokens: int, gate: Gate | None) -> tuple[Written, ...]:
        import torch

        logits, cache, mask = self._read(rows)
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
            # rows must stay equally long: finished ones leave at once
            if len(keep) < len(alive):
                index = torch.tensor(keep)
                cache.batch_select_indices(index)
                mask, chosen = mask[index], chosen[index]
                alive = [alive[place] for place in keep]
            mask = torch.cat((mask, mask.new_ones(len(alive), 1)), dim=1)
            logits = self._model(
                chosen[:, None],
                attention_mask=mask,
                position_ids=mask.sum(1, keepdim=True) - 1,
                past_key_values=cache,
                use_cache=True,
                **self._last(),
            ).logits[:, -1]
        return tuple(
            Written(tuple(text), total / max(1, len(text)), done)
            for text, total, done in zip(texts, sums, finished, strict=True)
        )

    def _read(self, rows: Sequence[Row]) -> tuple[torch.Tensor, Any, torch.Tensor]:
        """Read the rows' prompts, each different one once; returns logits, cache and mask for every row."""
        import torch

        different = list(dict.fromkeys(row.tokens for row in rows))
        answer, mask = self._forward(different, self._last())
        place = {tokens: number for number, tokens in enumerate(different)}
        index = torch.tensor([place[row.tokens] for row in rows])
        cache = answer.past_key_values
        cache.batch_select_indices(index)
        return answer.logits[:, -1][index], cache, mask[index]

    def _forward(self, texts: Sequence[tuple[int, ...]], keep: dict[str, int]) -> tuple[Any, torch.Tensor]:
        """Read ``texts`` after the common beginning, padded on their left; returns the answer and the mask."""
        import torch

        width = max(len(tokens) for tokens in texts)
        ids = torch.tensor([[self._pad] * (width - len(t)) + list(t) for t in texts])
        mask = torch.tensor([[1] * len(self._prefix) + [0] * (width - len(t)) + [1] * len(t) for t in texts])
        cache = copy.deepcopy(self._cache)
        if cache is not None:
            cache.batch_repeat_interleave(len(texts))
        positions = (mask.cumsum(1) - 1).clamp(min=0)[:, len(self._prefix) :]
        answer = self._model(
            ids, attention_mask=mask, position_ids=positions, past_key_values=cache, use_cache=True, **keep
        )
        return answer, mask

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
