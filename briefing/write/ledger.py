"""The figures, names and quotes that one fact's evidence allows, as the guard needs them.

A figure may be written as its source writes it or in a declared equivalent; whatever is written is read again
by the figure parser, and must come out with the same value, unit and modifier as a figure of the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from briefing.data import Figure, Kind
from briefing.figures import parse
from briefing.figures.vocabulary.numberwords import MONTHS, NUMBER_WORDS, WEEKDAY_NAMES
from briefing.terms import STOP_WORDS

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,600})[”\"]")
_UP_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_SMALL = tuple(_UP_TO_TWENTY.split())
_PERCENT = re.compile(r"(?<=\d)\s?(?:percent|per cent|%)$")
_OPENERS = frozenset(word for word in STOP_WORDS if word.isalpha())
_CAPITAL_DATES = frozenset(name.capitalize() for name in (*MONTHS, *WEEKDAY_NAMES) if len(name) > 2)
_OTHERS = (
    "dozen dozens score scores half halves quarter quarters third thirds fourth fourths fifth fifths sixth sixths "
    "seventh seventh eighth eighths ninth ninths tenth tenths twice thrice once double doubled doubles doubling "
    "triple tripled triples tripling treble trebled quadruple quadrupled quadrupling halved halving couple pair "
    "hundreds thousands millions billions trillions tens several yesterday tomorrow today tonight noon midnight "
    "fortnight decade decades century centuries first second nil nought lakh crore lakhs crores bn mn tn"
)
_OTHER_NUMBER_WORDS = frozenset(_OTHERS.split())


class FactLedger:
    """What may be written of one fact, compiled from the ``sources`` (its evidence sentences)."""

    def __init__(self, sources: Sequence[str]) -> None:
        """Read the figures, names and quotes of ``sources``."""
        self.sources = tuple(sources)
        self._known = [figure for source in sources for figure in parse(source)]
        self._keys = {_key(figure) for figure in self._known}
        self._judged: dict[str, bool] = {}

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """Every way in which a figure of the evidence may be written, the longest first."""
        texts = {form for figure in self._known for form in _forms(figure) if form}
        return tuple(sorted(texts, key=lambda text: (-len(text), text)))

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """The quoted passages of the evidence, without their marks."""
        found = (match for source in self.sources for match in _QUOTED.findall(source))
        return tuple(sorted({" ".join(text.split()) for text in found}))

    @cached_property
    def names(self) -> frozenset[str]:
        """Every beginning of a word that the evidence writes with a capital."""
        return _beginnings(word for word in self._words if word[0].isupper())

    @cached_property
    def whole_names(self) -> frozenset[str]:
        """The words that the evidence writes with a capital."""
        return frozenset(word for word in self._words if word[0].isupper())

    @cached_property
    def openings(self) -> frozenset[str]:
        """Every beginning, in lower case, of a word that may open a sentence."""
        return _beginnings(self.whole_openings)

    @cached_property
    def whole_openings(self) -> frozenset[str]:
        """The words, in lower case, that may open a sentence."""
        return frozenset(
            w for w in (*(word.lower() for word in self._words), *_OPENERS) if not is_number_word(w)
        )

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters of the evidence."""
        return frozenset("".join(self.sources))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the evidence, those left out that only a figure may hold."""
        found: set[str] = set()
        for source in self.sources:
            for word in _WORD.findall(source):
                plain = word.replace("’", "'")
                found.update((plain, plain.removesuffix("'s")))
        return frozenset(word for word in found if word and not is_number_word(word))

    def bears_out(self, text: str) -> bool:
        """Whether every figure that ``text`` states is one of the evidence's: value, unit, modifier and kind."""
        known = self._judged.get(text)
        if known is None:
            known = self._judged[text] = all(self.has(figure) for figure in parse(text))
        return known

    def has(self, figure: Figure) -> bool:
        """Whether the evidence states ``figure``. A date may be given with fewer of its words."""
        if figure.kind is Kind.IDIOM or _key(figure) in self._keys:
            return True
        if figure.kind in (Kind.DATE, Kind.TIME):
            said = _date_words(figure)
            return any(said <= _date_words(known) for known in self._known if known.kind is figure.kind)
        return False


def is_number_word(word: str) -> bool:
    """Whether ``word``, as it is written, says a number, a month or a weekday by itself."""
    low = word.lower()
    return low in NUMBER_WORDS or low in _OTHER_NUMBER_WORDS or word in _CAPITAL_DATES or low in WEEKDAY_NAMES


def _beginnings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:length] for word in words for length in range(1, len(word) + 1))


def _key(figure: Figure) -> tuple[object, ...]:
    if figure.kind is Kind.NAME:
        return (figure.kind, " ".join(figure.text.split()).casefold())
    if figure.low is None:
        return (figure.kind, figure.text.casefold(), figure.modifier, figure.direction)
    return (figure.kind, figure.low, figure.high, figure.unit, figure.modifier, figure.when, figure.until)


def _date_words(figure: Figure) -> frozenset[str]:
    return frozenset(_WORD.findall(figure.text.casefold()))


def _forms(figure: Figure) -> tuple[str, ...]:
    """Return ``figure`` as written and in its declared equivalents."""
    text = figure.text
    if figure.kind is Kind.IDIOM:
        return (text,)
    if figure.kind is Kind.COUNT and figure.low == figure.high and figure.low is not None:
        whole = int(figure.low) if figure.low == int(figure.low) else -1
        if text.isdigit() and 0 <= whole <= 20:
            return (text, _SMALL[whole])
        if text.lower() in _SMALL and whole >= 0:
            return (text, text.lower(), str(whole))
    if figure.kind is Kind.PERCENT and _PERCENT.search(text):
        return tuple(_PERCENT.sub(ending, text) for ending in (" percent", "%", " per cent"))
    return (text,)
