"""The verb of a group: the one behind its auxiliaries, and behind a participle that only says which are meant.

"Arrested four people suspected of spying" tells of no suspicion. Promise: no search goes beyond the clause that the group
opens.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.verbs import BARE_AFTER, is_manner, is_verb
from briefing.figures.binding.words import Part, Token, before_all, low_at
from briefing.figures.vocabulary.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONTRASTS,
    DETERMINERS,
    SAYING,
    STATE_STEMS,
    STOPWORDS,
    VERBS,
)
from briefing.figures.vocabulary.stems import stem_set
from briefing.figures.vocabulary.thesaurus import ACT_OF, CUMULATIVE
from briefing.wordsets import word_set


def main_verb(line: Sequence[Token], place: int, end: int) -> int:
    """Return the main verb of the group that begins with the auxiliary at ``place``.

    Behind a verb of remaining it is the word that says what befell: "stay closed".
    """
    last = place
    step = place + 1
    while step < end and (
        line[step].low in AUXILIARIES
        or line[step].low in _AMID
        or line[step].low in ADVERBS
        or is_manner(line[step])
    ):
        if line[step].low in AUXILIARIES:
            last = step
        step += 1
    if step + 1 < end and line[step].stem in _REMAINING and line[step + 1].stem in ACT_OF:
        return step + 1
    if step < end and (
        line[step].stem in STATE_STEMS or line[step].stem in VERBS or line[step].low.endswith("ed")
    ):
        return step
    if step < end and line[step].stem in ACT_OF:
        return step
    if step < end and line[last].low in BARE_AFTER and line[step].is_word and line[step].low not in STOPWORDS:
        return step  # "do not speak", "will cycle"
    return last


_AMID = word_set("to since")  # "have since been released"
_REMAINING = stem_set("remain stay keep lie become")


def behind_relative(line: Sequence[Token], place: int, end: int) -> int:
    """Return the main verb behind a participle that only says which are meant: "41 of the pumps promised in May had come".

    What befell people stays unless the verb tells another deed: "nine of those held have been released".
    """
    if not line[place].low.endswith("ed") and line[place].low != "held":
        return place
    befell = ACT_OF.get(line[place].stem) in CUMULATIVE
    for later in range(place + 1, end):
        token = line[later]
        if token.low in CONTRASTS or (not token.is_word and token.figure < 0) or token.low in _NEW_CLAUSE:
            return place
        if token.low in AUXILIARIES and token.low not in BARE_AFTER:
            found = main_verb(line, later, end)
            return found if not befell or line[found].stem in ACT_OF else place
    return place


def behind_clause(line: Sequence[Token], place: int, end: int) -> int:
    """Return the main verb behind a clause that only says which are meant, its own where none follows: "those who were missing have been found"."""
    verbs = (at for at in range(place + 1, end) if is_verb(line, at) and line[at].stem not in SAYING)
    inner = next(verbs, -1)
    if inner < 0:
        return -1
    own = main_verb(line, inner, end) if line[inner].low in AUXILIARIES else inner
    for later in range(own + 1, end):
        token = line[later]
        if token.low in CONTRASTS or (not token.is_word and token.figure < 0) or token.low in _NEW_CLAUSE:
            break
        if token.low in AUXILIARIES and token.low not in BARE_AFTER:
            return main_verb(line, later, end)
    return own


def is_joined(line: Sequence[Token], at: int) -> bool:
    """Return whether a number is told beside what goes before it: "and two others"."""
    return low_at(line, before_all(line, at, DETERMINERS)) in ("and", "but", "while")


def behind_own_clause(line: Sequence[Token], place: int, end: int) -> int:
    """Return the main verb behind a clause that only says who is meant; 0: there is none but that clause's.

    "A climber was killed and two others who were roped to her are recovering": those two were not killed.
    """
    inner = next((at for at in range(place + 1, end) if is_verb(line, at)), -1)
    main = behind_clause(line, place, end)
    return main if main > inner >= 0 and main != main_verb(line, inner, end) else 0


def verb_after_phrase(line: Sequence[Token], place: int, end: int) -> int:
    """Return the first verb after a prepositional phrase: "12 people in the north died"."""
    while place < end:
        token = line[place]
        if token.low in (";", ":", "(") or token.low in CONTRASTS:
            return -1
        if token.low in RESTRICTING and place and line[place - 1].is_word:
            return behind_clause(line, place, end)
        if token.low in AUXILIARIES and token.is_word:  # not the month of May
            return main_verb(line, place, end)
        if is_verb(line, place) and token.stem not in SAYING and not token.low.endswith("ing"):
            return place
        place += 1
    return -1


RESTRICTING = frozenset(("who", "which"))


_NEW_CLAUSE = word_set("and or that who which when after as because if since where")


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
