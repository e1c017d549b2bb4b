"""From a fact to be stated to the sentence that states it: evidence, candidates, and what was refused on the way."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.data.articles import Sentence
from briefing.data.checks import Checked
from briefing.data.ledger import Citation


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact to be stated: the 1–4 sentences that state it, the best first.

    ``publishers`` are the independent ones behind it; ``role`` is ``lead``, ``body``, ``background`` or
    ``disagreement``; ``text`` is set only where the fact is a sentence of our own making (a disagreement),
    and is then what the verbatim backend says.
    """

    sentences: tuple[Sentence, ...]
    publishers: tuple[str, ...]
    role: str = "body"
    weight: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate sentence; ``origin`` is ``model`` where a backend wrote it.

    ``likelihood`` is the model's mean log-probability per token, 0 for verbatim. ``silence`` says why there is no text, where the model could not be asked or gave no answer.
    """

    text: str
    origin: str
    likelihood: float = 0.0
    silence: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder, for the audit: which candidate was refused, and why."""

    candidate: str
    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """A sentence of a brief, with the source sentences behind it and the verdict on each figure.

    ``origin`` is ``model``, ``verbatim`` or ``ledger``. ``rungs`` are the candidates refused before it.
    """

    text: str
    citations: tuple[Citation, ...]
    figures: tuple[Checked, ...] = ()
    origin: str = "verbatim"
    role: str = "body"
    rungs: tuple[Rung, ...] = ()
