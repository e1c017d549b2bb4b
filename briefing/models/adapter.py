"""Adapters: small matrices trained on top of a model, added into its weights once and kept in the cache.

An adapter is one safetensors file of low-rank pairs (Hu and others 2021, "LoRA"): for each weight W a B and an A,
and W + scale · B · A is what is loaded. Nothing of the library that trained it is needed.
"""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass
from functools import cache as once
from importlib.resources import files
from pathlib import Path
from typing import Any

from briefing.errors import ModelError
from briefing.models.convert import RECORD, is_whole, made_once
from briefing.models.store import sha256_of
from briefing.progress import Progress

_DOWN, _UP = ".lora_A.weight", ".lora_B.weight"


@dataclass(frozen=True, slots=True)
class Adapter:
    """An adapter file; ``sha256`` is empty for one of the user's own. ``prompt`` is the family it was trained on."""

    name: str
    title: str
    base: str
    licence: str
    path: Path
    sha256: str
    prompt: str


@once
def adapters() -> tuple[Adapter, ...]:
    """Return the adapters that come with the package."""
    package = files("briefing.models")
    tables = tomllib.loads(package.joinpath("catalogue.toml").read_text(encoding="utf-8")).get("adapter", ())
    return tuple(_entry(table, Path(str(package.joinpath(table["file"])))) for table in tables)


def _entry(table: dict[str, Any], path: Path) -> Adapter:
    kept = {key: str(table[key]) for key in ("name", "title", "base", "licence", "sha256", "prompt")}
    return Adapter(**kept, path=path)


def with_adapter(model: str, adapter: str, base: str) -> str:
    """Return the spec of ``model`` with ``adapter``: a file, ``none``, or nothing said. ``base`` is what ``embedded`` is.

    Raises:
        ModelError: an adapter for a model that has none.
    """
    plain = base if model == "embedded" else model
    if not adapter:
        return model
    if adapter == "none":
        return plain
    if plain != base:
        raise ModelError(f"{model}: takes no adapter; only {base} does")
    return f"{plain}+{adapter}"


def own_adapter(path: Path, base: str) -> Adapter:
    """Return the adapter of the user's own in the file ``path``, to go on ``base``.

    Raises:
        ModelError: there is no such file.
    """
    if not path.is_file():
        raise ModelError(f"{path}: no such file; give the adapter.safetensors that training wrote")
    return Adapter(path.stem, path.stem, base, "your own", path, "", "brief")


def merged(adapter: Adapter, folder: Path, out: Path, *, progress: Progress) -> Path:
    """Return ``out`` holding the model of ``folder`` with ``adapter`` added, merging if it is not there.

    Raises:
        ModelError: the adapter's bytes are not those of the catalogue, or it does not fit the model.
    """
    try:
        return made_once(
            out, _digest(adapter), lambda room: _merge_all(adapter, folder, room), progress=progress
        )
    except OSError as error:
        raise ModelError(
            f"{adapter.path}: cannot be merged ({error}); free some room or set BRIEFING_CACHE"
        ) from error


def is_merged(adapter: Adapter, out: Path) -> bool:
    """Return whether ``out`` holds a model with ``adapter`` added, as it was written: its base is not needed then.

    Raises:
        ModelError: the adapter's bytes are not those of the catalogue.
    """
    return is_whole(out, _digest(adapter))


def _digest(adapter: Adapter) -> str:
    digest = sha256_of(adapter.path)
    if adapter.sha256 and digest != adapter.sha256:
        raise ModelError(f"{adapter.path}: its bytes are not those of the catalogue; install briefing again")
    return digest


def _merge_all(adapter: Adapter, folder: Path, out: Path) -> None:
    shutil.copytree(folder, out, ignore=shutil.ignore_patterns("*.safetensors", RECORD))
    for path in sorted(folder.glob("*.safetensors")):
        _merge(adapter, path, out / path.name)


def _merge(adapter: Adapter, base: Path, out: Path) -> None:
    """Write the tensors of ``base``, each with the product of its pair added."""
    from safetensors import SafetensorError, safe_open
    from safetensors.torch import load_file, save_file

    try:
        with safe_open(adapter.path, framework="pt") as opened:
            scale = float((opened.metadata() or {})["scale"])
            pairs = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 (no mapping)
    except (SafetensorError, KeyError, ValueError) as error:
        raise ModelError(f"{adapter.path}: is no adapter that briefing's training wrote ({error})") from error
    tensors = load_file(base)
    for name in [name for name in pairs if name.endswith(_DOWN)]:
        weight = f"{name.removesuffix(_DOWN)}.weight"
        down, up = pairs[name].float(), pairs[name.removesuffix(_DOWN) + _UP].float()
        shape = (up.shape[0], down.shape[1]) if up.shape[1] == down.shape[0] else ()
        if weight not in tensors or tuple(tensors[weight].shape) != shape:
            raise ModelError(f"{adapter.path}: does not fit {adapter.base}: {weight}")
        tensors[weight] = (tensors[weight].float() + scale * (up @ down)).to(tensors[weight].dtype)
    save_file(tensors, out, metadata={"format": "pt"})
