"""``kill -9`` at random moments of an edition: the next run completes it, and no mail goes twice.

Each time a whole process (read, brief, archive, mail through a real SMTP server, folder) is killed at a moment drawn
evenly over its length, then run again until nothing waits.
"""

from __future__ import annotations

import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from measure.report import Row, Section

ROOT = Path(__file__).parent.parent
KILLS = 50
READERS = ("one", "two", "three")
CONFIG = """\
model = "verbatim"
max_age_hours = 30
[[folder]]
path = "inbox"
[files]
folder = "out"
[mail]
to = [{readers}]
[smtp]
host = "127.0.0.1"
port = {port}
security = "none"
sender = "Letter <letter@example.org>"
[settings.deliver]
first_wait_seconds = 0.01
"""


class _Postbox:
    """What a real server accepted: how often each recipient got each Message-ID."""

    def __init__(self) -> None:
        self.count: Counter[tuple[str, str]] = Counter()

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:
        content = envelope.content.decode("utf-8", "replace")  # type: ignore[attr-defined]
        name = next(line for line in content.splitlines() if line.lower().startswith("message-id:"))
        for recipient in envelope.rcpt_tos:  # type: ignore[attr-defined]
            self.count[(recipient, name.strip())] += 1
        return "250 OK"


def measure(data: Path) -> Section:
    """Kill ``KILLS`` editions and complete them."""
    from aiosmtpd.controller import Controller

    chance = random.Random(11)
    postbox = _Postbox()
    port = _free_port()
    controller = Controller(postbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            length_s = _whole(Path(folder) / "whole", port)
            ends = [_cut(Path(folder) / str(n), port, chance.uniform(0, length_s)) for n in range(KILLS)]
    finally:
        controller.stop()
    twice = sum(count > 1 for count in postbox.count.values())
    completed = sum(end[0] for end in ends)
    unsure = sum(end[1] for end in ends)
    arrived = sum(postbox.count.values()) - len(READERS)
    return Section(
        "Killed at any moment",
        f"{KILLS} editions of a story set, each killed once at a random moment and then run again; {len(READERS)} mails "
        "each through a real SMTP server.",
        (
            Row(
                "kills_completed", "editions completed by the next run", completed, f"of {KILLS}", f"{KILLS}"
            ),
            Row("kills_twice", "mails that went twice", twice, "", "0"),
            Row("kills_arrived", "mails that arrived", arrived, f"of {KILLS * len(READERS)}", ""),
            Row("kills_unsure", "mails named as unsure: handed over when the kill came", unsure, "", ""),
        ),
    )


def _free_port() -> int:
    """Ask the system for a port: the library wants to know it before it listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _desk(home: Path, port: int) -> list[str]:
    shutil.copytree(ROOT / "seeds" / "averna-rates", home / "inbox")
    readers = ", ".join(f'"{reader}-{home.name}@example.org"' for reader in READERS)
    (home / "briefing.toml").write_text(CONFIG.format(readers=readers, port=port), encoding="utf-8")
    return [sys.executable, "-m", "briefing", "daily", "--quiet", "-c", str(home), "--date", "2026-05-08"]


def _whole(home: Path, port: int) -> float:
    begun = time.perf_counter()
    subprocess.run(_desk(home, port), cwd=ROOT, check=True)
    return time.perf_counter() - begun


def _cut(home: Path, port: int, after_s: float) -> tuple[bool, int]:
    command = _desk(home, port)
    process = subprocess.Popen(command, cwd=ROOT)
    time.sleep(after_s)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=60)
    for _ in range(3):
        subprocess.run(command, cwd=ROOT, check=False)
    from briefing.archive import Archive

    with Archive(home / "briefing.db") as archive:
        states = Counter(delivery.state for delivery in archive.deliveries())
    whole = (home / "out" / "2026-05-08.html").exists() and states["sent"] + states["unsure"] == len(
        READERS
    ) + 1
    return whole, states["unsure"]


if __name__ == "__main__":
    for row in measure(ROOT.parent / "shared" / "data").rows:
        print(row)
