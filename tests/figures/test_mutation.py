"""True sentences pass and sentences with one figure made wrong do not; the mutants are really wrong."""

from __future__ import annotations

import pytest

from measure import mutants, mutation, rewordings

_FLOORS = mutation.floors()
_SHARED_SENTENCES = 60  # of each shared set: enough to notice a step back, few enough for every run


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    """Measure the seeds, and the shared sets where they are here."""
    return {row.key: row.ours for row in mutation.measure(mutation.DATA, _SHARED_SENTENCES).rows}


def _holds(key: str, measured: dict[str, float]) -> bool:
    value = measured[key.removesuffix("_max")]
    return value <= _FLOORS[key] if key.endswith("_max") else value >= _FLOORS[key]


@pytest.mark.parametrize("key", sorted(key for key in _FLOORS if key.startswith("mutation_seeds")))
def test_a_share_on_the_seeds_keeps_its_floor(key: str, measured: dict[str, float]) -> None:
    assert _holds(key, measured), measured


@pytest.mark.parametrize("key", sorted(key for key in _FLOORS if not key.startswith("mutation_seeds")))
def test_a_share_on_real_articles_keeps_its_floor(key: str, measured: dict[str, float]) -> None:
    if not (mutation.DATA / "summaries").is_dir():
        pytest.skip("../shared/data/summaries is not here")
    assert _holds(key, measured), measured


SENTENCE = "The flood killed at least 12 people on Tuesday and cost $40 million, up 8 percent on 2019."


@pytest.mark.parametrize(
    ("mutate", "sentence", "expected"),
    [
        (mutants.plus_minus_one, "At least 12 people died.", "At least 13 people died."),
        (mutants.plus_minus_one, "Up to 12 people died.", "Up to 11 people died."),
        (mutants.times_ten, "Nine people died.", None),  # a capital may open a name
        (mutants.times_ten, "The fire killed nine people.", "The fire killed 90 people."),
        (mutants.times_thousand, "It cost $2 million to build.", "It cost $2 billion to build."),
        (mutants.transposed, "The fire killed 41 people.", "The fire killed 14 people."),
        (mutants.transposed, "It was built in 1974.", "It was built in 1947."),
        (mutants.unit_swapped, "It cost $2 million to build.", "It cost €2 million to build."),
        (mutants.unit_swapped, "Prices rose by 4 percent.", "Prices rose by 4 percentage points."),
        (mutants.modifier_dropped, "At least 12 people died.", "12 people died."),
        (mutants.modifier_inverted, "At least 12 people died.", "At most 12 people died."),
        (mutants.direction_flipped, "Prices rose 4 percent.", "Prices fell 4 percent."),
        (mutants.date_shifted, "He left on June 3.", "He left on June 4."),
        (mutants.date_shifted, "He left on Sunday.", "He left on Monday."),
        (mutants.swapped, "It killed 41 people and hurt 180 dogs.", "It killed 180 people and hurt 41 dogs."),
    ],
)
def test_a_mutation_changes_what_it_says(mutate, sentence: str, expected: str | None) -> None:
    mutant = mutate(sentence, sentence)
    assert (mutant.text if mutant else None) == expected


@pytest.mark.parametrize(
    ("mutate", "sentence", "document"),
    [
        (mutants.plus_minus_one, "He said: “The fire killed 41 people.”", ""),
        (mutants.plus_minus_one, "About 300 people died.", ""),
        (mutants.transposed, "At least 41 people died.", ""),
        (mutants.times_ten, "Up to 41 people died.", ""),
        (
            mutants.transposed,
            "The fire killed 41 people.",
            "Earlier the town had counted 14 people in hospital.",
        ),
        (mutants.date_shifted, "He left on June 3.", "She left on June 4."),
        (mutants.modifier_dropped, "At least 12 people died.", "Police said 12 people died."),
        (mutants.swapped, "Between 41 and 180 people died.", ""),
        (mutants.times_ten, "It was built in 1974.", ""),
        (mutants.times_ten, "The crew of Apollo 11 came home.", ""),
        (mutants.modifier_dropped, "They talked about 12 songs.", ""),
    ],
)
def test_a_change_that_may_still_be_true_is_left_out(mutate, sentence: str, document: str) -> None:
    assert mutate(sentence, f"{sentence} {document}") is None


@pytest.mark.parametrize(
    ("reword", "sentence", "expected"),
    [
        (rewordings.digits_for_words, "The fire killed nine people.", "The fire killed 9 people."),
        (rewordings.digits_for_words, "The fire killed 9 people.", "The fire killed nine people."),
        (rewordings.digits_for_words, "The crew of Unit 3 left.", None),
        (rewordings.digits_for_words, "He said “nine people died”.", None),
        (rewordings.percent_written_out, "Prices rose 4%.", "Prices rose 4 percent."),
        (rewordings.percent_written_out, "Prices rose 4 per cent.", "Prices rose 4%."),
        (rewordings.percent_written_out, "Prices rose 4 percentage points.", None),
        (rewordings.money_in_words, "It cost $2 million.", "It cost 2 million dollars."),
        (rewordings.scale_shortened, "It cost £2.5 billion.", "It cost £2.5bn."),
        (rewordings.ungrouped, "It hit 1,200 homes.", "It hit 1200 homes."),
        (rewordings.modifier_synonym, "It hit at least 1,200 homes.", "It hit no fewer than 1,200 homes."),
        (rewordings.modifier_synonym, "It cost at least $1,200 a day.", None),
        (rewordings.date_turned, "He left on June 3.", "He left on 3 June."),
        (rewordings.date_turned, "He left on June 3, 2011.", None),
        (rewordings.date_turned, "Prices in April 3.1 percent higher.", None),
        (
            rewordings.attribution_cut,
            "At least 12 people died there, police said.",
            "At least 12 people died there.",
        ),
    ],
)
def test_a_rewording_keeps_the_figure(reword, sentence: str, expected: str | None) -> None:
    assert reword(sentence) == expected


def test_every_mutant_differs_from_its_sentence() -> None:
    made = [mutate(SENTENCE, SENTENCE) for _, mutate in mutants.MUTATIONS]
    assert sum(mutant is not None for mutant in made) >= 8
    assert all(mutant.text != SENTENCE for mutant in made if mutant)


def test_the_same_sentences_are_drawn_every_time() -> None:
    articles = tuple(mutation.seed_articles())
    forwards = {text for _, text in mutation.sentences(articles, 20)}
    assert forwards == {text for _, text in mutation.sentences(reversed(articles), 20)}
