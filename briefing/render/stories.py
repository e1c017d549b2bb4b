"""Stories for people and for machines: who tells each, which texts are copies, and why."""

from __future__ import annotations

import json
from collections.abc import Sequence

from briefing.data import Article, Story

_COPIES = {
    "exact": "the text of",
    "near": "nearly the text of",
    "contained": "a part of the text of",
    "rewrite": "lightly reworded from",
}


def stories_as_text(stories: Sequence[Story], *, explain: bool = False) -> str:
    """Return a block a story: its publishers, its articles, its copies; with reasons if ``explain``."""
    if not stories:
        return "No stories."
    return "\n\n".join(_block(number, story, explain) for number, story in enumerate(stories, start=1))


def stories_as_json(stories: Sequence[Story]) -> str:
    """Return the stories as a JSON list, in order."""
    return json.dumps([_record(story) for story in stories], ensure_ascii=False, indent=2)


def _block(number: int, story: Story, explain: bool) -> str:
    count = len(story.publishers)
    lines = [f"{number}. {story_title(story)}", f"   {count} independent publisher{'s' * (count != 1)}:"]
    for article in story.articles:
        behind = story.publisher_of(article)
        name = (
            article.publisher if behind == article.publisher else f"{article.publisher} (counts as {behind})"
        )
        lines.append(f"   - {name}: {article.title or _opening(article)}{_when(article)}")
    publishers = {article.id: article.publisher for article in story.articles}
    for copy in story.copies:
        of = publishers.get(copy.original_id, copy.original_id)
        lines.append(f"   = {copy.article.publisher}: {_COPIES[copy.kind]} {of}{_when(copy.article)}")
    if explain:
        lines += [f"   why here: {reason}" for reason in story.reasons]
        lines += [f"   why {number}{_suffix(number)}: {reason}" for reason in story.rank_reasons]
    return "\n".join(lines)


def story_title(story: Story) -> str:
    """Return the first title that a publisher gave the story, else how its first article opens."""
    return next((article.title for article in story.articles if article.title), _opening(story.articles[0]))


def _opening(article: Article, words: int = 12) -> str:
    found = article.text.split()
    return " ".join(found[:words]) + ("…" if len(found) > words else "")


def _when(article: Article) -> str:
    return f" ({article.published:%d %b %Y %H:%M})" if article.published else ""


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _record(story: Story) -> dict[str, object]:
    return {
        "id": story.id,
        "title": story_title(story),
        "publishers": list(story.publishers),
        "articles": [_article(article) for article in story.articles],
        "copies": [
            {
                **_article(copy.article),
                "of": copy.original_id,
                "kind": copy.kind,
                "similarity": round(copy.similarity, 3),
            }
            for copy in story.copies
        ],
        "reasons": list(story.reasons),
        "rank_reasons": list(story.rank_reasons),
    }


def _article(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "publisher": article.publisher,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "language": article.language,
    }
