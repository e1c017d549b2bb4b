"""Cricket: 287 for six, 5 for 41, four wickets for 38, 6-52.

Promise: only where words of the game stand near, or a side "was" at so many for so few, are two numbers one score.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.draft import Draft
from briefing.figures.reading.number import is_whole
from briefing.figures.reading.numerals import read_number
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_WORDS = word_set(
    "wicket wickets innings overs batsman batsmen batter batters bowled bowler bowlers bowling declared stumps unbeaten crease dismissed "
    "spinner seamer test tests odi wicketkeeper lbw caught batted batting runs"
)
_REACH = 30  # tokens either side in which a word of the game may stand
_ALL_OUT = 10
_MOST_RUNS = 1200
_STANDING = word_set(
    "were was reached on at made closed to declared finished resume resumed collapsed slumped posted totalled score total"
)
_TAKING = word_set("took takes taking claimed claiming")
_PHRASE_ENDS = word_set(
    "at in from when before after and with as by on off declared to overnight inside but while against"
)


def _is_cricket(t: Tokens, i: int) -> bool:
    """Return whether a word of the game stands near token ``i``."""
    return any(word in _WORDS for word in t.low[max(0, i - _REACH) : i + _REACH])


def read_innings(t: Tokens, first: Draft) -> Draft | None:
    """Return runs for wickets, or wickets for runs, as a score that begins with ``first``."""
    if not first.is_plain or first.low is None or first.low != first.high:
        return None
    k = first.j + 1 if t.word(first.j) in {"wicket", "wickets"} else first.j
    if t.word(k) != "for" or k + 1 >= len(t):
        return None
    second = read_number(t, k + 1)
    if second is None or second.form != "cardinal" or second.scaled or not _ends(t, second.j):
        return None
    few, many = sorted((first.low, second.low))
    if few > _ALL_OUT or many > _MOST_RUNS or not (is_whole(few) and is_whole(many)):
        return None
    before = t.word(first.i - 1)
    of_bowler = first.low <= _ALL_OUT < second.low and t.is_digits(first.i) and t.is_digits(second.i)
    stands = before in _STANDING if first.low > _ALL_OUT else of_bowler and before in _TAKING
    if not stands and not _is_cricket(t, first.i):
        return None
    return Draft(Kind.SCORE, first.i, second.j, first.low, second.low, parts=(first.low, second.low))


def _ends(t: Tokens, j: int) -> bool:
    word = t.word(j)
    return not word or word in _PHRASE_ENDS or (not word.isalpha() and word not in {"%", "$", "-"})


def is_analysis(t: Tokens, i: int, wickets: Decimal, runs: Decimal) -> bool:
    """Return whether 6-52 tells of a bowler: few wickets, and a word of the game near."""
    return wickets <= _ALL_OUT < runs and _is_cricket(t, i)
