"""A check report for people (each figure marked in its sentence, beside the source's) and for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence

from briefing.data import Article, Checked, CheckReport, Citation, Statement, Verdict
from briefing.terms import stem, words

_MARK = {
    Verdict.SUPPORTED: "✓",
    Verdict.DERIVED: "=",
    Verdict.UNSUPPORTED: "✗",
    Verdict.CONFLICTING: "≠",
    Verdict.NOT_UNDERSTOOD: "?",
}
_BOLD, _RED, _GREEN, _FAINT, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[0m"
CONTEXT_CHARS = (
    70  # on each side of the marked words: enough to recognise the sentence, one line of a terminal
)
NEAR_CHARS = 45  # on each side of a figure: what its own clause says
NEAREST = 2  # figures of the sources shown beside a refused one


def report_as_text(report: CheckReport, articles: Sequence[Article], *, colour: bool = False) -> str:
    """Return the report as lines: verdict and reason, the words marked ⟦so⟧, and the source sentence."""
    publishers = {article.id: article.publisher for article in articles}
    blocks = [_block(checked, report.text, publishers, colour) for checked in _all(report)]
    if any(_refused(checked) for checked in report.figures):
        from briefing.figures.ledger import build_ledger

        told = {(c.figure.kind, c.figure.low) for c in report.figures if c.verdict.passes and c.figure}
        stated = [
            statement
            for line in build_ledger(articles).lines
            for statement in line.statements
            if (statement.figure.kind, statement.figure.low) not in told
            and statement.figure.thing.role != "from"
        ]
        blocks = [
            "\n".join([block, *_nearest(checked, report.text, stated)])
            for block, checked in zip(blocks, _all(report), strict=True)
        ]
    return "\n\n".join([*blocks, _summary(report)])


def report_as_json(report: CheckReport) -> str:
    """Return the report as a JSON object: ``ok``, and ``figures``, ``quotes`` and ``names`` as lists."""
    content = {
        "ok": report.ok,
        "figures": [_record(checked) for checked in report.figures],
        "quotes": [_record(checked) for checked in report.quotes],
        "names": [_record(checked) for checked in report.names],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _all(report: CheckReport) -> list[Checked]:
    """Everything in order of the text; names that pass are left out, for they would drown the figures."""
    names = [name for name in report.names if not name.verdict.passes]
    return sorted((*report.figures, *report.quotes, *names), key=lambda c: (c.start, c.end))


def _block(checked: Checked, text: str, publishers: dict[str, str], colour: bool) -> str:
    hue = _GREEN if checked.verdict.passes else _RED
    head = f"{_MARK[checked.verdict]} {checked.text} — {checked.verdict}: {checked.reason}"
    lines = [f"{hue}{head}{_PLAIN}" if colour else head, f"    text    {_in_context(checked, text, colour)}"]
    lines += [f"    source  {_source(citation, publishers)}" for citation in checked.citations]
    return "\n".join(lines)


def _refused(checked: Checked) -> bool:
    return checked.verdict is Verdict.UNSUPPORTED and checked.figure is not None


def _nearest(checked: Checked, text: str, stated: Sequence[Statement]) -> list[str]:
    """Return what the sources do say that comes nearest to a refused figure: where an editor would look next."""
    if not _refused(checked) or checked.figure is None:
        return []
    wanted = _around(text, checked.start, checked.end)
    best: dict[object, tuple[int, float, str]] = {}
    for statement in stated:
        figure = statement.figure
        if figure.kind is not checked.figure.kind or not statement.citation.text:
            continue
        sentence = " ".join(statement.citation.text.split())
        at = max(sentence.find(figure.text), 0)
        shared = wanted & _around(sentence, at, at + len(figure.text))
        act = bool(figure.thing.act) and figure.thing.act == checked.figure.thing.act
        score = len(shared) + 2 * act
        if score >= 2:  # one word in common is chance
            when = f", {statement.as_of:%d %b %Y}" if statement.as_of else ""
            line = f"    nearest {figure.text} ({statement.publisher}{when}): {sentence}"
            value = figure.low if figure.low is not None else figure.text
            newest = -statement.as_of.timestamp() if statement.as_of else 0.0
            best[value] = min(best.get(value, (0, 0.0, "")), (-score, newest, line))
    return [line for *_, line in sorted(best.values())[:NEAREST]]


def _around(text: str, start: int, end: int) -> frozenset[str]:
    """Return the stems of the words with meaning near a figure."""
    near = f"{text[max(0, start - NEAR_CHARS) : start]} {text[end : end + NEAR_CHARS]}".casefold()
    return frozenset(stem(word) for word in words(near) if len(word) > 3 and not word.isdigit())


def _in_context(checked: Checked, text: str, colour: bool) -> str:
    before = " ".join(text[: checked.start].split())
    after = " ".join(text[checked.end :].split())
    opening = before if len(before) <= CONTEXT_CHARS else "…" + before[-CONTEXT_CHARS:]
    closing = after if len(after) <= CONTEXT_CHARS else after[:CONTEXT_CHARS] + "…"
    marked = f"{_BOLD}{checked.text}{_PLAIN}" if colour else f"⟦{checked.text}⟧"
    left = " " if opening and text[checked.start - 1 : checked.start].isspace() else ""
    right = " " if closing and text[checked.end : checked.end + 1].isspace() else ""
    return f"{opening}{left}{marked}{right}{closing}"


def _source(citation: Citation, publishers: dict[str, str]) -> str:
    return f"{publishers.get(citation.article_id, citation.article_id)}: {' '.join(citation.text.split())}"


def _summary(report: CheckReport) -> str:
    counts = [
        f"{sum(c.verdict.passes for c in group)} of {len(group)} {what} proved"
        for what, group in (
            ("figures", report.figures),
            ("quotations", report.quotes),
            ("names", report.names),
        )
        if group
    ]
    if not counts:
        return "No figure, quotation or name in the text: nothing to prove."
    return f"{'Passed' if report.ok else 'Failed'}: {', '.join(counts)}."


def _record(checked: Checked) -> dict[str, object]:
    return {
        "text": checked.text,
        "start": checked.start,
        "end": checked.end,
        "verdict": str(checked.verdict),
        "reason": checked.reason,
        "citations": [
            {"article": c.article_id, "start": c.start, "end": c.end, "text": c.text}
            for c in checked.citations
        ],
    }
