"""Who is said to have said it: "police say", "according to the mayor", "the police figure", "counted by police".

Promise: only the words of the speaker come back, an apposition between commas included.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all, is_content, low_at, together
from briefing.figures.vocabulary.lexicon import ADVERBS, BEING, CONTRASTS, DETERMINERS, PREPOSITIONS
from briefing.wordsets import word_set


def _speaker_of(line: Sequence[Token], part: Part) -> tuple[str, ...]:
    """Return the words for who is said to have said it: "police say", "according to the mayor"."""
    for place in range(part.start, part.end):
        token = line[place]
        if token.low == "according" and place + 1 < len(line):
            return _named(line[place + 2 : place + 8])
        if token.is_word and token.stem in _FIGURES and (owner := _whose_figure(line, place, part)):
            return owner
        if (
            token.is_word
            and token.stem in SAYING_VERBS
            and line[place + 1 : place + 2]
            and line[place + 1].low == "by"
        ):
            return _named(line[place + 2 : place + 8])
        if token.is_word and token.stem in _HOLDING and _says(line, place):
            if (after := _after_saying(line, place)) and line[place - 1].low == ",":
                return after
            said = _before_saying(line, place) or (
                _named(line[place + 1 : place + 4])
                if token.stem == "say" and _opens_a_name(line, place + 1)
                else ()
            )
            if said:
                return said
    return ()


def _before_saying(line: Sequence[Token], place: int) -> tuple[str, ...]:
    """Return the subject of the saying verb at ``place``; an apposition between commas belongs to it."""
    if place > 1 and line[place - 1].low in ("who", "which"):
        place -= 2 if line[place - 2].low == "," else 1
        return _closing_phrase(line, place)
    back = place
    commas = 2 if place and line[place - 1].low == "," else 0
    while back > 0 and back > place - 12:
        token = line[back - 1]
        if token.low == "," and commas > 0:
            commas -= 1
        elif token.concept == "#" and not commas and line[place - 1].low != ",":
            return ()  # "the 14 people reported on Tuesday" report nothing
        elif not (token.is_word or token.figure >= 0 or token.low in _APOSTROPHES) or token.low in _PARTING:
            break
        back -= 1
    named = _named(line[back:place])
    if place and line[place - 1].low != ",":
        return named
    names = (t.concept for t in line[back:place] if t.is_name and is_content(t))
    return together(named, names)


def _closing_phrase(line: Sequence[Token], end: int) -> tuple[str, ...]:
    """Return the words of the noun phrase that ends at ``end``: whoever "which said" leans on."""
    start = end
    while start > 0 and line[start - 1].is_word and line[start - 1].low not in PREPOSITIONS | DETERMINERS:
        if is_verb(line, start - 1):
            break
        start -= 1
    return _named(line[start:end])


def _whose_figure(line: Sequence[Token], place: int, part: Part) -> tuple[str, ...]:
    """Return whose count the noun at ``place`` calls the number: "the police figure of 35,000", "by the union's count 91".

    Who is named must be somebody who can count: a name, a possessor, or people and bodies of them.
    """
    behind = [t.low for t in line[place + 1 : part.at]]
    if place < part.at and not behind and line[place].low.endswith(("s", "ed")):
        return ()  # "the association in Velm counts 310": a verb
    leads = place < part.at and (not behind or behind[0] in _BEING_OF)
    start = place
    while start > part.start and (
        line[start - 1].low in _APOSTROPHES
        or (line[start - 1].is_word and line[start - 1].low not in _OPENING)
    ):
        start -= 1
    by = start >= 1 and any(t.low in ("by", "on") for t in line[max(0, start - 2) : start])
    if not (leads or by):
        return ()
    owned = any(t.low in _APOSTROPHES for t in line[start:place])
    who = line[start:place]
    if not owned and not (who and (who[-1].is_name or who[-1].concept in _COUNTING)):
        return ()
    return _named([t for t in who if t.low != "s"])


def _after_saying(line: Sequence[Token], place: int) -> tuple[str, ...]:
    """Return who follows the saying verb at ``place`` and ends the clause: "it is worth 5 million, says the auditor"."""
    end = place + 1
    while (
        end < len(line) and line[end].is_word and not is_verb(line, end) and line[end].low not in PREPOSITIONS
    ):
        end += 1
    stops = end >= len(line) or not line[end].is_word
    return _named(line[place + 1 : end]) if stops and end > place + 1 else ()


def _opens_a_name(line: Sequence[Token], place: int) -> bool:
    """Return whether who says it may stand at ``place``, behind the verb: no clause of what is said opens there."""
    opens = place < len(line) and (line[place].is_name or line[place].low in DETERMINERS)
    return opens and not any(is_verb(line, k) for k in range(place, min(place + 4, len(line))))


def _says(line: Sequence[Token], place: int) -> bool:
    if line[place].stem in ("speak", "know") and not any(t.low == "of" for t in line[place + 1 : place + 5]):
        return False
    if line[place].low == "given":
        return False  # "of the group given the drug"
    following = low_at(line, place + 1)
    if following == "of" and line[place].stem not in ("speak", "tell", "know"):
        return False  # "from a first estimate of 0.5 percent"
    if line[place].stem in _FIGURES and (following == "of" or following in _BEING_OR_HAVING):
        return False  # "an early estimate had been 30 million"
    previous = line[place - 1] if place else None
    if previous is None or previous.low in DETERMINERS or previous.low in PREPOSITIONS:
        return False
    back = before_all(line, place, ADVERBS, 1)
    return line[back].low not in BEING  # "the crop is put at", "was given to": nobody speaks


def _named(line: Sequence[Token]) -> tuple[str, ...]:
    names: list[str] = []
    for token in line:
        if token.low in _APOSTROPHES or (token.is_date and not names):
            continue  # "the nurses' union", "on Tuesday the union"
        if not token.is_word or (token.low in PREPOSITIONS and names):
            break
        if not is_content(token) or token.low in _AT_FIRST or (names and token.stem in _RECORDS):
            continue  # "police estimates", "ministry data"
        names.append(token.concept)
    return together(names)


_APOSTROPHES = ("'", "’")
_AT_FIRST = word_set("initially originally previously formerly first early earlier latest new")
_PARTING = CONTRASTS - {"against"}
_OPENING = DETERMINERS | PREPOSITIONS | {"and", "but", "that", "only"}
_BEING_OR_HAVING = BEING | {"had", "has"}
_BEING_OF = word_set("of was is were at stands stood put")
_FIGURES = word_set("figur estimat count tally total account reckon number claim version")
_RECORDS = _FIGURES | word_set("data record statistic")
_COUNTING = word_set(
    "noun:police noun:union noun:department noun:company noun:bank noun:charity noun:hospital noun:organisation noun:party "
    "noun:clerk noun:rescuer family:minister family:army family:doctor family:court government organiser opposition association"
)
SAYING_VERBS = word_set(
    "say tell report put estimat claim believ giv stat quot count reckon announc admit speak know learn understand"
)
_HOLDING = SAYING_VERBS | word_set("expect forecast predict project anticipat fear list cit nam")


def speakers_of(line: Sequence[Token], parts: Sequence[Part]) -> list[tuple[str, ...]]:
    """Return for each part who is said to have said it.

    "…, the governor's office said" at the end of a sentence is meant for all of it; "police say that … and …" for
    what follows in the same breath; "organisers counted 80,000, the police 35,000" leaves the verb out.
    """
    voices = [_speaker_of(line, part) for part in parts]
    if len(parts) > 1 and voices[-1] and not any(voices[:-1]) and _closes(line, parts[-1]):
        return [voices[-1]] * len(parts)
    for number in range(1, len(parts)):
        if voices[number] or not voices[number - 1]:
            continue
        part = parts[number]
        between = line[parts[number - 1].at + 1 : part.at]
        if any(t.low in (";", ":") for t in between):
            continue
        if who := _counted_by(line, part):
            voices[number] = who
        elif _is_elliptic(line, part, line[max(0, parts[number - 1].at - 1)].low):
            voices[number] = _named(
                [t for t in line[part.start : part.at] if t.low not in (",", "and", "while", "at", "of")]
            )
        elif line[part.start].low in ("and", "that") and _has_no_subject(line, part):
            voices[number] = voices[number - 1]
    return voices


def _closes(line: Sequence[Token], part: Part) -> bool:
    """Return whether the sentence ends with a comma, who said it and the verb: ", the coastguard said on Monday"."""
    for place in range(part.at + 1, len(line)):
        if line[place].is_word and line[place].stem in SAYING_VERBS:
            return any(t.low == "," for t in line[part.at : place]) and len(line) - place <= _CLOSING
    return False


_CLOSING = 8  # tokens after the verb of a closing attribution: a day, a place, a mark


def _has_no_subject(line: Sequence[Token], part: Part) -> bool:
    return not any(is_verb(line, place) for place in range(part.start, part.at))


def _counted_by(line: Sequence[Token], part: Part) -> tuple[str, ...]:
    """Return who closes a part that leaves the noun out too: "15,000 by the police's count and 40,000 by the organisers'"."""
    behind = [t for t in line[part.at + 1 : part.end] if t.low != "."]
    told = 1 < len(behind) <= _SHORT and behind[0].low == "by" and behind[1].low in DETERMINERS
    return _named([t for t in behind[2:] if t.low != "s"]) if told else ()


def _is_elliptic(line: Sequence[Token], part: Part, of: str) -> bool:
    """Return whether the part is a short name or noun with a determiner, and the number: "the police 35,000"."""
    words = [
        t
        for t in line[part.start : part.at]
        if t.is_word and t.low not in ("and", "that", "while", "but", "only", "just")
    ]
    put_at = bool(words) and words[-1].low in ("at", "of") and words[-1].low == of
    if put_at:
        words.pop()  # "… puts it at 212,000, the firm at 90,000"
    if not 1 <= len(words) <= _SHORT or any(t.low in PREPOSITIONS for t in words):
        return False
    opens = put_at or words[0].low in DETERMINERS or words[0].is_name
    return opens and not any(is_verb(line, place) for place in range(part.start, part.at))


_SHORT = 4  # words
