"""Writing: a backend proposes sentences for each fact, ``choose`` keeps those that its evidence bears out.

Importing this loads no model library; ``load_backend`` does, and only for a model that needs it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.settings import WriteSettings
from briefing.write.choose import Choice, choose
from briefing.write.protocol import Backend, Progress, StoryBackend, StoryDraft

if TYPE_CHECKING:
    from briefing.models import ModelSource

__all__ = ["Backend", "Choice", "StoryBackend", "StoryDraft", "choose", "load_backend"]


def load_backend(
    spec: str, *, settings: WriteSettings | None = None, progress: Progress = lambda step, done, of: None
) -> Backend:
    """Return the backend for ``spec``.

    ``spec`` is a catalogue name, ``embedded``, ``verbatim``, a hub id, a folder, a ``.gguf`` file,
    ``llamacpp:`` and one of these that is GGUF, or the ``http://…/v1`` address of an OpenAI-compatible server.
    A model that is not in the cache is fetched first.

    Raises:
        ModelError: the model is missing, damaged, or of a kind that is not loaded.
    """
    from briefing.models import folder_of, gguf_of, resolve, with_kind

    settings = settings or WriteSettings()
    source = resolve(spec)
    if source.where == "address":
        from briefing.write.backends.openai import OpenAI

        return OpenAI(source.name, settings=settings, progress=progress)
    if source.runtime == "llamacpp":
        return _llama_cpp(source, *gguf_of(source, progress=progress), settings, progress)
    folder = folder_of(source, progress=progress)
    if folder is None:
        from briefing.write.backends.verbatim import Verbatim

        return Verbatim()
    if source.runtime == "ct2":
        return _ct2(source, folder, settings, progress)
    source = with_kind(source, folder)
    from briefing.write.backends.runtime import load

    progress("load", 0, 0)
    model, tokenizer = load(folder, source.kind, threads=settings.threads)
    from briefing.write.backends.causal import Causal
    from briefing.write.backends.seq2seq import Seq2Seq

    return (Causal if source.kind == "causal" else Seq2Seq)(
        model,
        tokenizer,
        name=source.name,
        revision=source.revision,
        family=source.prompt,
        settings=settings,
        progress=progress,
    )


def _llama_cpp(
    source: ModelSource, path: Path, sha256: str, settings: WriteSettings, progress: Progress
) -> Backend:
    from briefing.write.backends.llamacpp import LlamaCpp, load

    progress("load", 0, 0)
    model, tokenizer = load(path, threads=settings.threads)
    return LlamaCpp(
        model,
        tokenizer,
        name=source.name,
        revision=f"sha256:{sha256}",
        family=source.prompt,
        settings=settings,
        progress=progress,
    )


def _ct2(source: ModelSource, folder: Path, settings: WriteSettings, progress: Progress) -> Backend:
    from briefing.write.backends.ct2 import CTranslate2, load

    progress("load", 0, 0)
    model, tokenizer = load(folder, threads=settings.threads)
    return CTranslate2(
        model,
        tokenizer,
        name=source.name,
        revision=model.revision,
        family=model.family,
        settings=settings,
        progress=progress,
    )
