"""The noun a number counts, the verb that governs it, and the subject of that verb.

Promise: every search stays inside the part of the sentence that belongs to the number, and is linear in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.ties import compounded
from briefing.figures.binding.verbgroups import (
    RESTRICTING,
    behind_own_clause,
    behind_relative,
    is_joined,
    main_verb,
    only_describes,
    verb_after_phrase,
)
from briefing.figures.binding.verbs import TAKING_OBJECTS, after_people, is_manner, is_verb
from briefing.figures.binding.words import Part, Token, before_all, low_at
from briefing.figures.vocabulary.lexicon import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    STATE_STEMS,
    STATES,
    STOPWORDS,
    VERBS,
)
from briefing.figures.vocabulary.stems import stem_set
from briefing.figures.vocabulary.thesaurus import ACT_OF, CUMULATIVE, NOUN_OF, PERSONS
from briefing.wordsets import word_set

_BEFORE_OBJECT = ADVERBS | DETERMINERS
NUMBER_OF = stem_set("number total count tally figure sum amount share proportion")


def counted_noun(line: Sequence[Token], part: Part) -> tuple[int, int]:
    """Return the place of the noun counted (-1: none) and of the first token after its phrase."""
    place = part.at + 1
    behind = part.at + 3
    if behind < part.end and line[place].low == "of" and line[place + 1].low in ("them", "whom"):
        place = behind if line[behind].stem in NOUN_OF else place  # "three of them crew"
    elif place < part.end and line[place].low == "of" and _opens_noun(line, place + 1, part.end):
        place += 1
        while place < part.end and (line[place].low in DETERMINERS or line[place].figure >= 0):
            place += 1
    head = -1
    while place < part.end:
        token = line[place]
        if token.low in _BEFORE_NOUN or (
            head < 0 and (token.low in ADVERBS or is_manner(token) or _says_how(line, place, part.end))
        ):
            place += 1
        elif place == part.at + 1 and _is_deed_of_some(line, part):
            break
        elif _ends_phrase(line, place, part.end, head):
            if head < 0 and _names_those(line, part.at, place):
                return place, place + 1
            break
        else:
            head = -1 if token.low.endswith(("'s", "’s")) else place
            place += 1
    return (compounded(line, part) if head >= 0 else head) or head, place


def _is_deed_of_some(line: Sequence[Token], part: Part) -> bool:
    """Return whether the word behind the number is what part of a whole does: "Of the 412 paintings, 130 hang in the galleries"."""
    if line[0].low != "of" or part.start == 0:
        return False
    words = line[part.at + 1 : part.at + 3]
    if not words or not words[0].is_word or words[0].is_name or words[0].low.endswith("s"):
        return False
    behind = words[-1]
    ends = not behind.is_word or behind.low in PREPOSITIONS or behind.low in DETERMINERS
    return words[0].stem not in NOUN_OF and (behind is words[0] or ends or behind.low in ("every", "each"))


def _says_how(line: Sequence[Token], place: int, end: int) -> bool:
    """Return whether a word only says how the next was done: "15 neatly packed crates"."""
    return (
        line[place].low.endswith("ly")
        and line[place].stem not in NOUN_OF
        and place + 2 < end
        and line[place + 1].low.endswith(("ed", "ing"))
        and _noun_follows(line, place + 1, end)
    )


def _names_those(line: Sequence[Token], at: int, place: int) -> bool:
    """Return whether a state stands for the people in it: "the 19 dead", "all four injured"."""
    opened = at > 0 and line[at - 1].low in ("the", "these", "those", "all")
    return opened and place == at + 1 and ACT_OF.get(line[place].stem) in CUMULATIVE


_BEFORE_NOUN = word_set("other more others further additional new separate different - \" ' “ ”")


_AFTER_HEAD = word_set(
    "worth available eligible unable able due likely unlikely ready aware present absent responsible capable free full empty open strong"
)


_AFTER_NOUN = word_set(
    "lower higher dearer cheaper respectively aged aboard onboard alive overnight nationwide worldwide altogether overall apiece each alone abroad daily weekly monthly yearly together elsewhere ahead behind "
    "adrift clear short last next nightly annually downstream upstream uphill offshore ashore onshore afterwards beforehand thereafter"
)


_PERIODIC = word_set("daily weekly monthly yearly nightly")


def _ends_phrase(line: Sequence[Token], place: int, end: int, head: int) -> bool:
    """Return whether the noun phrase of a number ends before the token at ``place``."""
    token = line[place]
    if not token.is_word:
        return not token.is_name
    if head < 0 and token.low in _PERIODIC and _noun_follows(line, place, end):
        return False  # "45 daily flights"
    if token.low in _AFTER_NOUN or (place + 1 < end and line[place + 1].low == "than"):
        return True  # "another 23 homes overnight", "16 points fuller than"
    if head >= 0 and token.low in _AFTER_HEAD and not _noun_follows(line, place, end):
        return True  # "24 planes worth 3 billion", "two seats free"
    if (
        head < 0
        and token.low.endswith("ly")
        and token.stem not in NOUN_OF
        and not _noun_follows(line, place, end)
    ):
        return True  # "three seriously hurt and 17 slightly"
    if token.low in STOPWORDS or token.low in ADVERBS or token.low in PRONOUNS or token.low in PREPOSITIONS:
        return True
    if token.low in TAKING_OBJECTS and is_verb(line, place):
        return True
    if token.stem in STATE_STEMS or is_verb(line, place):
        behind_others = line[place - 1].low == "others"  # "four others remain missing"
        return head >= 0 or behind_others or not _noun_follows(line, place, end)
    return head == place - 1 and (
        after_people(line, place) or _goes_on_doing(line, place) or _is_verb_of_one(line, place)
    )


def _is_verb_of_one(line: Sequence[Token], place: int) -> bool:
    """Return whether a word is the verb of a subject further back: "the strike of 900 drivers lasts", no second plural."""
    counted, token = line[place - 1], line[place]
    plural = counted.low.endswith("s") and NOUN_OF.get(counted.stem) in PERSONS
    return plural and token.low.endswith("s") and token.stem in VERBS and not token.is_name


def _goes_on_doing(line: Sequence[Token], place: int) -> bool:
    """Return whether a participle says what the things counted do: "20 nations meeting in Oslo", not "20 oil drilling rigs"."""
    counted, token = line[place - 1], line[place]
    behind = line[place + 1] if place + 1 < len(line) else None
    if behind is None or not token.low.endswith("ing") or token.is_name:
        return False
    plural = counted.low.endswith("s") and counted.stem != counted.low and NOUN_OF.get(counted.stem, "") != ""
    return plural and (behind.low in PREPOSITIONS or behind.low in DETERMINERS or behind.is_name)


def _opens_noun(line: Sequence[Token], place: int, end: int) -> bool:
    return place < end and line[place].low not in PRONOUNS and line[place].low not in RELATIVES


def _noun_follows(line: Sequence[Token], place: int, end: int) -> bool:
    following = line[place + 1] if place + 1 < end else None
    return (
        following is not None
        and following.is_word
        and following.low not in STOPWORDS
        and following.low not in ADVERBS
        and following.low not in PREPOSITIONS  # "60 reopened after the storm"
        and following.low not in _AFTER_HEAD
    )


def governing_verb(line: Sequence[Token], part: Part, noun_at: int, after: int) -> int:
    """Return the place of the verb (or state word) that says what happened to the thing counted; -1: none."""
    place = after
    while place < part.end and (line[place].low in ADVERBS or line[place].low in ("-",)):
        place += 1
    if place == part.at + 1 and _is_deed_of_some(line, part):
        return place
    if place < part.end:
        token = line[place]
        if token.low in RESTRICTING and is_joined(line, part.at):
            return behind_own_clause(line, place, part.end) or _verb_before(line, part)
        own = _verb_just_before(line, part)
        if own >= 0 and token.low.endswith("ed"):
            return own  # "has settled 11 of the claims lodged in May"
        if token.low in STATES and token.low != "fired" and not token.is_name:
            return behind_relative(line, place, part.end)
        if token.low in AUXILIARIES and token.is_word:  # not the month of May
            return main_verb(line, place, part.end)
        if (
            token.is_word
            and token.low not in PREPOSITIONS
            and is_verb(line, place)
            and not token.low.endswith("ing")
            and not only_describes(line, part, place)
        ):
            return place if _is_a_whole(line, part.at) else behind_relative(line, place, part.end)
        if (late := _behind_its_phrase(line, part, place)) >= 0:
            return late
    earlier = _verb_before(line, part)
    if earlier >= 0:
        return earlier if line[earlier].low != "compared" else -1  # "compared with 84 last spring"
    stop = part.end
    if stop < len(line) and line[stop].low in ("including", "included", "among", "with", "rather"):
        stop = len(line)  # "nine civilians, including two children, were killed"
    return verb_after_phrase(line, after, stop)


def _behind_its_phrase(line: Sequence[Token], part: Part, place: int) -> int:
    """Return the verb behind a phrase that hangs on the noun counted, where none goes before the number; -1: none."""
    low = line[place].low
    if low not in PREPOSITIONS or low in ("than", "after", "before", "since", "when"):
        return -1
    return -1 if _has_verb(line, part.start, part.at) else verb_after_phrase(line, place, part.end)


def _verb_before(line: Sequence[Token], part: Part) -> int:
    """Return the last verb or state word of a part before its number; -1: none, or one of saying comes between."""
    for back in range(part.at - 1, part.start - 1, -1):
        adds = line[back].stem == "add" and back + 1 == part.at  # who "added 40 shops" said nothing
        if line[back].stem in SAYING and not adds and is_verb(line, back):
            break
        if (line[back].low in STATES and not line[back].is_name) or is_verb(line, back):
            return main_verb(line, back, part.at) if line[back].low in AUXILIARIES else back
    return -1


def _verb_just_before(line: Sequence[Token], part: Part) -> int:
    """Return the verb whose object the number is, where it stands right before it; -1: none does."""
    place = before_all(line, part.at, _BEFORE_OBJECT, part.start + 1)
    found = place >= part.start and is_verb(line, place) and line[place].stem not in SAYING
    return place if found and line[place].low not in AUXILIARIES else -1


def _is_a_whole(line: Sequence[Token], at: int) -> bool:
    """Return whether the sentence goes on about a part: "a tenth of the 1,012 adults asked had no opinion"."""
    return low_at(line, before_all(line, at, DETERMINERS, 1)) == "of"


def _has_verb(line: Sequence[Token], start: int, end: int) -> bool:
    return any(is_verb(line, place) and line[place].stem not in SAYING for place in range(start, end))
