"""Verbs that mean another thing with a companion: "lost their lives" is died, "was laid off" is dismissed.

Promise: one pass over a sentence; only the verb's own stem and concept change, never a place or a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.figures.data import lines
from briefing.figures.lexicon import words_of
from briefing.figures.stems import stem
from briefing.figures.thesaurus import concept
from briefing.figures.words import Token

_PARTICLES = words_of(
    "away back off on up down out in into part go"
)  # right after the verb: "took 30 on the day" hires nobody
_REACH = 5  # tokens: "cost eight of the miners their lives"


@dataclass(frozen=True, slots=True)
class _Meaning:
    stem: str
    concept: str


def _read() -> dict[str, dict[str, _Meaning]]:
    table: dict[str, dict[str, _Meaning]] = {}
    for line in lines("phrasals.txt"):
        verb, _, rest = line.partition("/")
        companion, _, meaning = rest.partition("=")
        root = stem(meaning.strip())
        table.setdefault(stem(verb.strip()), {})[stem(companion.strip())] = _Meaning(root, concept(root))
    return table


_MEANINGS = _read()


def understand(line: Sequence[Token]) -> None:
    """Give each verb of ``line`` that stands with its companion the meaning of both."""
    for place, token in enumerate(line):
        companions = _MEANINGS.get(token.stem) if token.is_word and not token.is_name else None
        if companions is None:
            continue
        for step, other in enumerate(line[place + 1 : place + 1 + _REACH]):
            if not other.is_word and other.figure < 0:
                break  # a comma or stop ends the phrase
            meaning = companions.get(other.stem)
            if meaning is not None and (not step or other.low not in _PARTICLES):
                token.stem, token.concept = meaning.stem, meaning.concept
                other.concept = meaning.concept  # who gives up does not rise
                if other.low not in _PARTICLES:  # the lives of "claimed 12 lives" are the dead
                    other.stem = meaning.stem
                break
