"""From a GGUF file to a folder of safetensors, once: transformers would convert it anew at every start.

The folder records the hash of the GGUF file it is from and of the weights it holds.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from briefing.errors import ModelError
from briefing.models.store import set_aside, sha256_of
from briefing.progress import Progress

RECORD = "briefing.json"
_VERSION = 1  # raise it when converting or merging comes out differently


def converted(gguf: Path, sha256: str, folder: Path, *, progress: Progress) -> Path:
    """Return ``folder`` holding ``gguf`` as bfloat16 safetensors with its tokenizer, converting if it is not there.

    Raises:
        ModelError: the file is no GGUF, is damaged, or holds an architecture that transformers cannot read.
    """
    try:
        return made_once(folder, sha256, lambda room: _convert(gguf, room), progress=progress)
    except OSError as error:
        raise ModelError(
            f"{gguf}: cannot be converted ({error}); free some room or set BRIEFING_CACHE"
        ) from error


def made_once(folder: Path, source: str, make: Callable[[Path], None], *, progress: Progress) -> Path:
    """Return ``folder``, which ``make`` fills if it is not there, whole or not at all.

    ``source`` is the hash of what it is made from. A folder that is not as it was made is set aside.
    """
    if is_whole(folder, source):
        return folder
    progress("convert", 0, 0)
    if folder.exists():
        set_aside(folder)
    room = folder.with_name(folder.name + ".tmp")
    shutil.rmtree(room, ignore_errors=True)
    try:
        make(room)
        weights = {path.name: sha256_of(path) for path in sorted(room.glob("*.safetensors"))}
        record = {"version": _VERSION, "source": source, "weights": weights}
        (room / RECORD).write_text(json.dumps(record, indent=1), encoding="utf-8")
        room.replace(folder)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return folder


def is_whole(folder: Path, sha256: str) -> bool:
    """Whether ``folder`` was made from the file with that hash, and its weights are as they were written."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        if record["version"] != _VERSION or record["source"] != sha256:
            return False
        return all(sha256_of(folder / name) == digest for name, digest in record["weights"].items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _convert(gguf: Path, room: Path) -> None:
    from briefing.models.quiet import quiet_transformers

    with gguf.open("rb") as stream:
        if stream.read(4) != b"GGUF":
            raise ModelError(
                f"{gguf}: is no GGUF file; give a .gguf file, a folder of safetensors, or a name"
            )
    with quiet_transformers():
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer

        _hide_bar()
        where = {
            "pretrained_model_name_or_path": str(gguf.parent),
            "gguf_file": gguf.name,
            "local_files_only": True,
        }
        try:
            tokenizer = AutoTokenizer.from_pretrained(**where)
            model = AutoModelForCausalLM.from_pretrained(**where, dtype=torch.bfloat16, **_unpacked())
        except Exception as error:  # readers of a damaged file fail in every way there is
            raise ModelError(f"{gguf}: cannot be read ({_first_line(error)}); fetch it again") from error
        model.config.quantization_config = None
        del model.config.quantization_config
        model.save_pretrained(room)
        tokenizer.save_pretrained(room)


def _hide_bar() -> None:
    """Hide the one bar that transformers draws without asking its own settings."""
    from functools import partial

    from transformers import modeling_gguf_pytorch_utils as reader

    if hasattr(reader, "tqdm"):
        reader.tqdm = partial(reader.tqdm, disable=True)


def _unpacked() -> dict[str, object]:
    """Ask newer versions of transformers for plain weights: packed ones can be neither saved nor batched fast."""
    try:
        from transformers import GgufConfig
    except ImportError:
        return {}
    return {"quantization_config": GgufConfig(dequantize=True)}


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
