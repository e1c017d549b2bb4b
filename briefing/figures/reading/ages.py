"""Ages of people and things.

Promise: "34-year-old", "aged 34", "John Smith, 34," and "turns 70" are ages; years of service, sentences and
terms are durations; "in his forties" is vague.
"""

from __future__ import annotations

from briefing.figures.reading.ages_bounded import ends_phrase, or_older, persons_under, under_age
from briefing.figures.reading.draft import Draft, age_draft
from briefing.figures.reading.number import Number, is_whole, joint
from briefing.figures.reading.numerals import read_number
from briefing.figures.reading.units import read_unit
from briefing.figures.vocabulary.lexicon import AUXILIARIES, VERBS
from briefing.figures.vocabulary.numberwords import MONTHS, WEEKDAYS
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_AGE_UNITS = frozenset({"year", "month", "week", "day", "hour"})
_TURN = frozenset({"turn", "turns", "turned", "turning", "age", "aged", "ages"})


def read_age(t: Tokens, i: int) -> Draft | None:
    """Return the age whose number begins at token ``i``, or ``None``."""
    number = read_number(t, i)
    if number is None or number.form not in {"cardinal", "fraction"} or number.low > 20_000:
        return None
    return (
        _years_old(t, number)
        or under_age(t, number)
        or _aged(t, number)
        or persons_under(t, number)
        or or_older(t, number)
        or _elder(t, number)
        or _at_age(t, number)
        or _predicate(t, number)
        or _apposition(t, number)
    )


def _years_old(t: Tokens, number: Number) -> Draft | None:
    """34-year-old(s), 34 years old, three months of age, 87 yo."""
    k = joint(t, number.j)
    if t.word(k) == "yo" and number.digits:
        return age_draft(number.i, k + 1, number)
    found = read_unit(t, k)
    if found is None or found[0].name not in _AGE_UNITS:
        return None
    j = joint(t, found[1])
    if t.word(j) in {"old", "olds"}:
        end = j + 1
        if t.word(end) in {"er", "than"}:
            return None
        if t.word(end) == "s" and t.glued(end):
            end += 1
        return age_draft(number.i, end, number, found[0].name)
    if t.word(j) == "of" and t.word(j + 1) == "age":
        return age_draft(number.i, j + 2, number, found[0].name)
    return None


_HEDGES = word_set("about around over under between from just only nearly almost")


def _aged(t: Tokens, number: Number) -> Draft | None:
    """Read aged 34, at the age of 34, age 87, turned 70, aged between 18 and 24 (the first of them)."""
    k = number.i - 1
    before = t.word(k)
    if before in _HEDGES:
        k -= 1
        before = t.word(k)
    of_person = before == "of" and t.word(k - 1) in {"boy", "girl", "man", "woman", "child", "baby"}
    if of_person or before == "both":
        after = t.word(number.j)
        plural = after.endswith("s") and after not in AUXILIARIES and stem(after) not in VERBS
        counted = plural or after in {"%", "percent", "people", "-"}
        if not is_whole(number.low) or counted or (before == "both" and not ends_phrase(t, number.j)):
            return None
    elif (before == "of" and t.word(k - 1) in {"age", "ages"}) or (
        before == "at"
        and t.word(k - 1) in {"died", "dies", "dead", "retired", "retire", "dying"}
        and ends_phrase(t, number.j)
    ):
        pass
    elif before in _TURN:
        if before in {"turn", "turns", "turned", "turning"} and not (
            1 <= number.low <= 120 and ends_phrase(t, number.j)
        ):
            return None
        if before in {"age", "ages"} and not number.digits and not ends_phrase(t, number.j):
            return None
    else:
        return None
    if number.low > 125 or (read_unit(t, number.j) is not None and t.word(number.j) not in {"in"}):
        return None
    return age_draft(number.i, number.j, number)


_LEVEL_VERBS = word_set(
    "stood stands stand put puts set sets closed closes opened traded remains remained kept held holds left steady unchanged estimated valued "
    "capped fixed aimed priced ended finished starts peaked arrived arrives look looks looked directed fired shot"
)


_BESIDE_ELDEST = word_set("of them the two three four is was being only aged just , both")
_ELDEST = word_set("elder younger oldest youngest eldest older")


def _elder(t: Tokens, number: Number) -> Draft | None:
    """Read "the elder of them 31", "the youngest, 17,", "the oldest is 90"."""
    if not 1 <= number.low <= 115 or not is_whole(number.low) or not ends_phrase(t, number.j):
        return None
    k = number.i - 1
    for _ in range(5):
        if t.word(k) in _ELDEST:
            return age_draft(number.i, number.j, number)
        if t.word(k) not in _BESIDE_ELDEST:
            return None
        k -= 1
    return None


def _at_age(t: Tokens, number: Number) -> Draft | None:
    """Read "she sold her first bowl at 14", "he joined at 16 and left at 30": a person, a verb, no level."""
    k = number.i - 1
    if t.word(k) != "at" or not is_whole(number.low) or not 5 <= number.low <= 110:
        return None
    if not ends_phrase(t, number.j) and t.word(number.j) not in {"for", "with", "as", "because"}:
        return None
    if t.word(number.j) in _NO_AGE_AFTER or t.word(k - 1) in _LEVEL_VERBS or t.word(number.j) == "per":
        return None
    return age_draft(number.i, number.j, number) if _told_of_person(t, k) else None


def _told_of_person(t: Tokens, k: int) -> bool:
    """Whether a person is the last subject named in the clause: he, she, who."""
    for n in range(k - 1, max(-1, k - 11), -1):
        word = t.low[n]
        if word in {".", ";", "!", "?", "it", "they", "which", "price", "shares", "rate"}:
            return False
        if word in {"he", "she", "who"}:
            return True
    return False


_AGE_ADVERBS = word_set("already now just only about over nearly almost still")
_NO_AGE_AFTER = word_set("% - / to or – $ ' \" ° + :")


def _predicate(t: Tokens, number: Number) -> Draft | None:
    """Read "Ann Lee is already 70", "he was 34 when", "the median age is 38"."""
    if not is_whole(number.low) or not 1 <= number.low <= 115 or number.scaled:
        return None
    k = number.i - 1
    while t.word(k) in _AGE_ADVERBS:
        k -= 1
    if (
        t.word(k) in {"to", "from"}
        and "age" in t.low[max(0, k - 6) : k]
        and ends_phrase(t, number.j)
        and number.low >= 10
    ):
        return age_draft(number.i, number.j, number)  # the pension age rises to 65
    if t.word(number.j) == "years" and t.word(number.j + 1) in {"older", "younger"}:
        return None
    if t.word(k) not in {"is", "was", "be"} or not (
        ends_phrase(t, number.j) and t.word(number.j) not in _NO_AGE_AFTER
    ):
        return None
    if "age" in t.low[max(0, k - 4) : k]:
        return age_draft(number.i, number.j, number)
    person = (
        t.word(k - 1) in {"he", "she", "who"}
        or _person_before_comma(t, k - 1)
        or (t.capital(k - 1) and t.capital(k - 2) and not t.sentence_start(k - 1))
    )
    return (
        age_draft(number.i, number.j, number)
        if person
        and number.low >= (2 if t.word(k - 1) in {"he", "she", "who"} else 5)
        and t.word(k - 1) not in MONTHS
        else None
    )


_REACH_OF_ASIDE = 16


def _person_before_comma(t: Tokens, k: int) -> bool:
    """Return whether the comma at ``k`` closes an aside about a person: "Ann Lee, the firefighter killed on Sunday, was 26"."""
    if t.word(k) != ",":
        return False
    for n in range(k - 1, max(1, k - _REACH_OF_ASIDE), -1):
        if t.word(n) in {".", ";", ":"}:
            return False
        if t.word(n) == ",":
            return t.capital(n - 1) and t.capital(n - 2)
    return False


def _apposition(t: Tokens, number: Number) -> Draft | None:
    """Read "John Smith, 34," and "Jane Doe (34)" and "the claimant, 43, is"."""
    if not (number.digits and number.j == number.i + 1 and is_whole(number.low) and 0 < number.low <= 115):
        return None
    i, j = number.i, number.j
    before, after = t.word(i - 1), t.word(j)
    name = t.word(i - 2)
    word = name.isalpha() and name not in MONTHS and name not in WEEKDAYS
    if not word and not (name in {".", '"'} and before == ","):
        return None
    if before == "(" and after == ")":
        return age_draft(i, j, number) if t.capital(i - 2) and t.capital(i - 3) and number.low >= 5 else None
    if before != "," or t.glued(i):
        return None
    closed = after in {",", ".", ";", ")"} or (
        after in {"of", "from", "who", "was", "and", "is", "told"} and t.capital(i - 2)
    )
    if not closed or (t.is_digits(j + 1) and after in {",", "of"}):
        return None
    if t.is_digits(i - 3) or name in {"and", "or", "respectively", "chapter", "page", "article"}:
        return None
    if not t.capital(i - 2) and after != ",":
        return None
    return age_draft(i, j, number)
