"""What an edition must know of those before it: what was sent, what is new, what no longer holds.

Pure: it decides from values alone. A story already sent comes back only with something new; a figure that was
sent and no longer holds opens the edition as a correction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from briefing.archive.records import SentStory
from briefing.data import (
    Brief,
    BriefSentence,
    Correction,
    Dropped,
    Edition,
    Figure,
    Kind,
    LedgerLine,
    Modifier,
    Statement,
    Story,
)
from briefing.settings import ArchiveSettings
from briefing.shown import capital
from briefing.shown import figure as shown
from briefing.terms import NUMBER_WORDS

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+")

# Kinds of which a later value replaces an earlier one; a date, an age or a name is another fact, not a newer one.
_REPLACED = frozenset(
    (
        Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.RATE, Kind.RATIO, Kind.MEASURE,
        Kind.TEMPERATURE, Kind.FRACTION,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unsent:
    """The stories with something to say, and those that have been sent already."""

    stories: tuple[Story, ...]
    dropped: tuple[Dropped, ...]


def unsent(stories: Sequence[Story], sent: Iterable[SentStory]) -> Unsent:
    """Leave out, before anything is written, every story without an article that is new since it was sent."""
    known = _by_article(sent)
    kept: list[Story] = []
    dropped: list[Dropped] = []
    for story in stories:
        earlier = _earlier(story, known)
        if earlier is None or any(article.id not in earlier.articles for article in story.articles):
            kept.append(story)
        else:
            dropped.append(Dropped("remember", earlier.headline, _already(earlier, "no new article since")))
    return Unsent(tuple(kept), tuple(dropped))


def remember(
    edition: Edition, sent: Iterable[SentStory], *, settings: ArchiveSettings | None = None
) -> Edition:
    """Return ``edition`` as those before it demand.

    A story sent before keeps its identity and says what is new; its sentences that were sent before are left
    out; without anything new it is dropped. ``corrections`` are added.
    """
    settings = settings or ArchiveSettings()
    known = _by_article(sent)
    briefs: list[Brief] = []
    dropped: list[Dropped] = []
    corrections: list[Correction] = []
    for brief in edition.briefs:
        earlier = _earlier(brief.story, known)
        if earlier is None:
            briefs.append(brief)
            continue
        changed, wrong = _moved(brief, earlier)
        revised = [
            c for c in _revised(brief, earlier) if (c.was, c.now) not in {(w.was, w.now) for w in wrong}
        ]
        wrong += revised
        changed += tuple(f"{capital(c.thing)}: {c.now}, was {c.was}" for c in revised)
        corrections += wrong
        fresh, repeated = _fresh(brief, earlier, settings)
        if not fresh and not changed:
            dropped.append(
                Dropped("remember", brief.headline, _already(earlier, "nothing new since"), brief.text)
            )
            continue
        dropped += (
            Dropped("remember", brief.headline, "sentence already sent", sentence.text)
            for sentence in repeated
        )
        briefs.append(
            replace(
                brief,
                story=replace(brief.story, id=earlier.id),
                sentences=tuple(s for s in brief.sentences if s not in repeated),
                sent_before=earlier.sent_at,
                changes=changed,
            )
        )
    return replace(
        edition,
        briefs=tuple(briefs),
        dropped=(*edition.dropped, *dropped),
        corrections=(*edition.corrections, *corrections),
    )


# ---------------------------------------------------------------- which story it was


def _by_article(sent: Iterable[SentStory]) -> tuple[dict[str, SentStory], dict[str, SentStory]]:
    """Return the sent stories by their own id and by their articles' ids, the latest sent winning."""
    ordered = sorted(sent, key=lambda story: (story.sent_at, story.id))
    return (
        {story.id: story for story in ordered},
        {article: story for story in ordered for article in sorted(story.articles)},
    )


def _earlier(story: Story, known: tuple[dict[str, SentStory], dict[str, SentStory]]) -> SentStory | None:
    by_id, by_article = known
    found = by_id.get(story.id)
    return found or next((by_article[a.id] for a in story.articles if a.id in by_article), None)


def _already(earlier: SentStory, why: str) -> str:
    return f"already sent on {earlier.sent_at.date().isoformat()}, {why}"


# ---------------------------------------------------------------- which sentences are new


def _fresh(
    brief: Brief, earlier: SentStory, settings: ArchiveSettings
) -> tuple[tuple[BriefSentence, ...], tuple[BriefSentence, ...]]:
    """Return the sentences not sent before, and those to leave out: all others, or all but the first."""
    before = [_words(text) for text in earlier.said]
    fresh = tuple(s for s in brief.sentences if not _was_said(s.text, before, settings.same_words_share))
    kept = fresh or brief.sentences[:1]
    return fresh, tuple(s for s in brief.sentences if s not in kept)


def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of ``text`` and, apart, its numbers: one changed number makes it another sentence."""
    found = [NUMBER_WORDS.get(word, word) for word in _WORD.findall(text.casefold())]
    return frozenset(found), frozenset(word for word in found if word[0].isdigit())


def _was_said(text: str, before: Sequence[tuple[frozenset[str], frozenset[str]]], share: float) -> bool:
    words, numbers = _words(text)
    return any(
        numbers == theirs and len(words & others) >= share * len(words | others) for others, theirs in before
    )


# ---------------------------------------------------------------- which figures moved


def _moved(brief: Brief, earlier: SentStory) -> tuple[tuple[str, ...], list[Correction]]:
    """Return what changed, a line each, and the corrections: what was sent and no longer holds."""
    changes: list[str] = []
    corrections: list[Correction] = []
    for line in brief.ledger.lines:
        if line.agreement == "conflict" or not line.current:
            continue
        sent = _last_sent(line, earlier)
        now = _replacing(line, [figure for _, figure in sent])
        if now is None or not _borne_out(now, line, brief):
            continue
        when, was = sent[-1]
        changes.append(f"{capital(line.label)}: {shown(now.figure)}, was {shown(was)}")
        if not any(_holds(figure, now.figure) for _, figure in sent):
            corrections.append(_correction(line.label, brief, earlier, when, shown(was), now))
    return tuple(dict.fromkeys(changes)), corrections


def _revised(brief: Brief, earlier: SentStory) -> list[Correction]:
    """Return the corrections that a sentence of the brief states itself: "revised down to 10 from 11"."""
    from briefing.figures.things import label

    corrections: list[Correction] = []
    for sentence in brief.sentences:
        passed = [c for c in sentence.figures if c.verdict.passes and c.figure and c.figure.kind in _REPLACED]
        news = [c for c in passed if c.figure and c.figure.thing.role == "to"]
        olds = [c.figure for c in passed if c.figure and c.figure.thing.role == "from"]
        for checked in news:
            now = checked.figure
            assert now is not None
            old = next((f for f in olds if (f.kind, f.unit) == (now.kind, now.unit)), None)
            sent = None if old is None else _sent_as(old, now, earlier)
            source = next((a for c in checked.citations for a in brief.sources if a.id == c.article_id), None)
            if sent is not None and source is not None:
                when, was = sent
                statement = Statement(now, source.publisher, checked.citations[0], source.published)
                corrections.append(_correction(label(was), brief, earlier, when, shown(was), statement))
    return corrections


def _sent_as(old: Figure, now: Figure, earlier: SentStory) -> tuple[datetime, Figure] | None:
    """Return the figure that went out with the old value, unless the new value has gone out since."""
    found = None
    for when, sent in ((when, f.figure) for when, f in earlier.figures):
        if (sent.kind, sent.unit) != (old.kind, old.unit) or not _about(sent) & _about(now):
            continue
        if (sent.low, sent.high) == (old.low, old.high):
            found = (when, sent)
        elif (sent.low, sent.high) == (now.low, now.high):
            found = None
    return found


def _about(figure: Figure) -> frozenset[str]:
    """Return what happened to what is counted, as far as the figure's own part of its sentence says."""
    thing = figure.thing
    acts = {word.removeprefix("act:") for word in thing.near if word.startswith("act:")}
    return frozenset(acts | {thing.act, thing.noun}) - {""}


def _last_sent(line: LedgerLine, earlier: SentStory) -> list[tuple[datetime, Figure]]:
    """Return the figures of ``line`` in the last edition that had any, the one last stated at the end."""
    mine = [(when, f.figure) for when, f in earlier.figures if _belongs(line, f.figure)]
    latest = max((when for when, _ in mine), default=None)
    order = {(s.figure.low, s.figure.high): place for place, s in enumerate(line.statements)}
    last = [(when, figure) for when, figure in mine if when == latest]
    return sorted(last, key=lambda pair: order.get((pair[1].low, pair[1].high), -1))


def _correction(
    thing: str, brief: Brief, earlier: SentStory, sent_at: datetime, was: str, now: Statement
) -> Correction:
    return Correction(
        story_id=earlier.id,
        headline=brief.headline,
        thing=thing,
        was=was,
        sent_at=sent_at,
        now=shown(now.figure),
        publisher=now.publisher,
        as_of=now.as_of,
        citation=now.citation,
        figure=now.figure,
    )


def _belongs(line: LedgerLine, was: Figure) -> bool:
    """Return whether ``was`` is one of the line's: its value is stated there, or its thing is the very same."""
    if was.kind not in _REPLACED:
        return False
    value = (was.kind, was.unit, was.low, was.high)
    return any(
        _same_thing(f, was)
        if (f.kind, f.unit, f.low, f.high) == value
        else was.thing.noun and _key(f) == _key(was)
        for f in (s.figure for s in line.statements)
    )


def _key(figure: Figure) -> tuple[object, ...]:
    thing = figure.thing
    return (figure.kind, figure.unit, thing.noun, thing.act, thing.owner, figure.direction)


def _replacing(line: LedgerLine, sent: Sequence[Figure]) -> Statement | None:
    """Return the statement of ``line`` that took the place of ``sent``, or nothing where one of them stands."""
    if not sent or any((s.figure.low, s.figure.high) == (f.low, f.high) for s in line.current for f in sent):
        return None
    comparable = [s for s in line.current if (s.figure.kind, s.figure.unit) == (sent[-1].kind, sent[-1].unit)]
    return max(comparable, key=lambda s: (s.as_of is not None, s.as_of, s.publisher), default=None)


def _borne_out(now: Statement, line: LedgerLine, brief: Brief) -> bool:
    """Return whether a new value may be called the one that stands: the brief states it, or two publishers do.

    A ledger reads every sentence, also "since 1988, when 16 people died"; a wrong correction is worse than none.
    """
    value = (now.figure.kind, now.figure.low, now.figure.high)
    about = {now.figure.thing.noun, now.figure.thing.act} - {""}
    for stated in (checked.figure for checked in brief.figures if checked.verdict.passes):
        if stated is None or (stated.kind, stated.low, stated.high) != value:
            continue
        if about & {stated.thing.noun, stated.thing.act}:
            return True
    by = {s.publisher for s in line.current if (s.figure.kind, s.figure.low, s.figure.high) == value}
    return len(by) > 1


def _holds(was: Figure, now: Figure) -> bool:
    """Return whether ``was`` is still true beside ``now``: "at least nine" is, with twelve known."""
    from briefing.figures.match import match  # here: looking into the archive needs no parser

    if was.low is None or was.high is None or now.low is None or now.high is None:
        return match(was, now).fits
    if was.modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        return now.low > was.low or (now.low == was.low and was.modifier is Modifier.AT_LEAST)
    if was.modifier in (Modifier.AT_MOST, Modifier.LESS_THAN):
        return now.high < was.high or (now.high == was.high and was.modifier is Modifier.AT_MOST)
    return match(was, now).fits


def _same_thing(one: Figure, other: Figure) -> bool:
    """Return whether two figures of equal value are the one the ledger holds: noun and act must not differ."""
    nouns = one.thing.noun == other.thing.noun or not one.thing.noun or not other.thing.noun
    return nouns and one.thing.act == other.thing.act
