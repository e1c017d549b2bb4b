"""Bytes → text. UTF-8 unless they say otherwise; where the encoding is a guess, the reader is told."""

from __future__ import annotations

import codecs

_SAMPLE_BYTES = 65_536  # enough to recognise an encoding; more only takes longer
_SNIFF_BYTES = 8_192
_MIN_UTF16_BYTES = 8
_MAX_CONTROL_SHARE = 0.02  # text has next to no control characters
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NEIGHBOURS = ("cp1250", "cp1254", "iso8859_2", "mac_roman")  # like windows-1252 but for a few letters
_TIE = 0.05  # of disorder, which is in 0..1: below it two encodings fit equally well
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2", "koi8_r", "mac_roman",
    "shift_jis", "euc_jp", "euc_kr", "gb18030", "big5", "utf_16_le", "utf_16_be",
]  # fmt: skip


def decode(raw: bytes) -> tuple[str, str]:
    """Return the text of ``raw`` and a notice: empty, or that the encoding was guessed."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw.decode(name, "replace"), ""
    order = _utf16_order(raw[:_SNIFF_BYTES])
    if order:
        return raw.decode(order, "replace"), ""
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(raw):
        return _mended(raw), "not all UTF-8: the few bytes that are not were read as windows-1252, a guess"
    name = _guess(raw)
    return raw.decode(name, "replace"), f"not UTF-8: read as {_shown(name)}, which is a guess"


def is_binary(raw: bytes) -> bool:
    """Return whether ``raw`` begins like no text: with NULs or many control characters."""
    head = raw[:_SNIFF_BYTES]
    if head.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    if b"\0" in head:
        return not _utf16_order(head)
    control = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    return control > len(head) * _MAX_CONTROL_SHARE


def _utf16_order(head: bytes) -> str:
    """Return the name of UTF-16 without its mark, when most of every second byte, and no other, is NUL."""
    if len(head) < _MIN_UTF16_BYTES:
        return ""
    for at, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if head[at::2].count(0) > 0.7 * (len(head) // 2) and head[1 - at :: 2].count(0) == 0:
            return name
    return ""


def _is_damaged_utf8(raw: bytes) -> bool:
    """Return whether most bytes past ASCII are good UTF-8: one bad byte shouldn't garble all the rest."""
    text = raw.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= char <= "\udcff" for char in text if char > "\x7f")
    good = sum(char > "\x7f" for char in text) - bad
    return good > 2 * bad


def _mended(raw: bytes) -> str:
    text = raw.decode("utf-8", "surrogateescape")
    return "".join(
        bytes([ord(char) - 0xDC00]).decode("cp1252", "replace") if "\udc80" <= char <= "\udcff" else char
        for char in text
    )


def _guess(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    first = next((at for at, byte in enumerate(raw) if byte > 127), 0)
    start = max(0, first - _SAMPLE_BYTES // 2) // 2 * 2
    matches = from_bytes(raw[start : start + _SAMPLE_BYTES], cp_isolation=_CANDIDATES)
    best = matches.best()
    if best is None:
        return "cp1252"
    western = any(match.encoding == "cp1252" and match.chaos <= best.chaos + _TIE for match in matches)
    return "cp1252" if western and best.encoding in _NEIGHBOURS else best.encoding


def _shown(name: str) -> str:
    return name.replace("cp125", "windows-125").replace("_", "-")
