"""Where the sentences of a text begin and end.

Promise: one linear pass, only as exact as binding needs; a point after an abbreviation ends none.
"""

from __future__ import annotations

import re

_END = re.compile(r"(?:[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9£$€])|\n+)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|gen|col|lt|sgt|capt|rev|sen|rep|gov|st|mt|no|vs|inc|ltd|co|corp|jr|sr|approx|est|jan|feb|"
    r"mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)|\b[A-Za-z]|\b[ap]\.m)\.$",
    re.IGNORECASE,
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of ``text``; cheap, and only as exact as binding needs."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _END.finditer(text):
        if text[stop.start()] == "." and _ABBREVIATION.search(
            text[max(start, stop.start() - 8) : stop.start() + 1]
        ):
            continue
        spans.append((start, stop.end()))
        start = stop.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans
