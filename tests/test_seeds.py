"""The seed sets are complete, dated, and say what they claim to say."""

from __future__ import annotations

import hashlib
import tomllib
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
SETS = sorted(path.parent.name for path in SEEDS.glob("*/story.toml"))
OURS = [name for name in SETS if name != "nato-tripoli-2011"]


def articles_of(name: str) -> list[dict[str, Any]]:
    return tomllib.loads((SEEDS / name / "story.toml").read_text(encoding="utf-8"))["article"]


def text_of(name: str, article: dict[str, Any]) -> str:
    return (SEEDS / name / article["file"]).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SETS)
def test_every_text_of_a_set_is_listed_once_and_every_listed_text_is_there(name):
    listed = [article["file"] for article in articles_of(name)]
    assert sorted(listed) == sorted(path.name for path in (SEEDS / name).glob("*.txt"))


@pytest.mark.parametrize("name", SETS)
def test_every_article_has_a_publisher_and_a_date(name):
    for article in articles_of(name):
        assert article["publisher"]
        assert isinstance(article["published"], date)
        assert set(article) <= {"file", "publisher", "title", "published", "url", "story"}


@pytest.mark.parametrize("name", OURS)
def test_our_own_articles_are_dated_with_an_offset_titled_and_of_a_news_storys_length(name):
    for article in articles_of(name):
        assert isinstance(article["published"], datetime)
        assert article["published"].tzinfo is not None
        assert article["title"]
        assert article["url"].split("/")[2].endswith(".example")
        assert 130 <= len(text_of(name, article).split()) <= 400


def test_the_three_real_articles_are_unchanged():
    digests = {
        "ctv.txt": "151bec99690c7f4fe63220f1ee0c848af076cda46aa2d7b10ec3fb59bd7c5bc6",
        "guardian.txt": "66d07f158a91cd4c0f5ab65c7288876d00100f7df09fc8a492562371e401abfd",
        "ndtv.txt": "5673a1417dd05a435ac2c58bff95c559adac1f689acf0bc10410259ff265939d",
    }
    for file, digest in digests.items():
        assert hashlib.sha256((SEEDS / "nato-tripoli-2011" / file).read_bytes()).hexdigest() == digest


def test_two_sets_span_three_days():
    days = {name: {a["published"].strftime("%Y-%m-%d") for a in articles_of(name)} for name in OURS}
    assert sum(len(found) == 3 for found in days.values()) >= 2


def test_one_set_holds_two_events_and_the_others_one():
    stories = defaultdict(set)
    for name in SETS:
        for article in articles_of(name):
            stories[name].add(article["story"])
    assert {name: len(found) for name, found in stories.items() if len(found) > 1} == {"halvern-ferry": 2}


def test_the_wire_story_stands_on_four_sites():
    line = '"We were lucky with the wind," county fire chief Donal Keaveney told a news conference.'
    holders = [a["publisher"] for a in articles_of("brannock-leak") if line in text_of("brannock-leak", a)]
    assert len(holders) == 4


@pytest.mark.parametrize(
    ("file", "phrases"),
    [
        (
            "courier-tue.txt",
            ["Seven people died", "31 were injured", "195 had been brought", "twelve were still"],
        ),
        ("tidewater-wed.txt", ["has risen to 11", "Eight people are still unaccounted", "four more bodies"]),
        ("ledger-wed.txt", ["at thirteen", "its own count was 11", "eight people still missing"]),
        ("courier-thu.txt", ["to ten after finding", "Nine people, rather than eight", "Thirty-four"]),
        ("pallas-thu.txt", ["down to 10 from 11", "Nine people were missing"]),
    ],
)
def test_the_ferry_toll_is_told_as_its_readme_says(file, phrases):
    text = (SEEDS / "halvern-ferry" / file).read_text(encoding="utf-8")
    assert [phrase for phrase in phrases if phrase not in text] == []


@pytest.mark.parametrize("name", SETS)
def test_every_set_is_described_where_the_sets_are_listed(name):
    assert f"`{name}`" in (SEEDS / "README.md").read_text(encoding="utf-8")
    assert (SEEDS / name / "README.md").exists()
