"""What keeps a source's figure from being what a claim states: another level, an earlier one, a plan, a part.

Promise: the claim may say of itself that it is dated, planned or partial; then it is held to that.
"""

from __future__ import annotations

from briefing.data import Direction, Figure, Kind, Thing
from briefing.figures.apposed import BY, NEEDED
from briefing.figures.counted import family, noun_relation
from briefing.figures.lexicon import words_of
from briefing.figures.match import signed_direction
from briefing.figures.plurals import plural

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


_LEVELS = frozenset((Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.COUNT, Kind.POINTS, Kind.TEMPERATURE))


def change_conflict(claim: Figure, source: Figure) -> str:
    """Return why one is a change and the other a level, or the one the old level and the other the new."""
    if (
        claim.low is not None
        and claim.low == source.low
        and claim.low < 0
        and claim.direction is source.direction
    ):
        return ""  # minus 3.1 per cent, as the source has it
    if (
        claim.unit == source.unit == "times"
        or is_gain_or_loss(claim.thing, source)
        or _is_rise_of_pay(claim, source)
    ):
        return ""  # "twice as much" is what has doubled
    mine, other = signed_direction(claim), signed_direction(source)
    if Direction.NONE not in (mine, other) and mine is not other:
        return f"source says it {other}, not {mine}"
    if claim.kind not in {*_LEVELS, Kind.RATE} or source.kind not in _LEVELS:
        return ""
    ours, theirs = claim.thing, source.thing
    changes = ours.role == "change" or mine is not Direction.NONE
    changed = theirs.role == "change" or source.direction is not Direction.NONE
    if changes is not changed and _may_be_either(*((ours, theirs) if changed else (theirs, ours))):
        return ""
    if changed and not changes and (ours.role == "to" or (not ours.role and not _speaks_of_change(ours))):
        return f"source gives {source.text} as a change, not a level"
    if not changes and not changed and _is_amount_of_change(claim, source):
        return f"source gives {source.text} as a level, not a change"
    if changes and not changed and not theirs.role and not _is_level(source):
        return ""
    if changes and not changed and theirs.role in ("to", "from", "") and not _speaks_of_change(theirs):
        return f"source gives {source.text} as a level, not a change"
    if changes and theirs.role in ("to", "from") and not changed and not _is_growth(source):
        return f"source gives {source.text} as a level, not a change"
    return _end_conflict(ours, theirs, source)


def _is_rise_of_pay(claim: Figure, source: Figure) -> bool:
    """Return whether workers get or ask for in percent what the source tells as a rise."""
    raised = source.thing.role == "change" or source.direction is Direction.ROSE
    return (
        claim.kind is Kind.PERCENT
        and claim.thing.act in _PAID
        and raised
        and source.direction is not Direction.FELL
    )


def _may_be_either(level: Thing, change: Thing) -> bool:
    """Return whether what looks like a level may be the change: "won by 34 runs", "a forecast of 4.8 percent" for growth."""
    return BY in level.status or "forecast" in set(level.status) & set(change.status)


def _end_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why one is the old level or rate and the other the new one."""
    earlier = theirs.role == "from" or (theirs.role == "change" and "compared" in theirs.status)
    told = ours.role == "from" or {"compared", "forecast"} & set(ours.status) or _is_dated(ours)
    if earlier and not told and not _is_elsewhere(theirs) and not _is_of_today(theirs):
        return f"source gives {source.text} as the earlier level"
    if theirs.role == "to" and "planned" in theirs.status and _is_as_of_now(ours):
        return f"{source.text} is still to come"
    then = ours.role == "from" or ("earlier" in ours.status and not _is_dated(theirs))
    if then and theirs.role == "to" and "earlier" not in theirs.status:
        return f"source gives {source.text} as the new level"
    return ""


def _is_as_of_now(thing: Thing) -> bool:
    """Return whether a claim states how things are: no change, no day, nothing to come."""
    dated = any(w.startswith("d:") for w in (*thing.near, *thing.owner))
    return not thing.role and not dated and not _looks_ahead(thing) and thing.act in _BEING


_BEING = words_of("be cost hav pay charge stand")


def _is_of_today(thing: Thing) -> bool:
    """Return whether an old level still holds, since the change is to come: "is to rise from 5.80 to 6.20"."""
    return thing.role == "from" and "compared" not in thing.status and bool(_AHEAD & set(thing.status))


_AHEAD = frozenset(("planned", "forecast", "upcoming"))


def _is_amount_of_change(claim: Figure, source: Figure) -> bool:
    """Return whether a claim tells how many more or less, or how many were lost, where the source states a level."""
    ours, theirs = claim.thing, source.thing
    if claim.gap and not (source.gap or "other" in theirs.status or theirs.role):
        return True
    return ours.act in _MOVING and theirs.act in ("rise", "fall") and theirs.role in ("to", "from")


_MOVING = words_of("lost added shed gain los")  # who loses 40 seats has not 40 left


def place_conflict(claim: Figure, source: Figure) -> str:
    """Return why a place in a ranking is the earlier one and not the new one, or the other way round."""
    roles = claim.thing.role, source.thing.role
    if claim.kind is not Kind.ORDINAL or set(roles) != {"from", "to"}:
        return ""
    return f"source gives {source.text} as the {'earlier' if roles[1] == 'from' else 'new'} place"


def is_gain_or_loss(claimed: Thing, source: Figure) -> bool:
    """Return whether the claim tells a stated distance as won or lost: "won 40 seats, six fewer than before"."""
    told = {"lost": Direction.FELL, "won": Direction.ROSE, "added": Direction.ROSE}.get(claimed.act)
    return told is not None and source.gap is told


def _is_growth(source: Figure) -> bool:
    """Return whether the level is itself that of a change: "growth was revised to 0.4 per cent"."""
    thing = source.thing
    grows = any(w in ("family:rise", "family:fall", "noun:growth") for w in thing.subject)
    return (
        source.kind is Kind.PERCENT
        and grows
        and thing.act not in ("rise", "fall")
        and "reached" not in thing.status  # "falls by one point to 24 percent"
    )


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


_PAID = words_of("get receiv award grant offer accept ask want seek demand")


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


_BOTH_WAYS = frozenset(("family:rise", "los"))


def share_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why what each has is not what all have together, or a part not the whole, or the other way round."""
    if "part" in ours.status and "whole" in theirs.status:
        return f"source gives {source.text} as the whole"
    if "net" in ours.status and "net" not in theirs.status and set(theirs.words) >= _BOTH_WAYS:
        return f"source gives {source.text} before what went the other way"
    if (
        "each" in theirs.status
        and "all" in ours.status
        and "each" not in ours.status
        and "all" not in theirs.status
    ):
        return f"source gives {source.text} for each"
    if (
        "each" in ours.status
        and "each" not in theirs.status
        and theirs.act in _SHARED
        and source.kind is Kind.MONEY
    ):
        return f"source gives {source.text} for all together"
    if "each" in ours.status and "all" in theirs.status and "all" not in ours.status:
        return f"source gives {source.text} for all together"
    if "all" in ours.status and "listed" in theirs.status and noun_relation(ours, theirs) == "wider":
        return f"source gives {source.text} for {plural(theirs.noun)} only"
    return ""


_SHARED = words_of("shar split divid")  # a sum that is shared is no one's own


def status_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why the figure does not stand as the claim says it: replaced, denied, planned, rejected, partial."""
    if source.kind is Kind.ORDINAL:
        return ""
    if "shelved" in theirs.status and not {"former", "shelved"} & set(ours.status):
        return f"{source.text} is a plan that the source says was given up"
    if "replaced" in theirs.status and not {"former", "replaced"} & set(ours.status) and ours.role != "from":
        return f"{source.text} is an earlier figure that the source replaces"
    dated = ours.role == "from" or _is_dated(ours, theirs)
    if "former" in theirs.status and source.kind is not Kind.DATE and not dated:
        return f"{source.text} is an earlier figure that the source replaces"
    if "denied" in theirs.status and not {"denied", "former"} & set(ours.status):
        return f"source says it is not {source.text}"
    if "denied" in ours.status and not {"denied", "former"} & set(theirs.status):
        return f"source says it is {source.text}"
    if (
        "upcoming" in theirs.status
        and source.kind in (Kind.AGE, Kind.COUNT)
        and (not _looks_ahead(ours) or _is_of_now(ours, source))
        and ours.act != "turn"
    ):
        return f"{source.text} is still to come"
    if "rejected" in theirs.status and "rejected" not in ours.status:
        return f"{source.text} is what the source says was rejected"
    if "partial" in theirs.status and "partial" not in ours.status and not _is_tentative(ours):
        return f"source gives {source.text} as a partial result"
    if "average" in theirs.status and not _is_spread(ours, source):
        return f"source gives {source.text} as an average"
    ahead = "forecast" in theirs.status and source.kind is not Kind.DATE
    if ahead and not _looks_ahead(ours) and not _is_of_today(theirs):
        return f"source gives {source.text} as a forecast"
    return ""


def need_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why a mark to be reached is not what the claim has reached: "short of the 71 seats needed"."""
    needed = NEEDED in theirs.status and not speaks_of_need(ours)
    return f"source says {source.text} are needed" if needed else ""


def speaks_of_need(thing: Thing) -> bool:
    """Return whether a sentence tells what is needed, or by how much it was missed."""
    return any(w in _OF_NEED for w in thing.words)


_OF_NEED = words_of("family:need family:majority threshold quorum short must")


def _is_spread(ours: Thing, source: Figure) -> bool:
    """Return whether the claim keeps that a number is a mean, or gives it for each or for a time."""
    told = "each" in ours.status or source.kind is Kind.RATE
    return told or any(w in _SPREAD for w in ours.words)


_SPREAD = words_of("family:average per usual usually general generally normal normally standard head capita")


def _is_tentative(thing: Thing) -> bool:
    """Return whether the claim leaves the outcome open: "looks set to win", "is on course", "leads"."""
    return any(w in _TENTATIVE for w in thing.words)


_TENTATIVE = words_of("look noun:set cours appear poised family:lead likely")


_LOOKING_AHEAD = words_of("family:forecast cours appear poised")


def _looks_ahead(thing: Thing) -> bool:
    ahead = {"forecast", "planned", "upcoming"} & set(thing.status)
    return bool(ahead) or any(w in _LOOKING_AHEAD for w in thing.words)


def _is_of_now(claim: Thing, source: Figure) -> bool:
    """Return whether an age is said of now, whatever the sentence says of later: "the 60-year-old will sing in June"."""
    return source.kind is Kind.AGE and claim.act not in ("turn", "be", "reach", "celebrat")
