"""A whole, the parts told of it, and what is left: "of 41 ferries 14 failed", "53 passengers, 19 of them children".

What is left is told by the source's own "rest", by a claim's, or by the contrary of what is said of the one part.
Promise: the parts are of this whole by grammar, each member is meant by words that the others lack, and the
subtraction is written out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.data import AMOUNTS, SHARES, Figure, Kind
from briefing.figures.binding.current import STILL
from briefing.figures.binding.polarity import contrary, is_plain
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.words import REST
from briefing.figures.deriving.parts_told import (
    Partition,
    amount_of,
    partitions,
    share_of_one,
)
from briefing.figures.deriving.terms import Derivation, follows, is_single, may_stand_for, would_support
from briefing.figures.matching.scale import base_value, share_of
from briefing.figures.reading.shares import is_so_many_of
from briefing.figures.vocabulary.lexicon import is_light
from briefing.figures.vocabulary.thesaurus import OVERLAPPING_ACTS, concept, concept_set

_PAIR = 2
_PARTED = AMOUNTS | SHARES
_ALL = Decimal(1)


def left_over(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count what is left of a whole, where the claim says of it what the source says of the rest, or the contrary."""
    if not is_single(claim) or claim.kind not in _PARTED:
        return None
    for partition in partitions(group):
        for parts in _subtracted(claim, partition):
            if _is_left(claim, partition.whole, parts):
                terms = (partition.whole, *parts) if partition.whole is not None else parts
                shown = " − ".join(p.figure.text for p in terms)
                left = (
                    f"{shown} = {claim.text}" if partition.whole is not None else f"the rest is {claim.text}"
                )
                return Derivation(left, terms)
    return None


def _subtracted(claim: Figure, partition: Partition) -> Iterator[tuple[Spot, ...]]:
    """Yield the parts whose complement the claim speaks of."""
    if _means_rest(claim, partition):
        yield partition.parts
    if _is_complete(partition):
        return
    for part in partition.parts:
        if contrary(claim.thing, part.figure.thing):
            yield (part,)


def _is_complete(partition: Partition) -> bool:
    """Return whether the parts told make up the whole: 54.3 per cent to 45.7."""
    shares = [share_of_one(p.figure, partition.whole) for p in partition.parts]
    return sum((s for s in shares if s is not None), Decimal(0)) >= _ALL


def _means_rest(claim: Figure, partition: Partition) -> bool:
    """Return whether a claim says what the source says of the rest alone, and more of it than of any part."""
    of_rest, of_part = _weights(claim, partition)
    return of_rest > of_part


def means_part(claim: Figure, group: Sequence[Spot]) -> bool:
    """Return whether a claim says more of what the source says of a part than of the rest told beside it."""
    told = [_weights(claim, p) for p in partitions(group) if p.rest is not None]
    return any(of_part > of_rest for of_rest, of_part in told)


def _weights(claim: Figure, partition: Partition) -> tuple[int, int]:
    """Return how much a claim says of the rest alone, and at most of a part alone; its subject counts twice."""
    if partition.rest is None:
        return 0, 0
    told, subject = _content(claim), set(claim.thing.subject)
    parts = [_own_words(p, partition) for p in partition.parts]
    rest = _own_words(partition.rest, partition)
    of_parts = [told & words - rest for words in parts]
    of_rest = told & rest - frozenset().union(*parts)
    return _weight(of_rest, subject), max(_weight(words, subject) for words in of_parts)


def _weight(words: frozenset[str], subject: set[str]) -> int:
    return len(words) + len(words & subject)


def another_member(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is of another member of its whole than the claim speaks of: of the rest, of a part."""
    if place.figure.kind not in _PARTED:
        return ""
    near = [p for p in spots if p.article == place.article and abs(p.sentence - place.sentence) <= 1]
    if sum(p.figure.kind in _PARTED for p in near) < _PAIR:
        return ""
    for partition in partitions(near):
        whole = partition.whole
        if place in partition.parts and _means_rest(claim, partition):
            return f"source says that of the rest, not of {place.figure.text}"
        if place in partition.parts and (told := _told_part(claim, place, partition)) is not None:
            return f"source says that of {told.figure.text}, not of {place.figure.text}"
        if place in partition.parts and _is_left_standing(claim) and not _still_is(place):
            return f"source says that of those left, not of {place.figure.text}"
        if place in partition.parts and not _still_is(place) and _is_the_rest(claim, place, partition):
            return f"source does not say {place.figure.text} of the rest"
        if place is whole and _speaks_of_rest(claim):
            return f"source gives {place.figure.text} as the whole"
        if place is whole and _says_only_of_part(claim, partition):
            return f"source says that of {partition.parts[0].figure.text} of the {place.figure.text}"
    return ""


def _still_is(place: Spot) -> bool:
    """Return whether a source says of a part, too, that it is left: "23 of them are still in hospital"."""
    return STILL in place.figure.thing.status or not _LEFT.isdisjoint(place.words)


def _told_part(claim: Figure, place: Spot, partition: Partition) -> Spot | None:
    """Return another part than ``place`` that alone has words of the claim, where ``place`` has none of its own."""
    told = _content(claim)
    words = [_own_words(p, partition) for p in partition.parts]
    shared = {w for n, some in enumerate(words) for w in some if any(w in more for more in words[:n])}
    at = partition.parts.index(place)
    if told & words[at] - shared:
        return None
    others = (
        p for p, some in zip(partition.parts, words, strict=True) if p is not place and told & some - shared
    )
    return next(others, None)


_LEFT = concept_set("left remain rest spare")


def _is_left_standing(claim: Figure) -> bool:
    """Return whether a claim counts what is left: "will have 38 shops left"."""
    return claim.kind is Kind.COUNT and bool(_LEFT & set(claim.thing.near)) and claim.thing.noun != ""


def _is_the_rest(claim: Figure, place: Spot, partition: Partition) -> bool:
    """Return whether a claim gives the only part told of a whole as what remains of it."""
    only = len(partition.parts) == 1 and partition.whole is not None and claim.kind is Kind.COUNT
    return only and _is_set_apart(claim) and not _is_set_apart(place.figure)


def _is_set_apart(figure: Figure) -> bool:
    return bool({"other", "the-other"} & set(figure.thing.status)) or "family:remain" in figure.thing.near


def _speaks_of_rest(claim: Figure) -> bool:
    return bool({"other", "the-other"} & set(claim.thing.status)) and claim.kind is Kind.COUNT


def _says_only_of_part(claim: Figure, partition: Partition) -> bool:
    """Return whether a claim says of the whole what the next sentence says of a part of it."""
    whole, first = partition.whole, partition.parts[0]
    if whole is None or first.sentence == whole.sentence or {"whole", "of-all"} & set(claim.thing.status):
        return False
    deed = _deed(claim)
    counted = first.figure.kind is Kind.COUNT and whole.figure.kind is Kind.COUNT
    if not counted or is_plain(claim.thing.act):
        return False
    return deed in _own_words(first, partition) and deed not in whole.words


def _is_left(claim: Figure, whole: Spot | None, parts: Sequence[Spot]) -> bool:
    """Return whether the claim's value is what is left of a whole without some of its parts, as a number or a share."""
    if claim.kind in SHARES:
        share = share_of(claim)
        shares = [share_of_one(p.figure, whole) for p in parts]
        if (
            share is None
            or None in shares
            or any(p.figure.modifier is not parts[0].figure.modifier for p in parts)
        ):
            return False
        if (
            len(claim.parts) == _PAIR
            and is_so_many_of(claim)
            and not (whole and whole.figure.low == claim.parts[1])
        ):
            return False
        left = _ALL - sum((s for s in shares if s is not None), Decimal(0))
        return left > 0 and follows(claim, share[0], left, parts[0].figure.modifier)
    if whole is None or whole.figure.kind is not claim.kind or not _one_unit(claim, whole.figure):
        return False
    taken = [amount_of(p.figure, whole) for p in parts]
    unit, value, _ = base_value(whole.figure)
    rest = value - sum(taken, Decimal(0))
    return rest > 0 and may_stand_for(claim, whole) and would_support(claim, (whole, *parts), rest, unit)


def _one_unit(claim: Figure, whole: Figure) -> bool:
    return base_value(claim)[0] == base_value(whole)[0]


# ---------------------------------------------------------------- words


def _content(claim: Figure) -> frozenset[str]:
    """Return what a claim says around its figure, the noun counted among it."""
    thing = claim.thing
    return frozenset(w for w in (*thing.near, _deed(claim)) if _tells(w))


def _own_words(place: Spot, partition: Partition) -> frozenset[str]:
    """Return what is said of one member of a whole, and not of the whole."""
    said = {*place.near, _deed(place.figure)}
    whole = partition.whole
    shared = {*whole.near, concept(whole.figure.thing.noun)} if whole is not None else set()
    return frozenset(w for w in said - shared if _tells(w))


def _deed(figure: Figure) -> str:
    """Return the deed of a figure as its words have it."""
    act = figure.thing.act
    return f"act:{act}" if act in OVERLAPPING_ACTS else concept(act) if act else ""


def _tells(word: str) -> bool:
    return bool(word) and not word.startswith(("d:", "o:", REST)) and not is_light(word)
