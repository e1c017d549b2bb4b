"""Two quantities brought to one unit, or why they have none: money and a rate of it, ages, clocks, points."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.data import SHARES, Figure, Kind
from briefing.figures.matching.match_values import Pair
from briefing.figures.matching.scale import base_value, share_of
from briefing.figures.matching.shocks import is_bare_magnitude
from briefing.figures.matching.verdicts import Match, differs, named
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import NOUN_OF, PERSONS, concept_of
from briefing.wordsets import word_set

_OLDEST = 125  # years


def in_points(figure: Figure) -> bool:
    """Return whether a number counts points: of a score, an index or a percentage."""
    told = figure.text.lower().endswith(("point", "points"))
    return told or figure.unit == "point" or figure.thing.noun == "point"


def on_one_scale(claim: Figure, source: Figure) -> Pair | Match:
    """Return both spans in one unit, or why there is none."""
    if claim.kind is Kind.PERCENT and source.kind is Kind.PERCENT:
        return _ends(claim), _ends(source)
    if claim.kind in SHARES and source.kind in SHARES:
        a, b = share_of(claim), share_of(source)
        if a is not None and b is not None:
            return a, b
    if _is_bare_age(claim, source) or _is_bare_points(claim, source) or _is_spelled_alike(claim, source):
        return _ends(claim), _ends(source)
    if _is_told_rate(claim, source) or is_bare_magnitude(claim, source):
        return _ends(claim), _ends(source)
    if claim.kind is not source.kind and {claim.kind, source.kind} != {Kind.COUNT, Kind.MEASURE}:
        return _kinds_differ(claim, source)
    unit, c_low, c_high = base_value(claim)
    other, s_low, s_high = base_value(source)
    if leaves_out_of_what(claim, source):
        other = unit
    if claim.kind is Kind.TEMPERATURE and "degree" in (unit, other):
        other = unit  # plain degrees are those of the scale the article uses
    if claim.kind is Kind.TIME:
        return _on_one_clock(claim, source)
    if unit != other and not _plain_cents(claim, source) and not _one_of_a_kind(claim, source):
        return differs("unit", f"source gives {source.text}")
    return (c_low, c_high), (s_low, s_high)


def _is_told_rate(claim: Figure, source: Figure) -> bool:
    """Return whether an amount is the rate of what its sentence names: 141 pence where "a litre" is told of."""
    if source.kind is Kind.RATE and claim.kind is Kind.MONEY:
        unit, _, per = source.unit.partition("/")
        return unit == claim.unit and bool(per) and concept_of(per) in claim.thing.subject
    if claim.kind is not Kind.RATE or source.kind not in (Kind.MONEY, Kind.MEASURE, Kind.COUNT):
        return False
    unit, _, per = claim.unit.partition("/")
    if unit != source.unit or not per or (source.kind is Kind.COUNT and per not in FOR_EACH):
        return False
    if source.kind is not Kind.COUNT and per in PIECES:
        return True
    told = {concept_of(per), concept_of(FOR_EACH.get(per, per))}
    return not told.isdisjoint(source.thing.words)


def _one_of_a_kind(claim: Figure, source: Figure) -> bool:
    """Return whether "game two" is the second game: the unit of the one is the noun of the other."""
    if claim.kind is not Kind.ORDINAL or source.kind is not Kind.ORDINAL or (claim.unit and source.unit):
        return False
    return stem(claim.unit or source.unit) in (claim.thing.noun, source.thing.noun)


def _plain_cents(claim: Figure, source: Figure) -> bool:
    """Return whether "45 cents" leaves open of which currency they are, and the other's currency has cents."""
    if claim.kind not in (Kind.MONEY, Kind.RATE) or source.kind is not claim.kind:
        return False
    open_ones = [f for f in (claim, source) if f.written_unit == "cent" or " cents " in f.text]
    units = [base_value(f)[0].partition("/") for f in (claim, source)]
    return bool(open_ones) and units[0][2] == units[1][2] and all(u[0] in _WITH_CENTS for u in units)


_WITH_CENTS = frozenset(("USD", "EUR", "AUD", "CAD", "NZD", "SGD", "HKD", "ZAR", "KES"))


_HALF_DAY = 720  # minutes


_TWELVE_HOURS = re.compile(r"[ap]\.?\s?m\b|noon|midnight|morning|afternoon|evening|night", re.IGNORECASE)


_OF_24 = re.compile(r"0\d")  # only the 24-hour clock writes 03:40


def _on_one_clock(claim: Figure, source: Figure) -> Pair | Match:
    """Compare clock times; one without "a.m." or "p.m." and under 13:00 may be either half of the day."""
    if claim.unit and source.unit and claim.unit != source.unit:
        return differs("unit", f"source says {source.text}")
    ours, theirs = _ends(claim), _ends(source)
    open_ended = [
        f[0] < _HALF_DAY + 60 and not _TWELVE_HOURS.search(text) and not _OF_24.match(text)
        for f, text in ((ours, claim.text), (theirs, source.text))
    ]
    if any(open_ended) and ours[0] == ours[1] and theirs[0] == theirs[1]:
        a, b = ours[0] % _HALF_DAY, theirs[0] % _HALF_DAY
        return (a, a), (b, b)
    return ours, theirs


def _ends(figure: Figure) -> tuple[Decimal, Decimal]:
    low = figure.low if figure.low is not None else Decimal(0)
    return low, figure.high if figure.high is not None else low


def _is_bare_age(claim: Figure, source: Figure) -> bool:
    """Return whether a bare number gives an age: "the mayor is 58", "children under 12"."""
    kinds = (claim.kind, source.kind)
    if kinds not in ((Kind.COUNT, Kind.AGE), (Kind.AGE, Kind.COUNT)):
        return False
    bare = claim if claim.kind is Kind.COUNT else source
    if bare.unit or bare.low is None or not 0 <= bare.low <= _OLDEST:
        return False
    if (
        bare is claim
        and NOUN_OF.get(bare.thing.noun, "person") not in PERSONS
        and "bare" not in bare.thing.status
    ):
        return False  # 25 homes are no woman of 25
    return bare.thing.act in ("be", "turn", "") and not bare.thing.role


def _is_bare_points(claim: Figure, source: Figure) -> bool:
    """Return whether "three points" may be short for three percentage points, where the source says so."""
    if claim.kind not in (Kind.COUNT, Kind.MEASURE) or source.kind is not Kind.POINTS:
        return False
    return in_points(claim)


def _is_spelled_alike(claim: Figure, source: Figure) -> bool:
    """Return whether both have one unit that is money or a weight: "stood at 52,000 pounds" alone tells not which."""
    kinds = {claim.kind, source.kind} == {Kind.MONEY, Kind.MEASURE}
    return kinds and bool(claim.written_unit) and claim.written_unit == source.written_unit


def _kinds_differ(claim: Figure, source: Figure) -> Match:
    same = claim.low == source.low
    fault = (
        "unit"
        if same and {claim.kind, source.kind} <= SHARES | {Kind.POINTS, Kind.MONEY, Kind.MEASURE}
        else "kind"
    )
    return differs(
        fault, f"source gives {source.text}, which is {named(source.kind)}, not {named(claim.kind)}"
    )


FOR_EACH = {"hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly", "year": "annual"}


# in which prices are given, so that a text may leave them out
PIECES = word_set(
    "share barrel litre kilogram tonne ton ounce gallon ticket kilowatt-hour megawatt-hour lb bottle unit"
)


def leaves_out_of_what(claim: Figure, source: Figure) -> bool:
    """Return whether the claim gives the base of a rate and no more: "five per 1,000"."""
    rates = claim.kind is source.kind is Kind.RATE and claim.written_unit == source.written_unit
    return rates and claim.written_unit.startswith("per ") and claim.text[-1:].isdigit()
