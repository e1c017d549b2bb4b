"""Shorter forms of a source's sentence by deletion: what they say, the sentence says, so nothing is invented.

Only what English lets go is deleted: asides between commas, brackets or dashes, a clause at the end that a
comma sets off, a linking word or a phrase of time at the opening. Attributions ("the ministry said") stay, and
so does what turns a statement round ("but", "unless", "if"). A model then says which form reads best.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

_PATTERNS = (
    re.compile(r"\s*\([^()]{2,120}\)"),
    re.compile(r"\s+[—–-]{1,2}\s+[^—–]{3,120}\s+[—–-]{1,2}(?=\s)"),
    re.compile(
        r",\s+(?:who|which|whose|where|including|along with|together with|as well as|an?|the|one of|formerly|now|aged)\s"
        r"[^,;:“”\"]{3,110},(?=\s(?!(?:and|or)\b))"
    ),
    re.compile(r"(?<=\w),\s+\d{1,2},(?=\s)"),
    re.compile(r",\s+(?:in a|in an|at a|during a|in remarks|in comments|speaking)\s[^,;:“”\"]{3,90},(?=\s)"),
    re.compile(
        r",\s+(?:who|which|whose|where|while|as|after|following|with|including|adding|leaving|making|amid|"
        r"according to a)\s[^;:“”\"]{3,160}(?=\.$)"
    ),
    re.compile(r"\s+(?:on|late on|early on|late|early)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?(?=[ ,.])"),
    re.compile(r"^(?:However|Meanwhile|Moreover|Also|In addition|Still|Separately|Earlier|Indeed),\s+"),
    re.compile(r"^(?:In|On|At|During|Following|Amid)\s[^,;:“”\"]{3,70},\s+(?=(?:the|an?|[A-Z])\b)"),
)  # fmt: skip
_MIN_WORDS = 6
_MAX_CUTS = 6
_REPORTED = re.compile(r"\b(?:reportedly|apparently|alleged|allegedly)\b")


def shorter_forms(sentence: str, *, limit: int) -> tuple[str, ...]:
    """Return up to ``limit`` forms of ``sentence`` with pieces deleted, the shortest first; may be empty.

    Pieces inside quotes stay; hedges ("reportedly") are not deleted.
    """
    cuts = _cuts(sentence)
    forms: set[str] = set()
    for count in range(1, min(3, len(cuts)) + 1):
        for chosen in combinations(cuts, count):
            if all(a[1] <= b[0] for a, b in pairwise(chosen)):
                forms.add(_without(sentence, chosen))
    good = [form for form in forms if len(form.split()) >= _MIN_WORDS and form != sentence]
    return tuple(sorted(good, key=lambda form: (len(form.split()), form))[:limit])


def _cuts(sentence: str) -> list[tuple[int, int]]:
    found = {span for pattern in _PATTERNS for span in _places(pattern, sentence)}
    return sorted(found)[:_MAX_CUTS]


def _places(pattern: re.Pattern[str], sentence: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(sentence):
        before = sentence[: match.start()]
        quoted = before.count("“") > before.count("”") or before.count('"') % 2
        if not quoted and not _REPORTED.search(match.group()):
            yield match.span()


def _without(sentence: str, cuts: tuple[tuple[int, int], ...]) -> str:
    kept, at = [], 0
    for start, end in cuts:
        kept.append(sentence[at:start])
        at = end
    text = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s{2,}", " ", "".join((*kept, sentence[at:])))).strip()
    return text[:1].upper() + text[1:]
