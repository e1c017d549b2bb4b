"""A whole, the parts told of it, and what is left: "of 41 ferries 14 failed", "53 passengers, 19 of them children".

What is left is told by the source's own "rest", by a claim's, or by the contrary of what is said of the one part. Promise:
the parts are of this whole by grammar, each member is meant by words that the others lack, and the subtraction is
written out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.data import Figure, Kind
from briefing.figures.lexicon import is_light
from briefing.figures.match import match
from briefing.figures.polarity import EXCEPTED, contrary, is_plain
from briefing.figures.rests import is_rest
from briefing.figures.scale import base_value, share_of
from briefing.figures.spots import Spot
from briefing.figures.terms import Derivation, figure_of, may_stand_for, show, would_support
from briefing.figures.thesaurus import OVERLAPPING_ACTS, concept
from briefing.figures.words import REST

_AMOUNTS = (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
_SHARES = (Kind.PERCENT, Kind.FRACTION, Kind.RATIO)
_PAIR = 2
_ALL = Decimal(1)


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole (none: all of a hundred per cent), its parts in order, and the place where the rest is told, if any."""

    whole: Spot | None
    parts: tuple[Spot, ...]
    rest: Spot | None

    @property
    def terms(self) -> tuple[Spot, ...]:
        """The whole, where there is one, and the parts."""
        return (self.whole, *self.parts) if self.whole is not None else self.parts


def left_over(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Count what is left of a whole, where the claim says of it what the source says of the rest, or the contrary."""
    if claim.low is None or claim.low != claim.high or claim.kind not in (*_AMOUNTS, *_SHARES):
        return None
    for partition in partitions(group):
        for parts in _subtracted(claim, partition):
            if _is_left(claim, partition.whole, parts):
                terms = (partition.whole, *parts) if partition.whole is not None else parts
                shown = " − ".join(show(p.figure) for p in terms)
                left = f"{shown} = {claim.text}" if partition.whole is not None else f"the rest is {claim.text}"
                return Derivation(left, terms)
    return None


def _subtracted(claim: Figure, partition: Partition) -> Iterator[tuple[Spot, ...]]:
    """Yield the parts whose complement the claim speaks of."""
    if means_rest(claim, partition):
        yield partition.parts
    if _is_complete(partition):
        return
    for part in partition.parts:
        if contrary(claim.thing, part.figure.thing):
            yield (part,)


def _is_complete(partition: Partition) -> bool:
    """Return whether the parts told make up the whole: 54.3 per cent to 45.7."""
    shares = [_share(p.figure, partition.whole) for p in partition.parts]
    return sum((s for s in shares if s is not None), Decimal(0)) >= _ALL


def means_rest(claim: Figure, partition: Partition) -> bool:
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
    told, subject = content(claim), set(claim.thing.subject)
    parts = [own_words(p, partition) for p in partition.parts]
    rest = own_words(partition.rest, partition)
    of_parts = [told & words - rest for words in parts]
    of_rest = told & rest - frozenset().union(*parts)
    return _weight(of_rest, subject), max(_weight(words, subject) for words in of_parts)


def _weight(words: frozenset[str], subject: set[str]) -> int:
    return len(words) + len(words & subject)


def another_member(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a figure is of another member of its whole than the claim speaks of: of the rest, of a part."""
    near = [p for p in spots if p.article == place.article and abs(p.sentence - place.sentence) <= 1]
    for partition in partitions(near):
        whole = partition.whole
        if place in partition.parts and means_rest(claim, partition):
            return f"source says that of the rest, not of {place.figure.text}"
        if place is whole and _speaks_of_rest(claim):
            return f"source gives {place.figure.text} as the whole"
        if place is whole and _says_only_of_part(claim, partition):
            return f"source says that of {partition.parts[0].figure.text} of the {place.figure.text}"
    return ""


def _speaks_of_rest(claim: Figure) -> bool:
    return "other" in claim.thing.status and claim.kind is Kind.COUNT


def _says_only_of_part(claim: Figure, partition: Partition) -> bool:
    """Return whether a claim says of the whole what the next sentence says of a part of it."""
    whole, first = partition.whole, partition.parts[0]
    if whole is None or first.sentence == whole.sentence or {"whole", "of-all"} & set(claim.thing.status):
        return False
    deed = _deed(claim)
    counted = first.figure.kind is Kind.COUNT and whole.figure.kind is Kind.COUNT
    if not counted or is_plain(claim.thing.act):
        return False
    return deed in own_words(first, partition) and deed not in whole.words


def _is_left(claim: Figure, whole: Spot | None, parts: Sequence[Spot]) -> bool:
    """Return whether the claim's value is what is left of a whole without some of its parts, as a number or a share."""
    if claim.kind in _SHARES:
        share = share_of(claim)
        shares = [_share(p.figure, whole) for p in parts]
        if share is None or None in shares or any(p.figure.modifier is not parts[0].figure.modifier for p in parts):
            return False
        if len(claim.parts) == _PAIR and " of " in claim.text and not (whole and whole.figure.low == claim.parts[1]):
            return False
        left = _ALL - sum((s for s in shares if s is not None), Decimal(0))
        own = figure_of(Kind.FRACTION, share[0], "", claim.modifier)
        return left > 0 and match(own, figure_of(Kind.FRACTION, left, "", parts[0].figure.modifier)).fits
    if whole is None or whole.figure.kind is not claim.kind or not _one_unit(claim, whole.figure):
        return False
    taken = [_amount(p.figure, whole) for p in parts]
    unit, value, _ = base_value(whole.figure)
    rest = value - sum(taken, Decimal(0))
    return rest > 0 and may_stand_for(claim, whole) and would_support(claim, (whole, *parts), rest, unit)


def _one_unit(claim: Figure, whole: Figure) -> bool:
    return base_value(claim)[0] == base_value(whole)[0]


def _share(part: Figure, whole: Spot | None) -> Decimal | None:
    """Return the part as a share of one."""
    share = share_of(part)
    if share is not None:
        return share[0]
    return base_value(part)[1] / base_value(whole.figure)[1] if whole is not None else None


def _amount(part: Figure, whole: Spot) -> Decimal:
    """Return the part in the unit of the whole."""
    share = share_of(part)
    value = base_value(whole.figure)[1]
    return share[0] * value if share is not None else base_value(part)[1]


# ---------------------------------------------------------------- words


def content(claim: Figure) -> frozenset[str]:
    """Return what a claim says around its figure, the noun counted among it."""
    thing = claim.thing
    return frozenset(w for w in (*thing.near, _deed(claim)) if _tells(w))


def own_words(place: Spot, partition: Partition) -> frozenset[str]:
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
    return bool(word) and not word.startswith(("d:", "o:", "#", REST)) and not is_light(word)


# ---------------------------------------------------------------- finding them


def partitions(group: Sequence[Spot]) -> Iterator[Partition]:
    """Yield the wholes of ``group`` (of one article) with the parts that grammar gives them."""
    lines: dict[int, list[Spot]] = {}
    for place in group:
        lines.setdefault(place.sentence, []).append(place)
    for number in sorted(lines):
        line = sorted(lines[number], key=_order)
        following = sorted(lines.get(number + 1, ()), key=_order)
        for whole in line:
            if _may_be_whole(whole.figure):
                parts, rest = _parts_of(whole, line, following)
                if parts:
                    yield Partition(whole, parts, rest)
        shares, rest = _shares_of_all(line)
        if shares:
            yield Partition(None, shares, rest)


def _order(place: Spot) -> tuple[int, int]:
    return place.figure.start, -place.figure.end


def _may_be_whole(figure: Figure) -> bool:
    one = figure.low is not None and figure.low == figure.high and figure.low > 1
    thing = figure.thing
    numerator = bool(figure.parts) and figure.low == figure.parts[0]
    one = one and thing.role != "change" and not figure.gap
    return one and figure.kind in _AMOUNTS and not numerator and not {"part", EXCEPTED} & set(thing.status)


def _parts_of(
    whole: Spot, line: Sequence[Spot], following: Sequence[Spot]
) -> tuple[tuple[Spot, ...], Spot | None]:
    """Return the parts of a whole in its own sentence, or else at the head of the next, and the rest told after them."""
    later = [p for p in line if p.figure.start >= whole.figure.start and p is not whole]
    parts: list[Spot] = []
    rest = None
    for place in later:
        if is_rest(place.figure):
            rest = place if parts else None
            break
        if _is_part(place, whole, bool(parts)):
            parts.append(place)
        elif place.figure.start > whole.figure.start and _may_be_whole(place.figure) and place.figure.thing.noun:
            break  # another whole begins
    if parts:
        return _fitting(whole, parts), rest
    own = [p for p in following if p.figure.kind in (*_AMOUNTS, *_SHARES, Kind.UNREAD)]
    for place in own:
        if is_rest(place.figure):
            rest = place if parts else None
            break
        if not _heads_next(place, whole, own, bool(parts)):
            break
        parts.append(place)
    return _fitting(whole, parts), rest


def _fitting(whole: Spot, parts: Sequence[Spot]) -> tuple[Spot, ...]:
    total = sum((_amount(p.figure, whole) for p in parts), Decimal(0))
    return tuple(parts) if total <= base_value(whole.figure)[1] else ()


def _is_part(place: Spot, whole: Spot, goes_on: bool) -> bool:
    """Return whether a number of the sentence is a part of the whole before it."""
    figure, status = place.figure, set(place.figure.thing.status)
    if not _is_single(figure) or figure.gap or figure.thing.role == "change":
        return False
    if figure.kind in _SHARES:
        return " of " not in figure.text and "part" in status and figure.start > whole.figure.start
    if figure.kind is not whole.figure.kind or not _is_less(figure, whole.figure):
        return False
    if figure.start == whole.figure.start:
        return bool(figure.parts) and figure.low == figure.parts[0]
    if "part" in status:
        return True
    if figure.kind is not Kind.COUNT:
        return goes_on
    bare = "bare" in status and figure.thing.noun in ("", whole.figure.thing.noun)
    return bare and (goes_on or "whole" in whole.figure.thing.status)


def _heads_next(place: Spot, whole: Spot, own: Sequence[Spot], goes_on: bool) -> bool:
    """Return whether a number opens the sentence after the whole's as a part of it: "Fourteen failed", "A quarter of them"."""
    figure, thing = place.figure, place.figure.thing
    if not _is_single(figure) or (place is not own[0] and not goes_on):
        return False
    of_them = "part" in thing.status
    if figure.kind in _SHARES:
        return of_them and " of " not in figure.text
    bare = "bare" in thing.status and (not thing.noun or thing.noun == whole.figure.thing.noun)
    if thing.subject or "other" in thing.status:
        return False  # "on 1 May the police had arrested 12", "another nine"
    counted = figure.kind is Kind.COUNT is whole.figure.kind and _is_less(figure, whole.figure)
    return counted and (bare or of_them) and not thing.role


def _is_single(figure: Figure) -> bool:
    return figure.low is not None and figure.low == figure.high


def _is_less(figure: Figure, whole: Figure) -> bool:
    (unit, value, _), (other, all_, _) = base_value(figure), base_value(whole)
    return unit == other and value < all_


def _shares_of_all(line: Sequence[Spot]) -> tuple[tuple[Spot, ...], Spot | None]:
    """Return the shares that a sentence gives of one whole, up to its rest; one share alone is a partition too."""
    shares: list[Spot] = []
    for place in line:
        figure = place.figure
        if is_rest(figure):
            return tuple(shares), place if shares else None
        if figure.kind in _SHARES and _is_single(figure) and not figure.thing.role and not figure.direction:
            if shares and shares[-1].figure.kind is not figure.kind:
                return (), None
            shares.append(place)
    return tuple(shares), None
