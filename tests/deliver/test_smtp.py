import email
import re
from dataclasses import replace
from datetime import UTC, datetime
from email import policy

import pytest

from briefing.data import Edition, Outgoing, Recipe
from briefing.deliver import ChannelDown, drain
from briefing.deliver.smtp import SmtpSender, pack, unpack
from briefing.errors import DeliveryError, OutputError, SettingsError

NOW = datetime(2031, 6, 2, 6, 0, tzinfo=UTC)
LONG = "https://tarn.example/unsubscribe?reader={recipient}&token=" + "0123456789abcdef" * 12


def states(outbox):
    return {d.recipient.partition("@")[0]: d.state for d in outbox.deliveries()}


def empty(outbox, sender, clock, **more):
    with sender:
        return drain(outbox, {"smtp": sender}, clock=clock, sleep=clock.sleep, **more)


def send(serve, mail, clock, to="ada@example.org", **settings):
    server = serve()
    with SmtpSender(replace(server.settings, **settings), clock=clock, environment={}) as sender:
        sender.send_mail(mail, "2031-06-02", to)
    return server.handler.mails[0]


def headers_of(raw):
    """The header lines as they went over the wire."""
    return raw.split(b"\r\n\r\n")[0].decode("ascii").split("\r\n")


# ---------------------------------------------------------------- what a mail is


def test_a_mail_arrives_with_both_parts_as_they_were(serve, mail, clock):
    got = email.message_from_bytes(send(serve, mail, clock).raw, policy=policy.default)
    assert got.get_content_type() == "multipart/alternative"
    text, html = got.iter_parts()
    assert text.get_content().replace("\r\n", "\n").rstrip("\n") == mail.text
    assert html.get_content().replace("\r\n", "\n").rstrip("\n") == mail.html
    assert got["Subject"] == mail.subject


def test_each_reader_gets_an_envelope_of_his_own(outbox, serve, clock):
    server = serve()
    assert empty(outbox, SmtpSender(server.settings, clock=clock), clock).complete
    assert [m.to for m in server.handler.mails] == [[f"{n}@example.org"] for n in ("ada", "bo", "cy")]
    assert {m.sender for m in server.handler.mails} == {"news@tarn.example"}
    for got in server.handler.mails:
        assert headers_of(got.raw).count(f"To: {got.to[0]}") == 1
        others = {"ada", "bo", "cy"} - {got.to[0].partition("@")[0]}
        assert not any(f"{other}@example.org".encode() in got.raw for other in others)


def test_the_way_to_stop_it_is_one_header_line_that_is_not_encoded(serve, mail, clock):
    got = send(serve, mail, clock, unsubscribe_url=LONG, unsubscribe_mail="stop@tarn.example")
    lines = headers_of(got.raw)
    wanted = LONG.replace("{recipient}", "ada%40example.org")
    assert f"List-Unsubscribe: <{wanted}>, <mailto:stop@tarn.example?subject=unsubscribe>" in lines
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in lines
    assert "=?" not in "".join(line for line in lines if line.startswith("List-"))


def test_one_click_is_promised_only_where_the_address_is_https(serve, mail, clock):
    lines = headers_of(send(serve, mail, clock, unsubscribe_url="http://tarn.example/stop").raw)
    assert not [line for line in lines if line.startswith("List-Unsubscribe")]


def test_the_link_to_stop_it_is_the_readers_own_in_both_parts(serve, mail, clock):
    shown = LONG.replace("{recipient}", "%7Brecipient%7D")
    wanted = LONG.replace("{recipient}", "ada%40example.org")
    whole = replace(
        mail,
        text=f"{mail.text}\nStop: {shown}\nOf {{recipient}} we write.",
        html=f'<a href="{shown.replace("&", "&amp;")}">Stop</a>',
    )
    got = email.message_from_bytes(send(serve, whole, clock, unsubscribe_url=LONG).raw, policy=policy.default)
    text, html = got.iter_parts()
    assert f"Stop: {wanted}\nOf {{recipient}} we write." in text.get_content().replace("\r\n", "\n")
    assert f'href="{wanted.replace("&", "&amp;")}"' in html.get_content()


def test_the_same_mail_is_the_same_bytes(serve, mail, clock):
    assert send(serve, mail, clock).raw == send(serve, mail, clock).raw


def test_the_message_id_is_that_of_edition_and_reader(serve, mail, clock):
    def name(to):
        return next(
            line for line in headers_of(send(serve, mail, clock, to).raw) if line.startswith("Message-ID")
        )

    first = name("ada@example.org")
    assert re.fullmatch(r"Message-ID: <[0-9a-f]{40}@tarn\.example>", first)
    clock.sleep(86_400)
    assert name("Ada@example.org") == first
    assert name("bo@example.org") != first


def test_what_a_mail_needs_is_there(serve, mail, clock):
    lines = headers_of(send(serve, mail, clock, reply_to="desk@tarn.example").raw)
    assert "From: The Tarn Letter <news@tarn.example>" in lines
    assert "Date: Mon, 02 Jun 2031 06:00:00 +0000" in lines
    assert "Reply-To: desk@tarn.example" in lines
    assert "Auto-Submitted: auto-generated" in lines
    assert all(len(line) <= 998 for line in lines)


def test_no_line_of_the_body_is_longer_than_the_standard_allows(serve, mail, clock):
    assert max(map(len, send(serve, mail, clock).raw.split(b"\r\n"))) <= 998


def test_no_header_can_be_slipped_in(serve, mail, clock):
    server = serve()
    with SmtpSender(server.settings, clock=clock) as sender:
        for to in ("ada@example.org\r\nBcc: eve@example.org", "ada", "@example.org", "a b@example.org", ""):
            with pytest.raises(DeliveryError, match="is no mail address") as caught:
                sender.send_mail(mail, "e", to)
            assert caught.value.lasting
    assert server.handler.mails == []


def test_an_address_in_another_script_is_written_as_the_standard_says(serve, mail, clock):
    got = send(serve, mail, clock, "ada@tårn.example")
    assert got.to == ["ada@xn--trn-ula.example"]


def test_a_signed_mail_can_be_verified(serve, mail, clock, tmp_path):
    dkim = pytest.importorskip("dkim")
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(65537, 2048)
    path = tmp_path / "dkim.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    import base64

    record = b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)
    raw = send(serve, mail, clock, dkim_selector="s1", dkim_key_file=str(path), unsubscribe_url=LONG).raw
    assert b"d=tarn.example; " in raw.replace(b"\r\n", b"")
    asked = []

    def answer(name, timeout=5):
        asked.append(name)
        return record

    assert dkim.verify(raw, dnsfunc=answer)
    assert asked == [b"s1._domainkey.tarn.example."]
    assert not dkim.verify(
        raw.replace(b"List-Unsubscribe-Post: List", b"List-Unsubscribe-Post: Last"), dnsfunc=answer
    )
    assert not dkim.verify(raw.replace(b"Long line", b"Lang line", 1), dnsfunc=answer)


def test_a_missing_key_is_said_before_anything_is_sent(serve, tmp_path):
    pytest.importorskip("dkim")
    settings = replace(serve().settings, dkim_selector="s1", dkim_key_file=str(tmp_path / "none.pem"))
    with pytest.raises(OutputError, match=r"none\.pem: the DKIM key cannot be read"):
        SmtpSender(settings)


def test_a_mail_comes_back_from_the_archive_as_it_was(mail):
    assert unpack(pack(mail)) == mail


# ---------------------------------------------------------------- reaching the server


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
def test_mail_goes_by_every_way(serve, mail, clock, security):
    server = serve(security)
    with SmtpSender(server.settings, clock=clock) as sender:
        sender.send_mail(mail, "e", "ada@example.org")
    assert len(server.handler.mails) == 1


@pytest.mark.parametrize("where", ["environment", "keyring"])
def test_the_login_comes_from_the_environment_or_the_keyring(serve, mail, clock, monkeypatch, where):
    server = serve("starttls", login=True)
    environment = {}
    if where == "environment":
        environment = {"BRIEFING_SMTP_USER": "letters", "BRIEFING_SMTP_PASSWORD": "correct horse"}
    else:
        import types

        ring = types.SimpleNamespace(
            get_password=lambda service, entry: (
                "correct horse" if (service, entry) == ("briefing", "letters@localhost") else None
            )
        )
        monkeypatch.setitem(__import__("sys").modules, "keyring", ring)
    settings = replace(server.settings, user="letters" if where == "keyring" else "")
    with SmtpSender(settings, clock=clock, environment=environment) as sender:
        sender.send_mail(mail, "e", "ada@example.org")
    assert len(server.handler.mails) == 1


def test_a_wrong_login_is_said_without_the_password(serve, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "keyring", None)
    server = serve("starttls", login=True)
    environment = {"BRIEFING_SMTP_PASSWORD": "wrong horse"}
    with (
        SmtpSender(replace(server.settings, user="letters"), environment=environment) as sender,
        pytest.raises(ChannelDown, match="refuses the login") as caught,
    ):
        sender.probe()
    assert "horse" not in str(caught.value)


def test_a_certificate_that_nobody_signed_is_not_trusted(serve, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    server = serve("starttls")
    with (
        SmtpSender(replace(server.settings, ca_file="")) as sender,
        pytest.raises(ChannelDown, match="no secure connection"),
    ):
        sender.probe()


def test_a_server_without_starttls_gets_no_mail_in_the_clear(serve, mail):
    server = serve("none")
    with (
        SmtpSender(replace(server.settings, security="starttls")) as sender,
        pytest.raises(ChannelDown, match="cannot be reached"),
    ):
        sender.send_mail(mail, "e", "ada@example.org")
    assert server.handler.mails == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"host": ""}, "smtp.host is empty"),
        ({"security": "ssl"}, "take starttls, tls or none"),
        ({"sender": "nobody"}, "smtp.sender is 'nobody'"),
    ],
)
def test_settings_that_cannot_work_are_named(serve, change, told):
    with pytest.raises(SettingsError, match=told):
        SmtpSender(replace(serve().settings, **change))


# ---------------------------------------------------------------- faults, through the outbox


def test_an_answer_for_now_is_tried_again_and_sent_once(outbox, serve, clock):
    server = serve()
    server.handler.answers["RCPT"] = ["451 greylisted, come back"]
    first = empty(outbox, SmtpSender(server.settings, clock=clock), clock)
    assert [o.recipient for o, _ in first.waiting] == ["ada@example.org"]
    assert "451 greylisted" in first.waiting[0][1]
    assert states(outbox) == {"ada": "pending", "bo": "sent", "cy": "sent"}
    assert empty(outbox, SmtpSender(server.settings, clock=clock), clock).sent == ()
    clock.sleep(61)
    assert len(empty(outbox, SmtpSender(server.settings, clock=clock), clock).sent) == 1
    assert sorted(m.to[0] for m in server.handler.mails) == [
        "ada@example.org",
        "bo@example.org",
        "cy@example.org",
    ]


def test_with_patience_it_is_tried_again_in_the_same_run(outbox, serve, clock):
    server = serve()
    server.handler.answers["DATA"] = ["452 no room now", "452 no room now"]
    done = empty(outbox, SmtpSender(server.settings, clock=clock), clock, patience_seconds=300)
    assert done.complete
    assert len(server.handler.mails) == 3
    assert clock.slept
    assert sum(clock.slept) < 130


def test_a_refused_reader_does_not_hold_up_the_others(outbox, serve, clock):
    server = serve()
    server.handler.refused["bo@example.org"] = "550 no such user here"
    done = empty(outbox, SmtpSender(server.settings, clock=clock), clock)
    assert [(o.recipient, "550 no such user" in why) for o, why in done.failed] == [("bo@example.org", True)]
    assert states(outbox) == {"ada": "sent", "bo": "failed", "cy": "sent"}
    clock.sleep(10**6)
    assert empty(outbox, SmtpSender(server.settings, clock=clock), clock).complete
    assert len(server.handler.mails) == 2


def test_a_connection_lost_in_the_middle_of_a_mail_is_made_again(outbox, serve, clock, mail):
    server = serve(size=30_000_000)
    big = replace(mail, html="<p>" + "A line that is long enough to fill what lies between. \n" * 150_000)
    edition = Edition((), (), NOW, Recipe("1", "verbatim", "", 100))
    outbox.add_edition("big", edition, {"email": pack(big)}, [("smtp", "dee@example.org")])
    server.handler.hang_up_on = "dee@example.org"
    sender = SmtpSender(server.settings, clock=clock)
    with sender, pytest.raises(DeliveryError, match="before the mail was complete") as caught:
        sender.send(Outgoing(1, "big", "smtp", "dee@example.org", 1), lambda _: pack(big), pytest.fail)
    assert not caught.value.lasting
    server.handler.hang_up_on = "dee@example.org"
    done = empty(outbox, SmtpSender(server.settings, clock=clock), clock, patience_seconds=120)
    assert len(done.sent) == 4
    assert sorted(m.to[0][:2] for m in server.handler.mails) == ["ad", "bo", "cy", "de"]


def test_a_mail_that_got_no_answer_is_not_sent_again(outbox, serve, clock):
    server = serve()
    server.handler.answers["DATA"] = ["hang up"]
    done = empty(outbox, SmtpSender(server.settings, clock=clock), clock)
    assert [(o.recipient, "most likely arrived" in why) for o, why in done.unsure] == [
        ("ada@example.org", True)
    ]
    assert states(outbox) == {"ada": "unsure", "bo": "sent", "cy": "sent"}
    clock.sleep(10**6)
    empty(outbox, SmtpSender(server.settings, clock=clock), clock)
    assert [m.to[0] for m in server.handler.mails].count("ada@example.org") == 1


def test_a_server_that_is_not_there_leaves_everything_waiting(outbox, serve, clock):
    server = serve()
    server.server.stop()
    done = empty(outbox, SmtpSender(server.settings, clock=clock), clock)
    assert len(done.waiting) == 1
    assert "cannot be reached" in done.waiting[0][1]
    assert set(states(outbox).values()) == {"pending"}


def test_a_server_that_is_closing_is_left_alone_for_a_while(outbox, serve, clock):
    server = serve()
    server.handler.answers["MAIL"] = ["421 closing down"]
    done = empty(outbox, SmtpSender(server.settings, clock=clock), clock, patience_seconds=90)
    assert done.complete
    assert clock.slept[0] >= 59


def test_it_is_not_tried_for_ever(outbox, serve, clock):
    server = serve()
    server.handler.answers["RCPT"] = ["451 later"] * 100
    done = empty(outbox, SmtpSender(server.settings, clock=clock), clock, patience_seconds=10**6)
    assert len(done.failed) == 3
    assert max(clock.slept) <= 3600
    assert outbox.deliveries()[0].attempts == 12


def test_only_one_run_delivers_at_a_time(outbox, serve, clock):
    server = serve()
    with outbox.lock("delivery"):
        assert empty(outbox, SmtpSender(server.settings, clock=clock), clock).busy
    assert server.handler.mails == []
