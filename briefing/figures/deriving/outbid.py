"""Whether a source's own figures speak against arithmetic: one states the thing, or is meant for a term.

Promise: pure; only figures of the terms' own article are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from briefing.data import AMOUNTS, SHARES, TEMPORAL, Direction, Figure, Kind
from briefing.figures.binding.keys import days, telling
from briefing.figures.binding.spots import Spot
from briefing.figures.deriving.terms import Derivation, is_change, is_told
from briefing.figures.matching.conflicts import conflict
from briefing.figures.matching.contest import closeness, does_more, role_fit, tells_whose
from briefing.figures.matching.counted import counts_alike, noun_relation
from briefing.figures.matching.match import comparable, has_another_value, match
from briefing.figures.matching.revised import is_still
from briefing.figures.reading.shares import is_so_many_of
from briefing.figures.vocabulary.thesaurus import concept, opposites, related

_OUTBID = 0.6  # by so much a stated figure must fit the claim better than the terms of the arithmetic


def outbid(claim: Figure, found: Derivation, group: Sequence[Spot]) -> bool:
    """Return whether the source states another value for the very thing: then no arithmetic makes the claim's."""
    if claim.kind is not Kind.AGE and {p.figure.kind for p in found.spots} <= TEMPORAL - {claim.kind}:
        return False  # a length of time between two points of it has no rival among lengths
    fit = max(_fit(claim, place) for place in found.spots)
    used = {(p.sentence, p.figure.start) for p in found.spots}
    if any(_states_what_is_left(claim, p, found) for p in group):
        return True
    if claim.kind is not Kind.SCORE and len(used) == 1:
        scores = [p for p in group if p.figure.kind is Kind.SCORE]
        others = [p for p in scores if (p.sentence, p.figure.start) not in used]
        if len(others) < len(scores) and any(_fit(claim, p) > fit + _OUTBID for p in others):
            return True  # the majority of another vote
    others = [p for p in group if claim.kind is not Kind.AGE or (p.sentence, p.figure.start) not in used]
    if any(_says_otherwise(claim, p) and _fit(claim, p) >= fit for p in others):
        return True
    return any(
        (p.sentence, p.figure.start) not in used
        and _is_alike(claim, p.figure)
        and not set(p.figure.thing.status) & _TOGETHER - set(claim.thing.status)
        and has_another_value(claim, p.figure)
        and not conflict(claim, p.figure)
        and not does_more(claim, p.figure)
        and not any(_is_told_again(term.figure, p.figure) for term in found.spots)
        and _fit(claim, p) > fit + (_FAR_OUTBID if _says_more(claim, found, p) else _OUTBID)
        for p in group
    )


def _is_told_again(term: Figure, other: Figure) -> bool:
    """Return whether a figure is a term of the arithmetic in another report's words."""
    alike = (term.kind, term.unit, term.low) == (other.kind, other.unit, other.low)
    return alike and noun_relation(term.thing, other.thing) == "same"


def _states_what_is_left(claim: Figure, place: Spot, found: Derivation) -> bool:
    """Return whether a report no older than the terms says how many still are what the claim says: then nothing is taken off."""
    if (
        not is_still(claim.thing)
        or not is_still(place.figure.thing)
        or not has_another_value(claim, place.figure)
    ):
        return False
    days_of_terms = [p.now for p in found.spots if p.now is not None]
    if place.now is not None and days_of_terms and place.now < max(days_of_terms):
        return False
    if " − " in found.reason and _is_told_again(found.spots[0].figure, place.figure):
        return False  # the number from which is taken off
    alike = place.figure.kind is claim.kind and place not in found.spots
    return alike and noun_relation(claim.thing, place.figure.thing) != "other"


_FEW_FIGURES = 40  # of all sources: a reader still sees them together
_REACH = 3  # sentences of an article over which terms are still told together


def hangs_together(claim: Figure, cues: frozenset[str], found: Derivation, figures: int) -> bool:
    """Return whether the terms of an arithmetic are told beside each other, and of what the claim tells.

    Of the ``figures`` of a long story two make nearly any small number: 35 km less 12 km are no 23 tugs. So there
    each term must be tied to the claim by a word or by the sentence of one that is.
    """
    terms = [p for p in found.spots if not is_told(p, cues)]
    if len(found.spots) == 1 or not terms:
        return True
    bound = [p for p in terms if _is_tied(claim, p)]
    apart = any(
        p.article == q.article and abs(p.sentence - q.sentence) > _REACH for p in terms for q in terms
    )
    if apart and not (is_distance(claim) and len(bound) == len(terms)):
        return False
    if figures <= _FEW_FIGURES:
        return True
    if any(_is_after_another(p.figure) for p in terms) or _counts_others(claim, terms):
        return False
    if all(p.stands_beside(found.spots[0]) for p in found.spots):
        return bool(bound) or any(_shares(claim, p.words) for p in terms)
    named = bound or [p for p in found.spots if p not in terms]
    return bool(named) and all(
        p in bound or any(p.article == q.article and abs(p.sentence - q.sentence) <= 1 for q in named)
        for p in terms
    )


def _is_tied(claim: Figure, place: Spot) -> bool:
    """Return whether a source's figure counts what the claim counts, or shares a word around it that tells."""
    if claim.kind is Kind.COUNT and counts_alike(claim, place.figure):
        return True
    return shares_a_word(claim, place)


def shares_a_word(claim: Figure, place: Spot) -> bool:
    """Return whether the claim has a word around its figure that tells, and that the source's figure has around it too."""
    around = place.near.union(place.figure.thing.subject, place.before if place.anaphoric else ())
    return _shares(claim, around, place.akin)


def _shares(claim: Figure, around: frozenset[str], akin: frozenset[str] = frozenset()) -> bool:
    said = {
        w
        for w in (*claim.thing.near, *claim.thing.subject)
        if tells_whose(w) and not w.startswith(("d:", "a:"))
    }
    return any(w in around for w in said) or any(not related(w).isdisjoint(akin) for w in said)


def _is_after_another(figure: Figure) -> bool:
    """Return whether a day or time is told only by what came before or after it: an hour before the storm."""
    return figure.kind in TEMPORAL and not _OF_ORDER.isdisjoint(figure.text.lower().split())


def _counts_others(claim: Figure, terms: Sequence[Spot]) -> bool:
    """Return whether claim and terms count three things that have nothing to do with each other: lorries, pupils and prizes."""
    things = [claim.thing, *(p.figure.thing for p in terms)]
    if claim.kind is not Kind.COUNT or any(not t.noun or "bare" in t.status for t in things):
        return False
    return not any(noun_relation(a, b) for a, b in combinations(things, 2))


_OF_ORDER = frozenset(("before", "after"))


def displaced(claim: Figure, cues: frozenset[str], found: Derivation, group: Sequence[Spot]) -> bool:
    """Return whether a term is of another member of its list than the claim names: of the withdrawn, not the upheld.

    What both parts say tells nothing. The claim must have a word that no term has and a like figure beside one has,
    and nothing of what only that term says.
    """
    used = {(p.sentence, p.figure.start) for p in found.spots}
    of_score = any(p.figure.kind is Kind.SCORE and (p.sentence, p.figure.start) in used for p in group)
    if claim.kind not in AMOUNTS | SHARES | {Kind.POINTS} or of_score or is_so_many_of(claim):
        return False
    told = frozenset(w for w in (*claim.thing.near, *claim.thing.subject) if tells_whose(w))
    sought = told.difference(*(p.near for p in found.spots))
    rivals = [
        p
        for p in group
        if sought & p.near
        and (p.sentence, p.figure.start) not in used
        and not is_told(p, cues)
        and not does_more(claim, p.figure)
        and days(p.figure.thing.owner).issubset(claim.thing.words)
    ]
    return any(
        _is_sibling(claim, term, rival) and _is_left_aside(term, rival, told, " − " in found.reason)
        for term in found.spots
        if rivals and not is_told(term, cues)
        for rival in rivals
    )


def _is_sibling(claim: Figure, term: Spot, rival: Spot) -> bool:
    """Return whether two figures of a list are of one kind and count the same, or the rival alone what the claim counts."""
    a, b = term.figure, rival.figure
    if abs(rival.sentence - term.sentence) > 1 or (a.kind, a.unit) != (b.kind, b.unit):
        return False
    return (
        a.kind is not Kind.COUNT
        or noun_relation(b.thing, a.thing) in ("same", "")
        or noun_relation(claim.thing, b.thing) == "same"
        or concept(b.thing.noun) in claim.thing.near
    )


def _is_left_aside(term: Spot, rival: Spot, told: frozenset[str], apart: bool) -> bool:
    """Return whether a term says what it is of in words that neither the like figure nor the claim has.

    A distance lies between two things of which a claim may name one: there only a name or an opposite tells ``apart``.
    """
    if (
        concept(rival.figure.thing.noun) in told
        and noun_relation(rival.figure.thing, term.figure.thing) == "other"
    ):
        return True
    own = {w for w in term.near - rival.near if tells_whose(w)}
    if apart:
        beside = rival.sentence == term.sentence
        whose = {*rival.figure.thing.owner, *rival.figure.thing.subject} if beside else set()
        its = {w for w in rival.near - term.near if w in whose or opposites(w)}
        return bool(its & told) and bool(own) and not own & told
    return bool(own) and not own & told


_TOGETHER = frozenset(("all",))  # "101 seats between us" is no rival of what one has
_FAR_OUTBID = 2.0  # … and by so much where the terms have a word of the claim that the rival lacks


def _says_more(claim: Figure, found: Derivation, rival: Spot) -> bool:
    told = telling(claim.thing.near)
    return any(w in place.near and w not in rival.words for w in told for place in found.spots)


def _says_otherwise(claim: Figure, place: Spot) -> bool:
    """Return whether a source has the very value with another bound: "by more than four seconds"."""
    other = place.figure
    return (
        claim.low == other.low
        and _is_alike(claim, other)
        and comparable(claim, other)
        and claim.modifier is not other.modifier
        and match(claim, other).fault == "modifier"
    )


def _fit(claim: Figure, place: Spot) -> float:
    """Return how well the words fit, whatever end of a change the figure is: terms are levels, the claim a distance."""
    return closeness(claim, place) - role_fit(claim.thing, place.figure.thing)


def _is_alike(claim: Figure, other: Figure) -> bool:
    """Return whether both are levels, or both distances."""
    return is_distance(claim) == is_distance(other)


def is_distance(figure: Figure) -> bool:
    """Return whether a figure is a change or a gap, not a level."""
    return is_change(figure) or figure.direction is not Direction.NONE
