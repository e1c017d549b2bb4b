import itertools
import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest

from briefing.data import Ledger
from briefing.render import render

VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """The elements of a page, and a complaint for each tag that isn't closed in its place."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.complaints, self.open, self.text = [], [], [], []
        self.feed(html)
        self.complaints += self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.complaints.append(tag)

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text.append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture
def page(edition):
    return Page(render(edition, "html"))


def test_the_markup_is_well_nested(page):
    assert page.complaints == []


def test_no_id_is_used_twice(page):
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids)) > 10


def test_every_link_within_the_page_leads_somewhere(page):
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    inside = [attrs["href"][1:] for attrs in page.all("a") if attrs["href"].startswith("#")]
    assert set(inside) <= ids
    assert len(inside) > 8


def test_each_figure_leads_to_the_words_that_bear_it_out(edition):
    html = render(edition, "html")
    anchor = re.search(r'<a class="figure" href="#([^"]+)"[^>]*>40</a>', html)[1]
    quote = re.search(rf'<blockquote id="{anchor}">([^<]+)</blockquote>', html)[1]
    assert quote == "Some 40 people were hurt, according to the regional health board."


def test_a_figure_keeps_its_link_when_its_offsets_are_those_of_the_whole_brief(edition):
    brief = edition.briefs[0]
    hurt = brief.sentences[1]
    moved = tuple(replace(f, start=f.start + 97, end=f.end + 97) for f in hurt.figures)
    sentences = (brief.sentences[0], replace(hurt, figures=moved))
    html = render(replace(edition, briefs=(replace(brief, sentences=sentences),)), "html")
    assert re.search(r'<a class="figure"[^>]*>31</a> were injured, Radio Vell some <a class="figure"', html)


def test_an_update_says_since_when_also_where_no_figure_changed(edition):
    brief = replace(edition.briefs[0], changes=())
    shown = "".join(Page(render(replace(edition, briefs=(brief,)), "html")).text)
    assert "Update since 13 March, 06:00 ·" in " ".join(shown.split())
    assert "Update" not in "".join(Page(render(replace(edition, briefs=edition.briefs[1:]), "html")).text)


def test_two_verdicts_on_the_same_words_show_them_once(edition):
    brief = edition.briefs[0]
    hurt = brief.sentences[1]
    twice = replace(hurt, figures=(*hurt.figures, *hurt.figures))
    html = render(replace(edition, briefs=(replace(brief, sentences=(brief.sentences[0], twice)),)), "html")
    assert "The Harbour Post says at least 31 were injured, Radio Vell some 40." in "".join(Page(html).text)


def test_what_several_publishers_state_is_in_the_table_though_the_brief_does_not_say_it(edition):
    brief = edition.briefs[0]
    aboard = brief.ledger.lines[2]
    for agreement, shown in (("agreed", True), ("single", False)):
        ledger = Ledger((replace(aboard, agreement=agreement),))
        text = render(replace(edition, briefs=(replace(brief, ledger=ledger),)), "text")
        assert ("Passengers aboard" in text) is shown


def test_the_words_of_a_sentence_are_unchanged_by_its_links(edition, page):
    text = " ".join("".join(page.text).split())
    assert "The Harbour Post says at least 31 were injured, Radio Vell some 40." in text


def test_stories_of_no_section_stand_under_a_heading_of_their_own(edition):
    first, second = edition.briefs
    html = render(replace(edition, briefs=(first, replace(second, section=""))), "html")
    assert [text for text in re.findall(r'<h2 class="section">([^<]+)<', html)] == ["World", "Other stories"]
    alone = render(replace(edition, briefs=(replace(first, section=""),)), "html")
    assert 'class="section"' not in alone


def test_headings_never_skip_a_level(edition):
    for each in (edition, replace(edition, briefs=tuple(replace(b, section="") for b in edition.briefs))):
        levels = [int(tag[1]) for tag, _ in Page(render(each, "html")).tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_reader_of_a_screen_can_skip_and_knows_the_language(page):
    assert page.all("html")[0]["lang"] == "en"
    assert page.all("a")[0] == {"class": "skip", "href": "#stories"}
    assert page.all("main")[0]["id"] == "stories"
    assert all(svg["role"] == "img" and svg["aria-labelledby"] for svg in page.all("svg"))


def test_nothing_is_fetched_and_nothing_runs(page, edition):
    html = render(edition, "html")
    assert not {"script", "img", "iframe", "link", "object", "form"} & {tag for tag, _ in page.tags}
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


def test_hostile_text_stays_text(hostile_edition):
    html = render(hostile_edition, "html")
    page = Page(html)
    assert page.complaints == []
    assert not {"script", "img", "b", "i", "u"} & {tag for tag, _ in page.tags}
    assert not [attrs for _, attrs in page.tags if any(name.startswith("on") for name in attrs)]
    assert all(attrs["href"].startswith(("#", "https://")) for attrs in page.all("a"))
    assert "{{ 7*7 }}" in "".join(page.text)
    assert "\u202e" not in html


def test_links_out_are_web_addresses_only(page):
    out = [attrs["href"] for attrs in page.all("a") if not attrs["href"].startswith("#")]
    assert out
    assert all(href.startswith("https://") for href in out)


# ---------------------------------------------------------------- colours


def _luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, two):
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("ink", ["ink", "soft", "accent"])
@pytest.mark.parametrize("ground", ["paper", "tint", "found"])
def test_every_text_colour_stands_out_from_every_ground(edition, scheme, ink, ground):
    css = render(edition, "html")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    blocks = [[(n, c if len(c) == 7 else "#" + "".join(x * 2 for x in c[1:]))
               for n, c in re.findall(r"--([a-z]+): (#[0-9a-f]+)", block)] for block in blocks]  # fmt: skip
    colours = dict(blocks[["light", "dark", "print"].index(scheme)])
    assert contrast(colours[ink], colours[ground]) >= 4.5


# ---------------------------------------------------------------- charts


def test_a_chart_is_drawn_only_for_what_moved(edition, page):
    assert len(page.all("svg")) == 1
    assert "People killed: 9, North Wire" in "".join(page.text)


def test_two_publishers_that_differ_are_no_movement(edition):
    brief = edition.briefs[0]
    conflict = Ledger((brief.ledger.lines[1],))
    html = render(replace(edition, briefs=(replace(brief, ledger=conflict),)), "html")
    assert "<svg" not in html
    assert "Where sources differ" in html


def test_two_values_at_one_time_are_no_movement(edition):
    brief = edition.briefs[0]
    first, latest = brief.ledger.lines[0].statements
    later = replace(first, as_of=latest.as_of, publisher=latest.publisher)
    other = replace(latest, as_of=latest.as_of - timedelta(hours=2), publisher="Radio Vell")
    statements = (later, latest, other)
    line = replace(brief.ledger.lines[0], statements=statements, current=statements, agreement="conflict")
    html = render(replace(edition, briefs=(replace(brief, ledger=Ledger((line,))),)), "html")
    assert "<svg" not in html


def test_points_of_a_chart_lie_inside_it_and_rise_with_the_value(edition):
    brief = edition.briefs[0]
    line = brief.ledger.lines[0]
    first, latest = line.statements
    more = tuple(
        replace(latest, as_of=latest.as_of + timedelta(hours=hour),
                figure=replace(latest.figure, text=str(12 + hour), low=latest.figure.low + hour,
                               high=latest.figure.high + hour))
        for hour in range(1, 30)
    )  # fmt: skip
    line = replace(line, statements=(first, latest, *more), current=more[-1:])
    page = Page(render(replace(edition, briefs=(replace(brief, ledger=Ledger((line,))),)), "html"))
    points = [(float(c["cx"]), float(c["cy"])) for c in page.all("circle")]
    assert len(points) == 31
    assert points == sorted(points, key=lambda p: p[0])
    assert all(b[1] <= a[1] for a, b in itertools.pairwise(points))
    assert all(0 <= x <= 320 and 0 <= y <= 96 for x, y in points)
    tags = [float(t["x"]) for t in page.all("text") if "class" not in t]
    assert all(b - a >= 44 for a, b in itertools.pairwise(tags))
    assert tags[-1] == 310
