"""Who did what: does a source join the words of a candidate as the candidate joins them? By rules, without a parser.

A small model shortens well and invents badly, so a candidate is trusted as far as it is a *shortening*: its
words come from the evidence, in the evidence's order, and where words were skipped between two that now stand
side by side, what was skipped is something English lets go (a clause between commas, an aside, a phrase with
a preposition), never the head of a phrase. "blaming [the price of fuel and the end of a contract with] Orlo"
is refused by that, and so is "shot [the wife of] the mayor"; "the ministry[, in a statement,] said" is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.write.cues import (
    GO_ON,
    LINKS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    REPORTING,
    SAYERS,
    SIDE_WORDS,
    SUBJECTS,
)
from briefing.write.faithful import Token, same, tokens
from briefing.write.heads import opens
from briefing.write.phrases import (
    describes,
    is_adverb,
    is_modifier,
    is_phrase,
    is_reduced,
    is_restricted,
    looks_verbal,
    outside_marks,
    undated,
    without_kind,
)

_MOST_SIDE_WORDS = 9  # content words of a phrase that may go at once
_MOST_SPEAKER_WORDS = 9  # of ", the ministry said on Monday"
_ARTICLES = frozenset(("the", "a", "an"))
_MUST_MATCH = PREPOSITIONS | LINKS | GO_ON


def broken_arc(candidate: str, sources: Sequence[str]) -> str:
    """Return the first pair of neighbouring content words that no source bears out, or ``""``.

    Two are borne out when a source has both in this order and what it has between them can be skipped. Who says a
    thing may move to the sentence's other end; ``speakers`` sees to that it is the same.
    """
    found = tokens(candidate)
    content = [token for token in found if token.content]
    for left, right in pairwise(content):
        bridge = found[left.place + 1 : right.place]
        if right.low in REPORTING or left.low in REPORTING or left.key == right.key:
            continue
        if any(_borne_out(left, right, bridge, tokens(source)) for source in sources):
            continue
        reported = any(token.low in SAYERS for token in bridge) or _names_speaker(found, left, right)
        if not (reported and any(_opens_somewhere(right, tokens(source)) for source in sources)):
            return f"{left.text} … {right.text}"
    return ""


def _names_speaker(found: Sequence[Token], left: Token, right: Token) -> bool:
    """Whether between two words a mark stands and then ``right`` opens a last "…, the ministry said"."""
    marks = [token.place for token in found if token.after_break and left.place < token.place <= right.place]
    if not marks:
        return False
    piece = found[marks[-1] :]
    return len(piece) <= _MOST_SPEAKER_WORDS and piece[-1].low in SAYERS


def _opens_somewhere(word: Token, source: Sequence[Token]) -> bool:
    return any(same(token, word) and opens(source, token.place) for token in source)


def _borne_out(left: Token, right: Token, bridge: Sequence[Token], source: tuple[Token, ...]) -> bool:
    firsts = [token.place for token in source if same(token, left)]
    lasts = [token.place for token in source if same(token, right)]
    return any(first < last and _can_skip(source, first, last, bridge) for first in firsts for last in lasts)


def _can_skip(source: tuple[Token, ...], first: int, last: int, bridge: Sequence[Token]) -> bool:
    """Whether what ``source`` has between two words may go. ``bridge`` are the candidate's words there instead."""
    left, right = source[first], source[last]
    run = undated(without_kind(outside_marks(source[first + 1 : last + 1]), right), right)
    had = {token.low for token in run}
    bridge = [t for t in undated(bridge, right) if t.low not in _ARTICLES or t.low in had]
    if _other_pronoun(run, bridge):
        return False
    before = _alike(run, bridge)
    after = _alike(list(reversed(run[before:])), list(reversed(bridge[before:])))
    middle = run[before : len(run) - after]
    instead = [token.low for token in bridge[before : len(bridge) - after]]
    content = [token for token in middle if token.content]
    if _MUST_MATCH.union(("to",)) & set(instead):
        return False
    if not content:
        return not any(token.low in _MUST_MATCH for token in middle)
    if len(content) > _MOST_SIDE_WORDS or (
        not before and is_restricted(source, first) and not middle[0].after_break
    ):
        return False
    if middle[0].content:
        if before:
            return not after and describes(middle, right)
        return (
            is_adverb(middle)
            or is_reduced(middle, right, bridge)
            or (not after and is_modifier(left, middle, right))
        )
    return _may_go(middle, right)


def _may_go(middle: list[Token], right: Token) -> bool:
    """Whether a run that begins with a function word is a phrase, a second of two things, or a description."""
    tail = next((n for n, token in enumerate(reversed(middle)) if token.content), 0)
    if any(token.low in _MUST_MATCH for token in middle[len(middle) - tail :]):
        return False
    body = middle[: len(middle) - tail]
    if body[0].low in SIDE_WORDS:
        return is_phrase(body)
    if body[0].low in ("and", "or"):
        return not any(
            looks_verbal(t) or t.low in SUBJECTS | RELATIVES | LINKS or t.after_break for t in body
        )
    return not tail and describes(body, right)


def _alike(run: Sequence[Token], bridge: Sequence[Token]) -> int:
    """Return how many function words both begin with."""
    pairs = zip(run, bridge, strict=False)
    return next(
        (n for n, (a, b) in enumerate(pairs) if a.content or a.low != b.low), min(len(run), len(bridge))
    )


def _other_pronoun(run: Sequence[Token], bridge: Sequence[Token]) -> bool:
    """Whether the candidate has a pronoun that the source doesn't have there, or lost the subject of a clause."""
    had = {PRONOUNS[token.low] for token in run if token.low in PRONOUNS}
    said = {PRONOUNS[token.low] for token in bridge if token.low in PRONOUNS}
    if not said <= had:
        return True
    end = next((n for n, token in enumerate(reversed(run)) if token.content), len(run))
    lost = {token.low for token in run[len(run) - end :]} & (SUBJECTS - {"it", "who"})
    return bool(lost) and not said
