"""A model behind an OpenAI-compatible address: vLLM, llama-server and their like, on this machine or another.

The guard cannot reach into such a server, so what it writes meets the same choice, check and ladder and no
more trust. ``http://host:port/v1#name`` names one of its models; without a name its first one is taken. Its
own chat template is used. A key is read from ``BRIEFING_API_KEY`` and goes to this address alone.
"""

from __future__ import annotations

import hashlib
import os
import weakref
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any

import httpx

from briefing.data import Draft, Evidence
from briefing.errors import ModelError
from briefing.progress import Progress, silent
from briefing.settings import WriteSettings
from briefing.write.backends.local import different
from briefing.write.prompts import load_prompt
from briefing.write.protocol import evidence_lines, worth_writing
from briefing.write.shorten import shorter_forms

_CONNECT_S = 10.0
_ANSWER_S = 120.0  # for one sentence; a large model on a slow machine, with others before it in the queue
_AT_ONCE = 8  # requests in flight; such servers batch what comes together
_KEY = "BRIEFING_API_KEY"
_REFUSED = {401: f"wants another key: set {_KEY}", 403: f"wants another key: set {_KEY}"}
_SAID = 120  # characters of a server's own message that are passed on


class _NoAnswer(Exception):
    """The server answered this question with an error; others may fare better."""


class OpenAI:
    """An OpenAI-compatible server behind the ``Backend`` protocol."""

    def __init__(
        self,
        address: str,
        *,
        settings: WriteSettings,
        progress: Progress = silent,
        answer_s: float = _ANSWER_S,
    ) -> None:
        """Ask the server for its models once; ``answer_s`` is how long one answer may take.

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
        key = os.environ.get(_KEY)
        self._client = httpx.Client(
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=httpx.Timeout(answer_s, connect=_CONNECT_S),
            follow_redirects=False,  # so that the key goes nowhere else
        )
        weakref.finalize(self, self._client.close)
        try:
            listed = self._ask("/models", None).get("data")
            there = [str(model["id"]) for model in listed or []]
        except (_NoAnswer, KeyError, TypeError) as error:
            raise ModelError(f"{self._address}: {_told(error)}; is it OpenAI-compatible?") from error
        if wanted not in there if wanted else not there:
            raise ModelError(
                f"{self._address}: has no model {wanted}; there are {', '.join(there) or 'none'}"
            )
        self.name = wanted or there[0]
        self.revision = self._address

    def write(self, evidence: Sequence[Evidence]) -> tuple[tuple[Draft, ...], ...]:
        """Return ``settings.candidates`` drafts for each fact worth writing, and shorter forms of its sentence.

        A question that is answered with an error is left out, and its draft says so.

        Raises:
            ModelError: the server stopped answering, or answered nothing but errors.
        """
        asked = {
            number: lines
            for number, fact in enumerate(evidence)
            if worth_writing(fact) and (lines := evidence_lines(fact, self._settings, sentences=4))
        }
        drafts: list[tuple[Draft, ...]] = [()] * len(evidence)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            found = pool.map(self._fact, asked.values())
            try:
                for done, (number, written) in enumerate(zip(asked, found, strict=True), 1):
                    drafts[number] = written
                    self._progress("write", done, len(asked))
            except ModelError:
                pool.shutdown(cancel_futures=True)
                raise
        failed = [draft.silence for written in drafts for draft in written[:1] if draft.silence]
        if asked and len(failed) == len(asked):
            raise ModelError(f"{self._address}: {failed[0]}")
        return tuple(drafts)

    def _fact(self, lines: tuple[str, ...]) -> tuple[Draft, ...]:
        try:
            texts = [self._complete(lines, candidate) for candidate in range(self._settings.candidates)]
        except _NoAnswer as error:
            return (Draft("", "model", silence=_told(error)),)
        texts.extend(shorter_forms(lines[0], limit=self._settings.shorter_forms))
        return different(Draft(text, "model") for text in texts)

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
            raise _NoAnswer("its answer holds no text") from error

    def _count(self, usage: object) -> None:
        """Add the tokens that the server says it wrote; many servers say it, none has to."""
        written = usage.get("completion_tokens") if isinstance(usage, dict) else None
        if isinstance(written, int):
            with self._lock:
                self.tokens_written += written

    def _ask(self, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        """Return what the server answers; a server that is not there or wants another key ends the run."""
        address = self._address + path
        try:
            answer = self._client.get(address) if body is None else self._client.post(address, json=body)
        except httpx.TimeoutException as error:
            raise ModelError(f"{self._address}: gave no answer in time; is its model too slow?") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ModelError(
                f"{self._address}: does not answer ({str(error).strip() or type(error).__name__}); start the server"
            ) from error
        if answer.status_code in _REFUSED:
            raise ModelError(f"{self._address}: {_REFUSED[answer.status_code]}")
        if answer.status_code != httpx.codes.OK:
            raise _NoAnswer(f"answers {answer.status_code} {answer.reason_phrase}{_message(answer)}")
        try:
            found = answer.json()
        except ValueError as error:
            raise _NoAnswer("its answer is no JSON") from error
        return found if isinstance(found, dict) else {}


def _message(answer: httpx.Response) -> str:
    """Return the server's own words on what went wrong, in one line."""
    try:
        said = answer.json()["error"]
        said = said["message"] if isinstance(said, dict) else said
    except (ValueError, KeyError, TypeError):
        return ""
    return f" ({' '.join(str(said).split())[:_SAID]})"


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, _NoAnswer) else "its answer is not as expected"
