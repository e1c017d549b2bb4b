"""What the check says of a text: a verdict on every figure, quotation and name, with what decided it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.data.figures import Figure
from briefing.data.ledger import Citation


class Verdict(StrEnum):
    """What the check says of one figure, quote or name."""

    SUPPORTED = "supported"
    DERIVED = "derived"
    UNSUPPORTED = "unsupported"
    CONFLICTING = "conflicting"
    NOT_UNDERSTOOD = "not understood"

    @property
    def passes(self) -> bool:
        """Whether it may be published."""
        return self in (Verdict.SUPPORTED, Verdict.DERIVED)


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on one span of a text, with the reason in plain words and what decided it.

    ``what`` is ``figure``, ``quote`` or ``name``. ``start``/``end`` are offsets into the checked text.
    """

    what: str
    text: str
    start: int
    end: int
    verdict: Verdict
    reason: str
    citations: tuple[Citation, ...] = ()
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The verdicts on a text. ``ok`` only when every figure, quote and name passes."""

    text: str
    figures: tuple[Checked, ...] = ()
    quotes: tuple[Checked, ...] = ()
    names: tuple[Checked, ...] = ()

    @property
    def failures(self) -> tuple[Checked, ...]:
        """What does not pass, in the order of the text."""
        everything = (*self.figures, *self.quotes, *self.names)
        return tuple(sorted((c for c in everything if not c.verdict.passes), key=lambda c: (c.start, c.end)))

    @property
    def ok(self) -> bool:
        """Whether the text may be published."""
        return not self.failures
