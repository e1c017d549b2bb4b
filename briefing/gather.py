"""Reading for an edition: every source, what is new in it, and what its publisher has rewritten since.

A source that is dead or empty is named and stops nothing. Nothing is noted here: what was read counts as read only
once the edition is kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from briefing.archive import Archive
from briefing.archive.records import Reading
from briefing.config import Config
from briefing.data import Article, Dropped
from briefing.errors import InputError
from briefing.files import write_atomically
from briefing.progress import Progress
from briefing.read import read
from briefing.read.fetch import Validators
from briefing.read.online import OnlineResult, Seen, read_again, read_feeds, read_pages
from briefing.versions import first_id, version_id, words_digest

LEAST_WORDS_KEPT = 0.5  # a version with less of the words is a notice in place of the article
MAX_DELAY = timedelta(hours=12)  # a publisher's clock, and a cache, may lag behind


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read for an edition, what could not be, what to tell the servers next time, and what each held."""

    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...]
    missing: tuple[str, ...]
    validators: Mapping[str, Validators]
    readings: tuple[Reading, ...] = ()
    is_offline: bool = False  # no address could be reached, as on a machine without a network


def gather(config: Config, archive: Archive, now: datetime, progress: Progress) -> Gathered:
    """Read every source; one that is dead or empty is named and never stops an edition."""
    progress("read", 0, len(config.feed) + len(config.folder) + len(config.page))
    articles, dropped, missing = _at_hand(config)
    readings = {reading.id: reading for reading in archive.readings()}
    online = _online(config, archive, readings, now)
    addresses = {feed.url for feed in config.feed} | {page.url for page in config.page}
    missing += [f"{drop.what}: {drop.reason}" for drop in online.dropped if drop.what in addresses]
    every = (*articles, *online.articles)
    known = archive.known_ids(article.id for article in every)
    new = [article for article in every if article.id not in known]
    again = [article for article in every if article.id in known]
    rewritten, shrunk = _rewritten(again, readings, online.updated, _oldest(config, now), now)
    fresh, stale = _recent([*new, *rewritten], config, now)
    kept = {first_id(article.id): article for article in fresh}
    noted = (
        _reading(article, kept.get(article.id), readings.get(article.id), online.pages, now)
        for article in every
        if article.id in known or article.id in kept
    )
    return Gathered(
        fresh,
        (*dropped, *online.dropped, *shrunk, *stale),
        tuple(missing),
        online.validators,
        tuple(noted),
        is_offline=bool(addresses) and addresses <= {*online.offline},
    )


def _at_hand(config: Config) -> tuple[list[Article], list[Dropped], list[str]]:
    """Return what the folders hold, what of it was left out, and which folders cannot be read."""
    articles: list[Article] = []
    dropped: list[Dropped] = []
    missing: list[str] = []
    for source in config.folder:
        try:
            folder = config.home / Path(source.path).expanduser()
            found = read([folder], settings=config.settings.read, may_be_empty=True)
        except InputError as error:
            missing.append(str(error))
            continue
        articles += found.articles
        dropped += found.dropped
    return articles, dropped, missing


def _online(config: Config, archive: Archive, readings: Mapping[str, Reading], now: datetime) -> OnlineResult:
    """Return what feeds and pages hold, and the articles of recent editions that were rewritten where they stand."""
    settings, seen = config.settings.fetch, _seen(archive, readings)
    feeds = read_feeds(
        config.feed,
        settings=settings,
        validators=_validators(config),
        known=seen,
        since=_oldest(config, now),
    )
    pages = read_pages([page.url for page in config.page], settings=settings)
    asked = {page.url for page in config.page} | feeds.asked | {article.url for article in feeds.articles}
    asking, too_many = _rewritable(archive, readings, asked, config, now)
    again = read_again(asking, seen, settings=settings)
    return replace(
        feeds,
        articles=(*feeds.articles, *pages.articles, *again.articles),
        dropped=(*feeds.dropped, *pages.dropped, *again.dropped, *too_many),
        pages={**feeds.pages, **again.pages},
        offline=(*feeds.offline, *pages.offline),
    )


def _rewritable(
    archive: Archive, readings: Mapping[str, Reading], asked: Set[str], config: Config, now: datetime
) -> tuple[dict[str, Article], tuple[Dropped, ...]]:
    """Return the articles of recent editions, by address, whose servers said how to ask whether they were rewritten.

    A feed that answers 304, or has moved on, says nothing of the pages that it named the day before.
    """
    oldest, most = _oldest(config, now), config.settings.fetch.max_pages_again
    found: dict[str, Article] = {}
    for article in archive.printed_articles(oldest):
        reading = readings.get(first_id(article.id))
        is_news = article.published is None or article.published >= oldest
        if reading and (reading.etag or reading.last_modified) and is_news and article.url not in asked:
            found.setdefault(article.url, article)
    left = len(found) - most
    reason = f"not asked whether they were rewritten: more than {most} of recent editions"
    dropped = (Dropped("read", f"{left} pages", reason),) if left > 0 else ()
    return dict(list(found.items())[:most]), dropped


def _rewritten(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    updated: Mapping[str, datetime],
    oldest: datetime,
    now: datetime,
) -> tuple[list[Article], list[Dropped]]:
    """Return the articles whose words have changed since they were read, each as a new version of itself.

    It is dated by when its publisher changed it, or else by now, unless it was old already: a page whose margin
    changes is no news. What lost most of its text gave way to a notice, and the text that was read stands.
    """
    found: list[Article] = []
    dropped: list[Dropped] = []
    for article in articles:
        before = readings.get(article.id)
        if before is None or before.digest == words_digest(article):
            continue
        if words_in(article) < LEAST_WORDS_KEPT * before.words:
            dropped.append(
                Dropped(
                    "read", article.id, "most of its text is gone; the text read before stands", article.title
                )
            )
            continue
        when = updated.get(article.url)
        if when is None or when <= before.read_at - MAX_DELAY:
            is_old = article.published is not None and article.published < oldest
            when = article.published if is_old else now
        found.append(replace(article, id=version_id(article.id, before.version + 1), published=when))
    return found, dropped


def _seen(archive: Archive, readings: Mapping[str, Reading]) -> dict[str, Seen]:
    """Return the addresses of what was read before, with what their servers said of it."""
    seen = {address: Seen() for address in archive.known_addresses()}
    for reading in readings.values():
        if reading.url in seen:
            seen[reading.url] = Seen(reading.read_at, Validators(reading.etag, reading.last_modified))
    return seen


def _reading(
    article: Article,
    taken: Article | None,
    before: Reading | None,
    pages: Mapping[str, Validators],
    now: datetime,
) -> Reading:
    """Return what is to be remembered of ``article``, of which ``taken`` is the version that the edition has."""
    version = before.version if before else 1
    if taken is not None and before is not None:
        version += 1
    elif before is not None and before.digest != words_digest(article):
        return before  # the version that was read stands
    own = Validators(before.etag, before.last_modified) if before else Validators()
    said = pages.get(article.url, own)
    return Reading(
        article.id,
        version,
        words_digest(article),
        words_in(article),
        now,
        article.url,
        said.etag,
        said.last_modified,
    )


def words_in(article: Article) -> int:
    """Count the words of an article."""
    return len(article.text.split())


def _oldest(config: Config, now: datetime) -> datetime:
    """Return from when on a report is news."""
    return now - timedelta(hours=config.max_age_hours)


def _recent(
    articles: Sequence[Article], config: Config, now: datetime
) -> tuple[tuple[Article, ...], tuple[Dropped, ...]]:
    """Leave out what is old: yesterday's news must not be sold as today's. An undated article is taken as new."""
    oldest = _oldest(config, now)
    kept, dropped = [], []
    for article in {article.id: article for article in articles}.values():
        if article.published is not None and article.published < oldest:
            dropped.append(
                Dropped("read", article.id, f"older than {config.max_age_hours:g} hours", article.title)
            )
        elif article.published is not None and article.published > now:
            dropped.append(Dropped("read", article.id, "dated after the edition", article.title))
        else:
            kept.append(article)
    return tuple(kept), tuple(dropped)


def _validators_path(config: Config) -> Path:
    return config.archive_path.with_name(f"{config.archive_path.name}.feeds.json")


def _validators(config: Config) -> dict[str, Validators]:
    """Return what servers said of the versions we have; without it, all is fetched once more."""
    try:
        known = json.loads(_validators_path(config).read_text(encoding="utf-8"))
        return {url: Validators(**value) for url, value in known.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def keep_validators(config: Config, validators: Mapping[str, Validators]) -> None:
    """Keep what servers said of the feeds; it counts only once the edition is kept."""
    kept = {url: asdict(value) for url, value in sorted(validators.items())}
    write_atomically(_validators_path(config), json.dumps(kept, indent=1).encode())
