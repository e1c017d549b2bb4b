import base64
import hashlib
import hmac
import json
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from briefing.deliver import drain
from briefing.deliver.folder import FolderSender
from briefing.deliver.webhook import WebhookSender
from briefing.settings import DeliverSettings


class Hook(BaseHTTPRequestHandler):
    answers: tuple = ()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), body))
        code = self.server.answers.pop(0) if self.server.answers else 204
        self.send_response(code)
        if 300 <= code < 400:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def hook():
    server = HTTPServer(("127.0.0.1", 0), Hook)
    server.got, server.answers = [], []
    server.url = f"http://127.0.0.1:{server.server_port}/in"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def post(outbox, hook, clock, environment=None, **more):
    outbox.enqueue("2031-06-02", "webhook", [hook.url])
    sender = WebhookSender(
        DeliverSettings(), clock=clock, environment=environment or {"BRIEFING_WEBHOOK_SECRET": "s3cret"}
    )
    return drain(outbox, {"webhook": sender}, clock=clock, sleep=clock.sleep, **more)


def test_the_edition_arrives_signed(outbox, hook, clock):
    assert post(outbox, hook, clock).complete
    ((headers, body),) = hook.got
    assert json.loads(body) == {}
    assert headers["Content-Type"] == "application/json"
    signed = f"{headers['Webhook-Id']}.{headers['Webhook-Timestamp']}.".encode() + body
    wanted = base64.b64encode(hmac.new(b"s3cret", signed, hashlib.sha256).digest()).decode()
    assert headers["Webhook-Signature"] == f"v1,{wanted}"


def test_a_key_in_the_form_of_the_standard_is_read(outbox, hook, clock):
    key = b"0123456789abcdef"
    post(outbox, hook, clock, {"BRIEFING_WEBHOOK_SECRET": f"whsec_{base64.b64encode(key).decode()}"})
    ((headers, body),) = hook.got
    signed = f"{headers['Webhook-Id']}.{headers['Webhook-Timestamp']}.".encode() + body
    assert headers["Webhook-Signature"].endswith(
        base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    )


@pytest.mark.parametrize("code", [500, 503, 429, 408])
def test_an_answer_for_now_is_tried_again_under_the_same_id(outbox, hook, clock, code):
    hook.answers = [code]
    assert post(outbox, hook, clock, patience_seconds=120).complete
    first, second = (headers for headers, _ in hook.got)
    assert first["Webhook-Id"] == second["Webhook-Id"]
    assert int(second["Webhook-Timestamp"]) > int(first["Webhook-Timestamp"])


@pytest.mark.parametrize("code", [400, 401, 404, 410, 302, 308])
def test_an_answer_for_good_is_final(outbox, hook, clock, code):
    hook.answers = [code]
    done = post(outbox, hook, clock, patience_seconds=10**5)
    assert len(done.failed) == 1
    assert str(code) in done.failed[0][1]
    assert len(hook.got) == 1


def test_nobody_there_is_tried_again(outbox, hook, clock):
    sender = WebhookSender(
        replace(DeliverSettings(), webhook_timeout_seconds=2.0), clock=clock, environment={}
    )
    outbox.enqueue("2031-06-02", "webhook", ["http://127.0.0.1:9/in"])
    done = drain(outbox, {"webhook": sender}, clock=clock)
    assert "cannot be reached" in done.waiting[0][1]


def test_what_is_no_web_address_is_refused(outbox, clock):
    outbox.enqueue("2031-06-02", "webhook", ["file:///etc/passwd"])
    done = drain(
        outbox, {"webhook": WebhookSender(DeliverSettings(), clock=clock, environment={})}, clock=clock
    )
    assert "is no web address" in done.failed[0][1]


def into(outbox, folder, clock, **more):
    outbox.enqueue("2031-06-02", "folder", [str(folder)])
    return drain(outbox, {"folder": FolderSender(("html", "json"))}, clock=clock, sleep=clock.sleep, **more)


def test_an_edition_lies_in_its_folder(outbox, tmp_path, clock):
    folder = tmp_path / "out" / "news"
    assert into(outbox, folder, clock).complete
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {
        "2031-06-02.html": b"<p>",
        "2031-06-02.json": b"{}",
    }


def test_a_folder_that_cannot_be_written_is_tried_again(outbox, tmp_path, clock):
    blocked = tmp_path / "file"
    blocked.write_text("x")
    done = into(outbox, blocked / "news", clock)
    assert "cannot be written" in done.waiting[0][1]


def test_a_name_cannot_leave_its_folder(tmp_path, outbox, clock):
    from briefing.data import Outgoing

    sent = Outgoing(1, "../../etc/passwd", "folder", str(tmp_path / "news"), 1)
    FolderSender(("html",)).send(sent, lambda _: b"x", lambda: True)
    assert [p.name for p in tmp_path.rglob("*.html")] == ["-..-etc-passwd.html"]


def test_channels_do_not_hold_up_each_other(outbox, tmp_path, clock, hook):
    outbox.enqueue("2031-06-02", "folder", [str(tmp_path / "news")])
    hook.answers = [500]
    outbox.enqueue("2031-06-02", "webhook", [hook.url])
    senders = {
        "folder": FolderSender(("html",)),
        "webhook": WebhookSender(DeliverSettings(), clock=clock, environment={}),
    }
    done = drain(outbox, senders, clock=clock)
    assert [o.channel for o in done.sent] == ["folder"]
    assert [o.channel for o, _ in done.waiting] == ["webhook"]
    assert {d.state for d in outbox.deliveries() if d.channel == "smtp"} == {"pending"}
