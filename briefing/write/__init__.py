"""Writing: a backend proposes sentences for each fact, ``choose`` keeps those that its evidence bears out.

Importing this loads no model library; ``load_backend`` does, and only for a model that needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing.progress import Progress, silent
from briefing.settings import WriteSettings
from briefing.write.choose import Choice, choose
from briefing.write.protocol import Backend, StoryBackend, StoryDraft

if TYPE_CHECKING:
    from briefing.models import ModelSource

__all__ = ["Backend", "Choice", "StoryBackend", "StoryDraft", "choose", "load_backend"]


def load_backend(spec: str, *, settings: WriteSettings | None = None, progress: Progress = silent) -> Backend:
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
        path, sha256 = gguf_of(source, progress=progress)
        from briefing.write.backends.llamacpp import LlamaCpp
        from briefing.write.backends.llamacpp import load as load_gguf

        progress("load", 0, 0)
        loaded = load_gguf(path, threads=settings.threads)
        source = replace(source, revision=f"sha256:{sha256}")
        return _local(LlamaCpp, loaded, source, settings, progress)
    folder = folder_of(source, progress=progress)
    if folder is None:
        from briefing.write.backends.verbatim import Verbatim

        return Verbatim()
    if source.runtime == "ct2":
        from briefing.write.backends.ct2 import CTranslate2
        from briefing.write.backends.ct2 import load as load_ct2

        progress("load", 0, 0)
        model, tokenizer = load_ct2(folder, threads=settings.threads)
        source = replace(source, revision=model.revision, prompt=model.family)
        return _local(CTranslate2, (model, tokenizer), source, settings, progress)
    source = with_kind(source, folder)
    from briefing.write.backends.runtime import load

    progress("load", 0, 0)
    weights = load(folder, source.kind, threads=settings.threads)
    from briefing.write.backends.causal import Causal
    from briefing.write.backends.seq2seq import Seq2Seq

    return _local(Causal if source.kind == "causal" else Seq2Seq, weights, source, settings, progress)


def _local(
    backend: Callable[..., Backend],
    loaded: tuple[Any, Any],
    source: ModelSource,
    settings: WriteSettings,
    progress: Progress,
) -> Backend:
    """Return the backend that runs a model and its tokenizer, both ``loaded``, on this machine."""
    model, tokenizer = loaded
    return backend(
        model,
        tokenizer,
        name=source.name,
        revision=source.revision,
        family=source.prompt,
        settings=settings,
        progress=progress,
    )
