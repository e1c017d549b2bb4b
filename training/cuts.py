"""Shorter forms for training: cuts more daring than those a brief may make by rule, each then judged.

What is wrong with a form is left to the checks and to how likely the base model finds it; a bad one among a
thousand examples does little harm, where in a brief it would be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from briefing.write.shorten import shorter_forms

_MOST_CUTS = 7
_MIN_WORDS = 7
_PREPOSITION = (
    r"after|following|during|amid|despite|because of|due to|as part of|in addition to|along with|as well as|since|"
    r"while|before|ahead of|in order to|at the end of|in an effort to|in a bid to|in response to|by|with|in|at|near|from|for"
)
_CUTS = (
    re.compile(r"^(?:While|After|As|When|With|In|On|At|Following|During|Despite|Since|Before|For|By|Under|Speaking|Just|"
               r"According to|Last|Earlier|Yesterday|Today|Meanwhile|However|Also)\b[^,;“”\"]{2,95},\s+"),
    re.compile(r"^(?:But|And|So|Now|Then|Still|Yet)\s+(?=[A-Z])"),
    re.compile(r"\s+(?:also|very|already|later|finally|initially|immediately|recently|currently|quickly|apparently|"
               r"successfully|eventually|subsequently|vehemently|strongly|badly|clearly|briefly|now|just)(?=\s)"),
    re.compile(r"\s+(?:yesterday|today|tonight|last (?:week|month|night|year)|this (?:week|month|morning|afternoon|year)|"
               r"earlier (?:today|this \w+)|(?:early |late )?on \w+day(?: \w+ing| night| afternoon)?|(?:Mon|Tues|Wednes|"
               r"Thurs|Fri|Satur|Sun)day(?: morning| afternoon| evening| night)?)(?=[ ,.])"),
    re.compile(r",\s+(?!and |or |but )[^,;“”\"]{3,110},(?=\s)"),
    re.compile(r",\s+(?:and|but|which|who|where|while|as|with|after|including|\w+ing)\s[^,;“”\"]{3,130}(?=\.$)"),
    re.compile(rf"\s+(?:{_PREPOSITION})\s[^,;“”\"]{{3,70}}(?=\.$)"),
    re.compile(rf"\s+(?:{_PREPOSITION})\s[^,;“”\"]{{3,45}}(?=,)"),
    re.compile(r"\s+(?:which|who)\s[^,;“”\"]{3,80}(?=\.$)"),
    re.compile(r"\s*\([^()]{1,80}\)"),
    re.compile(r",\s+\d{1,2},(?=\s)"),
    re.compile(r"\s+in (?:the )?[A-Z]\w+(?:,? [A-Z]\w+){0,2}(?=[ .,])"),
    re.compile(r"\s+(?:and|or)\s(?:\w+\s){0,4}\w+(?=\.$)"),
    re.compile(r"(?<=”|\") (?=said)|,\s+(?:adding|noting|saying)\s[^;“”\"]{3,120}(?=\.$)"),
)  # fmt: skip


def daring_forms(sentence: str) -> list[str]:
    """Return forms of ``sentence`` with one to four pieces taken away, the shortest first."""
    found = sorted({match.span() for cut in _CUTS for match in cut.finditer(sentence) if match.group()})
    spans = [span for span in found if not _splits_quote(sentence, span)]
    spans = sorted(spans, key=lambda span: span[0] - span[1])[:_MOST_CUTS]
    forms = set(shorter_forms(sentence, limit=20))
    forms.update(_without(sentence, chosen) for chosen in _choices(sorted(spans)))
    kept = [form for form in forms if _MIN_WORDS <= len(form.split()) < len(sentence.split())]
    return sorted(kept, key=lambda form: (len(form.split()), form))


def _choices(spans: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], ...]]:
    for count in range(1, min(4, len(spans)) + 1):
        for chosen in combinations(spans, count):
            if all(a[1] <= b[0] for a, b in pairwise(chosen)):
                yield chosen


def _splits_quote(sentence: str, span: tuple[int, int]) -> bool:
    before = sentence[: span[0]]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _without(sentence: str, spans: tuple[tuple[int, int], ...]) -> str:
    kept, at = [], 0
    for start, end in spans:
        kept.append(sentence[at:start])
        at = end
    text = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s{2,}", " ", "".join((*kept, sentence[at:])))).strip()
    return text[:1].upper() + re.sub(r",(?=[,.])", "", text[1:])
