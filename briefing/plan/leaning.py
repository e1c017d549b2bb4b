"""Which sentences lean on the one before them, so that a brief has both or neither.

``leans_back`` says whether a sentence needs the one before it, ``stands_loosely`` whether it had better not be chosen. Both look
at the sentence alone, by the words that point back.
"""

from __future__ import annotations

import re

_OPENERS = "\"“”‘’'(["
_NEAR_WORDS = 10
QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|(?<!\w)‘[^‘’]*’(?!\w)")
_BACK = re.compile(
    r"^(?:he|she|it|they|his|her|hers|its|their|theirs|him|them|himself|herself|this|that|these|those|such|here|"
    r"so|then|thus|or|nor|however|instead|too|otherwise|therefore|nevertheless|nonetheless|likewise|"
    r"similarly|consequently|the (?:former|latter|same|other|others|two|three|pair|duo|couple)|both|neither|"
    r"another|one of them|in (?:contrast|turn|response|return|doing so|that case|other words)|as a result|"
    r"for (?:example|instance)|by contrast|on the other hand|after (?:that|this|which)|"
    r"(?:now|next|soon|later|today|still|meanwhile|finally|eventually|sadly|clearly|perhaps|there|once there|even so|even then|also),? (?:he|she|it|they|that|this|these|those)|"
    r"because of (?:that|this)|as it (?:was|is|happened|turned out)|despite (?:that|this)|of (?:these|those|them)|according to (?:him|her|them|it))\b",
    re.IGNORECASE,
)
# "Some refused", "Most are placed in homes", "A second, with divers, …": of what, the sentence before says
_OF_THEM = re.compile(
    r"^(?:(?:some|most|many|several|few|a few|others|all|none|each|(?:an?|the) (?:second|third|fourth)|the (?:rest|remainder)|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|dozens|hundreds|thousands|several|many|some) (?:others?|more))"
    r"(?:,|\s(?:also |still |now |just |simply )?(?:was|were|is|are|had|have|has|do|did|does|don|didn|went|will|would|could|can|may|might|remain|remained|"
    r"died|came|want|wanted|\w{3,}ed)\b)|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:is|are|was|were) (?:still|now|also|later|of))",
    re.IGNORECASE,
)
# "those questions", "in this regard", "such locations"; not "those who", "these days", "this week"
_THESE = re.compile(
    r"(?<!like )\b(?:(?:these|those)\s+(?!who|whose|that|which|in\b|with\b|from\b|on\b|at\b|of\b|to\b|for\b|without|days\b|aged|sold\b|told\b|\w+ed\b|\w+ing\b|"
    r"(?:are|is|were|was|hurt|present|responsible|left|hit|found|on|already|still|most|not|caught|held|seen|known|born|taken|sent|made)\b)|"
    r"such\s+(?!as\b|an?\b|that\b|is\b|was\b|are\b|were\b)|in this (?:regard|respect|case|way|sense|context|instance)\b|for this (?:reason|purpose)\b|"
    r"to (?:this|that) end\b|at this point\b)[a-z]*",
)
_HE = re.compile(r"(?<=\w )(?:he|him|she)\b(?!['’])")
_LONE = re.compile(r"^(?:The|A|An|This|Most|Some|Many|More|No|That|It|In|On|At|For|By|With|After|Before)\b")
_SOMEBODY = re.compile(
    r"\b(?:who|whoever|anyone|anybody|everyone|everybody|someone|somebody|nobody|no one|person|man|woman|boy|girl|child|baby|infant|teen|guy|lady|"
    r"king|queen|prince|pope|mother|father|mom|mum|dad|son|daughter|brother|sister|wife|husband|uncle|aunt|friend|chief|coach|star|"
    r"host|guard|judge|victim|suspect|patient|student|pilot|captain|president|official|aide|athlete|actress|nurse|monk|cleric|bishop|"
    r"spouse|couple|twin|fugitive|recruit|head|parent|cop|candidate|champion|groom|bride|widow|hero|thief|deputy|"
    r"\w{2,}(?:er|or|ist|ian|ant|ent|man|woman|ee|ive|eur|ess|eon|ate|een)|\d+-year-old)s?\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"^the (?:move|incident|decision|announcement|statement|comments?|remarks?|offer|ruling|deal|proposal|agreement|discovery|findings?|"
    r"accusations?|allegations?|claims?|charges?|news|change|changes|revelation|admission|request|warning|letter|sentence|verdict|attack|"
    r"blast|explosion|crash|shooting|fire|accident|quake|death|deaths) (?:was|were|is|are|has|had|have|came|comes?|follows?|followed|would|will|could|may|means?|"
    r"prompted|drew|led|sparked|raised|appears?|appeared|caused|occurred|happened|took|marks?|marked)\b",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(
    r"^(?:but|and|yet|also|still|meanwhile|moreover|besides|afterwards?|later|earlier|in (?:addition|fact|all)|"
    r"at the (?:same )?time|the (?:move|incident|decision|announcement|news|statement|comments?|remarks?|post|tweet|"
    r"letter|man|woman|boy|girl|suspect|victim|company|group|report|study|deal|measure|ruling|admission|attack|"
    r"latest|list|aircraft|charges?|offer|plan|proposal|programme|program|agreement|document|footage|video|images?|pictures?|photos?|"
    r"photographs?|rules?|bill|law|event|item|product|device|service|film|book|song|project|results?|findings|plaintiff|"
    r"defendants?|victims|suspects|firm|agency|officer|driver|pilot|actress|actor|singer|player|couple|family|plane|ship|"
    r"vessel|building|house|car|case|complaint|lawsuit|suit|trial|hearing|vote|debate|meeting|talks|visit|photo))\b",
    re.IGNORECASE,
)
_LINKS = re.compile(r", (?:however|meanwhile|too|also|therefore|though|then|in turn)[,.]")
_AND = re.compile(r"^(?:but|and|yet)\s+", re.IGNORECASE)
_HE_SAID = re.compile(
    r"[,”\"’?!]\s*(?:(?:he|she|they|it)\s+(?:also\s+)?[a-z]+(?:ed|s|id|old|ote)\b|"
    r"(?:said|says|added|told)\s+(?:he|she|they)\b)"
)
_IT_IS_EMPTY = re.compile(
    r"^it (?:is|was|has been|will be|remains|became|seems?|appears?|took)(?: \w+){0,2} "
    r"(?:that|whether|why|how|who|what|if|when|to)\b|^this (?:week|month|year|morning|afternoon|evening|summer|"
    r"winter|spring|autumn|fall)\b|^that (?:is|was) (?:the|when)\b(?!.)|^still life\b|^so far\b|"
    r"^(?:earlier|later) (?:this|on|in|today)\b",
    re.IGNORECASE,
)
_BACK_AFTER_CLAUSE = re.compile(  # "In a statement on Thursday it said", and not "As he fled, Breiner shot"
    r"^(?:in|on|at|after|before|during|by|for|with|since|last|earlier|later|when|while|as|if|although)\b(?:[^.;:\"“]|\.(?=\d)){0,110}?"
    r"(?:,|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\bnight|\bmorning|\bevening|\bstatement|\b\d{4})"
    r"\s(?:he|she|it|they)\s(?!is\b|was\b|will be\b|became\b|appear|seem|took\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<=[a-z,] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|"
    r"Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b)[A-Z]"
)
_FIRST_CLAUSES = re.compile(r"[^,.;:]{0,90}")


def leans_back(text: str) -> bool:
    """Return whether ``text`` needs the sentence before it: "He said …", "The former …", "…," she added, "…"."""
    if is_bare_quotation(text):
        return True
    if text[:1] in '"“‘':
        return _HE_SAID.search(text) is not None
    plain = _AND.sub("", text.lstrip(_OPENERS))
    if _IT_IS_EMPTY.match(plain):
        return False
    if _OF_THEM.match(plain) or _EVENT.match(plain) or _points_back(plain) or _speaks_of_nobody(plain):
        return True
    pronoun = _BACK_AFTER_CLAUSE.match(plain)
    if pronoun and not _NAMED.search(pronoun.group()):
        return True
    return _BACK.match(plain) is not None or (_HE_SAID.search(text) is not None and not _names_someone(plain))


def _speaks_of_nobody(text: str) -> bool:
    """Return whether "he", "him" or "she" stands in ``text`` with nobody before it: "the tax will cost him more"."""
    plain = QUOTED.sub(" ", text)
    found = _HE.search(plain)
    if found is None or "“" in text or '"' in text:
        return False
    before = plain[: found.start()]
    return (
        _NAMED.search(before) is None
        and _SOMEBODY.search(before) is None
        and before[:1].isupper()
        and _LONE.match(before) is not None
    )


def _points_back(text: str) -> bool:
    """Return whether "those questions" stand near the beginning, where nothing in the sentence has said which."""
    found = _THESE.search(QUOTED.sub(" ", text))
    return found is not None and text.count(" ", 0, found.start()) < _NEAR_WORDS


def _names_someone(text: str) -> bool:
    """Return whether the first clause of ``text`` has a name after its first word."""
    first = _FIRST_CLAUSES.match(text)
    return first is not None and _NAMED.search(first.group()) is not None


def is_bare_quotation(text: str) -> bool:
    """Return whether ``text`` is a quotation and nothing else: its speaker is in the sentence before."""
    return not re.search(r"\w", QUOTED.sub(" ", text))


def stands_loosely(text: str) -> bool:
    """Return whether ``text`` can stand alone but reads better elsewhere: "The company …", "…, however, …"."""
    return _ASKS_WHO.match(text.lstrip(_OPENERS)) is not None or _LINKS.search(text) is not None
