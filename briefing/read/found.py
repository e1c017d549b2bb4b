"""What a reader hands back, and how it becomes articles with ids that are stable, short and unique.

Every reader is one function from bytes (or a folder, an address) to ``Found``; only this module makes an
``Article``, so all formats are treated alike.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from briefing.data import Article, Dropped

_MAX_ID_CHARACTERS = 60
_MAX_CHARACTERS = 20_000_000  # of an article, where the settings don't say
_NOT_SLUG = re.compile(r"[^\w]+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
_SUFFIX = re.compile(r"(?<=[^/])\.\w{2,8}(?=$|#)")


@dataclass(frozen=True, slots=True)
class Record:
    """An article as a reader found it; empty fields are unknown. ``place`` says where, for messages and ids.

    ``updated`` is when its publisher last changed it, where that is said.
    """

    place: str
    text: str
    title: str = ""
    publisher: str = ""
    published: datetime | None = None
    url: str = ""
    language: str = ""
    id: str = ""
    updated: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What one source held: records in its order, and what could not be used."""

    records: tuple[Record, ...] = ()
    dropped: tuple[Dropped, ...] = field(default=())


def together(founds: Iterable[Found]) -> Found:
    """Return several results as one, in order."""
    listed = list(founds)
    return Found(
        tuple(record for found in listed for record in found.records),
        tuple(drop for found in listed for drop in found.dropped),
    )


def left_out(place: str, reason: str, text: str = "") -> Dropped:
    """Return the record of something that could not be read."""
    return Dropped("read", sayable(place), reason, text)


def sayable(path: str) -> str:
    """Return ``path`` with "?" for the bytes of a name that are no UTF-8: nothing could print or keep them."""
    return path.encode("utf-8", "replace").decode("utf-8")


def to_articles(
    records: Sequence[Record], max_characters: int = _MAX_CHARACTERS
) -> tuple[tuple[Article, ...], tuple[Dropped, ...]]:
    """Return the articles of ``records`` that have text, each with an id of its own, and a line for the others."""
    articles: list[Article] = []
    dropped: list[Dropped] = []
    taken: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    for record in records:
        text = printable(record.text).strip()
        title = " ".join(printable(record.title).split())
        if not text:
            reason = "only a title, no text" if title else "no text"
            dropped.append(left_out(record.place, reason, title))
            continue
        if len(text) > max_characters:
            reason = f"larger than {max_characters / 1e6:,.0f} million characters, so not an article"
            dropped.append(left_out(record.place, reason, title))
            continue
        if record.url and (record.url, text) in seen:
            dropped.append(left_out(record.place, "the same article of the same address again", title))
            continue
        seen.add((record.url, text))
        articles.append(
            Article(
                id=_unique(identity(record), taken),
                text=text,
                publisher=" ".join(printable(record.publisher).split()) or publisher_of(record),
                title=title,
                published=record.published,
                url=safe_url(record.url),
                language=record.language or "en",
            )
        )
    return tuple(articles), tuple(dropped)


def printable(text: str) -> str:
    """Return ``text`` without the characters that no file or terminal can take."""
    return _UNPRINTABLE.sub("", text)


def safe_url(url: str) -> str:
    """Return ``url`` when it is an http or https address, else nothing: it is going to be a link."""
    url = "".join(printable(url).split())
    return url if url.lower().startswith(("http://", "https://")) else ""


def identity(record: Record) -> str:
    """Return the record's own id, or one made of its address, or of the place where it was found."""
    if record.id:
        return _shortened("-".join(printable(record.id).split()))
    address = safe_url(record.url)
    if address and "#" in record.place:
        return f"{_slug(domain(address))}-{_digest(address.split('#')[0])}"
    return _shortened(_slug(_SUFFIX.sub("", record.place))) or _digest(record.text)


# "articles.harbour.example" is the paper's own; but "news.com.au" is a name
_SECTION_HOST = re.compile(
    r"^(?:articles?|news|edition|online|touch)\.(?=[\w-]+\.)(?!(?:com?|org|net|gov|edu|ac)\.)"
)


def publisher_of(record: Record) -> str:
    """Return who published a record that doesn't say: the domain of its address, or the name of its file."""
    host = domain(record.url)
    if host:
        return _SECTION_HOST.sub("", host)
    return _SUFFIX.sub("", record.place.split("#")[0].rsplit("/", 1)[-1]) or "unknown"


def domain(url: str) -> str:
    """Return the host of an address without ``www.`` and the like; empty when it has none."""
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.(?=.+\.)", "", host)


def _unique(name: str, taken: dict[str, int]) -> str:
    """Return ``name``, or with a number where an earlier article has it."""
    candidate = name
    while candidate in taken:
        taken[name] += 1
        candidate = f"{name}-{taken[name]}"
    taken[candidate] = 1
    return candidate


def _slug(text: str) -> str:
    return _NOT_SLUG.sub("-", text.lower()).strip("-_")


def _shortened(name: str) -> str:
    return name if len(name) <= _MAX_ID_CHARACTERS else f"{name[: _MAX_ID_CHARACTERS - 9]}-{_digest(name)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
