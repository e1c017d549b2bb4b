"""Words before a number that look like a bound and are none: "adds up to 5,400", "approached 40 firms".

Promise: read from the verb before the words and the few tokens behind the number; one pass over them.
"""

from __future__ import annotations

from briefing.data import Kind
from briefing.figures.vocabulary.lexicon import (
    AUXILIARIES,
    CONTRASTS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
)
from briefing.figures.vocabulary.numberwords import NUMBER_WORDS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

ADDING = word_set("add adds added adding")
_SUM = word_set("amounted amounting summed summing came comes totted totting")
_WHICH = word_set("which that these those this together altogether all they")
_BEHIND = 6  # tokens in which the number ends and its noun, or what is added to, is told


def adds_up(t: Tokens, up: int, at: int, kind: Kind) -> bool:
    """Return whether "up" goes with a verb of summing, so that "up to" at token ``up`` caps nothing; the number is at ``at``.

    Who "will add up to 400 jobs", or "up to 30 grams of salt", or "up to $5 to the price", names the most of it.
    """
    verb = t.word(up - 1)
    if verb in _SUM:
        return True
    if verb not in ADDING:
        return False
    if t.word(up - 2) in _WHICH:
        return True
    following = _following(t, at)
    added_to = "to" in following or "of" in following
    return not added_to and (kind is not Kind.COUNT or not _is_noun(following[:1]))


def _following(t: Tokens, at: int) -> list[str]:
    """Return the words behind the number at token ``at``, as far as its clause goes."""
    words: list[str] = []
    for k in range(at, at + _BEHIND):
        word = t.word(k)
        if word.isalpha() and word not in NUMBER_WORDS:
            words.append(word)
        elif words and not t.is_digits(k):
            break
    return words


def _is_noun(words: list[str]) -> bool:
    return bool(words) and words[0] not in _NO_NOUN


_NO_NOUN = PREPOSITIONS | CONTRASTS | RELATIVES | AUXILIARIES | DETERMINERS | {"and", "or", "so", "because"}

EXCEEDING = word_set("exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing")
_PASSING = EXCEEDING | word_set("passed passing topped topping tops")
_MARKS = word_set("mark barrier level threshold milestone point line")


def outdoes(t: Tokens, k: int, i: int) -> bool:
    """Return whether a verb before token ``k`` has a thing of that very amount for its object: "surpassing the 90 million deal".

    The thing is named behind the number at ``i``; "surpassed the 90 million mark" bounds the number.
    """
    if t.word(k - 1) not in EXCEEDING or t.word(i - 1) not in DETERMINERS:
        return False
    return bool(_following(t, i)) and not is_of_a_mark(t, k, i)


def is_of_a_mark(t: Tokens, k: int, i: int) -> bool:
    """Return whether the number at ``i`` is a mark that a verb before token ``k`` says was passed: "topped the 90 million mark"."""
    return t.word(k - 1) in _PASSING and not _MARKS.isdisjoint(_following(t, i)[:3])


def comes_near(t: Tokens, at: int, kind: Kind) -> bool:
    """Return whether "approach" tells of a value nearly reached, and not of 40 firms that were asked."""
    if kind is Kind.COUNT:
        return not _is_noun(_following(t, at)[:1])
    return kind in (Kind.MONEY, Kind.PERCENT, Kind.RATE, Kind.TEMPERATURE)


def goes_beyond(t: Tokens, at: int, kind: Kind) -> bool:
    """Return whether "top" or "pass" is a verb that tells what is exceeded: "could top 2 billion", not "will pass 12 bills"."""
    return t.word(at - 2) in _BEFORE_VERB and comes_near(t, at, kind)


_BEFORE_VERB = word_set("could would will may might can should to")
