"""The masthead of a page run into its article: "Bridge closed May 5, 2010 A lorry …" becomes three lines.

Title and date get lines of their own, and the first sentence begins where it begins. The date dates no article: it may
be that of the page, and a story parted by such days loses what belongs to it. Nothing is cut unless a whole date, with its year, stands before a capital.
"""

from __future__ import annotations

import re

from briefing.clean.units import Layout, Unit, words_of
from briefing.dates import ZONES

_TOP_UNITS = 4
_MAX_WORDS_BEFORE = 40
_MAX_CHARACTERS = 400  # no title and stamps are longer
_MAX_TITLE_WORDS = 30
_MIN_TITLE_WORDS = 3
_MIN_BODY_WORDS = 6
_MONTH = (
    r"(?:(?i:january|february|march|april|may|june|july|august|september|october|november|december)|"
    r"(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
)
_DAY = (
    r"(?:(?i:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?i:day)?\.?,? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? (?:19|20)\d\d|"
    r"\d{1,2} ?/ ?\d{1,2} ?/ ?(?:(?:19|20)\d\d|\d\d)(?!\d)|(?:19|20)\d\d-\d\d-\d\d)"
)
_ZONE = (
    "(?:[A-Z]{1,3}[SD]T|" + "|".join(sorted((*ZONES, "ET", "CT", "MT", "PT"), key=len, reverse=True)) + ")"
)
_CLOCK = rf"\d{{1,2}}(?:[:.] ?\d\d){{1,2}}(?: ?(?i:[ap]\.? ?m\b\.?))?(?: \(?{_ZONE}\b(?:[+-]\d[\d: ]*)?\)?)?(?:,? local time)?"
_LABEL = r"(?:(?i:(?:(?:first|last|originally) )?(?:published|posted|updated|modified|created))(?: (?i:on|at|by))?:? )"
_ONE = rf"{_LABEL}?(?:{_CLOCK},? )?{_DAY}(?:,? (?:(?i:at) )?{_CLOCK})?(?:[ |]+{_LABEL}{_CLOCK})?"
_MASTHEAD = re.compile(rf"(?P<stamp>(?<![\w/-]){_ONE}(?:[ |]+{_ONE})*)[,:]?(?: [|–—-]+)? (?=[\"“‘']?[A-Z])")
_NEXT_STAMP = re.compile(rf"[ |]+(?={_LABEL}(?:{_CLOCK}|{_DAY}))")
_PLACE_IN_CAPITALS = re.compile(r"\s*(?:[A-Z][A-Z.]+[ ,]*){1,4}[,–—-]$")
# Before a date that is part of a sentence: "since May 5, 2010 Ford has …", "the July 7, 2005 London bombings".
_LEADS_TO_DATE = frozenset(
    """
    a an the this that of in on at by for from to until till since before after around about dated between and or
    than through its his her their our every each as during near late early mid was were is are
    """.split()  # noqa: SIM905
)


def set_apart_masthead(layout: Layout) -> str:
    """Part title, date and first sentence where they run together at the top; return the title, or ``""``."""
    before = 0
    for at, unit in list(layout.kept)[:_TOP_UNITS]:
        found = _MASTHEAD.search(unit.text, 0, _MAX_CHARACTERS) if before <= _MAX_WORDS_BEFORE else None
        before += len(unit.words)
        if found is None:
            continue
        title, body = unit.text[: found.start()].strip(), unit.text[found.end() :]
        if len(words_of(body)) < _MIN_BODY_WORDS or not _may_precede(title, at):
            return ""
        parts = [Unit(title, unit.gap, words_of(title), alone=True)] if title else []
        for stamp in _NEXT_STAMP.split(found["stamp"]):
            parts.append(Unit(stamp, "\n", words_of(stamp), alone=True, removed=""))
        parts.append(Unit(body, "\n", words_of(body), alone=unit.alone))
        layout.source = ""
        layout.units[at : at + 1] = parts
        return _title_of(title)
    return ""


def _may_precede(title: str, at: int) -> bool:
    """Return whether what stands before a date is a title, and not the beginning of its sentence."""
    words = title.split()
    if not words:
        return True
    return (
        at == 0
        and _MIN_TITLE_WORDS <= len(words) <= _MAX_TITLE_WORDS
        and words[-1].strip("(\"“'").lower() not in _LEADS_TO_DATE
        and (words[-1][-1] not in ",;(:" or _PLACE_IN_CAPITALS.search(title) is not None)
    )


def _title_of(title: str) -> str:
    """Return the title without the place in capitals that opens the report: "… restored WASHINGTON, DC,"."""
    bare = _PLACE_IN_CAPITALS.sub("", title).strip()
    return bare if len(bare.split()) >= _MIN_TITLE_WORDS else ""
