"""The dead of a story, publisher by publisher: the figure on which sources differ most, and in the most words.

"Left nine dead", "nine civilians had been killed" and "the bodies of four people" are about one thing, though
no word but the number is alike. Only an article's first whole toll counts: not "including two children", not
another year's disaster, not a share of the dead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from briefing.data import Kind, Ledger, Modifier, Statement

_DIED_AFTER = re.compile(
    r"^(?:\s+(?!and\b|but\b|while\b)[\w’'-]+,?){0,7}?\s+(?:dead|died|killed|perished|lost their lives)\b(?!\s+in\s+\d{4})",
    re.IGNORECASE,
)
_DIED_BEFORE = re.compile(
    r"(?:\bkill(?:s|ed|ing)|\bclaimed|\bclaiming|\bleaving|\bleft|\b(?:death )?toll[\w\s-]{0,60}\b(?:to|at|of|is|was)|"
    r"\bnumber of (?:the )?(?:dead|people (?:known to have |who (?:have |had )?)?(?:died|killed))"
    r"[\w\s’'-]{0,60}\b(?:to|at|is|was))\s*$",
    re.IGNORECASE,
)
_NEEDS_DEAD = re.compile(r"\b(?:leaving|left)\s*$", re.IGNORECASE)
_BODIES_BEFORE = re.compile(r"\bbodies of\s*$", re.IGNORECASE)
_BODIES_AFTER = re.compile(r"^\s+bodies\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:including|among them|of them|of whom|another|other|more|previous|earlier)\W+$", re.IGNORECASE
)
_MORE_BEFORE = re.compile(r"\b(?:another|a further)\s+$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"^\s+(?:more|further|other|additional)\b", re.IGNORECASE)
_MORE_DEAD = re.compile(
    r"\b(?:bodies|corpses|dead|died|dies|killed|perished|deaths|victims|lost their lives)\b", re.IGNORECASE
)
_OTHER_YEAR = re.compile(r"\b(?:in|since|of)\s+(?:1[89]|20)\d\d\b")
_MAX_LOOK_BACK_CHARACTERS = 90


def tolls(ledger: Ledger) -> tuple[tuple[Statement, str], ...]:
    """Return the first toll of each article with the words to report it in: "nine dead", "four bodies"."""
    first: dict[str, tuple[int, Statement, str]] = {}
    for statement, words in _all_tolls(ledger):
        article, bodies = statement.citation.article_id, words.endswith("bodies")
        key = statement.citation.start + (1 << 40) * bodies  # the dead before the bodies that were seen
        if article not in first or key < first[article][0]:
            first[article] = (key, statement, words)
    return tuple(
        (statement, words) for _, (_, statement, words) in sorted(first.items(), key=lambda item: item[0])
    )


def replaced(ledger: Ledger, hours: float) -> frozenset[Statement]:
    """Return the tolls that the newest report, at least ``hours`` younger, gives differently."""
    last = _last_toll(ledger)
    return frozenset(
        statement
        for statement, _ in _all_tolls(ledger)
        if last and _is_older(statement, last, hours) and statement.figure.low != last.figure.low
    )


def outgrown(ledger: Ledger, hours: float) -> frozenset[Statement]:
    """Return what was added to a toll at least ``hours`` before the newest one: "four more bodies", "another two died".

    It is told of an older toll, whichever that was; beside the newer one it misleads.
    """
    last = _last_toll(ledger)
    every = (statement for line in ledger.lines for statement in line.statements)
    return frozenset(s for s in every if last and _is_older(s, last, hours) and _is_increase(s))


def _last_toll(ledger: Ledger) -> Statement | None:
    dated = [(statement.as_of, statement) for statement, _ in tolls(ledger) if statement.as_of is not None]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def _is_older(statement: Statement, last: Statement, hours: float) -> bool:
    if statement.as_of is None or last.as_of is None:
        return False
    return last.as_of - statement.as_of >= timedelta(hours=hours)


def _all_tolls(ledger: Ledger) -> Iterator[tuple[Statement, str]]:
    for line in ledger.lines:
        for statement in line.statements:
            if words := _reported(statement):
                yield statement, words


def _is_increase(statement: Statement) -> bool:
    """Return whether the figure is what was added to a toll: "four more bodies", "another two died"."""
    figure, source = statement.figure, statement.citation.text
    at = source.find(figure.text)
    if figure.kind is not Kind.COUNT or at < 0:
        return False
    after = source[at + len(figure.text) :]
    more = _MORE_AFTER.match(after) or _MORE_BEFORE.search(source[:at])
    clause = re.split(r"[,;:.]\s", after, maxsplit=1)[0]
    return bool(more and _MORE_DEAD.search(clause))


def _reported(statement: Statement) -> str:
    """Return how to report the figure of ``statement`` if it is a whole toll, else ``""``."""
    figure, source = statement.figure, statement.citation.text
    if figure.kind is not Kind.COUNT or figure.low is None or figure.modifier is not Modifier.EXACT:
        return ""
    at = source.find(figure.text)
    before, after = source[max(0, at - _MAX_LOOK_BACK_CHARACTERS) : at], source[at + len(figure.text) :]
    if at < 0 or _PART.search(before) or _OTHER_YEAR.search(source):
        return ""
    written = figure.text[:1].lower() + figure.text[1:]
    if _BODIES_BEFORE.search(before) or _BODIES_AFTER.match(after):
        return f"{written} bodies"
    died = _DIED_AFTER.match(after) is not None
    if died or (_DIED_BEFORE.search(before) and not _NEEDS_DEAD.search(before)):
        return f"{written} dead"
    return ""
