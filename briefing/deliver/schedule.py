"""When editions are made: times of day on weekdays, in a time zone, each exactly once.

A time that the clocks skip in spring falls on the first minute after the gap; one that comes twice in autumn
counts the first time only. A run that was missed, because the machine slept or was off or the last one took
too long, is caught up once, however many were missed.
"""

from __future__ import annotations

import re
import time as clocks
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefing.errors import BriefingError, OfflineError, SettingsError

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
POLL_SECONDS = 30.0  # a machine that slept finds out within this; a longer wait would sleep on past the time
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Schedule:
    """Times of day, in order, on weekdays (0 is Monday), in a zone."""

    times: tuple[time, ...]
    days: tuple[int, ...]
    zone: ZoneInfo

    def next(self, after: datetime) -> datetime:
        """Return the first time after ``after``, in UTC."""
        today = after.astimezone(self.zone).date()
        return min(moment for moment in self._moments(today, range(-1, 9)) if moment > after)

    def latest(self, until: datetime) -> datetime:
        """Return the last time up to and with ``until``, in UTC."""
        today = until.astimezone(self.zone).date()
        return max(moment for moment in self._moments(today, range(-8, 2)) if moment <= until)

    def _moments(self, today: date, days: range) -> list[datetime]:
        dates = (today + timedelta(days=number) for number in days)
        return [
            _instant(day, at, self.zone) for day in dates if day.weekday() in self.days for at in self.times
        ]


def schedule(times: Sequence[str], days: str = "daily", zone: str = "UTC") -> Schedule:
    """Return the schedule that the words say: ``["06:00"]``, ``"mon-fri"``, ``"Europe/Oslo"``.

    ``days`` is ``daily`` or names and spans, such as ``mon,wed-fri``: names, since programs number days
    differently.

    Raises:
        SettingsError: a word that means nothing; the message names it.

    """
    found = [_TIME.fullmatch(text.strip()) for text in times]
    if not found or None in found:
        wrong = next((text for text, match in zip(times, found, strict=True) if match is None), "")
        raise SettingsError(f"schedule: {wrong!r} is no time of day: write it as 06:00")
    try:
        known = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(
            f"schedule: {zone!r} is no time zone, or the system's list is missing: "
            "write it as Europe/Oslo, or pip install tzdata"
        ) from error
    at = sorted({time(int(match[1]), int(match[2])) for match in found if match})
    return Schedule(tuple(at), _weekdays(days), known)


def _weekdays(text: str) -> tuple[int, ...]:
    if text.strip().lower() == "daily":
        return tuple(range(7))
    days: set[int] = set()
    for part in text.lower().split(","):
        first, _, last = (name.strip()[:3] for name in part.partition("-"))
        if first not in DAYS or (last and last not in DAYS):
            raise SettingsError(
                f"schedule: {part.strip()!r} is no weekday: write mon-fri, or mon,wed,fri, or daily"
            )
        start = DAYS.index(first)
        span = (DAYS.index(last) - start) % 7 if last else 0
        days.update((start + number) % 7 for number in range(span + 1))
    return tuple(sorted(days))


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return when a clock on the wall shows ``at`` on ``day``, the first time if it does so twice."""
    wanted = datetime.combine(day, at, zone)
    moment = wanted.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == wanted.replace(tzinfo=None):
        return moment
    # The clocks skip it. Read with the offset from after the gap it lies before the gap; from there to its end.
    moment = wanted.replace(fold=1).astimezone(UTC)
    before = moment.astimezone(zone).utcoffset()
    while moment.astimezone(zone).utcoffset() == before:
        moment += timedelta(minutes=1)
    return moment


def run(
    plan: Schedule,
    job: Callable[[datetime], None],
    *,
    last: datetime | None = None,
    failed: Callable[[BriefingError], None] = lambda error: None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    sleep: Callable[[float], None] = clocks.sleep,
) -> None:
    """Call ``job`` with the time it was due, for ever. One that fails tells ``failed``; the next one comes.

    One without a network is tried again until there is one, or the next is due.

    ``last`` is when the last edition was made: what was due since is caught up at once. Ends with what the
    job raises beyond ``BriefingError``, such as ``KeyboardInterrupt``.
    """
    done = last or clock()
    while True:
        due = plan.latest(clock())
        if due > done:
            before, done = done, due
            try:
                job(due)
            except OfflineError as error:
                failed(error)
                done = before  # it is still to be made
                sleep(POLL_SECONDS)
            except BriefingError as error:
                failed(error)
            continue
        wait = (plan.next(clock()) - clock()).total_seconds()
        sleep(max(0.0, min(wait, POLL_SECONDS)))
