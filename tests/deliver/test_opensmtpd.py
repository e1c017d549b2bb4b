"""Through a mail server as it runs on the internet: Debian's OpenSMTPD, where there is one and we may start it."""

import email
import os
import shutil
import socket
import subprocess
import tempfile
import time
from email import policy
from pathlib import Path

import pytest

from briefing.deliver.smtp import SmtpSender
from briefing.errors import DeliveryError
from briefing.settings import SmtpSettings

SMTPD = shutil.which("smtpd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
CONFIG = """
listen on 127.0.0.1 port {port}
action "in" maildir "{mails}/%{{dest.user}}" virtual {{ "@" = "nobody" }}
match from any for domain "tarn.example" action "in"
"""


def answers(port):
    try:
        with socket.create_connection(("127.0.0.1", port), 1) as link:
            return link.recv(4) == b"220 "
    except OSError:
        return False


@pytest.fixture
def opensmtpd():
    """A server on a free port that puts mails into a folder."""
    if SMTPD is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("OpenSMTPD is not here, or not ours to start: apt install opensmtpd, and be root")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        mails = folder / "mails"
        mails.mkdir()
        mails.chmod(0o777)  # it delivers as another user
        config = folder / "smtpd.conf"
        config.write_text(CONFIG.format(port=port, mails=mails))
        server = subprocess.Popen(
            [SMTPD, "-d", "-f", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            until = time.monotonic() + 10
            while not answers(port):
                if server.poll() is not None or time.monotonic() > until:
                    pytest.skip("OpenSMTPD does not start here")
                time.sleep(0.1)
            yield port, mails
        finally:
            server.terminate()
            server.wait(10)


@pytest.mark.slow
def test_a_mail_goes_through_a_real_server_and_keeps_its_header_lines(opensmtpd, mail, clock):
    port, mails = opensmtpd
    url = "https://tarn.example/unsubscribe?reader={recipient}&token=" + "0123456789abcdef" * 20
    settings = SmtpSettings(
        host="127.0.0.1",
        port=port,
        security="none",
        sender="The Tarn Letter <news@tarn.example>",
        unsubscribe_url=url,
    )
    with SmtpSender(settings, clock=clock, environment={}) as sender:
        sender.send_mail(mail, "e", "ada@tarn.example")
        with pytest.raises(DeliveryError, match="550") as caught:
            sender.send_mail(mail, "e", "ada@elsewhere.example")
        assert caught.value.lasting
        sender.send_mail(mail, "e", "bo@tarn.example")
    until = time.monotonic() + 10
    while len(found := sorted(mails.glob("*/new/*"))) < 2 and time.monotonic() < until:
        time.sleep(0.1)
    assert [path.parts[-3] for path in found] == ["ada", "bo"]
    raw = found[0].read_bytes().replace(b"\r\n", b"\n")
    line = f"\nList-Unsubscribe: <{url.replace('{recipient}', 'ada%40tarn.example')}>\n"
    assert line.encode() in raw
    got = email.message_from_bytes(raw, policy=policy.default)
    text, html = got.iter_parts()
    assert text.get_content().rstrip("\n") == mail.text
    assert html.get_content().rstrip("\n") == mail.html
