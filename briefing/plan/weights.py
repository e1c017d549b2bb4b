"""What the words of a story are worth: how likely a person who sums it up is to use each of them.

A *term* is a stem or a pair of neighbouring stems. Its weight is the probability that a human summary holds
it, by a logistic model of nine signs: how many publishers use it, in how many sentences, how early, how many of
its words carry meaning, and how common each is in the story. The model is that of Li, Qian and Liu (2013, "Using supervised bigram-based
ILP for extractive summarization"), with fewer signs and in place of document counts those of publishers.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.settings import PlanSettings
from briefing.terms import STOP_WORDS, canonical, stem, words

Term = tuple[str, ...]

_TENS = frozenset(str(ten) for ten in range(20, 100, 10))
_UNITS = frozenset("123456789")


@dataclass(slots=True)
class Passage:
    """A sentence as the weighing sees it: ``source`` its independent publisher, ``article`` its article, ``place`` from 0.

    ``place`` counts only sentences that may be quoted, so that a heading or a caption does not push the lead
    down. ``stems`` are in order; ``terms`` are its stems and pairs of them, each once. ``age_days`` counts from
    the newest article; ``stale`` is whether it states a figure that was replaced, ``figures`` what its figures say of
    what, by line of the ledger and value (line -1 where the value alone tells), ``values`` the same with every line. ``strange`` is whether somebody in it is introduced elsewhere.
    """

    article: int
    source: str
    place: int
    text: str
    stems: tuple[str, ...] = ()
    terms: frozenset[Term] = frozenset()
    vector: dict[str, float] = field(default_factory=dict)
    centrality: float = 0.0
    depth: float = 0.0
    age_days: float = 0.0
    stale: bool = False
    figures: frozenset[tuple[int, str, str]] = frozenset()
    values: frozenset[tuple[int, str, str]] = frozenset()
    strange: bool = False


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of ``text`` in order, numbers in one form ("thirty-four", "34"), function words included."""
    stems: list[str] = []
    for one in (stem(canonical(word)) for word in words(text)):
        if stems and stems[-1] in _TENS and one in _UNITS:
            stems[-1] = stems[-1][0] + one
        else:
            stems.append(one)
    return tuple(stems)


def terms_of(stems: Sequence[str]) -> frozenset[Term]:
    """Return the single stems and the pairs of neighbours of ``stems``."""
    return frozenset({(one,) for one in stems} | set(pairwise(stems)))


def weigh(passages: Sequence[Passage], settings: PlanSettings) -> dict[Term, float]:
    """Return the weight of every term of ``passages``: 0..1, and ``single_share`` of that for a single stem."""
    weights: dict[Term, float] = {}
    for term, signs in signs_of(passages, settings).items():
        pair = len(term) == 2
        coefficients = settings.pair_weights if pair else settings.single_weights
        score = sum(c * sign for c, sign in zip(coefficients, signs, strict=True))
        weights[term] = (1.0 if pair else settings.single_share) / (1 + math.exp(-score))
    return weights


def signs_of(passages: Sequence[Passage], settings: PlanSettings) -> dict[Term, tuple[float, ...]]:
    """Return the signs of every term of ``passages``, in the order of the coefficients in ``settings``."""
    sources: dict[Term, set[str]] = defaultdict(set)
    count: Counter[Term] = Counter()
    earliest: dict[Term, int] = {}
    leads: Counter[Term] = Counter()
    for passage in passages:
        for term in passage.terms:
            sources[term].add(passage.source)
            count[term] += 1
            earliest[term] = min(earliest.get(term, passage.place), passage.place)
            leads[term] += passage.place < settings.lead_sentences
    publishers = len({passage.source for passage in passages})
    signs: dict[Term, tuple[float, ...]] = {}
    for term in count:
        shares = [math.log(count[(one,)] / len(passages)) for one in term]
        signs[term] = (
            1.0,
            math.log(len(sources[term])),
            len(sources[term]) / publishers,
            math.log(count[term]),
            1 / (1 + earliest[term]),
            math.log1p(leads[term]),
            sum(one not in STOP_WORDS for one in term) / len(term),
            sum(math.log(count[(one,)]) for one in term) / len(term),
            min(shares),
            max(shares),
        )
    return signs


def rarity(passages: Sequence[Passage]) -> dict[str, float]:
    """Return for each meaningful stem how rare it is in the story (log of the inverse share of sentences).

    Under ``""`` stands what a stem counts that the story doesn't have: as much as the rarest.
    """
    spread = Counter(one for passage in passages for one in set(passage.stems) if one not in STOP_WORDS)
    return {one: math.log(1 + len(passages) / n) for one, n in spread.items()} | {
        "": math.log(1 + len(passages))
    }


def vector_of(stems: Sequence[str], rare: Mapping[str, float]) -> dict[str, float]:
    """Return the unit TF-IDF vector of ``stems``, given how rare each is in the story (see ``rarity``)."""
    counts = Counter(one for one in stems if one not in STOP_WORDS)
    return _unit({one: n * rare.get(one, rare[""]) for one, n in sorted(counts.items())})


def measure(passages: Sequence[Passage], rare: Mapping[str, float]) -> dict[str, float]:
    """Set ``vector`` (see ``vector_of``), ``centrality`` and ``depth`` (both 0..1) of every passage.

    Centrality is the cosine with the story as a whole, in which every article weighs by the square root of
    its length, so that one long article does not decide alone. Returned is the whole, so scaled that its cosine
    with the vector of any other text is the centrality of that.
    """
    lengths = Counter(passage.article for passage in passages)
    centre: dict[str, float] = defaultdict(float)
    for passage in passages:
        passage.vector = vector_of(passage.stems, rare)
        for one, value in passage.vector.items():
            centre[one] += value / math.sqrt(lengths[passage.article])
    unit = _unit(centre)
    cosines = [cosine(passage.vector, unit) for passage in passages]
    highest = max(cosines, default=0.0) or 1.0
    deepest = {article: 0 for article in lengths}
    for passage in passages:
        deepest[passage.article] = max(deepest[passage.article], passage.place)
    for passage, value in zip(passages, cosines, strict=True):
        passage.centrality = value / highest
        passage.depth = passage.place / (1 + deepest[passage.article])
    return {one: value / highest for one, value in unit.items()}


def relevance(passages: Sequence[Passage]) -> dict[int, float]:
    """Return for each article how far it is about the story (0..1): 1 for the one most like the whole.

    An article that shares no words with the rest (a notice from the page, a stray) is low, unless it is most
    of the text. A lone article is the story.
    """
    by_article: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    whole: dict[str, float] = defaultdict(float)
    lengths = Counter(passage.article for passage in passages)
    for passage in passages:
        for one, value in passage.vector.items():
            by_article[passage.article][one] += value
            whole[one] += value / math.sqrt(lengths[passage.article])
    centre = _unit(whole)
    likeness = {article: cosine(_unit(vector), centre) for article, vector in by_article.items()}
    highest = max(likeness.values(), default=0.0) or 1.0
    return {article: likeness.get(article, 0.0) / highest for article in lengths}


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two unit vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b.get(one, 0.0) for one, value in a.items())


def containment(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the larger of the shares (0..1, by weight) that each of two vectors has in common with the other."""
    shared = [one for one in a if one in b]
    shares = (sum(vector[one] for one in shared) / (sum(vector.values()) or 1.0) for vector in (a, b))
    return max(shares)


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    norm = math.sqrt(sum(value * value for value in vector.values()))
    return {one: value / norm for one, value in vector.items()} if norm else {}
