"""Headline trimming: a sentence with words taken away until it is short enough, and never one added.

The method of headline trimming (Dorr, Zajic and Schwartz 2003, "Hedge Trimmer"), done by rule over punctuation
and function words instead of a parse tree: only "has said" is turned into "says". What is left is a whole statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable

MAX_WORDS = 12  # what a phone's notification and most front pages show on two lines
FALLBACK_WORDS = 18  # better a long headline than a broken one

_DATELINE = re.compile(
    r"^(?:[A-Z][\w.'’/-]*(?:,? (?:[A-Z][\w.'’/-]*|de|of|la|\d{1,2})){0,5} ?(?:\([A-Z][\w /]{1,20}\))?|\([A-Z][\w /]{1,20}\))\s*(?:[—–―:]|\s-\s|--)\s*(?=\S)"
)
# "June 26, 2005 Before he was shot, …": a page's date in front of its text
_DATED = re.compile(
    r"^(?:[A-Z]{2,4},\s+)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s+\d{4}:?\s+"
    r"(?=[A-Z“\"])"
)
# What ties the sentence to the one before it. "So far", "Yet another" and "But for" are no such words.
_LINK = re.compile(
    r"^(?:(?:But|And)(?! for\b),?|(?:So|Yet|Still|However|Meanwhile|Moreover|Also|Indeed|Instead|Then|Next|Now|Later|"
    r"Recently|Finally|Eventually|Separately|Elsewhere|In addition|As a result|Of course),)\s+(?=\S)"
)
_OF_ITS_OWN = re.compile(
    r"\s*,\s+(?:who|which|whose|where|including|according to|as well as)\b[^,;]*(?=$|,|;)", re.IGNORECASE
)
# What goes on to the end of its sentence: cut in the middle it would leave its own rest behind.
_TO_THE_END = re.compile(
    r"\s*,\s+(?:despite|although|though|while|as|after|when|with|amid|saying|adding|conveying|citing|but|and|so|"
    r"because|before|where|in an? \w+ to|in (?:order|a bid) to)\b[^;]*$",
    re.IGNORECASE,
)
_CLAUSE_FIRST = re.compile(
    r"(?:Now that|While|Although|Though|If|Unless|Since|When|Because|As|After|Before|Despite|Once)\b"
)
_OPENING = re.compile(
    r"^(?:(?:\w+ )?(?:Hours|Days|Weeks|Months|Years|hours?|days?|weeks?|months?|years?) (?:after|before|later)|In|On|At|After|Before|As|While|When|During|Following|Since|With|By|Earlier|Meanwhile|However|"
    r"Also|Moreover|But|And)\b[^,;:]{0,90},\s+(?:(?:the|an?)\s(?:(?!\b(?:is|are|was|were|has|have|had|will|said|says|\w{3,}ed)\b)"
    r"[^,;:]){2,60},\s+(?=(?:the|an?)\b))?(?=\S)"
)
_CLAUSE_WORD = re.compile(r"(?:While|When|Although|Though|Because|If)\b")
_SAID_TAIL = re.compile(
    r"\s*,\s*(?:[\w.'’-]+\s+){1,6}(?:said|says|told|added|announced|reported|confirmed|reports?)"
    r"(?:\s+(?:on|in|late|early|reporters?|a|the)\b[^,;]*)?$"
)
_SAID_INSIDE = re.compile(
    r"\s*,\s*(?:[\w.'’-]+\s+){1,6}(?:said|told \w+|announced|confirmed)(?:\s+(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,\s[^;]*$"
)
_TOLD_BY_TAIL = re.compile(
    r"\s*,\s*(?:(?:said|says)\s(?!(?:it|he|she|they|that|there|this|a|the)\b(?=[^,;]*\b(?:is|are|was|were|has|have|will|would|takes?)\b))|according to\s|officials? said\s)[^,;]*$"
)
_APPOSITION = re.compile(
    r"\s*,\s+(?:the|an?|its|his|her|their)\s[^,;]*$|\s+[–—]\s+[^–—]*$|"
    r"\s*,\s+(?:\w{3,}ed|\w{2,}ing|led|held|known|made)\s[^,;]*$"
)
# What is told of how and when it happened, where no comma parts it off. "As" may also be "as director".
_CLAUSE_TAIL = re.compile(
    r"\s+(?:(?:after|when|while|because|before|where|although|though|until|"
    r"(?<!\blisted )(?<!\bknown )(?<!\bdescribed )(?<!\bseen )(?<!\bnamed )(?<!\btreated )(?<!\bused )(?<!\bsuch )(?<!\bregarded )"
    r"(?<!\bviewed )(?<!\bwell )(?<!\bfar )(?<!\blong )(?<!\bmuch )(?<!\bmany )(?<!\bsoon )as)\s+(?=\w+(?:\s+\w+){0,6}?\s+(?:is|are|was|were|"
    r"has|had|have|did|would|could|will|\w{3,}ed|tried|began|fell|took|went|came|ran|left|met|hit|shot|found|told)\b)|"
    r"(?:after|when|while|before|since)\s+(?=\w{2,}ing\b)|"
    r"(?:in connection with|amid|following|according to|despite|in the wake of)\s).*$"
)
_SETTING = re.compile(
    r"\b(?:was|were|had been)\s(?:\w+ing\b|in\b|on\b|at\b|about\b|inside\b|outside\b|there\b|asleep\b|aboard\b)"
)
# Not "to Friday night's show", nor what a preposition leads to: "before Monday".
_WEEKDAY_INSIDE = re.compile(
    r"(?<!\bto)(?<!\bby)(?<!\bof)(?<!\bfor)(?<!\bfrom)(?<!\bthan)(?<!\bsince)(?<!\buntil)(?<!\btill)(?<!\bafter)(?<!\bbefore)"
    r"(?<!\bthe)(?<!\bnext)(?<!\bevery)(?<!\beach)(?<!\band)(?<!\bor)(?<!\bbetween)(?<!\blate)(?<!\bearly)(?<!\blast)"
    r"\s+(?:(?:on\s+)?(?:(?:late|early|last)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?|today|yesterday)"
    r"(?=\s+[a-z])(?!\s+(?:morning|afternoon|evening|night|and|or|to)\b)"
)
_PLACE_TAIL = re.compile(
    r"\s+(?:in|at|near|outside|inside|during|across)\s+(?=the\b|an?\b|its\b|his\b|her\b|their\b|[A-Z]|\d)"
    r"(?:(?!\b(?:in|at|near|outside|inside|during|across)\b)[^,;])*$"
)
_URGES = re.compile(  # "urges those hit … to ask": what it leads to may not go
    r"\b(?:urg|ask|t[eo]l[ld]|order|allow|expect|requir|want|advis|encourag|invit|forc|warn|help|call(?:s|ed|ing)? (?:on|for))\w*\b"
)
_LIMITED = re.compile(
    r"\b(?:no|not|none|never|only|all|every|any|most|first|last|nobody|n['’]t|without)\b", re.IGNORECASE
)
_WHEN_TAIL = re.compile(
    r"\s+(?:(?:on|early|late|last)\s+)?(?:over the weekend|at the weekend|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?|yesterday|today|tonight|last night|this (?:morning|week|month|year))$"
)
_AND_TAIL = re.compile(r",?\s+and\s+(?:(?!\s+and\s).)+$")
_OF_BOTH = re.compile(r"\s(?:to|who|which|that|whose)\s")  # what follows it may belong to the first half too
_NAME_JOINED = re.compile(r"[A-Z][\w’'-]*,?\s+and\s+[A-Z]")
_PREDICATE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|did|does|\w{3,}ed)\b")
_PAIRED = re.compile(r"\b(?:between|both|from|among|combin\w+|merg\w+|mix(?:es)?)\b", re.IGNORECASE)
# "a few", "a day after", "a third of" say something else without it; "The" in the middle opens a name.
_ARTICLES = re.compile(
    r"(?<![Oo]ne of )(?<!ome of )(?<!any of )(?<!all of )\b(?:the|an?)\s+(?=\w)(?!(?:percentage|point|estimated|average|additional|extra|few|lot|whole|type|kind|sort|little|bit|dozen|hundred|thousand|million|billion|third|quarter|fifth|half|day|"
    r"week|month|year|while|number|result|time|same|other|others|more|most|former|latter)\b)|^(?:The|An?)\s+(?=\w)(?!(?:few|lot|"
    r"little|dozen|hundred|thousand|million|third|quarter|half|day|week|month|year|number)\b)"
)
_HAS_SAID = re.compile(r"\b(?:has|have) said\b(?: that)?")
_CLAIMS = re.compile(r"\b(?:should|must|ought|needs? to|could|may|might)\b")  # whose it is may not go
_ABBREVIATED = re.compile(r"(?:\b[ap]\.m|\b[A-Z]|\b(?:Ltd|Inc|Co|Corp|Jr|Sr|St|No))\.$")
_FRAGMENT = re.compile(
    r"\b(?:who|whose|which|that|where|when|while|because|and|or|of|to|for|with|by|from|than|the|an?|as|at|"
    r"just|only|also|some|nearly|almost|even|very|not|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|in fact|"
    r"whose \w+)$|"
    r"^(?:[A-Z]\w{2,}(?:ed|ing)|Based|Known|Seen|Born|Held)\s(?:by|on|at|in|for|with|from|to|as)\b[^,]*$"
)


def words_in(text: str) -> int:
    """Count the words of ``text`` as an editor would: what stands between spaces."""
    return len(text.split())


def is_whole(text: str) -> bool:
    """Return whether ``text`` is no piece that leads on to something cut away: "… schoolgirl whose death"."""
    return _FRAGMENT.search(text) is None


def without_stop(text: str) -> str:
    """Return ``text`` without its full stop; that of "p.m." or "Ltd." stays."""
    return text if _ABBREVIATED.search(text) else text.rstrip(".").strip()


def trim(sentence: str, *, max_words: int = MAX_WORDS) -> str:
    """Take words away from ``sentence`` until at most ``max_words`` are left, or nothing more can go.

    Each rule is tried in turn and stops the moment the length is right, so that a short sentence is kept.
    """
    text = without_stop(_LINK.sub("", _DATED.sub("", _DATELINE.sub("", sentence.strip()))))
    for shorten in _STEPS:
        if words_in(text) <= max_words:
            break
        shorter = shorten(text).strip(" ,;-–—")
        if words_in(shorter) >= 4 and is_whole(shorter):
            text = shorter
    return text[:1].upper() + text[1:]


def _drop_opening(text: str) -> str:
    """Drop what comes before the news; a clause goes whole: "While the mayor, Ines Prado, insisted" has its verb further on."""
    opening = _OPENING.match(text)
    if opening is None or (_CLAUSE_WORD.match(text) and not _PREDICATE.search(opening[0])):
        return text
    return text[opening.end() :]


def _drop_asides(text: str) -> str:
    """Drop comma-led clauses from the end on: the last ones matter least, and those between commas before them."""
    for pattern in (_OF_ITS_OWN, _TO_THE_END):
        for aside in reversed(list(pattern.finditer(text))):
            if words_in(text) <= MAX_WORDS or (pattern is _TO_THE_END and _CLAUSE_FIRST.match(text)):
                break
            shorter = text[: aside.start()] + text[aside.end() :].removeprefix(",")
            if words_in(shorter) >= 5 and _PREDICATE.search(shorter):
                text = shorter
    return text


def _word_before(text: str, at: int) -> int:
    """Return where the word that ends at ``at`` begins."""
    return text.rfind(" ", 0, at) + 1


def _drop_second_object(text: str) -> str:
    """Drop a last "and …" that is a second object: of two things regretted, one was regretted.

    What follows must have no verb of its own, or the first half would be left without the subject it shares.
    """
    tail = _AND_TAIL.search(text)
    if tail is None or _PREDICATE.search(tail[0]) or _PAIRED.search(text[: tail.start()]):
        return text
    if _OF_BOTH.search(tail[0]) or _NAME_JOINED.match(text, _word_before(text, tail.start())):
        return text
    first = text[: tail.start()]
    if re.search(r"\s[–—-]\s[^–—]*$", first):
        return text  # "five children - three girls and two boys"
    return first if _PREDICATE.search(first) and words_in(first) >= 6 else text


def _drop(pattern: re.Pattern[str]) -> Callable[[str], str]:
    """Return a step that drops what ``pattern`` finds where a whole statement is left."""

    def shorten(text: str) -> str:
        shorter = pattern.sub("", text)
        return (
            shorter if words_in(shorter) >= 5 and _PREDICATE.search(shorter) and is_whole(shorter) else text
        )

    return shorten


def _drop_apposition(text: str) -> str:
    """Drop what explains the last name, or how it came; after a name between commas it may be the main verb."""
    tail = _APPOSITION.search(text)
    if tail is None:
        return text
    pieces = text[: tail.start()].split(", ")
    bare = len(pieces) > 2 and not any(_PREDICATE.search(piece) for piece in pieces[-2:])
    return text if bare else _drop(_APPOSITION)(text)


def _drop_clause(text: str) -> str:
    """Drop how and when it happened, unless that is the news: "was asleep when the roof fell"."""
    tail = _CLAUSE_TAIL.search(text)
    return text if tail and _SETTING.search(text[: tail.start()]) else _drop(_CLAUSE_TAIL)(text)


def _drop_places(text: str) -> str:
    """Drop phrases of place from the end on, unless they limit what is said: "no one died in the second crash"."""
    while words_in(_ARTICLES.sub("", text)) > FALLBACK_WORDS and not _LIMITED.search(text):
        shorter = _drop(_PLACE_TAIL)(text)
        tail = text[len(shorter) :]
        if shorter == text or _PREDICATE.search(tail) or (_URGES.search(shorter) and " to " in tail):
            break
        text = shorter
    return text


def _drop_said(text: str) -> str:
    """Drop who said it, unless the rest is only somebody's view: "the law should change, the union said"."""
    return text if _CLAIMS.search(text) else _SAID_TAIL.sub("", text)


def _drop_from_said(text: str) -> str:
    """Drop who said it, and what comes after, where more than that is to go."""
    said = _SAID_INSIDE.search(text)
    shorter = text[: said.start()] if said else text
    return (
        text if _CLAIMS.search(text) or words_in(shorter) < 6 or not _PREDICATE.search(shorter) else shorter
    )


def _drop_articles(text: str) -> str:
    """Drop "a" and "the" where that makes a headline of it; a sentence that stays long reads better whole."""
    shorter = _ARTICLES.sub("", text)
    return shorter if words_in(shorter) <= FALLBACK_WORDS else text


_STEPS = (
    _drop_said,
    _drop(_TOLD_BY_TAIL),
    lambda text: _WHEN_TAIL.sub("", text),
    _drop_opening,
    _drop_from_said,
    _drop_asides,
    lambda text: _WHEN_TAIL.sub("", text),
    lambda text: _HAS_SAID.sub("says", text),
    _drop_second_object,
    _drop_apposition,
    _drop_clause,
    lambda text: _WHEN_TAIL.sub("", text),
    lambda text: _WEEKDAY_INSIDE.sub("", text),
    _drop_places,  # does nothing to what is short enough to be a headline
    _drop_articles,
)
