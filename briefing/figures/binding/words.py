"""A sentence as the binder sees it: words, marks and figures in order, each word with its stem and concept.

Promise: one linear pass, and every figure is exactly one token, whatever words it is written with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from briefing.data import TEMPORAL, Figure, Kind
from briefing.figures.binding.keys import day_of, is_date
from briefing.figures.vocabulary.lexicon import PREPOSITIONS, STATES, STOPWORDS, VERBS
from briefing.figures.vocabulary.numberwords import WEEKDAY_NAMES
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import NOUN_OF, concept

_WORD = re.compile(r"\w+(?:[.'’&-]\w+)*|[^\w\s]")
REST = "rest"  # the unit and the concept of the place where a sentence tells of the rest


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

    @property
    def is_date(self) -> bool:
        """Whether it is a day or a longer time."""
        return is_date(self.concept)


@dataclass(slots=True)
class Part:
    """The tokens ``line[start:end]`` that belong to the figure token at ``at``."""

    start: int
    at: int
    end: int


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
        label = day_of(figure)
    elif figure.kind is Kind.DATE and low in WEEKDAY_NAMES:
        label = "d:" + (figure.written_unit or low)  # a day of no known week or year is still not another day
    elif figure.kind is Kind.ORDINAL and figure.low is not None:
        label = f"o:{figure.low}"
    elif figure.kind is Kind.AGE:
        label = f"a:{figure.low}-{figure.high}:{figure.modifier}"
    elif figure.kind is Kind.IDIOM:
        label = "i:" + re.sub(r"[\W_]+", "", low)
    elif figure.kind is Kind.NAME:
        label = "n:" + re.sub(r"[\W_]+", "", low)
    elif figure.kind is Kind.UNREAD and figure.unit == REST:
        label = REST
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
        counted = bool(result) and result[-1].figure >= 0
        several = _initials_of_several(word) if counted else ""
        root, family = _meaning(several or low)
        is_name = first.isupper() and low not in STOPWORDS and not several
        low = several or low
        if is_name and low not in STATES:
            family = root
        if low in ("interval", "break") and result and result[-1].low == "the":
            family = "i:halftime"  # "at the break" of a match
        result.append(Token(low, root, family, match.start(), match.end(), -1, is_name, True))


_INITIALS = re.compile(r"([A-Z]{2,5})['’]?s")


def _initials_of_several(word: str) -> str:
    """Return in small letters the initials of which a counted word is the plural: "31 KOs", "31 KO's"."""
    found = _INITIALS.fullmatch(word)
    return found[1].lower() if found is not None and stem(f"{found[1]}s".lower()) not in NOUN_OF else ""


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
                ordinary = token.stem in VERBS or token.low in PREPOSITIONS
                token.is_name = not ordinary and concept(token.stem) == token.stem
                token.concept = concept(token.stem)
            return
        if token.figure >= 0:
            return


def low_at(line: Sequence[Token], place: int) -> str:
    """Return the word or mark at a place in small letters; nothing before the first and behind the last."""
    return line[place].low if 0 <= place < len(line) else ""


def denies(low: str) -> bool:
    """Return whether a word ends in a "not": "didn't"."""
    return low.endswith(("n't", "n’t"))


def before_all(line: Sequence[Token], at: int, words: Set[str], first: int = 0) -> int:
    """Return the place before ``at`` and all of ``words`` that go right before it from ``first`` on."""
    place = at - 1
    while place >= first and line[place].low in words:
        place -= 1
    return place


def together(*runs: Iterable[str]) -> tuple[str, ...]:
    """Return the words of several runs, each once, in their order."""
    return tuple(dict.fromkeys(chain(*runs)))


def is_content(token: Token) -> bool:
    """Return whether the token says something about what a figure counts."""
    if token.figure >= 0:
        return token.concept.startswith(("d:", "n:", "o:", "a:", "i:half", REST))
    return token.is_word and token.low not in STOPWORDS and len(token.low) > 1


_BOUNDS = frozenset(("more", "less", "fewer", "up", "down", "over", "lower", "higher", "under", "before"))


def is_bound(line: Sequence[Token], place: int) -> bool:
    """Return whether a word such as "more" or "up" only bounds a number: "more than 60", "up to nine"."""
    if line[place].low not in _BOUNDS:
        return False
    following = [t.low for t in line[place + 1 : place + 3]]
    return following[:1] == ["than"] or (following[:1] == ["to"] and line[place].low == "up")
