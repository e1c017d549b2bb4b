"""Fetching from a model hub: one GGUF file, or the safetensors of a repository. Never pickles, never code."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefing.errors import FetchError
from briefing.models.store import full_disk_told, sha256_of
from briefing.progress import Progress

_WANTED = ("*.json", "*.safetensors", "*.model", "*.txt", "*.jinja")  # configuration, weights, tokenizers
_CONVERTER = "SFconvertbot"  # the hub's own account that offers safetensors of older repositories


def fetch_file(repository: str, revision: str, file: str, target: Path, *, progress: Progress) -> None:
    """Fetch one ``file`` of ``repository`` to ``target``; a broken download is gone on with.

    Raises:
        FetchError: the hub cannot be reached or has no such file.
    """
    with _told(repository, target.parent):
        from huggingface_hub import hf_hub_download

        progress("fetch", 0, 0)
        got = hf_hub_download(repository, file, revision=revision, local_dir=target.parent / "hub")
        Path(got).replace(target)


def fetch_repository(
    repository: str, revision: str, folder: Path, *, progress: Progress
) -> tuple[str, dict[str, str]]:
    """Fetch configuration, tokenizer and safetensors of ``repository`` into ``folder``.

    Returns the commit fetched and the SHA-256 of each weight file, as stated by the hub and found on disk.

    Raises:
        FetchError: the hub cannot be reached, has no safetensors of it, or sent other bytes than it states.
    """
    with _told(repository, folder.parent):
        from huggingface_hub import HfApi, snapshot_download

        info = _with_safetensors(HfApi(), repository, revision)
        progress("fetch", 0, 0)
        snapshot_download(repository, revision=info.sha, local_dir=folder, allow_patterns=list(_WANTED))
    hashes = {}
    for sibling in sorted(info.siblings, key=lambda s: s.rfilename):
        if sibling.rfilename.endswith(".safetensors") and sibling.lfs is not None:
            found = sha256_of(folder / sibling.rfilename, progress=progress)
            if found != sibling.lfs.sha256:
                (folder / sibling.rfilename).unlink()
                raise FetchError(f"{repository}: {sibling.rfilename} arrived damaged; run it again")
            hashes[sibling.rfilename] = found
    return info.sha, hashes


def _with_safetensors(api: Any, repository: str, revision: str) -> Any:  # noqa: ANN401  (untyped library)
    """Return the state of ``repository`` that holds safetensors: the revision's, else the converter's offer."""
    info = api.model_info(repository, revision=revision, files_metadata=True)
    if _has_safetensors(info):
        return info
    for offer in api.get_repo_discussions(repository, author=_CONVERTER, discussion_type="pull_request"):
        info = api.model_info(repository, revision=f"refs/pr/{offer.num}", files_metadata=True)
        if _has_safetensors(info):
            return info
    raise FetchError(
        f"{repository}: has no safetensors, and other formats can run code, so they are not loaded; "
        "convert it elsewhere and give --model the folder"
    )


def _has_safetensors(info: Any) -> bool:  # noqa: ANN401  (untyped library)
    return any(sibling.rfilename.endswith(".safetensors") for sibling in info.siblings)


@contextmanager
def _told(repository: str, folder: Path) -> Iterator[None]:
    """Turn the library's errors into one line, and keep its own bars and notes off the screen."""
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    try:
        with full_disk_told(folder, repository):
            yield
    except FetchError:
        raise
    except Exception as error:  # the library's errors, its HTTP client's and the system's share no base
        lines = str(error).strip().splitlines() or [type(error).__name__]
        raise FetchError(f"{repository}: cannot be fetched from the model hub ({lines[0]})") from error
