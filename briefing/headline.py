"""Headlines by deletion: a headline says only what a sentence of the brief, or a source's title, says.

Every candidate made here is its original with words taken away (and "has said" turned into "says"), the
method of headline trimming (Dorr, Zajic and Schwartz 2003, "Hedge Trimmer"), done by rule over punctuation
and function words instead of a parse tree. Nothing is ever added, so no fact can be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

MAX_WORDS = 12  # what a phone's notification and most front pages show on two lines
LEAD_SENTENCES = 2  # the first ones of a brief tell what happened
FALLBACK_WORDS = 18  # better a long headline than a broken one

_DATELINE = re.compile(r"^[A-Z][\w.'’ ,/-]{1,40}(?:\([A-Z][\w /]{1,20}\))?\s*(?:[—–:]|\s-\s|--)\s*(?=\S)")
# "June 26, 2005 Before he was shot, …": a page's date in front of its text
_DATED = re.compile(
    r"^(?:[A-Z]{2,4},\s+)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s+\d{4}:?\s+"
    r"(?=[A-Z“\"])"
)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[\w.&'’ ]{2,40}$")
_ASIDE = re.compile(
    r"\s*,\s+(?:who|which|whose|where|including|according to|as well as|despite|although|though|while|as|"
    r"after|when|with|amid|saying|adding|conveying|citing|but|and|so)\b[^,;]*(?=$|,|;)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:In|On|At|After|Before|As|While|When|During|Following|Since|With|By|Earlier|Meanwhile|However|"
    r"Also|Moreover|But|And)\b[^,;:]{0,90},\s+(?=\S)"
)
_SAID_TAIL = re.compile(
    r"\s*,\s*(?:[\w.'’-]+\s+){1,6}(?:said|says|told|added|announced|reported|confirmed|reports?)"
    r"(?:\s+(?:on|in|late|early|reporters?|a|the)\b[^,;]*)?$"
)
_TOLD_BY_TAIL = re.compile(r"\s*,\s*(?:said|says|according to|officials? said)\s[^,;]*$")
_APPOSITION = re.compile(
    r"\s*,\s+(?:the|an?|its|his|her|their)\s[^,;]*$|\s+[–—]\s+[^–—]*$|"
    r"\s*,\s+(?:\w{3,}ed|\w{2,}ing|led|held|known|made)\s[^,;]*$"
)
# What is told of how and when it happened, where no comma parts it off. "As" may also be "as director".
_CLAUSE_TAIL = re.compile(
    r"\s+(?:(?:after|when|while|because|before|where|although|though|until|as)\s+(?=\w+(?:\s+\w+){0,6}?\s+(?:is|are|was|were|"
    r"has|had|have|did|would|could|will|\w{3,}ed|tried|began|fell|took|went|came|ran|left|met|hit|shot|found|told)\b)|"
    r"(?:after|when|while|before|since)\s+(?=\w{2,}ing\b)|"
    r"(?:in connection with|amid|following|according to|despite|in the wake of)\s).*$"
)
_WEEKDAY_INSIDE = re.compile(r"\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=\s+[a-z])")
_PLACE_TAIL = re.compile(
    r"\s+(?:in|at|near|outside|inside|during|across)\s+(?:(?!\b(?:in|at|near|outside|inside|during|across)\b)[^,;])*$"
)
_LIMITED = re.compile(
    r"\b(?:no|not|none|never|only|all|every|any|most|first|last|nobody|n['’]t|without)\b", re.IGNORECASE
)
_WHEN_TAIL = re.compile(
    r"\s+(?:(?:on|early|late|last)\s+)?(?:over the weekend|at the weekend|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?|yesterday|today|tonight|last night|this (?:morning|week|month|year))$"
)
_AND_TAIL = re.compile(r",?\s+and\s+(?:(?!\s+and\s).)+$")
_PREDICATE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|did|does|\w{3,}ed)\b")
_PAIRED = re.compile(r"\b(?:between|both|from)\b", re.IGNORECASE)
_ARTICLES = re.compile(r"\b(?:the|an?)\s+(?=\w)", re.IGNORECASE)
_HAS_SAID = re.compile(r"\b(?:has|have) said\b(?: that)?")
_PRONOUN = re.compile(
    r"^(?:he|she|they|it|this|that|these|those|we|i|you|his|her|their|its|there)\b", re.IGNORECASE
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
_SECOND = re.compile(r"(?<=[a-z]{4}\.)\s+(?=[A-Z])")  # where a fact told in two sentences goes on
_SUBORDINATE = re.compile(
    r"^(?:Until|Although|Though|Because|If|Unless|Whether|While|When|Since|As|After|Before)\b[^,]*$"
)


def words_in(text: str) -> int:
    """Count the words of ``text`` as an editor would: what stands between spaces."""
    return len(text.split())


def headlines(titles: Iterable[str], leads: Iterable[str], *, max_words: int = MAX_WORDS) -> tuple[str, ...]:
    """Return candidate headlines, best first: the publishers' own titles, then trimmed lead sentences.

    The lead itself tells the news, and is better at length than what comes after it in few words. Titles over
    ``max_words`` come after it where it is short; none is over ``FALLBACK_WORDS``. May be empty.
    """
    from_titles = [_SITE_SUFFIX.sub("", title.strip()).rstrip(".") for title in titles if title.strip()]
    told = [trim(_SECOND.split(lead, maxsplit=1)[0], max_words=max_words) for lead in leads]
    alone = [lead if _stands_alone(lead) else "" for lead in told]
    short = [title for title in from_titles if words_in(title) <= max_words]
    first, others = alone[:LEAD_SENTENCES], alone[LEAD_SENTENCES:]
    brief = [lead for lead in first[:1] if words_in(lead) <= max_words]
    late = sorted(others, key=lambda lead: max(words_in(lead), max_words))
    ranked = dict.fromkeys((*short, *brief, *from_titles, *first, *late))
    return tuple(c for c in ranked if _is_headline(c) and words_in(c) <= FALLBACK_WORDS)


def trim(sentence: str, *, max_words: int = MAX_WORDS) -> str:
    """Take words away from ``sentence`` until at most ``max_words`` are left, or nothing more can go.

    Each rule is tried in turn and stops the moment the length is right, so that a short sentence is kept.
    """
    text = _DATED.sub("", _DATELINE.sub("", sentence.strip())).rstrip(".").strip()
    for shorten in _STEPS:
        if words_in(text) <= max_words:
            break
        shorter = shorten(text).strip(" ,;-–—")
        if words_in(shorter) >= 4:
            text = shorter
    return text[:1].upper() + text[1:]


def _drop_asides(text: str) -> str:
    """Drop comma-led clauses from the end on: the last ones matter least."""
    found = list(_ASIDE.finditer(text))
    for aside in reversed(found):
        shorter = text[: aside.start()] + text[aside.end() :].removeprefix(",")
        if words_in(shorter) >= 5:
            text = shorter
    return text


def _drop_second_object(text: str) -> str:
    """Drop a last "and …" that is a second object: of two things regretted, one was regretted.

    What follows must have no verb of its own, or the first half would be left without the subject it shares.
    """
    tail = _AND_TAIL.search(text)
    if tail is None or _PREDICATE.search(tail[0]) or _PAIRED.search(text[: tail.start()]):
        return text
    first = text[: tail.start()]
    if re.search(r"\s[–—-]\s[^–—]*$", first):
        return text  # "five children - three girls and two boys"
    return first if _PREDICATE.search(first) and words_in(first) >= 6 else text


def _drop(pattern: re.Pattern[str]) -> Callable[[str], str]:
    """Return a step that drops what ``pattern`` finds where a whole statement is left."""

    def shorten(text: str) -> str:
        shorter = pattern.sub("", text)
        return shorter if words_in(shorter) >= 5 and _PREDICATE.search(shorter) else text

    return shorten


def _drop_places(text: str) -> str:
    """Drop phrases of place from the end on, unless they limit what is said: "no one died in the second crash"."""
    while words_in(text) > FALLBACK_WORDS and not _LIMITED.search(text):
        shorter = _drop(_PLACE_TAIL)(text)
        if shorter == text:
            break
        text = shorter
    return text


_STEPS = (
    lambda text: _SAID_TAIL.sub("", text),
    _drop(_TOLD_BY_TAIL),
    lambda text: _WHEN_TAIL.sub("", text),
    lambda text: _OPENING.sub("", text),
    _drop_asides,
    lambda text: _WHEN_TAIL.sub("", text),
    lambda text: _HAS_SAID.sub("says", text),
    _drop_second_object,
    _drop(_APPOSITION),
    _drop(_CLAUSE_TAIL),
    lambda text: _WEEKDAY_INSIDE.sub("", text),
    lambda text: _ARTICLES.sub("", text),
    _drop_places,  # does nothing to what is short enough to be a headline
)


def _stands_alone(lead: str) -> bool:
    """Return whether a sentence of the brief says its news by itself."""
    if lead[:1] in "\"“‘'" or _SUBORDINATE.match(lead) or re.search(r"(?:^|\s)[A-Za-z]\.?$", lead):
        return False
    return not _LEANING.match(lead)


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
        and _FINITE.search(text) is not None
    )
