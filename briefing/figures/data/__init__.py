"""The word tables of the figure check: plain text beside this file, one entry a line.

Promise: comments and empty lines are left out; a table is read from the package, wherever it is installed.
"""

from __future__ import annotations

from importlib.resources import files


def lines(name: str) -> list[str]:
    """Return the lines of the table ``name``."""
    text = files("briefing.figures.data").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
