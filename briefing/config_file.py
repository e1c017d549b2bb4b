"""``briefing.toml``, read into a configuration. Every mistake is told with its line and key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from briefing.config import Config, Files, FolderSource, Mail, PageSource, Section, Timetable, Webhook
from briefing.data import Style
from briefing.deliver.smtp import sender_of
from briefing.errors import SettingsError
from briefing.files import read_toml
from briefing.models import LLAMA_CPP
from briefing.proof import READ_BACK
from briefing.read.online import Feed
from briefing.settings_file import settings_from

_NAME = "briefing.toml"
_LISTS = {"feed": Feed, "folder": FolderSource, "page": PageSource, "section": Section}
_TABLES = {"mail": Mail, "files": Files, "webhook": Webhook, "schedule": Timetable}
_BOUNDS: dict[str, tuple[float, float]] = {
    "words": (20, 2000),
    "max_stories": (1, 200),
    "max_age_hours": (1, 24 * 365),
}


def load_config(path: Path) -> Config:
    """Read the configuration ``path``, or the ``briefing.toml`` in the folder ``path``.

    Raises:
        SettingsError: it is not there, not TOML, or a key or value makes no sense; the message has the line.
    """
    path = path / _NAME if path.is_dir() else path
    tables, text = read_toml(path, SettingsError, missing="`briefing init` makes one")
    return _Reader(path, text).config(tables)


class _Reader:
    """Turns tables into a configuration, and knows on which line each key stands."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def config(self, tables: Mapping[str, Any]) -> Config:
        known = {f.name for f in fields(Config)} - {"home", "settings"} | {"settings", "smtp", "fetch"}
        values: dict[str, Any] = {}
        thresholds: dict[str, Any] = {}
        for key, value in tables.items():
            if key not in known:
                raise self.error(key, f"there is no {key!r}; there are {', '.join(sorted(known))}")
            if key in ("smtp", "fetch"):
                thresholds[key] = value
            elif key == "settings":
                thresholds |= value if isinstance(value, dict) else {key: value}
            elif key in _LISTS:
                values[key] = self.listed(key, value)
            elif key in _TABLES:
                values[key] = self.record(key, _TABLES[key], value)
            else:
                values[key] = self.fitting(key, getattr(Config(Path()), key), value)
        try:
            settings = settings_from(thresholds, "thresholds")
        except SettingsError as error:
            raise self.threshold_error(error) from error
        config = Config(self.path.parent, settings=settings, **values)
        self.sane(config)
        return _with_files_beside(config)

    def listed(self, key: str, value: Any) -> tuple[Any, ...]:  # noqa: ANN401  (a TOML value)
        if not isinstance(value, list):
            raise self.error(key, f"{key} is written [[{key}]], once for each")
        return tuple(self.record(key, _LISTS[key], item, place) for place, item in enumerate(value))

    def record(self, table: str, kind: type[Any], value: Any, place: int = 0) -> Any:  # noqa: ANN401
        if not isinstance(value, dict):
            raise self.error(table, f"{table} is written [{table}] or [[{table}]]")
        known = {f.name: f for f in fields(kind)}
        for key in value:
            if key not in known:
                raise self.error(key, f"{table} has no {key!r}; it has {', '.join(known)}", table, place)
        first = next(iter(known))
        if table in _LISTS and not value.get(first):
            raise self.error(table, f"{table} needs a {first}", table, place)
        default = kind(**{first: ""}) if table in _LISTS else kind()
        fitted = {k: self.fitting(k, getattr(default, k), v, table, place) for k, v in value.items()}
        return replace(default, **fitted)

    def fitting(self, key: str, default: Any, value: Any, table: str = "", place: int = 0) -> Any:  # noqa: ANN401
        if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if isinstance(default, tuple) and isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        if type(value) is not type(default):
            wanted = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
            what = wanted.get(type(default), "a list of texts")
            raise self.error(key, f"{key} must be {what}, not {value!r}", table, place)
        low, high = _BOUNDS.get(key, (float("-inf"), float("inf")))
        if isinstance(value, int | float) and not low <= value <= high and (table or key != "words" or value):
            raise self.error(key, f"{key} must be between {low:g} and {high:g}, not {value:g}", table, place)
        return value

    def sane(self, config: Config) -> None:
        """Check what no type says: addresses, zones, and that something is read."""
        addresses = (
            ("feed", "url", [feed.url for feed in config.feed]),
            ("page", "url", [page.url for page in config.page]),
            ("webhook", "url", [config.webhook.url] if config.webhook.url else []),
            ("mail", "web_url", [config.mail.web_url] if config.mail.web_url else []),
        )
        for table, key, urls in addresses:
            for place, url in enumerate(urls):
                if not is_web_address(url):
                    raise self.error(key, f"{url!r} is no web address (http or https)", table, place)
        if config.style not in tuple(Style):
            wanted = " or ".join(f'"{style}"' for style in Style)
            raise self.error("style", f"style must be {wanted}, not {config.style!r}")
        if not config.archive:
            raise self.error("archive", "archive is empty: name a file, such as briefing.db")
        unknown = [format for format in config.files.formats if format not in READ_BACK]
        if unknown or not config.files.formats:
            what = f"formats has {unknown[0]!r}" if unknown else "formats is empty"
            raise self.error("formats", f"{what}; there are {', '.join(READ_BACK)}", "files")
        self.sections(config)
        self.mail(config)
        if not (config.feed or config.folder or config.page):
            raise self.error("", "nothing to read: add a [[feed]], a [[folder]] or a [[page]]")
        try:
            _ = config.timetable
        except SettingsError as error:
            raise self.error("schedule", str(error).removeprefix("schedule: ")) from error

    def sections(self, config: Config) -> None:
        """Check that each section can hold a story, and that no two are one."""
        titles = [section.title for section in config.section]
        for place, section in enumerate(config.section):
            if not section.topics:
                what = f"section {section.title!r} has no topics, so no story fits it"
                raise self.error("title", what, "section", place)
            if section.title in titles[:place]:
                raise self.error("title", f"section {section.title!r} is there twice", "section", place)

    def mail(self, config: Config) -> None:
        """Check the readers' addresses, and that there is a way to them."""
        for address in config.mail.to:
            if not re.fullmatch(r"[^@\s]+@[^@\s]+", address):
                raise self.error("to", f"{address!r} is no mail address", "mail")
        if config.mail.to and not (config.settings.smtp.host and config.settings.smtp.sender):
            raise self.error("to", "mail needs a server and a sender: [smtp] host and sender", "mail")
        if config.mail.to:
            try:
                sender_of(config.settings.smtp)
            except SettingsError as error:
                raise self.threshold_error(error) from error

    def threshold_error(self, error: SettingsError) -> SettingsError:
        """Return ``error``, whose message begins with ``section.key``, with the line that this stands on."""
        said = str(error).removeprefix("thresholds: ")
        named = re.match(r"\[?(\w+)(?:\.(\w+))?", said)
        table, key = (named[1], named[2]) if named else ("", "")
        return self.error(key or table, said, table if key else "")

    def error(self, key: str, message: str, table: str = "", place: int = 0) -> SettingsError:
        line = self.line_of(key, table, place)
        return SettingsError(f"{self.path}:{line}: {message}" if line else f"{self.path}: {message}")

    def line_of(self, key: str, table: str = "", place: int = 0) -> int:
        """Return the line, from 1, of ``key`` in the ``place``-th ``table``; 0 where it can't be told."""
        headed = re.compile(rf"\s*\[+\s*(?:settings\.)?{re.escape(table)}\s*\]+")
        start = 0
        if table:
            heads = [at for at, line in enumerate(self.lines) if headed.match(line)]
            if place >= len(heads):
                return 0
            start = heads[place]
        wanted = re.compile(rf"\s*(?:{re.escape(key)}\s*=|\[+\s*(?:settings\.)?{re.escape(key)}\s*\]+)")
        for at in range(start, len(self.lines)):
            if key and wanted.match(self.lines[at]):
                return at + 1
        return start + 1 if table else 0


def _with_files_beside(config: Config) -> Config:
    """Return ``config`` with the files that lie beside it named in full: a scheduler works in a folder of its own."""
    smtp = config.settings.smtp
    smtp = replace(
        smtp,
        ca_file=_beside(config.home, smtp.ca_file),
        dkim_key_file=_beside(config.home, smtp.dkim_key_file),
    )
    runtime = LLAMA_CPP if config.model.startswith(LLAMA_CPP) else ""
    base, plus, adapter = config.model.removeprefix(runtime).partition("+")
    if "/" in base or base.endswith(".gguf"):  # else a name of the catalogue
        base = _beside(config.home, base)
    model = f"{runtime}{base}{plus}{_beside(config.home, adapter)}"
    return replace(config, model=model, settings=replace(config.settings, smtp=smtp))


def _beside(home: Path, name: str) -> str:
    path = home.absolute() / Path(name).expanduser()
    return str(path) if name and path.exists() else name


def is_web_address(url: str) -> bool:
    """Return whether ``url`` is an http or https address with a host, and nothing around it."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # one that is no number is found out when it is asked for
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", url)
