"""Where leaving words out widens a statement: what restricts a word may go only where the rest still follows from it.

"A dog bit a man in Orl" says that a dog bit a man; "nobody was hurt in Orl" does not say that nobody was hurt, nor is
"the worst fire since 2001" the worst fire. So after a negation, a superlative or a measure of likelihood the rest of
the clause stays, a change keeps the time that it took, and an opening that narrows all that follows is not lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from briefing.write.cues import (
    AUXILIARIES,
    CONTRASTS,
    DENYING,
    LIKELIHOODS,
    NO_TOP,
    RELATIVES,
    SAYERS,
    SIDE_WORDS,
    TOP,
    WHEN,
)
from briefing.write.faithful import Token, keys, tokens

_REACH = 6  # words after a superlative in which its "since 2001" may begin
_CHANGE = re.compile(
    r"\d\s?(?:%|per\s?cent\b|percentage points?\b|points\b)\s+"
    r"((?:so far|since|in|over|during|within|from|compared|between|year|this|last|early|late|on|by)\s+\w+)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|\w+t(?:een|y))"
    r"\s(other|more|additional|extra|further)\s(\w+)",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[“”\"]")
_SEVERAL = frozenset(("they", "them", "their", "theirs", "both"))
_EACH = frozenset(("each", "every", "any", "all"))
_NARROWS = re.compile(
    r"^(?:For|Among|Of|Under|Without|Unlike|Except|(?:In|At|On|To)\s(?:some|many|most|certain|rare|several|a few|"
    r"the worst|the best)|In\s(?:the|this|that|his|her|its|their|a)\s(?:\w+\s)?(?:movie|film|book|novel|series|show|play|"
    r"game|story|dream|memoir|script|episode|cartoon)|Sometimes|Often|Occasionally|Normally|Usually)\b[^,;:]{0,80},"
)
_LAST_WORD = re.compile(r",\s+(\w+)[.!?]?$")
_PARTED = re.compile(r"^[^,;:()“”\"—–]+,\s+(\w+)\s")


def widened(candidate: str, source: str) -> str:
    """Return what ``candidate`` leaves out of ``source`` so that it says more than that, or ``""``."""
    there = tokens(_QUOTES.sub("", source))
    said = {token.low for token in tokens(candidate)}
    for gap in _gaps(tokens(_QUOTES.sub("", candidate)), there):
        left_out = " ".join(token.text for token in gap[:4])
        if not gap[0].after_break and _is_narrow(there, gap[0].place):
            return f"leaves out “{left_out}”"
        if _is_half_of_several(gap, there) and said & _SEVERAL:
            return f"leaves out “{left_out}”"
    for change in _CHANGE.finditer(source):
        figure = source[: change.start(1)].split()[-1]
        if figure in candidate and change.group(1) not in candidate:
            return f"leaves out “{change.group(1)}”"
    for others in _OTHERS.finditer(source):
        if f"{others.group(1)} {others.group(3)}".lower() in candidate.lower():
            return f"leaves out “{others.group(2)}”"
    opening = _NARROWS.match(source)
    if opening and not set(keys(opening.group())) <= set(keys(candidate)):
        return f"leaves out “{opening.group()}”"
    return ""


def misjoined(candidate: str, source: str) -> str:
    """Return where a mark was lost between two names, one left between subject and verb, or a verb left alone; else ``""``."""
    found, there = tokens(candidate), tokens(source)
    for left, right in pairwise(found):
        if left.name and right.name and not right.after_break:
            follows = [there[t.place + 1 :] for t in there if t.text == left.text]
            ends = [rest for rest in follows if rest and any(t.text == right.text for t in rest)]
            if ends and all(_broken_before(rest, right.text) for rest in ends):
                return f"{left.text} {right.text}"
    parted = _PARTED.match(candidate)
    if parted and parted.group(1) in AUXILIARIES and found[0].low not in SIDE_WORDS:
        comma = parted.group().split()[-2:]
        if " ".join(comma) not in source:
            return " ".join(comma)
    alone = _LAST_WORD.search(candidate)
    if alone and re.search(rf",\s+{re.escape(alone.group(1))}\s+\w", source):
        return alone.group(1)  # "the law, passed in haste, lapses": of its clause one word is left
    return ""


def _broken_before(rest: Sequence[Token], word: str) -> bool:
    """Whether a mark stands somewhere from the beginning of ``rest`` to ``word``."""
    for token in rest:
        if token.after_break:
            return True
        if token.text == word:
            return False
    return True


def _gaps(found: Sequence[Token], there: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the runs of ``there`` that ``found`` leaves out and that hold a word of content."""
    matcher = SequenceMatcher(None, [t.low for t in there], [t.low for t in found], autojunk=False)
    kept = {n for block in matcher.get_matching_blocks() for n in range(block.a, block.a + block.size)}
    known = {token.key for token in found if token.content}
    gap: list[Token] = []
    for token in there:
        if token.place not in kept:
            gap.append(token)
            continue
        if any(t.content and t.key not in known for t in gap):
            yield gap
        gap = []
    if any(t.content and t.key not in known for t in gap):
        yield gap


def _is_narrow(there: Sequence[Token], place: int) -> bool:
    """Whether before ``place``, in the same clause, stands a word that makes a wider statement another one."""
    at = place
    while at > 0 and not there[at].after_break:
        at -= 1
        token = there[at]
        if token.low in CONTRASTS | RELATIVES | SAYERS | {"that", "because"}:
            return False
        counted = token.low == "few" and at > 0 and there[at - 1].low == "a"
        if (token.low in DENYING and not counted) or token.low.endswith("n't"):
            return True
        if token.low in LIKELIHOODS or (token.low in _EACH and not _has_verb(there[at:place])):
            return True
        if _is_top(there, at) and place - at <= _REACH:
            return True
    return False


def _has_verb(run: Sequence[Token]) -> bool:
    """Whether what "each" or "all" speaks of has met its verb: what comes after that may be left out."""
    return any(token.low in AUXILIARIES for token in run) or (len(run) > _REACH)


def _is_half_of_several(gap: Sequence[Token], there: Sequence[Token]) -> bool:
    """Whether ``gap`` is the first of two who do a thing: "[Vint and] Lund"."""
    after = gap[-1].place + 1
    return gap[-1].low == "and" and after < len(there) and there[after].name


def _is_top(there: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is a superlative: "worst", "oldest", not "at least", "last week" or "forest"."""
    low = there[at].low
    if low not in TOP and not (low.endswith("est") and len(low) > 5 and low not in NO_TOP):
        return False
    before = there[at - 1].low if at else ""
    after = there[at + 1].low if at + 1 < len(there) else ""
    return (
        before != "at" and after not in WHEN and not there[at].name and not (low == "most" and after == "of")
    )
