"""Clusters are read whole, and a file of something else is refused with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.clusters import read_clusters
from briefing.errors import InputError


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def row(**changes: object) -> dict[str, object]:
    return {"id": "a", "documents": [{"text": "A bridge was closed."}], "references": ["Closed."]} | changes


def test_clusters_are_read_with_publishers_that_hold_no_digit(tmp_path):
    documents = [{"text": "A bridge was closed."}] * 28
    found = read_clusters(write(tmp_path / "c.jsonl", row(documents=documents), row(id="b")), limit=1)
    assert len(found) == 1
    names = [article.publisher for article in found[0].articles]
    assert names[0] == "Source A"
    assert names[25:] == ["Source Z", "Source AA", "Source AB"]
    assert len({article.id for article in found[0].articles}) == 28


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no clusters"),
        ("{", "line 1: is no cluster"),
        ('["a"]', "line 1: is no cluster"),
        ('{"documents": [{"text": "x"}]}', "line 1: is no cluster"),
        ('{"documents": [], "references": ["x"]}', "no documents or no references"),
        ('{"documents": [{"id": 1}], "references": ["x"]}', "line 1: is no cluster"),
    ],
)
def test_a_file_of_something_else_is_refused_with_its_line(tmp_path, content, said):
    path = tmp_path / "c.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_clusters(path)


def test_a_file_as_windows_saves_it_is_read_and_only_a_line_feed_ends_a_line(tmp_path):
    text = json.dumps(row(documents=[{"text": "A bridge\u2028was closed."}]), ensure_ascii=False)
    (tmp_path / "c.jsonl").write_bytes(b"\xef\xbb\xbf" + f"{text}\r\n{text}\r\n".encode())
    assert len(read_clusters(tmp_path / "c.jsonl")) == 2


def test_a_missing_file_and_one_that_is_not_utf8_are_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_clusters(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"caf\xe9": 1}')
    with pytest.raises(InputError, match="not UTF-8"):
        read_clusters(tmp_path / "latin.jsonl")
