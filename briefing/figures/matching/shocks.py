"""Magnitudes of earthquakes: one left unnamed, and that of an aftershock beside that of the quake.

Promise: only a number with a decimal in a sentence that names a quake is a magnitude left unnamed.
"""

from __future__ import annotations

from briefing.data import Figure, Kind, Thing
from briefing.figures.reading.magnitudes import MAGNITUDE
from briefing.figures.vocabulary.thesaurus import concept

_SHOCKS = frozenset(("noun:earthquake", "noun:aftershock"))


def is_bare_magnitude(claim: Figure, source: Figure) -> bool:
    """Return whether the one is a magnitude and the other leaves the word out: "23 aftershocks, the strongest of 4.1"."""
    if MAGNITUDE not in (claim.unit, source.unit):
        return False
    bare = claim if source.unit == MAGNITUDE else source
    told = "bare" in bare.thing.status and not bare.unit and not _SHOCKS.isdisjoint(bare.thing.words)
    return told and bare.kind is Kind.COUNT and bare.low is not None and "." in bare.text


def another_shock(claim: Figure, source: Figure) -> str:
    """Return why a magnitude is not the claim's: one is that of the quake, the other of an aftershock."""
    if MAGNITUDE in (claim.unit, source.unit) and _shock(claim.thing) | _shock(source.thing) == _SHOCKS:
        return f"source gives {source.text} for another shock"
    return ""


def _shock(thing: Thing) -> frozenset[str]:
    """Return of which of the two a magnitude is, where its part names but one."""
    told = _SHOCKS.intersection(thing.near) or _SHOCKS.intersection((concept(thing.noun),))
    return frozenset(told) if len(told) == 1 else frozenset()
