"""One story being written: what it has to draw on, what stands so far, and in which order it is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from briefing.check import check_against, prepare
from briefing.data import (
    Article,
    BriefSentence,
    CheckReport,
    Draft,
    Dropped,
    Evidence,
    Ledger,
    Rung,
    Sentence,
    Story,
)
from briefing.days import name_days, quoted_pointer
from briefing.figures import build_ledger
from briefing.headline import words_in
from briefing.ladder import Settled, cited, settle, without_overlap
from briefing.persons import introduced, persons
from briefing.plan import reading_order
from briefing.settings import ComposeSettings, PlanSettings
from briefing.sources import Sources
from briefing.split import split
from briefing.terms import STOP_WORDS
from briefing.terms import words as words_of


@dataclass(slots=True)
class Desk:
    """One story being written: what it has to draw on, and what stands so far.

    ``sentences`` are those that may still be planned, ``every`` all of them; ``facts`` go with ``chosen``.
    ``drafted`` counts the sentences of a whole story's draft, which come first; ``rounds`` how often
    the brief was added to. ``now`` is when it will be read, ``None`` for the day of its sources.
    """

    story: Story
    sentences: dict[str, tuple[Sentence, ...]]
    every: dict[str, tuple[Sentence, ...]]
    ledger: Ledger
    sources: Sources
    now: datetime | None = None
    chosen: list[BriefSentence] = field(default_factory=list)
    facts: list[Evidence] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    drafted: int = 0
    rounds: int = 0

    @classmethod
    def open(cls, story: Story, now: datetime | None = None) -> Desk:
        """Split a story into sentences and read its figures, once."""
        sources = prepare(story.articles)
        sentences = {article.id: split(article) for article in story.articles}
        behind = ((article, story.publisher_of(article)) for article in story.articles)
        counts_for = {article.id: name for article, name in behind if name != article.publisher}
        return cls(story, sentences, sentences, build_ledger(story.articles, counts_for), sources, now)

    @property
    def words(self) -> int:
        """How many words stand so far."""
        return sum(words_in(sentence.text) for sentence in self.chosen)

    def verify(self, text: str) -> CheckReport:
        """Check ``text`` against all the sources of the story."""
        return check_against(text, self.sources)

    def settle(self, fact: Evidence, drafts: Sequence[Draft], refused: Sequence[Rung] = ()) -> Settled:
        """Return what the ladder makes of ``drafts``, with the days that they point to named for the reader."""
        source = next(
            (a for s in fact.sentences[:1] for a in self.story.articles if a.id == s.article_id), None
        )
        said = [
            replace(draft, text=text)
            for draft in drafts
            for text in dict.fromkeys(
                self.dated(draft.text, source, nights=nights) for nights in (True, False)
            )
        ]
        rungs = [
            Rung(draft.text, draft.origin, f"“{word}” in a quotation is not of the day of the edition")
            for draft in said
            if (word := self._misdated(draft.text, source))
        ]
        sound = [draft for draft in said if not self._misdated(draft.text, source)]
        return settle(fact, sound, self.verify, attribution=self.attributed, refused=(*refused, *rungs))

    def _misdated(self, text: str, source: Article | None) -> str:
        if self.now is None or source is None:
            return ""
        return quoted_pointer(text, source.published, self.now)

    def dated(self, text: str, source: Article | None, *, nights: bool = True) -> str:
        """Return ``text``, of ``source``, with the days that it points to named for the reader (``name_days``)."""
        if self.now is None or source is None:
            return text
        return name_days(text, source.published, self.now, nights=nights)

    def attributed(self, text: str, sentence: Sentence) -> str:
        """Say that it is one publisher's word: what an editor does where sources disagree."""
        publisher = next(a.publisher for a in self.story.articles if a.id == sentence.article_id)
        return f"{publisher} reports: {text}"

    def drop(self, step: str, reason: str, text: str) -> None:
        """Record what was left out."""
        self.dropped.append(Dropped(step, self.story.id, reason, text))

    def leave_out(self, used: Sequence[Sentence]) -> None:
        """Take sentences out of what may still be planned."""
        gone = {(s.article_id, s.index) for s in used}
        self.sentences = {
            article: tuple(s for s in found if (s.article_id, s.index) not in gone)
            for article, found in self.sentences.items()
        }

    def place(self, fact: Evidence, sentence: BriefSentence, words: int, settings: ComposeSettings) -> bool:
        """Put a sentence on the desk unless it was said or there is no room, which is recorded; say whether."""
        said = [other.text for other in self.chosen]
        if repeats(sentence.text, said, settings.repeat_share) or any(
            repeats(text, [sentence.text], settings.repeat_share) for text in said
        ):
            self.drop("compose", "already said", sentence.text)
        elif self.words + words_in(sentence.text) > words * (1 + settings.over_words):
            self.drop("compose", "over the word budget", sentence.text)
        else:
            self.chosen.append(sentence)
            self.facts.append(fact)
            return True
        return False

    def close(self, words: int, settings: ComposeSettings) -> None:
        """Leave out what says too little for a sentence of its own, the last first, where one publisher alone has it."""
        for place in range(len(self.chosen) - 1, 0, -1):
            text, fact = self.chosen[place].text, self.facts[place]
            telling = sum(word not in STOP_WORDS for word in words_of(text))
            slight = telling <= settings.slight_words and len(fact.publishers) == 1 and not fact.text
            if slight and self.words - words_in(text) >= words * (1 - settings.over_words):
                self.drop("compose", "too slight for a sentence", text)
                del self.chosen[place], self.facts[place]

    def order(self, settings: PlanSettings) -> None:
        """Bring what several rounds added into one order: lead, disputes, a model's own draft, the rest as planned."""
        if self.rounds < 2:
            return
        own_text = [n for n, fact in enumerate(self.facts) if not fact.sentences]
        told = [n for n in range(len(self.facts)) if n not in own_text]
        order = [told[n] for n in reading_order(
            self.story, self.every, [self.facts[n] for n in told], settings=settings
        )]  # fmt: skip
        lead = next((n for n, fact in enumerate(self.facts) if fact.role == "lead"), order[0] if order else 0)

        def rank(n: int) -> tuple[int, int]:
            if n == lead:
                return 0, 0
            if self.facts[n].role == "disagreement":
                return 1, n
            return (2, n) if n < self.drafted else (3, 0)

        ranked = sorted((*own_text, *order), key=rank)
        self.chosen = [self.chosen[n] for n in ranked]
        self.facts = [self.facts[n] for n in ranked]

    def introduce(self) -> None:
        """Give each person the whole name where the brief first names him, as his own article does, if the check agrees."""
        texts = {article.id: article.text for article in self.story.articles}
        proven = {person.name for text in texts.values() for person in persons(text).values()}
        known = {fact.sentences[0].article_id for fact in self.facts if fact.sentences and not fact.text}
        people = {source: persons(texts[source], proven) for source in known}
        said: list[str] = []
        for place, (sentence, fact) in enumerate(zip(self.chosen, self.facts, strict=True)):
            if fact.sentences and not fact.text:
                source = fact.sentences[0].article_id
                text, named = introduced(sentence.text, people[source], said)
                report = self.verify(text) if named else None
                if report is not None and report.ok:
                    where = [next(s for s in self.every[source] if s.start <= p.start < s.end) for p in named]
                    self.chosen[place] = replace(
                        sentence,
                        text=text,
                        figures=report.figures,
                        citations=without_overlap((*sentence.citations, *map(cited, where))),
                    )
            said.append(self.chosen[place].text)


def repeats(text: str, said: Sequence[str], share: float) -> bool:
    """Whether at least ``share`` of the content words of ``text`` stand in one of the texts ``said``."""
    words = content_words(text)
    return bool(words) and any(len(words & content_words(other)) >= share * len(words) for other in said)


def content_words(text: str) -> frozenset[str]:
    """Return the words of four letters and more, and the numbers, in lower case."""
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > 3 or word[:1].isdigit())
