"""What sites put around an article: sign-ups, cookies, credits, related links, bylines, keyword tails.

Each rule looks at one sentence or line. Words of speech in it ("said", "told") keep a sentence: advertising
doesn't attribute, and losing a true sentence costs more than keeping a false one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefing.clean.units import Layout, Unit

STAMP = "time stamp"
_MAX_WORDS = 45  # longer is prose, or a mix that holds some
_MAX_LINK_WORDS = 25  # a headline with its "Read more:"
_MAX_LINKS = 15  # of a list after its heading
_BULLETS = "-•*·►▪– "
_TOP_UNITS = 4
_BOTTOM_UNITS = 3


def _rule(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE).search


_SPEECH = re.compile(
    r"\b(?:said|says|told|according\sto|announced|accused|argued|claimed|ruled|warned|denied|admitted|alleged)\b"
)
_SIGN_UP = _rule(
    r"""^(?:please\s)?(?:sign\s?up|subscribe|register\s(?:here|now|today|for|to)|click|tap\s(?:here|on|the)|follow\s(?:us|our|@)
    |join\s(?:us|our)|download\s(?:the|our)|like\sus|log\s?in|sign\sin|create\san\saccount|already\sa\s(?:member|subscriber)
    |don['’]t\smiss|support\s(?:our|independent)\sjournalism|become\sa\s(?:member|subscriber)|add\s.{1,40}\sas\sa?\s?preferred\ssource
    |(?:you\scan\s)?(?:also\s)?(?:follow|find|like)\s.{1,60}\son\s(?:twitter|facebook|instagram|x\b|threads|whatsapp|telegram|youtube)
    |see\smore\s(?:of|from)\s.{1,60}\s(?:on|by\slogging\sinto)\sfacebook
    |(?:this\s)?(?:story|article|content)\sis\s(?:for|available\sto)\ssubscribers|get\s(?:unlimited|full)\saccess|your\semail\saddress
    |(?:enter|provide)\s(?:your|a\svalid)\semail|thank\syou\sfor\s(?:subscribing|signing)|unsubscribe|you\sare\sreceiving\sthis
    |(?:to\s)?(?:view|read)\sthis\semail\sin|having\strouble\s(?:viewing|reading)\sthis|update\syour\spreferences|forward\s(?:this|to\sa\sfriend)
    |(?:by\s(?:signing|subscribing|continuing|clicking|using|submitting))\b.*\b(?:you|agree|terms|policy))\b"""
)
_TEASER = re.compile(
    r"^(?:get|track|catch|read|watch|find|see|explore|discover|browse|visit|view|check|stay|keep|for|listen|go|follow|receive)\b",
    re.IGNORECASE,
)
_TEASER_OBJECT = re.compile(
    r"""\b(?:newsletters?|inbox|e-?mails?|alerts?|notifications?|updates?|updated|whatsapp|telegram|facebook|twitter|instagram
    |youtube|podcasts?|apps?|app\sstore|google\s(?:play|news)|our\s(?:channel|site|website|page|coverage)|here|\w+\.(?:com|co\.uk|org|net|in)
    |live\snews|latest\snews|breaking\snews|top\sstories|headlines|news\sfrom|around\sthe\sworld|more\s(?:news|stories)|full\scoverage|live\sblog)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_COOKIES = _rule(
    r"""^(?:we|this\s(?:web)?site|our\s(?:web)?site|by\scontinuing|the\scookies?|these\scookies|your\sprivacy|accept|manage)\b.*
    \b(?:cookies?|privacy\spolicy|consent|personali[sz]ed\s(?:ads|content)|similar\stechnologies)\b
    |^(?:accept|reject|manage)\s(?:all\s)?(?:cookies|preferences|consent)"""
)
_BROWSER = _rule(
    r"""^(?:please\s)?(?:enable|turn\son)\sjavascript | javascript\sis\s(?:disabled|required|not\senabled)
    | ^(?:sorry,?\s)?your\sbrowser\s(?:does|is|doesn) | ^to\s(?:view|play|watch)\sthis\s(?:video|content|page)
    | ^this\s(?:video|content|page)\s(?:is\snot|is\sno|can\s?not|can't|requires)"""
)
_RIGHTS = _rule(
    r"""^(?:\(c\)|©|copyright\b(?=.{0,20}(?:\d{4}|©|\(c\)))) | \ball\srights\sreserved\b | ^this\smaterial\smay\snot\sbe
    | \bmay\snot\sbe\s(?:published,|reproduced|redistributed|broadcast,) | ^\(?except\sfor\sthe\sheadline
    | ^\(?(?:this|the)\s(?:story|article|report|copy|news\sitem)\s(?:has\s(?:been|not\sbeen)|was|is)\s(?:not\s|auto-?\s?)?
      (?:published|generated|edited\sby|sourced|first\spublished|originally|syndicated|translated|supplied|provided|reprinted|republished)\b
    | ^(?:terms\s(?:of\s(?:use|service)|and\sconditions|&\sconditions)|privacy\spolicy|cookie\spolicy)\b.{0,120}$
    | ^disclaimer\s?:"""
)
_CREDIT = _rule(
    r"""^[\[(]?(?:additional\s|further\s|with\s)?(?:reporting|writing|editing|compiled|edited|written|translated|produced|research)\sby\b
    | \bcontributed\s(?:(?:reporting|research)\b|(?:to|from)\s(?:this|the)\s(?:report|story|article|piece)\b|(?:to\sthis\sreport\s)?from\s[A-Z])
    | ^[\[(]?with\s(?:inputs?|reporting|files|agency\sinputs)\sfrom\b | ^\(?(?:agencies|source|sources|via)\s?:\s?\S.{0,50}\)?$"""
)
_JOINING = frozenset(["a", "an", "and", "&", "for", "in", "of", "on", "the", "to", *"/|-–—·•"])
_CREDIT_WORDS = _JOINING | {
    *(
        "by",
        "with",
        "to",
        "this",
        "from",
        "report",
        "story",
        "article",
        "contributed",
        "reporting",
        "editing",
    ),
    *("writing", "additional", "input", "inputs", "files", "agency", "agencies"),
}
_MIN_NAMED_SHARE = 0.6  # of a credit's words that aren't its own small ones begin with a capital
_CAPTION = _rule(
    r"""^(?:photo(?:graph)?s?|images?|pictures?|pic|video|file\s(?:photo|pic|picture|image)|(?:photo|image|picture|video)\s(?:credit|source|caption|by|courtesy))
    \s?[:|/–—]\s?.{0,160}$ | (?:getty\simages|shutterstock|istock(?:photo)?|ap\sphoto|afp\sphoto|epa-efe|handout)[\w\s/,.]{0,30}$"""
)
_FURNITURE = _rule(
    r"""^(?:advertisements?|advertising|sponsored(?:\scontent)?|promoted(?:\scontent)?|paid\s(?:post|content)|ads?\sby\s.{1,30}
    |(?:advertisement\s?[\w-]*\s?)?(?:story|article)\scontinues\s(?:below|after).*|article\scontent|(?:recommended|related|latest)\svideos?|continue\sreading.{0,40}|scroll\s(?:down\s)?(?:to|for)\s.{0,40}|skip\s(?:past|to|advert)\s?.{0,40}
    |loading\b.{0,20}|please\swait.{0,20}|(?:photo|image|picture)\sgallery|share(?:\s(?:this|on|via|the))?(?:\s(?:article|story|post|facebook|twitter|whatsapp|email|page))?
    |(?:print|e-?mail|save|tweet|comments?|reply|bookmark|copy\slink|close|menu|search|home|next|previous|back\sto\stop|show\smore|load\smore|see\sall|view\sall)
    |(?:view|show|hide|post|add|leave)\s(?:a\s|your\s|all\s|\d+\s)?(?:comments?|reply|gallery).{0,20}|\d+\s(?:comments?|shares?|views|likes)
    |\d+[\s-]min(?:ute)?s?\sread|reading\stime.{0,20}|listen(?:\sto\s(?:this\s)?(?:article|story|the\sarticle))?.{0,20}|play\svideo.{0,40}|watch\s(?:live|now|the\svideo|video)
    |about\sthe\sauthors?|(?:tags?|topics?|keywords|filed\sunder|categories|category|hashtags)\s?:.*|(?:text|font)\ssize.{0,20}|a\s?[-+]\s?a\s?[-+]?
    |toggle\s.{0,30}|expand|collapse|image\s\d+\sof\s\d+|\d+\s?/\s?\d+|exclusive\sfor\ssubscribers|premium|subscriber\sonly)[.:]?$"""
)
_STAMP = _rule(
    r"""^[^.!?]{0,120}\s?[|•·]\s?(?:last\s|first\s)?(?:updated|published|posted|modified)\b.{0,50}\d.{0,20}$
    | ^(?:(?:story\s)?(?:first\s|last\s)?(?:published|posted|updated|modified|created|uploaded)(?:\s(?:on|at))?|issued\son|date)\s?:?\s?(?=.*\d)[\w\s,.:/|()+-]{4,60}$
    | ^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:\d{1,2}\s(?:january|february|march|april|may|june|july|august|september|october|november|december)
      |(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d{1,2}),?\s\d{4}(?:,?\s(?:at\s)?\d{1,2}[:.]\d\d\s?(?:am|pm)?\s?[a-z]{0,4})?$"""
)
_RELATED_HEADING = _rule(
    r"""^(?:related(?:\s(?:articles?|stor(?:y|ies)|links?|news|topics?|coverage|content|posts?|reading))?|read\s(?:more|also|next)|also\sread|see\salso
    |more\son\sthis(?:\sstory)?|more\s(?:stories|news|headlines|from\s.{1,40})|you\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested\sin)|recommended(?:\s(?:for\syou|stories|reading))?
    |trending(?:\s(?:now|stories|news))?|most\s(?:read|popular|viewed|shared)(?:\s(?:stories|articles|news))?|(?:top|latest|other)\s(?:stories|news|headlines)|must\s(?:read|watch)s?
    |don['’]t\smiss|in\scase\syou\smissed\sit|editor['’]s\s(?:picks?|choice)|what\sto\sread\snext|further\sreading|popular\sstories|promoted\sstories)\s?[:»>-]?$"""
)
_RELATED = _rule(
    r"""^[\[(]?(?:read\s(?:more|also|next|the\sfull\s(?:story|article|report))|also\sread|see\salso|must\sread|more\son\sthis(?:\sstory)?|related(?:\s(?:articles?|stor(?:y|ies)|links?|news|coverage))?
    |you\smay\salso\slike|recommended|don['’]t\smiss|in\scase\syou\smissed\sit|click\shere\sto\sread)\s?[:|»>–—]"""
)
_ADDRESS = re.compile(
    r"^(?:follow\s)?@\w{2,30}(?:\son\s\w+)?$|^(?:e-?mail:?\s)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+$", re.IGNORECASE
)
_BYLINE = re.compile(
    r"""^(?:(?:Story|Report|Words|Text|Written|Reported|Posted|Published)\s)?(?:By|BY|by)[:\s]\s?(?:[A-Z][\w.'’-]*|and|&|in|for|of|the|,|\|)(?:,?\s(?:[A-Z][\w.'’-]*|and|&|in|for|of|the|at|\||[-–—]))*$""",
    re.VERBOSE,
)
_DOMAIN = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|tv|[a-z]{2})$", re.IGNORECASE)

# Rules beginning with "^" can only match after one of these words; the others after a word of _INSIDE.
_FIRST_WORDS = frozenset(
    """
    please sign signup subscribe register click tap follow join download like log login create already dont support
    become add you find this story article content get your enter provide thank unsubscribe to view read having
    update forward by track catch watch see explore discover browse visit check stay keep for listen go receive
    we our the these accept reject manage enable turn sorry c © copyright except terms privacy cookie disclaimer
    additional further with reporting writing editing compiled edited written translated produced research agencies
    source sources via also must more related recommended in
    """.split()  # noqa: SIM905
)
_INSIDE = re.compile(r"rights reserved|ot be |avascript is|ontributed|JAVASCRIPT IS|RIGHTS RESERVED")
_MAX_LINE_WORDS = 30
_MAX_ENDED_WORDS = 12  # a line that ends like a sentence and is longer is one

# With the most words such a text has: a longer one holds news that was run together with it.
_ANYWHERE = (
    ("sign-up or follow text", _SIGN_UP, 25),
    ("cookie or browser text", _COOKIES, _MAX_WORDS),
    ("cookie or browser text", _BROWSER, 14),
    ("rights or syndication notice", _RIGHTS, _MAX_WORDS),
)
_ON_A_LINE = (
    ("page furniture", _FURNITURE),
    (STAMP, _STAMP),
    ("picture credit", _CAPTION),
    ("contact", _ADDRESS.search),
)


def mark_boilerplate(layout: Layout) -> None:
    """Mark what is not the article: each sentence or line by itself, then lists of links and the tail."""
    anywhere = _INSIDE.search(layout.text) is not None
    for at, unit in layout.kept:
        reason = _reason(unit, anywhere)
        if not reason and unit.alone and (at < _TOP_UNITS or at >= len(layout.units) - _BOTTOM_UNITS):
            reason = "byline" if len(unit.words) <= 14 and _BYLINE.match(unit.text) else ""
        unit.removed = reason
    _mark_link_lists(layout)
    _mark_tail(layout)


def _reason(unit: Unit, look_inside: bool) -> str:
    size = len(unit.words)
    text = unit.text.lstrip(_BULLETS)
    if not size:
        return "no words" if unit.alone and not any(char.isalnum() for char in unit.text) else ""
    if size > _MAX_WORDS or not text or text[0] in "\"“‘'«":
        return ""
    on_a_line = unit.alone and size <= (_MAX_ENDED_WORDS if unit.ended else _MAX_LINE_WORDS)
    if not on_a_line and not look_inside and unit.words[0] not in _FIRST_WORDS:
        return ""
    if _SPEECH.search(text):
        return ""
    for reason, found, most in _ANYWHERE:
        if size <= most and found(text):
            return reason
    if _CREDIT(text) and _is_mostly_names(text):
        return "credit"
    if (
        size <= _MAX_LINK_WORDS
        and _TEASER.match(text)
        and len(set(map(str.lower, _TEASER_OBJECT.findall(text)))) > 1
    ):
        return "sign-up or follow text"
    if size <= _MAX_LINK_WORDS and _RELATED(text):
        return "related link"
    if on_a_line:
        return next((reason for reason, found in _ON_A_LINE if found(text)), "")
    return ""


def _is_mostly_names(text: str) -> bool:
    """Return whether a credit is one: "Reporting by A B and C D", not "Research by the firm shows that"."""
    words = [word.strip("()[].,;:") for word in text.split()]
    words = [word for word in words if word and word.lower() not in _CREDIT_WORDS]
    return sum(word[:1].isupper() for word in words) >= _MIN_NAMED_SHARE * len(words)


def _mark_link_lists(layout: Layout) -> None:
    """Mark a heading such as "Related stories" and the headlines below it, down to the next sentence."""
    left = 0
    for _, unit in layout.kept:
        if unit.alone and _RELATED_HEADING(unit.text.lstrip(_BULLETS)):
            unit.removed = "related links"
            left = _MAX_LINKS
        elif left and unit.alone and not unit.ended and len(unit.words) <= _MAX_LINK_WORDS:
            unit.removed = "related links"
            left -= 1
        else:
            left = 0


def _mark_tail(layout: Layout) -> None:
    """Mark keywords, names and the domain run together at the end: capitals only, and no full stop."""
    if sum(unit.text.isupper() for unit in layout.units) * 2 > len(layout.units):
        return
    for at, unit in _from_the_end(layout):
        if at == 0 or unit.ended or not _is_tail(unit):
            return
        unit.removed = "keywords, byline or site name"


def _from_the_end(layout: Layout) -> Iterator[tuple[int, Unit]]:
    return (
        (at, layout.units[at]) for at in range(len(layout.units) - 1, -1, -1) if not layout.units[at].removed
    )


def _is_tail(unit: Unit) -> bool:
    words = unit.text.split()
    if _DOMAIN.match(words[-1]):
        words = words[:-1]
    elif len(words) < 2 or any(char.isdigit() for char in unit.text):
        return False
    named = [word for word in words if word.lower() not in _JOINING]
    if not named and len(words) > 0:
        return False
    return len(words) <= _MAX_WORDS and all(word.lstrip("(#@“‘\"'")[:1].isupper() for word in named)
