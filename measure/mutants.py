"""Wrong sentences made out of true ones: one small change to one figure.

Promise: nothing here uses the parser under test, and a mutant is given out only when simple means say that
it really is wrong:

- the changed value with the same following content word occurs nowhere in the document;
- a bound is only moved where the new statement does not follow from the old ("at least 11" follows from
  "at least 12", "up to 50" from "up to 40"), and a hedged round number is not moved by one;
- what ``measure.mutant_numerals`` would not touch stays as it is: quotations, ranges, names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from measure.mutant_numerals import (
    DATE,
    DAY,
    DAYS,
    WORDS,
    Numeral,
    content,
    follows,
    in_name,
    numerals,
    occurs,
    quoted,
    write,
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A sentence with one figure made wrong, and what was written for what."""

    kind: str
    text: str
    before: str
    after: str


def _one_by_hash(candidates: list[Mutant], sentence: str) -> Mutant | None:
    """Return one of the candidates, always the same for a sentence."""
    if not candidates:
        return None
    return candidates[int(hashlib.sha256(sentence.encode()).hexdigest(), 16) % len(candidates)]


# ---------------------------------------------------------------- the nine kinds


def _revalued(
    sentence: str, document: str, kind: str, change: Callable[[Numeral], float | str | None]
) -> Mutant | None:
    candidates = []
    for numeral in numerals(sentence):
        new = change(numeral)
        if new is None:
            continue
        after = new if isinstance(new, str) else write(new, numeral.text)
        end = numeral.end + (len(numeral.scale) if isinstance(new, str) else 0)
        rest = sentence[end:]
        if after.lower() == sentence[numeral.start : end].lower() or occurs(after, follows(rest), document):
            continue
        candidates.append(
            Mutant(kind, sentence[: numeral.start] + after + rest, sentence[numeral.start : end], after)
        )
    return _one_by_hash(candidates, sentence)


def _allowed(numeral: Numeral, new: float) -> bool:
    """Tell whether the new value really contradicts the old, given its bound or hedge."""
    if numeral.bound == "lower":
        return new > numeral.value
    if numeral.bound == "upper":
        return new < numeral.value
    return not (numeral.bound == "hedge" and abs(new - numeral.value) < 0.2 * numeral.value)


def plus_minus_one(sentence: str, document: str) -> Mutant | None:
    """Add or take one: up under a lower bound, down under an upper one."""

    def change(numeral: Numeral) -> float | None:
        down = numeral.bound == "upper" or (
            numeral.bound == "" and len(sentence) % 2 == 1 and numeral.value > 2
        )
        new = numeral.value - 1 if down else numeral.value + 1
        return new if new > 1 and _allowed(numeral, new) else None

    return _revalued(sentence, document, "value ±1", change)


def times_ten(sentence: str, document: str) -> Mutant | None:
    """Multiply by ten; not a year, and not what is "up to"."""

    def change(numeral: Numeral) -> float | None:
        return None if numeral.is_year or numeral.is_clock or numeral.bound == "upper" else numeral.value * 10

    return _revalued(sentence, document, "×10", change)


def times_thousand(sentence: str, document: str) -> Mutant | None:
    """Multiply by a thousand, in digits or by the next scale word; not a year and not a percentage."""

    def change(numeral: Numeral) -> float | str | None:
        rest = sentence[numeral.end : numeral.end + 12].strip()
        if numeral.is_year or numeral.is_clock or numeral.bound == "upper" or rest.startswith(("%", "per")):
            return None
        if numeral.scale:
            scale = {"thousand": "million", "million": "billion", "billion": "trillion"}[numeral.scale[1:]]
            return f"{numeral.text}{numeral.scale[0]}{scale}"
        return numeral.value * 1000 if numeral.value.is_integer() else None

    return _revalued(sentence, document, "×1000", change)


def transposed(sentence: str, document: str) -> Mutant | None:
    """Exchange the first two neighbouring digits that differ, without a leading zero."""

    def change(numeral: Numeral) -> float | None:
        digits = numeral.text.replace(",", "")
        if numeral.is_clock or not digits.isdigit():
            return None
        for i in range(len(digits) - 1 if not numeral.is_year else 0):
            if digits[i] != digits[i + 1] and not (i == 0 and digits[1] == "0"):
                new = float(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :])
                return new if _allowed(numeral, new) else None
        return (
            float(digits[:2] + digits[3] + digits[2]) if numeral.is_year and digits[2] != digits[3] else None
        )

    return _revalued(sentence, document, "digits transposed", change)


def swapped(sentence: str, document: str) -> Mutant | None:
    """Exchange two numerals that count different things, both plain or both with the same unit."""
    found = [n for n in numerals(sentence) if not n.is_year and not n.is_clock]
    candidates = []
    for first, second in pairwise(found):
        between = sentence[first.end : second.start]
        alike = (first.currency, first.bound) == (second.currency, second.bound)
        if (
            first.value == second.value
            or not alike
            or (re.search(r"\b(?:from|between)\b", sentence) and " to " in between)
        ):
            continue
        one = write(second.value, second.text) + second.scale
        two = write(first.value, first.text) + first.scale
        after_first, after_second = (
            sentence[first.end + len(first.scale) :],
            sentence[second.end + len(second.scale) :],
        )
        same_thing = follows(after_first) == follows(after_second) and _verb(
            sentence[: first.start]
        ) == _verb(between)
        elsewhere = document.replace(sentence, " ")
        if (
            same_thing
            or occurs(one, follows(after_first), elsewhere)
            or occurs(two, follows(after_second), elsewhere)
        ):
            continue
        text = (
            sentence[: first.start]
            + one
            + sentence[first.end + len(first.scale) : second.start]
            + two
            + after_second
        )
        candidates.append(Mutant("two figures swapped", text, f"{two} … {one}", f"{one} … {two}"))
    return _one_by_hash(candidates, sentence)


def _verb(before: str) -> str:
    words = content(before[-40:])
    return words[-1] if words else ""


_UNITS = (
    (r"(?<=\d)%|(?<=\d) ?(?:percent|per cent)\b(?! points)", " percentage points"),
    (r"(?<=[\d\w]) percentage points\b", " percent"),
    (r"(?<![A-Za-z])\$(?=\d)", "€"), (r"£(?=\d)", "$"), (r"€(?=\d)", "$"),
    (r"(?<=n) dollars\b", " euros"), (r"(?<=n) euros\b", " dollars"),
    (r"(?<=[\dy-])([ -])miles?\b(?! per| an)", r"\1kilometres"), (r"(?<=[\dy-])([ -])(?:kilomet(?:re|er)s?|km)\b", r"\1miles"),
    (r"(?<=\d)([ -])(?:feet|foot)\b", r"\1metres"), (r"(?<=\d)([ -])met(?:re|er)s?\b", r"\1feet"),
    (r"(?<=\d)([ -])acres?\b", r"\1hectares"), (r"(?<=\d)([ -])hectares?\b", r"\1acres"),
    (r"(?<=\d)([ -])kg\b", r"\1pounds"), (r"(?<=\d)([ -])tonn?es?\b", r"\1kilograms"),
    (r"(?<=[\dneowrxt])([ -])hour(s?)\b", r"\1minute\2"), (r"(?<=[\dneowrxt])([ -])minute(s?)\b", r"\1hour\2"),
    (r"(?<=[\dneowrxt])([ -])day(s?)\b", r"\1week\2"), (r"(?<=[\dneowrxt])([ -])week(s?)\b", r"\1month\2"),
    (r"(?<=[\dneowrxt])([ -])month(s?)\b", r"\1year\2"), (r"(?<=[\dneowrxt])([ -])year(s?)\b", r"\1month\2"),
)  # fmt: skip
_UNIT_SWAPS = tuple((re.compile(pattern), new) for pattern, new in _UNITS)


def unit_swapped(sentence: str, document: str) -> Mutant | None:
    """Give a figure another currency or unit."""
    candidates = []
    spans = [(n.start - len(n.currency), n.end + len(n.scale)) for n in numerals(sentence)]
    for pattern, new in _UNIT_SWAPS:
        for match in pattern.finditer(sentence):
            beside = [s for s in spans if match.start() == s[1] or match.start() == s[0]]
            money_words = [s for s in spans if match.start() == s[1] and "dollar" in match[0] + new]
            if not beside and not money_words:
                continue
            after = match.expand(new)
            text = sentence[: match.start()] + after + sentence[match.end() :]
            low, high = beside[0]
            written = text[low : high + len(after)]
            if written.rstrip("s") in document:
                continue
            candidates.append(Mutant("unit swapped", text, sentence[low : high + len(match[0])], written))
    return _one_by_hash(candidates, sentence)


_NUMBER_AHEAD = r"(?=[$€£]?\d|(?:" + "|".join(WORDS[2:]) + r")\b)"
_MODIFIED = re.compile(
    r"\b(?P<mod>at least|at most|more than|fewer than|less than|up to|as many as|as much as|no more than|nearly|almost"
    r"|about|roughly|approximately|some|over|an estimated) " + _NUMBER_AHEAD,
    re.IGNORECASE,
)
_NOT_A_MODIFIER = re.compile(
    r"\b(?:talk\w*|know\w*|worr\w+|concern\w*|questions?|information|stor(?:y|ies)|news|th(?:ink|ought)\w*|ask\w*"
    r"|complain\w*|learn\w*|lined|adds?|it's|went|handed|took|take|taking|voted|won|control|all|just|not)\s$",
    re.IGNORECASE,
)
_OPPOSITES = {
    "at least": "at most", "at most": "at least", "more than": "less than", "fewer than": "more than",
    "less than": "more than", "up to": "at least", "as many as": "at least", "as much as": "at least",
    "no more than": "no less than", "nearly": "more than", "almost": "more than", "over": "under",
}  # fmt: skip
_DURATION_AFTER = re.compile(
    r"\S+ (?:\w+ )?(?:second|minute|hour|day|week|month|year|decade|game|match|period|inning)s?\b"
)


def _modifiers(sentence: str) -> Iterator[re.Match[str]]:
    safe = {n.start - len(n.currency) for n in numerals(sentence)}
    for match in _MODIFIED.finditer(sentence):
        if match.end() not in safe or _NOT_A_MODIFIER.search(sentence[: match.start()]):
            continue
        if match["mod"].lower() in ("over", "about", "some") and _DURATION_AFTER.match(
            sentence[match.end() :]
        ):
            continue
        yield match


def modifier_dropped(sentence: str, document: str) -> Mutant | None:
    """Leave a bound or hedge out, where the document never states the number without one."""
    candidates = []
    for match in _modifiers(sentence):
        numeral = next(n for n in numerals(sentence) if n.start - len(n.currency) == match.end())
        written = sentence[match.end() : numeral.end] + numeral.scale
        elsewhere = document.replace(sentence, " ")
        if occurs(numeral.text, "", elsewhere):
            continue
        kept = sentence[match.end() :]
        kept = kept[0].upper() + kept[1:] if match.start() == 0 else kept
        candidates.append(
            Mutant("modifier dropped", sentence[: match.start()] + kept, f"{match[0]}{written}", written)
        )
    return _one_by_hash(candidates, sentence)


def modifier_inverted(sentence: str, document: str) -> Mutant | None:
    """Turn a bound round."""
    candidates = []
    for match in _modifiers(sentence):
        new = _OPPOSITES.get(match["mod"].lower())
        if not new:
            continue
        new = new.capitalize() if match["mod"][0].isupper() else new
        text = sentence[: match.start()] + new + sentence[match.end() - 1 :]
        written = text[match.start() : match.start() + len(new) + 8]
        if written.lower() in document.lower():
            continue
        candidates.append(Mutant("modifier inverted", text, match["mod"], new))
    return _one_by_hash(candidates, sentence)


_DIRECTIONS = {
    "rose": "fell", "fell": "rose", "grew": "shrank", "increased": "decreased", "decreased": "increased",
    "climbed": "dropped", "dropped": "climbed", "jumped": "plunged", "plunged": "jumped", "surged": "plunged",
    "declined": "increased", "up": "down", "down": "up", "risen": "fallen", "fallen": "risen", "higher": "lower",
    "gained": "lost", "soared": "plunged", "slipped": "rose", "doubled": "halved",
    "rise of": "fall of", "increase of": "decrease of", "drop of": "rise of", "fall of": "rise of",
    "rising": "falling", "falling": "rising", "fallen by": "risen by", "gain of": "loss of",
}  # fmt: skip
_DIRECTED = re.compile(
    r"\b(?P<word>"
    + "|".join(_DIRECTIONS)
    + r")\b (?:by |to |about |nearly |more than |almost |some |a |an |another ){0,3}"
    r"[$€£]?(?:\d[\d.,]*|"
    + "|".join(WORDS[2:])
    + r")(?: (?:million|billion))?(?:%| percent| per cent| (?:percentage|basis) points?| points?|(?<=\d))"
)


def direction_flipped(sentence: str, document: str) -> Mutant | None:
    """Turn a rise into a fall or the other way, where a number with a percentage or a level follows."""
    candidates = []
    for match in _DIRECTED.finditer(sentence):
        relevant = re.search(r"[%$€£]|percent|per cent|point| to ", match[0])
        if not relevant or quoted(sentence[: match.start()]) or re.match(r"(?:up|down) to", match[0]):
            continue
        if re.search(r"\b(?:two|three|\d+)-?$|\b(?:or|and)\s$", sentence[: match.start()]):
            continue
        new = _DIRECTIONS[match["word"]]
        text = sentence[: match.start()] + new + sentence[match.start() + len(match["word"]) :]
        written = new + match[0][len(match["word"]) :]
        if written in document:
            continue
        candidates.append(Mutant("direction flipped", text, match[0], written))
    return _one_by_hash(candidates, sentence)


def date_shifted(sentence: str, document: str) -> Mutant | None:
    """Move a date or a weekday by one day, where the document does not tie the other day to the same words."""
    candidates = []
    elsewhere = document.replace(sentence, " ")
    for match in DATE.finditer(sentence):
        name = "d1" if match["d1"] else "d2"
        day = int(match[name])
        new = str(day + 1 if day < 28 else day - 1)
        text = sentence[: match.start(name)] + new + sentence[match.end(name) :]
        written = text[match.start() : match.end() + len(new) - len(match[name])]
        month = (match["m1"] or match["m2"])[:3]
        near = re.search(rf"{month}\S* {new}\b|\b{new} {month}", elsewhere)
        if not quoted(sentence[: match.start()]) and not near and 0 < day < 32:
            candidates.append(Mutant("date shifted by a day", text, match[0], written))
    for match in DAY.finditer(sentence):
        new = DAYS[(DAYS.index(match[0]) + 1) % 7]
        text = sentence[: match.start()] + new + sentence[match.end() :]
        named = re.match(r" [A-Z]", sentence[match.end() :]) or in_name(sentence[: match.start()])
        if not quoted(sentence[: match.start()]) and not named and new not in document:
            candidates.append(Mutant("date shifted by a day", text, match[0], new))
    return _one_by_hash(candidates, sentence)


MUTATIONS: tuple[tuple[str, Callable[[str, str], Mutant | None]], ...] = (
    ("one", plus_minus_one),
    ("ten", times_ten),
    ("thousand", times_thousand),
    ("transposed", transposed),
    ("swap", swapped),
    ("unit", unit_swapped),
    ("modifier_dropped", modifier_dropped),
    ("modifier_inverted", modifier_inverted),
    ("direction", direction_flipped),
    ("date", date_shifted),
)


def has_figure(sentence: str) -> bool:
    """Tell whether a sentence has at least one numeral, date or weekday as found here."""
    return bool(next(numerals(sentence), None) or DATE.search(sentence) or DAY.search(sentence))
