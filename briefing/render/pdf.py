"""PDF: the HTML page on paper, by WeasyPrint, an optional part.

Nothing is fetched while it is made, and the same edition gives the same bytes.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import Any

from briefing.data import Edition
from briefing.errors import OutputError
from briefing.render.html import render as render_html

WANTED = "PDF needs WeasyPrint: pip install 'briefing[pdf]'"
LIBRARY = (
    "PDF needs the system library Pango, which is missing ({error}): install it "
    "(Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "Fedora: dnf install pango; macOS: brew install pango)"
)


def render(edition: Edition) -> bytes:
    """Return the edition as a tagged PDF. Raises ``OutputError`` where a part it needs is not installed."""
    weasyprint = _weasyprint()
    # Its log names CSS for screens that paper has no use for; what matters is raised.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    page = weasyprint.HTML(string=render_html(edition), url_fetcher=_refuse)
    made: bytes = page.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"briefing")
    return made


def available() -> str:
    """Return what is missing to make PDFs, and how to get it; empty where all is here."""
    try:
        _weasyprint()
    except OutputError as error:
        return str(error)
    return ""


def _weasyprint() -> Any:  # noqa: ANN401  (an optional module)
    try:
        return import_module("weasyprint")
    except ImportError as error:
        raise OutputError(WANTED) from error
    except OSError as error:
        reason = " ".join(str(error).split())[:120]
        raise OutputError(LIBRARY.format(error=reason)) from error


def _refuse(url: str, *_: object, **__: object) -> dict[str, Any]:
    raise ValueError(f"{url} is not fetched")
