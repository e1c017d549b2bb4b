"""``briefing doctor``: is everything there for tomorrow's edition? Each part with ✓, or with what to do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile

from briefing.archive import Archive
from briefing.config import Config
from briefing.errors import BriefingError

_RUNTIMES = {"llamacpp": ("llama_cpp", "llamacpp"), "ct2": ("ctranslate2", "ct2")}  # their modules and extras
MIN_FREE_BYTES = 500_000_000  # an archive of a year and a converted model fit


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is well, and what was seen or is to be done."""

    part: str
    well: bool
    said: str


def examine(config: Config) -> Iterator[Finding]:
    """Look at configuration, model, disk, archive and outbox, folders, feeds, and where editions go."""
    yield Finding("config", True, f"reads {config.sources}")
    yield _due(config)
    yield _model(config)
    yield _disk(config)
    yield from _archive(config)
    yield from _folders(config)
    yield from _feeds(config)
    yield from _files(config)
    yield from _mail(config)
    if not config.recipients:
        yield Finding("goes to", False, "nowhere but the archive: add [files], [mail] or [webhook]")


def _due(config: Config) -> Finding:
    due = config.timetable.next(datetime.now(UTC)).astimezone(config.timetable.zone)
    return Finding("schedule", True, f"next edition {due:%A %d %B %H:%M %Z}")


def _model(config: Config) -> Finding:
    from briefing.models import entry_of_hub_id, present, resolve

    try:
        source = resolve(config.model)
    except BriefingError as error:
        return Finding("model", False, str(error))
    if source.where == "verbatim":
        return Finding("model", True, "verbatim: none is needed")
    if source.where == "address":
        return _server(config.model)
    module, extra = _RUNTIMES.get(source.runtime, ("", ""))
    if module and find_spec(module) is None:
        return Finding("model", False, f"{config.model} needs {extra}: pip install 'briefing[{extra}]'")
    entry = entry_of_hub_id(source) if source.where == "hub" else source.entry
    name = source.entry.name if source.entry else config.model
    if entry is None or present(entry):
        return Finding("model", True, f"{name} is here")
    return Finding("model", False, f"{name} is not in the cache: briefing models get {name}")


def _server(address: str) -> Finding:
    from briefing.write import load_backend

    try:
        return Finding("model", True, f"{load_backend(address).name} answers at {address}")
    except BriefingError as error:
        return Finding("model", False, str(error))


def _disk(config: Config) -> Finding:
    free = shutil.disk_usage(config.home).free
    said = f"{free / 1e9:.1f} GB free"
    return Finding(
        "disk", free >= MIN_FREE_BYTES, said if free >= MIN_FREE_BYTES else f"only {said}: make room"
    )


def _archive(config: Config) -> Iterator[Finding]:
    if not config.archive_path.exists():
        yield Finding("archive", True, f"{config.archive_path.name} will be made by the first edition")
        return
    try:
        with Archive(config.archive_path) as archive:
            problems = archive.problems()
            editions = archive.editions()
            waiting = [d for d in archive.deliveries() if d.state not in ("sent",)]
    except BriefingError as error:
        yield Finding("archive", False, str(error))
        return
    count = f"{len(editions)} edition{'s' if len(editions) != 1 else ''}"
    yield Finding("archive", not problems, "; ".join(problems) or f"{count}, sound")
    for delivery in waiting:
        said = f"{delivery.edition_id} to {delivery.recipient}: {delivery.state} {delivery.error}".rstrip()
        yield Finding("outbox", delivery.state == "pending", said)


def _folders(config: Config) -> Iterator[Finding]:
    for folder in config.folder:
        path = config.home / Path(folder.path).expanduser()
        yield Finding(
            "folder", path.exists(), str(path) if path.exists() else f"{path}: no such folder; make it"
        )


def _feeds(config: Config) -> Iterator[Finding]:
    from briefing.read.online import read_feeds

    if not config.feed:
        return
    found = read_feeds(
        [replace(feed, full_text=False) for feed in config.feed],
        settings=config.settings.fetch,
    )
    dead = {drop.what: drop.reason for drop in found.dropped}
    for feed in config.feed:
        yield Finding(
            "feed", feed.url not in dead, f"{feed.url}" + (f": {dead[feed.url]}" if feed.url in dead else "")
        )


def _files(config: Config) -> Iterator[Finding]:
    if not config.files.folder:
        return
    folder = config.home / Path(config.files.folder).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder):
            pass
    except OSError as error:
        yield Finding(
            "files", False, f"{folder}: cannot be written ({error.strerror}); choose another folder"
        )
    else:
        yield Finding("files", True, f"{folder}: {', '.join(config.files.formats)}")
    if "pdf" in config.files.formats:
        from briefing.render.pdf import available

        problem = available()
        yield Finding("pdf", not problem, problem or "WeasyPrint is here")


def _mail(config: Config) -> Iterator[Finding]:
    from briefing.deliver.smtp import SmtpSender

    if not config.mail.to:
        return
    where = f"{config.settings.smtp.host}:{config.settings.smtp.port}"
    try:
        with SmtpSender(config.settings.smtp) as sender:
            sender.probe()
    except BriefingError as error:
        yield Finding("mail", False, str(error))
    else:
        yield Finding("mail", True, f"{where} takes mail for {len(config.mail.to)} recipients")
