"""What the word tables say of two nouns, two words, and what must hold for the tables themselves."""

from __future__ import annotations

import pytest

from briefing.figures.data import lines
from briefing.figures.vocabulary.stems import root, stem
from briefing.figures.vocabulary.thesaurus import ABOVE, NOUN_OF, concept, opposites, related, relation


def stands(mine, other):
    return relation(NOUN_OF[stem(mine)], NOUN_OF[stem(other)])


@pytest.mark.parametrize(
    ("mine", "other", "expected"),
    [
        ("truck", "lorries", "same"),
        ("workforce", "employees", "same"),
        ("schoolchildren", "pupils", "same"),
        ("people", "nurses", "wider"),
        ("vehicles", "cars", "wider"),
        ("medics", "nurses", "wider"),
        ("nurses", "medics", "narrower"),
        ("cars", "vans", "other"),
        ("pupils", "teachers", "other"),
        ("men", "women", "other"),
        ("dogs", "cats", "other"),
        ("doctors", "cars", "other"),
        ("suspects", "men", ""),
        ("signatures", "residents", ""),
        ("bridges", "meals", ""),
    ],
)
def test_a_noun_stands_to_another_as_the_tree_says(mine, other, expected):
    assert stands(mine, other) == expected


def test_every_concept_above_another_is_in_the_table_itself():
    assert {above for group in ABOVE.values() for above in group} <= set(ABOVE)


def test_no_concept_is_above_itself():
    assert not [name for name, above in ABOVE.items() if name in above]


@pytest.mark.parametrize(
    ("one", "other"), [("climb", "rose"), ("jailed", "sentence"), ("bankrupt", "bankruptcy")]
)
def test_words_of_one_class_are_one_concept(one, other):
    assert concept(stem(one)) == concept(stem(other)) or related(concept(stem(one))) & related(
        concept(stem(other))
    )


def test_a_derived_word_shares_its_root():
    assert root(stem("operator")) == root(stem("operation"))


def test_what_is_southern_is_not_northern_and_not_the_other_way_round_itself():
    against = frozenset().union(*(other for _, other in opposites(concept("southern"))))
    assert concept("north") in against
    assert concept("south") not in against


@pytest.mark.parametrize("name", ["nouns.txt", "acts.txt", "families.txt"])
def test_no_class_lists_a_word_twice(name):
    words = [line.partition(":")[2].split("<")[0].split() for line in lines(name) if ":" in line]
    assert not [w for group in words for w in group if group.count(w) > 1]
