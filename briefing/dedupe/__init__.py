"""Copies: which articles repeat another one's text, exactly, nearly, in part, or lightly reworded.

Promise: nothing is lost. A copy is kept with its original; an article that differs from another in a number
or a date only is an update, and stays an original.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.data import Article, Copy
from briefing.dedupe.alike import Alike, Text
from briefing.dedupe.candidates import band_buckets, sharing_pairs
from briefing.dedupe.shingles import WordHashes
from briefing.settings import DedupeSettings
from briefing.wire import is_agency, wire_origin

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
    texts = [Text.of(article, known) for article in articles]
    order = sorted(range(len(texts)), key=lambda at: (-texts[at].words, articles[at].id))
    leader = list(range(len(texts)))
    firsts = _exact(texts, order, leader)
    alike = Alike(articles, texts, settings)
    long_enough = [at for at in firsts if texts[at].words >= settings.min_words]
    rest = _near(texts, long_enough, leader, alike, settings)
    _contained(texts, rest, leader, alike, settings)
    return _result(articles, texts, leader, alike)


def _exact(texts: Sequence[Text], order: Sequence[int], leader: list[int]) -> list[int]:
    """Let exact copies follow the first of their kind; return the firsts, longest first."""
    first_of: dict[object, int] = {}
    firsts = []
    for at in order:
        leader[at] = first_of.setdefault(texts[at].key, at)
        if leader[at] == at:
            firsts.append(at)
    return firsts


def _near(
    texts: Sequence[Text], order: Sequence[int], leader: list[int], alike: Alike, settings: DedupeSettings
) -> list[int]:
    """Let near copies follow the longest text of a bucket they share with it; return those that follow none."""
    if len(order) < 2:
        return list(order)
    buckets = band_buckets([texts[at].triples for at in order], settings.permutations, settings.bands)
    pending = [row for row in range(len(order)) if (buckets[row] >= 0).any()]
    for _ in range(_ROUNDS):
        heads: dict[tuple[int, int], int] = {}
        refused = []
        for row in pending:
            keys = [(band, bucket) for band, bucket in enumerate(buckets[row].tolist()) if bucket >= 0]
            candidates = dict.fromkeys(heads[key] for key in keys if key in heads)
            follows = next((head for head in candidates if alike.near(order[row], order[head])), None)
            if follows is not None:
                leader[order[row]] = order[follows]
                continue
            fresh = [key for key in keys if key not in heads]
            heads.update(dict.fromkeys(fresh, row))
            if len(fresh) < len(keys):
                refused.append(row)
        pending = refused
        if not pending:
            break
    return [at for at in order if leader[at] == at]


def _contained(
    texts: Sequence[Text], order: Sequence[int], leader: list[int], alike: Alike, settings: DedupeSettings
) -> None:
    """Let short versions and rewrites follow the text that holds them."""
    if len(order) < 2:
        return
    pairs = sharing_pairs([texts[at].triples for at in order], settings.rewrite_share / 3)
    for shorter, longer in pairs.tolist():
        one, other = order[shorter], order[longer]
        if leader[one] == one and leader[other] == other and alike.kind(one, other):
            leader[one] = other


def _result(
    articles: Sequence[Article], texts: Sequence[Text], leader: list[int], alike: Alike
) -> DedupeResult:
    """Elect each family's original and describe the others as its copies."""
    families: dict[int, list[int]] = {}
    for at in range(len(leader)):
        families.setdefault(_root(leader, at), []).append(at)
    original_of = {}
    for head, family in families.items():
        original = _elect(articles, texts, head, family, alike)
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
    articles: Sequence[Article], texts: Sequence[Text], head: int, family: list[int], alike: Alike
) -> int:
    """Return which of the texts near ``head`` is the original."""
    if len(family) == 1:
        return head
    near = [at for at in family if at == head or alike.is_near(at, head)]
    wires = {article.wire or wire_origin(article) for article in (articles[at] for at in near)} - {""}

    def standing(at: int) -> tuple[bool, bool, float, int, str]:
        article = articles[at]
        when = article.published.timestamp() if article.published else 0.0
        agency = any(is_agency(article.publisher, wire) for wire in wires)
        return (not agency, article.published is None, when, -texts[at].words, article.id)

    return min(near, key=standing)
