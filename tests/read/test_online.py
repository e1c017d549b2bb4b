"""Fetching over real sockets: a server on loopback that answers well, badly, slowly, too much or not at all."""

import gzip
import json
import threading
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefing.read import guard
from briefing.read.answers import decoded_page
from briefing.read.fetch import Fetcher, NotFetched, Validators
from briefing.read.guard import is_public
from briefing.read.online import Feed, Seen, read_feeds, read_pages
from briefing.settings import FetchSettings

TEXT = "The ferry left Halvern at six on Tuesday with 84 people on board."
QUICK = FetchSettings(
    allow_private=True,
    read_timeout_s=0.5,
    total_timeout_s=1.0,
    retry_delay_s=0.01,
    max_retry_delay_s=0.05,
    host_delay_s=0.0,
    max_bytes=200_000,
)

BOMB = gzip.compress(b"<rss>" + b" " * 50_000_000)


def page(number):
    return (
        f"<html><head><title>Report {number}</title></head><body><article>"
        + "".join(f"<p>{TEXT} That is line {n} of report {number}.</p>" for n in range(20))
        + "</article></body></html>"
    ).encode()


def rss(base, numbers, body="Short."):
    items = "".join(
        f"<item><title>Report {n}</title><link>{base}/page/{n}</link><description>{body}</description></item>"
        for n in numbers
    )
    return f"<rss version='2.0'><channel><title>Meridian Daily</title>{items}</channel></rss>".encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Stay silent."""

    def do_GET(self):
        self.server.hits[self.path] += 1
        self.server.seen.append((self.path, dict(self.headers)))
        name = self.path.split("/")[1].replace(".", "_").replace("-", "_")
        with suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, f"give_{name}", self.give_missing)()

    def send(self, body=b"", status=200, kind="application/rss+xml", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def give_missing(self):
        self.send(b"nothing here", 404, "text/plain")

    def give_robots_txt(self):
        self.send(b"User-agent: *\nDisallow: /closed", kind="text/plain")

    def give_feed(self):
        self.send(rss(self.base, [1, 2]))

    def give_long(self):
        self.send(rss(self.base, [1], " ".join([TEXT] * 20)))

    def give_dead(self):
        self.send(rss(self.base, [1, 99]))

    def give_page(self):
        number = self.path.rsplit("/", 1)[1]
        self.send(page(number), kind="text/html") if int(number) < 90 else self.give_missing()

    def give_closed(self):
        self.send(rss(self.base, [1]))

    def give_error(self):
        self.send(b"", 500)

    def give_flaky(self):
        self.send(b"", 503) if self.server.hits[self.path] < 3 else self.send(rss(self.base, [1]))

    def give_busy(self):
        self.send(b"", 429, Retry_After="3600")

    def give_story(self):
        """Give a page that has an ETag, and another text once it was asked for twice."""
        version = '"first"' if self.server.hits[self.path] < 3 else '"second"'
        if self.headers.get("If-None-Match") == version:
            self.send(b"", 304, ETag=version)
        else:
            self.send(page(self.server.hits[self.path]), kind="text/html", ETag=version)

    def give_stories(self):
        item = f"<item><title>Story</title><link>{self.base}/story/1</link><description>Short.</description></item>"
        self.send(f"<rss version='2.0'><channel><title>Meridian</title>{item}</channel></rss>".encode())

    def give_dated(self):
        entry = (
            f"<entry><title>Dated</title><link href='{self.base}/page/3'/><summary>Short.</summary>"
            "<published>2026-03-10T08:00:00Z</published><updated>2026-03-10T15:00:00Z</updated></entry>"
        )
        feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Meridian</title>{entry}</feed>"
        self.send(feed.encode(), kind="application/atom+xml")

    def give_cached(self):
        if self.headers.get("If-None-Match") == '"v1"':
            self.send(b"", 304, ETag='"v1"')
        else:
            self.send(rss(self.base, [1]), ETag='"v1"', Last_Modified="Tue, 10 Mar 2026 12:00:00 GMT")

    def give_slow(self):
        time.sleep(1.5)
        self.send(rss(self.base, [1]))

    def give_drip(self):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"<rss>")
            self.wfile.flush()
            time.sleep(0.1)

    def give_cut(self):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(rss(self.base, [1])[:100])
        self.close_connection = True

    def give_bomb(self):
        self.send(BOMB, Content_Encoding="gzip")

    def give_packed(self):
        self.send(gzip.compress(rss(self.base, [1])), Content_Encoding="gzip")

    def give_half_packed(self):
        self.send(gzip.compress(rss(self.base, range(50)))[:-20], Content_Encoding="gzip")

    def give_garbled(self):
        self.send(b"not gzip at all", Content_Encoding="gzip")

    def give_odd_packing(self):
        self.send(b"x", Content_Encoding="br")

    def give_large(self):
        self.send(b"<rss>" + b" " * 300_000)

    def give_loop(self):
        self.send(b"", 302, Location="/loop")

    def give_moved(self):
        self.send(b"", 301, Location="/feed")

    def give_outside(self):
        self.send(b"", 302, Location="file:///etc/passwd")

    def give_html(self):
        self.send(b"<!doctype html><html><body>Sign in</body></html>", kind="text/html")

    def give_charset(self):
        body = f"<rss version='2.0'><channel><title>Café</title><item><title>Café fermé</title><description>{TEXT}</description></item></channel></rss>"
        self.send(body.encode("cp1252"), kind="application/rss+xml; charset=utf-8")

    def give_entities(self):
        body = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>'
        self.send(body.encode())

    def give_empty(self):
        self.send(b"")

    def give_numbers(self):
        self.send(b"[1, 2]", kind="application/json")

    def give_spaced(self):
        self.send(b"\r\n <?xml version='1.0'?>" + rss(self.base, [1], " ".join([TEXT] * 20)))

    def give_marked(self):
        feed = {"version": "https://jsonfeed.org/version/1", "items": [{"content_text": TEXT}]}
        self.send(b"\xef\xbb\xbf" + json.dumps(feed).encode(), kind="application/feed+json")

    def give_json(self):
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "J",
            "items": [{"content_text": " ".join([TEXT] * 20)}],
        }
        self.send(json.dumps(feed).encode(), kind="application/feed+json")


@pytest.fixture(scope="module")
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.hits, server.seen = Counter(), []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def base(server):
    server.hits.clear()
    server.seen.clear()
    return f"http://127.0.0.1:{server.server_port}"


def feeds(*urls, **options):
    return read_feeds([Feed(url) for url in urls], settings=options.pop("settings", QUICK), **options)


def test_a_feed_of_summaries_is_read_with_the_text_of_its_pages(base):
    result = feeds(f"{base}/feed")
    assert [article.title for article in result.articles] == ["Report 1", "Report 2"]
    assert all(article.text.count(TEXT) == 20 for article in result.articles)
    assert {article.publisher for article in result.articles} == {"Meridian Daily"}
    assert result.dropped == ()


def test_a_feed_with_full_text_asks_for_no_page(base, server):
    result = feeds(f"{base}/long")
    assert result.articles[0].text.count(TEXT) == 20
    assert server.hits["/page/1"] == 0


def test_a_page_that_is_gone_leaves_the_summary_and_a_record(base):
    result = feeds(f"{base}/dead")
    assert [article.text for article in result.articles][1] == "Short."
    assert [drop.reason for drop in result.dropped] == ["answered 404 Not Found; its summary is used"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nothing", "answered 404 Not Found"),
        ("/error", "answered 500 Internal Server Error"),
        ("/busy", "answered 429 Too Many Requests"),
        ("/slow", "no answer in time"),
        ("/drip", "too slow"),
        ("/cut", "the answer was cut off"),
        ("/bomb", "larger than 0 MB"),
        ("/half-packed", "the answer was cut off"),
        ("/garbled", "damaged on the way"),
        ("/odd-packing", "packed in a way that isn't read (br)"),
        ("/large", "larger than 0 MB"),
        ("/loop", "more than 5 redirects"),
        ("/outside", "not an http or https address"),
        ("/html", "a web page, not a feed"),
        ("/empty", "an empty answer, not a feed"),
        ("/closed", "its robots.txt doesn't allow it"),
    ],
)
def test_a_feed_that_fails_is_on_record_and_stops_no_other(base, path, reason):
    start = time.monotonic()
    result = feeds(f"{base}{path}", f"{base}/long")
    assert [article.title for article in result.articles] == ["Report 1"]
    assert reason in result.dropped[0].reason
    assert path in result.dropped[0].what
    assert time.monotonic() - start < 8


@pytest.mark.parametrize("path", ["/packed", "/moved", "/flaky", "/json", "/marked", "/spaced", "/charset"])
def test_a_feed_with_its_oddities_is_read(base, path):
    result = feeds(f"{base}{path}")
    assert result.articles[0].text.count(TEXT) > 0
    assert result.dropped == ()


def test_a_feed_that_holds_nothing_of_use_is_named_itself(base):
    assert feeds(f"{base}/numbers").dropped[-1].what == f"{base}/numbers"


def test_the_wrong_charset_in_the_header_does_not_garble(base):
    assert feeds(f"{base}/charset").articles[0].title == "Café fermé"


def test_entities_are_not_expanded(base):
    result = feeds(f"{base}/entities")
    assert "haha" not in str(result)


def test_a_bomb_takes_no_memory(base):
    import tracemalloc

    tracemalloc.start()
    feeds(f"{base}/bomb")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_feed_that_did_not_change_is_not_sent_again(base, server):
    first = feeds(f"{base}/cached")
    second = feeds(f"{base}/cached", validators=first.validators)
    assert (second.articles, second.dropped, second.unchanged) == ((), (), (f"{base}/cached",))
    assert second.validators == first.validators
    sent = [headers for path, headers in server.seen if path == "/cached"][1]
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == ('"v1"', "Tue, 10 Mar 2026 12:00:00 GMT")


def test_known_articles_are_not_fetched_again(base, server):
    result = feeds(f"{base}/feed", known={f"{base}/page/1": Seen()})
    assert [article.title for article in result.articles] == ["Report 2"]
    assert server.hits["/page/1"] == 0


def test_a_known_page_is_asked_for_a_newer_version_only_and_read_when_there_is_one(base, server):
    first = feeds(f"{base}/stories")
    address = f"{base}/story/1"
    known = {address: Seen(datetime(2026, 3, 10, tzinfo=UTC), first.pages[address])}
    assert feeds(f"{base}/stories", known=known).articles == ()
    third = feeds(f"{base}/stories", known=known)
    assert [article.id for article in third.articles] == [article.id for article in first.articles]
    assert third.articles[0].text != first.articles[0].text
    assert third.pages[address].etag == '"second"'


def test_a_known_article_is_read_again_when_its_feed_dates_a_change_after_the_reading(base, server):
    address = f"{base}/page/3"
    later = feeds(f"{base}/dated", known={address: Seen(datetime(2026, 3, 10, 18, tzinfo=UTC))})
    assert later.articles == ()
    assert server.hits["/page/3"] == 0
    again = feeds(f"{base}/dated", known={address: Seen(datetime(2026, 3, 10, 12, tzinfo=UTC))})
    assert [article.url for article in again.articles] == [address]
    assert again.updated == {address: datetime(2026, 3, 10, 15, tzinfo=UTC)}


def test_robots_txt_is_asked_for_once_and_a_closed_page_is_never_asked_for(base, server):
    feeds(f"{base}/feed", f"{base}/closed")
    assert server.hits["/robots.txt"] == 1
    assert server.hits["/closed"] == 0


def test_what_may_pass_is_tried_again_and_what_will_not_is_not(base, server):
    feeds(f"{base}/error", f"{base}/nothing")
    assert (server.hits["/error"], server.hits["/nothing"]) == (3, 1)


def test_the_user_agent_says_who_asks(base, server):
    feeds(f"{base}/long")
    assert all(headers["User-Agent"].startswith("briefing/") for _, headers in server.seen)


def test_requests_to_one_host_keep_their_distance(base):
    settings = FetchSettings(allow_private=True, host_delay_s=0.1, respect_robots=False)
    start = time.monotonic()
    feeds(*[f"{base}/long"] * 5, settings=settings)
    assert time.monotonic() - start > 0.38


def test_feeds_are_fetched_at_the_same_time(base):
    settings = FetchSettings(allow_private=True, read_timeout_s=5, host_connections=8, host_delay_s=0)
    start = time.monotonic()
    read_feeds([Feed(f"{base}/slow", full_text=False)] * 6, settings=settings)
    assert time.monotonic() - start < 5


def test_a_single_page_is_read(base):
    result = read_pages([f"{base}/page/7", f"{base}/page/99"], settings=QUICK)
    assert [article.title for article in result.articles] == ["Report 7"]
    assert result.dropped[0].reason == "answered 404 Not Found"


def test_the_publisher_of_the_settings_wins(base):
    result = read_feeds([Feed(f"{base}/long", publisher="Pallas Wire")], settings=QUICK)
    assert result.articles[0].publisher == "Pallas Wire"


# ---------------------------------------------------------------- private addresses

PRIVATE = [
    "127.0.0.1",
    "10.0.0.1",
    "192.168.1.1",
    "172.16.0.1",
    "169.254.169.254",
    "0.0.0.0",
    "::1",
    "fe80::1",
    "fd00::1",
]
HIDDEN = [
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "224.0.0.1",
    "100.64.0.1",
    "nonsense",
]


@pytest.mark.parametrize("address", PRIVATE + HIDDEN)
def test_an_address_inside_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"]
)
def test_an_address_outside_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "127.1", "[::ffff:7f00:1]"]
)
def test_a_private_address_is_refused_however_it_is_written(server, host):
    server.hits.clear()
    result = read_feeds([Feed(f"http://{host}:{server.server_port}/long")], settings=FetchSettings(retries=0))
    assert result.articles == ()
    assert server.hits == {}
    assert result.dropped


def test_a_name_that_changes_its_address_after_the_first_request_is_refused(monkeypatch, base):
    answers = iter([True, False])
    monkeypatch.setattr(guard, "is_public", lambda address: next(answers))
    with Fetcher(FetchSettings(respect_robots=False, retries=0)) as fetcher:
        assert fetcher.fetch(f"{base}/feed").body
        with pytest.raises(NotFetched, match="a private address"):
            fetcher.fetch(f"{base}/feed".replace("127.0.0.1", "localhost"))


@pytest.mark.parametrize(
    "url", ["", "ftp://a.example/", "file:///etc/passwd", "http://", "http://[", "gopher://x", "//x"]
)
def test_only_web_addresses_are_fetched(url):
    with Fetcher(QUICK) as fetcher, pytest.raises(NotFetched):
        fetcher.fetch(url)


def test_a_password_in_an_address_is_never_shown(base):
    result = feeds(base.replace("//", "//ana:secret@") + "/nothing")
    assert "secret" not in str(result.dropped)


def test_validators_of_an_answer_without_any_are_empty(base):
    with Fetcher(QUICK) as fetcher:
        assert fetcher.fetch(f"{base}/feed").validators == Validators()


@pytest.mark.parametrize(
    ("raw", "kind", "text"),
    [
        ("Café".encode(), "text/html; charset=utf-8", "Café"),
        ("Café".encode("cp1252"), "text/html; charset=windows-1252", "Café"),
        (
            "<meta charset=windows-1252>Café".encode("cp1252"),
            "text/html; charset=utf-8",
            "<meta charset=windows-1252>Café",
        ),
        ("Café".encode(), "text/html; charset=nonsense", "Café"),
        ("Café".encode(), "", "Café"),
    ],
)
def test_a_page_is_decoded_by_whichever_label_is_true(raw, kind, text):
    assert decoded_page(raw, kind) == text
