"""The readable way to write a long table of words.

Promise: a leaf that knows nothing of the package, so that every table can be written alike.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of ``text`` as a set."""
    return frozenset(text.split())
