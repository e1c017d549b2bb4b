"""Ages that bound a group: under-12s, the over-65s, people under 16, 65 or older.

Promise: a number that counts what follows it is no age.
"""

from __future__ import annotations

from briefing.data import Modifier
from briefing.figures.reading.draft import Draft, age_draft
from briefing.figures.reading.number import Number
from briefing.figures.vocabulary.numberwords import MONTHS, WEEKDAYS
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import NOUN_OF, PERSONS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_PHRASE_ENDS = word_set(
    "in on this last next and when at or to by before after during while yesterday today tomorrow who was is has later from years"
)


def ends_phrase(t: Tokens, j: int) -> bool:
    """Return whether nothing at token ``j`` is counted by the number before it: a clause or its end follows."""
    word = t.word(j)
    return not word.isalpha() or word in _PHRASE_ENDS or word in MONTHS or word in WEEKDAYS  # fmt: skip


def under_age(t: Tokens, number: Number) -> Draft | None:
    """under-12s, under 18s, the over-65s, U-20, under-21, under the age of 12."""
    k = number.i - 1
    if t.word(k) == "-" and t.glued(k):
        k -= 1
    word = t.word(k)
    if word not in {"under", "over", "u"} or number.low > 110 or (not number.digits and word == "u"):
        return None
    if word == "u" and not (
        t.capital(k) and t.glued(k + 1) and number.low in {15, 16, 17, 18, 19, 20, 21, 23}
    ):
        return None
    j = number.j
    plural = t.word(j) == "s" and (t.glued(j) or t.word(j - 1) == "'")
    hyphen = k != number.i - 1
    if not plural and t.word(j) == "'" and t.word(j + 1) == "s" and hyphen:
        plural, j = True, j + 1
    if not plural and not (hyphen and word != "over"):
        return None
    draft = age_draft(number.i, j + 1 if plural else j, number)
    draft.modifier = Modifier.MORE_THAN if word == "over" else Modifier.LESS_THAN
    return draft


_PERSONS = word_set(
    "people children patients adults women men anyone those kids pupils persons players residents drivers boys girls youngsters voters everyone "
    "workers citizens males females viewers passengers students users athletes candidates members anybody nobody everybody someone"
)


def persons_under(t: Tokens, number: Number) -> Draft | None:
    """Read "people under 16", "patients over 55"."""
    before, person = t.word(number.i - 1), t.word(number.i - 2)
    if (
        before == "than"
        and person in {"older", "younger"}
        and 0 < number.low <= 110
        and ends_phrase(t, number.j)
    ):
        return age_draft(number.i, number.j, number)
    if before == "than" and person in {"older", "younger"} and t.word(number.i - 3) in _PERSONS | {"one"}:
        before, person = ("over" if person == "older" else "under"), t.word(number.i - 3)
    counted_persons = person in {"them", "whom"} or (person == "one" and t.word(number.i - 3) == "no")
    if before not in {"under", "over", "below", "above"} or not (
        person in _PERSONS or NOUN_OF.get(stem(person)) in PERSONS or counted_persons or person == "one"
    ):
        return None
    after = t.word(number.j)
    counted = (after.endswith("s") and len(after) > 3) or after in _UNITS
    if not 0 < number.low <= 110 or counted:
        return None
    draft = age_draft(number.i, number.j, number)
    draft.modifier = Modifier.LESS_THAN if before in {"under", "below"} else Modifier.MORE_THAN
    return draft


_UNITS = word_set("percent per % feet metres million -")
_ELDER = {"older": Modifier.AT_LEAST, "over": Modifier.AT_LEAST, "younger": Modifier.AT_MOST}


def or_older(t: Tokens, number: Number) -> Draft | None:
    """Read "65 or older", "16 and over", "12 or younger" where no noun is counted."""
    if t.word(number.j) not in {"or", "and"} or not 0 < number.low <= 110:
        return None
    modifier = _ELDER.get(t.word(number.j + 1))
    after = t.word(number.j + 2)
    if modifier is None or after in {"a", "the", "half", "one"} or t.is_digits(number.j + 2):
        return None
    if t.word(number.j + 1) == "over" and t.word(number.i - 1) not in _PERSONS | {"aged"}:
        return None
    draft = age_draft(number.i, number.j, number)
    draft.modifier = modifier
    return draft
