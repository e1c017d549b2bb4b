"""The parts of a clock time: hour and minute, morning or afternoon, and the zone.

Promise: no test looks back from its token.
"""

from __future__ import annotations

from briefing.figures.vocabulary.numberwords import SMALL, TENS, WEEKDAYS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

ZONES = word_set(
    "gmt utc ut bst est edt et cst cdt ct mst mdt mt pst pdt pt cet cest eet eest wet ist jst kst hkt sgt aest aedt acst awst nzst nzdt "
    "msk wat eat sast z pkt gst ict wib"
)
_MERIDIEM = {"am": 0, "pm": 12, "a": 0, "p": 12}
_WORD_ZONES = word_set("eastern central pacific mountain local london beijing moscow greenwich british")


def hour_at(t: Tokens, i: int) -> tuple[int, int, int]:
    """Hour, minute and the index after them; -1 where there is no hour."""
    low = t.low[i]
    if t.is_digits(i):
        whole, _, decimals = low.partition(".")
        if whole.isdecimal() and len(whole) <= 2 and int(whole) <= 24:
            if t.word(i + 1) == ":" and t.glued(i + 1) and t.glued(i + 2):
                minutes = t.word(i + 2)
                if minutes.isdecimal() and len(minutes) == 2 and int(minutes) < 60:
                    return int(whole), int(minutes), i + 3
            if not decimals:
                return int(whole), 0, i + 1
            if len(decimals) == 2 and int(decimals) < 60:
                return int(whole), int(decimals), i + 1
        if len(low) != 4 or not low.isdecimal():
            return 0, 0, -1
        twelve = "01" <= low[:2] <= "12" and low[2:] < "60" and t.word(i + 1) in {"am", "pm", "a", "p"}
        return (int(low[:2]), int(low[2:]), i + 1) if twelve else (0, 0, i + 1)
    if 1 <= SMALL.get(low, 0) <= 12:
        hour = SMALL[low]
        minute = TENS.get(t.word(i + 1), 0)
        if minute and minute < 60 and t.word(i + 2) in {"am", "pm", "a", "p"}:
            return hour, minute, i + 2
        return hour, 0, i + 1
    return 0, 0, -1


def meridiem_at(t: Tokens, j: int) -> tuple[int | None, int]:
    """Return the hours that am (0) or pm (12) adds, and the index after it; ``None`` where neither is written."""
    word = t.word(j)
    if word in {"am", "pm"}:
        return _MERIDIEM[word], j + 1
    if word in {"a", "p"} and t.word(j + 1) == "." and t.word(j + 2) == "m" and t.glued(j + 2):
        return _MERIDIEM[word], j + 4 if t.word(j + 3) == "." and t.glued(j + 3) else j + 3
    if word in {"a", "p"} and t.glued(j) and t.word(j + 1) == "m":
        return _MERIDIEM[word], j + 2
    return None, j


def part_of_day(t: Tokens, j: int) -> int | None:
    """Return the hours that "in the morning" or "this evening" adds, or ``None``."""
    if t.word(j) == "this" or (t.word(j) == "in" and t.word(j + 1) == "the"):
        return {"morning": 0, "afternoon": 12, "evening": 12}.get(
            t.word(j + 1 if t.word(j) == "this" else j + 2)
        )
    return None


def zone_after(t: Tokens, j: int) -> str:
    """Return the zone after a time, across a weekday and brackets: ``GMT``, ``local``; empty where none is named."""
    k = j
    for _ in range(4):
        word = t.word(k)
        if word in ZONES and t.raw(k).isupper():
            return t.raw(k)
        if word in _WORD_ZONES and t.word(k + 1) in {"time", "standard", "daylight", "mean", "summer"}:
            return {
                "greenwich": "GMT",
                "british": "BST",
                "eastern": "ET",
                "central": "CT",
                "pacific": "PT",
                "mountain": "MT",
            }.get(word, word)
        if word in {"(", ",", "on", "in", "the", "morning", "early"} or word in WEEKDAYS:
            k += 1
            continue
        return ""
    return ""


TWELVE_HOUR = "12-hour"  # the written unit of a time that leaves morning or afternoon open
