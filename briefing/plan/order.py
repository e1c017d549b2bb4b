"""In which order the facts are told: the news first, then by their place in the articles.

A story whose articles are spread over weeks is a history, and is told in the order of time instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from briefing.data import Article, Sentence
from briefing.plan.leaning import stands_loosely
from briefing.plan.verbatim import printed
from briefing.settings import PlanSettings
from briefing.terms import MONTHS

_LEAD_WORDS = 15  # a lead in fewer tells who or what, seldom both
_HEAD_CHARACTERS = 200  # a date line stands under the title, at the very top
_DATE_LINE = re.compile(
    rf"\b(?:({'|'.join(m for m in MONTHS if len(m) > 3 or m == 'may')})\s+(\d{{1,2}}),?\s+(\d{{4}})|"
    rf"(\d{{1,2}})\s+({'|'.join(m for m in MONTHS if len(m) > 3 or m == 'may')})\s+(\d{{4}})|"
    r"(\d{4})[-/](\d\d)[-/](\d\d))\b",
    re.IGNORECASE,
)


def written_on(article: Article) -> datetime | None:
    """Return when ``article`` was published, or the date in a line of its own at its top, or ``None``."""
    if article.published is not None:
        return article.published if article.published.tzinfo else article.published.replace(tzinfo=UTC)
    for line in article.text[:_HEAD_CHARACTERS].splitlines()[:5]:
        found = _DATE_LINE.search(line)
        if found and len(line.split()) <= 5:
            return _date(found)
    return None


def _date(found: re.Match[str]) -> datetime | None:
    name, day, year, day_first, name_second, year_third, iso_year, iso_month, iso_day = found.groups()
    if iso_year:
        parts = int(iso_year), int(iso_month), int(iso_day)
    elif name:
        parts = int(year), MONTHS[name.lower()], int(day)
    else:
        parts = int(year_third), MONTHS[name_second.lower()], int(day_first)
    try:
        return datetime(*parts, tzinfo=UTC)
    except ValueError:
        return None


def is_history(articles: Sequence[Article], settings: PlanSettings) -> bool:
    """Return whether the articles are spread over more days than news is."""
    dates = [when for when in map(written_on, articles) if when is not None]
    return len(dates) > 1 and (max(dates) - min(dates)).days > settings.history_days


def in_order(
    facts: Sequence[Sentence],
    places: Sequence[int],
    depths: Sequence[float],
    weights: Sequence[float],
    articles: Sequence[Article],
    settings: PlanSettings,
) -> list[int]:
    """Return the indices of ``facts`` (the first sentence of each) in reading order.

    ``places`` number them within their articles from 0, ``depths`` say the same from 0 at the top to 1 at the
    end, and ``weights`` how much each is like the story as a whole. The lead is the weightiest of those that
    stand at the top of their article, and say of whom they speak; the rest follow by depth.
    """
    if not facts:
        return []
    rank = {article.id: index for index, article in enumerate(articles)}
    by_depth = sorted(range(len(facts)), key=lambda i: (depths[i], rank[facts[i].article_id], facts[i].index))
    if is_history(articles, settings):
        when = {article.id: written_on(article) for article in articles}
        latest = max(date for date in when.values() if date is not None)
        return sorted(
            by_depth,
            key=lambda i: (when[facts[i].article_id] or latest, rank[facts[i].article_id], depths[i]),
        )
    leads = [i for i in by_depth if places[i] < settings.lead_sentences] or by_depth[:1]
    lead = max(leads, key=lambda i: weights[i] / (1 + 2 * places[i]) * _leads_well(printed(facts[i].text)))
    return [lead, *(i for i in by_depth if i != lead)]


def _leads_well(text: str) -> float:
    """Return how well a sentence opens a brief (0..1): worse with a quotation, in few words, or with a bare "The aircraft"."""
    whole = min(1.0, len(text.split()) / _LEAD_WORDS)
    return whole / (1 + stands_loosely(text)) / (1 + (text[:1] in '"“‘'))
