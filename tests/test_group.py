"""Which articles tell of one event."""

import random
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.data import Article, Copy, Outlet
from briefing.group import group
from briefing.group.arrivals import settle
from briefing.group.cluster import Clusters
from briefing.group.features import vectors
from briefing.group.similar import Links, apart_from_crowd, closeness_in_time
from briefing.settings import GroupSettings
from measure.grouping import seed_set

DAY = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)

FERRY = (
    "A ferry carrying 84 people struck rocks off the port of Orlesk on Monday evening, killing nine passengers. "
    "The captain, Ivo Prenn, had reported a failed rudder. Governor Mira Taldane ordered an inquiry.",
    "Nine people drowned when the Orlesk ferry hit a reef on Monday. Survivors said the rudder failed minutes "
    "before. Mira Taldane, the governor, said every ferry of the class would stay in harbour.",
    "Shopkeepers on the quay at Orlesk threw ropes to passengers of the ferry that sank on Monday with nine dead. "
    "Captain Ivo Prenn told the coastguard of a failed rudder before the reef.",
)
OTHER_FERRY = (
    "Four people died when a ferry ran aground near Tessmouth in fog on 12 January. The captain, Lena Quill, was "
    "arrested. The vessel, the Sea Lark, carried 31 passengers, the Tessmouth harbour police said.",
    "Police in Tessmouth have arrested Lena Quill, captain of the Sea Lark, after the ferry ran aground in January "
    "fog with the loss of four lives.",
    "The Sea Lark, the ferry that ran aground off Tessmouth in fog, had no working radar, inspectors said. Four "
    "of its 31 passengers died. Its captain, Lena Quill, remains in custody.",
)
BANK = (
    "The central bank of Averland raised its key rate by a quarter point to 4.5 percent on Tuesday, citing wages. "
    "Governor Tomas Ehrl said inflation would not return to target before the autumn of next year.",
    "Borrowing costs in Averland will rise again: the central bank lifted its rate to 4.5 percent. Tomas Ehrl, its "
    "governor, pointed to wages and said inflation was stubborn.",
)
CUP = (
    "Dunmarsh Rovers won the Harbour Cup for the first time, beating Pellworth 3-1 after extra time on Saturday. "
    "Striker Joss Verrin scored twice in the last ten minutes.",
    "Two late goals by Joss Verrin gave Dunmarsh Rovers the Harbour Cup with a 3-1 victory over Pellworth.",
)


def articles(**events):
    """Return an article for each text, its id saying its event."""
    return [
        Article(f"{event}{at}", text, f"Site {at}", published=DAY + timedelta(hours=at))
        for event, texts in events.items()
        for at, text in enumerate(texts)
    ]


def grouped(items, **more):
    return {frozenset(article.id for article in story.articles) for story in group(items, **more)}


def test_three_articles_of_one_event_are_one_story():
    assert grouped(articles(ferry=FERRY)) == {frozenset({"ferry0", "ferry1", "ferry2"})}


def test_one_article_is_one_story_with_its_reason():
    (story,) = group(articles(ferry=FERRY[:1]))
    assert story.reasons == ("ferry0: alone, nothing like it",)


def test_no_articles_are_no_stories():
    assert group([]) == ()


def test_three_articles_of_three_events_are_three_stories():
    assert len(group(articles(ferry=FERRY[:1], bank=BANK[:1], cup=CUP[:1]))) == 3


@pytest.mark.parametrize("count", [1, 2, 3])
def test_two_events_of_a_kind_in_other_places_stay_apart(count):
    ours = articles(ferry=FERRY[:count], other=OTHER_FERRY[:count])
    assert grouped(ours) == {
        frozenset(a.id for a in ours if a.id.startswith("ferry")),
        frozenset(a.id for a in ours if a.id.startswith("other")),
    }


def test_common_words_alone_join_no_two_articles():
    """Every noun and verb is shared; the names are not."""
    ours = [
        "A fire destroyed a warehouse in Pellworth late on Friday. Firefighters fought the blaze for six hours and "
        "nobody was injured, said fire chief Anna Drell. The cause of the fire is under investigation.",
        "A fire destroyed a warehouse in Orlesk early on Tuesday. Firefighters fought the blaze for nine hours and "
        "nobody was injured, said fire chief Ottmar Kay. The cause of the fire is under investigation.",
    ]
    assert len(group([Article(str(at), text, "x") for at, text in enumerate(ours)])) == 2


def test_a_word_common_in_news_weighs_less_than_a_rare_one_also_among_three_articles():
    ours = [Article(str(at), "government chandlery", "x") for at in range(3)]
    found = vectors(ours, GroupSettings())
    weights = found.matrix.toarray()[0]
    column = {word: code // 3 for word, code in found.columns.items()}
    assert weights[column["\ngovernment"]] < 0.6 * weights[column["chandlery"]]


def test_four_events_at_once_are_four_stories():
    stories = group(articles(ferry=FERRY, other=OTHER_FERRY, bank=BANK, cup=CUP))
    assert sorted(len(story.articles) for story in stories) == [2, 2, 3, 3]


def test_languages_are_apart():
    ours = articles(ferry=FERRY)
    assert len(group([*ours[:2], replace(ours[2], language="xx")])) == 2


def test_the_same_words_months_later_are_another_event():
    first, second, _ = articles(ferry=FERRY)
    assert len(group([first, second])) == 1
    assert len(group([first, replace(second, published=DAY + timedelta(days=90))])) == 2


def test_an_unknown_date_neither_joins_nor_parts():
    first, second, third = articles(ferry=FERRY)
    assert len(group([first, replace(second, published=None), replace(third, published=None)])) == 1


def test_days_apart_halve_similarity_after_the_grace():
    settings = GroupSettings(grace_days=2, half_life_days=10)
    when = [DAY, DAY + timedelta(days=1), DAY + timedelta(days=12), None]
    items = [Article(str(at), "", "", published=date) for at, date in enumerate(when)]
    import numpy as np

    factors = closeness_in_time(items, np.array([0, 0, 0]), np.array([1, 2, 3]), settings)
    assert factors.tolist() == [1.0, 0.5, 1.0]


def test_time_zones_are_the_same_moment():
    first, second, third = articles(ferry=FERRY)
    elsewhere = replace(second, published=second.published.astimezone(timezone(timedelta(hours=13))))
    assert [s.id for s in group([first, elsewhere, third])] == [s.id for s in group([first, second, third])]


@given(st.permutations(range(10)))
def test_the_order_of_articles_does_not_matter(order):
    ours = articles(ferry=FERRY, other=OTHER_FERRY, bank=BANK, cup=CUP)
    assert group([ours[at] for at in order]) == group(ours)


def test_a_new_article_joins_a_story_and_changes_nothing_in_it():
    first, second, third = articles(ferry=FERRY)
    (before,) = group([first, second])
    (after,) = group([third], existing=[before])
    assert after.id == before.id
    assert after.articles == (first, second, third)


def test_an_article_known_already_is_not_taken_twice():
    ours = articles(ferry=FERRY)
    (before,) = group(ours)
    (after,) = group(ours, existing=[before])
    assert after.articles == before.articles


def test_settled_stories_never_join_each_other():
    ours = articles(ferry=FERRY)
    apart = [group([article])[0] for article in ours[:2]]
    after = group([ours[2]], existing=apart)
    assert [story.id for story in after] == [story.id for story in apart]
    assert sum(len(story.articles) for story in after) == 3


def test_a_story_keeps_its_place_and_new_ones_follow():
    before = group(articles(cup=CUP, ferry=FERRY))
    after = group(articles(bank=BANK), existing=before)
    assert [story.id for story in after[: len(before)]] == [story.id for story in before]
    assert len(after) == len(before) + 1


def test_the_id_comes_from_the_earliest_article():
    ours = articles(ferry=FERRY)
    assert group(ours)[0].id == group(ours[:1])[0].id


def test_a_copy_goes_with_its_original_and_counts_no_publisher():
    first, second, third = articles(ferry=FERRY)
    copy = Copy(replace(first, id="copy", publisher="Site 9"), first.id, "near", 0.93)
    (story,) = group([first, second, third], [copy])
    assert story.copies == (copy,)
    assert story.publishers == ("Site 0", "Site 1", "Site 2")
    assert "copy: near copy of ferry0, 93% alike" in story.reasons


def test_wire_copy_counts_once_under_the_agency():
    first, second, third = articles(ferry=FERRY)
    wire = [replace(a, text="ORLESK (AP) — " + a.text) for a in (first, second)]
    (story,) = group([*wire, third])
    assert story.outlets == (
        Outlet("AP", ("Site 0", "Site 1"), ("ferry0", "ferry1")),
        Outlet("Site 2", ("Site 2",), ("ferry2",)),
    )
    assert [story.publisher_of(article) for article in story.articles] == ["AP", "AP", "Site 2"]


def test_a_family_counts_once():
    settings = GroupSettings(families=(("Orlesk Group", "Site 0", "Site 2"),))
    (story,) = group(articles(ferry=FERRY), settings=settings)
    assert story.publishers == ("Orlesk Group", "Site 1")


def test_every_article_and_copy_has_its_reason():
    stories = group(articles(ferry=FERRY, bank=BANK, cup=CUP[:1]))
    for story in stories:
        assert [line.split(":")[0] for line in story.reasons] == [a.id for a in story.articles]


def test_a_reason_names_what_is_shared():
    (story,) = group(articles(ferry=FERRY))
    assert "Orlesk" in story.reasons[0]
    assert "ferry1 (Site 1)" in story.reasons[0] or "ferry2 (Site 2)" in story.reasons[0]


def test_a_missing_date_is_said():
    ours = [replace(article, published=None) for article in articles(ferry=FERRY)]
    assert all("no date" in reason for reason in group(ours)[0].reasons)


def test_capitals_throughout_are_read_like_any_text():
    first, second, third = articles(ferry=FERRY)
    assert len(group([first, replace(second, text=second.text.upper()), third])) == 1


def test_a_title_alone_is_enough_to_join():
    ours = articles(ferry=FERRY)
    bare = Article(
        "bare", "", "Site 7", title="Orlesk ferry: nine drowned after rudder failed, Taldane orders inquiry"
    )
    assert len(group([*ours, bare, *articles(bank=BANK)])) == 2


def test_one_sentence_briefs_find_their_story():
    brief = Article("brief", "Nine people drowned when the Orlesk ferry hit a reef.", "Site 8")
    stories = grouped([*articles(ferry=FERRY, bank=BANK), brief])
    assert frozenset({"ferry0", "ferry1", "ferry2", "brief"}) in stories


def test_a_machine_translated_report_finds_its_story():
    """Word order and idiom of another language; names and figures as they were."""
    translated = Article(
        "translated",
        "On monday evening has a ferry with 84 persons on board before the harbour of Orlesk a rock rammed. Nine persons "
        "came thereby to the death. After indications of the captain Ivo Prenn was the rudder failed. The governess Mira "
        "Taldane has one investigation arranged.",
        "Site 9",
        published=DAY,
    )
    assert frozenset({"ferry0", "ferry1", "ferry2", "translated"}) in grouped(
        [*articles(ferry=FERRY, other=OTHER_FERRY), translated]
    )


def test_a_date_in_the_future_is_a_mistake_and_parts_no_story():
    first, second, third = articles(ferry=FERRY)
    mistaken = replace(second, published=DAY + timedelta(days=365))
    assert len(group([first, mistaken, third], now=DAY + timedelta(days=1))) == 1
    assert len(group([first, mistaken, third], now=DAY + timedelta(days=400))) == 2


def test_articles_without_a_word_stand_alone():
    assert len(group([Article("a", "", "x"), Article("b", "", "y"), Article("c", "— !", "z")])) == 3


def test_five_thousand_like_articles_do_not_blow_up():
    chance = random.Random(1)
    words = " ".join(FERRY).split()
    ours = [
        Article(f"a{at:04d}", " ".join(chance.sample(words, 60)), f"Site {at}", published=DAY)
        for at in range(5000)
    ]
    began = time.process_time()
    group(ours)
    assert time.process_time() - began < 15


def test_a_million_characters_are_read_in_under_five_seconds():
    long = Article("long", " ".join([FERRY[0]] * 5_500), "Site 9", published=DAY)
    assert len(long.text) > 1_000_000
    began = time.process_time()
    group([*articles(bank=BANK), long])
    assert time.process_time() - began < 5


def test_a_large_batch_is_grouped_as_a_small_one_is():
    ours = articles(ferry=FERRY, other=OTHER_FERRY, bank=BANK, cup=CUP)
    assert grouped(ours, settings=GroupSettings(whole_batch=2)) == grouped(ours)


def test_clusters_join_only_where_alike_enough_within():
    within, between = (0.5, 0.2), (0.2, 0.1)
    links = [(0, 1, *within), (2, 3, *within), *((a, b, *between) for a in (0, 1) for b in (2, 3))]
    clusters = Clusters(4, links)
    clusters.merge(0.1, 0.0, 0.6, 0.25, 0.4)
    assert sorted(clusters.members.values()) == [[0, 1], [2, 3]]
    clusters.merge(0.1, 0.0, 0.3, 0.25, 0.4)
    assert sorted(clusters.members.values()) == [[0, 1, 2, 3]]


@pytest.mark.parametrize(("named", "nameless", "stories"), [(0.05, (), 2), (0.15, (), 1), (0.05, (2,), 1)])
def test_an_article_alone_needs_the_names_that_a_story_shares_where_it_shows_any(named, nameless, stories):
    clusters = Clusters(3, [(0, 1, 0.4, 0.3), (0, 2, 0.2, named), (1, 2, 0.2, named)], nameless=nameless)
    clusters.merge(0.1, 0.0, 0.6, 0.25, 0.4)
    assert len(clusters.members) == stories


@pytest.mark.parametrize(("mates", "stories"), [([], 2), ([(1, 2, 0.5, 0.5), (0, 2, 0.13, 0.13)], 1)])
def test_one_weak_likeness_proves_less_than_the_mean_of_several(mates, stories):
    clusters = Clusters(2 + bool(mates), [(0, 1, 0.13, 0.13), *mates])
    clusters.merge(0.1, 0.4, 0.1, 0.1, 0.1)
    assert len(clusters.members) == stories


@pytest.mark.parametrize(("crowd", "counts_for_more"), [((), True), (range(2, 40), False)])
def test_a_likeness_counts_for_more_where_little_else_is_alike(crowd, counts_for_more):
    pairs = [(0, 1, 0.15), *((one, other, 0.14) for one in (0, 1) for other in crowd)]
    rows, columns, values = map(np.array, zip(*pairs, strict=True))
    scaled = apart_from_crowd(Links(rows, columns, values, values), 40, GroupSettings())
    assert (scaled.values[0] > 0.15) == counts_for_more
    assert scaled.named[0] == scaled.values[0]


HALL_FIRE = (
    "Six people died when fire swept the Brell Street dance hall in Ostermoor late on Friday, the fire brigade said. "
    "Some 140 guests were inside. Chief officer Hanna Voss said the smoke had spread through the ceiling.",
    "A fire at the Brell Street dance hall in Ostermoor has killed six people. Guests broke windows to escape the "
    "smoke, the fire brigade's chief officer, Hanna Voss, said on Saturday. Twenty were injured.",
)
MILL_FIRE = (
    "Two people died when fire swept a disused mill in Kelderby early on Sunday, the fire brigade said. Crews took five "
    "hours to put it out, and the roof fell in, said station officer Piet Lorne. The owner, Quarrow Estates, had been "
    "warned twice. It was the second deadly fire in three days, after that at a dance hall in Ostermoor, where smoke "
    "killed six."
)


def test_a_lone_newcomer_that_mentions_the_story_of_the_day_before_is_another_one():
    (before,) = group(articles(hall=HALL_FIRE))
    mill = Article("mill", MILL_FIRE, "Kelderby Post", published=DAY + timedelta(days=1))
    after = group([mill], existing=[before])
    assert [[a.id for a in story.articles] for story in after] == [["hall0", "hall1"], ["mill"]]


def test_a_lone_newcomer_of_the_same_event_joins_the_story_of_the_day_before():
    (before,) = group(articles(ferry=FERRY[:2]))
    late = Article("late", FERRY[2], "Site 2", published=DAY + timedelta(days=1))
    assert [story.id for story in group([late], existing=[before])] == [before.id]


def test_a_mistake_in_a_story_is_not_carried_on():
    """One article of another event got into a story; the next ones of that event begin a story of their own."""
    ours = articles(ferry=FERRY, other=OTHER_FERRY)
    mixed = replace(group(ours[:3])[0], articles=(*ours[:3], ours[3]))
    after = group(ours[4:], existing=[mixed])
    assert [[a.id for a in story.articles] for story in after] == [
        ["ferry0", "ferry1", "ferry2", "other0"],
        ["other1", "other2"],
    ]


def test_of_two_stories_of_one_event_a_newcomer_joins_the_one_it_resembles_most_in_sum():
    from scipy.sparse import csr_array

    alike = csr_array([[0, 3, 3, 2], [3, 0, 3, 2], [3, 3, 0, 3], [2, 2, 3, 0]], dtype=float)
    assert settle([[0, 1, 2, 3]], [[0, 1], [2]], alike) == [[0, 1, 3], [2]]


SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*/story.toml"))


@pytest.mark.parametrize("path", SEEDS, ids=[path.parent.name for path in SEEDS])
def test_the_seed_sets_are_grouped_exactly(path):
    from briefing.dedupe import dedupe

    listed, ours = seed_set(path)
    unique = dedupe(ours)
    stories = group(unique.originals, unique.copies)
    found = {frozenset(a.id for a in (*s.articles, *(c.article for c in s.copies))) for s in stories}
    wanted = {
        frozenset(entry["file"] for entry in listed if entry["story"] == name)
        for name in {entry["story"] for entry in listed}
    }
    assert found == wanted
