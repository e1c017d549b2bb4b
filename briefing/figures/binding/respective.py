"""Whose each figure is where "respectively" deals them out: "Hope and Ward raised 3 and 2 million".

Promise: only as many names or nouns as there are figures are dealt out, in their order; all else is left as it was
bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.data import Thing
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, is_content, together
from briefing.figures.vocabulary.lexicon import PREPOSITIONS

_DEALING = "respectively"
_JOINING = frozenset((",", "and"))


def dealt_out(line: Sequence[Token], parts: Sequence[Part], things: dict[int, Thing]) -> None:
    """Give each figure of ``parts`` the words of its own member of the list it is dealt to."""
    parts = _dealt(line, parts)
    if len(parts) < 2:
        return
    behind = [_content(m) for m in _members(line, parts[-1].at + 1, len(line), after_preposition=True)]
    before = [_content(m) for m in _members(line, 0, parts[0].at, after_preposition=False)]
    within = [_content(m) for m in _members(line, 0, parts[0].at, after_preposition=True)]
    for members in (before, behind, within):
        if len(members) == len(parts) and all(members):
            _deal(line, parts, members, things)
            return


def _dealt(line: Sequence[Token], parts: Sequence[Part]) -> Sequence[Part]:
    """Return the figures of the list that is dealt out: that of "respectively", or ages put behind two names."""
    marks = [place for place, token in enumerate(line) if token.low == _DEALING]
    run: list[Part] = []
    for part in parts:
        if run and not _goes_on(line, run[-1].at, part.at):
            if _closed_by(line, run, marks):
                break
            run = []
        run.append(part)
    return run if _closed_by(line, run, marks) else ()


def _goes_on(line: Sequence[Token], first: int, second: int) -> bool:
    between = line[first + 1 : second]
    joined = any(t.low in _JOINING for t in between)
    return (
        joined and len(between) <= _FARTHEST and not any(is_verb(line, p) for p in range(first + 1, second))
    )


_FARTHEST = 4  # tokens between two members


def _closed_by(line: Sequence[Token], run: Sequence[Part], marks: Sequence[int]) -> bool:
    """Return whether the run is one that is dealt out."""
    if not run:
        return False
    first, last = run[0].at, run[-1].at
    near = any(
        first - _FARTHEST <= mark and all(t.figure < 0 for t in line[last + 1 : mark]) for mark in marks
    )
    return near or (line[first - 1].low == "aged" and all(line[p.at - 1].low in _JOINING for p in run[1:]))


def _deal(
    line: Sequence[Token], parts: Sequence[Part], members: Sequence[tuple[str, ...]], things: dict[int, Thing]
) -> None:
    shared = set(members[-1][1:]) if all(len(m) == 1 for m in members[:-1]) else set()
    every = {word for member in members for word in member} - shared  # "white, brown and rye loaves"
    first = things[line[parts[0].at].figure]
    for part, member in zip(parts, members, strict=True):
        index = line[part.at].figure
        thing = things[index]
        others = every - set(member) | {_DEALING}
        things[index] = replace(
            thing,
            act=thing.act or first.act,
            role=thing.role or first.role,
            near=together(_without((*thing.near, *first.near), others), member),
            owner=together(_without(thing.owner, others), member),
            subject=together(_without(thing.subject, others), member),
        )


def _without(words: Sequence[str], others: set[str]) -> tuple[str, ...]:
    return tuple(w for w in words if w not in others)


def _content(member: Sequence[Token]) -> tuple[str, ...]:
    return together(t.concept for t in member if is_content(t) and t.low != _DEALING)


def _members(line: Sequence[Token], start: int, stop: int, *, after_preposition: bool) -> list[list[Token]]:
    """Return the members of the list before the verb, or behind a preposition: "in Aven, Brum and Cole"."""
    members: list[list[Token]] = [[]]
    opened = not after_preposition
    for place in range(start, stop):
        token = line[place]
        if not opened:
            opened = token.low in PREPOSITIONS
        elif token.low in _JOINING:
            members.append([])
        elif is_verb(line, place) or token.low in (*PREPOSITIONS, _DEALING, "aged") or token.figure >= 0:
            break
        elif token.is_word:
            members[-1].append(token)
        else:
            break
    return [m for m in members if m]
