"""Which sentences may stand in a brief as they are: whole, the publisher's own words to any reader.

``unfit`` says why a sentence must not be quoted. All rules look at the sentence alone, at its punctuation and a few closed
word classes, in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.plan.captions import MONTH, has_verb, is_caption
from briefing.plan.leaning import QUOTED
from briefing.wordsets import word_set

MIN_WORDS = 5  # shorter ones are headings, captions and asides
MAX_WORDS = 80  # longer ones are tables or lists run together

_EDGES = "\"“”‘’'()[],;:.!?–—-"
_OPENERS = "\"“”‘’'(["
_ENDS_WELL = re.compile(r"[.!?…][\"”’')\]]*$")
_FURNITURE = re.compile(
    r"^\d{4}[/-]\d\d[/-]\d\d\b|\b(?:Published|Posted|Updated):|"
    rf"(?-i:(?<!\bon)(?<!\bof)(?<!\bsince) (?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}},) \d{{4}} (?:The|A|An|He|She|It|They|In|On|At)\s[a-z])|"  # a title run in
    r"https?:|www\.|\w\.(?:com|org|net|co\.uk)\b|@\w|#\w+$|©|\b(?:cookies?|javascript|browser|newsletters?|"
    r"subscri(?:be|bers?|ption)|sign up|log in|click|tap here|read more|find out more|more on this|story continues|"
    r"full coverage|latest news|breaking news|follow us|share this|send us|contact us|e-?mail us|all rights reserved|"
    r"rights reserved|copyright|may not be published|terms of (?:use|service)|privacy policy|advertis(?:ement|ing)|"
    r"photo(?:graph)? by|image caption|getty images|file photo|watch the video|video below|listen to|"
    r"this (?:article|story|report|page|post|video) (?:was|is|has|may|will|can)|(?:contributed to|reporting by|"
    r"edited by|editing by|additional reporting)|originally (?:published|appeared)|last updated|web captures?|"
    r"internet archive|wayback machine|archived pages|links? on the web|crawls|your (?:tweets?|website|location|account|inbox|device)|opens in)\b",
    re.IGNORECASE,
)
_SPEAKS_AS_I = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|we|we['’](?:re|ve|d|ll)|me|us|my|our|mine|ours)\b", re.I
)
_SPEAKS_TO_YOU = re.compile(r"\b(?:you|you['’](?:re|ve|d|ll)|your|yours)\b", re.I)
_TELLS_YOU = re.compile(r"^(?:Don['’]t|Do not|Please)\s[a-z]")  # "Don't worry, help is on the way"
_CHATS = re.compile(  # the writer, not the news
    r"^(?:(?:Well|OK|Okay|Oh|Sure|Surely|Of course|Maybe|Frankly|Honestly),?|Yes,|No,)\s(?=[a-z])|"
    r"^The (?:good|bad|best|worst) (?:news|thing|part) is\b|^Learn more\b|^Some say\b|^(?:Oops|Turns out|Alas|Hey|Wow|Yep|Nope|Guess (?:what|who)|Picture this|Imagine (?:that|a|if|you)|Remember (?:when|that|the))\b|"
    r"\b(?:gotta|gonna|wanna|kinda)\b|, yes,"
)
_NOT_US = re.compile(r"\bU\.?S\.?\b|\bUS\b")
_LIST = re.compile(r"^(?:[*•▪■●►–—-]|\d{1,2}[.)]\s|[a-z][.)]\s)")
_DAY_WORD = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening|week|weekend|month)|last (?:night|week|"
    r"weekend|month)|next (?:week|month)|(?:earlier|later) (?:today|in the day)|(?:hours|days|weeks) ago)\b",
    re.IGNORECASE,
)


def unfit(text: str) -> str:
    """Return why the sentence ``text`` must not stand in a brief, or ``""`` if it may."""
    words = text.split()
    bare = QUOTED.sub(" ", text)
    checks = (
        (len(words) < MIN_WORDS, "too few words"),
        (len(words) > MAX_WORDS, "too many words"),
        (not _ENDS_WELL.search(text), "no full stop: a heading, a caption or a fragment"),
        (text.endswith(("...", "…")), "cut off"),
        (re.search(r"!(?!\w)", bare) is not None, "an exclamation"),
        ("?" in bare or text.rstrip(_OPENERS + ")]").endswith("?"), "a question"),
        (not _is_balanced(text), "a quotation mark without its partner"),
        (_LIST.match(text) is not None, "an item of a list"),
        (text.startswith("(") and text.rstrip(".").endswith(")"), "an aside in brackets"),
        (_TELLS_YOU.match(bare.strip()) is not None, "tells the reader what to do"),
        (_CHATS.search(bare) is not None, "the writer speaks to the reader"),
        (_opens_small(text), "begins in the middle"),
        (_shouts(words), "capitals throughout"),
        (_FURNITURE.search(text) is not None, "part of the page, not of the article"),
        (is_caption(text), "a caption"),
        (not has_verb(text) or _says_nothing(words), "without a verb: a caption or a fragment"),
        (_SPEAKS_AS_I.search(_NOT_US.sub(" ", bare)) is not None, "the writer speaks of himself"),
    )
    return next((reason for fails, reason in checks if fails), "")


_NO_VERBS = word_set(
    "a an the and or of in on at by to from for with without after before during near outside inside under over between "
    "behind beside above below along across around through into as his her its their our this that these those"
)


def _says_nothing(words: Sequence[str]) -> bool:
    """Return whether no word can be the verb, as in "Lorries at Tolven Bridge after the May 7 closure".

    A verb is a small word that no article, preposition or number announces as a noun.
    """
    announced = True  # so that the first word is none
    for word in words:
        bare = word.strip(_EDGES)
        if bare[:1].islower() and bare not in _NO_VERBS and not announced:
            return False
        if not bare.isalpha() and any(mark in word for mark in "\"“”’'"):
            return False  # "It's raining", a quotation
        announced = bare.lower() in _NO_VERBS or bare[:1].isdigit()
    return True


def speaks_to_you(text: str) -> bool:
    """Return whether ``text`` says "you" outside a quotation: advice, not news."""
    return _SPEAKS_TO_YOU.search(QUOTED.sub(" ", text)) is not None


def counts_from_its_day(text: str) -> bool:
    """Return whether ``text`` says "yesterday", "this week" or the like: wrong in a brief of another day."""
    return _DAY_WORD.search(text) is not None


def is_furniture(text: str) -> bool:
    """Return whether ``text`` is no part of the article: a notice, a link, a caption, a heading."""
    return _FURNITURE.search(text) is not None or is_caption(text) or _ENDS_WELL.search(text) is None


def _is_balanced(text: str) -> bool:
    straight = text.count('"') - len(re.findall(r"\d\"", text))
    return straight % 2 == 0 and text.count("“") == text.count("”") and text.count("(") == text.count(")")


def _opens_small(text: str) -> bool:
    plain = text.lstrip(_OPENERS)
    return plain[:1].islower() and not re.match(r"[a-z]+(?:[A-Z]|-[A-Z])", plain)


def _shouts(words: list[str]) -> bool:
    letters = [word for word in words if word.isalpha() and len(word) > 1]
    return len(letters) > 2 and sum(word.isupper() for word in letters) > len(letters) / 2
