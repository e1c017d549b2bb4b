"""A title that runs into the first sentence, told by what the sentence says again or by the title's own capitals.

"Orl bridge reopens after a year Orl bridge, closed since …" begins twice; "Bridge Reopens To Traffic After they …" stops writing
capitals. Promise: where neither shows, nothing is parted.
"""

from __future__ import annotations

import re

from briefing.names.words import COMMON, TITLES
from briefing.wordsets import word_set

_MAX_TITLE_WORDS = 20
_MIN_TITLE_WORDS = 4
_MIN_BODY_WORDS = 6
_NAME_WORDS = 2  # as many words as say the beginning again
_STAMP = re.compile(
    r"\s+(?:(?:Last |First )?(?:Updated|Published|Posted)(?: (?:on|at))?:?\s+\d.*|\|.*)$", re.IGNORECASE
)
# In its own capitals, and then a small word: "… Rehires Attorney After she"
_STARTERS = word_set(
    "after when while as it he she they there this these in on at for if but with since before during according"
)
_SMALL = word_set("a an the and or of in on at by to from for with as is into over after up out off")
_ROLES = TITLES | word_set("actor actress singer rapper boxer champion star author director producer")
_BEFORE_NOUNS = word_set("a an the his her its their our former ex fellow original new late old")
_REPORTS = word_set("that said told")  # titles have neither
_STOPS = ";.!?—–"
# A name after these goes on its own sentence: "said Ana Prisk", "his brother Ana Prisk"
_LEADS_ON = word_set(
    "a an the and or but nor so than then of in on at by to from for with into onto over under between against after before since until while "
    "when where why how what who whom whose which as if though although because that like near about around said says told calls called "
    "named is are was were be been has have had will would mr mrs ms dr sir and/or vs versus featuring starring"
)


def end_of_glued_title(text: str) -> int:
    """Return where the title ends that ``text`` begins with and its first sentence starts, 0 when there is none."""
    words = [(match.start(), match.group()) for match in re.finditer(r"\S+", text)]
    last = min(len(words) - _MIN_BODY_WORDS, _MAX_TITLE_WORDS + 1)
    for at in range(1, last + 1):
        before = words[at - 1]
        if before[1][-1] in _STOPS and not _STAMP.search(text[: before[0] + len(before[1])]):
            return 0
        if (
            at >= _MIN_TITLE_WORDS
            and before[1][-1] != ","
            and (_begins_again(words, at) or _leaves_capitals(words, at))
        ):
            return words[at][0]
    return 0


def without_stamp(title: str) -> str:
    """Return ``title`` without the time that a page prints behind it."""
    return _STAMP.sub("", title)


def _begins_again(words: list[tuple[int, str]], at: int) -> bool:
    """Return whether the words from ``at`` on are the name that the text opens with."""
    opening = [_bare(word) for _, word in words[:_NAME_WORDS]]
    if not all(word[:1].isupper() and len(word) > 1 for word in opening):
        return False
    at += _bare(words[at][1]).lower() in _ROLES
    here = [_bare(word) for _, word in words[at : at + _NAME_WORDS]]
    if here != opening or words[at - 1][1].lower() in _LEADS_ON:
        return False
    near = {word.lower() for _, word in words[at - 3 : at]}
    return not near & _BEFORE_NOUNS and not any(word in _REPORTS for _, word in words[:at])


def _leaves_capitals(words: list[tuple[int, str]], at: int) -> bool:
    """Return whether a title in capitals ends here: "… In Suspicious Fire | Officials say", "… Attorney | After she"."""
    before, here = [word for _, word in words[:at]], words[at][1]
    after = words[at + 1][1]
    if not here[:1].isupper() or not after[:1].islower() or after.lower() in ("of", "and", "for", "to"):
        return False
    if not all(
        word[:1].isupper() or not word[:1].isalpha() for word in before if _bare(word).lower() not in _SMALL
    ):
        return False
    small = [word for word in before[1:] if word.lower() in _SMALL]
    if _bare(here).lower() in _STARTERS:
        return sum(word[:1].isupper() for word in before) >= _MIN_TITLE_WORDS
    capitals = [word for word in small if word[:1].isupper()]  # "In", as only a title has it
    return bool(capitals) and _bare(here).lower() in COMMON


def _bare(word: str) -> str:
    return re.sub(r"(?:['’]s|['’])$", "", word.strip("\"“”‘’'()[],;:.!?"))
