"""Which source sentences bear out a sentence that was written from a whole story."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Evidence, Sentence
from briefing.write.faithful import keys

_ENOUGH = 0.9  # share of the sentence's content words that its evidence must have before no more is sought
_LEAST = 0.5  # below this it is borne out by nothing in particular
_MAX_SENTENCES = 4


def align(text: str, sentences: Sequence[Sentence]) -> Evidence | None:
    """Return the fewest of ``sentences`` that have nearly all content words of ``text``; ``None`` if none do.

    Greedy: the sentence that covers most of what is still uncovered comes first; ties go to the earlier.
    """
    wanted = set(keys(text))
    if not wanted:
        return None
    has = [wanted & set(keys(sentence.text)) for sentence in sentences]
    covered: set[str] = set()
    chosen: list[int] = []
    while len(covered) < _ENOUGH * len(wanted) and len(chosen) < _MAX_SENTENCES:
        best = max(range(len(sentences)), key=lambda n: (len(has[n] - covered), -n), default=None)
        if best is None or not has[best] - covered:
            break
        chosen.append(best)
        covered |= has[best]
    if len(covered) < _LEAST * len(wanted):
        return None
    return Evidence(tuple(sentences[n] for n in chosen), (), role="body", weight=len(covered) / len(wanted))
