"""The chart of how a figure moved, report by report; drawn only where it did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from briefing.data import QUANTITIES, Kind, Ledger, LedgerLine, Statement
from briefing.render import words
from briefing.shown import named

# Chart geometry in SVG user units; the drawing scales with its column.
WIDTH, HEIGHT = 320, 96
LEFT, RIGHT, TOP, BOTTOM = 10, 310, 22, 74


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


def charts(ledger: Ledger, now: datetime) -> tuple[Chart, ...]:
    """Return a chart for each line whose value moved over time."""
    drawn = (_chart(line, now) for line in ledger.lines)
    return tuple(chart for chart in drawn if chart is not None)


_CHARTED = QUANTITIES - {Kind.DURATION} | {Kind.FRACTION}


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
    """Return the way through ``series``; of several values of one time it takes the one nearest to the value before."""
    way: list[Point] = []
    for point in series:
        if way and way[-1].x == point.x:
            before = way[-2].y if len(way) > 1 else point.y
            if abs(point.y - before) < abs(way[-1].y - before):
                way[-1] = point
        else:
            way.append(point)
    series = way
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
        and s.figure.thing.role != "from"
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
