"""The texts that one fact's evidence allows, character by character.

A number, in digits or words, may begin only where a figure of the evidence can be written, and may end only
when it is complete; a quote is copied exactly or not opened; a capitalised word must be the evidence's. Where
a figure begins, where one has just ended, and at the end of the text, what stands there is read by the figure
parser and must be a figure of the evidence.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.write.ledger import FactLedger, is_number_word

_TYPOGRAPHIC = frozenset("“”’–—")
_CURRENCIES = frozenset("$£€¥₹")
_OPENERS = frozenset('([“"—')
_ENDERS = frozenset(" \n.,;:!?)”\"’'—")
_FREE_MARKS = frozenset(" \n.,;:!?()'’-–—“”\"")
_NEAR = 40  # characters after a figure within which the next words may still change what it says
_BEFORE = 40  # characters before a figure that may hold its modifier ("no fewer than")

Matches = tuple[tuple[int, int], ...]
"""Literals being written: (which, how many of its characters)."""


class State(NamedTuple):
    """Where a text stands. ``must``: it is inside a figure that has to be completed as begun."""

    text: str = ""
    word: str = ""
    matches: Matches = ()
    must: bool = False
    figure_at: int = -1
    figure_end: int = -1
    quote: tuple[tuple[int, int], ...] | None = None
    pending: bytes = b""


class Automaton:
    """The texts that one fact's evidence allows."""

    def __init__(self, ledger: FactLedger, *, hold_names: bool = True) -> None:
        """Compile ``ledger``; without ``hold_names`` capitalised words are free."""
        self._ledger = ledger
        self._literals = ledger.literals
        self._hold_names = hold_names
        self._wide = frozenset(c for c in ledger.characters if not c.isascii()) | _TYPOGRAPHIC
        self._steps: dict[tuple[State, bytes], State | None] = {}

    def step(self, state: State, piece: bytes) -> State | None:
        """Return the state after ``piece``, or ``None`` where the evidence does not allow it."""
        key = (state, piece)
        if key not in self._steps:
            self._steps[key] = self._step(state, piece)
        return self._steps[key]

    def may_end(self, state: State) -> bool:
        """Whether the text may end here: nothing half-written, and every figure one of the evidence's."""
        if state.pending or state.quote is not None:
            return False
        closed = self._close_word(state)
        if closed is None or (closed.must and not self._is_complete(closed.matches)):
            return False
        return self._ledger.bears_out(state.text)

    def _step(self, state: State, piece: bytes) -> State | None:
        data = state.pending + piece
        try:
            text, pending = data.decode(), b""
        except UnicodeDecodeError as error:
            if error.reason != "unexpected end of data":
                return None
            text, pending = data[: error.start].decode(), data[error.start :]
        now: State | None = state._replace(pending=b"")
        for c in text:
            now = self._character(now, c) if now is not None else None
        if now is None or not self._still_borne_out(now):
            return None
        if pending and not any(self._character(now, c) for c in self._wide if c.encode().startswith(pending)):
            return None
        return now._replace(pending=pending)

    def rests(self, state: State) -> tuple[bytes, ...]:
        """Return what is left to write of the figures or quotes that have been begun."""
        if state.pending:
            return tuple(
                c.encode()[len(state.pending) :]
                for c in sorted(self._wide)
                if c.encode().startswith(state.pending)
            )
        if state.quote is not None:
            rests = sorted({self._ledger.quotes[n][p:].encode() for n, p in state.quote})
            return (*rests, "”".encode(), b'"')
        return tuple(self._literals[n][k:].encode() for n, k in state.matches)

    def _still_borne_out(self, state: State) -> bool:
        """Read again what stands around a figure that has just ended: the next word may have changed it."""
        if state.must or state.figure_end < 0 or len(state.text) - state.figure_end > _NEAR:
            return True
        return self._ledger.bears_out(_window(state.text, state.figure_at))

    def _character(self, state: State, c: str) -> State | None:
        if not c.isascii() and c not in self._wide:
            return None
        if state.quote is not None:
            return self._in_quote(state, c)
        if c.isalnum() or (c in "'’" and state.word and not state.word[-1].isdigit()):
            return self._letter(state, c)
        closed = self._close_word(state)
        return None if closed is None else self._mark(closed, c)

    def _letter(self, state: State, c: str) -> State | None:
        """Follow a letter or digit."""
        matches = self._advance(state.matches, c)
        if not state.word and not state.must and _may_begin(state.text):
            matches += self._borne_out(state.text, self._beginning_with(c))
        word = state.word + c
        must = state.must
        if must or c.isnumeric():
            if not matches:
                return None
            must = True
        elif self._hold_names and not self._name_may_go_on(state, word) and not matches:
            return None
        figure_at = state.figure_at if not must or state.must else len(state.text) - len(state.word)
        return state._replace(text=state.text + c, word=word, matches=matches, must=must, figure_at=figure_at)

    def _close_word(self, state: State) -> State | None:
        """End the word being written, if there is one: a number word must be part of a figure."""
        if not state.word:
            return state
        if not state.must and is_number_word(state.word.removesuffix("'s").removesuffix("’s")):
            if not state.matches:
                return None
            return state._replace(word="", must=True, figure_at=len(state.text) - len(state.word))
        if self._hold_names and not state.must and not self._name_may_end(state):
            return None
        return state._replace(word="")

    def _mark(self, state: State, c: str) -> State | None:
        """Follow a character that is no part of a word."""
        matches = self._advance(state.matches, c)
        if state.must:
            if not self._is_complete(state.matches):
                return state._replace(text=state.text + c, matches=matches) if matches else None
            if not matches and c not in _ENDERS:
                return None
            ended = state._replace(must=False, figure_end=len(state.text))
            if c in '“"':
                return None
            return ended._replace(text=state.text + c, matches=matches)
        if c in _CURRENCIES:
            matches += self._borne_out(state.text, self._beginning_with(c)) if _may_begin(state.text) else ()
            if not matches:
                return None
            return state._replace(text=state.text + c, matches=matches, must=True, figure_at=len(state.text))
        if c in '“"':
            return self._open_quote(state, c)
        if c == "”" or (
            c not in _FREE_MARKS and not (c in "&/" and c in self._ledger.characters) and not matches
        ):
            return None
        return state._replace(text=state.text + c, matches=matches)

    def _open_quote(self, state: State, c: str) -> State | None:
        if not self._ledger.quotes or not _may_begin(state.text):
            return None
        places = tuple(
            (number, place)
            for number, quote in enumerate(self._ledger.quotes)
            for place in range(len(quote))
            if quote[place].isalnum() and (place == 0 or quote[place - 1] in " (")
        )
        return state._replace(text=state.text + c, quote=places, matches=())

    def _in_quote(self, state: State, c: str) -> State | None:
        quotes = self._ledger.quotes
        if c in '”"':
            if state.text[-1] in '“"' or not any(
                _ends_word(quotes[n], place) for n, place in state.quote or ()
            ):
                return None
            return state._replace(
                text=state.text + c, quote=None, figure_end=len(state.text), figure_at=len(state.text)
            )
        places = tuple((n, p + 1) for n, p in state.quote or () if p < len(quotes[n]) and quotes[n][p] == c)
        return state._replace(text=state.text + c, quote=places) if places else None

    def _advance(self, matches: Matches, c: str) -> Matches:
        literals = self._literals
        return tuple((n, k + 1) for n, k in matches if k < len(literals[n]) and literals[n][k] == c)

    def _beginning_with(self, c: str) -> Matches:
        """Return the literals that begin with ``c``; a sentence may give a word a capital."""
        return tuple(
            (n, 1) for n, literal in enumerate(self._literals) if literal[0] in (c, c.lower(), c.upper())
        )

    def _borne_out(self, before: str, matches: Matches) -> Matches:
        """Keep the literals that, once whole, say after ``before`` what the evidence says (its modifier too)."""
        at = len(before)
        return tuple(
            (n, k) for n, k in matches if self._ledger.bears_out(_window(before + self._literals[n], at))
        )

    def _is_complete(self, matches: Matches) -> bool:
        return any(k == len(self._literals[n]) for n, k in matches)

    def _name_may_go_on(self, state: State, word: str) -> bool:
        if not word[0].isupper():
            return True
        plain, bare = word.replace("’", "'"), _without_possessive(word)
        if _opens_sentence(state.text[: len(state.text) - len(state.word)]):
            return plain.lower() in self._ledger.openings or bare.lower() in self._ledger.whole_openings
        return plain in self._ledger.names or bare in self._ledger.whole_names

    def _name_may_end(self, state: State) -> bool:
        if not state.word[0].isupper():
            return True
        bare = _without_possessive(state.word)
        if _opens_sentence(state.text[: len(state.text) - len(state.word)]):
            return bare.lower() in self._ledger.whole_openings
        return bare in self._ledger.whole_names


def _without_possessive(word: str) -> str:
    plain = word.replace("’", "'")
    return plain.removesuffix("'s") if plain.endswith("'s") else plain.removesuffix("'")


def _window(text: str, at: int) -> str:
    """Return ``text`` from a word boundary some characters before ``at``."""
    start = max(0, at - _BEFORE)
    if start:
        start = text.find(" ", start, at) + 1 or start
    return text[start:]


def _may_begin(text: str) -> bool:
    """Whether a figure or quote may begin after ``text``: at a word's beginning, not inside a number."""
    return not text or text[-1].isspace() or text[-1] in _OPENERS


def _opens_sentence(text: str) -> bool:
    stripped = text.rstrip(' \n“"')
    return not stripped or stripped[-1] in ".!?:"


def _ends_word(quote: str, place: int) -> bool:
    """Whether ``quote`` may be broken off after ``place`` characters: at a word's end, not inside a number."""
    after = quote[place : place + 1]
    return not after.isalnum() and not (after in ".,:" and quote[place + 1 : place + 2].isdigit())
