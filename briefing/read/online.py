"""Addresses → articles: feeds with the full text of their entries, and single pages; all at the same time.

A dead feed never stops an edition: what could not be had is on record, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
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
class OnlineResult:
    """Articles in the order of their sources; what was not had; and what to send with the next request.

    ``unchanged`` are feeds that had nothing new since ``validators`` were given.
    """

    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...] = ()
    validators: Mapping[str, Validators] = field(default_factory=dict)
    unchanged: tuple[str, ...] = ()


def read_feeds(
    feeds: Sequence[Feed],
    *,
    settings: FetchSettings = FetchSettings(),  # noqa: B008 (frozen)
    validators: Mapping[str, Validators] | None = None,
    known: Collection[str] = frozenset(),
    since: datetime | None = None,
) -> OnlineResult:
    """Return the articles of ``feeds``; ``known`` are addresses of articles that need not come again.

    The pages of entries dated before ``since`` are not fetched: their summaries tell enough to leave them out.
    """
    given = validators or {}
    with Fetcher(settings) as fetcher, ThreadPoolExecutor(settings.concurrency) as pool:
        tasks = [pool.submit(_feed, fetcher, feed, given.get(feed.url, Validators())) for feed in feeds]
        answers = [task.result() for task in tasks]
        records = [
            (feed, record)
            for feed, (found, _) in zip(feeds, answers, strict=True)
            for record in found.records
            if safe_url(record.url) not in known or not record.url
        ]
        wanted = {
            at: record.url
            for at, (feed, record) in enumerate(records)
            if feed.full_text
            and safe_url(record.url)
            and len(record.text.split()) < settings.min_full_text_words
            and not (since and record.published and record.published < since)
        }
        pages = {at: pool.submit(_page, fetcher, wanted[at]) for at in _spread(wanted)}
        full = [
            _with_page(record, pages[at].result() if at in pages else None)
            for at, (_, record) in enumerate(records)
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
    )


def read_pages(urls: Sequence[str], *, settings: FetchSettings = FetchSettings()) -> OnlineResult:  # noqa: B008
    """Return the articles of single web pages."""
    with Fetcher(settings) as fetcher, ThreadPoolExecutor(settings.concurrency) as pool:
        founds = list(pool.map(lambda url: _page(fetcher, url), urls))
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


def _page(fetcher: Fetcher, url: str) -> Found:
    shown = shown_url(url)
    try:
        answer = fetcher.fetch(url)
    except NotFetched as error:
        return Found(dropped=(left_out(shown, str(error)),))
    if not any(kind in answer.content_type for kind in ("html", "text/plain", "xml")) and answer.content_type:
        return Found(dropped=(left_out(shown, f"not a page ({answer.content_type[:40]})"),))
    return from_page(decoded_page(answer.body, answer.content_type), f"{shown}#1", answer.url)


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
