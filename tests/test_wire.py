"""Whose copy it is."""

import pytest

from briefing.data import Article, Outlet
from briefing.wire import agency_name, family_of, mark_wires, outlets_of, wire_origin


def article(text: str, publisher: str = "Tarn Valley Echo") -> Article:
    return Article("a", text, publisher)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("ORLESK (AP) — A ferry sank off Orlesk on Monday.", "AP"),
        ("ORLESK, March 3 (Reuters) - A ferry sank off Orlesk.", "Reuters"),
        ("Orlesk, Mar 3 (AFP) – A ferry sank.", "AFP"),
        ("ORLESK (dpa) - Eine Fähre ist gesunken.", "dpa"),
        ("ORLESK, 3 March (Corvane Press) - A ferry sank.", "Corvane Press"),
        ("By The Associated Press\n\nA ferry sank off Orlesk.", "AP"),
        ("By JOAN MARL, Associated Press\n\nA ferry sank off Orlesk.", "AP"),
        ("By Tidal Wire\n\nA ferry sank off Orlesk.", "Tidal Wire"),
        ("A ferry sank off Orlesk.\n\n(Reporting by Joan Marl; Editing by Pell Ostrick)", "Reuters"),
        ("A ferry sank off Orlesk.\n\n© 2026 The Associated Press. All rights reserved.", "AP"),
        ("A ferry sank off Orlesk.\n\nSource: Agence France-Presse", "AFP"),
    ],
)
def test_a_dateline_or_credit_names_the_agency(text, agency):
    assert wire_origin(article(text)) == agency


@pytest.mark.parametrize(
    "text",
    [
        "A ferry sank off Orlesk, an official told Reuters.",
        "A ferry sank off Orlesk on Monday, the Associated Press reported, citing the coastguard.",
        "A ferry sank off Orlesk.\n\nThe Associated Press contributed to this report.",
        "A ferry sank off Orlesk.\n\nPhoto by Agence France-Presse",
        "The ferry (built in 1974) sank off Orlesk - nobody was hurt.",
        "Pell Ostrick (Labour) - who had promised the ferry - resigned.",
        "",
    ],
)
def test_an_agency_that_is_only_mentioned_is_not_the_origin(text):
    assert wire_origin(article(text)) == ""


def test_an_agencys_own_article_is_its_own():
    assert wire_origin(article("A ferry sank off Orlesk.", "The Associated Press")) == "AP"


def test_what_was_known_before_cleaning_is_kept():
    (marked,) = mark_wires([article("ORLESK (AP) — A ferry sank.")])
    cleaned = Article("a", "A ferry sank.", marked.publisher, wire=marked.wire)
    assert wire_origin(cleaned) == "AP"


def test_a_family_of_publishers_counts_under_its_name():
    families = (("Tarn Group", "Tarn Valley Echo", "Tarn Coast Echo"),)
    assert family_of("tarn coast echo", families) == "Tarn Group"
    assert family_of("Orlesk Mail", families) == "Orlesk Mail"


def test_wire_copy_on_three_sites_is_one_outlet():
    text = "ORLESK (AP) — A ferry sank off Orlesk on Monday."
    sites = [article(text, name) for name in ("Echo", "Mail", "Post")]
    own = article("Our reporter saw the ferry go down.", "Gazette")
    assert outlets_of([sites, [own]]) == (
        Outlet("AP", ("Echo", "Mail", "Post"), (sites[0].id,)),
        Outlet("Gazette", ("Gazette",), (own.id,)),
    )


def test_a_text_is_the_agencys_when_only_a_copy_says_so():
    without, with_credit = article("A ferry sank.", "Echo"), article("ORLESK (AP) — A ferry sank.", "Mail")
    assert outlets_of([[without, with_credit]]) == (Outlet("AP", ("Echo", "Mail"), (without.id,)),)


def test_an_unknown_agency_keeps_its_name():
    assert agency_name("Corvane Press") == "Corvane Press"
