"""What was reached and is held: the floors and ceilings of ``floors_<subject>.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from measure.report import Section


def floors() -> dict[str, float]:
    """Return every floor and ceiling, by key."""
    found: dict[str, float] = {}
    for path in sorted(Path(__file__).parent.glob("floors_*.toml")):
        found |= tomllib.loads(path.read_text(encoding="utf-8"))
    return found


def missed(sections: Sequence[Section], held: dict[str, float]) -> list[str]:
    """Say, one line a row, which figures are below their floor or above their ceiling."""
    lines = []
    for row in (row for section in sections for row in section.rows):
        if row.key in held and row.ours < held[row.key]:
            lines.append(f"{row.key}: {row.ours:g} is under its floor of {held[row.key]:g}")
        if f"{row.key}_max" in held and row.ours > held[f"{row.key}_max"]:
            lines.append(f"{row.key}: {row.ours:g} is over its ceiling of {held[f'{row.key}_max']:g}")
    return lines
