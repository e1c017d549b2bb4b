"""Every word of a text as a 64-bit hash, in order, without a Python object for a word.

Promise: the same word gives the same hash on every machine and in every run, whatever the punctuation around it and
however its number is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from briefing.terms import canonical, is_figure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

_BASE = 0x9E3779B97F4A7C15  # of the polynomial; odd, so that it has an inverse modulo 2**64
_SLOT_MULTIPLIER = 0xC2B2AE3D27D4EB4F  # one of xxHash's primes
_GAP = " ".encode("utf-16-le")
_FIRST_SLOT_BITS = 12
_SLOTS_A_WORD = 4  # at least; so that three words in four are where they are first looked for
_EDGE = "\"'“”‘’«»„()[]{}<>.,;:!?…-–—*_|/\\"


class WordHashes:
    """The hash of each word met so far, computed once a spelling: a batch has far fewer spellings than words.

    The hash of a number, month or weekday is odd, of another word even, of bare punctuation 0. A spelling is known by
    a polynomial of its characters, read off running sums (Karp and Rabin, 1987), and looked up in a table of open
    slots: all words of some texts at once, while they are in the processor's cache.
    """

    def __init__(self) -> None:
        """Know no word yet."""
        import numpy as np

        self._plain: dict[str, int] = {}
        self._count = 0
        self._keys = np.zeros(1 << _FIRST_SLOT_BITS, dtype=np.uint64)  # 0: free
        self._values = np.zeros(1 << _FIRST_SLOT_BITS, dtype=np.uint64)
        self._powers = self._inverses = np.ones(1, dtype=np.uint64)

    def of(self, texts: Sequence[str]) -> tuple[Hashes, Places]:
        """Return the hash of every word of ``texts``, bare punctuation too, and how many words each text has."""
        import numpy as np

        encoded = [text.lower().encode("utf-16-le", "surrogatepass") for text in texts]
        codes = np.frombuffer(_GAP + _GAP.join(encoded) + _GAP, dtype="<u2")
        white = _white_space().take(codes)
        edges = np.flatnonzero(white[1:] != white[:-1]) + 1
        starts, ends = edges[::2], edges[1::2]
        ends_of_texts = np.cumsum([len(one) // 2 + 1 for one in encoded])
        counts = np.diff(np.searchsorted(starts, ends_of_texts), prepend=0)
        spelt = self._spelt(codes, starts, ends)
        values, unknown = self._looked_up(spelt)
        if len(unknown):
            fresh, first = np.unique(spelt[unknown], return_index=True)
            spans = zip(starts[unknown[first]].tolist(), ends[unknown[first]].tolist(), strict=True)
            words = [codes[start:end].tobytes().decode("utf-16-le", "surrogatepass") for start, end in spans]
            self._learn(fresh, np.array([self._hash(word) for word in words], dtype=np.uint64))
            values[unknown] = self._looked_up(spelt[unknown])[0]
        return values, counts

    def _spelt(self, codes: NDArray[np.uint16], starts: Places, ends: Places) -> Hashes:
        """Return a number for the spelling of each word; never 0."""
        import numpy as np

        if len(codes) > len(self._powers):
            self._powers = _powers(_BASE, 2 * len(codes))
            self._inverses = _powers(pow(_BASE, -1, 1 << 64), 2 * len(codes))
            # the first character counts _BASE times: "2" and "3" would differ in the lowest bit alone, which goes
            self._inverses *= np.uint64(_BASE)
        sums = codes.astype(np.uint64)
        sums += np.uint64(1)
        sums *= self._powers[: len(codes)]
        sums = sums.cumsum()
        return ((sums[ends - 1] - sums[starts - 1]) * self._inverses[starts]) | np.uint64(1)

    def _looked_up(self, spelt: Hashes) -> tuple[Hashes, Places]:
        """Return the hash of each spelling, and the places of those not yet known."""
        import numpy as np

        slots = self._slots(spelt)
        values = self._values[slots]
        astray = np.flatnonzero(self._keys[slots] != spelt)
        unknown = []
        slots = slots[astray]
        while len(astray):
            free = self._keys[slots] == 0
            unknown.append(astray[free])
            astray, slots = astray[~free], (slots[~free] + 1) & (len(self._keys) - 1)
            found = self._keys[slots] == spelt[astray]
            values[astray[found]] = self._values[slots[found]]
            astray, slots = astray[~found], slots[~found]
        return values, np.concatenate(unknown) if unknown else astray

    def _learn(self, spelt: Hashes, values: Hashes) -> None:
        """Take in spellings not yet known, each once; where they make the table crowded, in a larger one."""
        import numpy as np

        self._count += len(spelt)
        if self._count * _SLOTS_A_WORD > len(self._keys):
            kept = self._keys != 0
            spelt = np.concatenate((self._keys[kept], spelt))
            values = np.concatenate((self._values[kept], values))
            size = 1 << (self._count * _SLOTS_A_WORD * 2).bit_length()
            self._keys, self._values = np.zeros((2, size), dtype=np.uint64)
        slots = self._slots(spelt)
        while len(spelt):
            free = np.flatnonzero(self._keys[slots] == 0)
            self._keys[slots[free]] = spelt[free]  # of several for one slot the last stays
            self._values[slots[free]] = values[free]
            left = self._keys[slots] != spelt
            spelt, values = spelt[left], values[left]
            slots = (slots[left] + 1) & (len(self._keys) - 1)

    def _slots(self, spelt: Hashes) -> Places:
        """Return where each spelling is first looked for."""
        import numpy as np

        shift = np.uint64(65 - len(self._keys).bit_length())
        slots: Places = ((spelt * np.uint64(_SLOT_MULTIPLIER)) >> shift).astype(np.int64)
        return slots

    def _hash(self, word: str) -> int:
        plain = word.strip(_EDGE)
        if plain not in self._plain:
            self._plain[plain] = _hash(plain)
        return self._plain[plain]


def _hash(plain: str) -> int:
    if not plain:
        return 0
    raw = blake2b(canonical(plain).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    value = int.from_bytes(raw, "little")
    return value | 1 if is_figure(plain) else value & ~1


def _powers(base: int, count: int) -> Hashes:
    """Return the first ``count`` powers of ``base`` modulo 2**64."""
    import numpy as np

    factors = np.full(count, base, dtype=np.uint64)
    factors[0] = 1
    powers: Hashes = np.multiply.accumulate(factors)
    return powers


@cache
def _white_space() -> NDArray[np.bool_]:
    """Return for each UTF-16 unit whether words are parted at it, as ``str.split`` does."""
    import numpy as np

    return np.array([chr(code).isspace() for code in range(1 << 16)])
