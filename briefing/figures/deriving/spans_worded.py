"""Lengths of time that a source says in one word: a fortnight, a decade, half a century.

Promise: such a word bears a claim out only where its sentence speaks of what the claim speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from briefing.data import Citation, Figure, Kind, Modifier
from briefing.figures.binding.keys import wording
from briefing.figures.deriving.terms import is_single
from briefing.figures.matching.scale import base_value
from briefing.figures.vocabulary.stems import LETTERS
from briefing.figures.vocabulary.thesaurus import concept_of

_SPANS = {
    "fortnight": ("second", 14 * 86_400),
    "decade": ("month", 120),
    "century": ("month", 1200),
    "half-century": ("month", 600),
    "millennium": ("month", 12000),
}
_SPAN = re.compile(
    r"\b(?:a|an|one|the (?:past|last|next|coming)|this|per|over the|half a) (fortnight|decade|century|half-century|millennium)\b",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\b(?:about|around|nearly|almost|under|than|least|most|within|some|roughly) $", re.IGNORECASE
)


def lasts_as_long(claim: Figure, sentences: Iterable[Citation]) -> Citation | None:
    """Return the first of ``sentences`` that says the length of time of ``claim`` in a word, of what it speaks of."""
    if claim.kind is not Kind.DURATION or not is_single(claim):
        return None
    if claim.modifier is not Modifier.EXACT:
        return None
    unit, value, _ = base_value(claim)
    return next((s for s in sentences if _says(s.text, unit, value) and _tells(claim, s.text)), None)


def _says(sentence: str, unit: str, value: Decimal) -> bool:
    for found in _SPAN.finditer(sentence):
        base, size = _SPANS[found.group(1).lower()]
        length = Decimal(size) / (2 if found.group().lower().startswith("half a ") else 1)
        if (base, length) == (unit, value) and not _HEDGES.search(sentence[: found.start()]):
            return True
    return False


def _tells(claim: Figure, sentence: str) -> bool:
    said = set(map(concept_of, LETTERS.findall(sentence.lower())))
    told = wording(claim.thing.words)
    return not told or not told.isdisjoint(said)
