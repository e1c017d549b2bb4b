"""Why each article is where it is, in words a reader can check."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Article
from briefing.group.cluster import Link
from briefing.group.features import Vectors
from briefing.settings import GroupSettings
from briefing.terms import WORD, canonical, stem

_SHOWN_TERMS = 5


class Reasons:
    """Explains the stories of one batch."""

    def __init__(
        self, articles: Sequence[Article], found: Vectors, links: Sequence[Link], settings: GroupSettings
    ) -> None:
        self._articles = articles
        self._found = found
        self._least = settings.least_similarity
        self._near: list[list[tuple[float, int]]] = [[] for _ in articles]
        for one, other, similarity in links:
            self._near[one].append((-similarity, other))
            self._near[other].append((-similarity, one))

    def of(self, members: Sequence[int]) -> tuple[str, ...]:
        """Return a line for each article of a story, in the order of ``members``."""
        inside = frozenset(members)
        return tuple(self._line(at, inside) for at in members)

    def _line(self, at: int, inside: frozenset[int]) -> str:
        article = self._articles[at]
        undated = "" if article.published else "; no date, so time says nothing"
        if len(inside) == 1:
            if not self._near[at]:
                return f"{article.id}: alone, nothing like it{undated}"
            similarity, other = min(self._near[at])
            return f"{article.id}: alone, most like {self._name(other)} ({-similarity:.2f}; {self._least:.2f} joins){undated}"
        mates = [pair for pair in self._near[at] if pair[1] in inside]
        if not mates:
            return f"{article.id}: joined by way of the others{undated}"
        similarity, other = min(mates)
        shared = ", ".join(self._shared(at, other)) or "its words"
        return f"{article.id}: shares {shared} with {self._name(other)} ({-similarity:.2f}){undated}"

    def _name(self, at: int) -> str:
        article = self._articles[at]
        return f"{article.id} ({article.publisher})" if article.publisher else article.id

    def _shared(self, one: int, other: int) -> list[str]:
        """Return the weightiest terms two articles share, as the first of them writes them."""
        weights = {}
        for at in (one, other):
            start, end = self._found.matrix.indptr[at], self._found.matrix.indptr[at + 1]
            columns = self._found.matrix.indices[start:end].tolist()
            weights[at] = dict(zip(columns, self._found.matrix.data[start:end].tolist(), strict=True))
        products = {
            column: weight * weights[other].get(column, 0.0) for column, weight in weights[one].items()
        }
        top = sorted((column for column in products if products[column]), key=lambda c: (-products[c], c))[
            :_SHOWN_TERMS
        ]
        written: dict[str, str] = {}
        for word in WORD.findall(f"{self._articles[one].title}\n{self._articles[one].text}"):
            written.setdefault(stem(canonical(word.lower())), word)
        return [written.get(self._found.terms[column], self._found.terms[column]) for column in top]
