"""How long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called as ``progress(step, done, of)``; ``of`` is 0 where it is not known."""


def silent(step: str, done: int, of: int) -> None:
    """Show nothing."""
