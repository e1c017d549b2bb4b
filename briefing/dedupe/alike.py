"""How alike two texts are, exactly: the comparison that decides once a pair is a candidate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.data import Article
from briefing.dedupe.shingles import WordHashes, hash_of_all, shared, shingles, word_hashes
from briefing.dedupe.updates import Figures
from briefing.settings import DedupeSettings
from briefing.terms import STOP_WORDS, stem, words

if TYPE_CHECKING:
    from briefing.dedupe.shingles import Hashes

_KEPT_FIGURES = 4096  # texts whose figures are remembered: an original is compared with many copies


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """What is compared of an article: its text, or its title where it has no text.

    ``words`` counts words, ``key`` is equal for exact copies only, ``triples`` are its 3-word shingles.
    """

    words: int
    key: object
    triples: Hashes

    @classmethod
    def of(cls, article: Article, known: WordHashes) -> Text:
        """Read ``article``; an article without a word is only ever like itself."""
        hashes = word_hashes(compared(article), known)
        key = (article.language, hash_of_all(hashes)) if len(hashes) else article.id
        return cls(len(hashes), key, shingles(hashes, 3))


class Alike:
    """Compares articles by their place in the batch."""

    def __init__(self, articles: Sequence[Article], texts: Sequence[Text], settings: DedupeSettings) -> None:
        self._articles = articles
        self._texts = texts
        self._settings = settings
        self._figures = lru_cache(maxsize=_KEPT_FIGURES)(self._read_figures)
        self._content = lru_cache(maxsize=_KEPT_FIGURES)(self._read_content)

    def near(self, one: int, other: int) -> bool:
        """Whether ``one`` is a near copy of ``other``, not an update of it."""
        return self.is_near(one, other) and not self._updates(one, other)

    def is_near(self, one: int, other: int) -> bool:
        """Whether the two share enough of all their shingles."""
        return self._jaccard(one, other) >= self._settings.near_share

    def kind(self, shorter: int, longer: int) -> str:
        """Return what ``shorter`` is of ``longer``: ``near``, ``contained``, ``rewrite``, or "" for neither."""
        if self._articles[shorter].language != self._articles[longer].language:
            return ""
        if self.is_near(shorter, longer):
            kind = "near"
        elif self._held(shorter, longer) >= self._settings.contained_share:
            kind = "contained"
        elif self._rewritten(shorter, longer):
            kind = "rewrite"
        else:
            return ""
        return "" if self._updates(shorter, longer) else kind

    def describe(self, copy: int, original: int) -> tuple[str, float]:
        """Return the kind of a copy, and how alike it is: Jaccard, or the share held for parts and rewrites."""
        if self._texts[copy].key == self._texts[original].key:
            return "exact", 1.0
        jaccard = self._jaccard(copy, original)
        if jaccard >= self._settings.near_share:
            return "near", round(jaccard, 3)
        held = self._held(copy, original)
        return ("contained" if held >= self._settings.contained_share else "rewrite"), round(held, 3)

    def _jaccard(self, one: int, other: int) -> float:
        left, right = self._texts[one].triples, self._texts[other].triples
        if min(len(left), len(right)) < self._settings.near_share * max(len(left), len(right)):
            return shared(left, right) / max(len(left), len(right), 1) * 0.999  # cannot reach the threshold
        both = shared(left, right)
        return both / max(len(left) + len(right) - both, 1)

    def _held(self, one: int, other: int) -> float:
        left, right = self._texts[one].triples, self._texts[other].triples
        return shared(left, right) / max(min(len(left), len(right)), 1)

    def _rewritten(self, shorter: int, longer: int) -> bool:
        """Whether ``shorter`` says with much the same words what ``longer`` says, and no figure besides."""
        if self._texts[shorter].words < self._settings.rewrite_min_words:
            return False
        pairs, stems = self._content(shorter)
        other_pairs, other_stems = self._content(longer)
        if shared(pairs, other_pairs) < self._settings.rewrite_share * len(pairs):
            return False
        if len(stems & other_stems) < self._settings.rewrite_words_share * len(stems):
            return False
        return not self._figures(longer).added_by(compared(self._articles[shorter]))

    def _updates(self, one: int, other: int) -> bool:
        return bool(self._figures(other).updated_by(compared(self._articles[one])))

    def _read_figures(self, at: int) -> Figures:
        return Figures(compared(self._articles[at]))

    def _read_content(self, at: int) -> tuple[Hashes, frozenset[str]]:
        text = compared(self._articles[at])
        stems = frozenset(stem(word) for word in words(text) if word not in STOP_WORDS)
        return shingles(word_hashes(text, WordHashes()), 2), stems


def compared(article: Article) -> str:
    """Return what of an article is compared: its text, or its title where it has no text."""
    return article.text if article.text.strip() else article.title
