"""The values that pass between steps: all frozen, all typed, none with behaviour beyond reading itself.

Offsets are Python string indices into ``Article.text`` of the *cleaned* article, so that
``article.text[s.start:s.end] == s.text`` always holds.
"""

from __future__ import annotations

from briefing.data.articles import Article, Copy, Dropped, Outlet, Sentence, Story
from briefing.data.checks import Checked, CheckReport, Verdict
from briefing.data.delivery import Email, Outgoing
from briefing.data.editions import Brief, Correction, Edition, Recipe, Style
from briefing.data.figures import (
    AMOUNTS,
    NAMING,
    QUANTITIES,
    RANKING,
    SHARES,
    TEMPORAL,
    TIMELESS,
    Direction,
    Figure,
    Kind,
    Modifier,
    Thing,
)
from briefing.data.ledger import Citation, Ledger, LedgerLine, Statement
from briefing.data.writing import BriefSentence, Draft, Evidence, Rung

__all__ = [
    "AMOUNTS",
    "NAMING",
    "QUANTITIES",
    "RANKING",
    "SHARES",
    "TEMPORAL",
    "TIMELESS",
    "Article",
    "Brief",
    "BriefSentence",
    "CheckReport",
    "Checked",
    "Citation",
    "Copy",
    "Correction",
    "Direction",
    "Draft",
    "Dropped",
    "Edition",
    "Email",
    "Evidence",
    "Figure",
    "Kind",
    "Ledger",
    "LedgerLine",
    "Modifier",
    "Outgoing",
    "Outlet",
    "Recipe",
    "Rung",
    "Sentence",
    "Statement",
    "Story",
    "Style",
    "Thing",
    "Verdict",
]
