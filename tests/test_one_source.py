"""One report on several sites is one source, wherever publishers are counted."""

from datetime import UTC, datetime, timedelta

import pytest

from briefing.data import Article
from briefing.desk import Desk
from briefing.pipeline import make_edition, prepare, publish
from briefing.plan import plan
from briefing.settings import GroupSettings, PlanSettings, Settings

NOW = datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
WIRE = (
    "ORLESK (AP) — A ferry struck a reef off Orlesk on Monday evening and sank within the hour, killing nine people, the "
    "coastguard of Averland said. Captain Ivo Prenn had reported a failed rudder minutes before.",
    "ORLESK (AP) — Nine people were killed when the Orlesk ferry ran onto a reef on Monday. Averland's coastguard brought "
    "75 survivors ashore; Captain Ivo Prenn had told it of a failed rudder.",
)
OWN = (
    "Nine people were killed on Monday when a ferry hit a reef off Orlesk, Averland's coastguard says. Relatives of Captain "
    "Ivo Prenn waited at the quay, where the 75 survivors were given blankets."
)


def report(number, text, publisher):
    return Article(f"a{number}", text, publisher, published=NOW - timedelta(hours=12 - number))


def story_of(articles, families=()):
    settings = Settings(group=GroupSettings(families=families))
    (story,) = prepare(articles, settings=settings, now=NOW).stories
    return story


CASES = [
    ([report(0, WIRE[0], "Tarn Echo"), report(1, WIRE[1], "Vale Post")], (), 1),
    ([report(0, WIRE[0], "Tarn Echo"), report(1, OWN, "Vale Post")], (), 2),
    (
        [report(0, WIRE[0][15:], "Tarn Echo"), report(1, OWN, "Tarn Post")],
        (("Tarn", "Tarn Echo", "Tarn Post"),),
        1,
    ),
]


@pytest.mark.parametrize(("articles", "families", "sources"), CASES)
def test_a_figure_that_one_source_states_on_two_sites_is_not_confirmed(articles, families, sources):
    lines = Desk.open(story_of(articles, families)).ledger.lines
    killed = next(line for line in lines if line.statements[0].figure.low == 9)
    assert len(killed.statements) == 2
    assert killed.agreement == ("single" if sources == 1 else "agreed")


@pytest.mark.parametrize(("articles", "families", "sources"), CASES)
def test_a_fact_has_the_independent_publishers_behind_it(articles, families, sources):
    desk = Desk.open(story_of(articles, families))
    planned = plan(desk.story, desk.sentences, words=100, settings=PlanSettings(), ledger=desk.ledger)
    assert max(len(fact.publishers) for fact in planned.evidence) == sources
    assert {name for fact in planned.evidence for name in fact.publishers} <= set(desk.story.publishers)


@pytest.mark.parametrize(("articles", "families", "sources"), CASES)
def test_the_edition_counts_the_sources_of_its_stories(articles, families, sources):
    edition = make_edition(
        articles, model="verbatim", now=NOW, settings=Settings(group=GroupSettings(families=families))
    )
    text = publish(edition, "md").decode()
    assert f"by {sources} publisher{'s' * (sources > 1)}" in text
    assert (f"{sources} independent publishers" in text) == (sources > 1)


def test_a_wire_story_that_two_sites_changed_is_no_dispute_with_itself():
    later = report(1, WIRE[1].replace("Nine people were", "Twelve people were"), "Vale Post")
    desk = Desk.open(story_of([report(0, WIRE[0], "Tarn Echo"), later]))
    planned = plan(desk.story, desk.sentences, words=100, settings=PlanSettings(), ledger=desk.ledger)
    assert not [fact for fact in planned.evidence if fact.role == "disagreement"]
