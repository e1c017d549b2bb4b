"""Who bears an age: "his wife, 35", "a passenger of 22", "the pilot, who was 58", "a 31-year-old nurse".

Promise: only the noun or name right beside the age bears it, with what stands in apposition to it; where a text gives
the claim's bearer another age and this one to somebody else, it is not the claim's. An age that stands beside a name
is that of its person whatever the sentence goes on to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.keys import marked
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.subjects import TITLES
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all, is_content, low_at
from briefing.figures.vocabulary.lexicon import ADVERBS, BEING, DETERMINERS, PREPOSITIONS, RELATIVES
from briefing.figures.vocabulary.stems import stem_set
from briefing.figures.vocabulary.thesaurus import concept
from briefing.wordsets import word_set

_BEARER = "bearer:"
_NAMED = "named:"  # a name that the age stands beside, no verb between them
_BESIDE = word_set(", ( aged age now -")
_BETWEEN = _BESIDE | ADVERBS  # a verb and its age
_BEING = BEING | {"turned", "turns"}
_REACH = 5  # words of one noun phrase


def bearers(line: Sequence[Token], part: Part) -> Iterator[str]:
    """Yield who bears the age at ``part.at``: the head of the noun phrase beside it, its names, what it is apposed to."""
    borne = list(_beside(line, part.at))
    for word, _ in dict.fromkeys(borne):
        yield _BEARER + word
    if not _is_told(line, part.at):
        for word, is_name in dict.fromkeys(borne):
            if is_name:
                yield _NAMED + word


def _is_told(line: Sequence[Token], at: int) -> bool:
    """Return whether a verb says the age: "she is 44", "who was 58"."""
    place = before_all(line, at, _BETWEEN, 1)
    return low_at(line, place) in _BEING and "year" not in line[at].low


def _beside(line: Sequence[Token], at: int) -> Iterator[tuple[str, bool]]:
    """Yield each word for the bearer, and whether it is a name."""
    before = low_at(line, at - 1)
    if "year" in line[at].low and (before not in ("(", ",") or _opens_phrase(line, at)):
        yield from _after(line, at)
        yield from _apposed(line, at)
        return
    place = before_all(line, at, _BESIDE)
    if place < 0:
        return
    if place < at - 1 or before == "of":
        if before == "of":
            place -= 1
            yield from _apposed(line, place)
        yield from _phrase_before(line, place)
        return
    place = before_all(line, place + 1, ADVERBS, 1)
    if line[place].low in _BEING:
        place -= 1
        if place >= 0 and line[place].low in RELATIVES:
            place -= 2 if line[place - 1].low == "," else 1
        yield from _phrase_before(line, place)


def _opens_phrase(line: Sequence[Token], at: int) -> bool:
    """Return whether what the age says stands behind it: "one diver, 31-year-old Ida Strom"."""
    return line[at].low.endswith("old") and at + 1 < len(line) and line[at + 1].is_name


def _phrase_before(line: Sequence[Token], place: int) -> Iterator[tuple[str, bool]]:
    """Yield head and names of the noun phrase that ends at ``place``."""
    named = False
    for token in reversed(line[max(0, place - _REACH) : place + 1]):
        if not token.is_word or token.figure >= 0 or token.low in DETERMINERS or token.low in PREPOSITIONS:
            return
        if token.is_name:
            yield token.concept, True
            named = True
        elif is_content(token):
            if not named or not token.low.endswith("s"):
                yield token.stem, False
            return


def _after(line: Sequence[Token], at: int) -> Iterator[tuple[str, bool]]:
    """Yield the nouns and names that go on right behind "26-year-old"."""
    head = ""
    for place in range(at + 1, min(len(line), at + 1 + _REACH)):
        token = line[place]
        if token.low == "-" and not head:
            continue
        if not token.is_word or token.low in PREPOSITIONS or not is_content(token) or is_verb(line, place):
            break
        if token.is_name:
            yield token.concept, True
        else:
            head = token.stem
    else:
        place = min(len(line), at + 1 + _REACH)
    if head in _KIN and place < len(line) and line[place].low == ",":
        for token in line[place + 1 : place + 1 + _REACH]:
            if not token.is_name:
                break
            yield token.concept, True  # "their 8-year-old son, Oscar"
    if head:
        yield head, False


def _apposed(line: Sequence[Token], place: int) -> Iterator[tuple[str, bool]]:
    """Yield the head of the phrase that ``place`` is in apposition to: "the driver, a 46-year-old man"."""
    while place > 0 and line[place - 1].low in DETERMINERS:
        place -= 1
    if place > 1 and line[place - 1].low == ",":
        yield from _phrase_before(line, place - 2)


def is_of_a_name(figure: Figure) -> bool:
    """Return whether an age stands beside a name."""
    return bool(_named(figure))


def is_age_of_one(claim: Figure, source: Figure) -> bool:
    """Return whether a bare number is the age that the source gives to the claim's bearer: "the passenger was 22"."""
    return source.kind is Kind.AGE and "bare" in claim.thing.status and not _of(claim).isdisjoint(_of(source))


def of_one_person(claim: Figure, source: Figure) -> bool:
    """Return whether both ages stand beside the name of one person: "Ida Strom, 16", "the 16-year-old Strom"."""
    ours, theirs = _named(claim), _named(source)
    if claim.kind is not Kind.AGE or source.kind is not Kind.AGE:
        return False
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def borne_by_another(claim: Figure, place: Spot, spots: Sequence[Spot]) -> str:
    """Return why an age is another's: the claim's bearer has one of its own in that text, and this one somebody else.

    Of two names in a sentence the age is that of the one it stands beside.
    """
    ours, theirs = _of(claim), _of(place.figure)
    named, other = _named(claim), _named(place.figure)
    another = f"source gives {place.figure.text} as the age of another"
    related = _are_related(named, other)
    kin = (theirs - ours) & _KIN
    if named and kin and not (other and of_one_person(claim, place.figure)):
        return another  # Jack's son is eight
    if not ours or place.figure.kind is not Kind.AGE or (ours & theirs and not related):
        return ""
    if related or (
        named and other and named <= place.words and not any(w.endswith(_OF_A_PEOPLE) for w in named)
    ):
        return another
    for p in spots:
        aged = p.figure.kind is Kind.AGE and p.figure.low != place.figure.low
        if not aged:
            continue
        if named and of_one_person(claim, p.figure) and (other or p.article == place.article):
            return another
        if theirs and p.article == place.article and ours & _of(p.figure) and not _may_be(claim, place, p):
            return another
    return ""


_KIN = stem_set(
    "son daughter wife husband brother sister mother father parent grandson granddaughter grandchild grandmother "
    "grandfather nephew niece cousin uncle aunt girlfriend boyfriend fiancee fiance widow widower stepson stepdaughter"
)


def _are_related(one: set[str], other: set[str]) -> bool:
    """Return whether two have a name in common and each a name of its own: "Marta Olin" and "Hanna Olin"."""
    own = one - other - TITLES, other - one - TITLES
    return bool(one & other) and all(own) and not any(concept(w) != w for w in (*own[0], *own[1]))


_OF_A_PEOPLE = ("ian", "ean", "can", "ese", "ish", "an")  # "the 30-year-old Italian" may be the one named


def _may_be(claim: Figure, place: Spot, other: Spot) -> bool:
    """Return whether a name may stand for the claim's noun: the girl who said it, and another girl who was hurt."""
    if _named(claim) or not _named(place.figure) or claim.thing.act != place.figure.thing.act:
        return False
    told = {w for w in claim.thing.near if w in place.near and w not in other.near}
    return bool(told) and claim.thing.act != other.figure.thing.act


def _of(figure: Figure) -> set[str]:
    return marked(figure.thing, _BEARER)


def _named(figure: Figure) -> set[str]:
    return marked(figure.thing, _NAMED)
