"""Plain text: what a terminal shows, a printer prints at six in the morning, and a mail carries beside its HTML.

Never wider than ``COLUMNS``, except for an address, which would no longer work if broken.
"""

from __future__ import annotations

import textwrap
from itertools import groupby

from briefing.data import Edition
from briefing.render import words
from briefing.render.evidence import Source, Told
from briefing.render.ledger import Line
from briefing.render.view import Item, View, view

REASONS = 6  # the commonest reasons named for each step; the rest are counted together
COLUMNS = 78  # fits an 80-column terminal and the line length that mail clients quote without breaking


def render(edition: Edition, *, list_dropped: bool = False) -> str:
    """Return the edition as plain text, ending in a newline."""
    shown = view(edition)
    parts = [_masthead(shown)]
    if not shown.items:
        parts.append("No story could be published.")
    for name, items in shown.sections:
        if name:
            parts.append(name.upper() + "\n" + "=" * len(name))
        parts.extend(_item(item) for item in items)
    parts.append("-" * COLUMNS + "\n" + _foot(shown, list_dropped))
    return "\n\n".join(parts) + "\n"


def _masthead(shown: View) -> str:
    cutoff = f" · reports up to {shown.cutoff}" if shown.cutoff else ""
    lines = [shown.title.upper(), f"{shown.day}, {shown.made}{cutoff}", shown.counts, "=" * COLUMNS]
    for correction in shown.corrections:
        lines.append(_wrap(f"CORRECTION  {correction}", hang=12))
    if shown.corrections:
        lines.append("-" * COLUMNS)
    if len(shown.items) > 1:
        lines.append("")
        lines += [_wrap(f"{item.number:>3}  {item.headline}", hang=5) for item in shown.items]
        lines += ["", "-" * COLUMNS]
    return "\n".join(lines)


def _item(item: Item) -> str:
    number = f"{item.number}. "
    title = _wrap(number + item.headline, hang=len(number))
    rule = "-" * max(map(len, title.splitlines()))
    head = "\n".join((title, rule, _wrap(standing(item), 3), *([_wrap(item.why, 3)] if item.why else [])))
    body = [head]
    if item.changes:
        body.append("\n".join(["   WHAT IS NEW", *(_wrap(f"- {c}", 5, 2) for c in item.changes)]))
    told = [prose(told) for told in item.sentences]
    body.append(
        "\n".join(_wrap(f"- {line}", 3, 2) for line in told) if item.bullets else _wrap(" ".join(told), 3)
    )
    if item.differences:
        rows = [_wrap(f"{line.label}: {sides(line)}", 5, 2) for line in item.differences]
        body.append("\n".join(["   WHERE SOURCES DIFFER", *rows]))
    if item.figures:
        body.append("\n".join(["   FIGURES", *_table(item.figures)]))
    body.append("\n".join(["   SOURCES", *(_source(source) for source in item.sources)]))
    return "\n\n".join(body) + "\n"


def prose(told: Told) -> str:
    """Return a sentence with its citation marks."""
    return told.text + (" " if told.marks else "") + "".join(f"[{mark.number}]" for mark in told.marks)


def standing(item: Item) -> str:
    """Return the line under a headline: who reports it, how old the latest report is, whether it is an update."""
    parts = [words.listed(item.publishers)]
    if item.newest:
        parts.append(f"latest {item.newest}" + (f", {item.age}" if item.age else ""))
    if item.sent_before:
        parts.append(f"update, last sent {item.sent_before}")
    return " · ".join(parts)


def sides(line: Line) -> str:
    """``9 (AFP, 07:40), but 7 (BBC, 06:10)``."""
    return ", but ".join(f"{value.text} ({value.who})" for value in line.current or line.values)


def _table(lines: tuple[Line, ...]) -> list[str]:
    rows: list[tuple[str, str, str]] = []
    for line in lines:
        for place, value in enumerate(line.values):
            note = value.who if value.current else f"{value.who} (earlier)"
            rows.append((line.label if place == 0 else "", value.text, note))
    label = min(max(len(row[0]) for row in rows), 28)
    figure = min(max(len(row[1]) for row in rows), 22)
    table: list[str] = []
    for name, text, note in rows:
        cells = (
            textwrap.wrap(name, label) or [""],
            textwrap.wrap(text, figure) or [""],
            textwrap.wrap(note, COLUMNS - 9 - label - figure, break_long_words=False) or [""],
        )
        for at in range(max(map(len, cells))):
            one, two, three = (cell[at] if at < len(cell) else "" for cell in cells)
            table.append(f"     {one:<{label}}  {two:<{figure}}  {three}".rstrip())
    return table


def _source(source: Source) -> str:
    parts = [source.publisher, f"“{source.title}”" if source.title else "", source.when]
    mark = f"[{source.number}] "
    lines = [_wrap(mark + ", ".join(part for part in parts if part), 5, len(mark))]
    if source.url:
        lines.append(" " * (5 + len(mark)) + source.url)
    if source.copies:
        lines.append(_wrap(f"Also carried by {words.listed(source.copies)}", 5 + len(mark)))
    return "\n".join(lines)


def _foot(shown: View, list_dropped: bool) -> str:
    lines = [_wrap(f"Could not be read: {line}", hang=2) for line in shown.missing]
    if list_dropped and shown.dropped:
        lines.append(f"Left out ({len(shown.dropped):,}):")
        for dropped in shown.dropped:
            said = f" “{words.clean(dropped.text)}”" if dropped.text else ""
            lines.append(
                _wrap(
                    f"- {words.clean(dropped.step)}: {words.clean(dropped.what)}: {words.clean(dropped.reason)}{said}",
                    2,
                    2,
                )
            )
    elif shown.tallies:
        lines.append(_wrap(left_out(shown), hang=2))
    lines += [_wrap(f"{name}: {value}", hang=2) for name, value in shown.recipe]
    return "\n".join(lines)


def left_out(shown: View) -> str:
    """``Left out: clean 12 (repeated passage 8, under 20 words 4); dedupe 2 (exact copy 2).``."""
    steps = []
    for step, group in groupby(shown.tallies, key=lambda tally: tally.step):
        tallies = tuple(group)
        reasons = [f"{tally.reason} ({tally.number:,})" for tally in tallies[:REASONS]]
        if len(tallies) > REASONS:
            reasons.append(f"other reasons ({sum(tally.number for tally in tallies[REASONS:]):,})")
        steps.append(f"{step}: {'; '.join(reasons)}")
    return f"Left out: {len(shown.dropped):,}. " + ". ".join(steps) + "."


def _wrap(text: str, indent: int = 0, hang: int = 0) -> str:
    return textwrap.fill(
        text,
        COLUMNS,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
