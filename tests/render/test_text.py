from dataclasses import replace

import pytest

from briefing.data import Outlet
from briefing.errors import OutputError
from briefing.render import FORMATS, render


def test_every_sentence_is_followed_by_the_numbers_of_its_sources(edition):
    text = " ".join(render(edition, "text").split())
    assert "off Skerry Point. [1] The Harbour Post says" in text
    assert "Radio Vell some 40. [1][2] The transport minister" in text


def test_a_disagreement_is_shown_with_each_side_and_its_bound(edition):
    text = " ".join(render(edition, "text").split())
    assert "WHERE SOURCES DIFFER" in text
    assert "at least 31 (The Harbour Post, 13 March, 23:05), but about 40 (Radio Vell, 04:30)" in text


def test_the_correction_stands_before_the_first_story(edition):
    text = render(edition, "text")
    assert 0 < text.index("CORRECTION") < text.index("1. Ferry")
    assert "not 9 as sent on 13 March" in " ".join(text.split())


def test_no_line_is_wider_than_a_terminal_unless_it_is_an_address(edition):
    for line in render(edition, "text").splitlines():
        assert len(line) <= 78 or line.strip().startswith("https://")


def test_what_was_left_out_is_counted_and_listed_on_demand(edition):
    counted = render(edition, "text")
    assert "Left out: 3. clean: repeated passage (2). dedupe:" in " ".join(counted.split())
    assert "north-wire-1" not in counted
    assert "north-wire-1" in render(edition, "text", list_dropped=True)


def test_what_a_brief_alone_dropped_is_counted_too(edition):
    brief = replace(
        edition.briefs[0], dropped=(edition.dropped[0], replace(edition.dropped[0], what="other"))
    )
    text = render(replace(edition, briefs=(brief,)), "text")
    assert "Left out: 4." in text


def test_an_update_says_what_is_new_before_it_tells_the_story(edition):
    text = render(edition, "text")
    assert text.index("WHAT IS NEW") < text.index("Twelve people")
    assert "last sent 13 March" in text


def test_a_superseded_value_is_marked_as_earlier(edition):
    line = next(row for row in render(edition, "text").splitlines() if "North Wire, 13 March" in row)
    assert "(earlier)" in line


def test_copies_are_named_but_are_no_sources(edition):
    text = render(edition, "text")
    assert "Also carried by Coast Today" in text
    assert "[4]" not in text


def test_a_publisher_that_prints_its_own_text_twice_does_not_carry_it(edition):
    brief = edition.briefs[0]
    copies = tuple(
        replace(copy, article=replace(copy.article, publisher="The Harbour Post"))
        for copy in brief.story.copies
    )
    twice = replace(brief, story=replace(brief.story, copies=copies))
    assert "Also carried by" not in render(replace(edition, briefs=(twice,)), "text")


def test_an_agency_is_named_with_the_sites_that_carry_it(edition):
    brief = edition.briefs[0]
    outlets = (Outlet("NWA", ("The Harbour Post", "Coast Today")), Outlet("Radio Vell", ("Radio Vell",)))
    brief = replace(brief, story=replace(brief.story, outlets=outlets))
    text = " ".join(render(replace(edition, briefs=(brief,)), "text").split())
    assert "NWA (in The Harbour Post and Coast Today) and Radio Vell · latest" in text


def test_sources_that_could_not_be_read_are_named(edition):
    assert "Could not be read: Orrin Gazette" in render(edition, "text")


def test_an_edition_without_stories_says_so(edition):
    for name in ("text", "md", "html"):
        assert "No story could be published." in render(replace(edition, briefs=()), name)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"ninjs"}))
def test_the_same_edition_gives_the_same_bytes(edition, name):
    assert render(edition, name) == render(edition, name)


@pytest.mark.parametrize("name", ["text", "md", "html", "json"])
def test_every_format_says_every_sentence_headline_and_source(edition, name):
    shown = render(edition, name)
    flat = " ".join(shown.split()).casefold()
    for brief in edition.briefs:
        assert brief.headline.casefold() in flat
        for source in brief.sources:
            assert source.publisher.casefold() in flat
            assert source.title.casefold() in flat


def test_an_unknown_format_is_refused_with_the_known_ones(edition):
    with pytest.raises(OutputError, match="'docx' is not known: choose one of md, text"):
        render(edition, "docx")
