"""A mail of an edition: subject, preheader, HTML with its styles inlined, and a plain-text part.

It stays under the size at which Gmail cuts a mail off. What must go goes in a fixed order and is named in the
mail: first the sources' words, then the tables of figures, last the prose of the lower stories, whose
headlines stay. Subject and preheader are whole headlines: half a sentence could say another thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.data import Edition, Email
from briefing.render import words
from briefing.render.html import environment
from briefing.render.text import left_out, standing
from briefing.render.text import render as render_text
from briefing.render.view import View, view

if TYPE_CHECKING:
    from css_inline import CSSInliner

MAX_BYTES = 100_000  # Gmail cuts at 102 kB; what a provider's link tracking adds needs a little room
PREHEADER_CHARACTERS = 130  # what the widest lists of mails show beside the subject


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of an edition a mail shows; ``notice`` says what is not shown, empty when all is."""

    quotes: bool = True
    figures: bool = True
    stories: int = -1
    sources: bool = True
    notice: str = ""


def render(
    edition: Edition, *, web_url: str = "", unsubscribe_url: str = "", max_bytes: int = MAX_BYTES
) -> Email:
    """Return the edition as a mail.

    ``web_url`` is where the same edition lies as a page: figures then lead to the words that bear them out
    there. ``unsubscribe_url`` is linked at the end. ``max_bytes`` bounds the HTML, counted in UTF-8.
    """
    shown = view(edition)
    subject = _subject(shown)
    preheader = _preheader(shown)
    links = (words.safe_url(web_url), words.safe_url(unsubscribe_url))
    html = ""
    for cut in _cuts(len(shown.items)):
        html = _html(shown, cut, preheader, *links)
        if len(html.encode()) <= max_bytes:
            break
    return Email(subject, preheader, html, _text(edition, *links))


def _subject(shown: View) -> str:
    return f"{shown.title}: {shown.items[0].headline}" if shown.items else f"{shown.title}: no stories"


def _preheader(shown: View) -> str:
    """Return the corrections, then the next headlines, each whole, as many as a list of mails shows."""
    parts = [f"Correction: {line}" for line in shown.corrections]
    parts += [item.headline for item in shown.items[1:]]
    if not parts and shown.items:
        parts = [standing(shown.items[0])]
    text = ""
    for part in parts:
        longer = f"{text} · {part}" if text else part
        if text and len(longer) > PREHEADER_CHARACTERS:
            break
        text = longer
    return text


def _cuts(stories: int) -> list[Cut]:
    quotes = "the words of the sources"
    cuts = [
        Cut(),
        Cut(quotes=False, notice=f"Left out here to keep this mail short enough to arrive whole: {quotes}."),
    ]
    shorter = (
        f"Left out here to keep this mail short enough to arrive whole: {quotes} and the tables of figures"
    )
    cuts.append(Cut(quotes=False, figures=False, notice=f"{shorter}."))
    kept = stories
    while kept > 1:
        kept = max(1, kept * 3 // 4)
        rest = words.count(stories - kept, "story", "stories")
        told = f"{shorter}; {rest} at the end shown by headline and sources only."
        cuts.append(Cut(quotes=False, figures=False, stories=kept, notice=told))
    told = f"{shorter}, and of all but the first story all save the headlines."
    return [*cuts, Cut(quotes=False, figures=False, stories=1, sources=False, notice=told)]


def _html(shown: View, cut: Cut, preheader: str, web_url: str, unsubscribe_url: str) -> str:
    template = environment().get_template("email.html")
    stories = len(shown.items) if cut.stories < 0 else cut.stories
    page = template.render(
        edition=shown,
        left_out=left_out(shown) if shown.dropped else "",
        cut=cut,
        whole=stories,
        preheader=preheader,
        web_url=web_url,
        unsubscribe_url=unsubscribe_url,
    )
    return _inliner().inline(page)


@cache
def _inliner() -> CSSInliner:
    from css_inline import CSSInliner

    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def _text(edition: Edition, web_url: str, unsubscribe_url: str) -> str:
    lines = [render_text(edition)]
    if web_url:
        lines.append(f"This edition as a page: {web_url}\n")
    if unsubscribe_url:
        lines.append(f"To stop these mails: {unsubscribe_url}\n")
    return "\n".join(lines)
