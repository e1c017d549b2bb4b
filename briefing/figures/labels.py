"""What a figure counts, in plain words for a table.

Promise: a label is never empty: where nothing is known it names the kind of figure.
"""

from __future__ import annotations

from briefing.data import Figure, Kind
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import ACTS, NOUN_OF
from briefing.wordsets import word_set

_PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "member": "members",
    "police": "police officers",
}


def label(figure: Figure, sentence: str = "") -> str:
    """Return in plain words what ``figure`` counts: "people killed", "schools", "change"; the kind if nothing is known.

    ``sentence`` is the text it stands in: a noun of no known family is shown as it is written there.
    """
    thing = figure.thing
    act = thing.act if thing.act in ACTS else ""
    family = NOUN_OF.get(thing.noun, "")
    if figure.kind is not Kind.COUNT:
        return _written(thing.noun, sentence) or str(figure.kind)
    if act in _OF_PEOPLE and (family in ("", "person", "death", "injury") or not thing.noun):
        return f"people {act}"
    shown = _PLURALS.get(family) or _written(thing.noun, sentence) or family
    return " ".join(word for word in (shown, act if act in _OF_PEOPLE else "") if word) or str(figure.kind)


_OF_PEOPLE = word_set(
    "killed injured missing arrested displaced rescued infected fired hired vaccinated kidnapped released"
)


def _written(noun: str, sentence: str) -> str:
    """Return the word of ``sentence`` whose stem is ``noun``."""
    if not noun:
        return ""
    words = (w.strip(".,;:!?()\"'“”’‘").lower() for w in sentence.split())
    return next((w for w in words if stem(w) == noun), "")
