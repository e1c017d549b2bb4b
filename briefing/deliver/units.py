"""The schedule in the words of the system's own: a systemd service and timer, or lines for a crontab."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from briefing.deliver.schedule import DAYS, Schedule

_NAMES = tuple(day.capitalize() for day in DAYS)


def systemd(plan: Schedule, command: Sequence[str]) -> str:
    """Return a service and a timer, each under the name of its file.

    ``Persistent`` catches a missed run up once, when the machine is back. A run without a network, or one that was
    killed, is repeated; a mistake that somebody has to mend (status 2) is not. The units of a user know nothing of the
    system's, so they cannot wait for ``network-online.target``. The type is the plain one, because systemd before 244
    refuses to restart a ``oneshot``.
    """
    days = "" if len(plan.days) == 7 else ",".join(_NAMES[day] for day in plan.days) + " "
    times = "\n".join(f"OnCalendar={days}*-*-* {at:%H:%M}:00 {plan.zone.key}" for at in plan.times)
    return f"""\
# ~/.config/systemd/user/briefing.service
[Unit]
Description=Make and send the edition
# 24 starts in six hours, then it is left alone until the next edition
StartLimitIntervalSec=6h
StartLimitBurst=24

[Service]
Type=simple
ExecStart={" ".join(_systemd_word(word) for word in command)}
Restart=on-failure
RestartSec=5min
RestartPreventExitStatus=2

# ~/.config/systemd/user/briefing.timer
[Unit]
Description=When the edition is made

[Timer]
{times}
Persistent=true
AccuracySec=1s

[Install]
WantedBy=timers.target

# Then: systemctl --user daemon-reload && systemctl --user enable --now briefing.timer
# It runs while nobody is logged in after: loginctl enable-linger
"""


def cron(plan: Schedule, command: Sequence[str]) -> str:
    """Return lines for a crontab. Cron catches nothing up; a run missed is made up for by the next."""
    # Cron counts Sunday as 0, and a % ends the command there.
    days = "*" if len(plan.days) == 7 else ",".join(str((day + 1) % 7) for day in plan.days)
    words = shlex.join(command).replace("%", "\\%")
    lines = [f"{at.minute} {at.hour} * * {days} {words}" for at in plan.times]
    head = ["# crontab -e", "# cronie reads CRON_TZ; Debian's cron knows no time but the machine's own"]
    return "\n".join([*head, f"CRON_TZ={plan.zone.key}", *lines, ""])


def _systemd_word(word: str) -> str:
    """Quote a word for ExecStart: percent, dollar and backslash mean something there (systemd.service(5))."""
    word = word.replace("\\", "\\\\").replace("%", "%%").replace("$", "$$")
    plain = word and not any(c.isspace() or c in "\"';" for c in word)
    return word if plain else '"' + word.replace('"', '\\"') + '"'
