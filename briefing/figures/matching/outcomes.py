"""Games won and lost: 43 victories are 43 games won, and neither 43 lost nor 43 played.

Promise: only a noun of winning or losing, or a game that was won, lost or played, tells.
"""

from __future__ import annotations

from briefing.data import Figure, Kind, Thing
from briefing.figures.vocabulary.stems import stem_set
from briefing.figures.vocabulary.thesaurus import NOUN_OF

_WINS = stem_set("win victory triumph")
_LOSSES = stem_set("defeat loss setback")
_CONTESTS = frozenset(("match", "final", "race"))
_OTHER_CONTESTS = stem_set("bout fight contest")


def one_outcome(claim: Figure, source: Figure) -> bool:
    """Return whether both count what was won, or what was lost, whichever noun tells it."""
    ours = _outcome(claim.thing)
    return bool(ours) and ours == _outcome(source.thing)


def other_outcome(claim: Figure, source: Figure) -> str:
    """Return why a number of games is not the claim's: they ended otherwise, or were only played."""
    if claim.kind is not Kind.COUNT or source.kind is not Kind.COUNT:
        return ""
    ours, theirs = _outcome(claim.thing), _outcome(source.thing)
    played = (ours and _was_played(source.thing)) or (theirs and _was_played(claim.thing))
    if (ours and theirs and ours != theirs) or played:
        return f"source counts {source.text} {theirs or 'played'}, not {ours or 'played'}"
    return ""


def _outcome(thing: Thing) -> str:
    if thing.noun in _WINS:
        return "won"
    if thing.noun in _LOSSES:
        return "lost"
    return thing.act if _is_contest(thing) and thing.act in ("won", "lost") else ""


def _was_played(thing: Thing) -> bool:
    return _is_contest(thing) and thing.act == "play"


def _is_contest(thing: Thing) -> bool:
    return NOUN_OF.get(thing.noun) in _CONTESTS or thing.noun in _OTHER_CONTESTS
