"""What the backends that hold a model in this process share: how they begin, and facts asked for in batches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.data import Draft, Evidence
from briefing.progress import Progress
from briefing.settings import WriteSettings
from briefing.write.prompts import Prompt
from briefing.write.protocol import evidence_lines, worth_writing
from briefing.write.vocabulary import Vocabulary

_TOO_LONG = "its evidence is longer than the model's window"


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact as a model is asked about it: the evidence it is shown, line by line, and the tokens it reads."""

    lines: tuple[str, ...]
    tokens: tuple[int, ...]


class Local:
    """A model of this process behind the ``Backend`` protocol; what kind of model it is, its subclasses know."""

    _sentences = 4  # of a fact's evidence that the model is shown
    _room = 0  # tokens of one fact that the model can read; its subclass sets it

    def __init__(
        self,
        tokenizer: Any,  # noqa: ANN401  (untyped library)
        *,
        name: str,
        revision: str,
        prompt: Prompt,
        settings: WriteSettings,
        progress: Progress,
    ) -> None:
        """Keep what the backend is and works with; the guard's vocabulary is read where it is wanted."""
        self.name = name
        self.revision = revision
        self.prompts: tuple[tuple[str, str], ...] = ((prompt.name, prompt.digest),)
        self.tokens_written = 0
        self._prompt = prompt
        self._tokenizer = tokenizer
        self._settings = settings
        self._progress = progress
        self._specials = tuple(sorted((t for t in tokenizer.all_special_tokens if t.strip()), key=len)[::-1])
        self._vocabulary = Vocabulary(tokenizer) if settings.guard else None

    def write(self, evidence: Sequence[Evidence]) -> tuple[tuple[Draft, ...], ...]:
        """Return ``settings.candidates`` drafts for each fact worth writing, in batches of facts alike in length."""
        drafts: list[tuple[Draft, ...]] = [()] * len(evidence)
        asked: dict[int, Asked] = {}
        for number, fact in enumerate(evidence):
            lines = self._lines(fact) if worth_writing(fact) else ()
            if fitting := self._fitting(lines):
                asked[number] = fitting
            elif lines:
                drafts[number] = (Draft("", "model", silence=_TOO_LONG),)
        order = sorted(asked, key=lambda number: (len(asked[number].tokens), asked[number].lines))
        size = max(1, self._settings.batch_rows // self._settings.candidates)
        for start in range(0, len(order), size):
            batch = order[start : start + size]
            written = self._write_batch([asked[number] for number in batch])
            for number, found in zip(batch, written, strict=True):
                drafts[number] = different(found)
            self._progress("write", min(start + size, len(order)), len(order))
        return tuple(drafts)

    def _write_batch(self, batch: Sequence[Asked]) -> list[tuple[Draft, ...]]:
        raise NotImplementedError

    def _tokens(self, lines: tuple[str, ...]) -> tuple[int, ...]:
        raise NotImplementedError

    def _fitting(self, lines: tuple[str, ...]) -> Asked | None:
        """Return as many of ``lines`` as the model's window holds, from the first on; ``None`` if not even that."""
        for stop in range(len(lines), 0, -1):
            tokens = self._tokens(lines[:stop])
            if len(tokens) <= self._room:
                return Asked(lines[:stop], tokens)
        return None

    def _lines(self, fact: Evidence) -> tuple[str, ...]:
        lines = evidence_lines(fact, self._settings, sentences=self._sentences)
        return tuple(line for line in map(self._plain, lines) if line.strip())

    def _plain(self, text: str) -> str:
        """Take the model's own tokens out, so that no article can end its own prompt."""
        for special in self._specials:
            text = text.replace(special, " ")
        return text


def different(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Keep each text once, its first; that a model said nothing is kept too, for the audit."""
    return tuple({draft.text: draft for draft in reversed(tuple(drafts))}.values())[::-1]
