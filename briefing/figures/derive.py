"""Figures that no source states but simple arithmetic on like quantities gives: sums, differences, multiples, shares.

A derivation needs three things: a word in the claim that announces it (in all, fewer, the rest, doubled …), terms
that count the same thing, and arithmetic that is right. It comes back with the sum written out. Promise: terms
come from one article, never from different things, and at most ``_MAX_SPOTS`` figures are combined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from briefing.data import Figure, Kind, Modifier
from briefing.figures.match import match
from briefing.figures.scale import base_value, share_of
from briefing.figures.support import Spot, closeness, family, noun_relation

_MAX_SPOTS = 14  # the closest figures of an article; more would make sums by accident
_MAX_TERMS = 4
_SMALLEST_ROUNDED = 15  # a smaller difference of counts is exact or wrong
_TOTALS = frozenset(
    "total altogether all combined together overall both between casualties whole two three four aggregate sum "
    "jointly cumulative".split()
)
_GAPS = frozenset(
    "fewer more less lead led leads leading trailed above below ahead behind margin gap difference rest remaining remainder other others higher lower larger "
    "smaller bigger increase rise rose grew fell drop dropped decline reduction short shorter longer faster slower older "
    "younger cheaper dearer heavier lighter taller majority widened narrowed shortfall surplus extra additional gained "
    "lost gain loss later earlier apart lasted remain remained growth climbed jumped increased decreased not never "
    "without beat beaten won warmer colder hotter cooler worse better".split()
)
_RATIOS = frozenset(
    "double doubled doubling twice triple tripled tripling treble trebled halved half halving quadruple quadrupled times "
    "fold twofold threefold tenfold".split()
)
_QUANTITIES = (
    Kind.RATE,
    Kind.COUNT,
    Kind.MONEY,
    Kind.MEASURE,
    Kind.DURATION,
    Kind.PERCENT,
    Kind.POINTS,
    Kind.TEMPERATURE,
)
_OF_WHOLE = (Kind.PERCENT, Kind.FRACTION, Kind.RATIO)


@dataclass(frozen=True, slots=True)
class Derivation:
    """The arithmetic in plain words ("5 + 7 = 12") and the figures it uses."""

    reason: str
    spots: tuple[Spot, ...]


def derive(claim: Figure, cues: frozenset[str], spots: Sequence[Spot]) -> Derivation | None:
    """Return how ``claim`` follows from ``spots``, or ``None``. ``cues`` are the lower-case words of its sentence."""
    ranged = _range_of_sources(claim, spots)
    if ranged is not None:
        return ranged
    for group in _by_article(claim, spots):
        for rule in _RULES:
            found = rule(claim, cues, group)
            if found is not None:
                return found
    return None


def _by_article(claim: Figure, spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    groups: dict[int, list[Spot]] = {}
    for place in spots:
        groups.setdefault(place.article, []).append(place)
    for article in sorted(groups):
        ranked = sorted(groups[article], key=lambda s: (-closeness(claim, s), s.sentence, s.figure.start))
        yield ranked[:_MAX_SPOTS]


def _fits(claim: Figure, terms: Sequence[Spot], value: Decimal, unit: str, kind: Kind | None = None) -> bool:
    """Return whether a figure of ``value`` in base ``unit``, hedged as its terms are, would support the claim."""
    modifiers = {t.figure.modifier for t in terms}
    if len(modifiers) > 1:
        return False
    made = _made(kind or claim.kind, value, unit, terms[0].figure.modifier)
    own = _made(claim.kind, base_value(claim)[1], base_value(claim)[0], claim.modifier)
    if claim.low != claim.high:
        return False
    return match(own, made).fits


def _made(kind: Kind, value: Decimal, unit: str, modifier: Modifier = Modifier.EXACT) -> Figure:
    return Figure(kind, str(value), 0, 0, value, value, unit, modifier)


def _show(figure: Figure) -> str:
    return figure.text


def _single(places: Iterable[Spot], kinds: tuple[Kind, ...]) -> list[Spot]:
    return [
        p
        for p in places
        if p.figure.kind in kinds and p.figure.low is not None and p.figure.low == p.figure.high
    ]


def _like(a: Figure, b: Figure) -> bool:
    """Return whether two source figures count the same thing, so that they may be added or compared."""
    if base_value(a)[0] != base_value(b)[0] or a.kind is not b.kind:
        return False
    if "abstained" in (a.thing.act, b.thing.act) and a.thing.act != b.thing.act:
        return False
    if a.thing.act and b.thing.act and a.thing.act != b.thing.act and a.kind is Kind.COUNT:
        if {a.thing.act, b.thing.act} & _HARM and not {a.thing.act, b.thing.act} <= _HARM:
            return False
    return noun_relation(a.thing, b.thing) != "other"


_HARM = frozenset(("killed", "injured", "missing"))


def _may_stand_for(claim: Figure, place: Spot) -> bool:
    ours, theirs = claim.thing, place.figure.thing
    if noun_relation(ours, theirs) == "other":
        return False
    if ours.act in _HARM and theirs.act in _HARM and ours.act != theirs.act:
        return False
    return "denied" not in theirs.status


# ---------------------------------------------------------------- the rules


def _range_of_sources(claim: Figure, spots: Sequence[Spot]) -> Derivation | None:
    """Where sources differ, the range from the lowest to the highest names them all."""
    if claim.low is None or claim.low == claim.high or claim.kind not in _QUANTITIES:
        return None
    unit, low, high = base_value(claim)
    like = [
        p for p in spots if p.figure.kind is claim.kind and p.figure.low is not None and base_value(p.figure)[0] == unit
    ]
    bottom = [p for p in like if base_value(p.figure)[1] == low == base_value(p.figure)[2] and _may_stand_for(claim, p)]
    top = [p for p in like if base_value(p.figure)[1] == high == base_value(p.figure)[2] and _may_stand_for(claim, p)]
    for first in bottom:
        for second in top:
            if _like(first.figure, second.figure) and _two_voices(first, second):
                return Derivation(f"sources give {first.figure.text} and {second.figure.text}", (first, second))
    return None


def _two_voices(first: Spot, second: Spot) -> bool:
    voices = set(first.figure.thing.speaker), set(second.figure.thing.speaker)
    return first.article != second.article or (all(voices) and not voices[0] & voices[1])


def _sum(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    if claim.kind not in _QUANTITIES:
        return None
    announced = bool(cues & _TOTALS)
    terms = [
        p for p in _single(group, (claim.kind,)) if _may_stand_for(claim, p) and p.figure.thing.role != "from"
    ]
    unit, value, _ = base_value(claim)
    terms = [p for p in terms if base_value(p.figure)[0] == unit]
    for size in range(2, _MAX_TERMS + 1):
        for chosen in combinations(sorted(terms, key=lambda s: (s.sentence, s.figure.start)), size):
            if sum(base_value(p.figure)[1] for p in chosen) < value * Decimal("0.8"):
                continue
            if chosen[-1].sentence - chosen[0].sentence > 3 or not _addable(claim, chosen):
                continue
            if not announced and not _splits_the_whole(claim, chosen):
                continue
            total = sum((base_value(p.figure)[1] for p in chosen), Decimal(0))
            if _fits(claim, chosen, total, unit):
                shown = " + ".join(_show(p.figure) for p in chosen)
                return Derivation(f"{shown} = {_plain(total, unit, claim)}", tuple(chosen))
    return None


def _addable(claim: Figure, chosen: Sequence[Spot]) -> bool:
    if any("part" in p.figure.thing.status or {"former", "denied"} & set(p.figure.thing.status) for p in chosen):
        return False
    return all(_like(chosen[0].figure, p.figure) for p in chosen[1:]) or _splits_the_whole(claim, chosen)


def _splits_the_whole(claim: Figure, chosen: Sequence[Spot]) -> bool:
    """Men and women of one sentence are people: each term's noun is narrower than the claim's, and none the same."""
    things = [p.figure.thing for p in chosen]
    if len({p.sentence for p in chosen}) > 1 or len({family(t.noun) for t in things}) < len(things):
        return False
    return all(noun_relation(claim.thing, t) == "wider" for t in things)


def _plain(value: Decimal, unit: str, claim: Figure) -> str:
    return claim.text if claim.modifier is Modifier.EXACT else f"{value.normalize():f}"


def _difference(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    if claim.kind not in _QUANTITIES:
        return None
    if not cues & _GAPS and claim.thing.role != "change" and not str(claim.direction):
        return None
    source_kinds = (Kind.PERCENT,) if claim.kind is Kind.POINTS else (claim.kind,)
    if claim.kind is Kind.COUNT and claim.text.lower().endswith(("point", "points")):
        source_kinds = (Kind.PERCENT, Kind.COUNT)
    terms = _single(group, source_kinds) + _score_ends(claim, group) + _ranks(claim, group)
    terms = [p for p in terms if _may_stand_for(claim, p)]
    unit, value, _ = base_value(claim)
    for first, second in combinations(terms, 2):
        if not _like(first.figure, second.figure):
            continue
        if not _same_unit(claim, first.figure, unit):
            continue
        if claim.kind is Kind.PERCENT:
            return None
        high, low = sorted((first, second), key=lambda p: -base_value(p.figure)[1])
        gap = base_value(high.figure)[1] - base_value(low.figure)[1]
        if high.figure.low == low.figure.low or {"denied"} & set(high.figure.thing.status):
            continue
        if claim.kind is Kind.COUNT and gap < _SMALLEST_ROUNDED and claim.modifier is not high.figure.modifier:
            continue
        if gap and _fits(claim, (high, low), gap, unit) and _direction_agrees(claim, high, low):
            return Derivation(
                f"{_show(high.figure)} − {_show(low.figure)} = {_plain(gap, unit, claim)}", (high, low)
            )
    del value
    return None


def _same_unit(claim: Figure, term: Figure, unit: str) -> bool:
    if term.kind is Kind.PERCENT:
        return claim.kind is Kind.POINTS or claim.text.lower().endswith(("point", "points"))
    if claim.kind is Kind.TEMPERATURE and unit == "degree":
        return True
    return base_value(term)[0] == unit


def _direction_agrees(claim: Figure, high: Spot, low: Spot) -> bool:
    """A rise must end at the higher level, a fall at the lower."""
    if not str(claim.direction):
        return True
    if low.figure.thing.role == "from" or high.figure.thing.role == "to":
        return str(claim.direction) == "rose"
    if high.figure.thing.role == "from" or low.figure.thing.role == "to":
        return str(claim.direction) == "fell"
    return True


def _score_ends(claim: Figure, group: list[Spot]) -> list[Spot]:
    """A vote of 61 to 34 gives two counts for a majority of 27."""
    from dataclasses import replace

    ends: list[Spot] = []
    if claim.kind is Kind.COUNT:
        for place in group:
            figure = place.figure
            if figure.kind is Kind.SCORE and figure.low is not None and figure.high is not None:
                for value in (figure.low, figure.high):
                    one = replace(
                        figure, kind=Kind.COUNT, low=value, high=value, unit=claim.unit, text=str(value)
                    )
                    ends.append(replace(place, figure=one))
    return ends


def _ranks(claim: Figure, group: list[Spot]) -> list[Spot]:
    """The city's 31st killing of the year makes 31 killings."""
    from dataclasses import replace

    ranks = [
        p for p in _single(group, (Kind.ORDINAL,)) if claim.thing.noun and noun_relation(claim.thing, p.figure.thing) == "same"
    ]
    return [replace(p, figure=replace(p.figure, kind=Kind.COUNT, unit=claim.unit)) for p in ranks if claim.kind is Kind.COUNT]


def _other_level(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """From a level and a change to the level before it, or that of the thing compared with: 96 + 21 = 117."""
    if claim.kind not in (*_QUANTITIES, Kind.AGE) or claim.thing.role == "change" or claim.low != claim.high:
        return None
    unit, _, _ = base_value(claim)
    changes = [p for p in _single(group, (*_QUANTITIES, Kind.AGE)) if p.figure.thing.role == "change"]
    levels = [p for p in _single(group, (claim.kind,)) if p.figure.thing.role != "change"]
    for change in changes:
        sign = _sign(change.figure)
        for level in levels:
            if not sign or abs(level.sentence - change.sentence) > 1 or not _one_scale(claim, level, change):
                continue
            value = base_value(level.figure)[1] - sign * base_value(change.figure)[1]
            if _fits(claim, (level, level), value, unit) and _may_stand_for(claim, level):
                mark = "−" if sign > 0 else "+"
                return Derivation(f"{_show(level.figure)} {mark} {_show(change.figure)} = {claim.text}", (level, change))
    return None


def _sign(change: Figure) -> int:
    if str(change.direction):
        return 1 if str(change.direction) == "rose" else -1
    near = set(change.thing.near)
    up, down = near & _UPWARD, near & _DOWNWARD
    return 0 if bool(up) == bool(down) else 1 if up else -1


_UPWARD = frozenset(("family:rise", "ahead", "above", "older", "warmer", "hotter", "faster", "dearer", "clear", "family:old"))
_DOWNWARD = frozenset(("family:fall", "behind", "below", "younger", "colder", "cooler", "slower", "short"))


def _one_scale(claim: Figure, level: Spot, change: Spot) -> bool:
    unit = base_value(claim)[0]
    if base_value(level.figure)[0] != unit:
        return False
    if change.figure.kind is Kind.POINTS:
        return level.figure.kind is Kind.PERCENT
    if "bare" in change.figure.thing.status and change.figure.kind is Kind.COUNT:
        return True
    return base_value(change.figure)[0] == unit and change.figure.kind is level.figure.kind


def _rest(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """What is left of a whole when the parts named are taken off."""
    if claim.low is None or claim.low != claim.high or not cues & _RESTS:
        return None
    if claim.kind is Kind.FRACTION:
        shares = _single(group, (Kind.FRACTION, Kind.PERCENT))
        for size in (1, 2, 3):
            for parts in combinations(shares, size):
                values = [share_of(p.figure) for p in parts]
                left = 1 - sum((v[0] for v in values if v is not None), Decimal(0))
                own = _made(Kind.FRACTION, claim.low, "", claim.modifier)
                if left > 0 and match(own, _made(Kind.FRACTION, left, "")).fits:
                    return Derivation(f"the rest is {claim.text}", tuple(parts))
        return None
    if claim.kind not in (Kind.COUNT, Kind.MONEY, Kind.MEASURE):
        return None
    unit = base_value(claim)[0]
    terms = [p for p in _single(group, (claim.kind,)) if base_value(p.figure)[0] == unit]
    for whole in terms:
        parts = [p for p in terms if p is not whole and base_value(p.figure)[1] < base_value(whole.figure)[1]]
        for size in (1, 2, 3):
            for chosen in combinations(parts, size):
                if any(not _like(whole.figure, p.figure) for p in chosen):
                    continue
                left = base_value(whole.figure)[1] - sum((base_value(p.figure)[1] for p in chosen), Decimal(0))
                if left > 0 and _fits(claim, (whole, *chosen), left, unit) and _may_stand_for(claim, whole):
                    shown = " − ".join(_show(p.figure) for p in (whole, *chosen))
                    return Derivation(f"{shown} = {claim.text}", (whole, *chosen))
    return None


_RESTS = frozenset("rest remaining remain remained remains remainder left others other still leaves leaving smaller".split())


def _both_sides(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Eight for and six against are a vote of eight to six."""
    if claim.kind is not Kind.SCORE or claim.low is None or claim.high is None:
        return None
    for first, second in combinations(_single(group, (Kind.COUNT, Kind.PERCENT)), 2):
        ends = (first.figure.low, second.figure.low)
        if first.sentence == second.sentence and sorted(map(str, ends)) == sorted(map(str, (claim.low, claim.high))):
            if first.figure.kind is second.figure.kind and _in_order(claim, first, second):
                return Derivation(f"{first.figure.text} and {second.figure.text}", (first, second))
    return None


def _in_order(claim: Figure, first: Spot, second: Spot) -> bool:
    """The winner's number comes first in a score, and no abstention is a vote."""
    if "abstained" in (first.figure.thing.act, second.figure.thing.act):
        return False
    ours, other = (first, second) if first.figure.low == claim.low else (second, first)
    names = set(claim.thing.subject) & set(claim.thing.owner)
    return not (names & other.near and not names & ours.near)


def _multiple(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Doubled, halved, three times as many: two like levels in that proportion."""
    if claim.low is None or claim.low != claim.high or not cues & _RATIOS:
        return None
    if claim.kind not in (Kind.COUNT, Kind.RATIO, Kind.FRACTION):
        return None
    factor = claim.low if claim.low >= 1 else 1 / claim.low if claim.low else Decimal(0)
    if factor <= 1:
        return None
    kinds = (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION)
    if claim.kind is Kind.FRACTION:
        kinds = (*kinds, Kind.PERCENT)
    for first, second in combinations(_single(group, kinds), 2):
        if not _like(first.figure, second.figure) or not _shares_words(claim, first) or not _shares_words(claim, second):
            continue
        high, low = sorted((first, second), key=lambda p: -base_value(p.figure)[1])
        small = base_value(low.figure)[1]
        if (
            small <= 0
            or claim.modifier is not Modifier.EXACT
            and not _near(factor, base_value(high.figure)[1] / small, claim)
        ):
            continue
        if claim.modifier is Modifier.EXACT and base_value(high.figure)[1] != factor * small:
            continue
        falls = claim.low < 1 or "halved" in cues or str(claim.direction) == "fell"
        if (falls and high.figure.thing.role == "to") or (not falls and high.figure.thing.role == "from"):
            continue
        return Derivation(f"{_show(high.figure)} ÷ {_show(low.figure)} = {factor.normalize():f}", (high, low))
    return None


def _shares_words(claim: Figure, place: Spot) -> bool:
    words = [w for w in claim.thing.near if not w.startswith(("d:", "o:"))]
    return any(w in place.near or w in place.words for w in words) and "times" != place.figure.unit


def _near(factor: Decimal, real: Decimal, claim: Figure) -> bool:
    if claim.modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST):
        return factor < real < factor * Decimal("1.25")
    if claim.modifier in (Modifier.NEARLY, Modifier.LESS_THAN):
        return factor * Decimal("0.9") < real < factor
    return abs(real - factor) <= factor * Decimal("0.05")


def _share(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Nine of the 27 pumps are a third of them."""
    share = share_of(claim) if claim.kind in _OF_WHOLE else None
    if share is None or share[0] != share[1] or not 0 < share[0] < 1:
        return None
    for first, second in combinations(_single(group, (Kind.COUNT, Kind.MONEY, Kind.MEASURE)), 2):
        if not _like(first.figure, second.figure) or abs(first.sentence - second.sentence) > 1:
            continue
        if first.figure.start == second.figure.start and first.sentence == second.sentence:
            continue  # both numbers of one "6 of 8", which was compared already
        whole, part = sorted((first, second), key=lambda p: -base_value(p.figure)[1])
        if base_value(whole.figure)[1] <= 0 or base_value(part.figure)[1] <= 0:
            continue
        made = _made(
            Kind.FRACTION, base_value(part.figure)[1] / base_value(whole.figure)[1], "", part.figure.modifier
        )
        own = _made(Kind.FRACTION, share[0], "", claim.modifier)
        if match(own, made).fits and _names_whole(claim, whole, part):
            return Derivation(f"{_show(part.figure)} ÷ {_show(whole.figure)} = {claim.text}", (part, whole))
    return None


def _names_whole(claim: Figure, whole: Spot, part: Spot) -> bool:
    noun = family(claim.thing.noun)
    if not noun:
        return True
    return noun_relation(claim.thing, whole.figure.thing) in ("same", "wider", "") or noun_relation(
        claim.thing, part.figure.thing
    ) in ("same", "wider")


def _part_of_whole(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Half of 9,300 volunteers are 4,650."""
    if claim.kind not in (Kind.COUNT, Kind.MONEY, Kind.MEASURE) or claim.low != claim.high:
        return None
    unit, value, _ = base_value(claim)
    for whole in _single(group, (claim.kind,)):
        if base_value(whole.figure)[0] != unit or base_value(whole.figure)[1] <= value or value < 2:
            continue
        for part in _single(group, (Kind.FRACTION, Kind.PERCENT, Kind.RATIO)):
            share = share_of(part.figure)
            if share is None or whole.figure.start == part.figure.start or whole.sentence != part.sentence or part.figure.thing.role == "change":
                continue
            if str(part.figure.direction) or not 0 < share[0] < 1:
                continue
            product = base_value(whole.figure)[1] * share[0]
            if abs(product - value) < Decimal("1e-9") * value and claim.modifier is whole.figure.modifier:
                return Derivation(f"{part.figure.text} of {whole.figure.text} = {claim.text}", (part, whole))
    return None


def _percent_change(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """From 10 to 12 is a rise of 20 percent."""
    if claim.kind not in (Kind.PERCENT, Kind.FRACTION) or claim.low is None:
        return None
    if not str(claim.direction) and claim.thing.role != "change":
        return None
    share = share_of(claim)
    for first, second in combinations(_single(group, (Kind.COUNT, Kind.MONEY, Kind.MEASURE)), 2):
        if not _like(first.figure, second.figure) or share is None:
            continue
        old, new = (first, second) if first.figure.thing.role == "from" else (second, first)
        if old.figure.thing.role != "from" or base_value(old.figure)[1] <= 0:
            continue
        change = base_value(new.figure)[1] / base_value(old.figure)[1] - 1
        if str(claim.direction) and (change > 0) != (str(claim.direction) == "rose"):
            continue
        own = _made(Kind.FRACTION, abs(share[0]), "", claim.modifier)
        if match(own, _made(Kind.FRACTION, abs(change), "")).fits:
            return Derivation(f"from {old.figure.text} to {new.figure.text} is {claim.text}", (old, new))
    return None


def _days_between(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """From June 3 to June 8 are five days; from 2pm to 4pm two hours."""
    if claim.kind is not Kind.DURATION or claim.low is None or claim.low != claim.high:
        return None
    unit, value, _ = base_value(claim)
    dates = [
        p for p in group if p.figure.kind is Kind.DATE and p.figure.when and p.figure.when == p.figure.until
    ]
    for first, second in combinations(dates, 2):
        a, b = first.figure.when, second.figure.when
        if unit == "second" and a is not None and b is not None:
            if Decimal(abs((a - b).days) * 86400) == value and value:
                return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    times = _single(group, (Kind.TIME,))
    for first, second in combinations(times, 2):
        gap = abs((first.figure.low or Decimal(0)) - (second.figure.low or Decimal(0))) * 60
        if unit == "second" and gap and gap == value and first.sentence == second.sentence:
            return Derivation(f"from {first.figure.text} to {second.figure.text}", (first, second))
    return None


def _age_before_birthday(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Who turns 70 in May is 69 until then."""
    if claim.kind not in (Kind.AGE, Kind.COUNT) or claim.low is None or "years" in cues and claim.kind is Kind.COUNT:
        return None
    for place in group:
        figure = place.figure
        if figure.kind in (Kind.AGE, Kind.COUNT) and figure.low is not None and "upcoming" in figure.thing.status and figure.low == claim.low + 1:
            return Derivation(f"turns {figure.low}, so is {claim.low} now", (place,))
    return None


def _one_person(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """"A 19-year-old man was shot dead" counts one dead."""
    if claim.kind is not Kind.COUNT or claim.low != 1 or claim.high != 1 or claim.thing.act not in _HARM | {"arrested"}:
        return None
    for place in group:
        thing = place.figure.thing
        if place.figure.kind is Kind.AGE and thing.act == claim.thing.act:
            return Derivation("the source tells of one", (place,))
    return None


_RULES: tuple[Callable[[Figure, frozenset[str], list[Spot]], Derivation | None], ...] = (
    _sum,
    _difference,
    _multiple,
    _share,
    _part_of_whole,
    _percent_change,
    _other_level,
    _rest,
    _both_sides,
    _days_between,
    _age_before_birthday,
    _one_person,
)
