"""What a kill -9 leaves: a process works on an archive, is killed at a random moment, and everything is looked at."""

import random
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from briefing.archive import Archive

KILLS = 20
FIRST_RUNS = 20
RUNS_AT_ONCE = 4

WORKER = """
import sys
from datetime import UTC, datetime
import briefing.figures  # what the first edition would load
from briefing.archive import Archive
from briefing.data import Article, Brief, BriefSentence, Edition, Recipe, Story

path, run = sys.argv[1], int(sys.argv[2])
now = datetime(2031, 5, 5, tzinfo=UTC)
print("ready", flush=True)
with Archive(path) as archive:
    number = 0
    while True:
        name = f"{run}-{number}"
        articles = tuple(
            Article(f"{name}-{n}", f"Text {n} of {name}. " * 40, "Tarn Courier", "T", now) for n in range(5)
        )
        told = Brief(Story(name, articles), "Headline", (BriefSentence("Text.", ()),), articles)
        made = Edition((told,), (), now, Recipe("1", "verbatim", "", 100), articles)
        archive.add_edition(name, made, {"html": b"x" * 20_000}, [("smtp", f"{n}@example.org") for n in range(3)])
        print("edition", name, flush=True)
        out = archive.claim(now)
        archive.handing_over(out, now)
        archive.sent(out, now)
        print("sent", out.edition_id, out.recipient, flush=True)
        number += 1
"""


def test_nothing_committed_is_lost_and_nothing_half_done_stays(tmp_path):
    path = tmp_path / "archive.db"
    chance = random.Random(20310505)
    editions, sent = set(), set()
    for run in range(KILLS):
        worker = subprocess.Popen(
            [sys.executable, "-c", WORKER, str(path), str(run)], stdout=subprocess.PIPE, text=True
        )
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.0, 0.25))
        worker.kill()
        told, _ = worker.communicate()
        for line in told.splitlines():
            match line.split():
                case ["edition", name]:
                    editions.add(name)
                case ["sent", name, recipient]:
                    sent.add((name, recipient))
    with Archive(path) as archive:
        assert archive.problems() == ()
        kept = archive.editions()
        assert editions <= {edition.id for edition in kept}
        assert len(editions) >= 3
        for edition in kept:
            assert archive.content(edition.id, "html") == b"x" * 20_000
            assert edition.headlines == ("Headline",)
            assert len(archive.deliveries(edition.id)) == 3
            assert len(archive.known_ids(f"{edition.id}-{n}" for n in range(5))) == 5
        archived = {(d.edition_id, d.recipient) for d in archive.deliveries() if d.state == "sent"}
        assert sent <= archived


def test_two_processes_at_once_neither_break_it_nor_send_twice(tmp_path):
    path = tmp_path / "archive.db"
    workers = [
        subprocess.Popen([sys.executable, "-c", WORKER, str(path), "7"], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    told: list[list[str]] = []
    for worker in workers:
        assert worker.stdout is not None
        told.append([worker.stdout.readline() for _ in range(9)])
    for worker, lines in zip(workers, told, strict=True):
        assert worker.poll() is None  # neither has stopped over the other
        worker.kill()
        lines += worker.communicate()[0].splitlines(keepends=True)
    sent = [line for lines in told for line in lines if line.startswith("sent") and line.endswith("\n")]
    assert len(sent) >= 2
    assert len(sent) == len(set(sent))
    with Archive(path) as archive:
        assert archive.problems() == ()


def test_a_new_archive_opened_by_several_runs_at_once_is_opened_by_all(tmp_path):
    def opened(path, together):
        together.wait()
        with Archive(path) as archive:
            return archive.problems()

    with ThreadPoolExecutor(RUNS_AT_ONCE) as pool:
        for number in range(FIRST_RUNS):
            together = threading.Barrier(RUNS_AT_ONCE)
            runs = [pool.submit(opened, tmp_path / f"{number}.db", together) for _ in range(RUNS_AT_ONCE)]
            assert [run.result() for run in runs] == [()] * RUNS_AT_ONCE
