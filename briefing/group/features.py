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
from itertools import chain
from typing import TYPE_CHECKING

from briefing.data import Article
from briefing.settings import GroupSettings
from briefing.terms import STOP_WORDS, WORD, canonical, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array


_ARTICLES_AT_ONCE = 512  # bounds the memory of the word lists
_STOPPED = -1


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """``matrix`` has a row of length 1 for each article; ``columns`` says which column a word's term has."""

    matrix: csr_array
    columns: Terms


class Terms(dict[str, int]):
    """Word as written → twice the column of its term, plus one for a capital; -1 for a word that tells nothing."""

    def __init__(self) -> None:
        self.columns: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        lower = word.lower()
        if lower in STOP_WORDS or (len(lower) < 2 and not lower.isdigit()):
            code = _STOPPED
        else:
            column = self.columns.setdefault(stem(canonical(lower)), len(self.columns))
            code = 2 * column + word[0].isupper()
        self[word] = code
        return code


def vectors(articles: Sequence[Article], settings: GroupSettings) -> Vectors:
    """Return the weighted terms of each article, rows of length 1 (TF-IDF, sublinear in TF)."""
    import numpy as np
    from scipy.sparse import csr_array

    terms = Terms()
    parts = [
        _weighted(articles[start : start + _ARTICLES_AT_ONCE], terms, settings)
        for start in range(0, len(articles), _ARTICLES_AT_ONCE)
    ]
    columns = np.concatenate([part[0] for part in parts] or [np.zeros(0, dtype=np.int64)])
    values = np.concatenate([part[1] for part in parts] or [np.zeros(0)])
    counts = np.concatenate([part[2] for part in parts] or [np.zeros(0, dtype=np.int64)])
    names = tuple(terms.columns)
    holders = np.bincount(columns, minlength=len(names)).tolist()
    values *= np.array(_rarity(names, holders, len(articles), settings))[columns]
    starts = np.concatenate(([0], np.cumsum(counts)))
    lengths = np.sqrt(np.bincount(np.repeat(np.arange(len(articles)), counts), values**2, len(articles)))
    values /= np.repeat(np.where(lengths > 0, lengths, 1.0), counts)
    shape = (len(articles), len(names))
    return Vectors(csr_array((values, columns.astype(np.int32), starts), shape=shape), terms)


def _weighted(
    articles: Sequence[Article], terms: Terms, settings: GroupSettings
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
    """Return the columns and weights of each article's terms, before rarity, and how many terms each has.

    A weight is 1 + ln of how often the term occurs, counted the more the nearer the top.
    """
    import numpy as np

    texts = [f"{article.title}\n{article.text}" for article in articles]
    found = [WORD.findall(text) for text in texts]
    lengths = np.array([len(words) for words in found])
    codes = np.fromiter(
        map(terms.__getitem__, chain.from_iterable(found)), dtype=np.int64, count=int(lengths.sum())
    )
    owners = np.repeat(np.arange(len(articles)), lengths)
    places = np.arange(len(codes)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    telling = codes != _STOPPED
    codes, owners, places = codes[telling], owners[telling], places[telling]
    cased = ~np.array([_is_shouted(text) for text in texts], dtype=bool)
    width = len(terms.columns)
    keys, inverse = np.unique(owners * width + codes // 2, return_inverse=True)
    counts = np.bincount(inverse, 1 + settings.lead_boost * np.exp(-places / settings.lead_words), len(keys))
    named = np.bincount(inverse, (codes % 2 == 1) & cased[owners], len(keys)) > 0
    columns = keys % max(width, 1)
    figures = np.array([term[0].isdigit() for term in terms.columns], dtype=bool)[columns]
    boosts = np.where(figures, settings.figure_boost, np.where(named, settings.name_boost, 1.0))
    return columns, (1 + np.log(counts)) * boosts, np.bincount(keys // max(width, 1), minlength=len(articles))


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
