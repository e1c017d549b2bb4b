"""Two figures of one thing: whether both can be true, and whether the later one takes the place of the earlier.

Promise: a figure is replaced only by one from at least an hour later, or by one that calls it the old value.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from briefing.data import Figure, Kind, Modifier, Thing
from briefing.figures.binding.current import STILL
from briefing.figures.matching.belonging import of_two_voices
from briefing.figures.matching.match import match
from briefing.figures.matching.scale import base_value
from briefing.figures.vocabulary.stems import stem_set
from briefing.figures.vocabulary.thesaurus import CUMULATIVE, concept
from briefing.wordsets import word_set

LATER = timedelta(hours=1)  # a report this much younger may replace an older one
_UPDATING = re.compile(
    r"\b(?:rose|risen|rises|climb\w*|now|revis\w+|correct\w+|updat\w+|increas\w+ to|lowered to|raised to|"
    r"latest|final|rather than|previously|than first|confirm\w+|in fact|new (?:toll|figure|estimate)|stands at|stood at)\b",
    re.IGNORECASE,
)
_RUNNING_DOWN = word_set("missing displaced remain")  # acts whose count falls as time goes on
STANDING = word_set(
    "be remain stand fall rise lost hav depart reach restor"
)  # a state that is told as it stands


def is_still(thing: Thing) -> bool:
    """Return whether a figure counts those who still are what befell them: "are still missing", "remain closed"."""
    return STILL in thing.status or thing.act == _REMAIN or _REMAINING in thing.near


_REMAIN, _REMAINING = "remain", "family:remain"


def is_taken_out(thing: Thing) -> bool:
    """Return whether those counted were found, freed or restored, so that they are no longer missing, held or closed."""
    return not _TAKEN_OUT.isdisjoint((thing.act, *thing.near))


_TAKEN_OUT = frozenset(
    word
    for s in stem_set(
        "find trace locate rescue free release catch capture recapture reconnect reopen return restore save"
    )
    for word in (s, concept(s))
)


def is_left_behind(figure: Figure) -> bool:
    """Return whether a sentence gives a figure as what no longer holds: "cut from 12 days", "earlier put at 12", "not 12"."""
    thing = figure.thing
    left = thing.role == "from" and figure.kind is not Kind.DATE and "compared" not in thing.status
    return left or bool({"denied", "former", "replaced"} & set(thing.status))


def contradicts(a: Figure, b: Figure) -> bool:
    """Return whether two figures about one thing cannot both be true."""
    if match(a, b).fits or match(b, a).fits:
        return False
    if Kind.VAGUE in (a.kind, b.kind):
        return False
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return False
    low_a, high_a = _reach(a)
    low_b, high_b = _reach(b)
    return high_a < low_b or high_b < low_a


def _reach(figure: Figure) -> tuple[float, float]:
    """Return the span of true values a figure leaves open, in its base unit."""
    _, low, high = base_value(figure)
    first, last = float(low), float(high)
    if figure.modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        return first, float("inf")
    if figure.modifier in (Modifier.AT_MOST, Modifier.LESS_THAN):
        return float("-inf"), last
    if figure.modifier in (Modifier.ABOUT, Modifier.NEARLY):
        slack = 0.07 * abs(last)
        return first - slack, last + slack
    return first, last


def supersedes(
    later: Figure, earlier: Figure, words: str, later_at: datetime | None, earlier_at: datetime | None
) -> bool:
    """Return whether ``later`` (in a sentence of these ``words``) takes the place of ``earlier``."""
    if match(later, earlier).fits and match(earlier, later).fits:
        return False
    if "former" in earlier.thing.status and "former" not in later.thing.status:
        return True
    if "former" in later.thing.status or later_at is None or earlier_at is None:
        return False
    if later_at - earlier_at < LATER:
        return False
    if _UPDATING.search(words):
        return True
    voiced = of_two_voices(later.thing, earlier.thing)
    if later.kind is Kind.COUNT and later.thing.act in _RUNNING_DOWN and not voiced:
        return True
    if later.kind is Kind.COUNT and {later.thing.act, earlier.thing.act} <= STANDING and not voiced:
        return True  # the missing are found, the lights come on again: the count may fall
    grows = later.low is not None and earlier.low is not None and later.low > earlier.low
    return grows and later.thing.act in CUMULATIVE and later.kind is Kind.COUNT
