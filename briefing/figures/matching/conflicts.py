"""Whether a figure of a source can be about what a claim is about: what no careful reader takes for the other.

Promise: pure; every conflict names its reason in plain words.
"""

from __future__ import annotations

from briefing.data import AMOUNTS, SHARES, Figure, Kind, Thing
from briefing.figures.binding.bearers import of_one_person
from briefing.figures.binding.clauses import LAST_DAY
from briefing.figures.binding.outdone import outdone_conflict
from briefing.figures.binding.parties import agree_on_parties
from briefing.figures.binding.polarity import NONE, contrary, says_in_other_words, spares
from briefing.figures.binding.prospects import not_yet
from briefing.figures.binding.sides import ballot_conflict, same_side
from briefing.figures.binding.spots import Spot
from briefing.figures.matching.belonging import age_conflict, opposite_conflict, owner_conflict, swapped
from briefing.figures.matching.changes import change_conflict, is_gain_or_loss, place_conflict
from briefing.figures.matching.counted import family, noun_conflict, takes_in
from briefing.figures.matching.growth import one_growth, turned_growth
from briefing.figures.matching.match import match
from briefing.figures.matching.outcomes import other_outcome
from briefing.figures.matching.shocks import another_shock
from briefing.figures.matching.standing import lead_conflict, need_conflict, share_conflict, status_conflict
from briefing.figures.vocabulary.stems import stem_set
from briefing.figures.vocabulary.thesaurus import (
    ACT_OF,
    ACTS,
    CHANGES,
    CUMULATIVE,
    EXCLUSIVE,
    PERSONS,
    concept,
    concept_set,
)


def conflict(claim: Figure, source: Figure, around: frozenset[str] = frozenset()) -> str:
    """Return in plain words why ``source`` cannot be what ``claim`` is about; empty if nothing forbids it.

    ``around`` are the words just before the source's sentence.
    """
    ours, theirs = claim.thing, source.thing
    if of_one_person(claim, source):
        return age_conflict(ours, source)  # whatever befell whoever is so old
    in_other_words = says_in_other_words(ours, theirs)
    as_rate = one_growth(claim, source)
    return (
        ballot_conflict(claim, source)
        or _denial_conflict(claim, source)
        or ("" if in_other_words or as_rate else _act_conflict(ours, theirs, source))
        or noun_conflict(claim, source, around)
        or another_shock(claim, source)
        or other_outcome(claim, source)
        or ("" if as_rate else turned_growth(claim, source) or change_conflict(claim, source))
        or place_conflict(claim, source)
        or share_conflict(ours, theirs, source)
        or status_conflict(ours, theirs, source)
        or need_conflict(ours, theirs, source)
        or lead_conflict(ours, theirs, source)
        or outdone_conflict(claim, source)
        or not_yet(claim, source)
        or swapped(ours, theirs, source)
        or owner_conflict(claim, source)
        or ("" if in_other_words else opposite_conflict(claim, source))
    )


def bears_out(source: Figure, claim: Figure) -> bool:
    """Return whether a source's figure has the claim's value, and nothing forbids that it is of the same thing."""
    return match(claim, source).fits and not conflict(claim, source)


_COUNTED = AMOUNTS | SHARES


def _denial_conflict(claim: Figure, source: Figure) -> str:
    if (
        claim.kind in _COUNTED
        and contrary(claim.thing, source.thing)
        and not is_gain_or_loss(claim.thing, source)
    ):
        return f"source says the contrary of {source.text}"
    noun = concept(claim.thing.noun)
    if noun.startswith("act:") and NONE + noun in source.thing.status and noun != concept(source.thing.noun):
        return f"source says there was none of them, not {source.text}"
    return f"source says that of all but {source.text}" if spares(claim.thing, source.thing) else ""


def _act_conflict(ours: Thing, theirs: Thing, source: Figure) -> str:
    contest = {ours.act, theirs.act} <= {"won", "lost"} and (
        source.kind is Kind.SCORE or is_gain_or_loss(ours, source)
    )
    deed, other = _deed(ours), _deed(theirs)
    told = "bare" not in (*ours.status, *theirs.status) and deed not in CUMULATIVE
    told = told and (_is_told(deed, theirs) or _is_told(other, ours))
    one_deed = told or contest or same_side(ours, theirs) or agree_on_parties(ours, theirs)
    of_an_end = LAST_DAY in (*ours.status, *theirs.status)  # what is open until 8 closes then
    if (deed, other) in EXCLUSIVE and not one_deed and not of_an_end:
        return f"source counts {source.text} {other}, not {deed}"
    if deed in CUMULATIVE and other not in CUMULATIVE:
        befell = {w[4:] for w in theirs.near if w.startswith("act:")}
        against = sorted(a for a in befell & CUMULATIVE if (deed, a) in EXCLUSIVE)
        if against and deed not in befell:
            return f"source counts {source.text} {against[0]}, not {deed}"
    if source.kind is Kind.DATE and set(theirs.words) >= CHANGES:
        return ""  # both ways in one year
    if "reached" in ours.status:
        return ""  # "fell 7 % to 230": the change is judged by itself, the level by its value
    if {ours.act, theirs.act} == {"rise", "fall"} or (
        ours.role == theirs.role == "to" and {_trend(ours), _trend(theirs)} == {"rise", "fall"}
    ):
        return (
            "source says it rose, not fell" if _trend(theirs) == "rise" else "source says it fell, not rose"
        )
    return ""


def _deed(thing: Thing) -> str:
    """Return what befell those counted, where the noun says it: bodies are of the dead, survivors were rescued."""
    of_noun = ACT_OF.get(thing.noun, "")
    return of_noun if of_noun in CUMULATIVE and thing.act not in CUMULATIVE else thing.act


def _is_told(act: str, thing: Thing) -> bool:
    """Return whether a figure's own part names a deed beside that of its verb: "made and sold 900 bottles"."""
    return not DEED_WORDS[act].isdisjoint(thing.near) if act in DEED_WORDS else False


DEED_WORDS: dict[str, frozenset[str]] = {
    act: frozenset(concept(word) for word, of in ACT_OF.items() if of == act) for act in ACTS
}


def untold_deed(claim: Figure, place: Spot) -> str:
    """Return why a source's figure is not of the killed, injured …: nothing around it says what befell them.

    Of the charged or released it is not where it is of another deed: who was sentenced was charged, though.
    """
    deed, other = _deed(claim.thing), _deed(place.figure.thing)
    another = deed in _OF_ITS_OWN and other in ACTS and (deed, other) not in _IMPLIED
    if (deed not in _MUST_BE_TOLD and not another) or other == deed or claim.kind is not Kind.COUNT:
        return ""
    told = f"act:{deed}"
    if told in place.words or told in place.before:
        return ""
    if deed == "arrested" and _is_seized(claim, place):
        return ""
    if deed == "displaced" and not _OUT_OF_HOME.isdisjoint(place.words):
        return ""
    return f"source does not say that they were {deed}"


def _is_seized(claim: Figure, place: Spot) -> bool:
    """Return whether persons were taken by those who may arrest them: the navy captured them, guards nabbed them."""
    source = place.figure.thing
    counted = family(source.noun)  # pirates are of no table, but who is arrested is a person
    persons = (counted in PERSONS or not counted) and takes_in(claim.thing, source)
    by = {*source.subject, *source.doer}
    return persons and source.act in _SEIZING and not by.isdisjoint(_WHO_ARREST)


_OUT_OF_HOME = concept_set("home house move shelter camp safety")  # "lost their homes"
_SEIZING = stem_set("capture nab seize")
_WHO_ARREST = concept_set(
    "police officer detective guard soldier marine commando navy army ranger custom agent coastguard authority "
    "troop patrol sheriff warden force gendarme"
)
_MUST_BE_TOLD = CUMULATIVE - {"rescued"}
_OF_ITS_OWN = frozenset(
    ("charged", "convicted", "acquitted", "sentenced", "released", "rescued", "kidnapped")
)
_IMPLIED = frozenset(  # "freed" is both: miners by rescuers, hostages by their captors
    (
        ("charged", "convicted"),
        ("charged", "sentenced"),
        ("charged", "acquitted"),
        ("convicted", "sentenced"),
        ("rescued", "released"),
        ("released", "rescued"),
    )
)


def _trend(thing: Thing) -> str:
    """Return which way the words of a figure's part go, where they go one way only."""
    if thing.act in ("rise", "fall"):
        return thing.act
    up, down = "family:rise" in thing.near, "family:fall" in thing.near
    return "" if up == down else "rise" if up else "fall"
