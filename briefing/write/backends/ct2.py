"""T5, BART and PEGASUS through CTranslate2 (the extra ``ct2``), from a folder that its converter made.

Its decoding cannot be asked at every step, so the guard is not in it: characters that no evidence of a batch
has are kept out from the start, and all else is left to the choice, the check and the ladder.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from briefing.errors import ModelError
from briefing.models.quiet import quiet_transformers
from briefing.models.store import sha256_of
from briefing.write.backends.local import Asked
from briefing.write.backends.runtime import physical_cores
from briefing.write.backends.seq2seq import Beam, Seq2Seq

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,;:'’-–—")
_POSITIONS = "/position_encodings/encodings"
_NO_END = 1 << 20  # tokens; a tokenizer that knows no window states an absurd one
_RELATIVE = "relative_attention_bias"  # T5's, which know no end


class Converted:
    """A model that CTranslate2 has loaded, and what of its configuration the backend asks for."""

    def __init__(self, folder: Path, tokenizer: Any, *, threads: int) -> None:  # noqa: ANN401
        """Load the model of ``folder``; its tokenizer tells the window where the weights do not (PEGASUS).

        Raises:
            ModelError: CTranslate2 is not installed, or cannot read the folder.
        """
        try:
            import ctranslate2
        except (ImportError, OSError) as error:
            raise ModelError("CTranslate2 is not installed: pip install 'briefing[ct2]'") from error
        weights = folder / "model.bin"
        try:
            shapes = _shapes(weights)
            self.translator = ctranslate2.Translator(
                str(folder), compute_type="default", intra_threads=threads or physical_cores()
            )
        except (RuntimeError, ValueError, struct.error, OSError) as error:
            reason = (str(error).strip() or type(error).__name__).splitlines()[0]
            raise ModelError(f"{folder}: CTranslate2 cannot read it ({reason}); convert it again") from error
        self.revision = f"sha256:{sha256_of(weights)}"
        self.family, model_type = _family(shapes, type(tokenizer).__name__)
        stated = tokenizer.model_max_length if tokenizer.model_max_length < _NO_END else 0
        window = shapes.get("encoder" + _POSITIONS, (stated,))[0]
        self.config = SimpleNamespace(model_type=model_type, max_position_embeddings=window)
        self.generation_config = SimpleNamespace(eos_token_id=tokenizer.eos_token_id)


def load(folder: Path, *, threads: int) -> tuple[Converted, Any]:
    """Return model and tokenizer of a folder that CTranslate2's converter made.

    Raises:
        ModelError: CTranslate2 is not installed, or the folder is damaged or has no tokenizer.
    """
    with quiet_transformers():
        import transformers

        try:
            tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
        except Exception as error:  # readers of a damaged file fail in every way there is
            raise ModelError(
                f"{folder}: its tokenizer cannot be read; convert the model again with --copy_files "
                "tokenizer.json tokenizer_config.json (or spiece.model)"
            ) from error
    return Converted(folder, tokenizer, threads=threads), tokenizer


class CTranslate2(Seq2Seq):
    """An encoder-decoder model that CTranslate2 runs, behind the ``Backend`` protocol."""

    def _beams(self, batch: Sequence[Asked], limits: tuple[int, int]) -> list[list[Beam]]:
        n = self._settings.candidates
        words = self._tokenizer.convert_ids_to_tokens
        answers = self._model.translator.translate_batch(
            [words(list(asked.tokens)) for asked in batch],
            beam_size=max(2, n),
            num_hypotheses=n,
            no_repeat_ngram_size=3,
            disable_unk=True,
            suppress_sequences=self._foreign(batch),
            min_decoding_length=max(1, limits[0]),
            max_decoding_length=limits[1],
            max_input_length=0,  # what is read fits already; nothing is cut in silence
            return_scores=True,
        )
        ids = self._tokenizer.convert_tokens_to_ids
        beams = [
            [(ids(text), score) for text, score in zip(answer.hypotheses, answer.scores, strict=True)]
            for answer in answers
        ]
        self.tokens_written += sum(len(text) for found in beams for text, _ in found)
        return beams

    def _foreign(self, batch: Sequence[Asked]) -> list[list[str]] | None:
        """Return the tokens with a digit, sign or letter that none of the evidence has."""
        if self._vocabulary is None:
            return None
        known = _PLAIN.union(*(line for asked in batch for line in asked.lines))
        return [
            [self._tokenizer.convert_ids_to_tokens(token)]
            for token, piece in enumerate(self._vocabulary.pieces)
            if piece and not known.issuperset(piece.decode("utf-8", "ignore"))
        ]


def _family(shapes: dict[str, tuple[int, ...]], tokenizer_class: str) -> tuple[str, str]:
    """Return the prompt family and the model's type, as far as weights and tokenizer tell them."""
    if any(name.endswith(_RELATIVE) for name in shapes):
        return "t5", "t5"
    if tokenizer_class.startswith("Pegasus"):
        return "pegasus", "pegasus"
    return "plain", "bart"


def _shapes(path: Path) -> dict[str, tuple[int, ...]]:
    """Return the shape of each variable in a ``model.bin``, whose configuration does not tell the window.

    The layout is that of CTranslate2's own writer (``specs/model_spec.py``): a version, the name and revision
    of the specification, then for each variable its name, shape, type, size and bytes; all little-endian.
    """
    shapes: dict[str, tuple[int, ...]] = {}
    with path.open("rb") as stream:

        def number(kind: str) -> int:
            (found,) = struct.unpack(kind, stream.read(struct.calcsize(kind)))
            return int(found)

        def word() -> str:
            return stream.read(number("<H")).rstrip(b"\0").decode()

        number("<I"), word(), number("<I")
        for _ in range(number("<I")):
            name = word()
            shapes[name] = tuple(number("<I") for _ in range(number("<B")))
            number("<B")
            stream.seek(number("<I"), 1)
    return shapes
