"""A GGUF file opened by llama.cpp (the extra ``llamacpp``), and its tokenizer under the names of transformers'.

llama.cpp reads architectures that transformers does not, and leaves the weights packed as they are in the file.
"""

from __future__ import annotations

import ctypes
import os
import weakref
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from briefing.errors import ModelError
from briefing.write.backends.runtime import physical_cores

_UNWRITTEN = 1 | 2 | 8  # llama.cpp's attributes of a token: unknown, unused, control
_USER_DEFINED = 16
_PIECE_BYTES = 256  # the longest run of spaces in a known vocabulary has 128


@cache
def library() -> Any:  # noqa: ANN401  (untyped library)
    """Return llama.cpp's functions, its log turned off.

    Raises:
        ModelError: it is not installed.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # see ``runtime.load``: spinning took 6 times as long
    try:
        from llama_cpp import llama_cpp
    except (ImportError, OSError, RuntimeError) as error:
        raise ModelError(
            "llama.cpp is not installed: pip install 'briefing[llamacpp]' (where there is no wheel for this "
            "system, pip compiles it with a C++ compiler, for some minutes)"
        ) from error
    llama_cpp.llama_log_set(_silent_log(llama_cpp), None)
    llama_cpp.llama_backend_init()
    return llama_cpp


@cache
def _silent_log(llama_cpp: Any) -> Any:  # noqa: ANN401
    """Return a logger that says nothing; llama.cpp keeps no reference to it, so it is kept here."""
    return llama_cpp.llama_log_callback(lambda level, text, data: None)


class GgufModel:
    """The weights and the vocabulary of one file."""

    def __init__(self, path: Path, *, threads: int) -> None:
        """Load ``path``; what it takes is given back when this object goes.

        Raises:
            ModelError: llama.cpp is not installed, or cannot read the file.
        """
        self.api = library()
        self.threads = threads or physical_cores()
        self.pointer = self.api.llama_model_load_from_file(
            str(path).encode(), self.api.llama_model_default_params()
        )
        if not self.pointer:
            raise ModelError(f"{path}: llama.cpp cannot read it; fetch it again, or update llama-cpp-python")
        weakref.finalize(self, self.api.llama_model_free, self.pointer)
        if self.api.llama_model_has_encoder(self.pointer):
            raise ModelError(f"{path}: is an encoder-decoder model, which is not run through llama.cpp here")
        self.vocabulary = self.api.llama_model_get_vocab(self.pointer)
        self.window_tokens = int(self.api.llama_model_n_ctx_train(self.pointer))

    @property
    def ends(self) -> set[int]:
        """The tokens that end a text or a turn."""
        count = self.api.llama_vocab_n_tokens(self.vocabulary)
        return {t for t in range(count) if self.api.llama_vocab_is_eog(self.vocabulary, t)}


class GgufTokenizer:
    """The tokenizer inside a GGUF file, with those names of transformers' tokenizers that the backends use."""

    def __init__(self, model: GgufModel) -> None:
        """Read the vocabulary once."""
        self._api, self._vocabulary = library(), model.vocabulary
        template = self._api.llama_model_chat_template(model.pointer, None)
        self.chat_template = template.decode() if template else None
        count = self._api.llama_vocab_n_tokens(self._vocabulary)
        self._words = [self._text_of(token) for token in range(count)]
        self._pieces = [self._piece(token) for token in range(count)]
        self.all_special_ids = [token for token in range(count) if self._is_special(token)]
        self.all_special_tokens = [self._words[token] for token in self.all_special_ids]
        self.eos_token_id = self._api.llama_vocab_eos(self._vocabulary)
        self.pad_token_id = None

    def __len__(self) -> int:
        return len(self._words)

    def __call__(self, text: str, *, add_special_tokens: bool = True) -> SimpleNamespace:
        """Return the tokens of ``text`` as ``input_ids``; special tokens that are written out are read as such."""
        data = text.encode()
        room = len(data) + 8  # a token writes one byte at least
        ids = (self._api.llama_token * room)()
        count = self._api.llama_tokenize(
            self._vocabulary, data, len(data), ids, room, add_special_tokens, True
        )
        if count < 0:
            raise ModelError(f"llama.cpp cannot read a text of {len(data)} bytes")
        return SimpleNamespace(input_ids=list(ids[:count]))

    def get_vocab(self) -> dict[str, int]:
        """Return each token's word as the file has it."""
        return {word: token for token, word in enumerate(self._words)}

    def decode(self, ids: Sequence[int], *, skip_special_tokens: bool = True) -> str:
        """Return what ``ids`` write; special tokens write nothing."""
        return b"".join(self._pieces[token] for token in ids).decode("utf-8", "replace")

    def apply_chat_template(
        self, messages: list[dict[str, str]], *, add_generation_prompt: bool, tokenize: bool
    ) -> str:
        """Return ``messages`` as the file's own template has them; it runs in Jinja's sandbox."""
        from llama_cpp.llama_chat_format import Jinja2ChatFormatter

        bos = self._api.llama_vocab_bos(self._vocabulary)
        formatter = Jinja2ChatFormatter(
            template=self.chat_template,
            eos_token=self._words[self.eos_token_id] if self.eos_token_id >= 0 else "",
            bos_token=self._words[bos] if bos >= 0 else "",
            add_generation_prompt=add_generation_prompt,
        )
        return str(formatter(messages=messages).prompt)

    def _text_of(self, token: int) -> str:
        return str(self._api.llama_vocab_get_text(self._vocabulary, token).decode("utf-8", "replace"))

    def _piece(self, token: int) -> bytes:
        room = ctypes.create_string_buffer(_PIECE_BYTES)
        count = self._api.llama_token_to_piece(self._vocabulary, token, room, _PIECE_BYTES, 0, False)
        return room.raw[: max(0, count)]

    def _is_special(self, token: int) -> bool:
        kind = self._api.llama_vocab_get_attr(self._vocabulary, token)
        return bool(kind & _UNWRITTEN) or bool(kind & _USER_DEFINED and self._words[token].startswith("<"))
