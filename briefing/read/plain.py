"""Plain text and Markdown → one record a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from briefing.dates import read_date
from briefing.read.found import Found, Record

_FRONT_LINE = re.compile(r"([A-Za-z][\w -]{0,30}):\s*(.*)")
_MIN_WRAPPED_LINES = 6
_WRAP_CHARACTERS = (50, 100)  # text files and mail are wrapped between these
_KEYS = {
    "source": "publisher",
    "site": "publisher",
    "date": "published",
    "headline": "title",
    "lang": "language",
}


def from_text(text: str, place: str) -> Found:
    """Return a plain text as one record; lines broken at a fixed width are joined again."""
    return Found((Record(place=place, text=unwrapped(text)),))


def from_markdown(text: str, place: str) -> Found:
    """Return the words of a Markdown text; its front matter or first heading gives title, publisher, date."""
    from markdown_it import MarkdownIt

    fields, body = _front_matter(text)
    lines: list[str] = []
    title = fields.get("title", "")
    previous = ""
    for token in MarkdownIt("commonmark").parse(body):
        if token.type == "inline":
            words = "".join(_words(token.children or [])).strip()
            if previous == "h1" and not title and not lines:
                title = words
            elif words:
                lines.append(words)
        elif token.type in ("code_block", "fence") and token.content.strip():
            lines.append(token.content.strip())
        elif token.type == "html_block":
            from briefing.read.page import text_of

            lines.append(text_of(token.content))
        previous = token.tag
    record = Record(
        place=place,
        text="\n".join(line for line in lines if line),
        title=title,
        publisher=fields.get("publisher", ""),
        published=read_date(fields.get("published")),
        url=fields.get("url", ""),
        language=fields.get("language", "").lower(),
    )
    return Found((record,))


def _words(tokens: list[Any]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " " if token.type == "softbreak" else "\n"


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the ``key: value`` lines between two lines of ``---`` at the very top, and the rest."""
    if not text.startswith("---"):
        return {}, text
    lines = text.split("\n")
    end = next((at for at in range(1, min(len(lines), 60)) if lines[at].strip() in ("---", "...")), 0)
    pairs = [_FRONT_LINE.match(line) for line in lines[1:end]]
    if not end or not any(pairs):
        return {}, text
    fields = {pair[1].strip().lower(): pair[2].strip().strip("\"'") for pair in pairs if pair}
    return {_KEYS.get(key, key): value for key, value in fields.items()}, "\n".join(lines[end + 1 :])


def unwrapped(text: str) -> str:
    """Return ``text`` with the lines of a paragraph joined, where it was broken at a fixed width.

    That is so when most lines inside paragraphs are about equally long and few end a sentence; a list, a poem
    or a text with a paragraph a line stays as it is.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    inner = [line for line, after in pairwise(lines) if line.strip() and after.strip()]
    low, high = _WRAP_CHARACTERS
    if len(inner) < _MIN_WRAPPED_LINES:
        return text
    lengths = sorted(len(line.rstrip()) for line in inner)
    width = lengths[-1]
    full = sum(length > width - 20 for length in lengths)
    ended = sum(line.rstrip().endswith((".", "!", "?", '"', "”", ":")) for line in inner)
    if not low <= width <= high or full < 0.7 * len(inner) or ended > 0.5 * len(inner):
        return text
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([])
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)
