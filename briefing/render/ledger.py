"""The ledger of a story as a table: a value is shown once with everybody who states it, the standing ones first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from briefing.data import Checked, Figure, Kind, Ledger, LedgerLine, Modifier, Statement
from briefing.figures.vocabulary.thesaurus import HARM
from briefing.render import words
from briefing.shown import named, quoted

STATUS = {
    "agreed": "sources agree",
    "conflict": "sources differ",
    "superseded": "updated",
    "single": "one source",
}


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


def lines(
    ledger: Ledger, checked: tuple[Checked, ...], numbers: Mapping[str, int], now: datetime
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines worth a reader's eye, and all the others; each in the ledger's order.

    Worth an eye is what several state, dispute or have updated, and what the brief itself states. What the brief says,
    and what moved or is disputed, comes before what sources agree on besides, and there a few lines are enough.
    """
    shown: list[Line] = []
    further: list[Line] = []
    used: set[tuple[bool, str]] = set()
    told = {(c.article_id, _same(f.figure)) for f in checked if f.figure for c in f.citations}

    def in_brief(line: LedgerLine) -> bool:
        return any((s.citation.article_id, _same(s.figure)) in told for s in line.statements)

    besides = {id(line) for line in ledger.lines if line.agreement == "agreed" and not in_brief(line)}
    for line in sorted(ledger.lines, key=lambda line: id(line) in besides):
        told_by_several = (
            not (id(line) in besides and _is_mute(line))
            and line.agreement != "single"
            and (id(line) not in besides or len(shown) < _ENOUGH)
        )
        worth_it = told_by_several or (in_brief(line) and _tells(line))
        chosen = shown if worth_it and not _numbers(line) else further
        name = named(line)
        if (chosen is shown, name) in used:
            name = quoted(line)  # "Homes" twice leaves open which are meant
        used.add((chosen is shown, name))
        chosen.append(_line(line, name, numbers, now))
    return tuple(shown), tuple(further)


# Of these a table says nothing without the sentence: "five years", "Tuesday", "the third".
_MUTE = frozenset(
    (Kind.DATE, Kind.TIME, Kind.DURATION, Kind.AGE, Kind.ORDINAL, Kind.VAGUE, Kind.NAME, Kind.IDIOM)
)


def _is_mute(line: LedgerLine) -> bool:
    """Return whether a line says nothing without its sentence: "ages: 6", "officers: hundreds", "baselines: 1990"."""
    figure = line.statements[0].figure
    bare_year = figure.kind is Kind.COUNT and len(figure.text) == 4 and figure.text[:2] in ("19", "20")
    return figure.kind in _MUTE or bare_year


def _tells(line: LedgerLine) -> bool:
    """Return whether a figure of one source says something by itself: what it counts is known.

    The old value of "to seven from eight" says nothing beside the new one, and "two hospitals" nothing at all.
    """
    figure = line.statements[0].figure
    if figure.kind is Kind.COUNT and figure.high is not None and figure.high < _FEW and not _is_toll(figure):
        return False
    telling = not _is_mute(line) and line.label.casefold() != Kind.COUNT.value
    return telling and any(s.figure.thing.role != "from" for s in line.current or line.statements)


def _numbers(line: LedgerLine) -> bool:
    """Return whether the figure only tells one of a kind from others: "the 2500 block", "a .38 revolver"."""
    first = line.label.casefold().partition(" ")[0]
    return line.statements[0].figure.kind is Kind.COUNT and first in _NUMBERED


_NUMBERED = frozenset(
    ("block", "mark", "index", "revolver", "caliber", "calibre", "pistol", "shotgun", "rifle", "gauge", "flight",
     "route", "highway", "channel", "room", "unit", "area")
)  # fmt: skip
_FEW = 3
_ENOUGH = 6  # lines; a table much longer than the brief is not read


def _is_toll(figure: Figure) -> bool:
    return figure.thing.act in HARM and figure.thing.role != "change"


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
