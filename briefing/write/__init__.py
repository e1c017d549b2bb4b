"""Writing: a backend proposes sentences for each fact, ``choose`` keeps those that its evidence bears out.

Importing this loads no model library; ``load_backend`` does, and only for a model that needs it.
"""

from __future__ import annotations

from briefing.settings import WriteSettings
from briefing.write.choose import Choice, choose
from briefing.write.protocol import Backend, Progress, StoryBackend, StoryDraft

__all__ = ["Backend", "Choice", "StoryBackend", "StoryDraft", "choose", "load_backend"]


def load_backend(
    spec: str, *, settings: WriteSettings | None = None, progress: Progress = lambda step, done, of: None
) -> Backend:
    """Return the backend for ``spec``.

    ``spec`` is a catalogue name, ``embedded``, ``verbatim``, a hub id, a folder, a ``.gguf`` file, or the
    ``http://…/v1`` address of an OpenAI-compatible server. A model that is not in the cache is fetched first.

    Raises:
        ModelError: the model is missing, damaged, or of a kind that is not loaded.
    """
    from briefing.models import folder_of, resolve, with_kind

    settings = settings or WriteSettings()
    source = resolve(spec)
    if source.where == "address":
        from briefing.write.backends.openai import OpenAI

        return OpenAI(source.name, settings=settings, progress=progress)
    folder = folder_of(source, progress=progress)
    if folder is None:
        from briefing.write.backends.verbatim import Verbatim

        return Verbatim()
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
