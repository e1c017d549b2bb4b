"""The words that a ``Thing`` holds, by what they tell: days, ranks, and all that tells one figure from another.

Beside concepts of words stand those of other figures: ``d:`` a day or a span of days (``d:from:to``), ``o:`` a rank,
``a:`` an age, ``n:`` a name with digits, ``i:`` a set phrase. Promise: who asks for a date, or for what
is neither date nor rank, spells no prefix.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.data import Figure, Thing
from briefing.figures.vocabulary.lexicon import is_light

_DAY = "d:"
_KEYS = (_DAY, "o:")


def day_of(figure: Figure) -> str:
    """Return the concept of a date, as the words around other figures hold it."""
    if figure.until is None or figure.until == figure.when:
        return f"{_DAY}{figure.when}"
    return f"{_DAY}{figure.when}:{figure.until}"


def word_for(day: date) -> str:
    """Return the concept of a day of the calendar."""
    return f"{_DAY}{day.isoformat()}"


def is_date(word: str) -> bool:
    """Return whether a concept is that of a day or of a longer time."""
    return word.startswith(_DAY)


def days(words: Iterable[str]) -> set[str]:
    """Return the dates among concepts."""
    return {w for w in words if w.startswith(_DAY)}


def own_days(thing: Thing) -> set[str]:
    """Return the dates that a figure's own part of the sentence names."""
    return days(thing.owner) & set(thing.near)


def is_one_day(date_told: str) -> bool:
    """Return whether a date is a day, and not a month or year."""
    return ":" not in date_told[len(_DAY) :]


def span(day: str) -> tuple[str, str]:
    """Return the first and the last day of a date."""
    first, _, last = day[len(_DAY) :].partition(":")
    return first, last or first


def overlap(one: str, other: str) -> bool:
    """Return whether two dates have a day in common."""
    (a, b), (c, d) = span(one), span(other)
    return a <= d and c <= b


def holds(word: str, day: date | None) -> bool:
    """Return whether a date is or holds a day of the calendar."""
    first, last = span(word)
    return day is not None and first <= day.isoformat() <= last


def marked(thing: Thing, mark: str) -> set[str]:
    """Return the words that the status of a figure names behind ``mark``: those it is compared with, who bears it."""
    return {s.removeprefix(mark) for s in thing.status if s.startswith(mark)}


def wording(words: Iterable[str]) -> set[str]:
    """Return the concepts that are neither dates nor ranks."""
    return {w for w in words if not w.startswith(_KEYS)}


def telling(words: Iterable[str]) -> set[str]:
    """Return what tells one figure from another beside its dates and ranks: no word that is said of all, as "made"."""
    return {w for w in words if not w.startswith(_KEYS) and not is_light(w)}
