"""deliver: editions to their recipients, out of the outbox. A refused one is tried again, a sent one never.

``drain`` knows no server and no archive: it moves what an outbox holds through senders, and each sender knows
one channel. Between the moment a mail's last bytes go and the moment its arrival is written down, nobody can
know whether it arrived: such a mail is reported, and not tried again by itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from briefing.data import Outgoing
from briefing.errors import DeliveryError
from briefing.settings import DeliverSettings

__all__ = ["ChannelDown", "Drained", "Outbox", "Sender", "Unanswered", "drain"]


class Outbox(Protocol):
    """Where deliveries wait; ``briefing.archive.Archive`` is one."""

    def lock(self, name: str, *, wait_seconds: float = 0.0) -> AbstractContextManager[bool]:
        """Hold a lock between processes."""

    def recover(self, now: datetime) -> int:
        """Settle what a dead process left behind."""

    def claim(self, now: datetime, channels: Sequence[str]) -> Outgoing | None:
        """Take the next one that is due."""

    def next_due(self, channels: Sequence[str]) -> datetime | None:
        """Return when the next one is due."""

    def handing_over(self, outgoing: Outgoing, now: datetime) -> bool:
        """Note that the last bytes are about to go."""

    def sent(self, outgoing: Outgoing, now: datetime) -> None:
        """Note that it has arrived."""

    def unsure(self, outgoing: Outgoing, now: datetime, error: str) -> None:
        """Note that nobody can know whether it has."""

    def refused(self, outgoing: Outgoing, next_try: datetime | None, now: datetime, error: str) -> None:
        """Note that it was refused, until then or for good."""

    def content(self, edition_id: str, format: str) -> bytes:
        """Return an edition's bytes."""


class Sender(Protocol):
    """Hands an edition to one recipient of its channel."""

    def send(
        self, outgoing: Outgoing, content: Callable[[str], bytes], last_bytes: Callable[[], bool]
    ) -> None:
        """Hand it over; ``content(format)`` gives the edition's bytes.

        ``last_bytes()`` must be called before the bytes that complete it go; where it answers False, they
        must not. Raises ``DeliveryError`` where it was refused, ``ChannelDown`` where all others would be
        too, ``Unanswered`` where it may have arrived.
        """


class ChannelDown(DeliveryError):
    """Nothing can be sent this way now: no connection, no login."""


class Unanswered(DeliveryError):
    """All bytes went, and no answer came."""


@dataclass(frozen=True, slots=True)
class Drained:
    """What became of the outbox: each list with the reason in plain words."""

    sent: tuple[Outgoing, ...] = ()
    waiting: tuple[tuple[Outgoing, str], ...] = ()
    failed: tuple[tuple[Outgoing, str], ...] = ()
    unsure: tuple[tuple[Outgoing, str], ...] = ()
    busy: bool = False

    @property
    def complete(self) -> bool:
        """Whether everything due has arrived."""
        return not (self.waiting or self.failed or self.unsure or self.busy)


def drain(
    outbox: Outbox,
    senders: Mapping[str, Sender],
    *,
    settings: DeliverSettings | None = None,
    patience_seconds: float = 0.0,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    sleep: Callable[[float], None] = time.sleep,
) -> Drained:
    """Send all that is due, one at a time; one process at a time does (``busy``: another one does).

    Refused ones are tried again while ``patience_seconds`` last, and in later runs.
    """
    settings = settings or DeliverSettings()
    with outbox.lock("delivery") as got:
        if not got:
            return Drained(busy=True)
        outbox.recover(clock())
        run = _Run(outbox, senders, settings, clock)
        until = clock() + timedelta(seconds=patience_seconds)
        while True:
            run.send_due()
            due = run.next_due()
            if due is None or due > until:
                return run.drained()
            sleep(max(0.0, (due - clock()).total_seconds()))


class _Run:
    """One emptying of the outbox."""

    def __init__(
        self,
        outbox: Outbox,
        senders: Mapping[str, Sender],
        settings: DeliverSettings,
        clock: Callable[[], datetime],
    ) -> None:
        self.outbox, self.senders, self.settings, self.clock = outbox, senders, settings, clock
        self.down: set[str] = set()
        self.ends: dict[int, tuple[str, Outgoing, str]] = {}

    def send_due(self) -> None:
        """Send until nothing is due but what goes a way that is down."""
        self.down.clear()
        while (
            outgoing := self.outbox.claim(self.clock(), sorted(self.senders.keys() - self.down))
        ) is not None:
            end, reason = self._send(outgoing)
            self.ends[outgoing.key] = (end, outgoing, reason)

    def next_due(self) -> datetime | None:
        """Return when to try again; a way that is down is given its time whatever waits for it."""
        up = self.outbox.next_due(sorted(self.senders.keys() - self.down))
        if self.outbox.next_due(sorted(self.down)) is None:
            return up
        later = self.clock() + timedelta(seconds=self.settings.first_wait_seconds)
        return min(up, later) if up is not None else later

    def _send(self, outgoing: Outgoing) -> tuple[str, str]:
        def content(format: str) -> bytes:
            return self.outbox.content(outgoing.edition_id, format)

        def last_bytes() -> bool:
            return self.outbox.handing_over(outgoing, self.clock())

        try:
            self.senders[outgoing.channel].send(outgoing, content, last_bytes)
        except Unanswered as error:
            self.outbox.unsure(outgoing, self.clock(), str(error))
            return "unsure", str(error)
        except DeliveryError as error:
            if isinstance(error, ChannelDown):
                self.down.add(outgoing.channel)
            return self._put_back(outgoing, error)
        self.outbox.sent(outgoing, self.clock())
        return "sent", ""

    def _put_back(self, outgoing: Outgoing, error: DeliveryError) -> tuple[str, str]:
        now, limits = self.clock(), self.settings
        if error.lasting or outgoing.attempts >= limits.max_attempts:
            self.outbox.refused(outgoing, None, now, str(error))
            return "failed", str(error)
        wait = min(limits.longest_wait_seconds, limits.first_wait_seconds * 2.0 ** (outgoing.attempts - 1))
        self.outbox.refused(outgoing, now + timedelta(seconds=wait), now, str(error))
        return "waiting", str(error)

    def drained(self) -> Drained:
        """Return what became of each."""
        ends = list(self.ends.values())
        return Drained(
            sent=tuple(outgoing for end, outgoing, _ in ends if end == "sent"),
            waiting=tuple((outgoing, reason) for end, outgoing, reason in ends if end == "waiting"),
            failed=tuple((outgoing, reason) for end, outgoing, reason in ends if end == "failed"),
            unsure=tuple((outgoing, reason) for end, outgoing, reason in ends if end == "unsure"),
        )
