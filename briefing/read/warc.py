"""Web archives (WARC, ARC) → records: the articles of their HTML responses; and gzip with a limit."""

from __future__ import annotations

import zlib
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, StringIO
from typing import Any, BinaryIO

from briefing.data import Dropped
from briefing.read.decode import decode
from briefing.read.found import Found, Record, left_out
from briefing.read.page import from_page

_MAX_PAGE_BYTES = 10_000_000
_MAX_UNPACKED_BYTES = 500_000_000
_KINDS = ("response", "resource", "revisit")


def from_warc(source: bytes | BinaryIO, place: str) -> Found:
    """Return the articles of the pages in a web archive, as far as it can be read."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    stream = BytesIO(source) if isinstance(source, bytes) else source
    records: list[Record] = []
    dropped: list[Dropped] = []
    pages = 0
    noise = StringIO()  # warcio prints what it mends
    try:
        with redirect_stdout(noise), redirect_stderr(noise):
            for entry in ArchiveIterator(stream, arc2warc=True):
                if entry.rec_type not in _KINDS or "html" not in _media_type(entry):
                    continue
                pages += 1
                url = entry.rec_headers.get_header("WARC-Target-URI") or ""
                found = _page(entry, url, f"{place}#{pages}")
                records.extend(found.records)
                dropped.extend(found.dropped)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, UnicodeError, zlib.error) as error:
        dropped.append(
            left_out(
                place, f"a damaged archive, read up to page {pages} ({' '.join(str(error).split())[:100]})"
            )
        )
    if not pages and not dropped:
        dropped.append(left_out(place, "a web archive without pages"))
    return Found(tuple(records), tuple(dropped))


def _page(entry: Any, url: str, place: str) -> Found:  # noqa: ANN401  (warcio has no types)
    status = entry.http_headers.get_statuscode() if entry.http_headers else "200"
    if status != "200":
        return Found(dropped=(left_out(place, f"{url} answered {status}"),))
    raw = entry.content_stream().read(_MAX_PAGE_BYTES)
    if not raw.strip():
        return Found(dropped=(left_out(place, f"{url} is empty"),))
    return from_page(decode(raw)[0], place, url.strip("<> "))


def _media_type(entry: Any) -> str:  # noqa: ANN401
    headers = entry.http_headers or entry.rec_headers
    return (headers.get_header("Content-Type") or "").lower()


def unpacked(raw: bytes, limit: int = _MAX_UNPACKED_BYTES) -> bytes | None:
    """Return what gzip data holds, all its members; ``None`` when damaged or larger than ``limit`` bytes."""
    out = bytearray()
    while raw:
        machine = zlib.decompressobj(wbits=31)
        try:
            out += machine.decompress(raw, limit - len(out) + 1)
        except zlib.error:
            return None
        if len(out) > limit or not machine.eof:
            return None
        raw = machine.unused_data.lstrip(b"\0")
    return bytes(out)
