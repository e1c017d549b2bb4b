"""Writing whole or not at all, whatever stands at the end of the path."""

from __future__ import annotations

import os
import threading

from briefing.files import write_atomically


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "page.html").write_bytes(b"old")
    link = tmp_path / "page.html"
    link.symlink_to(tmp_path / "real" / "page.html")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "page.html").read_bytes() == b"new"


def test_what_is_no_file_takes_the_bytes_and_stays_what_it_is(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_atomically(pipe, b"edition")
    reader.join(10)
    assert got == [b"edition"]
    assert pipe.is_fifo()


def test_the_longest_name_that_a_system_takes_can_be_written(tmp_path):
    path = tmp_path / ("n" * 250 + ".html")
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"
