"""A figure of a source with where it stands.

Promise: a spot is made once, from a bound figure, and never changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from briefing.data import Figure
from briefing.figures.vocabulary.stems import root


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure of a source with where it stands. ``before`` are words of the sentence before and the title.

    ``now`` is the day the source came out, where that is known.
    """

    figure: Figure
    article: int
    sentence: int
    before: frozenset[str] = frozenset()
    anaphoric: bool = False
    near: frozenset[str] = field(default=frozenset())
    words: frozenset[str] = field(default=frozenset())
    akin: frozenset[str] = field(default=frozenset())  # concepts and roots of ``near``
    now: date | None = None

    def stands_beside(self, other: Spot) -> bool:
        """Return whether both figures are of one sentence."""
        return self.sentence == other.sentence and self.article == other.article


def spot(
    figure: Figure,
    article: int,
    sentence: int,
    before: frozenset[str] = frozenset(),
    anaphoric: bool = False,
    now: date | None = None,
) -> Spot:
    """Return the spot of a bound figure; ``anaphoric`` says that a pronoun leans on the sentence before."""
    thing = figure.thing
    near = frozenset(thing.near)
    akin = frozenset(w if ":" in w else "root:" + root(w) for w in near)
    return Spot(figure, article, sentence, before, anaphoric, near, frozenset(thing.words), akin, now)
