"""Instruction models and plain language models: one fact a prompt, candidates decoded together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from briefing.data import Draft
from briefing.progress import Progress, silent
from briefing.settings import WriteSettings
from briefing.write.automaton import Automaton
from briefing.write.backends.decode import Decoder, Gate, Row
from briefing.write.backends.forward import TorchDecoder
from briefing.write.backends.local import Asked, Local
from briefing.write.guard import Guard
from briefing.write.ledger import FactLedger
from briefing.write.prompts import Prompt, load_prompt
from briefing.write.shorten import shorter_forms

_SAMPLED_FROM = 6  # tokens that the guard lets through for one step of one row, if it has so many
_SHARES = (
    0.75,
    0.62,
    0.5,
)  # of a sentence's words: what a model that keeps to a length is asked for, in turn
_SPARE_TOKENS = 4  # another length asked for may take another token
_SPLIT_HERE = "\x00evidence\x00"  # stands for the evidence where the common beginning is looked for


class Causal(Local):
    """A causal model of transformers behind the ``Backend`` protocol."""

    def __init__(
        self,
        model: Any,  # noqa: ANN401  (untyped library)
        tokenizer: Any,  # noqa: ANN401
        *,
        name: str,
        revision: str,
        family: str,
        settings: WriteSettings,
        progress: Progress = silent,
    ) -> None:
        """Wrap a loaded model; the prompt of ``family`` is read at once, up to its evidence."""
        prompt = load_prompt("sentence", family)
        if _is_chat(prompt) and not tokenizer.chat_template:
            prompt = load_prompt("sentence", "small")  # a model without a chat template carries on a text
        super().__init__(
            tokenizer, name=name, revision=revision, prompt=prompt, settings=settings, progress=progress
        )
        self._keeps_length = prompt.name.endswith(".brief")
        if prompt.name.endswith((".small", ".brief")):
            self._sentences = settings.prompt_sentences
        self._newline_stops = not _is_chat(prompt)
        before, _ = self._text(_SPLIT_HERE, words="30").split(_SPLIT_HERE)
        self._before = before.rstrip(" ")  # no token may straddle the cut
        prefix = tokenizer(self._before, add_special_tokens=self._newline_stops).input_ids
        self._stop = self._stops(model)
        self._decoder = self._decoder_of(model, prefix)
        spare = settings.max_new_tokens + _SPARE_TOKENS
        self._room = self._decoder.window_tokens - len(prefix) - spare

    def _decoder_of(self, model: Any, prefix: Sequence[int]) -> Decoder:  # noqa: ANN401
        pad = self._tokenizer.pad_token_id or 0
        return TorchDecoder(model, prefix, stop=self._stop, pad=pad, top_k=self._settings.top_k)

    def _write_batch(self, batch: Sequence[Asked]) -> list[tuple[Draft, ...]]:
        """Return the drafts of each fact: the first greedy, the rest sampled, then shorter forms of its sentence.

        A model that keeps to a length is asked for several lengths, all greedy, before anything is sampled.
        """
        settings, n = self._settings, self._settings.candidates
        rows = [
            Row(tokens, settings.temperature if repeated else 0.0, _seed(asked.lines, settings.seed, k))
            for asked in batch
            for k, (tokens, repeated) in enumerate(self._prompts(asked))
        ]
        written = self._decoder.write(rows, max_new_tokens=settings.max_new_tokens, gate=self._gate(batch))
        self.tokens_written += sum(len(w.tokens) for w in written)
        texts = [self._tokenizer.decode(list(w.tokens), skip_special_tokens=True) for w in written]
        if self._newline_stops:  # the token that holds the newline may hold the full stop before it
            texts = [text.lstrip().partition("\n")[0] for text in texts]
        drafts = [Draft(text.strip(), "model", w.likelihood) for text, w in zip(texts, written, strict=True)]
        shortened = self._shortened([asked.lines for asked in batch], rows[::n])
        return [(*drafts[place * n : (place + 1) * n], *shortened[place]) for place in range(len(batch))]

    def _prompts(self, asked: Asked) -> list[tuple[tuple[int, ...], bool]]:
        """Return a prompt for each candidate of a fact, and whether an earlier candidate has the same."""
        shares = _SHARES if self._keeps_length else _SHARES[:1]
        different = list(dict.fromkeys(self._tokens(asked.lines, share) for share in shares))
        n = self._settings.candidates
        return [(different[k % len(different)], k >= len(different)) for k in range(n)]

    def _shortened(self, facts: Sequence[tuple[str, ...]], rows: Sequence[Row]) -> list[list[Draft]]:
        """Return shorter forms of each fact's best sentence, with how likely the model finds them."""
        forms = [shorter_forms(lines[0], limit=self._settings.shorter_forms) for lines in facts]
        lead = " " if self._newline_stops else ""
        texts = [
            (row, tuple(self._tokenizer(lead + form, add_special_tokens=False).input_ids))
            for row, fact_forms in zip(rows, forms, strict=True)
            for form in fact_forms
        ]
        found = iter(self._decoder.likelihoods(texts))
        return [[Draft(form, "model", next(found)) for form in fact_forms] for fact_forms in forms]

    def _gate(self, batch: Sequence[Asked]) -> Gate | None:
        """Return the guard of a batch: what a model may write of a fact is what it has been shown of it."""
        if self._vocabulary is None:
            return None
        automata = [Automaton(FactLedger(asked.lines)) for asked in batch]
        n = self._settings.candidates
        enough = _SAMPLED_FROM if n > 1 else 1
        return Guard(self._vocabulary, automata, ends=self._stop, rows_per_fact=n, enough=enough).shortlist

    def _plain(self, text: str) -> str:
        return super()._plain(text).replace(_SPLIT_HERE, " ")

    def _text(self, evidence: str, words: str) -> str:
        messages = self._prompt.messages(evidence=evidence, words=words)
        if messages is None:
            return self._prompt.fill(evidence=evidence, words=words)
        return str(self._tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False))

    def _tokens(self, lines: tuple[str, ...], share: float = _SHARES[0]) -> tuple[int, ...]:
        """Return the tokens after the common beginning; ``share`` of the first line's words are asked for."""
        words = round(sum(len(line.split()) for line in lines[:1]) * share)
        if self._keeps_length:
            text = self._text("\n".join(lines), str(max(6, 2 * round(words / 2))))
        else:
            joint = " " if self._newline_stops else "\n"
            text = self._text(joint.join(lines), str(min(30, max(12, words))))
        rest = text.removeprefix(self._before)
        return tuple(self._tokenizer(rest, add_special_tokens=False).input_ids)

    def _stops(self, model: Any) -> frozenset[int]:  # noqa: ANN401
        """Return the tokens that end a text: end tokens, and for plain prompts every token with a newline."""
        stops = self._ends(model)
        if self._newline_stops:
            vocabulary = range(len(self._tokenizer))
            stops.update(token for token in vocabulary if "\n" in self._tokenizer.decode([token]))
        return frozenset(stops)

    def _ends(self, model: Any) -> set[int]:  # noqa: ANN401
        ends: set[int] = set()
        for found in (
            self._tokenizer.eos_token_id,
            model.generation_config.eos_token_id,
            model.config.eos_token_id,
        ):
            ends.update(found if isinstance(found, (list, tuple)) else [] if found is None else [found])
        return ends


def _seed(lines: tuple[str, ...], seed: int, candidate: int) -> int:
    digest = hashlib.blake2b("\n".join((*lines, str(seed), str(candidate))).encode(), digest_size=7).digest()
    return int.from_bytes(digest, "big")


def _is_chat(prompt: Prompt) -> bool:
    return prompt.messages(**dict.fromkeys(prompt.gaps, "")) is not None
