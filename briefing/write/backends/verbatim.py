"""No model: the evidence sentences speak for themselves. The floor that every model must beat."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.data import Draft, Evidence


class Verbatim:
    """The backend that adds no candidate, so that the verbatim sentence stands."""

    name = "verbatim"
    revision = ""
    prompts: tuple[tuple[str, str], ...] = ()
    tokens_written = 0

    def write(self, evidence: Sequence[Evidence]) -> tuple[tuple[Draft, ...], ...]:
        """Return no candidates for any fact."""
        return tuple(() for _ in evidence)
