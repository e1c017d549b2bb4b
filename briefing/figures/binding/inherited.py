"""What a part of a sentence takes from the part before it: act, noun, subject, place and time, its place in a list.

Promise: read from the part before and the words of its own; only what the part leaves unsaid is filled in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.data import Figure, Kind, Thing
from briefing.figures.binding.apposed import AGAINST
from briefing.figures.binding.ellipsis import elides_noun, gaps_noun, has_it, says_no_more
from briefing.figures.binding.keys import is_date
from briefing.figures.binding.phrases import NUMBER_OF
from briefing.figures.binding.subjects import IN_RELATIVE, OUTSIDE, main_subject
from briefing.figures.binding.superseded import corrects
from briefing.figures.binding.words import Part, Token, low_at, together
from briefing.figures.vocabulary.thesaurus import (
    ACT_OF,
    CUMULATIVE,
    MARKS,
    NOUN_OF,
    PERSONS,
    SETTING_APART,
    concept,
    concept_set,
    opposites,
)

MEMBER = "member"  # one that is counted beside the number before it: "160 tents and two tankers"
_JOINING = frozenset(("and", "or", "&", "plus", "with", "including", "included", "both", "another", "then"))


_OF_ONE_SIDE = frozenset(("reject", "accept", "won", "lost", "voted for", "voted against"))


def near_of_elided(
    line: Sequence[Token],
    part: Part,
    near: tuple[str, ...],
    before: Thing,
    verb: int,
    speaker: tuple[str, ...],
) -> tuple[str, ...]:
    """Add the noun a part leaves out, and place and time where it says no more than number and verb."""
    carried = [concept(before.noun)]
    if (
        before.act
        not in ("be", "hav")  # "15 have children and nine are graduates": the nine need not have any
        and elides_noun(line, part, verb, before)
        and says_no_more(line, part, verb, speaker)
    ):
        carried.extend(w for w in before.near if w != concept(before.act))
    return together(near, carried)


def near_inherited(
    near: tuple[str, ...], noun: str, before: Thing, subject: tuple[str, ...]
) -> tuple[str, ...]:
    """Fill up a part without words of its own from the part before, and one without a subject with its subject."""
    if not any(not w.startswith(("o:", "i:", "d:")) for w in near):
        own = "o:" if any(w.startswith("o:") for w in near) else "d:"
        kept = (w for w in before.near if not w.startswith(("d:", own)))
        return together(kept, near, (concept(noun),) if noun else ())
    if subject == before.subject:
        return together(near, subject)
    return near


def near_of_gapped(
    figure: Figure, near: tuple[str, ...], before: Thing, subject: tuple[str, ...], verb: int
) -> tuple[str, ...]:
    """Give a score that is only another subject's what the one before is said to do: "the council passed it by 9 to 4, the board by 5 to 2"."""
    if (
        figure.kind is not Kind.SCORE
        or verb >= 0
        or not near
        or not set(near) <= set(subject)
        or not before.subject
    ):
        return near
    whose = {*before.subject, *before.owner}
    told = (w for w in before.near if w not in whose and not w.startswith(("d:", "o:", "i:")))
    own = set(near)
    return together(near, (w for w in told if not any(own & against for _, against in opposites(w))))


def dates_of_both_ends(line: Sequence[Token], part: Part, role: str, before: Thing) -> tuple[str, ...]:
    """Return the dates told before both ends of a change: "growth in the first quarter was cut from 0.6 to 0.4 percent"."""
    if (role, before.role) != ("to", "from"):
        return ()
    start = next((at for at in range(part.start, -1, -1) if line[at].low == "from"), 0)
    told: list[str] = []
    for token in reversed(line[:start]):
        if not token.is_word and token.figure < 0:
            break
        if token.is_date:
            told.append(token.concept)
    return tuple(told)


def of_compared(
    noun: str, near: tuple[str, ...], before: Thing, owner: tuple[str, ...], speaker: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """Fill up what another level is set against, where its part says no more than when it was: "compared with 84 last spring"."""
    named = any(":" not in w and w not in speaker for w in owner)
    if named or not all(_only_places(w, before) for w in near):
        return noun, near
    apart = (
        () if AGAINST in before.status else SETTING_APART
    )  # "14 times the average wage, up from nine times"
    theirs = (w for w in before.near if w not in apart and not w.startswith(("d:", "o:", "i:")))
    return noun or before.noun, together(near, theirs)


def _only_places(word: str, before: Thing) -> bool:
    """Return whether a word only says how or when a level stands to another, or is one of the part before too."""
    return word in _PLACING or word in MARKS or word in before.near or word in before.speaker or is_date(word)


_PLACING = concept_set(
    "up down fall rise compare against previous earlier before year month week day last say ago same time"
) | {"earlier-year"}


def inherited(
    line: Sequence[Token],
    part: Part,
    before: Thing,
    noun: str,
    act: str,
    subject: tuple[str, ...],
    verb: int,
) -> tuple[str, str, tuple[str, ...]]:
    """Fill what a part leaves unsaid from the part before it."""
    opener = line[part.start].low if part.start < part.at else ""
    joined = opener in _JOINING or opener in (",", "of", "to") or part.start >= part.at - 3
    if (not act and verb < 0) or (noun in NUMBER_OF and act == "be" and before.act in CUMULATIVE):
        act = before.act  # "it spoke of seven dead; its own count was 11"
        if opener == "to" and act in _OF_ONE_SIDE:
            act = ""  # "rejected by 54 percent to 46"
    if not subject and joined:
        subject = before.subject
    behind = low_at(line, part.at + 1)
    if not noun and (
        behind in ("others", "more") or (behind == "of" and not _is_share_of_many(line, part.at))
    ):
        noun = before.noun
    it_is = part.start < verb and line[verb - 1].low in ("it", "they")
    if not noun and (it_is or not subject) and _leans_on_pronoun(line, part):
        noun = before.noun
    if (
        not noun
        and joined
        and (verb < 0 or elides_noun(line, part, verb, before) or ACT_OF.get(line[verb].stem) is not None)
    ):
        noun = before.noun if before.noun in NOUN_OF or line[part.at].concept.startswith("o:") else ""
    return noun, act, subject


def of_running_total(
    role: str, own: tuple[str, str, tuple[str, ...]], before: Thing
) -> tuple[str, str, tuple[str, ...]]:
    """Return what the new level counts that a number just told led to: "27 new cases, taking the total to 318".

    What befell people befell all of them; that twelve shops were opened is not said of all ninety.
    """
    noun, act, near = own
    if role != "to" or before.role or not before.noun or (noun or _NUMBER) not in NUMBER_OF:
        return own
    if not noun and _NUMBER_WORDS.isdisjoint(near):
        return own
    act = before.act if before.act in CUMULATIVE else act
    theirs = (w for w in before.near if w not in _OF_MORE and not w.startswith(("d:", "o:", "i:")))
    told = (w for w in theirs if act == before.act or w != concept(before.act))
    return before.noun, act, tuple(dict.fromkeys((*near, *told)))


_NUMBER = "number"
_NUMBER_WORDS = frozenset(map(concept, NUMBER_OF))
_OF_MORE = concept_set("new more further additional another extra")


def _is_share_of_many(line: Sequence[Token], at: int) -> bool:
    """Return whether the whole has a number and a noun of its own: "won 11 of its last 16 matches"."""
    return any(t.figure >= 0 for t in line[at + 2 : at + _WHOLE_REACH])


_WHOLE_REACH = 5  # tokens: "of its last 16"


def gapped(
    line: Sequence[Token],
    part: Part,
    figure: Figure,
    before: Thing,
    told: tuple[str, tuple[str, ...]],
    verb: int,
) -> str:
    """Return the noun of the part before for a number that is alone the object of its own verb: "… and closed three"."""
    act, subject = told
    if subject and MEMBER in before.status:
        return ""  # "160 tents and two tankers, while France gave 95"
    gaps = figure.kind is Kind.COUNT and gaps_noun(line, part, verb)
    return before.noun if gaps and _may_do_it(act, before) else ""


def _may_do_it(act: str, before: Thing) -> bool:
    """Return whether what the part before counts can be done to as this part says: homes are not killed."""
    return before.noun in NOUN_OF and (act not in CUMULATIVE or NOUN_OF[before.noun] in PERSONS)


def _leans_on_pronoun(line: Sequence[Token], part: Part) -> bool:
    """Return whether the part's subject is a pronoun: "while in the north they fell 2 %"."""
    return any(t.low in ("they", "it", "he", "she", "those", "that") for t in line[part.start : part.at])


def told_of_share(share: Thing, whole: Thing) -> tuple[Thing, Thing]:
    """Give a share what follows its whole: of "half of the 900 workers are women" it is the half that are."""
    noun = concept(whole.noun)
    near = together(share.near, whole.near)
    told = replace(share, noun=share.noun or whole.noun, act=share.act or whole.act, near=near)
    return told, replace(whole, act="", near=tuple(w for w in whole.near if w == noun))


# ---------------------------------------------------------------- how the part before goes on


def seen_from(line: Sequence[Token], before: Thing | None, last: Part | None, part: Part) -> Thing | None:
    """Return the thing before ``part`` as it goes on: behind a closed relative clause with the sentence's own subject."""
    if before is None or last is None or IN_RELATIVE not in before.status:
        return before
    subject = main_subject(line, last, part)
    return before if subject is None else replace(before, subject=subject)


def taken_along(before: Thing | None) -> tuple[str, ...]:
    """Return what is said of how a number stands that holds for the next of its list too: "a chain with 40 pubs and 900 staff"."""
    if before is None or "listed" not in before.status:
        return ()
    return (MEMBER, *(s for s in before.status if s == IN_RELATIVE or s.startswith(OUTSIDE)))


def leaning(
    line: Sequence[Token], part: Part, before: Thing, own: tuple[str, str, tuple[str, ...], tuple[str, ...]]
) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Return noun, act, subject and near with what a pronoun takes from the part before."""
    noun, act, subject, near = own
    if corrects(line, part.start, part.at):
        return before.noun, before.act, before.subject, together(near, before.near)
    if not subject and _leans_on_pronoun(line, part):
        subject = before.subject  # "though they had been 3-2 behind"
        near = together(near, subject)
    if has_it(line, part):
        near = together(near, before.subject)
    return noun, act, subject, near
