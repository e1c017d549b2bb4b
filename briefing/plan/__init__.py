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
from briefing.plan.facts import choose_facts
from briefing.plan.forms import choose_forms
from briefing.plan.order import in_order
from briefing.plan.pool import Pool, gather
from briefing.plan.verbatim import printed, printed_sentences, verbatim_text
from briefing.settings import PlanSettings

__all__ = ["Plan", "fit_forms", "plan", "printed", "printed_sentences", "reading_order", "verbatim_text"]


@dataclass(frozen=True, slots=True)
class Plan:
    """The facts of a brief in reading order, and what was left out and why."""

    evidence: tuple[Evidence, ...]
    dropped: tuple[Dropped, ...] = ()


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

    ``sentences`` are those of each article by its id; ``ledger`` the story's figures, for disagreements and for
    what was replaced; ``known`` texts that were said before, in this brief or the last edition, and are not to
    be said again.
    """
    pool = gather(story, sentences, ledger, settings)
    disputes = disagreements(sentences, ledger, settings) if ledger and not known else ()
    room = round(words * (1 + settings.over_words)) - sum(len(d.text.split()) for d in disputes)
    facts = choose_facts(pool, max(room, 0), settings, known) if pool.passages else ()
    evidence = _with_roles(_ordered(facts, pool, story.articles, settings), disputes, lead=not known)
    return Plan(evidence, (*pool.dropped, *_unused(pool, evidence, words)))


def fit_forms(
    story: Story,
    sentences: Mapping[str, tuple[Sentence, ...]],
    facts: Sequence[Evidence],
    forms: Sequence[Sequence[str]],
    *,
    first: int,
    words: int,
    settings: PlanSettings,
    ledger: Ledger | None = None,
) -> tuple[tuple[int, int], ...]:
    """Return which of ``facts`` to tell and in which of the ``forms`` of each, as pairs of their numbers.

    Together they cover the story as well as its sentences do verbatim, in the same room but shorter: see ``forms``. A
    fact of our own making (a disagreement) is told as it is. The ``first`` facts are the plan for these words, the others spare
    ones; the last form of each is its verbatim one. ``sentences`` are all those of the story.
    """
    pool = gather(story, sentences, ledger, settings)
    own = [n for n, fact in enumerate(facts) if fact.text]
    told = [n for n, fact in enumerate(facts) if not fact.text]
    room = round(words * (1 + settings.over_words)) - sum(len(forms[n][0].split()) for n in own)
    planned = sum(n < first for n in told)
    chosen = choose_forms(
        pool, [facts[n] for n in told], [forms[n] for n in told], planned, max(room, 0), settings
    )
    return tuple(sorted([*((n, 0) for n in own), *((told[n], form) for n, form in chosen)]))


def reading_order(
    story: Story,
    sentences: Mapping[str, tuple[Sentence, ...]],
    facts: Sequence[Evidence],
    *,
    settings: PlanSettings,
) -> tuple[int, ...]:
    """Return the indices of ``facts`` in the order in which one plan of them all would tell them.

    ``facts`` come from several plans, or from a model's draft; ``sentences`` are all those of the story.
    """
    pool = gather(story, sentences, None, settings)
    place = {(s.article_id, s.index): p.place for s, p in zip(pool.sentences, pool.passages, strict=True)}
    deepest = {s.article_id: p.place for s, p in zip(pool.sentences, pool.passages, strict=True)}
    first = [fact.sentences[0] for fact in facts]
    places = [place.get((s.article_id, s.index), s.index) for s in first]
    depths = [p / (1 + max(p, deepest.get(s.article_id, 0))) for p, s in zip(places, first, strict=True)]
    weights = [fact.weight for fact in facts]
    return tuple(in_order(first, places, depths, weights, story.articles, settings))


def _ordered(
    facts: Sequence[Evidence], pool: Pool, articles: Sequence[Article], settings: PlanSettings
) -> list[Evidence]:
    passages = {(s.article_id, s.index): p for s, p in zip(pool.sentences, pool.passages, strict=True)}
    first = [fact.sentences[0] for fact in facts]
    told = [passages[sentence.article_id, sentence.index] for sentence in first]
    weights = [fact.weight for fact in facts]
    order = in_order(first, [p.place for p in told], [p.depth for p in told], weights, articles, settings)
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


def _unused(pool: Pool, evidence: Sequence[Evidence], words: int) -> list[Dropped]:
    """Account for the sentences that could have been quoted and were not: one record an article."""
    used = {(s.article_id, s.index) for fact in evidence for s in fact.sentences}
    left = Counter(s.article_id for s in pool.sentences if (s.article_id, s.index) not in used)
    return [
        Dropped("plan", article, f"{count} sentence{'s' * (count > 1)} not needed within {words} words")
        for article, count in sorted(left.items())
    ]
