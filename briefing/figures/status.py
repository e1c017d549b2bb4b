"""What keeps a figure from standing as the current whole, and which end of a change it is.

Promise: everything is read from the words of the figure's own part of the sentence, in one pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.data import Figure, Kind
from briefing.figures.lexicon import ADVERBS, AUXILIARIES, DETERMINERS, words_of
from briefing.figures.stems import stem
from briefing.figures.thesaurus import FAMILY_OF
from briefing.figures.words import Token

_FORMER = words_of("initially originally previously formerly")
_REVISING = frozenset(
    stem(w) for w in ["revise", "correct", "amend", "restate", "downgrade", "upgrade", "adjust"]
)
_EARLIER_VERBS = frozenset(
    stem(w)
    for w in [
        "report",
        "say",
        "put",
        "estimate",
        "give",
        "state",
        "announce",
        "think",
        "believe",
        "reckon",
        "quote",
        "count",
        "claim",
        "tell",
        "speak",
    ]
)
_INTENDING = frozenset(
    stem(w) for w in ["plan", "expect", "schedule", "intend", "hope", "set", "promise", "forecast"]
)
_REJECTING = frozenset(stem(w) for w in ["reject", "refuse", "rebuff"])
_FORECAST = frozenset(
    stem(w)
    for w in [
        "expect",
        "forecast",
        "predict",
        "project",
        "anticipate",
        "target",
        "aim",
        "hope",
        "projection",
        "estimate-for",
    ]
) | {"could", "might"}
_NOUNS_ONLY = frozenset(("project", "projects"))
_PLANNED = frozenset(("will", "would", "shall", "plan", "intend", "propos"))
_PARTIAL = words_of("counted preliminary provisional partial unofficial early-results")
_OTHER = words_of("another other others additional further separate")
_OF_A_GROUP = words_of("them whom those these the its his her their which")
_HEDGES = words_of(
    "at least most about around some nearly almost roughly approximately only just exactly more less fewer than over "
    "under up as many much little few close no a an the record total further another estimated up"
)
_REACH = 30  # words either side in which a verb of change or a count under way concerns a number
_FAR_END = 12  # words within which "from … to …" is closed
_UP = frozenset(("up", "down"))
_BOUNDING = frozenset(("more", "less", "fewer", "higher", "lower"))
_COMPARED = words_of("compared against versus vs than")
_COMPARATIVES = words_of(
    "more less fewer higher lower larger smaller bigger longer shorter taller heavier lighter faster slower cheaper "
    "dearer older younger later earlier ahead behind clear above below better worse wider rise increase fall drop "
    "decline cut gain jump surge growth decrease reduction lead majority margin hike discount loss"
)


def role_of(line: Sequence[Token], at: int, end: int, figure: Figure, has_noun: bool) -> str:
    """Return ``to``, ``from``, ``change`` or nothing, for the figure token at ``at``; its part ends at ``end``.

    ``has_noun`` says that the number counts a noun: then "cut 1,200 jobs" counts jobs and is no change of 1,200.
    """
    if figure.kind is Kind.DATE:
        before = line[at - 1].low if at else ""
        return "from" if before in ("than", "as", "from", "since", "against") or _than_in(line, at) else ""
    if figure.kind in (Kind.TIME, Kind.NAME, Kind.IDIOM, Kind.UNREAD, Kind.SCORE):
        return ""
    place = _before_hedges(line, at)
    low = line[place].low if place >= 0 else ""
    if low == "than" and place == at - 1:
        return ""
    if low == "with" and place and line[place - 1].low == "compared":
        return "from"
    if low in ("from", "to", "by") or (low in _COMPARED and at - place < 4):
        return _role_after(line, place)
    counted = has_noun and figure.kind is Kind.COUNT
    if place >= 0 and not counted and _is_change_word(line[place]) and not _is_phrasal(line, place):
        return "change"
    return "change" if _comparative_follows(line, at, end) else ""


def is_compared(line: Sequence[Token], at: int) -> bool:
    """Return whether the number is only set beside another: "against 40 in the north", not "from 40"."""
    place = _before_hedges(line, at)
    return place >= 0 and (line[place].low in _COMPARED or line[place].low == "with")


def _before_hedges(line: Sequence[Token], at: int) -> int:
    """Return the place of the first word before the number that is neither a hedge nor an article."""
    place = at - 1
    while (
        place >= 0
        and line[place].low != "up"
        and (line[place].low in _HEDGES or line[place].low in DETERMINERS)
    ):
        if line[place].low == "than" and place and line[place - 1].low not in _BOUNDING:
            break
        place -= 1
    return place


def _role_after(line: Sequence[Token], place: int) -> str:
    low = line[place].low
    if low in _COMPARED:
        return "from"
    if low == "from":
        return (
            "from"
            if _changes(line, max(0, place - _REACH), place + _REACH) and _starts_there(line, place)
            else ""
        )
    role = "to" if low == "to" else "change"
    return role if _changes(line, max(0, place - 14), place) else ""


def _starts_there(line: Sequence[Token], place: int) -> bool:
    """Return whether "from" names where a change began: "down from 9", "fell from 9 to 7"; not "the rest comes from two funds"."""
    if any(
        t.is_word
        and (
            FAMILY_OF.get(t.stem) in ("rise", "fall") or t.stem in _REVISING or t.stem in ("chang", "double")
        )
        for t in line[max(0, place - _REACH) : place + _REACH]
    ):
        return True
    ahead = line[place + 1 : place + _FAR_END]
    return any(
        t.low == "to" and ahead[i + 1 : i + 3] and any(n.figure >= 0 for n in ahead[i + 1 : i + 4])
        for i, t in enumerate(ahead)
    )


def _is_change_word(token: Token) -> bool:
    if token.is_name:
        return False  # Selby Down, Rise Festival
    if token.low in _UP:
        return True
    return FAMILY_OF.get(token.stem) in ("rise", "fall") and (
        token.low not in _COMPARATIVES
        or token.low in ("rise", "fall", "drop", "cut", "increase", "gain", "jump", "decline")
    )


_WITH_UP = words_of(
    "put puts putting set sets made makes make making took take takes taken gave give gives given used use pick picked picks sign signed "
    "signs ended end ends back backed brought bring held hold shut shuts broke break closed close showed show turned turn lined line"
)


def _is_phrasal(line: Sequence[Token], place: int) -> bool:
    """Return whether "up" or "down" goes with a verb that tells of no change: the county put up 3 million."""
    return line[place].low in _UP and place > 0 and line[place - 1].low in _WITH_UP


def _than_in(line: Sequence[Token], at: int) -> bool:
    return at > 1 and line[at - 1].low in ("in", "for", "on") and line[at - 2].low in ("than", "as")


def _comparative_follows(line: Sequence[Token], at: int, end: int) -> bool:
    for place in range(at + 1, min(end, at + 4)):
        low = line[place].low
        if low in _COMPARATIVES and line[place - 1].low in ("or", "and"):
            return False  # "65 or older": a bound
        if low in _COMPARATIVES and line[place - 1].low not in ("this", "last", "next", "the"):
            return not (
                low in ("more", "later", "earlier") and (place + 1 >= end or line[place + 1].low != "than")
            )
        if not line[place].is_word and low != "-":
            return False
        if low in AUXILIARIES or line[place].figure >= 0:
            return False
    return False


def _changes(line: Sequence[Token], start: int, end: int) -> bool:
    return any(
        FAMILY_OF.get(t.stem) in ("rise", "fall")
        or t.stem in _REVISING
        or t.stem in ("chang", "mov", "go", "com", "bring", "tak", "double")
        for t in line[start:end]
        if t.is_word
    )


def statuses(line: Sequence[Token], start: int, at: int, end: int) -> tuple[str, ...]:
    """Return the status words that apply to the figure at ``at``, whose part is ``line[start:end]``."""
    found: set[str] = set()
    for place in range(start, end):
        if line[place].is_word or line[place].low == "first":
            found.update(_statuses_of_word(line, place, start, at, end))
    for place in range(max(0, at - _REACH), min(len(line), at + _REACH)):
        if line[place].low == "counted" and _with_before(line, place) and not _all_of(line, place):
            found.add("partial")
    if any(t.low in ("each", "apiece") for t in line[at : at + 5]):
        found.add("each")
    if _revised_from(line, at):
        found.update(("former", "replaced"))
    told = (
        ("upcoming", _will_be(line, at)),
        ("former", _was_expected(line, start, at) or _was_to_have(line, start, at)),
        ("denied", _denied(line, at)),
        ("part", _is_part(line, start, at, end)),
        ("all", _in_all(line, start, at, end)),
    )
    found.update(name for name, holds in told if holds)
    return tuple(sorted(found))


def _in_all(line: Sequence[Token], start: int, at: int, end: int) -> bool:
    """Return whether the number is said to be that of all together: "between them", "in all", "combined"."""
    lows = [t.low for t in line[start:end]]
    if any(low in ("together", "altogether", "combined", "jointly") for low in lows):
        return True
    return any(pair in _TOGETHER for pair in pairwise(lows))


_TOGETHER = frozenset(
    (("between", "them"), ("in", "all"), ("in", "total"), ("a", "total"), ("combined", "total"))
)


def _statuses_of_word(line: Sequence[Token], place: int, start: int, at: int, end: int) -> Iterator[str]:
    """Yield what the word at ``place`` says of the figure at ``at``."""
    token = line[place]
    low = token.low
    if token.stem == "turn" and place < at <= place + 3 and _is_to_come(line, place):
        yield "upcoming"
    if (low in _FORMER and _is_close(line, place, at)) or _was_reported(line, place, start, end):
        yield "former"
    elif token.stem in _FORECAST and low not in _NOUNS_ONLY and _governs(line, place, at):
        yield "forecast"
    elif low in _PLANNED or (token.stem in _PLANNED and not low.endswith("s") and low != "plane"):
        yield "planned"
    elif token.stem in _REJECTING and place < at <= place + 6:
        yield "rejected"
    elif low in _PARTIAL and low != "counted":
        yield "partial"
    elif _marks_another(low, place, at, line[place + 1].low if place + 1 < len(line) else ""):
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
    return (
        at >= 2
        and line[at - 1].low == "be"
        and any(t.low in ("will", "ll", "shall") for t in line[max(0, at - 4) : at])
    )


def _is_to_come(line: Sequence[Token], place: int) -> bool:
    return line[place].low == "turns" or (
        line[place].low == "turn"
        and any(t.low in ("will", "to", "would", "shall") for t in line[max(0, place - 3) : place])
    )


def _governs(line: Sequence[Token], place: int, at: int) -> bool:
    """Return whether a forecast word governs the number: closely before it, in the same phrase."""
    if not place < at <= place + 8 or any(not t.is_word and t.figure < 0 for t in line[place:at]):
        return line[place].low in ("forecast", "projected") and at < place <= at + 3
    return True


def _with_before(line: Sequence[Token], place: int) -> bool:
    """Return whether "counted" tells of a part, as in "with half of the votes counted": a result of a part."""
    return any(t.low in ("with", "only") for t in line[max(0, place - 9) : place])


def _all_of(line: Sequence[Token], place: int) -> bool:
    """Return whether it is the whole that was counted: "with all 4,117 polling stations counted"."""
    return any(
        t.low in ("all", "every", "100", "last") or t.low.startswith("100 ")
        for t in line[max(0, place - 9) : place]
    )


def _was_reported(line: Sequence[Token], place: int, start: int, end: int) -> bool:
    """Return whether words date a figure before the present one: "earlier reported", "had said", "first put at": words that date a figure before the present one."""
    low = line[place].low
    following = line[place + 1] if place + 1 < end else None
    if low in ("once", "first", "originally") and following is not None and following.stem in _INTENDING:
        return True  # "once planned for 2024"
    if low in ("earlier", "first", "previously", "had") and following is not None:
        nearby = [following]
        if following.low in ADVERBS or following.low in AUXILIARIES:
            nearby = list(line[place + 1 : min(end, place + 4)])
        if any(
            t.stem in _EARLIER_VERBS
            and t.low.endswith(("ed", "id", "ut", "en", "old", "ght", "ave", "given", "oken"))
            for t in nearby
        ):
            dated = any(
                t.low in ("earlier", "first", "initially") or t.concept.startswith("d:")
                for t in line[start:end]
            )
            return low != "had" or dated
    return (
        low in ("earlier", "initial", "previous", "original", "first")
        and following is not None
        and following.low
        in (
            "toll",
            "estimate",
            "estimates",
            "figure",
            "count",
            "report",
            "reports",
            "version",
            "tally",
            "statement",
            "number",
        )
    )


def _revised_from(line: Sequence[Token], at: int) -> bool:
    place = at - 1
    while place >= 0 and line[place].low in _HEDGES:
        place -= 1
    if place < 0:
        return False
    if line[place].low in ("rather", "instead") and line[at - 1].low in ("than", "of"):
        return True
    if line[place].low == "from":
        return any(t.stem in _REVISING for t in line[max(0, at - _REACH) : at + _REACH])
    return line[place].low in ("of", "than") and place >= 1 and line[place - 1].low in ("instead", "rather")


def _was_expected(line: Sequence[Token], start: int, at: int) -> bool:
    """Return whether it is a forecast that the same sentence replaces: "had forecast 2 % and now expects 1 %"."""
    had = any(
        line[place].low == "had" and line[place + 1].stem in _FORECAST for place in range(start, at - 1)
    )
    return had and any(t.low == "now" for t in line[at:])


def _was_to_have(line: Sequence[Token], start: int, at: int) -> bool:
    """Return whether a plan was given up: "it was to have cost 5 million"."""
    return any(
        line[place].low in ("was", "were") and [t.low for t in line[place + 1 : place + 3]] == ["to", "have"]
        for place in range(start, at)
    )


def _denied(line: Sequence[Token], at: int) -> bool:
    place = at - 1
    while place >= 0 and (line[place].low in _HEDGES or line[place].low in ("on", "in", "by", "for")):
        place -= 1
    return place >= 0 and line[place].low == "not"


def _is_part(line: Sequence[Token], start: int, at: int, end: int) -> bool:
    for place in range(max(start, at - 4), at):
        if line[place].low in ("including", "among", "whom"):
            return True
    following = [t.low for t in line[at + 1 : min(end, at + 4)]]
    return len(following) > 1 and following[0] == "of" and following[1] in _OF_A_GROUP
