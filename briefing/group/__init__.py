"""Stories: which articles tell of the same event.

Promise: an article joins the story whose articles it resembles; a story once made keeps its name and its
articles; two events of a kind, in other places or on other days, stay apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from itertools import zip_longest

from briefing.data import Article, Copy, Story
from briefing.group.arrivals import numbered, settle
from briefing.group.cluster import Clusters
from briefing.group.features import vectors
from briefing.group.reasons import Reasons
from briefing.group.similar import Links, similarities
from briefing.settings import GroupSettings
from briefing.wire import outlets_of

_ID_DIGITS = 12


def group(
    originals: Sequence[Article],
    copies: Sequence[Copy] = (),
    *,
    settings: GroupSettings | None = None,
    existing: Sequence[Story] = (),
    now: datetime | None = None,
) -> tuple[Story, ...]:
    """Return the stories of ``originals``, earliest first; copies go where their originals are.

    ``existing`` stories keep their id and their articles, and new articles may join them; they come back
    first, in the order given. The order of ``originals`` does not matter. Dates a day and more ahead of ``now`` count
    as unknown.
    """
    settings = settings or GroupSettings()
    known = {article.id for story in existing for article in story.articles}
    fresh = sorted((a for a in originals if a.id not in known), key=_arrival)
    old = [article for story in existing for article in story.articles]
    articles = [*old, *fresh]
    found = vectors(articles, settings)
    links = similarities(articles, found, settings, now)
    alike = links.matrix(len(articles))
    before = numbered(len(story.articles) for story in existing)
    places = settle(_clusters(found.cased.tolist(), links, settings), before, alike)
    reasons = Reasons(articles, found, alike, now)
    copies_of: dict[str, list[Copy]] = {}
    for copy in copies:
        copies_of.setdefault(copy.original_id, []).append(copy)
    return tuple(
        _story([articles[at] for at in members], copies_of, reasons.of(members), story, settings)
        for members, story in zip_longest(places, existing)
    )


def _clusters(cased: Sequence[bool], links: Links, settings: GroupSettings) -> Iterable[Sequence[int]]:
    """Return the articles that belong together, whatever was made of them before; ``cased`` show their names."""
    count = len(cased)
    nameless = (at for at, shows_names in enumerate(cased) if not shows_names)
    pairs = zip(
        links.rows.tolist(),
        links.columns.tolist(),
        links.values.tolist(),
        links.named.tolist(),
        strict=True,
    )
    links_each = settings.links_each if count > settings.whole_batch else math.inf
    clusters = Clusters(count, pairs, links_each, nameless)
    clusters.merge(
        settings.least_similarity,
        settings.pair_doubt,
        settings.contrast,
        settings.lone_contrast,
        settings.lone_named_contrast,
    )
    return clusters.members.values()


def _story(
    articles: Sequence[Article],
    copies_of: Mapping[str, Sequence[Copy]],
    reasons: Sequence[str],
    old: Story | None,
    settings: GroupSettings,
) -> Story:
    """Return a story of ``articles``; ``old`` is the one it continues."""
    carried = {copy.article.id: copy for copy in (old.copies if old else ())}
    carried.update((copy.article.id, copy) for article in articles for copy in copies_of.get(article.id, ()))
    copies = tuple(carried.values())
    texts = [[article, *(c.article for c in copies if c.original_id == article.id)] for article in articles]
    return Story(
        id=old.id if old else story_id(articles[0]),
        articles=tuple(articles),
        copies=copies,
        reasons=(*reasons, *map(_copy_reason, copies)),
        rank_reasons=old.rank_reasons if old else (),
        outlets=outlets_of(texts, settings.families),
    )


def story_id(first: Article) -> str:
    """Return the id of the story that begins with ``first``: the same whenever it is the first."""
    return sha256(first.id.encode()).hexdigest()[:_ID_DIGITS]


def _copy_reason(copy: Copy) -> str:
    return f"{copy.article.id}: {copy.kind} copy of {copy.original_id}, {copy.similarity:.0%} alike"


def _arrival(article: Article) -> tuple[bool, float, str]:
    return (
        article.published is None,
        article.published.timestamp() if article.published else 0.0,
        article.id,
    )
