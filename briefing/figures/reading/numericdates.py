"""Dates in figures alone: 2026-06-03, 03/06/2026, 03.06.2026.

Promise: where a date has two readings, both are kept.
"""

from __future__ import annotations

import re

from briefing.figures.reading.draft import Context, Draft, date_draft
from briefing.figures.reading.years import four_digits
from briefing.figures.vocabulary import calendar as cal
from briefing.figures.vocabulary.tokens import Tokens

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


def read_iso(t: Tokens, i: int) -> Draft | None:
    """Read 2026-06-03."""
    if not (len(t.low[i]) == 4 and t.word(i + 1) == "-" and t.word(i + 3) == "-" and t.glued(i + 4)):
        return None
    match = _ISO.match(t.text, t.start[i])
    if match is None:
        return None
    found = cal.day(*(int(part) for part in match.groups()))
    if found is None:
        return None
    j = i + 5
    return date_draft(i, j, "day", (found, found), found.isoformat())


def read_slashed(t: Tokens, i: int, c: Context) -> Draft | None:
    """Read 03/06/2026, 2026/06/03, 3-6-2026; both readings are kept where both exist."""
    sign = t.word(i + 1)
    if sign not in {"/", "-"} or t.word(i + 3) != sign or not all(t.glued(i + n) for n in range(1, 5)):
        return None
    parts = [t.word(i), t.word(i + 2), t.word(i + 4)]
    if not all(p.isdecimal() and len(p) <= 4 for p in parts):
        return None
    if t.word(i + 5) == sign and t.glued(i + 5) and t.is_digits(i + 6):
        return None
    return _numeric(i, i + 5, parts, c)


def read_dotted(t: Tokens, i: int, c: Context) -> Draft | None:
    """03.06.2026, day first as everywhere that writes it so."""
    parts = t.low[i].split(".")
    if len(parts) != 3 or len(parts[2]) not in {2, 4} or len(parts[0]) > 2 or len(parts[1]) > 2:
        return None
    if len(parts[2]) == 2 and (t.word(i - 1) in {"version", "v", "ios", "firmware"} or parts[0] < "01"):
        return None
    draft = _numeric(i, i + 1, parts, c)
    if draft is not None and len(parts[2]) == 2 and not (1 <= int(parts[1]) <= 12 and len(parts[1]) == 2):
        return None
    if draft is not None and draft.or_when is not None:
        swapped = cal.day(int(four_digits(parts[2])), int(parts[1]), int(parts[0]))
        draft.when = draft.until = swapped
        draft.or_when = None
    return draft


def _numeric(i: int, j: int, parts: list[str], c: Context) -> Draft | None:
    if len(parts[0]) == 4:
        found = (
            cal.day(int(parts[0]), int(parts[1]), int(parts[2]))
            if len(parts[1]) <= 2 and len(parts[2]) <= 2
            else None
        )
        return date_draft(i, j, "day", (found, found), found.isoformat()) if found else None
    if len(parts[0]) > 2 or len(parts[1]) > 2 or len(parts[2]) not in {2, 4}:
        return None
    year = int(four_digits(parts[2]))
    a, b = int(parts[0]), int(parts[1])
    british, american = cal.day(year, b, a), cal.day(year, a, b)
    first, other = (american, british) if c.month_first else (british, american)
    found = first or other
    if found is None:
        return None
    draft = date_draft(i, j, "day", (found, found), found.isoformat())
    if first and other and first != other:
        draft.or_when = other
    return draft
