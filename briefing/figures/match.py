"""Whether one figure says what another says: value, unit, modifier, direction, time.

``match`` judges a claimed figure against one figure of a source by the rules of a careful copy chief. It looks
at the numbers only; whether both are about the same thing is judged in ``support``. Promise: pure, exact
(``Decimal`` throughout), and every refusal names its reason in plain words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.data import Direction, Figure, Kind, Modifier
from briefing.figures.scale import base_value, share_of
from briefing.figures.thesaurus import NOUN_OF, PERSONS

_ABOUT_SHARE = Decimal("0.05")  # "about" covers a rounding by at most a twentieth
_BOUND_SHARE = Decimal("0.15")  # "more than 7,000" for up to 8,100: further off it misleads
_SMALLEST_ROUNDED_COUNT = 15  # smaller counts are never rounded
_OLDEST = 125  # years
_SHARES = frozenset((Kind.PERCENT, Kind.FRACTION, Kind.RATIO))
_WORDLIKE = frozenset((Kind.NAME, Kind.IDIOM))
_LOWER = (Modifier.AT_LEAST, Modifier.MORE_THAN)
_UPPER = (Modifier.AT_MOST, Modifier.LESS_THAN)


@dataclass(frozen=True, slots=True)
class Match:
    """Whether the claim follows from the source's figure.

    ``fits`` is true when it does; ``exact`` when nothing had to be inferred. ``fault`` names what differs:
    ``kind``, ``value``, ``unit``, ``modifier``, ``direction`` or ``time``; ``reason`` says it in plain words.
    """

    fits: bool
    exact: bool = False
    fault: str = ""
    reason: str = ""


_SAME = Match(True, True)


def match(claim: Figure, source: Figure) -> Match:
    """Judge whether ``claim`` follows from ``source`` taken alone, the thing counted left aside."""
    if claim.kind in _WORDLIKE or source.kind in _WORDLIKE:
        return _match_names(claim, source)
    if claim.kind is Kind.UNREAD or source.kind is Kind.UNREAD:
        return _no("kind", "not a figure that can be compared")
    if claim.kind is Kind.DURATION and source.kind is Kind.DATE and source.low is not None:
        return _match_values_only(claim, replace(source, kind=Kind.DURATION, unit=source.unit or claim.unit))
    if claim.kind is Kind.DATE or source.kind is Kind.DATE:
        return _match_dates(claim, source)
    if claim.kind is Kind.VAGUE or source.kind is Kind.VAGUE:
        return _match_vague(claim, source)
    if claim.low is None or source.low is None or claim.high is None or source.high is None:
        return _no("kind", "not a figure that can be compared")
    if claim.kind is Kind.SCORE or source.kind is Kind.SCORE:
        return _match_scores(claim, source)
    return _match_quantities(claim, source)


def comparable(claim: Figure, source: Figure) -> bool:
    """Return whether the two are of a kind, so that one could contradict the other."""
    if claim.kind in _SHARES and source.kind in _SHARES:
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
        return _in_points(claim) == _in_points(source) and _both_whole(claim, source)
    if claim.kind in (Kind.MONEY, Kind.MEASURE, Kind.TEMPERATURE, Kind.DURATION, Kind.RATE):
        return base_value(claim)[0] == base_value(source)[0]
    return True


def _both_whole(claim: Figure, source: Figure) -> bool:
    """Return whether neither is a broken number where the other counts people: 5.6 days are no rival of 19 patients."""
    for one, other in ((claim, source), (source, claim)):
        broken = one.low is not None and one.low != one.low.to_integral_value()
        if broken and NOUN_OF.get(other.thing.noun) in PERSONS:
            return False
    return True


def _in_points(figure: Figure) -> bool:
    return figure.text.lower().endswith(("point", "points")) or figure.thing.noun == "point"


def _shape(text: str) -> str:
    """Return the words of a name with its digits and short codes blotted out: names of one shape are rivals."""
    words = re.findall(r"[^\W_]+", text.lower())
    blotted = (re.sub(r"\d+", "0", w) if any(c.isdigit() for c in w) else w for w in words)
    codes = (re.sub(r"[a-z]+", "a", w) if "0" in w and len(w) < 6 else w for w in blotted)
    return " ".join(codes)


def _no(fault: str, reason: str) -> Match:
    return Match(False, False, fault, reason)


# ---------------------------------------------------------------- names with digits, dates, vague quantities


def _match_names(claim: Figure, source: Figure) -> Match:
    if claim.kind is not source.kind:
        return _no("kind", "one is a name, the other a number")
    same = re.sub(r"[\W_]+", "", claim.text).casefold() == re.sub(r"[\W_]+", "", source.text).casefold()
    return _SAME if same else _no("value", f"the source's name is {source.text}")


def _match_dates(claim: Figure, source: Figure) -> Match:
    if claim.kind is not source.kind:
        return _no("kind", "one is a date, the other is not")
    named = _WEEKDAY.search(claim.text)
    if named and _is_another_weekday(named.group(), claim, source):
        return _no("time", f"source says {source.text}")
    if claim.when is None or source.when is None:
        same = _plain(claim.text) == _plain(source.text) or _dated_alike(claim, source)
        return _SAME if same else _no("time", f"source says {source.text}")
    first, last = claim.when, claim.until or claim.when
    start, end = source.when, source.until or source.when
    if (first, last) == (start, end):
        if claim.modifier is not source.modifier and Modifier.EXACT is not claim.modifier:
            return _no("modifier", f"source says {_said(source)}")
        return _SAME
    if source.or_when is not None and first == last == source.or_when:
        return Match(True, False, "", f"{source.text} may be that day")
    if claim.or_when is not None and start == end == claim.or_when:
        return Match(True, False, "", f"{source.text} may be that day")
    if first <= start and end <= last:
        return Match(True, False, "", f"{source.text} lies in {claim.text}")
    if _one_quarter(claim, source):
        return Match(True, False, "", f"the source's {source.text}")
    return _no("time", f"source says {source.text}")


def _one_quarter(claim: Figure, source: Figure) -> bool:
    """Return whether both name the same quarter or half and only one of them its year: a fiscal year may be meant."""
    if claim.unit != source.unit or claim.unit not in ("quarter", "half-year"):
        return False
    ours, theirs = claim.written_unit.split(), source.written_unit.split()
    return len(ours) != len(theirs) and ours[:1] == theirs[:1]


_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _is_another_weekday(named: str, claim: Figure, source: Figure) -> bool:
    """Return whether the claim names a weekday beside its date that is not the source's, or not that date's."""
    if not any(c.isdigit() for c in claim.text):
        return False
    theirs = _WEEKDAY.search(source.text)
    if theirs is not None:
        return theirs.group().lower() != named.lower()
    return source.when is not None and _DAYS[source.when.weekday()] != named.lower()


def _dated_alike(claim: Figure, source: Figure) -> bool:
    """Return whether two dates that cannot be placed in time are written alike: "3 May" and "May 3"."""
    if claim.low is not None or source.low is not None:
        return claim.low == source.low and claim.unit == source.unit and _ago(claim) == _ago(source)
    return bool(claim.written_unit) and claim.written_unit == source.written_unit


def _ago(figure: Figure) -> bool:
    return "ago" in figure.text.lower() or "earlier" in figure.text.lower()


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).casefold().strip()


_VAGUE: tuple[tuple[str, int, int], ...] = (
    ("tens of millions", 20_000_000, 99_999_999),
    ("hundreds of millions", 200_000_000, 999_999_999),
    ("hundreds of thousands", 200_000, 999_999),
    ("tens of thousands", 20_000, 99_999),
    ("dozens", 24, 199),
    ("scores", 40, 199),
    ("hundreds", 200, 1_999),
    ("thousands", 2_000, 19_999),
    ("millions", 2_000_000, 999_999_999),
    ("billions", 2_000_000_000, 999_999_999_999),
    ("a couple", 2, 2),
    ("couple of", 2, 2),
    ("handful", 3, 9),
    ("several", 3, 19),
    ("a few", 3, 9),
    ("few", 2, 9),
    ("many", 5, 10**15),
    ("multiple", 2, 10**9),
    ("various", 2, 10**9),
    ("numerous", 5, 10**9),
    ("single-figure", 1, 9),
    ("double-figure", 10, 99),
    ("double-digit", 10, 99),
    ("single-digit", 1, 9),
    ("three-figure", 100, 999),
    ("four-figure", 1_000, 9_999),
    ("five-figure", 10_000, 99_999),
    ("six-figure", 100_000, 999_999),
    ("seven-figure", 1_000_000, 9_999_999),
    ("eight-figure", 10_000_000, 99_999_999),
    ("nine-figure", 100_000_000, 999_999_999),
)


def _vague_span(figure: Figure) -> tuple[str, Decimal, Decimal] | None:
    text = " ".join(re.sub(r"[^\w\s-]", " ", figure.text).casefold().split())
    text = re.sub(r"\b(?:several|many|some|a few) (hundred|thousand|million|dozen)s?\b", r"\1s", text)
    for head, low, high in _VAGUE:
        if head in text or head.replace("-", " ") in text:
            return head, Decimal(low), Decimal(high)
    if figure.low is not None and figure.high is not None:
        return text, figure.low, figure.high
    return None


def _match_vague(claim: Figure, source: Figure) -> Match:
    if claim.kind is not Kind.VAGUE:
        return _no("modifier", f"source says only {source.text}")
    span = _vague_span(claim)
    if source.kind is Kind.VAGUE:
        other = _vague_span(source)
        same = _plain(claim.text) == _plain(source.text) or (span and other and span[0] == other[0])
        wider = span and other and span[1] <= other[1] and other[2] <= span[2]
        return _SAME if same or wider else _no("value", f"source says {source.text}")
    if (
        span is None
        or source.low is None
        or source.kind not in (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.AGE)
    ):
        return _no("value", f"source says {source.text}")
    inside = span[1] <= source.low <= span[2]
    return Match(True) if inside else _no("value", f"source says {source.text}")


# ---------------------------------------------------------------- quantities


def _match_scores(claim: Figure, source: Figure) -> Match:
    if claim.kind is not source.kind:
        return _no("kind", "one is a score, the other is not")
    if (claim.low, claim.high) == (source.low, source.high):
        return _SAME
    if (claim.low, claim.high) == (source.high, source.low):
        return Match(True, False, "", f"source gives it as {source.text}")
    return _no("value", f"source says {source.text}")


def _match_quantities(claim: Figure, source: Figure) -> Match:
    pair = _on_one_scale(claim, source)
    if isinstance(pair, Match):
        return pair
    (c_low, c_high), (s_low, s_high) = pair
    if claim.low != claim.high or source.low != source.high:
        return _match_ranges(claim, source, pair)
    del c_high, s_high
    return _match_values(claim, source, c_low, s_low)


def _match_values_only(claim: Figure, source: Figure) -> Match:
    """Compare with "ten years ago", which says ten years: the length of time inside a date counted from now."""
    if claim.low is None or source.low is None:
        return _no("kind", "one is a date, the other is not")
    unit, value, _ = base_value(claim)
    other, stated, _ = base_value(source)
    if unit == other and _equal(value, stated) and claim.modifier is source.modifier:
        return _SAME
    return _no("value", f"source says {source.text}")


_Pair = tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]]


def _on_one_scale(claim: Figure, source: Figure) -> _Pair | Match:
    """Return both spans in one unit, or why there is none."""
    if claim.kind in _SHARES and source.kind in _SHARES:
        a, b = share_of(claim), share_of(source)
        if a is not None and b is not None:
            return a, b
    if _is_bare_age(claim, source) or _is_bare_points(claim, source):
        return _ends(claim), _ends(source)
    if claim.kind is not source.kind and {claim.kind, source.kind} != {Kind.COUNT, Kind.MEASURE}:
        return _kinds_differ(claim, source)
    unit, c_low, c_high = base_value(claim)
    other, s_low, s_high = base_value(source)
    if claim.kind is Kind.TEMPERATURE and "degree" in (unit, other):
        other = unit  # plain degrees are those of the scale the article uses
    if claim.kind is Kind.TIME:
        return _on_one_clock(claim, source)
    if unit != other and not _plain_cents(claim, source):
        return _no("unit", f"source gives {source.text}")
    return (c_low, c_high), (s_low, s_high)


def _plain_cents(claim: Figure, source: Figure) -> bool:
    """Return whether "45 cents" leaves open of which currency they are, and the other's currency has cents."""
    if claim.kind is not Kind.MONEY or source.kind is not Kind.MONEY:
        return False
    named = [f for f in (claim, source) if f.written_unit != "cent"]
    return len(named) < len((claim, source)) and all(f.unit in _WITH_CENTS for f in (claim, source))


_WITH_CENTS = frozenset(("USD", "EUR", "AUD", "CAD", "NZD", "SGD", "HKD", "ZAR", "KES"))
_HALF_DAY = 720  # minutes
_TWELVE_HOURS = re.compile(r"[ap]\.?\s?m\b|noon|midnight|morning|afternoon|evening|night", re.IGNORECASE)


def _on_one_clock(claim: Figure, source: Figure) -> _Pair | Match:
    """Compare clock times; one without "a.m." or "p.m." and under 13:00 may be either half of the day."""
    if claim.unit and source.unit and claim.unit != source.unit:
        return _no("unit", f"source says {source.text}")
    ours, theirs = _ends(claim), _ends(source)
    open_ended = [
        f[0] < _HALF_DAY + 60 and not _TWELVE_HOURS.search(text)
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
    return claim.text.lower().endswith(("point", "points")) or claim.thing.noun == "point"


def _kinds_differ(claim: Figure, source: Figure) -> Match:
    same = claim.low == source.low
    fault = (
        "unit"
        if same and {claim.kind, source.kind} <= _SHARES | {Kind.POINTS, Kind.MONEY, Kind.MEASURE}
        else "kind"
    )
    return _no(fault, f"source gives {source.text}, which is {_named(source.kind)}, not {_named(claim.kind)}")


def _named(kind: Kind) -> str:
    article = {
        "age": "an age",
        "ordinal": "an ordinal",
        "money": "a sum of money",
        "percentage points": str(kind),
    }
    return article.get(str(kind), f"a {kind}")


def _match_ranges(claim: Figure, source: Figure, pair: _Pair) -> Match:
    (c_low, c_high), (s_low, s_high) = pair
    if (c_low, c_high) == (s_low, s_high):
        hedged = source.modifier is Modifier.ABOUT and claim.modifier is Modifier.EXACT
        return _no("modifier", f"source says {_said(source)}") if hedged else _SAME
    if c_low == c_high and s_low != s_high:
        if claim.modifier in _LOWER and c_low == s_low:
            return Match(True, claim.modifier is Modifier.AT_LEAST, "", f"source gives {source.text}")
        if claim.modifier is Modifier.AT_MOST and c_high == s_high:
            return Match(True, False, "", f"source gives {source.text}")
        return _no("value", f"source gives the range {source.text}")
    return _no("value", f"source gives {source.text}")


def _match_values(claim: Figure, source: Figure, value: Decimal, stated: Decimal) -> Match:
    ours, theirs = claim.modifier, source.modifier
    if (value < 0) != (stated < 0):
        value, stated = _unsigned(claim, value), _unsigned(source, stated)
    if (value < 0) != (stated < 0):
        return _no("direction", f"source says {source.text}")
    if _equal(value, stated):
        if ours is theirs:
            return _SAME
        if ours in _FOLLOWS_AT_EQUAL[theirs] and not (
            claim.kind is Kind.AGE and theirs in (*_LOWER, *_UPPER)
        ):
            return Match(True, False, "", f"follows from {_said(source)}")
        return _no("modifier", f"source says {_said(source)}")
    if _rounds(claim, value, stated, ours, theirs):
        return Match(True, False, "", f"rounded from {source.text}")
    return _no("value", f"source says {_said(source)}")


_FOLLOWS_AT_EQUAL: dict[Modifier, tuple[Modifier, ...]] = {
    Modifier.EXACT: (Modifier.ABOUT, Modifier.AT_LEAST, Modifier.AT_MOST),
    Modifier.ABOUT: (),
    Modifier.NEARLY: (Modifier.ABOUT, Modifier.LESS_THAN, Modifier.AT_MOST),
    Modifier.AT_LEAST: (),
    Modifier.AT_MOST: (),
    Modifier.MORE_THAN: (Modifier.AT_LEAST,),
    Modifier.LESS_THAN: (Modifier.AT_MOST,),
}


def _unsigned(figure: Figure, value: Decimal) -> Decimal:
    """Return a fall of 0.4 as -0.4, so that a negative change and a stated fall compare."""
    falls = figure.direction is Direction.FELL or any(
        w in ("noun:deficit", "noun:loss") for w in figure.thing.near
    )
    if figure.kind in (Kind.PERCENT, Kind.POINTS, Kind.MONEY) and falls and value > 0:
        return -value
    return value


def _equal(a: Decimal, b: Decimal) -> bool:
    """Return whether two values are one; a fraction such as a third is only as exact as Decimal is."""
    if a == b:
        return True
    return abs(a - b) <= Decimal("1e-12") * max(abs(a), abs(b))


def _rounds(claim: Figure, value: Decimal, stated: Decimal, ours: Modifier, theirs: Modifier) -> bool:
    """Return whether ``value`` is ``stated`` rounded, with the hedge that such a rounding needs."""
    if ours is Modifier.EXACT or not _is_rounder(value, stated):
        return False
    if claim.kind in (Kind.ORDINAL, Kind.AGE, Kind.TIME):
        return False
    if claim.kind is Kind.COUNT and abs(stated) < _SMALLEST_ROUNDED_COUNT:
        return False
    off = abs(value - stated) / max(abs(value), abs(stated))
    above = stated > value
    if ours is Modifier.ABOUT:
        return theirs in (Modifier.EXACT, Modifier.ABOUT, Modifier.NEARLY) and off <= _ABOUT_SHARE
    if ours is Modifier.NEARLY:
        return theirs in (Modifier.EXACT, Modifier.ABOUT) and not above and off <= _BOUND_SHARE
    if ours in _LOWER:
        return theirs in (Modifier.EXACT, Modifier.ABOUT, *_LOWER) and above and off <= _BOUND_SHARE
    return theirs in (Modifier.EXACT, Modifier.NEARLY, *_UPPER) and not above and off <= _BOUND_SHARE


def _is_rounder(value: Decimal, stated: Decimal) -> bool:
    """Return whether ``value`` has fewer significant digits than ``stated``, as a rounding must."""
    return _digits(value) < _digits(stated)


def _digits(value: Decimal) -> int:
    return len(abs(value).normalize().as_tuple().digits)


def _said(figure: Figure) -> str:
    word = "" if figure.modifier is Modifier.EXACT else f"{figure.modifier} "
    return f"{word}{figure.text}" if not figure.text.lower().startswith(word.strip() or "\0") else figure.text


def signed_direction(figure: Figure) -> Direction:
    """Return the direction of a change, also where only its noun or its sign gives it away."""
    if figure.direction is not Direction.NONE:
        return figure.direction
    if figure.kind in (Kind.PERCENT, Kind.POINTS) and figure.low is not None and figure.low < 0:
        return Direction.FELL
    return Direction.NONE
