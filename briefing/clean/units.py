"""An article laid out for cleaning: its sentences, which of them go and why, and the text without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.split import split_text

_PUNCTUATION = dict.fromkeys(map(ord, "\"'“”‘’„«»‹›.,;:!?…()[]{}*•·|_–—"), " ") | {ord(c): None for c in "'’"}
_ENDED = re.compile(r"[.!?…][\"”’'»)\]]*$")


@dataclass(slots=True)
class Unit:
    """A sentence, or a line without a full stop. ``gap`` is the white space to put before it.

    ``key`` and ``size`` stand for ``words`` once these are let go.
    """

    text: str
    gap: str
    words: tuple[str, ...]
    alone: bool = False
    removed: str = ""
    key: int = 0
    size: int = 0

    @property
    def ended(self) -> bool:
        """Whether it ends like a sentence."""
        return _ENDED.search(self.text) is not None


@dataclass(slots=True)
class Layout:
    """The units of one text, in order; cleaning marks them, ``text`` leaves the marked ones out.

    ``source`` is the text itself as long as the units add up to it.
    """

    units: list[Unit] = field(default_factory=list)
    source: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes as plain tuples: objects take three times as long."""
        units = [(u.text, u.gap, u.words, u.alone, u.removed, u.key, u.size) for u in self.units]
        return _arrived, (units, self.source)

    @property
    def kept(self) -> Iterator[tuple[int, Unit]]:
        """The units that stay, with their places."""
        return ((at, unit) for at, unit in enumerate(self.units) if not unit.removed)

    def let_words_go(self) -> None:
        """Keep only a key and a count of each unit's words: a hundred thousand articles fit into memory so."""
        for unit in self.units:
            unit.key, unit.size, unit.words = hash(unit.words), len(unit.words), ()

    @property
    def text(self) -> str:
        """The text of the units that stay; where some went, the widest gap between them."""
        if self.source and not any(unit.removed for unit in self.units):
            return self.source
        pieces: list[str] = []
        gap = ""
        for unit in self.units:
            gap = unit.gap if not gap else max(gap, unit.gap, key=len_of_gap)
            if unit.removed:
                continue
            pieces.append((gap if pieces else "") + unit.text)
            gap = ""
        return "".join(pieces)


def _arrived(units: list[tuple[str, str, tuple[str, ...], bool, str, int, int]], source: str) -> Layout:
    return Layout([Unit(*unit) for unit in units], source)


def len_of_gap(gap: str) -> int:
    """Order gaps: nothing, a space, a line, an empty line."""
    return gap.count("\n") * 2 + bool(gap)


def lay_out(text: str) -> Layout:
    """Return the units of ``text``."""
    units: list[Unit] = []
    last = 0
    glued = False
    for start, end in split_text(text):
        gap = text[last:start]
        piece = text[start:end]
        glued = glued or (not gap and start > 0)
        units.append(Unit(piece, gap or " ", words_of(piece)))
        last = end
    for at, unit in enumerate(units):
        after = units[at + 1].gap if at + 1 < len(units) else "\n"
        unit.alone = (at == 0 or "\n" in unit.gap) and "\n" in after
    return Layout(units, "" if glued else text)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, in lower case and without their punctuation."""
    return tuple(text.lower().translate(_PUNCTUATION).split())
