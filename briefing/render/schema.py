"""The published JSON Schema of an edition, made from the types themselves.

``python -m briefing.render.schema`` prints it; a test holds ``edition.schema.json`` to it.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Union, get_args, get_origin

from briefing.codec import hints
from briefing.data import Article, Brief, BriefSentence, Edition
from briefing.render.edition_json import FORMAT, VERSION

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?$"},
}

# Beside the fields of the types: what repeats them for a reader's ease.
_EASE: dict[Any, dict[str, Any]] = {
    Brief: {"text": {"type": "string", "description": "All sentences, joined; repeats them."}},
    BriefSentence: {
        "numbers": {
            "type": "array",
            "items": {"type": "integer", "minimum": 1},
            "description": "Places of the cited articles in the brief's sources, from 1; repeats citations.",
        }
    },
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of ``render(edition, "json")``."""
    defs: dict[str, Any] = {}
    edition = _record(Edition, defs)
    _record(Article, defs)
    whole = {"$ref": "#/$defs/Article"}
    edition["properties"] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        **edition["properties"],
        "articles": {"type": "array", "items": whole, "description": "What was read."},
        "other_articles": {
            "type": "array",
            "items": whole,
            "description": "Articles that briefs refer to and that are not among articles.",
        },
    }
    edition["required"] = list(edition["properties"])
    defs["Edition"] = edition
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An edition of briefs",
        **edition,
        "$defs": {name: defs[name] for name in sorted(defs) if name != "Edition"},
    }


def _of(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  (a type hint)
    if get_origin(hint) in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return {"anyOf": [_of(options[0], defs), {"type": "null"}]}
    if get_origin(hint) is tuple:
        members = get_args(hint)
        if members[-1] is Ellipsis:
            return {"type": "array", "items": _of(members[0], defs)}
        each = [_of(member, defs) for member in members]
        return {"type": "array", "prefixItems": each, "minItems": len(each), "maxItems": len(each)}
    if hint is Article:
        return {"type": "string", "description": "The id of an article."}
    if dataclasses.is_dataclass(hint):
        _record(hint, defs)
        return {"$ref": f"#/$defs/{hint.__name__}"}  # type: ignore[union-attr]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        defs[hint.__name__] = {"type": "string", "enum": [member.value for member in hint]}
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return dict(_PLAIN[hint])


def _record(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  (a dataclass)
    if kind.__name__ not in defs:
        defs[kind.__name__] = {}
        properties = {name: _of(hint, defs) for name, hint in hints(kind).items()} | _EASE.get(kind, {})
        defs[kind.__name__] = {
            "type": "object",
            "description": " ".join((kind.__doc__ or "").replace("``", "").split()),
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    found: dict[str, Any] = defs[kind.__name__]
    return found


def text() -> str:
    """Return the schema as it is published."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
