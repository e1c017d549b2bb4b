"""Whether one figure says what another says: values, modifiers, rounding, units, directions, dates."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.check import check_text
from briefing.data import Article
from briefing.figures import figures, match
from briefing.figures.matching.match import BEARING, comparable

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)


def one(text: str):
    """The first figure of ``text``."""
    return figures(text, published=NOW)[0]


SAME = [
    ("12 people", "twelve people"),
    ("a dozen people", "12 people"),
    ("1,200 people", "1200 people"),
    ("£2.30", "230 pence"),
    ("$2bn", "2 billion dollars"),
    ("3.4 GW", "3,400 MW"),
    ("4,500 kg", "4.5 tonnes"),
    ("90 minutes", "an hour and a half"),
    ("25 percent of pupils", "one in four pupils"),
    ("half of voters", "50 percent of voters"),
    ("50 basis points", "half a percentage point"),
    ("9:00 a.m.", "9 a.m."),
    ("no fewer than 12 people", "at least 12 people"),
    ("almost 300 people", "nearly 300 people"),
    ("about 300 people", "some 300 people"),
    ("as many as 12 people", "up to 12 people"),
    ("between 5 and 7 people", "5 to 7 people"),
    ("dozens of people", "dozens of people"),
]
FOLLOWS = [
    ("nearly 3,000 people", "2,960 people"),
    ("about 600 people", "608 people"),
    ("more than 7,000 people", "7,150 people"),
    ("at least 60 people", "more than 60 people"),
    ("about 85 percent", "85.19 percent"),
    ("about 300 people", "nearly 300 people"),
    ("dozens of people", "47 people"),
    ("hundreds of people", "350 people"),
    ("in June", "on June 3"),
]
DIFFERS = [
    ("13 people", "12 people", "value"),
    ("more than 3,000 people", "2,960 people", "value"),
    ("nearly 7,000 people", "7,150 people", "value"),
    ("about 10 people", "9 people", "value"),
    ("3,000 people", "2,960 people", "value"),
    ("12 people", "at least 12 people", "modifier"),
    ("at most 12 people", "at least 12 people", "modifier"),
    ("at least 12 people", "up to 12 people", "modifier"),
    ("12 people", "about 12 people", "modifier"),
    ("about 60 people", "more than 60 people", "modifier"),
    ("nearly 300 people", "about 300 people", "modifier"),
    ("30 percent of voters", "a third of voters", "value"),
    ("€5 million", "$5 million", "unit"),
    ("900 hectares", "900 acres", "unit"),
    ("2 percent", "2 percentage points", "unit"),
    ("12 people", "dozens of people", "modifier"),
    ("dozens of people", "two people", "value"),
    ("June 4", "June 3", "time"),
    ("on June 3", "in June", "time"),
    ("at least 7 people", "5 to 7 people", "value"),
    ("the third strike", "the second strike", "value"),
]


@pytest.mark.parametrize(("claim", "source"), SAME)
def test_the_same_said_otherwise_fits(claim, source):
    assert match(one(claim), one(source)).fits


@pytest.mark.parametrize(("claim", "source"), FOLLOWS)
def test_what_follows_from_the_source_fits(claim, source):
    assert match(one(claim), one(source)).fits


@pytest.mark.parametrize(("claim", "source", "fault"), DIFFERS)
def test_what_does_not_follow_is_refused_with_its_fault_and_a_reason(claim, source, fault):
    judged = match(one(claim), one(source))
    assert not judged.fits
    assert judged.fault == fault
    assert judged.reason


def test_a_name_with_digits_matches_only_itself():
    assert match(one("the H7N3 virus"), one("the H7N3 virus")).fits
    assert not match(one("the H7N3 virus"), one("the H5N2 virus")).fits


@given(st.integers(min_value=0, max_value=10**9))
def test_every_count_matches_itself_and_not_the_next(number):
    claim = one(f"{number} people")
    assert match(claim, claim).fits
    assert not match(claim, one(f"{number + 1} people")).fits


@given(
    st.integers(min_value=20, max_value=10**7), st.sampled_from(["more than", "nearly", "at least", "up to"])
)
def test_a_bound_or_hedge_never_supports_the_bare_number(number, hedge):
    assert not match(one(f"{number} people"), one(f"{hedge} {number} people")).fits


_OF_EVERY_KIND = (
    "12 people", "$12", "12 percent", "12 percentage points", "the 12th", "12 June 2026", "at 12:00 noon", "12 years ago",
    "12 days", "12-year-old", "12-9", "12 metres a second", "12 to 1", "12 km", "12C", "twelve points", "a third", "dozens",
    "flight BA12", "12 times",
)  # fmt: skip


def test_kinds_that_are_never_compared_could_neither_support_nor_gainsay_each_other():
    for claim in map(one, _OF_EVERY_KIND):
        for source in map(one, _OF_EVERY_KIND):
            found = match(claim, source)
            bears = (
                found.fits or found.fault in ("modifier", "direction", "unit") or comparable(claim, source)
            )
            assert source.kind in BEARING[claim.kind] or not bears, (claim.text, source.text)


@pytest.mark.parametrize(
    ("claim", "source", "holds"),
    [
        ("The plan costs $3bn over ten years.", "The plan is to cost $3bn over a decade.", True),
        ("The plan costs $3bn over five years.", "The plan is to cost $3bn over a decade.", False),
        ("The court sits for two weeks.", "The court will sit for a fortnight from Monday.", True),
        ("The court sits for three weeks.", "The court will sit for a fortnight from Monday.", False),
        ("The bridge stood for 50 years.", "The bridge stood for half a century.", True),
        ("The bridge stood for 50 years.", "The bridge stood for nearly half a century.", False),
        ("The maximum fine is £1,000.", "Offenders can be fined up to £1,000.", True),
        ("The minimum fine is £1,000.", "Offenders can be fined up to £1,000.", False),
        ("Ann Reed has three children.", "Ann Reed, a mother of three, has resigned.", True),
        ("Ann Reed has four children.", "Ann Reed, a mother of three, has resigned.", False),
        ("Nine bodies were pulled out.", "Nine people were rescued alive and pulled out.", False),
        ("Five suspects were arrested.", "Police arrested three of five suspects.", False),
        ("Twelve people died in the flood.", "Twelve people lost their lives in the flood.", True),
        ("The flood cost 12 people their lives.", "Twelve people were injured in the flood.", False),
        (
            "The bill passed the upper house by 31 to 27.",
            "The lower house passed the bill by 31 to 27.",
            False,
        ),
        ("Senators passed the bill by 31 to 27.", "The upper house passed the bill by 31 to 27.", True),
        ("The tram leaves at 00:30.", "The last tram leaves at half past midnight.", True),
        ("The quake struck at 3.40pm.", "The quake struck at 03:40.", False),
        ("The trial ends on 4 May.", "The trial is to begin on May 4.", False),
        ("Kim Bell finished fifth.", "Kim Bell was third in her fifth week on tour.", False),
        ("The roof cost £71m.", "Correction: we gave the cost of the roof as £71m. It was £17m.", False),
        ("The roof cost £17m.", "Correction: we gave the cost of the roof as £71m. It was £17m.", True),
        ("Oil fell $2.10.", "Brent crude oil lost $2.10, or 2.9 percent, to settle at $71.40.", True),
        ("Oil rose $2.10.", "Brent crude oil lost $2.10, or 2.9 percent, to settle at $71.40.", False),
    ],
)
def test_what_plain_words_say_of_a_figure(claim, source, holds):
    assert (check_text(claim, [Article(id="a", text=source, publisher="P")]).failures == ()) is holds
