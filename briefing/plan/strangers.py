"""Who speaks or acts under a bare surname that only an earlier sentence of the article introduces.

“There was a coup,” Martin says: a reader of the brief asks which Martin. Promise: whoever a good part of the story
is about is no stranger, and a sentence that gives the whole name introduces him itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.figures.vocabulary.lexicon import STOPWORDS
from briefing.names.words import NOT_NAMES, TITLES

_FIRST_AND_LAST = re.compile(r"\b([A-Z][\w’'-]*[a-z.])(?: [A-Z]\.)? (?=([A-Z][\w’'-]{2,})\b)")
_NO_FIRST_NAME = STOPWORDS | NOT_NAMES | TITLES
_ACTS = re.compile(
    r"(?:^|[,;”\"’]\s+(?:and\s)?)([A-Z][\w’'-]{2,})(?:,\s|\s(?:also\s)?(?:[a-z]{3,}s|[a-z]{2,}ed|said|told|was|is|has|had|will|went|took)\b)"
)
_SPEAKS = re.compile(
    r"\b(?:said|says|added|adds|according to)\s([A-Z][\w’'-]{2,})(?=[.,]|\s[a-z]|$)(?!\s[A-Z])"
)


def surnames(texts: Iterable[str]) -> frozenset[str]:
    """Return the last names of whole names in ``texts``: Prado of "Ines Prado", not Nato of "On Monday Nato"."""
    pairs = (pair for text in texts for pair in _FIRST_AND_LAST.findall(text))
    return frozenset(last for first, last in pairs if first.lower().rstrip(".") not in _NO_FIRST_NAME)


def strangers(articles: Sequence[Sequence[str]], known_share: float) -> tuple[frozenset[int], ...]:
    """Return for each article which of its sentences have a stranger act or speak, by their place.

    One named in more than ``known_share`` of all sentences is known to the reader from the rest of the brief.
    """
    told = [sentence for sentences in articles for sentence in sentences]
    named = Counter(word for sentence in told for word in set(re.findall(r"\b[A-Z][\w’'-]{2,}", sentence)))
    most = known_share * len(told)
    return tuple(frozenset(_of(sentences, named, most)) for sentences in articles)


def _of(sentences: Sequence[str], named: Counter[str], most: float) -> list[int]:
    introduced: set[str] = set()
    found: list[int] = []
    for place, sentence in enumerate(sentences):
        whole = {last for _, last in _FIRST_AND_LAST.findall(sentence)}
        bare = {*_ACTS.findall(sentence), *_SPEAKS.findall(sentence)} - whole
        if any(name in introduced and named[name] <= most for name in bare):
            found.append(place)
        introduced |= whole
    return found
