"""All figures of a story, grouped by what they are about: who says what, who agrees, what replaced what.

Promise: every figure of every article that counts or measures something is in exactly one line, and a line is
called a conflict only when its current values cannot all be true.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from briefing.data import Article, Citation, Figure, Kind, Ledger, LedgerLine, Modifier, Statement, Thing
from briefing.figures.conflicts import conflict
from briefing.figures.counted import family, noun_relation
from briefing.figures.labels import label
from briefing.figures.lexicon import is_light, words_of
from briefing.figures.match import comparable, match
from briefing.figures.parse import parse
from briefing.figures.scale import base_value
from briefing.figures.spots import Spot, spot
from briefing.figures.thesaurus import CUMULATIVE as CUMULATIVE
from briefing.figures.thesaurus import concept
from briefing.figures.things import bind
from briefing.figures.words import sentence_spans

_COUNTED = frozenset(
    (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.DURATION, Kind.AGE, Kind.SCORE, Kind.RATE, Kind.RATIO,
     Kind.MEASURE, Kind.TEMPERATURE, Kind.FRACTION, Kind.VAGUE)
)  # fmt: skip
LATER = timedelta(hours=1)  # a report this much younger may replace an older one
_UPDATING = re.compile(
    r"\b(?:rose|risen|rises|climb\w*|now|revis\w+|correct\w+|updat\w+|increas\w+ to|lowered to|raised to|"
    r"latest|final|rather than|previously|than first|confirm\w+|in fact|new (?:toll|figure|estimate)|stands at|stood at)\b",
    re.IGNORECASE,
)
_RUNNING_DOWN = words_of("missing displaced remain")  # acts whose count falls as time goes on
_WORDS_SHARED = (
    3  # words of their own parts that two figures without a casualty verb must share to be one thing
)


@dataclass(slots=True)
class _Entry:
    statement: Statement
    place: Spot
    sentence: str


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
    groups: list[_Group] = []
    buckets: dict[tuple[str, str, str], list[_Group]] = {}
    for entry in entries:
        key = _bucket(entry.place.figure)
        home = next((g for g in buckets.get(key, ()) if same_thing(g.entries[0].place, entry.place)), None)
        if home is None:
            home = _Group()
            groups.append(home)
            buckets.setdefault(key, []).append(home)
        home.entries.append(entry)
    order = {id(g): i for i, g in enumerate(groups)}
    groups.sort(key=lambda g: (-len({e.statement.independent for e in g.entries}), _weight(g), order[id(g)]))
    return Ledger(tuple(_line(g) for g in groups))


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
    kind = "share" if figure.kind in (Kind.PERCENT, Kind.FRACTION, Kind.RATIO) else str(figure.kind)
    if figure.kind is Kind.VAGUE:
        kind = str(Kind.COUNT)
    unit = base_value(figure)[0] if figure.low is not None else ""
    act = thing.act if thing.act in CUMULATIVE else ""
    return kind, unit, act or noun


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


def same_thing(first: Spot, second: Spot, least: int = _WORDS_SHARED) -> bool:
    """Return whether two figures are about one thing closely enough to agree or to contradict.

    What binds them is asked first: in a long article most pairs have nothing in common, and it is the cheaper question.
    """
    return _bound(first, second, least) and not _told_apart(first, second)


def _told_apart(first: Spot, second: Spot) -> bool:
    """Return whether something forbids that two figures are about one thing."""
    a, b = first.figure, second.figure
    if not comparable(a, b) or conflict(_undated(a), _undated(b)) or conflict(_undated(b), _undated(a)):
        return True
    mine, other = a.thing, b.thing
    if set(mine.status) & {"other", "part"} != set(other.status) & {"other", "part"} or (
        mine.role or "to"
    ) != (other.role or "to"):
        return True
    relation = noun_relation(mine, other)
    if relation == "other" or (relation == "" and a.kind is Kind.COUNT):
        return True
    if _dates(mine.owner) and _dates(other.owner) and not _dates(mine.owner) & _dates(other.owner):
        return True
    if first.article == second.article and not _voiced_apart(mine, other) and contradicts(a, b):
        return True
    return _other_years(mine) != _other_years(other)


def _bound(first: Spot, second: Spot, least: int) -> bool:
    """Return whether two figures share what one thing has: an act that adds up, a noun that stands, or words."""
    kind, mine, other = first.figure.kind, first.figure.thing, second.figure.thing
    if mine.act in CUMULATIVE:
        return mine.act == other.act and not _elsewhere(first, second)
    relation = noun_relation(mine, other)
    if kind is Kind.COUNT and mine.act != other.act and relation == "same" and _both_stand(first, second):
        return not _elsewhere(first, second)
    if kind is Kind.COUNT and mine.act and other.act and mine.act != other.act:
        return False  # people taken off a ship, and people who tell how the fire began
    if kind is Kind.COUNT and mine.act != other.act and relation != "":
        return _voiced_apart(mine, other) and len(first.words & second.words) >= _WORDS_SHARED
    shared = [w for w in mine.near if w in other.near and not w.startswith(("d:", "o:"))]
    others = max(len(mine.near), len(other.near)) - len(shared)
    if relation == "same" and _voiced_apart(mine, other) and len(first.words & second.words) >= _WORDS_SHARED:
        return not _elsewhere(first, second)
    close = others <= 2 * len(shared) or (
        first.article != second.article and _CORRECTING & {*mine.near, *other.near}
    )
    return len(shared) >= least and bool(close) and not _elsewhere(first, second)


_CORRECTING = words_of("correct revis")


_STANDING = words_of("be remain stand fall rise lost hav depart reach restor")


def _both_stand(first: Spot, second: Spot) -> bool:
    """Return whether both say how many there are at a time, and of what: homes that are, remain, fell to, without power."""
    mine, other = first.figure.thing, second.figure.thing
    if first.article == second.article or not {mine.act, other.act} <= _STANDING:
        return False
    noun = concept(mine.noun)
    return any(w in second.words for w in mine.words if w != noun and not is_light(w) and ":" not in w[:2])


def _other_years(thing: Thing) -> set[str]:
    """Return the whole years a figure is tied to: a toll of 2015 is not the toll of today."""
    return {w for w in thing.words if w.startswith("d:") and w.endswith("-12-31") and "-01-01:" in w}


def _voiced_apart(mine: Thing, other: Thing) -> bool:
    """In one article only two voices, or a word that dates one of them, make two figures of one thing."""
    voices = set(mine.speaker), set(other.speaker)
    apart = all(voices) and not voices[0] & voices[1]
    return apart or "former" in mine.status or "former" in other.status


def _undated(figure: Figure) -> Figure:
    if "former" not in figure.thing.status:
        return figure
    kept = tuple(s for s in figure.thing.status if s not in ("former",))
    return replace(figure, thing=replace(figure.thing, status=kept))


def _dates(owner: Sequence[str]) -> set[str]:
    return {w for w in owner if w.startswith("d:")}


def _elsewhere(first: Spot, second: Spot) -> bool:
    """Return whether each is tied to names of its own that the other's sentence lacks."""
    mine = {w for w in first.figure.thing.owner if not w.startswith("d:")}
    other = {w for w in second.figure.thing.owner if not w.startswith("d:")}
    return bool(mine - second.words) and bool(other - first.words) and not mine & other


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
    current = [e for e in entries if not any(_replaces(later, e) for later in entries if later is not e)]
    values = _disagree(current)
    publishers = {e.statement.independent for e in entries}
    if values:
        agreement = "conflict"
    elif len(current) < len(entries):
        agreement = "superseded"
    else:
        agreement = "agreed" if len(publishers) > 1 else "single"
    first = min(group.entries, key=lambda e: (e.place.article, e.place.sentence, e.place.figure.start))
    return LedgerLine(
        label(first.place.figure, first.sentence),
        tuple(e.statement for e in entries),
        tuple(e.statement for e in current),
        agreement,
    )


def _moment(when: datetime | None) -> float:
    return when.timestamp() if when is not None else 0.0


def _disagree(entries: Sequence[_Entry]) -> bool:
    for i, first in enumerate(entries[:40]):
        for second in entries[i + 1 : 40]:
            if contradicts(first.place.figure, second.place.figure):
                return True
    return False


def contradicts(a: Figure, b: Figure) -> bool:
    """Return whether two figures about one thing cannot both be true."""
    if match(a, b).fits or match(b, a).fits:
        return False
    if Kind.VAGUE in (a.kind, b.kind):
        return False
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return False
    low_a, high_a = _reach(a)
    low_b, high_b = _reach(b)
    return high_a < low_b or high_b < low_a


def _reach(figure: Figure) -> tuple[float, float]:
    """Return the span of true values a figure leaves open, in its base unit."""
    _, low, high = base_value(figure)
    first, last = float(low), float(high)
    if figure.modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        return first, float("inf")
    if figure.modifier in (Modifier.AT_MOST, Modifier.LESS_THAN):
        return float("-inf"), last
    if figure.modifier in (Modifier.ABOUT, Modifier.NEARLY):
        slack = 0.07 * abs(last)
        return first - slack, last + slack
    return first, last


def _replaces(later: _Entry, earlier: _Entry) -> bool:
    a, b = later.place.figure, earlier.place.figure
    return supersedes(a, b, later.sentence, later.statement.as_of, earlier.statement.as_of)


def supersedes(
    later: Figure, earlier: Figure, words: str, later_at: datetime | None, earlier_at: datetime | None
) -> bool:
    """Return whether ``later`` (in a sentence of these ``words``) takes the place of ``earlier``."""
    if match(later, earlier).fits and match(earlier, later).fits:
        return False
    if "former" in earlier.thing.status and "former" not in later.thing.status:
        return True
    if "former" in later.thing.status or later_at is None or earlier_at is None:
        return False
    if later_at - earlier_at < LATER:
        return False
    if _UPDATING.search(words):
        return True
    apart = set(later.thing.speaker), set(earlier.thing.speaker)
    voiced = all(apart) and not apart[0] & apart[1]
    if later.kind is Kind.COUNT and later.thing.act in _RUNNING_DOWN and not voiced:
        return True
    if later.kind is Kind.COUNT and {later.thing.act, earlier.thing.act} <= _STANDING and not voiced:
        return True  # the missing are found, the lights come on again: the count may fall
    grows = later.low is not None and earlier.low is not None and later.low > earlier.low
    return grows and later.thing.act in CUMULATIVE and later.kind is Kind.COUNT
