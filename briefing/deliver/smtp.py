"""SMTP: one connection for all recipients of a run, one envelope for each.

The bytes that complete a mail go only once the outbox has noted that they are about to: whatever happens
then, it is not sent twice.
"""

from __future__ import annotations

import json
import os
import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import Path
from types import TracebackType

from briefing.data import Email, Outgoing
from briefing.deliver import ChannelDown, Unanswered
from briefing.deliver.message import address, compose, signer, to_bytes
from briefing.deliver.secrets import SMTP_PASSWORD, SMTP_USER, secret
from briefing.errors import DeliveryError, SettingsError
from briefing.settings import SmtpSettings

FORMAT = "email"
_DOT = re.compile(rb"(?m)^\.")


def pack(email: Email) -> bytes:
    """Return a mail as the bytes that the archive keeps of it."""
    plain = {"subject": email.subject, "preheader": email.preheader, "html": email.html, "text": email.text}
    return json.dumps(plain, ensure_ascii=False).encode()


def unpack(content: bytes) -> Email:
    """Return the mail that ``pack`` made."""
    return Email(**json.loads(content))


class SmtpSender:
    """Sends mails through one server; connects with the first, and is a context manager."""

    def __init__(
        self,
        settings: SmtpSettings,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.environment = environment
        self._where = f"{settings.host}:{settings.port}"
        self._sender = sender_of(settings)
        self._sign = signer(settings)
        self._server: smtplib.SMTP | None = None

    def __enter__(self) -> SmtpSender:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Say goodbye, where anybody still listens."""
        server, self._server = self._server, None
        if server is not None:
            try:
                server.quit()
            except (smtplib.SMTPException, OSError):
                server.close()

    def probe(self) -> None:
        """Connect and log in, and send nothing. Raises ``ChannelDown`` where that fails."""
        self._connected()

    def send(
        self, outgoing: Outgoing, content: Callable[[str], bytes], last_bytes: Callable[[], bool]
    ) -> None:
        """Hand one mail over, as ``briefing.deliver.Sender`` says."""
        email = unpack(content(FORMAT))
        self.send_mail(email, outgoing.edition_id, outgoing.recipient, last_bytes)

    def send_mail(
        self, email: Email, edition_id: str, recipient: str, last_bytes: Callable[[], bool] = lambda: True
    ) -> None:
        """Hand over a mail that need not be in any outbox."""
        message = compose(email, edition_id, recipient, self.settings, self.clock())
        server = self._connected()
        try:
            self._envelope(server, recipient)
            raw = self._sign(to_bytes(message))
            server.send(_DOT.sub(b"..", raw))
        except smtplib.SMTPServerDisconnected as error:
            self._drop()
            raise DeliveryError(f"{self._where} hung up before the mail was complete") from error
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise ChannelDown(f"{self._where} cannot be reached any more ({error})") from error
        if _has_spoken(server):
            self._drop()
            raise DeliveryError(f"{self._where} hung up before the mail was complete")
        if not last_bytes():
            self._drop()  # without the closing dot the server throws away what it has
            raise DeliveryError("another run has taken it over")
        self._finish(server)

    def _envelope(self, server: smtplib.SMTP, recipient: str) -> None:
        local, domain = address(recipient)
        ascii_only = local.isascii()
        if not ascii_only and not server.has_extn("smtputf8"):
            raise DeliveryError(f"{self._where} takes no address such as {recipient}", lasting=True)
        options = [] if ascii_only else ["SMTPUTF8", "BODY=8BITMIME"]
        _accepted(
            server.mail(self._sender, options), f"{self._where} refuses the sender {self._sender}", server
        )
        _accepted(server.rcpt(f"{local}@{domain}"), f"{self._where} refuses {recipient}", server)
        _accepted(server.docmd("DATA"), f"{self._where} refuses the mail to {recipient}", server, 354)

    def _finish(self, server: smtplib.SMTP) -> None:
        try:
            server.send(b".\r\n")
            code, told = server.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise Unanswered(
                f"{self._where} gave no answer to a complete mail: it has most likely arrived, and is not sent again"
            ) from error
        _accepted((code, told), f"{self._where} refuses the mail", server)

    def _drop(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()

    # ------------------------------------------------------------ the connection

    def _connected(self) -> smtplib.SMTP:
        if self._server is None or self._server.sock is None:
            try:
                self._server = self._connect()
            except ssl.SSLError as error:
                raise ChannelDown(f"{self._where}: no secure connection ({error.reason or error})") from error
            except smtplib.SMTPAuthenticationError as error:
                raise ChannelDown(
                    f"{self._where} refuses the login ({_told(error.smtp_error)}): "
                    f"check user, {SMTP_PASSWORD} or the keyring"
                ) from error
            except UnicodeEncodeError as error:
                raise ChannelDown(
                    f"{self._where}: user and password may hold ASCII letters only (RFC 4954)"
                ) from error
            except (smtplib.SMTPException, OSError) as error:
                raise ChannelDown(f"{self._where} cannot be reached ({error})") from error
        return self._server

    def _connect(self) -> smtplib.SMTP:
        wanted = self.settings
        context = _trusting(wanted.ca_file)
        server: smtplib.SMTP
        if wanted.security == "tls":
            server = smtplib.SMTP_SSL(
                wanted.host, wanted.port, timeout=wanted.timeout_seconds, context=context
            )
        else:
            server = smtplib.SMTP(wanted.host, wanted.port, timeout=wanted.timeout_seconds)
        try:
            if wanted.security == "starttls":
                server.starttls(context=context)
            if server.sock is not None:
                # The closing dot goes by itself; by Nagle's rule it would wait 40 ms for the body's receipt.
                server.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            server.ehlo_or_helo_if_needed()
            user = self.environment.get(SMTP_USER, "") or wanted.user
            if user:
                password = secret(SMTP_PASSWORD, f"{user}@{wanted.host}", environment=self.environment)
                server.login(user, password)
        except BaseException:
            server.close()
            raise
        return server


def _trusting(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=str(Path(ca_file).expanduser()) if ca_file else None)
    except FileNotFoundError as error:
        raise ChannelDown(f"smtp.ca_file is {ca_file!r}: no such file") from error


def _has_spoken(server: smtplib.SMTP) -> bool:
    """Return whether the server said something, or left, before the mail was complete: then it has not got it.

    Without this look a connection that broke in the middle of a small mail, all of it still in the system's
    buffers, would be taken for a mail that got no answer.
    """
    link = server.sock
    if link is None:
        return True
    timeout = link.gettimeout()
    link.settimeout(0.0)
    try:
        link.recv(1)
    except (BlockingIOError, ssl.SSLWantReadError):
        return False
    except OSError:
        return True
    finally:
        link.settimeout(timeout)
    return True


def sender_of(settings: SmtpSettings) -> str:
    """Return the sender's address.

    Raises:
        SettingsError: a setting with which no mail can be sent; the message names it.
    """
    sender = parseaddr(settings.sender)[1]
    if not settings.host:
        raise SettingsError("smtp.host is empty: name the server that mails go through")
    if settings.security not in ("starttls", "tls", "none"):
        raise SettingsError(f"smtp.security is {settings.security!r}: take starttls, tls or none")
    try:
        local, domain = address(sender)
    except DeliveryError as error:
        raise SettingsError(f"smtp.sender is {settings.sender!r}: write it as Name <address>") from error
    return f"{local}@{domain}"


def _accepted(
    answer: tuple[int, bytes], refusal: str, server: smtplib.SMTP, wanted: int | None = None
) -> None:
    """Go on where the server agrees; else reset it and say why: 4xx for now, 5xx for good (RFC 5321 4.2.1)."""
    code, told = answer
    if code == wanted or (wanted is None and 200 <= code < 300):
        return
    if code == 421:
        server.close()
        raise ChannelDown(f"{refusal} ({code} {_told(told)})")
    try:
        server.rset()
    except (smtplib.SMTPException, OSError):
        server.close()
    raise DeliveryError(f"{refusal} ({code} {_told(told)})", lasting=500 <= code < 600)


def _told(answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return " ".join(text.split())[:200]
