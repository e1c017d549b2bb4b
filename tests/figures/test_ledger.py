"""The ledger of a story: figures grouped by thing, who agrees, what replaced what."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.data import Article, LedgerLine
from briefing.figures import build_ledger

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
MORNING = datetime(2026, 3, 12, 6, tzinfo=UTC)


def told(text: str, publisher: str, hours: float = 0) -> Article:
    return Article(publisher.lower(), text, publisher, published=MORNING + timedelta(hours=hours))


def line(label: str, *articles: Article) -> LedgerLine:
    lines = [entry for entry in build_ledger(articles).lines if entry.label == label]
    assert lines, [entry.label for entry in build_ledger(articles).lines]
    return lines[0]


def test_publishers_with_one_value_agree():
    found = line(
        "people killed",
        told("The fire in Osk killed nine people.", "Wire"),
        told("Nine people died in the fire in Osk.", "Courier"),
    )
    assert found.agreement == "agreed"
    assert {s.publisher for s in found.statements} == {"Wire", "Courier"}


def test_values_that_cannot_both_hold_conflict():
    found = line(
        "people killed",
        told("The fire in Osk killed nine people.", "Wire"),
        told("The fire in Osk killed 12 people.", "Courier"),
    )
    assert found.agreement == "conflict"
    assert len(found.current) == 2


def test_a_bound_and_a_value_that_meets_it_do_not_conflict():
    found = line(
        "people killed",
        told("The fire in Osk killed at least nine people.", "Wire"),
        told("The fire in Osk killed 12 people.", "Courier"),
    )
    assert found.agreement != "conflict"


def test_a_later_higher_toll_replaces_an_earlier_one():
    found = line(
        "people killed",
        told("The fire in Osk killed nine people.", "Wire"),
        told("The death toll from the fire in Osk has risen to 14.", "Courier", hours=9),
    )
    assert found.agreement == "superseded"
    assert [int(s.figure.low or 0) for s in found.current] == [14]


def test_one_publisher_alone_is_single():
    assert line("people killed", told("The fire in Osk killed nine people.", "Wire")).agreement == "single"


def test_the_killed_and_the_injured_are_two_lines():
    labels = [
        e.label for e in build_ledger([told("The fire killed nine people and injured 30.", "Wire")]).lines
    ]
    assert labels[:2] == ["people killed", "people injured"]


def test_casualties_lead_and_widely_stated_things_come_first():
    labels = [
        e.label
        for e in build_ledger(
            [
                told("The hall cost £3m. The fire in it killed nine people.", "Wire"),
                told("Nine people died in the fire.", "Courier"),
            ]
        ).lines
    ]
    assert labels[0] == "people killed"


def test_every_citation_points_to_its_sentence():
    article = told("  The fire killed nine people.  It cost £3m, the town said.", "Wire")
    for entry in build_ledger([article]).lines:
        for statement in entry.statements:
            citation = statement.citation
            assert article.text[citation.start : citation.end] == citation.text
            assert statement.figure.text in citation.text


def test_no_articles_and_no_figures_make_an_empty_ledger():
    assert build_ledger([]).lines == ()
    assert build_ledger([told("Nothing to count here.", "Wire")]).lines == ()


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            ["Nine people died.", "Twelve people were killed.", "It cost £3m.", "Fares rose 4%."]
        ),
        max_size=6,
    )
)
def test_every_counted_figure_is_in_exactly_one_line(sentences):
    article = told(" ".join(sentences), "Wire")
    places = [s.citation.start for entry in build_ledger([article]).lines for s in entry.statements]
    assert sorted(places) == sorted(set(places))
    assert len(places) == len(sentences)


def test_a_later_count_of_the_missing_may_be_lower_and_replaces_the_earlier():
    found = line(
        "people missing",
        told("Twelve people are missing after the flood in Osk.", "Wire"),
        told("Five people are still missing after the flood in Osk.", "Courier", hours=20),
    )
    assert found.agreement == "superseded"
    assert [s.figure.text for s in found.current] == ["Five"]


def test_a_toll_that_is_put_lowered_or_counted_is_of_the_killed():
    found = line(
        "people killed",
        told("Seven people died in the fire in Osk.", "Wire"),
        told("Doctors put the number of dead in the fire in Osk at nine.", "Courier", hours=9),
        told("The police have lowered the death toll of the fire in Osk to six.", "Radio", hours=30),
    )
    assert [s.figure.text for s in found.statements] == ["Seven", "nine", "six"]


def test_homes_that_remain_without_power_replace_those_that_were():
    found = line(
        "homes",
        told("By noon 9,000 homes in Osk were without power.", "Wire"),
        told("Some 1,200 homes in Osk remained without power by night.", "Courier", hours=9),
    )
    assert found.agreement == "superseded"


def _seed_lines(folder: str, name: str) -> dict[str, LedgerLine]:
    """Return the widest ledger line of each label, of the seed articles that open with ``name``."""
    from briefing.read import read_articles

    articles = [a for a in read_articles(SEEDS / folder) if name in a.text[:600]]
    lines: dict[str, LedgerLine] = {}
    for entry in build_ledger(sorted(articles, key=lambda a: (a.published, a.id))).lines:
        lines.setdefault(entry.label, entry)
    return lines


def test_the_ledger_of_the_ferry_fire_is_that_of_its_description():
    lines = _seed_lines("halvern-ferry", "Maren Strand")
    killed, missing, injured = (lines[f"people {act}"] for act in ("killed", "missing", "injured"))
    assert {s.figure.low for s in killed.statements} >= {7, 10, 11, 13}
    assert {s.figure.low for s in killed.current} == {10}
    assert {s.figure.low for s in missing.statements} == {12, 8, 9}
    assert {s.figure.low for s in missing.current} == {9}
    assert {s.figure.low for s in injured.current} == {34}
    assert "conflict" not in {entry.agreement for entry in (killed, missing, injured)}


def test_the_ledger_of_the_storm_is_that_of_its_description():
    lines = _seed_lines("bertram-storm", "Bertram")
    assert {s.figure.low for s in lines["people killed"].statements} == {2, 4, 5}
    assert {s.figure.low for s in lines["people killed"].current} == {5}
    assert {s.figure.low for s in lines["homes"].current} == {19_500}
    assert lines["homes"].agreement == "superseded"


def test_a_sum_that_two_publishers_call_by_other_words_is_one_line():
    found = line(
        "money",
        told("The minister, Ida Holt, promised $400 million to bury a third of the power lines.", "Wire"),
        told("The state is to spend $400 million on burying lines after Storm Osk.", "Courier"),
    )
    assert found.agreement == "agreed"


def test_equal_values_of_other_things_stay_apart():
    lines = build_ledger(
        (
            told("In Osk 310 homes were flooded.", "Wire"),
            told("In Osk 310 soldiers filled sandbags.", "Courier"),
            told("The winner of the race in Tolven was paid $400.", "Herald"),
            told("A bicycle stolen in Brum cost $400.", "Post"),
        )
    ).lines
    assert all(found.agreement == "single" for found in lines)


def test_an_old_value_stands_in_the_line_of_what_replaced_it():
    found = line(
        "homes",
        told("Some 310,000 homes lost power in Osk on Wednesday.", "Wire", hours=-20),
        told("In Osk 42,000 homes remained without power, down from 310,000.", "Courier"),
    )
    assert found.agreement == "superseded"
    assert [int(s.figure.low or 0) for s in found.statements] == [310_000, 42_000, 310_000]
    assert [int(s.figure.low or 0) for s in found.current] == [42_000]


def test_what_one_publisher_alone_says_it_was_before_makes_no_update():
    found = line("unemployment", told("Unemployment rose from 5.2 percent to 5.6 percent.", "Wire"))
    assert found.agreement == "single"
    assert [str(s.figure.low) for s in found.current] == ["5.6"]


def test_a_toll_corrected_downwards_leaves_no_line_that_agrees_on_the_old_one():
    articles = (
        told("The fire in Osk killed 11 people.", "Wire", hours=-30),
        told("The number of people known to have died in the fire is 11.", "Herald", hours=-29),
        told("The death toll of the fire in Osk was revised down to ten from 11.", "Courier"),
    )
    killed = [found for found in build_ledger(articles).lines if found.label == "people killed"]
    assert [found.agreement for found in killed] == ["superseded"]
    assert {int(s.figure.low or 0) for s in killed[0].current} == {10}


def test_an_equal_value_with_a_hedge_is_no_update():
    found = line(
        "claims",
        told("Some 9,000 claims had been made after the storm in Osk.", "Wire", hours=-20),
        told("Insurers, which received 9,000 claims, now expect more.", "Courier"),
    )
    assert found.agreement == "agreed"


def test_two_values_in_one_article_are_no_disagreement_of_publishers():
    lines = build_ledger(
        (
            told("Two jurors wept in Osk, the clerk told the court.", "Wire"),
            told(
                "Two jurors wept in Osk, the clerk told the court. Nine jurors in Osk told the clerk the court was cold.",
                "Courier",
            ),
        )
    ).lines
    assert "conflict" not in {found.agreement for found in lines}


def test_three_times_the_sentences_take_about_three_times_the_work():
    def work(count):
        """Calls of functions: unlike the time, the same on every run and machine."""
        syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu"]
        words = ["".join(syllables[int(digit)] for digit in f"{number:03}") for number in range(count)]
        text = " ".join(
            f"The {word} board of {word.title()} bought {at + 100} {word}s." for at, word in enumerate(words)
        )
        calls = 0

        def counted(frame, event, argument):
            nonlocal calls
            calls += event == "call"

        sys.setprofile(counted)
        try:
            build_ledger([told(text, "Wire")])
        finally:
            sys.setprofile(None)
        return calls

    work(10)  # what is read once
    assert work(600) < 3.4 * work(200)


def test_one_publisher_differs_with_nobody():
    morning = told("The crash left nine people dead.", "Courier")
    evening = told("The crash left seven people dead.", "Courier")
    assert all(entry.agreement != "conflict" for entry in build_ledger([morning, evening]).lines)
    other = told("The crash left seven people dead.", "Ledger")
    assert any(entry.agreement == "conflict" for entry in build_ledger([morning, other]).lines)
