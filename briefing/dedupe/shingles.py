"""Texts as sets of shingles: hashed runs of neighbouring words, the common currency of all comparisons.

Promise: the same text gives the same hashes on every machine and in every run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from briefing.terms import canonical, is_figure

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
_TEXTS_AT_ONCE = 16  # so that their hashes stay in the cache of the processor
_KEPT_SETS = 16_384  # of 4 kB
_NO_WORD = bytes(8)


class WordHashes(dict[str, bytes]):
    """Word → 64-bit hash as eight bytes, which join to an array faster than numbers; computed once a word: a batch has far fewer distinct words than words.

    Words come as split at white space, in lower case; the punctuation around them does not count, and neither
    does the way a number is written. The hash of a number, month or weekday is odd, of another word even, of
    bare punctuation 0.
    """

    def __missing__(self, word: str) -> bytes:
        plain = word.strip("\"'“”‘’«»„()[]{}<>.,;:!?…-–—*_|/\\")
        value = self.get(plain) if plain != word else None
        if value is None:
            value = _hash(plain)
            self[plain] = value
        self[word] = value
        return value

    def of(self, text: str) -> Hashes:
        """Return the hash of every word of ``text``, bare punctuation too."""
        import numpy as np

        return np.frombuffer(b"".join(map(self.__getitem__, text.lower().split())), dtype="<u8")


def _hash(plain: str) -> bytes:
    if not plain:
        return _NO_WORD
    raw = blake2b(canonical(plain).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    lowest = raw[0] | 1 if is_figure(plain) else raw[0] & ~1
    return bytes((lowest,)) + raw[1:]


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

        parts = [
            _hashed(texts[at : at + _TEXTS_AT_ONCE], known) for at in range(0, len(texts), _TEXTS_AT_ONCE)
        ]
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
    hashes = known.of(text)
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


def _hashed(
    texts: Sequence[str], known: WordHashes
) -> tuple[Places, list[bytes], Hashes, Places, Hashes, Places]:
    """Return word counts, keys, shingles and their counts, figures and their counts."""
    import numpy as np

    found = [known.of(text) for text in texts]
    hashes = np.concatenate(found)
    owners = np.repeat(np.arange(len(texts)), [len(one) for one in found])
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
