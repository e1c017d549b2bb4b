"""Copies: which articles repeat another one's text, exactly, nearly, in part, or lightly reworded.

Promise: nothing is lost. A copy is kept with its original; an article that differs from another in a number
or a date only is an update, and stays an original.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.data import Article, Copy
from briefing.dedupe.alike import Alike, compared
from briefing.dedupe.candidates import band_buckets, sharing_pairs
from briefing.dedupe.shingles import Shingled
from briefing.dedupe.words import WordHashes
from briefing.settings import DedupeSettings
from briefing.wire import is_agency, wire_origin

_SAMPLING_SLACK = 0.8  # a share estimated from a sample may fall short of the true one
_ROUNDS = 8  # how often a bucket may name a new original before its rest are taken for unlike


@dataclass(frozen=True, slots=True)
class DedupeResult:
    """``originals`` in the order they came in; ``copies`` by original, then in the order they came in."""

    originals: tuple[Article, ...]
    copies: tuple[Copy, ...]


def dedupe(articles: Sequence[Article], *, settings: DedupeSettings | None = None) -> DedupeResult:
    """Tell originals from copies.

    The original of several near-equal texts is the agency's own, else the earliest published, else the
    longest; of a short version inside a long one, the long one. Which that is does not depend on the order
    of ``articles``.
    """
    settings = settings or DedupeSettings()
    known = WordHashes()
    shingled = Shingled.of([compared(article) for article in articles], known)
    lengths = shingled.word_counts.tolist()
    order = sorted(range(len(articles)), key=lambda at: (-lengths[at], articles[at].id))
    leader = list(range(len(articles)))
    alike = Alike(articles, shingled, known, settings)
    firsts = [at for at in _exact(shingled, order, leader) if lengths[at] >= settings.min_words]
    rest = near_copies(shingled, firsts, leader, alike, settings)
    _contained(shingled, rest, leader, alike, settings)
    return _result(articles, lengths, leader, alike)


def _exact(shingled: Shingled, order: Sequence[int], leader: list[int]) -> list[int]:
    """Let exact copies follow the first of their kind; return the firsts, longest first.

    Articles without a word are like nothing, not even each other.
    """
    first_of: dict[bytes, int] = {}
    firsts = []
    for at in order:
        if shingled.word_counts[at]:
            leader[at] = first_of.setdefault(shingled.keys[at], at)
        if leader[at] == at:
            firsts.append(at)
    return firsts


def near_copies(
    shingled: Shingled, order: Sequence[int], leader: list[int], alike: Alike, settings: DedupeSettings
) -> list[int]:
    """Let near copies follow the longest text of a bucket they share with it; return those that follow none."""
    import numpy as np

    if len(order) < 2:
        return list(order)
    buckets = band_buckets(shingled.triples, shingled.triple_offsets, settings.permutations, settings.bands)
    shares_bucket = np.any(buckets >= 0, axis=1)
    pending = [at for at in order if shares_bucket[at]]
    for _ in range(_ROUNDS):
        heads: dict[tuple[int, int], int] = {}
        refused = []
        for at in pending:
            keys = [(band, bucket) for band, bucket in enumerate(buckets[at].tolist()) if bucket >= 0]
            candidates = dict.fromkeys(heads[key] for key in keys if key in heads)
            follows = next((head for head in candidates if alike.near(at, head)), None)
            if follows is not None:
                leader[at] = follows
                continue
            fresh = [key for key in keys if key not in heads]
            heads.update(dict.fromkeys(fresh, at))
            if len(fresh) < len(keys):
                refused.append(at)
        pending = refused
        if not pending:
            break
    return [at for at in order if leader[at] == at]


def _contained(
    shingled: Shingled, order: Sequence[int], leader: list[int], alike: Alike, settings: DedupeSettings
) -> None:
    """Let short versions and rewrites follow the text that holds them."""
    if len(order) < 2:
        return
    least = settings.rewrite_least_held * _SAMPLING_SLACK
    for one, other in sharing_pairs(shingled.triples, shingled.triple_offsets, order, least).tolist():
        if leader[one] == one and leader[other] == other and alike.kind(one, other):
            leader[one] = other


def _result(
    articles: Sequence[Article], lengths: Sequence[int], leader: list[int], alike: Alike
) -> DedupeResult:
    """Elect each family's original and describe the others as its copies."""
    families: dict[int, list[int]] = {}
    for at in range(len(leader)):
        families.setdefault(_root(leader, at), []).append(at)
    original_of = {}
    for head, family in families.items():
        original = _elect(articles, lengths, head, family, alike)
        original_of.update(dict.fromkeys(family, original))
    copies = [
        Copy(articles[at], articles[original].id, *alike.describe(at, original))
        for at, original in sorted(original_of.items(), key=lambda pair: (pair[1], pair[0]))
        if at != original
    ]
    originals = tuple(articles[at] for at in range(len(leader)) if original_of[at] == at)
    return DedupeResult(originals, tuple(copies))


def _root(leader: list[int], at: int) -> int:
    while leader[at] != at:
        at = leader[at]
    return at


def _elect(
    articles: Sequence[Article], lengths: Sequence[int], head: int, family: list[int], alike: Alike
) -> int:
    """Return which of the texts that say what ``head`` says, and not just a part of it, is the original."""
    if len(family) == 1:
        return head
    whole = [at for at in family if at == head or not alike.is_part(at, head)]
    wires = {wire_origin(articles[at]) for at in whole} - {""}

    def standing(at: int) -> tuple[bool, bool, float, int, str]:
        article = articles[at]
        when = article.published.timestamp() if article.published else 0.0
        agency = any(is_agency(article.publisher, wire) for wire in wires)
        return (not agency, article.published is None, when, -lengths[at], article.id)

    return min(whole, key=standing)
