"""A model behind an OpenAI-compatible address: vLLM, llama-server and their like, on this machine or another.

The guard cannot reach into such a server, so what it writes meets the same choice, check and ladder and no
more trust. ``http://host:port/v1#name`` names one of its models; without a name its first one is taken.
"""

from __future__ import annotations

import hashlib
import json
import os
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any

from briefing.data import Draft, Evidence
from briefing.errors import ModelError
from briefing.settings import WriteSettings
from briefing.write.prompts import load_prompt
from briefing.write.protocol import Progress, evidence_lines, worth_writing
from briefing.write.shorten import shorter_forms

_TIMEOUT_S = 120
_AT_ONCE = 8  # requests in flight; such servers batch what comes together
_KEY = "BRIEFING_API_KEY"


class OpenAI:
    """An OpenAI-compatible server behind the ``Backend`` protocol."""

    def __init__(
        self, address: str, *, settings: WriteSettings, progress: Progress = lambda step, done, of: None
    ) -> None:
        """Ask the server for its models once.

        Raises:
            ModelError: it does not answer, or has no model of that name.
        """
        self._address, _, wanted = address.partition("#")
        self._address = self._address.rstrip("/")
        self._settings = settings
        self._progress = progress
        self.tokens_written = 0
        self._lock = Lock()  # facts are asked for side by side
        self._prompt = load_prompt("sentence", "chat")
        self.prompts: tuple[tuple[str, str], ...] = ((self._prompt.name, self._prompt.digest),)
        there = [str(model["id"]) for model in self._ask("/models", None).get("data", [])]
        if wanted not in there if wanted else not there:
            raise ModelError(
                f"{self._address}: has no model {wanted}; there are {', '.join(there) or 'none'}"
            )
        self.name = wanted or there[0]
        self.revision = self._address

    def write(self, evidence: Sequence[Evidence]) -> tuple[tuple[Draft, ...], ...]:
        """Return ``settings.candidates`` drafts for each fact worth writing, and shorter forms of its sentence.

        Raises:
            ModelError: the server stopped answering.
        """
        worth = [n for n, fact in enumerate(evidence) if worth_writing(fact)]
        drafts: list[tuple[Draft, ...]] = [()] * len(evidence)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for done, (n, found) in enumerate(
                zip(worth, pool.map(self._fact, (evidence[n] for n in worth)), strict=True)
            ):
                drafts[n] = found
                self._progress("write", done + 1, len(worth))
        return tuple(drafts)

    def _fact(self, fact: Evidence) -> tuple[Draft, ...]:
        lines = evidence_lines(fact, self._settings, sentences=4)
        texts = [self._complete(lines, candidate) for candidate in range(self._settings.candidates)]
        texts.extend(shorter_forms(lines[0], limit=self._settings.shorter_forms))
        return tuple(Draft(text, "model") for text in dict.fromkeys(texts) if text)

    def _complete(self, lines: tuple[str, ...], candidate: int) -> str:
        words = min(30, max(12, len(lines[0].split()) * 3 // 4))
        digest = hashlib.blake2b("\n".join((*lines, str(candidate))).encode(), digest_size=4).digest()
        answer = self._ask(
            "/chat/completions",
            {
                "model": self.name,
                "messages": self._prompt.messages(evidence="\n".join(lines), words=str(words)),
                "max_tokens": self._settings.max_new_tokens,
                "temperature": self._settings.temperature if candidate else 0.0,
                "seed": (self._settings.seed + int.from_bytes(digest, "big")) % 2**31,
            },
        )
        self._count(answer.get("usage"))
        try:
            return str(answer["choices"][0]["message"]["content"] or "").strip()
        except (KeyError, IndexError, TypeError) as error:
            raise ModelError(
                f"{self._address}: its answer holds no text; is it OpenAI-compatible?"
            ) from error

    def _count(self, usage: object) -> None:
        """Add the tokens that the server says it wrote; many servers say it, none has to."""
        written = usage.get("completion_tokens") if isinstance(usage, dict) else None
        if isinstance(written, int):
            with self._lock:
                self.tokens_written += written

    def _ask(self, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"}
        if key := os.environ.get(_KEY):
            headers["Authorization"] = f"Bearer {key}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._address + path, data=data, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as answer:
                found = json.load(answer)
        except (OSError, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            raise ModelError(
                f"{self._address}: does not answer ({reason}); start the server, or check {_KEY}"
            ) from error
        return found if isinstance(found, dict) else {}
