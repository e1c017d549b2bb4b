"""The decoder over a causal model of transformers: the common beginning is read once and its cache kept."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.write.backends.decode import Decoder, Row

if TYPE_CHECKING:
    import torch

_UNBOUNDED_WINDOW = 1 << 20  # tokens, for a model whose configuration states no end
_SCORED_TOGETHER = 12  # texts whose likelihood is measured at once: their scores take 60 MB


@dataclass(slots=True)
class _State:
    """What the model has read of the rows that are left."""

    cache: Any
    mask: torch.Tensor


class TorchDecoder(Decoder):
    """A causal model of transformers."""

    def __init__(
        self,
        model: Any,  # noqa: ANN401  (untyped library)
        prefix: Sequence[int],
        *,
        stop: frozenset[int],
        pad: int,
        top_k: int,
    ) -> None:
        """Read ``prefix`` once."""
        import torch

        super().__init__(prefix, stop=stop, top_k=top_k)
        self.window_tokens = int(getattr(model.config, "max_position_embeddings", None) or _UNBOUNDED_WINDOW)
        self._model = model
        self._pad = pad
        self._last_only = "logits_to_keep" in inspect.signature(model.forward).parameters
        self._cache: Any = None
        if self._prefix:
            with torch.inference_mode():
                self._cache = model(
                    torch.tensor([self._prefix]), use_cache=True, **self._last()
                ).past_key_values

    def _last(self) -> dict[str, int]:
        return {"logits_to_keep": 1} if self._last_only else {}

    def likelihoods(self, texts: Sequence[tuple[Row, tuple[int, ...]]]) -> tuple[float, ...]:
        """Return the mean log-probability of each text; see ``Decoder``."""
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

    def _begin(self, rows: Sequence[Row]) -> tuple[torch.Tensor, _State]:
        """Read the rows' prompts, each different one once."""
        import torch

        different = list(dict.fromkeys(row.tokens for row in rows))
        answer, mask = self._forward(different, self._last())
        place = {tokens: number for number, tokens in enumerate(different)}
        index = torch.tensor([place[row.tokens] for row in rows])
        cache = answer.past_key_values
        cache.batch_select_indices(index)
        return answer.logits[:, -1][index], _State(cache, mask[index])

    def _go_on(self, state: _State, keep: Sequence[int], chosen: torch.Tensor) -> torch.Tensor:
        import torch

        if len(keep) < len(state.mask):  # rows must stay equally long: finished ones leave at once
            index = torch.tensor(keep)
            state.cache.batch_select_indices(index)
            state.mask = state.mask[index]
        state.mask = torch.cat((state.mask, state.mask.new_ones(len(keep), 1)), dim=1)
        answer = self._model(
            chosen[:, None],
            attention_mask=state.mask,
            position_ids=state.mask.sum(1, keepdim=True) - 1,
            past_key_values=state.cache,
            use_cache=True,
            **self._last(),
        )
        return answer.logits[:, -1]  # type: ignore[no-any-return]

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
