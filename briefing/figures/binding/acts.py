"""What befell or was done to those a number counts: the class of its verb, or of the noun that has them.

Promise: where neither tells, the verb's own stem stands, and nothing is read beyond the number's part of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all
from briefing.figures.vocabulary.lexicon import AUXILIARIES, DETERMINERS, LINKING, STATE_STEMS
from briefing.figures.vocabulary.stems import stem_set
from briefing.figures.vocabulary.thesaurus import ACT_OF, FAMILY_OF
from briefing.wordsets import word_set


def act_of(line: Sequence[Token], part: Part, verb: int, after: int) -> str:
    """Return the act class, or else the stem of the verb."""
    if after > part.at + 1 and (befell := _deed_before_of(line, part)):
        return befell
    if verb >= 0:
        token = line[verb]
        act = ACT_OF.get(token.stem)
        if token.stem == "vot":
            side = next((t.low for t in line[verb + 1 : part.end] if t.low in ("for", "against")), "")
            return {"for": "accept", "against": "reject"}.get(side, token.stem)
        if token.stem == "cut" and verb + 1 < len(line) and line[verb + 1].low == "off":
            return "cut off"
        if act is not None and not (token.stem in LINKING and FAMILY_OF.get(token.stem) in ("rise", "fall")):
            return act
        if token.stem in LINKING or token.low in AUXILIARIES or token.stem == "leav":
            named = _act_named(line, part)
            if named:
                return named
            family = FAMILY_OF.get(token.stem)
            return family if family in ("rise", "fall") else token.stem
        return (_act_named(line, part) or token.stem) if token.stem in SETTING else token.stem
    return _act_named(line, part)


def _deed_before_of(line: Sequence[Token], part: Part) -> str:
    """Return what befell those counted by the noun that has them: "charged six over the theft of 14 horses"."""
    place = before_all(line, part.at, DETERMINERS, part.start + 1)
    if place <= part.start or line[place].low != "of" or not line[place - 1].is_word:
        return ""
    act = ACT_OF.get(line[place - 1].stem, "")
    told = act and act not in _OUTCOMES and line[place - 1].low not in _TOLLS
    return act if told and not is_verb(line, place - 1) else ""


_OUTCOMES = frozenset(("won", "lost", "cost", "earn"))
_TOLLS = word_set("toll tolls dead death")  # a death toll of 12 has a verb that says when


SETTING = stem_set("revise lower raise correct bring speak update take")


def _end_of_clause(line: Sequence[Token], part: Part) -> int:
    """Return where a perfect opens that is not the number's own: "who took 14 horses abroad have been charged"."""
    return next((k for k in range(part.at + 2, part.end) if line[k].low in ("has", "have", "had")), part.end)


def _act_named(line: Sequence[Token], part: Part) -> str:
    """Return the act class of a noun or state word in the part: "the death toll", "a total of 12 injured"."""
    for place in (*range(part.at + 1, _end_of_clause(line, part)), *range(part.at - 1, part.start - 1, -1)):
        token = line[place]
        if token.is_word and (
            token.stem in STATE_STEMS or token.stem in ("toll", "death", "fatality", "injury", "die", "kill")
        ):
            act = ACT_OF.get(token.stem)
            if act is not None:
                return act
    return ""
