"""Which of two levels a claim means: the one a source states, or the one it is set against.

"Trebled to 96 since 2021", "40 fewer than in Arden", "7.02pm, 23 minutes later than on Friday": beside the stated
level stands the way to another, of an earlier day or another thing. A claim means the other one only where it says
so. Promise: nothing is computed here; a claim that leaves it open means the stated level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.data import Direction, Figure, Kind
from briefing.figures.binding.apposed import AGAINST, OF_A_WHOLE
from briefing.figures.binding.keys import day_of, days, holds, span
from briefing.figures.binding.prospects import is_ahead
from briefing.figures.binding.spots import Spot
from briefing.figures.matching.counted import noun_relation
from briefing.figures.vocabulary.lexicon import BEING_OR_HAVING, EARLIER, is_light
from briefing.figures.vocabulary.thesaurus import CHANGES, concept, concept_set
from briefing.wordsets import word_set

_EARLIER = EARLIER | word_set("formerly used ago prior originally due scheduled should")
_DATING = word_set("before until")  # "before Wednesday" is not of Wednesday
_PRESENT = word_set("now currently today present still")
_HAD_BEEN = frozenset(("had", "been"))
_LAST = frozenset(("last",))
_LATER = word_set("now new will after becomes become makes brings bringing making then reach reaches reached")
_COMPARING = CHANGES | {"family:lead", "family:next", "family:length"}


@dataclass(frozen=True, slots=True)
class Step:
    """The way from a stated level to another: ``change`` says how far, ``later`` that the other is the later one."""

    level: Spot
    change: Spot
    later: bool = False
    days: frozenset[str] = frozenset()  # of the other level

    @property
    def compares(self) -> bool:
        """Whether the source names what the level is compared with; else it is that of an earlier time."""
        figure = self.change.figure
        return figure.gap is not Direction.NONE or AGAINST in figure.thing.status


def days_set_against(group: Sequence[Spot], level: Spot, change: Spot) -> frozenset[str]:
    """Return the days, as concepts, of what a level is compared with: "than on Friday", "since 2021"."""
    named = days(change.near) - level.near
    if change.figure.thing.role == "change":
        named -= set(change.figure.thing.owner)  # the day of the change is that of the level it led to
    for place in group:
        figure = place.figure
        beside = place.stands_beside(change)
        since = figure.kind is Kind.DATE and figure.thing.role == "from" and figure.when is not None
        if beside and since and level.figure.kind is not Kind.TIME:  # from 13 May it leaves at 7
            named.add(day_of(figure))
    return frozenset(named)


def claim_days(claim: Figure) -> frozenset[str]:
    """Return the days, as concepts, that a claim's own part names."""
    return frozenset(days((*claim.thing.near, *claim.thing.owner)))


def names_only_the_whole(claim: Figure, part: Spot, share: Spot) -> bool:
    """Return whether a claim names the whole of a share and nothing that the source says of the part alone."""
    if OF_A_WHOLE not in share.figure.thing.status or "part" in claim.thing.status:
        return False
    told = _content(frozenset(claim.thing.near)) - _EMPTY
    noun = {concept(claim.thing.noun), claim.thing.noun}
    beyond = _content(share.near) - part.near
    return bool(told & beyond) and not told - noun - beyond and claim.thing.act in _HAVING


def means_the_other(claim: Figure, cues: frozenset[str], step: Step) -> bool:
    """Return whether a claim speaks of the level that the source does not state."""
    thing = claim.thing
    if claim_days(claim) & step.days:
        return thing.role != "to"
    if step.later:
        return thing.role == "to" or bool(cues & _LATER)
    if thing.role == "to":
        return False
    if _is_earlier(claim, cues, step):
        return True
    return step.compares and (
        _names_what_is_compared(claim, step)
        or bool(
            cues & _PRESENT and all(holds(day, step.level.now) for day in step.days) and not _compared(step)
        )
    )


def _names_what_is_compared(claim: Figure, step: Step) -> bool:
    """Return whether a claim names what only the comparison names: "than expected", "than before the new oven came".

    Where the part of the change has nothing of its own, another deed told in the sentence will do: "5.50, 20 minutes after
    leaving Tarn".
    """
    own = {w for w in (*claim.thing.near, *claim.thing.subject) if not w.startswith(("d:", "o:", "act:"))}
    if told := _compared(step):
        return bool(own & told)
    level = step.level.figure.thing
    if not claim.thing.act or claim.thing.act == level.act:
        return False
    told = own & (_content(step.change.words) - set(level.subject))
    return bool(told if claim.kind is Kind.TIME else told & YARDSTICKS)


YARDSTICKS = concept_set(
    "record mark target budget limit estimate norm average forecast quota plan best capacity"
)


def _compared(step: Step) -> set[str]:
    """Return what the part of the change names and the level lacks; nothing for "than now"."""
    change, level = step.change, step.level
    told = _content(change.near) - _COMPARING
    return told - (level.near if level.sentence == change.sentence else set(change.figure.thing.subject))


def _content(words: frozenset[str]) -> set[str]:
    return {w for w in words if not w.startswith(("d:", "o:", "act:")) and not is_light(w)}


def _is_earlier(claim: Figure, cues: frozenset[str], step: Step) -> bool:
    thing = claim.thing
    if _is_to_come(step) and not is_ahead(claim.thing) and cues & _PRESENT:
        return True
    if thing.role == "from" or "former" in thing.status:
        return True
    own = claim_days(claim)
    of_the_level = own and own <= step.level.near
    if of_the_level and not cues & _DATING:
        return False  # "in March", of which the stated level is
    told = _EARLIER if "family:last" in step.level.near else _EARLIER | _LAST
    return bool(cues & told) or cues >= _HAD_BEEN


def _is_to_come(step: Step) -> bool:
    """Return whether the stated level is one of a day to come, so that the other is that of now."""
    now = step.level.now
    if now is not None and any(span(w)[0] > now.isoformat() for w in days(step.level.near)):
        return True
    return any({"planned", "upcoming"} & set(p.figure.thing.status) for p in (step.level, step.change))


_IN_ALL = word_set("total altogether overall all")
_HAVING = BEING_OR_HAVING | word_set("exist number total com stand amount")
_EMPTY = frozenset(("family:number", "family:total", "family:amount", "number", "total"))


def is_of_the_whole(claim: Figure, cues: frozenset[str], part: Spot, share: Spot) -> bool:
    """Return whether a claim speaks of the whole, where the source states a part and its share: "4,500 flats, a quarter of the town's".

    What befell the part is not said of the whole; what the whole has, is or numbers is, and words that only the share has
    ("of the town's") are of the whole.
    """
    thing = claim.thing
    if "part" in thing.status or thing.role == "change":
        return False
    if claim_days(claim) & days_set_against([], part, share):
        return True
    if thing.act not in _HAVING and thing.act == part.figure.thing.act:
        return False
    told = _content(frozenset(thing.near)) - _EMPTY
    if OF_A_WHOLE in share.figure.thing.status and told & (_content(share.near) - part.near):
        return True
    if thing.act not in _HAVING or told & (_content(part.words) - part.near):
        return False
    if cues & _IN_ALL:
        return True
    more = told - {concept(thing.noun)} - part.near
    deed = part.figure.thing.act or share.figure.thing.act  # that of the sentence, where the share parts it
    at_rest = deed not in _HAVING or not told <= part.near
    return at_rest and noun_relation(thing, part.figure.thing) == "same" and more <= set(thing.subject)
