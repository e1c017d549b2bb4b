"""Which articles are alike, and how much: the cosine of their terms, less for days apart and in a crowd.

Promise: never all pairs in a large batch; an article is compared with those that share its weightiest terms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from briefing.data import Article
from briefing.group.features import Vectors
from briefing.settings import GroupSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

_DAY_SECONDS = 86_400
_DAY = timedelta(seconds=_DAY_SECONDS)
_ROWS_AT_ONCE = 500  # bounds the memory of one product
_PAIRS_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Alike pairs: article ``rows[k]`` and the later ``columns[k]`` are alike by ``values[k]``.

    ``named`` is how much of that comes from names and figures; 0 where names cannot be told.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[np.float64]
    named: NDArray[np.float64]

    def matrix(self, count: int) -> csr_array:
        """Return the similarities of ``count`` articles both ways, absent ones being 0."""
        from scipy.sparse import coo_array

        half = coo_array((self.values, (self.rows, self.columns)), shape=(count, count))
        return (half + half.T).tocsr()


def similarities(
    articles: Sequence[Article], found: Vectors, settings: GroupSettings, now: datetime | None = None
) -> Links:
    """Return the links (one < other) between articles alike enough to matter; ``now`` tells mistaken dates.

    Articles that share next to no name or figure are hardly linked, where names can be told. In a batch of more
    than ``whole_batch`` articles, each is linked with at most ``links_each`` others of its own choice.
    """
    import numpy as np

    matrix = found.matrix
    if matrix.shape[0] <= settings.whole_batch:
        product = (matrix @ matrix.T).tocoo()
        above = product.row < product.col
        rows, columns, values = product.row[above], product.col[above], product.data[above]
    else:
        rows, columns = _candidates(matrix, settings)
        values = _cosines(matrix, rows, columns)
    closeness = closeness_in_time(articles, rows, columns, settings, now)
    values = values * closeness
    languages = np.unique([article.language for article in articles], return_inverse=True)[1]
    keep = (values >= settings.least_link) & (languages[rows] == languages[columns])
    rows, columns, values, closeness = rows[keep], columns[keep], values[keep], closeness[keep]
    particular = _cosines(found.particulars, rows, columns)
    unknown = ~(found.cased[rows] & found.cased[columns])
    share = np.minimum(particular / (settings.particular_share * values), 1.0)
    faith = settings.common_worth + (1.0 - settings.common_worth) * share
    values = np.where(unknown, values, values * faith)
    named = np.where(unknown, 0.0, particular * closeness)
    keep = values >= settings.least_link
    return apart_from_crowd(
        Links(rows[keep], columns[keep], values[keep], named[keep]), len(articles), settings
    )


def apart_from_crowd(links: Links, count: int, settings: GroupSettings) -> Links:
    """Return ``links`` with each similarity measured by how much both articles resemble what is around them.

    An article of usual words resembles many others a little, one of rare words hardly its own story. The mean
    similarity to those that come after its nearest (these may be its story) tells which of the two it is: the local
    scaling of Zelnik-Manor and Perona (2004), within bounds, because in a batch of one story all is alike.
    """
    import numpy as np

    owners = np.concatenate((links.rows, links.columns))
    values = np.concatenate((links.values, links.values))
    order = np.lexsort((-values, owners))
    owners, values = owners[order], values[order]
    rank = np.arange(len(owners)) - np.searchsorted(owners, owners)
    around = (rank >= settings.crowd_from) & (rank < settings.crowd_to)
    above = np.maximum(values[around] - settings.crowd_least, 0.0)
    mean = np.bincount(owners[around], above, count) / (settings.crowd_to - settings.crowd_from)
    crowd = np.minimum(settings.crowd_least + mean, settings.crowd_most)
    factor = (
        settings.crowd_usual / np.sqrt(crowd[links.rows] * crowd[links.columns])
    ) ** settings.crowd_power
    return Links(links.rows, links.columns, links.values * factor, links.named * factor)


def _candidates(matrix: csr_array, settings: GroupSettings) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs (one < other) that share the most weight in their weightiest, not too common terms."""
    import numpy as np

    light = _weightiest(matrix, settings)
    turned = light.T.tocsr()
    found = []
    count = matrix.shape[0]
    for start in range(0, count, _ROWS_AT_ONCE):
        product = (light[start : start + _ROWS_AT_ONCE] @ turned).tocsr()
        for row in range(product.shape[0]):
            begin, end = product.indptr[row], product.indptr[row + 1]
            others, weights = product.indices[begin:end], product.data[begin:end]
            if len(others) > settings.links_each + 1:
                best = np.argpartition(-weights, settings.links_each)[: settings.links_each + 1]
                others = others[best]
            me = start + row
            low, high = np.minimum(others, me), np.maximum(others, me)
            found.append(low.astype(np.int64) * count + high)
    pairs = np.unique(np.concatenate(found))
    rows, columns = pairs // count, pairs % count
    different = rows != columns
    return rows[different], columns[different]


def _weightiest(matrix: csr_array, settings: GroupSettings) -> csr_array:
    """Return ``matrix`` with each row's ``probe_terms`` weightiest terms only, less those too many share."""
    import numpy as np
    from scipy.sparse import csr_array as sparse

    holders = np.bincount(matrix.indices, minlength=matrix.shape[1])
    kept = np.zeros(len(matrix.data), dtype=bool)
    usable = (holders[matrix.indices] > 1) & (holders[matrix.indices] <= settings.probe_holders)
    for row in range(matrix.shape[0]):
        places = np.arange(matrix.indptr[row], matrix.indptr[row + 1])[
            usable[matrix.indptr[row] : matrix.indptr[row + 1]]
        ]
        if len(places) > settings.probe_terms:
            places = places[
                np.argpartition(-matrix.data[places], settings.probe_terms)[: settings.probe_terms]
            ]
        kept[places] = True
    counts = np.add.reduceat(np.append(kept, False).astype(np.int64), matrix.indptr[:-1])
    counts[np.diff(matrix.indptr) == 0] = 0
    starts = np.concatenate(([0], np.cumsum(counts)))
    return sparse((matrix.data[kept], matrix.indices[kept], starts), shape=matrix.shape)


def _cosines(matrix: csr_array, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the cosine of each pair of rows."""
    import numpy as np

    values = np.zeros(len(rows))
    for start in range(0, len(rows), _PAIRS_AT_ONCE):
        part = slice(start, start + _PAIRS_AT_ONCE)
        values[part] = np.asarray(matrix[rows[part]].multiply(matrix[columns[part]]).sum(axis=1)).ravel()
    return values


def is_mistaken(article: Article, now: datetime | None) -> bool:
    """Whether an article is dated further ahead of ``now`` than a time zone explains."""
    return now is not None and article.published is not None and article.published - now > _DAY


def closeness_in_time(
    articles: Sequence[Article],
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    settings: GroupSettings,
    now: datetime | None = None,
) -> NDArray[np.float64]:
    """Return a factor for each pair: 1 within ``grace_days`` or where a date is unknown, halved every half-life.

    A date further ahead of ``now`` than a time zone explains is a mistake and counts as unknown.
    """
    import numpy as np

    dates = [None if is_mistaken(article, now) else article.published for article in articles]
    days = np.array([date.timestamp() / _DAY_SECONDS if date else np.nan for date in dates])
    apart = np.maximum(np.abs(days[rows] - days[columns]) - settings.grace_days, 0.0)
    return np.where(np.isnan(apart), 1.0, 0.5 ** (np.nan_to_num(apart) / settings.half_life_days))
