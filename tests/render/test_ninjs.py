import json

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from briefing.render import render

# What ninjs-schema_3.0.json (IPTC) asks of each property we write, said in our words; held against it property by
# property. It is closed, so a property that is not here fails here too.
TEXTS = {"type": "string"}
VALUE = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["value"],
        "additionalProperties": False,
        "properties": {
            "role": TEXTS, "contentType": TEXTS, "value": TEXTS,
            "charCount": {"type": "integer"}, "wordCount": {"type": "integer"},
        },
    },
}  # fmt: skip
NAMED = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "properties": {"name": TEXTS, "literal": TEXTS, "uri": {"type": "string", "format": "uri"}},
    },
}
ITEM = {
    "uri": {"type": "string", "format": "uri"},
    "type": {"enum": ["text", "composite"]},
    "versionCreated": {"type": "string", "format": "date-time"},
    "language": TEXTS, "title": TEXTS, "edNote": TEXTS,
    "headlines": VALUE, "bodies": VALUE, "infoSources": NAMED, "subjects": NAMED,
    "standard": {
        "type": "object",
        "required": ["name", "version", "schema"],
        "additionalProperties": False,
        "properties": {"name": TEXTS, "version": TEXTS, "schema": {"type": "string", "format": "uri"}},
    },
}  # fmt: skip
OURS = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": ITEM
    | {
        "associations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "uri"],
                "additionalProperties": False,
                "properties": ITEM | {"name": TEXTS},
            },
        }
    },
}


@pytest.mark.parametrize("which", ["edition", "hostile_edition"])
def test_only_what_the_standard_knows_is_written(request, which):
    item = json.loads(render(request.getfixturevalue(which), "ninjs"))
    assert list(Draft202012Validator(OURS, format_checker=FormatChecker()).iter_errors(item)) == []


def test_a_wrong_time_or_address_would_be_noticed(edition):
    item = json.loads(render(edition, "ninjs"))
    checker = Draft202012Validator(OURS, format_checker=FormatChecker())
    assert list(checker.iter_errors(item | {"versionCreated": "yesterday"}))
    assert list(checker.iter_errors(item | {"uri": "not an address"}))


def test_every_brief_is_an_item_of_its_own_with_its_prose_and_sources(edition):
    items = json.loads(render(edition, "ninjs"))["associations"]
    assert [item["headlines"][0]["value"] for item in items] == [b.headline for b in edition.briefs]
    assert "Radio Vell some 40. [1][2]" in items[0]["bodies"][0]["value"]
    assert [source["name"] for source in items[0]["infoSources"]] == [
        "The Harbour Post",
        "Radio Vell",
        "North Wire",
    ]
    assert len({item["uri"] for item in items}) == 2


def test_the_html_body_is_escaped(hostile_edition):
    bodies = json.loads(render(hostile_edition, "ninjs"))["associations"][0]["bodies"]
    assert "<script" not in bodies[1]["value"]
    assert "&lt;script&gt;" in bodies[1]["value"]
