import re
from dataclasses import replace
from html import unescape

import pytest

from briefing.render import email, render_email
from briefing.render.email import MAX_BYTES


def many(edition, stories, words="A long sentence of the source that goes on for some time. "):
    brief = edition.briefs[0]
    briefs = []
    for number in range(stories):
        quoted = tuple(replace(c, text=c.text + " " + words * 4) for c in brief.sentences[0].citations)
        told = replace(brief.sentences[0], citations=quoted)
        briefs.append(replace(brief, headline=f"Headline of story {number:03d}", sentences=(told,) * 2))
    return replace(edition, briefs=tuple(briefs))


def shown(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def test_a_mail_says_what_the_page_says(edition):
    mail = render_email(edition)
    for told in (
        *[b.headline for b in edition.briefs],
        "Some 40 people were hurt",
        "at least 31 were injured",
    ):
        assert told in shown(mail.html)
    for told in ("Orrin lifts rates", "WHERE SOURCES DIFFER"):
        assert told in mail.text


def test_the_subject_is_the_leading_headline_whole(edition):
    assert render_email(edition).subject == "The Vell Morning: Ferry toll rises to 12 off Skerry Point"


def test_subject_and_preheader_are_one_line_each(hostile_edition):
    brief = replace(hostile_edition.briefs[0], headline="One\r\nBcc: all@example.org\ttwo")
    mail = render_email(replace(hostile_edition, briefs=(brief,)))
    assert mail.subject == "Morning briefing: One Bcc: all@example.org two"
    assert "\n" not in mail.preheader


def test_the_preheader_opens_with_a_correction_and_never_cuts_a_headline(edition):
    assert render_email(edition).preheader.startswith("Correction: Ferry aground")
    plain = many(replace(edition, corrections=()), 30)
    preheader = render_email(plain).preheader
    assert preheader.split(" · ")[0] == "Headline of story 001"
    assert all(re.fullmatch(r"Headline of story \d{3}", part) for part in preheader.split(" · "))
    assert len(preheader) <= email.PREHEADER_CHARACTERS


def test_the_preheader_stands_first_in_the_mail(edition):
    assert shown(render_email(edition).html.split("</head>")[1]).startswith("Correction: Ferry aground")


@pytest.mark.parametrize("stories", [1, 8, 20, 60, 200])
def test_no_mail_is_cut_off_by_gmail_and_no_story_is_lost(edition, stories):
    mail = render_email(many(edition, stories))
    assert len(mail.html.encode()) <= MAX_BYTES < 102_000
    for number in range(stories):
        assert f"Headline of story {number:03d}" in mail.html
        assert f"Headline of story {number:03d}" in mail.text


def test_what_is_left_out_for_size_is_said_in_the_mail(edition):
    notice = "Left out here to keep this mail short enough to arrive whole: the words of the sources"
    assert notice not in render_email(edition).html
    mail = render_email(many(edition, 60), web_url="https://news.example/e")
    assert notice in mail.html
    assert re.search(r'href="https://news.example/e"[^>]*>The whole edition is on the page.</a>', mail.html)
    assert "Left out here" not in mail.text


def test_quotes_go_before_figures_and_figures_before_stories(edition):
    big = many(edition, 20)
    sizes, limit = [], 10**9
    for _ in range(4):  # each a byte too small for what fitted the last time
        html = email.render(big, max_bytes=limit).html
        page = shown(html)
        sizes.append(("A long sentence" in page, "Figures" in page, page.count("Twelve people")))
        limit = len(html.encode()) - 1
    assert sizes[0] == (True, True, 60)
    assert sizes[1][:2] == (False, True)
    assert sizes[2] == (False, False, 40)
    assert sizes[3][2] < 40


def test_styles_are_inlined_and_dark_mode_is_kept(edition):
    html = render_email(edition).html
    assert re.search(r'<h[23] class="headline ink" style="[^"]*font-size: ?25px', html)
    assert "prefers-color-scheme: dark" in html
    assert '<meta name="color-scheme" content="light dark">' in html
    assert "var(--" not in html
    assert "<!--[if mso]>" in html


def test_nothing_is_fetched_by_a_mail(edition):
    html = render_email(edition, web_url="https://news.example/e").html
    assert not re.search(r"<(img|script|link|iframe|object)\b|url\(|@import", html)


def test_figures_lead_to_their_words_on_the_page_where_there_is_one(edition):
    html = render_email(edition, web_url="https://news.example/e").html
    assert re.search(
        r'<a class="figure ink" href="https://news.example/e#story-1-source-2-quote-1"[^>]*>40</a>', html
    )
    assert "#story-1" not in render_email(edition).html


def test_hostile_text_stays_text_in_a_mail(hostile_edition):
    html = render_email(hostile_edition, web_url="javascript:x", unsubscribe_url="javascript:y").html
    assert "<script" not in html
    assert "<svg" not in html
    assert "onerror=alert" not in re.sub(r">[^<]*<", "><", html)
    assert 'href="javascript' not in html
    assert "\u202e" not in html


def test_the_way_to_stop_the_mails_is_in_both_parts(edition):
    mail = render_email(edition, unsubscribe_url="https://news.example/stop?u=1&k=2")
    assert 'href="https://news.example/stop?u=1&amp;k=2"' in mail.html
    assert "To stop these mails: https://news.example/stop?u=1&k=2" in mail.text


def test_the_same_edition_gives_the_same_mail(edition):
    assert render_email(edition) == render_email(edition)
