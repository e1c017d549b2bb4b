"""What keeps a source's figure from being what a claim states: a plan, an old value, a part, one of each.

Promise: the claim may say of itself that it is dated, planned or partial; then it is held to that.
"""

from __future__ import annotations

from briefing.data import SHARES, TEMPORAL, Direction, Figure, Kind, Thing
from briefing.figures.binding.apposed import NEEDED
from briefing.figures.binding.current import OF_NOW, OF_OLD
from briefing.figures.binding.polarity import NEGATED
from briefing.figures.binding.prospects import DONE, DROPPING, ONCE, SHELVED, UNDONE
from briefing.figures.binding.status import LEAD
from briefing.figures.matching.changes import is_dated, is_of_today, looks_ahead
from briefing.figures.matching.counted import family, noun_relation
from briefing.figures.vocabulary.lexicon import BEING_OR_HAVING
from briefing.figures.vocabulary.plurals import plural
from briefing.figures.vocabulary.thesaurus import PERSONS
from briefing.wordsets import word_set

_BOTH_WAYS = frozenset(("family:rise", "los"))


def share_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why what each has is not what all have together, or a part not the whole, or the other way round."""
    if "part" in ours.status and "whole" in theirs.status:
        return f"source gives {source.text} as the whole"
    counted = source.kind not in TEMPORAL
    if counted and "net" in ours.status and "net" not in theirs.status and set(theirs.words) >= _BOTH_WAYS:
        return f"source gives {source.text} before what went the other way"
    each = "each" in ours.status, "each" in theirs.status
    together = "all" in ours.status, "all" in theirs.status
    if each == (False, True) and together == (True, False):
        return f"source gives {source.text} for each"
    if each == (True, False) and source.kind is Kind.MONEY:
        if theirs.act in _SHARED:
            return f"source gives {source.text} for all together"
        if theirs.act not in _PRICED:
            return f"source does not give {source.text} for each"
    if each[0] and together == (False, True):
        return f"source gives {source.text} for all together"
    persons = family(ours.noun) in PERSONS
    if (
        "listed" in theirs.status
        and ("all" in ours.status or persons)
        and noun_relation(ours, theirs) == "wider"
    ):
        return f"source gives {source.text} for {plural(theirs.noun)} only"
    return ""


# who is fined £90 may be one of several
_PRICED = word_set("cost fined charge sold earn receiv award") | BEING_OR_HAVING


_SHARED = word_set("shar split divid")  # a sum that is shared is no one's own


def status_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why the figure does not stand as the claim says it: replaced, denied, planned, rejected, partial."""
    denied = "denied" in theirs.status and not {"denied", "former"} & set(ours.status)
    if source.kind is Kind.ORDINAL:
        return f"source says it is not {source.text}" if denied else ""
    if old := _old_conflict(ours, theirs, source):
        return old
    if denied:
        return f"source says it is not {source.text}"
    denies = (
        "denied" in ours.status and "former" not in ours.status
    )  # else: "eight, not nine as first thought"
    if denies and not {"denied", "former"} & set(theirs.status):
        return f"source says it is {source.text}"
    if (
        "upcoming" in theirs.status
        and source.kind in (Kind.AGE, Kind.COUNT)
        and (not looks_ahead(ours) or _is_of_now(ours, source))
        and ours.act != "turn"
    ):
        return f"{source.text} is still to come"
    if "upcoming" in ours.status and _is_age_of_now(source):
        return f"source gives {source.text} as the age of now"
    if "rejected" in theirs.status and "rejected" not in ours.status:
        return f"{source.text} is what the source says was rejected"
    if "partial" in theirs.status and "partial" not in ours.status and not _is_tentative(ours):
        return f"source gives {source.text} as a partial result"
    if "average" in theirs.status and not _is_spread(ours, source):
        return f"source gives {source.text} as an average"
    ahead = "forecast" in theirs.status and source.kind is not Kind.DATE
    ahead = ahead and not looks_ahead(ours) and not _is_estimate(ours, theirs)
    if ahead and UNDONE not in ours.status and not is_of_today(theirs):
        return f"source gives {source.text} as a forecast"
    return _wish_conflict(ours, theirs, source)


def _old_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why a figure was given up or replaced; what holds now only goes later: "instead of the five now allowed"."""
    if OF_NOW in set(ours.status) & set(theirs.status):
        return ""
    if SHELVED in theirs.status and _OVER.isdisjoint(ours.status):
        return f"{source.text} is a plan that the source says was given up"
    both = {ours.act, theirs.act} <= _STATES and ours.act == theirs.act
    if both and OF_NOW in theirs.status and _BEFORE in ours.near and _BEFORE not in theirs.near:
        return f"source gives {source.text} as of now"
    if OF_OLD in theirs.status and _OF_THEN.isdisjoint(ours.status) and not is_dated(ours, theirs):
        return f"source says that {source.text} is of former times"
    if "replaced" in theirs.status and not {"former", "replaced"} & set(ours.status) and ours.role != "from":
        return f"{source.text} is an earlier figure that the source replaces"
    dated = ours.role == "from" or is_dated(ours, theirs)
    if "former" in theirs.status and source.kind is not Kind.DATE and not dated and not _is_aside(source):
        return f"{source.text} is an earlier figure that the source replaces"
    return ""


_STATES = frozenset(("be", "hav"))
_BEFORE = "family:previous"
_OF_THEN = frozenset(("former", OF_OLD, DONE))
_OVER = frozenset(("former", "rejected", SHELVED, DROPPING, ONCE, NEGATED))


def _is_estimate(ours: Thing, theirs: Thing) -> bool:
    """Return whether the claim has the same ones put a figure on what they expect: "insurers put the bill at 40 million"."""
    return ours.act in _ESTIMATING and not set(ours.subject).isdisjoint((*theirs.subject, *theirs.speaker))


_ESTIMATING = word_set("put estimat reckon")


def _is_aside(source: Figure) -> bool:
    """Return whether an age only goes with a name: "had said that Ida Strom, 26, would be released"."""
    return source.kind is Kind.AGE and ("aged" in source.thing.status or source.thing.act not in _AGEING)


_AGEING = word_set("be turn reach celebrat") | {""}


def _is_age_of_now(source: Figure) -> bool:
    """Return whether somebody is or was so old: "She is 69 and turns 70 in May"."""
    status = source.thing.status
    aged = source.kind is Kind.AGE or (source.kind is Kind.COUNT and "bare" in status)
    return aged and source.thing.act == "be" and not {"upcoming", "planned"} & set(status)


def _wish_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why a sum or rise is not what was got: it was only asked for."""
    wished = "sought" in theirs.status and "sought" not in ours.status and source.kind in _GRANTED
    return (
        f"{source.text} is only what the source says was asked for" if wished and not _is_asked(ours) else ""
    )


_GRANTED = (Kind.MONEY, Kind.DURATION, Kind.PERCENT, Kind.POINTS, Kind.RATE)


def _is_asked(thing: Thing) -> bool:
    """Return whether a claim tells of a wish too, or of what came of it."""
    return any(w in _ASKED for w in (*thing.words, *thing.status))


_ASKED = word_set(
    "demand request family:request seek sought want family:want family:ask family:demand family:need claim denied rejected negated forecast"
)


def lead_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why a number is not how far one is ahead: the Greens' 62 seats are no majority of 62."""
    lead = LEAD in theirs.status or source.gap is not Direction.NONE or not _LEADING.isdisjoint(theirs.words)
    if LEAD not in ours.status or lead or source.kind in SHARES:
        return ""
    return f"source does not say that {source.text} is how far one is ahead"


_LEADING = word_set("family:majority family:lead lead margin advantage ahead gap difference clear cushion")


def need_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why a mark to be reached is not what the claim has reached: "short of the 71 seats needed"."""
    needed = NEEDED in theirs.status and not speaks_of_need(ours)
    return f"source says {source.text} are needed" if needed else ""


def speaks_of_need(thing: Thing) -> bool:
    """Return whether a sentence tells what is needed, or by how much it was missed."""
    return any(w in _OF_NEED for w in thing.words)


_OF_NEED = word_set("family:need family:majority threshold quorum short must")


def _is_spread(ours: Thing, source: Figure) -> bool:
    """Return whether the claim keeps that a number is a mean, gives it for each or for a time, or none else can be meant.

    Nobody has 1.3 children: a broken number of what is counted is a mean in any words.
    """
    broken = source.kind is Kind.COUNT and source.low is not None and source.low % 1 != 0
    told = broken or "each" in ours.status or source.kind is Kind.RATE
    return told or any(w in _SPREAD for w in ours.words)


_SPREAD = word_set("family:average per usual usually general generally normal normally standard head capita")


def _is_tentative(thing: Thing) -> bool:
    """Return whether the claim leaves the outcome open: "looks set to win", "is on course", "leads"."""
    return any(w in _TENTATIVE for w in thing.words)


_TENTATIVE = word_set("look noun:set cours appear poised family:lead likely")


def _is_of_now(claim: Thing, source: Figure) -> bool:
    """Return whether an age is said of now, whatever the sentence says of later: "the 60-year-old will sing in June"."""
    return source.kind is Kind.AGE and claim.act not in ("turn", "be", "reach", "celebrat")
