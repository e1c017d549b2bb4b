"""HTML → text: a whole page by trafilatura, a fragment (a feed's or a record's body) by its own tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from briefing.dates import read_date
from briefing.read.found import Found, Record, domain, left_out

_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *(
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
        ),
        *("pre", "section", "table", "td", "th", "tr", "ul"),
    ]
)
_SILENT = frozenset(
    ["script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "select", "button"]
)
_TITLE_END = re.compile(r"(.+\S)\s+([|–—-])\s+(\S[^|]*)$", re.DOTALL)
_MAX_SITE_WORDS = 4
_SPACE = re.compile(r"[ \t\n\r\f\v]+")


def from_page(html: str, place: str, url: str = "") -> Found:
    """Return the article of a page, with what the page says of its title, publisher, time and address."""
    import trafilatura

    tree = parse(html)
    if tree is None:
        return Found(dropped=(left_out(place, "no HTML in it"),))
    published, language = (
        published_of(tree),
        (tree.get("lang") or "").lower()[:12],
    )
    try:
        document = trafilatura.bare_extraction(
            html, url=url or None, with_metadata=True, include_comments=False
        )
    except (RecursionError, ValueError, AttributeError, TypeError) as error:
        return Found(
            dropped=(left_out(place, f"a page that cannot be taken apart ({type(error).__name__})"),)
        )
    text = (document.text or "") if document else ""
    if not document or not text.strip():
        return Found(dropped=(left_out(place, "no article found in the page"),))
    record = Record(
        place=place,
        text=text,
        title=without_site(document.title or "", document.sitename or "", url or document.url or ""),
        publisher=document.sitename or "",
        published=published or read_date(document.date),
        url=url or document.url or "",
        language=language,
    )
    return Found((record,))


def without_site(title: str, publisher: str, url: str) -> str:
    """Return a title without the site's own name after it: "Ferry burns | Meridian Daily"."""
    for _ in range(2):
        end = _TITLE_END.match(title)
        if not end:
            break
        head, mark, tail = end.groups()
        squashed = _squash(tail)
        known = squashed and any(
            squashed in name or name in squashed for name in (_squash(publisher), *_host(url)) if name
        )
        if not (known or (mark == "|" and len(tail.split()) <= _MAX_SITE_WORDS)):
            break
        title = head
    return title


def _squash(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _host(url: str) -> tuple[str, ...]:
    return tuple(part for part in domain(url).split(".")[:-1] if len(part) > 3)


def parse(html: str) -> Any:  # noqa: ANN401  (an lxml element, which has no types)
    """Return the tree of a page or fragment, or ``None`` where there is nothing to parse."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def text_of(html: str) -> str:
    """Return the words of an HTML fragment: a line for each block, nothing of scripts and styles."""
    tree = parse(f"<div>{html}</div>") if html.strip() else None
    if tree is None:
        return ""
    pieces: list[str] = []
    for kind, element in _walk(tree):
        if kind == "start":
            if element.tag in _BLOCKS:
                pieces.append("\n")
            pieces.append(_SPACE.sub(" ", element.text or "") if element.tag not in _SILENT else "")
        else:
            if element.tag in _BLOCKS:
                pieces.append("\n")
            pieces.append(_SPACE.sub(" ", element.tail or ""))
    lines = (line.strip() for line in _SPACE.sub(" ", "".join(_spaced(pieces))).split("\0"))
    return "\n".join(line for line in lines if line)


def looks_like_html(text: str) -> bool:
    """Return whether a text is HTML: paragraph tags or line breaks, not merely a ``<``."""
    head = text[:4_000].lower()
    return any(
        tag in head for tag in ("<p>", "<p ", "<br>", "<br/>", "<br />", "<div", "</p>", "<html", "<body")
    )


def _spaced(pieces: list[str]) -> Iterator[str]:
    """Mark the ends of blocks by NUL, so that the white space of the source can be folded first."""
    for piece in pieces:
        yield "\0" if piece == "\n" else piece.replace("\0", "")


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Yield the elements as they open and close, without those that hold no prose."""
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, opened = stack.pop()
        if opened or not isinstance(element.tag, str) or element.tag in _SILENT:
            yield "end", element
            continue
        yield "start", element
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def published_of(tree: Any) -> datetime | None:  # noqa: ANN401
    """Return when a page says it was published, to the second and with its zone where it says so."""
    for value in _said_dates(tree):
        moment = read_date(value)
        if moment:
            return moment
    return None


def _said_dates(tree: Any) -> Iterator[str]:  # noqa: ANN401
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            yield from _in_json(script.text)
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in (
            "article:published_time",
            "og:article:published_time",
            "datepublished",
            "parsely-pub-date",
        ):
            yield meta.get("content") or ""


def _in_json(text: str) -> Iterator[str]:
    try:
        stack = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            if isinstance(value.get("datePublished"), str) and "Article" in str(value.get("@type", "")):
                yield value["datePublished"]
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(reversed(value))
