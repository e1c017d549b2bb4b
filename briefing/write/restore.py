"""Between a source's sentence and a model's shortening of it: what leaves out only some of what the model left out.

A model asked for few words leaves out several pieces at once, some of which nobody misses and some of which tell
the news. Promise: every form is made of the source's words in their order, and has every word that the model kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain, combinations, pairwise

from briefing.data import Draft
from briefing.write.tidy import tidy

_EDGES = "\"“”‘’'()[],;:.!?–—-"
_MAX_PIECES = 4  # left out by one draft; of more, too many forms could be made

Piece = tuple[int, int]
"""From which word of the source to which: a run of words that the model left out."""


def with_restored(drafts: Sequence[Draft], source: str) -> tuple[Draft, ...]:
    """Return ``drafts`` and, after them, those that leave out only some of what one of them leaves out of ``source``."""
    told = [draft for draft in drafts if not draft.silence]
    return (
        *drafts,
        *(replace(draft, text=text) for draft in told for text in restored(tidy(draft.text), source)),
    )


def restored(draft: str, source: str) -> tuple[str, ...]:
    """Return the forms of ``source`` that leave out some, not all, of the pieces that ``draft`` leaves out.

    None where ``draft`` has a word more than ``source``, or another order: then no piece can be put back by itself.
    """
    told, whole = draft.split(), source.split()
    place = _places(told, whole)
    if place is None:
        return ()
    pieces = [(a + 1, b) for a, b in pairwise((-1, *place, len(whole))) if b > a + 1]
    if not 2 <= len(pieces) <= _MAX_PIECES:
        return ()
    kept = dict(zip(place, told, strict=True))
    forms = (_without(whole, kept, gone) for gone in _some_of(pieces))
    return tuple(dict.fromkeys(forms))


def _places(told: Sequence[str], whole: Sequence[str]) -> list[int] | None:
    """Return which word of ``whole`` each of ``told`` is, or ``None`` if one is none of them."""
    matcher = SequenceMatcher(None, [_bare(word) for word in whole], [_bare(word) for word in told], False)
    place = [block.a + k for block in matcher.get_matching_blocks() for k in range(block.size)]
    return place if len(place) == len(told) else None


def _bare(word: str) -> str:
    return word.strip(_EDGES).lower() or word


def _some_of(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    return chain.from_iterable(combinations(pieces, count) for count in range(1, len(pieces)))


def _without(whole: Sequence[str], kept: dict[int, str], gone: Sequence[Piece]) -> str:
    """Return ``whole`` without the pieces ``gone``; the words beside them are written as in the draft."""
    left_out = {at for start, end in gone for at in range(start, end)}
    said = []
    for at, word in enumerate(whole):
        if at in left_out:
            continue
        opens = kept[at] if at - 1 in left_out else word
        closes = kept[at] if at + 1 in left_out else word
        said.append(_head(opens) + _tail(closes))
    return " ".join(said)


def _head(word: str) -> str:
    return word[: len(word) - len(_tail(word))]


def _tail(word: str) -> str:
    return word[len(word.rstrip(_EDGES)) :] if word.strip(_EDGES) else ""
