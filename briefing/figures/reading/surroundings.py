"""What stands around each figure of a text once all are read: bounds, gaps and the way a change went.

Promise: no word that belongs to the figure before is read as one of this figure.
"""

from __future__ import annotations

from briefing.data import Direction, Kind, Modifier
from briefing.figures.reading.directions import direction_of
from briefing.figures.reading.draft import Draft
from briefing.figures.reading.gaps import gap_of
from briefing.figures.reading.modifiers import modifier_after, modifier_before
from briefing.figures.vocabulary.tokens import Tokens

_COMPARATIVE = frozenset({Modifier.MORE_THAN, Modifier.LESS_THAN})


def set_surroundings(t: Tokens, drafts: list[Draft]) -> None:
    """Set the modifier, the gap and the direction of each of ``drafts``, which are all of the text in order."""
    for n, draft in enumerate(drafts):
        if draft.kind in {Kind.NAME, Kind.IDIOM, Kind.UNREAD}:
            continue
        floor = drafts[n - 1].j if n else 0
        modifier, begin = modifier_before(t, draft.i, draft.kind)
        if begin < floor:
            modifier, begin = Modifier.EXACT, draft.i
        if draft.modifier is Modifier.EXACT:
            draft.modifier = modifier
            if (
                modifier in {Modifier.EXACT, Modifier.ABOUT}
                and (behind := modifier_after(t, draft.j)) is not None
            ):
                draft.modifier = behind
        if begin == floor and n and t.word(draft.i - 1) != t.word(begin) and draft.modifier in _COMPARATIVE:
            draft.modifier = Modifier.EXACT  # "4,000 fewer than twelve months earlier"
        draft.gap = gap_of(t, draft, begin)
        if draft.direction is Direction.NONE:
            draft.direction = direction_of(t, draft, begin)
        if draft.direction is Direction.NONE and n:
            last = next(
                (d for d in reversed(drafts[max(0, n - 4) : n]) if d.kind not in {Kind.DATE, Kind.IDIOM}),
                None,
            )
            draft.direction = _carried(t, last, draft, begin) if last is not None else Direction.NONE


def _carried(t: Tokens, last: Draft, draft: Draft, begin: int) -> Direction:
    """Carry a direction on: fell $1.25, *or* 1.5 %; rose 5 % in March *and* 3 % in April."""
    between = t.low[last.j : begin]
    same = draft.kind is last.kind and draft.unit == last.unit
    changes = {Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.MEASURE, Kind.COUNT}
    if last.direction is Direction.NONE or draft.kind not in changes:
        return Direction.NONE
    if between in ([",", "or"], ["or"], ["("], [",", "or", "about"]) and Kind.PERCENT in {
        draft.kind,
        last.kind,
    }:
        return last.direction
    goes_on = between == [","] and t.word(draft.j) in {",", "and"} and t.is_digits(draft.j + 1)
    listed = same and draft.kind in {Kind.PERCENT, Kind.POINTS} and (t.word(begin - 1) == "and" or goes_on)
    return last.direction if listed and len(between) <= 7 and "." not in between else Direction.NONE
