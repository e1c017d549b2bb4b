"""Magnitudes of earthquakes told without the word: 5.9 on the Richter scale, a quake measuring 6.8, a 7.1 quake.

Promise: only a bare number of one decimal from 1 to 10 is taken, beside a quake or with its scale named.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.draft import Draft
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

MAGNITUDE = "magnitude"
_SCALES = word_set("richter magnitude moment")
_SCALE_REACH = 6  # tokens in which "on the open-ended Richter scale" closes
_QUAKES = word_set(
    "quake quakes earthquake earthquakes aftershock aftershocks foreshock foreshocks tremor tremors temblor temblors"
)
_MEASURING = word_set("measuring measured measures registering registered registers")
_LINKS = word_set("of was were is at")
_QUAKE_REACH = 12  # tokens back from a number within which the quake is named that it measures
_LEAST, _MOST = 1, 10


def read_magnitudes(t: Tokens, drafts: list[Draft]) -> None:
    """Give the bare numbers among ``drafts`` that measure a quake their unit."""
    for n, draft in enumerate(drafts):
        if not draft.is_plain or not _may_measure(draft):
            continue
        limit = drafts[n + 1].i if n + 1 < len(drafts) else len(t)
        end = _scale_end(t, draft.j, limit)
        if end or _measures_quake(t, draft):
            as_magnitude(draft).j = end or draft.j


def as_magnitude(draft: Draft) -> Draft:
    """Return a bare number as the magnitude of a quake."""
    draft.kind, draft.unit, draft.written_unit, draft.bare = Kind.MEASURE, MAGNITUDE, MAGNITUDE, False
    return draft


def _may_measure(draft: Draft) -> bool:
    return draft.low is not None and draft.high is not None and _LEAST <= draft.low <= draft.high < _MOST


def _scale_end(t: Tokens, j: int, limit: int) -> int:
    """Return where "on the Richter scale" ends that follows a number; 0: none follows."""
    if t.word(j) != "on":
        return 0
    for k in range(j + 1, min(limit, j + _SCALE_REACH)):
        if t.word(k) == "scale":
            return k + 1 if _SCALES & set(t.low[j:k]) else 0
    return 0


def _measures_quake(t: Tokens, draft: Draft) -> bool:
    """Return whether a number with a decimal is what a quake of its sentence measures."""
    if draft.grain is None or draft.grain != _TENTH:
        return False
    after = t.word(draft.j)
    if after in _QUAKES:
        return True
    before = t.word(draft.i - 1)
    if before in _LINKS:
        return t.word(draft.i - 2) in {MAGNITUDE, *_QUAKES}
    if before not in _MEASURING or (after.isalpha() and after.endswith("s")):
        return False
    for k in range(draft.i - 1, max(-1, draft.i - 1 - _QUAKE_REACH), -1):
        if t.word(k) in {".", ";", ":", "!", "?"}:
            return False
        if t.word(k) in _QUAKES:
            return True
    return False


_TENTH = Decimal("0.1")
