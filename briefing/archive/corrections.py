"""Which figures that were sent no longer hold: what the ledger of a new brief, or its words, put in their place.

A wrong correction is worse than none: the new value must be stated by the brief, whose figures have passed the
check, or by two publishers, and the sent one must really fall with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from briefing.archive.records import SentStory
from briefing.data import QUANTITIES, SHARES, Brief, Correction, Figure, Kind, LedgerLine, Modifier, Statement
from briefing.shown import capital, named
from briefing.shown import figure as shown

# Kinds of which a later value replaces an earlier one; a date, an age or a name is another fact, not a newer one.
_REPLACED = (QUANTITIES | SHARES) - {Kind.DURATION}


def compare(brief: Brief, earlier: SentStory) -> tuple[tuple[str, ...], list[Correction]]:
    """Return what changed since ``earlier`` was sent, a line each, and the corrections among it."""
    changes, corrections = _moved(brief, earlier)
    known = {(correction.was, correction.now) for correction in corrections}
    for correction in _revised(brief, earlier):
        if (correction.was, correction.now) not in known:
            corrections.append(correction)
            changes += (f"{capital(correction.thing)}: {correction.now}, was {correction.was}",)
    return changes, corrections


def _moved(brief: Brief, earlier: SentStory) -> tuple[tuple[str, ...], list[Correction]]:
    """Return what changed, a line each, and the corrections: what was sent and no longer holds."""
    changes: list[str] = []
    corrections: list[Correction] = []
    for line in brief.ledger.lines:
        if line.agreement == "conflict" or not line.current:
            continue
        sent = _last_sent(line, earlier)
        now = _replacing(line, [figure for _, figure in sent])
        if now is None or not _borne_out(now, line, brief):
            continue
        when, was = sent[-1]
        changes.append(f"{capital(named(line))}: {shown(now.figure)}, was {shown(was)}")
        if not any(_holds(figure, now.figure) for _, figure in sent):
            corrections.append(_correction(named(line), brief, earlier, when, shown(was), now))
    return tuple(dict.fromkeys(changes)), corrections


def _revised(brief: Brief, earlier: SentStory) -> list[Correction]:
    """Return the corrections that a sentence of the brief states itself: "revised down to 10 from 11"."""
    from briefing.figures.labels import label

    corrections: list[Correction] = []
    for sentence in brief.sentences:
        passed = [c for c in sentence.figures if c.verdict.passes and c.figure and c.figure.kind in _REPLACED]
        news = [c for c in passed if c.figure and c.figure.thing.role == "to"]
        olds = [c.figure for c in passed if c.figure and c.figure.thing.role == "from"]
        for checked in news:
            now = checked.figure
            assert now is not None
            old = next((f for f in olds if (f.kind, f.unit) == (now.kind, now.unit)), None)
            sent = None if old is None else _sent_as(old, now, earlier)
            source = next((a for c in checked.citations for a in brief.sources if a.id == c.article_id), None)
            if sent is not None and source is not None:
                when, was = sent
                statement = Statement(now, source.publisher, checked.citations[0], source.published)
                corrections.append(_correction(label(was), brief, earlier, when, shown(was), statement))
    return corrections


def _sent_as(old: Figure, now: Figure, earlier: SentStory) -> tuple[datetime, Figure] | None:
    """Return the figure that went out with the old value, unless the new value has gone out since."""
    found = None
    for when, sent in ((when, f.figure) for when, f in earlier.figures):
        if (sent.kind, sent.unit) != (old.kind, old.unit) or not _about(sent) & _about(now):
            continue
        if (sent.low, sent.high) == (old.low, old.high):
            found = (when, sent)
        elif (sent.low, sent.high) == (now.low, now.high):
            found = None
    return found


def _about(figure: Figure) -> frozenset[str]:
    """Return what happened to what is counted, as far as the figure's own part of its sentence says."""
    thing = figure.thing
    acts = {word.removeprefix("act:") for word in thing.near if word.startswith("act:")}
    return frozenset(acts | {thing.act, thing.noun}) - {""}


def _last_sent(line: LedgerLine, earlier: SentStory) -> list[tuple[datetime, Figure]]:
    """Return the figures of ``line`` in the last edition that had any, the one last stated at the end."""
    mine = [(when, f.figure) for when, f in earlier.figures if _belongs(line, f.figure)]
    latest = max((when for when, _ in mine), default=None)
    order = {(s.figure.low, s.figure.high): place for place, s in enumerate(line.statements)}
    last = [(when, figure) for when, figure in mine if when == latest]
    return sorted(last, key=lambda pair: order.get((pair[1].low, pair[1].high), -1))


def _correction(
    thing: str, brief: Brief, earlier: SentStory, sent_at: datetime, was: str, now: Statement
) -> Correction:
    return Correction(
        story_id=earlier.id,
        headline=brief.headline,
        thing=thing,
        was=was,
        sent_at=sent_at,
        now=shown(now.figure),
        publisher=now.publisher,
        as_of=now.as_of,
        citation=now.citation,
        figure=now.figure,
    )


def _belongs(line: LedgerLine, was: Figure) -> bool:
    """Return whether ``was`` is one of the line's: its value is stated there, or its thing is the very same."""
    if was.kind not in _REPLACED:
        return False
    value = (was.kind, was.unit, was.low, was.high)
    return any(
        _same_thing(f, was)
        if (f.kind, f.unit, f.low, f.high) == value
        else was.thing.noun and _key(f) == _key(was)
        for f in (s.figure for s in line.statements)
    )


def _key(figure: Figure) -> tuple[object, ...]:
    thing = figure.thing
    return (figure.kind, figure.unit, thing.noun, thing.act, thing.owner, figure.direction)


def _replacing(line: LedgerLine, sent: Sequence[Figure]) -> Statement | None:
    """Return the statement of ``line`` that took the place of ``sent``, or nothing where one of them stands."""
    if not sent or any((s.figure.low, s.figure.high) == (f.low, f.high) for s in line.current for f in sent):
        return None
    comparable = [s for s in line.current if (s.figure.kind, s.figure.unit) == (sent[-1].kind, sent[-1].unit)]
    return max(comparable, key=lambda s: (s.as_of is not None, s.as_of, s.publisher), default=None)


def _borne_out(now: Statement, line: LedgerLine, brief: Brief) -> bool:
    """Return whether a new value may be called the one that stands: the brief states it, or two publishers do.

    A ledger reads every sentence, also "since 1988, when 16 people died"; a wrong correction is worse than none.
    """
    value = (now.figure.kind, now.figure.low, now.figure.high)
    about = {now.figure.thing.noun, now.figure.thing.act} - {""}
    for stated in (checked.figure for checked in brief.figures if checked.verdict.passes):
        if stated is None or (stated.kind, stated.low, stated.high) != value:
            continue
        if about & {stated.thing.noun, stated.thing.act}:
            return True
    by = {s.independent for s in line.current if (s.figure.kind, s.figure.low, s.figure.high) == value}
    return len(by) > 1


def _holds(was: Figure, now: Figure) -> bool:
    """Return whether ``was`` is still true beside ``now``: "at least nine" is, with twelve known."""
    from briefing.figures.matching.match import match  # here: looking into the archive needs no parser

    if was.low is None or was.high is None or now.low is None or now.high is None:
        return match(was, now).fits
    if was.modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        return now.low > was.low or (now.low == was.low and was.modifier is Modifier.AT_LEAST)
    if was.modifier in (Modifier.AT_MOST, Modifier.LESS_THAN):
        return now.high < was.high or (now.high == was.high and was.modifier is Modifier.AT_MOST)
    return match(was, now).fits


def _same_thing(one: Figure, other: Figure) -> bool:
    """Return whether two figures of equal value are the one the ledger holds: noun and act must not differ."""
    nouns = one.thing.noun == other.thing.noun or not one.thing.noun or not other.thing.noun
    return nouns and one.thing.act == other.thing.act
