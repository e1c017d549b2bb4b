"""Summarisers that read a text and write a shorter one: T5, BART, PEGASUS, LED and PRIMERA.

They write one fact at a time like any backend; those trained on whole stories can take one at once, and their
sentences are aligned to the evidence afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing.data import Draft, Dropped, Sentence
from briefing.progress import Progress, silent
from briefing.settings import WriteSettings
from briefing.split import split_text
from briefing.write.align import align
from briefing.write.automaton import Automaton
from briefing.write.backends.local import Asked, Local
from briefing.write.backends.window import fit
from briefing.write.guard import Guard
from briefing.write.ledger import FactLedger
from briefing.write.prompts import load_prompt
from briefing.write.protocol import StoryDraft

_SEPARATOR = "<doc-sep>"  # PRIMERA's own token between two documents
_TRAINED_SEPARATORS = {"pegasus": " ||||| "}  # how Multi-News, which it was tuned on, joins documents
_UNBOUNDED_WINDOW = 1024  # tokens, for T5, whose relative positions have no end
_SPARE_TOKENS = 4
Beam = tuple[Sequence[int], float]
"""The tokens of one text, and their score."""

_READ_STORIES = frozenset(("led", "pegasus", "bart"))  # trained to turn whole articles into several sentences


class Seq2Seq(Local):
    """An encoder-decoder model of transformers behind the ``Backend`` protocol."""

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
        """Wrap a loaded model."""
        prompt = load_prompt("sentence", family)
        super().__init__(
            tokenizer, name=name, revision=revision, prompt=prompt, settings=settings, progress=progress
        )
        self._model = model
        self._separator = _TRAINED_SEPARATORS.get(family, "\n")
        self._separator_id = tokenizer.get_vocab().get(_SEPARATOR)
        ends = model.generation_config.eos_token_id
        self._ends = frozenset(ends if isinstance(ends, (list, tuple)) else [ends])
        self.window_tokens = _window(model.config) - _SPARE_TOKENS
        self._room = self.window_tokens
        self._most_new_tokens = _decoder_window(model.config) - _SPARE_TOKENS

    @property
    def takes_stories(self) -> bool:
        """Whether it was trained to sum up whole articles (PRIMERA, LED, PEGASUS, BART), not single sentences."""
        return getattr(self._model.config, "model_type", "") in _READ_STORIES

    def write_story(self, documents: Sequence[Sequence[Sentence]], *, words: int) -> StoryDraft:
        """Write a draft of about ``words`` words from all ``documents`` at once.

        Documents share the window evenly, cut by whole sentences; what was cut is in ``dropped``, and so is
        what it wrote that no source sentence bears out.
        """
        between = 1 if self._separator_id is not None else self._count(self._separator)
        fitted = fit(documents, self.window_tokens, self._count, separator_tokens=between)
        texts = tuple(
            self._plain(" ".join(sentence.text for sentence in document))
            for document in fitted.documents
            if document
        )
        if not texts:
            return StoryDraft((), fitted.dropped)
        most = min(int(words * 1.6), self._most_new_tokens)  # tokens: a word is 1.3 of them on average
        limits = (min(int(words * 0.9), most // 2), most)
        best = self._drafts([Asked(texts, self._story_tokens(texts, words))], limits)[0][:1]
        every = [sentence for document in fitted.documents for sentence in document]
        pairs = [
            (
                Draft(draft.text[start:end], draft.origin, draft.likelihood),
                align(draft.text[start:end], every),
            )
            for draft in best
            for start, end in split_text(draft.text)
        ]
        unborne = tuple(
            Dropped("write", self.name, "no source sentence bears it out", draft.text)
            for draft, found in pairs
            if found is None
        )
        return StoryDraft(
            tuple((draft, found) for draft, found in pairs if found is not None), (*fitted.dropped, *unborne)
        )

    def _story_tokens(self, texts: tuple[str, ...], words: int) -> tuple[int, ...]:
        """Return what the model reads of a story, its documents apart as they were when it was trained.

        PRIMERA was given each document encoded by itself and its separator after every one, the last too.
        """
        if self._separator_id is None:
            return self._read(self._prompt.fill(evidence=self._separator.join(texts), words=str(words)))
        ids: list[int] = []
        for text in texts:
            ids.extend(self._tokenizer(text, add_special_tokens=False).input_ids)
            ids.append(self._separator_id)
        around = self._read("")  # the tokens that stand before and after any text: the last one ends it
        return (*around[:-1], *ids, *around[-1:])

    def _tokens(self, lines: tuple[str, ...]) -> tuple[int, ...]:
        return self._read(self._prompt.fill(evidence=" ".join(lines), words="30"))

    def _read(self, text: str) -> tuple[int, ...]:
        return tuple(self._tokenizer(text).input_ids)

    def _write_batch(self, batch: Sequence[Asked]) -> list[tuple[Draft, ...]]:
        return self._drafts(batch, (0, self._settings.max_new_tokens))

    def _drafts(self, batch: Sequence[Asked], limits: tuple[int, int]) -> list[tuple[Draft, ...]]:
        """Return each fact's beams, the likeliest first, of at least and at most ``limits`` tokens."""
        found = []
        for beams in self._beams(batch, limits):
            texts = self._tokenizer.batch_decode([list(ids) for ids, _ in beams], skip_special_tokens=True)
            found.append(
                tuple(Draft(_clean(t), "model", score) for t, (_, score) in zip(texts, beams, strict=True))
            )
        return found

    def _beams(self, batch: Sequence[Asked], limits: tuple[int, int]) -> list[list[Beam]]:
        import torch

        n = self._settings.candidates
        ids = [list(asked.tokens) for asked in batch]
        inputs = self._tokenizer.pad({"input_ids": ids}, return_tensors="pt")
        kept = {"input_ids": inputs.input_ids, "attention_mask": inputs.attention_mask}
        if getattr(self._model.config, "model_type", "") == "led":
            kept["global_attention_mask"] = self._global_attention(inputs.input_ids)
        with torch.inference_mode():
            answer = self._model.generate(
                **{key: value.to(self._model.device) for key, value in kept.items()},
                num_beams=max(2, n),
                num_return_sequences=n,
                do_sample=False,
                min_length=0,
                min_new_tokens=limits[0],
                max_new_tokens=limits[1],
                max_length=None,
                no_repeat_ngram_size=3,
                early_stopping=True,
                return_dict_in_generate=True,
                output_scores=True,
                **self._gate(batch),
            )
        pad = -1 if self._tokenizer.pad_token_id is None else int(self._tokenizer.pad_token_id)
        self.tokens_written += int((answer.sequences != pad).sum())
        beams = list(zip(answer.sequences.tolist(), answer.sequences_scores.tolist(), strict=True))
        return [beams[k * n : (k + 1) * n] for k in range(len(batch))]

    def _gate(self, batch: Sequence[Asked]) -> dict[str, Any]:
        """Return the guard of a batch for ``generate``; each fact's beams are rows one after another."""
        if self._vocabulary is None:
            return {}
        beams = max(2, self._settings.candidates)
        guard = Guard(
            self._vocabulary,
            [Automaton(FactLedger(asked.lines)) for asked in batch],
            ends=self._ends,
            rows_per_fact=beams,
            prompt_tokens=1,  # the decoder's start token
            enough=2 * beams,
        )
        return {"logits_processor": [guard]}

    def _global_attention(self, ids: Any) -> Any:  # noqa: ANN401
        """Mark what attends to everything: the first token, and every separator between documents."""
        import torch

        mask = torch.zeros_like(ids)
        mask[:, 0] = 1
        if self._separator_id is not None:
            mask[ids == self._separator_id] = 1
        return mask

    def _plain(self, text: str) -> str:
        return super()._plain(text).replace(_SEPARATOR, " ")

    def _count(self, text: str) -> int:
        return len(self._tokenizer(text, add_special_tokens=False).input_ids) + 1


def _window(config: Any) -> int:  # noqa: ANN401
    """Return how many tokens the encoder reads."""
    for key in ("max_encoder_position_embeddings", "max_position_embeddings"):
        if found := getattr(config, key, None):
            return int(found)
    return _UNBOUNDED_WINDOW


def _decoder_window(config: Any) -> int:  # noqa: ANN401
    """Return how many tokens the decoder can write."""
    for key in ("max_decoder_position_embeddings", "max_position_embeddings"):
        if found := getattr(config, key, None):
            return int(found)
    return _UNBOUNDED_WINDOW


def _clean(text: str) -> str:
    """PEGASUS writes its line ends as a mark."""
    return text.replace("<n>", " ").strip()
