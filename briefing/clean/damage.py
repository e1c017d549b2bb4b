"""Damage done to a text on its way: mojibake, mark-up left in, invisible characters, stray white space.

No word is lost here; only what was never meant to be read goes.
"""

from __future__ import annotations

import html
import re

_MOJIBAKE = re.compile(
    "[ÂÃÄÅÐÎÏØÙâãäåæðï][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|div|li|ul|ol|h[1-6]|table|tr|td|th|section|article|blockquote|figure|figcaption|hr)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:a|b|i|u|em|strong|span|img|font|sup|sub|small|cite|code|mark|abbr|time|iframe|script|style|video|source"
    r"|picture|svg|path|button|input|form|label|svg|html|body|head|meta|link|center|strike|s|q|amp-[a-z-]+)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_UNREAD = (("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->"))
_TERMINAL = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff]"
)
_ODD_SPACE = re.compile(
    "[\t\u1680\u2000-\u2008\u200a\u205f\u3000]|[\u00a0\u2009\u202f](?!\\d)|(?<!\\d)[\u00a0\u2009\u202f]"
)
_LINE_BREAK = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_WRITTEN_BREAK = re.compile(r" ?\\n ?")  # a line break that was escaped twice
# A tokeniser's spaces: "at 7: 15 a. m.", "a 10 - year sentence", "a 27 - year - old"
_SPACED_CLOCK = re.compile(
    r"\b(\d{1,2}): ?(\d\d)(?:: ?(\d\d))?(?= ?(?:[ap]\.? ?m\b|(?-i:GMT|UTC|BST|CES?T|[ECMP][SD]?T)\b))",
    re.IGNORECASE,
)
_SPACED_HALF = re.compile(r"(?<=\d)( ?[ap]\.) m\b\.?", re.IGNORECASE)
_SPACED_COMPOUND = re.compile(
    r"(?<=\d) - (year|month|week|day|hour|minute|second|mile|metre|meter|kilometre|kilometer|foot|inch|pound|gauge|"
    r"point|member|seat|bed|room|storey|story)\b(?: - (old)\b)?"
)
_SPACED_NO_ONE = re.compile(r"\b([Nn]o) - one\b")
_SPACED_APOSTROPHE = re.compile(r"(?<=\w) ’ (?=(?:s|t|re|ve|ll|d|m)\b)")  # "doesn ’ t"
_SPACED_QUOTE = re.compile(r"“ (?=[^“”\n]{1,400} ”)([^“”\n]+) ”")  # “ My client is here, ”
_SPACES = re.compile(r"  +")
_SPACED_BREAK = re.compile(r" *\n *")
_BREAKS = re.compile(r"\n{3,}")


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` as it was meant, and what was mended, in words (white space is not worth a word)."""
    mended: list[str] = []
    if "<" in text:
        plain = _without_tags(text)
        if plain != text:
            text = plain
            mended.append("mark-up left in the text")
    if "&" in text:
        plain = _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)
        plain = _ENTITY.sub(
            lambda entity: html.unescape(entity.group()), plain
        )  # &amp;#39; was escaped twice
        if plain != text:
            text = plain
            mended.append("escaped characters")
    if text.count("\\n") > 1:
        text = _WRITTEN_BREAK.sub("\n", text)
        mended.append("escaped characters")
    plain = _joined(text)
    if plain != text:
        text = plain
        mended.append("spaces inside times and compounds")
    if not text.isascii() and _MOJIBAKE.search(text):
        plain = _with_its_encoding(text)
        if plain != text:
            text = plain
            mended.append("characters of a wrong encoding")
    return _with_plain_space(text), tuple(mended)


def _joined(text: str) -> str:
    """Return ``text`` without the spaces that a tokeniser puts inside "7:15 a.m.", "27-year-old" and "doesn’t"."""
    if ": " in text:
        text = _SPACED_CLOCK.sub(lambda clock: ":".join(part for part in clock.groups() if part), text)
    if ". m" in text or ". M" in text:
        text = _SPACED_HALF.sub(r"\1m.", text)
    if " ’ " in text:
        text = _SPACED_APOSTROPHE.sub("’", text)
    if "“ " in text:
        text = _SPACED_QUOTE.sub(r"“\1”", text)
    if " - " in text:
        text = _SPACED_NO_ONE.sub(r"\1-one", text)
        text = _SPACED_COMPOUND.sub(
            lambda found: "-".join(("", *(part for part in found.groups() if part))), text
        )
    return text


def _with_plain_space(text: str) -> str:
    """Return ``text`` with line feeds and spaces only; a thin space inside a number stays."""
    if not text.replace("\n", "").isprintable():
        text = _LINE_BREAK.sub("\n", _TERMINAL.sub("", text))
        text = _INVISIBLE.sub("", _ODD_SPACE.sub(" ", text))
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if " \n" in text or "\n " in text:
        text = _SPACED_BREAK.sub("\n", text)
    return (_BREAKS.sub("\n\n", text) if "\n\n\n" in text else text).strip()


def _with_its_encoding(text: str) -> str:
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_character_width=False,
        explain=False,
    )
    return "\n".join(
        ftfy.fix_text(line, config) if _MOJIBAKE.search(line) else line for line in text.split("\n")
    )


def _without_tags(text: str) -> str:
    for opening, closing in _UNREAD:
        text = _without_spans(text, opening, closing)
    return _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", text))


def _without_spans(text: str, opening: str, closing: str) -> str:
    """Cut everything from each ``opening`` to the next ``closing``; one that never closes is left alone."""
    low = text.lower() if len(text.lower()) == len(text) else text
    kept: list[str] = []
    at = 0
    while (start := low.find(opening, at)) >= 0 and (end := low.find(closing, start)) >= 0:
        kept.append(text[at:start])
        at = end + len(closing)
    return "".join([*kept, text[at:]])
