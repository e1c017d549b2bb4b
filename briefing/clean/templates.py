"""Lines that many different articles of one publisher share at their edges: the site's, not the story's.

Copies and updates of one story share their lines too, so articles are first gathered into families that
have much text in common; a line counts once for each family.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from briefing.clean.units import Layout, Unit

TEMPLATE = "a line that many articles of this publisher share"
_MAX_LABEL_WORDS = 8
_MIN_NUMBERED_SHARE = (
    0.8  # "1,200 dead since March" ends many reports of a war, "since 1893" all of a newspaper
)
_TOP_EDGE_UNITS = 2
_BOTTOM_EDGE_UNITS = 5


def mark_templates(
    layouts: Sequence[Layout], min_families: int, min_share: float, family_share: float
) -> None:
    """Mark the template lines in ``layouts``, which are all of one publisher.

    A line is one when at least ``min_families`` and ``min_share`` of all families of articles have it; one family
    fewer is enough for a line without a full stop. Two articles are of one family when they share
    ``family_share`` of the words of the shorter one.
    """
    if len(layouts) < min_families - 1:
        return
    holders: dict[int, list[int]] = defaultdict(list)
    size: dict[int, int] = {}
    for number, layout in enumerate(layouts):
        for key, words in {unit.key: unit.size for _, unit in layout.kept if unit.size}.items():
            holders[key].append(number)
            size[key] = words
    family = _families(layouts, holders, size, family_share)
    count = {
        key: len({family[number] for number in numbers})
        for key, numbers in holders.items()
        if len(numbers) >= min_families - 1
    }
    all_families = len(set(family))
    share = {key: families / all_families for key, families in count.items()}

    def is_template(unit: Unit) -> bool:
        """Return whether enough families have the line: fewer for a label, nearly all for one with a number."""
        families = count.get(unit.key, 0)
        if any(char.isdigit() for char in unit.text):
            return families >= min_families + 2 and share[unit.key] >= _MIN_NUMBERED_SHARE
        return families >= min_families - (not unit.ended) and share[unit.key] >= min_share

    if count:
        for layout in layouts:
            _mark(layout, is_template)


def _families(
    layouts: Sequence[Layout], holders: dict[int, list[int]], size: dict[int, int], family_share: float
) -> list[int]:
    """Return the family of each article, by joining neighbours in the lists of who has a line: linear."""
    common: dict[tuple[int, int], int] = defaultdict(int)
    for key, numbers in holders.items():
        for pair in pairwise(numbers):
            common[pair] += size[key]
    whole = [sum(unit.size for _, unit in layout.kept) for layout in layouts]
    parent = list(range(len(layouts)))
    for (one, other), words_shared in common.items():
        if words_shared >= family_share * min(whole[one], whole[other]):
            parent[_root(parent, one)] = _root(parent, other)
    return [_root(parent, number) for number in range(len(layouts))]


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _mark(layout: Layout, is_template: Callable[[Unit], bool]) -> None:
    """Mark template lines from the outside in, and short labels anywhere."""
    kept = [at for at, _ in layout.kept]
    for edge in (kept[:_TOP_EDGE_UNITS], kept[::-1][:_BOTTOM_EDGE_UNITS]):
        for at in edge:
            unit = layout.units[at]
            if not is_template(unit):
                break
            unit.removed = TEMPLATE
    for _, unit in layout.kept:
        if unit.alone and unit.size <= _MAX_LABEL_WORDS and not unit.ended and is_template(unit):
            unit.removed = TEMPLATE


def by_publisher(names: Sequence[str]) -> Iterator[list[int]]:
    """Yield the places of the articles of each publisher, in order of first appearance."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        places[name].append(at)
    yield from places.values()
