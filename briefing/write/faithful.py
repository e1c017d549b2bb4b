"""Does a candidate say what its evidence says? Simple rules over words, without a parser.

A small model shortens well and invents badly, so a candidate is trusted as far as it is a *shortening*: its
words come from the evidence, in the evidence's order, and where words were skipped between two that now stand
side by side, what was skipped is something English lets go (a clause between commas, an aside, a phrase with
a preposition), never the head of a phrase. "blaming [the price of fuel and the end of a contract with] Orlo"
is refused by that; "the ministry[, in a statement,] said" is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from briefing.terms import STOP_WORDS, canonical, stem

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-'’]\w+)*|[,;:()—–\"“”]|--")
_BREAKS = frozenset(',;:()—–"“”--') | {"--"}
_SIDE = (
    "in on at of for from with by to under over after before during since until near about against among "
    "between into through across around behind beside beyond including within without amid along "
    "who whom whose which that where when while as because"
)
_ATTRIBUTED = "said says told added announced confirmed reported reports according stated reporters"
_NEGATED = (
    "not no never none nobody nothing neither nor without deny denies denied denying refuse refused refuses "
    "fail failed fails failing cannot reject rejected rejects unlikely false halt halted"
)
_HEDGED = (
    "may might could would should will must can plans planned expected alleged allegedly reportedly suspected "
    "likely possible possibly proposed considering threatened accused claims claimed claim believed"
)
_SAID_BY = (
    "said says say saying told tell tells according claimed claims claim alleged alleges reportedly apparently "
    "believe believes believed think thinks thought warned warns suggested suggests estimated estimates appears "
    "appeared appear seems seemed argued argues insisted insists stated states testified wrote writes reports reported"
)
_CONDITIONED = "if unless until except provided whether only"
_SAYERS = frozenset(_SAID_BY.split())
_FOUND_BY = "showed shows shown found indicated indicates put revealed predicted predicts forecast feared fears described"
_COMMENTS = _SAYERS | frozenset(
    _FOUND_BY.split()
)  # what a clause between commas says of the rest of the sentence
_CONDITIONS = frozenset(_CONDITIONED.split())
_RELATIVES = frozenset(("who", "whom", "whose", "which", "that", "where", "when"))
_GO_ON = frozenset(("and", "or", "but", "nor", "so", "yet"))
_MOST_COMMENT_WORDS = 10
_WHEN = "monday tuesday wednesday thursday friday saturday sunday late early morning afternoon evening night"
_DAYS = frozenset(_WHEN.split())
_SIDE_WORDS = frozenset(_SIDE.split())
_ATTRIBUTES = frozenset(_ATTRIBUTED.split())
_NEGATIONS = frozenset(_NEGATED.split())
_MODALS = frozenset(_HEDGED.split())
_AUXILIARIES = "is are was were has have had will would may might could can must do does did"
_FINITE = frozenset(_AUXILIARIES.split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text in comparing form.

    ``content`` is false for function words; ``after_break`` says that a comma, dash, quote or bracket stands
    between it and the word before.
    """

    text: str
    key: str
    content: bool
    name: bool
    after_break: bool
    place: int


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of ``text`` in order; marks show only as ``after_break``."""
    found: list[Token] = []
    broken = True
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word in _BREAKS:
            broken = True
            continue
        low = word.lower().replace("’", "'")
        key = canonical(low) if low.isascii() and low[0].isalnum() else low
        key = stem(key.removesuffix("'s"))
        content = low not in STOP_WORDS or low in _NEGATIONS or key != low
        name = word[0].isupper() and (bool(found) or word.isupper())
        found.append(Token(word, key, (content and len(key) > 1) or key.isdigit(), name, broken, len(found)))
        broken = False
    return tuple(found)


def keys(text: str) -> tuple[str, ...]:
    """Return the content words of ``text`` in comparing form, in order."""
    return tuple(token.key for token in tokens(text) if token.content)


def new_words(candidate: str, sources: Sequence[str]) -> tuple[str, ...]:
    """Return the candidate's content words that no source has, in order."""
    known = {token.key for source in sources for token in tokens(source)}
    loose = {key[:5] for key in known if len(key) >= 5}
    return tuple(
        token.text
        for token in tokens(candidate)
        if token.content and token.key not in known and not (len(token.key) >= 5 and token.key[:5] in loose)
    )


def new_names(candidate: str, sources: Sequence[str]) -> tuple[str, ...]:
    """Return capitalised words inside the candidate that no source writes with a capital."""
    known = {
        token.text.lower().removesuffix("'s").removesuffix("’s")
        for s in sources
        for token in tokens(s)
        if token.text[0].isupper()
    }
    lower = {token.text for source in sources for token in tokens(source)}
    return tuple(
        token.text
        for token in tokens(candidate)
        if token.text[0].isupper()
        and token.text.lower().removesuffix("'s").removesuffix("’s") not in known
        and not (token.place == 0 and (token.text.lower() in lower or token.text.lower() in STOP_WORDS))
    )


def broken_arc(candidate: str, sources: Sequence[str]) -> str:
    """Return the first pair of neighbouring content words that no source bears out, or ``""``.

    Two are borne out when a source has both in this order and what it has between them can be skipped.
    """
    content = [token for token in tokens(candidate) if token.content]
    candidates = tokens(candidate)
    for left, right in pairwise(content):
        bridge = candidates[left.place + 1 : right.place]
        if left.key == right.key or right.key in _ATTRIBUTES or left.key in _ATTRIBUTES:
            continue
        if not any(_borne_out(left, right, bridge, tokens(source)) for source in sources):
            return f"{left.text} … {right.text}"
    return ""


def _borne_out(left: Token, right: Token, bridge: Sequence[Token], source: tuple[Token, ...]) -> bool:
    firsts = [token.place for token in source if _same(token, left)]
    lasts = [token.place for token in source if _same(token, right)]
    return any(
        first < last and _can_skip(source[first + 1 : last + 1], right, bridge)
        for first in firsts
        for last in lasts
    )


def _same(source: Token, candidate: Token) -> bool:
    return source.key == candidate.key or (
        len(candidate.key) >= 6 and source.key[:6] == candidate.key[:6] and not candidate.name
    )


def _can_skip(run: Sequence[Token], right: Token, bridge: Sequence[Token]) -> bool:
    """Whether the words of ``run`` but its last may go. ``bridge`` are the candidate's words there instead."""
    closes = run[-1]
    skipped = _outside_marks(run)
    content = [token for token in skipped if token.content and token.text.lower() not in _DAYS]
    if not content:
        return True
    if skipped[0].text.lower() in _SIDE_WORDS and (closes.after_break or not _verbs_in(skipped)):
        return len(content) <= 6  # a phrase with a preposition, or a clause up to the comma
    if bridge_differs(skipped, bridge):
        return False
    if closes.name and all(token.name or not token.content or token.text.islower() for token in skipped[-2:]):
        return len(content) <= 3  # "the grocer Tesko" → "Tesko"
    return len(content) <= 2 and not any(token.name for token in content)


def _outside_marks(run: Sequence[Token]) -> list[Token]:
    """Return the words of ``run`` but its last, without the pieces that stand between two marks."""
    kept: list[Token] = []
    starts = [n for n, token in enumerate(run) if token.after_break]
    closed = {n for start, end in pairwise(starts) for n in range(start, end)}
    kept.extend(token for n, token in enumerate(run[:-1]) if n not in closed)
    return kept


def bridge_differs(skipped: Sequence[Token], bridge: Sequence[Token]) -> bool:
    """Whether the candidate joins the two words by other function words than the source does."""
    had = {token.key for token in skipped}
    return any(token.key not in had and token.text.lower() in _SIDE_WORDS for token in bridge)


def _verbs_in(run: Sequence[Token]) -> bool:
    return any(token.text.lower() in _FINITE for token in run)


def turned(candidate: str, sources: Sequence[str]) -> str:
    """Return a negation, a hedge or an attribution that the candidate drops, or a negation it adds; else ``""``.

    Compared with the source that shares most of the candidate's content words.
    """
    said = set(keys(candidate))
    nearest = max(sources, key=lambda source: len(said & set(keys(source))), default="")
    here = {token.text.lower().removesuffix("n't") for token in tokens(candidate)}
    everywhere = {token.text.lower() for source in sources for token in tokens(source)}
    for word in sorted(here & _NEGATIONS):
        if word not in everywhere:
            return f"adds “{word}”"
    if not here & _SAYERS and {token.text.lower() for token in tokens(nearest)} & _SAYERS:
        return "drops who says so"
    if not _comments(nearest) <= here:
        return "drops who says so"
    for word in sorted({token.text.lower() for token in tokens(nearest)} & _CONDITIONS - here):
        return f"drops “{word}”"
    clause = _clause_words(nearest, said)
    for word in sorted(clause & (_NEGATIONS | _MODALS)):
        if word not in here and not (here & _kin(word)):
            return f"drops “{word}”"
    return ""


def _comments(source: str) -> set[str]:
    """Return the verbs of those clauses between commas that say whose a statement is ("a first estimate showed")."""
    verbs: set[str] = set()
    for piece in _pieces(tokens(source))[1:]:
        found = [token.text.lower() for token in piece]
        goes_on = found[0] in _GO_ON or (found[0] in _SIDE_WORDS and found[0] not in ("according", "as"))
        if len(found) <= _MOST_COMMENT_WORDS and not goes_on and not _RELATIVES & set(found):
            verbs.update(word for word in found[:6] if word in _COMMENTS)
    return verbs


def _kin(word: str) -> frozenset[str]:
    return _NEGATIONS if word in _NEGATIONS else _MODALS


def _clause_words(source: str, said: set[str]) -> set[str]:
    """Return the words of those pieces of ``source`` (between marks) that the candidate mostly takes over."""
    words: set[str] = set()
    for piece in _pieces(tokens(source)):
        content = [token.key for token in piece if token.content]
        if content and sum(key in said for key in content) >= 0.6 * len(content):
            words.update(token.text.lower() for token in piece)
    return words


def _pieces(found: Sequence[Token]) -> list[list[Token]]:
    pieces: list[list[Token]] = []
    for token in found:
        if token.after_break or not pieces:
            pieces.append([])
        pieces[-1].append(token)
    return pieces
