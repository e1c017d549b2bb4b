"""How many a source lists by name: "the ministers of France, Spain and Malta" are three.

Promise: a list is names with commas and a last "and"; its length supports a count only where the words around the
list are the claim's. One pass over a sentence, no backtracking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.data import Figure, Kind
from briefing.figures.lexicon import STOPWORDS, concept, stem

_FEWEST, _MOST = 2, 12
_NAME = r"[A-Z][\w'’.-]*+(?:[ ](?:(?:de|von|van|der|la|al|bin|of|the)[ ])?+[A-Z][\w'’.-]*+)*+"
_LIST = re.compile(rf"(?<![\w]){_NAME}(?:, {_NAME})*+,?+ and {_NAME}")
_WORD = re.compile(r"[^\W\d_]+")


def may_be_listed(claim: Figure) -> bool:
    """Return whether a claim counts few enough that a source may name them all."""
    thing = claim.thing
    if thing.role or str(claim.gap) or thing.act in ("won", "lost") or claim.unit or "other" in thing.status:
        return False  # won by three goals
    return (
        claim.kind is Kind.COUNT
        and claim.low == claim.high
        and claim.low is not None
        and _FEWEST <= claim.low <= _MOST
    )


def lists_of(sentence: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and length of every list of names in a sentence."""
    if " and " not in sentence:
        return
    for found in _LIST.finditer(sentence):
        yield found.start(), found.end(), found.group().count(", ") + 2 - found.group().count(", and ")


def lists_as_many(claim: Figure, sentence: str) -> bool:
    """Return whether a sentence names as many as the claim counts, and says of them what they are or did."""
    for start, end, length in lists_of(sentence):
        if length != claim.low:
            continue
        around = {
            stem(w)
            for w in _WORD.findall((sentence[:start] + " " + sentence[end:]).lower())
            if w not in STOPWORDS
        }
        around |= {
            stem(w) for w in _WORD.findall(sentence[start:end].partition(" ")[0].lower())
        }  # "Mayors Lind and Ask"
        kinds = {concept(w) for w in around}
        if claim.thing.noun and (claim.thing.noun in around or concept(claim.thing.noun) in kinds):
            return True
    return False
