"""Words as the comparing steps see them: lower case, lightly stemmed, numbers and dates in one form each.

Promise: everything here is linear in the text and needs no dictionary but the short ones below.
"""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)*")
"""A number with its separators, or a word with its apostrophes."""

_STOP_WORDS = """
    a about above across after again against all almost along already also although always am among an and
    another any anybody anyone anything are aren't around as at away back be became because become been before
    behind being below between both but by came can can't cannot come could couldn't did didn't do does doesn't
    doing don't done down during each either else enough even ever every everyone everything for former from
    further get getting give go goes going gone got had hadn't has hasn't have haven't having he he's her here
    hers herself him himself his how however i i'm i've if in indeed inside instead into is isn't it it's its
    itself just keep later least less let like likely made make making many may maybe me meanwhile might mine
    more moreover most mostly much must my myself near nearly neither never next no nobody none nor not nothing
    now of off often on once only onto or other others otherwise our ours ourselves out outside over own per
    perhaps put quite rather really same see seem seemed seems several shall she she's should shouldn't since
    so some somebody someone something sometimes soon still such take taken taking than that that's the their
    theirs them themselves then there there's therefore these they they're thing things this those though
    through throughout thus to together too took toward towards two under until up upon us very via was wasn't
    we we're well went were weren't what what's whatever when where whether which while who who's whole whom
    whose why will with within without won't would wouldn't yes yet you you're your yours yourself
    said say saying says told tell tells telling mr mrs ms dr one
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that say nothing of what an article is about."""

_NUMBER_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
"""
_TENS = {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
}
NUMBER_WORDS = {word: str(value) for value, word in enumerate(_NUMBER_WORDS.split())} | _TENS
"""English number words with their digits, so that "nine" and "9" are one term."""

_MONTHS = """
    january jan
    february feb
    march mar
    april apr
    may
    june jun
    july jul
    august aug
    september sept sep
    october oct
    november nov
    december dec
"""
MONTHS = {
    name: number for number, line in enumerate(_MONTHS.strip().splitlines(), 1) for name in line.split()
}
"""Months and their short forms, January being 1."""

_WEEKDAYS = """
    monday mon
    tuesday tue tues
    wednesday wed
    thursday thu thur thurs
    friday fri
    saturday sat
    sunday sun
"""
WEEKDAYS = {
    name: number for number, line in enumerate(_WEEKDAYS.strip().splitlines()) for name in line.split()
}
"""Weekdays and their short forms, Monday being 0."""


def words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case and in order, numbers whole ("1,200", "5:30")."""
    return WORD.findall(text.lower())


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """Return ``word`` without its possessive and commonest English endings; the result need not be a word.

    Weaker than Porter's: only plurals, -ed and -ing go, because news turns on near-namesakes
    ("Austria", "Austrian") that a strong stemmer would confuse.
    """
    word = word.replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) <= 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 4 and word.endswith("ed"):
        word = word[:-2]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def canonical(word: str) -> str:
    """Return ``word`` (lower case) with numbers in one form: "1,200" → "1200", "8:25" → "8.25", "nine" → "9"."""
    if word[0].isdigit():
        return _THOUSANDS.sub("", word).replace(":", ".").replace(",", ".")
    return NUMBER_WORDS.get(word, word)


def is_figure(word: str) -> bool:
    """Whether ``word`` (lower case) is a number, a number word, a month or a weekday: what an update changes."""
    return word[0].isdigit() or word in NUMBER_WORDS or word in MONTHS or word in WEEKDAYS


_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
