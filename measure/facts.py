"""Eight facts of our own, for measurements of writing that need no data."""

from __future__ import annotations

from briefing.data import Evidence, Sentence

_SENTENCES = (
    "The mayor of Dorn, Elsa Vint, said on Monday that 12 people were hurt when a tram left the rails near Castle Hill.",
    "Harwell Foods said it would close its plant in Lindby next spring with the loss of 340 jobs, blaming energy prices.",
    "The strike by some 4,000 dock workers, which has closed the port of Varna Bay for nine days, will end at midnight.",
    "Police in the northern town of Hask arrested a 34-year-old man on suspicion of setting fire to the town hall.",
    "Profit for the three months to June rose by 14 percent to $2.1 million, Harwell Foods told investors on Tuesday.",
    "The storm cut power to 61,500 homes and closed two of the five bridges over the river Sell, the region said.",
    "The central bank raised its rate by half a percentage point to 3.25 percent, the third rise this year.",
    "About 1,200 people marched through the centre of Orl on Saturday against the new toll of 2.50 euros on the bridge.",
)


def our_facts() -> list[Evidence]:
    """Return the facts, a sentence each."""
    return [Evidence((Sentence("a", n, 0, len(text), text),), ("x",)) for n, text in enumerate(_SENTENCES)]
