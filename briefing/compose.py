"""From stories to briefs: plan → write → choose → check, with the ladder under it.

Facts of all stories are written in one batch, then each brief is filled from its plan until its words are
used up. A model that reads whole stories drafts each first, and the plan fills what its draft leaves open.
Nothing reaches a brief unless ``check`` passes it against all the sources of its story.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from briefing.data import (
    Brief,
    BriefSentence,
    Draft,
    Dropped,
    Evidence,
    Story,
)
from briefing.desk import Desk
from briefing.headline import first_sentence, headlines, trim
from briefing.ladder import Settled, reason_of
from briefing.plan import fit_forms, plan, printed_sentences, verbatim_text
from briefing.plan.strangers import surnames
from briefing.progress import Progress
from briefing.rank import why_it_leads
from briefing.settings import Settings
from briefing.write import Backend, StoryBackend, choose
from briefing.write.backends.verbatim import Verbatim
from briefing.write.restore import with_restored


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

    For a model, more facts are planned than a brief holds; of those and of what it says of each, what fits is chosen
    together, so that shorter sentences buy more facts. Where words are left then, more are planned, until they are
    used up or the story has no more to say. ``now`` is when the briefs are read: "this morning" in a report of the day
    before then gets the name of its day.
    """
    desks = [Desk.open(story, now) for story in stories]
    whole = backend if isinstance(backend, StoryBackend) and backend.takes_stories else None
    if whole:
        for done, desk in enumerate(desks):
            progress("write", done, len(desks))
            _draft(desk, whole, words, settings)
        progress("write", len(desks), len(desks))
    done = 0
    writes = not whole and not isinstance(backend, Verbatim)
    for number in range(settings.compose.rounds):
        spare = settings.compose.spare_share if writes and not number else 0.0
        planned = [_sound_jobs(desk, words - desk.words, settings) for desk in desks]
        extra = [
            _sound_jobs(desk, round(words * spare), settings, known=own) if spare else ()
            for desk, own in zip(desks, planned, strict=True)
        ]
        jobs = [job for own, more in zip(planned, extra, strict=True) for job in (*own, *more)]
        if not jobs:
            break
        if writes:
            progress("write", done, done + len(jobs))
        drafts = backend.write([job.fact for job in jobs]) if writes else ((),) * len(jobs)
        told = [
            (job, _forms(job, candidates, settings)) for job, candidates in zip(jobs, drafts, strict=True)
        ]
        in_turn = iter(told)  # the jobs stand desk by desk
        for desk, own, more in zip(desks, planned, extra, strict=True):
            mine = list(islice(in_turn, len(own) + len(more)))
            _tell(desk, mine, words, settings, first=len(own) if spare else 0)
        done += len(jobs)
        if writes:
            progress("write", done, done)
    for desk in desks:
        _fill(desk, words, settings)
        desk.order(settings.plan)
        desk.close(words, settings.compose)
        desk.introduce()
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
    publisher = {article.id: desk.story.publisher_of(article) for article in desk.story.articles}
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
            desk.place(job.fact, job.verbatim, words, limits)


def _sound_jobs(
    desk: Desk, room: int, settings: Settings, *, least: int = 0, known: Sequence[_Job] = ()
) -> tuple[_Job, ...]:
    """Plan what fits in ``room`` words, again without each sentence that fails its check, until all pass.

    Less room than ``least`` words (default: the settings') is left empty. ``known`` are jobs planned before.

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
            known=[sentence.text for sentence in (*desk.chosen, *(job.verbatim for job in known))],
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


def _forms(job: _Job, drafts: Sequence[Draft], settings: Settings) -> tuple[BriefSentence, ...]:
    """Return what may be printed of one fact: the model's sentences that pass choice and check, then the verbatim one."""
    every = with_restored(drafts, job.verbatim.text)
    ranked = choose(job.fact, every, verbatim=job.verbatim.text, settings=settings.write)
    rungs = list(ranked.rungs)
    sound: list[BriefSentence] = []
    for draft in ranked.drafts[: settings.compose.max_forms]:
        settled = job.desk.settle(job.fact, [draft])
        rungs += settled.rungs
        if settled.sentence:
            sound.append(settled.sentence)
    verbatim = replace(job.verbatim, rungs=(*rungs, *job.verbatim.rungs))
    return (*(replace(sentence, rungs=tuple(rungs)) for sentence in sound), verbatim)


def _tell(
    desk: Desk,
    told: Sequence[tuple[_Job, tuple[BriefSentence, ...]]],
    words: int,
    settings: Settings,
    *,
    first: int,
) -> None:
    """Put facts on the desk, each in its best form; where only the ``first`` were needed, what fits best together."""
    if not first:
        for job, forms in told:
            desk.place(job.fact, forms[0], words, settings.compose)
        return
    facts = [job.fact for job, _ in told]
    texts = [[sentence.text for sentence in forms] for _, forms in told]
    chosen = dict(
        fit_forms(
            desk.story,
            desk.every,
            facts,
            texts,
            first=first,
            words=words,
            settings=settings.plan,
            ledger=desk.ledger,
        )
    )
    for number, (job, forms) in enumerate(told):
        if number in chosen:
            desk.place(job.fact, forms[chosen[number]], words, settings.compose)
        else:
            desk.drop("compose", "not needed beside the others", job.verbatim.text)


def _brief(desk: Desk) -> Brief | None:
    """Put one story together, or return ``None`` where nothing of it can be said or no headline holds."""
    if not desk.chosen:
        return None
    latest = sorted(
        desk.story.articles, key=lambda a: a.published.timestamp() if a.published else 0.0, reverse=True
    )
    leads = [sentence.text for sentence in desk.chosen if sentence.role != "disagreement"]
    titles = [desk.dated(article.title, article) for article in latest]
    known = surnames(article.text for article in latest)
    for headline in (*headlines(titles, leads, surnames=known), trim(first_sentence(desk.chosen[0].text))):
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
