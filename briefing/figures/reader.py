"""One walk over the tokens of a text: which reader takes which word, and what stands around a figure.

Promise: every digit and number word ends up in a draft, in order and apart from the others.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.data import Direction, Kind, Modifier
from briefing.figures.addresses import phone_at, scan
from briefing.figures.ageclasses import age_class
from briefing.figures.ages import read_age
from briefing.figures.clock import read_time
from briefing.figures.dates import read_date
from briefing.figures.directions import direction_of
from briefing.figures.draft import Context, Draft, date_draft
from briefing.figures.gaps import gap_of
from briefing.figures.idioms import TRIGGER_EXTRA, idiom_at
from briefing.figures.measures import COMPARED_WITH, OCCASION, below_zero
from briefing.figures.modifiers import modifier_after, modifier_before
from briefing.figures.names import name_at, title_case
from briefing.figures.nametables import HEADS
from briefing.figures.number import EXACT
from briefing.figures.numberwords import (
    DOZENS,
    FOLD,
    INDEFINITE,
    MONTHS,
    MULTIPLES,
    NUMBER_WORDS,
    ORDINALS,
    SCALES,
    SEASONS,
    TEENS_DECADES,
    VAGUE_MULTIPLIERS,
    WEEKDAYS,
    word_set,
)
from briefing.figures.numerals import read_number
from briefing.figures.quantities import read_quantity
from briefing.figures.quarters import quarter
from briefing.figures.relative import RELATIVE, ago
from briefing.figures.shapes import combine
from briefing.figures.sharing import spread
from briefing.figures.tokens import FRACTION_SIGNS, Tokens
from briefing.figures.units import read_unit
from briefing.figures.years import year_value

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


_RANK_AFTER = word_set("in seed seeds spot position ranked on jersey shirt for ,")


_COUNTING_AFTER = word_set("fewer more less people men women")


_NO_RANK_AFTER = word_set("- – to percent % or in out")


_DOUBLE_BEFORE = word_set(
    "the that its their what to in from last this as his her over since by or and our those these for on within every your my"
)


_AUXILIARIES = word_set("to will would could should may might can not")


_ONE_OF = word_set(
    "the its his her their our my your them those these us whom which several many a only britain europe america at"
)


_DETERMINERS = word_set("this that which the no any every each another some such")


_PREPOSITIONS = word_set("to as like than by from for with")


_MODALS = word_set("must should can could may might would cannot ' another")


_POSSESSIVES = word_set("the a its his her their this that ' s our my world")


_ADVERB_VERBS = word_set(
    "thought spoken given taken shown written brought put met came began became took saw made won said told went broke emerged arose got gained spoke set hit struck ran heard held seen known built proposed used found and but"
)


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
        spread(t, self.out)
        self._finish()
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
            return self._times(i)
        fixed = name_at(t, i, bare=False, end=i + 1) if t.low[i][0].isdecimal() else None
        if (
            fixed is not None
            and (i not in t.dotted or read_date(t, i, self.c) is None)
            and not self._dated(i)
        ):
            return Draft(Kind.NAME, *fixed)
        return read_time(t, i) or self._quarter(i) or read_date(t, i, self.c)

    def _times(self, i: int) -> Draft | None:
        """Read 3x as a multiple; 4x100m and 4x4 are names."""
        t = self.t
        if t.glued(i + 2) and t.is_digits(i + 2):
            end = i + 4 if t.glued(i + 3) and t.word(i + 3).isalpha() else i + 3
            return Draft(Kind.NAME, i, end)
        if t.glued(i + 2) and t.word(i + 2)[:1].isalnum():
            return None
        value = t.value[i]
        return Draft(Kind.COUNT, i, i + 2, value, value, "times", "times", grain=Decimal(1))

    def _dated(self, i: int) -> bool:
        """Whether a date claims what looks like a name (Nov-21, 3-June)."""
        t = self.t
        return (t.word(i + 2) in MONTHS and t.word(i + 1) == "-") or (
            t.word(i - 1) == "-" and t.word(i - 2) in MONTHS
        )

    def _quarter(self, i: int) -> Draft | None:
        """Read "the third quarter (of 2025)", "the first half of 2025"; centuries; "the second half" of a game."""
        t = self.t
        if not (t.word(i) in ORDINALS or t.is_digits(i) or t.word(i) in {"twenty"}):
            return None
        number = read_number(t, i)
        if number is None or number.form != "ordinal":
            return None
        k = number.j + 1 if t.word(number.j) == "-" else number.j
        if t.word(k) in {"century", "centuries"} and number.low <= 30:
            first = 100 * (int(number.low) - 1)
            from briefing.figures import calendar as cal

            span = cal.year_span(max(first, 1))[0], cal.year_span(first + 99)[1]
            return date_draft(i, k + 1, "century", span, f"{number.low}th century", low=number.low)
        if (
            t.word(number.j) == "and"
            and t.word(number.j + 1) in ORDINALS | {"20th": 20}.keys()
            and t.word(number.j + 2) in {"centuries"}
        ):
            return date_draft(i, number.j, "century", None, f"{number.low}th century", low=number.low)
        if t.word(k) in {"quarter", "half"} and number.low <= 4:
            j = k + 1
            if (
                t.word(j) == "running"
                or t.low[j : j + 2] == ["in", "succession"]
                or t.low[j : j + 3] == ["in", "a", "row"]
            ):
                return Draft(Kind.ORDINAL, i, number.j, number.low, number.low)  # how many, not which
            year = year_value(t, j + 1 if t.word(j) in {"of", ","} else j)
            if year is not None:
                j += 2 if t.word(j) in {"of", ","} else 1
            elif t.word(k) == "half" and not (
                t.word(j) == "of" and t.word(j + 1) in {"this", "last", "next"} and t.word(j + 2) == "year"
            ):
                return Draft(Kind.ORDINAL, i, k + 1, number.low, number.low, "half")
            return quarter(t, i, j, int(number.low), 3 if t.word(k) == "quarter" else 6, year, self.c)
        return None

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
        if word == "one" and (end := self._pronoun(i)):
            return Draft(Kind.IDIOM, i, end)
        if word in MULTIPLES or word in FOLD:
            return self._multiple(i)
        if word in ORDINALS and t.word(i + 1) == "," and t.sentence_start(i) and t.capital(i):
            return Draft(Kind.IDIOM, i, i + 1)  # "First, …": the order of an argument
        if word == "first" and self._adverb(i):
            return Draft(Kind.IDIOM, i, i + 1)
        if word in {"handful", "couple"} and read_number(t, i) is None:
            return self._handful(i)
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
            return self._vague_word(i)
        if draft.i < self.pos:
            draft.i = max(self.pos, min(i, draft.j - 1))
        name = self._name(i, draft)
        if name is not None:
            return name
        draft = self._special(i, draft) or combine(t, draft, c)
        if draft.kind is Kind.AGE or draft.kind is Kind.DURATION:
            return self._relative(draft)
        return draft

    def _name(self, i: int, draft: Draft) -> Draft | None:
        t = self.t
        if t.is_digits(i) and (end := phone_at(t, i)) is not None and draft.bare:
            begin = i - 1 if t.word(i - 1) in {"+", "("} and i - 1 >= self.pos else i
            return Draft(Kind.NAME, begin, end)
        bare = draft.bare and draft.kind is Kind.COUNT
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

    def _special(self, i: int, draft: Draft) -> Draft | None:
        """Ranks (No. 3), digits of a sum (seven-figure), phone-like and lettered shapes."""
        t = self.t
        before = t.word(draft.i - 1)
        if (
            before == "no"
            and t.capital(draft.i - 1)
            and t.low[i] in {"10", "11"}
            and draft.bare
            and self._downing_street(draft)
        ):
            return Draft(Kind.NAME, max(draft.i - 1, self.pos), draft.j)
        if draft.bare and before in {"no", "nos", "number", "nr"} | {"."} and draft.kind is Kind.COUNT:
            k = draft.i - 1
            if before == "." and t.word(k - 1) in {"no", "nos", "nr"} and t.glued(k):
                k -= 1
            elif before == "." or (before == "no" and not (t.capital(k) and t.is_digits(i))):
                return None
            if before == "number" and (t.word(draft.j) in _COUNTING_AFTER or t.word(k - 1).endswith("s")):
                return None  # the coins number 713 fewer
            draft.kind, draft.i, draft.bare = Kind.ORDINAL, max(k, self.pos), False
            return draft
        if draft.bare and draft.kind is Kind.COUNT and before in _RANKED and self._ranks(draft):
            draft.kind, draft.unit, draft.i, draft.bare = (
                Kind.ORDINAL,
                before,
                max(draft.i - 1, self.pos),
                False,
            )
            return draft
        if draft.bare and before == "magnitude" and draft.kind is Kind.COUNT:
            draft.kind, draft.unit, draft.written_unit, draft.bare = (
                Kind.MEASURE,
                "magnitude",
                "magnitude",
                False,
            )
            return draft
        if draft.bare and draft.kind is Kind.COUNT and (cold := below_zero(t, draft)) is not None:
            return cold
        if before == "or" and draft.bare and draft.low == 2 and (span := self._or_two(draft)) is not None:
            return span
        whole = self._hour_and_a_half(draft) or self._hour_and_minutes(draft)
        if whole is not None:
            return whole
        k = draft.j + 1 if t.word(draft.j) == "-" else draft.j
        if (
            draft.bare
            and draft.kind is Kind.COUNT
            and t.word(k) in {"figure", "figures"}
            and draft.low is not None
            and 3 < draft.low < 16
        ):
            n = int(draft.low)
            return Draft(
                Kind.VAGUE, draft.i, k + 1, Decimal(10) ** (n - 1), Decimal(10) ** n - 1, "", "figures"
            )
        return None

    def _hour_and_a_half(self, draft: Draft) -> Draft | None:
        """Read "an hour and a half", "a mile and a quarter"."""
        t = self.t
        k = draft.i - 1
        if t.low[max(0, k - 4) : k + 1] == ["-", "and", "-", "a", "-"]:
            return self._hyphened_half(draft, k - 5)
        if (
            draft.kind is not Kind.FRACTION
            or t.word(k) != "and"
            or t.word(k - 2) not in {"a", "an", "one"}
            or k - 2 < self.pos
            or draft.low is None
        ):
            return None
        found = read_unit(t, k - 1)
        if found is None or found[1] != k or found[0].kind not in {Kind.DURATION, Kind.MEASURE}:
            return None
        value = EXACT.multiply(1 + draft.low, found[0].factor)
        whole = Draft(
            found[0].kind, k - 2, draft.j, value, value, found[0].base, found[0].name, grain=found[0].factor
        )
        whole.factor = found[0].factor
        return self._relative(whole)

    def _hyphened_half(self, draft: Draft, k: int) -> Draft | None:
        """Read "a year-and-a-half sentence": the unit stands at ``k``."""
        found = read_unit(self.t, k)
        if k < self.pos or found is None or draft.low is None or draft.kind is not Kind.FRACTION:
            return None
        unit = found[0]
        if found[1] != k + 1 or unit.kind not in {Kind.DURATION, Kind.MEASURE}:
            return None
        value = EXACT.multiply(1 + draft.low, unit.factor)
        return Draft(unit.kind, k, draft.j, value, value, unit.base, unit.name, grain=unit.factor)

    def _hour_and_minutes(self, draft: Draft) -> Draft | None:
        """Read "an hour and 15 minutes", "a minute and 34 seconds"."""
        t, k = self.t, draft.i - 1
        if draft.kind is not Kind.DURATION or t.word(k) != "and" or t.word(k - 2) not in {"a", "an"}:
            return None
        found = read_unit(t, k - 1)
        if k - 2 < self.pos or found is None or draft.low is None or draft.low != draft.high:
            return None
        if found[1] != k or found[0].base != draft.unit or draft.low >= found[0].factor:
            return None
        value = found[0].factor + draft.low
        return Draft(Kind.DURATION, k - 2, draft.j, value, value, draft.unit, draft.written_unit, draft.grain)

    def _downing_street(self, draft: Draft) -> bool:
        """Whether "No 10" is the house: a verb or the end of a phrase follows, no rank."""
        after = self.t.word(draft.j)
        return after not in _RANK_AFTER and not after.endswith("st")

    def _or_two(self, draft: Draft) -> Draft | None:
        """Read "a week or two"."""
        t, k = self.t, draft.i - 2
        found = read_unit(t, k) if t.word(k - 1) in {"a", "an"} and k - 1 >= self.pos else None
        if found is None or found[0].kind not in {Kind.DURATION, Kind.MEASURE}:
            return None
        unit = found[0]
        return Draft(
            unit.kind, k - 1, draft.j, unit.factor, unit.factor * 2, unit.base, unit.name, grain=unit.factor
        )

    def _ranks(self, draft: Draft) -> bool:
        """Whether "day 3" names a day by its number: nothing countable follows."""
        t = self.t
        after = t.word(draft.j)
        if draft.low is None or draft.low != draft.low.to_integral_value() or draft.low > 400:
            return False
        if after in _NO_RANK_AFTER or t.word(draft.i - 2) in {
            "per",
            "each",
            "every",
            "a",
            "one",
            "another",
        }:
            return False
        return not (
            after.isalpha()
            and after.endswith("s")
            and len(after) > 3
            and after not in {"was", "has", "this", "as"}
        ) and after not in {"people", "more"}

    def _relative(self, draft: Draft) -> Draft:
        """Read "two days ago", "three weeks ago" become dates; "in two days" stays a duration."""
        t = self.t
        if (
            t.word(draft.j) == "ago"
            and draft.low is not None
            and draft.low == draft.high
            and draft.kind is Kind.DURATION
        ):
            count = draft.low / draft.factor if draft.factor else draft.low
            return ago(draft.i, draft.j + 1, count, draft.written_unit, self.c)
        return draft

    def _multiple(self, i: int) -> Draft | None:
        """Read "doubled", "twice as many", "double the number", "threefold"."""
        t = self.t
        word = t.word(i)
        value = Decimal(FOLD[word]) if word in FOLD else MULTIPLES[word]
        k = i + 1
        if t.word(k) == "-":
            k += 1
        if t.word(k) in {"digit", "digits", "figure", "figures"} and word in {"double", "triple"}:
            low = Decimal(10) if word == "double" else Decimal(100)
            return Draft(Kind.VAGUE, i, k + 1, low, low * 10 - 1, "", "digits")
        verb = word.endswith(("d", "ing")) or word in {"twice", "thrice", "twofold"} or word in FOLD
        if not verb and t.word(i + 1).isalpha() and t.word(i + 1) not in _DOUBLE_BEFORE and not self._infinitive(i):  # fmt: skip
            return Draft(Kind.IDIOM, i, i + 1)
        if word in {"doubles", "halves", "triples"} and t.word(i - 1) in {
            "'",
            "s",
            "the",
            "in",
            "mixed",
            "two",
            "both",
        }:
            return Draft(Kind.IDIOM, i, i + 1)
        draft = Draft(Kind.COUNT, i, i + 1, value, value, "times", "times", grain=Decimal(1))
        if word in {"twice", "thrice"} and t.word(i + 1) not in COMPARED_WITH:
            draft.written_unit = OCCASION
        if word.startswith("halv"):
            draft.direction = Direction.FELL
        elif word not in {"twice", "thrice"} and (
            word.endswith(("d", "ing", "s")) or self._infinitive(i) or word in FOLD
        ):
            draft.direction = Direction.ROSE
        return draft

    def _infinitive(self, i: int) -> bool:
        return self.t.word(i - 1) in _AUXILIARIES

    def _handful(self, i: int) -> Draft:
        t = self.t
        begin = i - 1 if t.word(i - 1) == "a" and i - 1 >= self.pos else i
        if t.word(i) == "handful":
            return Draft(Kind.VAGUE, begin, i + 1, Decimal(3), Decimal(9))
        if t.word(i + 1) in {"of", "more", "dozen", "hundred"}:
            return self._lasting(Draft(Kind.VAGUE, begin, i + 1, Decimal(2), Decimal(3)))
        return Draft(Kind.IDIOM, begin, i + 1)

    def _lasting(self, draft: Draft) -> Draft:
        """Give "a few days" and "a couple of hours" their unit."""
        k = draft.j + 1 if self.t.word(draft.j) == "of" else draft.j
        found = read_unit(self.t, k)
        if (
            found is None
            or found[0].kind is not Kind.DURATION
            or draft.low is None
            or draft.high is None
            or self.t.word(k) == "second"
        ):
            return draft
        unit = found[0]
        draft.low, draft.high = draft.low * unit.factor, draft.high * unit.factor
        draft.unit, draft.written_unit, draft.j = unit.base, unit.name, found[1]
        return draft

    def _vague_word(self, i: int) -> Draft | None:
        t = self.t
        word = t.word(i)
        if word not in {"several", "few"}:
            return None
        begin = i - 1 if word == "few" and t.word(i - 1) == "a" and i - 1 >= self.pos else i
        if word == "few" and begin == i:
            return None
        low, high = VAGUE_MULTIPLIERS[word]
        return self._lasting(Draft(Kind.VAGUE, begin, i + 1, Decimal(low), Decimal(high)))

    def _pronoun(self, i: int) -> int | None:
        """Return the end of "one" as a pronoun (this one, one of the, one must), or ``None`` where it counts."""
        t = self.t
        before, after = t.word(i - 1), t.word(i + 1)
        if after == "of" and (t.word(i + 2) in _ONE_OF or self._owned(i + 2)):
            return i + 2
        if before in _DETERMINERS and not _counted_noun(t, i + 1, before):
            return i + 1
        if after in _CLAUSE_AFTER and not t.sentence_start(i):
            return i + 1
        if (
            before in _PREPOSITIONS
            and _participle(t, i + 1)
            and not (after == "in" and read_number(t, i + 2))
        ):
            return i + 1
        if after in _MODALS and not (after == "'" and t.word(i + 2) != "s"):
            return i + 1
        if after == "s" and t.glued(i + 1):
            return i + 2
        if not after.isalpha() and after != "-" and self._is_object(i):
            return i + 1
        counted = after in SCALES or after in DOZENS or after == "-" or read_unit(t, i + 1) is not None
        if not counted and before.isalpha() and _adjective_like(t, i - 1):
            return i + 1
        return None

    def _is_object(self, i: int) -> bool:
        """Say whether "one" ends a clause that is denied or only possible, and so counts none: never read one, cannot afford one."""
        t = self.t
        return any(t.word(i - n) in _UNREAL for n in (2, 3)) and t.word(i - 1).isalpha()

    def _owned(self, k: int) -> bool:
        """Whether an owner begins at ``k``: Singapore's, the mayor's, South Korea's."""
        t = self.t
        while t.word(k).isalpha() and t.capital(k):
            k += 1
            if t.word(k) == "'" and t.glued(k):
                return True
        return False

    def _adverb(self, i: int) -> bool:
        """Read "first reported", "was first elected": an adverb that ranks nothing."""
        t = self.t
        if t.word(i) != "first":
            return False
        after, before = t.word(i + 1), t.word(i - 1)
        if before in _POSSESSIVES or t.word(i + 1) == "-":
            return False
        return (after.endswith("ed") and len(after) > 4) or after in _ADVERB_VERBS  # fmt: skip

    def _rest(self, i: int) -> Draft | None:
        """Read What nothing else has read: ordinary words of the calendar pass, number words must not."""
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

    # -------------------------------------------------------------- what stands around them

    def _finish(self) -> None:
        t = self.t
        for n, draft in enumerate(self.out):
            if draft.kind in {Kind.NAME, Kind.IDIOM, Kind.UNREAD}:
                continue
            floor = self.out[n - 1].j if n else 0
            modifier, begin = modifier_before(t, draft.i, draft.kind)
            if begin < floor:
                modifier, begin = Modifier.EXACT, draft.i
            if draft.modifier is Modifier.EXACT:
                draft.modifier = modifier
                if (
                    modifier in {Modifier.EXACT, Modifier.ABOUT}
                    and (behind := modifier_after(t, draft.j)) is not None
                ):
                    draft.modifier = behind
            if (
                begin == floor
                and n
                and t.word(draft.i - 1) != t.word(begin)
                and draft.modifier in _COMPARATIVE
            ):
                draft.modifier = Modifier.EXACT  # "4,000 fewer than twelve months earlier"
            draft.gap = gap_of(t, draft, begin)
            if draft.direction is Direction.NONE:
                draft.direction = direction_of(t, draft, begin)
            if draft.direction is Direction.NONE and n:
                last = next(
                    (
                        d
                        for d in reversed(self.out[max(0, n - 4) : n])
                        if d.kind not in {Kind.DATE, Kind.IDIOM}
                    ),
                    None,
                )
                draft.direction = self._carried(last, draft, begin) if last is not None else Direction.NONE

    def _carried(self, last: Draft, draft: Draft, begin: int) -> Direction:
        """Carry a direction on: fell $1.25, *or* 1.5 %; rose 5 % in March *and* 3 % in April."""
        t = self.t
        between = t.low[last.j : begin]
        same = draft.kind is last.kind and draft.unit == last.unit
        changes = {Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.MEASURE, Kind.COUNT}
        if last.direction is Direction.NONE or draft.kind not in changes:
            return Direction.NONE
        if between in ([",", "or"], ["or"], ["("], [",", "or", "about"]) and Kind.PERCENT in {
            draft.kind,
            last.kind,
        }:
            return last.direction
        listed = same and draft.kind in {Kind.PERCENT, Kind.POINTS} and t.word(begin - 1) == "and"
        return last.direction if listed and len(between) <= 7 and "." not in between else Direction.NONE


_COMPARATIVE = frozenset({Modifier.MORE_THAN, Modifier.LESS_THAN})


_COUNTABLE = frozenset({Kind.COUNT, Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.RATE})


_CLAUSE_LINKS = frozenset(
    {"and", "or", "but", "while", "with", "in", "percent", "for", "against", "to", "at"}
)


_RANKED = word_set(
    "day week round season episode game lap inning set hole heat matchday round stage phase period"
)


_CLAUSE_AFTER = frozenset({"you", "i", "we", "he", "she", "they", "it", "that", "who", "whom", "whose"})


_PRONOUN_AFTER = word_set(
    "is was will would has had can could of in on at to that who which with from for and or but by as when where it he she they we you i the a"
)


def _counted_noun(t: Tokens, k: int, before: str) -> bool:
    """Whether "the one" and its like stand before a noun they count: the one survivor."""
    word = t.word(k)
    if before == "that" and word == "in" and (t.is_digits(k + 1) or t.word(k + 1) in NUMBER_WORDS):
        return True  # said that one in three homes …: a conjunction
    if before in {"no", "any", "another", "this", "that", "which"}:
        return False
    return word.isalpha() and word not in _PRONOUN_AFTER and not t.capital(k)


_UNREAL = word_set("never not cannot ever without")


_PARTICIPLES = word_set("made held built used seen in at on with")


def _participle(t: Tokens, k: int) -> bool:
    """Say whether a participle or a preposition follows the pronoun: similar to one published in May."""
    return (t.word(k).endswith("ed") and len(t.word(k)) > 4) or t.word(k) in _PARTICIPLES


def _adjective_like(t: Tokens, k: int) -> bool:
    """Read "a big one.", "the new one," : a determiner stands before the adjective."""
    return t.word(k - 1) in {"a", "an", "the", "this", "that", "another"} and t.word(k) not in {
        "number",
        "day",
        "page",
        "least",
        "chapter",
        "phase",
    }
