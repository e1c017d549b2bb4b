"""Words, digit literals and signs of a reading copy, with their offsets.

Promise: one linear pass; a digit literal is one token exactly when its separators follow a style that
writes one number (1,200 · 7.654,32 · 45 000 · 6'300'000 · 7,40,000), else each run of digits is its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from briefing.wordsets import word_set

FRACTION_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_LETTER = rf"[^\W\d_{FRACTION_SIGNS}]"
_TOKEN = re.compile(
    rf"{_LETTER}++(?:'(?!s\b){_LETTER}++)*+"
    r"|(?<![\d.,])\d{1,3}(?:, \d{3}){0,3}, 0\d\d(?![\d.,]*\d)"  # 50, 000, its thousands set apart by a tokeniser
    r"|\d++(?:[.,' \u00a0]\d++)*+"
    r"|(?<![\w.])\.\d++(?![.\d])"
    r"|\S"
)
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})++(?:\.\d++)?+"  # 1,200.5
    r"|\d{1,2}(?:,\d{2}(?!\d))++,\d{3}(?:\.\d++)?+"  # 7,40,000
    r"|\d{1,3}(?:'\d{3})++(?:[.,]\d++)?+"  # 6'300'000
    r"|\d{1,3}(?:[ \u00a0]\d{3})++(?:[.,]\d++)?+"  # 45 000
)
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})++,\d++|\d{1,3}(?:\.\d{3}){2,}+")
_COMMA_DECIMAL = re.compile(r"\d++,\d{1,2}")
_PLAIN = re.compile(r"\d++(?:\.\d++)?+")
_DOTTED = re.compile(r"\d++(?:\.\d++){2,}+")
_EUROPEAN_STYLE = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3}){1,6},\d{1,2}(?![\d.,])"
    r"|(?<![\d.,])\d{1,3},\d{1,2} ?(?:%|per ?cent|pct|euros?\b|francs?\b|kron|\u20ac)"
)
_CONTINENTAL = re.compile(r"\d\.\d{3}")
_PADDING = 64  # empty tokens after the last, so that no look ahead or behind needs a bound
MAX_DIGITS = 40  # longer is no figure of any newspaper: it is "not understood"

_NEVER_BEFORE_GROUP = word_set(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december article chapter section page route highway flight room"
)


_OPENERS = word_set('. ! ? : " • — (')


class Tokens:
    """Parallel lists over the tokens: ``low`` in lower case, ``start``, ``end`` in the reading copy.

    ``value`` maps the index of a digit literal to its value; one with too many digits has none.
    ``memo`` keeps what has been read at an index, for one reader only.
    ``dotted`` are the indices of literals such as 3.2.1 or 192.168.0.1, which are no number.
    """

    __slots__ = ("count", "dotted", "end", "low", "lower_case", "memo", "start", "text", "value", "word")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower_case = text.islower()  # then a name has no capital either
        lower = text.lower()
        if len(lower) != len(text):  # a few capitals have a longer lower case
            lower = "".join(small if len(small := c.lower()) == 1 else c for c in text)
        self.low: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.value: dict[int, Decimal] = {}
        self.dotted: set[int] = set()
        self.memo: dict[int, Any] = {}
        european = bool(_EUROPEAN_STYLE.search(text)) if "." in text and "," in text else False
        low, start, end = self.low, self.start, self.end
        for match in _TOKEN.finditer(lower):
            word: str = match.group()
            if "0" <= word[0] <= "9" or (word[0] == "." and len(word) > 1):
                self._literal(word, match.start(), european)
            else:
                low.append(word)
                start.append(match.start())
                end.append(match.end())
        self.count = len(low)
        low.extend([""] * _PADDING)
        start.extend([-1] * _PADDING)
        end.extend([-2] * _PADDING)
        # the token in lower case; empty outside the text, on either side of it
        self.word: Callable[[int], str] = low.__getitem__

    def __len__(self) -> int:
        return self.count

    def raw(self, i: int) -> str:
        """Return the token as written; empty outside the text."""
        return self.text[self.start[i] : self.end[i]]

    def runs_on(self, k: int) -> bool:
        """Return whether token ``k`` begins with a letter or digit and no space stands before it."""
        return self.glued(k) and self.word(k)[:1].isalnum()

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows the one before without a space."""
        return self.start[i] == self.end[i - 1]

    def is_digits(self, i: int) -> bool:
        """Whether the token is a digit literal with a value."""
        return i in self.value

    def capital(self, i: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.low[i] != "" and self.text[self.start[i]].isupper()

    def sentence_start(self, i: int) -> bool:
        """Whether the token opens a sentence, a line or a quotation, as far as the signs before it tell."""
        if i <= 0:
            return True
        before = self.low[i - 1]
        if before in _OPENERS:
            return True
        return "\n" in self.text[self.end[i - 1] : self.start[i]]

    def _put(self, word: str, at: int) -> None:
        self.low.append(word)
        self.start.append(at)
        self.end.append(at + len(word))

    def _number(self, word: str, at: int, value: str) -> None:
        if len(value) <= MAX_DIGITS:
            self.value[len(self.low)] = Decimal(value)
        self._put(word, at)

    def _literal(self, word: str, at: int, european: bool) -> None:
        if word.isdecimal() or ", " in word:
            self._number(word, at, word.replace(", ", ""))
            return
        if " " in word or "\u00a0" in word:
            before = self.low[-1] if self.low else ""
            if len(word) <= MAX_DIGITS and before not in _NEVER_BEFORE_GROUP and _GROUPED.fullmatch(word):
                self._number(word, at, _value(word))
                return
            offset = 0
            for piece in re.split(r"[ \u00a0]", word):
                self._compact(piece, at + offset, european)
                offset += len(piece) + 1
            return
        self._compact(word, at, european)

    def _compact(self, word: str, at: int, european: bool) -> None:
        """Return a run of digits and ``.,'`` without spaces."""
        if word.isdecimal():
            self._number(word, at, word)
        elif european and (_CONTINENTAL.fullmatch(word) or re.fullmatch(r"\d{1,3}\.\d{3}", word)):
            self._number(word, at, word.replace(".", ""))
        elif _PLAIN.fullmatch(word) or word[0] == ".":
            self._number(word, at, word)
        elif _EUROPEAN.fullmatch(word):
            self._number(word, at, word.replace(".", "").replace(",", "."))
        elif _GROUPED.fullmatch(word):
            self._number(word, at, _value(word))
        elif _COMMA_DECIMAL.fullmatch(word):
            self._number(word, at, word.replace(",", "."))
        elif _DOTTED.fullmatch(word):
            self.dotted.add(len(self.low))
            self._put(word, at)
        else:
            self._pieces(word, at)

    def _pieces(self, word: str, at: int) -> None:
        for match in re.finditer(r"\d++(?:\.\d++(?!\.\d))?+|[.,']", word):
            piece = match.group()
            if piece[0].isdecimal():
                self._number(piece, at + match.start(), piece)
            else:
                self._put(piece, at + match.start())


def _value(word: str) -> str:
    """Return the digits of a grouped literal, with a point before its decimals."""
    separators = [c for c in word if not c.isdecimal()]
    if separators[-1] != separators[0]:
        head, _, tail = word.rpartition(separators[-1])
        return re.sub(r"\D", "", head) + "." + tail
    return re.sub(r"\D", "", word)
