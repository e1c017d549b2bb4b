"""What stands under a picture, told from what stands in the story: the words alone must show it.

A caption tells in the present tense what is seen and then when, names who stands where, or has no verb at all.
"""

from __future__ import annotations

import re

MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|April|May|June|July|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_MARKED = re.compile(
    r"\((?:\d\w\w )?(?:L|R|C|left|right|centre|center|top|bottom|pictured|seen here|file)\)|"
    r"\b(?:L-R|REUTERS/|AP Photo|Photo:|Image:|Picture:|Caption|pictured (?:above|below|here))|"
    r"^(?:\w+ )?(?:Photos?|Images?|Pictures?|Videos?|PHOTOS?|CLOSE|Caption|Buy Photo|FILE)\b|"
    r"^(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2})?,? \d{4}, (?:when|as|during|after|before|at|in|with|\w+ing)\b|"  # a gallery's dated captions
    r"\bin this (?:\w+ )?(?:image|photo|photograph|picture|frame grab|screen ?grab|still)\b|"
    r"\bthis (?:\w+ )?(?:image|photo|photograph|picture) (?:shows|provided|released|taken|made|from)\b|"
    r"^(?:[A-Z]{2,}\s){4,}[A-Z][a-z]"  # "CORRECTS DAY OF MATCH Fans stand …"
)
# "… talks to reporters at the harbour, Saturday, Oct. 3, 2015, in Orl": day, date, year and place, as only captions have;
# and so "… walks on the quay in Orl Saturday, Oct. 3, 2015"
_DATED_AND_PLACED = re.compile(
    rf"\b{_DAY},? {MONTH} \d{{1,2}}, \d{{4}},? (?:in|at|near|outside|inside) [A-Z][^;:]{{2,60}}$|"
    rf"(?<!\bon )(?<!\bof )\b{_DAY},? {MONTH} \d{{1,2}}, \d{{4}}$"
)
_SEEN = re.compile(
    r"(?<!\bto )\b(?:answers?|speaks?|waves?|walks?|arrives?|signs?|smiles?|looks?|poses?|stands?|sits?|listens?|gestures?|greets?|"
    r"shakes?|holds?|addresses|attends?|talks?|reacts?|celebrates?|watch(?:es)?|hugs?|waits?|gathers?|march(?:es)?|carr(?:y|ies)|"
    r"leaves?|lands?|takes? (?:part|off)|flies|looks? on|points?|applauds?|welcomes?|meets?|departs?|is seen|are seen|sit parked)\b"
)
_POSED = re.compile(
    r"\b(?:stands?|poses?|sits?) for (?:an? |the )?(?:\w+ )?(?:portrait|photo\w*|picture|camera)s?\b|\blooks? on (?:as|during|while|after)\b|"
    r"\bin front of an? artist|\bartist(?:['’]?s)? (?:portrayal|impression|rendering|concept|conception|illustration|depiction)\b"
)
# "Early 2000, at a dinner for the press.", "January 1993, days before the vote.": a list of pictures or of dates
_UNDER_A_DATE = re.compile(rf"^(?:(?:Early|Late|Mid)[- ])?(?:{MONTH}(?: \d{{1,2}})?,? )?\d{{4}}, [a-z]")
_PICTURE_OF = re.compile(
    r"^(?:(?:An?|The|This) )?(?:[\w-]+ ){0,4}(?:micrograph|photograph|photo|illustration|rendering|screenshot|portrait|snapshot|diagram|map|view|image|"
    r"still|graphic|sketch) of\b"
)
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|does|did|shows?|says?|said|sold|went|hangs?|appears?|found|made|led|drew|won|"
    r"became|came|goes|gives?|gave|hung|lay|(?<!the )(?<!an )(?<!a )[a-z]{3,}ed)\b"
)
_ENDS_WITH_DAY = re.compile(
    rf"(?<=[a-z,])(?:,| [A-Z][a-z]+)(?:,? {_DAY},?)? {MONTH} \d{{1,2}}, \d{{4}}\.?$|"  # "… leaves the court in Orl March 5, 2015"
    rf"\b(?:on|in|,) (?:{_DAY}(?:,? {MONTH} \d{{1,2}})?|{MONTH} \d{{1,2}}(?:, \d{{4}})?)\.?$"
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|will|would|said|says|\w{3,}ed|told|left|took|met|made|came|went|saw|got|held|began|led|won|lost)\b"
)
# No word that could be its verb: neither an ending nor one of the verbs that plural subjects have without one.
_VERB = re.compile(
    r"\b(?:is|are|be|may|can|could|should|might|must|do|does|am|[a-z]{2,}s|say|host|want|fear|hope|plan|expect|need|believe|think|"
    r"know|get|go|make|take|come|see|work|live|remain|continue|face|meet|play|march|try|keep|run|told|hit|cut|put|set|let|"
    r"rose|fell|struck|broke|shot|sank|burst|fought|fled|flew|grew|gave|found|built|bought|sold|spent|sent|paid|kept|stood|sat|"
    r"spoke|swore|threw|wore|wrote|drew|drove|drank|ate|beat|quit|shut|split|spread|swept|swung|taught|caught|brought|thought|"
    r"lay|laid|lit|ran|sang|slept|stole|hold|show|help|call|use|seek|turn|look|vote|talk|agree|lead|gather)\b"
)


_SHORT = re.compile(
    r"[’'](?:s|re|ve|d|ll|m)\b|n[’']t\b|\b(?:died|tied|lied|vied|became|own|owe|depend|love|demand|list|check|enter|find)\b"
)


def has_verb(text: str) -> bool:
    """Return whether some word of ``text`` could be its verb: "Pretty good for a first time out" has none."""
    return any(pattern.search(text) for pattern in (_PAST, _VERB, _SHORT))


def is_caption(text: str) -> bool:
    """Return whether ``text`` is what stands under a picture."""
    if _MARKED.search(text):
        return True
    if _UNDER_A_DATE.search(text) or (_POSED.search(text) and not _PAST.search(text)):
        return True
    if _PICTURE_OF.search(text) and not _TELLS.search(text):
        return True
    plain = text.rstrip('.”"’ ')
    if _DATED_AND_PLACED.search(plain) and " said" not in text:
        return True
    if not _ENDS_WITH_DAY.search(plain) or _PAST.search(text):
        return False
    return _SEEN.search(text) is not None or _VERB.search(text) is None
