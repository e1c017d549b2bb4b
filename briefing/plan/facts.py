"""From the sentences of a story to the facts of its brief: what each is worth, and who else states it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.data import Evidence
from briefing.plan.fit import counts_from_its_day, speaks_to_you, stands_loosely
from briefing.plan.pool import Pool, back_to_its_antecedent
from briefing.plan.selection import Candidate, select
from briefing.plan.weights import (
    Passage,
    Term,
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


def choose_facts(
    pool: Pool, words: int, settings: PlanSettings, known: Sequence[str]
) -> tuple[Evidence, ...]:
    """Return the facts that cover most of the story in ``words`` words, ``known`` texts left out, best first."""
    everything = [*pool.passages, *pool.heard]
    rare = rarity(everything)
    measure(everything, rare)
    about = relevance(everything)
    weights = weigh([p for p in everything if about[p.article] >= settings.min_relevance], settings)
    said = [stems_of(text) for text in known]
    for term in sorted({term for stems in said for term in terms_of(stems)} & weights.keys()):
        weights[term] *= settings.known_share
    numbers = {term: number for number, term in enumerate(sorted(weights))}
    candidates = [
        candidate
        for index, passage in enumerate(pool.passages)
        if about[passage.article] >= settings.min_relevance
        and (candidate := _candidate(index, pool, numbers, settings)) is not None
    ]
    by_number = [weights[term] for term in numbers]
    chosen = select(candidates, by_number, words, settings, said=[vector_of(stems, rare) for stems in said])
    return tuple(_fact(candidate, pool, settings) for candidate in chosen)


def _candidate(
    index: int, pool: Pool, numbers: Mapping[Term, int], settings: PlanSettings
) -> Candidate | None:
    """Return the candidate that says sentence ``index``, or ``None`` if it leans on one that can't be said."""
    parts = back_to_its_antecedent(index, pool, settings)
    if parts is None:
        return None
    passages = [pool.passages[part] for part in parts]
    return Candidate(
        parts,
        sum(len(passage.text.split()) for passage in passages),
        frozenset(sorted(numbers[term] for passage in passages for term in passage.terms)),
        sum(_bonus(passage, pool, settings) for passage in passages),
        pool.passages[index].vector,
    )


def _bonus(passage: Passage, pool: Pool, settings: PlanSettings) -> float:
    """Return what a sentence is worth besides its terms, in pairs of weight 1."""
    return (
        settings.sentence_bonus
        + settings.centrality_bonus * passage.centrality
        - settings.depth_malus * passage.depth
        + settings.quote_bonus * any(mark in passage.text for mark in '"“')
        + settings.digit_bonus * any(character.isdigit() for character in passage.text)
        - settings.loose_malus * stands_loosely(passage.text)
        - settings.advice_malus * speaks_to_you(passage.text)
        - settings.day_malus * (pool.several_days and counts_from_its_day(passage.text))
        - settings.age_malus * passage.age_days
        - settings.stale_malus * passage.stale
    )


def _fact(candidate: Candidate, pool: Pool, settings: PlanSettings) -> Evidence:
    """Return the fact that ``candidate`` states, with what other publishers say that is nearly the same."""
    stated = [pool.sentences[part] for part in candidate.parts]
    own = {pool.passages[part].article for part in candidate.parts}
    likest: dict[int, tuple[float, int]] = {}
    for index, passage in enumerate(pool.passages):
        if passage.article in own or passage.stale:
            continue
        likeness = cosine(candidate.vector, passage.vector)
        if likeness >= settings.same_cosine and likeness > likest.get(passage.article, (0.0, 0))[0]:
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
