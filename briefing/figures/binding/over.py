"""Whether a state still lasts: "64 miners are trapped" says so, "the last of the 64 trapped were brought up" that it is over.

Promise: only a deed that is done ends a state; what is hoped, planned or denied leaves it as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.data import Figure, Kind, Thing
from briefing.figures.binding.keys import telling
from briefing.figures.binding.prospects import is_past
from briefing.figures.binding.words import Part, Token, is_content
from briefing.figures.vocabulary.lexicon import BEING_OR_HAVING
from briefing.figures.vocabulary.stems import stem, stem_set
from briefing.figures.vocabulary.thesaurus import ACT_OF, concept
from briefing.wordsets import word_set

OVER, STANDS = "over", "stands"
_FREEING = stem_set(
    "find locate trace rescue free release restore reconnect repair save airlift winch evacuate discharge return reopen resume "
    "escape"
)
_MOVING = stem_set("bring take collect lead pull carry fly lower lift help haul")
_OUT = word_set("up out down back ashore home safety ground land free")
_SAFE = word_set("back safe free home ashore again")
_ENDING = _FREEING | _MOVING | {stem(word) for word in _SAFE}
_REACH = (
    3  # words of a verb's group before it, or of what goes with it behind: "had all been", "to the ground"
)
_OPEN = word_set("will would may might could can should must to not never no yet if being be hope")
_LASTING = word_set("is are 're remain remains stay stays")
_MERE = BEING_OR_HAVING | {"remain", "stay"}


def lasting(line: Sequence[Token], part: Part, figure: Figure, verb: int) -> Iterator[str]:
    """Yield whether what is said of those counted lasts, or has ended."""
    if figure.kind is not Kind.COUNT or _is_of_another(line, part.at):
        return
    if verb >= 0:
        group = [t.low for t in line[max(part.start, verb - _REACH) : verb + 1]]
        safe = any(t.low in _SAFE for t in line[verb : verb + _REACH])
        if not safe and not _LASTING.isdisjoint(group) and _OPEN.isdisjoint(group):
            yield STANDS
    if any(
        t.stem in _ENDING and _ends(line, k) for k, t in enumerate(line[part.start : part.end], part.start)
    ):
        yield OVER


def _is_of_another(line: Sequence[Token], at: int) -> bool:
    """Return whether those counted only say whose the subject is: "the boat of the six divers", not "the last of the six"."""
    place = at - 1 - (line[at - 1].low == "the")
    return (
        place > 0
        and line[place].low == "of"
        and is_content(line[place - 1])
        and line[place - 1].low not in _LOT
    )


_LOT = word_set("last rest number total group majority")


def _ends(line: Sequence[Token], place: int) -> bool:
    """Return whether the word at ``place`` tells that a state has ended: were found, was restored, brought to safety, are back."""
    aids = [t.low for t in line[max(0, place - _REACH) : place]]
    if not _OPEN.isdisjoint(aids):
        return False
    if line[place].stem in _MOVING:
        behind = line[place + 1 : place + 1 + _REACH]
        return is_past(line[place]) and any(t.low in _OUT for t in behind)
    if line[place].stem in _FREEING and is_past(line[place]):
        return True
    return line[place].low in _SAFE and any(
        low in ("is", "are", "was", "were", "have", "has") for low in aids
    )


def over_for(ours: Thing, source: Figure) -> str:
    """Return why a state that a claim tells as lasting is over for those a source counts; of others it says nothing."""
    theirs = source.thing
    if STANDS not in ours.status or OVER in ours.status or is_ending(ours):
        return ""
    if OVER not in theirs.status or STANDS in theirs.status:
        return ""
    told = {concept(ours.act), f"act:{ours.act}"}
    if ours.act in _MERE:
        told = telling(ours.near) - {concept(ours.noun), *ours.owner}
    same = (ours.act not in _MERE and ours.act == theirs.act) or not told.isdisjoint(theirs.near)
    return f"source says that this is over for {source.text}" if same else ""


def is_ending(thing: Thing) -> bool:
    """Return whether what is told of those counted is the end of a state: released, found, open again."""
    return thing.act in _ENDED


_ENDED = frozenset(ACT_OF.get(verb, verb) for verb in _FREEING)
