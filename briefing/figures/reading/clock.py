"""Clock times and their zones → minutes after midnight.

Promise: 1:00 am, 1 a.m., 2.15am, 17:30, 1530 GMT, noon, half past five and five o'clock are read; a score or a
ratio with a colon is not.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.clock_parts import (
    TWELVE_HOUR,
    ZONES,
    hour_at,
    meridiem_at,
    part_of_day,
    zone_after,
)
from briefing.figures.reading.draft import Draft
from briefing.figures.vocabulary.numberwords import SMALL, WEEKDAYS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_TWELVES = {"midnight": 0, "noon": 12, "midday": 12}


def read_time(t: Tokens, i: int) -> Draft | None:
    """Return the clock time that begins at token ``i``, or ``None``."""
    word = t.word(i)
    if word in _TWELVES:
        return _named(t, i, word)
    if word in {"12", "twelve"} and t.word(i + 1) in _TWELVES:
        return _time(t, i, i + 2, 0 if t.word(i + 1) == "midnight" else 12, 0)
    if word in {"half", "quarter"}:
        return _past(t, i)
    hour, minute, j = hour_at(t, i)
    if (spoken := _minutes_past(t, i)) is not None:
        return spoken
    if j < 0:
        return None
    if j == i + 3 and _seconds_follow(t, j) and meridiem_at(t, j + 2)[0] is not None:
        j += 2  # 7:56:30 pm: seconds are read and let go
    meridiem, after = meridiem_at(t, j)
    if meridiem is not None:
        return _time(t, i, after, hour % 12 + meridiem, minute) if 0 <= hour <= 12 else None
    part = part_of_day(t, j)
    if (
        part is not None
        and minute == 0
        and 1 <= hour <= 12
        and t.word(i - 1) in {"at", "around", "about", "by", "until", "before"}
    ):
        return _time(t, i, j, hour % 12 + part, 0)
    if t.word(j) == "o'clock" and 1 <= hour <= 12 and minute == 0:
        zone = part_of_day(t, j + 1)
        draft = _time(t, i, j + 1, hour % 12 + zone if zone is not None else hour, 0)
        if draft is not None and zone is None:
            draft.written_unit = TWELVE_HOUR
        return draft
    return _digital(t, i, j, hour, minute) if t.is_digits(i) else None


def _digital(t: Tokens, i: int, j: int, hour: int, minute: int) -> Draft | None:
    """Read 17:30, 1530 GMT, 9.30 GMT, 1800 hours; 2:03:45 is a duration."""
    if j == i + 3:
        if _seconds_follow(t, j):
            seconds = Decimal(hour * 3600 + minute * 60) + t.value[j + 1]
            return Draft(Kind.DURATION, i, j + 2, seconds, seconds, "second", "second", grain=Decimal(1))
        draft = _time(t, i, j, hour, minute) if _colon_is_time(t, i, j) else None
        if draft is not None and 1 <= hour <= 12 and len(t.low[i]) == 1:
            draft.written_unit = TWELVE_HOUR
        return draft
    low = t.low[i]
    zone = t.word(j) in ZONES and t.raw(j).isupper()
    if len(low) == 4 and low.isdecimal() and low[2:] < "60" and int(low[:2]) <= 24:
        if zone or (t.word(j) in {"hours", "hrs"} and low[0] in "012"):
            return _time(t, i, j if zone else j + 1, int(low[:2]), int(low[2:]))
        return None
    if len(low.partition(".")[2]) == 2 and (zone or _timetabled(t, i, j)):
        draft = _time(t, i, j, hour, minute)
        if draft is not None and not zone and 1 <= hour <= 12:
            draft.written_unit = TWELVE_HOUR
        return draft
    return None


_TIMETABLE = word_set(
    "leave leaves left leaving depart departs departed departing departure departures arrive arrives arrived arriving arrival train trains "
    "flight flights ferry bus buses sails sailed kick kicks doors open opens opened opening begin begins began start starts started "
    "curfew alarm clock scheduled due gather gathered meet meeting service services broadcast programme"
)
_TIME_PREPOSITIONS = word_set("at from until by before after around about")


def _timetabled(t: Tokens, i: int, j: int) -> bool:
    """Whether 9.15 is a time of day: a preposition before it, nothing counted after, and a timetable's word near."""
    after = t.word(j)
    if t.word(i - 1) in _TIME_PREPOSITIONS | {"for"} and after == "on" and t.word(j + 1) in WEEKDAYS:
        return True  # planned for 6.15 on Saturday
    if t.word(i - 1) not in _TIME_PREPOSITIONS or (after.isalpha() and after not in _AFTER_TIME):
        return False
    if after in {"%", "-", "/", "$"} or (t.word(i - 1) == "from" and t.word(i - 2) in {"up", "down"}):
        return False
    return any(t.word(k) in _TIMETABLE for k in range(max(0, i - 9), i))


_AFTER_TIME = word_set("on in and for with from to or the every each but while when as daily this")


def _seconds_follow(t: Tokens, j: int) -> bool:
    seconds = t.word(j + 1).partition(".")[0]
    return (
        t.word(j) == ":"
        and t.glued(j)
        and t.glued(j + 1)
        and len(seconds) == 2
        and t.value.get(j + 1, 60) < 60
    )


def _colon_is_time(t: Tokens, i: int, j: int) -> bool:
    if t.word(j) in {":", "."} and t.glued(j) and t.is_digits(j + 1) and t.glued(j + 1):
        return False
    return t.word(i - 1) not in {"in", "won", "of", "ratio"} or len(t.low[i]) == 2


def _time(t: Tokens, i: int, j: int, hour: int, minute: int) -> Draft | None:
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    zone = zone_after(t, j)
    if zone and t.word(j).upper() == zone:
        j += 1
    value = Decimal((hour % 24) * 60 + minute)
    return Draft(Kind.TIME, i, j, value, value, zone)


def _named(t: Tokens, i: int, word: str) -> Draft | None:
    if word != "midnight" and t.capital(i) and not t.sentence_start(i):
        return None
    return _time(t, i, i + 1, 0 if word == "midnight" else 12, 0)


_SPOKEN_MINUTES = {"five": 5, "ten": 10, "twenty": 20, "5": 5, "10": 10, "20": 20, "25": 25}


_CHANGED = word_set(
    "rose risen rise fell fallen fall grew increased decreased dropped climbed up down raised cut widened"
)


def _minutes_past(t: Tokens, i: int) -> Draft | None:
    """Read "at ten to three", "by twenty past five"."""
    shift = _SPOKEN_MINUTES.get(t.low[i])
    k = i + 1
    if t.word(i + 1) in {"minute", "minutes"} and t.word(i + 2) in {"past", "to", "after", "before"}:
        return _minutes_from(t, i)
    if t.low[i] == "twenty" and t.word(i + 1) == "-" and t.word(i + 2) == "five":
        shift, k = 25, i + 3
    if shift is None or t.word(k) not in {"to", "past"} or k + 1 >= len(t):
        return None
    if t.word(k) == "to" and t.word(i - 1) not in {"at", "by", "until", "before", "after"}:
        return None
    if t.word(i - 1) == "by" and any(t.word(n) in _CHANGED for n in (i - 2, i - 3)):
        return None  # "rose by five to nine"
    hour, minute, j = hour_at(t, k + 1)
    if (
        j < 0
        or minute
        or not 1 <= hour <= 12
        or (t.word(j).endswith("s") and t.word(j) != "this")
        or t.word(j) in {"percent", "per", "%", "people", "million", "-"}
    ):
        return None
    return _from_hour(t, i, j, hour, shift if t.word(k) == "past" else -shift)


def _from_hour(t: Tokens, i: int, j: int, hour: int, minutes: int) -> Draft:
    """Return so many minutes past (or to) the hour whose words end before token ``j``."""
    meridiem, after = meridiem_at(t, j)
    if meridiem is None:
        meridiem = _TWELVES.get(t.word(j - 1), part_of_day(t, j))
    value = Decimal(((hour % 12 + (meridiem or 0)) * 60 + minutes) % _A_DAY)
    unit = "" if meridiem is not None else TWELVE_HOUR
    return Draft(Kind.TIME, i, after, value, value, zone_after(t, after), unit)


_A_DAY = 1440  # minutes


def _minutes_from(t: Tokens, i: int) -> Draft | None:
    """Read "seven minutes past midnight", "12 minutes to nine"."""
    minutes = int(t.low[i]) if t.low[i].isdecimal() and len(t.low[i]) < 3 else SMALL.get(t.low[i], 0)
    word, back = t.word(i + 3), t.word(i + 2) in {"to", "before"}
    if not 0 < minutes < 60 or i + 3 >= len(t):
        return None
    if word in _TWELVES:
        start, j, unit = (0 if word == "midnight" else 720), i + 4, ""
    elif t.word(i + 2) in {"past", "to"}:
        hour, minute, j = hour_at(t, i + 3)
        if j < 0 or minute or not 1 <= hour <= 12 or _counts_after(t, j):
            return None
        start, unit = hour % 12 * 60, TWELVE_HOUR
    else:
        return None
    value = Decimal((start + (-minutes if back else minutes)) % _A_DAY)
    return Draft(Kind.TIME, i, j, value, value, zone_after(t, j), unit)


def _counts_after(t: Tokens, j: int) -> bool:
    """Whether a noun in the plural follows, which the number before it would count."""
    word = t.word(j)
    return word.isalpha() and len(word) > 3 and word.endswith("s") and word != "this"


def _past(t: Tokens, i: int) -> Draft | None:
    """Read "half past five", "quarter to six"."""
    relation = t.word(i + 1)
    if relation not in {"past", "to"} or (t.word(i) == "half" and relation == "to"):
        return None
    hour, minute, j = hour_at(t, i + 2) if i + 2 < len(t) else (0, 0, -1)
    if t.word(i + 2) in _TWELVES:
        hour, minute, j = 12, 0, i + 3
    if j < 0 or minute or not 1 <= hour <= 12:
        return None
    shift = {"half": 30, "quarter": 15}[t.word(i)]
    start = i - 1 if t.word(i - 1) == "a" else i
    return _from_hour(t, start, j, hour, shift if relation == "past" else -shift)
