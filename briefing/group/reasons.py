"""Why each article is where it is, in words a reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.data import Article
from briefing.group.features import BEFORE_WORD, Vectors
from briefing.group.similar import is_mistaken

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

_SHOWN_TERMS = 5


class Reasons:
    """Explains the stories of one batch."""

    def __init__(
        self, articles: Sequence[Article], found: Vectors, alike: csr_array, now: datetime | None = None
    ) -> None:
        self._articles = articles
        self._found = found
        self._alike = alike
        self._now = now

    def of(self, members: Sequence[int]) -> tuple[str, ...]:
        """Return a line for each article of a story, in the order of ``members``."""
        inside = frozenset(members)
        return tuple(self._line(at, inside) for at in members)

    def _line(self, at: int, inside: frozenset[int]) -> str:
        article = self._articles[at]
        undated = self._undated(article)
        near = self._near(at)
        if not near:
            return f"{article.id}: alone, nothing like it{undated}"
        similarity, other = near[0]
        if len(inside) == 1:
            return f"{article.id}: alone, most like {self._name(other)} ({-similarity:.2f}){undated}"
        mate = next((pair for pair in near if pair[1] in inside), None)
        if mate is None:
            return f"{article.id}: joined by way of the others{undated}"
        similarity, other = mate
        shared = ", ".join(self._shared(at, other)) or "its words"
        return f"{article.id}: shares {shared} with {self._name(other)} ({-similarity:.2f}){undated}"

    def _undated(self, article: Article) -> str:
        if article.published is None:
            return "; no date, so time says nothing"
        return "; dated in the future, so time says nothing" if is_mistaken(article, self._now) else ""

    def _near(self, at: int) -> list[tuple[float, int]]:
        """Return the articles like one, the most alike first, each after its similarity as a negative number."""
        part = slice(self._alike.indptr[at], self._alike.indptr[at + 1])
        return sorted(
            zip((-self._alike.data[part]).tolist(), self._alike.indices[part].tolist(), strict=True)
        )

    def _name(self, at: int) -> str:
        article = self._articles[at]
        return f"{article.id} ({article.publisher})" if article.publisher else article.id

    def _shared(self, one: int, other: int) -> list[str]:
        """Return the weightiest terms two articles share, as the first of them writes them."""
        import numpy as np

        (mine, my_weights), (theirs, their_weights) = self._row(one), self._row(other)
        _, here, there = np.intersect1d(mine, theirs, assume_unique=True, return_indices=True)
        products = my_weights[here] * their_weights[there]
        top = mine[here][np.lexsort((here, -products))[:_SHOWN_TERMS]].tolist()
        article = self._articles[one]
        text = f"{article.title}\n{article.text}"
        return [word for column in top if (word := _first_of(self._forms.get(column, ()), text))]

    @cached_property
    def _forms(self) -> dict[int, dict[str, None]]:
        """The ways in which the batch writes each term, by its column."""
        forms: dict[int, dict[str, None]] = {}
        for token, code in self._found.columns.items():
            if code >= 0:
                forms.setdefault(code // 3, {})[token.lstrip(BEFORE_WORD)] = None
        return forms

    def _row(self, at: int) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        """Return the columns of an article's terms, and their weights."""
        matrix = self._found.matrix
        part = slice(matrix.indptr[at], matrix.indptr[at + 1])
        return matrix.indices[part], matrix.data[part]


def _first_of(forms: Iterable[str], text: str) -> str:
    """Return the word of ``forms`` that stands first in ``text``, or ""."""
    places = ((_place(word, text), word) for word in forms)
    return min(((at, word) for at, word in places if at >= 0), default=(0, ""))[1]


def _place(word: str, text: str) -> int:
    """Return where ``word`` first stands as a word of its own, -1 where it does not."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return at
        at = text.find(word, at + 1)
    return -1
