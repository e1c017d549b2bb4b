"""A configuration: what to read, how to edit it, where it goes.

Passwords are never in it: they come from the environment or the keyring.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from briefing.deliver.schedule import Schedule, schedule
from briefing.read.online import Feed
from briefing.settings import Settings


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A file or folder to read; relative to the configuration."""

    path: str


@dataclass(frozen=True, slots=True)
class PageSource:
    """A single page to read."""

    url: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the edition: stories about one of ``topics`` (beats, or words of the reader's own)."""

    title: str
    topics: tuple[str, ...] = ()
    max_stories: int = 5
    words: int = 0  # of each brief; 0 for the edition's


@dataclass(frozen=True, slots=True)
class Mail:
    """Who gets the edition by mail. ``web_url`` is where the page of it lies; {edition} stands for its id."""

    to: tuple[str, ...] = ()
    web_url: str = ""


@dataclass(frozen=True, slots=True)
class Files:
    """The folder that each edition is put into, in each of ``formats``."""

    folder: str = ""
    formats: tuple[str, ...] = ("html", "md", "json")


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that each edition is posted to, as JSON."""

    url: str = ""


@dataclass(frozen=True, slots=True)
class Timetable:
    """When editions are made."""

    times: tuple[str, ...] = ("06:00",)
    days: str = "daily"
    timezone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Config:
    """A whole configuration; ``home`` is the folder it lies in."""

    home: Path
    title: str = "Morning briefing"
    model: str = "embedded"
    words: int = 100
    style: str = "paragraph"
    max_stories: int = 12
    max_age_hours: float = 48.0
    archive: str = "briefing.db"
    muted: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    feed: tuple[Feed, ...] = ()
    folder: tuple[FolderSource, ...] = ()
    page: tuple[PageSource, ...] = ()
    section: tuple[Section, ...] = ()
    mail: Mail = Mail()
    files: Files = Files()
    webhook: Webhook = Webhook()
    schedule: Timetable = Timetable()
    settings: Settings = field(default_factory=Settings)

    @property
    def archive_path(self) -> Path:
        """Where the archive lies."""
        return self.home / Path(self.archive).expanduser()

    @property
    def timetable(self) -> Schedule:
        """The schedule, with its time zone.

        Raises:
            SettingsError: a time, day or zone that means nothing.
        """
        return schedule(self.schedule.times, self.schedule.days, self.schedule.timezone)

    @property
    def sources(self) -> str:
        """Return how much is read, in words: ``3 feeds, 1 folder``."""
        counts = ((len(self.feed), "feed"), (len(self.folder), "folder"), (len(self.page), "page"))
        return ", ".join(f"{number} {what}{'s' if number != 1 else ''}" for number, what in counts if number)

    @property
    def recipients(self) -> tuple[tuple[str, str], ...]:
        """Where an edition goes: pairs of channel and recipient."""
        mails = tuple(("smtp", address) for address in self.mail.to)
        folder = (
            (("folder", str(self.home / Path(self.files.folder).expanduser())),) if self.files.folder else ()
        )
        hook = (("webhook", self.webhook.url),) if self.webhook.url else ()
        return (*mails, *folder, *hook)
