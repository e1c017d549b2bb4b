"""Whose a figure is, and why it cannot be another's: names, ages, opposites, ranks, who did it to whom.

Promise: every test needs something said of both figures; what one leaves out is no evidence.
"""

from __future__ import annotations

from itertools import pairwise

from briefing.data import NAMING, RANKING, Direction, Figure, Kind, Thing
from briefing.figures.binding.apposed import BEYOND, BY
from briefing.figures.binding.clauses import LAST_DAY
from briefing.figures.binding.keys import is_date, marked
from briefing.figures.binding.of_two import other_of_two
from briefing.figures.binding.parties import other_way_round
from briefing.figures.binding.subjects import OUTSIDE
from briefing.figures.vocabulary.lexicon import BEING_OR_HAVING
from briefing.figures.vocabulary.thesaurus import CUMULATIVE, concept, opposites
from briefing.wordsets import word_set


def opposite_conflict(claim: Figure, source: Figure) -> str:
    """Return why the figure is of the other of two: the south, and not the north."""
    if claim.kind is Kind.NAME or LAST_DAY in (*claim.thing.status, *source.thing.status):
        return ""  # the Six Nations are the same whoever leads them; what is open until 8 closes then
    if another := other_of_two(claim, source):
        return another
    ours, theirs = set(claim.thing.near), set(source.thing.near) - _excepted(source.thing)
    if claim.kind not in RANKING:
        ranks = {w for w in claim.thing.near if w.startswith("o:")}
        if ranks and not ranks & theirs and any(w.startswith("o:") for w in theirs):
            return f"source gives {source.text} for another"
    if _left_out(claim.thing, source.thing) or _left_out(source.thing, claim.thing):
        return f"source gives {source.text} for another"
    theirs |= {concept(w) for w in theirs if ":" not in w}  # the Senate is of the senators
    for word in claim.thing.near:
        if any(
            against & theirs and not own & theirs and not against & ours for own, against in opposites(word)
        ):
            return f"source gives {source.text} for another"
    return ""


def _left_out(one: Thing, other: Thing) -> bool:
    """Return whether the one leaves out what the other counts in: pay without bonuses, pay with them."""
    its = set(other.near)
    excepted = _excepted(one)
    return not (excepted.isdisjoint(its) or its & (_EXCLUDING | _CORE) or _DENIAL in other.status)


def _excepted(thing: Thing) -> frozenset[str]:
    """Return what a figure's part leaves out: the bonuses of "pay excluding bonuses"."""
    for place, word in enumerate(thing.near):
        if word in _EXCLUDING:
            return frozenset(w for w in thing.near[place + 1 : place + 3] if not is_date(w))
    return frozenset()


_EXCLUDING = frozenset(("exclud", "strip", "disregard"))
_CORE = frozenset(("cor", "underly"))  # inflation without food and energy
_DENIAL = "in-denial"


def owner_conflict(claim: Figure, source: Figure) -> str:
    """Return why the figure is another's: the source's own part names one, another part of its sentence the claim's."""
    if claim.kind in NAMING:
        return ""
    if another := _measured_from_another(claim, source):
        return another
    mine = names(claim.thing)
    theirs = names(source.thing)
    near = set(source.thing.near)
    if claim.kind in _OWNED and _is_done_by_another(claim.thing, source.thing):
        return f"source gives {source.text} for another"
    if claim.kind is Kind.AGE or source.kind is Kind.AGE:
        aged = "aged" in claim.thing.status or mine & set(claim.thing.subject)
        if "aged" in source.thing.status and mine and aged and not mine & theirs:
            return f"source gives {source.text} as the age of another"
        return age_conflict(claim.thing, source)
    mine, theirs = mine - set(source.thing.speaker), theirs - set(source.thing.speaker)
    mine -= marked(claim.thing, OUTSIDE)  # "Olin named the ship, which sank 12 miles off"
    if not mine or not theirs - set(claim.thing.words):
        return ""
    if claim.kind is Kind.SCORE and {claim.thing.act, source.thing.act} == {"lead", "trail"}:
        return ""  # whose the lead is was asked before
    if (mine - near) & set(source.thing.words) and (
        not mine & near or _is_one_name(theirs, mine & near, source)
    ):
        return f"source gives {source.text} for another"
    return ""


def _is_done_by_another(ours: Thing, theirs: Thing) -> bool:
    """Return whether both tell one deed, each of a name of its own."""
    if ours.act != theirs.act or ours.act in BEING_OR_HAVING or ours.speaker or theirs.speaker:
        return False
    one, other = named_subjects(ours), named_subjects(theirs)
    return bool(one and other) and one.isdisjoint(theirs.words) and other.isdisjoint(ours.near)


def _measured_from_another(claim: Figure, source: Figure) -> str:
    """Return why a distance is that from another: 17 seconds ahead of Lund, and not of Adair further down."""
    beyond = marked(source.thing, BEYOND)
    if not beyond or Direction.NONE in (claim.gap, source.gap):
        return ""
    others = names(source.thing) - beyond - set(source.thing.subject)
    told = set(claim.thing.words)
    return f"source gives {source.text} for another" if not beyond & told and others & told else ""


def age_conflict(ours: Thing, source: Figure) -> str:
    """Return why it is an age of an earlier time; who died at 72 has grown no older."""
    if ours.act == source.thing.act == "killed":
        return ""
    if (
        "then" in source.thing.status
        and ours.act in CUMULATIVE
        and ours.act != source.thing.act != ""
        and f"act:{ours.act}" not in source.thing.words
    ):
        return f"source gives {source.text} as an age of another time"  # she left the stage at 35, and died at 85
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
    whole = {b for a, b in pairwise(owner) if a in shared and b in shared}  # Ivo Hale is no other's surname
    return any(a in theirs - shared and b in shared for a, b in pairwise(owner)) and not whole


_OWNED = frozenset((Kind.PERCENT, Kind.MONEY, Kind.POINTS))  # figures of a firm, a party, a team


def names(thing: Thing) -> set[str]:
    """Return the names among the words that say whose a figure is."""
    return {w for w in thing.owner if ":" not in w and w not in _MEASURES}


def named_subjects(thing: Thing) -> set[str]:
    """Return the names of the subject."""
    return names(thing) & set(thing.subject)


def of_two_voices(one: Thing, other: Thing) -> bool:
    """Return whether two figures are given each by a speaker of its own."""
    voices = set(one.speaker), set(other.speaker)
    return all(voices) and voices[0].isdisjoint(voices[1])


_MEASURES = word_set(
    "fy ebitda ebit eps gdp gnp cpi ppi pmi vat capex roe aum"
)  # of a firm's or a country's books


def swapped(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why who did it to whom is the wrong way round."""
    margin = source.kind is Kind.SCORE or (BY in ours.status and BY in theirs.status)
    if margin and {_fared(ours, source), _fared(theirs, source)} <= {"won", "lost"}:
        return _wrong_winner(ours, theirs, source)
    if source.kind not in RANKING and other_way_round(ours, theirs):
        return f"source has {source.text} the other way round"
    return ""


def _fared(thing: Thing, source: Figure) -> str:
    """Return the deed of a figure; who led by a score or trailed by it stands to it as who won or lost."""
    return _STANDING.get(thing.act, thing.act) if source.kind is Kind.SCORE else thing.act


_STANDING = {"lead": "won", "trail": "lost"}


def _wrong_winner(ours: Thing, theirs: Thing, source: Figure) -> str:
    """Return why a score has the wrong winner: the same side must win, or lose, in both."""
    mine, other = named_subjects(ours), named_subjects(theirs)
    if mine - other and other - mine:
        mine, other = mine - other, other - mine  # of two names with a word in common only the rest tells
    named = set(theirs.words) - set(theirs.near)  # "Aston drew with Bury, having led 2-0": Bury did not lead
    loser = set(theirs.owner) - other | mine & named
    same_side, other_side = bool(mine & other), bool(mine & loser)
    other_side = other_side or bool(
        other & set(ours.owner) - mine and _fared(ours, source) == _fared(theirs, source) and not same_side
    )
    if same_side == other_side or not mine or not other:
        return ""
    if (_fared(ours, source) == _fared(theirs, source)) == other_side:
        return f"source has {source.text} the other way round"
    return ""
