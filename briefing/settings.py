"""Every threshold, with its unit and its reason. One TOML file can set them; nothing else does.

Each step has its own frozen section, named like the step; a step receives its section as an argument and
never looks settings up by itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits on what is read."""

    max_bytes: int = 20_000_000  # a larger file is not an article; it is refused with a line


@dataclass(frozen=True, slots=True)
class Settings:
    """All sections."""

    read: ReadSettings = ReadSettings()
