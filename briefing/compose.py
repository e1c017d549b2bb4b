"""From stories to briefs: plan → write → choose → check, with the ladder under it.

Facts of all stories are written in one batch, then each brief is filled from its plan until its words are
used up. Nothing reaches a brief unless ``check`` passes it against all the sources of its story.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from briefing.check import Sources, check_against, prepare
from briefing.data import (
    Brief,
    BriefSentence,
    CheckReport,
    Draft,
    Dropped,
    Evidence,
    Ledger,
    Sentence,
    Story,
)
from briefing.figures import build_ledger
from briefing.headline import headlines, words_in
from briefing.ladder import Settled, reason_of, settle
from briefing.plan import plan, printed_sentences, verbatim_text
from briefing.settings import Settings
from briefing.split import split
from briefing.write import Backend, choose

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Composed:
    """The briefs, in the order of their stories, and what did not become part of one."""

    briefs: tuple[Brief, ...]
    dropped: tuple[Dropped, ...]


@dataclass(slots=True)
class _Desk:
    """One story being written: what it has to draw on, and what stands so far."""

    story: Story
    sentences: dict[str, tuple[Sentence, ...]]
    ledger: Ledger
    sources: Sources
    chosen: list[BriefSentence] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    @classmethod
    def open(cls, story: Story) -> _Desk:
        """Split a story into sentences and read its figures, once."""
        sources = prepare(story.articles)
        sentences = {article.id: split(article) for article in story.articles}
        return cls(story, sentences, build_ledger(story.articles), sources)

    @property
    def words(self) -> int:
        return sum(words_in(sentence.text) for sentence in self.chosen)

    def verify(self, text: str) -> CheckReport:
        return check_against(text, self.sources)

    def attributed(self, text: str, sentence: Sentence) -> str:
        """Say that it is one publisher's word: what an editor does where sources disagree."""
        publisher = next(a.publisher for a in self.story.articles if a.id == sentence.article_id)
        return f"{publisher} reports: {text}"

    def drop(self, step: str, reason: str, text: str) -> None:
        self.dropped.append(Dropped(step, self.story.id, reason, text))

    def leave_out(self, used: Sequence[Sentence]) -> None:
        """Take sentences out of what may still be planned."""
        gone = {(s.article_id, s.index) for s in used}
        self.sentences = {
            article: tuple(s for s in found if (s.article_id, s.index) not in gone)
            for article, found in self.sentences.items()
        }


@dataclass(frozen=True, slots=True)
class _Job:
    """One fact to be told, and the sentence that stands if no candidate of the model is better."""

    desk: _Desk
    fact: Evidence
    verbatim: BriefSentence


def compose(
    stories: Sequence[Story], backend: Backend, *, words: int, settings: Settings, progress: Progress
) -> Composed:
    """Return a brief of about ``words`` words for each story that can be told, and what was left out.

    A brief is filled in rounds: a model's sentences are shorter than their sources, so when the facts planned
    first leave room, more are planned, until the words are used up or the story has no more to say.
    """
    desks = [_Desk.open(story) for story in stories]
    done = 0
    for _ in range(settings.compose.rounds):
        jobs = [job for desk in desks for job in _sound_jobs(desk, words, settings)]
        if not jobs:
            break
        progress("write", done, done + len(jobs))
        drafts = backend.write([job.fact for job in jobs])
        for job, candidates in zip(jobs, drafts, strict=True):
            _tell(job, candidates, words, settings)
        done += len(jobs)
        progress("write", done, done)
    briefs = [_brief(desk) for desk in desks]
    untold = [desk for desk, brief in zip(desks, briefs, strict=True) if brief is None]
    lost = [Dropped("check", desk.story.id, "no sentence of it could be proved", "") for desk in untold]
    return Composed(
        tuple(brief for brief in briefs if brief),
        (*lost, *(drop for desk in untold for drop in desk.dropped)),
    )


def _sound_jobs(desk: _Desk, words: int, settings: Settings) -> tuple[_Job, ...]:
    """Plan what still fits, again without each sentence that fails its own check, until all of them pass.

    A source's own words fail where a later report has corrected them, or where sources disagree.
    """
    room = words - desk.words
    jobs: tuple[_Job, ...] = ()
    for _ in range(settings.compose.replans):
        if room < settings.compose.min_room_words:
            return ()
        planned = plan(
            desk.story,
            desk.sentences,
            words=room,
            settings=settings.plan,
            ledger=desk.ledger,
            known=[sentence.text for sentence in desk.chosen],
        )
        settled = [(fact, _verbatim(desk, fact)) for fact in planned.evidence]
        jobs = tuple(_Job(desk, fact, s.sentence) for fact, s in settled if s.sentence)
        if len(jobs) == len(settled):
            break
        for fact, refused in settled:
            if refused.sentence is None:
                desk.drop("check", refused.rungs[0].reason, verbatim_text(fact))
                desk.leave_out(printed_sentences(fact))
    for job in jobs:
        desk.leave_out(printed_sentences(job.fact))
    return jobs


def _verbatim(desk: _Desk, fact: Evidence) -> Settled:
    """Settle a fact without a model: our own sentence on a disagreement, or the source's words."""
    own = [Draft(fact.text, "ledger")] if fact.text else [Draft(verbatim_text(fact), "verbatim")]
    return settle(fact, own, desk.verify, attribution=desk.attributed)


def _tell(job: _Job, drafts: Sequence[Draft], words: int, settings: Settings) -> None:
    """Put the best sentence for one fact on the desk, or record why it has no place there."""
    desk, fact = job.desk, job.fact
    ranked = choose(fact, drafts, verbatim=job.verbatim.text, settings=settings.write)
    settled = settle(fact, ranked.drafts, desk.verify, attribution=desk.attributed, refused=ranked.rungs)
    sentence = settled.sentence or replace(job.verbatim, rungs=(*settled.rungs, *job.verbatim.rungs))
    if repeats(sentence.text, [said.text for said in desk.chosen], settings.compose.repeat_share):
        desk.drop("compose", "already said", sentence.text)
    elif desk.words + words_in(sentence.text) > words * (1 + settings.compose.over_words):
        desk.drop("compose", "over the word budget", sentence.text)
    else:
        desk.chosen.append(sentence)


def repeats(text: str, said: Sequence[str], share: float) -> bool:
    """Whether at least ``share`` of the content words of ``text`` stand in one of the texts ``said``."""
    words = content_words(text)
    return bool(words) and any(len(words & content_words(other)) >= share * len(words) for other in said)


def content_words(text: str) -> frozenset[str]:
    """Return the words of four letters and more, and the numbers, in lower case."""
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > 3 or word[:1].isdigit())


def _brief(desk: _Desk) -> Brief | None:
    """Put one story together, or return ``None`` where nothing of it can be said or no headline holds."""
    if not desk.chosen:
        return None
    latest = sorted(
        desk.story.articles, key=lambda a: a.published.timestamp() if a.published else 0.0, reverse=True
    )
    leads = [sentence.text for sentence in desk.chosen if sentence.role != "disagreement"]
    for headline in headlines([article.title for article in latest], leads):
        report = desk.verify(headline)
        if report.ok:
            break
        desk.drop("headline", reason_of(report), headline)
    else:
        headline = desk.chosen[0].text
    cited = {citation.article_id for sentence in desk.chosen for citation in sentence.citations}
    return Brief(
        story=desk.story,
        headline=headline,
        sentences=tuple(desk.chosen),
        sources=tuple(article for article in desk.story.articles if article.id in cited),
        ledger=desk.ledger,
        why=_why(desk.story),
        dropped=tuple(desk.dropped),
    )


def _why(story: Story) -> str:
    """Say in one line why the story stands where it does; the first reason is its points."""
    return "; ".join(reason.split(" ", 1)[1] for reason in story.rank_reasons[1:])
