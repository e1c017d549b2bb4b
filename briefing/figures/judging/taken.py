"""Whether what a claim speaks of belongs, in that article, to another figure than the one with its value.

Promise: asked last, of a figure that fits; the noun, a day, a name, a degree or a tie of its own decides, never a mere
likeness.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import NAMING, Figure, Kind
from briefing.figures.binding.keys import days, is_date
from briefing.figures.binding.ties import TIED_BY, TIED_TO, TYING
from briefing.figures.judging.about import is_new_value
from briefing.figures.judging.candidates import Candidate
from briefing.figures.judging.margins import MARGIN
from briefing.figures.matching.contest import is_of_another_name
from briefing.figures.matching.counted import noun_relation, takes_in
from briefing.figures.vocabulary.lexicon import is_light
from briefing.figures.vocabulary.stems import root
from briefing.figures.vocabulary.thesaurus import CHANGES, concept
from briefing.wordsets import word_set


def taken(claim: Figure, best: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Return whether the claim's noun is, in that article, the noun of another such figure and not of this one."""
    theirs = best.place.figure.thing
    if _key_taken(claim, best, candidates) or _tied_to_another(claim, best, candidates):
        return True
    noun = claim.thing.noun
    if claim.kind in NAMING or not noun or not theirs.noun or noun == theirs.noun:
        return False
    if noun_relation(claim.thing, theirs) or concept(noun) in best.place.near or "part" in claim.thing.status:
        return False  # "in 131 of them the patient …": the noun is that of the number before
    named = {w for w in claim.thing.owner if ":" not in w}
    if "bare" in theirs.status and set(claim.thing.speaker) & set(theirs.speaker):
        return False  # "by the union's count it is 300": of what the sentence before speaks of
    if concept(theirs.noun) in CHANGES and named <= best.place.near:
        return False  # "last year's increase was 5.9 percent": that of the fares
    shared = _telling(claim, noun) & best.place.near if claim.kind is not Kind.MONEY else set()
    if is_new_value(claim, best, candidates):
        return False
    return any(
        c.place.article == best.place.article
        and c.place.figure.thing.noun == noun
        and shared <= c.place.near  # else the claim says more of this one: "online sales", "the target"
        and c.differs
        for c in candidates
    )


def _telling(claim: Figure, noun: str) -> set[str]:
    """Return what a claim says around its figure beside the noun, days and ways left out."""
    plain = {w for w in claim.thing.near if ":" not in w or w.startswith("family:")}
    return {w for w in plain if not is_light(w) and w not in (*CHANGES, concept(noun))}


def _key_taken(claim: Figure, best: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Return whether a date or subject of the claim belongs, in that article, to another such figure."""
    if claim.kind in NAMING:
        return False
    place, thing = best.place, claim.thing
    degrees = {f"root:{root(w)}" for w in thing.near if w in _DEGREES} - place.akin
    if degrees and any(degrees & c.place.akin and c.place.article == place.article for c in candidates):
        return True  # of 17 hurt three are in a serious condition: 17 are not seriously hurt
    keys = days(thing.near) - place.words - place.before
    other_subject, subject = (
        {w for w in t.subject if w in t.owner and not is_date(w)} for t in (place.figure.thing, thing)
    )
    if (
        subject
        and other_subject
        and not subject & (other_subject | place.near)
        and (thing.act == place.figure.thing.act or {thing.act, place.figure.thing.act} <= _HAVING)
    ):
        keys |= subject
    return bool(keys) and any(
        c.differs
        and not c.conflict
        and (
            not thing.noun
            or ("bare" in c.place.figure.thing.status and claim.kind is not Kind.ORDINAL)
            or takes_in(thing, c.place.figure.thing)
        )
        and keys & (c.place.near | set(c.place.figure.thing.speaker))
        and (c.place.article == place.article or keys & subject)
        and (c.closeness > best.closeness + MARGIN or keys & subject or days(best.place.near))
        for c in candidates
    )


_HAVING = word_set(
    "stand are won tak get hav hold receiv secur earn claim poll scor score added collect finish be end"
)


_DEGREES = word_set(
    "seriously serious critically critical severely severe slightly slight lightly badly gravely"
)


def _tied_to_another(claim: Figure, best: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Return whether what the claim ties its number to is tied, in that article, to another one."""
    theirs = _ties(best.place.figure)
    if claim.kind not in TYING or not theirs:
        return False
    ours = _ties(claim) | ({TIED_TO + concept(claim.thing.noun)} if claim.thing.noun else set())
    return any(
        c.place.article == best.place.article
        and c.differs
        and not c.conflict
        and not is_of_another_name(claim, c.place, best.place)
        and (ours - theirs) & _ties(c.place.figure)
        for c in candidates
        if not ours & theirs
    )


def _ties(figure: Figure) -> set[str]:
    return {s for s in figure.thing.status if s.startswith((TIED_TO, TIED_BY))}
