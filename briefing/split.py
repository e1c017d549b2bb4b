"""Sentences with exact offsets: ``text[start:end]`` is the sentence, and only white space lies between two.

English is split by rules of our own, each decided once from the words around a full stop, so the time is
linear. Every other language goes to sentencex, which knows the stops and abbreviations of some 200.

Two conventions matter to what comes later. A line break ends a sentence (a headline has no full stop). A
quotation of several sentences stays in one piece with the words that say who spoke, because its second
sentence alone would read as the publisher's own claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.data import Article, Sentence
from briefing.split_words import (
    COMPANY,
    MAY_END,
    MONTHS,
    NAMED_WITH_BANG,
    NUMBERED,
    SAYING,
    STARTERS,
    STATES,
    SUBJECTS,
    TIME_WORDS,
    TITLES,
)

_MAX_QUOTE_CHARACTERS = 600  # about 100 words; a longer quotation is split, or it would fill a brief alone
_MAX_ABBREVIATION_CHARACTERS = 24

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SURROGATE = re.compile("[\ud800-\udfff]")  # sentencex takes valid Unicode only; the length stays
_STOP = re.compile(r"[.!?…‽]+(?:[ \u00a0]\.)*(?:\[\d{1,3}\])*[\"”’'»)\]}]*(?=[\s\"“‘«(\[A-Z]|$)")
# The usual case, decided at once: a full stop after a longer word that is no abbreviation, then a capital.
_PLAIN = re.compile(r"(?<=[a-z]{5})(?<!essrs)(?<!pprox)\. (?=[A-Z][a-z])")
_QUOTE = re.compile(r"[\"“”«»‘’()]")
_NEXT = re.compile(r"[\s\"“‘'«(\[{¿¡—–•*-]*([^\W_]+(?:['’.-][^\W_]+)*)?")
_GLUED = re.compile(r"[\"“‘(]*(?:[A-Z][a-z]+|[AI])(?=[\s,;:'’]|$)(?!\s?=)")
_LOWER_NAME = re.compile(
    r"[ie][A-Z]|(?:al|el|an|as|ad|ash|bin|ibn|de|van|von)-[A-Z]|www\.|https?$|[\w-]+\.(?:com|org|net)\b"
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_ATTRIBUTION = re.compile(
    r"\s*(?:[A-Z][\w'’.-]*\s+){1,4}(\w+)(?=[.,;:]|\s+(?:on|in|at|to|after|during|of)\b|$)"
)
_ROMAN = re.compile(r"[IVXLC]+")
_DASH = re.compile(r"[-–—/]")
_CLOCK = frozenset(["a.m", "p.m"])
_ALSO_LAST = frozenset(
    ["st", "mt", "ft", "pt", "sr"]
)  # of the titles, those that may end a sentence: "Main St."
_CLOSERS = "\"”’'»)]}"
_OPEN_TO_CLOSE = {"“": "”", "«": "»", "(": ")", "‘": "’"}


def split(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of ``article.text`` in order, numbered from 0."""
    text = article.text
    return tuple(
        Sentence(article.id, index, start, end, text[start:end])
        for index, (start, end) in enumerate(split_text(text, article.language))
    )


def split_text(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return ``(start, end)`` of every sentence: no two overlap, and only white space lies between them."""
    english = not language or language.lower().startswith("en")
    spans = _english(text) if english else _other(text, language)
    return tuple(_trimmed(text, spans))


def _trimmed(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        piece = text[start:end]
        length = len(piece.rstrip())
        if length:
            yield start + len(piece) - len(piece.lstrip()), start + length


def _other(text: str, language: str) -> Iterator[tuple[int, int]]:
    import sentencex

    code = re.split(r"[-_]", language)[0].lower()
    for line in _LINE.finditer(text):
        start = line.start()
        for piece in sentencex.segment(code, _SURROGATE.sub("\ufffd", line.group())):
            yield start, start + len(piece)
            start += len(piece)
        if start < line.end():
            yield start, line.end()


def _english(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        start = line.start()
        for end in _ends(line.group()):
            yield start, line.start() + end
            start = line.start() + end
        if start < line.end():
            yield start, line.end()


def _ends(line: str) -> Iterator[int]:
    """Yield where sentences end inside one line, the end of the line left out."""
    held: list[tuple[int, int]] | None = None
    at = 0
    caseless = line.islower()
    for stop in _STOP.finditer(line):
        end = stop.end()
        if end == len(line) or not (_PLAIN.match(line, stop.start()) or _ends_here(line, stop, caseless)):
            continue
        if held is None:
            held = _held_together(line)
        while at < len(held) and held[at][1] <= stop.start():
            at += 1
        if at < len(held) and held[at][0] <= stop.start() and end + _closing_left(line, end) < held[at][1]:
            continue
        yield end + _closing_left(line, end) - _opening_taken(line, stop)


def _held_together(line: str) -> list[tuple[int, int]]:
    """Return the quotations and parentheses that are short enough to stay in one piece, in order."""
    spans: list[tuple[int, int]] = []
    opened = -1
    closer = ""
    for mark in _QUOTE.finditer(line):
        sign, place = mark.group(), mark.start()
        if opened >= 0 and place - opened > _MAX_QUOTE_CHARACTERS:
            opened = -1
        if opened < 0:
            if sign in _OPEN_TO_CLOSE or (
                sign == '"' and (_opens(line, place) or _stands_alone(line, place))
            ):
                opened, closer = place, _OPEN_TO_CLOSE.get(sign, '"')
        elif sign == closer and not (sign == "’" and line[place + 1 : place + 2].isalnum()):
            if sign == '"' and _opens(line, place):
                opened = place  # the one before was never closed
                continue
            spans.append((opened, place + 1))
            opened = -1
    return spans


def _opens(line: str, place: int) -> bool:
    """Return whether a straight quotation mark opens: nothing or a gap before it, a word after it."""
    before, after = line[place - 1 : place], line[place + 1 : place + 2]
    return bool(after) and not after.isspace() and (not before or before.isspace() or before in "([{—–-:“‘")


def _stands_alone(line: str, place: int) -> bool:
    """Return whether a mark has white space on both sides, as in text that was cut into tokens."""
    return not line[place - 1 : place].strip() and line[place + 1 : place + 2].isspace()


def _closing_left(line: str, end: int) -> int:
    """Return the length of a closing mark that stands apart: ``It ended. " She left.``."""
    if line[end + 1 : end + 2] not in ('"', "”") or line[end + 2 : end + 3].strip():
        return 0
    opened = line.count('"', max(0, end - _MAX_QUOTE_CHARACTERS), end) % 2
    return 2 if line[end + 1] == "”" or opened else 0


def _ends_here(line: str, stop: re.Match[str], caseless: bool) -> bool:
    end = stop.end()
    if not line[end].isspace():
        return _is_glued(line, stop)
    following = _NEXT.match(line, end)
    word = (following.group(1) or "") if following else ""
    if not word:
        return following is not None and following.end() < len(line)
    if word[0].islower() and not caseless and not _LOWER_NAME.match(word):
        return False
    marks = stop.group().rstrip(_CLOSERS)
    if marks[-1:] != "." or len(marks) > 1:
        return not _goes_on_after_mark(line, stop, word)
    token = _token_before(line, stop.start())
    if len(stop.group()) > 1 and stop.group()[1] in _CLOSERS and not _is_initial(token):
        return True  # 'the company "Acme Inc." The' and the usual end of a quotation
    initial_follows = (
        len(word) == 1 and following is not None and line[following.end() : following.end() + 1] == "."
    )
    return not _is_abbreviation(line, stop, token, word, starts=_starts(word) and not initial_follows)


def _is_glued(line: str, stop: re.Match[str]) -> bool:
    """Return whether two sentences touch, as in ``he said.She left`` (and not in ``U.S.Army``, ``a.Com``)."""
    token = _token_before(line, stop.start())
    if not _GLUED.match(line, stop.end()) or "@" in token or "/" in token or token.lower().startswith("www."):
        return False
    tail = token[-3:].rstrip(_CLOSERS)
    return len(tail) > 1 and (tail[-2:].islower() or tail.isdigit() or tail[-1] == ")") and "." not in tail


def _opening_taken(line: str, stop: re.Match[str]) -> int:
    """Return 1 when the straight mark at the end of ``stop`` opens the next quotation: ``ended."We won``."""
    if line[stop.end()].isspace() or stop.group()[-1] != '"':
        return 0
    return 1 - line.count('"', max(0, stop.start() - _MAX_QUOTE_CHARACTERS), stop.end() - 1) % 2


def _goes_on_after_mark(line: str, stop: re.Match[str], word: str) -> bool:
    """Return whether a sentence goes on after ``!``, ``?`` or an ellipsis though a capital follows."""
    token = _token_before(line, stop.start()).lower()
    if stop.group() == "!" and token in NAMED_WITH_BANG:
        return not _starts(word)
    if stop.group()[-1] in "\"”’'»":
        said = _ATTRIBUTION.match(line, stop.end())
        return said is not None and said.group(1) in SAYING
    return False


def _token_before(line: str, place: int) -> str:
    low = max(0, place - _MAX_ABBREVIATION_CHARACTERS)
    cut = max(line.rfind(" ", low, place), line.rfind("\u00a0", low, place), line.rfind("\t", low, place))
    token = line[max(cut + 1, low) : place].lstrip("\"“‘'«([{—–-")
    return _DASH.split(token)[-1] if token else token


def _is_initial(token: str) -> bool:
    return len(token) == 1 and token.isupper()


def _starts(word: str) -> bool:
    """Return whether ``word`` begins sentences far more often than it goes on a name."""
    low = word.lower().replace("’", "'")
    return low in STARTERS or (low in SUBJECTS and not word.isupper())


def _is_abbreviation(line: str, stop: re.Match[str], token: str, word: str, *, starts: bool) -> bool:
    """Return whether the full stop belongs to ``token`` and the sentence goes on with ``word``."""
    if not token:
        return False
    low = token.lower()
    begins = stop.start() - len(token)
    before = line[max(0, begins - _MAX_ABBREVIATION_CHARACTERS) : begins].rstrip()
    if word[0].isdigit() and (low in NUMBERED or low in MONTHS or low in ("max", "min")):
        return True
    if low in NUMBERED and not _is_initial(token):
        return low != "no" and _ROMAN.fullmatch(word) is not None
    if token.isdigit() and len(token) < 3:
        return not before or (before[-1] in ".!?…" and not _follows_month(before))  # an item of a list
    if low in _CLOCK:
        return word.lower() in TIME_WORDS or line[stop.end() + 1] == "(" or _names_a_clock(line, stop.end())
    if low in TITLES:
        return not (starts and low in _ALSO_LAST)
    if _is_initial(token) or _INITIALS.fullmatch(token):
        return not starts
    if low in STATES and token[0].isupper():
        return not starts and before[-1:] != ","
    return token[0].isupper() and (low in COMPANY or low in MAY_END) and not starts


def _follows_month(before: str) -> bool:
    return before.rsplit(" ", 1)[-1].rstrip(".").lower() in MONTHS


def _names_a_clock(line: str, place: int) -> bool:
    return re.match(r"\s+[A-Z]\w+(?:\s[A-Z]\w+)?\s[Tt]ime\b", line[place : place + 48]) is not None
