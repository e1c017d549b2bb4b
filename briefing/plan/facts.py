"""From the sentences of a story to the facts of its brief: what each is worth, and who else states it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.data import Evidence
from briefing.figures import parse
from briefing.plan.fit import counts_from_its_day, speaks_to_you
from briefing.plan.leaning import stands_loosely
from briefing.plan.pool import Pool, back_to_its_antecedent
from briefing.plan.selection import Candidate, select
from briefing.plan.weights import (
    Passage,
    cosine,
    measure,
    rarity,
    relevance,
    stems_of,
    terms_of,
    vector_of,
    weigh,
)
from briefing.settings import PlanSettings


@dataclass(frozen=True, slots=True)
class Scale:
    """What everything in a story is worth: the terms and the figures by number, and each number's weight.

    A figure is worth the malus for telling it again, and every sentence pays that for each of its figures: so the
    first to tell it is even, and the next one pays.
    """

    pool: Pool
    settings: PlanSettings
    numbers: dict[tuple[int | str, ...], int]
    weights: tuple[float, ...]
    relevance: dict[int, float]
    rare: dict[str, float]
    centre: dict[str, float]
    said: tuple[dict[str, float], ...] = ()

    @classmethod
    def of(cls, pool: Pool, settings: PlanSettings, known: Sequence[str] = ()) -> Scale:
        """Weigh everything in ``pool``; ``known`` texts were said before, and their terms are worth little now."""
        everything = [*pool.passages, *pool.heard]
        rare = rarity(everything)
        centre = measure(everything, rare)
        about = relevance(everything)
        weights = weigh([p for p in everything if about[p.article] >= settings.min_relevance], settings)
        said = [stems_of(text) for text in known]
        for term in sorted({term for stems in said for term in terms_of(stems)} & weights.keys()):
            weights[term] *= settings.known_share
        stated = sorted({figure for passage in everything for figure in passage.figures})
        told = {(str(f.low), str(f.high)) for text in known for f in parse(text)}
        each = [weights[term] for term in sorted(weights)]
        each += [0.0 if figure[1:] in told else settings.retold_malus for figure in stated]
        every: list[tuple[int | str, ...]] = [*sorted(weights), *stated]
        numbers = {one: number for number, one in enumerate(every)}
        return cls(
            pool, settings, numbers, tuple(each), about, rare, centre, tuple(vector_of(s, rare) for s in said)
        )

    def numbers_of(self, passage: Passage) -> set[int]:
        """Return the numbers of the terms and figures of a passage."""
        every: list[tuple[int | str, ...]] = [*passage.terms, *passage.figures]
        return {self.numbers[one] for one in every if one in self.numbers}


def choose_facts(
    pool: Pool, words: int, settings: PlanSettings, known: Sequence[str]
) -> tuple[Evidence, ...]:
    """Return the facts that cover most of the story in ``words`` words, ``known`` texts left out, best first."""
    scale = Scale.of(pool, settings, known)
    candidates = [
        candidate
        for index, passage in enumerate(pool.passages)
        if scale.relevance[passage.article] >= settings.min_relevance
        and (candidate := _candidate(index, scale)) is not None
    ]
    chosen = select(candidates, scale.weights, words, settings, said=scale.said)
    return tuple(_fact(candidate, pool, settings) for candidate in chosen)


def _candidate(index: int, scale: Scale) -> Candidate | None:
    """Return the candidate that says sentence ``index``, or ``None`` if it leans on one that can't be said."""
    parts = back_to_its_antecedent(index, scale.pool, scale.settings)
    if parts is None:
        return None
    passages = [scale.pool.passages[part] for part in parts]
    return Candidate(
        parts,
        sum(len(passage.text.split()) for passage in passages),
        frozenset(sorted(set().union(*(scale.numbers_of(passage) for passage in passages)))),
        sum(bonus_of(passage, scale.pool, scale.settings) for passage in passages),
        scale.pool.passages[index].vector,
        opening_names(passages),
    )


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]{2,}|^[A-Z][\w’'-]{2,}(?= [A-Z])")


def opening_names(passages: Sequence[Passage]) -> frozenset[str]:
    """Return the names in the first of ``passages`` if it opens its article: two openings with the same ones tell one fact."""
    return frozenset(_NAME.findall(passages[0].text)) if not passages[0].place else frozenset()


def bonus_of(passage: Passage, pool: Pool, settings: PlanSettings) -> float:
    """Return what a sentence is worth besides its terms, in pairs of weight 1."""
    return (
        settings.sentence_bonus
        + settings.centrality_bonus * passage.centrality
        - settings.depth_malus * passage.depth
        + settings.quote_bonus * any(mark in passage.text for mark in '"“')
        + settings.digit_bonus * any(character.isdigit() for character in passage.text)
        - settings.loose_malus * stands_loosely(passage.text)
        - settings.stranger_malus * passage.strange
        - settings.advice_malus * speaks_to_you(passage.text)
        - settings.day_malus * (pool.several_days and counts_from_its_day(passage.text))
        - settings.age_malus * passage.age_days
        - settings.stale_malus * passage.stale
        - settings.retold_malus * len(passage.figures)
    )


def _says_otherwise(theirs: frozenset[tuple[int, str, str]], ours: frozenset[tuple[int, str, str]]) -> bool:
    """Return whether two sentences give values of one line of the ledger, and none of them in common."""
    lines = {line for line, _, _ in theirs} & {line for line, _, _ in ours}
    return any(
        {v for v in theirs if v[0] == line}.isdisjoint(v for v in ours if v[0] == line) for line in lines
    )


def _fact(candidate: Candidate, pool: Pool, settings: PlanSettings) -> Evidence:
    """Return the fact that ``candidate`` states, with what other publishers say that is nearly the same.

    Who gives another value for one of its figures is no support of it, however alike the sentence.
    """
    stated = [pool.sentences[part] for part in candidate.parts]
    values = frozenset().union(*(pool.passages[part].values for part in candidate.parts))
    own = {pool.passages[part].article for part in candidate.parts}
    likest: dict[int, tuple[float, int]] = {}
    for index, passage in enumerate(pool.passages):
        if passage.article in own or passage.stale:
            continue
        likeness = cosine(candidate.vector, passage.vector)
        if likeness < settings.same_cosine or likeness <= likest.get(passage.article, (0.0, 0))[0]:
            continue
        if not _says_otherwise(passage.values, values):  # asked of the few that are alike
            likest[passage.article] = (likeness, index)
    found = [index for _, index in sorted(likest.values(), key=lambda one: (-one[0], one[1]))]
    support = found[: max(settings.max_support - len(stated), 0)]
    publishers = [pool.passages[part].source for part in (*candidate.parts, *found)]
    first = pool.passages[candidate.parts[0]]
    return Evidence(
        sentences=(*stated, *(pool.sentences[index] for index in support)),
        publishers=tuple(dict.fromkeys(publishers)),
        weight=first.centrality / (1 + settings.age_malus * first.age_days),
    )
