"""What is a copy, and what is not."""

import random
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.data import Article
from briefing.dedupe import dedupe
from briefing.dedupe.updates import Figures
from briefing.dedupe.words import WordHashes

FERRY = (
    "A ferry carrying 84 people struck rocks off the port of Orlesk on Monday evening, killing nine passengers. "
    "Rescue boats from three villages pulled survivors out of the water within the hour, the coastguard said. "
    "The captain, Ivo Prenn, had reported a failed rudder at 6:40 p.m., minutes before the vessel hit the reef. "
    "Regional governor Mira Taldane ordered an inquiry and said all ferries of the class would stay in harbour. "
    "Families waited through the night at the terminal, where the company set up a hall with beds and telephones. "
    "The vessel, built in 1988, had passed its last inspection in April without a single remark, records show."
)
REWRITTEN = (
    "Nine passengers were killed when a ferry carrying 84 people struck rocks off the port of Orlesk on Monday. "
    "Within the hour, rescue boats from three villages had pulled survivors out of the water, said the coastguard. "
    "Captain Ivo Prenn had reported a failed rudder at 6:40 p.m., only minutes before the vessel hit the reef. "
    "An inquiry was ordered by regional governor Mira Taldane, who said all ferries of the class would stay put. "
    "Families waited through the night at the terminal, where the company had set up a hall with beds for them. "
    "Records show the vessel, built in 1988, had passed its last inspection in April without a single remark."
)
INDEPENDENT = (
    "Shopkeepers along the quay at Orlesk heard the hull tear before they saw anything, they said on Tuesday. "
    "Nine people died when the evening boat hit the reef below the lighthouse; more than 70 got out alive. "
    "'It went over like a toy,' said Dana Ulmer, who runs the chandlery and threw ropes from the mole. "
    "The island's ferries have been ageing for years, and the union has asked for new ones since the spring. "
    "Mira Taldane, the governor, promised answers, but the harbour master would not say who had cleared the trip."
)
DAY = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)


def article(id, text, publisher="Echo", **more):
    return Article(id, text, publisher, **more)


def found(*articles):
    return {copy.article.id: (copy.original_id, copy.kind) for copy in dedupe(articles).copies}


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (FERRY, "exact"),
        (FERRY.upper(), "exact"),
        (FERRY.replace("nine passengers", "9 passengers").replace("6:40", "6.40"), "exact"),
        (FERRY.replace(". ", ".\n\n"), "exact"),
        (FERRY.replace("within the hour", "in an hour"), "near"),
        ("From our partners. " + FERRY + " Read more on our site.", "near"),
        (". ".join(FERRY.split(". ")[:3]) + ".", "contained"),
        (REWRITTEN, "rewrite"),
    ],
)
def test_a_copy_is_recognised_and_its_kind_named(other, kind):
    copies = found(article("a", FERRY, published=DAY), article("b", other, "Mail"))
    assert [copy[1] for copy in copies.values()] == [kind]


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("toll", FERRY.replace("killing nine passengers", "killing 12 passengers")),
        ("passengers", FERRY.replace("84 people", "96 people")),
        ("weekday", FERRY.replace("Monday", "Sunday")),
        ("month", FERRY.replace("April", "May")),
        ("exchanged numbers", FERRY.replace("84", "#").replace("1988", "84").replace("#", "1988")),
        ("short version with another toll", ". ".join(FERRY.replace("nine", "11").split(". ")[:3])),
        ("report of its own", INDEPENDENT),
    ],
)
def test_an_update_or_a_report_of_its_own_is_no_copy(what, other):
    result = dedupe([article("a", FERRY), article("b", other, "Mail")])
    assert not result.copies
    assert [one.id for one in result.originals] == ["a", "b"]


def test_nothing_is_lost_and_originals_keep_their_order():
    first = article("a", FERRY, published=DAY)
    articles = [article("c", INDEPENDENT), first, article("d", FERRY), article("b", REWRITTEN)]
    result = dedupe(articles)
    assert [one.id for one in result.originals] == ["c", "a"]
    assert sorted(copy.article.id for copy in result.copies) == ["b", "d"]


def test_the_earliest_of_equal_texts_is_the_original():
    late, early = article("a", FERRY, published=DAY.replace(hour=12)), article("b", FERRY, published=DAY)
    assert found(late, early) == {"a": ("b", "exact")}


def test_the_agencys_own_text_is_the_original_however_late():
    site = article("a", "ORLESK (AP) — " + FERRY, published=DAY)
    agency = article("b", "ORLESK (AP) — " + FERRY, "AP", published=DAY.replace(hour=23))
    assert found(site, agency) == {"a": ("b", "exact")}


def test_the_long_text_is_the_original_of_a_part_of_it():
    part = article("a", ". ".join(FERRY.split(". ")[:3]), published=DAY)
    assert found(part, article("b", FERRY, published=DAY.replace(hour=20))) == {"a": ("b", "contained")}


def test_a_wrong_language_label_hides_no_copy():
    assert found(article("a", FERRY), article("b", FERRY, language="cy")) == {"b": ("a", "exact")}


def test_the_earlier_text_is_the_original_of_a_longer_rewrite():
    rewrite = article(
        "a", REWRITTEN + " It was the worst such accident in years.", published=DAY.replace(hour=20)
    )
    assert found(rewrite, article("b", FERRY, published=DAY)) == {"a": ("b", "rewrite")}


def test_articles_without_text_are_compared_by_title():
    same = [
        article("a", "", title="Ferry sinks off Orlesk"),
        article("b", " ", title="Ferry sinks off Orlesk"),
    ]
    other = article("c", "", title="Nine die off Orlesk")
    assert found(*same, other) == {"b": ("a", "exact")}


def test_articles_without_a_word_are_no_copies_of_each_other():
    assert not found(article("a", ""), article("b", ""), article("c", "— … !"))


def test_briefs_that_differ_in_a_number_stay_apart():
    assert not found(
        article("a", "The Orlesk exchange index rose 1.2 percent on Tuesday."),
        article("b", "The Orlesk exchange index rose 1.4 percent on Tuesday."),
    )


def test_no_articles_give_no_copies():
    assert dedupe([]).originals == ()


def many(count, seed=7):
    chance = random.Random(seed)
    words = FERRY.split()
    for number in range(count):
        changed = list(words)
        changed[chance.randrange(20, 40)] = f"word{chance.randrange(50)}"
        yield article(f"c{number:04d}", " ".join(changed), f"Site {number}")


def test_five_thousand_exact_copies_take_under_three_seconds():
    began = time.process_time()
    result = dedupe([article(f"c{number:04d}", FERRY, f"Site {number}") for number in range(5000)])
    assert time.process_time() - began < 3
    assert len(result.originals) == 1


def test_five_thousand_near_copies_take_under_eight_seconds():
    began = time.process_time()
    result = dedupe(list(many(5000)))
    assert time.process_time() - began < 8
    assert len(result.originals) < 5


def test_a_million_characters_take_under_five_seconds():
    chance = random.Random(3)
    long = " ".join(f"w{chance.randrange(30_000)}" for _ in range(170_000))
    assert len(long) > 1_000_000
    began = time.process_time()
    copies = found(article("a", long), article("b", long[: len(long) // 2]), article("c", FERRY))
    assert time.process_time() - began < 5
    assert copies == {"b": ("a", "contained")}


@given(st.permutations(range(8)))
def test_the_order_of_articles_does_not_matter(order):
    texts = [
        FERRY,
        FERRY,
        REWRITTEN,
        INDEPENDENT,
        FERRY.replace("nine", "12"),
        FERRY[:400],
        "",
        INDEPENDENT + " End.",
    ]
    articles = [article(f"a{number}", text) for number, text in enumerate(texts)]
    expected = found(*articles)
    assert found(*(articles[at] for at in order)) == expected


@given(
    st.lists(
        st.sampled_from([FERRY, REWRITTEN, INDEPENDENT, FERRY[:300], "", "Brief.", "9", "\ud800 x"]),
        max_size=12,
    )
)
def test_every_article_is_an_original_or_a_copy_of_one(texts):
    articles = [article(f"a{number}", text) for number, text in enumerate(texts)]
    result = dedupe(articles)
    originals = {one.id for one in result.originals}
    assert originals | {copy.article.id for copy in result.copies} == {one.id for one in articles}
    assert all(copy.original_id in originals for copy in result.copies)
    assert all(0 <= copy.similarity <= 1 for copy in result.copies)


@pytest.mark.parametrize(
    ("old", "new", "figure"),
    [
        ("killed at least 9 people", "killed at least 12 people", "12"),
        ("nine people were hurt in the fire", "11 people were hurt in the fire", "11"),
        ("the vote is due on Monday in Orlesk", "the vote is due on Friday in Orlesk", "friday"),
        ("killed nine people on the ferry", "killed 9 people on the ferry", ""),
        ("killed nine people on the ferry", "a 5 minute read: killed nine people on the ferry", ""),
    ],
)
def test_a_figure_in_the_place_of_another_is_an_update(old, new, figure):
    assert Figures(old).updated_by(new) == figure


_WHITE = "\u00a0\u2003\u3000\x1c\x85 \t\n"


@given(st.lists(st.text(st.sampled_from("ab9é“”.,\ud800\U0001f600" + _WHITE), max_size=12), max_size=5))
def test_words_hashed_together_have_the_hashes_they_have_alone(texts):
    hashes, counts = WordHashes().of(texts)
    assert counts.tolist() == [len(text.split()) for text in texts]
    alone = [WordHashes().of([word])[0].tolist() for text in texts for word in text.split()]
    assert [[value] for value in hashes.tolist()] == alone


def test_no_two_spellings_share_a_hash_however_many_are_known():
    known = WordHashes()
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    words = [*letters, *(a + b + c for a in letters for b in letters for c in letters)]
    first, _ = known.of([" ".join(words[:4000])])
    every, _ = known.of([" ".join(words)])
    assert len(set(every.tolist())) == len(words)
    assert every[:4000].tolist() == first.tolist()


def test_a_hash_leaves_out_punctuation_and_tells_figures_by_being_odd():
    (nine, digit, also_nine, word, dash), _ = WordHashes().of(["nine 9 “Nine”, ferry —"])
    assert nine == digit == also_nine
    assert nine % 2 == 1
    assert word % 2 == 0
    assert dash == 0
