"""What several share equally, and what is paid in equal instalments, divided by how many they are.

Promise: the source says that the shares are equal; the division is written out.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Figure, Kind
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import Derivation, single_values
from briefing.figures.matching.scale import base_value
from briefing.figures.vocabulary.thesaurus import concept_of, concept_set


def equal_shares(claim: Figure, cues: frozenset[str], group: list[Spot]) -> Derivation | None:
    """Divide what several share equally, or what is paid in equal instalments: 10,000 for four are 2,500 each."""
    per_time = claim.kind is Kind.RATE and "/" in claim.unit
    if claim.low is None or claim.low != claim.high or not (per_time or claim.kind in _SHARED_OUT):
        return None
    for_each = per_time or "each" in claim.thing.status or not cues.isdisjoint(_EACH)
    sum_of, value = claim.unit.partition("/")[0] if per_time else base_value(claim)[0], base_value(claim)[1]
    value = claim.low if per_time else value
    for whole in single_values(group, (Kind.MONEY, Kind.MEASURE, Kind.COUNT)):
        even = (
            whole.words & _EVENLY
            and base_value(whole.figure)[0] == sum_of
            and whole.figure.modifier is claim.modifier
        )
        if not even or (per_time and not _in_instalments(whole, claim)):
            continue
        for sharers in _sharers(whole, group, per_time):
            many = sharers.figure.low if sharers is not whole else _TWO
            if many and for_each and base_value(whole.figure)[1] == value * many:
                return Derivation(f"{whole.figure.text} ÷ {many:f} = {claim.text}", (whole,))
    return None


def _sharers(whole: Spot, group: list[Spot], per_time: bool) -> list[Spot]:
    """Return the counts by which a sum may be divided: those of its sentence, or two where none is told."""
    counts = [
        p for p in single_values(group, (Kind.COUNT,)) if p.sentence == whole.sentence and p is not whole
    ]
    if per_time:
        return [p for p in counts if p.near & _INSTALMENTS]
    return [p for p in counts if not p.near & _INSTALMENTS and (p.figure.low or 0) > 1] or [whole]


def _in_instalments(whole: Spot, claim: Figure) -> bool:
    """Return whether a sum is paid in parts of the claim's period: "in five equal yearly instalments"."""
    return (
        bool(whole.words & _INSTALMENTS) and _PERIODIC.get(claim.unit.rpartition("/")[2], "") in whole.words
    )


_EACH = frozenset(("each", "apiece"))
_TWO = Decimal(2)
_SHARED_OUT = (Kind.MONEY, Kind.MEASURE, Kind.COUNT)
_INSTALMENTS = concept_set("instalment installment tranche")
_PERIODIC = {
    unit: concept_of(word) for unit, word in (("year", "yearly"), ("month", "monthly"), ("week", "weekly"))
}
_EVENLY = concept_set("equally evenly equal same half halves") | {"equally", "evenly", "sam"}
