"""Words that mean another thing in company: "lost their lives" is died, "was laid off" dismissed.

Promise: one pass over a sentence; only stems and concepts change, of the word and its companion, never a place or a
figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.figures.binding.words import Token, low_at
from briefing.figures.data import lines
from briefing.figures.vocabulary.lexicon import PREPOSITIONS
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import concept, concept_of
from briefing.wordsets import word_set

_PARTICLES = word_set(
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


_SPANS = word_set("week month quarter year season term")
_EARLIER = word_set("earlier before previously ago")
_MOST = {"most": "highest", "fewest": "lowest", "least": "lowest"}


def _understand_comparison(line: Sequence[Token], place: int) -> None:
    """Read "the month before" as an earlier time, not as monthly, and "the most since 1998" as a highest number."""
    token, following = line[place], line[place + 1] if place + 1 < len(line) else line[place]
    level = (
        place > 1 and line[place - 2].low not in PREPOSITIONS
    )  # "rose 3 percent from a year earlier" is annual
    if level and token.stem in _SPANS and following.low in _EARLIER and not _goes_on(line, place + 2):
        token.concept, following.concept = f"earlier-{token.stem}", _PREVIOUS
    elif token.low in _MOST and place and line[place - 1].low == "the" and following.low != "of":
        token.low = token.stem = _MOST[token.low]
        token.concept = concept(token.stem)


def _goes_on(line: Sequence[Token], place: int) -> bool:
    return place < len(line) and line[place].is_word and line[place].low not in PREPOSITIONS


_UNEMPLOYED = _Meaning(stem("unemployed"), concept_of("unemployed"))
_PREVIOUS = concept_of("previous")


def understand(line: Sequence[Token]) -> None:
    """Give each word of ``line`` that stands with its companion the meaning of both."""
    for place, token in enumerate(line):
        if token.stem in _SPANS or token.low in _MOST:
            _understand_comparison(line, place)
        if token.low == "work" and [t.low for t in line[max(0, place - 2) : place]] == ["out", "of"]:
            token.stem, token.concept = _UNEMPLOYED.stem, _UNEMPLOYED.concept
        company, meaning = _IN_COMPANY.get(token.stem, (None, None))
        if company and meaning and any(t.stem in company for t in line):
            token.stem, token.concept = meaning.stem, meaning.concept
        companions = _MEANINGS.get(token.stem) if token.is_word and not token.is_name else None
        if companions is None:
            continue
        for step, other in enumerate(line[place + 1 : place + 1 + _REACH]):
            if not other.is_word and other.figure < 0:
                break  # a comma or stop ends the phrase
            behind = low_at(line, place + step + 2)
            if other.low == "up" and behind in ("with", "to"):
                break  # who puts up with buses builds none; "wounded up to 12"
            both = companions.get(other.stem)
            if both is not None and (not step or other.low not in _PARTICLES):
                token.stem, token.concept = both.stem, both.concept
                other.concept = both.concept  # who gives up does not rise
                if other.low not in _PARTICLES:  # the lives of "claimed 12 lives" are the dead
                    other.stem = both.stem
                break
