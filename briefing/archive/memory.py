"""What an edition must know of those before it: what was sent, what is new, what no longer holds.

Pure: it decides from values alone. A story already sent comes back only with something new; a figure that was
sent and no longer holds opens the edition as a correction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.archive.corrections import compare
from briefing.archive.records import SentStory
from briefing.data import (
    Brief,
    BriefSentence,
    Correction,
    Dropped,
    Edition,
    Story,
)
from briefing.settings import ArchiveSettings
from briefing.terms import NUMBER_WORDS
from briefing.versions import first_id

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+")


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
        changed, wrong = compare(brief, earlier)
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
                changes=changed or _further(brief.story, earlier),
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


def _further(story: Story, earlier: SentStory) -> tuple[str, ...]:
    """Return what is new where no figure moved: who reports it since."""
    new = [a for a in story.articles if a.id not in earlier.articles]
    rewritten = dict.fromkeys(a.publisher for a in new if first_id(a.id) in earlier.articles)
    further = dict.fromkeys(a.publisher for a in new if first_id(a.id) not in earlier.articles)
    said = (("Updated by", rewritten), ("Further reports by", further))
    return tuple(f"{what} {', '.join(names)}" for what, names in said if names)


def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of ``text`` and, apart, its numbers: one changed number makes it another sentence."""
    found = [NUMBER_WORDS.get(word, word) for word in _WORD.findall(text.casefold())]
    return frozenset(found), frozenset(word for word in found if word[0].isdigit())


def _was_said(text: str, before: Sequence[tuple[frozenset[str], frozenset[str]]], share: float) -> bool:
    words, numbers = _words(text)
    return any(
        numbers == theirs and len(words & others) >= share * len(words | others) for others, theirs in before
    )
