"""Bullets and the line that says why a story leads, in every format."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from briefing.proof import prove_email, prove_rendered
from briefing.render import FORMATS, load, render, render_email

WHY = "6 independent publishers; newest report an hour old; moved up for “harbour”"


@pytest.fixture
def told(edition):
    first, *rest = edition.briefs
    return replace(edition, briefs=(replace(first, why=WHY), *(replace(brief, why="") for brief in rest)))


@pytest.fixture
def bulleted(told):
    return replace(told, style="bullets")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_why_the_first_story_leads(format, told):
    text = render(told, format)
    shown = json.dumps(json.loads(text), ensure_ascii=False) if format in ("json", "ninjs") else text
    assert WHY in " ".join(shown.split())


def test_a_mail_says_why_the_first_story_leads(told):
    mail = render_email(told)
    assert f"Why it leads: {WHY}" in mail.html
    assert f"Why it leads: {WHY}" in " ".join(mail.text.split())


def test_a_story_without_reasons_has_no_such_line(told):
    assert render(told, "md").count("Why it") == 1


def test_a_story_below_the_first_is_not_said_to_lead(told):
    first, second, *rest = told.briefs
    text = render(replace(told, briefs=(first, replace(second, why="2 independent publishers"), *rest)), "md")
    assert text.count("Why it leads:") == 1
    assert "Why it is here: 2 independent publishers" in text


@pytest.mark.parametrize("format", FORMATS)
def test_every_sentence_of_a_bulleted_edition_is_found_in_what_is_sent(format, bulleted):
    prove_rendered(bulleted, render(bulleted, format).encode(), format)


def test_a_bulleted_mail_is_proved_too(bulleted):
    mail = render_email(bulleted)
    prove_email(bulleted, mail)
    assert mail.html.count("<li>") == sum(len(brief.sentences) for brief in bulleted.briefs)


def test_markdown_has_a_bullet_a_sentence(bulleted):
    lines = render(bulleted, "md").splitlines()
    for brief in bulleted.briefs:
        for sentence in brief.sentences:
            assert any(line.startswith("- " + sentence.text[:20]) for line in lines)


def test_plain_text_has_a_bullet_a_sentence(bulleted):
    lines = render(bulleted, "text").splitlines()
    for brief in bulleted.briefs:
        for sentence in brief.sentences:
            assert any(line.startswith("   - " + sentence.text[:20]) for line in lines)


def test_a_page_has_an_item_a_sentence_and_no_paragraph_of_prose(bulleted, told):
    page, plain = render(bulleted, "html"), render(told, "html")
    sentences = sum(len(brief.sentences) for brief in bulleted.briefs)
    assert page.count("<li>") - plain.count("<li>") == sentences
    assert '<p class="lead">' not in page
    assert '<ul class="bullets">' not in plain


def test_the_style_is_part_of_the_edition_as_json(bulleted):
    assert load(render(bulleted, "json")) == bulleted
