"""The morning edition: fetch → brief → archive → render → deliver, once, whatever happens on the way.

An edition is made or it is not: its stories, figures, rendered bytes and outbox are committed together. What was
fetched counts as read only after that, so a run that was cut off is simply made again by the next one, and an
edition that is there is never made twice; only its outbox is emptied.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.archive import Archive
from briefing.archive.memory import remember, unsent
from briefing.config import Config, Section
from briefing.data import Brief, Dropped, Edition, Story
from briefing.deliver import Drained, Sender, drain
from briefing.errors import ArchiveError, OfflineError
from briefing.gather import Gathered, gather, keep_validators
from briefing.pipeline import prepare, publish, write_edition
from briefing.progress import Progress
from briefing.proof import prove_email
from briefing.rank import unmuted
from briefing.render import render_email, require
from briefing.topics import about
from briefing.versions import newest_only, reunited

KEPT = ("md", "html", "json", "text")
"""The formats in which every edition is archived, beside those that its folder asks for."""

_FIRST_PAUSE_S = 5.0  # before a machine without a network looks again; doubled each time


@dataclass(frozen=True, slots=True)
class Made:
    """What a run did. ``edition`` is ``None`` where it had been made before."""

    edition_id: str
    edition: Edition | None
    drained: Drained


def daily(
    config: Config, *, now: datetime, progress: Progress, sleep: Callable[[float], None] = time.sleep
) -> Made:
    """Make the edition that was due at ``now`` (aware), unless it is there already, and deliver what waits.

    Raises:
        ArchiveError: another run is making it now.
        ModelError: the model is missing or damaged.
        OfflineError: there is no network and nothing else to read; nothing was kept, so a later run makes the edition.
    """
    edition_id = edition_name(config, now)
    with Archive(config.archive_path) as archive, archive.lock("edition") as got:
        if not got:
            raise ArchiveError(f"{config.archive_path}: another run is making an edition; let it finish")
        edition = None
        if archive.edition(edition_id) is None:
            require(config.files.formats if config.files.folder else ())
            gathered = _gathered_online(config, archive, now, progress, sleep)
            edition, stories = make(config, archive, gathered, now, progress)
            archive.add_edition(edition_id, edition, rendered(config, edition_id, edition), config.recipients)
            archive.add_stories(stories, now)
            archive.note_readings(gathered.readings)
            keep_validators(config, gathered.validators)
        return Made(edition_id, edition, deliver(config, archive))


def preview(config: Config, *, now: datetime, progress: Progress) -> Edition:
    """Return the edition that ``daily`` would make; nothing is kept and nothing is sent."""
    with ExitStack() as stack:
        path = config.archive_path
        if not path.exists():
            path = Path(stack.enter_context(TemporaryDirectory())) / path.name
        archive = stack.enter_context(Archive(path))
        return make(config, archive, gather(config, archive, now, progress), now, progress)[0]


def edition_name(config: Config, now: datetime) -> str:
    """Return the edition's id: its day where it is published, and the time if there are several a day."""
    due = config.timetable.latest(now).astimezone(config.timetable.zone)
    today = now.astimezone(config.timetable.zone)
    if len(config.schedule.times) > 1 and due.date() == today.date():
        return f"{due:%Y-%m-%dT%H%M}"
    return f"{today:%Y-%m-%d}"


def _gathered_online(
    config: Config, archive: Archive, now: datetime, progress: Progress, sleep: Callable[[float], None]
) -> Gathered:
    """Read every source; where no address can be reached, wait for the network a while, and read again.

    A machine that has just woken has none yet, and an edition is made only once.
    """
    left, pause = config.settings.fetch.network_wait_s, _FIRST_PAUSE_S
    gathered = gather(config, archive, now, progress)
    while gathered.is_offline and left > 0:
        progress("network", 0, 0)
        sleep(min(pause, left))
        left, pause = left - pause, pause * 2
        gathered = gather(config, archive, now, progress)
    if gathered.is_offline and not gathered.articles:
        raise OfflineError("no source could be reached: is there a network? Nothing was kept; run it again")
    return gathered


# ---------------------------------------------------------------- editing


def make(
    config: Config, archive: Archive, gathered: Gathered, now: datetime, progress: Progress
) -> tuple[Edition, tuple[Story, ...]]:
    """Return the edition, and every story that is now known, told or not."""
    settings = config.settings
    days = settings.archive.memory_days
    sent = archive.sent_stories(now, days)
    prepared = prepare(
        gathered.articles,
        settings=settings,
        now=now,
        existing=tuple(newest_only(story) for story in archive.recent_stories(now, days)),
        topics=(*config.topics, *(topic for section in config.section for topic in section.topics)),
        progress=progress,
    )
    fresh = {article.id for article in gathered.articles}
    stories = tuple(newest_only(story) for story in reunited(prepared.stories))
    touched = tuple(story for story in stories if any(a.id in fresh for a in story.articles))
    open_stories, muted = unmuted(touched, config.muted)
    news = unsent(open_stories, sent)
    filed, surplus = _filed(news.stories, config)
    told = _told(filed, config, now, progress)
    edition = replace(
        told,
        title=config.title,
        missing=gathered.missing,
        cutoff=max((a.published for a in gathered.articles if a.published), default=None),
        dropped=(*gathered.dropped, *prepared.dropped, *muted, *news.dropped, *surplus, *told.dropped),
    )
    return remember(edition, sent, settings=settings.archive), stories


def _filed(
    stories: Sequence[Story], config: Config
) -> tuple[tuple[tuple[Section, tuple[Story, ...]], ...], tuple[Dropped, ...]]:
    """Put each story into the first section whose topics it has, the best first; what is too much is named."""
    rest = Section("", max_stories=config.max_stories)
    places: dict[str, list[Story]] = {section.title: [] for section in (*config.section, rest)}
    dropped: list[Dropped] = []
    count = 0
    for story in stories:
        section = next((s for s in config.section if any(about(story, topic) for topic in s.topics)), rest)
        full = len(places[section.title]) >= section.max_stories
        if full or count >= config.max_stories:
            reason = f"section {section.title} is full" if full and section.title else "the edition is full"
            dropped.append(Dropped("rank", story.id, reason, story.articles[0].title))
            continue
        places[section.title].append(story)
        count += 1
    named = tuple((s, tuple(places[s.title])) for s in (*config.section, rest) if places[s.title])
    return named, tuple(dropped)


def _told(
    filed: Sequence[tuple[Section, tuple[Story, ...]]], config: Config, now: datetime, progress: Progress
) -> Edition:
    """Write all sections, those of one length together, and put them back into their order."""
    lengths = sorted({section.words or config.words for section, _ in filed}) or [config.words]
    editions = [
        write_edition(
            [
                story
                for section, stories in filed
                if (section.words or config.words) == words
                for story in stories
            ],
            model=config.model,
            words=words,
            style=config.style,
            now=now,
            settings=config.settings,
            progress=progress,
        )
        for words in lengths
    ]
    written = {brief.story.id: brief for edition in editions for brief in edition.briefs}
    briefs: list[Brief] = []
    for section, stories in filed:
        briefs += [replace(written[s.id], section=section.title) for s in stories if s.id in written]
    return replace(
        editions[0],
        briefs=tuple(briefs),
        dropped=tuple(drop for edition in editions for drop in edition.dropped),
        articles=tuple(article for edition in editions for article in edition.articles),
    )


# ---------------------------------------------------------------- handing over


def rendered(config: Config, edition_id: str, edition: Edition) -> dict[str, bytes]:
    """Return the edition in every format, each read back and proved: these bytes are archived, and sent."""
    wanted = dict.fromkeys((*KEPT, *(config.files.formats if config.files.folder else ())))
    formats = {format: publish(edition, format) for format in wanted}
    if config.mail.to:
        from briefing.deliver.smtp import FORMAT, pack

        email = render_email(
            edition,
            web_url=config.mail.web_url.replace("{edition}", edition_id),
            unsubscribe_url=config.settings.smtp.unsubscribe_url,
        )
        prove_email(edition, email)
        formats[FORMAT] = pack(email)
    return formats


def deliver(config: Config, archive: Archive) -> Drained:
    """Empty the outbox, of this edition and of any before it."""
    with senders(config) as ways:
        return drain(archive, ways, settings=config.settings.deliver)


@contextmanager
def senders(config: Config) -> Iterator[dict[str, Sender]]:
    """Open the ways that the configuration names; a mail server is connected to with the first mail."""
    from briefing.deliver.folder import FolderSender
    from briefing.deliver.smtp import SmtpSender
    from briefing.deliver.webhook import WebhookSender

    settings = config.settings
    with ExitStack() as stack:
        ways: dict[str, Sender] = {}
        if config.mail.to:
            ways["smtp"] = stack.enter_context(SmtpSender(settings.smtp))
        if config.files.folder:
            ways["folder"] = FolderSender(config.files.formats)
        if config.webhook.url:
            ways["webhook"] = WebhookSender(settings.deliver)
        yield ways


def last_made(config: Config) -> datetime | None:
    """Return when the last edition was made, if any was."""
    if not config.archive_path.exists():
        return None
    with Archive(config.archive_path) as archive:
        made = archive.editions()
        return made[0].made_at.astimezone(UTC) if made else None
