"""JSON: the whole edition, stable and complete, as ``edition.schema.json`` describes it.

Everything needed to make the edition again is in it, articles included, and ``load`` reads it back as the
very same value. What only repeats other fields for a reader's ease (``text``, ``numbers``) is marked so in
the schema and ignored on reading.
"""

from __future__ import annotations

import json
from typing import Any

from briefing.codec import decode, encode
from briefing.data import Article, Brief, BriefSentence, Edition
from briefing.errors import InputError

FORMAT = "briefing-edition"
VERSION = 1


def render(edition: Edition) -> str:
    """Return the edition as JSON, ending in a newline."""
    return json.dumps(plain(edition), ensure_ascii=False, indent=2) + "\n"


def plain(edition: Edition) -> dict[str, Any]:
    """Return the edition as JSON values."""
    whole = encode(edition)
    assert isinstance(whole, dict)
    for brief, written in zip(edition.briefs, whole["briefs"], strict=True):
        written["text"] = brief.text
        numbers = {article.id: number for number, article in enumerate(brief.sources, 1)}
        for sentence, told in zip(brief.sentences, written["sentences"], strict=True):
            told["numbers"] = _numbers(sentence, numbers)
    kept = {article.id for article in edition.articles}
    others = {a.id: a for brief in edition.briefs for a in articles_of(brief) if a.id not in kept}
    whole["articles"] = [encode(article, refer=False) for article in edition.articles]
    whole["other_articles"] = [encode(article, refer=False) for article in others.values()]
    return {"format": FORMAT, "version": VERSION, **whole}


def articles_of(brief: Brief) -> tuple[Article, ...]:
    """Every article of a brief once: the story's, its copies, and the sources."""
    copies = (copy.article for copy in brief.story.copies)
    return tuple({a.id: a for a in (*brief.story.articles, *copies, *brief.sources)}.values())


def _numbers(sentence: BriefSentence, numbers: dict[str, int]) -> list[int]:
    return sorted({numbers[c.article_id] for c in sentence.citations if c.article_id in numbers})


def load(text: str) -> Edition:
    """Return the edition that ``render`` wrote. Raises ``InputError`` where it is not one."""
    try:
        whole = json.loads(text)
        if whole["format"] != FORMAT or whole["version"] != VERSION:
            raise ValueError(f"{whole['format']} {whole['version']}")
        written = [*whole["articles"], *whole["other_articles"]]
        articles = {article["id"]: decode(article, Article, {}) for article in written}
        edition: Edition = decode(whole, Edition, articles)
    except (KeyError, TypeError, ValueError, ArithmeticError, IndexError) as error:
        raise InputError(f"not an edition in JSON of version {VERSION}: {error}") from error
    return edition
