"""The ledger of a story as a table, and the chart of how a figure moved.

A value is shown once with everybody who states it; a chart is drawn only where a value moved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from briefing.data import Checked, Figure, Kind, Ledger, LedgerLine, Modifier, Statement
from briefing.render import words
from briefing.shown import named, quoted

STATUS = {
    "agreed": "sources agree",
    "conflict": "sources differ",
    "superseded": "updated",
    "single": "one source",
}

# Chart geometry in SVG user units; the drawing scales with its column.
WIDTH, HEIGHT = 320, 96
LEFT, RIGHT, TOP, BOTTOM = 10, 310, 22, 74


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a thing, and who states it. ``current`` when it stands now."""

    text: str
    by: tuple[str, ...]
    numbers: tuple[int, ...]
    when: str
    current: bool

    @property
    def who(self) -> str:
        """``AFP and Reuters, 07:40``."""
        return ", ".join(part for part in (words.listed(self.by), self.when) if part)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the ledger as it is shown: the values that stand first, then the earlier ones."""

    label: str
    values: tuple[Value, ...]
    agreement: str
    status: str

    @property
    def current(self) -> tuple[Value, ...]:
        """The values that stand now."""
        return tuple(value for value in self.values if value.current)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a chart, in its coordinates. ``tag`` is the value written at it, if any."""

    x: float
    y: float
    tag: str
    side: str
    note: str


@dataclass(frozen=True, slots=True)
class Chart:
    """How one figure moved. ``paths`` are SVG paths, ``words`` the same in a sentence."""

    label: str
    points: tuple[Point, ...]
    paths: tuple[str, ...]
    first: str
    last: str
    words: str


def lines(
    ledger: Ledger, checked: tuple[Checked, ...], numbers: Mapping[str, int], now: datetime
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines worth a reader's eye, and all the others; each in the ledger's order.

    Worth an eye is what several state, dispute or have updated, and what the brief itself states. What the brief says,
    and what moved or is disputed, comes before what sources agree on besides.
    """
    shown: list[Line] = []
    further: list[Line] = []
    used: set[str] = set()
    told = {(c.article_id, _same(f.figure)) for f in checked if f.figure for c in f.citations}

    def in_brief(line: LedgerLine) -> bool:
        return any((s.citation.article_id, _same(s.figure)) in told for s in line.statements)

    besides = {id(line) for line in ledger.lines if line.agreement == "agreed" and not in_brief(line)}
    for line in sorted(ledger.lines, key=lambda line: id(line) in besides):
        chosen = shown if line.agreement != "single" or (in_brief(line) and _tells(line)) else further
        name = named(line)
        if chosen is shown and name in used:
            name = quoted(line)  # "Homes" twice leaves open which are meant
        if chosen is shown:
            used.add(name)
        chosen.append(_line(line, name, numbers, now))
    return tuple(shown), tuple(further)


# Of these a table says nothing without the sentence: "five years", "Tuesday", "the third".
_MUTE = frozenset(
    (Kind.DATE, Kind.TIME, Kind.DURATION, Kind.AGE, Kind.ORDINAL, Kind.VAGUE, Kind.NAME, Kind.IDIOM)
)


def _tells(line: LedgerLine) -> bool:
    """Return whether a figure of one source says something by itself: what it counts is known.

    The old value of "to seven from eight" says nothing beside the new one, and "two hospitals" nothing at all.
    """
    figure = line.statements[0].figure
    if figure.kind is Kind.COUNT and figure.high is not None and figure.high < _FEW and not _is_toll(figure):
        return False
    telling = figure.kind not in _MUTE and line.label.casefold() != Kind.COUNT.value
    return telling and any(s.figure.thing.role != "from" for s in line.current or line.statements)


_FEW = 3
_TOLLS = frozenset(("killed", "injured", "missing"))


def _is_toll(figure: Figure) -> bool:
    return figure.thing.act in _TOLLS and figure.thing.role != "change"


def _same(figure: Figure) -> tuple[object, ...]:
    return (figure.kind, figure.low, figure.high, figure.unit, figure.when)


def _line(line: LedgerLine, name: str, numbers: Mapping[str, int], now: datetime) -> Line:
    values = [_value(members, True, numbers, now) for members in _by_value(line.current, _key)]
    said = {_key(statement.figure) for statement in line.current}
    past = _by_value([s for s in line.statements if _key(s.figure) not in said], _roughly)
    past.sort(key=lambda members: moment.timestamp() if (moment := _first(members)) else 0.0, reverse=True)
    values += [_value(members, False, numbers, now) for members in past]
    return Line(
        words.capital(name),
        tuple(values),
        line.agreement,
        STATUS.get(line.agreement, line.agreement),
    )


def _by_value(
    statements: Sequence[Statement], key: Callable[[Figure], tuple[object, ...]]
) -> list[list[Statement]]:
    grouped: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        members = grouped.setdefault(key(statement.figure), [])
        if statement not in members:
            members.append(statement)
    return list(grouped.values())


def _roughly(figure: Figure) -> tuple[object, ...]:
    """Return what makes two old values one, to a reader: "some 310,000" and "down from 310,000"."""
    hedged = figure.modifier in (Modifier.ABOUT, Modifier.NEARLY)
    return _key(replace(figure, modifier=Modifier.EXACT) if hedged else figure)


def _key(figure: Figure) -> tuple[object, ...]:
    if figure.low is None and figure.when is None:
        return (figure.kind, figure.text.casefold())
    return (
        figure.kind, figure.low, figure.high, figure.unit, figure.modifier, figure.direction,
        figure.when, figure.until,
    )  # fmt: skip


def _first(members: Sequence[Statement]) -> datetime | None:
    """Return when a value was first stated; "up from 62" repeats what was stated before, where that is known."""
    told = [s for s in members if s.figure.thing.role != "from"] or members
    return min((s.as_of for s in told if s.as_of), default=None)


def _value(members: Sequence[Statement], current: bool, numbers: Mapping[str, int], now: datetime) -> Value:
    when = max((s.as_of for s in members if s.as_of), default=None) if current else _first(members)
    cited = (numbers.get(s.citation.article_id, 0) for s in members)
    return Value(
        text=words.figure(members[0].figure),
        by=tuple(dict.fromkeys(words.clean(s.independent) for s in members)),
        numbers=tuple(sorted({number for number in cited if number})),
        when=words.moment(when, now) if when else "",
        current=current,
    )


# ---------------------------------------------------------------- charts


def charts(ledger: Ledger, now: datetime) -> tuple[Chart, ...]:
    """Return a chart for each line whose value moved over time."""
    drawn = (_chart(line, now) for line in ledger.lines)
    return tuple(chart for chart in drawn if chart is not None)


_CHARTED = frozenset(
    (
        Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.RATE, Kind.MEASURE,
        Kind.TEMPERATURE, Kind.FRACTION,
    )
)  # fmt: skip


def _chart(line: LedgerLine, now: datetime) -> Chart | None:
    moved = sorted(_movement(line), key=lambda pair: (pair[0], pair[1].publisher, pair[2]))
    if len({when for when, _, _ in moved}) < 2 or len({value for _, _, value in moved}) < 2:
        return None
    points = _points(moved, now)
    # Where sources differ, the way from one publisher's value to another's is no movement.
    by_publisher: dict[str, list[Point]] = {}
    for point, (_, statement, _) in zip(points, moved, strict=True):
        name = "" if line.agreement == "superseded" else statement.independent
        by_publisher.setdefault(name, []).append(point)
    paths = tuple(
        _path(series)
        for series in by_publisher.values()
        if len({p.y for p in series}) > 1 and len({p.x for p in series}) > 1
    )
    if not paths:
        return None
    told = "; ".join(point.note for point in points)
    return Chart(
        label=words.capital(named(line)),
        points=points,
        paths=paths,
        first=words.moment(moved[0][0], now),
        last=words.moment(moved[-1][0], now),
        words=f"{words.capital(named(line))}: {told}.",
    )


def _path(series: list[Point]) -> str:
    return "M" + "L".join(f"{point.x:g} {point.y:g}" for point in series)


def _movement(line: LedgerLine) -> list[tuple[datetime, Statement, Decimal]]:
    """Every dated exact value of the line's commonest unit; ranges have no single place on an axis.

    Nor has an old value that a report of today recalls.
    """
    since = min((s.as_of for s in line.current if s.as_of), default=None)
    exact = [
        (s.as_of, s, s.figure.low)
        for s in line.statements
        if s.as_of
        and (s in line.current or since is None or s.as_of < since)
        and s.figure.low is not None
        and s.figure.low == s.figure.high
        and s.figure.kind in _CHARTED
    ]
    units = [(s.figure.kind, s.figure.unit, s.figure.direction) for _, s, _ in exact]
    if not units:
        return []
    common = max(dict.fromkeys(units), key=units.count)
    return [entry for entry, unit in zip(exact, units, strict=True) if unit == common]


def _points(moved: list[tuple[datetime, Statement, Decimal]], now: datetime) -> tuple[Point, ...]:
    first, last = moved[0][0], moved[-1][0]
    span = (last - first).total_seconds()
    low, high = float(min(v for *_, v in moved)), float(max(v for *_, v in moved))
    # From nought where that leaves the movement to be seen; a rate going from 4.5 to 4.75 would be flat.
    floor = 0.0 if 0 <= low <= 0.6 * high else low - (high - low) * 0.6
    points: list[Point] = []
    before: Decimal | None = None
    for place, (when, statement, value) in enumerate(moved):
        x = LEFT + (RIGHT - LEFT) * (when - first).total_seconds() / span
        y = BOTTOM - (BOTTOM - TOP) * (float(value) - floor) / (high - floor)
        text = words.figure(statement.figure)
        side = "start" if x < LEFT + 24 else "end" if x > RIGHT - 24 else "middle"
        # Two tags closer than a tag's width would run into each other; the last one always stands.
        crowded = any(p.tag and abs(p.x - x) < 44 for p in points)
        tag = text if value != before and not crowded else ""
        if place == len(moved) - 1 and not any(p.tag == text and abs(p.x - x) < 44 for p in points):
            points = [Point(p.x, p.y, "" if abs(p.x - x) < 44 else p.tag, p.side, p.note) for p in points]
            tag = text
        note = f"{text}, {words.clean(statement.publisher)}, {words.moment(when, now)}"
        points.append(Point(round(x, 1), round(y, 1), tag, side, note))
        before = value
    return tuple(points)
