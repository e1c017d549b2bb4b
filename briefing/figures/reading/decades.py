"""Decades and years short of their century: 1990s, the late 1950s, the nineties, '90s, '07.

Promise: "the mid-30s" and "his forties" are no decades.
"""

from __future__ import annotations

from briefing.figures.reading.draft import Draft, date_draft
from briefing.figures.vocabulary import calendar as cal
from briefing.figures.vocabulary.numberwords import TEENS_DECADES
from briefing.figures.vocabulary.tokens import Tokens


def read_decade(t: Tokens, i: int) -> Draft | None:
    """1990s, 90s."""
    low = t.low[i]
    j = i + 1
    if t.word(j) == "'" and t.glued(j):
        j += 1
    if t.word(j) != "s" or not t.glued(j) or not low.isdecimal():
        return None
    if len(low) == 4 and low[3] == "0" and 1000 <= int(low) <= 2190:
        year = int(low)
        last = year + 99 if low.endswith("00") and year != 2000 else year + 9
        return _decade(t, i, j + 1, year, last)
    if (
        len(low) == 2
        and low[1] == "0"
        and t.word(i - 1) in {"the", "early", "late", "mid", "-"}
        and int(low) >= 20
    ):
        if int(low) <= 50 and t.word(i - 1) in {"mid", "-"}:
            return None  # the mid-30s: degrees or years of age
        year = 1900 + int(low)
        return _decade(t, i, j + 1, year, year + 9)
    return None


_PARTS_OF_TEN = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}  # the years of a decade each may mean


def _decade(t: Tokens, i: int, j: int, year: int, last: int) -> Draft:
    """Return the decade, or the part of it that the word before names: the late 1950s."""
    part = t.word(i - 2) if t.word(i - 1) == "-" else t.word(i - 1)
    key, unit = f"{year}s", "decade"
    if part in _PARTS_OF_TEN and last == year + 9:
        first, end = _PARTS_OF_TEN[part]
        year, last, key, unit = year + first, year + end, f"{part} {key}", "part of decade"
    return date_draft(i, j, unit, (cal.year_span(year)[0], cal.year_span(last)[1]), key)


def read_short_decade(t: Tokens, i: int) -> Draft | None:
    """'90s and '07."""
    low = t.word(i + 1)
    if (
        len(low) != 2
        or not low.isdecimal()
        or not t.glued(i + 1)
        or (t.glued(i) and t.word(i - 1)[-1:].isalnum())
    ):
        return None
    if low[1] == "0" and t.word(i + 2) == "s" and t.glued(i + 2):
        year = 1900 + int(low) if int(low) > 20 else 2000 + int(low)
        return date_draft(
            i, i + 3, "decade", (cal.year_span(year)[0], cal.year_span(year + 9)[1]), f"{year}s"
        )
    year = 2000 + int(low) if int(low) < 50 else 1900 + int(low)
    return date_draft(i, i + 2, "year", cal.year_span(year), str(year))


def read_spelled_decade(t: Tokens, i: int) -> Draft | None:
    """Read "the nineties"; "in his forties" is an age and is read elsewhere."""
    word = t.word(i)
    if word == "teens" or t.word(i - 1) not in {"the", "early", "late", "mid", "-", "swinging", "roaring"}:
        return None
    if t.word(i - 2) in {"his", "her", "their", "my", "our"} or t.word(i - 3) in {
        "his",
        "her",
        "their",
        "my",
    }:
        return None
    year = 1900 + TEENS_DECADES[word]
    return _decade(t, i, i + 1, year, year + 9)
