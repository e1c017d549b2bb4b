"""In which order the facts are told: the news first, then by their place in the articles.

A story whose articles are spread over weeks is a history, and is told in the order of time instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from briefing.data import Article, Sentence
from briefing.settings import PlanSettings
from briefing.terms import MONTHS

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
    facts: Sequence[tuple[Sentence, float]],
    places: Mapping[tuple[str, int], float],
    articles: Sequence[Article],
    settings: PlanSettings,
) -> list[int]:
    """Return the indices of ``facts`` (their first sentence, and how good a lead it is) in reading order.

    ``places`` gives each sentence its place in its article, 0 at the top to 1 at the end.
    """
    rank = {article.id: index for index, article in enumerate(articles)}
    keys = [(places[s.article_id, s.index], rank[s.article_id], s.index) for s, _ in facts]
    if is_history(articles, settings):
        when = {article.id: written_on(article) for article in articles}
        latest = max(date for date in when.values() if date is not None)
        return sorted(
            range(len(facts)), key=lambda i: (when[facts[i][0].article_id] or latest, keys[i][1], keys[i][2])
        )
    if not facts:
        return []
    lead = max(range(len(facts)), key=lambda i: (facts[i][1], [-x for x in keys[i]]))
    return [lead, *sorted((i for i in range(len(facts)) if i != lead), key=lambda i: keys[i])]
