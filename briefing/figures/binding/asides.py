"""Whose the numbers of an aside behind a name are: "Kelby (12 shops, 340 staff)", "Brandt (41-2, 30 knockouts)".

Promise: an aside is that of the name right before it, whatever the sentence tells of others; where a claim names one
of two whose asides a source gives, only that one's numbers are meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.data import TIMELESS, Figure
from briefing.figures.binding.keys import marked
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.words import Part, Token
from briefing.figures.vocabulary.thesaurus import concept

_OF = "aside:"
_REACH = 12  # words of one bracket


def aside_of(line: Sequence[Token], part: Part, figure: Figure) -> Iterator[str]:
    """Yield the words of the name in whose aside the figure at ``part.at`` stands."""
    if figure.kind in TIMELESS:
        return
    place = _bracket(line, part.at)
    while place > 0 and line[place - 1].is_name and line[place - 1].figure < 0:
        place -= 1
        yield _OF + line[place].concept


def _bracket(line: Sequence[Token], at: int) -> int:
    """Return where the bracket opens that the figure stands in; 0: there is none."""
    for place in range(at - 1, max(0, at - _REACH), -1):
        token = line[place]
        if token.low == "(":
            return place
        if token.low in (")", ";", ":") or (token.is_name and line[place - 1].figure < 0):
            return 0
    return 0


def of_another_aside(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why a number is another's: it stands in the aside of one, and that of the one the claim names has its own."""
    if _is_meant(claim, place.figure) is not False:
        return ""
    own = any(
        p.article == place.article and _is_like(place.figure, p.figure) and _is_meant(claim, p.figure)
        for p in spots
    )
    return f"source gives {place.figure.text} for another" if own else ""


def is_of_another_aside(claim: Figure, best: Figure, rival: Figure) -> bool:
    """Return whether ``rival`` stands in another's aside, and ``best`` in that of the one the claim names."""
    return bool(_is_meant(claim, best)) and _is_meant(claim, rival) is False


def _is_meant(claim: Figure, source: Figure) -> bool | None:
    """Return whether the source's figure stands in an aside of the claim's name, or None where it stands in none."""
    theirs = marked(source.thing, _OF)
    theirs |= {concept(w) for w in theirs}  # a name that opens the claim may be read as a common word
    return bool(theirs & (marked(claim.thing, _OF) or set(claim.thing.words))) if theirs else None


def _is_like(one: Figure, other: Figure) -> bool:
    return one.kind is other.kind and one.thing.noun == other.thing.noun
