import re

import pytest

from briefing.render import render
from briefing.render.markdown import escape


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("5 * 4 = 20", r"5 \* 4 = 20"),
        ("<b>bold</b>", r"\<b\>bold\</b\>"),
        ("[a](b)", r"\[a\](b)"),
        ("1. First", r"1\. First"),
        ("- item", r"\- item"),
        ("# head", r"\# head"),
        ("plain – text, with 4.75 percent (and more).", "plain – text, with 4.75 percent (and more)."),
        ("AT&amp;T and R&D", r"AT\&amp;T and R&D"),
        ("see https://a.example", r"see https\://a.example"),
        ("a | b", r"a \| b"),
        ("-5 degrees", "-5 degrees"),
    ],
)
def test_text_from_outside_shows_as_it_was_written(text, escaped):
    assert escape(text) == escaped


def test_hostile_text_makes_no_markup(hostile_edition):
    shown = render(hostile_edition, "md")
    assert not re.search(r"(?<!\\)<", shown)
    assert "](javascript:" not in shown.replace("\\](javascript:", "")
    assert "\u202e" not in shown


def test_the_brief_reads_as_prose_with_citations(edition):
    shown = render(edition, "md")
    assert "Radio Vell some 40. [1][2] The transport minister" in shown
    assert "### 1. Ferry toll rises to 12 off Skerry Point" in shown


def test_the_ledger_is_a_table_of_equal_columns(edition):
    rows = [line for line in render(edition, "md").splitlines() if line.startswith("|")]
    assert len(rows) == 9
    assert {row.replace("\\|", "").count("|") for row in rows} == {5}


def test_titles_link_to_their_articles(edition):
    assert "[Minister orders inquiry into ferry grounding](https://radiovell.example/a/5512)" in render(
        edition, "md"
    )


def test_a_bracket_in_an_address_does_not_end_the_link(edition):
    from dataclasses import replace

    brief = edition.briefs[1]
    source = replace(brief.sources[0], url="https://a.example/x_(y)")
    shown = render(replace(edition, briefs=(replace(brief, sources=(source,)),)), "md")
    assert "(https://a.example/x_%28y%29)" in shown
