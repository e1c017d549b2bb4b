"""From what a model says to one clean sentence: markup, prefixes and wrapping quotes go, nothing is added."""

from __future__ import annotations

import re

from briefing.split import split_text

_PREFIX = re.compile(
    r"^(?:(?:sure|certainly|of course|okay|ok)[,!.:]*\s+)?"
    r"(?:(?:here(?:'s| is| are)|this is|below is)\b[^:.\n]{0,80}:\s*|"
    r"(?:short|summary|sentence|answer|output|headline|report|news|one sentence|in short|rewritten|result)\s*:\s*)",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"\*\*|__|`+|^\s*(?:[-*•>]|#{1,6}|\d+[.)])\s+|</?[A-Za-z][^<>]{0,40}>|<\|[^|<>]{0,30}\|>|<n>",
    re.MULTILINE,
)
_SPACE_BEFORE_MARK = re.compile(r"\s+(?=[,.;:!?](?:\s|$))")
_WRAPPED = {('"', '"'), ("“", "”"), ("'", "'"), ("‘", "’"), ("«", "»")}


def tidy(text: str) -> str:
    """Return the first sentence of ``text`` without markup, prefix ("Here is the sentence:") or wrapping quotes."""
    lines = [_MARKS.sub("", line).strip() for line in _PREFIX.sub("", text.strip()).splitlines()]
    line = next((line for line in lines if line), "")
    line = _SPACE_BEFORE_MARK.sub("", " ".join(_PREFIX.sub("", line).split()))
    line = _unwrapped(line)
    spans = split_text(line)
    return line[spans[0][0] : spans[0][1]] if spans else ""


def _unwrapped(line: str) -> str:
    """Take quotes off that wrap the whole line and nothing less."""
    if (
        len(line) > 2
        and (line[0], line[-1]) in _WRAPPED
        and not any(q in line[1:-1] for q in (line[0], line[-1]))
    ):
        return line[1:-1].strip()
    return line
