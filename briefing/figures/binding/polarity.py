"""Whether what is said of a number is denied, and whether two parts say the contrary of each other.

"Has yet to settle 11", "did not vote", "without heating"; settled and yet to be settled, open and shut, vaccinated
and unvaccinated. Promise: twice denied is said again; words that merely differ are never the contrary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.data import Thing
from briefing.figures.binding.over import OVER, is_ending
from briefing.figures.binding.prospects import SHELVED, is_ahead, is_minded
from briefing.figures.binding.roles import HEDGES
from briefing.figures.binding.words import Part, Token, before_all, denies, low_at
from briefing.figures.vocabulary.lexicon import (
    ADVERBS,
    AUXILIARIES,
    PREPOSITIONS,
    is_light,
    tells_no_deed,
)
from briefing.figures.vocabulary.stems import stem_set
from briefing.figures.vocabulary.thesaurus import ACT_OF, ACTS, complements, concept, concept_of, concept_set
from briefing.wordsets import word_set

NEGATED = "negated"
MAYBE = "in-denial"  # a part of a sentence that denies something, of its number or not
_NOT = word_set("not never cannot neither nor")
_STILL = word_set("yet still remain remains remained")  # "… to be settled"
_FAILING = stem_set("fail refuse decline unable unwilling neglect")
_WANTING = word_set("without no lack lacks lacked lacking none nothing")
_SKIPPED = AUXILIARIES | ADVERBS | {"to"}
EXCEPTED = "excepted"  # the two of "all but two": what is said is said of all others
GIVEN = "given"  # the five of "no link between the five arrests": there were five
_DENIALS = (
    _NOT
    | _WANTING
    | word_set("nobody ban bans banned stop stops stopped prevent prevents prevented refuse refused refuses")
)
_REACH = 6  # words before a verb within which it is denied
_BEFORE_NUMBER = HEDGES | {"on", "in", "by", "for"}
_ONLY = word_set("only least more less fewer longer just until before")  # "not only", "not before May"


def denial(line: Sequence[Token], part: Part, verb: int, before: Thing | None, act: str) -> tuple[str, ...]:
    """Return the status words for a number whose verb is denied, or whose part denies something."""
    return (*_denied(line, part, verb, before, act), *_none_of(line, part))


def _none_of(line: Sequence[Token], part: Part) -> Iterator[str]:
    """Yield what a part says there was none of: "13 crashes but no deaths"."""
    for place in range(part.start, part.end - 1):
        following = line[place + 1]
        if (
            line[place].low == "no"
            and following.is_word
            and following.low not in _ONLY
            and following.low != "one"
        ):
            yield NONE + following.concept


NONE = "none:"


def _denied(line: Sequence[Token], part: Part, verb: int, before: Thing | None, act: str) -> tuple[str, ...]:
    if _is_excepted(line, part.at):
        return (NEGATED, MAYBE, EXCEPTED)
    if before is not None and verb < 0 and act == "" and {NEGATED, MAYBE} & set(before.status):
        return tuple(s for s in before.status if s in (NEGATED, MAYBE))
    if _is_negated(line, part, verb):
        return (NEGATED, MAYBE, GIVEN) if _is_taken_for_granted(line, part, verb) else (NEGATED, MAYBE)
    return (MAYBE,) if any(t.low in _DENIALS or denies(t.low) for t in line[part.start : part.end]) else ()


def _is_excepted(line: Sequence[Token], at: int) -> bool:
    """Return whether what is said holds for all but this number: "all but two", "all except 40"."""
    before = [t.low for t in line[max(0, at - 3) : at]]
    return before[-2:] in (["all", "but"], ["all", "except"], ["all", "bar"]) or before == [
        "all",
        "except",
        "for",
    ]


def is_denied_itself(line: Sequence[Token], at: int) -> bool:
    """Return whether the number itself is denied: "not on No 4", "No 6 not"."""
    if low_at(line, before_all(line, at, _BEFORE_NUMBER)) == "not":
        return True
    behind = line[at + 1 : at + 3]  # "No 4 is on the programme, No 6 not."
    ends = bool(behind) and behind[0].low == "not" and not (len(behind) > 1 and behind[1].is_word)
    return ends and not _of_two_told(line, at)


def _of_two_told(line: Sequence[Token], at: int) -> bool:
    """Return whether "not" denies of this one what befell the one before: "one watered and one not" are two."""
    back = (k for k in range(at - 1, -1, -1) if line[k].low == line[at].low)
    first = next(back, -1)
    return (
        line[at - 1].low in ("and", ",", "but")
        and first >= 0
        and any(t.low.endswith("ed") for t in line[first + 1 : at])
    )


def _is_negated(line: Sequence[Token], part: Part, verb: int) -> bool:
    """Return whether the verb of a number, or what those counted have, is denied."""
    if verb >= 0 and (_denied_before(line, verb) or _denied_behind(line, verb)):
        return True
    stop = verb if verb > part.at else part.end
    for place in range(part.at + 1, min(max(stop, part.at + 1), len(line) - 1)):
        if line[place].low in _JOINING:
            return False
        if line[place].low in _WANTING:
            return line[place + 1].is_word
    return False


def _is_taken_for_granted(line: Sequence[Token], part: Part, verb: int) -> bool:
    """Return whether only a link to those counted is denied: "no link between the five arrests" tells of five."""
    at = part.at
    definite = at > 1 and verb >= 0 and line[at - 1].low in _DEFINITE and line[at - 2].low in PREPOSITIONS
    return definite and any(line[place].low == "no" for place in range(verb, at))


_DEFINITE = word_set("the these those their its his her")
_JOINING = word_set("and or but , ; :")


def _denied_before(line: Sequence[Token], verb: int) -> bool:
    """Return whether the group that ends with a verb denies it: did not speak, has yet to be built, failed to come."""
    for place in range(verb - 1, max(-1, verb - 1 - _REACH), -1):
        low, after = line[place].low, line[place + 1].low
        if low in _NOT or denies(low):
            return after not in _ONLY
        if after == "to" and (low in _STILL or line[place].stem in _FAILING) and not _to_number(line, place):
            return True
        if low == "longer" and line[place - 1].low == "no":
            return True
        if low not in _SKIPPED and not (after == "to" and is_minded(line[place])):
            return False
    return False


def _denied_behind(line: Sequence[Token], verb: int) -> bool:
    """Return whether what follows a verb denies it: "are not open", "had no roof", "failed to appear"."""
    for place in range(verb, min(len(line) - 1, verb + _REACH)):
        low, after = line[place].low, line[place + 1].low
        if low in _NOT or denies(low):
            return after not in _ONLY
        if low in _WANTING:
            done = low == "without" and line[verb].stem in ACT_OF  # "released without charge"
            return not done and line[place + 1].is_word and after not in ("more", "less", "fewer")
        if after == "to" and (low in _STILL or line[place].stem in _FAILING) and not _to_number(line, place):
            return True
        if place > verb and low not in _SKIPPED:
            return False
    return False


def _to_number(line: Sequence[Token], place: int) -> bool:
    """Return whether the "to" behind ``place`` leads to a level and not to a verb: "declined to 4.9 percent"."""
    after = place + 2
    while after < len(line) and line[after].low in HEDGES:
        after += 1
    return after < len(line) and line[after].figure >= 0


def contrary(ours: Thing, theirs: Thing) -> bool:
    """Return whether two parts say the contrary of those they count: what is true of the ones is not of the others."""
    if GIVEN in theirs.status and ours.act and ours.act == ACT_OF.get(theirs.noun):
        return False
    if OVER in theirs.status and is_ending(ours) and NEGATED not in (*ours.status, *theirs.status):
        return False  # what was closed and has reopened is open
    flipped = _denies(ours, theirs) or _denies(theirs, ours)
    if not flipped and not (_may_be_opposed(ours) or _may_be_opposed(theirs)):
        return False  # most pairs: asked first, since it is cheap
    mine, other = _told(ours), _told(theirs)
    if _complementary(mine, other):
        return not flipped and not {NEGATED, MAYBE} & {*ours.status, *theirs.status}
    return flipped and _same_deed(ours, theirs, mine & other)


def spares(ours: Thing, theirs: Thing) -> bool:
    """Return whether a source excepts those counted from what the claim says befell them: "all but two were washed away"."""
    if (
        EXCEPTED not in theirs.status
        or {NEGATED, EXCEPTED, "whole", "of-all"} & set(ours.status)
        or is_plain(ours.act)
    ):
        return False
    return not _SPARED & {ours.act, *ours.near} and not _complementary(_told(ours), _told(theirs))


_SPARED = concept_set("left remain spare escape intact stand except")


def _denies(one: Thing, other: Thing) -> bool:
    """Return whether the one is denied and nothing in the part of the other is; what is still to be done will be."""
    if NEGATED not in one.status or {MAYBE, SHELVED} & set(other.status):
        return False
    return is_ahead(one) or not is_ahead(other)


def says_in_other_words(ours: Thing, theirs: Thing) -> bool:
    """Return whether the one denies what is the contrary of the other: not shut, and open."""
    flipped = _denies(ours, theirs) or _denies(theirs, ours)
    return flipped and _complementary(_told(ours), _told(theirs))


def _same_deed(ours: Thing, theirs: Thing, shared: frozenset[str]) -> bool:
    """Return whether both tell of one deed, or of having one thing."""
    acts = {t.act for t in (ours, theirs) if not is_plain(t.act)}
    denied = {t.act for t in (ours, theirs) if NEGATED in t.status}
    acts = acts & denied or acts  # "have not freed the 12 men trapped" denies no trapping
    if not acts:
        return bool(shared)
    return (
        bool(acts & shared)
        or bool({concept(a) for a in acts} & shared)
        or (ours.act == theirs.act and ours.act in ACTS)
    )


def is_plain(act: str) -> bool:
    """Return whether a verb says no more than that something is, has, lacks or amounts to something."""
    return tells_no_deed(act) or act in _WANTING


def _told(thing: Thing) -> frozenset[str]:
    """Return the words of a part that say what those counted did, had or are."""
    counted = {thing.noun, concept(thing.noun), *thing.owner, *thing.speaker}
    return frozenset(
        w
        for w in (*thing.near, thing.act)
        if w and w not in counted and not w.startswith(("d:", "o:", "n:")) and not is_light(w)
    )


def _complementary(mine: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether a word of the one says what a word of the other leaves: open and shut, vaccinated and unvaccinated."""
    if any(_positive(w) in other for w in mine) or any(_positive(w) in mine for w in other):
        return True
    return any(
        against & other and word not in other and not against & mine
        for word in mine
        if (against := complements(word))
    )


_DENYING = ("un", "non-", "non", "il", "ir")
_SHORTEST = 4  # letters of the word denied


def _may_be_opposed(thing: Thing) -> bool:
    return _has_contrary(thing.act) or any(map(_has_contrary, thing.near))


@lru_cache(maxsize=65536)
def _has_contrary(word: str) -> bool:
    """Return whether a word denies another or leaves what another says."""
    return bool(word) and bool(_positive(word) or complements(word))


@lru_cache(maxsize=65536)
def _positive(word: str) -> str:
    """Return the concept that a word with a denying prefix denies; nothing for any other word."""
    for prefix in _DENYING:
        if word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST:
            return concept_of(word.removeprefix(prefix))
    return ""
