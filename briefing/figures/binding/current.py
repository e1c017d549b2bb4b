"""Whether a number is expressly told of today, "now", "at present", or of former times: "once employed", "used to employ".

Promise: read from the words of the number's own part; "until now", "from now on" are not of today, "once a week" of no time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Token, low_at
from briefing.figures.vocabulary.lexicon import AUXILIARIES, PRONOUNS
from briefing.wordsets import word_set

OF_NOW, STILL, OF_OLD, SINCE = "of-now", "still", "of-old", "since"
_NOW = word_set("now currently presently")
_AT = word_set("present moment")
_OPENING = 3  # tokens: "at the moment"
_NOT_NOW = word_set("from until till by just for")


def is_of_now(line: Sequence[Token], start: int, end: int) -> bool:
    """Return whether ``line[start:end]``, or the opening of the sentence, says that it tells how things are today."""
    for place in (*range(min(start, _OPENING)), *range(start, end)):
        before = low_at(line, place - 1)
        if line[place].low in _NOW and before not in _NOT_NOW:
            return True
        if line[place].low in _AT and (before == "at" or (before == "the" and line[place - 2].low == "at")):
            return True
    return False


def time_told(line: Sequence[Token], place: int, at: int) -> Iterator[str]:
    """Yield what the word at ``place`` says of a number behind it: it is of former times, or what things came to since."""
    low, before, after = line[place].low, line[place - 1], line[place + 1]
    if low == "used":
        behind = takewhile(lambda t: t.low not in _JOINING, line[at + 1 :])
        ends = any(t.low in AUXILIARIES for t in behind)  # "a drug used to treat 40 diseases is banned"
        if after.low == "to" and before.low not in AUXILIARIES and not ends:
            yield OF_OLD
    elif low == "once":
        opens = before.low == "," and is_verb(line, place + 1)  # "Once built, it will"
        timeless = before.low in _NO_TIME or after.low in _NO_TIME | PRONOUNS or not after.is_word
        if not opens and not timeless and (before.is_word or before.low == ","):
            yield OF_OLD
    elif low == "since":
        if before.low in ("has", "have", "had"):
            yield SINCE
    elif is_verb(line, place + 1) or is_verb(line, place - 1):
        yield SINCE


TIMING = word_set("once used since later subsequently eventually afterwards")
_JOINING = word_set("and but , ;")
_NO_TIME = word_set("a an every per in the each more again at than only not just all for if when and or but")
