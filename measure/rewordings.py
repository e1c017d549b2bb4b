"""True sentences said a little differently: the figure stays what it is, only its writing or its frame changes.

Promise: each rewording keeps the meaning, so a check that understands figures must still pass it. They show
what a comparison of strings, or a rule that lets verbatim sentences through, would hide.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from measure.mutant_numerals import DATE, WORDS, numerals, quoted

_SYNONYMS = (
    ("at least", "no fewer than"),
    ("more than", "over"),
    ("about", "around"),
    ("nearly", "almost"),
    ("almost", "nearly"),
    ("approximately", "roughly"),
    ("fewer than", "under"),
)
_ATTRIBUTION = re.compile(r", (?:(?:the|a) )?(?:[\w’'.-]+ ){1,4}said\.$")
_NUMBERED_NAME = re.compile(r"(?:[A-Z]\w*|category|level|grade|phase|stage|number|no\.) $")
_SPEAKER = re.compile(
    r"^(?:The )?(?:[A-Z][\w’'-]+ ){1,3}said (?:(?:on )?[A-Z][a-z]+day )?(?:that )?(?=[a-z\d])"
)
_MONEY = re.compile(
    r"(?P<currency>[$£€])(?P<amount>\d[\d,.]*\d|\d) (?P<scale>million|billion)\b(?! (?:dollars|pounds))"
)
_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros"}


def digits_for_words(sentence: str) -> str | None:
    """Write a small number in digits where it was a word, or the other way round."""
    for numeral in numerals(sentence):
        plain = not (numeral.currency or numeral.scale or numeral.is_clock) and numeral.text.isalnum()
        named = _NUMBERED_NAME.search(sentence[: numeral.start])
        if (
            not plain
            or named
            or not 2 <= numeral.value <= 12
            or re.match(r"[%-]| and a | \d", sentence[numeral.end :])
        ):
            continue
        new = str(int(numeral.value)) if numeral.text.isalpha() else WORDS[int(numeral.value)]
        return sentence[: numeral.start] + new + sentence[numeral.end :]
    return None


def percent_written_out(sentence: str) -> str | None:
    """Write the percent sign as a word, or the word as a sign."""
    match = re.search(r"(?<=\d)(?:%| per ?cent\b)(?!age)", sentence)
    if match is None or quoted(sentence[: match.start()]):
        return None
    new = " percent" if match[0] == "%" else "%"
    return sentence[: match.start()] + new + sentence[match.end() :]


def money_in_words(sentence: str) -> str | None:
    """Write "$2 million" as "2 million dollars"."""
    match = _MONEY.search(sentence)
    if match is None or quoted(sentence[: match.start()]) or sentence[: match.start()][-1:].isalpha():
        return None
    new = f"{match['amount']} {match['scale']} {_CURRENCIES[match['currency']]}"
    return sentence[: match.start()] + new + sentence[match.end() :]


def scale_shortened(sentence: str) -> str | None:
    """Write "$2 million" as "$2m"."""
    match = _MONEY.search(sentence)
    if match is None or quoted(sentence[: match.start()]):
        return None
    new = match["currency"] + match["amount"] + {"million": "m", "billion": "bn"}[match["scale"]]
    return sentence[: match.start()] + new + sentence[match.end() :]


def ungrouped(sentence: str) -> str | None:
    """Leave the comma out of a number of four to six digits."""
    for numeral in numerals(sentence):
        if re.fullmatch(r"\d{1,3},\d{3}", numeral.text):
            return sentence[: numeral.start] + numeral.text.replace(",", "") + sentence[numeral.end :]
    return None


def modifier_synonym(sentence: str) -> str | None:
    """Exchange a bound or hedge for a synonym."""
    for numeral in numerals(sentence):
        before = sentence[: numeral.start - len(numeral.currency)]
        for old, new in _SYNONYMS:
            countable = not numeral.currency and not re.match(r"%| per", sentence[numeral.end :])
            if before.endswith(f" {old} ") and (countable or "fewer" not in old + new):
                return before[: -len(old) - 1] + new + " " + sentence[len(before) :]
    return None


def date_turned(sentence: str) -> str | None:
    """Write "June 3" as "3 June", or the other way round."""
    match = DATE.search(sentence)
    after = sentence[match.end() :] if match else ""
    if (
        match is None
        or quoted(sentence[: match.start()])
        or re.match(r"\s?[-–]|, \d| (?:to|and|or) \d", after)
    ):
        return None
    if (match["m1"] or match["m2"]).endswith("."):
        return None
    new = f"{match['d1']} {match['m1']}" if match["d1"] else f"{match['m2']} {match['d2']}"
    return sentence[: match.start()] + new + sentence[match.end() :]


def attribution_cut(sentence: str) -> str | None:
    """Leave out who said it, at the end or at the start."""
    if quoted(sentence) or "”" in sentence or '"' in sentence:
        return None
    cut = _ATTRIBUTION.sub(".", sentence)
    if cut == sentence:
        cut = _SPEAKER.sub("", sentence)
    return cut[:1].upper() + cut[1:] if cut != sentence and len(cut.split()) > 4 else None


REWORDINGS: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("digits_for_words", digits_for_words),
    ("percent_written_out", percent_written_out),
    ("money_in_words", money_in_words),
    ("scale_shortened", scale_shortened),
    ("ungrouped", ungrouped),
    ("modifier_synonym", modifier_synonym),
    ("date_turned", date_turned),
    ("attribution_cut", attribution_cut),
)
