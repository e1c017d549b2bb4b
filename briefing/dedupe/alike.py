"""How alike two texts are, exactly: the comparison that decides once a pair is a candidate."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.data import Article
from briefing.dedupe.shingles import Shingled, pair_set, shared, word_hashes
from briefing.dedupe.updates import Figures
from briefing.dedupe.words import WordHashes
from briefing.settings import DedupeSettings
from briefing.terms import STOP_WORDS, stem, words

if TYPE_CHECKING:
    from briefing.dedupe.shingles import Hashes

_KEPT_PAIRS = 32_768  # texts of which the 2-word shingles are remembered, 4 kB each
_KEPT_TEXTS = 4096  # texts whose details are remembered: an original is compared with many copies


class Alike:
    """Compares articles by their place in the batch."""

    def __init__(
        self, articles: Sequence[Article], shingled: Shingled, known: WordHashes, settings: DedupeSettings
    ) -> None:
        self._articles = articles
        self._shingled = shingled
        self._known = known
        self._settings = settings
        self._figures = lru_cache(maxsize=_KEPT_TEXTS)(self._read_figures)
        self._pairs = lru_cache(maxsize=_KEPT_PAIRS)(self._read_pairs)
        self._stems = lru_cache(maxsize=_KEPT_TEXTS)(self._read_stems)

    def near(self, one: int, other: int) -> bool:
        """Whether ``one`` is a near copy of ``other``, not an update of it."""
        return self.is_near(one, other) and not self._updates(one, other)

    def is_near(self, one: int, other: int) -> bool:
        """Whether the two share enough of all their shingles."""
        return self._shares(one, other)[0] >= self._settings.near_share

    def is_part(self, one: int, other: int) -> bool:
        """Whether ``one`` is a part of ``other``, and neither a near copy nor a rewrite of it."""
        return self.describe(one, other)[0] == "contained"

    def kind(self, shorter: int, longer: int) -> str:
        """Return what ``shorter`` is of ``longer``: ``near``, ``contained``, ``rewrite``, or "" for neither."""
        jaccard, held = self._shares(shorter, longer)
        if jaccard >= self._settings.near_share:
            kind = "near"
        elif held >= self._settings.contained_share:
            kind = "contained"
        elif held >= self._settings.rewrite_least_held and self._rewritten(shorter, longer):
            kind = "rewrite"
        else:
            return ""
        return "" if self._updates(shorter, longer) else kind

    def describe(self, copy: int, original: int) -> tuple[str, float]:
        """Return the kind of a copy, and how alike it is: Jaccard, or the share held for parts and rewrites."""
        if self._shingled.keys[copy] == self._shingled.keys[original]:
            return "exact", 1.0
        jaccard, held = self._shares(copy, original)
        if jaccard >= self._settings.near_share:
            return "near", round(jaccard, 3)
        return ("contained" if held >= self._settings.contained_share else "rewrite"), round(held, 3)

    def _shares(self, one: int, other: int) -> tuple[float, float]:
        """Return the Jaccard similarity of two texts, and the share of the one with fewer shingles that both have."""
        left, right = self._shingled.triple_set(one), self._shingled.triple_set(other)
        both = shared(left, right)
        return both / max(len(left) + len(right) - both, 1), both / max(min(len(left), len(right)), 1)

    def _rewritten(self, shorter: int, longer: int) -> bool:
        """Whether ``shorter`` says with much the same words what ``longer`` says, and no figure besides."""
        settings = self._settings
        if self._shingled.word_counts[shorter] < settings.rewrite_min_words:
            return False
        pairs = self._pairs(shorter)
        if shared(pairs, self._pairs(longer)) < settings.rewrite_share * len(pairs):
            return False
        stems = self._stems(shorter)
        if len(stems & self._stems(longer)) < settings.rewrite_words_share * len(stems):
            return False
        return not self._figures(longer).added_by(compared(self._articles[shorter]))

    def _updates(self, one: int, other: int) -> bool:
        if self._shingled.same_figures(one, other):
            return False
        return bool(self._figures(other).updated_by(compared(self._articles[one])))

    def _read_figures(self, at: int) -> Figures:
        return Figures(compared(self._articles[at]))

    def _read_pairs(self, at: int) -> Hashes:
        return pair_set(word_hashes(compared(self._articles[at]), self._known))

    def _read_stems(self, at: int) -> frozenset[str]:
        return frozenset(stem(w) for w in words(compared(self._articles[at])) if w not in STOP_WORDS)


def compared(article: Article) -> str:
    """Return what of an article is compared: its text, or its title where it has no text."""
    return article.text if article.text.strip() else article.title
