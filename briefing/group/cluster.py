"""Average-link clustering on a sparse graph: clusters merge while their articles are alike on average.

Promise: the result depends on the similarities only, not on the order in which articles came; work grows with
the number of links, not with all pairs (a missing link counts as no similarity).
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator

Link = tuple[int, int, float, float]
"""Two different items, how alike they are, and how alike in names and figures alone."""

Entry = tuple[float, int, int]
"""The mean similarity of a pair of clusters as a negative number, and the two, the earlier made one first."""


class Clusters:
    """Clusters of items ``0..count-1`` under average link.

    ``nameless`` are the items of which it cannot be told what their names are.

    Where an item has at most about ``links_each`` links of however many it might have, a mean is over as many
    pairs as could have been linked.
    """

    def __init__(
        self,
        count: int,
        links: Iterable[Link],
        links_each: float = math.inf,
        nameless: Iterable[int] = (),
    ) -> None:
        self._nameless = frozenset(nameless)
        self._links_each = links_each
        self.members: dict[int, list[int]] = {at: [at] for at in range(count)}
        self._sums: dict[int, dict[int, float]] = {at: {} for at in range(count)}
        self._size: dict[int, int] = dict.fromkeys(range(count), 1)
        self._totals: dict[int, float] = dict.fromkeys(
            range(count), 0.0
        )  # of the similarities inside a cluster
        self._inside: dict[int, float] = dict.fromkeys(range(count), 0.0)  # and their mean; 0 for one item
        self._named: list[dict[int, float]] = [{} for _ in range(count)]  # names and figures alone, by item
        self._named_totals: dict[int, float] = dict.fromkeys(range(count), 0.0)
        self._where = list(range(count))  # the cluster of each item
        self._next = count
        for one, other, similarity, named in links:
            self._sums[one][other] = self._sums[other][one] = similarity
            if named:
                self._named[one][other] = self._named[other][one] = named

    def merge(
        self,
        least: float,
        pair_doubt: float,
        contrast: float,
        lone_contrast: float,
        lone_named_contrast: float,
    ) -> None:
        """Join the two most alike clusters, again and again, as long as two may join.

        Two may join when the mean similarity between their articles is at least ``least``, higher by ``pair_doubt``
        of it for a single pair and by less for a mean of more, and at least ``contrast`` of what it is inside them (the geometric mean of the two): articles of two look-alike
        events are alike, but less so than articles of one. An article alone has no inside; for it,
        ``lone_contrast`` of the other's inside is enough, if in names and figures alone it reaches
        ``lone_named_contrast`` of it.
        """
        limits = (least, pair_doubt, contrast, lone_contrast)
        waiting = {one: self._in_turn(one, limits, later=True) for one in self._sums}
        heap = [(*entries.pop(), one) for one, entries in waiting.items() if entries]
        heapq.heapify(heap)
        while heap:
            _, one, other, owner = heapq.heappop(heap)
            if owner not in waiting:  # it has been joined, and all its pairs with it
                continue
            both_there = one in self.members and other in self.members
            if both_there and self._names_agree(one, other, lone_named_contrast):
                del waiting[one], waiting[other]
                owner = self._join(one, other)
                waiting[owner] = self._in_turn(owner, limits)
            following = self._next_of(waiting[owner])
            if following is not None:
                heapq.heappush(heap, (*following, owner))

    def _in_turn(
        self, owner: int, limits: tuple[float, float, float, float], *, later: bool = False
    ) -> list[Entry]:
        """Return the pairs of a cluster that may join, the most alike last; with ``later`` items only.

        The heap holds but the first pair of each cluster: most pairs are with a cluster that is joined before their turn.
        """
        entries = [entry for entry in self._entries(owner, limits) if not later or entry[1] == owner]
        entries.sort(reverse=True)
        return entries

    def _next_of(self, entries: list[Entry]) -> Entry | None:
        """Take the next pair from ``entries`` of which both are still there."""
        while entries:
            entry = entries.pop()
            if entry[1] in self.members and entry[2] in self.members:
                return entry
        return None

    def _entries(self, one: int, limits: tuple[float, float, float, float]) -> Iterator[Entry]:
        """Yield the place of each pair with ``one`` that may join: what is most alike comes first.

        A mean is rounded, so that ties are ties whatever the order of adding up.
        """
        least, doubt, contrast, lone_contrast = limits
        size, inside, each = self._size[one], self._inside[one], self._links_each
        for other, total in self._sums[one].items():
            other_size = self._size[other]
            fewer, more = (size, other_size) if size < other_size else (other_size, size)
            mean = total / (fewer * (more if more < each else each))
            if mean < least * (1 + doubt / (size * other_size)):
                continue
            across = self._inside[other]
            needed = (
                contrast * math.sqrt(inside * across) if fewer > 1 else lone_contrast * max(inside, across)
            )
            if mean >= needed:
                yield (-round(mean, 9), one, other) if one < other else (-round(mean, 9), other, one)

    def _names_agree(self, one: int, other: int, contrast: float) -> bool:
        """Whether an article alone shares enough of the names and figures that another cluster's articles share."""
        if self._size[one] > self._size[other]:
            one, other = other, one
        if self._size[one] > 1 or self._size[other] == 1 or self.members[one][0] in self._nameless:
            return True
        shared = self._named_between(one, other) / min(self._size[other], self._links_each)
        return shared >= contrast * self._named_totals[other] / self._pairs(other)

    def _named_between(self, one: int, other: int) -> float:
        """Return the sum over the pairs between two clusters; ``one`` is the smaller."""
        inside = self._where
        return math.fsum(
            named
            for at in self.members[one]
            for neighbour, named in self._named[at].items()
            if inside[neighbour] == other
        )

    def _pairs(self, cluster: int) -> float:
        size = self._size[cluster]
        return min(size - 1, self._links_each) * size / 2

    def _join(self, one: int, other: int) -> int:
        if self._size[one] > self._size[other]:
            one, other = other, one
        joined, self._next = self._next, self._next + 1
        self._named_totals[joined] = (
            self._named_totals.pop(one) + self._named_totals.pop(other) + self._named_between(one, other)
        )
        sums, less = self._sums.pop(one), self._sums.pop(other)
        self._totals[joined] = self._totals.pop(one) + self._totals.pop(other) + sums.get(other, 0.0)
        if len(sums) < len(less):
            sums, less = less, sums
        for neighbour, total in less.items():
            sums[neighbour] = sums.get(neighbour, 0.0) + total
        sums.pop(one, None)
        sums.pop(other, None)
        self._sums[joined] = sums
        for neighbour, total in sums.items():
            theirs = self._sums[neighbour]
            theirs.pop(one, None)
            theirs.pop(other, None)
            theirs[joined] = total
        members = self.members[joined] = sorted(self.members.pop(one) + self.members.pop(other))
        for at in members:
            self._where[at] = joined
        self._size[joined] = len(members)
        self._inside[joined] = self._totals[joined] / self._pairs(joined)
        del self._inside[one], self._inside[other], self._size[one], self._size[other]
        return joined
