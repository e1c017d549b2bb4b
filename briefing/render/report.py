"""A check report for people (each figure marked in its sentence, beside the source's) and for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence

from briefing.data import Article, Checked, CheckReport, Citation, Verdict

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


def report_as_text(report: CheckReport, articles: Sequence[Article], *, colour: bool = False) -> str:
    """Return the report as lines: verdict and reason, the words marked ⟦so⟧, and the source sentence."""
    publishers = {article.id: article.publisher for article in articles}
    blocks = [_block(checked, report.text, publishers, colour) for checked in _all(report)]
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
