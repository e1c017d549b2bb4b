"""What turns a statement and whose it is: negations, hedges, conditions and attributions that must not be lost.

A cue ("not", "could", "if", "alleged") belongs to the next word with content. Where a candidate takes that word over,
it takes a cue of the same class with it, and where it has a cue its source has one there too.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.write.cues import (
    COMMENTS,
    CONDITIONS,
    CONTRASTS,
    CUES,
    GO_ON,
    RELATIVES,
    SIDE_WORDS,
    WHEN,
)
from briefing.write.faithful import Token, keys, tokens
from briefing.write.speakers import says, speakers

_MOST_COMMENT_WORDS = 10
_KEPT = 0.3  # share of the words of a clause from which on a candidate says what it says


def turned(candidate: str, source: str) -> str:
    """Return a negation, a hedge, a condition or an attribution that the candidate drops or adds; else ``""``."""
    said = set(keys(candidate))
    there = tokens(source)
    here = tokens(candidate)
    words = {token.low for token in here}
    halves = [half for half in _halves(there) if _share(half, said) >= _KEPT]
    kept = [token for half in halves for token in half]
    return (
        _lost_speaker(there, halves, here)
        or next((f"drops “{t.low}”" for t in kept if t.low in CONDITIONS and t.low not in words), "")
        or _lost_premise(there, words)
        or _lost_cue(there, here, said)
        or _added_cue(here, there)
    )


def _lost_premise(there: Sequence[Token], words: set[str]) -> str:
    """Say whether what would have been is told without that on which it hung: "without the law, donors would have waited"."""
    hangs = not words.isdisjoint(("would", "could", "might")) and "without" not in words
    return "drops “without”" if hangs and any(token.low == "without" for token in there) else ""


def _lost_cue(there: Sequence[Token], here: Sequence[Token], said: set[str]) -> str:
    """Say which cue of the source is lost on a word that the candidate has."""
    cued = {(kind, key) for kind, key, _ in _cues(here)}
    kinds = {kind for kind, _ in cued}
    free = {token.key for token in there if token.content} - {key for _, key, _ in _cues(there)}
    for kind, key, word in _cues(there):
        if key in said and (kind, key) not in cued and (kind not in kinds or key not in free):
            return f"drops “{word}”"
    return ""


def _added_cue(here: Sequence[Token], there: Sequence[Token]) -> str:
    """Say which cue the source has not: a negation on the same word, any other at all."""
    cued = {(kind, key) for kind, key, _ in _cues(there)}
    kinds = {kind for kind, _ in cued}
    known = {token.key for token in there}
    for kind, key, word in _cues(here):
        strict = kind == CUES["not"]
        if key in known and ((kind, key) not in cued if strict else kind not in kinds):
            return f"adds “{word}”"
    return ""


def _cues(found: Sequence[Token]) -> list[tuple[int, str, str]]:
    """Return each cue with its class and the key of the word that it belongs to."""
    cues: list[tuple[int, str, str]] = []
    for token in found:
        kind = _class_of(token)
        if kind is None or token.low in CONDITIONS:
            continue
        governed = next(
            (
                t.key
                for t in found[token.place + 1 :]
                if t.content and _class_of(t) is None and t.low not in WHEN and not t.low.endswith("ly")
            ),
            "",
        )
        cues.append((kind, governed, token.low))
    return cues


def _class_of(token: Token) -> int | None:
    if token.low.endswith("n't"):
        return CUES["not"]
    if token.name:  # the month of May, a firm's name
        return None
    return CUES.get(token.low)


def _lost_speaker(there: Sequence[Token], halves: Sequence[Sequence[Token]], here: Sequence[Token]) -> str:
    """Say whether the source says whose its statement is and the candidate does not."""
    words = {token.low for token in here}
    kept = {token.key for token in here}
    heard = [spoken.names for spoken in speakers(here)]
    spoken = {one.verb.place: one.names for one in speakers(there)}
    for half in halves:
        for piece in _pieces(half):
            aside = _share(piece, kept) < _KEPT and _hangs(piece)
            for token in piece if not aside else ():
                hangs = token.place > 0 and there[token.place - 1].low in RELATIVES
                if token.place in spoken and not hangs and not _is_heard(spoken[token.place], heard):
                    return "drops who says so"
            if not aside and not _comments(piece, first=piece[0].place == 0) <= words:
                return "drops who says so"
    return ""


def _is_heard(names: frozenset[str], heard: Sequence[frozenset[str]]) -> bool:
    """Whether a speaker of the source speaks in the candidate too; one without a name ("he said") is anyone."""
    return any(not names or names & own for own in heard)


def _hangs(piece: Sequence[Token]) -> bool:
    """Whether what a piece says of a speaker hangs on another clause: ", a step that officials say …", "Despite saying …"."""
    if piece[0].low in SIDE_WORDS and piece[0].low not in ("according", "as"):
        return True
    relative = next((n for n, token in enumerate(piece) if token.low in RELATIVES), len(piece))
    return not any(token.low in COMMENTS for token in piece[:relative])


def _comments(piece: Sequence[Token], *, first: bool) -> set[str]:
    """Return the verbs of a clause between commas that says whose a statement is ("a first estimate showed")."""
    found = [token.low for token in piece]
    goes_on = found[0] in GO_ON or (found[0] in SIDE_WORDS and found[0] not in ("according", "as"))
    if first or len(found) > _MOST_COMMENT_WORDS or goes_on or RELATIVES & set(found):
        return set()
    return {word for word in found[:6] if word in COMMENTS}


def _halves(found: Sequence[Token]) -> list[list[Token]]:
    """Part a sentence where a clause of its own begins after a mark: "…, and he …", but not "…, but only if …".

    After an opening "police said …" what follows "and" may still be theirs, and stays with it.
    """
    halves: list[list[Token]] = [[]]
    for token in found:
        following = found[token.place + 1] if token.place + 1 < len(found) else token
        starts = token.after_break and token.low in CONTRASTS and bool(halves[-1])
        depends = _class_of(following) is not None or following.low == "that"
        reported = token.low == "and" and any(
            says(found, t) and not _ends_piece(found, t) for t in halves[-1]
        )
        if starts and not depends and not reported:
            halves.append([])
        halves[-1].append(token)
    return halves


def _ends_piece(found: Sequence[Token], token: Token) -> bool:
    """Whether a verb of saying closes its piece (", the coastguard said,"): what follows the mark is not its object."""
    at = token.place + 1
    while at < len(found) and not found[at].after_break and (found[at].low in WHEN or found[at].low == "on"):
        at += 1
    return at >= len(found) or found[at].after_break


def _pieces(found: Sequence[Token]) -> list[list[Token]]:
    pieces: list[list[Token]] = []
    for token in found:
        if token.after_break or not pieces:
            pieces.append([])
        pieces[-1].append(token)
    return pieces


def _share(piece: Sequence[Token], said: set[str]) -> float:
    content = [token.key for token in piece if token.content]
    return sum(key in said for key in content) / len(content) if content else 0.0
