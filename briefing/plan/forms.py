"""Which facts to tell, and each in which of its wordings: as short as the sources' own words can be made at no loss.

A wording that leaves words out loses terms, and the room it leaves buys others. What is lost and what is bought are
weighed by the same weights as the plan itself, over the whole brief: a term that another sentence has is no loss.
Many small cuts cost less than a few large ones of as many words, so a cut is paid for once, and then for its first words only.
Promise: what is chosen is worth at least ``least_worth`` of the best plan of verbatim sentences in the same room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.data import Evidence
from briefing.figures import parse
from briefing.plan.facts import Scale, bonus_of, opening_names
from briefing.plan.pool import Pool
from briefing.plan.selection import Candidate, select, worth
from briefing.plan.verbatim import printed_sentences
from briefing.plan.weights import Passage, cosine, stems_of, terms_of, vector_of
from briefing.settings import PlanSettings


def choose_forms(
    pool: Pool,
    facts: Sequence[Evidence],
    forms: Sequence[Sequence[str]],
    first: int,
    words: int,
    settings: PlanSettings,
) -> tuple[tuple[int, int], ...]:
    """Return which facts to tell, and each in which of its ``forms``, in about ``words`` words.

    The ``first`` facts are the plan for so many words; the last form of each is its verbatim one. What is told shorter is
    paid for, at first so well that nearly everything is, then less and less, until the plan found is worth enough.
    """
    scale = Scale.of(pool, settings)
    passages = {(s.article_id, s.index): p for s, p in zip(pool.sentences, pool.passages, strict=True)}
    places: list[tuple[int, int]] = []
    candidates: list[Candidate] = []
    for number, fact in enumerate(facts):
        told = [passages[s.article_id, s.index] for s in printed_sentences(fact)]
        for form, text in enumerate(forms[number]):
            places.append((number, form))
            candidates.append(_form(number, text, told, scale))
    verbatim = [n for n, (number, form) in enumerate(places) if form == len(forms[number]) - 1]
    planned = [n for n in verbatim if places[n][0] < first]
    length = {places[n][0]: candidates[n].words for n in verbatim}

    def chosen_at(price: float, among: Sequence[int]) -> list[int]:
        """Return what is best among some candidates, where each word paid for is worth ``price``."""
        paid = {n: _paid(candidates[n], length[places[n][0]], price, settings) for n in among}
        back = {id(candidate): n for n, candidate in paid.items()}
        found = select(list(paid.values()), scale.weights, words, settings, start=[paid[n] for n in planned])
        return [back[id(candidate)] for candidate in found]

    def worth_of(plan: Sequence[int]) -> float:
        return worth([candidates[n] for n in plan], scale.weights)

    plain = chosen_at(0.0, verbatim)
    least = settings.least_worth * worth_of(plain)
    plans = (chosen_at(price, range(len(candidates))) for price in settings.brevity_prices)
    best = next((plan for plan in plans if worth_of(plan) >= least), plain)
    return tuple(places[n] for n in best)


def _paid(candidate: Candidate, verbatim_words: int, price: float, settings: PlanSettings) -> Candidate:
    """Return ``candidate`` with what its brevity is paid; one that is longer than the verbatim form pays for it."""
    saved = verbatim_words - candidate.words
    paid = min(saved, settings.paid_words) + settings.paid_once_words * (saved > 0)
    return replace(candidate, bonus=candidate.bonus + price * paid)


def _form(number: int, text: str, passages: Sequence[Passage], scale: Scale) -> Candidate:
    """Return the candidate that tells fact ``number`` in the words of ``text``, made from ``passages``.

    One that says less than several sentences do has the bonus of one of them.
    """
    stems = stems_of(text)
    values = {(str(figure.low), str(figure.high)) for figure in parse(text)}
    vector = vector_of(stems, scale.rare)
    told = replace(
        passages[0],
        text=text,
        terms=terms_of(stems),
        vector=vector,
        centrality=cosine(vector, scale.centre),
        figures=frozenset(f for passage in passages for f in passage.figures if f[1:] in values),
    )
    whole = text == " ".join(passage.text for passage in passages)
    bonus = sum(bonus_of(p, scale.pool, scale.settings) for p in (passages if whole else (told,)))
    terms = frozenset(sorted(scale.numbers_of(told)))
    return Candidate((number,), len(text.split()), terms, bonus, vector, opening_names(passages))
