"""A run that delivers is killed at random moments; the next ones complete it, and nobody gets a mail twice."""

import random
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime

from briefing.archive import Archive
from briefing.data import Edition, Recipe
from briefing.deliver.smtp import pack

KILLS = 20
READERS = 400

WORKER = """
import sys
from briefing.archive import Archive
from briefing.deliver import drain
from briefing.deliver.smtp import SmtpSender
from briefing.settings import SmtpSettings

settings = SmtpSettings(host="127.0.0.1", port=int(sys.argv[2]), security="none", sender="news@tarn.example")
with Archive(sys.argv[1]) as archive, SmtpSender(settings) as sender:
    print("ready", flush=True)
    drain(archive, {"smtp": sender})
    print("done", flush=True)
"""


def test_no_mail_goes_twice_and_none_is_lost_unseen(tmp_path, serve, mail):
    server = serve()
    path = tmp_path / "archive.db"
    edition = Edition((), (), datetime(2031, 6, 2, tzinfo=UTC), Recipe("1", "verbatim", "", 100))
    with Archive(path) as archive:
        readers = [("smtp", f"reader{number}@example.org") for number in range(READERS)]
        archive.add_edition("e", edition, {"email": pack(mail)}, readers)
    chance = random.Random(20310602)
    killed = 0
    for run in range(KILLS * 3):
        worker = subprocess.Popen(
            [sys.executable, "-c", WORKER, str(path), str(server.settings.port)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        if run < KILLS:
            time.sleep(chance.uniform(0.0, 0.12))
            worker.kill()
        killed += "done" not in worker.communicate()[0]
        if run >= KILLS and worker.returncode == 0:
            break
    arrived = Counter(got.to[0] for got in server.handler.mails)
    with Archive(path) as archive:
        states = {delivery.recipient: delivery.state for delivery in archive.deliveries()}
        assert archive.problems() == ()
    assert killed > KILLS // 2
    assert set(arrived.values()) == {1}
    assert set(states.values()) <= {"sent", "unsure"}
    assert {reader for reader, state in states.items() if state == "sent"} <= set(arrived)
    lost = {reader for reader in states if reader not in arrived}
    assert lost <= {reader for reader, state in states.items() if state == "unsure"}
    assert len(lost) <= 2  # killed in the instant between the mark and the closing dot
