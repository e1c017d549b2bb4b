"""One walk over the tokens of a text: which reader takes which word.

Promise: every digit and number word ends up in a draft, in order and apart from the others.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Kind
from briefing.figures.reading.addresses import phone_at, scan
from briefing.figures.reading.ageclasses import age_class
from briefing.figures.reading.ages import read_age
from briefing.figures.reading.beside import told_beside
from briefing.figures.reading.clock import read_time
from briefing.figures.reading.compounds import ago_if_said
from briefing.figures.reading.dates import read_date
from briefing.figures.reading.draft import Context, Draft
from briefing.figures.reading.magnitudes import read_magnitudes
from briefing.figures.reading.multiples import read_handful, read_multiple, read_vague_word, times_sign
from briefing.figures.reading.names import name_at
from briefing.figures.reading.names_context import title_case
from briefing.figures.reading.numerals import read_number
from briefing.figures.reading.quantities import read_quantity
from briefing.figures.reading.quarters import numbered_period, quarter
from briefing.figures.reading.relative import RELATIVE
from briefing.figures.reading.shapes import combine
from briefing.figures.reading.sharing import spread
from briefing.figures.reading.surroundings import set_surroundings
from briefing.figures.reading.uncounting import is_adverb, pronoun_end
from briefing.figures.reading.years import year_value
from briefing.figures.vocabulary.idioms import TRIGGER_EXTRA, idiom_at
from briefing.figures.vocabulary.nametables import HEADS
from briefing.figures.vocabulary.numberwords import (
    DOZENS,
    FOLD,
    INDEFINITE,
    MONTHS,
    MULTIPLES,
    NUMBER_WORDS,
    ORDINALS,
    SEASONS,
    TEENS_DECADES,
    WEEKDAYS,
)
from briefing.figures.vocabulary.tokens import FRACTION_SIGNS, Tokens

_TRIGGERS = frozenset(
    NUMBER_WORDS
    | MONTHS.keys()
    | WEEKDAYS.keys()
    | SEASONS.keys()
    | RELATIVE
    | INDEFINITE.keys()
    | DOZENS.keys()
    | TRIGGER_EXTRA
    | {"noon", "midday", "midnight", "several", "few", "couple", "handful", "teens", "fy", "cy"}
    | set(FRACTION_SIGNS)
) - {"many", "some"}


def _numeric(t: Tokens, i: int, word: str) -> bool:
    """Whether the token at ``i`` holds digits of any kind."""
    if "0" <= word[0] <= "9" or (word[0] == "." and i in t.value):
        return True
    return not word.isascii() and any(c.isdigit() for c in word)


class Reader:
    """One walk over the tokens. ``pos`` is the first token that no figure has taken yet."""

    def __init__(self, t: Tokens, c: Context) -> None:
        self.t, self.c = t, c
        self.pos = 0
        self.out: list[Draft] = []

    def drafts(self) -> list[Draft]:
        """Everything to account for, in order."""
        t = self.t
        addresses = iter(scan(t.text))
        address = next(addresses, None)
        triggers = _TRIGGERS
        for i, word in enumerate(t.low[: t.count]):
            if word not in triggers and not _numeric(t, i, word):
                continue
            while address is not None and address[1] <= t.start[i]:
                address = next(addresses, None)
            if i < self.pos:
                continue
            if address is not None and address[0] <= t.start[i] < address[1]:
                self._address(i, address)
                continue
            draft = self._read(i)
            if draft is not None:
                draft.i = max(draft.i, self.pos)
                self.pos = draft.j
                self.out.append(draft)
        read_magnitudes(t, self.out)
        spread(t, self.out)
        set_surroundings(t, self.out)
        return self.out

    def _address(self, i: int, span: tuple[int, int]) -> None:
        t = self.t
        begin = end = i
        while begin > self.pos and t.start[begin - 1] >= span[0]:
            begin -= 1
        while end < len(t) and t.start[end] < span[1]:
            end += 1
        self.out.append(Draft(Kind.NAME, begin, end))
        self.pos = end

    # -------------------------------------------------------------- one trigger

    def _read(self, i: int) -> Draft | None:
        t = self.t
        span = idiom_at(t, i)
        if span is not None and span[0] >= self.pos:
            return Draft(Kind.IDIOM, *span)
        for reader in (self._age_class, self._time_or_date, self._age, self._number):
            draft = reader(i)
            if draft is not None and draft.i >= self.pos:
                return draft
            if draft is not None and draft.j > self.pos:
                draft.i = self.pos if self.pos <= i else i
                return draft
        return self._rest(i)

    def _time_or_date(self, i: int) -> Draft | None:
        t = self.t
        if (
            t.word(i - 1) in {"q", "h", "fy", "cy"}
            and i - 1 >= self.pos
            and (coded := read_date(t, i - 1, self.c))
        ):
            return coded
        if (
            t.word(i - 1) == "'"
            and i - 1 >= self.pos
            and t.glued(i)
            and (short := read_date(t, i - 1, self.c))
        ):
            return short
        if t.glued(i + 1) and t.raw(i + 1) == "Q" and t.low[i] in {"1", "2", "3", "4"} and not t.glued(i + 2):
            known = year_value(t, i + 2)
            return quarter(t, i, i + 3 if known else i + 2, int(t.low[i]), 3, known, self.c)
        if t.is_digits(i) and t.glued(i + 1) and t.word(i + 1) in {"x", "\u00d7"}:
            return times_sign(t, i)
        fixed = name_at(t, i, bare=False, end=i + 1) if t.low[i][0].isdecimal() else None
        if (
            fixed is not None
            and (i not in t.dotted or read_date(t, i, self.c) is None)
            and not self._dated(i)
        ):
            return Draft(Kind.NAME, *fixed)
        return read_time(t, i) or numbered_period(t, i, self.c) or read_date(t, i, self.c)

    def _dated(self, i: int) -> bool:
        """Whether a date claims what looks like a name (Nov-21, 3-June)."""
        t = self.t
        return (t.word(i + 2) in MONTHS and t.word(i + 1) == "-") or (
            t.word(i - 1) == "-" and t.word(i - 2) in MONTHS
        )

    def _age_class(self, i: int) -> Draft | None:
        return age_class(self.t, i)

    def _age(self, i: int) -> Draft | None:
        t = self.t
        draft = read_age(t, i)
        return combine(t, draft, self.c) if draft is not None else None

    # -------------------------------------------------------------- numbers

    def _number(self, i: int) -> Draft | None:
        t, c = self.t, self.c
        word = t.word(i)
        if word == "one" and (end := pronoun_end(t, i)):
            return Draft(Kind.IDIOM, i, end)
        if word in MULTIPLES or word in FOLD:
            return read_multiple(t, i)
        if word in ORDINALS and t.word(i + 1) == "," and t.sentence_start(i) and t.capital(i):
            return Draft(Kind.IDIOM, i, i + 1)  # "First, …": the order of an argument
        if word == "first" and is_adverb(t, i):
            return Draft(Kind.IDIOM, i, i + 1)
        if word in {"handful", "couple"} and read_number(t, i) is None:
            return read_handful(t, i, self.pos)
        if (
            word in INDEFINITE
            and t.capital(i)
            and t.capital(i - 1)
            and not t.sentence_start(i - 1)
            and not title_case(t, i)
        ):
            return Draft(Kind.NAME, max(i - 1, self.pos), i + 1)  # the Mega Millions draw
        draft = read_quantity(t, i, c)
        if draft is None:
            return read_vague_word(t, i, self.pos)
        if draft.i < self.pos:
            draft.i = max(self.pos, min(i, draft.j - 1))
        name = self._name(i, draft)
        if name is not None:
            return name
        draft = told_beside(t, self.pos, i, draft, c) or combine(t, draft, c)
        if draft.kind is Kind.AGE or draft.kind is Kind.DURATION:
            return ago_if_said(t, draft, c)
        return draft

    def _name(self, i: int, draft: Draft) -> Draft | None:
        t = self.t
        if t.is_digits(i) and (end := phone_at(t, i)) is not None and draft.bare:
            begin = i - 1 if t.word(i - 1) in {"+", "("} and i - 1 >= self.pos else i
            return Draft(Kind.NAME, begin, end)
        bare = draft.is_plain
        name = (
            name_at(t, i, bare=bare or draft.kind is Kind.ORDINAL, end=draft.j)
            if bare or draft.kind is Kind.ORDINAL or not t.low[i][0].isdecimal()
            else None
        )
        if name is None or name[1] <= i or self._elided(i, name):
            return None
        return Draft(Kind.NAME, max(name[0], self.pos), name[1])

    def _elided(self, i: int, name: tuple[int, int]) -> bool:
        """Whether a capitalised word before a number only leaves out its verb: 31 per cent and the Left 29."""
        t = self.t
        if not self.out or name != (i - 1, i + 1) or t.low[i - 1] in HEADS:
            return False
        last = self.out[-1]
        if any(d.kind is Kind.NAME and t.low[d.i] == t.low[i - 1] for d in self.out):
            return False  # … the Brandt 340, and nine of its sister, the Brandt 360
        near = i - last.j < 10 and not any(word in {".", ";", "!", "?"} for word in t.low[last.j : i])
        k = i - 3 if t.word(i - 2) == "the" else i - 2
        if t.word(i + 1).isalpha() and t.word(i + 1) not in _CLAUSE_LINKS:
            return False  # its predecessor, Skarv 2 should supply
        return near and last.kind in _COUNTABLE and t.word(k) in {"and", ",", "to", "against", "at"}

    def _rest(self, i: int) -> Draft | None:
        """Read what nothing else has read: ordinary words of the calendar pass, number words must not."""
        t = self.t
        word = t.low[i]
        if word.endswith("s") and word[:-1] in ORDINALS and word != "seconds":
            end = i + 4 if t.low[i + 1 : i + 4] == ["of", "a", "second"] else i + 1
            return Draft(Kind.VAGUE, i, end)
        if (
            word in {"quarter", "quarters", "second", "seconds", "half", "halves"}
            or word in TRIGGER_EXTRA
            or (word in ORDINALS and word != "first")
        ):
            return Draft(Kind.IDIOM, i, i + 1)
        if word in TEENS_DECADES:
            return Draft(Kind.VAGUE, i, i + 1, Decimal(TEENS_DECADES[word]), Decimal(TEENS_DECADES[word] + 9))
        if word in NUMBER_WORDS or any(c.isdigit() for c in word):
            return Draft(Kind.UNREAD, i, i + 1)
        return None


_COUNTABLE = frozenset({Kind.COUNT, Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.RATE})


_CLAUSE_LINKS = frozenset(
    {"and", "or", "but", "while", "with", "in", "percent", "for", "against", "to", "at"}
)
