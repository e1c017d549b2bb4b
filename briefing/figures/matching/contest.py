"""Which figure of the sources fits the words around a claim best.

Of all comparable figures the claim belongs to the one whose words fit it best; if that one has another value, the
claim is a swap. Promise: pure, deterministic, linear in the words compared.
"""

from __future__ import annotations

from briefing.data import Direction, Figure, Kind, Modifier, Thing
from briefing.figures.binding.keys import is_date, own_days
from briefing.figures.binding.polarity import MAYBE
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.status import COUNTED
from briefing.figures.matching.belonging import named_subjects, names
from briefing.figures.matching.counted import noun_relation
from briefing.figures.matching.growth import one_growth
from briefing.figures.vocabulary.lexicon import is_light
from briefing.figures.vocabulary.thesaurus import (
    ACTS,
    CUMULATIVE,
    EXCLUSIVE,
    concept,
    related,
)
from briefing.wordsets import word_set

_NAME_WEIGHT = 2.0


_DATE_WEIGHT = 1.5


_LIGHT_WEIGHT = 0.15


_NEAR, _SENTENCE, _BEFORE = 1.0, 0.4, 0.2  # what a shared word counts, by where the source has it


_LEANT_ON = 0.5  # … and where a pronoun of the source's sentence points back


_AKIN = 0.6  # … and where it is a related word


_CONTEXT = 0.3  # what a word of the claim's sentence counts outside the figure's own part


_FEW_WORDS = 1.5  # with less around the figure itself, the whole sentence says what it is about


_NOUN_BONUS, _ACT_BONUS, _ROLE_BONUS = 1.5, 1.5, 0.8


_SPEAKER_BONUS = 1.5


_DISPLACING_BY_VERB = 1.4  # more where only the deed differs: it may be another word for it


_DISPLACING = 0.9  # hardly less than one content word


def _weigh(word: str, names: frozenset[str]) -> float:
    """Return how much a shared word tells: names and dates most, words such as "say" hardly anything."""
    if word.startswith(("d:", "n:", "a:")):
        return _DATE_WEIGHT
    if word in names:
        return _NAME_WEIGHT
    return _LIGHT_WEIGHT if is_light(word) else 1.0


def closeness(claim: Figure, place: Spot) -> float:
    """Return how well the words around a source's figure fit those around the claim's; higher is closer."""
    ours, theirs = claim.thing, place.figure.thing
    names = frozenset(ours.owner)
    near = frozenset(ours.near)
    score = 0.0
    for word in ours.near:
        score += _weigh(word, names) * _credit(word, place)
    for word in ours.words:
        if word not in near:
            score += _CONTEXT * _weigh(word, names) * min(_SENTENCE, _credit(word, place))
    standing = noun_relation(ours, theirs)
    score += {"same": _NOUN_BONUS, "wider": 0.8, "narrower": 0.4, "other": -_NOUN_BONUS}.get(standing, 0.0)
    if standing == "other" and claim.kind in (Kind.PERCENT, Kind.FRACTION, Kind.MONEY):
        score += _NOUN_BONUS  # its noun is often only its subject's
    one_way = claim.direction is place.figure.direction is not Direction.NONE
    if one_way and ours.act != theirs.act:
        score += 0.6  # "lost 9 per cent" and "tumbled 9 per cent"
    elif ours.act and ours.act == theirs.act:
        score += _ACT_BONUS if ours.act in ACTS else 0.6
    elif (ours.act, theirs.act) in EXCLUSIVE:
        score -= 0.5
    score += _ROLE_BONUS + 0.3 if one_growth(claim, place.figure) else role_fit(ours, theirs)
    if ours.speaker and theirs.speaker:
        score += _SPEAKER_BONUS if set(ours.speaker) & set(theirs.speaker) else -_SPEAKER_BONUS / 2
    return score


def displaces(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether the claim says whose figure it is in the words of ``rival``'s part, not in those of ``best``'s.

    Both stand in one sentence: "seats cost from 30, couches from 50". What the two parts share tells nothing; the
    claim must have more of what only the rival's part says, and the other part a word of its own that the claim lacks.
    """
    if not rival.stands_beside(best):
        return False
    ours = claim.thing
    roles = [(f.thing.role or "to") for f in (claim, rival.figure, best.figure)]
    if roles[0] == roles[2] != roles[1]:
        return False
    names = frozenset(ours.owner)
    theirs = _telling(rival, best) - set(best.figure.thing.speaker)
    own = _telling(best, rival) - _COMPARED_WITH
    rest = {w for w in own if w not in ours.words}
    if _each_of_its_own(rival, best):
        carried = 0.0
    elif (
        rival.figure.start < best.figure.start
    ):  # what goes before is meant for what follows, unless that has its own
        theirs &= _whose(rival.figure)
        rest &= _whose(best.figure)
        carried = 1.0
    else:
        carried = (
            0.0
            if _is_short(rival.figure) or (rest & _whose(best.figure) and theirs & _whose(rival.figure))
            else 0.5
        )
    if not rest:
        return False
    shared = own - _whose(best.figure)
    for_rival = sum(_weigh(w, names) for w in ours.near if w in theirs)
    for_best = sum(_weigh(w, names) * (carried if w in shared else 1) for w in ours.words if w in own)
    by_verb = not theirs & _whose(rival.figure) & set(ours.near)
    by_verb = by_verb and claim.kind is not Kind.DATE and not _is_short(rival.figure)
    return for_rival >= for_best + (_DISPLACING_BY_VERB if by_verb else _DISPLACING)


_COMPARED_WITH = frozenset(("family:previous", "family:annual", "family:monthly", "family:quarterly"))


def _each_of_its_own(rival: Spot, best: Spot) -> bool:
    """Return whether both are shares that say of which: "4 percent of the group given it and 6 percent of the others"."""
    things = rival.figure.thing, best.figure.thing
    return all("part" in t.status for t in things) and things[0].noun == things[1].noun != ""


def does_more(claim: Figure, source: Figure) -> bool:
    """Return whether the source's figure tells of a death, an arrest …, of what was counted, or denies a bound, and the claim not."""
    act = source.thing.act
    if act in CUMULATIVE and act != claim.thing.act and f"act:{act}" not in claim.thing.near:
        return True
    if COUNTED in source.thing.status and COUNTED not in claim.thing.status:
        return True  # with two-thirds of the ballots counted
    denied = MAYBE in source.thing.status and MAYBE not in claim.thing.status
    return denied and source.modifier is Modifier.MORE_THAN is not claim.modifier  # none gave more than eight


def opposed(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether the claim says something that the rival says too and ``best`` says otherwise.

    A word that ``best`` merely lacks is no evidence against it: another writer leaves it out, or puts it in another
    way. Another noun, another deed, another name or day is.
    """
    ours, its, theirs = claim.thing, best.figure.thing, rival.figure.thing
    if its.noun and not noun_relation(ours, its) and noun_relation(ours, theirs) == "same":
        return True
    if ours.act and ours.act == theirs.act and its.act not in (ours.act, "", *_NEUTRAL_ACTS):
        return True
    keys = {w for w in ours.near if w in ours.owner or is_date(w)}
    keys = {w for w in keys if w in rival.near and w not in best.words and w not in best.before}
    own = {w for w in its.owner if w in best.near and w not in ours.words}
    return bool(keys and own)


def is_of_another_name(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether ``best`` is told of the one whom the claim names, and ``rival`` of somebody else by name.

    Where all three tell of shares, or rents, it is enough that the claim's sentence has the name: "and its shares fell".
    """
    its, theirs = (named_subjects(p.figure.thing) for p in (best, rival))
    subjects = (set(p.figure.thing.subject) for p in (best, rival))
    alike = set(claim.thing.subject).intersection(*subjects)
    shared = its & set(claim.thing.words if alike else claim.thing.subject)
    return bool(shared and theirs) and shared.isdisjoint(rival.words) and theirs.isdisjoint(claim.thing.words)


def told_by_another(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether ``rival`` is told of the claim's subject, or by its speaker, and ``best`` a deed of another."""
    ours, its, theirs = claim.thing, best.figure.thing, rival.figure.thing
    said = set(ours.speaker)
    if said & set(theirs.speaker) and its.speaker and not said & set(its.speaker):
        return True
    other = set(its.subject) - set(its.speaker)
    told = its.act not in ("", *_NEUTRAL_ACTS)
    return told and bool(set(ours.subject) & set(theirs.subject) and other) and other.isdisjoint(ours.words)


_NEUTRAL_ACTS = word_set("be have hav stand reach total put say")


def _is_short(figure: Figure) -> bool:
    """Return whether a part leaves out what the part before it says: "and 90,000 by the lake"."""
    return "bare" in figure.thing.status


def _whose(figure: Figure) -> frozenset[str]:
    """Return the words that say whose figure it is: its subject, the names of its part, the noun of a count."""
    thing = figure.thing
    noun = (concept(thing.noun),) if thing.noun and figure.kind is Kind.COUNT else ()
    return frozenset((*thing.subject, *names(thing), *noun))


def _telling(place: Spot, other: Spot) -> frozenset[str]:
    """Return the words of a figure's own part that the other's lacks, those that say whose or what it is."""
    return frozenset(w for w in place.near - other.near if tells_whose(w))


def tells_whose(word: str) -> bool:
    """Return whether a word may say whose or what a figure is, days and ages included."""
    return not word.startswith(("o:", "i:")) and not is_light(word)


def _credit(word: str, place: Spot) -> float:
    """Return what a word of the claim counts at a source's figure: by where it has the word, or one close to it."""
    if word in place.near:
        return _NEAR
    close = related(word)
    akin = 0.0 if close.isdisjoint(place.akin) else _AKIN * _NEAR
    if word in place.words:
        return max(_SENTENCE, akin)
    if akin:
        return akin
    if word not in place.before:
        return 0.0
    return _LEANT_ON if place.anaphoric else _BEFORE


def role_fit(ours: Thing, theirs: Thing) -> float:
    """Return what it counts that both are a level, a change or another one, or not."""
    mine, other = _role(ours), _role(theirs)
    if "forecast" in ours.status and {"forecast", "compared"} <= set(theirs.status):
        other = mine  # what was expected is a level, and a yardstick
    elif "forecast" in ours.status and not theirs.role and "forecast" not in theirs.status:
        other = "came"
    elif theirs.role == "from" and not ours.role and _same_day(ours, theirs):
        other = mine  # "84 last spring" is the level of last spring
    score = _ROLE_BONUS if mine == other else -_ROLE_BONUS
    if set(ours.status) & {"other", "part"} == set(theirs.status) & {"other", "part"}:
        score += 0.3
    elif "other" in theirs.status and "other" not in ours.status:
        score -= 0.3  # "four more" are no part of what is told of the first
    return score


def _same_day(ours: Thing, theirs: Thing) -> bool:
    """Return whether both tie their figure to one day or period."""
    return not own_days(theirs).isdisjoint(ours.near)


def _role(thing: Thing) -> str:
    return thing.role or ("from" if "earlier" in thing.status else "to")


def identical(claim: Figure, source: Figure) -> bool:
    """Return whether the source says the very same about its figure, word for word."""
    ours, theirs = claim.thing, source.thing
    same = (ours.noun, ours.act, ours.role, ours.near) == (theirs.noun, theirs.act, theirs.role, theirs.near)
    return same and ours.words == theirs.words and claim.text.lower() == source.text.lower()


def coverage(claim: Figure, place: Spot) -> float:
    """Return the share of what the claim says around its figure that the source says there too, in 0..1."""
    ours = claim.thing
    names = frozenset(ours.owner)
    total = found = 0.0
    for word in ours.near:
        weight = _weigh(word, names)
        total += weight
        credit = _credit(word, place)
        found += weight * (1.0 if credit >= _SENTENCE else credit)
    if ours.act in ACTS:
        total += 1.0
        found += 1.0 if ours.act == place.figure.thing.act else 0.0
    if total < _FEW_WORDS:
        rest = [w for w in ours.words if w not in ours.near]
        total += sum(_weigh(w, names) for w in rest)
        found += sum(_weigh(w, names) for w in rest if _credit(w, place) > 0)
    return found / total if total else 1.0
