"""The morning edition over days: no story twice, updates marked, corrections first, and nothing lost when cut off."""

from __future__ import annotations

import http.server
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing import cli
from briefing.archive import Archive
from briefing.config_file import load_config
from briefing.daily import daily, edition_name, preview
from briefing.errors import OfflineError

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
CONFIG = """\
model = "verbatim"
max_age_hours = 30
[[folder]]
path = "inbox"
[files]
folder = "editions"
[schedule]
times = ["06:00"]
"""


FOLDERLESS = CONFIG.replace('[[folder]]\npath = "inbox"\n', "")
TWO_DAYS = FOLDERLESS.replace("30", "48")


def silent(step, done, of):
    pass


def six(day):
    return datetime.fromisoformat(f"{day}T06:00+00:00")


def desk(tmp_path, *sets, config=CONFIG):
    for name in sets:
        shutil.copytree(SEEDS / name, tmp_path / "inbox" / name)
    (tmp_path / "briefing.toml").write_text(config, encoding="utf-8")
    return load_config(tmp_path)


@pytest.fixture(scope="module")
def ferry(tmp_path_factory):
    """Three mornings of the ferry fires."""
    config = desk(tmp_path_factory.mktemp("ferry"), "halvern-ferry")
    days = ("2026-03-11", "2026-03-12", "2026-03-13")
    return config, [daily(config, now=six(day), progress=silent).edition for day in days]


def test_no_sentence_is_sent_on_two_days(ferry):
    _, editions = ferry
    said = [sentence.text for edition in editions for brief in edition.briefs for sentence in brief.sentences]
    assert len(said) == len(set(said))


def test_a_story_already_sent_returns_as_an_update_that_says_since_when(ferry):
    _, (first, *later) = ferry
    known = {brief.story.id for brief in first.briefs}
    updates = [brief for edition in later for brief in edition.briefs if brief.story.id in known]
    assert updates
    assert all(brief.sent_before is not None for brief in updates)


def test_look_alike_events_stay_two_stories_across_days(ferry):
    _, editions = ferry
    for edition in editions:
        for brief in edition.briefs:
            text = " ".join(
                article.text for article in brief.story.articles if article.publisher == "Corvane Standard"
            )
            assert not (text and any(a.publisher == "Halvern Courier" for a in brief.story.articles))


def test_a_toll_that_was_sent_and_corrected_opens_the_edition(ferry):
    _, editions = ferry
    corrections = editions[2].corrections
    assert ("11", "10") in [(c.was, c.now) for c in corrections if "kill" in c.thing or "dead" in c.thing]


def test_each_edition_is_archived_and_put_into_the_folder_as_the_same_bytes(ferry):
    config, _ = ferry
    with Archive(config.archive_path) as archive:
        for day in ("2026-03-11", "2026-03-12", "2026-03-13"):
            for format in ("md", "html", "json"):
                kept = archive.content(day, format)
                assert kept == (config.home / "editions" / f"{day}.{format}").read_bytes()
        assert {delivery.state for delivery in archive.deliveries()} == {"sent"}


def test_an_edition_is_made_once_however_often_it_is_asked_for(tmp_path):
    config = desk(tmp_path, "averna-rates")
    first = daily(config, now=six("2026-05-08"), progress=silent)
    assert first.edition is not None
    again = daily(config, now=six("2026-05-08"), progress=silent)
    assert again.edition is None
    assert again.drained.sent == ()


def test_a_day_without_news_repeats_nothing(tmp_path):
    config = desk(tmp_path, "averna-rates", config=CONFIG.replace("30", "240"))
    daily(config, now=six("2026-05-08"), progress=silent)
    second = daily(config, now=six("2026-05-09"), progress=silent).edition
    assert second.briefs == ()
    assert second.corrections == ()


def rewrite(tmp_path, name, *changes):
    path = tmp_path / "inbox" / "averna-rates" / name
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def test_an_article_rewritten_in_place_returns_as_its_own_update(tmp_path):
    config = desk(tmp_path, "averna-rates", config=CONFIG.replace("30", "48"))
    first = daily(config, now=six("2026-05-08"), progress=silent).edition
    rewrite(
        tmp_path,
        "exchange.txt",
        ("by a quarter of a percentage point to 4.25 percent", "by half a percentage point to 4.5 percent"),
        ("Two members wanted no change", "Three members wanted no change"),
    )
    second = daily(config, now=six("2026-05-09"), progress=silent).edition
    (brief,) = second.briefs
    assert brief.story.id == first.briefs[0].story.id
    assert brief.sent_before is not None
    assert "4.5 percent" in brief.text
    own = [article for article in brief.story.articles if article.publisher == "The Exchange"]
    assert ["4.5 percent" in article.text for article in own] == [True]
    with Archive(config.archive_path) as archive:
        kept = [
            hit.where
            for hit in archive.search("Averna")
            if hit.kind == "article" and hit.publisher == "The Exchange"
        ]
        assert len(kept) == 2
        assert all(kept)
    assert daily(config, now=six("2026-05-10"), progress=silent).edition.briefs == ()


def test_another_comma_or_a_notice_in_place_of_an_article_is_no_new_version(tmp_path):
    config = desk(tmp_path, "averna-rates", config=CONFIG.replace("30", "48"))
    daily(config, now=six("2026-05-08"), progress=silent)
    rewrite(
        tmp_path, "exchange.txt", (", its third increase this year,", " - its third increase this year -")
    )
    (tmp_path / "inbox" / "averna-rates" / "meridian.txt").write_text(
        "This article is for subscribers only.", "utf-8"
    )
    second = daily(config, now=six("2026-05-09"), progress=silent).edition
    assert second.briefs == ()
    assert "most of its text is gone" in " ".join(drop.reason for drop in second.dropped)


def test_old_and_future_articles_are_left_out_with_a_reason(tmp_path):
    config = desk(tmp_path, "bertram-storm")
    edition = preview(config, now=six("2026-09-22"), progress=silent)
    reasons = [dropped.reason for dropped in edition.dropped if dropped.step == "read"]
    assert any("older than" in reason for reason in reasons)
    assert any("dated after" in reason for reason in reasons)


def test_a_preview_keeps_and_sends_nothing(tmp_path):
    config = desk(tmp_path, "averna-rates")
    assert preview(config, now=six("2026-05-08"), progress=silent).briefs
    assert not (tmp_path / "editions").exists()
    assert daily(config, now=six("2026-05-08"), progress=silent).edition.briefs


def test_a_preview_before_the_first_edition_makes_no_archive(tmp_path):
    config = desk(tmp_path, "averna-rates")
    assert preview(config, now=six("2026-05-08"), progress=silent).briefs
    assert not config.archive_path.exists()


def test_an_inbox_that_is_empty_is_nothing_missing(tmp_path):
    config = desk(tmp_path)
    (tmp_path / "inbox").mkdir()
    assert preview(config, now=six("2026-05-08"), progress=silent).missing == ()


def test_an_update_always_says_what_is_new(ferry):
    _, editions = ferry
    updates = [brief for edition in editions for brief in edition.briefs if brief.sent_before]
    assert updates
    assert all(brief.changes for brief in updates)


def test_sections_come_in_their_order_and_none_is_empty(tmp_path):
    sections = '[[section]]\ntitle = "Sport"\ntopics = ["league"]\n[[section]]\ntitle = "Markets"\ntopics = ["interest rate"]\n'
    config = desk(tmp_path, "averna-rates", "halvern-ferry", config=CONFIG.replace("30", "8000") + sections)
    edition = preview(config, now=six("2026-05-08"), progress=silent)
    named = [brief.section for brief in edition.briefs]
    assert named[0] == "Markets"
    assert "Sport" not in named


def test_a_muted_word_takes_a_story_out_and_says_so(tmp_path):
    config = desk(tmp_path, "averna-rates", config='muted = ["borrowing costs"]\n' + CONFIG)
    edition = preview(config, now=six("2026-05-08"), progress=silent)
    assert edition.briefs == ()
    assert any("muted" in dropped.reason for dropped in edition.dropped)


def test_a_source_that_is_gone_is_named_and_stops_nothing(tmp_path):
    config = desk(tmp_path, "averna-rates", config=CONFIG + '[[folder]]\npath = "gone"\n')
    edition = preview(config, now=six("2026-05-08"), progress=silent)
    assert edition.briefs
    assert any("gone" in line for line in edition.missing)


def test_two_editions_a_day_have_two_names(tmp_path):
    config = desk(tmp_path, config=CONFIG.replace('["06:00"]', '["06:00", "17:30"]'))
    names = [edition_name(config, datetime(2026, 5, 8, hour, 45, tzinfo=UTC)) for hour in (6, 12, 18)]
    assert names == ["2026-05-08T0600", "2026-05-08T0600", "2026-05-08T1730"]


# ---------------------------------------------------------------- feeds, from a real server


class Newsroom(http.server.BaseHTTPRequestHandler):
    """Serves one RSS feed with full texts, a dead one, and says when nothing has changed."""

    asked: list[str] = []  # noqa: RUF012  (shared by all requests on purpose)

    def do_GET(self):
        self.asked.append(self.path)
        if self.path == "/robots.txt":
            self.answer(404, b"")
        elif self.path == "/rss" and self.headers.get("If-None-Match") == '"one"':
            self.answer(304, b"")
        elif self.path == "/rss":
            self.answer(200, self.feed().encode(), {"ETag": '"one"', "Content-Type": "application/rss+xml"})
        else:
            self.answer(500, b"")

    def answer(self, status, body, headers=None):
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def feed(self):
        text = (
            "Four people were killed and nine were injured when fire tore through a paint warehouse in Ostrava Bay on "
            "Thursday night, the fire service said. Crews from six stations fought the blaze for seven hours."
        )
        return (
            '<?xml version="1.0"?><rss version="2.0"><channel><title>Bay News</title><item><title>Four die in Ostrava '
            "Bay warehouse fire</title><link>http://127.0.0.1/fire</link><guid>fire-1</guid>"
            f"<pubDate>Fri, 08 May 2026 04:00:00 GMT</pubDate><description>{text}</description></item></channel></rss>"
        )

    def log_message(self, *words):
        pass


@pytest.fixture
def newsroom():
    Newsroom.asked = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Newsroom)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_feeds_are_read_a_dead_one_is_named_and_an_unchanged_one_costs_nothing(tmp_path, newsroom):
    feeds = f'[[feed]]\nurl = "{newsroom}/rss"\nfull_text = false\n[[feed]]\nurl = "{newsroom}/dead"\n'
    limits = "[fetch]\nallow_private = true\nretries = 0\n"
    config = desk(tmp_path, config=FOLDERLESS + feeds + limits)
    first = daily(config, now=six("2026-05-08"), progress=silent).edition
    assert "Ostrava Bay" in first.briefs[0].text
    assert any("/dead" in line for line in first.missing)
    second = daily(config, now=six("2026-05-09"), progress=silent).edition
    assert second.briefs == ()
    assert Newsroom.asked.count("/rss") == 2


FIRE = (
    "Four people were killed and nine were injured when fire tore through a paint warehouse in Ostrava Bay on Thursday "
    "night, the fire service said.",
    "Crews from six stations fought the blaze for seven hours, and it was put out before dawn on Friday.",
    "The warehouse belongs to Corvane Paints, which employs 120 people in the town and has made boat paint since 1961.",
    "Its owner, Mara Holt, said that all who worked that night had been found, and that the firm would pay their wages.",
)
LATER = "Six people were killed and eleven were injured when fire tore through a paint warehouse in Ostrava Bay, the coroner said."


class Rewriting(Newsroom):
    """Serves a feed of summaries that answers 304 from the second time on, and the page that it names."""

    page: tuple[str, str] = ("", "")  # its ETag and its first sentence

    def do_GET(self):
        self.asked.append(self.path)
        tag, first = self.page
        if self.path == "/digest" and self.headers.get("If-None-Match") == '"feed"':
            self.answer(304, b"")
        elif self.path == "/digest":
            self.answer(200, self.summaries(), {"ETag": '"feed"', "Content-Type": "application/rss+xml"})
        elif self.path == "/fire" and self.headers.get("If-None-Match") == tag:
            self.answer(304, b"")
        elif self.path == "/fire" and tag:
            text = "".join(f"<p>{sentence}</p>" for sentence in (first, *FIRE[1:]))
            html = f"<html><head><title>Warehouse fire</title></head><body><article>{text}</article></body></html>"
            self.answer(200, html.encode(), {"ETag": tag, "Content-Type": "text/html"})
        else:
            self.answer(404, b"")

    def summaries(self):
        link = f"http://{self.headers['Host']}/fire"
        return (
            '<?xml version="1.0"?><rss version="2.0"><channel><title>Bay News</title><item><title>Warehouse fire</title>'
            f"<link>{link}</link><pubDate>Fri, 08 May 2026 04:00:00 GMT</pubDate>"
            "<description>A fire in Ostrava Bay.</description></item></channel></rss>"
        ).encode()


@pytest.fixture
def rewriting():
    Rewriting.asked, Rewriting.page = [], ('"one"', FIRE[0])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Rewriting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f'[[feed]]\nurl = "http://127.0.0.1:{server.server_port}/digest"\n[fetch]\nallow_private = true\nretries = 0\n'
    server.shutdown()
    server.server_close()


def test_a_page_rewritten_while_its_feed_says_nothing_returns_as_an_update(tmp_path, rewriting):
    config = desk(tmp_path, config=TWO_DAYS + rewriting)
    first = daily(config, now=six("2026-05-08"), progress=silent).edition
    assert "Four people were killed" in first.briefs[0].text
    Rewriting.page = ('"two"', LATER)
    (brief,) = daily(config, now=six("2026-05-09"), progress=silent).edition.briefs
    assert "Six people were killed" in brief.text
    assert brief.story.id == first.briefs[0].story.id
    assert brief.sent_before is not None


def test_a_page_that_stayed_as_it_was_is_asked_for_once_a_day_and_old_ones_no_more(tmp_path, rewriting):
    config = desk(tmp_path, config=TWO_DAYS + rewriting)
    asked = []
    for day in ("2026-05-08", "2026-05-09", "2026-05-10", "2026-05-11"):
        edition = daily(config, now=six(day), progress=silent).edition
        asked.append(Rewriting.asked.count("/fire"))
    assert asked == [1, 2, 2, 2]
    assert edition.briefs == ()


def test_of_a_page_that_is_gone_what_was_read_stands_and_it_is_on_record(tmp_path, rewriting):
    config = desk(tmp_path, config=TWO_DAYS + rewriting)
    daily(config, now=six("2026-05-08"), progress=silent)
    Rewriting.page = ("", "")
    edition = daily(config, now=six("2026-05-09"), progress=silent).edition
    assert edition.briefs == ()
    assert [d.reason for d in edition.dropped if d.step == "read"] == [
        "answered 404 Not Found; what was read before stands"
    ]


def test_more_pages_than_may_be_asked_again_are_named(tmp_path, rewriting):
    config = TWO_DAYS + rewriting + "max_pages_again = 0\n"
    chosen = desk(tmp_path, config=config)
    daily(chosen, now=six("2026-05-08"), progress=silent)
    edition = daily(chosen, now=six("2026-05-09"), progress=silent).edition
    assert Rewriting.asked.count("/fire") == 1
    assert any("more than 0 of recent editions" in drop.reason for drop in edition.dropped)


# ---------------------------------------------------------------- before there is a network

REMOTE = '[[feed]]\nurl = "http://bay.invalid/rss"\nfull_text = false\n[fetch]\nallow_private = true\nretries = 0\n'


@pytest.fixture
def network(monkeypatch):
    """Names that nobody looks up until ``network.append(True)``; then bay.invalid is this machine."""
    up, ask = [], socket.getaddrinfo

    def look_up(host, *rest, **options):
        if str(host).endswith(".invalid") and not up:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return ask("127.0.0.1" if str(host).endswith(".invalid") else host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return up


def test_a_machine_that_has_just_woken_waits_for_its_network(tmp_path, newsroom, network):
    port = newsroom.rpartition(":")[2]
    config = desk(tmp_path, config=FOLDERLESS + REMOTE.replace("bay.invalid", f"bay.invalid:{port}"))
    naps = []

    def sleep(seconds):
        naps.append(seconds)
        network.extend([True] * (len(naps) == 3))

    edition = daily(config, now=six("2026-05-08"), progress=silent, sleep=sleep).edition
    assert "Ostrava Bay" in edition.briefs[0].text
    assert naps == [5, 10, 20]


def test_without_a_network_nothing_is_kept_and_a_later_run_makes_the_edition(tmp_path, network):
    config = desk(tmp_path, config=FOLDERLESS + REMOTE)
    naps = []
    with pytest.raises(OfflineError):
        daily(config, now=six("2026-05-08"), progress=silent, sleep=naps.append)
    assert sum(naps) == config.settings.fetch.network_wait_s
    with Archive(config.archive_path) as archive:
        assert archive.editions() == ()


def test_without_a_network_the_articles_at_hand_still_make_an_edition(tmp_path, network):
    config = desk(tmp_path, "averna-rates", config=CONFIG + REMOTE)
    edition = daily(config, now=six("2026-05-08"), progress=silent, sleep=lambda seconds: None).edition
    assert edition.briefs
    assert any("bay.invalid" in line for line in edition.missing)


def test_one_address_that_is_wrong_holds_nothing_up(tmp_path, newsroom, network):
    config = desk(
        tmp_path, config=FOLDERLESS + REMOTE + f'[[feed]]\nurl = "{newsroom}/rss"\nfull_text = false\n'
    )
    assert daily(config, now=six("2026-05-08"), progress=silent, sleep=pytest.fail).edition.briefs


def test_a_run_without_a_network_ends_with_status_1_for_a_scheduler_to_repeat(tmp_path, network, capsys):
    desk(tmp_path, config=FOLDERLESS + REMOTE + "network_wait_s = 0\n")
    assert cli._run(["daily", "--quiet", "--config", str(tmp_path)]) == 1
    assert "is there a network?" in capsys.readouterr().err


# ---------------------------------------------------------------- cut off at any moment


@pytest.mark.slow
def test_an_edition_killed_at_any_moment_is_completed_by_the_next_run_and_nothing_is_lost(tmp_path):
    chance = random.Random(7)
    whole = desk(tmp_path / "whole", "averna-rates")
    expected = daily(whole, now=six("2026-05-08"), progress=silent).edition
    for number in range(8):
        home = tmp_path / f"cut{number}"
        config = desk(home, "averna-rates")
        command = [
            sys.executable,
            "-m",
            "briefing",
            "daily",
            "--quiet",
            "--date",
            "2026-05-08",
            "-c",
            str(home),
        ]
        process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)})
        time.sleep(chance.uniform(0.05, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)
        daily(config, now=six("2026-05-08"), progress=silent)
        made = json.loads((home / "editions" / "2026-05-08.json").read_text(encoding="utf-8"))
        assert [brief["headline"] for brief in made["briefs"]] == [
            brief.headline for brief in expected.briefs
        ]
        with Archive(config.archive_path) as archive:
            assert [delivery.state for delivery in archive.deliveries()] == ["sent"]
