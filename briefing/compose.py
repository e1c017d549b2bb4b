"""From stories to briefs: plan → write → choose → check, with the ladder under it.

Facts of all stories are written in one batch, then each brief is filled from its plan until its words are
used up. A model that reads whole stories drafts each first, and the plan fills what its draft leaves open.
Nothing reaches a brief unless ``check`` passes it against all the sources of its story.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from briefing.data import (
    Brief,
    BriefSentence,
    Draft,
    Dropped,
    Evidence,
    Story,
)
from briefing.desk import Desk
from briefing.headline import headlines
from briefing.ladder import Settled, reason_of
from briefing.plan import plan, printed_sentences, verbatim_text
from briefing.rank import why_it_leads
from briefing.settings import Settings
from briefing.write import Backend, StoryBackend, choose

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Composed:
    """The briefs, in the order of their stories, and what did not become part of one."""

    briefs: tuple[Brief, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class _Job:
    """One fact to be told, and the sentence that stands if no candidate of the model is better."""

    desk: Desk
    fact: Evidence
    verbatim: BriefSentence


def compose(
    stories: Sequence[Story],
    backend: Backend,
    *,
    words: int,
    settings: Settings,
    progress: Progress,
    now: datetime | None = None,
) -> Composed:
    """Return a brief of about ``words`` words for each story that can be told, and what was left out.

    A brief is filled in rounds: a model's sentences are shorter than their sources, so when the facts planned
    first leave room, more are planned, until the words are used up or the story has no more to say. ``now`` is
    when they are read: "this morning" in a report of the day before then gets the name of its day.
    """
    desks = [Desk.open(story, now) for story in stories]
    whole = backend if isinstance(backend, StoryBackend) and backend.takes_stories else None
    if whole:
        for done, desk in enumerate(desks):
            progress("write", done, len(desks))
            _draft(desk, whole, words, settings)
        progress("write", len(desks), len(desks))
    done = 0
    for _ in range(settings.compose.rounds):
        jobs = [job for desk in desks for job in _sound_jobs(desk, words - desk.words, settings)]
        if not jobs:
            break
        facts = [job.fact for job in jobs]
        if not whole:
            progress("write", done, done + len(jobs))
        drafts = backend.write(facts) if not whole else ((),) * len(jobs)
        for job, candidates in zip(jobs, drafts, strict=True):
            _tell(job, candidates, words, settings)
        done += len(jobs)
        if not whole:
            progress("write", done, done)
    for desk in desks:
        _fill(desk, words, settings)
        desk.order(settings.plan)
    briefs = [_brief(desk) for desk in desks]
    untold = [desk for desk, brief in zip(desks, briefs, strict=True) if brief is None]
    lost = [Dropped("check", desk.story.id, "no sentence of it could be proved", "") for desk in untold]
    return Composed(
        tuple(brief for brief in briefs if brief),
        (*lost, *(drop for desk in untold for drop in desk.dropped)),
    )


def _draft(desk: Desk, backend: StoryBackend, words: int, settings: Settings) -> None:
    """Let a model tell the story whole, and keep each of its sentences that its sources bear out.

    What is refused is recorded and left to the plan, whose facts are better chosen than what a failed sentence
    happens to stand nearest to.
    """
    told = backend.write_story([desk.every[article.id] for article in desk.story.articles], words=words)
    desk.dropped.extend(told.dropped)
    publisher = {article.id: article.publisher for article in desk.story.articles}
    for number, (draft, found) in enumerate(told.sentences):
        publishers = tuple(dict.fromkeys(publisher[s.article_id] for s in found.sentences))
        fact = replace(found, publishers=publishers, role="body" if number else "lead")
        ranked = choose(fact, [draft], settings=settings.write, rival=False)
        settled = desk.settle(fact, ranked.drafts, refused=ranked.rungs)
        if settled.sentence is None:
            desk.drop(
                "write", settled.rungs[0].reason if settled.rungs else "the model said nothing", draft.text
            )
        elif desk.place(fact, settled.sentence, words, settings.compose):
            desk.drafted += 1
            desk.leave_out(fact.sentences[:1])
    desk.rounds += bool(desk.drafted)


def _fill(desk: Desk, words: int, settings: Settings) -> None:
    """Use the words that are left: a short fact if one fits, and where much is left one that goes over a little."""
    limits = settings.compose
    for over in (settings.plan.over_words, limits.over_words):
        if desk.words >= words * (1 - limits.under_words) and over > settings.plan.over_words:
            break
        room = round(words * (1 + over) / (1 + settings.plan.over_words)) - desk.words
        for job in _sound_jobs(desk, room, settings, least=limits.min_fill_words):
            _tell(job, (), words, settings)


def _sound_jobs(desk: Desk, room: int, settings: Settings, *, least: int = 0) -> tuple[_Job, ...]:
    """Plan what fits in ``room`` words, again without each sentence that fails its check, until all pass.

    Less room than ``least`` words (default: the settings') is left empty.

    A source's own words fail where a later report has corrected them, or where sources disagree.
    """
    jobs: tuple[_Job, ...] = ()
    if room < (least or settings.compose.min_room_words):
        return ()
    for _ in range(settings.compose.replans):
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
    desk.rounds += bool(jobs)
    return jobs


def _verbatim(desk: Desk, fact: Evidence) -> Settled:
    """Settle a fact without a model: our own sentence on a disagreement, or the source's words."""
    own = [Draft(fact.text, "ledger")] if fact.text else [Draft(verbatim_text(fact), "verbatim")]
    return desk.settle(fact, own)


def _tell(job: _Job, drafts: Sequence[Draft], words: int, settings: Settings) -> None:
    """Put the best sentence for one fact on the desk, or record why it has no place there."""
    desk, fact = job.desk, job.fact
    ranked = choose(fact, drafts, verbatim=job.verbatim.text, settings=settings.write)
    settled = desk.settle(fact, ranked.drafts, refused=ranked.rungs)
    sentence = settled.sentence or replace(job.verbatim, rungs=(*settled.rungs, *job.verbatim.rungs))
    desk.place(fact, sentence, words, settings.compose)


def _brief(desk: Desk) -> Brief | None:
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
        why=why_it_leads(desk.story),
        dropped=tuple(desk.dropped),
    )
