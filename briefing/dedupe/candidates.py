"""Which texts are worth comparing: never all pairs, and never more than a few a text.

Promise: the work is linear in the number of texts, also where thousands of them are alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from briefing.dedupe.shingles import Hashes

    Buckets = NDArray[np.int64]
    Pairs = NDArray[np.int64]

_SEED = 42
_TEXTS_AT_ONCE = 8_192  # bounds the memory of MinHashes as Python numbers
_SAMPLED_ONE_IN = 4  # a power of two; of the 3-word shingles; a brief of 20 words still leaves four or five
_MAX_HOLDERS = 16  # a shingle held by more texts is a phrase, not a trace of copying
_PROBES = 12  # shingles by which a text looks for the one that contains it


def band_buckets(tokens: Hashes, offsets: Hashes, permutations: int, bands: int) -> Buckets:
    """Return the bucket of each text in each band of its MinHash (texts × bands); -1 where it is alone.

    ``tokens`` are all texts' shingles end to end. Banding after Leskovec, Rajaraman and Ullman, "Mining of
    Massive Datasets", chapter 3.
    """
    import numpy as np

    count, rows = len(offsets) - 1, permutations // bands
    multipliers = np.array([2 * (7919 * k + 104729) ** 3 + 1 for k in range(rows)], dtype=np.uint64)
    keys = np.empty((count, bands), dtype=np.uint64)
    for start in range(0, count, _TEXTS_AT_ONCE):
        end = min(start + _TEXTS_AT_ONCE, count)
        digests = _digests(tokens, offsets[start : end + 1], permutations)
        keys[start:end] = (digests.reshape(end - start, bands, rows) * multipliers).sum(
            axis=2, dtype=np.uint64
        )
    buckets = np.full((count, bands), -1, dtype=np.int64)
    for band in range(bands):
        _, inverse, counts = np.unique(keys[:, band], return_inverse=True, return_counts=True)
        buckets[:, band] = np.where(counts[inverse] > 1, inverse, -1)
    return buckets


def _digests(tokens: Hashes, offsets: Hashes, permutations: int) -> Hashes:
    """Return the MinHash of each text (texts × permutations)."""
    import numpy as np
    from rensa import RMinHash

    mine = tokens[int(offsets[0]) : int(offsets[-1])]
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(mine, offsets - offsets[0], permutations, _SEED)
    return np.array(matrix.to_rows(), dtype=np.uint64)


def sharing_pairs(tokens: Hashes, offsets: Hashes, order: Sequence[int], least_share: float) -> Pairs:
    """Return pairs (shorter, longer) of texts of which the longer seems to hold ``least_share`` of the shorter.

    ``order`` are the texts to look at, longest first. A text probes with a few of its sampled shingles that
    others hold too; hits are scaled up to the share of all its sampled shingles.
    """
    import numpy as np

    ends: Buckets = offsets.astype(np.int64)
    place_of = np.full(len(offsets) - 1, -1, dtype=np.int64)
    place_of[list(order)] = np.arange(len(order))
    sampled = np.flatnonzero((tokens & np.uint64(_SAMPLED_ONE_IN - 1)) == 0)
    owners = place_of[np.searchsorted(ends, sampled, side="right") - 1]
    sampled, owners = sampled[owners >= 0], owners[owners >= 0]
    tokens = tokens[sampled]
    by_owner = np.lexsort((tokens, owners))
    tokens, owners = tokens[by_owner], owners[by_owner]
    fresh = np.ones(len(tokens), dtype=bool)
    fresh[1:] = (tokens[1:] != tokens[:-1]) | (owners[1:] != owners[:-1])
    tokens, owners = tokens[fresh], owners[fresh]
    if not len(tokens):
        return np.zeros((0, 2), dtype=np.int64)
    bounds = np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=len(order)))))
    by_token = np.argsort(tokens, kind="stable")
    starts = np.flatnonzero(np.concatenate(([True], tokens[by_token][1:] != tokens[by_token][:-1])))
    holders = np.diff(np.append(starts, len(tokens)))
    group_of = np.empty(len(tokens), dtype=np.int64)
    group_of[by_token] = np.repeat(np.arange(len(starts)), holders)
    telling = (holders[group_of] > 1) & (holders[group_of] <= _MAX_HOLDERS)
    found = _probe(telling, group_of, owners, bounds, starts, holders, owners[by_token], least_share)
    return np.asarray(order, dtype=np.int64)[found]


def _probe(
    telling: NDArray[np.bool_],
    group_of: Buckets,
    owners: Buckets,
    offsets: Buckets,
    starts: Buckets,
    holders: Buckets,
    held_by: Buckets,
    least_share: float,
) -> Pairs:
    import numpy as np

    places = np.flatnonzero(telling)
    mine = owners[places]
    firsts = np.searchsorted(mine, mine)  # where my telling shingles begin: they are in order of owner
    rank = np.arange(len(places)) - firsts
    telling_count = np.bincount(mine, minlength=len(offsets) - 1)
    places, mine = places[rank < _PROBES], mine[rank < _PROBES]
    groups = group_of[places]
    sizes = holders[groups]
    seekers = np.repeat(mine, sizes)
    within = np.arange(len(seekers)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    found = held_by[np.repeat(starts[groups], sizes) + within]
    keep = found < seekers  # longer texts come first
    pairs, hits = np.unique(seekers[keep] * np.int64(len(offsets)) + found[keep], return_counts=True)
    shorter, longer = pairs // len(offsets), pairs % len(offsets)
    total = np.diff(offsets)[shorter]
    probed = np.minimum(telling_count[shorter], _PROBES)
    share = hits / probed * telling_count[shorter] / total
    chosen = share >= least_share
    return np.stack([shorter[chosen], longer[chosen]], axis=1)
