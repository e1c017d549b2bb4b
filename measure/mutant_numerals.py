"""Numerals of a sentence found by plain regexes, for making mutants. Nothing here knows the parser under test.

Promise: a numeral is given out only where changing it makes a plain claim wrong: not inside quotation marks,
in a range, in a name (a capitalised word before it) or beside "or".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORDS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
MONTHS = (
    "January|February|March|April|June|July|August|September|October|November|December|"
    "Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.|May"
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_NUMERAL = re.compile(
    r"(?<![\w.,:/’'+-])(?P<cur>[$€£]?)(?P<num>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|\b(?:" + "|".join(WORDS[2:]) + r")\b)"
    r"(?P<scale>(?:\s|-)(?:thousand|million|billion)\b)?(?![\w:/’'+]|[.,]\d|-(?:\d|[A-Z]))",
)
DATE = re.compile(
    rf"\b(?:(?P<m1>{MONTHS}) (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?P<m2>{MONTHS}))\b(?![,.]?\d)"
)
DAY = re.compile(r"\b(?:" + "|".join(DAYS) + r")\b(?!s|'|’)")
_CONTENT = re.compile(r"[a-z]{3,}|%")
_IDLE = frozenset({
    "the", "and", "for", "with", "from", "that", "this", "than", "who", "which", "were", "was", "are", "has", "have",
    "had", "into", "its", "their", "his", "her", "more", "other", "new", "per", "million", "billion", "thousand",
})  # fmt: skip
_CLOCK_AFTER = re.compile(
    r"\s?(?:[ap]\.?m\b|o'clock|noon|UTC|GMT|BST|CET|E[SD]T|P[SD]T|local time|hours? (?:local|GMT))"
)

_LOWER = re.compile(
    r"(?:at least|more than|over|no fewer than|exceed\w*|above|upwards of|minimum of|greater than|past|passed|topped"
    r"|beyond|better than)\s+(?:an? |the |estimated )*$",
    re.IGNORECASE,
)
_UPPER = re.compile(
    r"(?:up to|as (?:many|much|low|few|little) as|at most|fewer than|less than|under|below|no more than|within"
    r"|maximum of|not more than|until|by)\s+(?:an? |the |estimated )*$",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"(?:about|some|nearly|almost|around|roughly|approximately|estimated|close to|near|just|or so|likely|maybe"
    r"|perhaps|probably)\s+(?:an? |the |over |under |of )*$",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"\W{0,2}(?:or (?:more|fewer|less|so)|plus\b|and (?:over|above|under))", re.IGNORECASE)
_RANGE_AFTER = re.compile(r"\s?(?:-|–|—|to|or|and|&)\s?[$€£]?(?:\d|(?:" + "|".join(WORDS[2:]) + r")\b)")
_RANGE_BEFORE = re.compile(
    r"(?:\d|%|(?:" + "|".join(WORDS) + r"|percent|cent|million|billion))\s?(?:-|–|—|to|or|and|&)\s?[$€£]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral found by the regexes here; ``value`` leaves the scale word out."""

    start: int
    end: int
    text: str
    value: float
    currency: str
    scale: str
    bound: str
    is_year: bool
    is_clock: bool


def numerals(sentence: str) -> Iterator[Numeral]:
    """Yield the numerals that can be changed safely, in order."""
    in_date = {i for m in DATE.finditer(sentence) for i in range(*m.span())}
    for match in _NUMERAL.finditer(sentence):
        start, end = match.span("num")
        before, after = sentence[: match.start()], sentence[match.end() :]
        if start in in_date or quoted(before) or in_name(before) or _in_name_after(match["num"], after):
            continue
        if _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before) or _OPEN_END.match(after):
            continue
        text = match["num"]
        value = float(WORDS.index(text.lower())) if text[0].isalpha() else float(text.replace(",", ""))
        is_year = bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", text)) and not match["cur"] and not match["scale"]
        is_clock = bool(
            _CLOCK_AFTER.match(after) or (re.fullmatch(r"\d\d?\.[0-5]\d", text) and before.endswith("at "))
        )
        yield Numeral(
            start, end, text, value, match["cur"], match["scale"] or "", _bound(before), is_year, is_clock
        )


def quoted(before: str) -> bool:
    """Tell whether a quotation is open after these words."""
    straight = before.count('"') % 2 == 1
    return straight or before.count("“") > before.count("”")


def in_name(before: str) -> bool:
    """Tell whether a capitalised word that does not open the sentence is right before: "Apollo 11", "Article 5"."""
    words = before.split()
    return len(words) > 1 and before.endswith(" ") and words[-1][:1].isupper() and words[-1][-1:].isalnum()


def _in_name_after(numeral: str, after: str) -> bool:
    """Tell whether the numeral opens a name: "Seven Sisters", "3 Doors Down"."""
    return numeral[:1].isupper() or bool(re.match(r" [A-Z][a-z]", after))


def _bound(before: str) -> str:
    for name, pattern in (("lower", _LOWER), ("upper", _UPPER), ("hedge", _HEDGE)):
        if pattern.search(before):
            return name
    return ""


def write(value: float, like: str) -> str:
    """Write a value in the manner of a numeral: word, plain digits or grouped digits, same decimals."""
    if like[0].isalpha() and value.is_integer() and value < len(WORDS):
        return WORDS[int(value)]
    decimals = len(like.partition(".")[2])
    grouped = "," in like or like[0].isalpha() or (value >= 10_000 and "." not in like)
    return f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"


def content(text: str) -> list[str]:
    """Return the content words of a piece of text in lower case, with the percent sign as one."""
    return [w for w in _CONTENT.findall(text.lower()) if w not in _IDLE]


def follows(text: str) -> str:
    """Return the first content word after a numeral, without a plural s."""
    words = content(text[:60])
    return words[0].rstrip("s") if words else ""


def occurs(value: str, following: str, document: str) -> bool:
    """Tell whether the document has this value, in any plain writing, before this word."""
    plain = value.replace(",", "")
    forms = {value, plain}
    if plain.isdigit() and int(plain) < len(WORDS):
        forms.add(WORDS[int(plain)])
    if value.lower() in WORDS:
        forms.add(str(WORDS.index(value.lower())))
    pattern = r"(?<![\w.,])(?:" + "|".join(sorted(map(re.escape, forms))) + r")(?!\w|[.,]\d)"
    return any(
        not following or follows(document[m.end() :]) == following
        for m in re.finditer(pattern, document, re.IGNORECASE)
    )
