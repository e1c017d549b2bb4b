"""Which stories lead, and why."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.data import Article, Copy, Outlet, Story
from briefing.rank import rank, unmuted, why_it_leads
from briefing.settings import RankSettings

NOW = datetime(2026, 3, 3, 7, 0, tzinfo=UTC)


def story(id, publishers=1, hours=1.0, text="A ferry sank.", title="", copies=0):
    when = None if hours is None else NOW - timedelta(hours=hours)
    articles = tuple(Article(f"{id}{n}", text, f"Site {n}", title, when) for n in range(publishers))
    repeated = tuple(
        Copy(Article(f"{id}c{n}", text, f"Copier {n}"), articles[0].id, "exact", 1.0) for n in range(copies)
    )
    return Story(id, articles, repeated)


def order(*stories, **more):
    return [one.id for one in rank(stories, now=NOW, **more)]


def test_more_independent_publishers_lead():
    assert order(story("one", 1), story("four", 4), story("two", 2)) == ["four", "two", "one"]


def test_newer_leads_older():
    assert order(story("old", hours=40), story("new", hours=1)) == ["new", "old"]


def test_copies_do_not_count_as_publishers():
    assert order(story("copied", 1, copies=8), story("confirmed", 2)) == ["confirmed", "copied"]


def test_a_site_that_prints_its_own_text_twice_carries_nothing_more():
    article = Article("a", "A ferry sank.", "Ledger", published=NOW)
    again = Copy(Article("b", "A ferry sank.", "Ledger"), "a", "exact", 1.0)
    (ranked,) = rank([Story("s", (article,), (again,))], now=NOW)
    assert "carried" not in why_it_leads(ranked)


def test_wire_copy_counts_as_one_publisher():
    carried = story("wire", 4)
    carried = Story(
        "wire", carried.articles, outlets=(Outlet("AP", ("Site 0", "Site 1", "Site 2", "Site 3")),)
    )
    assert order(carried, story("two", 2)) == ["two", "wire"]


def test_your_topic_leads():
    assert (
        order(story("many", 3), story("mine", 1, text="The harbour of Orlesk froze."), topics=["orlesk"])[0]
        == "mine"
    )


@pytest.mark.parametrize(
    ("topic", "text", "found"),
    [
        ("port", "A port closed.", True),
        ("port", "A sports club closed.", False),
        ("central bank", "The Central\nBank met.", True),
        ("c++", "Programmers of C++ met.", True),
        ("", "Anything.", False),
        ("ΣΊΣΥΦΟΣ", "σίσυφος", True),
    ],
)
def test_a_topic_is_found_as_whole_words_in_any_case(topic, text, found):
    (ranked,) = rank([story("a", text=text)], now=NOW, topics=[topic])
    assert any("your topic" in reason for reason in ranked.rank_reasons) is found


def test_what_changed_leads_what_did_not():
    assert order(story("same"), story("changed"), changes={"same": 0.0, "changed": 0.6}) == [
        "changed",
        "same",
    ]


def test_a_story_not_seen_before_is_all_new():
    assert order(story("a seen"), story("b fresh"), changes={"a seen": 0.4}) == ["b fresh", "a seen"]


def test_a_muted_story_comes_last_and_says_so():
    ranked = rank([story("loud", 5, text="The royal wedding."), story("quiet")], now=NOW, muted=["wedding"])
    assert [one.id for one in ranked] == ["quiet", "loud"]
    assert ranked[1].rank_reasons[0] == 'muted: it has "wedding"'


def test_muted_stories_are_dropped_with_their_reason():
    kept, dropped = unmuted([story("loud", text="The royal wedding."), story("quiet")], ["wedding"])
    assert [one.id for one in kept] == ["quiet"]
    assert [(one.step, one.what, one.reason) for one in dropped] == [("rank", "loud", 'muted word "wedding"')]


def test_a_future_date_counts_as_none_and_says_so():
    ranked = rank([story("future", hours=-72), story("past", hours=30)], now=NOW)
    assert [one.id for one in ranked] == ["past", "future"]
    assert any("future" in reason for reason in ranked[1].rank_reasons)


def test_a_date_some_hours_ahead_counts_as_now():
    (ranked,) = rank([story("ahead", hours=-5)], now=NOW)
    assert any("under an hour old" in reason for reason in ranked.rank_reasons)


def test_no_date_gives_no_recency_and_says_so():
    ranked = rank([story("undated", hours=None), story("dated", hours=5)], now=NOW)
    assert [one.id for one in ranked] == ["dated", "undated"]
    assert any("no date" in reason for reason in ranked[1].rank_reasons)


def test_the_points_add_up_to_the_total():
    (ranked,) = rank([story("a", 3, copies=2)], now=NOW, topics=["ferry"], changes={"a": 0.5})
    total, *parts = ranked.rank_reasons
    assert float(total.split()[0]) == pytest.approx(sum(float(part.split()[0]) for part in parts), abs=0.3)


def test_without_a_clock_the_newest_article_is_now():
    (ranked,) = rank([story("a", hours=500)])
    assert any("under an hour old" in reason for reason in ranked.rank_reasons)


@given(st.permutations(range(6)))
def test_the_order_of_stories_does_not_matter(places):
    stories = [story(f"s{n}", publishers=1 + n % 2, hours=(None, 3, 40)[n % 3]) for n in range(6)]
    assert rank([stories[at] for at in places], now=NOW) == rank(stories, now=NOW)


def test_every_story_stays():
    assert rank([], now=NOW) == ()
    assert len(rank([story("a"), story("b")], settings=RankSettings(), now=NOW, muted=["ferry"])) == 2


def test_why_a_story_leads_is_told_without_points():
    texts = ("+4.8 6 independent publishers", "+2.9 newest article 1 hour old", "+0.8 1 copy elsewhere",
             "+3.0 100% new since the last edition", '+4.0 your topic "harbour"')  # fmt: skip
    told = why_it_leads(Story("s", (), rank_reasons=("15.5 points", *texts)))
    assert told == (
        "6 independent publishers; newest report an hour old; carried by 1 more site; "
        "not in the last edition; moved up for “harbour”"
    )


def test_several_topics_that_moved_a_story_up_are_named_in_one_go():
    reasons = ("9.0 points", '+4.0 your topic "harbour"', '+4.0 your topic "sport"')
    assert why_it_leads(Story("s", (), rank_reasons=reasons)) == "moved up for “harbour” and “sport”"


@pytest.mark.parametrize("reason", ["+0.0 no date", "+0.0 dated in the future, which counts as no date",
                                    "+0.0 0% new since the last edition", "+0.0 newest article 3 days old",
                                    "+0.0 newest article 12 years old"])  # fmt: skip
def test_what_moved_nothing_is_no_reason_to_lead(reason):
    story = Story("s", (), rank_reasons=("4.8 points", "+4.8 2 independent publishers", reason))
    assert why_it_leads(story) == "2 independent publishers"


def test_a_story_of_one_publisher_leads_for_nothing_that_its_publishers_do_not_say():
    assert why_it_leads(Story("s", (), rank_reasons=("3.0 points", "+3.0 1 independent publisher"))) == ""


def test_why_a_muted_or_unranked_story_leads_names_no_points():
    muted = Story(
        "s", (), rank_reasons=('muted: it has "wedding"', "4.8 points", "+4.8 2 independent publishers")
    )
    assert why_it_leads(muted) == "2 independent publishers"
    assert why_it_leads(Story("s", ())) == ""


@pytest.mark.parametrize(("age", "told"), [(timedelta(minutes=5), "under an hour"), (timedelta(hours=1), "an hour"),
                                           (timedelta(hours=30), "30 hours"), (timedelta(hours=8, minutes=50), "8 hours"), (timedelta(days=2, hours=3), "2 days")])  # fmt: skip
def test_the_age_of_the_newest_report_is_told_in_whole_words(age, told):
    now = datetime(2030, 5, 1, 12, tzinfo=UTC)
    story = Story("s", (Article("a", "The bridge at Tolven is open.", "Ledger", published=now - age),))
    (ranked,) = rank([story], now=now)
    assert f"newest report {told} old" in why_it_leads(ranked)
