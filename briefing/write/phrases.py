"""Which runs of words are something that English lets go: a phrase, a description, a date. Rules over word classes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.terms import MONTHS
from briefing.write.cues import (
    ADVERBS,
    ALL_OR_NONE,
    AMOUNTS,
    AUXILIARIES,
    DETERMINERS,
    IRREGULAR,
    LINKS,
    PLACES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYERS,
    SUBJECTS,
    TITLES,
    WHEN,
)
from briefing.write.faithful import Token


def undated(run: Sequence[Token], right: Token) -> list[Token]:
    """Take days, months and the like away, with the preposition before them and the figure beside a month."""
    every = [*run, right]
    dated = {n for n, token in enumerate(every) if token.low in WHEN or (token.low in MONTHS and token.name)}
    gone = dated | {n for n, t in enumerate(every) if t.key.isdigit() and dated & {n - 1, n + 1}}
    led = {n for n, t in enumerate(run) if n + 1 in gone and t.low in ("on", "in", "at", "the", "this", "of")}
    return [token for n, token in enumerate(run) if n not in gone | led]


def without_kind(run: list[Token], right: Token) -> list[Token]:
    """Take "the town of" off before a name, and "a number of": they say only what kind of thing or how many."""
    if (
        len(run) > 1
        and run[-1].low == "of"
        and (run[-2].low in AMOUNTS or (right.name and run[-2].low in PLACES))
    ):
        run = run[:-2]
        while run and (
            run[-1].low in ("the", "a") or (run[-1].content and len(run) > 1 and run[-2].low == "the")
        ):
            run = run[:-1]
    return run


def is_restricted(source: Sequence[Token], place: int) -> bool:
    """Whether the noun at ``place`` is all, none or only some: then what restricts it belongs to the statement."""
    before = source[max(0, place - 3) : place]
    return any(token.low in ALL_OR_NONE for token in before)


def is_phrase(body: Sequence[Token]) -> bool:
    """Whether ``body`` is a chain of phrases with prepositions, or a clause that hangs on a noun, and no more."""
    if body[0].low in RELATIVES:
        inner = [token.low for token in body[1:]]
        return not (set(inner) & (SAYERS | SUBJECTS | RELATIVES))
    if body[0].low in LINKS:
        return False
    opened = True
    for number, (token, following) in enumerate(pairwise([*body, body[-1]])):
        low = token.low
        if low in PREPOSITIONS or low in ("and", "or"):
            opened = True
        elif low in RELATIVES:
            return is_phrase(body[number:]) if number else False  # a piece between two marks may be gone
        elif low in DETERMINERS or low in PRONOUNS:
            if not opened:  # a second noun phrase without a preposition: there was a verb between
                return False
        elif token.content:
            if low in SAYERS or (low in AUXILIARIES and token is not following):
                return False
            opened = token.possessive
        elif low in AUXILIARIES or low in SUBJECTS:
            return False
    return True


def is_adverb(middle: Sequence[Token]) -> bool:
    """Whether all words with content in ``middle`` are adverbs or such."""
    return all(token.low.endswith("ly") or token.low in ADVERBS for token in middle if token.content)


def is_modifier(left: Token, middle: Sequence[Token], right: Token) -> bool:
    """Whether content words right after ``left`` may go: a name's middle, or one word that describes ``right``.

    "the police [station] burned" is what must not pass, so ``right`` must look like a noun.
    """
    found = [token for token in middle if token.content]
    if len(found) < len(middle) or any(token.after_break for token in (*middle, right)):
        return False
    if left.name and right.name:
        return all(token.name for token in found)
    verbal = looks_verbal(right) or (right.low.endswith("s") and not right.low.endswith("ss"))
    return len(found) == 1 and not (verbal or found[0].name or looks_verbal(found[0]) or found[0].possessive)


def is_reduced(body: Sequence[Token], right: Token, bridge: Sequence[Token]) -> bool:
    """Whether ``body`` is a participle with its phrase, and the verb follows: "a bomb [planted under a lorry] killed"."""
    goes_on = looks_verbal(right) or any(token.low in AUXILIARIES for token in bridge)
    opens = looks_verbal(body[0]) or (body[0].low.endswith("ing") and len(body[0].low) > 5)
    return goes_on and opens and len(body) > 2 and body[1].low in PREPOSITIONS and is_phrase(body[1:])


def describes(body: Sequence[Token], right: Token) -> bool:
    """Whether ``body`` only describes ``right``: "the northern [town]", "the grocer [Tesko]", "the team's [office]"."""
    words = list(body)
    while words and not words[0].content:
        if words[0].low not in DETERMINERS | AUXILIARIES | PRONOUNS.keys() | {"former"}:
            return False
        words.pop(0)
    if len(words) == 1 and words[0].possessive:
        return True
    if any(token.after_break or token.possessive for token in words):
        return False
    if any((not token.content and token.low != "former") or looks_verbal(token) for token in words):
        return False
    lower = [token for token in words if not token.name]
    if right.name:
        return len(lower) <= 1 or (words[-1].low in TITLES and len(lower) <= 3)
    return len(words) <= 2 and (len(words) == 1 or not any(token.name for token in words))


def looks_verbal(token: Token) -> bool:
    """Whether a word may be a verb: by its ending, or one of the irregular ones."""
    low = token.low
    return low in IRREGULAR or low in SAYERS or low in AUXILIARIES or (low.endswith("ed") and len(low) > 4)


def outside_marks(run: Sequence[Token]) -> list[Token]:
    """Return the words of ``run`` but its last, without the pieces that stand between two marks."""
    starts = [n for n, token in enumerate(run) if token.after_break]
    closed = {n for start, end in pairwise(starts) for n in range(start, end)}
    return [token for n, token in enumerate(run[:-1]) if n not in closed]
