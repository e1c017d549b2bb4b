"""The opening of an article: a dateline or a standfirst that runs into the first sentence gets its own line.

Nothing is removed: a dateline says where, a standfirst says what; but neither belongs inside a sentence.
"""

from __future__ import annotations

import re

from briefing.clean.glued import end_of_glued_title, without_stamp
from briefing.clean.units import Layout, Unit, words_of

_TOP_UNITS = 4
_MIN_STANDFIRST_WORDS = 8
_MIN_REST_WORDS = 6
_MIN_SENTENCE_WORDS = 22  # a shorter first sentence has no room for both
_PLACE = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}){0,2}"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:,? \w+\.? \d{{1,2}}(?:, \d{{4}})?)? ?(?:\([A-Z][\w /.&-]{{1,30}}\) ?(?:[-–—―]+|:)?|[–—―]|--?|:)"
    rf"|{_PLACE}, \w+\.? \d{{1,2}}(?:, \d{{4}})? ?(?:[–—―:]|--?)) ?(?=[\"“‘A-Z\d])"
)
_MAX_DATELINE_CHARACTERS = 80
_MAX_LETTERS_AND_HYPHEN = 5  # "LUNSK-Police said" has a place before its hyphen
# "Lead gone from chapel roof A thief has …": no article in it, and a small word after one with a capital
_END_OF_TITLE = re.compile(
    r"(?:(?!(?:a|an|the|this|that|these|those|its|his|her|their|our|my|your|some|any|each|every|which|who)\s|"
    r"(?:A|An|The|Another)\s(?:\w+\s){0,2}?[a-z])\S*[^\s;.!?–—-]\s){2,}\S*[^\s,;:.!?–—-]\s(?=(?:A|An|The|Another)\s[a-z])"
)
_OF_GRADE = re.compile(
    r"\b(?:grade|vitamin|hepatitis|type|group|class|level|plan|category|team|serie|list|side)\s$",
    re.IGNORECASE,
)
_MAX_TITLE_WORDS = 16
_DETERMINERS = frozenset(
    """
    a an the this that these those its his her their our my your some any each every which who whom
    """.split()  # noqa: SIM905
)
_FINITE = frozenset(
    """
    has have had is are was were will would said says can could may might must should did does do
    announced confirmed admitted warned told denied called
    """.split()  # noqa: SIM905
)
# After these a name goes on the same sentence: "said Nato has", "by Rome and", "that Iran will".
_LEADS_ON = frozenset(
    """
    a an the this that these those its his her their our my your of in on at by for from with to into onto over
    under between among against after before since until while when where why how what who whom whose which as
    if though although because but and or nor so than then near about around across behind beyond despite during
    via per like unlike amid without within
    said says say saying told tells tell claims claimed claim believe believes believed think thinks thought know
    knows knew fear fears feared hope hopes hoped insist insists insisted warn warns warned argue argues argued
    suggest suggests suggested confirm confirms confirmed deny denies denied reports reported adding added show
    shows showed mean means meant is are was were be been being has have had will would called named ex president
    minister prime chancellor king queen prince pope general leader chief director spokesman spokeswoman captain
    new former late former foreign not only even both either neither day time year week month night moment
    """.split()  # noqa: SIM905
)
_STARTS_BODY = frozenset(
    ("The", "A", "An", "In", "On", "It", "He", "She", "They", "At", "After", "But", "This", "These")
)


def set_apart_opening(layout: Layout) -> str:
    """Give the dateline and the glued title or standfirst of a text their own lines; return the title, if any."""
    # A title on its own line comes before the dateline; a standfirst ends like a sentence, with the one it runs into.
    first = next(
        ((at, unit) for at, unit in list(layout.kept)[:_TOP_UNITS] if unit.ended or not unit.alone), None
    )
    if first is None:
        return ""
    at, unit = first
    title = _end_of_title(unit.text) or end_of_glued_title(unit.text)
    cut = title or _end_of_dateline(unit.text) or _end_of_standfirst(unit)
    if cut:
        layout.source = ""
        head, rest = _cut_in_two(unit, cut)
        again = (
            0 if title else end_of_glued_title(rest.text)
        )  # "Lawyer: Prado leaves jail Ines Prado's lawyer said"
        layout.units[at : at + 1] = (head, *(_cut_in_two(rest, again) if again else (rest,)))
        if again:
            return without_stamp(rest.text[:again].strip())
    return without_stamp(unit.text[:title].strip())


def _cut_in_two(unit: Unit, cut: int) -> tuple[Unit, Unit]:
    head, rest = unit.text[:cut].rstrip(), unit.text[cut:].lstrip()
    return (
        Unit(head, unit.gap, words_of(head), alone=True),
        Unit(rest, "\n", words_of(rest), alone=unit.alone),
    )


def _end_of_dateline(text: str) -> int:
    """Return where "TRIPOLI, Libya (AP) — " or "Brussels: " ends, 0 when there is none."""
    found = _DATELINE.match(text)
    if not found or found.end() > _MAX_DATELINE_CHARACTERS or found.end() >= len(text):
        return 0
    head = found.group().rstrip()
    if (
        head.endswith("-")
        and text[len(head) : len(head) + 1].isalnum()
        and len(head) <= _MAX_LETTERS_AND_HYPHEN
    ):
        return 0  # "X-Rail has …", "EU-Turkey talks …"
    written_out = head.endswith(("-", "–", "—", "―")) and " " not in head[-2:-1] and "(" not in head
    return 0 if written_out and not head[:-1].isupper() else found.end()


def _end_of_title(text: str) -> int:
    """Return where a title ends that runs into "A thief has …" or "The chapel was …", 0 when there is none."""
    found = _END_OF_TITLE.match(text)
    if not found or _OF_GRADE.search(found[0]):
        return 0
    title = found[0].split()
    leads_on = title[-1].strip("\"'’”").lower() in _LEADS_ON
    short = len(title) > _MAX_TITLE_WORDS or len(text[found.end() :].split()) < _MIN_REST_WORDS
    return 0 if leads_on or short else found.end()


def _end_of_standfirst(unit: Unit) -> int:
    """Return where a standfirst without a full stop ends and the body begins, 0 when the sentence is one.

    A standfirst is written like a headline, without articles; the body begins with a name or "The" that
    follows a noun, and has a verb and articles of its own.
    """
    if len(unit.words) < _MIN_SENTENCE_WORDS:
        return 0
    words = [(word.start(), word.group()) for word in re.finditer(r"\S+", unit.text)]
    bare = [word.strip("\"“”‘’'«»(),;:").lower() for _, word in words]
    for at in range(1, len(words) - _MIN_REST_WORDS):
        if bare[at] in _DETERMINERS and not _begins_body(words, bare, at):
            return 0
        if at >= _MIN_STANDFIRST_WORDS and _begins_body(words, bare, at):
            return words[at][0] if _DETERMINERS & set(bare[at:]) else 0
    return 0


def _begins_body(words: list[tuple[int, str]], bare: list[str], at: int) -> bool:
    before, word = words[at - 1][1], words[at][1]
    if not before[-1].isalnum() or not before[0].islower() or bare[at - 1] in _LEADS_ON:
        return False
    if not word.lstrip("\"“‘'")[:1].isupper():
        return False
    if word in _STARTS_BODY:
        return True
    after = next((k for k in range(at + 1, min(at + 4, len(words))) if words[k][1][:1].islower()), 0)
    return bool(after) and bare[after] in _FINITE
