"""render: an edition in the format asked for. The only code that knows output formats.

Each format is a module with a ``render`` of its own; ``view.py`` decides once for all of them what is shown,
in which order and under which number. The same edition always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing.errors import OutputError

if TYPE_CHECKING:
    from briefing.data import Edition, Email

FORMATS = {
    "md": "markdown",
    "text": "text",
    "html": "html",
    "json": "edition_json",
    "ninjs": "ninjs",
}

__all__ = ["FORMATS", "load", "render", "render_email", "render_pdf", "require"]


def render(edition: Edition, format: str, *, list_dropped: bool = False) -> str:
    """Return the edition in one of ``FORMATS``.

    ``list_dropped`` lists all that was left out where the format would otherwise only count it (Markdown
    and text). Raises ``OutputError`` for a format that is not known.
    """
    if format not in FORMATS:
        raise OutputError(f"format {format!r} is not known: choose one of {', '.join(FORMATS)}")
    options: dict[str, Any] = {"list_dropped": True} if list_dropped and format in ("md", "text") else {}
    text: str = import_module(f"briefing.render.{FORMATS[format]}").render(edition, **options)
    return text


def load(text: str) -> Edition:
    """Return the edition that ``render(edition, "json")`` wrote. Raises ``InputError`` where it is not one."""
    from briefing.render.edition_json import load as load_json

    return load_json(text)


def render_email(edition: Edition, *, web_url: str = "", unsubscribe_url: str = "") -> Email:
    """Return the edition as a mail: subject, preheader, HTML and plain text."""
    from briefing.render.email import render as render_mail

    return render_mail(edition, web_url=web_url, unsubscribe_url=unsubscribe_url)


def require(formats: Iterable[str]) -> None:
    """Make sure of what ``formats`` need before anything is written for them.

    Raises:
        OutputError: one needs a part that is not installed.
    """
    if "pdf" in formats:
        from briefing.render.pdf import available

        if problem := available():
            raise OutputError(problem)


def render_pdf(edition: Edition) -> bytes:
    """Return the edition as a PDF. Raises ``OutputError`` where WeasyPrint or its system library is missing."""
    from briefing.render.pdf import render as render_paper

    return render_paper(edition)
