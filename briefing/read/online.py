"""Addresses → articles: feeds with the full text of their entries, and single pages; all at the same time.

A dead feed never stops an edition: what could not be had is on record, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from briefing.data import Article, Dropped
from briefing.read.answers import feed_at, page_at
from briefing.read.fetch import Fetcher, Validators
from briefing.read.found import Found, Record, domain, safe_url, to_articles
from briefing.settings import FetchSettings
from briefing.versions import first_id


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to be read. ``full_text``: fetch the pages of entries that hold a summary only."""

    url: str
    publisher: str = ""
    full_text: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """When an article was read before (``None``: not known), and what its server said of that version."""

    read_at: datetime | None = None
    validators: Validators = field(default_factory=Validators)


@dataclass(frozen=True, slots=True)
class OnlineResult:
    """Articles in the order of their sources; what was not had; and what to send with the next request.

    ``unchanged`` are feeds that had nothing new since ``validators`` were given. ``pages`` are the validators of the
    articles' own pages, ``updated`` says when an article was changed, each by its address. ``offline`` are the
    addresses asked for that failed as they do where there is no network, ``asked`` all pages of articles asked for.
    """

    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...] = ()
    validators: Mapping[str, Validators] = field(default_factory=dict)
    unchanged: tuple[str, ...] = ()
    pages: Mapping[str, Validators] = field(default_factory=dict)
    updated: Mapping[str, datetime] = field(default_factory=dict)
    offline: tuple[str, ...] = ()
    asked: frozenset[str] = frozenset()


def read_feeds(
    feeds: Sequence[Feed],
    *,
    settings: FetchSettings = FetchSettings(),  # noqa: B008 (frozen)
    validators: Mapping[str, Validators] | None = None,
    known: Mapping[str, Seen] | None = None,
    since: datetime | None = None,
) -> OnlineResult:
    """Return the articles of ``feeds``; those whose address is ``known`` only where they may have been rewritten.

    That is where the feed holds the whole text, or says that it was changed since it was read, or where its page's server
    said how to ask for a newer version; what it then sends again may still be the same. The pages of entries dated
    before ``since`` are not fetched: their summaries tell enough to leave them out.
    """
    given, seen = validators or {}, known or {}
    with _asking(settings) as (fetcher, pool):
        tasks = [
            pool.submit(feed_at, fetcher, feed.url, feed.publisher, given.get(feed.url, Validators()))
            for feed in feeds
        ]
        answers = [(feed, task.result()) for feed, task in zip(feeds, tasks, strict=True)]
        records = [
            (feed, record)
            for feed, answer in answers
            for record in answer.found.records
            if _may_be_new(record, feed, seen, settings, since)
        ]
        wanted = {
            at: record.url
            for at, (feed, record) in enumerate(records)
            if feed.full_text
            and safe_url(record.url)
            and len(record.text.split()) < settings.min_full_text_words
            and not (since and _last_dated(record, since) < since)
        }
        tasks_of = {
            at: pool.submit(page_at, fetcher, wanted[at], seen.get(safe_url(wanted[at]), Seen()).validators)
            for at in _spread(wanted)
        }
        pages = {at: task.result() for at, task in tasks_of.items()}
    full = [
        _with_page(record, pages[at].found if at in pages else None)
        for at, (_, record) in enumerate(records)
        # of what was read before, a summary is not a newer version of the text
        if at not in pages or safe_url(record.url) not in seen or pages[at].found.records
    ]
    articles, without_text = to_articles([record for record, _ in full])
    dropped = [drop for _, answer in answers for drop in answer.found.dropped]
    dropped += [drop for _, drops in full for drop in drops]
    return OnlineResult(
        articles,
        (*dropped, *without_text),
        {feed.url: answer.fetched.validators for feed, answer in answers if answer.fetched},
        tuple(feed.url for feed, answer in answers if answer.is_unchanged),
        {
            safe_url(wanted[at]): page.fetched.validators if page.fetched else Validators()
            for at, page in pages.items()
            if not page.is_unchanged
        },
        {safe_url(record.url): record.updated for record, _ in full if record.updated},
        tuple(feed.url for feed, answer in answers if answer.is_offline),
        frozenset(safe_url(url) for url in wanted.values()),
    )


@contextmanager
def _asking(settings: FetchSettings) -> Iterator[tuple[Fetcher, ThreadPoolExecutor]]:
    """Give a fetcher, and threads to use it from; who stops the run meanwhile waits for no server's answer."""
    pool = ThreadPoolExecutor(settings.concurrency)
    with Fetcher(settings) as fetcher:
        try:
            yield fetcher, pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        pool.shutdown()


def _may_be_new(
    record: Record, feed: Feed, known: Mapping[str, Seen], settings: FetchSettings, since: datetime | None
) -> bool:
    """Return whether an entry is unknown, or may hold another text than when it was read."""
    before = known.get(safe_url(record.url)) if record.url else None
    if before is None or len(record.text.split()) >= settings.min_full_text_words or not feed.full_text:
        return True
    if record.updated is not None and before.read_at is not None and record.updated > before.read_at:
        return True
    old = since is not None and _last_dated(record, since) < since
    return before.validators != Validators() and not old


def _last_dated(record: Record, otherwise: datetime) -> datetime:
    return max((when for when in (record.published, record.updated) if when), default=otherwise)


def read_pages(urls: Sequence[str], *, settings: FetchSettings = FetchSettings()) -> OnlineResult:  # noqa: B008
    """Return the articles of single web pages."""
    with _asking(settings) as (fetcher, pool):
        pages = list(pool.map(lambda url: page_at(fetcher, url), urls))
    articles, without_text = to_articles([record for page in pages for record in page.found.records])
    return OnlineResult(
        articles,
        (*(drop for page in pages for drop in page.found.dropped), *without_text),
        offline=tuple(url for url, page in zip(urls, pages, strict=True) if page.is_offline),
    )


def read_again(
    articles: Mapping[str, Article],
    known: Mapping[str, Seen],
    *,
    settings: FetchSettings = FetchSettings(),  # noqa: B008 (frozen)
) -> OnlineResult:
    """Return those of ``articles``, by their addresses, whose pages have been changed since they were read.

    Each server is asked by what it said of the version that is ``known``. A page that is gone is on record; what was
    read of it stands. All that a feed tells of an article stays as it was told.
    """
    if not articles:
        return OnlineResult(())
    addresses = list(articles)
    urls = [addresses[at] for at in _spread(dict(enumerate(addresses)))]
    with _asking(settings) as (fetcher, pool):
        pages = dict(
            zip(urls, pool.map(lambda url: page_at(fetcher, url, known[url].validators), urls), strict=True)
        )
    records = [
        replace(
            found,
            id=first_id(article.id),
            url=article.url,
            title=article.title,
            publisher=article.publisher,
            published=article.published,
            language=article.language,
        )
        for url, article in articles.items()
        for found in pages[url].found.records[:1]
    ]
    changed, without_text = to_articles(records)
    gone = (drop for page in pages.values() for drop in page.found.dropped)
    return OnlineResult(
        changed,
        (
            *(replace(drop, reason=f"{drop.reason}; what was read before stands") for drop in gone),
            *without_text,
        ),
        pages={url: p.fetched.validators for url, p in pages.items() if p.fetched and not p.is_unchanged},
        asked=frozenset(articles),
    )


def _with_page(record: Record, page: Found | None) -> tuple[Record, tuple[Dropped, ...]]:
    """Return an entry with the text of its page, where that is longer; the feed's own facts stay."""
    if page is None:
        return record, ()
    if not page.records:
        kept = "; its summary is used" if record.text else ""
        return record, tuple(replace(drop, reason=drop.reason + kept) for drop in page.dropped)
    found = page.records[0]
    return (
        replace(
            record,
            text=max(found.text, record.text, key=len),
            title=record.title or found.title,
            publisher=record.publisher or found.publisher or domain(found.url),
            published=record.published or found.published,
            language=record.language or found.language,
        ),
        page.dropped,
    )


def _spread(wanted: Mapping[int, str]) -> list[int]:
    """Return the keys so that the hosts take turns: a host's queue must not fill all workers."""
    turn: dict[str, int] = {}
    order: list[tuple[int, int]] = []
    for at, url in wanted.items():
        host = domain(url)
        turn[host] = turn.get(host, 0) + 1
        order.append((turn[host], at))
    return [at for _, at in sorted(order)]
