"""A number as a text states it: its value, its unit, how it is hedged, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What sort of figure it is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "percentage points"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    AGE = "age"
    SCORE = "score"
    RATE = "rate"
    RATIO = "ratio"
    MEASURE = "measure"
    TEMPERATURE = "temperature"
    FRACTION = "fraction"
    VAGUE = "vague"
    NAME = "name"
    IDIOM = "idiom"
    UNREAD = "not understood"


AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))
"""Kinds that say how much or how many there is of a thing."""

SHARES = frozenset((Kind.PERCENT, Kind.FRACTION, Kind.RATIO))
"""Kinds that say what part of a whole."""

QUANTITIES = AMOUNTS | {Kind.PERCENT, Kind.POINTS, Kind.RATE, Kind.TEMPERATURE, Kind.DURATION}
"""Kinds with a value that can grow and shrink."""


TEMPORAL = frozenset((Kind.DATE, Kind.TIME))
"""Kinds that say when."""

NAMING = TEMPORAL | {Kind.NAME}
"""Kinds that name a day, an hour or a thing."""

RANKING = NAMING | {Kind.ORDINAL}
"""… and those that say which of several: nothing is counted or measured by any of them."""

TIMELESS = RANKING | {Kind.AGE}
"""… and ages: kinds of which none is another at another time."""


class Modifier(StrEnum):
    """How a figure is hedged or bounded."""

    EXACT = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"


class Direction(StrEnum):
    """Which way a change went; ``NONE`` for a level."""

    NONE = ""
    ROSE = "rose"
    FELL = "fell"


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure is about.

    ``noun`` is the lemma of the counted noun ("civilian", "toll", "rate"), ``act`` the class of what
    happened to it ("killed", "injured", "missing" …, or the lemma of the governing verb), ``owner`` the
    words that say whose it is (company, team, place, year), ``words`` all content words of the clause
    in lower case, for softer comparison. ``near`` are those of them in the figure's own part of the
    sentence, ``subject`` those before its verb. ``role`` is ``from`` for the old level of a change, ``to``
    for the new one, ``change`` for the change itself. ``status`` says what keeps a figure from standing as
    the current whole: ``former``, ``denied``, ``forecast``, ``planned``, ``partial``, ``other``, ``part``.
    ``speaker`` are the words for who is said to have said it, ``doer`` and ``done_to`` those for who does the deed of
    ``act`` and for whom it is done to (of a sale or loan: the giver and the taker).
    """

    noun: str = ""
    act: str = ""
    owner: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    role: str = ""
    status: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    doer: tuple[str, ...] = ()
    done_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a text states it. ``low == high`` when it is one value, else a range.

    ``start``/``end`` are offsets into the text that was parsed, and ``text[start:end] == figure.text``.
    Values are in the unit named (``unit`` is canonical: ``USD``, ``percent``, ``km``, ``person`` …); dates
    have no value but ``when`` (first day) and ``until`` (last day), clock times ``low`` in minutes after
    midnight and ``unit`` the zone as written.

    ``written_unit`` is the unit's own name before conversion to ``unit`` (pence, mile, basis point), for a
    date its normal form (``06-03``, ``tuesday``, ``last week``), for a clock time ``12-hour`` where morning or
    afternoon is left open (half past five). ``grain`` is the value of the last digit
    written, in ``unit`` (100000 for 1.2m). ``parts`` are the numbers of a score, vote, ratio or fraction in
    the order written (10-9 → 10, 9; 6 of 8 → 6, 8). ``or_when`` is the other reading of an ambiguous date.
    ``gap`` says that the figure measures a distance, and whether the thing lies above (``ROSE``) or below
    (``FELL``) what it is compared with: 4,000 fewer than in 2025, two ahead of, beat the record by 0.4.
    """

    kind: Kind
    text: str
    start: int
    end: int
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    modifier: Modifier = Modifier.EXACT
    direction: Direction = Direction.NONE
    when: date | None = None
    until: date | None = None
    as_of: datetime | None = None
    thing: Thing = Thing()
    written_unit: str = ""
    grain: Decimal | None = None
    parts: tuple[Decimal, ...] = ()
    or_when: date | None = None
    gap: Direction = Direction.NONE
