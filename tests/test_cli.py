"""The command as a user meets it: real processes, real files, exit codes, one line where something is wrong."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NATO = ROOT / "seeds" / "nato-tripoli-2011"

FIRE = (
    "Four people were killed and nine were injured when fire tore through a paint warehouse in Ostrava Bay on "
    "Monday night, the fire service said. Crews from six stations fought the blaze for seven hours. "
    "The owner, Calder Coatings, said it employed 85 people at the site."
)
VOTE = (
    "Parliament in Lunsk voted by 61 to 48 on Tuesday to ban the export of raw timber. "
    "The law takes effect in January. The industry minister said it would protect 12,000 jobs."
)


def run(*words, stdin=None, env=None, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, words)],
        input=stdin,
        capture_output=True,
        text=isinstance(stdin, str) or stdin is None,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        cwd=cwd,
        timeout=120,
    )


def one_line(done):
    """The single line that an error prints, after checking that it is single and no traceback."""
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    return lines[0]


@pytest.fixture
def articles(tmp_path):
    (tmp_path / "fire.txt").write_text(FIRE, encoding="utf-8")
    (tmp_path / "vote.txt").write_text(VOTE, encoding="utf-8")
    return tmp_path


def test_a_brief_of_the_seeds_is_printed_and_nothing_else():
    done = run("make", NATO, "--model", "verbatim", "--now", "2011-06-21T06:00Z")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Tripoli" in done.stdout
    assert "[1]" in done.stdout


@pytest.mark.parametrize("format", ["md", "text", "html", "json"])
def test_each_format_can_be_written_to_a_file(format, tmp_path):
    target = tmp_path / f"edition.{format}"
    done = run("make", NATO, "-m", "verbatim", "-f", format, "-o", target)
    assert done.returncode == 0
    assert done.stdout == ""
    assert "Tripoli" in target.read_text(encoding="utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == [target.name]


def test_standard_input_is_an_article():
    done = run("make", "-", "-m", "verbatim", stdin=FIRE)
    assert done.returncode == 0
    assert "Ostrava Bay" in done.stdout


def test_unrelated_articles_are_two_stories(articles):
    done = run("make", articles, "-m", "verbatim", "-f", "json")
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["briefs"]) == 2


def test_one_article_alone_is_a_brief(articles):
    done = run("make", articles / "fire.txt", "-m", "verbatim", "-f", "json")
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["briefs"]) == 1


def test_the_same_file_twice_is_read_once(articles):
    done = run("make", articles / "fire.txt", articles / "fire.txt", "-m", "verbatim", "-f", "json")
    assert done.returncode == 0
    (brief,) = json.loads(done.stdout)["briefs"]
    assert len(brief["sources"]) == 1
    assert "twice" in done.stderr or "already" in done.stderr


BAD = {
    "a missing path": ("missing.txt", None, ["missing.txt"]),
    "an empty folder": ("empty", "folder", ["empty"]),
    "an empty file": ("empty.txt", b"", ["empty.txt"]),
    "truncated JSON": ("cut.json", b'{"text": "Four people were', ["cut.json"]),
    "JSON without a text": ("bare.json", b'{"title": "Nothing here"}', ["bare.json"]),
    "binary data": ("picture.txt", bytes(range(256)) * 40, ["picture.txt"]),
    "a file of 50 MB": ("huge.txt", b"word " * 10_000_000, ["huge.txt"]),
}


@pytest.mark.parametrize("what", BAD)
def test_input_that_cannot_be_used_gives_one_line_and_status_2(what, tmp_path):
    name, content, said = BAD[what]
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    done = run("make", path, "-m", "verbatim")
    assert done.returncode == 2
    assert done.stdout == ""
    line = one_line(done)
    assert all(part in line for part in said)


def test_a_bad_file_among_good_ones_is_left_out_and_named(articles):
    (articles / "broken.json").write_bytes(b'{"title": "Nothing here"}')
    done = run("make", articles, "-m", "verbatim")
    assert done.returncode == 0
    assert "broken.json" in done.stderr
    assert "Ostrava Bay" in done.stdout


def test_text_that_is_not_utf8_is_still_read(tmp_path):
    (tmp_path / "cafe.txt").write_bytes(
        "The café on the Plaça burned down on Monday, killing three people.".encode("cp1252")
    )
    done = run("make", tmp_path, "-m", "verbatim")
    assert done.returncode == 0
    assert "café" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--words", "5"), "words"),
        (("--format", "docx"), "format"),
        (("--model", "no-such-model"), "no-such-model"),
        (("--model", "missing-model.gguf"), "missing-model.gguf"),
        (("--now", "tomorrow"), "tomorrow"),
        (("--settings", "no-such-settings.toml"), "no-such-settings.toml"),
    ],
)  # fmt: skip
def test_an_option_that_makes_no_sense_gives_status_2(words, said, articles):
    done = run("make", articles, "-m", "verbatim", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("make", "x", "--words", "5"), "--words"),
        (("make", "x", "--format", "docx"), "docx"),
        (("make", "x", "--no-such-option"), "--no-such-option"),
        (("brieff",), "brieff"),
        (("archive", "show"), "edition"),
        (("make", "https://example.org/a"), "web address"),
        (("make", "x", "-m", "verbatim", "--now", "9999-12-31"), "9999"),
        (("daily", "--date", "9999-12-31"), "briefing.toml"),
    ],
)
def test_a_command_that_makes_no_sense_is_told_in_one_line(words, said, tmp_path):
    (tmp_path / "x").write_text(FIRE, encoding="utf-8")
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in one_line(done)
    assert done.stdout == ""


def test_a_command_without_words_shows_its_help_once():
    done = run("archive")
    assert done.returncode == 2
    assert done.stdout.count("Usage") == 1


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no /dev/full here")
@pytest.mark.parametrize("words", [("make", "-m", "verbatim"), ("group",)])
def test_a_full_disk_behind_standard_output_is_one_line_and_status_2(words, articles):
    command, *options = words
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", command, str(articles / "fire.txt"), *options],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    assert done.returncode == 2
    assert "space" in one_line(done)


def test_a_pipe_in_a_folder_is_passed_over_and_not_waited_for(articles):
    os.mkfifo(articles / "wires.txt")
    done = run("make", articles, "-m", "verbatim")
    assert done.returncode == 0
    assert "wires.txt" in one_line(done)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_name_of_a_file_that_is_no_utf8_harms_nothing(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as stream:
        stream.write(FIRE.encode())
    done = run("make", tmp_path, "-m", "verbatim", "-f", "json")
    assert done.returncode == 0, done.stderr
    assert "Ostrava Bay" in done.stdout


def test_no_model_in_the_cache_and_no_network_gives_one_line(articles, tmp_path):
    nowhere = {
        "BRIEFING_CACHE": str(tmp_path / "cache"),
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_FIND_LINKS": "",
        "PIP_NO_INDEX": "",
        "PIP_RETRIES": "0",
        "PIP_DEFAULT_TIMEOUT": "2",
    }
    done = run("make", articles, "--quiet", env=nowhere)
    assert done.returncode == 2
    assert "cache" in one_line(done)
    assert done.stdout == ""


def test_an_output_that_cannot_be_written_leaves_what_was_there(articles, tmp_path):
    done = run("make", articles, "-m", "verbatim", "-o", tmp_path / "no" / "such" / "folder.md")
    assert done.returncode == 2
    assert "folder.md" in one_line(done)


def test_a_failed_run_keeps_the_last_edition(articles, tmp_path):
    target = tmp_path / "edition.md"
    target.write_text("yesterday's edition", encoding="utf-8")
    assert run("make", tmp_path / "missing", "-m", "verbatim", "-o", target).returncode == 2
    assert target.read_text(encoding="utf-8") == "yesterday's edition"


def test_an_interrupt_says_so_and_keeps_what_was_there(articles, tmp_path):
    target = tmp_path / "edition.md"
    target.write_text("yesterday's edition", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", "make", "-", "-m", "verbatim", "-o", str(target)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background ignores it
    )
    time.sleep(1.0)  # it now waits for standard input
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert "stopped" in said
    assert target.read_text(encoding="utf-8") == "yesterday's edition"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_a_scheduler_has_closed_is_no_error(articles, closed):
    command = f'"{sys.executable}" -m briefing make "{articles}" -m verbatim -o "{articles}/out.md" {closed}'
    done = subprocess.run(
        ["bash", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (articles / "out.md").stat().st_size


def test_an_interrupt_waits_for_no_server(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        feed = f"http://127.0.0.1:{silent.getsockname()[1]}/rss"
        (tmp_path / "briefing.toml").write_text(
            f'model = "verbatim"\n[fetch]\nallow_private = true\n[[feed]]\nurl = "{feed}"\n', encoding="utf-8"
        )
        process = subprocess.Popen(
            [sys.executable, "-m", "briefing", "daily"],
            stderr=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        silent.settimeout(30)
        with silent.accept()[0]:  # it now waits for an answer, three times ten seconds
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=5)
    assert process.returncode == 130
    assert "Traceback" not in said


def test_a_place_that_cannot_be_written_is_told_before_a_model_is_asked(articles, tmp_path):
    for place in (tmp_path, tmp_path / "none" / "edition.md"):
        done = run("make", articles, "-m", "http://127.0.0.1:1/v1", "-o", place)
        assert done.returncode == 2
        assert f"{place}: cannot be written" in one_line(done)


def test_a_model_that_there_is_not_is_told_with_the_configuration(tmp_path):
    (tmp_path / "briefing.toml").write_text('model = "nope"\n[[folder]]\npath = "inbox"\n', encoding="utf-8")
    done = run("check-config", cwd=tmp_path)
    assert done.returncode == 2
    assert "nope: no such model" in one_line(done)


def test_an_address_that_is_none_makes_no_configuration(tmp_path):
    done = run("init", "not an address", cwd=tmp_path)
    assert done.returncode == 2
    assert "not an address" in one_line(done)
    assert not any(tmp_path.iterdir())
    assert run("init", 'https://news.example/"rss"', cwd=tmp_path).returncode == 0


def test_a_closed_pipe_is_no_error(articles):
    command = f'"{sys.executable}" -m briefing make "{articles}" -m verbatim | head -c 1'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_check_passes_what_the_source_says_and_fails_what_it_does_not(articles, tmp_path):
    right, wrong = tmp_path / "right.draft", tmp_path / "wrong.draft"
    right.write_text("Four people were killed and nine were injured in Ostrava Bay.", encoding="utf-8")
    wrong.write_text("Nine people were killed in Ostrava Bay.", encoding="utf-8")
    passed = run("check", right, articles / "fire.txt")
    assert passed.returncode == 0, passed.stdout
    assert "Passed" in passed.stdout
    failed = run("check", wrong, articles / "fire.txt")
    assert failed.returncode == 1
    assert "✗" in failed.stdout
    assert "source" in failed.stdout


def test_check_speaks_json(articles):
    done = run("check", "-", articles / "fire.txt", "--json", stdin="Nine people were killed.")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["ok"] is False
    assert report["figures"][0]["text"] == "Nine"


def test_group_names_publishers_copies_and_reasons():
    done = run("group", ROOT / "seeds" / "brannock-leak", "--explain")
    assert done.returncode == 0
    assert "3 independent publishers" in done.stdout
    assert "the text of" in done.stdout
    assert "why here" in done.stdout


def test_group_tells_a_date_in_the_future_from_the_time_it_is_given(tmp_path):
    record = {"id": "fire", "text": FIRE, "publisher": "Bay Herald", "published": "2026-03-05T06:00:00Z"}
    (tmp_path / "news.jsonl").write_text(json.dumps(record), encoding="utf-8")
    before = run("group", tmp_path, "--explain", "--now", "2026-03-01")
    after = run("group", tmp_path, "--explain", "--now", "2026-03-06")
    assert "dated in the future, so time says nothing" in before.stdout
    assert "+0.0 dated in the future" in before.stdout
    assert "future" not in after.stdout
    assert "newest article 18 hours old" in after.stdout


def test_models_lists_the_catalogue():
    done = run("models")
    assert done.returncode == 0
    assert "embedded" in done.stdout  # the name of the default
    assert "verbatim" in done.stdout
    assert "smollm2-135m" in done.stdout.lower()


def test_version_is_printed():
    assert run("--version").stdout.startswith("briefing ")


def test_bullets_give_each_sentence_a_line_and_another_style_is_refused():
    plain = run("make", NATO, "-m", "verbatim", "--now", "2011-06-21T06:00Z")
    bullets = run("make", NATO, "-m", "verbatim", "--now", "2011-06-21T06:00Z", "--style", "bullets")
    more = [
        line for line in bullets.stdout.splitlines() if line.startswith("- ") and line not in plain.stdout
    ]
    assert len(more) >= 3
    assert "Why it leads: 3 independent publishers" in bullets.stdout
    assert run("make", NATO, "-m", "verbatim", "--style", "verse").returncode == 2
