"""A source's sentence as a brief prints it: its own words, with only what hangs on its edges taken away.

What is printed is always one unbroken piece of the sentence, so it stays a quotation of the source; at most its first letter
becomes a capital, where the word that tied it to the sentence before is gone.
"""

from __future__ import annotations

import re

from briefing.data import Evidence, Sentence
from briefing.plan.leaning import leans_back

_AGENCY = r"\((?:[A-Z][\w.&/'’ -]{1,28})\)"
_DATELINE = re.compile(
    rf"^(?:{_AGENCY}\s*(?:--|[-–—―:])\s*|"  # (CNN) -- …
    rf"[A-Z][\w.'’-]*(?:[ ,/]+[A-Z][\w.'’-]*){{0,5}},?(?:\s+\d{{1,2}})?\s*{_AGENCY}\s*(?:--|[-–—―:])\s*|"  # ROME, May 2 (X) -
    r"[A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][\w.'’-]*){0,5}(?:,?\s+\d{1,2})?\s*(?:--|\s[-–]\s|—|\s―|:)\s*|"  # GENEVA —
    r"(?:[A-Z][a-z]+ \d{1,2}\s+)?" + _AGENCY + r"\s+(?=[A-Z“\"]))"  # (CNN) Kenyan rangers …
)
_DASH = re.compile(r"^(?:--|[-–—])\s+")
_LINK_WORD = re.compile(
    r"^(?:But|And|So|Yet|However,|Meanwhile,|Moreover,|Furthermore,|Additionally,|Also,|Finally,|Indeed,|In fact,|In addition,|"
    r"For example,|For instance,|Still,|Nevertheless,|Nonetheless,|Instead,|Therefore,|Separately,|Elsewhere,|Update:|UPDATE:|"
    r"BREAKING:)\s+(?=[A-Z])"
)
# The same before a small letter, which then becomes a capital. Not "And yet"; and "But" stays, since what it
# sets against each other the brief mostly has.
_TIE = re.compile(
    r"^(?:And(?! (?:for|not|only|then|so|yet|nor|still|even|no|none|never)\b),?|And (?:then|so|still|yet),|(?:However|Meanwhile|Moreover|"
    r"Furthermore|Additionally|In addition|Also|Indeed|Finally|Besides|Nevertheless|Nonetheless|Separately|Elsewhere|Still|Instead|"
    r"Therefore|For example|For instance|Of course|In fact|On the other hand|Similarly|Likewise|Sadly|Fortunately|Unfortunately|Ironically|"
    r"Interestingly|Surprisingly|Unsurprisingly|Incidentally|Naturally|Luckily|Thankfully),)\s+(?=[a-z])"
)
_NOTE = re.compile(r"(?:\s*\[\d{1,3}\])+$")


def printed(text: str) -> str:
    """Return ``text`` without dateline, dash, linking word or note mark at its edges: a part of it, but for its first letter."""
    core = text.strip()
    for edge in (_DASH, _DATELINE, _DASH, _LINK_WORD):
        shorter = edge.sub("", core, count=1)
        if len(shorter.split()) >= 4:
            core = shorter
    untied = _TIE.sub("", core, count=1)
    if untied != core and len(untied.split()) >= 4:
        core = untied[0].upper() + untied[1:]
    return _NOTE.sub("", core)


def verbatim_text(evidence: Evidence) -> str:
    """Return ``evidence`` in print: our own sentence if it has one, else the best source sentence.

    Where the best one is followed by a sentence that leans on it, both are printed, in the source's order.
    """
    return evidence.text or " ".join(printed(sentence.text) for sentence in printed_sentences(evidence))


def printed_sentences(evidence: Evidence) -> tuple[Sentence, ...]:
    """Return the sentences that ``verbatim_text`` prints: the first, and those that follow and lean on it."""
    run = list(evidence.sentences[:1])
    for sentence in evidence.sentences[1:]:
        follows = sentence.article_id == run[-1].article_id and sentence.index == run[-1].index + 1
        if not (follows and leans_back(printed(sentence.text))):
            break
        run.append(sentence)
    return tuple(run)
