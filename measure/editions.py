"""A whole morning from the network: 30 feeds and 1,000 articles on loopback, fetched, briefed, archived, put out.

The server is ours and real (HTTP, pages, feeds); the texts are real news, each on a page with a menu and a footer.
"""

from __future__ import annotations

import html
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from measure.report import Row, Section

FEEDS = 30
ARTICLES = 1000
ROOT = Path(__file__).parent.parent


def measure(data: Path) -> Section:
    """Time one cold edition and one with nothing new, as whole processes."""
    texts = _texts(data)
    with tempfile.TemporaryDirectory() as folder, _server(texts) as address:
        home = Path(folder)
        feeds = "".join(f'[[feed]]\nurl = "{address}/feed/{number}"\n' for number in range(FEEDS))
        (home / "briefing.toml").write_text(
            f'model = "verbatim"\nmax_age_hours = 48\n{feeds}[fetch]\nallow_private = true\n[files]\nfolder = "out"\n',
            encoding="utf-8",
        )
        day = datetime.now(UTC)
        cold_s, cold_bytes, stories = _daily(home, day)
        idle_s, _, _ = _daily(home, day + timedelta(days=1))
    return Section(
        "An edition from the network",
        f"{FEEDS} feeds and {len(texts):,} articles of real news from one loopback server, each article a page of its "
        "own, verbatim, whole processes. The second run is the next morning's, with every feed unchanged.",
        (
            Row(
                "edition_cold_s", "cold, fetch to folder", cold_s, "s", "≤ 90", note=f"{stories} stories told"
            ),
            Row("edition_peak_gb", "peak memory", round(cold_bytes / 1e9, 2), "GB", "≤ 1.5"),
            Row("edition_idle_s", "again, nothing new", idle_s, "s", "≤ 5"),
        ),
    )


def _texts(data: Path) -> list[tuple[str, str]]:
    """Return ``ARTICLES`` headlines and bodies of real news."""
    found: list[tuple[str, str]] = []
    for line in (data / "summaries" / "multinews.jsonl").read_text(encoding="utf-8").splitlines():
        found += [(text[:60], text) for text in _documents(json.loads(line))]
    for line in (data / "summaries" / "bbc_news_summary.jsonl").read_text(encoding="utf-8").splitlines():
        found += [(text[:60], text) for text in _documents(json.loads(line))]
    for line in (data / "clustering" / "ecbplus.jsonl").read_text(encoding="utf-8").splitlines():
        text = " ".join(json.loads(line)["sentences"])
        found.append((text[:60], text))
    return [found[number % len(found)] for number in range(ARTICLES)]


def _documents(record: dict[str, object]) -> Iterator[str]:
    """Yield the article texts of a cluster, however it names them."""
    for key in ("documents", "articles", "sources", "document", "article", "text"):
        value = record.get(key)
        items = value if isinstance(value, list) else [value] if value else []
        for item in items:
            text = item.get("text", "") if isinstance(item, dict) else item
            if isinstance(text, str) and len(text.split()) > 60:
                yield text
        if items:
            return


def _daily(home: Path, now: datetime) -> tuple[float, int, int]:
    begun = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "briefing",
        "daily",
        "-c",
        str(home),
        "--date",
        now.isoformat(),
        "--log-json",
    ]
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, cwd=ROOT)
        _, status, used = os.wait4(process.pid, 0)  # of this process alone
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = round(time.perf_counter() - begun, 1)
        said.seek(0)
        lines = said.read().splitlines()
    if process.returncode == 2:
        raise RuntimeError("\n".join(lines))
    return seconds, used.ru_maxrss * 1024, json.loads(lines[-1])["stories"]


@contextmanager
def _server(texts: list[tuple[str, str]]) -> Iterator[str]:
    published = format_datetime(datetime.now(UTC).replace(hour=0, minute=30))

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            kind, _, number = self.path.strip("/").partition("/")
            if kind in ("feed", "page") and self.headers.get("If-None-Match"):
                self.answer(304, b"")  # nothing here ever changes
            elif kind == "feed":
                self.answer(200, feed(int(number)).encode(), "application/rss+xml")
            elif kind == "page":
                self.answer(200, page(*texts[int(number)]).encode(), "text/html; charset=utf-8")
            else:
                self.answer(404, b"")

        def answer(self, status: int, body: bytes, kind: str = "text/plain") -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("ETag", '"1"')
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            """Stay silent."""

    def feed(number: int) -> str:
        items = "".join(
            f"<item><title>{html.escape(texts[at][0])}</title><link>{address}/page/{at}</link><guid>{at}</guid>"
            f"<pubDate>{published}</pubDate><description>{html.escape(texts[at][1][:120])}</description></item>"
            for at in range(number, len(texts), FEEDS)
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {number}</title>{items}</channel></rss>'

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield address
    finally:
        server.shutdown()
        server.server_close()


def page(title: str, text: str) -> str:
    """Return a page as sites have them: a menu, the article, a footer."""
    paragraphs = "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n") if part.strip())
    return (
        f"<!doctype html><html><head><title>{html.escape(title)}</title></head><body><nav><a href='/'>Home</a> "
        f"<a href='/sport'>Sport</a></nav><article><h1>{html.escape(title)}</h1>{paragraphs}</article>"
        "<footer>All rights reserved. <a href='/terms'>Terms</a></footer></body></html>"
    )


if __name__ == "__main__":
    for row in measure(ROOT.parent / "shared" / "data").rows:
        print(row)
