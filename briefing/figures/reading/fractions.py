"""Fractions in words: two-thirds, half a million, a quarter of an hour, two and a half.

Promise: "a third man" stays an ordinal; "a third of voters" is a fraction.
"""

from __future__ import annotations

from decimal import Decimal

from briefing.figures.reading.number import ONE, Number, divide, is_whole, joint, mixed, pair, scale_up
from briefing.figures.vocabulary.lexicon import ABOVE, BELOW
from briefing.figures.vocabulary.numberwords import DENOMINATORS, DOZENS, ORDINALS, SCALES, SMALL, TENS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set


def ordinal_alone(t: Tokens, i: int) -> Number | None:
    """Read one ordinal word: first, fifth, hundredth."""
    value = ORDINALS.get(t.word(i))
    if value is None:
        return None
    return Number(i, i + 1, Decimal(value), Decimal(value), "ordinal")


def fraction_tail(t: Tokens, number: Number) -> bool:
    """Read "two thirds", "three-quarters", "5 eighths", "twenty-three fifths"."""
    k = joint(t, number.j)
    word = t.word(k)
    bottom = DENOMINATORS.get(word)
    if bottom is None or not is_whole(number.low) or number.form != "cardinal":
        return False
    if word in TENS or number.scaled:
        return False
    singular = not word.endswith("s")
    if singular and (number.low != 1 or word == "second"):
        return False
    if word == "seconds" or (
        word == "quarters" and t.word(k + 1) in {"in", "of", "running"} and number.low > 3
    ):
        return False
    if word == "quarters" and number.low not in {1, 2, 3}:
        return False
    if word == "halves" and t.word(k + 1) != "of":
        return False
    if bottom >= 100 and number.digits:
        return False
    if (
        singular
        and word == "quarter"
        and k == number.j
        and t.word(k + 1) not in {"of", "the", "a"}
        and number.digits
    ):
        return False
    number.parts = pair(number.low, bottom)
    number.low = number.high = number.grain = divide(number.low, bottom)
    number.form, number.j = "fraction", k + 1
    return True


def and_fraction(t: Tokens, number: Number) -> None:
    """Read "and a half", "-and-a-half", "and three quarters", and a scale after it: two and a half million."""
    k = joint(t, number.j)
    if t.word(k) != "and" or not is_whole(number.low):
        return
    k = joint(t, k + 1)
    if t.word(k) in {"a", "an", "one"}:
        top, k = 1, joint(t, k + 1)
    elif 2 <= SMALL.get(t.word(k), 0) <= 9:
        top, k = SMALL[t.word(k)], joint(t, k + 1)
    else:
        return
    word = t.word(k)
    bottom = DENOMINATORS.get(word)
    if bottom is None or word.endswith("s") != (top > 1) or top >= bottom:
        return
    if (
        word in {"third", "fourth", "fifth"}
        and t.word(k + 1).isalpha()
        and t.word(k + 1) not in {"times", "years", "hours", "percent"}
    ):
        return
    whole = number.low
    if number.scaled and whole == number.grain:  # a million and a half
        scale = number.grain
        number.low = number.high = divide(scale * (bottom + top), bottom)
        number.grain, number.j = divide(scale, bottom), k + 1
        return
    if number.scaled and number.grain >= 10**6 and t.word(number.j) == "and":
        return
    mixed(number, whole, top, bottom, k + 1)
    after = joint(t, number.j)
    if t.word(after) in SCALES or t.word(after) in DOZENS:
        scale_up(number, SCALES.get(t.word(after)) or 12, after + 1)


_OF_ONE_MORE = word_set("later late earlier early shy short clear ahead")  # "a third later withdrew"
_FRACTION_AFTER = ((ABOVE | BELOW) - _OF_ONE_MORE) | word_set(
    "compared last next year over during after between when while due because under against today yesterday before until amid despite with within if down up of the that its their his her our your all as what this these "
    "those per off to in for from by since at on full empty and or but said say than so was were is are have has had way"
)


def bare_fraction(t: Tokens, i: int) -> Number | None:
    """Read "half", "a third", "a quarter", "half a million": with the article before, where there is one."""
    word = t.word(i)
    bottom = DENOMINATORS[word]
    article = t.word(i - 1) in {"a", "an"}
    start = i - 1 if article else i
    if word == "half":
        k = joint(t, i + 1)
        if t.word(k) in DOZENS:
            return Number(start, k + 1, Decimal(6), Decimal(6))
        value = divide(ONE, 2)
        number = Number(start, i + 1, value, value, "fraction", value, parts=pair(1, 2))
        return scaled_fraction(t, number)
    after = t.word(i + 1)
    if (
        not article
        and word == "quarter"
        and t.word(joint(t, i + 1)) in {"point", "percentage", "percent", "per", "mile", "million"}
    ):
        value = divide(ONE, 4)
        return scaled_fraction(t, Number(i, i + 1, value, value, "fraction", value, parts=pair(1, 4)))
    if not article:
        return _every_nth(t, i, bottom) or ordinal_alone(t, i)
    ordinal_reading = (word != "quarter" and after == "-") or (
        word != "quarter" and not (after in _FRACTION_AFTER or not after or not after[0].isalpha())
    )
    if ordinal_reading:
        return ordinal_alone(t, i)
    value = divide(ONE, bottom)
    number = Number(start, i + 1, value, value, "fraction", value, parts=pair(1, bottom))
    return scaled_fraction(t, number)


_NO_SHARE_OF = word_set(
    "time times day week month year hour minute second season game match quarter night morning weekend floor step turn monday tuesday "
    "wednesday thursday friday saturday sunday decade summer winter line word page point"
)


def _every_nth(t: Tokens, i: int, bottom: int) -> Number | None:
    """Read "every fourth resident" as a quarter of them; "every third week" stays an ordinal."""
    if t.word(i - 1) != "every" or not t.word(i + 1).isalpha() or t.word(i + 1) in _NO_SHARE_OF:
        return None
    if t.word(i) in {"quarter", "half"} or t.word(i).endswith("s"):
        return None
    value = divide(ONE, bottom)
    return Number(i - 1, i + 1, value, value, "fraction", value, parts=pair(1, bottom))


def scaled_fraction(t: Tokens, number: Number) -> Number:
    """Read "half a million", "a quarter of a million", "three-quarters of a billion", "half an hour"."""
    k = number.j
    if t.word(k) == "-":
        k += 1
    if t.word(k) == "of":
        k += 1
    if t.word(k) in {"a", "an"}:
        k += 2 if t.word(k + 1) == "-" else 1
    elif (
        t.word(k) not in {"million", "billion", "trillion", "point", "percent", "percentage"} or k == number.j
    ):
        return number
    word = t.word(k)
    if word in SCALES or word in DOZENS:
        top, bottom = number.parts
        scale = Decimal(SCALES.get(word) or 12)
        number.low = number.high = divide(top * scale, int(bottom))
        number.grain, number.j = divide(scale, int(bottom)), k + 1
        number.form, number.parts, number.scaled = "cardinal", (), True
    else:
        number.tail_unit = True
    return number
