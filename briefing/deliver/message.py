"""A mail as bytes on the wire: RFC 5322, with what RFC 8058 asks for so that one click stops it.

The same edition to the same recipient has the same Message-ID, whenever it is sent: a server that has it
already can know it again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from email import policy
from email.generator import BytesGenerator
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from hashlib import sha256
from html import escape
from importlib import import_module
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from briefing.data import Email
from briefing.errors import DeliveryError, OutputError
from briefing.settings import SmtpSettings
from briefing.shown import safe_url

# 998 is the longest line RFC 5322 allows. With the usual 78 a long List-Unsubscribe address is folded into
# RFC 2047 words, which no mail program can follow, and which reading it back with this library hides.
POLICY = policy.SMTP.clone(max_line_length=998)

# Signed if present. RFC 8058 asks for the two List headers; From is required.
_SIGNED = (
    b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"content-type", b"reply-to",
    b"list-unsubscribe", b"list-unsubscribe-post",
)  # fmt: skip


def compose(
    email: Email, edition_id: str, recipient: str, settings: SmtpSettings, now: datetime
) -> EmailMessage:
    """Return the mail to one recipient. Raises ``DeliveryError`` for an address that cannot be one."""
    name, sender = parseaddr(settings.sender)
    message = EmailMessage(policy=POLICY)
    message["From"] = _address(sender, name)
    message["To"] = _address(recipient)
    message["Subject"] = email.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = message_id(edition_id, recipient, sender)
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday notices, please
    if settings.reply_to:
        message["Reply-To"] = _address(parseaddr(settings.reply_to)[1])
    _unsubscribe(message, recipient, settings)
    template = safe_url(settings.unsubscribe_url)
    own = template.replace("%7Brecipient%7D", quote(recipient, safe=""))
    # Quoted-printable whatever the text: 8-bit lines are mended by some servers, which breaks a signature.
    text, html = email.text, email.html
    if template:
        text, html = text.replace(template, own), html.replace(escape(template), escape(own))
    message.set_content(text, subtype="plain", charset="utf-8", cte="quoted-printable")
    message.add_alternative(html, subtype="html", charset="utf-8", cte="quoted-printable")
    # A boundary of chance would make the same mail other bytes.
    message.set_boundary(f"briefing-{sha256(message['Message-ID'].encode()).hexdigest()[:32]}")
    return message


def message_id(edition_id: str, recipient: str, sender: str) -> str:
    """Return the Message-ID of an edition to a recipient: always the same."""
    digest = sha256(f"{edition_id}\0{recipient.casefold()}".encode()).hexdigest()[:40]
    return f"<{digest}@{_domain(sender) or 'briefing.invalid'}>"


def address(text: str) -> tuple[str, str]:
    """Return local part and domain of an address, the domain in ASCII (IDNA).

    Raises:
        DeliveryError: it cannot be one.

    """
    local, at, _ = text.rpartition("@")
    domain = _domain(text)
    if not (local and at and domain) or any(c.isspace() or not c.isprintable() for c in text):
        raise DeliveryError(f"{text!r} is no mail address", lasting=True)
    return local, domain


def _domain(text: str) -> str:
    try:
        return text.rpartition("@")[2].encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _address(text: str, name: str = "") -> Address:
    local, domain = address(text)
    try:
        return Address(display_name=name, username=local, domain=domain)
    except (ValueError, IndexError) as error:
        raise DeliveryError(f"{text!r} is no mail address ({error})", lasting=True) from error


def to_bytes(message: EmailMessage) -> bytes:
    """Return the mail as it goes over the wire; headers in UTF-8 only where an address demands it (RFC 6531)."""
    wide = not str(message["To"]).isascii()
    buffer = BytesIO()
    BytesGenerator(buffer, mangle_from_=False, policy=POLICY.clone(utf8=wide)).flatten(message)
    raw = buffer.getvalue()
    return raw if raw.endswith(b"\r\n") else raw + b"\r\n"


def _unsubscribe(message: EmailMessage, recipient: str, settings: SmtpSettings) -> None:
    ways = []
    url = safe_url(settings.unsubscribe_url).replace("%7Brecipient%7D", quote(recipient, safe=""))
    one_click = url.lower().startswith("https://")  # RFC 8058 takes no other
    if one_click:
        ways.append(f"<{url}>")
    if settings.unsubscribe_mail:
        ways.append(f"<mailto:{quote(settings.unsubscribe_mail, safe='@')}?subject=unsubscribe>")
    if ways:
        message["List-Unsubscribe"] = ", ".join(ways)
    if one_click:
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def signer(settings: SmtpSettings) -> Callable[[bytes], bytes]:
    """Return what puts a DKIM signature before a mail; nothing is added where none is asked for.

    Raises:
        OutputError: dkimpy or the key is missing.

    """
    if not settings.dkim_selector:
        return lambda raw: raw
    try:
        dkim = import_module("dkim")
    except ImportError as error:
        raise OutputError("DKIM needs dkimpy: pip install 'briefing[dkim]'") from error
    try:
        key = Path(settings.dkim_key_file).expanduser().read_bytes()
    except OSError as error:
        raise OutputError(
            f"{settings.dkim_key_file}: the DKIM key cannot be read ({error.strerror})"
        ) from error
    domain = settings.dkim_domain or _domain(parseaddr(settings.sender)[1])

    def sign(raw: bytes) -> bytes:
        present = [
            name for name in _SIGNED if b"\n" + name + b":" in b"\n" + raw.split(b"\r\n\r\n")[0].lower()
        ]
        try:
            made: bytes = dkim.sign(
                raw, settings.dkim_selector.encode(), domain.encode(), key, include_headers=present
            )
        except Exception as error:  # dkimpy raises several kinds of its own for a bad key
            raise OutputError(f"{settings.dkim_key_file}: is no DKIM key that can sign ({error})") from error
        return made + raw

    return sign
