"""Texts as sets of shingles: hashed runs of neighbouring words, the common currency of all comparisons.

Promise: the same text gives the same hashes on every machine and in every run.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from briefing.terms import canonical, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

_ODD_MULTIPLIERS = (
    0x9E3779B97F4A7C15,
    0xC2B2AE3D27D4EB4F,
    0x165667B19E3779F9,
)  # golden ratio and xxHash's primes


class WordHashes(dict[str, int]):
    """Word → 64-bit hash, computed once a word: a batch has far fewer distinct words than words."""

    def __missing__(self, word: str) -> int:
        raw = canonical(word).encode("utf-8", "surrogatepass")
        value = int.from_bytes(blake2b(raw, digest_size=8).digest(), "little")
        self[word] = value
        return value


def word_hashes(text: str, known: WordHashes) -> Hashes:
    """Return the hash of every word of ``text``, in order."""
    import numpy as np

    found = words(text)
    return np.fromiter(map(known.__getitem__, found), dtype=np.uint64, count=len(found))


def shingles(hashes: Hashes, size: int) -> Hashes:
    """Return the distinct shingles of ``size`` words (at most 3), sorted; of a shorter text, the whole text's one."""
    import numpy as np

    if len(hashes) < size:
        return np.array([hash_of_all(hashes)], dtype=np.uint64) if len(hashes) else hashes
    count = len(hashes) - size + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        mixed += _mix(hashes[place : place + count]) * np.uint64(_ODD_MULTIPLIERS[place])
    return np.unique(_mix(mixed))


def hash_of_all(hashes: Hashes) -> int:
    """Return one hash of the whole sequence, for exact copies."""
    return int.from_bytes(blake2b(hashes.tobytes(), digest_size=8).digest(), "little")


def shared(left: Hashes, right: Hashes) -> int:
    """Return how many shingles two sorted sets share."""
    import numpy as np

    if len(left) > len(right):
        left, right = right, left
    if not len(left):
        return 0
    places = np.searchsorted(right, left)
    places[places == len(right)] = 0
    return int(np.count_nonzero(right[places] == left))


def _mix(values: Hashes) -> Hashes:
    """Return well-mixed hashes (the finaliser of splitmix64)."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def flat(sets: Sequence[Hashes]) -> tuple[Hashes, Hashes]:
    """Return the sets end to end, and the offset at which each begins (one more than there are sets)."""
    import numpy as np

    offsets = np.zeros(len(sets) + 1, dtype=np.uint64)
    np.cumsum([len(one) for one in sets], out=offsets[1:])
    return (np.concatenate(sets) if len(sets) else np.zeros(0, dtype=np.uint64)), offsets
