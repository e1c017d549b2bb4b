"""Whether one figure is a level and the other a change, or they are the two ends of one change.

Promise: a claim that dates itself, or tells a distance as won or lost, is held to that.
"""

from __future__ import annotations

from briefing.data import AMOUNTS, Direction, Figure, Kind, Thing
from briefing.figures.binding.apposed import BY
from briefing.figures.binding.keys import days, is_date, marked
from briefing.figures.binding.placing import THROUGH
from briefing.figures.binding.prospects import is_ahead
from briefing.figures.binding.ties import TIED_TO
from briefing.figures.matching.counted import family
from briefing.figures.matching.match import signed_direction
from briefing.figures.vocabulary.lexicon import BEING_OR_HAVING
from briefing.figures.vocabulary.thesaurus import CHANGES, MARKS
from briefing.wordsets import word_set

_DATED = word_set(
    "family:previous family:last former initial original initially originally first earlier act:former"
)


_LEVELS = AMOUNTS | {Kind.PERCENT, Kind.POINTS, Kind.TEMPERATURE}


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
    if told := _turned_or_flat(claim, source) or _reached_rate(claim, source):
        return told
    ours, theirs = claim.thing, source.thing
    if claim.kind not in {*_LEVELS, Kind.RATE} or source.kind not in _LEVELS:
        return ""
    changes = ours.role == "change" or mine is not Direction.NONE
    changes = changes or (claim.gap is not Direction.NONE and other is not Direction.NONE)
    changed = (
        theirs.role == "change" or source.direction is not Direction.NONE or _counts_the_moved(ours, theirs)
    )
    if changes is not changed and _may_be_either(*((ours, theirs) if changed else (theirs, ours))):
        return _end_conflict(ours, theirs, source)
    flat = not ours.role and not _speaks_of_change(ours) and not _moves_alike(ours, source)
    if changed and not changes and (ours.role == "to" or flat):
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


def _is_the_way(level: Thing, change: Thing) -> bool:
    """Return whether a length is that of what something fell down or off: "fell 30 feet down a cliff", "a 30-foot cliff"."""
    if THROUGH not in change.status or level.role:
        return False
    of_it = marked(level, TIED_TO) or set(level.subject)
    return any(w in change.near and w not in change.subject for w in of_it)


def _turned_or_flat(claim: Figure, source: Figure) -> str:
    """Return why a rate's change is no level, or a distance goes the other way than the change told: weaker, and rose."""
    flat = claim.thing.role == "to" or (not claim.thing.role and claim.thing.act in _BEING)
    if source.kind is Kind.RATE and source.direction is not Direction.NONE and flat and not claim.gap:
        return f"source gives {source.text} as a change, not a level"
    shortened = claim.kind is source.kind is Kind.DURATION and BY in claim.thing.status
    if shortened and source.thing.role == "to":
        return f"source gives {source.text} as a level, not a change"  # cut to five days, not by five
    if (claim.gap is Direction.NONE) is (source.gap is Direction.NONE):
        return ""
    mine, other = claim.gap or signed_direction(claim), source.gap or signed_direction(source)
    turned = Direction.NONE not in (mine, other) and mine is not other
    return f"source says it {other}, not {mine}" if turned else ""


def _reached_rate(claim: Figure, source: Figure) -> str:
    """Return why a fee is not raised by what it is raised to: "by 50 cents to 2.50 euros an hour"."""
    if source.kind is Kind.RATE and BY in claim.thing.status and source.thing.role == "to":
        return f"source gives {source.text} as a level, not a change"
    return ""


def _is_rise_of_pay(claim: Figure, source: Figure) -> bool:
    """Return whether workers get or ask for in percent what the source tells as a rise."""
    raised = source.thing.role == "change" or source.direction is Direction.ROSE
    return (
        claim.kind is Kind.PERCENT
        and claim.thing.act in _PAID
        and raised
        and source.direction is not Direction.FELL
    )


def _moves_alike(ours: Thing, source: Figure) -> bool:
    """Return whether what the claim tells as added or lost is by how much the source's grew or shrank."""
    way = signed_direction(source)
    by_verb = way is Direction.NONE and source.thing.role == "change"
    return (source.thing.act if by_verb else str(way)) in _MOVED.get(ours.act, ())


_ROSE, _FELL = ("rise", str(Direction.ROSE)), ("fall", str(Direction.FELL))
_MOVED = {"added": _ROSE, "gain": _ROSE, "lost": _FELL, "shed": _FELL, "los": _FELL}


def _may_be_either(level: Thing, change: Thing) -> bool:
    """Return whether what looks like a level may be the change: "won by 34 runs", "a forecast of 4.8 percent" for growth."""
    foretold = "forecast" in set(level.status) & set(change.status)
    return BY in level.status or foretold or _is_the_way(level, change)


def _end_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why one is the old level or rate and the other the new one."""
    earlier = theirs.role == "from" or (theirs.role == "change" and "compared" in theirs.status)
    both = (
        "forecast" in ours.status and "forecast" in theirs.status
    )  # the year of a forecast makes it no older one
    told = ours.role == "from" or "compared" in ours.status or _is_of_before(ours)
    told = told or (not both and ("forecast" in ours.status or is_dated(ours)))
    told = bool(told or MARKS & set(ours.near) & set(theirs.near))
    if earlier and not told and not _is_elsewhere(theirs) and not is_of_today(theirs):
        return f"source gives {source.text} as the earlier level"
    to_come = theirs.role == "to" or (
        ours.act == "hav" and not theirs.role and theirs.act not in BEING_OR_HAVING
    )
    if to_come and "planned" in theirs.status and _is_as_of_now(ours):
        return f"{source.text} is still to come"
    then = ours.role == "from" or ("earlier" in ours.status and not is_dated(theirs))
    if then and theirs.role == "to" and "earlier" not in theirs.status:
        return f"source gives {source.text} as the new level"
    return ""


def _is_as_of_now(thing: Thing) -> bool:
    """Return whether a claim states how things are: no change, no day, nothing to come."""
    dated = days((*thing.near, *thing.owner))
    return not thing.role and not dated and not looks_ahead(thing) and thing.act in _BEING


_BEING = word_set("be cost hav pay charge stand")


def is_of_today(thing: Thing) -> bool:
    """Return whether an old level still holds, since the change is to come: "is to rise from 5.80 to 6.20".

    Where the forecast is what changed ("cut its forecast from 1.8 to 1.1 percent"), the old one is gone.
    """
    ahead = {"planned", "upcoming"} & set(thing.status)
    foretold = "forecast" in thing.status and CHANGES & set(thing.near)
    return thing.role == "from" and "compared" not in thing.status and bool(ahead or foretold)


def _is_amount_of_change(claim: Figure, source: Figure) -> bool:
    """Return whether a claim tells how many more or less, or how many were lost, where the source states a level."""
    ours, theirs = claim.thing, source.thing
    if claim.gap and not (source.gap or "other" in theirs.status or theirs.role):
        return True
    return ours.act in _MOVING and theirs.act in ("rise", "fall") and theirs.role in ("to", "from")


def _counts_the_moved(ours: Thing, theirs: Thing) -> bool:
    """Return whether a source counts what was lost, where the claim tells what there is: "has lost 1,200 people"."""
    return theirs.act in _LOSING and ours.act in _KEEPING and not {"los", "family:rise"} & set(ours.near)


_KEEPING = word_set("hav employ number")
_LOSING = word_set("lost shed los fired")
_MOVING = word_set("lost added shed gain los")  # who loses 40 seats has not 40 left


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
    grows = not _OF_CHANGE.isdisjoint(thing.subject)
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
    timed = any(is_date(w) or w in _TIMES for w in thing.near)
    return not timed and any(not w.startswith("family:") for w in thing.near)


_TIMES = _DATED | word_set(
    "family:annual family:monthly family:quarterly family:weekly ago then before year month"
)


def _is_level(source: Figure) -> bool:
    """Return whether a percentage is stated as a level: "unemployment is 5 %"; "workers get 5 %" may be a rise."""
    thing = source.thing
    if source.kind not in (Kind.PERCENT, Kind.POINTS):
        return True
    return thing.act not in _GETTING or family(thing.noun) in _LEVEL_NOUNS


_PAID = word_set("get receiv award grant offer accept ask want seek demand")
_GETTING = ("", *_PAID, *word_set("won added"))


_LEVEL_NOUNS = word_set("rate inflation unemployment turnout share deficit capacity")


def _speaks_of_change(thing: Thing) -> bool:
    return thing.noun in _NOUNS_OF_CHANGE or not _OF_CHANGE.isdisjoint(thing.near) or "growth" in thing.near


_OF_CHANGE = CHANGES | {"noun:growth"}
_NOUNS_OF_CHANGE = word_set("growth increas rise fall change chang cut declin drop gain")


def is_dated(thing: Thing, source: Thing | None = None) -> bool:
    """Return whether the claim itself says that it speaks of an earlier time, or gives the source's own date."""
    own = days(thing.owner)
    return _is_of_before(thing) or bool(own if source is None else own & set(source.near))


def _is_of_before(thing: Thing) -> bool:
    return "former" in thing.status or any(w in _DATED or w == "ago" for w in thing.near)


_LOOKING_AHEAD = word_set("family:forecast cours appear poised")


def looks_ahead(thing: Thing) -> bool:
    """Return whether a clause tells of what is to come."""
    return is_ahead(thing) or any(w in _LOOKING_AHEAD for w in thing.words)
