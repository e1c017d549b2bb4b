"""The last check, on what is about to leave: the words that were checked are the words that are sent.

A renderer escapes, wraps and marks up. Here its output is read back the way a reader's program would, and every
headline and sentence must stand in it, in order, exactly as it passed the check. What does not is not sent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

from briefing.data import Edition, Email
from briefing.errors import OutputError


def prove_rendered(edition: Edition, rendered: bytes, format: str) -> None:
    """Find every checked headline and sentence of ``edition`` in ``rendered``, in order (of a PDF in any).

    ``format`` is one of ``READ_BACK``.

    Raises:
        OutputError: one is missing or altered; nothing should be sent.
    """
    paper = format == "pdf"  # a page is painted box by box, in an order that is not its reader's
    fold = _close_up if paper else _squeeze
    visible = fold(READ_BACK[format](rendered))
    place = 0
    for brief in edition.briefs:
        for text in (brief.headline, *(sentence.text for sentence in brief.sentences)):
            found = visible.find(fold(text), place)
            if found < 0:
                raise OutputError(
                    f"{format}: “{text}” did not come through the renderer as it was checked; nothing was written"
                )
            if not paper:
                place = found if text == brief.headline else found + 1


def prove_email(edition: Edition, email: Email) -> None:
    """Find what a mail shows of ``edition`` in its HTML; its text part, subject and preheader likewise.

    A mail may leave out whole stories to stay under the size at which it is cut, so only what is there counts:
    a story is there when its first sentence is, and then all of its sentences must be.

    Raises:
        OutputError: something was altered; nothing should be sent.
    """
    prove_rendered(edition, email.text.encode(), "text")
    visible = _squeeze(_html(email.html))
    for brief in edition.briefs:
        texts = [_squeeze(sentence.text) for sentence in brief.sentences]
        if texts and texts[0] in visible:
            for text in (_squeeze(brief.headline), *texts):
                if text not in visible:
                    raise OutputError(
                        f"mail: “{text}” did not come through as it was checked; nothing was sent"
                    )
    allowed = {_squeeze(brief.headline) for brief in edition.briefs}
    subject = _squeeze(email.subject)
    if edition.briefs and not any(subject.endswith(headline) for headline in allowed):
        raise OutputError(
            f"mail: the subject “{subject}” is not a headline that was checked; nothing was sent"
        )


def _squeeze(text: str) -> str:
    """Fold white space: wrapping a line changes no word."""
    return " ".join(text.split())


def _close_up(text: str) -> str:
    """Leave white space out: on paper a space is a distance, and which of them are one can only be guessed."""
    return "".join(text.split())


def _markdown(rendered: bytes) -> str:
    """Undo CommonMark's backslash escapes (section 2.4: any ASCII punctuation)."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", rendered.decode())


def _pdf(rendered: bytes) -> str:
    """Read the pages, without the page number at the foot of each."""
    from io import BytesIO

    from pypdf import PdfReader

    pages = PdfReader(BytesIO(rendered)).pages
    texts = [page.extract_text().rstrip() for page in pages]
    return "\n".join(text.removesuffix(str(number)) for number, text in enumerate(texts, 1))


def _page(rendered: bytes) -> str:
    return _html(rendered.decode())


def _html(rendered: str) -> str:
    reader = _Visible()
    reader.feed(rendered)
    reader.close()
    return "".join(reader.parts)


def _json(rendered: bytes) -> str:
    return "\n".join(_strings(json.loads(rendered)))


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for child in children for text in _strings(child)]


class _Visible(HTMLParser):
    """Collects the text that a browser shows, without citation marks (``<sup>``)."""

    _hidden = ("head", "style", "script", "sup", "template")
    _blocks = ("p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "section", "article", "br", "tr")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a hidden element, or start a line at a block."""
        self._depth += tag in self._hidden
        if tag in self._blocks:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Leave a hidden element, or end the line of a block."""
        self._depth -= tag in self._hidden
        if tag in self._blocks:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if self._depth <= 0:
            self.parts.append(data)


READ_BACK: dict[str, Callable[[bytes], str]] = {
    "md": _markdown,
    "text": bytes.decode,
    "html": _page,
    "json": _json,
    "ninjs": _json,
    "pdf": _pdf,
}
"""How each format is read back; a renderer without an entry here cannot publish."""
