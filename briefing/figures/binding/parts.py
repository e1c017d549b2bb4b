"""A sentence cut into the parts that belong to its numbers.

Promise: every number has one part; a cut is made at the strongest mark between two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, is_content, low_at
from briefing.figures.vocabulary.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONTRASTS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
)
from briefing.figures.vocabulary.stems import stem_set
from briefing.wordsets import word_set

_OPENERS = CONTRASTS | word_set("and or with including after leaving when as then plus before")


def parts_of(line: Sequence[Token], places: Sequence[int]) -> list[Part]:
    """Cut the sentence between every two figures, at the strongest mark between them."""
    cuts = [0, *(cut_between(line, a, b) for a, b in pairwise(places)), len(line)]
    return [clipped(line, Part(cuts[i], place, cuts[i + 1])) for i, place in enumerate(places)]


def clipped(line: Sequence[Token], part: Part) -> Part:
    """End a part at a semicolon, or where nobody is told of: what stands beyond it is another statement."""
    start, end = part.start, part.end
    for place in range(part.start, part.at):
        if line[place].low == ";" or (line[place].low == ":" and _opens_statement(line, place, part.at)):
            start = place + 1
    for place in range(part.at + 1, part.end):
        if line[place].low == ";" or _tells_of_none(line, place):
            end = place
            break
    return Part(start, part.at, end)


def _tells_of_none(line: Sequence[Token], place: int) -> bool:
    """Return whether a clause about nobody opens, which parts as a number would: "rose to 14, and no one is missing"."""
    opens = line[place].low in ("and", "but", "while", "though", "although") and place + 1 < len(line)
    return opens and line[place + 1].low in _NOBODY


_NOBODY = frozenset(("nobody", "none", "no one", "no-one", "nothing"))


def _opens_statement(line: Sequence[Token], colon: int, at: int) -> bool:
    """Return whether what follows a colon has a verb of its own: "gas use fell: industry needed 9 percent less"."""
    if any(t.stem in _LEANING for t in line[colon + 1 : min(at, colon + 1 + _HEAD)]):
        return False  # "it did not slow: the final figure was 2.9 percent"
    return any(is_verb(line, place) for place in range(colon + 2, at))


_LEANING = stem_set("figure number total rate level count it they he she")
_HEAD = 4  # tokens at the head of a clause


def cut_between(line: Sequence[Token], first: int, second: int) -> int:
    """Return where the part of the figure at ``second`` begins."""
    if owned := _glossed(line, first, second) or _behind_apposition(line, first, second):
        return owned
    place, mark = marked_between(line, first, second)
    if mark >= _STRONG:
        return place
    for back in range(second - 1, first, -1):
        if line[back].low in PREPOSITIONS and line[back].low not in ("than", "of"):
            return back
    if mark:
        return place
    if second == first + 1 or _opens_with_a_time(line, first):
        return first + 1
    return _before_modifiers(line, first, second)


def _opens_with_a_time(line: Sequence[Token], first: int) -> bool:
    """Return whether the sentence only begins with a length of time: "After 12 weeks those on the drug had 4.1"."""
    return first == 1 and line[0].low in _OPENING_TIME and line[first].low.endswith(_LENGTHS)


_OPENING_TIME = frozenset(("after", "within", "in", "over", "for", "during"))
_LENGTHS = ("minutes", "hours", "days", "nights", "weeks", "months", "years", "decades")


def _glossed(line: Sequence[Token], first: int, second: int) -> int:
    """Return where the name begins that a number in brackets is put behind: "Ghent (17)"; 0: no such thing."""
    place = second - 1
    if line[place].low != "(" or not (line[place - 1].is_word and line[place - 1].figure < 0):
        return 0
    while place - 1 > first and line[place - 1].is_word and line[place - 1].low not in _BEFORE_NAME:
        place -= 1
        if is_verb(line, place):
            return 0
    return place if place - 1 > first else 0


def _behind_apposition(line: Sequence[Token], first: int, second: int) -> int:
    """Return where the noun begins that a name and a number are put behind: "and his coach, Hale, $15,000"; 0: none."""
    place = second - 1
    if line[place].low in PREPOSITIONS or line[place].low in DETERMINERS:
        place -= 1
    if line[place].low != "," or not line[place - 1].is_name:
        return 0
    place -= 1
    while place > first and line[place].is_name:
        place -= 1
    if line[place].low != ",":
        return 0
    place -= 1
    while place > first and line[place].is_word and not is_verb(line, place):
        if line[place].low in ("and", "but", "while"):
            return place
        place -= 1
    return 0


_BEFORE_NAME = PREPOSITIONS | {"and", "or", "plus", "then", "but", "while"}


_STRONG = 2  # from here on a mark parts two statements


def marked_between(
    line: Sequence[Token], first: int, second: int, passed_over: frozenset[str] = frozenset()
) -> tuple[int, int]:
    """Return where the strongest mark between two figures parts them, and how strong it is; 0: there is none.

    Words ``passed_over`` part nothing.
    """
    best, best_strength = -1, 0
    opens = first <= 2 and not any(is_content(t) for t in line[:first])
    for place in range(first + 1, second):
        mark = _strength(line, place)
        if (
            opens
            and place == first + 1
            and not (line[place].low == "and" and _begins_a_clause(line, place + 1))
        ):
            mark = 0  # "At 91, she still painted 40"; "She was 91 and would have turned 92"
        if mark and mark >= best_strength and line[place].low not in passed_over:
            best, best_strength = place, mark
    if best_strength >= _STRONG and not line[best].is_word:
        best += 1
    return best, best_strength


def _before_modifiers(line: Sequence[Token], first: int, second: int) -> int:
    place = second
    while place - 1 > first and (line[place - 1].low in DETERMINERS or line[place - 1].low in ADVERBS):
        place -= 1
    return place


def _begins_a_clause(line: Sequence[Token], place: int) -> bool:
    """Return whether a verb follows "and", so that another statement begins: "lost 14 and are left with 48"."""
    return line[place].low in AUXILIARIES or is_verb(line, place)


def _strength(line: Sequence[Token], place: int) -> int:
    """Say how strongly the token at ``place`` parts what stands before it from what comes after."""
    low = line[place].low
    if low == ";":
        return 5
    if low == ":" and place > 1 and line[place - 2].low == "(" and line[place - 1].figure >= 0:
        return 0  # "(2024: £31m)"
    if low in (":", "—", "–", "(") or (low in CONTRASTS and low not in ("against", "compared")):
        return 4
    if low == ",":
        following = low_at(line, place + 1)
        return 4 if following in _OPENERS or following in RELATIVES else 3
    if low in ("while", "whereas", "but", "including", "leaving"):
        return 4
    if low == "and" and place + 1 < len(line) and _begins_a_clause(line, place + 1):
        return 3
    if low in ("and", "or", "with", "after", "when", "then", "who", "which", "that", "whom"):
        return 2
    if low in ("to", "from"):
        return 1
    if line[place].figure >= 0 and low.endswith((" after", " before")):
        return 2  # "two days after" read as a point of time
    return 0
