"""Every threshold, with its unit and its reason. One TOML file can set them; nothing else does.

Each step has its own frozen section, named like the step; a step receives its section as an argument and
never looks settings up by itself.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits on what is read."""

    max_bytes: int = 20_000_000  # a larger file is not an article; it is refused with a line
    max_collection_bytes: int = 2_000_000_000  # of a file that holds many articles (JSON Lines, WARC …)


@dataclass(frozen=True, slots=True)
class DedupeSettings:
    """What counts as a copy. Shares are of distinct shingles (runs of neighbouring words)."""

    near_share: float = 0.7  # Jaccard of 3-word shingles: independent reports of one event stay below 0.3
    contained_share: float = 0.75  # share of the shorter text's 3-word shingles that the longer has
    rewrite_share: float = 0.4  # share of the shorter text's 2-word shingles; independent reports: under 0.3 at length
    rewrite_words_share: float = 0.72  # share of its content words that the original has too: a rewrite adds nothing
    rewrite_min_words: int = 60  # shorter texts of one event share phrases by chance
    min_words: int = 8  # a shorter text is only ever an exact copy
    permutations: int = 64  # of the MinHash; with 16 bands of 4 a pair at 0.7 is missed once in 80
    bands: int = 16


@dataclass(frozen=True, slots=True)
class Settings:
    """All sections."""

    read: ReadSettings = ReadSettings()
    dedupe: DedupeSettings = DedupeSettings()


def load_settings(path: Path | None) -> Settings:
    """Read settings from the TOML file ``path``: one table a step, one key a threshold; ``None`` for defaults.

    Raises:
        SettingsError: the file cannot be read, or a table, key or value in it makes no sense.
    """
    if path is None:
        return Settings()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: is not valid TOML ({error})") from error
    return settings_from(tables, str(path))


def settings_from(tables: dict[str, Any], where: str) -> Settings:
    """Return the defaults with ``tables`` laid over them; ``where`` is named in errors.

    Raises:
        SettingsError: a table, key or value makes no sense; the message names it and what is allowed.
    """
    sections = {field.name: getattr(Settings(), field.name) for field in fields(Settings)}
    changed = {}
    for name, table in tables.items():
        if name not in sections:
            raise SettingsError(f"{where}: [{name}] is no step with settings; there are {', '.join(sections)}")
        if not isinstance(table, dict):
            raise SettingsError(f"{where}: {name} must be a table, written [{name}]")
        changed[name] = _section(sections[name], table, f"{where}: {name}")
    return replace(Settings(), **changed)


def _section(default: Any, table: dict[str, Any], where: str) -> Any:  # noqa: ANN401  (any of the sections)
    known = {field.name: getattr(default, field.name) for field in fields(default)}
    for key, value in table.items():
        if key not in known:
            raise SettingsError(f"{where}.{key} is not a setting; there are {', '.join(known)}")
        table = {**table, key: _fitting(known[key], value, f"{where}.{key}")}
    return replace(default, **table)


def _fitting(default: Any, value: Any, where: str) -> Any:  # noqa: ANN401  (a TOML value)
    """Return ``value`` in the type of ``default``: whole numbers serve as fractions, lists as tuples."""
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(tuple(item) if isinstance(item, list) else item for item in value)
    if type(default) is not type(value):
        raise SettingsError(f"{where} is {value!r}; it must be like {default!r}")
    return value
