"""Which facts a brief must state, and the sentences that state them.

A fact is a sentence that can stand in a brief as it is, with the sentences of other publishers that say nearly
the same. Facts are chosen for what they cover (terms that many publishers use, early and often), for their
place and for what is new, under a word budget, none twice; what the ledger knows to be in dispute becomes a
fact of its own. Promise: every sentence not used is accounted for in ``Plan.dropped``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.data import Article, Dropped, Evidence, Ledger, Sentence, Story
from briefing.plan.differ import disagreements
from briefing.plan.fit import leans_back, unfit
from briefing.plan.order import in_order
from briefing.plan.select import Candidate, select
from briefing.plan.verbatim import printed, printed_sentences, verbatim_text
from briefing.plan.weigh import (
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

__all__ = ["Plan", "plan", "printed", "printed_sentences", "verbatim_text"]


@dataclass(frozen=True, slots=True)
class Plan:
    """The facts of a brief in reading order, and what was left out and why."""

    evidence: tuple[Evidence, ...]
    dropped: tuple[Dropped, ...] = ()


@dataclass(slots=True)
class _Pool:
    """The sentences of a story that may be quoted, each with its passage, and those that may not."""

    sentences: list[Sentence]
    passages: list[Passage]
    dropped: list[Dropped]


def plan(
    story: Story,
    sentences: Mapping[str, tuple[Sentence, ...]],
    *,
    words: int,
    settings: PlanSettings,
    ledger: Ledger | None = None,
    known: Sequence[str] = (),
) -> Plan:
    """Return the facts of ``story`` for a brief of about ``words`` words, printed verbatim.

    ``sentences`` are those of each article by its id; ``ledger`` the story's figures, for disagreements;
    ``known`` texts that were said before, in this brief or the last edition, and are not to be said again.
    """
    pool = _pool(story.articles, sentences)
    disputes = disagreements(story, sentences, ledger, settings) if ledger and not known else ()
    room = round(words * (1 + settings.over_words)) - sum(len(d.text.split()) for d in disputes)
    chosen = _choose(pool, max(room, 0), settings, known) if pool.passages else ()
    facts = _ordered(
        [_fact(candidate, pool, settings) for candidate in chosen], pool, story.articles, settings
    )
    evidence = _with_roles(facts, disputes, lead=not known)
    return Plan(evidence, (*pool.dropped, *_unused(pool, evidence, words)))


def _pool(articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]]) -> _Pool:
    """Sort the sentences of ``articles`` into those that may be quoted and those that may not, with why."""
    pool = _Pool([], [], [])
    for number, article in enumerate(articles):
        place = 0
        for sentence in sentences.get(article.id, ()):
            text = printed(sentence.text)
            reason = unfit(text)
            if reason:
                pool.dropped.append(Dropped("plan", article.id, reason, sentence.text))
                continue
            stems = stems_of(text)
            passage = Passage(number, article.publisher, place, text, stems, terms_of(stems))
            pool.sentences.append(sentence)
            pool.passages.append(passage)
            place += 1
    return pool


def _choose(pool: _Pool, words: int, settings: PlanSettings, known: Sequence[str]) -> tuple[Candidate, ...]:
    """Return the candidates that cover most of the story in ``words`` words."""
    rare = rarity(pool.passages)
    measure(pool.passages, rare)
    about = relevance(pool.passages)
    counted = [p for p in pool.passages if about[p.article] >= settings.min_relevance]
    weights = weigh(counted, settings)
    said = [stems_of(text) for text in known]
    for term in sorted({term for stems in said for term in terms_of(stems)} & weights.keys()):
        weights[term] *= settings.known_share
    candidates = [
        candidate
        for index, passage in enumerate(pool.passages)
        if about[passage.article] >= settings.min_relevance
        and (candidate := _candidate(index, pool, about[passage.article], settings)) is not None
    ]
    return select(candidates, weights, words, settings, said=[vector_of(stems, rare) for stems in said])


def _candidate(index: int, pool: _Pool, about: float, settings: PlanSettings) -> Candidate | None:
    """Return the candidate that says sentence ``index``, or ``None`` if it leans on one that can't be said."""
    passage = pool.passages[index]
    bonus = (
        settings.sentence_bonus
        + settings.centrality_bonus * passage.centrality
        + settings.lead_bonus * about / (1 + passage.place)
    )
    words = len(passage.text.split())
    if not leans_back(passage.text):
        return Candidate((index,), words, passage.terms, bonus, passage.vector)
    before = index - 1
    if before < 0 or not _follows(pool.sentences[index], pool.sentences[before]):
        return None
    antecedent = pool.passages[before]
    if leans_back(antecedent.text):
        return None
    return Candidate(
        (before, index),
        words + len(antecedent.text.split()),
        passage.terms | antecedent.terms,
        bonus + settings.lean_bonus,
        passage.vector,
    )


def _follows(later: Sentence, earlier: Sentence) -> bool:
    return later.article_id == earlier.article_id and later.index == earlier.index + 1


def _fact(candidate: Candidate, pool: _Pool, settings: PlanSettings) -> Evidence:
    """Return the fact that ``candidate`` states, with what other publishers say that is nearly the same."""
    stated = [pool.sentences[part] for part in candidate.parts]
    own = {pool.passages[part].article for part in candidate.parts}
    likest: dict[int, tuple[float, int]] = {}
    for index, passage in enumerate(pool.passages):
        if passage.article in own:
            continue
        likeness = cosine(candidate.vector, passage.vector)
        if likeness >= settings.support_cosine and likeness > likest.get(passage.article, (0.0, 0))[0]:
            likest[passage.article] = (likeness, index)
    found = [index for _, index in sorted(likest.values(), key=lambda one: (-one[0], one[1]))]
    support = found[: max(settings.max_support - len(stated), 0)]
    publishers = [pool.passages[part].source for part in (*candidate.parts, *found)]
    return Evidence(
        sentences=(*stated, *(pool.sentences[index] for index in support)),
        publishers=tuple(dict.fromkeys(publishers)),
        weight=candidate.bonus,
    )


def _ordered(
    facts: Sequence[Evidence], pool: _Pool, articles: Sequence[Article], settings: PlanSettings
) -> list[Evidence]:
    lengths = Counter(passage.article for passage in pool.passages)
    places = {
        (sentence.article_id, sentence.index): passage.place / lengths[passage.article]
        for sentence, passage in zip(pool.sentences, pool.passages, strict=True)
    }
    order = in_order([(fact.sentences[0], fact.weight) for fact in facts], places, articles, settings)
    return [facts[index] for index in order]


def _with_roles(
    facts: Sequence[Evidence], disputes: Sequence[Evidence], *, lead: bool
) -> tuple[Evidence, ...]:
    """Name the first fact the lead, those of one publisher background, and put disputes after the lead."""
    named = [
        replace(
            fact, role="lead" if lead and not number else "body" if len(fact.publishers) > 1 else "background"
        )
        for number, fact in enumerate(facts)
    ]
    return (*named[:1], *disputes, *named[1:])


def _unused(pool: _Pool, evidence: Sequence[Evidence], words: int) -> list[Dropped]:
    """Account for the sentences that could have been quoted and were not: one record an article."""
    used = {(s.article_id, s.index) for fact in evidence for s in fact.sentences}
    left = Counter(s.article_id for s in pool.sentences if (s.article_id, s.index) not in used)
    return [
        Dropped("plan", article, f"{count} sentence{'s' * (count > 1)} not needed within {words} words")
        for article, count in sorted(left.items())
    ]
