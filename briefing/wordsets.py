"""The readable way to write a long table of words.

Promise: a leaf that knows nothing of the package, so that every table can be written alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Meaning = TypeVar("Meaning")


def word_set(text: str) -> frozenset[str]:
    """Return the words of ``text`` as a set."""
    return frozenset(text.split())


def by_word(
    phrases: Iterable[tuple[tuple[str, ...], Meaning]], at: int
) -> dict[str, list[tuple[tuple[str, ...], Meaning]]]:
    """Return phrases and what they mean by their word at ``at``, the first or the last one; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for words, meaning in phrases:
        found.setdefault(words[at], []).append((words, meaning))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found
