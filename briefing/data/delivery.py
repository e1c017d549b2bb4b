"""An edition on its way: a mail, and what waits in the outbox."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Email:
    """A mail without its envelope; ``html`` and ``text`` say the same."""

    subject: str
    preheader: str
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An edition on its way to one recipient. ``attempts`` counts this one.

    ``channel`` is ``smtp``, ``folder`` or ``webhook``; ``recipient`` an address, a path or a URL.
    """

    key: int
    edition_id: str
    channel: str
    recipient: str
    attempts: int
