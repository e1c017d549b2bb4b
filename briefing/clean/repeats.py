"""Passages that stand twice in one article: the second goes, and a shortened teaser of a sentence too."""

from __future__ import annotations

from briefing.clean.units import Layout

AGAIN = "repeated within the article"
SHORTENED = "a shortened repetition"


def mark_repeats(layout: Layout, min_words: int) -> None:
    """Mark every sentence of at least ``min_words`` words that stood before, and short ones between such."""
    first: dict[tuple[str, ...], int] = {}
    original: dict[int, int] = {}
    for at, unit in layout.kept:
        earlier = first.setdefault(unit.words, at)
        if earlier == at:
            continue
        before = original.get(at - 1)
        follows = before is not None and layout.units[before + 1].words == unit.words
        if len(unit.words) >= min_words or follows:
            original[at] = before + 1 if follows and before is not None else earlier
    for at in reversed(sorted(original)):
        _extend_back(layout, original, at)
    for at in original:
        layout.units[at].removed = AGAIN
    _mark_shortened(layout, first, min_words)


def _extend_back(layout: Layout, original: dict[int, int], at: int) -> None:
    """Take the short sentences before a repeated one along, when they stood before its original too."""
    here, there = at - 1, original[at] - 1
    while (
        here > there >= 0 and here not in original and layout.units[here].words == layout.units[there].words
    ):
        original[here] = there
        here, there = here - 1, there - 1


def _mark_shortened(layout: Layout, first: dict[tuple[str, ...], int], min_words: int) -> None:
    """Mark a unit cut off by dots, or by the end of the text, when a whole sentence begins with it."""
    longer: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for words in first:
        if len(words) > min_words:
            longer.setdefault(words[:min_words], []).append(words)
    last = len(layout.units) - 1
    for at, unit in layout.kept:
        cut = unit.text.endswith(("...", "…")) or (at == last and not unit.ended)
        if cut and len(unit.words) >= min_words:
            whole = longer.get(unit.words[:min_words], [])[:20]
            if any(words != unit.words and _begins(words, unit.words) for words in whole):
                unit.removed = SHORTENED


def _begins(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Return whether ``whole`` begins with ``part``, whose last word may be cut."""
    size = len(part) - 1
    return len(whole) > size and whole[:size] == part[:size] and whole[size].startswith(part[size])
