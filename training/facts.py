"""Facts to shorten, as the plan makes them: the sentence that would be printed, and who else says nearly the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.clean import clean
from briefing.data import Article, Evidence, Story
from briefing.dedupe import dedupe
from briefing.desk import Desk
from briefing.plan import plan
from briefing.settings import Settings
from briefing.write.protocol import evidence_lines, worth_writing

_PLANNED_WORDS = 1500  # far more than a brief has: facts of every rank are worth learning from


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a story. ``lines`` are what the model reads of it; ``key`` finds its hand-written target."""

    story: str
    evidence: Evidence
    lines: tuple[str, ...]
    articles: tuple[Article, ...]

    @property
    def key(self) -> str:
        """The start of a hash of the first line, by which a target is kept without its source's text."""
        return key_of(self.lines[0])


def key_of(text: str) -> str:
    """Return the key of a sentence, blind to its spacing."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:10]


def facts_of(story: Story, settings: Settings) -> Iterator[Fact]:
    """Yield the facts that the plan would print of ``story`` if it had room for nearly all."""
    unique = dedupe(clean(story.articles, settings=settings.clean).articles, settings=settings.dedupe)
    if not unique.originals:
        return
    whole = Story(story.id, tuple(unique.originals), tuple(unique.copies))
    desk = Desk.open(whole)
    planned = plan(whole, desk.sentences, words=_PLANNED_WORDS, settings=settings.plan, ledger=desk.ledger)
    for evidence in planned.evidence:
        if worth_writing(evidence):
            lines = evidence_lines(evidence, settings.write, sentences=3)
            yield Fact(story.id, evidence, lines, whole.articles)
