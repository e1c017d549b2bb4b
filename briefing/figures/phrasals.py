"""Words that mean another thing in company: "lost their lives" is died, "was laid off" dismissed, a toll one pays a fee.

Promise: one pass over a sentence; only stems and concepts change, of the word and its companion, never a place or a figure.
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


_MEANINGS: dict[str, dict[str, _Meaning]] = {}
_IN_COMPANY: dict[str, tuple[frozenset[str], _Meaning]] = {}


def _read() -> None:
    for line in lines("phrasals.txt"):
        said, _, meant = line.partition("=")
        root = stem(meant.strip())
        meaning = _Meaning(root, concept(root))
        if "~" in said:
            word, _, company = said.partition("~")
            _IN_COMPANY[stem(word.strip())] = (frozenset(map(stem, company.split())), meaning)
        else:
            word, _, companion = said.partition("/")
            _MEANINGS.setdefault(stem(word.strip()), {})[stem(companion.strip())] = meaning


_read()


def understand(line: Sequence[Token]) -> None:
    """Give each word of ``line`` that stands with its companion the meaning of both."""
    for place, token in enumerate(line):
        company, meaning = _IN_COMPANY.get(token.stem, (None, None))
        if company and meaning and any(t.stem in company for t in line):
            token.stem, token.concept = meaning.stem, meaning.concept
        companions = _MEANINGS.get(token.stem) if token.is_word and not token.is_name else None
        if companions is None:
            continue
        for step, other in enumerate(line[place + 1 : place + 1 + _REACH]):
            if not other.is_word and other.figure < 0:
                break  # a comma or stop ends the phrase
            both = companions.get(other.stem)
            if both is not None and (not step or other.low not in _PARTICLES):
                token.stem, token.concept = both.stem, both.concept
                other.concept = both.concept  # who gives up does not rise
                if other.low not in _PARTICLES:  # the lives of "claimed 12 lives" are the dead
                    other.stem = both.stem
                break
