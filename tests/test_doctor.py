"""The doctor: what is well is said to be, and each thing that is wrong is found, with what to do."""

from __future__ import annotations

import socket

import pytest

from briefing.config_file import load_config
from briefing.doctor import examine

WELL = 'model = "verbatim"\n[[folder]]\npath = "inbox"\n[files]\nfolder = "editions"\n'


def findings(home, text=WELL):
    (home / "inbox").mkdir(exist_ok=True)
    (home / "briefing.toml").write_text(text, encoding="utf-8")
    return {finding.part: finding for finding in examine(load_config(home))}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_with_everything_there_nothing_is_wrong(tmp_path):
    found = findings(tmp_path)
    assert all(finding.well for finding in found.values()), found
    assert "1 folder" in found["config"].said
    assert "next edition" in found["schedule"].said


@pytest.mark.parametrize(
    ("part", "text", "said"),
    [
        ("model", WELL.replace("verbatim", "no-such-model"), "no-such-model"),
        ("model", WELL.replace("verbatim", "own.gguf"), "no such file"),
        ("model", WELL.replace("verbatim", "owner/name"), "briefing models get owner/name"),
        ("model", WELL.replace("verbatim", "smollm2-135m+none.safetensors"), "none.safetensors"),
        ("folder", WELL.replace("inbox", "gone"), "make it"),
        ("files", WELL.replace('"editions"', '"briefing.toml/x"'), "cannot be written"),
        ("goes to", WELL.split("[files]", maxsplit=1)[0], "[mail]"),
        ("feed", WELL + '[[feed]]\nurl = "http://127.0.0.1:9/rss"\n', "allow_private"),
        (
            "mail",
            WELL
            + '[mail]\nto = ["a@tarn.example"]\n[smtp]\nhost = "127.0.0.1"\nsender = "l@tarn.example"\n'
            + f"port = {free_port()}\n",
            "127.0.0.1",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_and_says_what_to_do(part, text, said, tmp_path):
    finding = findings(tmp_path, text)[part]
    assert not finding.well
    assert said in finding.said


def test_a_damaged_archive_is_found(tmp_path):
    (tmp_path / "briefing.db").write_bytes(b"no archive at all" * 400)
    finding = findings(tmp_path)["archive"]
    assert not finding.well
    assert "damaged" in finding.said
