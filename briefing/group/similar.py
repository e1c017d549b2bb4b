"""Which articles are alike, and how much: the cosine of their terms, less for days apart.

Promise: never all pairs in a large batch; an article is compared with those that share its weightiest terms.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.data import Article
from briefing.settings import GroupSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

_DAY_SECONDS = 86_400


def similarities(
    articles: Sequence[Article], matrix: csr_array, settings: GroupSettings
) -> list[tuple[int, int, float]]:
    """Return the links (one < other) between articles alike enough to matter."""
    import numpy as np

    product = (matrix @ matrix.T).tocoo()
    keep = (product.row < product.col) & (product.data >= settings.least_link)
    rows, columns, values = product.row[keep], product.col[keep], product.data[keep]
    values = values * closeness_in_time(articles, rows, columns, settings)
    languages = np.unique([article.language for article in articles], return_inverse=True)[1]
    same = languages[rows] == languages[columns]
    return list(zip(rows[same].tolist(), columns[same].tolist(), values[same].tolist(), strict=True))


def closeness_in_time(
    articles: Sequence[Article], rows: NDArray[np.int64], columns: NDArray[np.int64], settings: GroupSettings
) -> NDArray[np.float64]:
    """Return a factor for each pair: 1 within ``grace_days`` or where a date is unknown, halved every half-life."""
    import numpy as np

    days = np.array([a.published.timestamp() / _DAY_SECONDS if a.published else np.nan for a in articles])
    apart = np.maximum(np.abs(days[rows] - days[columns]) - settings.grace_days, 0.0)
    return np.where(np.isnan(apart), 1.0, 0.5 ** (np.nan_to_num(apart) / settings.half_life_days))
