"""Versions of one article: what a publisher rewrote in place is read as an update, and takes the earlier one's place.

Promise: of the versions of an article a story holds the newest alone, and every version has an id of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from briefing.data import Article, Story

_MARK = re.compile(r"~v(\d+)$")
_WORD = re.compile(r"\w+")


def version_id(article_id: str, number: int) -> str:
    """Return the id of version ``number`` of an article; the first has the article's own."""
    return article_id if number < 2 else f"{article_id}~v{number}"


def first_id(article_id: str) -> str:
    """Return the id that the first version of an article had."""
    return _MARK.sub("", article_id)


def words_digest(article: Article) -> str:
    """Return what two versions differ in: their words. Other spaces, signs and capitals make no new version."""
    words = _WORD.findall(f"{article.title} {article.text}".casefold())
    return sha256(" ".join(words).encode()).hexdigest()


def reunited(stories: Sequence[Story]) -> tuple[Story, ...]:
    """Return ``stories`` with every version of an article that stands alone brought home to the story of the others."""
    home = {article.id: at for at, story in enumerate(stories) for article in story.articles}
    found = list(stories)
    for at, story in enumerate(stories):
        if len(story.articles) > 1:
            continue
        article = story.articles[0]
        others = [home[id] for id in _earlier_ids(article.id) if id in home]
        if others and others[0] != at:
            host = found[others[0]]
            outlets = tuple(
                replace(outlet, articles=(*outlet.articles, article.id))
                if not {*_earlier_ids(article.id)}.isdisjoint(outlet.articles)
                else outlet
                for outlet in host.outlets
            )
            joined = (*host.articles, article)
            found[others[0]] = replace(
                host, articles=joined, copies=(*host.copies, *story.copies), outlets=outlets
            )
            found[at] = replace(story, articles=())
    return tuple(story for story in found if story.articles)


def _earlier_ids(article_id: str) -> list[str]:
    """Return the ids of the versions before this one, the last first."""
    first, mark = first_id(article_id), _MARK.search(article_id)
    return [version_id(first, number) for number in range(int(mark[1]) - 1, 0, -1)] if mark else []


def newest_only(story: Story) -> Story:
    """Return ``story`` with the newest version of each article, at the place of the first, and no other version."""
    every = [*story.articles, *(copy.article for copy in story.copies)]
    newest = _newest(every)
    gone = {article.id for article in every if newest[first_id(article.id)] is not article}
    if not gone:
        return story
    articles = tuple(dict.fromkeys(newest[first_id(article.id)] for article in story.articles))
    standing = {article.id for article in articles}
    copies = tuple(
        replace(copy, original_id=newest[first_id(copy.original_id)].id)
        for copy in story.copies
        if copy.article.id not in gone | standing
    )
    outlets = tuple(
        replace(outlet, articles=tuple(dict.fromkeys(newest[first_id(id)].id for id in outlet.articles)))
        for outlet in story.outlets
    )
    return replace(story, articles=articles, copies=copies, outlets=outlets)


def _newest(articles: Iterable[Article]) -> dict[str, Article]:
    found: dict[str, Article] = {}
    for article in articles:
        first = first_id(article.id)
        if first not in found or _number(article) > _number(found[first]):
            found[first] = article
    return found


def _number(article: Article) -> int:
    mark = _MARK.search(article.id)
    return int(mark[1]) if mark else 1
