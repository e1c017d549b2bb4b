"""Whether a figure of a source is about the thing a claim is about, and whether another fits it better.

Two tests, in this order. A *conflict* is something no careful reader would take for the other: killed and
injured, stalls and crews, a change and a level, an earlier figure and the current one. A *contest* decides what
is left: of all comparable figures of the sources, the claim belongs to the one whose words fit it best; if that
one has another value, the claim is a swap. Promise: pure, deterministic, linear in the figures compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from briefing.data import Direction, Figure, Kind, Thing
from briefing.figures.lexicon import VERBS, is_light, words_of
from briefing.figures.match import signed_direction
from briefing.figures.stems import root
from briefing.figures.thesaurus import (
    ACTS,
    EXCLUSIVE,
    NOUN_OF,
    PERSONS,
    concept,
    opposites,
    related,
    relation,
)

_NAME_WEIGHT = 2.0
_DATE_WEIGHT = 1.5
_LIGHT_WEIGHT = 0.15
_NEAR, _SENTENCE, _BEFORE = 1.0, 0.4, 0.2  # what a shared word counts, by where the source has it
_LEANT_ON = 0.5  # … and where a pronoun of the source's sentence points back
_AKIN = 0.6  # … and where it is a related word
_CONTEXT = 0.3  # what a word of the claim's sentence counts outside the figure's own part
_FEW_WORDS = 1.5  # with less around the figure itself, the whole sentence says what it is about
_NOUN_BONUS, _ACT_BONUS, _ROLE_BONUS = 1.5, 1.5, 0.8
_MONEY_NOUNS = words_of(
    "revenue profit loss debt deficit surplus dividend fine tax wage price budget damage investment grant loan"
)
_DATED = frozenset(
    (
        "family:previous",
        "family:last",
        "former",
        "initial",
        "original",
        "initially",
        "originally",
        "first",
        "earlier",
        "act:former",
    )
)
PERSON_ACTS = words_of("killed injured missing arrested displaced rescued infected")
_SPEAKER_BONUS = 1.5
_DISPLACING_BY_VERB = 1.4  # more where only the deed differs: it may be another word for it
_DISPLACING = 0.9  # hardly less than one content word
_LEVELS = frozenset((Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.COUNT, Kind.POINTS, Kind.TEMPERATURE))


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure of a source with where it stands. ``before`` are words of the sentence before and the title.

    ``now`` is the day the source came out, where that is known.
    """

    figure: Figure
    article: int
    sentence: int
    before: frozenset[str] = frozenset()
    anaphoric: bool = False
    near: frozenset[str] = field(default=frozenset())
    words: frozenset[str] = field(default=frozenset())
    akin: frozenset[str] = field(default=frozenset())  # concepts and roots of ``near``
    now: date | None = None


def spot(
    figure: Figure,
    article: int,
    sentence: int,
    before: frozenset[str] = frozenset(),
    anaphoric: bool = False,
    now: date | None = None,
) -> Spot:
    """Return the spot of a bound figure; ``anaphoric`` says that a pronoun leans on the sentence before."""
    thing = figure.thing
    near = frozenset(thing.near)
    akin = frozenset(w if ":" in w else "root:" + root(w) for w in near)
    return Spot(figure, article, sentence, before, anaphoric, near, frozenset(thing.words), akin, now)


# ---------------------------------------------------------------- conflicts


def conflict(claim: Figure, source: Figure) -> str:
    """Return in plain words why ``source`` cannot be what ``claim`` is about; empty if nothing forbids it."""
    ours, theirs = claim.thing, source.thing
    return (
        _act_conflict(ours, theirs, source)
        or _noun_conflict(claim, source)
        or _change_conflict(claim, source)
        or _status_conflict(ours, theirs, source)
        or _swapped(ours, theirs, source)
        or _owner_conflict(claim, source)
        or _opposite_conflict(claim, source)
    )


_WITHOUT_RANK = frozenset((Kind.DATE, Kind.TIME, Kind.NAME, Kind.ORDINAL))


def _opposite_conflict(claim: Figure, source: Figure) -> str:
    """Return why the figure is of the other of two: the south, and not the north."""
    ours, theirs = set(claim.thing.near), set(source.thing.near)
    ranks = [{w for w in near if w.startswith("o:")} for near in (ours, theirs)]
    if all(ranks) and not ranks[0] & ranks[1] and claim.kind not in _WITHOUT_RANK:
        return f"source gives {source.text} for another"
    for word in claim.thing.near:
        against = opposites(word)
        if against and word not in theirs and against & theirs and not against & ours:
            return f"source gives {source.text} for another"
    return ""


def _owner_conflict(claim: Figure, source: Figure) -> str:
    """Return why the figure is another's: the source's own part names one, another part of its sentence the claim's."""
    if claim.kind in (Kind.DATE, Kind.TIME, Kind.NAME):
        return ""
    mine = _names(claim.thing)
    theirs = _names(source.thing)
    near = set(source.thing.near)
    doers = mine & set(claim.thing.subject), theirs & set(source.thing.subject)
    told = claim.thing.speaker or source.thing.speaker
    if (
        (
            all(doers)
            and claim.kind in _OWNED
            and not told
            and claim.thing.act == source.thing.act
            and not doers[0] & set(source.thing.words)
        )
        and not doers[1] & set(claim.thing.near)
        and claim.thing.act not in ("", "be", "hav")
    ):
        return f"source gives {source.text} for another"
    if claim.kind is Kind.AGE or source.kind is Kind.AGE:
        return _age_conflict(claim.thing, source, mine, theirs)
    mine, theirs = mine - set(source.thing.speaker), theirs - set(source.thing.speaker)
    if not mine or not theirs - set(claim.thing.words):
        return ""
    if (mine - near) & set(source.thing.words) and (
        not mine & near or _is_one_name(theirs, mine & near, source)
    ):
        return f"source gives {source.text} for another"
    return ""


def _age_conflict(ours: Thing, source: Figure, mine: set[str], theirs: set[str]) -> str:
    """Return why it is another's age, or that of an earlier time: an age belongs to the name it stands beside."""
    told = "aged" in ours.status or mine & set(ours.subject)
    if "aged" in source.thing.status and mine and told and not mine & theirs:
        return f"source gives {source.text} as the age of another"
    if (
        "then" in source.thing.status
        and "then" not in ours.status
        and (ours.act in ("be", "") or "aged" in ours.status)
    ):
        return f"source gives {source.text} as an age of an earlier time"
    return ""


def _is_one_name(theirs: set[str], shared: set[str], source: Figure) -> bool:
    """Return whether what two owners share is a surname: "Marta Olin" and "Hanna Olin"."""
    owner = [w for w in source.thing.owner if ":" not in w]
    return any(a in theirs - shared and b in shared for a, b in pairwise(owner))


_OWNED = frozenset((Kind.PERCENT, Kind.MONEY, Kind.POINTS))  # figures of a firm, a party, a team


def _names(thing: Thing) -> set[str]:
    return {w for w in thing.owner if ":" not in w}


def _act_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    contest = source.kind is Kind.SCORE and {ours.act, theirs.act} <= {"won", "lost"}
    if (ours.act, theirs.act) in EXCLUSIVE and not contest:
        return f"source counts {source.text} {theirs.act}, not {ours.act}"
    if "reached" in ours.status:
        return ""  # "fell 7 % to 230": the change is judged by itself, the level by its value
    if {ours.act, theirs.act} == {"rise", "fall"} or (
        ours.role == theirs.role == "to" and {_trend(ours), _trend(theirs)} == {"rise", "fall"}
    ):
        return (
            "source says it rose, not fell" if _trend(theirs) == "rise" else "source says it fell, not rose"
        )
    return ""


def _trend(thing: Thing) -> str:
    """Return which way the words of a figure's part go, where they go one way only."""
    if thing.act in ("rise", "fall"):
        return thing.act
    up, down = "family:rise" in thing.near, "family:fall" in thing.near
    return "" if up == down else "rise" if up else "fall"


def family(noun: str, act: str = "") -> str:
    """Return the family of a noun; a toll or death counts people."""
    found = NOUN_OF.get(noun, "")
    if found in ("death", "injury", "arrest") or noun in ("toll", "dead", "body"):
        return "person"
    return found or ("person" if act in PERSON_ACTS and (not noun or noun in VERBS) else "")


def noun_relation(ours: Thing, theirs: Thing) -> str:
    """Return ``same``, ``wider`` (the claim is more general), ``narrower``, ``other`` or nothing (unknown)."""
    if ours.noun and ours.noun == theirs.noun:
        return "same"
    mine, other = family(ours.noun, ours.act), family(theirs.noun, theirs.act)
    if not mine or not other:
        both = ours.noun and theirs.noun and concept(ours.noun) == concept(theirs.noun)
        return "same" if both else ""
    return relation(mine, other)


def counts_another(a: Figure, b: Figure) -> bool:
    """Return whether two figures count different things by their nouns; that of a sum is often only its subject's."""
    if a.kind in (Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT, Kind.POINTS, Kind.TEMPERATURE):
        return {family(a.thing.noun), family(b.thing.noun)} <= _MONEY_NOUNS and family(
            a.thing.noun
        ) != family(b.thing.noun)
    return noun_relation(a.thing, b.thing) == "other"


def _noun_conflict(claim: Figure, source: Figure) -> str:
    ours, theirs = claim.thing, source.thing
    mine, other = family(ours.noun, ours.act), family(theirs.noun, theirs.act)
    if claim.kind is Kind.MONEY:
        both = mine in _MONEY_NOUNS and other in _MONEY_NOUNS and mine != other
        if both and not _mentions(theirs.near, ours.noun):
            return f"source gives {source.text} as {theirs.noun}, not {ours.noun}"
        return ""
    if claim.kind not in (Kind.COUNT, Kind.ORDINAL, Kind.VAGUE, Kind.FRACTION, Kind.PERCENT):
        return ""
    if claim.kind is Kind.PERCENT and not {mine, other} <= PERSONS:
        return ""  # the noun of a percentage is often its subject's, not a thing counted
    if "bare" in theirs.status and theirs.noun not in theirs.near and not theirs.act:
        return ""
    standing = noun_relation(ours, theirs)
    if standing == "other" and not _mentions(theirs.near, ours.noun):
        if claim.kind in (Kind.FRACTION, Kind.PERCENT) and _mentions(theirs.words, ours.noun):
            return ""
        return f"source counts {source.text} {_plural(other)}, not {_plural(mine)}"
    if standing == "narrower" and ours.noun not in ("", "toll") and not _mentions(theirs.near, ours.noun):
        if other == "person" and not theirs.noun:
            return ""
        return f"source counts {source.text} {_plural(other)}, not {_plural(mine)}"
    return ""


def _plural(noun: str) -> str:
    known = {
        "person": "people",
        "man": "men",
        "woman": "women",
        "child": "children",
        "police": "police",
        "city": "cities",
    }
    return known.get(noun, noun + "s")


def _mentions(words: Iterable[str], noun: str) -> bool:
    if not noun:
        return True
    wanted = {noun, concept(noun)}
    mine = NOUN_OF.get(noun)
    return any(w in wanted or (mine is not None and _noun_of_concept(w) == mine) for w in words)


def _noun_of_concept(word: str) -> str | None:
    if word.startswith("noun:"):
        return word[5:]
    return NOUN_OF.get(word)


def _change_conflict(claim: Figure, source: Figure) -> str:
    if (
        claim.low is not None
        and claim.low == source.low
        and claim.low < 0
        and claim.direction is source.direction
    ):
        return ""  # minus 3.1 per cent, as the source has it
    mine, other = signed_direction(claim), signed_direction(source)
    if Direction.NONE not in (mine, other) and mine is not other:
        return f"source says it {other}, not {mine}"
    if claim.kind not in _LEVELS or source.kind not in _LEVELS:
        return ""
    ours, theirs = claim.thing, source.thing
    changes = ours.role == "change" or mine is not Direction.NONE
    changed = theirs.role == "change" or source.direction is not Direction.NONE
    if changed and not changes and (ours.role == "to" or (not ours.role and not _speaks_of_change(ours))):
        return f"source gives {source.text} as a change, not a level"
    if changes and not changed and not theirs.role and not _is_level(source):
        return ""
    if changes and not changed and theirs.role in ("to", "from", "") and not _speaks_of_change(theirs):
        return f"source gives {source.text} as a level, not a change"
    if changes and theirs.role in ("to", "from") and not changed and not _is_growth(source):
        return f"source gives {source.text} as a level, not a change"
    if theirs.role == "from" and ours.role != "from" and not _is_dated(ours) and not _is_elsewhere(theirs):
        return f"source gives {source.text} as the earlier level"
    if ours.role == "from" and theirs.role == "to":
        return f"source gives {source.text} as the new level"
    return ""


def _is_growth(source: Figure) -> bool:
    """Return whether the level is itself that of a change: "growth was revised to 0.4 per cent"."""
    thing = source.thing
    grows = any(w in ("family:rise", "family:fall", "noun:growth") for w in thing.subject)
    return source.kind is Kind.PERCENT and grows and thing.act not in ("rise", "fall")


def _is_elsewhere(thing: Thing) -> bool:
    """Return whether a level is set against one of another place, not of an earlier time: "against 60 in the north"."""
    if "compared" not in thing.status:
        return False
    timed = any(w.startswith("d:") or w in _TIMES for w in thing.near)
    return not timed and any(not w.startswith(("family:", "d:")) for w in thing.near)


_TIMES = _DATED | words_of(
    "family:annual family:monthly family:quarterly family:weekly ago then before year month"
)


def _is_level(source: Figure) -> bool:
    """Return whether a percentage is stated as a level: "unemployment is 5 %"; "workers get 5 %" may be a rise."""
    thing = source.thing
    if source.kind not in (Kind.PERCENT, Kind.POINTS):
        return True
    return thing.act not in _GETTING or family(thing.noun) in _LEVEL_NOUNS


_GETTING = ("", *words_of("get receiv award grant offer accept ask want seek demand won added"))
_LEVEL_NOUNS = words_of("rate inflation unemployment turnout share deficit capacity")


def _speaks_of_change(thing: Thing) -> bool:
    return any(
        w in ("family:rise", "family:fall", "noun:growth", "growth") for w in thing.near
    ) or thing.noun in (
        "growth",
        "increas",
        "rise",
        "fall",
        "change",
        "cut",
        "declin",
        "drop",
        "gain",
        "chang",
    )


def _is_dated(thing: Thing, source: Thing | None = None) -> bool:
    """Return whether the claim itself says that it speaks of an earlier time, or gives the source's own date."""
    dates = {w for w in thing.owner if w.startswith("d:")}
    return (
        "former" in thing.status
        or any(w in _DATED for w in thing.near)
        or bool(dates if source is None else dates & set(source.near))
        or "ago" in thing.near
    )


def _status_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    if source.kind is Kind.ORDINAL:
        return ""
    if (
        "each" in theirs.status
        and "all" in ours.status
        and "each" not in ours.status
        and "all" not in theirs.status
    ):
        return f"source gives {source.text} for each"
    if "each" in ours.status and "all" in theirs.status and "all" not in ours.status:
        return f"source gives {source.text} for all together"
    if "replaced" in theirs.status and not {"former", "replaced"} & set(ours.status) and ours.role != "from":
        return f"{source.text} is an earlier figure that the source replaces"
    if "former" in theirs.status and source.kind is not Kind.DATE and not _is_dated(ours, theirs):
        return f"{source.text} is an earlier figure that the source replaces"
    if "denied" in theirs.status and not {"denied", "former"} & set(ours.status):
        return f"source says it is not {source.text}"
    if "denied" in ours.status and not {"denied", "former"} & set(theirs.status):
        return f"source says it is {source.text}"
    if (
        "upcoming" in theirs.status
        and source.kind in (Kind.AGE, Kind.COUNT)
        and not _looks_ahead(ours)
        and ours.act != "turn"
    ):
        return f"{source.text} is still to come"
    if "rejected" in theirs.status and "rejected" not in ours.status:
        return f"{source.text} is what the source says was rejected"
    if "partial" in theirs.status and "partial" not in ours.status and not _is_tentative(ours):
        return f"source gives {source.text} as a partial result"
    if "forecast" in theirs.status and not _looks_ahead(ours):
        return f"source gives {source.text} as a forecast"
    return ""


def _is_tentative(thing: Thing) -> bool:
    """Return whether the claim leaves the outcome open: "looks set to win", "is on course", "leads"."""
    return any(w in _TENTATIVE for w in thing.words)


_TENTATIVE = words_of("look noun:set cours appear poised family:lead likely")
_LOOKING_AHEAD = words_of("family:forecast cours appear poised")


def _looks_ahead(thing: Thing) -> bool:
    ahead = {"forecast", "planned", "upcoming"} & set(thing.status)
    return bool(ahead) or any(w in _LOOKING_AHEAD for w in thing.words)


def _swapped(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why who did it to whom is the wrong way round, when both name the same two."""
    if source.kind is Kind.SCORE and {ours.act, theirs.act} <= {"won", "lost"}:
        return _wrong_winner(ours, theirs, source)
    if not ours.subject or not theirs.subject or ours.act != theirs.act or not ours.act:
        return ""
    if ("passive" in ours.status) != ("passive" in theirs.status):
        return ""
    mine = set(ours.subject) & set(ours.owner)
    other = set(theirs.subject) & set(theirs.owner)
    if not mine or not other or mine & other:
        return ""
    if mine <= set(theirs.owner) and other <= set(ours.owner):
        return f"source has {source.text} the other way round"
    return ""


def _wrong_winner(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why a score has the wrong winner: the same side must win, or lose, in both."""
    mine = set(ours.subject) & set(ours.owner)
    other = set(theirs.subject) & set(theirs.owner)
    loser = set(theirs.owner) - other
    same_side, other_side = bool(mine & other), bool(mine & loser)
    if same_side == other_side or not mine or not other:
        return ""
    if (ours.act == theirs.act) == other_side:
        return f"source has {source.text} the other way round"
    return ""


# ---------------------------------------------------------------- the contest


def weigh(word: str, names: frozenset[str]) -> float:
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
        score += weigh(word, names) * _credit(word, place)
    for word in ours.words:
        if word not in near:
            score += _CONTEXT * weigh(word, names) * min(_SENTENCE, _credit(word, place))
    standing = noun_relation(ours, theirs)
    score += {"same": _NOUN_BONUS, "wider": 0.8, "narrower": 0.4, "other": -_NOUN_BONUS}.get(standing, 0.0)
    if standing == "other" and claim.kind in (Kind.PERCENT, Kind.FRACTION, Kind.MONEY):
        score += _NOUN_BONUS  # its noun is often only its subject's
    if ours.act and ours.act == theirs.act:
        score += _ACT_BONUS if ours.act in ACTS else 0.6
    elif ours.act in ACTS and theirs.act in ACTS:
        score -= 0.5
    score += role_fit(ours, theirs)
    if ours.speaker and theirs.speaker:
        score += _SPEAKER_BONUS if set(ours.speaker) & set(theirs.speaker) else -_SPEAKER_BONUS / 2
    return score


def displaces(claim: Figure, rival: Spot, best: Spot) -> bool:
    """Return whether the claim says whose figure it is in the words of ``rival``'s part, not in those of ``best``'s.

    Both stand in one sentence: "seats cost from 30, couches from 50". What the two parts share tells nothing; the
    claim must have more of what only the rival's part says, and the other part a word of its own that the claim lacks.
    """
    if (rival.article, rival.sentence) != (best.article, best.sentence):
        return False
    ours = claim.thing
    roles = [(f.thing.role or "to") for f in (claim, rival.figure, best.figure)]
    if roles[0] == roles[2] != roles[1]:
        return False
    names = frozenset(ours.owner)
    theirs = _telling(rival, best) - set(best.figure.thing.speaker)
    own = _telling(best, rival)
    rest = {w for w in own if w not in ours.words}
    if (
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
    for_rival = sum(weigh(w, names) for w in ours.near if w in theirs)
    for_best = sum(weigh(w, names) * (carried if w in shared else 1) for w in ours.words if w in own)
    by_verb = not theirs & _whose(rival.figure) & set(ours.near)
    by_verb = by_verb and claim.kind is not Kind.DATE and not _is_short(rival.figure)
    return for_rival >= for_best + (_DISPLACING_BY_VERB if by_verb else _DISPLACING)


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
    keys = {w for w in ours.near if w in ours.owner or w.startswith("d:")}
    keys = {w for w in keys if w in rival.near and w not in best.words and w not in best.before}
    own = {w for w in its.owner if w in best.near and w not in ours.words}
    return bool(keys and own)


_NEUTRAL_ACTS = words_of("be have hav stand reach total put say")


def _is_short(figure: Figure) -> bool:
    """Return whether a part leaves out what the part before it says: "and 90,000 by the lake"."""
    return "bare" in figure.thing.status


def _whose(figure: Figure) -> frozenset[str]:
    """Return the words that say whose figure it is: its subject, the names of its part, the noun of a count."""
    thing = figure.thing
    noun = (concept(thing.noun),) if thing.noun and figure.kind is Kind.COUNT else ()
    return frozenset((*thing.subject, *_names(thing), *noun))


def _telling(place: Spot, other: Spot) -> frozenset[str]:
    """Return the words of a figure's own part that the other's lacks, those that say whose or what it is."""
    return frozenset(w for w in place.near - other.near if not w.startswith(("o:", "i:")) and not is_light(w))


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
    mine, other = ours.role or "to", theirs.role or "to"
    score = _ROLE_BONUS if mine == other else -_ROLE_BONUS
    if set(ours.status) & {"other", "part"} == set(theirs.status) & {"other", "part"}:
        score += 0.3
    elif "other" in theirs.status and "other" not in ours.status:
        score -= 0.3  # "four more" are no part of what is told of the first
    return score


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
        weight = weigh(word, names)
        total += weight
        credit = _credit(word, place)
        found += weight * (1.0 if credit >= _SENTENCE else credit)
    if ours.act in ACTS:
        total += 1.0
        found += 1.0 if ours.act == place.figure.thing.act else 0.0
    if total < _FEW_WORDS:
        rest = [w for w in ours.words if w not in ours.near]
        total += sum(weigh(w, names) for w in rest)
        found += sum(weigh(w, names) for w in rest if _credit(w, place) > 0)
    return found / total if total else 1.0
