"""Statistics told beside a name: "Orlov (44-2, 31 KOs) beat Reyes, 39-5-1, 27 KOs".

Promise: only what stands in one bracket, or between two commas, right behind a name is that name's; a bracket of
scores alone is a result, and parts its sentence like any other number.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token
from briefing.figures.vocabulary.lexicon import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS

_REACH = 14  # tokens of one line of statistics
COUNTED = (Kind.COUNT, Kind.SCORE)
_CHAINED = 3  # won, lost and drawn: no score has three numbers


def beside_name(line: Sequence[Token], place: int, figures: Sequence[Figure]) -> Part | None:
    """Return the part of a number told in a line of statistics, from its name on; ``None`` for any other number."""
    opens = _opening(line, place)
    if opens < 1 or not line[opens - 1].is_name or line[opens - 1].figure >= 0:
        return None
    closes = _closing(line, place, ")" if line[opens].low == "(" else ",")
    inside = [figures[t.figure] for t in line[opens + 1 : closes] if t.figure >= 0]
    if (
        closes < 0
        or not inside
        or not (_are_statistics(line, opens, inside) or _parts_subject(line, opens, closes))
    ):
        return None
    start = opens - 1
    while start > 0 and line[start - 1].is_name and line[start - 1].figure < 0:
        start -= 1
    end = next((p for p in range(place + 1, closes) if line[p].low in (",", ";")), closes)
    return Part(start, place, end)


def _opening(line: Sequence[Token], place: int) -> int:
    """Return where the bracket opens, or else the comma behind a name, that a line of statistics begins with."""
    comma = -1
    for back in range(place - 1, max(-1, place - _REACH), -1):
        low = line[back].low
        if low == "(":
            return back
        if low == ",":
            comma = back
            if back and line[back - 1].is_name and line[back - 1].figure < 0:
                return comma
        elif low == ";" or (line[back].figure < 0 and _breaks(line, back)):
            return -1
    return -1


def _breaks(line: Sequence[Token], place: int) -> bool:
    """Return whether a word is none of a line of statistics, which has numbers and what they count."""
    token = line[place]
    return not token.is_word or token.low in PREPOSITIONS or token.low in CONJUNCTIONS or is_verb(line, place)


def _closing(line: Sequence[Token], place: int, mark: str) -> int:
    """Return where the line of statistics ends; -1: it does not."""
    for ahead in range(place + 1, min(len(line), place + _REACH)):
        if line[ahead].low == mark:
            if mark == ")" or not (ahead + 1 < len(line) and line[ahead + 1].figure >= 0):
                return ahead
        elif line[ahead].low != "," and line[ahead].figure < 0 and _breaks(line, ahead):
            return -1
    return -1


def _parts_subject(line: Sequence[Token], opens: int, closes: int) -> bool:
    """Return whether a bracket stands between a subject and its verb, where no result is told: "Dunn (31-4) won"."""
    if line[opens].low != "(" or closes + 1 >= len(line) or closes != opens + 2:
        return False
    begins = max(0, opens - _REACH)
    follows = is_verb(line, closes + 1) or line[closes + 1].low in AUXILIARIES
    return follows and not any(is_verb(line, place) for place in range(begins, opens))


def _are_statistics(line: Sequence[Token], opens: int, inside: Sequence[Figure]) -> bool:
    """Return whether the numbers are a record and what goes with it: of several kinds, or won, lost and drawn."""
    if any(f.kind not in COUNTED for f in inside) or line[opens + 1].figure < 0:
        return False
    records = [f for f in inside if f.kind is Kind.SCORE]
    if any(len(f.parts) >= _CHAINED for f in records):
        return True
    return 0 < len(records) < len(inside)
