"""Fluent wrong sentences close to their source's wording, and the true ones right beside them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.check import check_text
from briefing.data import Article

WRONG = [
    (
        "The council sold 12 of its 31 car parks.",
        "The council plans to sell 12 of its 31 car parks and to close two libraries.",
    ),
    (
        "The firm has built 260 flats on the old brewery site.",
        "The firm applied to build 260 flats on the old brewery site. Planners approved 210.",
    ),
    (
        "The company will close a plant in Linz with 150 workers.",
        "The company will move the work to Brno, where it employs 1,100. It closed a plant in Linz with 150 workers in 2024.",
    ),
    (
        "The government will buy 30 helicopters.",
        "The government will pay 1.2 billion crowns for 24 helicopters. It had planned to buy 30.",
    ),
    (
        "Rents in the city rose 1.4 percent in February.",
        "House prices in the city rose 1.4 percent in February, while rents went up 0.6 percent to 1,240 pounds a month.",
    ),
    (
        "Emissions from traffic fell 8 percent last year.",
        "Emissions from power plants fell 8 percent last year, but those from traffic rose 2 percent.",
    ),
    (
        "Halsa's board turned down an offer of 52 crowns a share.",
        "Nordin offered 52 crowns a share for Halsa. Halsa's board, which turned down an offer of 47 crowns in January, backs it.",
    ),
    (
        "The council voted to raise parking fees to 3 euros.",
        "The council voted to raise parking fees to 2.50 euros. A proposal to make them 3 euros was rejected by 40 votes to 15.",
    ),
    (
        "The council voted to raise parking fees by 2.50 euros an hour.",
        "The council voted 31 to 24 to raise parking fees by 50 cents to 2.50 euros an hour.",
    ),
    (
        "The helicopters are to arrive in 2028.",
        "The government will pay for 24 helicopters, which are to arrive between 2028 and 2032.",
    ),
    (
        "The faulty brake has led to 13 deaths.",
        "The carmaker recalled 84,000 vans because of a faulty brake, which has led to 13 crashes but no deaths.",
    ),
    (
        "The government will pay 1.2 billion crowns for each of the 24 helicopters.",
        "The government will pay 1.2 billion crowns for 24 helicopters.",
    ),
    (
        "The dam held 61 percent of its capacity in February.",
        "The dam holds 61 percent of its capacity, against 48 percent in February.",
    ),
]

TRUE = [
    (
        "The council wants to sell 12 of its 31 car parks.",
        "The council plans to sell 12 of its 31 car parks and to close two libraries.",
    ),
    ("The club managed to sell 900 tickets.", "The club sold 900 tickets."),
    ("The club sold 900 tickets.", "The club managed to sell 900 tickets in a week."),
    (
        "The council raised fees to 2.50 euros.",
        "The council has raised fees to 2.50 euros and will raise them to 3 euros in 2027.",
    ),
    (
        "House prices rose 1.4 percent in February.",
        "House prices in the city rose 1.4 percent in February, while rents went up 0.6 percent.",
    ),
    (
        "Oslen, which lifted its dividend to 4 crowns, expects a profit of 9 million.",
        "Oslen raised its dividend to 4 crowns and expects a profit of 9 million.",
    ),
    (
        "Halsa turned down 47 crowns in January.",
        "Nordin offered 52 crowns a share for Halsa. Halsa's board, which turned down an offer of 47 crowns in January, backs it.",
    ),
    (
        "The board turned down 52 crowns a share.",
        "Nordin offered 52 crowns a share, which the board turned down.",
    ),
    (
        "The probe will photograph the comet on 4 June.",
        "The probe will take photographs of the comet on 4 June and land a small robot there on 19 June.",
    ),
    (
        "The brake has led to 13 crashes.",
        "The carmaker recalled 84,000 vans because of a faulty brake, which has led to 13 crashes but no deaths.",
    ),
    ("The two men were fined £300 each.", "Each of the two men was fined £300."),
]


def passes(text: str, source: str) -> bool:
    """Whether the check lets a text through beside one source."""
    article = Article(id="a", text=source, publisher="A", published=datetime(2026, 3, 12, 8, tzinfo=UTC))
    return not check_text(text, [article]).failures


@pytest.mark.parametrize(("text", "source"), WRONG, ids=[text for text, _ in WRONG])
def test_a_fluent_slip_is_refused(text: str, source: str) -> None:
    assert not passes(text, source)


@pytest.mark.parametrize(("text", "source"), TRUE, ids=[text for text, _ in TRUE])
def test_the_true_sentence_beside_a_slip_passes(text: str, source: str) -> None:
    assert passes(text, source)
