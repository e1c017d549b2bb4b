"""A story holds the newest version of an article, and no other."""

from __future__ import annotations

from briefing.data import Article, Copy, Outlet, Story
from briefing.versions import first_id, newest_only, reunited, version_id, words_digest


def article(id: str, text: str = "The bridge is shut.", publisher: str = "Courier") -> Article:
    return Article(id, text, publisher)


def test_a_newer_version_that_counts_as_a_copy_takes_the_place_of_the_older():
    story = Story(
        "s",
        (article("a"), article("b", publisher="Herald")),
        (
            Copy(article("a~v2", "The bridge is open."), "a", "near", 0.9),
            Copy(article("c"), "a", "exact", 1.0),
        ),
        outlets=(Outlet("Courier", ("Courier",), ("a",)), Outlet("Herald", ("Herald",), ("b",))),
    )
    found = newest_only(story)
    assert [a.id for a in found.articles] == ["a~v2", "b"]
    assert [(c.article.id, c.original_id) for c in found.copies] == [("c", "a~v2")]
    assert found.publisher_of(found.articles[0]) == "Courier"


def test_a_version_that_stands_alone_comes_home_to_its_story():
    stories = (
        Story("s", (article("a"), article("b"))),
        Story("t", (article("a~v3"),)),
        Story("u", (article("c"),)),
    )
    assert [(s.id, [a.id for a in s.articles]) for s in reunited(stories)] == [
        ("s", ["a", "b", "a~v3"]),
        ("u", ["c"]),
    ]


def test_an_id_with_a_version_leads_back_to_the_first():
    assert first_id(version_id("x@mail.example", 12)) == "x@mail.example"
    assert version_id("x", 1) == "x"


def test_only_other_words_make_another_version():
    assert words_digest(article("a", "It is shut.")) == words_digest(article("a", "it  is - shut"))
    assert words_digest(article("a", "It is shut.")) != words_digest(article("a", "It is not shut."))
