"""Shorter forms of a source's sentence by deletion: what they say, the sentence says, so nothing is invented.

Only what English lets go is deleted: asides between commas, brackets or dashes, a clause at the end that a
comma sets off, a linking word or a phrase of time at the opening. What changes how a statement is meant stays:
who says it, hedges, negations, conditions, and the day that a figure hangs on. A model then says which form
reads best.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from briefing.data import Figure, Kind
from briefing.figures import parse

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?"
_AGE = re.compile(r"(?<=\w),\s+\d{1,2},(?=\s)")
_ASIDES = (
    re.compile(
        r",\s+(?:who|which|whose|where|including|along with|together with|as well as|an?|the|one of|formerly|now|aged)\s"
        r"[^,;:“”\"]{3,110},(?=\s(?!(?:and|or)\b))"
    ),
    _AGE,
    re.compile(r",\s+(?:in a|in an|at a|during a|in remarks|in comments|speaking)\s[^,;:“”\"]{3,90},(?=\s)"),
)
_INSERTIONS = (
    re.compile(r"\s*\([^()]{2,120}\)"),
    re.compile(r"\s+[—–-]{1,2}\s+[^—–]{3,120}\s+[—–-]{1,2}(?=\s)"),
)
_ENDING = re.compile(
    r",\s+(?:(?:who|which|whose|where)\s[^,;:“”\"]{3,160}|"
    r"(?:while|as|after|following|with|including|adding|leaving|making|amid)\s[^;:“”\"]{3,160})(?=\.$)"
)
_WHEN = re.compile(rf"\s+(?:on|late on|early on|late|early)\s{_DAY}(?=[ ,.])")
_LINK = re.compile(r"^(?:However|Meanwhile|Moreover|Also|In addition|Still|Separately|Indeed),\s+")
_OPENING = re.compile(r"^(?:In|On|At|During|Following|Amid)\s[^,;:“”\"]{3,70},\s+(?=(?:the|an?|[A-Z])\b)")

_APPOSES = re.compile(  # "In a letter to Ana Prado, the coroner for Orl, the mayor said": it explains the name before it
    r"(?:the|an?)\s(?:(?!\b(?:is|are|was|were|has|have|had|will|said|says|\w{3,}ed)\b)[^,;:]){2,70},\s+(?=[A-Z]|the\b|an?\b)"
)
_AUXILIARY = (
    r"is|are|was|were|has|have|had|will|would|may|might|could|can|must|should|do|does|did|said|says|told"
)
_AUXILIARIES = re.compile(rf"(?:{_AUXILIARY})\b")
_PREDICATE = re.compile(
    rf"\b(?:{_AUXILIARY}|\w{{3,}}ed|rose|fell|won|lost|led|found|made|took|saw|hit|struck|began|broke|sank|put|met|"
    r"left|held|kept|paid|sold|spent|sent|grew|gave|went|came|ran|cut|shows|believes?|thinks?|knew|know|fears?|"
    r"hopes?|expects?|suggests?|estimates|indicates?)\b"
)
_APPOSED = re.compile(r",\s+(?:\d{1,2}|(?:an?|the|its|his|her|their)\s[^,]{2,60})$")
_OPENS_AT = re.compile(
    r"(?:In|On|At|After|Before|By|During|Following|Amid|With|For|Since|While|When|As|Last|\w+ing)\b"
)
_RELATIVE = re.compile(r"\b(?:who|which|whose|where|that|when)\b")
_GOES_ON = re.compile(
    r"(?:\w{2,}ing|who|which|whose|where|when|while|as|after|before|because|since|although|though|but|so|yet|with|"
    r"without|including|according|despite|amid|following)\b"
)
# What turns a statement round, makes it depend on something, or says whose it is.
_MEANS = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t|den(?:y|ies|ied|ying)|refus\w+|fail\w*|"
    r"if|unless|until|except|provided|providing|whether|only|but|yet|although|though|however|despite|otherwise|"
    r"according|reportedly|apparently|alleged\w*|supposedly|purported\w*|claim\w*|believ\w*|thought|suspect\w*|"
    r"put it|as\s+(?:\w+\s+){1,5}(?:said|says|put|told|reported|reports|described|called|noted|announced))\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:said|says|told|showed|shows|shown|found|estimated|suggested|indicated|warned|stated|testified|wrote|added|"
    r"announced|reported|reports|argued|insisted|confirmed|acknowledged|admitted|predicted|forecast)\b"
)
_SPOKE = re.compile(r"\b(?:said|says|announced|told (?:\w+ )?\w+)$")
_HANGS_BEFORE = re.compile(
    r"\b(?:until|till|since|by|from|of|to|for|before|after|and|or|than|between|but|not|only|[ap]\.?m\.?|o['’]clock|noon|"
    r"midnight|\d)$",
    re.IGNORECASE,
)
_HANGS_AFTER = re.compile(
    r"\s*,?\s+(?:[A-Z][a-z]{2,8}\.?\s+)?\d|\s*(?:,\s*)?(?:and|or|to|through|until|nor|rather|instead)\b"
)
_PIECE_END = re.compile(r"[,;:()—–“”\"]")
_NO_CLAIM = frozenset((Kind.DATE, Kind.IDIOM, Kind.NAME))
_MIN_WORDS = 6
_MAX_CUTS = 6

Cut = tuple[int, int, str]
"""From, to, and what stands there instead: a comma, where the sentence still needs one."""


def shorter_forms(sentence: str, *, limit: int) -> tuple[str, ...]:
    """Return up to ``limit`` forms of ``sentence`` with pieces deleted, the shortest first; may be empty.

    Pieces inside quotes stay.
    """
    cuts = _cuts(sentence)
    forms: set[str] = set()
    for count in range(1, min(3, len(cuts)) + 1):
        for chosen in combinations(cuts, count):
            if all(a[1] <= b[0] for a, b in pairwise(chosen)):
                forms.add(_without(sentence, chosen))
    good = [form for form in forms if len(form.split()) >= _MIN_WORDS and form != sentence]
    return tuple(sorted(good, key=lambda form: (len(form.split()), form))[:limit])


def _cuts(sentence: str) -> list[Cut]:
    claims = [figure for figure in parse(sentence) if figure.kind not in _NO_CLAIM]
    found = {cut for cut in _all_cuts(sentence, claims) if not _in_quote(sentence, cut[0])}
    return sorted(found)[:_MAX_CUTS]


def _all_cuts(sentence: str, claims: list[Figure]) -> Iterator[Cut]:
    for pattern in _ASIDES:
        for match in pattern.finditer(sentence):
            comma = _comma_after(sentence, match)
            if comma is not None and not _says_who(match.group()) and not _MEANS.search(match.group()):
                yield (*match.span(), comma)
    for pattern in (*_INSERTIONS, _ENDING):
        for match in pattern.finditer(sentence):
            said = _REPORTS.search(match.group()) and not (
                pattern is _ENDING and _RELATIVE.match(match.group()[2:])
            )
            if not said and not _MEANS.search(match.group()):
                yield (*match.span(), "")
    for match in _WHEN.finditer(sentence):
        if not _hangs(sentence, match, claims):
            yield (*match.span(), "")
    if link := _LINK.match(sentence):
        yield (*link.span(), "")
    if (
        (opening := _OPENING.match(sentence))
        and _may_open(opening.group())
        and not _APPOSES.match(sentence, opening.end())
    ):
        yield (*opening.span(), "")


def _comma_after(sentence: str, aside: re.Match[str]) -> str | None:
    """Say what stands in place of an aside between commas: nothing after a subject, else a comma, or ``None``.

    "The firm[, a maker of pans,] said"; "lost a third of its value[, the most in years], making it". Where the verb
    has come already and what follows is neither, the commas may be those of a list.
    """
    before, after = sentence[: aside.start()], sentence[aside.end() :].lstrip()
    opens = _OPENS_AT.match(before)
    if (
        opens and "," not in before
    ):  # "In a letter to Ana Prado[, the coroner,] the mayor said": it closes the opening
        return None if _AUXILIARIES.match(after) or _PREDICATE.search(before) else ","
    opened = before.count(",") == 1 and opens  # "In Dorn, the firm[, a maker of pans,] said"
    if (
        "," in before and not opened and not _GOES_ON.match(after)
    ):  # it may close an aside that another comma opened
        return "," if _APPOSED.search(before) and not _OPENS_AT.match(before) else None
    if _AUXILIARIES.match(after):
        return ""
    if _GOES_ON.match(after):
        return ","
    if aside.re is _AGE:  # "Ana Dorn, 32, of Orl, said": the comma after it opens what comes next
        return None
    return None if _PREDICATE.search(before) else ""


def _says_who(aside: str) -> bool:
    """Whether an aside is a clause of its own ("a first estimate showed"): it says whose the statement is."""
    own = _RELATIVE.split(aside, maxsplit=1)[0]
    return _PREDICATE.search(own) is not None or _REPORTS.search(aside) is not None


def _hangs(sentence: str, when: re.Match[str], claims: list[Figure]) -> bool:
    """Whether something hangs on a day: a figure of its clause, a clock time, a second day, or a preposition."""
    if _SPOKE.search(sentence[: when.start()]):  # the day of a statement, not of what it states
        return _HANGS_AFTER.match(sentence, when.end()) is not None
    if _HANGS_BEFORE.search(sentence[: when.start()]) or _HANGS_AFTER.match(sentence, when.end()):
        return True
    start = max((m.end() for m in _PIECE_END.finditer(sentence, 0, when.start())), default=0)
    end = next((m.start() for m in _PIECE_END.finditer(sentence, when.end())), len(sentence))
    return any(start <= figure.start < end for figure in claims)


def _may_open(opening: str) -> bool:
    """Whether an opening phrase is one that may go: no clause, no figure or date, nothing that turns the rest."""
    return not (parse(opening) or _PREDICATE.search(opening) or _MEANS.search(opening))


def _in_quote(sentence: str, place: int) -> bool:
    before = sentence[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _without(sentence: str, cuts: tuple[Cut, ...]) -> str:
    kept: list[str] = []
    at = 0
    for start, end, instead in cuts:
        kept.extend((sentence[at:start], instead))
        at = end
    text = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s{2,}", " ", "".join((*kept, sentence[at:])))).strip()
    text = re.sub(r",(?=[,.])|\.(?=\.$)", "", text)
    return text[:1].upper() + text[1:]
