"""Whether a name with digits, a date or a vague quantity says what another says.

Promise: pure; dates are compared as days, names as their letters and digits.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.data import AMOUNTS, Figure, Kind, Modifier
from briefing.figures.matching.verdicts import SAME, Match, differs, plain, said
from briefing.figures.vocabulary.numberwords import WEEKDAY_NAMES


def match_names(claim: Figure, source: Figure) -> Match:
    """Compare two names with digits, or a set phrase with one."""
    if claim.kind is not source.kind:
        return differs("kind", "one is a name, the other a number")
    same = _squeezed(claim.text) == _squeezed(source.text)
    return SAME if same else differs("value", f"the source's name is {source.text}")


def _squeezed(name: str) -> str:
    """Return a name as letters and digits only, "Brandt 340s" as the one of which they are several."""
    return re.sub(r"(?<=\d)s$", "", re.sub(r"[\W_]+", "", name).casefold())


def match_dates(claim: Figure, source: Figure) -> Match:
    """Compare two dates: the same day, the same span, or a day within the span claimed."""
    if claim.kind is not source.kind:
        return differs("kind", "one is a date, the other is not")
    named = _WEEKDAY.search(claim.text)
    if named and _is_another_weekday(named.group(), claim, source):
        return differs("time", f"source says {source.text}")
    if claim.when is None or source.when is None:
        same = plain(claim.text) == plain(source.text) or _dated_alike(claim, source)
        if not same and _one_quarter(claim, source):
            return Match(True, False, "", f"the source's {source.text}")
        return SAME if same else differs("time", f"source says {source.text}")
    first, last = claim.when, claim.until or claim.when
    start, end = source.when, source.until or source.when
    if (first, last) == (start, end):
        if claim.modifier is not source.modifier and Modifier.EXACT is not claim.modifier:
            return differs("modifier", f"source says {said(source)}")
        return SAME
    if _is_an_end(claim, source):
        return Match(True, False, "", f"an end of {source.text}")
    if source.or_when is not None and first == last == source.or_when:
        return Match(True, False, "", f"{source.text} may be that day")
    if claim.or_when is not None and start == end == claim.or_when:
        return Match(True, False, "", f"{source.text} may be that day")
    if first <= start and end <= last:
        return Match(True, False, "", f"{source.text} lies in {claim.text}")
    if _one_quarter(claim, source):
        return Match(True, False, "", f"the source's {source.text}")
    return differs("time", f"source says {source.text}")


def _is_an_end(claim: Figure, source: Figure) -> bool:
    """Return whether the claim says "from" the first or "until" the last day of a span of days: "from 23 to 27 March"."""
    if claim.when is None or claim.when != (claim.until or claim.when) or source.until in (None, source.when):
        return False
    if source.unit != "day":
        return False
    begins = "start" in claim.thing.status and claim.when == source.when
    return begins or ("last-day" in claim.thing.status and claim.when == source.until)


def _one_quarter(claim: Figure, source: Figure) -> bool:
    """Return whether both name the same quarter or half and only one of them its year: a fiscal year may be meant."""
    if claim.unit != source.unit or claim.unit not in ("quarter", "half-year"):
        return False
    ours, theirs = claim.written_unit.split(), source.written_unit.split()
    return len(ours) != len(theirs) and ours[:1] == theirs[:1]


_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def _is_another_weekday(named: str, claim: Figure, source: Figure) -> bool:
    """Return whether the claim names a weekday beside its date that is not the source's, or not that date's."""
    if not any(c.isdigit() for c in claim.text):
        return False
    theirs = _WEEKDAY.search(source.text)
    if theirs is not None:
        return theirs.group().lower() != named.lower()
    return source.when is not None and WEEKDAY_NAMES[source.when.weekday()] != named.lower()


def _dated_alike(claim: Figure, source: Figure) -> bool:
    """Return whether two dates that cannot be placed in time are written alike: "3 May" and "May 3"."""
    if claim.low is not None or source.low is not None:
        return claim.low == source.low and claim.unit == source.unit and _ago(claim) == _ago(source)
    ours, theirs = claim.written_unit, source.written_unit
    if _DAY_OF_A_YEAR.fullmatch(ours) and theirs.endswith(f"-{ours}"):
        return True  # "March 30" leaves out the year that the source gives
    return bool(ours) and ours == theirs


_DAY_OF_A_YEAR = re.compile(r"\d\d-\d\d")


def may_be_one_day(claim: Figure, source: Figure) -> bool:
    """Return whether a source's bare weekday that cannot be placed in time is the one the claim gives its date."""
    ours, theirs = _WEEKDAY.search(claim.text), _WEEKDAY.search(source.text)
    if source.when is not None or ours is None or theirs is None or any(c.isdigit() for c in source.text):
        return False
    return ours.group().lower() == theirs.group().lower()


def _ago(figure: Figure) -> bool:
    return "ago" in figure.text.lower() or "earlier" in figure.text.lower()


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


def match_vague(claim: Figure, source: Figure) -> Match:
    """Compare where one at least is vague: dozens, a six-figure sum."""
    if claim.kind is not Kind.VAGUE:
        return differs("modifier", f"source says only {source.text}")
    span = _vague_span(claim)
    if source.kind is Kind.VAGUE:
        other = _vague_span(source)
        same = plain(claim.text) == plain(source.text) or (span and other and span[0] == other[0])
        wider = span and other and span[1] <= other[1] and other[2] <= span[2]
        if claim.unit and claim.unit == source.unit and claim.written_unit != source.written_unit:
            return differs(
                "unit", f"source says {source.text}"
            )  # hundreds of months are no hundreds of years
        return SAME if same or wider else differs("value", f"source says {source.text}")
    if span is None or source.low is None or source.kind not in AMOUNTS | {Kind.AGE}:
        return differs("value", f"source says {source.text}")
    inside = span[1] <= source.low <= span[2]
    return Match(True) if inside else differs("value", f"source says {source.text}")
