"""Whether one figure says what another says: value, unit, modifier, direction, time.

``match`` judges a claimed figure against one figure of a source by the rules of a careful copy chief. It looks at the
numbers only; whether both are about the same thing is judged in ``conflicts`` and ``contest``. Promise: pure, exact
(``Decimal`` throughout), and every refusal names its reason in plain words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.data import AMOUNTS, SHARES, Direction, Figure, Kind
from briefing.figures.matching.match_values import equal, match_ranges, match_values
from briefing.figures.matching.match_words import match_dates, match_names, match_vague, may_be_one_day
from briefing.figures.matching.one_scale import in_points, leaves_out_of_what, on_one_scale
from briefing.figures.matching.scale import base_value
from briefing.figures.matching.verdicts import SAME, Match, differs
from briefing.figures.reading.number import is_whole
from briefing.figures.vocabulary.thesaurus import NOUN_OF, PERSONS

_WORDLIKE = frozenset((Kind.NAME, Kind.IDIOM))


def _bearing() -> dict[Kind, frozenset[Kind]]:
    """Return for each kind of claim the kinds of source figure that could support it or speak against it."""
    one_scale = SHARES | {Kind.POINTS, Kind.MONEY, Kind.MEASURE}
    crossing = {
        **dict.fromkeys(one_scale, one_scale),
        Kind.MEASURE: one_scale | {Kind.COUNT},
        Kind.MONEY: one_scale | {Kind.RATE},
        Kind.RATE: frozenset((Kind.MONEY, Kind.MEASURE, Kind.COUNT)),
        Kind.COUNT: frozenset((Kind.MEASURE, Kind.AGE, Kind.POINTS, Kind.SCORE)),
        Kind.SCORE: frozenset((Kind.COUNT,)),
        Kind.AGE: frozenset((Kind.COUNT,)),
        Kind.DURATION: frozenset((Kind.DATE,)),
        Kind.VAGUE: AMOUNTS | {Kind.AGE},
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
        return claim.unit == source.unit and not may_be_one_day(claim, source)
    if claim.kind is Kind.COUNT:
        if (claim.unit == _TIMES) is not (source.unit == _TIMES):
            return False  # "more than twice the police figure" is no number of people
        return in_points(claim) == in_points(source) and _both_whole(claim, source)
    if claim.kind in (Kind.MONEY, Kind.MEASURE, Kind.TEMPERATURE, Kind.DURATION, Kind.RATE):
        return base_value(claim)[0] == base_value(source)[0] or leaves_out_of_what(claim, source)
    return True


def has_another_value(claim: Figure, source: Figure) -> bool:
    """Return whether the two are of a kind and the claim does not follow from the other."""
    return comparable(claim, source) and not match(claim, source).fits


def _both_whole(claim: Figure, source: Figure) -> bool:
    """Return whether neither is a broken number where the other counts people: 5.6 days are no rival of 19 patients."""
    for one, other in ((claim, source), (source, claim)):
        broken = one.low is not None and not is_whole(one.low)
        if broken and NOUN_OF.get(other.thing.noun) in PERSONS:
            return False
    return True


def _shape(text: str) -> str:
    """Return the words of a name with its digits and short codes blotted out: names of one shape are rivals."""
    words = re.findall(r"[^\W_]+", text.lower())
    blotted = (re.sub(r"\d+", "0", w) if any(c.isdigit() for c in w) else w for w in words)
    codes = (re.sub(r"[a-z]", "a", w) if "0" in w and len(w) < 6 else w for w in blotted)
    return " ".join(codes)


_PAIR = re.compile(r"\d+[-\u2013]\d+")  # what may be a score or a range, for all its digits tell


def _match_scores(claim: Figure, source: Figure) -> Match:
    if claim.kind is not source.kind:
        other = source if claim.kind is Kind.SCORE else claim
        same = (claim.low, claim.high) == (source.low, source.high) and "bare" in other.thing.status
        if same and other.kind is Kind.COUNT and _PAIR.fullmatch(other.text):
            return SAME
        return differs("kind", "one is a score, the other is not")
    if claim.parts == source.parts:
        return SAME
    turned = (claim.low, claim.high) == (source.high, source.low) and len(claim.parts) == len(
        source.parts
    ) == 2
    if turned and "record" not in (claim.thing.noun, source.thing.noun):
        return Match(True, False, "", f"source gives it as {source.text}")
    return differs("value", f"source says {source.text}")


def _match_quantities(claim: Figure, source: Figure) -> Match:
    pair = on_one_scale(claim, source)
    if isinstance(pair, Match):
        return pair
    if claim.low != claim.high or source.low != source.high:
        return match_ranges(claim, source, pair)
    return match_values(claim, source, pair[0][0], pair[1][0])


def _match_values_only(claim: Figure, source: Figure) -> Match:
    """Compare with "ten years ago", which says ten years: the length of time inside a date counted from now."""
    if claim.low is None or source.low is None:
        return differs("kind", "one is a date, the other is not")
    unit, value, _ = base_value(claim)
    other, stated, _ = base_value(source)
    if unit == other and equal(value, stated) and claim.modifier is source.modifier:
        return SAME
    return differs("value", f"source says {source.text}")


def signed_direction(figure: Figure) -> Direction:
    """Return the direction of a change, also where only its noun or its sign gives it away."""
    if figure.direction is not Direction.NONE:
        return figure.direction
    if figure.kind in (Kind.PERCENT, Kind.POINTS) and figure.low is not None and figure.low < 0:
        return Direction.FELL
    return Direction.NONE
