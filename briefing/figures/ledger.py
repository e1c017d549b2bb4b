"""All figures of a story, grouped by what they are about: who says what, who agrees, what replaced what.

Promise: every figure of every article that counts or measures something is in exactly one line, and a line is
called a conflict only when its current values cannot all be true.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from briefing.data import QUANTITIES, SHARES, Article, Citation, Figure, Kind, Ledger, LedgerLine, Statement
from briefing.figures.binding.spots import Spot, spot
from briefing.figures.binding.things import bind
from briefing.figures.labels import label
from briefing.figures.matching.counted import family
from briefing.figures.matching.identity import (
    elsewhere,
    other_years,
    same_old_value,
    same_telling_value,
    same_thing,
)
from briefing.figures.matching.revised import contradicts, supersedes
from briefing.figures.matching.scale import base_value
from briefing.figures.reading.parse import parse
from briefing.figures.vocabulary.sentences import sentence_spans
from briefing.figures.vocabulary.thesaurus import CUMULATIVE

_COUNTED = QUANTITIES | SHARES | {Kind.AGE, Kind.SCORE, Kind.VAGUE}
_A_DAY = timedelta(days=1)


@dataclass(slots=True, eq=False)
class _Entry:
    statement: Statement
    place: Spot
    sentence: str

    @property
    def is_old(self) -> bool:
        """Whether its sentence calls it the old value: "up from 62"."""
        return self.place.figure.thing.role == "from"

    @property
    def is_part(self) -> bool:
        """Whether it is a part of something, or what comes on top of it."""
        return not {"other", "part"}.isdisjoint(self.place.figure.thing.status)


@dataclass(slots=True)
class _Group:
    entries: list[_Entry] = field(default_factory=list)


def build_ledger(articles: Sequence[Article], counts_for: Mapping[str, str] | None = None) -> Ledger:
    """Return the ledger of a story's articles, the most widely stated things first.

    ``counts_for`` names the independent publisher behind an article, by its id, where that is not its own.
    """
    entries = [
        entry
        for number, article in enumerate(articles)
        for entry in _entries(number, article, (counts_for or {}).get(article.id, ""))
    ]
    groups = _joined(_grouped(entries))
    order = {id(g): i for i, g in enumerate(groups)}
    groups.sort(key=lambda g: (-len({e.statement.independent for e in g.entries}), _weight(g), order[id(g)]))
    return Ledger(tuple(_line(g) for g in groups))


def _grouped(entries: Sequence[_Entry]) -> list[_Group]:
    """Put each entry to those of its thing, or else to another article's figure of the same telling value.

    The old value of "to seven from eight" goes with the new one.
    """
    groups: list[_Group] = []
    buckets: dict[tuple[str, str, str], list[_Group]] = {}
    by_value: dict[_Value, list[tuple[Spot, _Group]]] = {}
    homes: dict[int, _Group] = {}
    news = _news_of(entries)
    for entry in sorted(entries, key=lambda e: id(e) in news):
        key, value = _bucket(entry.place.figure), _value(entry.place.figure)
        home = homes.get(news.get(id(entry), 0))
        if home is None:
            own = [g for g in buckets.get(key, ()) if _belongs(entry, g)]
            if (
                entry.place.figure.kind is not Kind.COUNT or key[2] not in CUMULATIVE
            ):  # a toll moves; of other things an equal value is the likelier one
                own.sort(key=lambda g: value not in {_value(e.place.figure) for e in g.entries})
            home = own[0] if own else None
        if home is None:
            alike = by_value.get(value, ())
            home = next((g for place, g in alike if same_telling_value(place, entry.place)), None)
        if home is None:
            home = _Group()
            groups.append(home)
            buckets.setdefault(key, []).append(home)
        home.entries.append(entry)
        homes[id(entry)] = home
        by_value.setdefault(value, []).append((entry.place, home))
    return groups


def _belongs(entry: _Entry, group: _Group) -> bool:
    """Return whether an entry is of the group's thing; two values in one article are of two: nine jurors and two."""
    value = _value(entry.place.figure)
    equal = (e.place for e in group.entries[1:] if _value(e.place.figure) == value)
    if not any(same_thing(place, entry.place) for place in (group.entries[0].place, *equal)):
        return False
    own = (e.place for e in group.entries if e.place.article == entry.place.article)
    return not any(contradicts(p.figure, entry.place.figure) and not same_thing(p, entry.place) for p in own)


def _news_of(entries: Sequence[_Entry]) -> dict[int, int]:
    """Return for each old value the one new value of its sentence that took its place, both by the entry's id."""
    sentences: dict[tuple[int, int], list[_Entry]] = {}
    for entry in entries:
        sentences.setdefault((entry.place.article, entry.place.sentence), []).append(entry)
    found: dict[int, int] = {}
    for told in sentences.values():
        for old in (e for e in told if e.is_old):
            key = _bucket(old.place.figure)[:2]
            new = [e for e in told if not e.is_old and not e.is_part and _bucket(e.place.figure)[:2] == key]
            if len(new) == 1:
                found[id(old)] = id(new[0])
    return found


def _joined(groups: Sequence[_Group]) -> list[_Group]:
    """Put what another line holds as an old value into that line: apart from it, it would read as standing."""
    kept: list[_Group] = []
    pasts: list[frozenset[_Value]] = []
    holding: dict[
        _Value, set[int]
    ] = {}  # which lines have it among their old values, or had: most lines have none
    for group in sorted(groups, key=lambda g: not any(e.is_old for e in g.entries)):
        lines = sorted(holding.get(_value(group.entries[0].place.figure), ()))
        home = next((at for at in lines if _is_past_of(group, kept[at], pasts[at])), len(kept))
        if home == len(kept):
            kept.append(group)
            pasts.append(frozenset())
        else:
            kept[home].entries += group.entries
        pasts[home] = _past(kept[home].entries)
        for value in pasts[home]:
            holding.setdefault(value, set()).add(home)
    return kept


def _past(entries: Sequence[_Entry]) -> frozenset[_Value]:
    standing = {_value(e.place.figure) for e in _current(entries)}
    return frozenset({_value(e.place.figure) for e in entries} - standing)


def _is_past_of(group: _Group, line: _Group, past: frozenset[_Value]) -> bool:
    """Return whether all that ``group`` says is an old value of the toll, or the number, that ``line`` is about."""
    if not past or not {_value(e.place.figure) for e in group.entries} <= past:
        return False
    head = line.entries[0].place
    act = head.figure.thing.act
    for entry in group.entries:
        thing = entry.place.figure.thing
        if entry.is_part or other_years(thing):
            return False
        if act in CUMULATIVE or thing.act in CUMULATIVE:
            if thing.act != act or elsewhere(entry.place, head):
                return False
        elif not any(same_old_value(e.place, entry.place) for e in line.entries if e.is_old):
            return False
    return True


def _weight(group: _Group) -> int:
    """Casualties lead, then other counts and sums, then the rest."""
    figure = group.entries[0].place.figure
    if figure.thing.act in CUMULATIVE:
        return 0
    return 1 if figure.kind in (Kind.COUNT, Kind.MONEY, Kind.PERCENT) else 2


def _bucket(figure: Figure) -> tuple[str, str, str]:
    """Return what two figures must share to be compared at all; it keeps grouping near linear."""
    thing = figure.thing
    noun = family(thing.noun, thing.act) or thing.noun
    kind = "share" if figure.kind in SHARES else str(figure.kind)
    if figure.kind is Kind.VAGUE:
        kind = str(Kind.COUNT)
    unit = base_value(figure)[0] if figure.low is not None else ""
    act = thing.act if thing.act in CUMULATIVE else ""
    return kind, unit, act or noun


_Value = tuple[str, str, Decimal | None, Decimal | None]


def _value(figure: Figure) -> _Value:
    if figure.low is None:
        return str(figure.kind), "", None, None
    return str(figure.kind), *base_value(figure)


def _entries(number: int, article: Article, counts_for: str) -> list[_Entry]:
    result: list[_Entry] = []
    for index, (start, end) in enumerate(sentence_spans(article.text)):
        text = article.text[start:end]
        for figure in bind(text, parse(text, published=article.published)):
            if figure.kind not in _COUNTED:
                continue
            lead = len(text) - len(text.lstrip())
            citation = Citation(article.id, start + lead, start + len(text.rstrip()), text.strip())
            when = figure.as_of or article.published
            statement = Statement(figure, article.publisher, citation, when, counts_for)
            result.append(_Entry(statement, spot(figure, number, index), text))
    return result


def _line(group: _Group) -> LedgerLine:
    entries = sorted(
        group.entries,
        key=lambda e: (
            e.statement.as_of is None,
            _moment(e.statement.as_of),
            e.place.article,
            e.place.sentence,
        ),
    )
    current = _current(entries)
    publishers = {e.statement.independent for e in entries}
    if len(publishers) > 1 and _disagree(current):
        agreement = "conflict"
    elif any(e not in current and not e.is_old for e in entries):
        agreement = "superseded"
    else:
        agreement = "agreed" if len(publishers) > 1 else "single"
    first = sorted(group.entries, key=lambda e: (e.place.article, e.place.sentence, e.place.figure.start))
    labels = [label(e.place.figure, e.sentence) for e in first]
    telling = (
        name
        for name, e in zip(labels, first, strict=True)
        if name not in ("people", str(e.place.figure.kind))
    )
    return LedgerLine(
        next(telling, labels[0]),
        tuple(e.statement for e in entries),
        tuple(e.statement for e in current),
        agreement,
    )


def _current(entries: Sequence[_Entry]) -> list[_Entry]:
    """Return what stands: what no later report replaced, and no report of that day calls the old value."""
    old = [e for e in entries if e.is_old]
    standing = [e for e in entries if not e.is_old and not any(_calls_old(o, e) for o in old)] or entries
    return [e for e in standing if not any(_replaces(later, e) for later in standing if later is not e)]


def _calls_old(old: _Entry, entry: _Entry) -> bool:
    if _value(old.place.figure) != _value(entry.place.figure):
        return False
    since, told = old.statement.as_of, entry.statement.as_of
    return since is None or told is None or told - since < _A_DAY


def _moment(when: datetime | None) -> float:
    return when.timestamp() if when is not None else 0.0


def _disagree(entries: Sequence[_Entry]) -> bool:
    for i, first in enumerate(entries[:40]):
        for second in entries[i + 1 : 40]:
            if contradicts(first.place.figure, second.place.figure):
                return True
    return False


def _replaces(later: _Entry, earlier: _Entry) -> bool:
    a, b = later.place.figure, earlier.place.figure
    if a.low is not None and _value(a) == _value(b):
        return False  # "9,000" after "some 9,000" is nothing new
    return supersedes(a, b, later.sentence, later.statement.as_of, earlier.statement.as_of)
