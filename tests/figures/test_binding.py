"""How a figure is bound: one source, sentences that follow from it and sentences that do not, for each rule."""

from datetime import UTC, datetime

import pytest

from briefing.check import check_text
from briefing.data import Article

_CASES: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
    (
        "Two in three villagers keep hens, and the number who keep goats has doubled to 60.",
        ("Two in three villagers keep hens.",),
        (),
    ),
    (
        "One in four members sail, while those who row have trebled to 90.",
        ("One in four members sail.",),
        ("One in four members row.",),
    ),
    (
        "More than 900 cyclists set off on the night ride and fewer than 20 gave up, the club said.",
        ("Fewer than 20 cyclists dropped out of the night ride.", "Over 900 cyclists set off."),
        ("Fewer than 20 cyclists set off on the night ride.", "More than 900 cyclists gave up."),
    ),
    (
        "Trailing 3-9 at half-time, Otters won 21-14 in Bray.",
        ("Otters won 21-14.", "Otters were 3-9 behind at half-time."),
        ("Otters led 21-14 at half-time.",),
    ),
    (
        "Visitors stay an average of 41 minutes, the museum says.",
        ("On average visitors stay 41 minutes.",),
        ("Visitors stay about 40 minutes.", "Visitors stay 41 minutes."),
    ),
    (
        "Members paid 12 euros on average.",
        ("The average member paid 12 euros.",),
        ("Members paid 12 euros.",),
    ),
    (
        "Twelve guests and both owners were rescued when the inn flooded.",
        ("Twelve guests were rescued.",),
        ("Twelve people in all were rescued.", "In all, twelve people were rescued from the inn."),
    ),
    (
        "From Monday dogs are banned from the beach, and from July 1 bikes must be left at the gate.",
        ("From Monday dogs are banned from the beach.", "From July 1 bikes must be left at the gate."),
        ("From July 1 dogs are banned from the beach.",),
    ),
    (
        "So far this year 84 seals have been counted, against 61 in the whole of last year.",
        ("In the whole of last year 61 seals were counted.", "So far this year 84 seals have been counted."),
        ("In the whole of last year 84 seals were counted.",),
    ),
    (
        "The pianist, who turns 40 in November, said she would play in Osk in June.",
        ("The pianist turns 40 in November.",),
        ("The 40-year-old pianist will play in Osk in June.",),
    ),
    ("Fares rise by two crowns to 34 crowns.", ("Fares rise by two crowns.",), ("Fares rise by 34 crowns.",)),
    (
        "The number of herons dropped by a third to 46.",
        ("There are now 46 herons, a third fewer.",),
        ("The number of herons dropped by 46.",),
    ),
    (
        "The auditor puts the loss at £40,000, the club at £15,000.",
        ("The club puts the loss at £15,000.",),
        ("The club puts the loss at £40,000.",),
    ),
    (
        '"Otter 2" was second with $4m; "Otter 1" had opened with $9m in 2021.',
        ('"Otter 2" was second with $4m.',),
        ('"Otter 1" was second this weekend with $4m.',),
    ),
    (
        "Selby United came from 1-0 down to beat Selby Town 3-1 in the cup on Sunday.",
        ("Selby United beat Selby Town 3-1.",),
        ("Selby Town beat Selby United 3-1.",),
    ),
    (
        "Bus 4 stops at the harbour, Bus 6 not.",
        ("Bus 4 stops at the harbour.",),
        ("Bus 6 stops at the harbour.",),
    ),
    (
        "The judge gave him a year and a half.",
        ("He got a year-and-a-half sentence from the judge.",),
        ("He got a two-and-a-half-year sentence from the judge.",),
    ),
    (
        "The town will save about EUR 3 million a year from 2027.",
        ("From 2027 the town saves around €3 million annually.",),
        ("From 2027 the town saves around €3 million a month.",),
    ),
    (
        "Spending rises 2 percent to 88 billion marks.",
        ("Spending rises 2 per cent to 88 billion marks.",),
        ("Spending rises 88 per cent.",),
    ),
    (
        "The line flies 17 Otter 400s and nine of the Otter 500.",
        ("It has 17 of the Otter 400.",),
        ("It has 17 of the Otter 500.",),
    ),
    (
        "Debt is 61 percent of gross domestic product.",
        ("Debt stands at 61 per cent of GDP.",),
        ("Debt stands at 61 per cent of GNP.",),
    ),
    (
        "The clinic says 14 guests, four of them children, needed oxygen after a leak in the hotel on Monday.",
        ("Fourteen guests needed oxygen after a leak in the hotel.", "Four children needed oxygen."),
        ("Fourteen children needed oxygen after a leak.",),
    ),
    (
        "Thirty hens, six of them pullets, were stolen from a farm in Osk.",
        ("Thirty hens were stolen from a farm in Osk.",),
        (),
    ),
    (
        "Car drivers will pay a toll of £2 on the new bridge with six lanes.",
        ("The new bridge has six lanes and a toll of £2 for cars.",),
        ("Six died on the new bridge.",),
    ),
    (
        "The death toll on the road bridge is nine.",
        ("Nine people died on the road bridge.",),
        ("Nine people were hurt on the road bridge.",),
    ),
    (
        "Wages go up to 14 crowns in July.",
        ("Wages go up to 14 crowns in July.",),
        ("Wages go up to 15 crowns in July.",),
    ),
    ("The fee is 30 million now and up to 8 million later.", ("The fee is 30 million now.",), ()),
    (
        "There were eight walkers and not nine, the guide said.",
        ("There were eight walkers, not nine as first thought, the guide said.",),
        ("There were nine walkers, the guide said.",),
    ),
    (
        "Councillors backed the plan by a single vote on Tuesday night.",
        ("Councillors backed the plan on Tuesday, 2 June.",),
        ("Councillors backed the plan on Tuesday, 9 June.",),
    ),
    (
        "The road was open again at 4 p.m. on Monday.",
        ("The road was open again on Monday, 1 June.",),
        ("The road was open again on Monday, 8 June.",),
    ),
]


def _stands(text: str, source: str) -> bool:
    article = Article("a", source, "The Post", published=datetime(2026, 6, 3, 10, tzinfo=UTC))
    return check_text(text, [article]).ok


@pytest.mark.parametrize(
    ("source", "text"), [(source, text) for source, right, _ in _CASES for text in right]
)
def test_a_sentence_that_says_of_a_figure_what_the_source_says_stands(source: str, text: str) -> None:
    assert _stands(text, source)


@pytest.mark.parametrize(
    ("source", "text"), [(source, text) for source, _, wrong in _CASES for text in wrong]
)
def test_a_sentence_that_says_it_of_another_thing_or_time_is_refused(source: str, text: str) -> None:
    assert not _stands(text, source)
