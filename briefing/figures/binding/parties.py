"""Who does it to whom: "the city lent the bank 60 million", "sold to Ormond", "Salter was paid 12 million by Grune".

Verbs that tell one deed from its two ends (buy and sell, lend and borrow, pay and receive) are read from the giver's.
Promise: only the phrases right beside the verb tell, up to the next mark or verb; what a text leaves out is nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Thing
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all, is_content, low_at, together
from briefing.figures.vocabulary.lexicon import (
    ADVERBS,
    AUXILIARIES,
    BEING,
    CONTRASTS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    VERBS,
)
from briefing.figures.vocabulary.stems import stem, stem_set
from briefing.figures.vocabulary.thesaurus import ACT_OF

Parties = tuple[tuple[str, ...], tuple[str, ...]]
NOBODY: Parties = ((), ())

_CONVERSE = {"bought": "sold", "borrowed": "lent", "received": "paid", "lost": "won"}
_GIVING = frozenset(
    (
        "sold",
        "lent",
        "paid",
        *(stem(w) for w in ("give", "donate", "award", "grant", "hand", "send", "owe")),
    )
)
# deeds of one party to another of its kind, so that either could be the doer; who dies or closes does it to nobody
_BETWEEN_TWO = stem_set(
    "shoot attack sue accuse blame beat defeat overcome outvote invade bomb shell raid stab hit employ criticise "
    "overtake threaten warn blackmail fine arrest kidnap hire treat teach visit invite marry divorce follow"
)


def _deed_between(act: str) -> str:
    """Return the deed an act tells of, whichever end tells it: who buys, is sold something."""
    deed = _CONVERSE.get(act, act)
    return "paid" if deed in _GIVING - {"sold", "lent"} else deed


def parties_of(line: Sequence[Token], part: Part, verb: int) -> Parties:
    """Return the words for who did the deed of the verb at ``verb``, and for whom it was done to."""
    if verb < 0 or not line[verb].is_word or line[verb].low in AUXILIARIES:
        return NOBODY
    act = ACT_OF.get(line[verb].stem, line[verb].stem)
    gives = _deed_between(act) in ("sold", "lent", "paid", "promised")
    if not gives and line[verb].stem not in _BETWEEN_TWO:
        return NOBODY
    before, after = _subject(line, verb), _phrase(line, verb + 1)
    led_by = {low: _phrase(line, place + 1) for place, low in _prepositions(line, verb)}
    passive = _is_passive(line, verb)
    at_once = part.at > verb and all(
        line[p].low in ADVERBS or line[p].low in DETERMINERS for p in range(verb + 1, part.at)
    )
    if passive:
        doer, other = led_by.get("by", ()), before
        if gives:
            other = led_by.get("to", ()) or (before if at_once else ())
    else:
        doer, other = before, after
        if gives:
            taker = after if part.at > verb and _adjacent(line, verb + 1, part.at) else ()
            other = led_by.get("to", ()) or taker
    if act in _CONVERSE:
        return led_by.get("to" if act == "lost" else "from", ()), doer
    return doer, other


def other_way_round(ours: Thing, theirs: Thing) -> bool:
    """Return whether two figures tell one deed with its parties exchanged."""
    if not ours.act or _deed_between(ours.act) != _deed_between(theirs.act):
        return False
    mine, other = set(ours.doer), set(theirs.doer)
    to, at = set(ours.done_to), set(theirs.done_to)
    return bool((mine & at - other and not mine & other) or (to & other - at and not to & at))


def agree_on_parties(ours: Thing, theirs: Thing) -> bool:
    """Return whether two verbs tell one deed from its two ends: who was sold it, bought it."""
    if ours.act == theirs.act or _deed_between(ours.act) != _deed_between(theirs.act):
        return False
    if other_way_round(ours, theirs):
        return False
    same = set(ours.doer) & set(theirs.doer) or set(ours.done_to) & set(theirs.done_to)
    return bool(same) or not (ours.doer or ours.done_to) or not (theirs.doer or theirs.done_to)


def _is_passive(line: Sequence[Token], verb: int) -> bool:
    if line[verb].low.endswith("ing"):
        return False
    return low_at(line, before_all(line, verb, ADVERBS)) in BEING or _is_of_its_noun(line, verb)


def _is_of_its_noun(line: Sequence[Token], verb: int) -> bool:
    """Return whether a participle without an object stands before the sentence's own verb: "a boy arrested on Monday has been freed"."""
    if not line[verb].low.endswith("ed") or verb + 1 >= len(line) or line[verb + 1].low not in PREPOSITIONS:
        return False
    for place in range(verb + 2, len(line)):
        if _ends(line, place) or line[place].low in RELATIVES or line[place].low in ("and", "or"):
            return False
        told = line[place].low.endswith("s") and (is_verb(line, place) or line[place - 1].figure >= 0)
        if line[place].low in AUXILIARIES or (told and line[place].stem in VERBS):
            return line[place - 1].low not in PRONOUNS
    return False


def _ends(line: Sequence[Token], place: int) -> bool:
    token = line[place]
    return (
        not token.is_word and token.figure < 0 and token.low not in ("'", "’", "-")
    ) or token.low in CONTRASTS


def _subject(line: Sequence[Token], verb: int) -> tuple[str, ...]:
    """Return the words of the noun phrase before the verb's group, without the phrases that hang on it."""
    end = verb
    while end > 0 and (
        line[end - 1].low in AUXILIARIES or line[end - 1].low in ADVERBS or line[end - 1].low == "to"
    ):
        end -= 1
    if end > 0 and line[end - 1].low in ("and", "or"):
        return ()  # "was allowed to hire 12 teachers and hired nine": the subject is further back
    if end > 0 and line[end - 1].low in RELATIVES:
        end -= 1
        if end > 0 and line[end - 1].low == ",":
            end -= 1
    start = end
    while (
        start > 0
        and not _ends(line, start - 1)
        and not is_verb(line, start - 1)
        and line[start - 1].low not in RELATIVES
    ):
        start -= 1
    if start < end and line[start].low in PREPOSITIONS:  # "In May the city lent"
        opens = [p for p in range(start, end) if line[p].low in DETERMINERS]
        start = opens[-1] if opens else end
    return _phrase(line, start, end)


def _phrase(line: Sequence[Token], start: int, end: int = -1) -> tuple[str, ...]:
    """Return the content words from ``start`` to the next preposition, mark or verb."""
    words: list[str] = []
    stop = len(line) if end < 0 else end
    for place in range(start, stop):
        token = line[place]
        if (
            token.low in PREPOSITIONS
            or _ends(line, place)
            or token.low in ("and", "or")
            or token.low in RELATIVES
        ):
            break
        if words and (is_verb(line, place) or token.figure >= 0):
            break
        if is_content(token) and not token.concept.startswith(("d:", "o:", "a:", "i:")):
            words.append(token.concept)
    return together(words)


def _prepositions(line: Sequence[Token], verb: int) -> list[tuple[int, str]]:
    """Return the places of the first by, to and from behind the verb, up to the end of its clause."""
    found: dict[str, int] = {}
    for place in range(verb + 1, len(line)):
        token = line[place]
        if _ends(line, place) or token.low in RELATIVES or (token.low == "and" and is_verb(line, place + 1)):
            break
        if token.low in ("by", "to", "from") and place + 1 < len(line) and not is_verb(line, place + 1):
            found.setdefault(token.low, place)
    return [(place, low) for low, place in found.items()]


def _adjacent(line: Sequence[Token], start: int, at: int) -> bool:
    """Return whether nothing but one noun phrase stands between a verb and its figure: "lent the bank 60 million"."""
    return all(t.is_word and t.low not in PREPOSITIONS and t.low != "and" for t in line[start:at])
