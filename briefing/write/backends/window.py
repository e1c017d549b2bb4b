"""Fitting many documents into one model's window: each gets its share, cut by whole sentences, and said so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.data import Dropped, Sentence


@dataclass(frozen=True, slots=True)
class Fitted:
    """What fits, document by document, and every sentence that does not."""

    documents: tuple[tuple[Sentence, ...], ...]
    dropped: tuple[Dropped, ...] = ()


def fit(
    documents: Sequence[Sequence[Sentence]],
    window_tokens: int,
    count: Callable[[str], int],
    *,
    separator_tokens: int = 1,
) -> Fitted:
    """Keep the beginning of every document so that all fit ``window_tokens``; ``count`` counts tokens.

    ``separator_tokens`` go to what stands after each document. Documents shorter than an even share leave their rest to the others, so the longest are cut first. Where
    there are so many that not one's first sentence fits its share, the later half is left out.
    """
    lengths = [[count(sentence.text) for sentence in document] for document in documents]
    read = len(documents)
    while read > 1 and not any(
        tokens and tokens[0] <= _even(lengths[:read], window_tokens, separator_tokens)
        for tokens in lengths[:read]
    ):
        read = (read + 1) // 2
    share = _even(lengths[:read], window_tokens, separator_tokens)
    kept: list[tuple[Sentence, ...]] = []
    dropped: list[Dropped] = []
    for number, (document, tokens) in enumerate(zip(documents, lengths, strict=True)):
        room = share if number < read else 0
        stop = 0
        while stop < len(document) and tokens[stop] <= room:
            room -= tokens[stop]
            stop += 1
        kept.append(tuple(document[:stop]))
        dropped.extend(
            Dropped("write", sentence.article_id, "over the model's window", sentence.text)
            for sentence in document[stop:]
        )
    return Fitted(tuple(kept), tuple(dropped))


def _even(lengths: Sequence[Sequence[int]], window_tokens: int, separator_tokens: int) -> int:
    """Return how many tokens of each document are read."""
    return _share([sum(document) for document in lengths], window_tokens - separator_tokens * len(lengths))


def _share(lengths: Sequence[int], room: int) -> int:
    """Return the longest length that all can be cut to so that they fit ``room`` together."""
    left = room
    waiting = sorted(lengths)
    while waiting:
        share = max(0, left) // len(waiting)
        if waiting[0] > share:
            return share
        left -= waiting.pop(0)
    return max(lengths, default=0)
