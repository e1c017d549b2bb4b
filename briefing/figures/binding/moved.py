"""What a date is beside the day something happens: the day it was reported, or one that was put off.

Promise: read from the words right before and behind the date, and from whether its sentence tells of a move.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.speakers import SAYING_VERBS
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Token, low_at
from briefing.figures.vocabulary.lexicon import DETERMINERS, PREPOSITIONS
from briefing.figures.vocabulary.stems import stem_set
from briefing.wordsets import word_set

OF_SAYING = "of-saying"  # the status of a day on which something was said, and not done
MOVED_TO = "moved-to"  # … and of one that another was put off to

_SET_FOR = word_set("planned scheduled due set expected intended announced slated timetabled")
_MOVING = stem_set("postpone delay defer reschedule cancel scrap extend advance shift move")
_MOVED_TO = word_set("put pushed brought moved")  # … back, off, forward
_WAS = word_set("was were been originally first initially previously once")
_TO = word_set("to until till on for from in by")
_WILL = word_set("will is are would")
_ANNOUNCING = SAYING_VERBS | word_set("announc nam confirm record releas publish updat")
_HEARERS = word_set(
    "reporters journalists parliament lawmakers mps statement report letter interview briefing conference news"
)
_ON = word_set("on late early earlier last") | _HEARERS
_REACH = 6  # tokens between who said it and the day


def standing_of_date(line: Sequence[Token], at: int) -> tuple[str, ...]:
    """Return what the words around a date say of it: it no longer holds, another was put off to it, it is one of saying."""
    if not line[at].is_date:
        return ()
    if is_of_saying(line, at):
        return (OF_SAYING,)
    moved = _tells_a_move(line)
    set_for = next((k for k in range(at - 1, max(at - 4, 0), -1) if line[k].low in _SET_FOR), 0)
    if set_for and (moved or line[set_for - 1].low in _WAS):
        return ("former", "replaced") if moved else ("former",)
    if _was_to_be(line, at) and any(_is_now_to_be(line, k) for k in range(at + 1, len(line))):
        return ("former",)  # "due to start on 2 April, will now begin on 14 May"
    before = low_at(line, at - 1)
    if moved and before == "from" and any(t.is_date for t in line[at + 1 :]):
        return ("former", "replaced")  # "moved from 2 April to 14 May"
    if before in _TO and ((moved and before in ("to", "until", "till")) or _is_now_to_be(line, at)):
        return (MOVED_TO,)
    return ()


def _was_to_be(line: Sequence[Token], at: int) -> bool:
    """Return whether something was to be done on the day: "due to start on", "was to open in", "planned for"."""
    for place in range(at - 1, max(at - _REACH, 0), -1):
        if not line[place].is_word:
            return False
        to_do = line[place].low in ("was", "were") and line[place + 1].low == "to"
        if to_do or line[place].low in _SET_FOR:
            return True
    return False


def is_another_sort_of_day(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether ``rival`` is no rival of the date that bears a claim out, since days of two sorts do not compete.

    The day of a report is none of what happened; a day put off is not current beside the one it was put off to.
    """
    if claim.kind is not Kind.DATE:
        return False
    said = [OF_SAYING in f.thing.status for f in (claim, best.figure, rival.figure)]
    if said[0] == said[1] != said[2]:
        return True
    if MOVED_TO not in best.figure.thing.status or "former" in claim.thing.status:
        return False
    older = rival.now is None or best.now is None or rival.now <= best.now
    return rival.article != best.article and older and MOVED_TO not in rival.figure.thing.status


def _tells_a_move(line: Sequence[Token]) -> bool:
    return any(
        t.stem in _MOVING or (t.low in _MOVED_TO and line[k + 1].low in ("back", "off", "forward", "to"))
        for k, t in enumerate(line[:-1])
    )


def _is_now_to_be(line: Sequence[Token], at: int) -> bool:
    """Return whether "now" tells that what is to come was to come at another time: "will now run from 23 March"."""
    if not line[at].is_date:
        return False
    near = range(max(1, at - _REACH), at)
    return any(line[k].low == "now" and line[k - 1].low in _WILL for k in near)


def is_of_saying(line: Sequence[Token], at: int) -> bool:
    """Return whether the day is that of the report: "said on Tuesday", "reported 160 cases on Sunday", "on Friday put"."""
    if line[at].concept.count(":") != 1:
        return False  # a month or a quarter is what a report is about
    if at + 1 < len(line) and line[at + 1].stem in _ANNOUNCING and is_verb(line, at + 1):
        return True
    if line[at - 1].low not in _ON and line[at - 1].stem not in _ANNOUNCING:
        return False
    if at + 1 < len(line) and line[at + 1].low in ("'", "’"):
        return False  # "said on Sunday's march"
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = line[place]
        if token.is_word and is_verb(line, place):
            return token.stem in _ANNOUNCING and _is_told(line, place, at)
        if not token.is_word and token.concept != "#":
            return False
        if token.low == "that":
            return False
    return False


def _is_told(line: Sequence[Token], verb: int, at: int) -> bool:
    """Return whether nothing but the hearers, a number and small words stands between the verb and the day."""
    return all(
        t.low in PREPOSITIONS | DETERMINERS | _HEARERS
        or t.concept == "#"
        or (not t.is_name and line[verb].stem not in _SPEAKING)
        for t in line[verb + 1 : at]
    )


_SPEAKING = word_set("say tell speak announc claim believ")  # whose object is a clause
