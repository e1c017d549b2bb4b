"""What was checked is what is sent, or nothing is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefing.cli.brief import Format
from briefing.data import Article, Brief, BriefSentence, Edition, Recipe, Story
from briefing.errors import OutputError
from briefing.proof import READ_BACK, prove_rendered
from briefing.render import FORMATS, render

ARTICLE = Article("courier-1", "Four people died.", "The Courier")
HARD = (
    "Shares of *Calder & Sons* <CLDR> fell 4.5% to £1,200 [sic] on a 3-2 vote.",
    "1. May_be_it’s over, “he said”; 5 > 4, #1 & so on — 6\u202f300 homes | 2 yards.",
)


def edition(*texts, headline="Four die & 2 < 3 in “fire”"):
    sentences = tuple(BriefSentence(text, ()) for text in texts)
    brief = Brief(Story("s", (ARTICLE,)), headline, sentences, (ARTICLE,))
    return Edition(
        (brief,), (), datetime(2026, 3, 1, 6, tzinfo=UTC), Recipe("0", "verbatim", "", 100), (ARTICLE,)
    )


@pytest.mark.parametrize("format", ["md", "text", "html", "json"])
def test_hard_characters_come_through_every_renderer(format):
    made = edition(*HARD)
    prove_rendered(made, render(made, format).encode(), format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_changed_digit_is_caught_in_every_format(format):
    made = edition("Some 4100 people fled.")
    rendered = render(made, format).replace("4100", "4700")
    with pytest.raises(OutputError, match="4100"):
        prove_rendered(made, rendered.encode(), format)


@pytest.mark.parametrize("format", ["md", "text", "html", "json"])
def test_a_lost_sentence_is_caught(format):
    made = edition("Four people died.")
    more = replace(
        made.briefs[0], sentences=(*made.briefs[0].sentences, BriefSentence("Nine were hurt.", ()))
    )
    with pytest.raises(OutputError, match="Nine were hurt"):
        prove_rendered(replace(made, briefs=(more,)), render(made, format).encode(), format)


def test_every_format_has_a_renderer_a_way_back_and_a_name_on_the_command_line():
    assert set(READ_BACK) == {*FORMATS, "pdf"} == {format.value for format in Format}
