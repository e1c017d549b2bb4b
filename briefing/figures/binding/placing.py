"""Where a figure stands beside the others of its sentence: reached by a change, set against one, of an earlier day.

Promise: read from the figure's own part and the part before it; a date that a change is only measured on is not its
own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.data import TEMPORAL, Direction, Figure, Kind, Thing
from briefing.figures.binding.clauses import LAST_DAY, is_last_day, opener_of_time
from briefing.figures.binding.keys import is_date
from briefing.figures.binding.roles import is_compared, on_a_period, than_in
from briefing.figures.binding.words import Part, Token, low_at
from briefing.figures.vocabulary.lexicon import DETERMINERS
from briefing.wordsets import word_set

_PROPORTIONS = (Kind.PERCENT, Kind.POINTS)
_POINTS = (Kind.DATE, Kind.TIME)
_MOVED = "moved"  # how far something rose or fell
_CARRIED = {
    "to": ("forecast", "planned"),
    "from": ("planned",),
}  # what will fall by two will fall to 28, from 30 now


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands before a part: the thing of the figure before it, and the place of the part's own verb (-1: none)."""

    thing: Thing | None
    verb: int


def place_beside(
    line: Sequence[Token], part: Part, figure: Figure, beside: Beside, role: str, status: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """Return role and status of a figure by what it is set beside.

    It is ``compared`` with another, ``reached`` by a change just named, ``moved`` itself, the ``start`` of a time, or of an ``earlier`` one.
    """
    before = beside.thing
    if figure.direction is not Direction.NONE:
        status = (*status, _MOVED, *((THROUGH,) if _is_of_a_way(line, part.at, figure) else ()))
    if role == "from" and is_compared(line, part.at):
        status = (*status, "compared")
        if before is not None and _MOVED in before.status and figure.kind in _PROPORTIONS:
            role = "change"  # "rose 0.3 percent, more than the 0.2 expected"
    if figure.kind in _POINTS and opener_of_time(line, part.at) in ("from", "since"):
        status = (*status, "start")
    if line[part.at].is_date and _is_between(line, part.at, before):
        status = (*status, BETWEEN)
    if figure.kind in _POINTS and is_last_day(line, part):
        status = (*status, LAST_DAY)
    if before is not None and beside.verb < 0 and "compared" not in before.status:
        status = (*status, *(s for s in before.status if s in _CARRIED.get(role, ()) and s not in status))
    if before is not None and role == "to" and before.role == "change":
        status = (*status, "reached")
    if not role and figure.kind not in TEMPORAL and _is_of_then(line, part):
        status = (*status, "earlier")
    return role, status


def _is_of_a_way(line: Sequence[Token], at: int, figure: Figure) -> bool:
    """Return whether a length is the way something went: "fell 30 feet down a cliff", "dropped 9 metres from a roof"."""
    behind = line[at + 1 : at + 3]
    if figure.kind is not Kind.MEASURE or len(behind) < _WAY:
        return False
    return behind[0].low in _WAYS and behind[1].low in DETERMINERS


_WAY = 2  # tokens: "down a"
_WAYS = word_set("down off over from into onto through")
THROUGH = "through"  # a length moved through, by which no level rose or fell


BETWEEN = "between"  # two dates, of which neither is that of what happens between them


def _is_between(line: Sequence[Token], at: int, before: Thing | None) -> bool:
    low = low_at(line, at - 1)
    return low == "between" or (low == "and" and before is not None and BETWEEN in before.status)


def _is_of_then(line: Sequence[Token], part: Part) -> bool:
    """Return whether a date counted back from now opens or closes the part: "a year ago it had 21", "21 a year ago"."""
    opening = [t.low for t in line[part.start : part.at] if t.is_word][:3]
    if len(opening) > 2 and opening[1] in _SPANS and opening[2] in _BACK:
        return True
    first = next((t for t in line[part.start : part.at] if t.is_word or t.figure >= 0), None)
    last = next((t for t in reversed(line[part.at + 1 : part.end]) if t.is_word or t.figure >= 0), None)
    return any(t is not None and t.is_date and t.low.endswith(" ago") for t in (first, last))


_SPANS = word_set("year month week decade quarter day")
_BACK = word_set("before earlier previously")  # "A year earlier it carried 3.6 million"


def _is_possessed(line: Sequence[Token], at: int) -> bool:
    """Return whether a number says how many somebody has, whatever befalls them: "Tarn's 900 drivers", "its 12 factories"."""
    before = low_at(line, at - 1)
    return before in _POSSESSIVES or before in ("'", "’") or before.endswith(("'s", "’s"))


_POSSESSIVES = word_set("its their his her our whose")


def without_base(
    line: Sequence[Token], part: Part, figure: Figure, role: str, owner: tuple[str, ...]
) -> tuple[str, ...]:
    """Return ``owner`` without the dates that are not the number's.

    A change is only measured on them ("15 percent on 2024", "40 more than in May"); how many somebody has holds at any time
    ("the strike of Tarn's 900 drivers ends on Friday").
    """
    if figure.kind is Kind.COUNT and _is_possessed(line, part.at):
        return tuple(w for w in owner if not is_date(w))
    if role != "change" and figure.gap is Direction.NONE and figure.direction is Direction.NONE:
        return owner
    based = {
        line[place].concept
        for place in range(part.at + 1, part.end)
        if line[place].is_date
        and (
            than_in(line, place)
            or on_a_period(line, place)
            or line[place - 1].low in ("than", "from", "against")
        )
    }
    return tuple(w for w in owner if w not in based)
