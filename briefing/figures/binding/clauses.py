"""The clause that a date or clock time dates, where a sentence tells of several points of time.

Promise: only marks and words that open a clause of another time cut; a test is linear in the words of its part.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.data import Figure
from briefing.figures.binding.parts import clipped, cut_between, marked_between
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, denies, low_at
from briefing.figures.vocabulary.lexicon import DETERMINERS, RELATIVES
from briefing.wordsets import word_set

_OTHER_TIME = word_set("after before since until till once")  # … a lorry struck it
_CONTRAST = word_set("although though while whereas but")
_REACH = 25  # tokens within which a clause shows its verb
_PARTING = 2  # the strength from which a mark between two dates makes them dates of two things
_JOINING = word_set("with or including leaving to from")  # what they open is dated by the same date


def dated_parts(line: Sequence[Token], places: Sequence[int], figures: Sequence[Figure]) -> list[Part]:
    """Return for each date or clock time the words it dates; a time and its day date the same ones."""
    parts = [Part(0, place, len(line)) for place in places]
    run = parts[:1]  # those of one clause
    for first, second in pairwise(parts):
        cut, mark = marked_between(line, first.at, second.at, _JOINING)
        if mark < _PARTING:
            cut = _infinitive(line, first.at, second.at)
        if not cut and not _of_one_clause(line, first, second, figures):
            cut = cut_between(line, first.at, second.at)
        if cut:
            for part in run:
                part.end = cut
            run = []
            second.start = cut
        else:
            second.start = first.start
        run.append(second)
    return [_dated_clause(line, clipped(line, part)) for part in parts]


LAST_DAY = "last-day"  # the status of a date until which something lasts
_UNTIL = word_set("until till through")
_NEVER = word_set("not never no cannot")  # "will not open until May" opens in May


def is_last_day(line: Sequence[Token], part: Part) -> bool:
    """Return whether something lasts until the date, and does not begin then."""
    before = opener_of_time(line, part.at)
    return before in _UNTIL and not any(t.low in _NEVER or denies(t.low) for t in line[part.start : part.at])


def opener_of_time(line: Sequence[Token], at: int) -> str:
    """Return the word before a point of time, of which day and hour are one: the "until" of Friday in "until 3am on Friday"."""
    joined = low_at(line, at - 1) in ("on", "at") and at > _HOUR_AND_DAY and line[at - 2].figure >= 0
    return low_at(line, at - _HOUR_AND_DAY if joined else at - 1)


_HOUR_AND_DAY = 3  # tokens: "until 3am on"


def aged_part(line: Sequence[Token], part: Part) -> Part:
    """Return what of ``part`` is said of whom an age in passing is beside: "he was killed and his passenger, 43, was hurt"."""
    behind = range(part.at + 2, min(part.end, part.at + _REACH))
    if line[part.at - 1].low not in (",", "(") or not any(is_verb(line, k) for k in behind):
        return part
    for place in range(part.at - 1, part.start, -1):
        if line[place].low in _JOINING_PEOPLE:
            before = range(max(part.start, place - _REACH), place)
            return Part(place, part.at, part.end) if any(is_verb(line, k) for k in before) else part
        if is_verb(line, place):
            break
    return part


_JOINING_PEOPLE = word_set("and but while whose")


def _infinitive(line: Sequence[Token], first: int, second: int) -> int:
    """Return where "to" and a verb open between two dates: "agreed on Monday to close it by May"; 0: nowhere."""
    for place in range(first + 1, second - 1):
        if line[place].low == "to" and is_verb(line, place + 1):
            return place
    return 0


def _of_one_clause(line: Sequence[Token], first: Part, second: Part, figures: Sequence[Figure]) -> bool:
    """Return whether two points of time are of one clause: the day and its hour, the month and its year."""
    one, other = figures[line[first.at].figure], figures[line[second.at].figure]
    return (one.kind, one.unit) != (other.kind, other.unit)


def _dated_clause(line: Sequence[Token], part: Part) -> Part:
    """Return what of ``part`` its date is said of: no clause that tells of a time before or after it."""
    start, inside = _start(line, part)
    return Part(start, part.at, _end(line, part, inside=inside or _in_apposition(line, part)))


def _in_apposition(line: Sequence[Token], part: Part) -> bool:
    """Return whether a date stands in a noun put in behind a comma: "9,000 fires, the fewest since 1961, and 40 floods"."""
    if not part.start or line[part.start - 1].low != "," or line[part.start].low not in DETERMINERS:
        return False
    return not any(is_verb(line, place) for place in range(part.start, part.at))


def _start(line: Sequence[Token], part: Part) -> tuple[int, bool]:
    """Return where the clause begins, and whether it is one of another time than the main clause's."""
    for place in range(part.at - 1, part.start - 1, -1):
        if place > part.start and line[place].low in RELATIVES and line[place - 1].low == ",":
            main = _main_clause(line, place, part.at)
            return (part.start, False) if main else (place, True)
        if not _opens(line, place, part.start, part.at):
            continue
        main = _main_clause(line, place, part.at)
        return (main, False) if main else (place, line[place].low in _OTHER_TIME)
    return part.start, False


def _main_clause(line: Sequence[Token], opener: int, at: int) -> int:
    """Return where the main clause begins behind a clause put before it: "After talks failed, they struck on Friday"."""
    for place in range(at - 1, opener, -1):
        if line[place].low == "," and any(
            is_verb(line, k) for k in range(place + 1, min(at, place + _REACH))
        ):
            return place + 1
    return 0


def _end(line: Sequence[Token], part: Part, *, inside: bool) -> int:
    for place in range(part.at + 1, part.end):
        if line[place].low == "," and inside:
            return place
        if _opens(line, place, part.start, part.end):
            return place
    return part.end


def _opens(line: Sequence[Token], place: int, start: int, stop: int) -> bool:
    """Return whether a clause with a verb of its own opens at ``place``."""
    low = line[place].low
    if low in _CONTRAST or _joins_clauses(line, place, start, stop):
        return True
    if low not in _OTHER_TIME:
        return False
    for k in range(place + 1, min(stop, place + _REACH)):
        if line[k].low in (",", ";"):
            return False
        if is_verb(line, k):
            return True
    return False


def follows_another_time(line: Sequence[Token], at: int, date: int) -> bool:
    """Return whether a date behind a number is that of what happened before it: "stands at 34 after the last was found on Friday"."""
    return any(
        line[place].low in _EARLIER and any(is_verb(line, k) for k in range(place + 1, date))
        for place in range(at + 1, date)
    )


_EARLIER = word_set("after since once")


def _joins_clauses(line: Sequence[Token], place: int, start: int, stop: int) -> bool:
    """Return whether a comma and "and" part two clauses with a verb each: "…, and a court freed her on 3 March"."""
    if line[place].low != "and" or line[place - 1].low != ",":
        return False
    sides = (range(max(start, place - _REACH), place), range(place + 1, min(stop, place + _REACH)))
    return all(any(is_verb(line, k) for k in side) for side in sides)
