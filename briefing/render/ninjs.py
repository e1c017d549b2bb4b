"""ninjs 3.0, the IPTC's News in JSON: an edition is a composite item, each brief one associated text item.

Standard: iptc.org/std/ninjs, ``ninjs-schema_3.0.json``. It has no place for a figure's proof: whoever needs
that takes our own JSON.
"""

from __future__ import annotations

import json
import uuid
from html import escape
from typing import Any

from briefing.data import Brief, Edition
from briefing.render import words
from briefing.render.text import prose, sides
from briefing.render.view import Item, View, view

STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}


def render(edition: Edition) -> str:
    """Return the edition as one ninjs object, ending in a newline."""
    return json.dumps(plain(edition), ensure_ascii=False, indent=2) + "\n"


def plain(edition: Edition) -> dict[str, Any]:
    """Return the edition as JSON values."""
    shown = view(edition)
    made = edition.made_at.isoformat()
    whole = uuid.uuid5(uuid.NAMESPACE_URL, f"{made} {' '.join(brief.story.id for brief in edition.briefs)}")
    return {
        "standard": STANDARD,
        "uri": whole.urn,
        "type": "composite",
        "versionCreated": made,
        "language": "en",
        "title": f"{shown.title}, {shown.day}",
        "edNote": _note(shown),
        "associations": [
            _item(item, brief, uuid.uuid5(whole, f"{item.number} {brief.story.id}").urn, made)
            for item, brief in zip(shown.items, edition.briefs, strict=True)
        ],
    }


def _item(item: Item, brief: Brief, uri: str, made: str) -> dict[str, Any]:
    plain_body = " ".join(prose(told) for told in item.sentences)
    html_body = "".join(f"<p>{escape(prose(told))}</p>" for told in item.sentences)
    if item.bullets:
        plain_body = "\n".join(f"- {prose(told)}" for told in item.sentences)
        html_body = f"<ul>{html_body.replace('<p>', '<li>').replace('</p>', '</li>')}</ul>"
    notes = [
        *([item.why] if item.why else []),
        *item.changes,
        *(f"{line.label}: {sides(line)}" for line in item.differences),
    ]
    object_: dict[str, Any] = {
        "name": item.headline,
        "uri": uri,
        "type": "text",
        "versionCreated": made,
        "language": brief.story.articles[0].language if brief.story.articles else "en",
        "headlines": [{"role": "main", "value": item.headline}],
        "bodies": [
            _body("text", "text/plain", plain_body, item.text),
            _body("html", "text/html", html_body, item.text),
        ],
        "infoSources": [_source(source.publisher, source.title, source.url) for source in item.sources],
    }
    if item.section:
        object_["subjects"] = [{"name": item.section}]
    if notes:
        object_["edNote"] = "; ".join(notes)
    return object_


def _body(role: str, kind: str, value: str, counted: str) -> dict[str, Any]:
    return {
        "role": role,
        "contentType": kind,
        "charCount": len(counted),
        "wordCount": len(counted.split()),
        "value": value,
    }


def _source(publisher: str, title: str, url: str) -> dict[str, str]:
    known = {"name": publisher, "literal": title, "uri": words.safe_url(url)}
    return {name: value for name, value in known.items() if value}


def _note(shown: View) -> str:
    lines = [f"Correction: {line}" for line in shown.corrections]
    lines += [f"Could not be read: {line}" for line in shown.missing]
    return "; ".join((shown.counts, *lines))
