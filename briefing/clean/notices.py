"""Texts that are only a notice of a site: what a page says where its article should be.

A notice speaks to its reader of accounts, browsers, subscriptions, comments or copies, with hardly a word besides; it
reports nobody's words. A longer text is never one: news of an account or a browser soon speaks of other things.
"""

from __future__ import annotations

import re

NOTICE = "only a site notice"
_MAX_WORDS = 100
_MAX_CHARACTERS = 1_000
_MAX_REST_WORDS = 15
_MIN_TERMS = 3  # different ones; a brief about a browser has one or two
_MIN_TERM_SHARE = 0.12  # of the words
_MIN_SHARE = 0.19  # of the words are such terms, or speak to the reader
_READER = re.compile(
    r"\b(?:you(?:['’](?:ve|re|ll|d))?|yours?|yourself|please|sorry|click|tap|learn\smore|thank\syou|we(?:['’](?:ve|re))|our|us)\b",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"""\b(?:
    (?:user)?(?:accounts?|names?(?=\sand\spassword))|passwords?|log(?:ged)?[\s-]?(?:in|out)|sign(?:ed|ing)?[\s-](?:in|up|out)|register(?:ed|ing)?|registration
    |profile|verif(?:y|ication)|activat(?:e|ion)|members?(?:hip)?|subscri(?:be|bers?|bing|ptions?)|unlimited|digital\saccess|free\s(?:articles?|trial)
    |articles?\s(?:remaining|left|this\smonth)|remaining|zip\s?codes?|postcodes?|deliver(?:y|able)\sarea|newsletters?
    |e-?mails?|inbox|spam|junk\sfolder|unsubscribe|messages?
    |browsers?|java\s?script|cookies?|cache|ad[\s-]?block(?:er|ers|ing)?|flash(?:\splayer)?|plug-?ins?|html5?|device
    |web|web\s?sites?|web\s?pages?|pages?|sites?|urls?|links?|servers?|errors?|404|403|redirect(?:ed|ing)?|refresh|reload|loading|content
    |not\sfound|(?:no\slonger|not|currently|temporarily)\s(?:un)?available|unavailable|access\s(?:denied|to\sthis)|captcha|robots?|bots?|automated|unusual\straffic|ip\saddress
    |tweets?|twitter|facebook|instagram|youtube|whatsapp|news\s?feeds?|followers|timeline|hashtags?|comments?|commenting|share|likes?
    |reprints?|reprinted|reproduc(?:ed|tion)|non-?commercial|copyright(?:ed)?|licen[sc](?:ed|es?|ing)|permissions?|terms(?:\s(?:of|and))?|redistribut(?:ed|ion)|cop(?:y|ies)
    |personal\suse|all\srights|privacy|polic(?:y|ies)|settings|preferences|third[\s-]part(?:y|ies)|applications?|apps?|download|location|delete|options?|opt[\s-](?:in|out)|consent
    |enabled?|disabled?|supported|upgrade|view(?:ing)?|visit|search|(?:this\sfeature|item)\sis|try\sagain|listings?|item\snumbers?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_MAX_CRAWL_WORDS = 150  # an archive tells at more length how it came by a page
_MIN_CRAWL_TERMS = 2  # different ones, if it says that it crawls; news of a crawler soon tells who said so …
_MIN_TECHNICAL_TERMS = 3  # … and else one more
_CRAWL = re.compile(
    r"""\b(?:internet\sarchive|wayback\smachine|archive-it|heritrix|seed\s(?:list|for)|(?:web\s?)?crawl(?:s|ed|ers|ing)?(?:\sdata)?|web\s?captures?
    |archived\spages?|out-?links|urls|inter-?domain|link(?:al)?\sgraph)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|according|announced|argued|claimed|ruled|warned|sued)\b", re.IGNORECASE
)
_REPORTED = re.compile(
    r"""["“”]|\b(?:said|says|told|according|announced|accused|argued|claimed|ruled|warned|(?<!access\s)denied|admitted|alleged|reported|killed|died|arrested|sued
    |launched|fined|hacked|banned|bought|sold|won|lost|elected|resigned|charged|convicted|jailed|attacked|(?:yester|mon|tues|wednes|thurs|fri|satur|sun)day)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_rest_of_notice(rest: str, whole: str) -> bool:
    """Whether ``rest`` is what is left of ``whole``, a notice, once its plain boilerplate has gone."""
    if len(rest.split()) > _MAX_REST_WORDS or not is_notice(whole):
        return False
    return _READER.search(rest) is not None or len(_TERMS.findall(rest)) > 1


def is_notice(text: str) -> bool:
    """Whether ``text`` is a notice of a site and nothing else."""
    if len(text) > _MAX_CHARACTERS:
        return False
    words = len(text.split())
    if words <= _MAX_CRAWL_WORDS and _tells_of_crawl(text):
        return True
    if not 0 < words <= _MAX_WORDS or _REPORTED.search(text):
        return False
    terms = [term.lower() for term in _TERMS.findall(text)]
    reader = len(_READER.findall(text))
    return (
        reader > 0
        and len({term.rstrip("s") for term in terms}) >= _MIN_TERMS
        and len(terms) >= _MIN_TERM_SHARE * words
        and len(terms) + reader >= _MIN_SHARE * words
    )


def _tells_of_crawl(text: str) -> bool:
    """Whether ``text`` is what an archive of the web says of its own collection."""
    terms = {found.lower() for found in _CRAWL.findall(text)}
    crawls = any("crawl" in term for term in terms)
    return len(terms) >= (_MIN_CRAWL_TERMS if crawls else _MIN_TECHNICAL_TERMS) and not _SPEECH.search(text)
