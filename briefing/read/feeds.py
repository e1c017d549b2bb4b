"""Feeds → records: RSS, Atom and RDF by feedparser, JSON Feed by its own keys.

A feed that is damaged but readable is read, and the damage is on record; one that is no feed is refused.
"""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from briefing.data import Dropped
from briefing.dates import read_date
from briefing.read.found import Found, Record, domain, left_out
from briefing.read.page import text_of

_MAX_ENTITIES = 32  # declared in a document type; a feed needs none, an attack thousands
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY\s", re.IGNORECASE)
_TEXT_KEYS = ("content_text", "content_html", "summary")


def from_feed(raw: bytes, place: str, *, url: str = "", content_type: str = "") -> Found:
    """Return the entries of an RSS, Atom or RDF feed; ``url`` and ``content_type`` as it was fetched.

    The text of an entry is its full content where the feed carries it, else its summary.
    """
    import feedparser

    if len(_ENTITY.findall(raw[:1_000_000])) > _MAX_ENTITIES:
        return Found(dropped=(left_out(place, "XML that defines its own entities in bulk; not read"),))
    start = raw.lstrip(b" \t\r\n")
    raw = start if start.startswith(b"<") else raw  # templates leave an empty line before the declaration
    headers = {"content-type": content_type} if content_type else {}
    if url:
        headers["content-location"] = url
    try:
        feed = feedparser.parse(_BytesWithoutUrl(raw), response_headers=headers, sanitize_html=False)
    except Exception as error:  # the parser's own faults on damaged input are of many types
        return Found(dropped=(left_out(place, f"not a feed that can be read ({type(error).__name__})"),))
    if not (feed.get("version") or feed.entries or _ROOT.search(raw[:4_000])):
        return Found(dropped=(left_out(place, _no_feed(raw, feed)),))
    publisher = str(feed.feed.get("title", "")) or domain(url)
    language = str(feed.feed.get("language", "")).lower()
    records = tuple(
        _record(entry, f"{place}#{number}", publisher, language)
        for number, entry in enumerate(feed.entries, 1)
    )
    dropped: tuple[Dropped, ...] = ()
    if feed.get("bozo") and not _is_harmless(feed.get("bozo_exception")):
        dropped = (
            left_out(place, f"a damaged feed, read as far as possible ({_short(feed.bozo_exception)})"),
        )
    if not records:
        dropped = (*dropped, left_out(place, "a feed without entries"))
    return Found(records, dropped)


class _BytesWithoutUrl:
    """A stream, so that feedparser can't take the content for an address or a path."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def read(self) -> bytes:
        return self._raw


def _record(entry: dict[str, Any], place: str, publisher: str, language: str) -> Record:
    source = entry.get("source") or {}
    contents = [part for part in entry.get("content", []) if part.get("value")]
    best = max(contents, key=lambda part: len(part["value"]), default=None)
    body = best["value"] if best else entry.get("summary", "")
    link = str(entry.get("link", ""))
    return Record(
        place=place,
        text=text_of(str(body)),
        title=text_of(str(entry.get("title", ""))).replace("\n", " "),
        publisher=str(source.get("title", "") or publisher),
        published=_moment(entry, ("published", "updated", "created")),
        updated=_moment(entry, ("updated",)),
        url=link,
        language=str((best or {}).get("language") or language)[:12].lower(),
    )


def _moment(entry: dict[str, Any], keys: tuple[str, ...]) -> datetime | None:
    for key in keys:
        exact = read_date(dict.get(entry, key))  # feedparser's own get() warns
        if exact:
            return exact
    for key in keys:
        parsed = dict.get(entry, f"{key}_parsed")
        if parsed:
            try:
                return datetime.fromtimestamp(timegm(parsed), UTC)
            except (ValueError, TypeError, OverflowError, OSError):
                continue
    return None


def from_json_feed(value: Mapping[str, Any], place: str) -> Found:
    """Return the items of a JSON Feed (jsonfeed.org, versions 1 and 1.1)."""
    items = value.get("items")
    if not isinstance(items, list):
        return Found(dropped=(left_out(place, "a JSON Feed without items"),))
    records: list[Record] = []
    dropped: list[Dropped] = []
    for number, item in enumerate(items, 1):
        where = f"{place}#{number}"
        if not isinstance(item, dict):
            dropped.append(left_out(where, "not an item of a JSON Feed"))
            continue
        key = next((key for key in _TEXT_KEYS if isinstance(item.get(key), str) and item[key].strip()), "")
        body = str(item.get(key, ""))
        records.append(
            Record(
                place=where,
                text=text_of(body) if key == "content_html" else body,
                title=_plain(item.get("title")),
                publisher=_plain(value.get("title")),
                published=read_date(item.get("date_published")) or read_date(item.get("date_modified")),
                updated=read_date(item.get("date_modified")),
                url=_plain(item.get("url")) or _plain(item.get("external_url")),
                language=(_plain(item.get("language")) or _plain(value.get("language"))).lower(),
            )
        )
    if not items:
        dropped.append(left_out(place, "a feed without entries"))
    return Found(tuple(records), tuple(dropped))


def _plain(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _no_feed(raw: bytes, feed: Mapping[str, Any]) -> str:
    head = raw[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head:
        return "an empty answer, not a feed"
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head:
        return "a web page, not a feed"
    cause = feed.get("bozo_exception")
    return f"not a feed ({_short(cause)})" if cause else "not a feed"


def _is_harmless(error: object) -> bool:
    """Return whether feedparser complains of a label only: the wrong media type, or the encoding declared."""
    return type(error).__name__ in ("NonXMLContentType", "CharacterEncodingOverride")


def _short(error: object) -> str:
    said = re.sub(r"^<unknown>:(\d+):\d+: ", r"line \1: ", str(error))
    return " ".join(said.split())[:100]
