"""One address → what it holds: the entries of a feed, or the article of a page.

Nothing raises: what could not be had is on record, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.read.decode import decode
from briefing.read.feeds import from_feed
from briefing.read.fetch import Fetched, Fetcher, NotFetched, Validators
from briefing.read.found import Found, left_out
from briefing.read.page import from_page
from briefing.read.records import from_json

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_META_BYTES = 2_048
_BEFORE = (
    b"\xef\xbb\xbf \t\r\n"  # what may stand before a text: a byte order mark of Windows, and white space
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave, and the answer it was read from, if there was one."""

    found: Found
    fetched: Fetched | None = None
    is_offline: bool = False

    @property
    def is_unchanged(self) -> bool:
        """Whether its server says that it is as it was."""
        return self.fetched is not None and self.fetched.unchanged


def _asked(fetcher: Fetcher, url: str, validators: Validators) -> Answer:
    """Return the answer with nothing found in it yet; one that is as it was keeps what was said of it."""
    try:
        answer = fetcher.fetch(url, validators)
    except NotFetched as error:
        return Answer(Found(dropped=(left_out(shown_url(url), str(error)),)), is_offline=error.is_offline)
    return Answer(Found(), replace(answer, validators=validators) if answer.unchanged else answer)


def feed_at(fetcher: Fetcher, url: str, publisher: str, validators: Validators) -> Answer:
    """Return the entries of a feed, under ``publisher`` where that is named; nothing where it is as it was."""
    shown, asked = shown_url(url), _asked(fetcher, url, validators)
    answer = asked.fetched
    if answer is None or answer.unchanged:
        return asked
    if answer.body.lstrip(_BEFORE)[:1] in (b"{", b"["):
        try:
            found = from_json(decode(answer.body)[0], shown)
        except ValueError as error:
            return Answer(Found(dropped=(left_out(shown, str(error)),)), answer)
    else:
        found = from_feed(answer.body, shown, url=answer.url, content_type=answer.content_type)
    if not found.records and all(drop.what != shown for drop in found.dropped):
        found = Found(dropped=(*found.dropped, left_out(shown, "nothing in it is an article")))
    if publisher:
        found = Found(tuple(replace(record, publisher=publisher) for record in found.records), found.dropped)
    return Answer(found, answer)


def page_at(fetcher: Fetcher, url: str, validators: Validators = Validators()) -> Answer:  # noqa: B008 (frozen)
    """Return the article of a page; nothing where it is as it was."""
    shown, asked = shown_url(url), _asked(fetcher, url, validators)
    answer = asked.fetched
    if answer is None or answer.unchanged:
        return asked
    if not any(kind in answer.content_type for kind in ("html", "text/plain", "xml")) and answer.content_type:
        return Answer(Found(dropped=(left_out(shown, f"not a page ({answer.content_type[:40]})"),)))
    found = from_page(decoded_page(answer.body, answer.content_type), f"{shown}#1", answer.url)
    return Answer(found, answer)


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
