"""A real SMTP server in this process, with faults to order, and an outbox to empty."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import ssl
from contextlib import suppress
from types import SimpleNamespace

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from briefing.archive import Archive
from briefing.data import Edition, Email, Recipe
from briefing.settings import SmtpSettings

NOW = dt.datetime(2031, 6, 2, 6, 0, tzinfo=dt.UTC)
USER, PASSWORD = "letters", "correct horse"


class Clock:
    """A clock that moves when told to, and when somebody sleeps."""

    def __init__(self):
        self.now = NOW
        self.slept = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += dt.timedelta(seconds=max(seconds, 0.001))


class Handler:
    """Keeps what arrives; ``answers`` are given in turn to whatever command they name."""

    def __init__(self):
        self.mails = []
        self.answers = {"RCPT": [], "DATA": [], "MAIL": []}
        self.refused = {}
        self.hang_up_on = None

    def _answer(self, command):
        return self.answers[command].pop(0) if self.answers[command] else None

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        envelope.mail_from = address
        return self._answer("MAIL") or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        told = self.refused.get(address) or self._answer("RCPT")
        if told:
            return told
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        answer = self._answer("DATA")
        if answer == "hang up":
            self.mails.append(
                SimpleNamespace(
                    sender=envelope.mail_from, to=envelope.rcpt_tos, raw=envelope.original_content
                )
            )
            server.transport.abort()
            await asyncio.sleep(0)
            return "250 nobody hears this"
        if answer:
            return answer
        self.mails.append(
            SimpleNamespace(sender=envelope.mail_from, to=envelope.rcpt_tos, raw=envelope.original_content)
        )
        return "250 OK"


class Faulty(SMTP):
    """Hangs up in the middle of a mail where its handler says so."""

    async def smtp_DATA(self, arg):
        if self.envelope.rcpt_tos == [self.event_handler.hang_up_on]:
            self.event_handler.hang_up_on = None
            await self.push("354 go on")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server(Controller):
    def factory(self):
        return Faulty(self.handler, **self.SMTP_kwargs)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(dt.datetime.now(dt.UTC) - dt.timedelta(days=1))
        .not_valid_after(dt.datetime.now(dt.UTC) + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert, private = folder / "cert.pem", folder / "key.pem"
    cert.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return SimpleNamespace(cert=str(cert), key=str(private))


def authenticate(server, session, envelope, mechanism, data):
    good = (
        isinstance(data, LoginPassword) and data.login == USER.encode() and data.password == PASSWORD.encode()
    )
    return AuthResult(success=good, handled=False)


@pytest.fixture
def serve(certificate):
    """Start servers; each gives its handler and the settings that reach it."""
    running = []

    def start(security="none", login=False, size=2_000_000, **more):
        handler = Handler()
        options = {"data_size_limit": size}
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.cert, certificate.key)
        if security == "starttls":
            options |= {"tls_context": context, "require_starttls": True}
        if security == "tls":
            options |= {"ssl_context": context}
        if login:
            options |= {
                "authenticator": authenticate,
                "auth_required": True,
                "auth_require_tls": security == "starttls",
            }
        server = Server(
            handler, hostname="127.0.0.1", port=free_port(), server_hostname="localhost", **options
        )
        server.start()
        running.append(server)
        port = server.server.sockets[0].getsockname()[1]
        settings = SmtpSettings(
            host="localhost", port=port, security=security, sender="The Tarn Letter <news@tarn.example>",
            ca_file=certificate.cert, timeout_seconds=5.0, **more,
        )  # fmt: skip
        return SimpleNamespace(handler=handler, settings=settings, server=server)

    yield start
    for server in running:
        with suppress(AssertionError):  # a test has stopped it
            server.stop()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def mail():
    return Email(
        "The Tarn Letter: Bridge opens — at last",
        "Also today",
        "<!doctype html><p>The bridge cost £3.2m. " + "Long line. " * 200 + "</p>\n<p>.hidden</p>",
        "The bridge cost £3.2m.\n.a line that opens with a dot\nFrom the start\n" + "x" * 1200,
    )


@pytest.fixture
def outbox(tmp_path, mail):
    """An archive with one edition, that is waiting for three readers."""
    from briefing.deliver.smtp import pack

    edition = Edition((), (), NOW, Recipe("1", "verbatim", "", 100), (), "The Tarn Letter")
    readers = [("smtp", f"{name}@example.org") for name in ("ada", "bo", "cy")]
    with Archive(tmp_path / "archive.db") as archive:
        archive.add_edition(
            "2031-06-02", edition, {"email": pack(mail), "html": b"<p>", "json": b"{}"}, readers
        )
        yield archive
