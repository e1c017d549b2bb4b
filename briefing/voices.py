"""Who a text has say a quotation, by the name or the noun beside the verb of saying, and whether that is somebody else.

Promise: only the sentence around the marks names the speaker; where nobody is named ("he said"), nobody is held to anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.figures.vocabulary.lexicon import PREPOSITIONS, PRONOUNS, STOPWORDS
from briefing.figures.vocabulary.stems import stem, stem_set
from briefing.figures.vocabulary.thesaurus import concept, related
from briefing.names.reading import Name, find_names

_REACH = 160  # characters on either side of the marks in which the speaker stands
_SAID = r"(?:said|says|say|saying|told|tells|adds|added|writes|wrote|warned|warns|insisted|insists|argued|argues|claimed|recalled|asked)"
_AFTER = re.compile(rf"^[\"”»'’,\s]*(?:{_SAID}\s+(?P<behind>[^.;:“\"«]*)|(?P<ahead>[^.;:“\"«]*?)\s{_SAID}\b)")
_BEFORE = re.compile(rf"(?P<ahead>[^.;“”\"«»]*?)\b{_SAID}\b[^.;“”\"«»]{{0,40}}$")
_WORD = re.compile(
    r"\b(?!(?:mr|mrs|ms|dr|the|an?|sir|lady)\b)[a-z]\w+", re.IGNORECASE
)  # a title opens a name too
_PLAIN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: the parts of the name in lower case, and the stems of the nouns that say who it is, both in order."""

    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


def voice_of(text: str, start: int, end: int) -> Voice:
    """Return whom ``text`` has say its words from ``start`` to ``end``; one without name and noun if it does not tell."""
    after = _AFTER.match(text[end : end + _REACH])
    if after is not None:
        behind, ahead = ((after[side] or "").split(",") for side in ("behind", "ahead"))
        first, second = _voice(behind), _voice(ahead[::-1])
        return first if first.names or (first.nouns and not second.names) else second
    opening = text[max(0, start - _REACH) : start].rstrip(" \"“«‘'")
    before = _BEFORE.search(opening)
    return _voice(before["ahead"].split(",")[::-1]) if before is not None else Voice()


def _voice(pieces: Sequence[str]) -> Voice:
    names = _parts(pieces)
    nouns = (_nouns(piece, names) for piece in pieces)
    return Voice(names, next((n for n in nouns if n), ()))


def _parts(pieces: Iterable[str]) -> tuple[str, ...]:
    """Return the parts of the name that begins the first of ``pieces`` that one begins, else of all their names."""
    found: list[Name] = []
    for piece in pieces:
        # a word before it keeps the first from opening a sentence, the full stop all capitals from being a heading
        words = f"and {piece.strip()}."
        names = find_names(words)
        if names and not _WORD.search(words, 4, names[0].start):
            return names[0].parts
        found.extend(names)
    return tuple(part for name in found for part in name.parts)


def _nouns(piece: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the stems of the words up to the first preposition that are part of no name."""
    words = []
    for word in _PLAIN.findall(piece.lower()):
        if word in PREPOSITIONS or word in PRONOUNS:
            break
        if len(word) > 1 and word not in STOPWORDS and word not in names:
            words.append(stem(word))
    return tuple(words)


def is_another(ours: Voice, theirs: Voice, text: str) -> bool:
    """Return whether the source's ``text`` gives words to a speaker who cannot be the one we name.

    Two names that share no part are two. A noun is not the name's bearer where the source tells who the bearer is
    without that noun, and has the noun elsewhere, away from the name.
    """
    if ours.names and theirs.names:
        return set(ours.names).isdisjoint(theirs.names)
    if ours.names or not ours.nouns or not theirs.names or not theirs.nouns:
        return False
    head = ours.nouns[-1]
    akin = {head, concept(head), *related(concept(head))}
    told = set(theirs.nouns)
    if (
        head in _ANYONE
        or any(word in akin or concept(word) in akin for word in told)
        or _may_speak(told, head)
    ):
        return False
    clauses = [list(map(str.lower, _PLAIN.findall(clause))) for clause in _CLAUSE.split(text)]
    at = [(words, k) for words in clauses for k, word in enumerate(words) if stem(word) == head]
    return bool(at) and not any(
        not set(theirs.names).isdisjoint(words[max(0, k - _BESIDE) : k + _BESIDE + 1]) for words, k in at
    )


def _may_speak(told: set[str], head: str) -> bool:
    """Return whether one so called may speak for a body: a minister for the ministry, a mere spokeswoman for any."""
    return any(head in bodies for word, bodies in _SPOKEN_FOR.items() if word in told) or told <= _FOR_ANY


_CLAUSE = re.compile(r"[.;:!?]")
_BESIDE = 4  # words between a name and what its bearer is or heads: "Karl Voss, who leads the union"
_STATE = stem_set(
    "government ministry state country cabinet department administration office treasury nation"
)
_SPOKEN_FOR = {
    **dict.fromkeys(stem_set("minister premier chancellor"), _STATE),
    stem("mayor"): stem_set("city town council municipality village authority"),
}
_FOR_ANY = stem_set(
    "spokesman spokeswoman spokesperson official leader head chief director chair chairman chairwoman president boss "
    "manager secretary officer executive founder owner captain coach lawyer representative commander commissioner general"
)
_ANYONE = stem_set(
    "man woman boy girl person teenager adult resident witness survivor victim neighbour expert parent mother father "
    "son daughter brother sister friend colleague relative"
)
