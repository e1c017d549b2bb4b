"""Participles that say which things are meant, not what befell them: "arrested four people suspected of spying".

Promise: a participle only describes where a verb of the same clause goes before the number and a preposition follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, low_at
from briefing.figures.vocabulary.lexicon import AUXILIARIES, SAYING
from briefing.figures.vocabulary.thesaurus import ACT_OF, CUMULATIVE
from briefing.wordsets import word_set

_PREPOSITIONS = word_set("of without from by with as under")
_IRREGULAR = word_set("left held made built hit sent kept cut")
_OPENERS = word_set("that when where while after before as and but because if since who which")


def only_describes(line: Sequence[Token], part: Part, place: int) -> bool:
    """Return whether the verb at ``place``, right after the noun counted, only says which of them are meant."""
    following = low_at(line, place + 1)
    if following not in _PREPOSITIONS or ACT_OF.get(line[place].stem) in CUMULATIVE:
        return False
    if not line[place].low.endswith("ed") and line[place].low not in _IRREGULAR:
        return False
    for back in range(part.at - 1, part.start - 1, -1):
        if line[back].low in _OPENERS or not (line[back].is_word or line[back].is_name):
            return False
        if is_verb(line, back):
            return line[back].stem not in SAYING and line[back].low not in AUXILIARIES
    return False
