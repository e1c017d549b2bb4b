"""An article as weighted terms: its words, names, figures and dates, the lead and the title counting most.

Promise: a rare word weighs more than a common one also where only three articles are at hand, because what
is common in news is known beforehand.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.data import Article
from briefing.settings import GroupSettings
from briefing.terms import STOP_WORDS, WORD, canonical, stem

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """``matrix`` has a row of length 1 for each article and a column for each of ``terms``."""

    matrix: csr_array
    terms: tuple[str, ...]


def vectors(articles: Sequence[Article], settings: GroupSettings) -> Vectors:
    """Return the weighted terms of each article, rows of length 1 (TF-IDF, sublinear in TF)."""
    import numpy as np
    from scipy.sparse import csr_array

    columns: dict[str, int] = {}
    indices: list[int] = []
    weights: list[float] = []
    starts = [0]
    for article in articles:
        for term, weight in term_weights(article, settings).items():
            indices.append(columns.setdefault(term, len(columns)))
            weights.append(weight)
        starts.append(len(indices))
    columns_of = np.array(indices, dtype=np.int64)
    rarity = _rarity(
        tuple(columns), np.bincount(columns_of, minlength=len(columns)).tolist(), len(articles), settings
    )
    values = np.array(weights) * np.array(rarity)[columns_of] if indices else np.zeros(0)
    matrix = csr_array((values, columns_of, np.array(starts)), shape=(len(articles), len(columns)))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1.0
    matrix.data /= np.repeat(lengths, np.diff(matrix.indptr))
    return Vectors(matrix, tuple(columns))


def term_weights(article: Article, settings: GroupSettings) -> dict[str, float]:
    """Return the terms of an article with their weights, before rarity: 1 + ln of how often, near the top more."""
    counts: dict[str, float] = {}
    named: set[str] = set()
    text = f"{article.title}\n{article.text}"
    cased = not _is_shouted(text)
    for place, word in enumerate(WORD.findall(text)):
        lower = word.lower()
        if lower in STOP_WORDS or (len(lower) < 2 and not lower.isdigit()):
            continue
        term = stem(canonical(lower))
        counts[term] = (
            counts.get(term, 0.0) + 1 + settings.lead_boost * math.exp(-place / settings.lead_words)
        )
        if cased and word[0].isupper():
            named.add(term)
    return {
        term: (1 + math.log(count)) * (settings.name_boost if term in named else 1.0)
        for term, count in counts.items()
    }


def _is_shouted(text: str) -> bool:
    """Whether the text is in capitals, so that they mark no names (old wire style)."""
    sample = text[:2000]
    return sum(map(str.isupper, sample)) > 2 * sum(map(str.islower, sample))


def _rarity(
    terms: Sequence[str], holders: Sequence[int], articles: int, settings: GroupSettings
) -> list[float]:
    """Return the inverse document frequency of each term, in this batch and in news at large together.

    The batch is mixed with ``background_articles`` imagined ones in which words are as common as in news.
    """
    common = background()
    total = articles + settings.background_articles
    return [
        math.log(
            (total + 1)
            / (
                held
                + settings.background_articles * common.get(term, settings.unlisted_share)
                + settings.smoothing
            )
        )
        for term, held in zip(terms, holders, strict=True)
    ]


@cache
def background() -> dict[str, float]:
    """Return the share of news articles that have a stem, for the few thousand commonest."""
    shares: dict[str, float] = {}
    text = files("briefing.group").joinpath("common_words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            share, *stems = line.split()
            shares.update(dict.fromkeys(stems, float(share)))
    return shares
