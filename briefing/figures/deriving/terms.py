"""What arithmetic works with: like figures of one article, and the figure they would make.

Promise: terms are compared in one unit, exactly, and never across different things.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from briefing.data import AMOUNTS, QUANTITIES, Direction, Figure, Kind, Modifier, Thing
from briefing.figures.binding.apposed import BY, NEEDED
from briefing.figures.binding.polarity import MAYBE
from briefing.figures.binding.prospects import DONE, UNDONE
from briefing.figures.binding.sides import is_of_ballot, sides_apart
from briefing.figures.binding.spots import Spot
from briefing.figures.matching.contest import closeness
from briefing.figures.matching.counted import counts_another, noun_relation
from briefing.figures.matching.match import match
from briefing.figures.matching.scale import base_value
from briefing.figures.matching.standing import speaks_of_need
from briefing.figures.vocabulary.thesaurus import ACT_OF, CHANGES, HARM, related
from briefing.wordsets import word_set

_MONTHS = 12
_MAX_SPOTS = 40  # the closest figures of an article
MAX_TERMS = 14  # of which so many may be summands; more would make sums by accident


@dataclass(frozen=True, slots=True)
class Derivation:
    """The arithmetic in plain words ("5 + 7 = 12") and the figures it uses."""

    reason: str
    spots: tuple[Spot, ...]


def closest_by_article(claim: Figure, spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Yield for each article the figures whose words are closest to the claim's, the closest first."""
    groups: dict[int, list[Spot]] = {}
    for place in spots:
        groups.setdefault(place.article, []).append(place)
    for article in sorted(groups):
        yield closest(claim, groups[article])


def closest(claim: Figure, spots: Iterable[Spot]) -> list[Spot]:
    """Return the figures whose words are closest to the claim's, the closest first."""
    ranked = sorted(spots, key=lambda s: (-closeness(claim, s), s.article, s.sentence, s.figure.start))
    return ranked[:_MAX_SPOTS]


_FEWEST = 2  # terms of a list


def totals_of_lists(group: Sequence[Spot]) -> list[Spot]:
    """Return the sums of lists of one sentence, each term of one noun and deed and with an owner or day of its own."""
    lists: dict[tuple[int, Kind, str, str, str], list[Spot]] = {}
    for place in single_values(group, AMOUNTS):
        figure, thing = place.figure, place.figure.thing
        if (
            thing.role
            or thing.noun == ""
            or figure.gap
            or figure.direction
            or {s for s in thing.status if not is_of_ballot(s)}
            - {"bare", "listed", BY, MAYBE, "the-other", DONE, UNDONE}
        ):
            continue
        key = (place.sentence, figure.kind, base_value(figure)[0], thing.noun, thing.act)
        lists.setdefault(key, []).append(place)
    return [_total_of(terms) for terms in lists.values() if len(terms) >= _FEWEST and _owned_apart(terms)]


def _owned_apart(terms: Sequence[Spot]) -> bool:
    owners = {frozenset(p.figure.thing.owner) for p in terms}
    return len(owners) == len(terms) and len({p.figure.modifier for p in terms}) == 1


def _total_of(terms: Sequence[Spot]) -> Spot:
    ordered = sorted(terms, key=lambda p: p.figure.start)
    first = ordered[0]
    value = sum((base_value(p.figure)[1] for p in ordered), Decimal(0))
    shown = " + ".join(p.figure.text for p in ordered)
    unit = base_value(first.figure)[0]
    figure = replace(first.figure, low=value, high=value, unit=unit, text=f"({shown})")
    return replace(first, figure=figure, near=frozenset().union(*(p.near for p in ordered)))


def would_support(claim: Figure, terms: Sequence[Spot], value: Decimal, unit: str) -> bool:
    """Return whether a figure of ``value`` in base ``unit``, hedged as its terms are, would support the claim."""
    if claim.low != claim.high:
        return False
    modifiers = {t.figure.modifier for t in terms}
    if modifiers == {Modifier.EXACT, Modifier.ABOUT}:
        modifiers = {Modifier.ABOUT}  # about 8,600 less 5,200 is about 3,400
    if len(modifiers) > 1:
        return False
    base, stated, _ = base_value(claim)
    own = _figure_of(claim.kind, stated, base, claim.modifier)
    return match(own, _figure_of(claim.kind, value, unit, modifiers.pop())).fits


def follows(
    claim: Figure,
    value: Decimal,
    made: Decimal,
    modifier: Modifier = Modifier.EXACT,
    kind: Kind = Kind.FRACTION,
) -> bool:
    """Return whether a claim of ``value`` follows, hedged as it is, from ``made``, the result of an arithmetic."""
    return match(_figure_of(kind, value, "", claim.modifier), _figure_of(kind, made, "", modifier)).fits


def _figure_of(kind: Kind, value: Decimal, unit: str, modifier: Modifier) -> Figure:
    return Figure(kind, str(value), 0, 0, value, value, unit, modifier)


def single_values(places: Iterable[Spot], kinds: Collection[Kind]) -> list[Spot]:
    """Return the figures of ``kinds`` that are one value each, no range."""
    return [p for p in places if p.figure.kind in kinds and is_single(p.figure)]


def is_single(figure: Figure) -> bool:
    """Return whether a figure is one value."""
    return figure.low is not None and figure.low == figure.high


def is_numerator(figure: Figure) -> bool:
    """Return whether a count is read from the first number of "six of eight"."""
    return bool(figure.parts) and figure.low == figure.parts[0]


def like_terms(claim: Figure, group: Iterable[Spot]) -> list[Spot]:
    """Return the single values of ``group`` that may be set against the claim, brought to its kind.

    Besides figures of its own kind: 14.20 euros a square metre for a sum of euros, ages for years.
    """
    places = list(group)
    terms = single_values(places, (claim.kind,))
    for place in places:
        figure = place.figure
        if figure.low is None or figure.low != figure.high:
            continue
        if figure.kind is Kind.RATE and claim.kind in (Kind.MONEY, Kind.MEASURE, Kind.COUNT):
            unit = figure.unit.partition("/")[0]
            terms += [replace(place, figure=replace(figure, kind=claim.kind, unit=unit))]
        elif figure.kind is Kind.MONEY and claim.kind is Kind.RATE and _is_rate_beside(claim, place, places):
            terms += [replace(place, figure=replace(figure, kind=claim.kind, unit=claim.unit))]
        elif figure.kind is Kind.AGE and claim.kind is Kind.DURATION and figure.unit == "year":
            months = figure.low * _MONTHS
            terms += [
                replace(place, figure=replace(figure, kind=claim.kind, unit="month", low=months, high=months))
            ]
    return terms


def _is_rate_beside(claim: Figure, place: Spot, places: Sequence[Spot]) -> bool:
    """Return whether a sum of money stands beside a rate of the claim's unit: paid 9.20 an hour when the minimum was 11.44."""
    return claim.unit.partition("/")[0] == place.figure.unit and any(
        p.sentence == place.sentence and p.figure.kind is Kind.RATE and p.figure.unit == claim.unit
        for p in places
    )


def count_the_same(a: Figure, b: Figure) -> bool:
    """Return whether two source figures count the same thing, so that they may be added or compared."""
    degrees = a.kind is Kind.TEMPERATURE and "degree" in (a.unit, b.unit)
    if a.kind is not b.kind or (base_value(a)[0] != base_value(b)[0] and not degrees):
        return False
    if "abstained" in (a.thing.act, b.thing.act) and a.thing.act != b.thing.act:
        return False
    acts = {befallen(f.thing) for f in (a, b) if f.thing.act != "be" or "bare" not in f.thing.status} - {""}
    if a.kind is Kind.COUNT and len(acts) > 1 and acts & HARM and not acts <= HARM:
        return False
    return not counts_another(a, b)


def befallen(thing: Thing) -> str:
    """Return what befell those counted, by their noun or else the verb: bodies found are of the killed."""
    of_noun = ACT_OF.get(thing.noun, "")
    return of_noun if of_noun in HARM else thing.act


def far_apart(claim: Figure, terms: Sequence[Spot]) -> bool:
    """Return whether counts of several sentences meet by chance: their own nouns have nothing to do with each other.

    Runs of one sentence less the matches of another are no difference. In one sentence nouns may be the subject's.
    """
    if claim.kind is not Kind.COUNT or claim.gap:
        return False
    apart = [(p, q) for p, q in combinations(terms, 2) if not p.stands_beside(q)]
    named = bool(claim.thing.noun) and "bare" not in claim.thing.status
    if apart and named and not any(noun_relation(claim.thing, p.figure.thing) for p in terms):
        return True
    return any(_unrelated(a.figure, b.figure) for a, b in apart)


def _unrelated(a: Figure, b: Figure) -> bool:
    things = (a.thing, b.thing)
    told = all(t.noun and "bare" not in t.status for t in things)
    return told and not noun_relation(*things)


def names_others(claim: Figure, place: Spot) -> bool:
    """Return whether a number names what it counts, and that is nothing that the claim counts."""
    thing = place.figure.thing
    named = bool(thing.noun) and "bare" not in thing.status
    return named and noun_relation(claim.thing, thing) in ("", "other")


def is_of_others(claim: Figure, place: Spot, group: Iterable[Spot]) -> bool:
    """Return whether a number names other things than the claim, whose own are counted beside it."""
    return names_others(claim, place) and any(
        noun_relation(claim.thing, p.figure.thing) == "same" for p in group
    )


def is_change(figure: Figure) -> bool:
    """Return whether a figure is the way between two levels, or the distance from one thing to another."""
    return figure.thing.role == "change" or figure.gap is not Direction.NONE


def is_on_top(figure: Figure) -> bool:
    """Return whether a number counts only those that came on top of others: "five more", "27 new cases"."""
    return "other" in figure.thing.status or "new" in figure.thing.near


def may_stand_for(claim: Figure, place: Spot) -> bool:
    """Return whether a figure counts what the claim counts, or more of it, so that it may be a term."""
    ours, theirs = claim.thing, place.figure.thing
    subject = claim.gap is not Direction.NONE and "bare" in ours.status  # "the crowd was 2,500 smaller"
    subject = subject or (claim.kind is Kind.MONEY and ours.role == "change")
    if not subject and claim.kind not in (Kind.PERCENT, Kind.POINTS) and counts_another(claim, place.figure):
        return False  # the noun of a percentage is often its subject's
    one = place.figure.kind is Kind.COUNT and place.figure.low == 1 and not place.figure.parts
    if one and noun_relation(ours, theirs) != "same":
        return False  # "one" is a pronoun more often than a count
    if ours.act in HARM and theirs.act in HARM and ours.act != theirs.act:
        return False
    if sides_apart(ours, theirs) or is_only_needed(claim, place):
        return False
    return "denied" not in theirs.status


def is_only_needed(claim: Figure, place: Spot) -> bool:
    """Return whether a figure is a mark to be reached, of which the claim does not speak."""
    return NEEDED in place.figure.thing.status and not speaks_of_need(claim.thing)


_NO_CONTENT = ("d:", "o:", "a:")
_OF_DISTANCE = word_set("turn majority margin lead gap difference total sum number figure")
_BEFORE = frozenset(("family:previous",))


def speaks_of(claim: Figure, place: Spot) -> bool:
    """Return whether the claim speaks of what the sentence of a source's figure speaks of."""
    around = place.words | place.before if place.anaphoric else place.words
    thing = claim.thing
    said = (*thing.near, *thing.words, *thing.subject)
    empty = _OF_DISTANCE | CHANGES if claim.gap else _OF_DISTANCE | _BEFORE
    told = [w for w in said if not w.startswith(_NO_CONTENT) and w not in empty]
    return not told or any(w in around for w in told) or any(related(w) & place.akin for w in told)


def values_told(figures: Iterable[Figure]) -> frozenset[str]:
    """Return the values of the figures beside a claim, as its cues hold them: a claim that names the terms announces a sum."""
    told: set[str] = set()
    for figure in figures:
        if figure.low is not None and figure.kind in QUANTITIES | {Kind.FRACTION, Kind.AGE}:
            told.update(f"={value.normalize():f}" for value in (*base_value(figure)[1:], *figure.parts))
    return frozenset(told)


def is_told(place: Spot, cues: frozenset[str]) -> bool:
    """Return whether the claim's sentence names the value of a source's figure too."""
    return f"={base_value(place.figure)[1].normalize():f}" in cues


def result(value: Decimal, claim: Figure) -> str:
    """Return the result as the arithmetic shows it: in the claim's own words where it is exact."""
    return claim.text if claim.modifier is Modifier.EXACT else f"{value.normalize():f}"
