"""Which of two a number is of: the larger or the smaller, the older or the newer, the former or the latter.

Promise: only an adjective behind an article or possessive tells; "the other" is the opposite of the one just named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.data import Figure, Thing
from briefing.figures.binding.words import Part, Token
from briefing.wordsets import word_set

_PAIRS = (
    ("larger bigger largest biggest", "smaller smallest"),
    ("older elder eldest oldest earliest", "newer younger newest youngest latest"),
    ("higher upper", "lower"),
    ("longer", "shorter"),
    ("heavier", "lighter"),
    ("former", "latter"),
)
_OF = "of-two:"
_SIDE = {
    word: f"{_OF}{number}{side}"
    for number, pair in enumerate(_PAIRS)
    for side, words in zip("ab", pair, strict=True)
    for word in word_set(words)
}
_OPENING = word_set("the its their his her a")


def which_of_two(
    line: Sequence[Token], part: Part, before: Thing | None, status: Sequence[str]
) -> Iterator[str]:
    """Yield the side that the words of a part name, or the opposite of the one before for "the other"."""
    if "the-other" in status and before is not None:
        yield from (_opposite(s) for s in _sides(before))
        return
    for place in range(max(1, part.start), part.end):
        side = _SIDE.get(line[place].low)
        if side and line[place - 1].low in _OPENING:
            yield side


def other_of_two(claim: Figure, source: Figure) -> str:
    """Return why a figure is that of the other of two."""
    ours, theirs = _sides(claim.thing), _sides(source.thing)
    if any(_opposite(side) in theirs and side not in theirs for side in ours):
        return f"source gives {source.text} for the other"
    return ""


def _sides(thing: Thing) -> set[str]:
    return {s for s in thing.status if s.startswith(_OF)}


def _opposite(side: str) -> str:
    return side[:-1] + ("b" if side.endswith("a") else "a")
