"""One address → its bytes, politely and within limits; whatever goes wrong is one reason in plain words."""

from __future__ import annotations

import errno
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpx

from briefing.read.guard import GuardedTransport, PrivateAddress
from briefing.settings import FetchSettings

_ROBOTS_BYTES = 500_000  # RFC 9309 asks a reader to take at least that much
_MAY_PASS = (429, 500, 502, 503, 504)
_NO_WAY_OUT = (errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH)
_REDIRECTS = (301, 302, 303, 307, 308)


class NotFetched(Exception):
    """An address that gave nothing; ``str(error)`` is the reason. ``may_pass``: trying again may help.

    ``is_offline``: its name could not be looked up, or no way leads there, as on a machine without a network.
    """

    def __init__(
        self, reason: str, *, may_pass: bool = False, wait_s: float = 0.0, is_offline: bool = False
    ) -> None:
        super().__init__(reason)
        self.may_pass = may_pass
        self.wait_s = wait_s
        self.is_offline = is_offline


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a version of an address, to be sent back when asking for a newer one."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. ``url`` is where it came from in the end; ``unchanged`` means 304, and then no body."""

    url: str
    body: bytes
    content_type: str
    validators: Validators
    unchanged: bool = False


class Fetcher:
    """A client for many addresses at once; safe to use from several threads."""

    def __init__(self, settings: FetchSettings, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._settings = settings
        self._sleep = sleep
        self._client = httpx.Client(
            transport=GuardedTransport(
                allow_private=settings.allow_private, connections=settings.concurrency
            ),
            timeout=httpx.Timeout(settings.read_timeout_s, connect=settings.connect_timeout_s),
            headers={"User-Agent": settings.user_agent, "Accept-Encoding": "gzip, deflate"},
            follow_redirects=False,
            trust_env=False,
        )
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._client.close()

    def fetch(self, url: str, validators: Validators = Validators()) -> Fetched:
        """Return what ``url`` answers, after redirects, retries and robots.txt.

        Raises:
            NotFetched: with the reason.

        """
        for attempt in range(self._settings.retries + 1):
            try:
                return self._through_redirects(url, validators)
            except NotFetched as error:
                if not error.may_pass or attempt == self._settings.retries:
                    raise
                delay = self._settings.retry_delay_s * 2**attempt
                self._sleep(min(max(delay, error.wait_s), self._settings.max_retry_delay_s))
        raise AssertionError("the last attempt returns or raises")

    def _through_redirects(self, url: str, validators: Validators) -> Fetched:
        deadline = time.monotonic() + self._settings.total_timeout_s
        for _ in range(self._settings.max_redirects + 1):
            _check_scheme(url)
            if self._settings.respect_robots and not self._robots_allow(url):
                raise NotFetched("its robots.txt doesn't allow it")
            response = self._once(url, validators, deadline, self._settings.max_bytes)
            if isinstance(response, Fetched):
                return replace(response, url=url)
            url = urljoin(url, response)
        raise NotFetched(f"more than {self._settings.max_redirects} redirects")

    def _once(self, url: str, validators: Validators, deadline: float, limit: int) -> Fetched | str:
        """Return the answer, or where it redirects to."""
        headers = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
        host = self._host(url)
        try:
            with (
                host.turn(self._sleep),
                self._client.stream("GET", url, headers={k: v for k, v in headers.items() if v}) as response,
            ):
                return _answer(response, deadline, limit)
        except PrivateAddress as error:
            raise NotFetched(
                "a private address (this machine or its network); to allow those, set allow_private = true under [fetch]"
            ) from error
        except httpx.TimeoutException as error:
            raise NotFetched("no answer in time", may_pass=True) from error
        except httpx.RemoteProtocolError as error:
            raise NotFetched("the answer was cut off", may_pass=True) from error
        except httpx.TransportError as error:
            offline = _is_offline(error)
            raise NotFetched(f"no connection ({_short(error)})", may_pass=True, is_offline=offline) from error
        except (httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise NotFetched("not an address that can be fetched") from error

    def _robots_allow(self, url: str) -> bool:
        host = self._host(url)
        with host.lock:
            if host.robots is None:
                host.robots = self._read_robots(url)
                asked = host.robots.crawl_delay(self._settings.user_agent)
                host.delay_s = min(max(host.delay_s, float(asked or 0)), self._settings.max_crawl_delay_s)
        return bool(host.robots.can_fetch(url, self._settings.user_agent))

    def _read_robots(self, url: str) -> Any:  # noqa: ANN401  (protego has no types)
        from protego import Protego

        parts = urlsplit(url)
        robots = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        deadline = time.monotonic() + self._settings.read_timeout_s
        try:
            answer: Fetched | str = ""
            for _ in range(self._settings.max_redirects + 1):
                answer = self._once(robots, Validators(), deadline, _ROBOTS_BYTES)
                if isinstance(answer, Fetched):
                    return Protego.parse(answer.body.decode("utf-8", "replace"))
                robots = urljoin(robots, answer)
                _check_scheme(robots)
        except NotFetched as error:
            if error.may_pass and str(error).startswith("answered 5"):
                return Protego.parse("User-agent: *\nDisallow: /")  # RFC 9309, 2.3.1.4
        return Protego.parse("")

    def _host(self, url: str) -> _Host:
        name = urlsplit(url).netloc.rpartition("@")[2].lower()
        with self._lock:
            return self._hosts.setdefault(name, _Host(self._settings))


class _Host:
    """The queue before one host."""

    def __init__(self, settings: FetchSettings) -> None:
        self.lock = threading.Lock()
        self.robots: Any = None
        self.delay_s = settings.host_delay_s
        self._slots = threading.Semaphore(settings.host_connections)
        self._pace = threading.Lock()
        self._next = 0.0

    @contextmanager
    def turn(self, sleep: Callable[[float], None]) -> Iterator[None]:
        """Wait for a free connection, and for the pause since the last request to be over."""
        with self._slots:
            with self._pace:
                wait = self._next - time.monotonic()
                if wait > 0:
                    sleep(wait)
                self._next = time.monotonic() + self.delay_s
            yield


def _check_scheme(url: str) -> None:
    try:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.hostname:
            return
    except ValueError:
        pass
    raise NotFetched("not an http or https address")


def _answer(response: httpx.Response, deadline: float, limit: int) -> Fetched | str:
    status = response.status_code
    if status in _REDIRECTS and "location" in response.headers:
        return response.headers["location"]
    validators = Validators(response.headers.get("etag", ""), response.headers.get("last-modified", ""))
    kind = response.headers.get("content-type", "")
    if status == 304:
        return Fetched("", b"", kind, validators, unchanged=True)
    if status != 200:
        wait = response.headers.get("retry-after", "")
        reason = f"answered {status} {response.reason_phrase}".rstrip()
        raise NotFetched(reason, may_pass=status in _MAY_PASS, wait_s=float(wait) if wait.isdigit() else 0.0)
    return Fetched("", _body(response, deadline, limit), kind, validators)


def _body(response: httpx.Response, deadline: float, limit: int) -> bytes:
    """Return the unpacked body; it never holds more than ``limit`` bytes and one piece, whatever is sent."""
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise NotFetched(f"packed in a way that isn't read ({coding[:20]})")
    unpack = (
        zlib.decompressobj(wbits=47 if "gzip" in coding else zlib.MAX_WBITS)
        if coding not in ("", "identity")
        else None
    )
    out = bytearray()
    try:
        for piece in response.iter_raw():  # as it arrives, so that a slow drip meets the deadline
            out += unpack.decompress(piece, limit + 1 - len(out)) if unpack else piece
            if len(out) > limit:
                raise NotFetched(f"larger than {limit / 1e6:,.0f} MB")
            if time.monotonic() > deadline:
                raise NotFetched("too slow")
    except zlib.error as error:
        raise NotFetched("damaged on the way (packed data)") from error
    if unpack and not unpack.eof:
        raise NotFetched("the answer was cut off", may_pass=True)
    return bytes(out)


def _is_offline(error: BaseException | None) -> bool:
    """Return whether what lies behind ``error`` is a name that nobody looked up, or a missing way out."""
    while error is not None:
        if isinstance(error, socket.gaierror) or (isinstance(error, OSError) and error.errno in _NO_WAY_OUT):
            return True
        error = error.__cause__ or error.__context__
    return False


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
