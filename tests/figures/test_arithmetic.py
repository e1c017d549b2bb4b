"""What follows by arithmetic passes, shown as such; a near miss with the same words does not."""

from __future__ import annotations

from datetime import datetime

import pytest

from briefing.check import check_text
from briefing.data import Article, Verdict

_ROAD = "The road is 42 km long; 18 km have been rebuilt. Six lorries brought 20 tonnes each."
_POLICE = (
    "Police arrested 14 people on Friday, 23 on Saturday and nine on Sunday. Six of them have been charged."
)
_PARTY = "Anna Reus, born on 3 August 1961, has led the party since March 2015."
_RUGBY = "Vale beat Corran 28-17 on Saturday, having trailed 10-14 at half-time."
_TENNIS = "Ivana Petrak won 6-4, 3-6, 7-5 against Lucy Marsh."
_CUP = "Telmo won the return leg 1-0 but went out 4-3 on aggregate."
_COINS = "A museum has bought 20 of the 46 coins; the rest will be auctioned in June."
_CROWD = "The centre, built for 400, held 1,150 on Sunday night."


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (_ROAD, "Some 24 km have yet to be rebuilt.", "Some 26 km have yet to be rebuilt."),
        (_ROAD, "The lorries brought 120 tonnes.", "The lorries brought 140 tonnes."),
        (_POLICE, "Police arrested 46 people over the three days.", "Police arrested 41 people over the three days."),
        (_POLICE, "The other 40 people arrested have not been charged.", "The other 38 people arrested have not been charged."),
        (_POLICE, "There were nine more arrests on Saturday than on Friday.", "There were five more arrests on Saturday than on Friday."),
        (_PARTY, "Anna Reus is 64.", "Anna Reus is 65."),
        (_PARTY, "Anna Reus has led the party for 11 years.", "Anna Reus has led the party for 15 years."),
        (_RUGBY, "Vale won by 11 points.", "Vale won by 12 points."),
        (_TENNIS, "Petrak took the third set 7-5.", "Petrak took the first set 7-5."),
        (_CUP, "Telmo went out 4-3 on aggregate.", "Telmo lost the return leg 4-3."),
        (_COINS, "Twenty-six of the 46 coins will be auctioned.", "Twenty-four of the 46 coins will be auctioned."),
        (_CROWD, "The centre was 750 over capacity on Sunday night.", "The centre was 570 over capacity on Sunday night."),
    ],
)  # fmt: skip
def test_only_the_right_result_of_the_sources_figures_passes(source: str, right: str, wrong: str) -> None:
    articles = (
        Article(
            id="a",
            text=source,
            publisher="Post",
            published=datetime.fromisoformat("2026-07-14T09:00:00+01:00"),
        ),
    )
    assert check_text(right, articles).ok
    assert not check_text(wrong, articles).ok


def test_a_stated_figure_of_the_very_thing_is_never_outdone_by_a_sum() -> None:
    source = Article(
        id="a", text="Kelton lead by 112 runs, with Rao 54 not out; Aston made 175.", publisher="Post"
    )
    assert not check_text("Kelton lead by 121 runs.", (source,)).ok


def test_a_source_without_a_date_counts_nothing_up_to_now() -> None:
    source = Article(id="a", text="Anna Reus, born on 3 August 1961, left yesterday.", publisher="Post")
    assert not check_text("Anna Reus is 64.", (source,)).ok
    assert check_text("Anna Reus left yesterday.", (source,)).ok


def test_a_pair_and_a_list_of_names_count_their_members_and_say_so() -> None:
    source = Article(id="a", text="The ministers of France, Spain and Malta met in Rome.", publisher="Post")
    report = check_text("Three ministers met in Rome.", (source,))
    assert report.ok
    assert report.figures[0].verdict is Verdict.DERIVED
    assert not check_text("Four ministers met in Rome.", (source,)).ok
