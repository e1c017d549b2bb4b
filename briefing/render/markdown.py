"""Markdown (CommonMark with tables): for a wiki, a pull request, a static site, or a reader as it is.

Text from outside is escaped, so that it shows as it was written and makes neither mark-up nor HTML.
"""

from __future__ import annotations

import re

from briefing.data import Edition
from briefing.render import words
from briefing.render.evidence import Source, Told
from briefing.render.ledger import Line
from briefing.render.text import left_out, sides, standing
from briefing.render.view import Item, View, view

# What starts mark-up inside a line. Dots, dashes and brackets of prose that start none stay as they are.
_INLINE = re.compile(r"([\\`*_\[\]<>|~])|&(?=#?\w{1,32};)")
# A bare address would become a link of its own; a word joiner can't be used, so its colon is escaped.
_AUTOLINK = re.compile(r"(?<=\w)://")
_BLOCK = re.compile(r"^(\s*)([#>+-]|\d{1,9}[.)])(?=\s|$)")


def escape(text: str) -> str:
    """``text`` as CommonMark that shows exactly it."""
    text = _INLINE.sub(lambda found: "\\" + found[0], text)
    text = _AUTOLINK.sub(r"\\://", text)
    return _BLOCK.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", text)


def render(edition: Edition, *, list_dropped: bool = False) -> str:
    """Return the edition as Markdown, ending in a newline."""
    shown = view(edition)
    parts = [_masthead(shown)]
    if not shown.items:
        parts.append("No story could be published.")
    several = len(shown.items) > 1
    for name, items in shown.sections:
        if name:
            parts.append(f"## {escape(name)}")
        parts.extend(_item(item, "###" if name else "##", several) for item in items)
    parts.append("---\n\n" + _foot(shown, list_dropped))
    return "\n\n".join(parts) + "\n"


def _masthead(shown: View) -> str:
    cutoff = f" · reports up to {shown.cutoff}" if shown.cutoff else ""
    parts = [f"# {escape(shown.title)}", f"{shown.day}, {shown.made}{cutoff} · {shown.counts}"]
    parts += [f"> **Correction.** {escape(correction)}" for correction in shown.corrections]
    return "\n\n".join(parts)


def _item(item: Item, heading: str, several: bool) -> str:
    number = f"{item.number}. " if several else ""
    parts = [f"{heading} {number}{escape(item.headline)}", f"*{escape(standing(item))}*"]
    if item.why:
        parts.append(escape(item.why))
    if item.changes:
        parts.append("**What is new**\n\n" + "\n".join(f"- {escape(c)}" for c in item.changes))
    told = [_told(sentence) for sentence in item.sentences]
    parts.append("\n".join(f"- {line}" for line in told) if item.bullets else " ".join(told))
    if item.differences:
        rows = (f"- {escape(line.label)}: {escape(sides(line))}" for line in item.differences)
        parts.append("**Where sources differ**\n\n" + "\n".join(rows))
    if item.figures:
        parts.append(_table(item.figures))
    parts.append("**Sources**\n\n" + "\n".join(_source(source) for source in item.sources))
    return "\n\n".join(parts)


def _told(told: Told) -> str:
    marks = "".join(f"[{mark.number}]" for mark in told.marks)
    return escape(told.text) + (" " + marks if marks else "")


def _table(lines: tuple[Line, ...]) -> str:
    rows = ["| Figure | | Stated by | |", "|:--|--:|:--|:--|"]
    for line in lines:
        for place, value in enumerate(line.values):
            label = escape(line.label) if place == 0 else ""
            status = "earlier" if not value.current else line.status if place == 0 else ""
            marks = "".join(f"[{number}]" for number in value.numbers)
            rows.append(f"| {label} | {escape(value.text)} | {escape(value.who)} {marks} | {status} |")
    return "\n".join(rows)


def _source(source: Source) -> str:
    title = escape(source.title or source.url)
    linked = f"[{title}]({_target(source.url)})" if source.url else title
    parts = [escape(source.publisher), linked, source.when]
    line = f"{source.number}. " + ", ".join(part for part in parts if part)
    return line + (f". Also carried by {escape(words.listed(source.copies))}" if source.copies else "")


def _target(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29")


def _foot(shown: View, list_dropped: bool) -> str:
    parts = [f"Could not be read: {escape(line)}" for line in shown.missing]
    if list_dropped and shown.dropped:
        rows = []
        for dropped in shown.dropped:
            said = f" “{escape(words.clean(dropped.text))}”" if dropped.text else ""
            what = escape(words.clean(dropped.what))
            rows.append(
                f"- {escape(words.clean(dropped.step))}: {what}: {escape(words.clean(dropped.reason))}{said}"
            )
        parts.append("**Left out**\n\n" + "\n".join(rows))
    elif shown.tallies:
        parts.append(escape(left_out(shown)))
    parts.append(" · ".join(f"{name}: {escape(value)}" for name, value in shown.recipe))
    return "\n\n".join(parts)
