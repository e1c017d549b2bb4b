"""Prompts are files: text with named gaps, and a first line saying which model family reads it.

A file is either one text, or messages under ``[system]``, ``[user]`` and ``[assistant]`` lines for models
that have a chat template.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.errors import ModelError

_MESSAGE = re.compile(r"^\[(system|user|assistant)\]\n", re.MULTILINE)
_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as its file has it. ``name`` is the file's name without ending, ``body`` what a model reads."""

    name: str
    body: str

    @property
    def digest(self) -> str:
        """The start of its SHA-256, by which an edition says which prompt made it."""
        return hashlib.sha256(self.body.encode()).hexdigest()[:16]

    @property
    def gaps(self) -> tuple[str, ...]:
        """The names of its gaps, in order."""
        return tuple(dict.fromkeys(_GAP.findall(self.body)))

    def fill(self, **values: str) -> str:
        """Return the text with its gaps filled; what is filled in is never searched for gaps."""
        return _GAP.sub(lambda gap: values[gap.group(1)], self.body)

    def messages(self, **values: str) -> list[dict[str, str]] | None:
        """Return the filled messages for a chat template; ``None`` where the prompt is one text.

        Roles are read from the file before its gaps are filled, so evidence cannot open a message.
        """
        pieces = _MESSAGE.split(self.body)
        if len(pieces) == 1:
            return None
        return [
            {"role": role, "content": Prompt(self.name, text.strip()).fill(**values)}
            for role, text in zip(pieces[1::2], pieces[2::2], strict=True)
        ]


@cache
def load_prompt(task: str, family: str) -> Prompt:
    """Return the prompt for ``task`` (``sentence`` …) that models of ``family`` read.

    Raises:
        ModelError: there is no such file; the message names what there is.
    """
    folder = _folder()
    path = folder / f"{task}.{family}.txt"
    if not path.is_file():
        there = ", ".join(sorted(p.stem for p in folder.glob("*.txt")))
        raise ModelError(f"{path.name}: no such prompt; there are {there}")
    head, _, body = path.read_text(encoding="utf-8").partition("\n")
    if not head.startswith("# family:"):
        raise ModelError(f"{path}: its first line must say which family reads it: # family: …")
    return Prompt(path.stem, body.removesuffix("\n"))


def _folder() -> Path:
    """Return the folder of prompts: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "prompts"
    return installed if installed.is_dir() else package.parent / "prompts"
