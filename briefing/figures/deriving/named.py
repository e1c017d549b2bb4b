"""Persons a source tells of one by one: "Ann Bell, 29, and Tom Joy, 56, were killed".

Promise: the deed must be told of the list itself, right before it or right after it; what else the sentence tells,
and who merely speaks of it, counts for nothing. One pass over a sentence, no backtracking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.data import Figure, Kind
from briefing.figures.vocabulary.lexicon import ADVERBS, AUXILIARIES
from briefing.figures.vocabulary.stems import LETTERS, stem
from briefing.figures.vocabulary.thesaurus import ACT_OF, ACTS, NOUN_OF, concept

_NAME = r"[A-Z][\w'’.-]*+(?: (?:(?:de|von|van|der|la|al|bin) )?+[A-Z][\w'’.-]*+)*+"
_AGE = r"(?:, (?:aged )?+| aged | \()\d{1,3}+\)?+"
_PERSON = rf"{_NAME}{_AGE}"
_PERSONS = re.compile(rf"(?<!\w){_PERSON}(?:, {_PERSON})*+,?+ and {_PERSON}")
_SOMEBODY = (
    rf"[Aa]n? (?:[a-z-]++ ){{0,2}}(man|woman|boy|girl|child|teenager|baby|toddler|pensioner)(?:{_AGE})?+"
)
_SOMEBODIES = re.compile(rf"(?<!\w){_SOMEBODY}(?:, {_SOMEBODY})*+,?+ and {_SOMEBODY}")
_AGES, _NOUNS = re.compile(_AGE), re.compile(_SOMEBODY)
_CLAUSE = re.compile(r"[^.,;:]*")
_THEN = re.compile(r"\bwhen (?:they|both) (.*)")
_NAMED_AS = re.compile(r"\b(?:named|identified) as $")
_DENIED = frozenset(("not", "never", "nor", "neither"))
_ANYONE = frozenset(("person", "victim", ""))


def names_as_many(claim: Figure, sentence: str, following: str) -> bool:
    """Return whether ``sentence`` names as many persons as the claim counts, and tells of them what befell them.

    A noun that says more than that they are people must stand there too, or in the sentence that follows.
    """
    if claim.kind is not Kind.COUNT or claim.thing.act not in ACTS:
        return False
    for found, length, nouns in (*_named(sentence), *_unnamed(sentence)):
        if length != claim.low:
            continue
        after = _CLAUSE.match(sentence[found.end() :].removeprefix(","))
        told = after is not None and _befell(claim.thing.act, after.group())
        told = told or _done_to(claim.thing.act, sentence[: found.start()])
        if told and _are(claim.thing.noun, nouns or f"{sentence} {following}"):
            return True
    return False


def _named(sentence: str) -> Iterator[tuple[re.Match[str], int, str]]:
    """Yield each list of names with ages, and how many there are."""
    for found in _PERSONS.finditer(sentence):
        yield found, len(_AGES.findall(found.group())), ""


def _unnamed(sentence: str) -> Iterator[tuple[re.Match[str], int, str]]:
    """Yield each list such as "a man, 41, and a woman", how many there are, and the one noun they all have."""
    for found in _SOMEBODIES.finditer(sentence):
        nouns = _NOUNS.findall(found.group())
        yield found, len(nouns), nouns[0] if len(set(nouns)) == 1 else "person"


def _befell(act: str, clause: str) -> bool:
    """Return whether the clause after the list opens with the deed: "were killed", "were at work when they died"."""
    later = _THEN.search(clause)
    return any(_opens_with(act, words) for words in (clause, later.group(1) if later else ""))


def _opens_with(act: str, clause: str) -> bool:
    for word in LETTERS.findall(clause.lower()):
        if word not in AUXILIARIES and word not in ADVERBS and word != "both" and not word.endswith("ly"):
            return ACT_OF.get(stem(word)) == act
        if word in _DENIED:
            return False
    return False


def _done_to(act: str, before: str) -> bool:
    """Return whether the deed stands right before the list: "arrested …", "the dead were named as …"."""
    words = LETTERS.findall(re.split(r"[.,;:]", before)[-1].lower())
    if not words or not _DENIED.isdisjoint(words):
        return False
    if _NAMED_AS.search(before):
        return {ACT_OF[stem(w)] for w in words if stem(w) in ACT_OF} == {act}
    return ACT_OF.get(stem(words[-1])) == act


def _are(noun: str, text: str) -> bool:
    if NOUN_OF.get(noun, noun) in _ANYONE:
        return True
    stems = {stem(word) for word in LETTERS.findall(text.lower())}
    return noun in stems or concept(noun) in {concept(s) for s in stems}
