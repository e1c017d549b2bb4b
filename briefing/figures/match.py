"""Whether one figure says what another says: value, unit, modifier, direction, time.

``match`` judges a claimed figure against one figure of a source by the rules of a careful copy chief. It looks
at the numbers only; whether both are about the same thing is judged in ``conflicts`` and ``contest``. Promise: pure, exact
(``Decimal`` throughout), and every refusal names its reason in plain words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefing.data import Direction, Figure, Kind
from briefing.figures.match_values import Pair, equal, match_ranges, match_values
from briefing.figures.match_words import match_dates, match_names, match_vague
from briefing.figures.scale import base_value, share_of
from briefing.figures.stems import stem
from briefing.figures.thesaurus import NOUN_OF, PERSONS, concept
from briefing.figures.verdicts import SAME, SHARES, Match, differs, named

_OLDEST = 125  # years


_WORDLIKE = frozenset((Kind.NAME, Kind.IDIOM))


def _bearing() -> dict[Kind, frozenset[Kind]]:
    """Return for each kind of claim the kinds of source figure that could support it or speak against it."""
    one_scale = SHARES | {Kind.POINTS, Kind.MONEY, Kind.MEASURE}
    crossing = {
        **dict.fromkeys(one_scale, one_scale),
        Kind.MEASURE: one_scale | {Kind.COUNT},
        Kind.MONEY: one_scale | {Kind.RATE},
        Kind.RATE: frozenset((Kind.MONEY, Kind.MEASURE, Kind.COUNT)),
        Kind.COUNT: frozenset((Kind.MEASURE, Kind.AGE, Kind.POINTS)),
        Kind.AGE: frozenset((Kind.COUNT,)),
        Kind.DURATION: frozenset((Kind.DATE,)),
        Kind.VAGUE: frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.AGE)),
    }
    alone = _WORDLIKE | {Kind.DATE}
    return {
        kind: crossing.get(kind, frozenset()) | ({kind} if kind in alone else {kind, Kind.VAGUE})
        for kind in Kind
    }


BEARING = _bearing()  # of all other pairs of kinds ``match`` says no more than that they differ


def match(claim: Figure, source: Figure) -> Match:
    """Judge whether ``claim`` follows from ``source`` taken alone, the thing counted left aside."""
    if claim.kind in _WORDLIKE or source.kind in _WORDLIKE:
        return match_names(claim, source)
    if claim.kind is Kind.UNREAD or source.kind is Kind.UNREAD:
        return differs("kind", "not a figure that can be compared")
    if claim.kind is Kind.DURATION and source.kind is Kind.DATE and source.low is not None:
        return _match_values_only(claim, replace(source, kind=Kind.DURATION, unit=source.unit or claim.unit))
    if claim.kind is Kind.DATE or source.kind is Kind.DATE:
        return match_dates(claim, source)
    if claim.kind is Kind.VAGUE or source.kind is Kind.VAGUE:
        return match_vague(claim, source)
    if claim.low is None or source.low is None or claim.high is None or source.high is None:
        return differs("kind", "not a figure that can be compared")
    if claim.kind is Kind.SCORE or source.kind is Kind.SCORE:
        return _match_scores(claim, source)
    return _match_quantities(claim, source)


_TIMES = "times"


def comparable(claim: Figure, source: Figure) -> bool:
    """Return whether the two are of a kind, so that one could contradict the other."""
    if claim.kind in SHARES and source.kind in SHARES:
        return True
    if claim.kind is Kind.NAME and source.kind is Kind.NAME:
        return _shape(claim.text) == _shape(source.text)
    if Kind.VAGUE in (claim.kind, source.kind):
        return claim.unit == source.unit and {claim.kind, source.kind} <= {Kind.VAGUE, Kind.COUNT}
    if claim.kind is not source.kind:
        return False
    if claim.kind is Kind.DATE:
        return claim.unit == source.unit
    if claim.kind is Kind.COUNT:
        if (claim.unit == _TIMES) is not (source.unit == _TIMES):
            return False  # "more than twice the police figure" is no number of people
        return _in_points(claim) == _in_points(source) and _both_whole(claim, source)
    if claim.kind in (Kind.MONEY, Kind.MEASURE, Kind.TEMPERATURE, Kind.DURATION, Kind.RATE):
        return base_value(claim)[0] == base_value(source)[0] or _leaves_out_of_what(claim, source)
    return True


def _both_whole(claim: Figure, source: Figure) -> bool:
    """Return whether neither is a broken number where the other counts people: 5.6 days are no rival of 19 patients."""
    for one, other in ((claim, source), (source, claim)):
        broken = one.low is not None and one.low != one.low.to_integral_value()
        if broken and NOUN_OF.get(other.thing.noun) in PERSONS:
            return False
    return True


def _in_points(figure: Figure) -> bool:
    told = figure.text.lower().endswith(("point", "points"))
    return told or figure.unit == "point" or figure.thing.noun == "point"


def _shape(text: str) -> str:
    """Return the words of a name with its digits and short codes blotted out: names of one shape are rivals."""
    words = re.findall(r"[^\W_]+", text.lower())
    blotted = (re.sub(r"\d+", "0", w) if any(c.isdigit() for c in w) else w for w in words)
    codes = (re.sub(r"[a-z]+", "a", w) if "0" in w and len(w) < 6 else w for w in blotted)
    return " ".join(codes)


def _match_scores(claim: Figure, source: Figure) -> Match:
    if claim.kind is not source.kind:
        return differs("kind", "one is a score, the other is not")
    if (claim.low, claim.high) == (source.low, source.high):
        return SAME
    if (claim.low, claim.high) == (source.high, source.low):
        return Match(True, False, "", f"source gives it as {source.text}")
    return differs("value", f"source says {source.text}")


def _match_quantities(claim: Figure, source: Figure) -> Match:
    pair = _on_one_scale(claim, source)
    if isinstance(pair, Match):
        return pair
    (c_low, c_high), (s_low, s_high) = pair
    if claim.low != claim.high or source.low != source.high:
        return match_ranges(claim, source, pair)
    del c_high, s_high
    return match_values(claim, source, c_low, s_low)


def _match_values_only(claim: Figure, source: Figure) -> Match:
    """Compare with "ten years ago", which says ten years: the length of time inside a date counted from now."""
    if claim.low is None or source.low is None:
        return differs("kind", "one is a date, the other is not")
    unit, value, _ = base_value(claim)
    other, stated, _ = base_value(source)
    if unit == other and equal(value, stated) and claim.modifier is source.modifier:
        return SAME
    return differs("value", f"source says {source.text}")


def _on_one_scale(claim: Figure, source: Figure) -> Pair | Match:
    """Return both spans in one unit, or why there is none."""
    if claim.kind is Kind.PERCENT and source.kind is Kind.PERCENT:
        return _ends(claim), _ends(source)
    if claim.kind in SHARES and source.kind in SHARES:
        a, b = share_of(claim), share_of(source)
        if a is not None and b is not None:
            return a, b
    if _is_bare_age(claim, source) or _is_bare_points(claim, source) or _is_spelled_alike(claim, source):
        return _ends(claim), _ends(source)
    if is_told_rate(claim, source):
        return _ends(claim), _ends(source)
    if claim.kind is not source.kind and {claim.kind, source.kind} != {Kind.COUNT, Kind.MEASURE}:
        return _kinds_differ(claim, source)
    unit, c_low, c_high = base_value(claim)
    other, s_low, s_high = base_value(source)
    if _leaves_out_of_what(claim, source):
        other = unit
    if claim.kind is Kind.TEMPERATURE and "degree" in (unit, other):
        other = unit  # plain degrees are those of the scale the article uses
    if claim.kind is Kind.TIME:
        return _on_one_clock(claim, source)
    if unit != other and not _plain_cents(claim, source) and not _one_of_a_kind(claim, source):
        return differs("unit", f"source gives {source.text}")
    return (c_low, c_high), (s_low, s_high)


FOR_EACH = {"hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly", "year": "annual"}
PIECES = frozenset(
    [
        "share",
        "barrel",
        "litre",
        "kg",
        "tonne",
        "ton",
        "ounce",
        "gallon",
        "ticket",
        "kilowatt-hour",
        "megawatt-hour",
        "lb",
        "bottle",
        "unit",
    ]
)  # in which prices are given, so that a text may leave them out


def is_told_rate(claim: Figure, source: Figure) -> bool:
    """Return whether an amount is the rate of what its sentence names: 141 pence where "a litre" is told of."""
    if source.kind is Kind.RATE and claim.kind is Kind.MONEY:
        unit, _, per = source.unit.partition("/")
        return unit == claim.unit and bool(per) and concept(stem(per)) in claim.thing.subject
    if claim.kind is not Kind.RATE or source.kind not in (Kind.MONEY, Kind.MEASURE, Kind.COUNT):
        return False
    unit, _, per = claim.unit.partition("/")
    if unit != source.unit or not per or (source.kind is Kind.COUNT and per not in FOR_EACH):
        return False
    if source.kind is not Kind.COUNT and per in PIECES:
        return True
    told = {concept(stem(per)), concept(stem(FOR_EACH.get(per, per)))}
    return not told.isdisjoint(source.thing.words)


def _leaves_out_of_what(claim: Figure, source: Figure) -> bool:
    """Return whether the claim gives the base of a rate and no more: "five per 1,000"."""
    rates = claim.kind is source.kind is Kind.RATE and claim.written_unit == source.written_unit
    return rates and claim.written_unit.startswith("per ") and claim.text[-1:].isdigit()


def _one_of_a_kind(claim: Figure, source: Figure) -> bool:
    """Return whether "game two" is the second game: the unit of the one is the noun of the other."""
    if claim.kind is not Kind.ORDINAL or source.kind is not Kind.ORDINAL or (claim.unit and source.unit):
        return False
    return stem(claim.unit or source.unit) in (claim.thing.noun, source.thing.noun)


def _plain_cents(claim: Figure, source: Figure) -> bool:
    """Return whether "45 cents" leaves open of which currency they are, and the other's currency has cents."""
    if claim.kind is not Kind.MONEY or source.kind is not Kind.MONEY:
        return False
    named = [f for f in (claim, source) if f.written_unit != "cent"]
    return len(named) < len((claim, source)) and all(f.unit in _WITH_CENTS for f in (claim, source))


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
    return bare.thing.act in ("be", "turn", "") and not bare.thing.role


def _is_bare_points(claim: Figure, source: Figure) -> bool:
    """Return whether "three points" may be short for three percentage points, where the source says so."""
    if claim.kind not in (Kind.COUNT, Kind.MEASURE) or source.kind is not Kind.POINTS:
        return False
    return _in_points(claim)


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


def signed_direction(figure: Figure) -> Direction:
    """Return the direction of a change, also where only its noun or its sign gives it away."""
    if figure.direction is not Direction.NONE:
        return figure.direction
    if figure.kind in (Kind.PERCENT, Kind.POINTS) and figure.low is not None and figure.low < 0:
        return Direction.FELL
    return Direction.NONE
