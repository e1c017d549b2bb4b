import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import briefing.render
from briefing.codec import decode, encode
from briefing.data import Article, Edition, Figure, Kind, Recipe
from briefing.errors import InputError
from briefing.render import load, render
from briefing.render.schema import text as schema_text

SCHEMA = Path(briefing.render.__file__).with_name("edition.schema.json")


def test_the_published_schema_is_the_one_the_types_give():
    made = "python -m briefing.render.schema > briefing/render/edition.schema.json"
    assert SCHEMA.read_text("utf-8") == schema_text(), f"make it again: {made}"


def test_the_schema_itself_is_valid():
    Draft202012Validator.check_schema(json.loads(SCHEMA.read_text("utf-8")))


def test_an_edition_validates_against_the_published_schema(edition, hostile_edition):
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    for each in (edition, hostile_edition, replace(edition, briefs=(), articles=())):
        assert list(validator.iter_errors(json.loads(render(each, "json")))) == []


def test_the_schema_refuses_an_edition_that_lacks_or_adds_something(edition):
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    whole = json.loads(render(edition, "json"))
    del whole["briefs"][0]["headline"]
    assert list(validator.iter_errors(whole))
    whole = json.loads(render(edition, "json"))
    whole["briefs"][0]["comment"] = ""
    assert list(validator.iter_errors(whole))


def test_an_edition_comes_back_as_the_very_same_value(edition, hostile_edition):
    for each in (edition, hostile_edition, replace(edition, articles=())):
        assert load(render(each, "json")) == each


def test_article_texts_are_written_once(edition):
    assert render(edition, "json").count("resume their search at first light") == 2  # a copy repeats it
    plain = json.loads(render(edition, "json"))
    assert plain["briefs"][0]["sources"] == ["harbour-post-1", "radio-vell-1", "north-wire-1"]
    assert plain["other_articles"] == []


def test_sentences_carry_the_numbers_a_reader_sees(edition):
    plain = json.loads(render(edition, "json"))
    assert [sentence["numbers"] for sentence in plain["briefs"][0]["sentences"]] == [[1], [1, 2], [2]]


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"format": "briefing-edition", "version": 99}',
        '{"format": "other", "version": 1}',
    ],
)
def test_what_is_no_edition_is_refused_in_one_line(broken):
    with pytest.raises(InputError) as caught:
        load(broken)
    assert "\n" not in str(caught.value)


def test_a_wrong_type_inside_is_refused(edition):
    whole = json.loads(render(edition, "json"))
    whole["briefs"][0]["headline"] = 7
    with pytest.raises(InputError, match="7 is not str"):
        load(json.dumps(whole))


times = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
articles = st.builds(
    Article, id=st.text(), text=st.text(), publisher=st.text(), title=st.text(), published=st.none() | times
)


@given(articles)
def test_any_article_survives_the_way_through_json(article):
    assert decode(json.loads(json.dumps(encode(article, refer=False))), Article, {}) == article


@given(st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(Kind))
def test_any_value_survives_exactly(value, kind):
    figure = Figure(kind, "x", 0, 1, Decimal(value), None)
    assert decode(json.loads(json.dumps(encode(figure))), Figure, {}) == figure


def test_the_zone_of_the_edition_is_kept():
    zone = timezone(timedelta(hours=5, minutes=45))
    made = Edition((), (), datetime(2031, 1, 1, 6, tzinfo=zone), Recipe("1", "m", "", 100))
    assert load(render(made, "json")).made_at.utcoffset() == timedelta(hours=5, minutes=45)
