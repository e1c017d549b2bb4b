"""Headlines by deletion: a headline says only what a sentence of the brief, or a source's title, says.

Every candidate made here is its original with words taken away (``trimming``). Nothing is ever added, so no fact can be.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from briefing.headline.trimming import FALLBACK_WORDS, MAX_WORDS, is_whole, trim, without_stop, words_in

LEAD_SENTENCES = 2  # the first ones of a brief tell what happened
LONGEST_WORDS = 30  # the lead itself, at length, is better than something else in few words
MIN_SHARED = 0.2  # of a title's telling words, those that the brief has too

__all__ = ["FALLBACK_WORDS", "LONGEST_WORDS", "MAX_WORDS", "first_sentence", "headlines", "trim", "words_in"]

# "… - Orl Courier", and not "… on a two - party basis"
_SITE_SUFFIX = re.compile(
    r"(?<!\d)\s+(?:[|–—-]\s+(?:[A-Z0-9][\w.&'’]*|of|the|and|&)(?: (?:[A-Z0-9][\w.&'’]*|of|the|and|for|in|&)){0,5}|[|]\s+[\w.&'’ ]{2,40})$"
)
_PRONOUN = re.compile(
    r"^(?:(?:even )?if |he|she|they|it|this|that|these|those|we|i|you|his|her|their|its|there)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|may|might|could|can|must|do|does|did|says?|said|\w{3,}ed|"
    r"\w{3,}s|hit|cut|rose|fell|left|won|lost|led|found|made|took|saw|told|shot|struck|became|began|broke|sank|"
    r"set|put|met|quit|held|kept|paid|sold|spent|sent|grew|gave|went|came|ran|burst)\b"
)


# What only the sentence before explains: "The offer was made …", "The list includes …".
_LEANING = re.compile(
    r"^(?:The|This|These|Those|Both|Such|Another|(?:One|Two|Three|Several|Some|Many) (?:of (?:them|these|those)|others?))\s+"
    r"(?:[a-z][\w’'-]*\s+){0,2}?(?:is|are|was|were|has|have|had|will|would|can|may|includes?|covers?|comes?|\w{3,}ed)\b"
)
# "Prado told reporters that …": somebody whom only the sentences before introduce
_SURNAME_SAID = re.compile(
    r"^(?!(?:Police|Officials|Prosecutors|Witnesses|Scientists|Doctors|Researchers|Experts|Authorities|Ministers)\b)"
    r"([A-Z][\w’'-]+) (?:has |have |also )?(?:said|says|told|added|adds|explained|noted|believes|believed|thinks)\b"
)
# What only the sentence before names: "News comes as its owner …", "Move follows …"
_WHICH_ONES = re.compile(
    r"\b(?:these|those)\s(?!who\b|\w+ed\b|in\b|with\b|from\b|on\b|at\b|of\b|days\b)[a-z]+|"
    r"\bof this (?!week|month|year|season|spring|summer|autumn|winter|morning)[a-z]+"
)
_OF_WHICH = re.compile(
    r"\bthe (?:incident|matter|issue|case|decision|proposal|allegations?|claims?|footage)$"
)
_SEQUEL = re.compile(
    r"^(?:The\s)?(?:news|move|decision|announcement|incident|comments?|remarks?|deal|attack|statement)\s(?:comes|came|follows?|followed)\b",
    re.IGNORECASE,
)
_SECOND = re.compile(  # where a fact told in two sentences goes on
    r"(?:(?<=[a-z]{4}\.)|(?<=\d\d\.)|(?<=[a-z][.][”\"]))\s+(?=[A-Z“\"])"
)
_SUBORDINATE = re.compile(
    r"^(?:Even\s)?(?:Until|Although|Though|Because|If|Unless|Whether|While|When|Since|As|After|Before)\b[^,]*$"
)


def headlines(
    titles: Iterable[str],
    leads: Iterable[str],
    *,
    surnames: Collection[str] | None = None,
    max_words: int = MAX_WORDS,
) -> tuple[str, ...]:
    """Return candidate headlines, best first: the publishers' own titles, then trimmed lead sentences.

    The lead itself tells the news, and is better at length than what comes after it in few words. Titles over
    ``max_words`` come after it where it is short, and one about something else than the brief after both. None
    is over ``FALLBACK_WORDS`` but of the first two sentences, which may have ``LONGEST_WORDS``. A sentence in which
    one of ``surnames`` alone speaks (any single name where they are not known) says who only to those who read on.
    May be empty.
    """
    leads = tuple(leads)
    told = _telling(" ".join(leads))
    named = [without_stop(_SITE_SUFFIX.sub("", title.strip())) for title in titles if title.strip()]
    fitting = [title for title in named if not told or _share(title, told) >= MIN_SHARED]
    alone = [_headline_of(lead, surnames, max_words) for lead in leads]
    short = [title for title in fitting if words_in(title) <= max_words]
    first, late = alone[:LEAD_SENTENCES], alone[LEAD_SENTENCES:]
    brief = [lead for lead in first[:1] if words_in(lead) <= max_words]
    ranked = dict.fromkeys(c for c in (*short, *brief, *fitting) if words_in(c) <= FALLBACK_WORDS)
    # "The gas giant is …" says more of the news than what comes after it
    lead = [trim(first_sentence(lead), max_words=max_words) for lead in leads[:1]]
    ranked |= dict.fromkeys(
        c
        for c in (*first[:1], *(c for c in lead if _tells(c, surnames)), *first[1:])
        if words_in(c) <= LONGEST_WORDS
    )
    ranked |= dict.fromkeys(c for c in (*named, *late) if words_in(c) <= FALLBACK_WORDS)
    return tuple(c for c in ranked if _is_headline(c))


def _headline_of(lead: str, surnames: Collection[str] | None, max_words: int) -> str:
    """Return a sentence of the brief as a headline, or ``""`` where it does not say its news by itself."""
    sentence = first_sentence(lead)
    short = trim(sentence, max_words=max_words)
    sequel = _SEQUEL.match(sentence) or any(_by_surname(text, surnames) for text in (sentence, short))
    return short if not sequel and _stands_alone(short) and is_whole(short) else ""


def _tells(text: str, surnames: Collection[str] | None) -> bool:
    """Return whether a lead that leans is whole all the same, and nobody's words."""
    return (
        is_whole(text)
        and text[:1] not in "\"“‘'"
        and not (_SEQUEL.match(text) or _SUBORDINATE.match(text) or _by_surname(text, surnames))
    )


def _by_surname(text: str, surnames: Collection[str] | None) -> bool:
    """Return whether somebody speaks whom only an earlier sentence introduces: "Prado told reporters", not "Nato says"."""
    speaks = _SURNAME_SAID.match(text)
    return speaks is not None and (surnames is None or speaks[1] in surnames)


def first_sentence(fact: str) -> str:
    """Return the first of the sentences that tell one fact."""
    return _SECOND.split(fact, maxsplit=1)[0]


def _telling(text: str) -> frozenset[str]:
    """Return the beginnings of the words of ``text`` that tell what it is about."""
    return frozenset(word[:4].lower() for word in re.findall(r"[^\W_]{4,}|\d+", text))


def _share(title: str, told: frozenset[str]) -> float:
    own = _telling(title)
    return len(own & told) / len(own) if own else 0.0


def _stands_alone(lead: str) -> bool:
    """Return whether a sentence of the brief says its news by itself."""
    if lead[:1] in "\"“‘'" or _SUBORDINATE.match(lead) or re.search(r"(?:^|\s)[A-Za-z]\.?$", lead):
        return False
    return not any(pattern.match(lead) for pattern in (_LEANING, _SEQUEL))


def _is_headline(text: str) -> bool:
    """Whether it stands alone: has a finite verb, no open quotation, no pronoun for a subject, no question."""
    balanced = (
        text.count("(") == text.count(")") and text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    )
    return (
        balanced
        and words_in(text) >= 3
        and not text.endswith(("?", ":", ","))
        and not _PRONOUN.match(text)
        and not _WHICH_ONES.search(text)
        and not _OF_WHICH.search(text)
        and _FINITE.search(text) is not None
    )
