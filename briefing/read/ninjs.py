"""ninjs, the news agencies' JSON (IPTC, versions 1 to 3) → records. Invalid objects are refused with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.dates import read_date
from briefing.read.found import Found, Record, left_out
from briefing.read.ninjs_rules import fault

_OWN_KEYS = (
    "bodies",
    "headlines",
    "pubstatus",
    "pubStatus",
    "versioncreated",
    "versionCreated",
    "body_text",
    "body_xhtml",
)


def is_ninjs(value: Mapping[str, Any]) -> bool:
    """Return whether a JSON object is meant as ninjs: it says so, or has the standard's own keys."""
    standard = value.get("standard", value.get("$standard"))
    if standard is not None and "ninjs" in str(standard):
        return True
    return "uri" in value and any(key in value for key in _OWN_KEYS)


def from_ninjs(value: Mapping[str, Any], place: str) -> Found:
    """Return the article of a ninjs object; what is withdrawn, or a picture without text, is left out."""
    problem = fault(value)
    if problem:
        return Found(dropped=(left_out(place, f"not valid ninjs: {problem}"),))
    fields = {key.lower(): item for key, item in value.items()}
    status = fields.get("pubstatus", "usable")
    if status != "usable":
        return Found(dropped=(left_out(place, f"{status} by its agency"),))
    text = _text(fields)
    if not text:
        return Found(
            dropped=(left_out(place, f"valid ninjs without text ({fields.get('type', 'no type')})"),)
        )
    record = Record(
        place=place,
        text=text,
        title=_title(fields),
        publisher=_publisher(fields),
        published=read_date(fields.get("versioncreated")) or read_date(fields.get("firstcreated")),
        url=fields["uri"],
        language=str(fields.get("language", "")).lower(),
        id=fields["uri"],
    )
    return Found((record,))


def _text(fields: Mapping[str, Any]) -> str:
    from briefing.read.page import text_of

    bodies = [body for body in fields.get("bodies", []) if isinstance(body.get("value"), str)]
    for body in sorted(bodies, key=_order):
        kind = str({key.lower(): item for key, item in body.items()}.get("contenttype", ""))
        plain = body["value"] if kind.startswith("text/plain") else text_of(body["value"])
        if plain.strip():
            return str(plain)
    if str(fields.get("body_text", "")).strip():
        return str(fields["body_text"])
    names = sorted(key for key in fields if key.startswith("body_"))
    pieces = [fields[key] for key in names]
    if fields.get("type") == "text":  # a report so short that its description is all of it
        pieces += [part.get("value", "") for part in fields.get("descriptions", [])]
    return next((text for piece in pieces if (text := text_of(str(piece)))), "")


def _order(body: Mapping[str, Any]) -> tuple[bool, bool]:
    return body.get("role") not in ("main", None), "plain" not in str(body)


def _title(fields: Mapping[str, Any]) -> str:
    given = [head for head in fields.get("headlines", []) if isinstance(head.get("value"), str)]
    main = sorted(given, key=lambda head: head.get("role") not in ("main", "headline", None))
    titles = [fields.get("headline"), *(head["value"] for head in main), fields.get("title")]
    others = (fields[key] for key in sorted(fields) if key.startswith("headline_"))
    return next((str(title) for title in (*titles, *others) if title), "")


def _publisher(fields: Mapping[str, Any]) -> str:
    for key in ("infosource", "infosources"):
        for source in fields.get(key, []):
            if source.get("name"):
                return str(source["name"])
    return str(fields.get("copyrightholder", ""))
