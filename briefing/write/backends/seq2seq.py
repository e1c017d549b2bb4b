"""Summarisers that read a text and write a shorter one: T5, BART, PEGASUS, LED and PRIMERA.

They write one fact at a time like any backend; those trained on whole stories can take one at once, and their
sentences are aligned to the evidence afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing.data import Draft, Dropped, Evidence, Sentence
from briefing.settings import WriteSettings
from briefing.split import split_text
from briefing.write.align import align
from briefing.write.automaton import Automaton
from briefing.write.backends.window import fit
from briefing.write.guard import Guard
from briefing.write.ledger import FactLedger
from briefing.write.prompts import load_prompt
from briefing.write.protocol import Progress, StoryDraft, evidence_lines, worth_writing
from briefing.write.vocabulary import Vocabulary

_SEPARATOR = "<doc-sep>"  # PRIMERA's own token between two documents
_TRAINED_SEPARATORS = {"pegasus": " ||||| "}  # how Multi-News, which it was tuned on, joins documents
_UNBOUNDED_WINDOW = 1024  # tokens, for T5, whose relative positions have no end
_SPARE_TOKENS = 4
_READ_STORIES = frozenset(("led", "pegasus", "bart"))  # trained to turn whole articles into several sentences


class Seq2Seq:
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
        progress: Progress = lambda step, done, of: None,
    ) -> None:
        """Wrap a loaded model."""
        self.name = name
        self.revision = revision
        self._prompt = load_prompt("sentence", family)
        self.prompts: tuple[tuple[str, str], ...] = ((self._prompt.name, self._prompt.digest),)
        self._family = family
        self._model = model
        self._tokenizer = tokenizer
        self._settings = settings
        self._progress = progress
        known = tokenizer.get_vocab()
        self._separator = f" {_SEPARATOR} " if _SEPARATOR in known else _TRAINED_SEPARATORS.get(family, "\n")
        self._separator_id = known.get(_SEPARATOR)
        self._vocabulary = Vocabulary(tokenizer) if settings.guard else None
        ends = model.generation_config.eos_token_id
        self._pad = -1 if tokenizer.pad_token_id is None else int(tokenizer.pad_token_id)
        self._ends = frozenset(ends if isinstance(ends, (list, tuple)) else [ends])
        self.window_tokens = _window(model.config) - _SPARE_TOKENS
        self._most_new_tokens = _decoder_window(model.config) - _SPARE_TOKENS
        self.tokens_written = 0

    @property
    def takes_stories(self) -> bool:
        """Whether it was trained to sum up whole articles (PRIMERA, LED, PEGASUS, BART), not single sentences."""
        return getattr(self._model.config, "model_type", "") in _READ_STORIES

    def write(self, evidence: Sequence[Evidence]) -> tuple[tuple[Draft, ...], ...]:
        """Return ``settings.candidates`` beams for each fact worth writing, the likeliest first."""
        facts = {n: self._source(fact) for n, fact in enumerate(evidence) if worth_writing(fact)}
        order = sorted(facts, key=lambda n: (len(facts[n]), facts[n]))
        drafts: list[tuple[Draft, ...]] = [()] * len(evidence)
        size = max(1, self._settings.batch_rows // self._settings.candidates)
        for start in range(0, len(order), size):
            batch = order[start : start + size]
            limits = (0, self._settings.max_new_tokens)
            for n, beams in zip(batch, self._beams([facts[n] for n in batch], limits), strict=True):
                drafts[n] = beams
            self._progress("write", min(start + size, len(order)), len(order))
        return tuple(drafts)

    def write_story(self, documents: Sequence[Sequence[Sentence]], *, words: int) -> StoryDraft:
        """Write a draft of about ``words`` words from all ``documents`` at once.

        Documents share the window evenly, cut by whole sentences; what was cut is in ``dropped``, and so is
        what it wrote that no source sentence bears out.
        """
        fitted = fit(documents, self.window_tokens, self._count)
        texts = [
            " ".join(sentence.text for sentence in document) for document in fitted.documents if document
        ]
        if not texts:
            return StoryDraft((), fitted.dropped)
        source = self._prompt.fill(
            evidence=self._separator.join(self._plain(text) for text in texts), words=str(words)
        )
        most = min(int(words * 1.6), self._most_new_tokens)  # tokens: a word is 1.3 of them on average
        limits = (min(int(words * 0.9), most // 2), most)
        best = self._beams([source], limits)[0][:1]
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

    def _beams(self, sources: Sequence[str], limits: tuple[int, int]) -> list[tuple[Draft, ...]]:
        import torch

        n = self._settings.candidates
        inputs = self._tokenizer(
            list(sources), return_tensors="pt", padding=True, truncation=True, max_length=self.window_tokens
        )
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
                **self._gate(sources),
            )
        self.tokens_written += int((answer.sequences != self._pad).sum())
        texts = self._tokenizer.batch_decode(answer.sequences, skip_special_tokens=True)
        scores = answer.sequences_scores.tolist()
        drafts = [Draft(_clean(text), "model", score) for text, score in zip(texts, scores, strict=True)]
        return [_different(drafts[k * n : (k + 1) * n]) for k in range(len(sources))]

    def _gate(self, sources: Sequence[str]) -> dict[str, Any]:
        """Return the guard of a batch for ``generate``; each source's beams are rows one after another."""
        if self._vocabulary is None:
            return {}
        beams = max(2, self._settings.candidates)
        automata = [Automaton(FactLedger([source.replace(self._separator, "\n")])) for source in sources]
        guard = Guard(
            self._vocabulary,
            automata,
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

    def _source(self, fact: Evidence) -> str:
        lines = evidence_lines(fact, self._settings, sentences=4)
        return self._prompt.fill(evidence=" ".join(self._plain(line) for line in lines), words="30")

    def _plain(self, text: str) -> str:
        for special in self._tokenizer.all_special_tokens:
            text = text.replace(special, " ") if special.strip() else text
        return text.replace(_SEPARATOR, " ")

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


def _different(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Keep each text once, its first."""
    return tuple({draft.text: draft for draft in reversed(drafts) if draft.text}.values())[::-1]
