"""What a count is of in a vote or a table of medals, and whether what was voted on was carried.

Promise: read from the words of the figure's own part of the sentence; where the words go both ways nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.data import Figure, Kind
from briefing.figures.binding.sides import OUTCOME, SIDE
from briefing.figures.binding.words import Part, Token, denies, low_at
from briefing.wordsets import word_set

_SIDE_OF = {
    word: side
    for side, words in {
        "for": "favour favor support back yes aye yea endors pro",
        "against": "oppos against noe nay nao",
        "dissent": "dissent disagree disagreed",
        "concur": "agree agreed concur",
        "abstained": "abstain abstention",
        "absent": "absent absence",
        "spoilt": "invalid spoil spoilt void",
        "blank": "blank",
        "turnout": "turnout",
        "undecided": "undecid unsur",
        "gold": "gold",
        "silver": "silver",
        "bronze": "bronz",
    }.items()
    for word in words.split()
}
_ALSO = word_set(
    "of for no stayed away did didn't not take took taken cast voted approv reject adopt part polls ballot ballots"
)
_ASKED = word_set(
    "know sure certain decided opinion opinions view views preference answer want welcom disapprov dislik"
)
_TELLING = frozenset(_SIDE_OF) | _ALSO | _ASKED
_IT = word_set("and it them him her")
_PLAIN_NO = word_set("side camp campaign vote votes voters voter ballots")
_CARRIED = word_set(
    "pass approv adopt carry endors ratify back agree agreed overrid overrod uphold ok oks confirm legalis legaliz"
)
_LOST = word_set("reject fail block veto overturn quash shoot oppos")
_BEATEN = word_set("defeat lost lose fell die dy")
_VOTED_ON = word_set(
    "motion bill amendment proposal resolution measur reform plan law treaty referendum veto budget"
)
_COUNTED = (Kind.COUNT, Kind.PERCENT, Kind.FRACTION)
_NEGATIONS = word_set("not n't didn't never without")


def ballot(line: Sequence[Token], part: Part, figure: Figure, fate: str) -> Iterator[str]:
    """Yield the side that a count is of and what became of the thing voted on, as words of its status.

    ``fate`` is what the whole sentence says became of it, for a part that does not.
    """
    if figure.kind in _COUNTED:
        side = _side(line, part, figure.kind)
        if side:
            yield SIDE + side
    if figure.kind in (*_COUNTED, Kind.SCORE):
        outcome = fate_of(line, part.start, part.end) or fate
        if outcome:
            yield OUTCOME + outcome


def _side(line: Sequence[Token], part: Part, kind: Kind) -> str:
    """Return the side told nearest to the figure; "voted against" goes before a mere "backed" of a relative clause."""
    if not any(t.stem in _TELLING or t.low in _TELLING for t in line[part.start : part.end]):
        return ""
    found: list[tuple[bool, int, bool, str]] = []
    for place in range(part.start, part.end):
        side = _told_at(line, part, place, kind)
        if side and (side not in _METALS or abs(place - part.at) <= _BESIDE):
            after_vote = place > part.start and line[place - 1].stem in ("vot", "cast")
            found.append((not after_vote, abs(place - part.at), place < part.at, side))
    if not found and kind is Kind.PERCENT and _of_the_vote(line, part):
        return "share"
    return min(found)[-1] if found else ""


_METALS = word_set("gold silver bronze")
_BESIDE = 3  # tokens: "four gold", "five of them gold"


def _of_the_vote(line: Sequence[Token], part: Part) -> bool:
    behind = line[part.at + 1 : part.at + 4]
    return bool(behind) and behind[0].low == "of" and any(t.low in ("vote", "votes") for t in behind)


def _told_at(line: Sequence[Token], part: Part, place: int, kind: Kind) -> str:
    """Return the side that the word at ``place`` tells, if any."""
    token = line[place]
    before = line[place - 1] if place else None
    after = line[place + 1] if place + 1 < len(line) else None
    if (
        token.low == "against"
        and after is not None
        and after.figure >= 0
        and before is not None
        and before.low == ","
    ):
        return ""  # set against another: "three in five, against one in four in 2001"
    close = before is not None and (before.figure >= 0 or before.stem in ("vot", "ballot", "cast", "percent"))
    if token.low == "no":
        return "against" if close or (after is not None and after.low in _PLAIN_NO) else ""
    if token.low == "for":
        ends = after is None or not after.is_word
        voted = before is not None and before.stem in ("vot", "cast")
        return "for" if close and (voted or ends or (after is not None and after.low in _IT)) else ""
    if token.stem in ("approv", "reject", "adopt"):
        by = part.at > part.start and line[part.at - 1].low == "by" and place < part.at
        by = by or part.at < place <= part.at + 3
        return ("against" if token.stem == "reject" else "for") if by and kind is not Kind.PERCENT else ""
    if token.low == "against" and not close and any(t.stem in _PROTESTING for t in line[part.start : place]):
        return ""  # who marches or fights against a thing has not voted
    if kind is Kind.PERCENT and (opinion := _opinion_at(line, part, place)):
        return opinion
    if token.low == "away" and before is not None and before.stem == "stay":
        return "absent"
    if token.stem == "vot" and token.low != "votes":
        return _of_voting(line, place, kind)
    if kind is Kind.PERCENT and _goes_to_vote(line, place):
        return "" if _is_denied(line, place - 1) else "turnout"
    return "" if token.is_name and token.stem == "back" else _SIDE_OF.get(token.stem, "")


def _goes_to_vote(line: Sequence[Token], place: int) -> bool:
    """Return whether the word at ``place`` ends a phrase for voting: took part, went to the polls, cast a ballot."""
    low, before = line[place].low, [t.low for t in line[max(0, place - 3) : place]]
    if low == "polls":
        return before[-2:] == ["to", "the"]
    if low in ("ballot", "ballots"):
        return "cast" in before
    return low == "part" and bool(before) and before[-1] in ("take", "took", "takes", "taken", "taking")


_PROTESTING = word_set(
    "march protest demonstrat demonstration ralli rally strik strike riot fight war battl struggl campaign"
)


def _opinion_at(line: Sequence[Token], part: Part, place: int) -> str:
    """Return what those asked think by the word at ``place``: 52 percent want it, 9 percent have no opinion."""
    low, denied = line[place].low, _is_denied(line, place)
    if low in _KNOWING and denied:
        return "undecided"
    if low in _OPINIONS and place and line[place - 1].low in ("no", "without"):
        return "undecided"
    if part.at < place <= part.at + _SAID_NEXT and line[place].stem in _LIKING | _DISLIKING:
        return "for" if (line[place].stem in _LIKING) is not denied else "against"
    return ""


_KNOWING = word_set("know sure certain decided")
_OPINIONS = word_set("opinion opinions view views preference answer")
_LIKING = word_set("want welcom approv")
_DISLIKING = word_set("disapprov dislik")
_SAID_NEXT = 4  # tokens: "52 percent of them want"


def _of_voting(line: Sequence[Token], place: int, kind: Kind) -> str:
    """Return what "voted" alone tells: who did not was absent; a share of those who did is a turnout."""
    if _is_denied(line, place):
        return "absent"
    following = low_at(line, place + 1)
    plain = following in ("", ".", ",", "in", "on", "at", ")", "and", "than")
    return "turnout" if kind is Kind.PERCENT and plain and line[place].low == "voted" else ""


def _is_denied(line: Sequence[Token], place: int) -> bool:
    return any(t.low in _NEGATIONS or denies(t.low) for t in line[max(0, place - 2) : place])


def fate_of(line: Sequence[Token], start: int, end: int) -> str:
    """Return ``carried`` or ``lost`` by the first word that tells; only what is voted on can be defeated."""
    for place in range(start, end):
        token = line[place]
        if token.stem not in _DECISIVE and token.low != "short":
            continue
        lost = token.stem in _LOST or _falls_short(line, place)
        lost = lost or (token.stem in _BEATEN and _is_voted_on(line, place))
        if not lost and token.stem not in _CARRIED:
            continue
        if place > 1 and line[place - 1].low == "to" and not _may_be_decided(line[place - 2]):
            continue  # "needed 151 votes to pass"
        if token.low in ("backing", "block", "blocks", "passes") and place and line[place - 1].is_word:
            continue
        return "lost" if lost is not _is_denied(line, place) else "carried"
    return ""


_DECISIVE = _LOST | _BEATEN | _CARRIED


def _may_be_decided(token: Token) -> bool:
    return token.figure >= 0 or token.low in _DECIDING


_DECIDING = word_set("voted voting vote decided agreed unanimously failed")


def _falls_short(line: Sequence[Token], place: int) -> bool:
    following = low_at(line, place + 1)
    return line[place].low == "short" and following in ("of", "by") and _is_voted_on(line, place)


_REACH = 20  # words around within which something voted on may be named


def _is_voted_on(line: Sequence[Token], place: int) -> bool:
    return any(t.stem in _VOTED_ON for t in line[max(0, place - _REACH) : place + _REACH])
