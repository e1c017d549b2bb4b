"""Scores and votes: 2-1, 4-3 on aggregate, 10 votes to 9, 2-nil, 4-2-3-1.

Promise: the numbers keep the order in which they are written (``parts``).
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.draft import Context, Draft
from briefing.figures.reading.innings import is_analysis
from briefing.figures.reading.number import is_whole
from briefing.figures.reading.numerals import read_number
from briefing.figures.reading.quantities import scaled_by
from briefing.figures.reading.ranges import read_range
from briefing.figures.reading.shares import fraction_of, plural_follows
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

DASHES = frozenset({"-", "\u2013"})
_WON = word_set(
    "won win wins winning beat beats beaten beating lost lose losing loss defeat defeats defeated draw drew drawn victory lead leads led leading "
    "trail trailed trailing score scores scored scoreline tied tie ahead down up vote votes voted voting ruled ruling approved passed rejected "
    "aggregate equaliser level triumph rout thrash thrashed thrashing hammering drubbing sweep swept edged upset routed stunned crushed downed "
    "outscored record mark final series verdict decision majority set sets match matches game split by it's finished ended penalties shootout "
    "hosts visitors failed fails rejects approves adopts adopted confirmed endorsed overrode vetoed cleared elected died backed opposed acquitted convicted carried motion dissent"
)
_SCORE_AFTER = word_set(
    "win victory defeat loss draw lead scoreline vote ruling decision majority aggregate on at against over to down up after in with when "
    "triumph thrashing rout record advantage deficit split verdict series drubbing hammering margin start home away half-time party-line favour and"
)


def read_nil(t: Tokens, first: Draft) -> Draft | None:
    """2-nil, one-nil, 3-love."""
    j = first.j
    if t.word(j) == "-" and t.word(j + 1) in {"nil", "all", "love"} and first.low is not None and first.bare:
        other = first.low if t.word(j + 1) == "all" else Decimal(0)
        return score_of(first, (first.low, other), j + 2)
    return None


def score_of(first: Draft, parts: tuple[Decimal, ...], j: int) -> Draft:
    """Return the score that begins with ``first`` and ends before token ``j``."""
    return Draft(Kind.SCORE, first.i, j, parts[0], parts[1], parts=parts)


_RANGE_BEFORE = word_set(
    "pages page ages aged grades articles chapters years verses lines sections age between from rooms levels days weeks"
)


LINKS = word_set("in on at and to with when after")


def read_pair(t: Tokens, first: Draft, second: Draft, c: Context) -> Draft | None:
    """Two bare numbers with a dash: a score, or a range where a noun is counted."""
    assert first.low is not None
    assert second.low is not None
    if (
        t.word(second.j) in DASHES
        and t.glued(second.j)
        and t.glued(second.j + 1)
        and t.is_digits(second.j + 1)
    ):
        return _read_chain(t, first)
    after = t.word(second.j)
    if after == "-" and t.glued(second.j):
        after = t.word(second.j + 1)
        if after not in _SCORE_AFTER and first.low < second.low:
            return read_range(t, first, first.j + 1, c)
    scale = scaled_by(t, second)
    if first.low >= second.low and scale == 1:
        return score_of(first, (first.low, second.low), second.j)
    if scale != 1 or plural_follows(t, second.j) or t.word(first.i - 1) in _RANGE_BEFORE:
        return read_range(t, first, first.j + 1, c)
    if (
        (after in _SCORE_AFTER and after not in LINKS)
        or _context(t, first.i, second.j)
        or _is_record(t, first.i, second.j)
        or is_analysis(t, first.i, first.low, second.low)
    ):
        return score_of(first, (first.low, second.low), second.j)
    if not is_whole(first.low) or second.low > 300 or not t.glued(first.j):
        return read_range(t, first, first.j + 1, c)
    return (
        score_of(first, (first.low, second.low), second.j)
        if second.low < 30 or t.capital(first.i - 1)
        else read_range(t, first, first.j + 1, c)
    )


def _read_chain(t: Tokens, first: Draft) -> Draft | None:
    """Read 2-1-3 and 4-2-3-1: three numbers or more, as they stand."""
    if first.low is None or first.low != first.high:
        return None
    parts, j = [first.low], first.j
    while t.word(j) in DASHES and t.glued(j) and t.glued(j + 1) and t.is_digits(j + 1) and len(parts) < 8:
        parts.append(t.value[j + 1])
        j += 2
    return score_of(first, tuple(parts), j) if len(parts) > 2 else None


def _context(t: Tokens, i: int, j: int) -> bool:
    return any(t.word(k) in _WON for k in range(max(0, i - 8), i)) or any(
        t.word(k) in _WON for k in range(j, min(len(t), j + 3))
    )


_STANDING = word_set("is are was were stands stood 's")
_GOING = word_set("opened started began went gone going compiled")
_ENDING = word_set(
    ". , ; ( ) in as under overall this since all-time lifetime when through after with and but"
) | {""}
_SIDES = word_set("he she who they team side club squad coach")


def _is_record(t: Tokens, i: int, j: int) -> bool:
    """Return whether a pair is what somebody won and lost: "is 108-131 as coach", "108-131 (.452)", "opened 3-9"."""
    if t.word(j) == "(" and t.word(j + 1).startswith(".") and len(t.word(j + 1)) > 1:
        return True
    before = t.word(i - 1)
    if t.word(j) not in _ENDING:
        return False
    return before in _GOING or (before in _STANDING and (t.capital(i - 2) or t.word(i - 2) in _SIDES))


def read_votes(t: Tokens, first: Draft, k: int) -> Draft | None:
    """Read "10 votes to 9"; the second number stands at ``k``."""
    second = read_number(t, k)
    if second is None or second.form != "cardinal" or first.low is None:
        return None
    return score_of(first, (first.low, second.low), second.j)


def read_slashed_pair(t: Tokens, first: Draft) -> Draft | None:
    """Read 5/12 as a fraction and 120/80, 245/6 as a pair."""
    second = t.value[first.j + 1]
    if first.low is None or second == 0 or t.word(first.j + 2) == "/":
        return None
    if first.low <= second:
        return fraction_of(first, first.low, second, first.j + 2)
    return score_of(first, (first.low, second), first.j + 2)
