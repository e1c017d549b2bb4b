"""JSON objects → records: one article an object, under whichever of the common keys its fields stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from briefing.data import Dropped
from briefing.dates import read_date
from briefing.read.found import Found, Record, left_out, printable
from briefing.read.page import looks_like_html, text_of

_TEXT = (
    "text", "body", "content", "article_body", "body_text", "content_text", "full_text", "fulltext", "maintext",
    "article", "article_text", "raw_text", "plain_text", "body_html", "content_html", "html", "story",
)  # fmt: skip
_TITLE = ("title", "headline", "name", "heading")
_PUBLISHER = (
    "publisher", "source", "source_name", "site", "site_name", "sitename", "outlet", "provider", "newspaper",
    "publication", "domain", "hostname", "source_domain",
)  # fmt: skip
_PUBLISHED = (
    "published", "date", "published_at", "date_published", "pub_date", "publish_date", "publication_date",
    "published_date", "datetime", "timestamp", "created_at", "created", "date_publish", "versioncreated", "time",
)  # fmt: skip
_URL = ("url", "link", "canonical_url", "source_url", "web_url", "uri", "permalink", "href")
_LANGUAGE = ("language", "lang", "locale")
_ID = ("id", "_id", "guid", "uuid", "article_id", "doc_id")
_LISTS = ("articles", "items", "documents", "docs", "data", "results", "stories", "value", "hits", "records")

Reader = Callable[[Mapping[str, Any], str], Found]


def from_object(value: object, place: str) -> Found:
    """Return the article that one JSON object holds, or the articles in the list it wraps."""
    if isinstance(value, list):
        return _from_list(value, place)
    if not isinstance(value, dict):
        return Found(dropped=(left_out(place, f"a JSON {_kind(value)}, not an article"),))
    special = _special(value)
    if special:
        return special(value, place)
    fields = {_key(str(key)): item for key, item in value.items()}
    text, title = _text(fields), _string(fields, _TITLE)
    if not text and not title:
        for name in _LISTS:
            if isinstance(fields.get(name), list):
                return _from_list(fields[name], place)
        return Found(dropped=(left_out(place, f"no text: {_why_no_text(value)}"),))
    return _record(fields, text, title, place)


def _why_no_text(value: Mapping[str, Any]) -> str:
    """Return what an object without an article has instead: a key that holds no string, or other keys."""
    for key, item in value.items():
        if _key(str(key)) in _TEXT:
            held = "nothing" if item in ("", [], {}, None) else f"a JSON {_kind(item)}"
            return f"{str(key)!r} holds {held}, expected a string"
    keys = ", ".join(str(key) for key in list(value)[:6]) or "none"
    return f"expected a key 'text', 'body' or 'content', found {keys}"


def _record(fields: Mapping[str, Any], text: str, title: str, place: str) -> Found:
    given = next((fields[key] for key in _PUBLISHED if fields.get(key)), None)
    published = read_date(given)
    record = Record(
        place=place,
        text=text,
        title=title,
        publisher=_string(fields, _PUBLISHER),
        published=published,
        url=_string(fields, _URL),
        language=_string(fields, _LANGUAGE).lower()[:12],
        id=_string(fields, _ID),
    )
    if given and not published:
        reason = f"the date {str(given)[:60]!r} is not understood; the article is kept without one"
        return Found((record,), (left_out(place, reason),))
    return Found((record,))


def _from_list(values: list[Any], place: str) -> Found:
    records: list[Record] = []
    dropped: list[Dropped] = []
    for number, value in enumerate(values, 1):
        where = f"{place}#{number}"
        if isinstance(value, dict):
            found = from_object(value, where)
            records.extend(found.records)
            dropped.extend(found.dropped)
        else:
            dropped.append(left_out(where, f"a JSON {_kind(value)}, not an article"))
    if not values:
        dropped.append(left_out(place, "an empty list"))
    return Found(tuple(records), tuple(dropped))


def from_json(text: str, place: str) -> Found:
    """Return the articles of a JSON document.

    Raises:
        ValueError: it isn't JSON; the message says at which line and column, and why.

    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(broken(error)) from error
    except RecursionError as error:
        raise ValueError("JSON nested too deeply to be read; write one article an object") from error
    return from_object(value, place)


def from_lines(text: str, place: str) -> Found:
    """Return the articles of JSON Lines, one object a line; a broken line costs only its own article."""
    records: list[Record] = []
    dropped: list[Dropped] = []
    for number, line in _lines(text):
        where = f"{place}#{number}"
        try:
            found = from_object(json.loads(line), where)
        except json.JSONDecodeError as error:
            dropped.append(left_out(where, f"not JSON at line {number}, column {error.colno}: {error.msg}"))
            continue
        except (RecursionError, ValueError) as error:
            dropped.append(left_out(where, f"not JSON at line {number}: {error}"))
            continue
        records.extend(found.records)
        dropped.extend(found.dropped)
    return Found(tuple(records), tuple(dropped))


def broken(error: json.JSONDecodeError) -> str:
    """Return what is wrong with a JSON document, where, and what to do."""
    cut = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string")
    what = "the JSON ends too early" if cut else f"not JSON: {error.msg}"
    return f"{what}, at line {error.lineno}, column {error.colno}; write the file again or mend it there"


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold something, numbered from 1, one at a time: a file may have a million.

    Only a line feed ends a line; ``splitlines`` would cut inside strings.
    """
    start, number = 0, 1
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            yield number, line
        start, number = end + 1, number + 1


def _special(value: Mapping[str, Any]) -> Reader | None:
    """Return the reader of a standard that ``value`` is written in: JSON Feed or ninjs."""
    if str(value.get("version", "")).startswith(("https://jsonfeed.org/", "http://jsonfeed.org/")):
        from briefing.read.feeds import from_json_feed

        return from_json_feed
    from briefing.read.ninjs import from_ninjs, is_ninjs

    reader: Reader | None = from_ninjs if is_ninjs(value) else None
    return reader


@lru_cache(maxsize=1_000)
def _key(name: str) -> str:
    """Return ``publishedAt``, ``published-at`` and ``Published At`` as ``published_at``."""
    out: list[str] = []
    before = ""
    for char in name.strip():
        if char.isupper() and before.islower():
            out.append("_")
        out.append("_" if char in "- ." else char.lower())
        before = char
    return "".join(out)


def _text(fields: Mapping[str, Any]) -> str:
    for key in _TEXT:
        value = fields.get(key)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n".join(value)
        if isinstance(value, str) and value.strip():
            if key.endswith("html") or looks_like_html(value):
                return text_of(value)
            return value
    return ""


def _string(fields: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, dict):
            value = next(
                (value[key] for key in ("name", "title", "$oid") if isinstance(value.get(key), str)), ""
            )
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return printable(value.strip())
    return ""


def _kind(value: object) -> str:
    names = {str: "string", bool: "boolean", int: "number", float: "number", list: "list", dict: "object"}
    return names.get(type(value), "null")
