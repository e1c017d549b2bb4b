"""ninjs, the news agencies' JSON (IPTC, versions 1 to 3) → records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.read.found import Found, left_out


def is_ninjs(value: Mapping[str, Any]) -> bool:
    """Return whether a JSON object is ninjs: it says so, or has the standard's own keys."""
    return "uri" in value and any(key in value for key in ("body_text", "body_xhtml", "bodies", "standard"))


def from_ninjs(value: Mapping[str, Any], place: str) -> Found:
    """Return the article of a ninjs object."""
    return Found(dropped=(left_out(place, "ninjs is not read yet"),))
