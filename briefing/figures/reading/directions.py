"""The direction of a change: rose by 5 %, a drop of 12 points, 0.4 % lower.

Promise: a level reached (rose 5 % *to 12*) has no direction.
"""

from __future__ import annotations

from briefing.data import Direction, Kind
from briefing.figures.reading.amounting import ADDING
from briefing.figures.reading.draft import Draft
from briefing.figures.vocabulary.lexicon import AUXILIARIES
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_ROSE_VERBS = word_set(
    "rose rise rises risen rising climb climbed climbs climbing grew grow grows grown growing jump jumped jumps jumping soar soared "
    "soars soaring surge surged surges surging increase increased increases increasing gain gained gains gaining advance advanced "
    "advances advancing expand expanded expands expanding rebound rebounded rebounds rallied rally rallies swell swelled leapt leap "
    "leaped leaps spiked spike spikes skyrocketed ballooned accelerated strengthened appreciated recovered rocketed edged-up "
    "up higher upped inflated appreciate outgrown multiplied"
)


_FELL_VERBS = word_set(
    "fell fall falls fallen falling drop dropped drops dropping decline declined declines declining slid slide slides sliding slip "
    "slipped slips slipping sank sink sinks sunk sinking plunge plunged plunges plunging tumble tumbled tumbles tumbling decrease "
    "decreased decreases decreasing shrank shrink shrinks shrunk shrinking contract contracted contracts contracting plummet "
    "plummeted plummets dip dipped dips dwindled weakened depreciated retreated eased slumped slump slumps slumping crashed "
    "collapsed dived dove nosedived receded subsided down lower lost"
)


_RAISE_VERBS = word_set(
    "raise raised raises raising lift lifted lifts lifting boost boosted boosts boosting hike hiked hikes hiking push pushed "
    "add added adds adding extend extended bump bumped inflate upgraded"
)


_LOWER_VERBS = word_set(
    "cut cuts cutting reduce reduced reduces reducing lower lowered lowers lowering slash slashed slashes slashing trim trimmed trims "
    "shave shaved lose loses losing shed sheds shedding curb curbed scale scaled shorten shortened downgraded narrow narrowed"
)


_ROSE_NOUNS = word_set(
    "rise rises increase increases gain gains jump jumps climb growth surge surges hike hikes upturn uptick rebound rally expansion "
    "advance spike leap boost upswing"
)


_FELL_NOUNS = word_set(
    "fall falls drop drops decline declines decrease decreases slide cut cuts reduction reductions loss losses plunge slump dip "
    "contraction downturn slowdown tumble shrinkage depreciation discount fewer"
)


_ADVERBS = word_set(
    "sharply slightly just only further another again even steadily rapidly a an the another modest modestly then by as much nearly "
    "almost significantly dramatically marginally roughly also unexpectedly quickly slowly collectively still either "
    "combined whopping mere record staggering annualised annualized some total together net"
)


_NEVER = frozenset(
    {Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.NAME, Kind.IDIOM, Kind.UNREAD, Kind.SCORE, Kind.AGE, Kind.RATIO}
)


_PROPORTION = frozenset({Kind.PERCENT, Kind.POINTS})


def direction_of(t: Tokens, draft: Draft, begin: int) -> Direction:
    """Return the way a change went by the amount of ``draft``, whose modifier words begin at token ``begin``."""
    if draft.kind in _NEVER:
        return Direction.NONE
    after = _direction_after(t, draft)
    if after is not Direction.NONE:
        return after
    k = begin - 1
    for _ in range(3):
        if t.word(k) in _ADVERBS and t.word(k) != "by":
            k -= 1
    word = t.word(k)
    reached = t.word(begin) in {"below", "above", "under", "beyond"} or (
        t.word(begin) == "as" and t.word(begin + 1) in {"high", "low", "far"}
    )
    if reached and begin < draft.i:
        return Direction.NONE  # fell below 26C, rose as high as 30C: the level
    if word == "by":
        return _by(t, k, draft)
    if word == "of" and draft.kind is not Kind.COUNT:
        return _noun(t, k - 1, draft.kind)
    if word == "at":
        return Direction.NONE
    return _verb(t, k, draft)


_PHRASAL = word_set(
    "let lets chase chased chases hunt hunted run ran make makes made making take takes took taken pick picks picked set sets put puts sign signed signs line lined round rounded end ended "
    "ends tie tied use used give gave back backed follow followed blow blew brought bring bringing came come dug hauled stood grew woke showed turned gathered rang shut shuts closed close broke break hold held call called"
)


_PROPORTION_ONLY = word_set(
    "lost losing crashed collapsed dived dove gain gained gains gaining advance recovered collapsed contract contracts multiplied spike"
)


def _verb(t: Tokens, k: int, draft: Draft) -> Direction:
    """Return the direction of the verb at token ``k``, right before the amount."""
    word = t.word(k)
    proportion = draft.kind in _PROPORTION or draft.unit == "point"
    if word in ADDING and draft.kind in {Kind.MONEY, Kind.RATE} and t.word(draft.j) == "to":
        return Direction.ROSE  # adding 86 pounds a year to the average bill
    if word in {"up", "down"} and t.capital(k) and t.capital(k - 1) and not t.sentence_start(k):
        return Direction.NONE  # in Selby Down
    if word in {"up", "down"} and (t.word(k - 1) in _PHRASAL or t.word(k - 1).endswith("ing")):
        return Direction.NONE  # women make up 51 %
    if word in _PROPORTION_ONLY and not proportion and not _on_a_market(t, draft):
        return Direction.NONE
    if draft.kind is Kind.DURATION and word in {"up", "down", "fall", "falls", "rise"}:
        return Direction.NONE
    if word in _ROSE_VERBS:
        return Direction.ROSE
    if word in _FELL_VERBS:
        return Direction.NONE if _falls_short(t, draft) else Direction.FELL
    if proportion and t.word(draft.j) != "of":  # cut 10 % of its jobs is a share
        if word in _RAISE_VERBS:
            return Direction.ROSE
        if word in _LOWER_VERBS:
            return Direction.FELL
    return Direction.NONE


def _falls_short(t: Tokens, draft: Draft) -> bool:
    """Return whether something is missed and nothing falls: "fell four short", "fell 12 votes short"."""
    return "short" in (t.word(draft.j), t.word(draft.j + 1))


def _on_a_market(t: Tokens, draft: Draft) -> bool:
    """Return whether a sum lost or gained is that of a price: "lost $2.10, or 2.9 percent", "gained 30 cents to $71"."""
    if draft.kind is not Kind.MONEY:
        return False
    after = t.word(draft.j)
    share = any(t.word(k) in {"percent", "%", "per"} for k in range(draft.j + 2, draft.j + 7))
    return after in {"to", "at"} or (after in {",", "("} and share)


def _by(t: Tokens, k: int, draft: Draft) -> Direction:
    """Read "cut its forecast by half a point": the verb stands up to eight words before "by"."""
    for n in range(1, 9):
        word = t.word(k - n)
        if word in {".", ";", "", "who", "which", "that"}:
            break
        if _is_the_lower(t, k - n):
            continue
        if word in _ROSE_VERBS or word in _RAISE_VERBS or word in _ROSE_NOUNS:
            return Direction.ROSE
        if word in _FELL_VERBS or word in _LOWER_VERBS or word in _FELL_NOUNS:
            return Direction.FELL
    return Direction.NONE


def _is_the_lower(t: Tokens, k: int) -> bool:
    """Return whether the word is an adjective of one of two, as in "the lower house", and nothing goes down."""
    return t.word(k) == "lower" and t.word(k - 1) == "the"


def _noun(t: Tokens, k: int, kind: Kind) -> Direction:
    """Read "a drop of 5 percent"."""
    word = t.word(k)
    if word in {"loss", "losses", "gain", "gains", "discount", "fewer"} and kind not in _PROPORTION:
        return Direction.NONE  # a net loss of 86 million is a level
    if word in _ROSE_NOUNS:
        return Direction.ROSE
    if word in _FELL_NOUNS:
        return Direction.FELL
    return Direction.NONE


def _direction_after(t: Tokens, draft: Draft) -> Direction:
    """Read "a 5 % drop", "5 % higher", "12 fewer", "a 3 % pay rise"."""
    if draft.kind not in _PROPORTION and draft.kind not in {
        Kind.MONEY,
        Kind.MEASURE,
        Kind.TEMPERATURE,
        Kind.COUNT,
        Kind.FRACTION,
    }:
        return Direction.NONE
    if t.word(draft.i - 1) in {"to", "from"}:
        return Direction.NONE
    k = draft.j
    limit = k + 4 if t.word(draft.i - 1) in {"a", "an", "the", "another", "further"} else k + 1
    while k < limit:
        word = t.word(k)
        moved = draft.kind in _PROPORTION or draft.unit == "point" or t.word(k + 1) in {"at", "on"}
        if word in {"higher", "up"} or (
            word == "more" and draft.kind in _PROPORTION and t.word(k + 1) in {"than", "in"}
        ):
            return Direction.ROSE if k == draft.j and (word != "up" or moved) else Direction.NONE
        if word in {"lower", "down", "less"} or (word == "fewer" and draft.kind in _PROPORTION):
            return Direction.FELL if k == draft.j and (word != "down" or moved) else Direction.NONE
        if word == "cut" and t.word(k + 1) == "off":
            break  # "the 900 homes cut off"
        if draft.kind in _PROPORTION or k > draft.j or draft.kind is Kind.MONEY:
            if word in _ROSE_NOUNS and word not in {"boost", "advance"} | (
                {"gain", "gains"} if draft.kind is Kind.MONEY else set()
            ):
                return Direction.ROSE
            if word in _FELL_NOUNS and word not in {"loss", "losses", "discount"}:
                return Direction.FELL
        if (not word.isalpha() and word != "-") or word in AUXILIARIES:
            break  # "the 4.1-kilometre tunnel will cut the drive"
        k += 1
    return Direction.NONE


_CHANGE = _ROSE_VERBS | _FELL_VERBS | _RAISE_VERBS | _LOWER_VERBS | _ROSE_NOUNS | _FELL_NOUNS | word_set("changed change changes moved move moving went go going goes revised upgraded downgraded extended amended brought taken taking "
    "doubled tripled halved improved worsened shifted increased-to widened")  # fmt: skip


def change_verb(t: Tokens, i: int, *, near: bool = False) -> bool:
    """Whether a verb or noun of change governs the number at ``i``: up to ten words before, one if ``near``."""
    for k in range(i - 1, max(-1, i - (3 if near else 11)), -1):
        word = t.low[k]
        if word in {".", ";"}:
            return False
        if word in _CHANGE and not _is_the_lower(t, k):
            return True
    return False
