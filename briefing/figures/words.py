"""A sentence as the binder sees it: words, marks and figures in order, each word with its stem and concept.

Promise: one linear pass, and every figure is exactly one token, whatever words it is written with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.data import Figure, Kind
from briefing.figures.lexicon import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STATES,
    STOPWORDS,
    VERBS,
    words_of,
)
from briefing.figures.numberwords import WEEKDAY_NAMES
from briefing.figures.stems import stem
from briefing.figures.thesaurus import NOUN_OF, PERSONS, concept

_WORD = re.compile(r"\w+(?:[.'’&-]\w+)*|[^\w\s]")
_END = re.compile(r"(?:[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9£$€])|\n+)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|gen|col|lt|sgt|capt|rev|sen|rep|gov|st|mt|no|vs|inc|ltd|co|corp|jr|sr|approx|est|jan|feb|"
    r"mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)|\b[A-Za-z]|\b[ap]\.m)\.$",
    re.IGNORECASE,
)
TEMPORAL = frozenset((Kind.DATE, Kind.TIME))
NAMED = frozenset((Kind.NAME,))
SILENT = frozenset((Kind.IDIOM,))


@dataclass(slots=True)
class Token:
    """A word, a mark or a figure; ``figure`` is its index among the sentence's figures, or -1."""

    low: str
    stem: str
    concept: str
    start: int
    end: int
    figure: int
    is_name: bool
    is_word: bool


@dataclass(slots=True)
class Part:
    """The tokens ``line[start:end]`` that belong to the figure token at ``at``."""

    start: int
    at: int
    end: int


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of ``text``; cheap, and only as exact as binding needs."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _END.finditer(text):
        if text[stop.start()] == "." and _ABBREVIATION.search(
            text[max(start, stop.start() - 8) : stop.start() + 1]
        ):
            continue
        spans.append((start, stop.end()))
        start = stop.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def tokens(text: str, start: int, end: int, figures: Sequence[Figure]) -> list[Token]:
    """Return the tokens of ``text[start:end]``; ``figures`` lie inside it, in order, without overlap."""
    result: list[Token] = []
    at = start
    for index, figure in enumerate(figures):
        if figure.start < at:
            continue
        _add_words(result, text, at, figure.start)
        result.append(_figure_token(figure, index))
        at = figure.end
    _add_words(result, text, at, end)
    _mark_first_word(result)
    return result


def _figure_token(figure: Figure, index: int) -> Token:
    low = figure.text.lower()
    if figure.kind in TEMPORAL and figure.when is not None:
        label = "d:" + figure.when.isoformat()
        if figure.until is not None and figure.until != figure.when:
            label = "d:" + figure.when.isoformat() + ":" + figure.until.isoformat()
    elif figure.kind is Kind.DATE and low in WEEKDAY_NAMES:
        label = "d:" + low  # a day of no known week is still not another day
    elif figure.kind is Kind.ORDINAL and figure.low is not None:
        label = f"o:{figure.low}"
    elif figure.kind is Kind.AGE:
        label = f"a:{figure.low}-{figure.high}:{figure.modifier}"
    elif figure.kind is Kind.IDIOM:
        label = "i:" + re.sub(r"[\W_]+", "", low)
    elif figure.kind is Kind.NAME:
        label = "n:" + re.sub(r"[\W_]+", "", low)
    else:
        label = "#"
    return Token(low, label, label, figure.start, figure.end, index, figure.kind is Kind.NAME, False)


def _add_words(result: list[Token], text: str, start: int, end: int) -> None:
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        low = word.lower()
        first = word[0]
        if not (first.isalnum() or first == "_"):
            result.append(Token(low, "", "", match.start(), match.end(), -1, False, False))
            continue
        root, family = _meaning(low)
        is_name = first.isupper() and low not in STOPWORDS
        if is_name and low not in STATES:
            family = root
        if low in ("interval", "break") and result and result[-1].low == "the":
            family = "i:halftime"  # "at the break" of a match
        result.append(Token(low, root, family, match.start(), match.end(), -1, is_name, True))


@lru_cache(maxsize=65536)
def _meaning(low: str) -> tuple[str, str]:
    """Return the stem of a word and the class it belongs to."""
    root = stem(low)
    return root, concept(root)


def _mark_first_word(result: list[Token]) -> None:
    """Unmark the first word: a capital at the start of a sentence is no sign of a name, unless a name goes on after it."""
    for place, token in enumerate(result):
        if token.is_word:
            follows = place + 1 < len(result) and result[place + 1].is_name
            inner = not token.low.isalpha() or any(c.isupper() for c in token.low)
            if token.is_name and not follows and not inner:
                token.is_name = token.stem not in VERBS and concept(token.stem) == token.stem
                token.concept = concept(token.stem)
            return
        if token.figure >= 0:
            return


def is_content(token: Token) -> bool:
    """Return whether the token says something about what a figure counts."""
    if token.figure >= 0:
        return token.concept.startswith(("d:", "n:", "o:", "a:", "i:half"))
    return token.is_word and token.low not in STOPWORDS and len(token.low) > 1


def is_verb(line: Sequence[Token], place: int) -> bool:
    """Return whether the word at ``place`` is used as a verb, judged by its form and the word before it."""
    token = line[place]
    low = token.low
    if not token.is_word or token.is_name:
        return False
    if low in AUXILIARIES:
        return True
    previous = line[place - 1] if place else None
    known = token.stem in VERBS
    if low.endswith("ed") and len(low) > 4:
        return not _reads_as_adjective(line, place)
    if not known:
        return after_people(line, place) and not _noun_may_follow(line, place)
    if low in _NOUNS_IN_ING and not _takes_an_object(line, place):
        return False
    if low.endswith("ing"):
        return previous is None or previous.low not in DETERMINERS
    if low in _SAME_IN_THE_PAST:
        if previous is not None and previous.low == ",":
            return (
                place + 1 < len(line) and line[place + 1].is_name
            )  # "two down at the break, beat Dunmore 3-2"
        return previous is not None and previous.is_word and not _goes_before_a_noun(previous)
    changed = not low.startswith(token.stem) or (token.stem != low and not low.endswith("s"))
    if changed and token.stem + "e" != low:
        return not _reads_as_adjective(line, place)
    return _verb_place(line, place)


def after_people(line: Sequence[Token], place: int) -> bool:
    """Return whether the word at ``place`` comes after a plural of people and is no plural: "pupils walk", not "women doctors"."""
    previous, token = line[place - 1] if place else None, line[place]
    if previous is None or not previous.is_word or token.low.endswith("s") or token.low in STOPWORDS:
        return False
    plural = previous.low in ("people", "men", "women", "children") or (
        previous.low.endswith("s") and previous.stem != previous.low
    )
    return plural and token.is_word and not token.is_name and NOUN_OF.get(previous.stem) in PERSONS


def _opens_clause(line: Sequence[Token], place: int) -> bool:
    """Return whether a comma stands before the word and a name behind it: "two down at the break, beat Dunmore 3-2"."""
    return 0 < place < len(line) - 1 and line[place - 1].low == "," and line[place + 1].is_name


_NOUNS_IN_ING = words_of(
    "building meeting shelling bombing shooting hearing opening funding spending wedding training reading flooding "
    "housing parking briefing beginning warning ruling setting rating holding crossing landing sitting fishing "
    "farming banking mining voting swimming feeling offering finding saving earning"
)


def _takes_an_object(line: Sequence[Token], place: int) -> bool:
    following = line[place + 1] if place + 1 < len(line) else None
    return following is not None and (
        following.figure >= 0 or following.low in DETERMINERS or following.is_name
    )


def _common_noun(token: Token) -> bool:
    return (
        token.is_word
        and not token.is_name
        and token.low not in DETERMINERS
        and token.low not in PREPOSITIONS
        and not token.low.endswith("s")
    )


def _governs_next(line: Sequence[Token], place: int) -> bool:
    """Return whether what follows is an object or a phrase of place and time, as after a verb."""
    following = line[place + 1] if place + 1 < len(line) else None
    return following is not None and (
        following.figure >= 0 or following.low in DETERMINERS or following.low in _AFTER_VERB
    )


_AFTER_VERB = words_of("at about around nearly almost only some up more less fewer")


_SAME_IN_THE_PAST = words_of("beat cut hit set put hurt shut cost let spread bet quit split")


_PLURALS_WITHOUT_S = words_of(
    "people men women children police staff crew others cattle those these some many"
)


def _goes_before_a_noun(token: Token) -> bool:
    return token.low in DETERMINERS or (token.low in PREPOSITIONS and token.low != "to") or token.figure >= 0


def _reads_as_adjective(line: Sequence[Token], place: int) -> bool:
    """Return whether a participle stands between a determiner or number and a noun: "the injured men", "12 wounded soldiers"."""
    previous = line[place - 1] if place else None
    if previous is None or not (
        previous.low in DETERMINERS or previous.figure >= 0 or previous.low in PREPOSITIONS
    ):
        return False
    if previous.concept.startswith("d:"):
        return False  # "four tugs on Tuesday pulled free the ship"
    return _noun_may_follow(line, place) and not line[place + 1].is_name


_NO_NOUN = STOPWORDS | ADVERBS


def _noun_may_follow(line: Sequence[Token], place: int) -> bool:
    following = line[place + 1] if place + 1 < len(line) else line[place]
    return following.is_word and following.low not in _NO_NOUN and following is not line[place]


def _verb_place(line: Sequence[Token], place: int) -> bool:
    """Return whether a base or -s form stands where a verb does: it is one after a subject, "to" or an auxiliary; after a number or article it is a noun."""
    if place == 0:
        return False
    previous = line[place - 1]
    if (
        previous.low in PRONOUNS
        or previous.low in RELATIVES
        or previous.low in AUXILIARIES
        or previous.low == "to"
    ):
        return True
    low = line[place].low
    if previous.low in ADVERBS and place > 1:
        previous = line[place - 2]  # "now closes at nine"
    if (
        low.endswith("s")
        and _governs_next(line, place)
        and (previous.low in ("and", "or", ",") or _common_noun(previous))
    ):
        return True
    if (
        not low.endswith("s")
        and previous.is_name
        and previous.low.endswith("s")
        and _governs_next(line, place)
    ):
        return True  # "Paper Moons cost 145 million"
    if (
        previous.low in DETERMINERS
        or previous.low in PREPOSITIONS
        or previous.figure >= 0
        or not previous.is_word
    ):
        return False
    if previous.low in _PLURALS_WITHOUT_S:
        return not low.endswith("s") or previous.low in ("people", "men", "women", "children")
    if low.endswith("s"):
        return previous.is_name
    return previous.low.endswith("s") and not previous.low.endswith(("'s", "’s")) and not previous.is_name
