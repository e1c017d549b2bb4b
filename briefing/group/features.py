"""An article as weighted terms: its words, names, figures and dates, the lead and the title counting most.

Promise: a rare word weighs more than a common one also where only three articles are at hand, because what
is common in news is known beforehand.
"""

from __future__ import annotations

import math
import re
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
_CAPITAL, _INITIAL = 1, 2
BEFORE_WORD = "\n.!?:\"'“”‘’()[] \t\r"
_TOKEN = re.compile(rf"(?:[\n.!?:][\"'“”‘’()\[\] \t\r]*)?(?:{WORD.pattern})")
"""A word, with what ends a sentence before it."""
_COMMON, _RARE, _FIGURE = range(3)
_COMMON_SHARE = (
    0.02  # of news articles; a commoner word with a capital begins a sentence more often than a name
)
_CASE_SAMPLE = 2_000  # characters
_CHARACTERS_A_NAME = (
    300  # text with fewer names inside its sentences than one in so many has lost its capitals
)
_INNER_CAPITAL = re.compile(r" (?<=[a-zß-ÿ,’] )[A-Z][^\WA-Z]")


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """``matrix`` has a row of length 1 for each article; ``columns`` says which column a word's term has.

    ``particulars`` is ``matrix`` with the names and figures only; ``cased`` says of which articles it can be
    known what their names are.
    """

    matrix: csr_array
    particulars: csr_array
    cased: NDArray[np.bool_]
    columns: Terms


class Terms(dict[str, int]):
    """Word as ``_TOKEN`` finds it → three times the column of its term, plus how it is written.

    That is 0 without a capital, 1 with one inside a sentence, 2 at its beginning, where a capital says
    nothing. A word that tells nothing of its article has -1.
    """

    def __init__(self) -> None:
        self.columns: dict[str, int] = {}

    def __missing__(self, token: str) -> int:
        word = token.lstrip(BEFORE_WORD)
        lower = word.lower()
        if lower in STOP_WORDS or (len(lower) < 2 and not lower.isdigit()):
            code = _STOPPED
        else:
            column = self.columns.setdefault(stem(canonical(lower)), len(self.columns))
            code = 3 * column + (word[0].isupper() and (_INITIAL if word != token else _CAPITAL))
        self[token] = code
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
    particular = np.concatenate([part[2] for part in parts] or [np.zeros(0, dtype=bool)])
    counts = np.concatenate([part[3] for part in parts] or [np.zeros(0, dtype=np.int64)])
    cased = np.concatenate([part[4] for part in parts] or [np.zeros(0, dtype=bool)])
    names = tuple(terms.columns)
    holders = np.bincount(columns, minlength=len(names)).tolist()
    values *= np.array(_rarity(names, holders, len(articles), settings))[columns]
    starts = np.concatenate(([0], np.cumsum(counts)))
    lengths = np.sqrt(np.bincount(np.repeat(np.arange(len(articles)), counts), values**2, len(articles)))
    values /= np.repeat(np.where(lengths > 0, lengths, 1.0), counts)
    shape = (len(articles), len(names))
    columns = columns.astype(np.int32)
    owners = np.repeat(np.arange(len(articles)), counts)[particular]
    special = np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=len(articles)))))
    particulars = csr_array((values[particular], columns[particular], special), shape=shape)
    return Vectors(csr_array((values, columns, starts), shape=shape), particulars, cased, terms)


def _weighted(
    articles: Sequence[Article], terms: Terms, settings: GroupSettings
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.bool_], NDArray[np.int64], NDArray[np.bool_]]:
    """Return the columns and weights of each article's terms, before rarity.

    Then: which of them are names or figures, how many terms each article has, and which articles show their
    names by capitals. A weight is 1 + ln of how often the term occurs, counted the more the nearer the top.
    """
    import numpy as np

    texts = [f"\n{article.title}\n{article.text}" for article in articles]
    found = [_TOKEN.findall(text) for text in texts]
    lengths = np.array([len(words) for words in found])
    codes = np.fromiter(
        map(terms.__getitem__, chain.from_iterable(found)), dtype=np.int64, count=int(lengths.sum())
    )
    owners = np.repeat(np.arange(len(articles)), lengths)
    places = np.arange(len(codes)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    telling = codes != _STOPPED
    codes, owners, places = codes[telling], owners[telling], places[telling]
    cased = np.array([_shows_names(text) for text in texts], dtype=bool)
    width = max(len(terms.columns), 1)
    keys, inverse = np.unique(owners * width + codes // 3, return_inverse=True)
    counts = np.bincount(inverse, 1 + settings.lead_boost * np.exp(-places / settings.lead_words), len(keys))
    capital = np.bincount(inverse, codes % 3 == _CAPITAL, len(keys)) > 0
    capital &= np.bincount(inverse, codes % 3 == 0, len(keys)) == 0  # and never without
    columns, article_of = keys % width, keys // width
    kinds = np.array([_kind(term) for term in terms.columns], dtype=np.int8)[columns]
    named = capital & cased[article_of] & (kinds == _RARE)
    boosts = np.where(kinds == _FIGURE, settings.figure_boost, np.where(named, settings.name_boost, 1.0))
    per_article = np.bincount(article_of, minlength=len(articles))
    return columns, (1 + np.log(counts)) * boosts, named | (kinds == _FIGURE), per_article, cased


@cache
def _kind(term: str) -> int:
    """Return whether a term is a figure, a word common in news, or any other."""
    if term[0].isdigit():
        return _FIGURE
    return _COMMON if background().get(term, 0.0) >= _COMMON_SHARE else _RARE


def _shows_names(text: str) -> bool:
    """Whether capitals mark names in ``text``: they stand inside its sentences, and not everywhere.

    All-caps wire text and text put in lower case show none.
    """
    sample = text[:_CASE_SAMPLE]
    inside = len(_INNER_CAPITAL.findall(sample))
    return inside * _CHARACTERS_A_NAME >= len(sample) or (inside > 0 and len(sample) < _CHARACTERS_A_NAME)


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
