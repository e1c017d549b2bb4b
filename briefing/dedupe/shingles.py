"""Texts as sets of shingles: hashed runs of neighbouring words, the common currency of all comparisons.

Promise: the same text gives the same hashes on every machine and in every run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from briefing.dedupe.words import WordHashes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

_ODD_MULTIPLIERS = (
    0x9E3779B97F4A7C15,
    0xC2B2AE3D27D4EB4F,
    0x165667B19E3779F9,
)  # golden ratio and xxHash's primes
_CHARACTERS_AT_ONCE = 32_768  # so that what is computed from them stays in the cache of the processor
_KEPT_SETS = 16_384  # of 4 kB


@dataclass(frozen=True, slots=True, eq=False)
class Shingled:
    """Texts as hashes: of their words taken together, of their 3-word shingles, of their figures in order.

    ``triples`` and ``figures`` lie end to end, a text's from its offset to the next one's.
    """

    word_counts: Places
    keys: tuple[bytes, ...]
    triples: Hashes
    triple_offsets: Hashes
    figures: Hashes
    figure_offsets: Hashes
    sets: dict[int, Hashes]

    @classmethod
    def of(cls, texts: Sequence[str], known: WordHashes) -> Shingled:
        """Hash ``texts``."""
        import numpy as np

        parts = [_hashed(some, known) for some in _in_portions(texts)]
        counts = np.concatenate([part[0] for part in parts]) if parts else np.zeros(0, dtype=np.int64)
        return cls(
            word_counts=counts,
            keys=tuple(key for part in parts for key in part[1]),
            triples=_joined([part[2] for part in parts]),
            triple_offsets=_offsets([part[3] for part in parts]),
            figures=_joined([part[4] for part in parts]),
            figure_offsets=_offsets([part[5] for part in parts]),
            sets={},
        )

    def triple_set(self, at: int) -> Hashes:
        """Return the distinct 3-word shingles of a text, sorted."""
        if at not in self.sets:
            if len(self.sets) >= _KEPT_SETS:
                self.sets.clear()
            self.sets[at] = _distinct(self.triples[self.triple_offsets[at] : self.triple_offsets[at + 1]])
        return self.sets[at]

    def same_figures(self, one: int, other: int) -> bool:
        """Whether two texts have the same numbers, months and weekdays in the same order."""
        import numpy as np

        left, right = (
            self.figures[self.figure_offsets[at] : self.figure_offsets[at + 1]] for at in (one, other)
        )
        return bool(np.array_equal(left, right))


def word_hashes(text: str, known: WordHashes) -> Hashes:
    """Return the hash of every word of ``text``, in order."""
    hashes, _ = known.of([text])
    real: Hashes = hashes[hashes != 0]
    return real


def pair_set(hashes: Hashes) -> Hashes:
    """Return the distinct 2-word shingles of a text's word hashes, sorted."""
    return _distinct(_mix(_run(hashes, 2)))


def shared(left: Hashes, right: Hashes) -> int:
    """Return how many shingles two sorted sets share."""
    import numpy as np

    if len(left) > len(right):
        left, right = right, left
    if not len(left):
        return 0
    places = right.searchsorted(left)
    return int(np.count_nonzero(right.take(places, mode="clip") == left))


def _in_portions(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield ``texts`` some at a time, few enough to be hashed in the processor's cache."""
    start = size = 0
    for at, text in enumerate(texts):
        if size and size + len(text) > _CHARACTERS_AT_ONCE:
            yield texts[start:at]
            start, size = at, 0
        size += len(text)
    if start < len(texts):
        yield texts[start:]


def _hashed(
    texts: Sequence[str], known: WordHashes
) -> tuple[Places, list[bytes], Hashes, Places, Hashes, Places]:
    """Return word counts, keys, shingles and their counts, figures and their counts."""
    import numpy as np

    hashes, found = known.of(texts)
    owners = np.repeat(np.arange(len(texts)), found)
    real = hashes != 0
    hashes, owners = hashes[real], owners[real]
    counts = np.bincount(owners, minlength=len(texts))
    ends = np.cumsum(counts)
    keys = [
        blake2b(hashes[end - n : end].tobytes(), digest_size=16).digest()
        for end, n in zip(ends, counts, strict=True)
    ]
    whole = owners[:-2] == owners[2:]
    triples = _mix(_run(hashes, 3)[whole]) if len(hashes) > 2 else hashes[:0]
    odd = (hashes & np.uint64(1)) == 1
    return (
        counts,
        keys,
        triples,
        np.maximum(counts - 2, 0),
        hashes[odd],
        np.bincount(owners[odd], minlength=len(texts)),
    )


def _distinct(values: Hashes) -> Hashes:
    """Return ``values`` sorted, each once; for a text's few hundred this is twice as fast as ``np.unique``."""
    import numpy as np

    ordered = np.sort(values)
    first = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def _run(hashes: Hashes, size: int) -> Hashes:
    """Return one number for each run of ``size`` neighbouring hashes."""
    import numpy as np

    count = max(len(hashes) - size + 1, 0)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        total += hashes[place : place + count] * np.uint64(_ODD_MULTIPLIERS[place])
    return total


def _mix(values: Hashes) -> Hashes:
    """Return well-mixed hashes (the finaliser of splitmix64)."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _joined(parts: Sequence[Hashes]) -> Hashes:
    import numpy as np

    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.uint64)


def _offsets(counts: Sequence[Places]) -> Hashes:
    """Return where each text's items begin, and where the last one's end."""
    import numpy as np

    return np.concatenate([np.zeros(1, dtype=np.uint64), *counts]).cumsum(dtype=np.uint64)
