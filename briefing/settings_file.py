"""Settings from a TOML file, a table a step, and what of them differs from the defaults.

Promise: a table, key or value that means nothing is an error that names it and says what is allowed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from briefing.errors import SettingsError
from briefing.files import read_toml
from briefing.settings import Settings


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
