"""archive: memory across days. What was read and sent, to whom, and what that asks of the next edition.

``Archive`` keeps it in one SQLite file; ``unsent`` and ``remember`` decide from what was sent what is new.
"""

from __future__ import annotations

from briefing.archive.memory import Unsent, remember, unsent
from briefing.archive.records import ArchivedEdition, Delivery, Hit, Pruned, SentFigure, SentStory
from briefing.archive.store import Archive

__all__ = [
    "Archive",
    "ArchivedEdition",
    "Delivery",
    "Hit",
    "Pruned",
    "SentFigure",
    "SentStory",
    "Unsent",
    "remember",
    "unsent",
]
