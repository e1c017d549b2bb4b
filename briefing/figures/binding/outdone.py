"""A number that something else surpasses: "surpassing the 90 million deal they gave Olin" tells it of that deal alone.

Promise: only a verb of exceeding right before the number and its article decides; what stands before it is of the
other thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.data import QUANTITIES, Figure, Modifier, Thing
from briefing.figures.binding.words import Part, Token
from briefing.figures.reading.amounting import EXCEEDING
from briefing.figures.vocabulary.lexicon import DETERMINERS, is_light
from briefing.figures.vocabulary.thesaurus import ACT_OF

OUTDONE = "outdone"  # the status of a number that belongs to what is surpassed


def told_alone(line: Sequence[Token], part: Part, figure: Figure, thing: Thing) -> Thing:
    """Return the thing of a number that is surpassed without what is told of who surpasses it; any other as it is."""
    at = part.at
    if figure.kind not in QUANTITIES or figure.modifier is not Modifier.EXACT:
        return thing
    if at <= 1 or line[at - 1].low not in DETERMINERS:
        return thing
    than = line[at - 2].low == "than" and line[at - 3].low not in ("rather", "other")
    if not than and line[at - 2].low not in EXCEEDING:
        return thing
    behind = {t.concept for t in line[at + 1 : part.end]}
    return replace(
        thing,
        act=ACT_OF.get(thing.noun, "") if thing.act == line[at - 2].stem else thing.act,
        owner=tuple(w for w in thing.owner if w in behind),
        near=tuple(w for w in thing.near if w in behind),
        subject=(),
        status=(*thing.status, OUTDONE),
    )


def outdone_conflict(claim: Figure, source: Figure) -> str:
    """Return why a number is not of the claim's thing: the one of the two only surpasses what has it."""
    ours, theirs = claim.thing, source.thing
    if (OUTDONE in ours.status) is (OUTDONE in theirs.status):
        return ""
    shared = {w for w in ours.near if w in theirs.near and not is_light(w)}
    if is_surpassing(claim, source):
        return f"source gives {source.text} itself, not something beyond it" if shared else ""
    if OUTDONE in theirs.status:
        told = shared and not (_is_of_the_other(ours, theirs) and not shared & set(theirs.owner))
        return "" if told else f"source says that it was more than {source.text}"
    return "" if shared else f"source gives {source.text} itself, not something beyond it"


def _is_of_the_other(ours: Thing, theirs: Thing) -> bool:
    """Return whether a claim speaks of what surpasses a number, and not of all that the number is told of."""
    beyond = any(w in theirs.words and w not in theirs.near and not is_light(w) for w in ours.near)
    return beyond and any(w not in ours.words and not is_light(w) for w in theirs.near)


def is_surpassing(claim: Figure, source: Figure) -> bool:
    """Return whether the claim tells by a bound that the source's number was surpassed: "offered more than 90 million"."""
    above = claim.modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST)
    return above and OUTDONE in source.thing.status and OUTDONE not in claim.thing.status
