"""An OpenAI-compatible server writes like any backend; it is trusted no more than any other."""

from __future__ import annotations

import http.server
import json
import threading
from typing import ClassVar

import pytest

from briefing.errors import ModelError
from briefing.settings import WriteSettings
from briefing.write import Backend, load_backend


class Server(http.server.BaseHTTPRequestHandler):
    """Answers as such servers do, with the first sentence of what it is asked about."""

    asked: ClassVar[list[dict]] = []
    answer = "Twelve people were hurt."

    def do_GET(self):
        self.say({"data": [{"id": "tiny"}, {"id": "other"}]})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).asked.append(body | {"authorization": self.headers.get("Authorization")})
        self.say({"choices": [{"message": {"content": self.answer}}]} if self.answer else {"error": "busy"})

    def say(self, what):
        data = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture
def address():
    Server.asked, Server.answer = [], "Twelve people were hurt."
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/v1"
        running.shutdown()
        thread.join()


QUICK = WriteSettings(candidates=2, shorter_forms=0)


def test_a_server_writes_candidates_for_each_fact(address, two_facts):
    backend = load_backend(address, settings=QUICK)
    drafts = backend.write(two_facts)
    assert isinstance(backend, Backend)
    assert backend.name == "tiny"
    assert [[d.text for d in found] for found in drafts] == [["Twelve people were hurt."]] * 2


def test_the_same_fact_asks_the_same_question(address, two_facts):
    backend = load_backend(address + "#other", settings=QUICK)
    backend.write(two_facts[:1])
    backend.write(two_facts[:1])
    first, second = Server.asked[:2], Server.asked[2:]
    assert sorted(map(json.dumps, first)) == sorted(map(json.dumps, second))
    assert {body["model"] for body in first} == {"other"}
    assert sorted(body["temperature"] for body in first) == [0.0, QUICK.temperature]


def test_the_key_is_sent_where_there_is_one(address, two_facts, monkeypatch):
    monkeypatch.setenv("BRIEFING_API_KEY", "secret")
    load_backend(address, settings=QUICK).write(two_facts)
    assert {body["authorization"] for body in Server.asked} == {"Bearer secret"}


def test_a_server_that_is_not_there_is_one_clear_line():
    with pytest.raises(ModelError, match="does not answer") as told:
        load_backend("http://127.0.0.1:9/v1")
    assert "\n" not in str(told.value)


def test_a_model_that_the_server_does_not_have_is_told(address):
    with pytest.raises(ModelError, match="has no model huge; there are tiny, other"):
        load_backend(address + "#huge")


def test_an_answer_without_text_is_one_clear_line(address, two_facts):
    Server.answer = ""
    with pytest.raises(ModelError, match="holds no text"):
        load_backend(address, settings=QUICK).write(two_facts)
