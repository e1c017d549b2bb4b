"""Text → figures with exact spans: every digit and number word of a text is accounted for.

Promise: figures come in the order of the text and never overlap; ``text[f.start:f.end] == f.text`` in the
original, whatever marks or markup stand inside; what cannot be read is ``Kind.UNREAD``, never left out.
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal

from briefing.data import Figure, Kind
from briefing.figures.reading.draft import Context, Draft
from briefing.figures.reading.number import EXACT, is_whole
from briefing.figures.reading.reader import Reader
from briefing.figures.vocabulary.normalise import Plain, plain
from briefing.figures.vocabulary.tokens import MAX_DIGITS, Tokens

_MONTH_FIRST = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)?\d\d(?!\d)")
_DAY_FIRST = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)?\d\d(?!\d)")


def parse(text: str, *, published: datetime | None = None) -> tuple[Figure, ...]:
    """All figures of a text, in order.

    ``published`` resolves relative dates in its own offset; without it they have no ``when``. Offsets are
    into ``text`` as given. Linear in the length of the text; never raises on content.
    """
    copy = plain(text)
    tokens = Tokens(copy.text)
    context = _context(copy.text, published)
    drafts = Reader(tokens, context).drafts()
    figures = [_figure(text, copy, tokens, draft) for draft in drafts]
    return tuple(_with_markup(text, copy, figures))


def _context(text: str, published: datetime | None) -> Context:
    month_first = False
    if "/" in text:
        month_first = bool(_MONTH_FIRST.search(text)) and not _DAY_FIRST.search(text)
    sterling = "\u00a3" in text or "pence" in text or "sterling" in text
    euro = "\u20ac" in text and "$" not in text
    return Context(published, month_first, sterling, euro)


def _figure(text: str, copy: Plain, t: Tokens, d: Draft) -> Figure:
    start, end = copy.span(t.start[d.i], t.end[d.j - 1])
    return Figure(
        d.kind, text[start:end], start, end, _tidy(d.low), _tidy(d.high), d.unit, d.modifier, d.direction, d.when, d.until,
        written_unit=d.written_unit, grain=_tidy(d.grain), parts=d.parts, or_when=d.or_when, gap=d.gap,
    )  # fmt: skip


def _tidy(value: Decimal | None) -> Decimal | None:
    """Return the same value without an exponent or idle zeros: 3.400E+9 is 3400000000."""
    if value is None or not value.is_finite():
        return None
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0 and value.adjusted() < MAX_DIGITS:
        return value.quantize(Decimal(1), context=EXACT)
    if isinstance(exponent, int) and -MAX_DIGITS < exponent < 0 and is_whole(value):
        return value.quantize(Decimal(1), context=EXACT)
    return value


def _with_markup(text: str, copy: Plain, figures: list[Figure]) -> list[Figure]:
    """Add the tags and entities whose digits no reader sees, where no figure covers them."""
    if not copy.markup:
        return figures
    covered = [(f.start, f.end) for f in figures]
    extra: list[Figure] = []
    n = 0
    for start, end in copy.markup:
        while n < len(covered) and covered[n][1] <= start:
            n += 1
        if n == len(covered) or covered[n][0] >= end:
            extra.append(Figure(Kind.IDIOM, text[start:end], start, end))
    return sorted(figures + extra, key=lambda f: f.start)
