"""New articles beside stories made before: every story keeps its articles, whatever is known now.

Promise: a story made before is never joined to another nor split, because it may have been sent; and a mistake
made in it is not carried on, because new articles go by where all articles, old and new, belong together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def settle(
    clusters: Iterable[Sequence[int]], stories: Sequence[Sequence[int]], alike: csr_array
) -> list[list[int]]:
    """Return the articles of each story, those made before first and in their order.

    ``clusters`` are all articles as they belong together; ``stories`` are the articles of those made before, which
    come before all new ones; ``alike`` are the similarities (articles × articles). A story is at home in the
    cluster that has most of its articles. What is new in a cluster joins the story at home there, of several the
    one that it resembles most in sum, and begins a story where none is: a cluster that has but a few articles of
    a story is another event that was once mistaken for it.
    """
    clusters = sorted(clusters, key=min)
    cluster_of = {at: number for number, members in enumerate(clusters) for at in members}
    home = [_home([cluster_of[at] for at in members]) for members in stories]
    story_of = {at: number for number, members in enumerate(stories) for at in members}
    at_home: dict[int, set[int]] = {}
    for story, cluster in enumerate(home):
        at_home.setdefault(cluster, set()).add(story)
    settled = [list(members) for members in stories]
    begun: list[list[int]] = []
    for number, members in enumerate(clusters):
        new = [at for at in members if at not in story_of]
        hosts = at_home.get(number, set())
        if not hosts and new:
            begun.append(new)
        elif len(hosts) == 1:
            settled[next(iter(hosts))] += new
        else:
            for at in new:
                settled[_nearest(at, frozenset(members), hosts, story_of, alike)].append(at)
    return settled + begun


def _home(clusters: Sequence[int]) -> int:
    """Return the cluster that has most of a story's articles, of equal ones the earliest."""
    return min(Counter(clusters).items(), key=lambda pair: (-pair[1], pair[0]))[0] if clusters else -1


def _nearest(
    at: int, cluster: frozenset[int], hosts: set[int], story_of: Mapping[int, int], alike: csr_array
) -> int:
    """Return the host whose articles in the cluster are most like ``at``, all together."""
    row = slice(alike.indptr[at], alike.indptr[at + 1])
    sums = dict.fromkeys(sorted(hosts), 0.0)
    for other, similarity in zip(alike.indices[row].tolist(), alike.data[row].tolist(), strict=True):
        story = story_of.get(other, -1)
        if other in cluster and story in sums:
            sums[story] += similarity
    return min(sums, key=lambda story: (-round(sums[story], 9), story))


def numbered(sizes: Iterable[int]) -> list[range]:
    """Return the places of articles that lie end to end, so many to a story."""
    places, start = [], 0
    for size in sizes:
        places.append(range(start, start + size))
        start += size
    return places
