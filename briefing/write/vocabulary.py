"""What each token of a tokenizer writes, in bytes: byte-level BPE and sentencepiece alike."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_BYTE_TOKEN = re.compile(r"<0x([0-9A-Fa-f]{2})>")
_SENTENCEPIECE_SPACE = "▁"
_BYTE_LEVEL_SPACE = "Ġ"


class Vocabulary:
    """The bytes of every token, and the token of some bytes.

    ``pieces[token]`` is ``None`` for tokens that write nothing of a text.
    """

    def __init__(self, tokenizer: Any) -> None:  # noqa: ANN401  (untyped library)
        """Read the vocabulary of a tokenizer of transformers, once."""
        words: dict[str, int] = tokenizer.get_vocab()
        special = set(tokenizer.all_special_ids) | _added(tokenizer)
        byte_level = any(word.startswith(_BYTE_LEVEL_SPACE) for word in words)
        pieces: list[bytes | None] = [None] * (max(words.values()) + 1)
        for word, token in words.items():
            if token not in special:
                pieces[token] = _bytes_of_byte_level(word) if byte_level else _bytes_of_sentencepiece(word)
        self.pieces = tuple(pieces)
        self.tokens = {piece: token for token, piece in reversed(list(enumerate(pieces))) if piece}


def _added(tokenizer: Any) -> set[int]:  # noqa: ANN401
    """Return the tokens that were added for control, whether or not they are declared special."""
    added = getattr(tokenizer, "added_tokens_decoder", {})
    return {token for token, word in added.items() if word.special or word.content.startswith("<")}


def _bytes_of_byte_level(word: str) -> bytes | None:
    table = _byte_level_table()
    return bytes(table[c] for c in word) if all(c in table for c in word) else None


def _bytes_of_sentencepiece(word: str) -> bytes:
    if byte := _BYTE_TOKEN.fullmatch(word):
        return bytes([int(byte.group(1), 16)])
    return word.replace(_SENTENCEPIECE_SPACE, " ").encode()


@lru_cache(maxsize=1)
def _byte_level_table() -> dict[str, int]:
    """Return the byte that each character of a byte-level vocabulary stands for (GPT-2's table)."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [b for b in range(256) if b not in printable]
    return {chr(b): b for b in printable} | {chr(256 + n): b for n, b in enumerate(rest)}
