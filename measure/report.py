"""What a measurement returns, and how it becomes a Markdown table."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. ``key`` names its floor in ``floors.toml``; ``peers`` are figures from the same run."""

    key: str
    what: str
    ours: float
    unit: str = ""
    target: str = ""
    peers: tuple[tuple[str, float], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The figures of one subject, in order, with a paragraph that says what was measured and how."""

    title: str
    text: str
    rows: tuple[Row, ...] = field(default=())
