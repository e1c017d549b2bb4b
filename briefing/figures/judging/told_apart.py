"""What two reports say together: three hurt of the 41 on board, a toll that rose from the one's number to the other's.

Promise: the part must be what its own report says of it, the whole no part itself, and both must stand; the level a
change led to is never the older report's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.data import Article, Figure, Kind, Verdict
from briefing.figures.binding.spots import Spot
from briefing.figures.judging.judge import Judgement
from briefing.figures.judging.retracted import is_later
from briefing.figures.judging.several import Given, agree
from briefing.figures.matching.counted import noun_relation
from briefing.figures.matching.readings import other_readings
from briefing.figures.matching.revised import is_left_behind
from briefing.figures.vocabulary.thesaurus import CUMULATIVE, concept

_PAIR = 2


def told_apart(
    figure: Figure,
    ask: Callable[[Figure, Sequence[Spot]], Judgement],
    spots: Sequence[Spot],
    articles: Sequence[Article],
    given: Given,
) -> Judgement | None:
    """Return how "three of the 41" follows from two reports, each of which ``ask`` finds to state one of the numbers."""
    if figure.kind not in (Kind.FRACTION, Kind.RATIO) or len(articles) < _PAIR:
        return None
    counts = [f for f in other_readings((figure,), 0) if f.kind is Kind.COUNT][:_PAIR]
    if len(counts) < _PAIR:
        return None
    counts[1] = _of_noun_only(counts[1])
    found: list[Judgement] = []
    wholes = [p for p in spots if not figure.thing.act or p.figure.thing.act != figure.thing.act]
    for count, asked in zip(counts, (spots, wholes), strict=True):
        judged = ask(count, asked)
        if judged.verdict is Verdict.SUPPORTED:
            judged = agree(count, judged, asked, articles, given, counts)
        if (
            judged.verdict is not Verdict.SUPPORTED
            or not judged.spots
            or is_left_behind(judged.spots[0].figure)
        ):
            return None
        found.append(judged)
    part, whole = (judged.spots[0] for judged in found)
    harmed = whole.figure.thing.act in CUMULATIVE and whole.figure.thing.act != figure.thing.act
    if part.article == whole.article or harmed or "part" in whole.figure.thing.status:
        return None
    if any(_fits_better(p, whole, part) for p in wholes):
        return None
    told = f"{part.figure.text} and {whole.figure.text} are told by two reports"
    return Judgement(Verdict.DERIVED, told, (part, whole))


def _fits_better(other: Spot, whole: Spot, part: Spot) -> bool:
    """Return whether another number of the same things stands in a sentence that has more of the part's sentence."""
    if noun_relation(whole.figure.thing, other.figure.thing) != "same" or is_left_behind(other.figure):
        return False
    return len(other.words & part.words) > len(whole.words & part.words)


def _of_noun_only(whole: Figure) -> Figure:
    """Return a whole with what counts it and whose it is, and nothing of what is said of its part."""
    thing = whole.thing
    near = tuple(w for w in thing.near if w == concept(thing.noun) or w in thing.owner or w in thing.subject)
    return replace(whole, thing=replace(thing, near=near, words=near))


def turned_round(
    figures: Sequence[Figure], judged: Sequence[Judgement], articles: Sequence[Article]
) -> list[Judgement]:
    """Return the verdicts of a sentence, the new level of a change refused where it is an older report's than the old one."""
    result = list(judged)
    for old, before in zip(figures, judged, strict=True):
        if old.thing.role != "from" or before.verdict is not Verdict.SUPPORTED or not before.spots:
            continue
        for place, (new, after) in enumerate(zip(figures, judged, strict=True)):
            ends = new.kind is old.kind and new.kind is not Kind.DATE and new.thing.role == "to"
            if ends and after.verdict is Verdict.SUPPORTED and after.spots:
                first, last = before.spots[0], after.spots[0]
                if is_later(first, last, articles) and not is_left_behind(first.figure):
                    reason = f"the report of {new.text} is older than that of {old.text}"
                    result[place] = Judgement(Verdict.UNSUPPORTED, reason, (last, first))
    return result
