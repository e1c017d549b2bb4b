"""Places in a ranking: how far one moved, where one stood before, how many had gone before.

Promise: both places are those of one sentence and of the one the claim names; a move up is never one down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from briefing.data import Citation, Figure, Kind
from briefing.figures.binding.sides import side_of
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.levels import sign_of
from briefing.figures.deriving.terms import Derivation, single_values
from briefing.figures.matching.belonging import named_subjects, names
from briefing.figures.matching.counted import noun_relation
from briefing.figures.vocabulary.lexicon import EARLIER
from briefing.figures.vocabulary.stems import stem
from briefing.wordsets import word_set

_PLACES = word_set("plac posit position spot slot rank rung")
_EARLIER = EARLIER | word_set("formerly ago last had was were from")
_GONE = word_set("before previous previously predecessors already earlier")


def places_moved(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count the places between two ranks: from second to fifth are three places, and downwards."""
    if claim.kind is not Kind.COUNT or claim.thing.noun not in _PLACES:
        return None
    for first, second in combinations(_ranks(claim, group), 2):
        start, end = (first, second) if first.figure.start < second.figure.start else (second, first)
        if first.sentence != second.sentence or end.figure.thing.role == "from":
            start, end = end, start
        if first.sentence != second.sentence or start.figure.thing.role != "from":
            continue
        way = _value(start) - _value(end)  # upwards where the number gets smaller
        if abs(way) == claim.low and sign_of(claim) in (0, 1 if way > 0 else -1):
            return Derivation(f"from {start.figure.text} to {end.figure.text}", (start, end))
    return None


def rank_before(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Go back the places moved: who dropped three places to fifth was second before."""
    if claim.kind is not Kind.ORDINAL or claim.low is None or not cues & _EARLIER:
        return None
    moves = [p for p in single_values(group, (Kind.COUNT,)) if p.figure.thing.noun in _PLACES]
    for move in moves:
        sign = sign_of(move.figure)
        for end in _ranks(claim, group):
            if end.sentence != move.sentence or not sign or end.figure.start < move.figure.start:
                continue
            if _value(end) + sign * _value(move) == claim.low:
                return Derivation(f"{move.figure.text} places from {end.figure.text}", (end, move))
    return None


def gone_before(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count those before the fourth woman in a post: three."""
    if claim.kind is not Kind.COUNT or claim.low is None or not tells_of_those_before(cues):
        return None
    for place in single_values(group, (Kind.ORDINAL,)):
        same = noun_relation(claim.thing, place.figure.thing) == "same"
        if same and _value(place) - 1 == claim.low:
            return Derivation(f"before the {place.figure.text}", (place,))
    return None


def next_of(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Rank who comes after those before: only one woman had won it before, so she is the second."""
    if claim.kind is not Kind.ORDINAL or claim.low is None or not claim.thing.noun:
        return None
    for place in single_values(group, (Kind.COUNT,)):
        thing = place.figure.thing
        before = "family:previous" in place.near and thing.noun == claim.thing.noun
        if before and _value(place) + 1 == claim.low:
            return Derivation(f"after {place.figure.text} before", (place,))
    return None


def tells_of_those_before(cues: frozenset[str]) -> bool:
    """Return whether a sentence counts those before the one the source counts too."""
    return bool(cues & _GONE) and not cues.isdisjoint(("had", "have", "predecessors", "previous"))


def medals_in_all(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Add gold, silver and bronze of one sentence up to the medals of the one who won them."""
    if claim.kind is not Kind.COUNT or claim.thing.noun != "medal" or side_of(claim.thing):
        return None
    rows: dict[tuple[int, int], list[Spot]] = {}
    for place in single_values(group, (Kind.COUNT,)):
        if place.figure.thing.noun in _METALS:
            rows.setdefault((place.article, place.sentence), []).append(place)
    for row in rows.values():
        metals = {p.figure.thing.noun for p in row}
        if 1 < len(metals) == len(row) and sum(map(_value, row)) == claim.low:
            ordered = sorted(row, key=lambda p: p.figure.start)
            return Derivation(" + ".join(p.figure.text for p in ordered) + f" = {claim.text}", tuple(ordered))
    return None


_METALS = word_set("gold silver bronz")


def _ranks(claim: Figure, group: list[Spot]) -> list[Spot]:
    """Return the places in a ranking that are of no other than the claim's."""
    mine = named_subjects(claim.thing)
    ranks = [
        p
        for p in single_values(group, (Kind.ORDINAL,))
        if "bare" in p.figure.thing.status or p.figure.thing.noun in _PLACES
    ]
    return [p for p in ranks if not mine or not names(p.figure.thing) or mine & names(p.figure.thing)]


def _value(place: Spot) -> Decimal:
    return place.figure.low or Decimal(0)


# ---------------------------------------------------------------- ranks that a source says in a word

_WORDS = {
    "winner": 1, "champion": 1, "gold": 1, "runner-up": 2, "runners-up": 2, "silver": 2, "bronze": 3,
}  # fmt: skip
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")
_SENTENCE_WORDS = frozenset(("The", "A", "An", "In", "On", "At", "His", "Her", "Their", "It", "He", "She"))


def ranked_in_a_word(claim: Figure, sentences: Iterable[Citation]) -> Citation | None:
    """Return the sentence that has the claim's name beside "bronze", "runner-up" …, nearer than any other name."""
    if claim.kind is not Kind.ORDINAL or claim.thing.noun not in ("", *_PLACES):
        return None
    mine = names(claim.thing)
    return next((s for s in sentences if mine and _told(claim, mine, s.text)), None)


def _told(claim: Figure, mine: set[str], sentence: str) -> bool:
    for word in _WORD.finditer(sentence):
        if _WORDS[word.group(1).lower()] != claim.low:
            continue
        named = [n for n in _NAME.finditer(sentence) if n.group() not in _SENTENCE_WORDS]
        if named:
            nearest = min(named, key=lambda n: max(n.start() - word.end(), word.start() - n.end()))
            if mine & {stem(part.lower()) for part in nearest.group().split()}:
                return True
    return False
