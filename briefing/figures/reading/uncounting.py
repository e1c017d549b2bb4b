"""Words that look like numbers and count nothing: "one" as a pronoun, "first" as an adverb.

Promise: what is not surely a pronoun or an adverb is left to be counted.
"""

from __future__ import annotations

from briefing.figures.reading.numerals import read_number
from briefing.figures.reading.units import read_unit
from briefing.figures.vocabulary.numberwords import DOZENS, NUMBER_WORDS, SCALES
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_ONE_OF = word_set(
    "the its his her their our my your them those these us whom which several many a only britain europe america at"
)


_DETERMINERS = word_set("this that which the no any every each another some such")


_PREPOSITIONS = word_set("to as like than by from for with")


_MODALS = word_set("must should can could may might would cannot ' another")


_CLAUSE_AFTER = frozenset({"you", "i", "we", "he", "she", "they", "it", "that", "who", "whom", "whose"})


def pronoun_end(t: Tokens, i: int) -> int | None:
    """Return the end of "one" as a pronoun (this one, one of the, one must), or ``None`` where it counts."""
    before, after = t.word(i - 1), t.word(i + 1)
    if after == "of" and (t.word(i + 2) in _ONE_OF or _owned(t, i + 2)):
        return i + 2
    if before in _DETERMINERS and not _counted_noun(t, i + 1, before):
        return i + 1
    if after in _CLAUSE_AFTER and not t.sentence_start(i):
        return i + 1
    if before in _PREPOSITIONS and _participle(t, i + 1) and not (after == "in" and read_number(t, i + 2)):
        return i + 1
    if after in _MODALS and not (after == "'" and t.word(i + 2) != "s"):
        return i + 1
    if after == "s" and t.glued(i + 1):
        return i + 2
    if not after.isalpha() and after != "-" and _is_object(t, i):
        return i + 1
    counted = after in SCALES or after in DOZENS or after == "-" or read_unit(t, i + 1) is not None
    if not counted and before.isalpha() and _adjective_like(t, i - 1):
        return i + 1
    return None


_UNREAL = word_set("never not cannot ever without")


def _is_object(t: Tokens, i: int) -> bool:
    """Say whether "one" ends a clause that is denied or only possible, and so counts none: never read one, cannot afford one."""
    return any(t.word(i - n) in _UNREAL for n in (2, 3)) and t.word(i - 1).isalpha()


_OWNER = 2  # words


def _owned(t: Tokens, k: int) -> bool:
    """Whether an owner begins at ``k``: Singapore's, the mayor's, South Korea's."""
    end = k + _OWNER  # where all is in lower case, a name has no capital either
    while t.word(k).isalpha() and (t.capital(k) or (t.lower_case and k < end)):
        k += 1
        if t.word(k) == "'" and t.glued(k):
            return True
    return False


_PRONOUN_AFTER = word_set(
    "is was will would has had can could of in on at to that who which with from for and or but by as when where it he she they we you i the a"
)


def _counted_noun(t: Tokens, k: int, before: str) -> bool:
    """Whether "the one" and its like stand before a noun they count: the one survivor."""
    word = t.word(k)
    if before == "that" and word == "in" and (t.is_digits(k + 1) or t.word(k + 1) in NUMBER_WORDS):
        return True  # said that one in three homes …: a conjunction
    if before in {"no", "any", "another", "this", "that", "which"}:
        return False
    return word.isalpha() and word not in _PRONOUN_AFTER and not t.capital(k)


_PARTICIPLES = word_set("made held built used seen in at on with")


def _participle(t: Tokens, k: int) -> bool:
    """Say whether a participle or a preposition follows the pronoun: similar to one published in May."""
    return (t.word(k).endswith("ed") and len(t.word(k)) > 4) or t.word(k) in _PARTICIPLES


def _adjective_like(t: Tokens, k: int) -> bool:
    """Read "a big one.", "the new one," : a determiner stands before the adjective."""
    return t.word(k - 1) in {"a", "an", "the", "this", "that", "another"} and t.word(k) not in _NUMBERED


_NUMBERED = word_set("number day page least chapter phase")


_POSSESSIVES = word_set("the a its his her their this that ' s our my world")


_ADVERB_VERBS = word_set(
    "thought spoken given taken shown written brought put met came began became took saw made won said told went broke emerged arose got gained spoke set hit struck ran heard held seen known built proposed used found and but"
)


def is_adverb(t: Tokens, i: int) -> bool:
    """Read "first reported", "was first elected": an adverb that ranks nothing."""
    if t.word(i) != "first":
        return False
    after, before = t.word(i + 1), t.word(i - 1)
    if after == "been":
        after = t.word(i + 2)  # "having first been expected in May"
    if before in _POSSESSIVES or t.word(i + 1) == "-":
        return False
    return (after.endswith("ed") and len(after) > 4) or after in _ADVERB_VERBS  # fmt: skip
