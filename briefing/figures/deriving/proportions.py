"""Multiples, changes in percent, and rates worked out of two amounts.

Promise: exact unless the claim is hedged, and written out.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from briefing.data import AMOUNTS, QUANTITIES, Direction, Figure, Kind, Modifier
from briefing.figures.binding.apposed import AGAINST
from briefing.figures.binding.keys import is_date, wording
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.order import named_first, rises
from briefing.figures.deriving.terms import (
    Derivation,
    count_the_same,
    far_apart,
    follows,
    is_change,
    is_single,
    is_told,
    single_values,
    speaks_of,
)
from briefing.figures.matching.conflicts import conflict
from briefing.figures.matching.counted import family, noun_relation
from briefing.figures.matching.ends import claim_days
from briefing.figures.matching.one_scale import FOR_EACH, PIECES
from briefing.figures.matching.scale import base_unit, base_value, share_of
from briefing.figures.reading.measures import OCCASION
from briefing.wordsets import word_set

_RATIOS = word_set(
    "double doubles halves triples trebles doubled doubling twice triple tripled tripling treble trebled halved half halving quadruple quadrupled times "
    "fold twofold threefold tenfold"
)


def multiple(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Doubled, halved, three times as many: two like levels in that proportion."""
    if claim.low is None or claim.low != claim.high or not cues & _RATIOS:
        return None
    if claim.kind not in (Kind.COUNT, Kind.RATIO, Kind.FRACTION) or claim.written_unit == OCCASION:
        return None
    factor = claim.low if claim.low >= 1 else 1 / claim.low if claim.low else Decimal(0)
    if factor <= 1:
        return None
    kinds: tuple[Kind, ...] = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.POINTS, Kind.RATE)
    if "many" not in cues:
        kinds = (*kinds, Kind.PERCENT)
    found = [
        pair
        for pair in combinations(single_values(group, kinds), 2)
        if count_the_same(pair[0].figure, pair[1].figure) and _are_in_proportion(claim, cues, factor, pair)
    ]
    if not found:
        return None
    high, low = _by_size(max(found, key=lambda pair: sum(_shares_words(claim, p) for p in pair)))
    return Derivation(f"{high.figure.text} ÷ {low.figure.text} = {factor.normalize():f}", (high, low))


def _by_size(pair: tuple[Spot, Spot]) -> tuple[Spot, Spot]:
    """Return the larger and the smaller of two."""
    first, second = pair
    return pair if base_value(first.figure)[1] >= base_value(second.figure)[1] else (second, first)


def _are_in_proportion(claim: Figure, cues: frozenset[str], factor: Decimal, pair: tuple[Spot, Spot]) -> bool:
    """Return whether one level is so many times the other, and the claim tells of one of them."""
    high, low = _by_size(pair)
    small = base_value(low.figure)[1]
    one_fraction = (high.sentence, high.figure.start) == (
        low.sentence,
        low.figure.start,
    )  # a tenth of the price
    if small <= 0 or (small == 1 and low.figure.kind is Kind.COUNT and not one_fraction):
        return False
    if claim.modifier is Modifier.EXACT:
        if base_value(high.figure)[1] != factor * small:
            return False
    elif not _near(factor, base_value(high.figure)[1] / small, claim):
        return False
    shares = [_shares_words(claim, p) for p in pair]
    if not any(shares) and not _told_end(claim, cues, *pair):
        return False
    if _is_turned(claim, cues, high, low):
        return False
    return high.figure.kind is not Kind.PERCENT or all(shares)


def _is_turned(claim: Figure, cues: frozenset[str], high: Spot, low: Spot) -> bool:
    """Return whether the two levels stand the other way round: halved for doubled, the smaller for the larger."""
    falls = _falls(claim, cues)
    if high.figure.thing.role == ("to" if falls else "from"):
        return True
    if claim.direction or "halved" in cues or "from" in (high.figure.thing.role, low.figure.thing.role):
        since = claim_days(claim) if "since" in cues else frozenset()
        return rises(low, high, since) is falls
    return not cues.isdisjoint(_COMPARING) and named_first(claim, high, low) is falls


_COMPARING = frozenset(("as", "than"))  # "half of the 18" names the whole only to say of what it is half


def _falls(claim: Figure, cues: frozenset[str]) -> bool:
    return (claim.low or 0) < 1 or "halved" in cues or claim.direction is Direction.FELL


def _told_end(claim: Figure, cues: frozenset[str], first: Spot, second: Spot) -> bool:
    """Return whether the claim's sentence names the level that was reached: "has halved to 1,200"."""
    high, low = _by_size((first, second))
    old, new = (high, low) if _falls(claim, cues) else (low, high)
    return is_told(new, cues) or ("from" in cues and is_told(old, cues))


def _shares_words(claim: Figure, place: Spot) -> bool:
    told = place.near | place.words | (place.before if place.anaphoric else frozenset())
    return not told.isdisjoint(wording(claim.thing.near)) and place.figure.unit != "times"


def _near(factor: Decimal, real: Decimal, claim: Figure) -> bool:
    if claim.modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST):
        return factor < real < factor * Decimal("1.25")
    if claim.modifier in (Modifier.NEARLY, Modifier.LESS_THAN):
        return factor * Decimal("0.9") < real < factor
    return abs(real - factor) <= factor * Decimal("0.05")


def multiple_of_level(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """10 to 15 cm in the valleys and twice as much in the hills: 20 to 30 there."""
    if claim.kind not in QUANTITIES or not claim.low or is_change(claim):
        return None
    unit, low, high = base_value(claim)
    for times in single_values(group, (Kind.COUNT,)):
        factor = times.figure.low
        if times.figure.unit != "times" or times.figure.modifier is not Modifier.EXACT or not factor:
            continue
        if AGAINST in times.figure.thing.status:
            continue
        for level in group:
            base, bottom, top = (
                base_value(level.figure) if level.figure.low is not None else ("", _NONE, _NONE)
            )
            exact = base == unit and (bottom * factor, top * factor) == (low, high) and bottom
            if exact and level.figure.kind is claim.kind and _is_multiplied(claim, times, level):
                return Derivation(
                    f"{factor.normalize():f} × {level.figure.text} = {claim.text}", (level, times)
                )
    return None


_NONE = Decimal(0)


def _is_multiplied(claim: Figure, times: Spot, level: Spot) -> bool:
    """Return whether "twice as many" is said of a level of its sentence or the one before, and the claim means the many."""
    if not 0 <= times.sentence - level.sentence <= 1 or far_apart(claim, (level, times)):
        return False
    counted = level.figure.thing
    if claim.kind is Kind.COUNT and counted.noun and "bare" not in counted.status:
        relations = {noun_relation(thing, counted) for thing in (claim.thing, times.figure.thing)}
        if "other" in relations or relations == {""}:
            return False
    ours, theirs = (
        {w for w in (*f.thing.near, *f.thing.subject) if not is_date(w)} for f in (claim, times.figure)
    )
    own = theirs - level.near if level.sentence == times.sentence else theirs
    return bool(ours & own)


def _amounts(group: list[Spot]) -> list[Spot]:
    """Return the counts, sums and measures; a rate stands for its amount, "45 cents a share" for 45 cents."""
    found = [p for p in single_values(group, AMOUNTS) if not p.figure.parts]
    for place in single_values(group, (Kind.RATE,)):
        unit = place.figure.unit.partition("/")[0]
        kind = Kind.MONEY if len(unit) == _CODE and unit.isupper() else Kind.MEASURE if unit else Kind.COUNT
        found.append(replace(place, figure=replace(place.figure, kind=kind, unit=unit)))
    return found


_CODE = 3  # letters of a currency


def percent_change(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """From 10 to 12 is a rise of 20 percent."""
    if claim.kind not in (Kind.PERCENT, Kind.FRACTION) or claim.low is None:
        return None
    if not claim.direction and claim.thing.role != "change":
        return None
    share = share_of(claim)
    for first, second in combinations(_amounts(group), 2):
        if not count_the_same(first.figure, second.figure) or share is None:
            continue
        old, new = _old_and_new(claim, first, second)
        if base_value(old.figure)[1] <= 0 or not (speaks_of(claim, old) and speaks_of(claim, new)):
            continue
        change = base_value(new.figure)[1] / base_value(old.figure)[1] - 1
        if claim.direction and (change > 0) != (claim.direction is Direction.ROSE):
            continue
        if follows(claim, abs(share[0]), abs(change)):
            return Derivation(f"from {old.figure.text} to {new.figure.text} is {claim.text}", (old, new))
    return None


def reciprocal(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Turn "a tenth of the price of a scan" round: a scan costs ten times as much."""
    if claim.unit != "times" or not is_single(claim) or not claim.low:
        return None
    if claim.written_unit == OCCASION:
        return None  # "scored twice"
    for place in single_values(group, (Kind.FRACTION,)):
        parts = place.figure.parts
        if parts and parts == (Decimal(1), claim.low) and speaks_of(claim, place):
            return Derivation(f"1 ÷ {place.figure.text} = {claim.text}", (place,))
    return None


def ratio_in_words(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """14 men for each woman are a ratio of 14 to one, and the other way round."""
    if claim.kind not in (Kind.RATE, Kind.RATIO) or not is_single(claim):
        return None
    other = Kind.RATIO if claim.kind is Kind.RATE else Kind.RATE
    for place in single_values(group, (other,)):
        rate = claim if claim.kind is Kind.RATE else place.figure
        of_counts = rate.unit.startswith("/") or rate.written_unit.startswith("per ")
        if of_counts and place.figure.low == claim.low and claim.modifier is place.figure.modifier:
            return Derivation(f"{place.figure.text}, in other words", (place,))
    return None


def quotient(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Divide one amount of a sentence by another: 1,260 euros for 84 square metres are 15 a square metre."""
    if (
        claim.kind is not Kind.RATE
        or claim.low is None
        or claim.low != claim.high
        or claim.written_unit.startswith("per ")
    ):
        return None
    unit, _, per = claim.unit.partition("/")
    wanted, divisor = base_unit(per)
    for top in _amounts(group):
        if top.figure.unit != unit:
            continue
        for bottom in single_values(group, (Kind.COUNT, Kind.MEASURE, Kind.DURATION)):
            base, value, _ = base_value(bottom.figure)
            named = base == wanted or (not base and family(bottom.figure.thing.noun) == family(per))
            if bottom.sentence != top.sentence or not named or value <= 0 or not per:
                continue
            made = (top.figure.low or Decimal(0)) / (value / divisor)
            if follows(claim, claim.low, made, top.figure.modifier):
                return Derivation(f"{top.figure.text} ÷ {bottom.figure.text} = {claim.text}", (top, bottom))
    return None


def _old_and_new(claim: Figure, first: Spot, second: Spot) -> tuple[Spot, Spot]:
    """Return the level before and the one after; where no word tells, the claim's direction does."""
    if "from" in (first.figure.thing.role, second.figure.thing.role):
        return (first, second) if first.figure.thing.role == "from" else (second, first)
    low, high = sorted((first, second), key=lambda p: base_value(p.figure)[1])
    return (high, low) if claim.direction is Direction.FELL else (low, high)


def amount_of_rate(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """70 cents a foot more, at $3.10: the base was named beside."""
    if claim.kind not in AMOUNTS or claim.low != claim.high:
        return None
    for place in single_values(group, (Kind.RATE,)):
        figure = place.figure
        unit, _, per = figure.unit.partition("/")
        alike = (unit, figure.low, figure.modifier, figure.direction) == (
            claim.unit,
            claim.low,
            claim.modifier,
            claim.direction,
        )
        told = FOR_EACH.get(per) in cues or (claim.kind is not Kind.COUNT and (per in cues or per in PIECES))
        if alike and told and not conflict(claim, figure):
            return Derivation(figure.text, (place,))
    return None
