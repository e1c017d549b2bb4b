"""Mail → records: one article a message, from its plain text, or from its HTML where it has no other."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr

from briefing.dates import read_date
from briefing.read.decode import decode
from briefing.read.found import Found, Record, left_out, together
from briefing.read.page import text_of
from briefing.read.plain import unwrapped

_FROM_LINE = re.compile(rb"^From .*\d{4}[ \t]*\r?$", re.MULTILINE)
_MIN_PLAIN_CHARACTERS = 200  # less, beside an HTML part, is "see this mail in your browser"
_SIGNATURE = re.compile(r"^-- ?\n.*", re.MULTILINE | re.DOTALL)


def from_mail(raw: bytes, place: str) -> Found:
    """Return the article of one message (RFC 5322)."""
    message = message_from_bytes(raw, policy=policy.default)
    text = _body(message)
    title = _header(message, "subject")
    if not text.strip():
        return Found(dropped=(left_out(place, "a mail without text", title),))
    name, address = parseaddr(_header(message, "from"))
    record = Record(
        place=place,
        text=text,
        title=title,
        publisher=name or address.rpartition("@")[2],
        published=read_date(_header(message, "date")),
        id=_header(message, "message-id").strip("<>"),
    )
    return Found((record,))


def from_mbox(raw: bytes, place: str) -> Found:
    """Return the articles of a mailbox file."""
    starts = [match.start() for match in _FROM_LINE.finditer(raw)]
    if not starts:
        return Found(dropped=(left_out(place, "no mail in it"),))
    pieces = [raw[start:end] for start, end in zip(starts, [*starts[1:], len(raw)], strict=True)]
    mails = (piece.partition(b"\n")[2] for piece in pieces)
    return together(from_mail(mail, f"{place}#{number}") for number, mail in enumerate(mails, 1))


def _body(message: EmailMessage | Message) -> str:
    plain: list[str] = []
    rich: list[str] = []
    for part in message.walk():
        if part.is_multipart() or part.get_content_maintype() != "text" or _is_attached(part):
            continue
        (rich if part.get_content_subtype() == "html" else plain).append(_content(part))
    text = _SIGNATURE.sub("", unwrapped("\n\n".join(plain).replace("\r\n", "\n")))
    if rich and len(text.strip()) < _MIN_PLAIN_CHARACTERS:
        return "\n".join(text_of(html) for html in rich) or text
    return text


def _is_attached(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except (ValueError, AttributeError, IndexError, TypeError):
        return False


def _content(part: Message) -> str:
    """Return the text of a part, whatever its header claims of the encoding."""
    try:
        raw = part.get_payload(decode=True)
    except (ValueError, AssertionError, LookupError):
        raw = None
    if not isinstance(raw, bytes):
        payload = part.get_payload()
        return payload if isinstance(payload, str) else ""
    try:
        charset = part.get_content_charset() or "utf-8"
        return raw.decode(charset)
    except (LookupError, UnicodeDecodeError, ValueError, AttributeError):
        return decode(raw)[0]


def _header(message: EmailMessage | Message, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, AttributeError, IndexError, TypeError, LookupError):
        return ""  # a header that the standard library can't take apart
