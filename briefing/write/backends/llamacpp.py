"""Causal models through llama.cpp: the same prompts, guard and choice; only the scores are computed by others."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import ModelError
from briefing.write.backends.causal import Causal
from briefing.write.backends.decode import Decoder, Gate, Row, Written
from briefing.write.backends.gguf import GgufModel, GgufTokenizer

if TYPE_CHECKING:
    import torch

_CELLS = 8192  # tokens that all texts of a batch hold together: 190 MB for the embedded model
_ROWS = 32  # texts decoded side by side
_SCORED_TOKENS = 256  # scored in one go: their scores take 50 MB, with a large vocabulary 150 MB

Cell = tuple[int, int, int, bool]
"""The text that a token belongs to, its place in it, the token, and whether the scores after it are wanted."""


def load(path: Path, *, threads: int) -> tuple[GgufModel, GgufTokenizer]:
    """Return model and tokenizer of a GGUF file.

    Raises:
        ModelError: llama.cpp is not installed, or cannot read the file.
    """
    model = GgufModel(path, threads=threads)
    return model, GgufTokenizer(model)


class LlamaCpp(Causal):
    """A GGUF file behind the ``Backend`` protocol, decoded by llama.cpp."""

    def _decoder_of(self, model: GgufModel, prefix: Sequence[int]) -> Decoder:
        return LlamaDecoder(model, prefix, stop=self._stop, top_k=self._settings.top_k)

    def _ends(self, model: GgufModel) -> set[int]:
        return model.ends


@dataclass(slots=True)
class _State:
    """The texts that are left, and how many tokens each has."""

    texts: list[int]
    lengths: list[int]


class LlamaDecoder(Decoder):
    """The decoder over llama.cpp's own batches; text 0 is the beginning that all others share."""

    def __init__(self, model: GgufModel, prefix: Sequence[int], *, stop: frozenset[int], top_k: int) -> None:
        """Make room for the texts of a batch, and read ``prefix`` once.

        Raises:
            ModelError: there is not enough memory.
        """
        super().__init__(prefix, stop=stop, top_k=top_k)
        api = model.api
        self._model, self._api = model, api
        self._cells = min(_CELLS, _ROWS * model.window_tokens)
        self.window_tokens = min(model.window_tokens, self._cells)
        wanted = api.llama_context_default_params()
        wanted.n_ctx = wanted.n_batch = self._cells
        wanted.n_seq_max = _ROWS + 1
        wanted.n_threads = wanted.n_threads_batch = model.threads
        wanted.kv_unified = True  # so that the shared beginning is held once
        wanted.no_perf = True
        self._context = api.llama_init_from_model(model.pointer, wanted)
        if not self._context:
            raise ModelError("llama.cpp: not enough memory to decode; take a smaller model")
        weakref.finalize(self, _close, api, self._context, model)
        self._memory = api.llama_get_memory(self._context)
        self._words = api.llama_vocab_n_tokens(model.vocabulary)
        self._decode([(0, place, token, False) for place, token in enumerate(self._prefix)])

    def likelihoods(self, texts: Sequence[tuple[Row, tuple[int, ...]]]) -> tuple[float, ...]:
        """Return the mean log-probability of each text; see ``Decoder``."""
        found: list[float] = []
        longest = max((len(text) for _, text in texts), default=0)
        most_rows = max(1, min(_ROWS, _SCORED_TOKENS // max(1, longest)))
        for part in self._parts([row for row, _ in texts], longest, most_rows):
            found.extend(self._likelihoods([texts[number] for number in part]))
        return tuple(found)

    def _likelihoods(self, texts: Sequence[tuple[Row, tuple[int, ...]]]) -> Iterator[float]:
        import torch

        first, state = self._begin([row for row, _ in texts])
        cells = [
            (name, length + place, token, True)
            for name, length, (_, text) in zip(state.texts, state.lengths, texts, strict=True)
            for place, token in enumerate(text[:-1])
        ]
        rest = iter(torch.split(self._decode(cells), [len(text) - 1 for _, text in texts]))
        for begun, (_, text) in zip(first, texts, strict=True):
            scores = torch.log_softmax(torch.cat((begun[None], next(rest))), dim=-1)
            yield float(scores.gather(1, torch.tensor(text)[:, None]).mean())

    def _write(self, rows: Sequence[Row], max_new_tokens: int, gate: Gate | None) -> tuple[Written, ...]:
        written: list[Written] = []
        for part in self._parts(rows, max_new_tokens, _ROWS):
            of_part = None if gate is None else _shifted(gate, part.start)
            written.extend(super()._write([rows[n] for n in part], max_new_tokens, of_part))
        return tuple(written)

    def _parts(self, rows: Sequence[Row], new_tokens: int, most_rows: int) -> Iterator[range]:
        """Split rows into runs that fit the room there is, prompts that neighbours share counted once."""
        start, room = 0, 0
        for number, row in enumerate(rows):
            same = number > start and rows[number - 1].tokens == row.tokens
            room -= new_tokens + (0 if same else len(row.tokens))
            if number > start and (room < 0 or number - start >= most_rows):
                yield range(start, number)
                start = number
            if number == start:
                room = self._cells - len(self._prefix) - new_tokens - len(row.tokens)
        if rows:
            yield range(start, len(rows))

    def _begin(self, rows: Sequence[Row]) -> tuple[torch.Tensor, _State]:
        """Read the rows' prompts, each different one once."""
        import torch

        forget, copy = self._api.llama_memory_seq_rm, self._api.llama_memory_seq_cp
        before = len(self._prefix)
        for text in range(1, _ROWS + 1):
            forget(self._memory, text, -1, -1)
        reader = {row.tokens: text for text, row in reversed(list(enumerate(rows, 1)))}
        for text in reader.values():
            copy(self._memory, 0, text, -1, -1)
        scores = self._decode(
            [
                (text, before + place, token, place == len(tokens) - 1)
                for tokens, text in reader.items()
                for place, token in enumerate(tokens)
            ]
        )
        for text, row in enumerate(rows, 1):
            if reader[row.tokens] != text:
                copy(self._memory, reader[row.tokens], text, -1, -1)
        which = {tokens: number for number, tokens in enumerate(reader)}
        index = torch.tensor([which[row.tokens] for row in rows])
        return scores[index], _State(
            list(range(1, len(rows) + 1)), [before + len(row.tokens) for row in rows]
        )

    def _go_on(self, state: _State, keep: Sequence[int], chosen: torch.Tensor) -> torch.Tensor:
        for place in set(range(len(state.texts))) - set(keep):
            self._api.llama_memory_seq_rm(self._memory, state.texts[place], -1, -1)
        state.texts = [state.texts[place] for place in keep]
        state.lengths = [state.lengths[place] for place in keep]
        cells = [
            (text, length, token, True)
            for text, length, token in zip(state.texts, state.lengths, chosen.tolist(), strict=True)
        ]
        state.lengths = [length + 1 for length in state.lengths]
        return self._decode(cells)

    def _decode(self, cells: Sequence[Cell]) -> torch.Tensor:
        """Add ``cells`` to their texts; returns the scores after those that want them, (number, vocabulary)."""
        import numpy as np
        import torch

        wanted = [number for number, cell in enumerate(cells) if cell[3]]
        if not cells:
            return torch.empty(0, self._words)
        batch = self._api.llama_batch_init(len(cells), 0, 1)
        try:
            batch.n_tokens = len(cells)
            for number, (text, place, token, scored) in enumerate(cells):
                batch.token[number] = token
                batch.pos[number] = place
                batch.n_seq_id[number] = 1
                batch.seq_id[number][0] = text
                batch.logits[number] = scored
            failed = self._api.llama_decode(self._context, batch)
        finally:
            self._api.llama_batch_free(batch)
        if failed:
            raise ModelError(f"llama.cpp: decoding {len(cells)} tokens failed (code {failed})")
        scores = torch.empty(len(wanted), self._words)
        for row, number in enumerate(wanted):
            there = self._api.llama_get_logits_ith(self._context, number)
            scores[row] = torch.from_numpy(np.ctypeslib.as_array(there, (self._words,)))
        return scores


def _shifted(gate: Gate, start: int) -> Gate:
    """Return ``gate`` for rows of which the first is row ``start`` of the batch."""
    return lambda written, scores, rows: gate(written, scores, [start + row for row in rows])


def _close(api: Any, context: Any, model: GgufModel) -> None:  # noqa: ANN401
    """Give a context's memory back; naming its model here keeps that open until then."""
    api.llama_free(context)
