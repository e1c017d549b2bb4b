"""Whose a number is by grammar: the subject of its verb, what a relative clause is about, the name beside an age.

Promise: every search stays inside a part of the sentence, and is linear in it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all, is_content, together
from briefing.figures.vocabulary.lexicon import CONTRASTS, DETERMINERS, PREPOSITIONS, SAYING
from briefing.figures.vocabulary.numberwords import WEEKDAY_NAMES
from briefing.wordsets import word_set


def word_beside(line: Sequence[Token], part: Part) -> str:
    """Return the word a name with digits stands beside: "Flight CV207", "the A9 motorway"."""
    for place in (part.at - 1, part.at + 1):
        if 0 <= place < len(line) and line[place].is_word and is_content(line[place]):
            return line[place].stem
    return ""


def subject_of(line: Sequence[Token], part: Part, verb: int) -> tuple[str, ...]:
    """Return the content words before the verb, when the verb stands before the figure."""
    stop = verb if part.start <= verb < part.at else part.at
    first_verb = next((p for p in range(part.start, stop) if is_verb(line, p)), stop)
    words = [
        t
        for t in line[part.start : max(first_verb, part.start)]
        if is_content(t) and t.low not in PREPOSITIONS
    ]
    if all(t.low in _ADVERBIAL for t in words):
        return ()  # "…, down 90 cents" and "…, having led 2-0" have no subject of their own
    return together(t.concept for t in words)


_ADVERBIAL = word_set("up down having being")


_SUBJECT_RELATIVES = word_set("which who whose where")


OUTSIDE = "outside:"
IN_RELATIVE = (
    "in-relative"  # the number stands in a clause about a noun, not in what is said of the sentence's subject
)
_ANTECEDENT_REACH = 7  # tokens before the relative pronoun


def _relative(line: Sequence[Token], part: Part) -> int:
    """Return the place of the relative pronoun whose clause the number stands in; -1: it stands in none."""
    place = part.start
    while place < part.at and not line[place].is_word:
        place += 1
    if place < part.at and line[place].low in _SUBJECT_RELATIVES:
        return place
    for place in range(part.at - 1, part.start, -1):
        if line[place].low in (",", ";", "and", "but"):
            break
        if _describes(line, place):
            return place
        if line[place].low in ("which", "who", "that") and is_verb(line, place + 1):
            if line[place - 1].low in PREPOSITIONS:
                return -1  # "the price of which"
            noun = line[place - 1].low == "," or (line[place - 1].is_word and not is_verb(line, place - 1))
            return place if noun else -1
    return -1


def _describes(line: Sequence[Token], place: int) -> bool:
    """Return whether a phrase tells of a thing just brought in: "a chain with 40 pubs", "a tanker carrying 9,000 tonnes"."""
    opens = line[place].low == "with" or (line[place].low.endswith("ing") and is_verb(line, place))
    if not opens or not is_content(line[place - 1]) or is_verb(line, place - 1):
        return False
    noun = place - 1
    while noun > max(0, place - _ADJECTIVES - 2) and line[noun].is_word and line[noun].low not in DETERMINERS:
        noun -= 1
    return line[noun].low in ("a", "an")


def antecedent_of(line: Sequence[Token], part: Part) -> tuple[Token, ...]:
    """Return the words a relative clause is about: "the plant at Aven, which employs 608"."""
    place = _relative(line, part)
    if place < 0:
        return ()
    words: list[Token] = []
    back = place - 1
    while back >= 0 and line[back].low == "," and back >= place - 1:
        back -= 1
    while back >= 0 and place - back <= _ANTECEDENT_REACH:
        token = line[back]
        if not (token.is_word or token.is_name) or (token.figure >= 0 and not token.is_name):
            break
        if is_verb(line, back) or token.low in CONTRASTS or token.low in ("and", "or"):
            break
        if is_content(token):
            words.append(token)
        elif words and token.low in DETERMINERS:
            if back > 1 and line[back - 1].low == "," and line[back - 2].is_name:
                back -= 1  # "Trent, a lender which has 71 branches"
            else:
                break
        back -= 1
    return tuple(reversed(words))


def outside(line: Sequence[Token], at: int, about: Sequence[Token]) -> Iterator[str]:
    """Yield the words that stand outside a relative clause and its noun: what the number at ``at`` is not said of."""
    end = next((place for place in range(at + 1, len(line)) if line[place].low in (",", ";")), len(line))
    inside = range(next((p for p, t in enumerate(line) if t is about[0]), 0), end)
    for place, token in enumerate(line):
        if place not in inside and is_content(token):
            yield OUTSIDE + token.concept


def main_subject(line: Sequence[Token], part: Part, following: Part) -> tuple[str, ...] | None:
    """Return the subject that goes on behind a relative clause closed by a mark; ``None`` where none was closed."""
    place = _relative(line, part)
    opening = next((p for p in range(part.start, part.at) if line[p].is_word), part.start)
    if place <= opening or line[following.start].low in ("and", "or", *_SUBJECT_RELATIVES):
        return None
    return subject_of(line, Part(part.start, place, place), -1)


_ADJECTIVES = 2  # "Harrow's emphatic opening 4-1 win"


def possessor_of(line: Sequence[Token], at: int) -> tuple[str, ...]:
    """Return the name whose result a score is: "before Harrow's 2-0 victory" tells of Harrow, whoever speaks."""
    for place in range(at - 1, max(-1, at - 2 - _ADJECTIVES), -1):
        if line[place].low in ("'", "’"):
            return _name_before(line, place)  # "the Reds' 3-1 win"
        if line[place].low.endswith(("'s", "’s")):
            return _name_before(line, place + 1)
        if not line[place].is_word or line[place].low in PREPOSITIONS or line[place].low in DETERMINERS:
            break
    return ()


def _name_before(line: Sequence[Token], end: int) -> tuple[str, ...]:
    """Return the name that ends before token ``end``."""
    words: list[str] = []
    while end > 0 and line[end - 1].is_name and line[end - 1].figure < 0:
        end -= 1
        words.append(line[end].concept)
    return tuple(reversed(words))


_BEFORE_AGE = word_set(", ( aged age now")
TITLES = word_set(  # before a name, and none of it
    "mr mrs ms dr sir dame lord lady prime minister president chancellor mayor governor senator judge justice captain "
    "general colonel sergeant king queen prince princess pope professor director chief executive chairman secretary "
    "coach striker boxer champion actor actress singer rep sen lt sgt capt gen officer constable detective inspector"
)


def age_of(line: Sequence[Token], at: int) -> tuple[tuple[str, ...], bool]:
    """Return the name an age stands beside ("Ida Strom, 16"), and whether it is that of an earlier time ("at 14")."""
    place = before_all(line, at, _BEFORE_AGE)
    beside = place < at - 1 and (line[at - 1].low in (",", "(", "aged", "now"))
    names: list[str] = []
    while beside and place >= 0 and line[place].is_name and line[place].figure < 0:
        if line[place].low not in TITLES:
            names.append(line[place].concept)
        place -= 1
    before = [t.low for t in line[max(0, at - 4) : at]]
    if (
        names
        and line[at - 1].low == "aged"
        and place >= 0
        and line[place].low in PREPOSITIONS - {"of", "by", "with"}
    ):
        return (), True  # "first went to Harsa aged 19"
    then = (
        before[-1:] == ["at"]
        or "when" in before
        or (at + 1 < len(line) and line[at + 1].low == "when")
        or before[-3:] in (["the", "age", "of"], ["at", "age", "of"])
    )
    return tuple(reversed(names)), then and not _is_of_these_days(line, at)


def _is_of_these_days(line: Sequence[Token], at: int) -> bool:
    """Return whether the clause of an age dates it to these days: who retired last week at 59 is 59."""
    clause = itertools.chain(
        itertools.takewhile(_goes_on, reversed(line[:at])), itertools.takewhile(_goes_on, line[at + 1 :])
    )
    return any(t.low in _THESE_DAYS for t in clause if t.is_date)


def _goes_on(token: Token) -> bool:
    """Return whether a token is inside a clause: no mark, and no word that opens another one."""
    return (token.is_word or token.figure >= 0) and token.low not in _OPENING_CLAUSES


_OPENING_CLAUSES = word_set("who when after before since and")


_THESE_DAYS = frozenset(
    (*WEEKDAY_NAMES, "today", "yesterday", "last night", "last week", "this week", "this month")
)


def is_of_speaker(line: Sequence[Token], at: int) -> bool:
    """Return whether an age is that of who says it: "nobody was hurt, said fire chief Ida Strom, 51"."""
    place = before_all(line, at, _BEFORE_AGE)
    while place >= 0 and line[place].is_word and line[place].stem not in SAYING:
        place -= 1
    return place > 0 and line[place].is_word and line[place - 1].low in (",", "”", '"', "’", "'")
