"""Where sources differ: a sentence of our own that says who reports what.

It names every publisher with its own figure and takes no side. Only figures that stand side by side are called
a disagreement: of one thing, from different publishers, each publisher's latest, and of about one time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from briefing.data import Citation, Evidence, Kind, Ledger, Sentence, Statement
from briefing.plan.fit import is_furniture
from briefing.plan.toll import tolls
from briefing.settings import PlanSettings
from briefing.terms import stem

_MAX_NOUN_WORDS = 3  # "four more bodies": a noun further off belongs to something else
_HAPPENED = frozenset(
    ("killed", "dead", "injured", "wounded", "hurt", "missing", "arrested", "homeless", "displaced")
)


def disagreements(
    sentences: Mapping[str, tuple[Sentence, ...]], ledger: Ledger, settings: PlanSettings
) -> tuple[Evidence, ...]:
    """Return a fact for each figure on which publishers differ now: the dead first, then what most give."""
    conflicts = [line for line in ledger.lines if line.agreement == "conflict"]
    conflicts.sort(key=lambda line: -len({statement.independent for statement in line.current}))
    dead = tolls(ledger)
    known = [[(statement, _phrase(statement)) for statement in line.current] for line in conflicts]
    of_the_dead = {statement for statement, _ in dead}
    others = [line for line in known if of_the_dead.isdisjoint(statement for statement, _ in line)]
    facts = (_dispute(line, sentences, settings) for line in (dead, *others))
    return tuple(fact for fact in facts if fact is not None)[: settings.max_disagreements]


def _dispute(
    stated: Sequence[tuple[Statement, str]],
    sentences: Mapping[str, tuple[Sentence, ...]],
    settings: PlanSettings,
) -> Evidence | None:
    """Return the sentence on statements of one thing and how to report each; ``None`` if there is no dispute."""
    phrases = dict(stated)
    camps: dict[tuple[str, str], list[Statement]] = {}
    for statement in _side_by_side([statement for statement, _ in stated], settings):
        camps.setdefault((str(statement.figure.low), str(statement.figure.high)), []).append(statement)
    sides = sorted(camps.values(), key=lambda side: -len(side))
    found = [_sentence_of(statement.citation, sentences) for side in sides for statement in side]
    if len(sides) < 2 or not all(phrases[side[0]] for side in sides) or None in found:
        return None
    clauses = [
        f"{_listed([s.publisher for s in side])} {'report' if len(side) > 1 else 'reports'} {phrases[side[0]]}"
        for side in sides
    ]
    text = "; ".join(clauses)
    firsts = [_sentence_of(side[0].citation, sentences) for side in sides]
    used = [sentence for sentence in (*firsts, *found) if sentence is not None]
    return Evidence(
        sentences=tuple(dict.fromkeys(used))[: max(settings.max_support, len(sides))],
        publishers=tuple(s.independent for side in sides for s in side),
        role="disagreement",
        weight=float(len(sides)),
        text=_capital(text) + ".",
    )


def _capital(text: str) -> str:
    """Return ``text`` with a capital at its start; the name of a site ("harbour.example reports") keeps its own."""
    return text if "." in text.split(" ", 1)[0] else text[:1].upper() + text[1:]


def _side_by_side(statements: Sequence[Statement], settings: PlanSettings) -> list[Statement]:
    """Return each publisher's latest statement, of those made close to the latest of all.

    A publisher that gives two values in one report counts several things, and is no party to a dispute.
    """
    latest: dict[str, Statement] = {}
    torn: set[str] = set()
    for statement in statements:
        held = latest.get(statement.independent)
        if held is None or _is_later(statement, held):
            latest[statement.independent] = statement
            torn.discard(statement.independent)
        elif not _is_later(held, statement) and held.figure.low != statement.figure.low:
            torn.add(statement.independent)
    sound = [
        s for publisher, s in latest.items() if publisher not in torn and s.figure.kind is not Kind.VAGUE
    ]
    times = [s.as_of for s in sound if s.as_of is not None]
    window = timedelta(hours=settings.dispute_hours)
    return [s for s in sound if s.as_of is None or max(times) - s.as_of <= window]


def _is_later(one: Statement, other: Statement) -> bool:
    return one.as_of is not None and other.as_of is not None and one.as_of > other.as_of


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _phrase(statement: Statement) -> str:
    """Return the figure with the counted noun after it in the source ("18 people wounded"), or ``""``.

    A sum of money, a percentage and the like name their unit themselves, but not of what: no phrase.
    """
    figure = statement.figure
    source = statement.citation.text
    at = source.find(figure.text)
    if at < 0 or figure.kind is not Kind.COUNT or is_furniture(source):
        return ""
    written = figure.text[:1].lower() + figure.text[1:]
    if stem(figure.text.split()[-1].lower()) == stem(figure.thing.noun):
        return written
    tail = source[at + len(figure.text) :].split()[: _MAX_NOUN_WORDS + 1]
    for place, word in enumerate(tail[:_MAX_NOUN_WORDS]):
        bare = word.strip(".,;:!?\"“”’'()")
        noun = bare.lower() in _HAPPENED or (
            figure.thing.noun and stem(bare.lower()) == stem(figure.thing.noun)
        )
        if noun:
            kept = [*tail[:place], bare]
            after = tail[place + 1].strip(".,;:") if place + 1 < len(tail) and bare == word else ""
            return " ".join([written, *kept, after] if after.lower() in _HAPPENED else [written, *kept])
        if bare != word:
            break
    return ""


def _sentence_of(citation: Citation, sentences: Mapping[str, tuple[Sentence, ...]]) -> Sentence | None:
    for sentence in sentences.get(citation.article_id, ()):
        if sentence.start <= citation.start < sentence.end:
            return sentence
    return None
