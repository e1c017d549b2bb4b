"""Bytes and a name → the reader that knows the format. The one table of what can be read."""

from __future__ import annotations

from collections.abc import Callable

from briefing.read import records
from briefing.read.decode import decode, is_binary
from briefing.read.found import Found, left_out, together
from briefing.read.page import looks_like_html

Reader = Callable[[str, str], Found]

COLLECTIONS = (".jsonl", ".ndjson", ".json", ".mbox", ".warc", ".arc", ".gz")
"""Suffixes of files that hold many articles, and so may be larger than one."""

_MAX_SNIFF_CHARACTERS = 2_000


def from_bytes(raw: bytes, place: str, suffix: str) -> Found:
    """Return what ``raw`` holds, read as its suffix says or, without a known one, as it looks.

    Raises:
        ValueError: JSON that is broken; the message says where.

    """
    if not raw.strip():
        return Found(dropped=(left_out(place, "an empty file"),))
    if suffix in (".warc", ".arc", ".gz") or raw.startswith((b"WARC/", b"\x1f\x8b")):
        return _archive(raw, place)
    if suffix in (".eml", ".mbox") or (suffix in ("", ".txt") and looks_like_mail(raw)):
        from briefing.read.mail import from_mail, from_mbox

        return from_mbox(raw, place) if suffix == ".mbox" else from_mail(raw, place)
    if suffix in (".xml", ".rss", ".atom", ".rdf"):
        return _xml(raw, place)
    if is_binary(raw):
        return Found(dropped=(left_out(place, "binary data, not text"),))
    text, notice = decode(raw)
    reader = _BY_SUFFIX.get(suffix) or _by_look(text)
    found = _xml(raw, place) if reader is None else reader(text, place)
    return together([found, Found(dropped=(left_out(place, notice),))]) if notice else found


def _page(text: str, place: str) -> Found:
    from briefing.read.page import from_page

    return from_page(text, place)


def _text(text: str, place: str) -> Found:
    from briefing.read.plain import from_text

    return from_text(text, place)


def _markdown(text: str, place: str) -> Found:
    from briefing.read.plain import from_markdown

    return from_markdown(text, place)


def _xml(raw: bytes, place: str) -> Found:
    from briefing.read.feeds import from_feed
    from briefing.read.newsml import from_newsml, is_newsml

    return from_newsml(raw, place) if is_newsml(raw) else from_feed(raw, place)


def _archive(raw: bytes, place: str) -> Found:
    from briefing.read.warc import from_warc, unpacked

    if raw.startswith(b"\x1f\x8b") and not place.split("#")[0].lower().endswith((".warc.gz", ".arc.gz")):
        name = place.removesuffix(".gz")
        inner = unpacked(raw)
        if inner is None:
            return Found(dropped=(left_out(place, "gzip data that is damaged or unpacks to too much"),))
        return from_bytes(inner, place, _suffix(name))
    return from_warc(raw, place)


def _by_look(text: str) -> Reader | None:
    """Return the reader for text without a telling suffix; ``None`` for XML."""
    head = text[:_MAX_SNIFF_CHARACTERS].lstrip("\ufeff \t\r\n")
    low = head.lower()
    if low.startswith(("<?xml", "<rss", "<feed", "<rdf:rdf", "<newsitem", "<newsmessage")):
        return _page if "<!doctype html" in low or "<html" in low else None
    if low.startswith(("<!doctype html", "<html", "<head", "<body", "<!--")) or (
        low.startswith("<") and looks_like_html(head)
    ):
        return _page
    if head.startswith(("{", "[{", "[\n", "[ ", "[]")):
        lines = [line for line in text.split("\n", 3)[:3] if line.strip()]
        return (
            records.from_lines
            if len(lines) > 1
            and all(line.startswith("{") for line in lines)
            and (lines[0].rstrip().endswith("}"))
            else records.from_json
        )
    return _text


def looks_like_mail(raw: bytes) -> bool:
    """Return whether ``raw`` begins with the header lines of a mail."""
    head = raw[:4_000].replace(b"\r\n", b"\n").split(b"\n\n")[0].lower().split(b"\n")
    names = {line.split(b":")[0] for line in head if b":" in line and not line.startswith((b" ", b"\t"))}
    return (
        len(names & {b"from", b"to", b"subject", b"date", b"message-id", b"received", b"mime-version"}) >= 3
    )


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot > name.rfind("/") else ""


_BY_SUFFIX: dict[str, Reader] = {
    ".txt": _text,
    ".text": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _page,
    ".htm": _page,
    ".xhtml": _page,
    ".json": records.from_json,
    ".jsonl": records.from_lines,
    ".ndjson": records.from_lines,
}

KNOWN = frozenset(_BY_SUFFIX) | {".eml", ".mbox", ".xml", ".rss", ".atom", ".rdf", ".warc", ".arc", ".gz"}
"""Every suffix that is read when a folder is."""
