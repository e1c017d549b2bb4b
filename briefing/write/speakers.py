"""Whose words they are: the speakers of a sentence, and whether a shorter form of it keeps them and names no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.write.cues import DETERMINERS, PREPOSITIONS, RELATIVES, SAYERS, SIDE_WORDS, WHEN
from briefing.write.faithful import Token, tokens

_STOPS = SAYERS | {"that", "and", "but"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A verb of saying, the noun that is its subject, and all words that may belong to that subject."""

    verb: Token
    speaker: Token | None
    names: frozenset[str]


def wrong_speaker(candidate: str, source: str) -> str:
    """Return whoever ``candidate`` lets say something that is none of the speakers of ``source``, or ``""``."""
    known = {key for spoken in speakers(tokens(source), pieces=3) for key in spoken.names}
    for spoken in speakers(tokens(candidate)):
        if spoken.speaker and known and spoken.speaker.key not in known:
            return spoken.speaker.text
    return ""


def says(found: Sequence[Token], token: Token) -> bool:
    """Whether a word is a verb of saying here, and no name ("the United States") and no noun ("its claims")."""
    if token.low not in SAYERS or token.name:
        return False
    return not (token.place and found[token.place - 1].low in DETERMINERS)


def speakers(found: Sequence[Token], *, pieces: int = 2) -> list[Spoken]:
    """Return the verbs of saying of a sentence with their subjects, which stand before them or right after.

    Where a mark stands before the verb, its subject is looked for in as many ``pieces``, asides among them.
    """
    spoken: list[Spoken] = []
    for token in found:
        if not says(found, token):
            continue
        before, after = _before(found, token.place, pieces), _after(found, token.place)
        last = after[-1].place + 1 if after else token.place
        closes = bool(after) and token.after_break and (last >= len(found) or found[last].after_break)
        if closes or token.low == "according":  # "…," said Ana Prado
            subject, names = next((t for t in after if t.content), None), after
        else:
            subject, names = _head(before), before
        spoken.append(Spoken(token, subject, frozenset(t.key for t in names if t.content)))
    return spoken


def _before(found: Sequence[Token], place: int, pieces: int) -> list[Token]:
    """Return the words before the verb at ``place`` to where its clause begins, an aside before the verb with them."""
    pieces = pieces if found[place].after_break else 1
    at = place
    while at > 0 and found[at - 1].low not in _STOPS:
        if found[at].after_break and at < place:
            pieces -= 1
        if not pieces:
            break
        at -= 1
    return list(found[at:place])


def _after(found: Sequence[Token], place: int) -> list[Token]:
    words: list[Token] = []
    for token in found[place + 1 :]:
        if token.after_break or (token.low in SIDE_WORDS and found[place].low != "according"):
            break
        words.append(token)
    return words


def _head(before: Sequence[Token]) -> Token | None:
    """Return the noun that speaks: the last one before any preposition or mark."""
    end = next(
        (n for n, t in enumerate(before) if n and (t.after_break or t.low in PREPOSITIONS | RELATIVES)),
        len(before),
    )
    found = [token for token in before[:end] if token.content and token.low not in WHEN]
    return found[-1] if found else None
