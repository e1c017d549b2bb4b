"""Where sources differ: a sentence of our own that says who reports what.

It names every publisher with its own figure and takes no side. The words of the figures are the sources'.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.data import Citation, Evidence, Ledger, LedgerLine, Sentence, Statement, Story
from briefing.settings import PlanSettings

_MAX_NOUN_WORDS = 3  # "four people killed", "18 wounded": more is another clause
_STOPS = re.compile(r"[.,;:()\"“”!?]|\s[-–—]\s")
_ENDS_PHRASE = re.compile(
    r"(?:an?|the|and|or|but|as|at|by|for|from|in|into|of|on|to|with|who|which|that|were|was|is|are|be|been|have|has|"
    r"had|said|says?|after|before|when|while|including|among|over|under|since|during|its|their|his|her|it|they|he|"
    r"she|this|these|those)$",
    re.IGNORECASE,
)


def disagreements(
    story: Story, sentences: Mapping[str, tuple[Sentence, ...]], ledger: Ledger, settings: PlanSettings
) -> tuple[Evidence, ...]:
    """Return a fact for each figure on which publishers differ now, those that most publishers give first."""
    conflicts = [line for line in ledger.lines if line.agreement == "conflict"]
    conflicts.sort(key=lambda line: -len({statement.publisher for statement in line.current}))
    facts = (_dispute(line, sentences, settings) for line in conflicts)
    return tuple(fact for fact in facts if fact is not None)[: settings.max_disagreements]


def _dispute(
    line: LedgerLine, sentences: Mapping[str, tuple[Sentence, ...]], settings: PlanSettings
) -> Evidence | None:
    """Return the sentence on one conflict, or ``None`` unless two publishers give two values."""
    camps: dict[tuple[str, ...], list[Statement]] = {}
    for statement in line.current:
        figure = statement.figure
        camps.setdefault((str(figure.low), str(figure.high), figure.modifier.value), []).append(statement)
    sides = sorted(camps.values(), key=lambda side: -len({s.publisher for s in side}))
    if not 2 <= len(sides) <= settings.max_support or len({s.publisher for side in sides for s in side}) < 2:
        return None
    clauses = [
        f"{_listed(publishers)} {'reports' if len(publishers) == 1 else 'report'} {_phrase(side[0])}"
        for side in sides
        for publishers in [tuple(dict.fromkeys(s.publisher for s in side))]
    ]
    found = tuple(s for side in sides if (s := _sentence_of(side[0].citation, sentences)) is not None)
    if not found:
        return None
    text = "; ".join(clauses)
    return Evidence(
        sentences=tuple(dict.fromkeys(found))[: settings.max_support],
        publishers=tuple(dict.fromkeys(s.publisher for side in sides for s in side)),
        role="disagreement",
        weight=float(len(sides)),
        text=text[:1].upper() + text[1:] + ".",
    )


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _phrase(statement: Statement) -> str:
    """Return the figure with the words after it in the source that say of what: "18 people wounded"."""
    figure, source = statement.figure.text, statement.citation.text
    at = source.find(figure)
    after = source[at + len(figure) :] if at >= 0 else ""
    tail = _STOPS.split(after, maxsplit=1)[0].split()
    kept: list[str] = []
    for word in tail[:_MAX_NOUN_WORDS]:
        if _ENDS_PHRASE.match(word):
            break
        kept.append(word)
    return " ".join([figure, *kept]) if kept else f"{figure} {statement.figure.thing.act}".strip()


def _sentence_of(citation: Citation, sentences: Mapping[str, tuple[Sentence, ...]]) -> Sentence | None:
    for sentence in sentences.get(citation.article_id, ()):
        if sentence.start <= citation.start < sentence.end:
            return sentence
    return None
