"""Whether what a verb tells of a number has come about: "sold 12 shops" has, "plans to sell" has not.

Promise: read from the verb's form and the words that govern it; a verb of which neither can be said has no status.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Figure, Kind, Thing
from briefing.figures.binding.words import Part, Token, before_all, low_at
from briefing.figures.vocabulary.lexicon import ADVERBS, IS_OR_BE, PLAIN_VERBS
from briefing.figures.vocabulary.stems import stem, stem_set
from briefing.figures.vocabulary.thesaurus import ACT_OF
from briefing.wordsets import word_set

DONE, UNDONE, ONCE, SHELVED = "done", "undone", "once-planned", "shelved"
LET = "let"  # what somebody is only let have
PERFECT = "perfect"  # done, and so now: "has been banned", "is banned"
AHEAD = frozenset(("forecast", "planned", "upcoming"))
_MODALS = word_set("will would could may might shall should must 'll won't wouldn't couldn't")
_UNREAL = word_set("should would could")  # … have: what did not come about
_PASSIVE = word_set("be been being")
_PERFECT = word_set("has have had having")
_HAS = word_set("has have 've is are 're")
_WAS = word_set("was were")
_PRESENT = word_set("is are am has does")  # which do not begin as their stem does either
_IN_GROUP = ADVERBS | _PASSIVE | _PERFECT | _WAS
_MINDED = stem_set(
    "plan plans intend want hope offer propose proposal apply application seek ask expect aim threaten promise pledge vow "
    "agree prepare consider set due likely scheduled ready bid attempt try request demand call urge order decide "
    "decision move vote recommend poised willing wish need right permission option deal"
)
# … what somebody only may, can or ought to do; "were allowed to leave" is said of those counted, who mostly did
_LEAVE = stem_set(
    "allow permit entitle license licence authorise authorize suppose mean meant free eligible able capable"
)
_IF = word_set("if unless whether")
_GOVERNING = 5  # words before "to" among which the one that governs it stands: "plans next year to sell"
_CLAUSE = 9  # words before a verb among which the "if" of its clause stands


def prospect(line: Sequence[Token], part: Part, verb: int, before: Thing | None, act: str) -> tuple[str, ...]:
    """Return whether the verb of a number tells of something done or of something that is still to be."""
    if verb > part.at and ACT_OF.get(line[verb].stem) == "reject" and _is_of_a_plan(line, part):
        return ("rejected",)
    if dropped := _is_dropped(line, part):
        return (UNDONE, dropped)
    if verb < 0:
        carried = {DONE, UNDONE} & set(before.status) if before is not None and act == before.act else ()
        return tuple(carried)
    place = _before_group(line, verb)
    low = low_at(line, place)
    if low in _MODALS:
        if line[place + 1].low == "have":
            return (UNDONE, ONCE) if low in _UNREAL else ()
        return (UNDONE,)
    if low == "to":
        left_open = _is_minded(line, place) or (verb < part.at and _is_left_to(line, place))
        return (UNDONE, *_given_up(line, place)) if left_open else ()
    if line[verb].stem in _LEAVE and low_at(line, verb + 1) == "to" and verb + 1 < part.at:
        return (UNDONE, LET)  # "entitled to 90 days"
    if any(t.low in _IF for t in line[max(0, verb - _CLAUSE) : verb]):
        return (UNDONE,)
    formed = is_past(line[verb])
    aided = verb > place + 1 and any(t.low in _WAS | _PERFECT | {"been"} for t in line[place : verb + 1])
    perfect = (PERFECT,) if not _HAS.isdisjoint(t.low for t in line[place:verb]) else ()
    return (DONE, *perfect) if formed or aided else ()


def is_ahead(thing: Thing) -> bool:
    """Return whether a part tells of what is expected, planned or about to come."""
    return not AHEAD.isdisjoint(thing.status)


def is_minded(word: Token) -> bool:
    """Return whether a word says that somebody plans, asks for or means to do what follows it."""
    return word.is_word and word.stem in _MINDED


def is_past(verb: Token) -> bool:
    """Return whether a verb has the form of the past: "sold", "closed"."""
    low = verb.low
    if low in _PRESENT:
        return False
    return low.endswith("ed") or not (low.startswith(stem(low)) or low.endswith("ing"))


def _before_group(line: Sequence[Token], verb: int) -> int:
    """Return the place of the word before the adverbs and the "be" or "have" of a verb: "will", "to", a subject."""
    return before_all(line, verb, _IN_GROUP)


def _is_minded(line: Sequence[Token], to: int) -> bool:
    """Return whether an infinitive is what somebody plans, asks for or is to do, and none of purpose or success."""
    before = line[max(0, to - _GOVERNING) : to]
    if to and line[to - 1].low in IS_OR_BE:
        return True
    if to and line[to - 1].low in ("and", "or", ","):
        return any(t.stem in _MINDED for t in line[:to])
    return any(map(is_minded, before))


def _is_left_to(line: Sequence[Token], to: int) -> bool:
    """Return whether an infinitive is what somebody is let do, or meant to: "were allowed to shoot four"; who was able to, did."""
    behind_to = to - 1
    if line[behind_to].stem not in _LEAVE:
        return False
    return line[behind_to].low not in _ABLE or line[behind_to - 1].low in _IS


_UNMET = word_set("meant supposed")
_ABLE = word_set("able capable")
_IS = word_set("is are be")


def _given_up(line: Sequence[Token], to: int) -> tuple[str, ...]:
    """Return whether a plan is told as one of old: "had planned to buy 30", "was meant to open in May"."""
    if line[to - 1].low in _UNMET and line[to - 2].low in _WAS:
        return (ONCE,)
    minded = [k for k in range(max(1, to - _GOVERNING), to) if line[k].stem in _MINDED]
    return (ONCE,) if minded and any(t.low == "had" for t in line[max(0, minded[0] - 2) : minded[0]]) else ()


def _is_of_a_plan(line: Sequence[Token], part: Part) -> bool:
    """Return whether a number says what a plan is for, and does not count plans: "a proposal to make it 3 euros"."""
    names = [k for k in range(part.start, part.at) if line[k].stem in _PLANS]
    return bool(names) and any(t.low in ("to", "of", "for") for t in line[names[0] : part.at])


def _is_dropped(line: Sequence[Token], part: Part) -> str:
    """Return whether the number is what a plan was for that is given up, "has dropped its plan to cut 300 jobs", or may be."""
    for place in range(part.start, part.end):
        if line[place].stem not in _DROPPING or line[place].is_name:
            continue
        aided = {t.low for t in line[max(0, place - _AIDS) : place]}
        if place > part.at:
            told = _is_of_a_plan(line, part)
            done = bool(aided & (_WAS | _PASSIVE))
        else:
            plans = [k for k in range(place + 1, min(place + _GOVERNING, part.at)) if line[k].stem in _PLANS]
            told = bool(plans) and any(t.low in ("to", "of", "for") for t in line[plans[0] + 1 : part.at])
            done = is_past(line[place])
        if told:
            return SHELVED if done and not aided & _LEFT_OPEN else DROPPING
    return ""


DROPPING = "dropping"  # told as given up or as what may be
_AIDS = 3  # words before a verb: "may yet be", "has not"
_LEFT_OPEN = _MODALS | word_set("not never to no n't")
_DROPPING = stem_set("drop scrap shelve abandon ditch cancel withdraw withdrew withdrawn axe halt")
_PLANS = stem_set("proposal plan bid offer motion amendment request demand application project scheme idea")
_OF_DEEDS = (Kind.COUNT, Kind.MONEY, Kind.RATE, Kind.MEASURE, Kind.PERCENT, Kind.FRACTION)


def not_yet(claim: Figure, source: Figure) -> str:
    """Return why a deed is not done as the claim says, or is done already: one of the two only plans it."""
    ours, theirs = claim.thing, source.thing
    if claim.kind is Kind.DATE and ours.act == theirs.act and UNDONE not in ours.status:
        given_up = UNDONE in theirs.status and not {"former", ONCE}.isdisjoint(theirs.status)
        return f"{source.text} is when it was to be" if given_up and "former" not in ours.status else ""
    if (
        LET in theirs.status
        and LET not in ours.status
        and DONE in ours.status
        and ours.act not in PLAIN_VERBS
    ):
        return f"{source.text} is only what the source says somebody may have"
    if claim.kind not in _OF_DEEDS or ours.act != theirs.act or ours.act in PLAIN_VERBS:
        return ""
    if ONCE in theirs.status and UNDONE in ours.status and ONCE not in ours.status:
        return f"{source.text} is what the source says was once planned"
    if DONE in ours.status and UNDONE in theirs.status:
        return f"source says that {source.text} is still to come"
    if UNDONE in ours.status and DONE in theirs.status:
        return f"source says that {source.text} is done"
    return ""
