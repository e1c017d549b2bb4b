"""What every backend is, and what all of them do to evidence before a model sees it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from briefing.data import Draft, Dropped, Evidence, Sentence
from briefing.settings import WriteSettings

_DATELINE = re.compile(
    r"^[A-Z][A-Z.,'’/ -]{2,40}(?:\([^()]{1,30}\))?\s*(?:—|–|--?)\s+(?=\S)|^\([A-Z][^()]{1,30}\)\s*(?:—|–|--?)\s+"
)
_MARKUP = re.compile(r"<[^<>]{0,60}>|\[/?INST\]|^\s*#+\s", re.MULTILINE)
_MIN_WORDS = 12  # a shorter sentence is short enough as it stands


@runtime_checkable
class Backend(Protocol):
    """Something that writes candidate sentences. ``revision`` identifies the exact weights.

    ``prompts`` are names and digests of the prompts it uses, for the edition's recipe. A backend may also
    count ``tokens_written``, and may be a ``StoryBackend``.
    """

    name: str
    revision: str
    prompts: tuple[tuple[str, str], ...]

    def write(self, evidence: Sequence[Evidence]) -> tuple[tuple[Draft, ...], ...]:
        """Return candidates for each fact, in the order of ``evidence``; none where it has nothing to add."""
        ...


@dataclass(frozen=True, slots=True)
class StoryDraft:
    """A whole story's draft: sentences with the evidence they align to, best first, and what was left out.

    ``dropped`` has every source sentence that did not fit the model's window, and every sentence written that
    no source bears out.
    """

    sentences: tuple[tuple[Draft, Evidence], ...]
    dropped: tuple[Dropped, ...] = ()


@runtime_checkable
class StoryBackend(Protocol):
    """A backend that can read a whole story at once; ``takes_stories`` says whether it was trained to."""

    @property
    def takes_stories(self) -> bool:
        """Whether a story is given to it whole."""
        ...

    def write_story(self, documents: Sequence[Sequence[Sentence]], *, words: int) -> StoryDraft:
        """Write a draft of about ``words`` words from the sentences of all documents."""
        ...


def worth_writing(evidence: Evidence) -> bool:
    """Whether a model could say it better: not where the sentence is ours already, or is as short as can be."""
    if evidence.text or not evidence.sentences:
        return False
    return len(evidence.sentences) > 1 or len(evidence.sentences[0].text.split()) >= _MIN_WORDS


def evidence_lines(evidence: Evidence, settings: WriteSettings, *, sentences: int) -> tuple[str, ...]:
    """Return the words a model reads of one fact: whole sentences, best first, each once, without markup.

    Special tokens and tags are taken out, so that no article can end its own prompt.
    """
    lines: list[str] = []
    words = 0
    for sentence in evidence.sentences[:sentences]:
        line = _DATELINE.sub("", " ".join(_MARKUP.sub(" ", sentence.text).split()))
        words += len(line.split())
        if lines and words > settings.prompt_words:
            break
        if line and line not in lines:
            lines.append(line)
    return tuple(lines)
