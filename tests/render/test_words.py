from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from briefing.data import Citation, Figure, Kind, LedgerLine, Modifier, Statement
from briefing.render import words
from briefing.shown import named

NOW = datetime(2031, 3, 14, 6, 0, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("then", "told"),
    [
        (datetime(2031, 3, 14, 3, 35, tzinfo=UTC), "25 min ago"),
        (datetime(2031, 3, 14, 1, 0, tzinfo=UTC), "3 h ago"),
        (datetime(2031, 3, 12, 1, 0, tzinfo=UTC), "2 days ago"),
        (datetime(2031, 3, 14, 4, 0, tzinfo=UTC), "just in"),
        (datetime(2011, 3, 12, 1, 0, tzinfo=UTC), "20 years ago"),
        (datetime(2031, 3, 14, 9, 0, tzinfo=UTC), ""),
        (None, ""),
    ],
)
def test_an_age_is_told_in_the_unit_a_reader_would_use(then, told):
    assert words.age(then, NOW) == told


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (datetime(2031, 3, 13, 23, 30, tzinfo=UTC), "01:30"),
        (datetime(2031, 3, 13, 20, 5, tzinfo=UTC), "13 March, 22:05"),
        (datetime(2030, 12, 31, 9, 0, tzinfo=UTC), "31 December 2030, 11:00"),
    ],
)
def test_a_moment_is_told_in_the_zone_of_the_edition(when, told):
    assert words.moment(when, NOW) == told


def test_the_zone_is_an_offset_that_cannot_be_misread():
    assert words.zone(NOW) == "UTC+02:00"
    assert words.zone(NOW.astimezone(UTC)) == "UTC"
    assert words.zone(NOW.astimezone(timezone(timedelta(hours=-3, minutes=-30)))) == "UTC−03:30"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x?y=1&z=é", "https://a.example/x?y=1&z=%C3%A9"),
        ("http://a.example", "http://a.example"),
        ("HTTPS://a.example/", "HTTPS://a.example/"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https:", ""),
        ("//a.example", ""),
        ("https://a.example/ onclick=x", ""),
        ("https://[bad", ""),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
    ],
)
def test_only_plain_web_addresses_become_links(url, kept):
    assert words.safe_url(url) == kept


@pytest.mark.parametrize(
    ("text", "low", "kind", "modifier", "shown"),
    [
        ("nine", "9", Kind.COUNT, Modifier.EXACT, "9"),
        ("nine", "9", Kind.COUNT, Modifier.AT_LEAST, "at least 9"),
        ("1,200", "1200", Kind.COUNT, Modifier.ABOUT, "about 1,200"),
        ("some 1,200", "1200", Kind.COUNT, Modifier.ABOUT, "some 1,200"),
        ("$1.2bn", "1200000000", Kind.MONEY, Modifier.EXACT, "$1.2bn"),
        ("four months", "4", Kind.DURATION, Modifier.EXACT, "four months"),
        ("two-thirds", "0.6667", Kind.FRACTION, Modifier.EXACT, "two-thirds"),
    ],
)
def test_a_figure_keeps_its_bound_and_its_own_words(text, low, kind, modifier, shown):
    value = Decimal(low)
    assert words.figure(Figure(kind, text, 0, len(text), value, value, modifier=modifier)) == shown


def test_direction_overrides_and_controls_never_reach_a_reader():
    assert words.clean("toll \u202e21\u202c\x00\x1b[31m  rose\n") == "toll 21[31m rose"


@pytest.mark.parametrize(
    ("given", "shown"), [("people killed", "People killed"), ("iPhone sales", "iPhone sales"), ("", "")]
)
def test_a_label_gets_a_capital_unless_it_has_its_own(given, shown):
    assert words.capital(given) == shown


@pytest.mark.parametrize(
    ("sentence", "figure", "told"),
    [
        ("Thirty-four were hurt, six of whom remain in hospital.", "six", "“six of whom remain in hospital”"),
        ("The works on the north quay employs 340 people.", "340", "“… north quay employs 340 people”"),
        ("About 1,450 people were told to leave, police said.", "1,450", "“About 1,450 people were told to leave”"),
        ("So said two people with direct knowledge of the long inquiry.", "two",
         "“So said two people with direct knowledge of the …”"),
        ("Nine.", "Nine", "people"),
    ],
)  # fmt: skip
def test_a_figure_of_people_that_nothing_names_is_named_by_the_words_around_it(sentence, figure, told):
    number = Figure(Kind.COUNT, figure, 0, len(figure), Decimal(1), Decimal(1))
    statement = Statement(number, "Post", Citation("a", 0, len(sentence), sentence), None)
    assert named(LedgerLine("people", (statement,), (statement,), "single")) == told
    assert named(LedgerLine("people killed", (statement,), (statement,), "single")) == "people killed"


def test_a_quotation_has_one_pair_of_marks():
    assert words.quoted("The bridge is shut.") == "“The bridge is shut.”"
    assert words.quoted("“The bridge is shut,” Holm said.") == "“The bridge is shut,” Holm said."
