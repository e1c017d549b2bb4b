"""Months and days without their year, and weekdays, which a text and a source put into different years or weeks.

"Another 2 percent in October" under an agreement, "will get 2 percent in October" in the brief: both name the same
month, and the year of each was only guessed from its tense; so is the week where the tense leaves it open ("rises on
Saturday"). Promise: a claim takes the source's guess where nothing else tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.data import Figure, Kind, Thing
from briefing.figures.binding.keys import day_of
from briefing.figures.binding.spots import Spot
from briefing.figures.vocabulary.numberwords import MONTHS, WEEKDAY_NAMES
from briefing.figures.vocabulary.stems import LETTERS

_YEARLESS = frozenset(("month", "day"))
_SETTLED = frozenset(("last", "next", "this"))


def in_the_sources_year(figures: tuple[Figure, ...], spots: Sequence[Spot]) -> tuple[Figure, ...]:
    """Return the figures of a sentence, dates without a year put into the year in which the source has them."""
    moved: dict[str, str] = {}
    dates: dict[int, Figure] = {}
    for index, figure in enumerate(figures):
        if _is_open_week(figure):
            stated = [p.figure for p in spots if p.figure.kind is Kind.DATE and p.figure.text == figure.text]
        elif _is_yearless(figure):
            stated = [p.figure for p in spots if _is_yearless(p.figure) and _same_day(figure, p.figure)]
        else:
            continue
        if stated and all(s.when != figure.when for s in stated):
            dates[index] = replace(figure, when=stated[0].when, until=stated[0].until, or_when=None)
            moved[day_of(figure)] = day_of(stated[0])
    if not moved:
        return figures
    return tuple(
        replace(dates.get(index, figure), thing=_dated(figure.thing, moved))
        for index, figure in enumerate(figures)
    )


def _is_open_week(figure: Figure) -> bool:
    """Return whether it is a bare weekday whose clause tells neither what was nor what is to come."""
    return figure.kind is Kind.DATE and figure.or_when is not None and figure.text.lower() in WEEKDAY_NAMES


def _is_yearless(figure: Figure) -> bool:
    """Return whether a date names its month and neither its year nor a "last" or "next" that tells it."""
    if figure.kind is not Kind.DATE or figure.unit not in _YEARLESS or figure.when is None:
        return False
    words = {w.lower() for w in LETTERS.findall(figure.text)}
    return bool(words & MONTHS.keys()) and str(figure.when.year) not in figure.text and not words & _SETTLED


def _same_day(claim: Figure, source: Figure) -> bool:
    ours, theirs = claim.when, source.when
    if ours is None or theirs is None or claim.unit != source.unit:
        return False
    return (ours.month, ours.day) == (theirs.month, theirs.day)


def _dated(thing: Thing, moved: dict[str, str]) -> Thing:
    """Return what a figure is about with its days moved."""
    words, near, owner, subject = (
        tuple(moved.get(w, w) for w in told) for told in (thing.words, thing.near, thing.owner, thing.subject)
    )
    return replace(thing, words=words, near=near, owner=owner, subject=subject)
