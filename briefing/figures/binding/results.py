"""How a result is told: who was beaten, and which scores are one result, set by set.

Promise: only the words right beside a score tell; two scores with a word between them are two results.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from briefing.data import Figure, Kind, Thing
from briefing.figures.binding.acts import act_of
from briefing.figures.binding.apposed import is_margin
from briefing.figures.binding.words import Part, Token, before_all, low_at
from briefing.figures.vocabulary.lexicon import ADVERBS, BEING
from briefing.figures.vocabulary.stems import stem_set
from briefing.figures.vocabulary.thesaurus import ACT_OF
from briefing.wordsets import word_set

_BEING = BEING | word_set("get gets got getting")
_HAVING = word_set("has have had having ' ve")
_PARTICIPLES = word_set("beaten overcome outplayed")  # a participle on its own, unless "have" goes before
_BETWEEN_SETS = frozenset((",", "(", ")", "and"))
_STAGES = word_set(
    "aggregate penalties pens half half-time halftime interval break extra shoot-out shootout leg"
)
_STAGE_REACH = 4  # tokens after a run within which "on aggregate" is said of its last score only


def deed_of(line: Sequence[Token], part: Part, verb: int, after: int) -> str:
    """Return what was done; a passive of winning is a loss."""
    act = act_of(line, part, verb, after)
    if is_margin(line, part.at) and act not in ("won", "lost", "lead"):
        act = "won"  # "held the seat with a majority of 312 over Osei"
    return "lost" if act == "won" and verb >= 0 and _is_beaten(line, verb) else act


def told_by_noun(noun: str, act: str) -> tuple[str, str]:
    """Return noun and deed of a score as its noun tells them: a setback was lost, a 12-21 start is a record."""
    if noun in _LOSSES or act in _SUFFERING:
        return noun, "lost"
    if act not in ("won", "lost") and ACT_OF.get(noun) in ("won", "lost"):
        return noun, ACT_OF[noun]  # "a 2-0 win"
    return "record" if noun in _RECORDS else noun, act


def standing_by(line: Sequence[Token], at: int, figure: Figure) -> str:
    """Return whether the word behind a score says who leads or trails by it: "2-0 up", "from 14-3 down"; else nothing."""
    behind = low_at(line, at + 1) if figure.kind is Kind.SCORE else ""
    return "trail" if behind in _TRAILING else "lead" if behind in _LEADING else ""


_TRAILING = word_set("down behind adrift")
_LEADING = word_set("up ahead")


_LOSSES = stem_set("defeat loss setback reverse reversal")
_SUFFERING = stem_set("suffer slump crash succumb fall")
_RECORDS = stem_set("record mark slate start")


_SAME_GAMES = 2  # a record may be a game or two behind another's


def of_other_games(one: Figure, other: Figure) -> bool:
    """Return whether two scores are records of other stretches: 7-12 this season, 231-198 in a career."""
    if one.kind is not Kind.SCORE or other.kind is not Kind.SCORE:
        return False
    told = "record" in (one.thing.noun, other.thing.noun)
    played = [sum(f.parts, Decimal(0)) for f in (one, other)]
    return told and abs(played[0] - played[1]) > _SAME_GAMES


def _is_beaten(line: Sequence[Token], verb: int) -> bool:
    """Return whether a verb of winning is told of the loser: "were beaten", "was defeated", "beaten 2-0 by"."""
    low = line[verb].low
    if low not in _PARTICIPLES and not low.endswith("ed"):
        return False
    before = low_at(line, before_all(line, verb, ADVERBS))
    return before in _BEING or (low in _PARTICIPLES and before not in _HAVING)


def sets_of_one(
    line: Sequence[Token], parts: Sequence[Part], figures: Sequence[Figure]
) -> list[tuple[Part, str]]:
    """Return ``parts`` with those of one result made one, each with its place in it ("set 2 of 3"), if any.

    "6-3, 7-6 (7-5)" tells of sets: what is said of the one is said of all. A tie-break has the place of its set.
    """
    found = [(part, "") for part in parts]
    first = 0
    while first < len(parts):
        last = first
        while last + 1 < len(parts) and _goes_on(line, parts[last], parts[last + 1], figures):
            last += 1
        stage = any(t.low in _STAGES for t in line[parts[last].at + 1 : parts[last].at + 1 + _STAGE_REACH])
        if last > first and not stage:
            run = parts[first : last + 1]
            opens = [place == 0 or line[part.at - 1].low != "(" for place, part in enumerate(run)]
            for place, part in enumerate(run):
                whole = replace(part, start=run[0].start, end=run[-1].end)
                found[first + place] = whole, f"set {sum(opens[: place + 1])} of {sum(opens)}"
        first = last + 1
    return found


def _goes_on(line: Sequence[Token], part: Part, following: Part, figures: Sequence[Figure]) -> bool:
    between = line[part.at + 1 : following.at]
    return all(_is_of_result(line, p, figures) for p in (part, following)) and all(
        t.low in _BETWEEN_SETS for t in between
    )


def _is_of_result(line: Sequence[Token], part: Part, figures: Sequence[Figure]) -> bool:
    """Return whether a figure is a score, or the loser's points of a tie-break: the 5 of "7-6 (5)"."""
    kind = figures[line[part.at].figure].kind
    around = [t.low for t in (*line[part.at - 1 : part.at], *line[part.at + 1 : part.at + 2])]
    return kind is Kind.SCORE or (kind is Kind.COUNT and around == ["(", ")"])


def other_set(claim: Figure, source: Figure) -> str:
    """Return why a score is that of another set, where both tell set by set of as many."""
    ours, theirs = (
        next((s.split() for s in f.thing.status if s.startswith("set ")), None) for f in (claim, source)
    )
    if ours is None or theirs is None or ours == theirs:
        return ""
    return f"source gives {source.text} as another set"


_GIVING = word_set("giv hand send help steer guid lead fir inspir propel earn secur lift power")


def beneficiary(line: Sequence[Token], part: Part, verb: int, figure: Figure) -> tuple[str, ...]:
    """Return whose a result is that somebody else brought about: "her hat-trick gave Brann a 5-2 win"."""
    if figure.kind is not Kind.SCORE or not part.start <= verb < part.at or line[verb].stem not in _GIVING:
        return ()
    place = verb + 1
    while place < part.at and line[place].low == "the":
        place += 1
    names = []
    while place < part.at and line[place].is_name:
        names.append(line[place].concept)
        place += 1
    ends = place < part.at and line[place].low in ("a", "an", "their", "to", "the")
    return tuple(names) if ends else ()


_VERSUS = word_set("to against versus - – —")
_SHARED_OUT = (Kind.PERCENT, Kind.COUNT)


def shared_out(
    line: Sequence[Token], parts: Sequence[Part], figures: Sequence[Figure], things: dict[int, Thing]
) -> None:
    """Give each of two numbers of a result to its side: "Lind beat Oksen, 54 percent to 46".

    The greater is the winner's, whoever is the subject.
    """
    for first, second in pairwise(parts):
        pair = (line[first.at].figure, line[second.at].figure)
        one, other = (figures[index] for index in pair)
        if one.kind is not other.kind or one.kind not in _SHARED_OUT or one.low == other.low:
            continue
        between = {t.low for t in line[first.at + 1 : second.at] if t.low not in _UNITS}
        thing = things[pair[0]]
        if len(between) != 1 or not between <= _VERSUS or thing.act not in ("won", "lost"):
            continue
        subject = {w for w in thing.subject if w in thing.owner}
        object_ = {w for w in thing.owner if w not in subject and ":" not in w}
        if not subject or not object_:
            continue
        ahead, behind = pair if (one.low or 0) > (other.low or 0) else pair[::-1]
        winner, loser = (subject, object_) if thing.act == "won" else (object_, subject)
        things[ahead] = _of_side(thing, winner, loser)
        things[behind] = replace(_of_side(thing, loser, winner), act="lost")


_UNITS = word_set("percent % cent per votes vote points of the")


def _of_side(thing: Thing, side: set[str], other: set[str]) -> Thing:
    """Return ``thing`` as that of one side only."""
    near = tuple(w for w in thing.near if w not in other)
    owner = tuple(w for w in thing.owner if w not in other)
    ordered = tuple(w for w in thing.owner if w in side)
    return replace(thing, near=near, owner=owner, subject=ordered, act="won", noun="")
