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
from briefing.plan.fit import (
    counts_from_its_day,
    is_furniture,
    leans_back,
    speaks_to_you,
    stands_loosely,
    unfit,
)
from briefing.plan.order import in_order, several_days
from briefing.plan.selection import Candidate, select
from briefing.plan.verbatim import printed, printed_sentences, verbatim_text
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

__all__ = ["Plan", "plan", "printed", "printed_sentences", "verbatim_text"]


@dataclass(frozen=True, slots=True)
class Plan:
    """The facts of a brief in reading order, and what was left out and why."""

    evidence: tuple[Evidence, ...]
    dropped: tuple[Dropped, ...] = ()


@dataclass(slots=True)
class _Pool:
    """The sentences of a story that may be quoted, each with its passage, and those that may not.

    ``heard`` are passages that may not be quoted and yet tell what the story is about, as a lone quotation does.
    """

    sentences: list[Sentence]
    passages: list[Passage]
    heard: list[Passage]
    dropped: list[Dropped]
    several_days: bool


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
    pool = _pool(story.articles, sentences, settings)
    disputes = disagreements(story, sentences, ledger, settings) if ledger and not known else ()
    room = round(words * (1 + settings.over_words)) - sum(len(d.text.split()) for d in disputes)
    chosen = _choose(pool, max(room, 0), settings, known) if pool.passages else ()
    facts = _ordered(
        [_fact(candidate, pool, settings) for candidate in chosen], pool, story.articles, settings
    )
    evidence = _with_roles(facts, disputes, lead=not known)
    return Plan(evidence, (*pool.dropped, *_unused(pool, evidence, words)))


def _pool(
    articles: Sequence[Article], sentences: Mapping[str, tuple[Sentence, ...]], settings: PlanSettings
) -> _Pool:
    """Sort the sentences of ``articles`` into those that may be quoted and those that may not, with why."""
    pool = _Pool([], [], [], [], several_days(articles))
    for number, article in enumerate(articles):
        own = sentences.get(article.id, ())
        is_page = _is_page(own, settings)
        place = 0
        for sentence in own:
            text = printed(sentence.text)
            stems = stems_of(text)
            passage = Passage(number, article.publisher, place, text, stems, terms_of(stems))
            reason = "its article is mostly parts of a page" if is_page else unfit(text)
            if not reason:
                pool.sentences.append(sentence)
                pool.passages.append(passage)
                place += 1
                continue
            pool.dropped.append(Dropped("plan", article.id, reason, sentence.text))
            if not is_page and not is_furniture(text):
                pool.heard.append(passage)
    return pool


def _is_page(sentences: Sequence[Sentence], settings: PlanSettings) -> bool:
    """Return whether most words of an article are furniture: a notice that came in place of it."""
    words = [(len(sentence.text.split()), is_furniture(printed(sentence.text))) for sentence in sentences]
    furniture = sum(count for count, found in words if found)
    return furniture > settings.max_furniture_share * sum(count for count, _ in words)


def _choose(pool: _Pool, words: int, settings: PlanSettings, known: Sequence[str]) -> tuple[Candidate, ...]:
    """Return the candidates that cover most of the story in ``words`` words."""
    everything = [*pool.passages, *pool.heard]
    rare = rarity(everything)
    measure(everything, rare)
    about = relevance(everything)
    counted = [passage for passage in everything if about[passage.article] >= settings.min_relevance]
    weights = weigh(counted, settings)
    said = [stems_of(text) for text in known]
    for term in sorted({term for stems in said for term in terms_of(stems)} & weights.keys()):
        weights[term] *= settings.known_share
    candidates = [
        candidate
        for index, passage in enumerate(pool.passages)
        if about[passage.article] >= settings.min_relevance
        and (candidate := _candidate(index, pool, settings)) is not None
    ]
    return select(candidates, weights, words, settings, said=[vector_of(stems, rare) for stems in said])


def _candidate(index: int, pool: _Pool, settings: PlanSettings) -> Candidate | None:
    """Return the candidate that says sentence ``index``, or ``None`` if it leans on one that can't be said."""
    parts = _back_to_its_antecedent(index, pool, settings)
    if parts is None:
        return None
    passages = [pool.passages[part] for part in parts]
    return Candidate(
        parts,
        sum(len(passage.text.split()) for passage in passages),
        frozenset().union(*(passage.terms for passage in passages)),
        sum(_bonus(passage, settings, several_days=pool.several_days) for passage in passages)
        + settings.lean_bonus * (len(parts) - 1),
        pool.passages[index].vector,
    )


def _bonus(passage: Passage, settings: PlanSettings, *, several_days: bool) -> float:
    """Return what a sentence is worth besides its terms, in pairs of weight 1."""
    return (
        settings.sentence_bonus
        + settings.centrality_bonus * passage.centrality
        - settings.depth_malus * passage.depth
        + settings.quote_bonus * any(mark in passage.text for mark in '"“')
        + settings.digit_bonus * any(character.isdigit() for character in passage.text)
        - settings.loose_malus * stands_loosely(passage.text)
        - settings.advice_malus * speaks_to_you(passage.text)
        - settings.day_malus * (several_days and counts_from_its_day(passage.text))
    )


def _back_to_its_antecedent(index: int, pool: _Pool, settings: PlanSettings) -> tuple[int, ...] | None:
    """Return ``index`` with the sentences before it that it leans on, in order, or ``None`` if one is missing."""
    parts = [index]
    while leans_back(pool.passages[parts[0]].text):
        before = parts[0] - 1
        if len(parts) == settings.max_leaning or before < 0:
            return None
        later, earlier = pool.sentences[parts[0]], pool.sentences[before]
        if later.article_id != earlier.article_id or later.index != earlier.index + 1:
            return None
        parts.insert(0, before)
    return tuple(parts)


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
        weight=pool.passages[candidate.parts[0]].centrality,
    )


def _ordered(
    facts: Sequence[Evidence], pool: _Pool, articles: Sequence[Article], settings: PlanSettings
) -> list[Evidence]:
    passages = {(s.article_id, s.index): p for s, p in zip(pool.sentences, pool.passages, strict=True)}
    first = [fact.sentences[0] for fact in facts]
    told = [passages[sentence.article_id, sentence.index] for sentence in first]
    order = in_order(
        first, [p.place for p in told], [p.depth for p in told], [f.weight for f in facts], articles, settings
    )
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
