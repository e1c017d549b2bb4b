"""What the words of news mean to each other: the same thing, a more general one, another deed, much the same.

Four tables lie beside this file (``data/``): nouns in a tree of concepts, acts of which some exclude one another,
families of words that say much the same, and opposites. Everything is looked up by ``stem``. Promise: read once, on
import; a word that no table has is its own concept, neither the same as another nor different from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations, product

from briefing.figures.data import lines
from briefing.figures.vocabulary.stems import root, stem
from briefing.wordsets import word_set

# ---------------------------------------------------------------- deeds

ACT_OF: dict[str, str] = {}  # stem: the class of what befell or was done
ACTS: set[str] = set()
EXCLUSIVE: set[tuple[str, str]] = set()  # pairs of classes that no careful reader takes for one another

CHANGES = frozenset(("family:rise", "family:fall"))
"""The concepts of a change, which is up or down."""


def _read_acts() -> None:
    for line in lines("acts.txt"):
        if line.startswith("!"):
            group = line[1:].split(",") if "," in line else line[1:].split()
            EXCLUSIVE.update(permutations((name.strip() for name in group), 2))
        else:
            act, _, words = line.partition(":")
            ACTS.add(act)
            for word in words.split():
                ACT_OF.setdefault(stem(word), act)


# Acts whose count runs on over days: a later report may replace an earlier one.
CUMULATIVE = word_set("killed injured missing arrested displaced rescued infected")
HARM = word_set("killed injured missing")

# ---------------------------------------------------------------- nouns

NOUN_OF: dict[str, str] = {}  # stem: concept
WORD_OF: dict[str, str] = {}  # stem: the word it was made from
ABOVE: dict[str, frozenset[str]] = {}  # concept: all that are more general
_TOP: dict[str, str] = {}
_OVERLAPPING: set[str] = set()  # roles that others of the same tree may have too
DEEDS: set[str] = set()  # counted for those they are done to


def _read_nouns() -> None:
    parents: dict[str, list[str]] = {}
    trail: list[str] = []
    for line in lines("nouns.txt"):
        bare = line.lstrip(" ")
        depth = (len(line) - len(bare)) // 2
        head, _, rest = bare.partition(":")
        words, _, more = rest.partition("<")
        concept_name = head.lstrip("~")
        if head.startswith("~~"):
            DEEDS.add(concept_name)
        elif head.startswith("~"):
            _OVERLAPPING.add(concept_name)
        trail[depth:] = [concept_name]
        _TOP[concept_name] = trail[0]
        parents[concept_name] = [*trail[max(0, depth - 1) : depth], *more.split()]
        for word in words.split():
            NOUN_OF.setdefault(stem(word), concept_name)
        for word in (concept_name, *words.split()):
            WORD_OF.setdefault(stem(word), word)
    for name in parents:
        ABOVE[name] = frozenset(_all_above(name, parents))


def _all_above(name: str, parents: dict[str, list[str]]) -> Iterator[str]:
    waiting = list(parents[name])
    while waiting:
        above = waiting.pop()
        yield above
        waiting.extend(parents[above])


def relation(mine: str, other: str) -> str:
    """Return how concept ``mine`` stands to ``other``: ``same``, ``wider``, ``narrower``, ``other`` or nothing (unknown).

    Only people are told from all else, and things of one tree from each other: houses may be counted by their owners.
    """
    if mine == other:
        return "same"
    if mine in ABOVE[other]:
        return "wider"
    if other in ABOVE[mine]:
        return "" if mine in _OVERLAPPING else "narrower"
    pair = {mine, other}
    if pair & DEEDS or (pair & _OVERLAPPING and _TOP[mine] == _TOP[other]):
        return ""
    tops = {_TOP[mine], _TOP[other]}
    return "other" if len(tops) == 1 or "person" in tops else ""


# ---------------------------------------------------------------- families

FAMILY_OF: dict[str, str] = {}  # stem: the first family that lists it
_RELATED: dict[str, set[str]] = {}


def _read_families() -> None:
    classes: dict[str, list[str]] = {}
    for line in lines("families.txt"):
        family, _, words = line.partition(":")
        for word in words.split():
            FAMILY_OF.setdefault(stem(word), family)
            classes.setdefault(stem(word), []).append(f"family:{family}")
    for word, noun in NOUN_OF.items():
        classes.setdefault(word, []).append(f"noun:{noun}")
    for word, act in ACT_OF.items():
        classes.setdefault(word, []).append(f"act:{act}")
    for named in classes.values():
        for one, other in permutations(named, 2):
            _RELATED.setdefault(one, set()).add(other)
    for noun, above in ABOVE.items():
        for wider in above:
            _RELATED.setdefault(f"noun:{noun}", set()).add(f"noun:{wider}")
            _RELATED.setdefault(f"noun:{wider}", set()).add(f"noun:{noun}")


_read_acts()
_read_nouns()
_read_families()
PERSONS = frozenset(name for name in ABOVE if name == "person" or "person" in ABOVE[name])

COUNTERPARTS = {
    "man": "woman",
    "woman": "man",
    "boy": "girl",
    "girl": "boy",
    "adult": "child",
    "child": "adult",
}
"""Nouns of persons who are one or the other: what is left of all when the one are taken off."""

OVERLAPPING_ACTS = word_set(
    "killed injured missing arrested displaced rescued infected fired hired sold bought charged convicted acquitted "
    "sentenced kidnapped released destroyed damaged vaccinated abstained export import"
)


@lru_cache(maxsize=65536)
def concept(word_stem: str) -> str:
    """Return the class a stem belongs to, or the stem itself: words of one class compare equal."""
    act = ACT_OF.get(word_stem)
    if act in OVERLAPPING_ACTS:
        return "act:" + act
    family = FAMILY_OF.get(word_stem)
    if family is not None:
        return "family:" + family
    noun = NOUN_OF.get(word_stem)
    return "noun:" + noun if noun is not None else word_stem


def concept_of(word: str) -> str:
    """Return the class of a word in small letters."""
    return concept(stem(word))


def concept_set(text: str) -> frozenset[str]:
    """Return the classes of the words of ``text`` as a set."""
    return frozenset(map(concept_of, text.split()))


@lru_cache(maxsize=65536)
def related(word: str) -> frozenset[str]:
    """Return the concepts close to ``word`` (a concept): those it shares a word with, more general and special ones."""
    if ":" in word:
        return frozenset(_RELATED.get(word, ()))
    return frozenset(("root:" + root(word),))


# ---------------------------------------------------------------- opposites

_OPPOSITES: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
_COMPLEMENTS: dict[str, set[str]] = {}


def _read_opposites() -> None:
    for line in lines("opposites.txt"):
        one, other = (concept_set(side) - CHANGES for side in line.removeprefix("=").split("/"))
        if line.startswith("="):
            for a, b in product(one - other, other - one):
                _COMPLEMENTS.setdefault(a, set()).add(b)
                _COMPLEMENTS.setdefault(b, set()).add(a)
            continue
        for own, against in ((one, other - one), (other, one - other)):
            for word in own:
                _OPPOSITES.setdefault(word, []).append((own, against))


_read_opposites()


def complements(word: str) -> frozenset[str]:
    """Return for ``word`` the concepts of what all others are: shut for open."""
    return frozenset(_COMPLEMENTS.get(word, ()))


def opposites(word: str) -> Sequence[tuple[frozenset[str], frozenset[str]]]:
    """Return for ``word`` the concepts that go with it and those of what a thing cannot be then: southern, so not northern."""
    return _OPPOSITES.get(word, ())


# What a level is called that others are measured by: the peak is not the level of today, nor the target what was reached.
MARKS = concept_set("peak average target limit quota threshold")
SETTING_APART = MARKS | {"family:remain"}
