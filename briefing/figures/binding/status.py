"""What keeps a figure from standing as the current whole, and which end of a change it is.

Promise: everything is read from the words of the figure's own part of the sentence, in one pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from briefing.figures.binding.current import OF_NOW, STILL, TIMING, is_of_now, time_told
from briefing.figures.binding.means import goes_on, in_all, is_average
from briefing.figures.binding.moved import standing_of_date
from briefing.figures.binding.polarity import is_denied_itself
from briefing.figures.binding.portions import OVERLAPPING, is_part, is_whole, may_overlap
from briefing.figures.binding.prospects import SHELVED, is_past
from briefing.figures.binding.roles import REACH, is_yardstick
from briefing.figures.binding.sought import SEEKING, is_sought, struggle_before
from briefing.figures.binding.superseded import (
    FORECAST,
    INTENDING,
    SAID_BEFORE,
    put_right,
    revised_from,
    taken_back,
    was_expected,
    was_only_said,
    was_reported,
    was_to_have,
)
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Token, low_at
from briefing.figures.vocabulary.lexicon import ADVERBS, DETERMINERS, IS_OR_BE
from briefing.figures.vocabulary.stems import stem_set
from briefing.wordsets import word_set

_AT_FIRST = frozenset(
    ("at first", "first reports", "first report", "first estimates", "first estimate", "first accounts")
)
_SAID_FIRST = _AT_FIRST | {"first"}
_FORMER = word_set("initially originally previously formerly") | _AT_FIRST


_REJECTING = stem_set("reject refuse rebuff")


_NOUNS_ONLY = frozenset(("project", "projects"))


_PLANNED = frozenset(("will", "would", "shall", "plan", "intend", "propos"))


_PARTIAL = word_set("counted preliminary provisional partial unofficial early-results")


_OTHER = word_set("another other others additional further separate")


def statuses(line: Sequence[Token], start: int, at: int, end: int) -> tuple[str, ...]:
    """Return the status words that apply to the figure at ``at``, whose part is ``line[start:end]``."""
    found: set[str] = set()
    for place in range(struggle_before(line, start), end):
        token = line[place]
        telling = token.low in _TELLING or token.stem in _TELLING_STEMS
        if telling and not token.is_name and (token.is_word or token.low in _SAID_FIRST):
            found.update(_statuses_of_word(line, place, start, at, end))
        if token.low in TIMING and max(start, 1) <= place < at - (token.low in ("once", "used")):
            found.update(time_told(line, place, at))
    for place in range(max(0, at - REACH), min(len(line), at + REACH)):
        if line[place].low == "counted" and (share := _partly_counted(line, start, place, at)):
            found.add(share)
    behind = takewhile(lambda t: t.figure < 0, line[at + 1 : at + 8])
    near = (*line[max(start, at - 3) : at], *behind)
    if any(t.low in ("each", "apiece") for t in near) or _each_of_them(line, start, at):
        found.add("each")
    if revised_from(line, at) or put_right(line, at) or taken_back(line, at):
        found.update(("former", "replaced"))
    found.update(standing_of_date(line, at))
    told = (
        ("upcoming", _will_be(line, at)),
        ("former", was_expected(line, start, at) or was_to_have(line, start, at)),
        ("denied", is_denied_itself(line, at)),
        ("whole", is_whole(line, at)),
        ("part", is_part(line, start, at)),
        ("the-other", at > 1 and line[at - 1].low == "other" and line[at - 2].low in DETERMINERS),
        ("all", in_all(line, start, at, end)),
        ("average", is_average(line, at, end)),
        ("listed", goes_on(line, at)),
        ("planned", _is_to_do(line, start, at)),
        ("net", any(t.low == "net" and n.low in _MOVES for t, n in pairwise(line[start:at]))),
        ("forecast", _was_hoped_for(line, at)),
        (OVERLAPPING, may_overlap(line, at)),
        (OF_NOW, is_of_now(line, start, end)),
        (STILL, any(t.low == "still" for t in line[start:end])),
        (LEAD, _is_lead(line, at)),
    )
    found.update(name for name, holds in told if holds)
    return tuple(sorted(found))


def _each_of_them(line: Sequence[Token], start: int, at: int) -> bool:
    """Return whether each of several is the subject: "each of them gets a credit of 10 euros"."""
    places = (k for k in range(start, at) if line[k].low == "each")
    return any(line[k + 1].low == "of" and line[k + 2].low in _THEM for k in places if k + 2 < at)


_THEM = ("them", "these", "those", "us", "you", "the")


LEAD = "lead"  # how far one is ahead of another


def _is_lead(line: Sequence[Token], at: int) -> bool:
    """Return whether the number says how far ahead: "has a majority of 12", but not "a majority of 12 voted for it"."""
    return at > _OPENS and line[at - 1].low == "of" and line[at - 2].stem in _LEADS


_LEADS = stem_set("majority margin lead advantage cushion")
_OPENS = 3  # tokens: "a majority of"


_OF_RESULTS = stem_set("profit revenue sales turnover earnings growth inflation margin gdp output")
_TELLING = (
    _FORMER
    | _PLANNED
    | _PARTIAL
    | _OTHER
    | word_set("once had more another further early earlier first initial original previous sees")
    | SEEKING
)
_TELLING_STEMS = (
    FORECAST | _PLANNED | _REJECTING | {"turn"}
)  # any other word says nothing of a figure's standing


def _statuses_of_word(line: Sequence[Token], place: int, start: int, at: int, end: int) -> Iterator[str]:
    """Yield what the word at ``place`` says of the figure at ``at``."""
    token = line[place]
    low = token.low
    if token.stem == "turn" and place < at <= place + 3 and _is_to_come(line, place):
        yield "upcoming"
    if low == "once" and place + 1 < len(line) and line[place + 1].stem in INTENDING and place < at:
        yield SHELVED  # "once planned for 2024"
    if (low in _FORMER and _is_close(line, place, at)) or was_reported(line, place, start, end):
        yield "former"
        if was_only_said(line, place):
            yield SAID_BEFORE
    elif token.stem in FORECAST and low not in _NOUNS_ONLY and _governs(line, place, at):
        yield "forecast"
    elif low == "sees" and _governs(line, place, at) and _OF_RESULTS & {t.stem for t in line[place:at]}:
        yield "forecast"  # "it sees annual profit of 40 million"
    elif is_sought(line, place, at):
        yield "sought"
    elif low in _PLANNED or (token.stem in _PLANNED and not low.endswith("s") and low != "plane"):
        yield "planned"
    elif token.stem in _REJECTING and place < at <= place + 6:
        yield "rejected"
    elif low in _PARTIAL and low != "counted":
        yield "partial"
    elif _marks_another(low, place, at, low_at(line, place + 1)):
        yield "other"


def _marks_another(low: str, place: int, at: int, following: str) -> bool:
    if low == "more" and place == at + 1 and following not in ("than", "or", "and"):
        return True
    if low in _OTHER and at < place <= at + 2:
        return True
    return low in ("another", "further") and at - 3 <= place < at


def _is_close(line: Sequence[Token], place: int, at: int) -> bool:
    """Return whether a word such as "previously" dates the number: it precedes it, or follows before a comma."""
    return place < at or (place <= at + 5 and all(t.low != "," for t in line[at:place]))


def _will_be(line: Sequence[Token], at: int) -> bool:
    if [t.low for t in line[max(0, at - 3) : at]] == ["would", "have", "been"]:
        return True  # "would have been 92 next month"
    return (
        at >= 2
        and line[at - 1].low == "be"
        and any(t.low in ("will", "ll", "shall") for t in line[max(0, at - 4) : at])
    )


_REACH_OF_HOPE = 7


def _was_hoped_for(line: Sequence[Token], at: int) -> bool:
    """Return whether a clause behind it says who expected it: "the 44 million analysts had hoped for", "44 expected by them"."""
    if any(a.stem in FORECAST and b.low == "by" for a, b in pairwise(line[at + 1 : at + _REACH_OF_HOPE])):
        return True
    if _is_mark(line, at):
        return True
    if not at or line[at - 1].low != "the":
        return False
    measured = is_yardstick(line, at)
    for token in line[at + 1 : at + _REACH_OF_HOPE]:
        if not token.is_word:
            return False
        if token.stem in FORECAST and (measured or token.low != token.stem):
            return True
    return False


def _is_mark(line: Sequence[Token], at: int) -> bool:
    """Return whether the number is what was aimed at or expected: "a target of 91 percent", "the 91 percent goal"."""
    behind, before = line[at + 1 : at + 2], line[max(0, at - 2) : at]
    return any(t.stem in _MARKS and not t.low.endswith("s") for t in behind) or (  # two goals were scored
        len(before) > 1 and before[1].low == "of" and before[0].stem in _MARKS
    )


_MARKS = stem_set("target goal forecast projection expectation prediction guidance")


_MOVES = word_set("gain gains loss losses increase decrease rise fall change")


def _is_to_do(line: Sequence[Token], start: int, at: int) -> bool:
    """Return whether it is arranged for later: "is to shrink to 12", "is set to reach 40", "is due to cost 9"."""
    for place in range(start, at - 1):
        if line[place].low in IS_OR_BE:
            behind = place + (2 if line[place + 1].low in ("set", "due", "going") else 1)
            if behind < at and line[behind].low == "to":
                return True
    return False


def _is_to_come(line: Sequence[Token], place: int) -> bool:
    before = [t.low for t in line[max(0, place - 3) : place]]
    if line[place].low == "turned":
        return before[-2:] == ["would", "have"]  # had she lived
    will = any(word in ("will", "to", "would", "shall") for word in before)
    return line[place].low == "turns" or (line[place].low == "turn" and will)


def _governs(line: Sequence[Token], place: int, at: int) -> bool:
    """Return whether a forecast word governs the number: closely before it, in the same phrase."""
    if at < place <= at + _BEHIND and line[place - 1].low in ("been", "was", "were"):
        return True  # "double the 2.3 million that had been expected"
    if _is_told_of_another(line, place, at):
        return False
    if not place < at <= place + 8 or any(not t.is_word and t.figure < 0 for t in line[place:at]):
        return line[place].low in ("forecast", "projected") and at < place <= at + 3
    return True


def _is_told_of_another(line: Sequence[Token], place: int, at: int) -> bool:
    """Return whether a relative clause tells it of a noun behind the word: "hopes for a team that won 40 games"."""
    return any(
        line[k].low in ("who", "that", "which") and is_verb(line, k + 1) and is_past(line[k + 1])
        for k in range(place + 2, at - 1)
        if line[k - 1].is_word and line[k - 1].low not in ADVERBS
    )


def _partly_counted(line: Sequence[Token], start: int, place: int, at: int) -> str:
    """Return whether the figure at ``at`` is a ``partial`` result, or the share that was ``COUNTED`` by then; else nothing."""
    if not _with_before(line, place) or _all_of(line, place):
        return ""
    opens = max(p for p in range(max(0, place - _WITH_REACH), place) if line[p].low in ("with", "only"))
    if opens < at < place:
        return COUNTED
    return (
        "" if any(t.low in _FINAL for t in line[start:at]) else "partial"
    )  # "in the final result it had 49"


COUNTED = "counted"


_BEHIND = 5
_FINAL = word_set("final finally eventually eventual ultimately")


def _with_before(line: Sequence[Token], place: int) -> bool:
    """Return whether "counted" tells of a part, as in "with half of the votes counted": a result of a part."""
    return any(t.low in ("with", "only") for t in line[max(0, place - _WITH_REACH) : place])


_WITH_REACH = 9


def _all_of(line: Sequence[Token], place: int) -> bool:
    """Return whether it is the whole that was counted: "with all 4,117 polling stations counted"."""
    return any(
        t.low in ("all", "every", "100", "last") or t.low.startswith("100 ")
        for t in line[max(0, place - 9) : place]
    )
