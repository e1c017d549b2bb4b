"""How many a source lists or groups without a number: "the ministers of France, Spain and Malta", a pair, a trio.

Promise: a list or a word for a group supports a count only where the words around it are the claim's. One pass over a
sentence, no backtracking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from briefing.data import Figure, Kind
from briefing.figures.binding.keys import wording
from briefing.figures.vocabulary.lexicon import AUXILIARIES, PLAIN_VERBS, STOPWORDS
from briefing.figures.vocabulary.numberwords import SMALL
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import ACT_OF, NOUN_OF, PERSONS, concept

_FEWEST, _MOST = 1, 99
_NAME = r"[A-Z][\w'’.-]*+(?:[ ](?:(?:de|von|van|der|la|al|bin|of|the)[ ])?+[A-Z0-9][\w'’.-]*+)*+"
_LIST = re.compile(rf"(?<![\w]){_NAME}(?:, {_NAME})*+,?+ and {_NAME}")
_ONE = r"(?:an?|his|her|their|its) (?:[a-z][\w'’-]*+ ?+)(?:(?!and\b)[a-z0-9][\w'’-]*+ ?+){0,4}+"
_SINGLES = re.compile(rf"\b{_ONE}(?:, {_ONE})*+,?+ ?+and {_ONE}")
_OF_ALL = {"only": 1, "lone": 1, "sole": 1, "single": 1, "double": 2, "both": 2}  # before the noun itself
_GROUPS = {
    "pair": 2, "couple": 2, "duo": 2, "twins": 2, "brace": 2, "trio": 3, "triplets": 3, "treble": 3, "quartet": 4,
    "quintet": 5, "hat-trick": 3, "hattrick": 3, "sextet": 6,
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEAR = 4  # words before or behind a list in which the noun stands that says what they are
_SHARED = 2  # concepts that a claim must share with what is said of a list, where its noun is another


def may_be_listed(claim: Figure) -> bool:
    """Return whether a claim counts few enough that a source may name them all."""
    thing = claim.thing
    if claim.kind is not Kind.COUNT or claim.low != claim.high or claim.low is None:
        return False
    if claim.unit not in ("", "times"):
        return False
    if thing.role or claim.gap or thing.act in ("won", "lost"):
        return False  # won by three goals
    return _FEWEST <= claim.low <= _MOST


def lists_as_many(claim: Figure, sentence: str) -> bool:
    """Return whether a sentence names as many as the claim counts, and says of them what they are or did."""
    return (
        _are_all(claim, sentence)
        or any(
            length == claim.low and _is_of(claim, sentence, start, end)
            for start, end, length in (*_lists(sentence), *_groups(sentence))
        )
        or any(length == claim.low and _is_done_by(claim, clause) for clause, length in _mixed(sentence))
    )


def _is_done_by(claim: Figure, clause: str) -> bool:
    """Return whether a clause about persons tells of them the deed that the claim tells of as many."""
    noun, act = claim.thing.noun, claim.thing.act
    if noun not in ("", "person") or act in PLAIN_VERBS:
        return False  # five men and a woman are six people, and not six men
    said = _stems(_WORD.findall(clause.lower()))
    return not {act, concept(act)}.isdisjoint(said) or any(ACT_OF.get(w) == act for w in said)


def _are_all(claim: Figure, sentence: str) -> bool:
    """Return whether "the sole party", "both boys" is of the claim's noun, and the sentence says another thing of it."""
    noun = claim.thing.noun
    if not noun or claim.low not in _OF_ALL.values():
        return False
    words = _WORD.findall(sentence.lower())
    of_noun = any(
        _OF_ALL.get(word) == claim.low and noun in map(stem, words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )
    return of_noun and bool((wording(claim.thing.near) - {noun, concept(noun)}) & _stems(words))


_THE_GROUP = re.compile(
    r"\b(?:the|all|both) (pair|duo|two|trio|three|quartet|four)\b(?! of\b| [a-z]+s\b)", re.IGNORECASE
)
_AS_MANY = {"two": 2, "three": 3, "four": 4}
_REACH = 3  # sentences before "the pair" that say who they are


def refers_to_as_many(claim: Figure, sentence: str, before: Sequence[str]) -> bool:
    """Return whether a sentence speaks of "the pair", and those before it of "the workers" that the claim counts."""
    noun = claim.thing.noun
    lengths = {_GROUPS.get(w, 0) or _AS_MANY[w] for w in map(str.lower, _THE_GROUP.findall(sentence))}
    if not noun or claim.low not in lengths:
        return False
    words = _WORD.findall(" ".join((*before[-_REACH:], sentence)).lower())
    told = any(
        first == "the" and second.endswith("s") and stem(second) == noun for first, second in pairwise(words)
    )
    said = wording(claim.thing.words) - {noun, concept(noun)}
    return told and not said.isdisjoint(_stems(words))


def _lists(sentence: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and length of every list of names, or of single persons and things, in a sentence."""
    if " and " not in sentence:
        return
    for pattern in (_LIST, _SINGLES):
        for found in pattern.finditer(sentence):
            listed = found.group()
            yield found.start(), found.end(), listed.count(", ") + 2 - listed.count(", and ")


_CLAUSE = re.compile(r"[.;:!?\u2013\u2014()]| (?:while|but|after|when|who|which|that|where) ")
_PIECE = re.compile(r",? and |, ")
_ARTICLES = frozenset(("a", "an", "one"))
_OWNERS = frozenset(("his", "her", "their", "its", "the", "of"))
_FEWEST_MEMBERS = 2
_HEAD_WITHIN = 3  # words in which a member names a person: "two off-duty police officers"


def _mixed(sentence: str) -> Iterator[tuple[str, int]]:
    """Yield each clause with how many persons it lists, not all of them by a number: "17 passengers and both pilots"."""
    for clause in _CLAUSE.split(sentence):
        pieces = _PIECE.split(clause)
        counts = [_persons_of(piece.split()) for piece in pieces]
        first = next((k for k, count in enumerate(counts) if count), len(counts))
        run = [count for count in counts[first:] if count]
        apart = not AUXILIARIES.isdisjoint(" ".join(pieces[first:-1]).split())
        if apart or first + len(run) < len(counts) or len(run) < _FEWEST_MEMBERS:
            continue  # "a man was killed and his two sons were hurt"
        if any(not number for _, number in run):
            yield clause, sum(count for count, _ in run)


def _persons_of(words: Sequence[str]) -> tuple[int, str] | None:
    """Return how many persons a member of a list has, and the number it is told in; ``None`` where it names none."""
    place, count, told = 0, 0, ""
    lows = [w.lower() for w in words]
    if lows[:1] == ["both"]:
        place, count = 1, 2
    elif lows and lows[0] in _ARTICLES | _OWNERS:
        place, count = 1, 1 if lows[0] in (*_ARTICLES, "his", "her", "their") else 0
    while place < len(lows) and lows[place] in _OWNERS:
        place += 1
    if place < len(lows) and (number := _number(lows[place])):
        place, count, told = place + 1, number, lows[place]
    named = takewhile(lambda w: w not in AUXILIARIES, lows[place : place + _HEAD_WITHIN])
    head = next((w for w in named if stem(w) in NOUN_OF), "")
    if NOUN_OF.get(stem(head)) not in PERSONS:
        return None
    several = head.endswith(("s", "men", "children", "people"))
    return (count, told) if count and not (count == 1 and several) else None


def _number(low: str) -> int:
    return int(low) if low.isdecimal() and len(low) <= len(str(_MOST)) else int(SMALL.get(low, 0))


def _groups(sentence: str) -> Iterator[tuple[int, int, int]]:
    """Yield the words for a group, with how many it has."""
    for found in _WORD.finditer(sentence):
        length = _GROUPS.get(found.group().lower())
        if length is not None:
            yield found.start(), found.end(), length


def _is_of(claim: Figure, sentence: str, start: int, end: int) -> bool:
    """Return whether what is said around a list is what the claim says of its number."""
    around = _stems(_WORD.findall(sentence.lower()))
    noun = claim.thing.noun
    if noun:
        first = sentence[start:end].partition(" ")[0]  # "Mayors Lind and Ask"
        before = _WORD.findall(f"{sentence[:start]} {first}".lower())[-_NEAR:]
        after = _WORD.findall(sentence[end:].lower())[:_NEAR]
        if {noun, concept(noun)} & _stems([*before, *after]):
            return True
    act = claim.thing.act
    if noun and act not in PLAIN_VERBS and not {act, concept(act)} & around:
        return False  # neither what they are nor what they did
    return len(wording(claim.thing.near) & around) >= _SHARED


def _stems(words: Sequence[str]) -> set[str]:
    stems = {stem(w) for w in words if w not in STOPWORDS}
    return stems | {concept(w) for w in stems}


def tells_of_one(claim: Figure, sentence: str) -> bool:
    """Return whether a sentence has the claim's noun in the singular, with an article, for a claim of one."""
    noun = claim.thing.noun
    if claim.low != 1 or not noun:
        return False
    words = sentence.lower().split()
    singular = any(
        before in ("a", "an", "the")
        and any(stem(w.strip(".,;:")) == noun and not w.strip(".,;:").endswith("s") for w in after)
        for before, *after in zip(words, words[1:], words[2:], words[3:], strict=False)
    )
    return singular and len(wording(claim.thing.near) & _stems(_WORD.findall(sentence.lower()))) >= _SHARED
