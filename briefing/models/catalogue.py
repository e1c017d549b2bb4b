"""The models we know: a TOML file read into frozen entries. Adding a model is adding a table to that file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

EMBEDDED = "smollm2-135m"  # what `embedded` means: small enough to come along with the package

_SPAN = re.compile(r"\{(\d+)\.\.(\d+)\}")


@dataclass(frozen=True, slots=True)
class WheelSource:
    """Files inside wheels of the package index, to be joined in order. ``members`` may start with ``*/``."""

    packages: tuple[str, ...]
    members: tuple[str, ...]

    @property
    def label(self) -> str:
        """What it is, for a message."""
        return f"the package index ({self.packages[0]}{' …' if len(self.packages) > 1 else ''})"


@dataclass(frozen=True, slots=True)
class HubSource:
    """A repository of a model hub at a revision."""

    repository: str
    revision: str = "main"

    @property
    def label(self) -> str:
        """What it is, for a message."""
        return f"the model hub ({self.repository})"


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model of the catalogue. ``file`` and ``sha256`` are empty where it is a folder of safetensors.

    ``kind`` is ``causal`` or ``seq2seq``; ``prompt`` names the prompt family that it reads.
    """

    name: str
    title: str
    kind: str
    licence: str
    size_bytes: int
    memory_bytes: int
    prompt: str
    sources: tuple[WheelSource | HubSource, ...]
    file: str = ""
    sha256: str = ""

    @property
    def revision(self) -> str:
        """What identifies the exact weights: the file's hash, else the hub's revision."""
        if self.sha256:
            return f"sha256:{self.sha256}"
        return next((s.revision for s in self.sources if isinstance(s, HubSource)), "")


@cache
def catalogue() -> tuple[ModelEntry, ...]:
    """Return every entry, in the order of the file; the first is the embedded model."""
    tables = tomllib.loads(files("briefing.models").joinpath("catalogue.toml").read_text(encoding="utf-8"))
    return tuple(_entry(table) for table in tables["model"])


def _entry(table: dict[str, Any]) -> ModelEntry:
    sources = tuple(_source(source) for source in table["source"])
    known = {key: value for key, value in table.items() if key != "source"}
    return ModelEntry(**known, sources=sources)


def _source(table: dict[str, Any]) -> WheelSource | HubSource:
    if table["kind"] == "wheels":
        return WheelSource(_spelled_out(table["packages"]), _spelled_out(table["members"]))
    return HubSource(table["repository"], table["revision"])


def _spelled_out(patterns: list[str]) -> tuple[str, ...]:
    """Spell ``part{01..22}`` out; leading zeros of the first bound are kept."""
    names: list[str] = []
    for pattern in patterns:
        span = _SPAN.search(pattern)
        if span is None:
            names.append(pattern)
            continue
        first, last = span.groups()
        for number in range(int(first), int(last) + 1):
            names.append(pattern.replace(span.group(), f"{number:0{len(first)}d}"))
    return tuple(names)
