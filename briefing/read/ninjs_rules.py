"""What makes a JSON object valid ninjs: the properties of versions 1 to 3, their types and values (IPTC).

The versions differ in spelling (``altids``, ``altIds``) and in lists for objects, so one table with the names in
lower case serves all. Where two versions contradict each other, an object that names its version is held to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

_TEXTS = frozenset(
    """
    uri type mimetype representationtype profile version firstcreated versioncreated contentcreated embargoed
    pubstatus language copyrightholder copyrightnotice usageterms ednote headline byline by slugline located title
    expires
    """.split()  # noqa: SIM905
)
_LISTS = frozenset(
    """
    person people organisation organisations place places subject subjects event object objects infosource
    infosources genre genres trustindicator trustindicators advices headlines bodies descriptions plannedcoverage
    """.split()  # noqa: SIM905
)
_OBJECTS = frozenset(["$standard", "standard", "rightsinfo", "digitalsourcetype", "eventdetails"])
_EITHER = frozenset(["altids", "associations", "renditions", "events"])  # objects or lists, by version
_EXTENSIONS = re.compile(r"(?:headline|body|description)_[A-Za-z0-9_]")
_INNER_TEXTS = frozenset(
    """
    name rel scheme code uri literal creator role href title value contenttype format langid linkedrights
    encodedrights
    """.split()  # noqa: SIM905
)
_VALUES = {
    "type": frozenset(
        [
            "text",
            "audio",
            "video",
            "picture",
            "graphic",
            "composite",
            "component",
            "event",
            "planning",
            "object",
        ]
    ),
    "pubstatus": frozenset(["usable", "withheld", "canceled"]),
    "representationtype": frozenset(["complete", "incomplete", "full", "partial"]),
}
_SINCE_1_2 = frozenset(["infosource", "title", "firstcreated", "ednote"])
_GEOMETRIES = frozenset(
    ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"]
)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$")


def fault(value: Mapping[str, Any]) -> str:
    """Return what is wrong with a ninjs object, in words; empty when it is valid."""
    if not isinstance(value.get("uri"), str) or not value["uri"]:
        return "it has no 'uri'"
    version = _version(value)
    for name, item in value.items():
        problem = _property(name, item) or _too_new(name, item, version)
        if problem:
            return problem
    return ""


def _version(value: Mapping[str, Any]) -> str:
    standard = value.get("standard") or value.get("$standard")
    return str(standard.get("version", "")) if isinstance(standard, dict) else ""


def _too_new(name: str, item: object, version: str) -> str:
    if version in ("1.0", "1.1") and (name in _SINCE_1_2 or (name == "type" and item == "component")):
        return f"{name!r} is not in version {version}"
    return ""


def _property(name: str, item: object) -> str:
    low = name.lower()
    if low in _TEXTS or _EXTENSIONS.match(name):
        if not isinstance(item, str):
            return f"{name!r} must be a text"
        allowed = _VALUES.get(low)
        return f"{name!r} cannot be {item[:30]!r}" if allowed and item not in allowed else ""
    if low == "urgency":
        return _urgency(name, item)
    if low in _OBJECTS or low in _EITHER or low in _LISTS:
        return _structure(name, low, item)
    return f"{name[:40]!r} is no property of ninjs"


def _structure(name: str, low: str, item: object) -> str:
    if isinstance(item, dict) and low not in _LISTS:
        parts = list(item.values()) if low in ("associations", "renditions") else [item]
    elif isinstance(item, list) and low not in _OBJECTS:
        parts = item
    else:
        return f"{name!r} must be {'a list' if low in _LISTS else 'an object'}"
    if low == "altids" and isinstance(item, dict):
        return ""  # of any shape
    for part in parts:
        if not isinstance(part, dict):
            return f"{name!r} must hold objects"
        problem = _SPECIAL.get(low, _inner)(part, isinstance(item, list))
        if problem:
            return f"{name!r}: {problem}"
    return ""


def _inner(part: Mapping[str, Any], listed: bool) -> str:
    for key, item in part.items():
        low = key.lower()
        if low in _INNER_TEXTS and not isinstance(item, str):
            return f"{key!r} must be a text"
        if low == "geojson" and not _is_geometry(item):
            return f"{key!r} is no GeoJSON"
        if low == "urgency" and _urgency(key, item):
            return _urgency(key, item)
    return ""


def _rights(part: Mapping[str, Any], listed: bool) -> str:
    names = {key.lower() for key in part}
    return (
        "it has both linked and encoded rights"
        if {"linkedrights", "encodedrights"} <= names
        else _inner(part, listed)
    )


def _association(part: Mapping[str, Any], listed: bool) -> str:
    if not listed:
        return next((problem for key, item in part.items() if (problem := _property(key, item))), "")
    if "name" not in part or "uri" not in part:
        return "it needs 'name' and 'uri'"
    return next(
        (problem for key, item in part.items() if key != "name" and (problem := _property(key, item))), ""
    )


def _advice(part: Mapping[str, Any], listed: bool) -> str:
    for key in ("importance", "lifetime"):
        if key in part and not (isinstance(part[key], dict) and "code" in part[key]):
            return f"{key!r} must be an object with a 'code'"
    return ""


def _event(part: Mapping[str, Any], listed: bool) -> str:
    dates = part.get("dates", {})
    if not isinstance(dates, dict):
        return "'dates' must be an object"
    if "startDate" in dates and "expectedStartDate" in dates:
        return "it has two beginnings"
    for key in ("startDate", "endDate", "expectedStartDate", "expectedEndDate"):
        if key in dates and not (isinstance(dates[key], str) and _DATE.match(dates[key])):
            return f"{key!r} is no date"
    return ""


def _urgency(name: str, item: object) -> str:
    whole = isinstance(item, int) and not isinstance(item, bool) and 1 <= item <= 9
    return "" if whole else f"{name!r} must be a whole number from 1 to 9"


def _is_geometry(item: object) -> bool:
    return (
        isinstance(item, dict)
        and item.get("type") in _GEOMETRIES
        and ("coordinates" in item or "geometries" in item)
    )


_SPECIAL: dict[str, Callable[[Mapping[str, Any], bool], str]] = {
    "rightsinfo": _rights,
    "associations": _association,
    "advices": _advice,
    "eventdetails": _event,
}
