"""The guard: while a model writes, numbers, quotes and names are held to the evidence, token by token.

It looks at the likeliest tokens of each row only, and lets through those that the fact's automaton follows. So
it costs a few short walks a step, whatever the size of the vocabulary, and what it does not look at is not let
through. It is a logits processor for transformers' ``generate``, and a shortlist for our own decoder.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.write.automaton import Automaton, State
from briefing.write.vocabulary import Vocabulary

if TYPE_CHECKING:
    import torch

_LOOKED_AT = 16  # tokens of a row looked at first; then more, until enough are let through
_LOOKED_AT_MOST = 2048
_PLAIN_PIECES = tuple(bytes([b]) for b in b" .,abcdefghijklmnopqrstuvwxyz")


class Guard:
    """A logits processor (transformers' protocol, and our decoder's) over one automaton a fact.

    ``rows_per_fact`` rows of the batch, one after another, belong to one fact: its beams or its samples. The
    state of a row is found from the decoder's own ids, so beams may change places as they like.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        automata: Sequence[Automaton],
        *,
        ends: frozenset[int],
        rows_per_fact: int = 1,
        prompt_tokens: int = 0,
        enough: int = 1,
    ) -> None:
        """Guard a batch. ``ends`` are the tokens that end a text; ``prompt_tokens`` of each row are not its text."""
        self._pieces = vocabulary.pieces
        self._tokens = vocabulary.tokens
        self._automata = tuple(automata)
        self._ends = ends
        self._rows_per_fact = rows_per_fact
        self._prompt_tokens = prompt_tokens
        self._enough = enough
        self.gave_up = 0  # rows that were ended because nothing could be written
        self._states: dict[tuple[int, tuple[int, ...]], State | None] = {}

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        """Return ``scores`` with every token that is not let through at minus infinity; shape (rows, vocabulary)."""
        import torch

        allowed = torch.full_like(scores, -torch.inf)
        written = input_ids[:, self._prompt_tokens :].tolist()
        for place, kept in enumerate(self.shortlist(written, scores, range(scores.shape[0]))):
            index = torch.tensor([token for token, _ in kept])
            allowed[place, index] = torch.tensor([value for _, value in kept], dtype=scores.dtype)
        return allowed

    def shortlist(
        self, written: Sequence[Sequence[int]], scores: torch.Tensor, rows: Sequence[int]
    ) -> list[list[tuple[int, float]]]:
        """Return the tokens let through for each row with their scores, the likeliest first, at least one.

        ``written`` are the tokens of each row so far; ``rows`` are the numbers of the rows that are left.
        """
        looked_at = min(max(_LOOKED_AT, 4 * self._enough), scores.shape[1])
        best, tokens = scores.topk(looked_at, dim=-1)
        values, ids = best.tolist(), tokens.tolist()
        found = []
        for place in range(scores.shape[0]):
            fact = rows[place] // self._rows_per_fact
            automaton = self._automata[fact]
            state = self._state(fact, automaton, tuple(written[place]))
            kept = self._let_through(automaton, state, ids[place], values[place])
            if not kept and state is not None:
                more = scores[place].topk(min(_LOOKED_AT_MOST, scores.shape[1]))
                kept = self._let_through(automaton, state, more.indices.tolist(), more.values.tolist())
                kept = kept or self._way_out(automaton, state, scores[place])
            found.append(kept or self._give_up())
        return found

    def _let_through(
        self, automaton: Automaton, state: State | None, tokens: Sequence[int], values: Sequence[float]
    ) -> list[tuple[int, float]]:
        kept: list[tuple[int, float]] = []
        if len(values) > 1 and values[1] == float(
            "-inf"
        ):  # forced by the model's own settings: its start, its end
            return [(tokens[0], values[0])]
        if state is None:
            return kept
        for token, value in zip(tokens, values, strict=True):
            if value == float("-inf"):
                break
            if token in self._ends:
                fits = automaton.may_end(state)
            else:
                piece = self._pieces[token] if token < len(self._pieces) else None
                fits = piece is not None and automaton.step(state, piece) is not None
            if fits:
                kept.append((token, value))
                if len(kept) >= self._enough:
                    break
        return kept

    def _way_out(self, automaton: Automaton, state: State, scores: torch.Tensor) -> list[tuple[int, float]]:
        """Return the likeliest token that goes on with what has been begun, however unlikely the model finds it."""
        ways = [w for rest in automaton.rests(state) for w in (rest[:n] for n in range(len(rest), 0, -1))]
        tokens = [self._tokens[way] for way in (*ways, *_PLAIN_PIECES) if way in self._tokens]
        fits = [
            t for t in tokens if t < len(scores) and automaton.step(state, self._pieces[t] or b"") is not None
        ]
        return [
            (best, float(scores[best]))
            for best in (max(fits, key=lambda t: float(scores[t]), default=-1),)
            if fits
        ]

    def _give_up(self) -> list[tuple[int, float]]:
        """Nothing can be written: end the text. It stands unfinished, and an unfinished text is refused."""
        self.gave_up += 1
        return [(min(self._ends), 0.0)]

    def _state(self, fact: int, automaton: Automaton, tokens: tuple[int, ...]) -> State | None:
        """Return the state after ``tokens``, from that of all but the last where it is known."""
        key = (fact, tokens)
        if key in self._states:
            return self._states[key]
        if not tokens:
            state: State | None = State()
        else:
            before = self._state(fact, automaton, tokens[:-1])
            piece = self._pieces[tokens[-1]] if tokens[-1] < len(self._pieces) else None
            if before is None or tokens[-1] in self._ends:
                state = None
            elif piece is None:  # a decoder's start token
                state = before
            else:
                state = automaton.step(before, piece)
        self._states[key] = state
        return state
