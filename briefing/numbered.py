"""Numbers that are part of a name, looked up in the sources as words: Halcyon 2, the Q7 tram, Unit 4.

For where the parser reads them otherwise in the text than in a source.
"""

from __future__ import annotations

import re

from briefing.data import Figure, Verdict
from briefing.figures.judging.judge import Judgement
from briefing.names.words import NOT_NAMES
from briefing.sources import WORDS, Sources


def numbers_a_name(text: str, figure: Figure, verdict: Judgement, sources: Sources) -> Judgement:
    """Hold the 2 of "Halcyon 2 reached orbit" to a source that has the name with a number right behind it."""
    name = _NAME_BEFORE.search(text[: figure.start])
    if name is None or name.group(1).lower() in NOT_NAMES:
        return verdict
    pattern = rf"\b{re.escape(name.group(1))} (\d+)(?![\w.,:-]*\d)(?= [a-z])"
    found = [
        (n, one) for n, article in enumerate(sources.articles) for one in re.finditer(pattern, article.text)
    ]
    for number, one in found:
        if one.group(1) == figure.text:
            cited = sources.cite(number, *one.span())
            return Judgement(Verdict.SUPPORTED, "a name the source has too", (), (cited,))
    if found:
        number, one = found[0]
        cited = sources.cite(number, *one.span())
        return Judgement(Verdict.UNSUPPORTED, f"source says {one.group()}", (), (cited,))
    return verdict


_NAME_BEFORE = re.compile(r"\b([A-Z][\w’'-]+) $")


_HEAD_AND_NUMBER = 2  # words: "junction 24"
_LISTED = r" \d{1,4}(?:,| and| or| to|, and)(?= \d)"  # "junctions 22 and 24", of which none is named alone elsewhere
_MEMBERS = 6


def name_with_digits(figure: Figure, verdict: Judgement, sources: Sources) -> Judgement:
    """Look a name with digits up as words, for where the parser reads it otherwise in the source."""
    words = WORDS.findall(figure.text)
    patterns = [r"[\W_]*".join(map(re.escape, words))]
    if len(words) == _HEAD_AND_NUMBER and words[1].isdecimal():
        head = re.escape(words[0])
        one_by_one = re.compile(rf"\b{head} \d", re.IGNORECASE)
        if not any(one_by_one.search(article.text) for article in sources.articles):
            patterns.append(rf"{head}s(?:{_LISTED}){{0,{_MEMBERS}}} {words[1]}")
    for pattern in patterns:
        for number, article in enumerate(sources.articles):
            if found := re.search(rf"(?<![^\W_]){pattern}(?![^\W_])", article.text, re.IGNORECASE):
                cited = sources.cite(number, *found.span())
                return Judgement(Verdict.SUPPORTED, "a name the source has too", (), (cited,))
    return Judgement(Verdict.UNSUPPORTED, "no source has this name", verdict.spots)
