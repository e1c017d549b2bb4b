"""Addresses → articles: feeds with the full text of their entries, and single pages; all at the same time.

A dead feed never stops an edition: what could not be had is on record, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime

from briefing.data import Article, Dropped
from briefing.read.decode import decode
from briefing.read.feeds import from_feed
from briefing.read.fetch import Fetched, Fetcher, NotFetched, Validators
from briefing.read.found import Found, Record, domain, left_out, safe_url, to_articles
from briefing.read.page import from_page
from briefing.read.records import from_json
from briefing.settings import FetchSettings

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_META_BYTES = 2_048


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
    articles' own pages, ``updated`` says when an article was changed, each by its address.
    """

    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...] = ()
    validators: Mapping[str, Validators] = field(default_factory=dict)
    unchanged: tuple[str, ...] = ()
    pages: Mapping[str, Validators] = field(default_factory=dict)
    updated: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Page:
    """What an address gave: nothing new where its server says so."""

    found: Found
    validators: Validators = field(default_factory=Validators)
    unchanged: bool = False


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
    with Fetcher(settings) as fetcher, ThreadPoolExecutor(settings.concurrency) as pool:
        tasks = [pool.submit(_feed, fetcher, feed, given.get(feed.url, Validators())) for feed in feeds]
        answers = [task.result() for task in tasks]
        records = [
            (feed, record)
            for feed, (found, _) in zip(feeds, answers, strict=True)
            for record in found.records
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
            at: pool.submit(_page, fetcher, wanted[at], seen.get(safe_url(wanted[at]), Seen()).validators)
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
    dropped = [drop for found, _ in answers for drop in found.dropped]
    dropped += [drop for _, drops in full for drop in drops]
    return OnlineResult(
        articles,
        (*dropped, *without_text),
        {feed.url: answer.validators for feed, (_, answer) in zip(feeds, answers, strict=True) if answer},
        tuple(
            feed.url for feed, (_, answer) in zip(feeds, answers, strict=True) if answer and answer.unchanged
        ),
        {safe_url(wanted[at]): page.validators for at, page in pages.items() if not page.unchanged},
        {safe_url(record.url): record.updated for record, _ in full if record.updated},
    )


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
    with Fetcher(settings) as fetcher, ThreadPoolExecutor(settings.concurrency) as pool:
        founds = [page.found for page in pool.map(lambda url: _page(fetcher, url), urls)]
    articles, without_text = to_articles([record for found in founds for record in found.records])
    return OnlineResult(articles, (*(drop for found in founds for drop in found.dropped), *without_text))


def _feed(fetcher: Fetcher, feed: Feed, validators: Validators) -> tuple[Found, Fetched | None]:
    shown = shown_url(feed.url)
    try:
        answer = fetcher.fetch(feed.url, validators)
    except NotFetched as error:
        return Found(dropped=(left_out(shown, str(error)),)), None
    if answer.unchanged:
        return Found(), replace(answer, validators=validators)
    if answer.body.lstrip()[:1] in (b"{", b"["):
        try:
            found = from_json(decode(answer.body)[0], shown)
        except ValueError as error:
            return Found(dropped=(left_out(shown, str(error)),)), answer
    else:
        found = from_feed(answer.body, shown, url=answer.url, content_type=answer.content_type)
    if feed.publisher:
        found = Found(
            tuple(replace(record, publisher=feed.publisher) for record in found.records), found.dropped
        )
    return found, answer


def _page(fetcher: Fetcher, url: str, validators: Validators = Validators()) -> _Page:  # noqa: B008 (frozen)
    shown = shown_url(url)
    try:
        answer = fetcher.fetch(url, validators)
    except NotFetched as error:
        return _Page(Found(dropped=(left_out(shown, str(error)),)))
    if answer.unchanged:
        return _Page(Found(), validators, unchanged=True)
    if not any(kind in answer.content_type for kind in ("html", "text/plain", "xml")) and answer.content_type:
        return _Page(Found(dropped=(left_out(shown, f"not a page ({answer.content_type[:40]})"),)))
    found = from_page(decoded_page(answer.body, answer.content_type), f"{shown}#1", answer.url)
    return _Page(found, answer.validators)


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


def decoded_page(raw: bytes, content_type: str) -> str:
    """Return the text of a page: in the encoding that holds, whichever of header, page and bytes names it."""
    header = _CHARSET.search(content_type)
    inside = _CHARSET.search(raw[:_META_BYTES].decode("ascii", "replace"))
    for name in ([header[1]] if header else []) + ([inside[1]] if inside else []):
        try:
            return raw.decode(name)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return decode(raw)[0]


def shown_url(url: str) -> str:
    """Return an address for a message, without the name and password it may hold."""
    return re.sub(r"(?<=//)[^/@\s]*@", "", url)
