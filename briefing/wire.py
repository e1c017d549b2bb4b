"""Whose copy it is: the news agency named in an article's dateline or credit, and families of publishers.

Promise: an agency that is merely quoted ("told Reuters", "AFP reported") is not taken for the origin; only a
dateline, a byline or a credit line is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.data import Article, Outlet
from briefing.terms import MONTHS

AGENCIES: dict[str, tuple[str, ...]] = {
    "AP": ("associated press", "the associated press", "ap", "ap news"),
    "Reuters": ("reuters", "thomson reuters", "reuters news"),
    "AFP": ("agence france-presse", "agence france presse", "afp"),
    "dpa": ("deutsche presse-agentur", "deutsche presse agentur", "dpa", "dpa international"),
    "PA": ("press association", "pa media", "pa", "pa news agency", "the press association"),
    "UPI": ("united press international", "upi"),
    "Bloomberg": ("bloomberg", "bloomberg news"),
    "Xinhua": ("xinhua", "xinhua news agency"),
    "Kyodo": ("kyodo", "kyodo news"),
    "ANSA": ("ansa",),
    "EFE": ("efe", "agencia efe"),
    "ANI": ("ani", "asian news international"),
    "PTI": ("pti", "press trust of india"),
    "IANS": ("ians", "indo-asian news service"),
    "TASS": ("tass", "itar-tass"),
    "Interfax": ("interfax",),
    "RIA Novosti": ("ria novosti", "ria"),
    "Yonhap": ("yonhap", "yonhap news agency"),
    "AAP": ("aap", "australian associated press"),
    "CP": ("canadian press", "the canadian press", "cp"),
    "NTB": ("ntb",),
    "TT": ("tt", "tt news agency"),
    "Ritzau": ("ritzau",),
    "STT": ("stt",),
    "APA": ("apa", "austria presse agentur"),
    "SDA": ("sda", "keystone-sda"),
    "ANP": ("anp",),
    "Belga": ("belga",),
    "Anadolu": ("anadolu", "anadolu agency"),
    "Antara": ("antara",),
    "Bernama": ("bernama",),
    "Lusa": ("lusa",),
    "PAP": ("pap",),
    "MTI": ("mti",),
    "SAPA": ("sapa",),
    "NYT News Service": ("new york times news service", "nyt news service"),
}
"""News agencies by the name they are counted under, with the names they go by, in lower case."""

_NAMED = {alias: name for name, aliases in AGENCIES.items() for alias in aliases}
_LONG = sorted(
    (alias for alias in _NAMED if len(alias) > 4 or alias in ("dpa", "afp")), key=len, reverse=True
)
_ANY_AGENCY = "|".join(re.escape(alias) for alias in _LONG)
_AGENCY_LIKE = (
    r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3} (?:Wire|Newswire|News Agency|Press Agency|News Service)"
)

_DATELINE = re.compile(r"(?P<place>[^()\n]{0,80})\((?P<agency>[^\W\d][\w .&'’/-]{1,40})\) ?[-–—:]")
_AGENCY_WORD = re.compile(r"(?:wire|press|agency|news|service|media)\Z", re.IGNORECASE)
_CREDIT_LINE = re.compile(
    rf"^(?:by |source: ?|from |via |[-–—] ?|© ?(?:\d{{4}} )?|\(c\) ?(?:\d{{4}} )?|copyright ?(?:©|\(c\))? ?(?:\d{{4}},? )?"
    rf"(?:by )?)?[^\n]{{0,60}}?\b(?P<agency>{_ANY_AGENCY})\b[^\w\n]{{0,3}}"
    r"(?:all rights reserved.{0,120}|writers?|staff writer)?[.)\s]*$",
    re.IGNORECASE | re.MULTILINE,
)
_BYLINE_LIKE = re.compile(
    rf"^(?:By|Source:|From|©(?: \d{{4}})?) ?(?P<agency>{_AGENCY_LIKE})\W*$", re.MULTILINE
)
_REUTERS_SIGN_OFF = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing) by [^()]{3,300}\)", re.IGNORECASE
)
_EDGE_CHARACTERS = 600  # datelines and credits stand at an article's edges
_DATELINE_LINES = 6  # a headline, a byline and the like may stand above it
_CREDIT_WORDS = 14  # a longer line is prose that mentions an agency


def wire_origin(article: Article) -> str:
    """Return the agency whose copy ``article`` is ("AP"), its own publisher's if that is one, or ""."""
    if article.wire:
        return article.wire
    own = _NAMED.get(article.publisher.strip().lower(), "")
    if own:
        return own
    head, tail = article.text[:_EDGE_CHARACTERS].lstrip(), article.text[-_EDGE_CHARACTERS:]
    for line in head.split("\n")[:_DATELINE_LINES]:
        named = _in_dateline(line.strip())
        if named:
            return named
    for edge in (head, tail):
        credit = _credit(edge)
        if credit:
            return credit
    return "Reuters" if _REUTERS_SIGN_OFF.search(tail) else ""


def mark_wires(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles with ``wire`` set: to be done before cleaning takes datelines and credits away."""
    return tuple(replace(article, wire=wire_origin(article)) for article in articles)


def agency_name(name: str) -> str:
    """Return the one name an agency is counted under; an unknown one keeps its own."""
    return _NAMED.get(name.strip().lower(), name.strip())


def is_agency(publisher: str, wire: str) -> bool:
    """Whether ``publisher`` is the agency counted as ``wire``."""
    return bool(wire) and agency_name(publisher) == wire


def family_of(publisher: str, families: Sequence[Sequence[str]] = ()) -> str:
    """Return the name of the family ``publisher`` belongs to, or its own name."""
    plain = publisher.strip().casefold()
    for name, *members in families:
        if plain == name.casefold() or plain in (member.strip().casefold() for member in members):
            return name
    return publisher


def outlets_of(
    texts: Sequence[Sequence[Article]], families: Sequence[Sequence[str]] = ()
) -> tuple[Outlet, ...]:
    """Return the independent publishers behind ``texts``: each an original followed by its copies.

    If any site credits an agency for a text, the text is the agency's.
    """
    sites: dict[str, dict[str, None]] = {}
    own: dict[str, list[str]] = {}
    for versions in texts:
        wires = [wire for wire in map(wire_origin, versions) if wire]
        name = wires[0] if wires else family_of(versions[0].publisher, families)
        sites.setdefault(name, {}).update(dict.fromkeys(article.publisher for article in versions))
        own.setdefault(name, []).append(versions[0].id)
    return tuple(Outlet(name, tuple(publishers), tuple(own[name])) for name, publishers in sites.items())


def _in_dateline(line: str) -> str:
    """Return the agency of a dateline at the start of ``line``, or "".

    An unknown name counts where the place is in capitals or has a date, or the name is like an agency's:
    "Pell Ostrick (Labour) - " opens no wire copy.
    """
    match = _DATELINE.match(line)
    if not match:
        return ""
    name, place = match.group("agency").strip(), match.group("place").strip(" ,")
    if name.lower() in _NAMED:
        return _NAMED[name.lower()]
    dated = any(word.strip(".,").lower() in MONTHS for word in place.split())
    return name if dated or (place.isupper() and name[0].isupper()) or _AGENCY_WORD.search(name) else ""


def _credit(edge: str) -> str:
    """Return the agency of the first credit line in ``edge``, or ""."""
    for line in edge.split("\n"):
        line = line.strip()
        if not line or len(line.split()) > _CREDIT_WORDS:
            continue
        match = _CREDIT_LINE.match(line) or _BYLINE_LIKE.match(line)
        if match and not re.search(r"\b(?:told|to|and|with|photo|image|picture|file)\b", line.lower()):
            return agency_name(match.group("agency"))
    return ""
