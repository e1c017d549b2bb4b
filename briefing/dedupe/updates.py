"""An update is not a copy: the same words with another number or date say something else.

Promise: "nine dead" beside "12 dead" in otherwise equal texts is an update, while "nine" beside "9" is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.terms import canonical, is_figure, words

_CONTEXTS = ((-3, -2, -1), (-2, -1, 1), (-1, 1, 2), (1, 2, 3))
"""Where the three words lie that must agree around two numbers for one to have replaced the other."""

_MASK = "#"
_EDGE = ""

Context = tuple[int, str, str, str]


class Figures:
    """The numbers, months and weekdays of a text, by the words around them."""

    def __init__(self, text: str) -> None:
        found = words(text)
        self.all = {canonical(word) for word in found if is_figure(word)}
        self._by_context: dict[Context, set[str]] = {}
        for figure, contexts in _in_context(found):
            for context in contexts:
                self._by_context.setdefault(context, set()).add(figure)

    def updated_by(self, text: str) -> str:
        """Return the first figure of ``text`` that stands where this text has another one, or ""."""
        for figure, contexts in _in_context(words(text)):
            here = [self._by_context[context] for context in contexts if context in self._by_context]
            if here and not any(figure in figures for figures in here):
                return figure
        return ""

    def added_by(self, text: str) -> str:
        """Return the first figure of ``text`` that this text has nowhere, or ""."""
        return next((f for f in map(canonical, filter(is_figure, words(text))) if f not in self.all), "")


def _in_context(found: list[str]) -> Iterator[tuple[str, list[Context]]]:
    """Yield each figure with its contexts; figures in a context are masked, and two words of it must be words."""
    masked = [_MASK if is_figure(word) else word for word in found]
    padded = [_EDGE] * 3 + masked + [_EDGE] * 3
    for place, word in enumerate(found):
        if masked[place] is not _MASK:
            continue
        contexts: list[Context] = []
        for number, offsets in enumerate(_CONTEXTS):
            left, middle, right = (padded[place + 3 + offset] for offset in offsets)
            if sum(part not in (_MASK, _EDGE) for part in (left, middle, right)) >= 2:
                contexts.append((number, left, middle, right))
        yield canonical(word), contexts
