"""Reading the unit behind a number, and a figure's value in the unit its text names.

Promise: the longest spelling wins, and a symbol in letters that can mean something else is none.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Figure, Kind
from briefing.figures.vocabulary.tokens import Tokens
from briefing.figures.vocabulary.unit_table import BY_FIRST, BY_NAME, Unit
from briefing.wordsets import word_set

FIRST_WORDS = frozenset(BY_FIRST)


def read_unit(t: Tokens, j: int) -> tuple[Unit, int] | None:
    """Return the unit whose spelling begins at token ``j``, longest first, and the index after it."""
    entries = BY_FIRST.get(t.word(j))
    if entries is None:
        return None
    for words, unit in entries:
        if len(words) == 1 or all(t.word(j + n) == word for n, word in enumerate(words)):
            if (
                len(words) > 1
                and unit.care == "glued"
                and not all(t.glued(j + n) for n in range(1, len(words)))
            ):
                continue
            if unit.care.startswith("case:") and t.raw(j) != unit.care[5:] and not _case_is_free(t, j, unit):
                continue
            return unit, j + len(words)
    return None


_FREE_CASE = word_set("mw gw kg mg ml cl l mm cm")


def _case_is_free(t: Tokens, j: int, unit: Unit) -> bool:
    """Whether a symbol in other letters can only mean this: MM is not mm, but KG is kg."""
    raw = t.raw(j)
    return unit.care[5:].lower() in _FREE_CASE and raw not in {"MM", "M", "G"} and raw.lower() != "mw"


_FACTORS = {name: unit.factor for name, unit in BY_NAME.items()} | dict.fromkeys(
    ("cent", "pence", "paise", "euro cent"), Decimal("0.01")
)


def written_value(figure: Figure, *, high: bool = False) -> Decimal | None:
    """Return the lower (or higher) value of a figure in the unit its text names: 470 for "470 pence", 3.4 for "3.4 GW"."""
    value = figure.high if high else figure.low
    if value is None or figure.kind is Kind.AGE:
        return value
    if figure.written_unit.startswith("per "):
        return value * Decimal(figure.written_unit[4:])
    return value / _FACTORS.get(figure.written_unit, Decimal(1))


def written_factor(figure: Figure) -> Decimal | None:
    """Return how much of the canonical unit one of the written unit is: 60 for minutes; nothing for a figure of zero."""
    written = written_value(figure)
    return figure.low / written if written and figure.low else None
