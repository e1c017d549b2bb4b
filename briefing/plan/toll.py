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
    dated = [(statement.as_of, statement) for statement, _ in tolls(ledger) if statement.as_of is not None]
    if not dated:
        return frozenset()
    newest, last = max(dated, key=lambda pair: pair[0])
    return frozenset(
        statement
        for statement, _ in _all_tolls(ledger)
        if statement.as_of is not None
        and newest - statement.as_of >= timedelta(hours=hours)
        and statement.figure.low != last.figure.low
    )


def _all_tolls(ledger: Ledger) -> Iterator[tuple[Statement, str]]:
    for line in ledger.lines:
        for statement in line.statements:
            if words := _reported(statement):
                yield statement, words


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
