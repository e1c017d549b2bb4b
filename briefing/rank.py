"""Which stories lead: points for independent publishers, recency, change, and the reader's topics, added up.

Promise: every point is named in the story's ``rank_reasons``; equal stories stand in the order of their ids,
so that the same input always gives the same edition.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from briefing.data import Dropped, Story
from briefing.settings import RankSettings
from briefing.topics import about, mentions

_DAYS_TOLD = 730  # an older report's age is told in years
_SCORED = re.compile(r"[+-]\d+\.\d (.+)")  # a reason with its points; the total, the first line, has no sign
_PLAINLY = (
    (re.compile(r"no date|dated in the future.*|0% new since the last edition"), ""),
    # The line above gives publisher and age: one publisher, or a report of last week, moved nothing.
    (re.compile(r"1 independent publisher|newest article (?:(?!1 |2 )[\d,]+ days|[\d,]+ years?) old"), ""),
    (re.compile(r"newest article 1 hour old"), "newest report an hour old"),
    (re.compile(r"newest article (.+) old"), r"newest report \1 old"),
    (re.compile(r"100% new since the last edition"), "not in the last edition"),
    (re.compile(r"(\d+)% new since the last edition"), r"\1 percent new since the last edition"),
    (re.compile(r"1 copy elsewhere"), "carried by 1 more site"),
    (re.compile(r"(\d+) copies elsewhere"), r"carried by \1 more sites"),
    (re.compile(r'your topic "(.*)"'), r"moved up for “\1”"),
)


_MOVED = "moved up for "


def rank(
    stories: Sequence[Story],
    *,
    settings: RankSettings | None = None,
    now: datetime | None = None,
    topics: Sequence[str] = (),
    muted: Sequence[str] = (),
    changes: Mapping[str, float] | None = None,
) -> tuple[Story, ...]:
    """Return ``stories`` with the leading one first, each with the reasons for its place.

    ``now`` is aware; without it, recency counts from the newest article. ``changes`` gives, by story id, the
    share (0..1) of a story that is new since the last edition; a story not in it is all new. A story with a
    muted word comes last: ``unmuted`` takes it out.
    """
    settings = settings or RankSettings()
    now = now or max(
        (a.published for s in stories for a in s.articles if a.published), default=datetime.now(UTC)
    )
    scored = []
    for story in stories:
        points = _points(story, settings, now, topics, changes)
        word = _muted(story, muted)
        total = sum(value for value, _ in points)
        reasons = (f"{total:.1f} points", *(f"{value:+.1f} {why}" for value, why in points))
        if word:
            reasons = (f'muted: it has "{word}"', *reasons)
        scored.append((bool(word), -round(total, 6), story.id, replace(story, rank_reasons=reasons)))
    return tuple(story for *_, story in sorted(scored, key=lambda entry: entry[:3]))


def why_it_leads(story: Story) -> str:
    """Return the reasons for the story's place in one line a reader understands, without points.

    ``6 independent publishers; newest report 3 hours old; moved up for “harbour”``. Empty for a story not ranked.
    """
    found = (_SCORED.match(reason) for reason in story.rank_reasons)
    plain = [said for reason in found if reason and (said := _plainly(reason.group(1)))]
    moved = [said.removeprefix(_MOVED) for said in plain if said.startswith(_MOVED)]
    rest = [said for said in plain if not said.startswith(_MOVED)]
    return "; ".join((*rest, *([_MOVED + " and ".join(moved)] if moved else [])))


def _plainly(reason: str) -> str:
    """Return one reason as a reader would say it, or "" where it moved nothing."""
    for pattern, plain in _PLAINLY:
        if pattern.fullmatch(reason):
            return pattern.sub(plain, reason)
    return reason


def unmuted(stories: Sequence[Story], muted: Sequence[str]) -> tuple[tuple[Story, ...], tuple[Dropped, ...]]:
    """Return the stories without a muted word (or beat) in title or text, and a record of each of the others."""
    kept, dropped = [], []
    for story in stories:
        word = _muted(story, muted)
        if word:
            dropped.append(Dropped("rank", story.id, f'muted word "{word}"', story.articles[0].title))
        else:
            kept.append(story)
    return tuple(kept), tuple(dropped)


def _points(
    story: Story,
    settings: RankSettings,
    now: datetime,
    topics: Sequence[str],
    changes: Mapping[str, float] | None,
) -> list[tuple[float, str]]:
    publishers = len(story.publishers)
    points = [
        (
            settings.publisher_points * math.log2(1 + publishers),
            f"{publishers} independent publisher{'s' if publishers != 1 else ''}",
        ),
        _recency(story, settings, now),
    ]
    own = {article.publisher for article in story.articles}
    if carried := len(
        {copy.article.publisher for copy in story.copies} - own
    ):  # a site that repeats itself adds no play
        points.append(
            (
                settings.copy_points * math.log2(1 + carried),
                f"{carried} cop{'ies' if carried != 1 else 'y'} elsewhere",
            )
        )
    if changes is not None:
        share = min(max(changes.get(story.id, 1.0), 0.0), 1.0)
        points.append((settings.change_points * share, f"{share:.0%} new since the last edition"))
    wanted = [topic for topic in topics if about(story, topic)][: settings.topic_most]
    points.extend((settings.topic_points, f'your topic "{topic}"') for topic in wanted)
    return points


def _recency(story: Story, settings: RankSettings, now: datetime) -> tuple[float, str]:
    """Return the points for the newest article that is not dated further ahead than a time zone explains."""
    latest = now + timedelta(hours=settings.future_hours)
    dates = [article.published for article in story.articles if article.published]
    believable = [date for date in dates if date <= latest]
    if not believable:
        return 0.0, "dated in the future, which counts as no date" if dates else "no date"
    hours = max((now - max(believable)).total_seconds() / 3600, 0.0)
    return settings.recency_points * 0.5 ** (
        hours / settings.half_life_hours
    ), f"newest article {_age(hours)} old"


def _age(hours: float) -> str:
    if hours < 1:
        return "under an hour"
    number, unit = (int(hours), "hour") if hours < 48 else (int(hours / 24), "day")
    if number >= _DAYS_TOLD and unit == "day":
        number, unit = number // 365, "year"
    return f"{number:,} {unit}{'s' if number != 1 else ''}"


def _muted(story: Story, phrases: Sequence[str]) -> str:
    """Return the first of ``phrases`` that the story has, or ""."""
    return next((phrase for phrase in phrases if mentions(story, phrase)), "")
