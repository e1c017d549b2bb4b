"""Settings from a TOML file, a table a step, and what of them differs from the defaults.

Promise: a table, key or value that means nothing is an error that names it and says what is allowed.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields, replace
from math import isfinite
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError
from briefing.files import read_toml
from briefing.settings import Settings

_ANY = 1e12
_RANGES: tuple[tuple[str, float, float], ...] = (
    (r"smtp\.port", 1, 65_535),
    (r"fetch\.(?:concurrency|host_connections)", 1, 1_000),
    (r"dedupe\.(?:permutations|bands)", 1, 4_096),
    (r"write\.(?:candidates|batch_rows|max_new_tokens|top_k|prompt_sentences)", 1, 10_000),
    (
        r".*(?:timeout_s|timeout_seconds|half_life_days|half_life_hours|temperature|lead_words)",
        0.001,
        100_000,
    ),
    (r"group\.(?:particular_share|crowd_least|crowd_most|crowd_usual)", 0.001, 1),
    (r"group\.crowd_power", 0, 10),
    (r".*_share", 0, 1),
    (r".*_days", 0, 36_500),
    (r".*_hours", 0, 876_000),
    (r".*(?:_s|_seconds)", 0, 604_800),
    (r".*_(?:bonus|malus)", -1_000_000, 1_000_000),
    (r".*", 0, _ANY),
)
"""From where to where a number may go, by the first pattern that fits ``section.key``: what lies outside would end a
run with an error of its own, or never end it."""


def load_settings(path: Path | None) -> Settings:
    """Read settings from the TOML file ``path``: one table a step, one key a threshold; ``None`` for defaults.

    Raises:
        SettingsError: the file cannot be read, or a table, key or value in it makes no sense.
    """
    if path is None:
        return Settings()
    tables, _ = read_toml(path, SettingsError)
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
            raise SettingsError(
                f"{where}: [{name}] is no step with settings; there are {', '.join(sections)}"
            )
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
    made = replace(default, **table)
    if where.endswith("dedupe") and made.permutations < made.bands:
        raise SettingsError(
            f"{where}.bands is {made.bands}; it must be at most permutations ({made.permutations})"
        )
    return made


def _fitting(default: Any, value: Any, where: str) -> Any:  # noqa: ANN401  (a TOML value)
    """Return ``value`` in the type of ``default``: whole numbers serve as fractions, lists as tuples."""
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if isinstance(default, tuple) and isinstance(value, list):
        return _listed(default, value, where)
    if type(default) is not type(value):
        raise SettingsError(f"{where} is {value!r}; it must be like {default!r}")
    if isinstance(value, str) and not value.isprintable():
        raise SettingsError(f"{where} is {value!r}; it must be one line")
    if where.endswith("user_agent") and not value.isascii():  # a header of HTTP takes no other letters
        raise SettingsError(f"{where} is {value!r}; it must be ASCII")
    if isinstance(value, int | float) and not isinstance(value, bool):
        _ranging(value, where)
    return value


def _ranging(value: float, where: str) -> None:
    name = where.rpartition(": ")[2]
    low, high = next((low, high) for pattern, low, high in _RANGES if re.fullmatch(pattern, name))
    if not low <= value <= high:
        wanted = f"between {low:g} and {high:g}" if high < _ANY else f"at least {low:g}"
        raise SettingsError(f"{where} is {value:g}; it must be {wanted}")


def _listed(default: tuple[Any, ...], value: list[Any], where: str) -> tuple[Any, ...]:
    """Return a list of numbers, where the default is one, else a list of lists of texts."""
    if default:
        as_many = len(default) if where.endswith("_weights") else 0  # each weighs a property of its own
        if not value or not all(type(item) in (int, float) and isfinite(item) for item in value):
            raise SettingsError(f"{where} is {value!r}; it must be a list of numbers")
        if as_many not in (0, len(value)):
            raise SettingsError(f"{where} has {len(value)} numbers; it must have {as_many}")
        return tuple(map(float, value))
    if not all(
        isinstance(item, list) and item and all(isinstance(text, str) for text in item) for item in value
    ):
        raise SettingsError(f'{where} is {value!r}; it must be a list of lists of texts: [["A", "B"]]')
    return tuple(tuple(item) for item in value)


def changed(settings: Settings) -> str:
    """Return what of ``settings`` differs from the defaults, as JSON; "default" where nothing does.

    With the version it says all that makes an edition again; how it is delivered is nobody else's business.
    """
    plain = asdict(Settings())
    differing = {
        section: different
        for section, values in asdict(settings).items()
        if section not in ("smtp", "deliver")
        and (different := {name: value for name, value in values.items() if value != plain[section][name]})
    }
    return json.dumps(differing, sort_keys=True) if differing else "default"
