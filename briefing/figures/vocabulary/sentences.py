"""Where the sentences of a text begin and end.

Promise: one linear pass, only as exact as binding needs; a point after an abbreviation ends none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.data import Figure

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


def by_sentence(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int, tuple[Figure, ...]]]:
    """Yield start and end of every sentence of ``text`` with those of ``figures`` that begin in it.

    One that goes on beyond the end, as a figure with a line break in it does, is taken in.
    """
    at = 0
    for start, end in sentence_spans(text):
        first = at
        while at < len(figures) and figures[at].start < end:
            at += 1
        own = tuple(figures[first:at])
        yield start, max(end, own[-1].end) if own else end, own
