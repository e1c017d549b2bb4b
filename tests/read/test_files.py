import io
import json
import os
from datetime import UTC, datetime, timedelta, timezone

import pytest

from briefing.errors import InputError
from briefing.read import read, read_articles, read_text
from briefing.settings import ReadSettings

TEXT = "The ferry left Halvern at six on Tuesday with 84 people on board."


def write(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def reasons(result):
    return [drop.reason for drop in result.dropped]


def test_a_text_file_is_an_article_named_by_its_folder_and_file(tmp_path):
    write(tmp_path / "ferry", meridian__txt=TEXT)
    (article,) = read_articles(tmp_path / "ferry" / "meridian.txt")
    assert (article.id, article.text, article.publisher) == ("ferry-meridian", TEXT, "meridian")


def test_the_id_is_the_same_whichever_path_leads_to_the_file(tmp_path, monkeypatch):
    write(tmp_path / "ferry", meridian__txt=TEXT)
    monkeypatch.chdir(tmp_path / "ferry")
    ids = {read_articles(path)[0].id for path in ("meridian.txt", ".", tmp_path, tmp_path / "ferry")}
    assert ids == {"ferry-meridian"}


def test_a_folder_is_read_in_sorted_order_with_its_folders(tmp_path):
    write(tmp_path, b__txt="B.", a__txt="A.", c__md="# C\n\nSea.")
    write(tmp_path / "aa", z__txt="Z.")
    assert [article.text for article in read_articles(tmp_path)] == ["A.", "B.", "Sea.", "Z."]


def test_story_toml_says_what_the_files_do_not(tmp_path):
    story = """
[[article]]
file = "one.txt"
publisher = "Meridian Daily"
title = "Ferry burns"
published = 2026-03-10T08:30:00+01:00
url = "https://meridian.example/ferry"
story = "a key that is not ours"

[[article]]
file = "two.txt"
publisher = "Pallas Wire"
published = 2026-03-11
language = "fr"
"""
    write(
        tmp_path,
        story__toml=story,
        one__txt=TEXT,
        two__txt="Un feu.",
        three__txt="Not listed.",
        README__md="# x",
    )
    result = read([tmp_path])
    one, three, two = result.articles
    assert (one.publisher, one.title, one.url) == (
        "Meridian Daily",
        "Ferry burns",
        "https://meridian.example/ferry",
    )
    assert one.published == datetime(2026, 3, 10, 8, 30, tzinfo=timezone(timedelta(hours=1)))
    assert (two.published, two.language) == (datetime(2026, 3, 11, tzinfo=UTC), "fr")
    assert three.publisher == "three"
    assert result.dropped == ()


def test_a_readme_is_no_article_unless_it_is_named(tmp_path):
    write(tmp_path, README__md="# About\n\nWords.", a__txt="A.")
    result = read([tmp_path])
    assert [article.text for article in result.articles] == ["A."]
    assert "README" in reasons(result)[0]
    assert read_articles(tmp_path / "README.md")[0].title == "About"


def test_a_file_named_in_story_toml_that_is_missing_is_on_record(tmp_path):
    write(tmp_path, story__toml='[[article]]\nfile = "gone.txt"\n', a__txt="A.")
    assert "no such file" in reasons(read([tmp_path]))[0]


@pytest.mark.parametrize(
    "story", ["[[article]\n", "article = 3\n", '[[article]]\npublisher = "x"\n', "\xff\xfe".encode("latin-1")]
)
def test_a_broken_story_toml_stops_with_one_line(tmp_path, story):
    write(tmp_path, story__toml=story, a__txt="A.")
    with pytest.raises(InputError, match=r"story\.toml") as error:
        read([tmp_path])
    assert "\n" not in str(error.value)


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t ", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "picture.html": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 200, "binary"),
    "cut.json": (b'{"text": "It beg', "line 1, column 10"),
    "notext.json": (b'{"title": "T", "id": 4}', "only a title"),
    "other.json": (b'{"a": 1, "b": 2}', "found a, b"),
    "number.json": (b"42", "not an article"),
    "deep.json": (b"[" * 100_000, "JSON"),
    "cut.jsonl": (b'{"text": "It', "line 1"),
    "broken.warc": (b"WARC/1.0\r\nnonsense", "archive"),
    "damaged.txt.gz": (b"\x1f\x8b\x08\0\0\0\0\0\0\3damaged", "gzip"),
    "page.html": (b"<html><head><title>t</title></head><body></body></html>", "no article"),
    "none.xml": (b"<note>hello</note>", "not a feed"),
    "mail.eml": (b"From: a@b.example\nTo: c@d.example\nSubject: x\n\n", "without text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_alone_stops_with_one_line_that_names_it(tmp_path, name):
    content, reason = BAD[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as error:
        read([tmp_path / name])
    assert name in str(error.value)
    assert reason in str(error.value)
    assert ";" in str(error.value), "what to do"
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_among_good_ones_costs_only_itself(tmp_path, name):
    content, reason = BAD[name]
    write(tmp_path, good__txt=TEXT)
    (tmp_path / name).write_bytes(content)
    result = read([tmp_path])
    assert [article.text for article in result.articles] == [TEXT]
    assert any(name in drop.what and reason in drop.reason for drop in result.dropped)


def test_a_missing_path_stops_with_what_and_what_to_do(tmp_path):
    with pytest.raises(InputError, match="no such file or folder; check the path"):
        read([tmp_path / "gone"])


def test_an_empty_folder_stops_with_what_to_do(tmp_path):
    with pytest.raises(InputError, match=r"no articles here; put \.txt"):
        read([tmp_path])


def test_no_path_at_all_stops():
    with pytest.raises(InputError, match="no input"):
        read([])


def test_a_file_of_another_kind_is_on_record(tmp_path):
    write(tmp_path, a__txt="A.", b__jpg=b"\xff\xd8\xff")
    assert reasons(read([tmp_path])) == ["not a kind of file that is read (.jpg)"]


def test_a_file_that_is_too_large_is_refused_and_not_cut(tmp_path):
    write(tmp_path, big__txt="x" * 2_000, a__txt="A.")
    result = read([tmp_path], settings=ReadSettings(max_bytes=1_000))
    assert [article.text for article in result.articles] == ["A."]
    assert "larger than" in reasons(result)[0]


def test_an_article_inside_a_collection_that_is_too_large_is_refused(tmp_path):
    write(tmp_path, a__json=json.dumps([{"text": "x" * 2_000}, {"text": "A."}]))
    result = read([tmp_path], settings=ReadSettings(max_bytes=1_000))
    assert [article.text for article in result.articles] == ["A."]
    assert result.dropped[0].what == f"{tmp_path / 'a.json'}#1"


def test_the_same_file_twice_is_read_once(tmp_path):
    write(tmp_path, a__txt="A.")
    os.link(tmp_path / "a.txt", tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "a.txt")
    result = read([tmp_path, tmp_path / "a.txt"])
    assert len(result.articles) == 1
    assert reasons(result) == ["the same file given twice; read once"] * 3


def test_a_folder_that_contains_itself_is_read_once(tmp_path):
    write(tmp_path / "in", a__txt="A.")
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    assert len(read_articles(tmp_path)) == 1


def test_two_files_of_one_name_have_two_ids(tmp_path):
    write(tmp_path / "x" / "d", a__txt="A.")
    write(tmp_path / "y" / "d", a__txt="B.")
    assert [article.id for article in read_articles(tmp_path)] == ["d-a", "d-a-2"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_on_record(tmp_path):
    write(tmp_path, a__txt="A.", b__txt="B.")
    (tmp_path / "b.txt").chmod(0)
    assert reasons(read([tmp_path])) == ["no permission to read it"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"It began.", "It began."),
        (b'{"text": "It began."}', "It began."),
        (b'[{"text": "It began."}]', "It began."),
        (b'{"text": "It began."}\n{"text": "It began."}\n', "It began."),
        (b"<html><body><article><p>" + TEXT.encode() * 6 + b"</p></article></body></html>", TEXT * 6),
        (
            b"<rss version='2.0'><channel><item><title>T</title><description>It began.</description></item></channel></rss>",
            "It began.",
        ),
        (
            b"From: Ana <a@b.example>\nSubject: S\nDate: Mon, 1 Jun 2026 10:00:00 +0000\n\nIt began.\n",
            "It began.",
        ),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(monkeypatch, raw, text):
    class Stdin:
        buffer = io.BytesIO(raw)

    monkeypatch.setattr("sys.stdin", Stdin)
    assert read_articles("-")[0].text == text


@pytest.mark.parametrize(
    ("raw", "text", "guessed"),
    [
        ("Café à Corvane — “naïve”".encode(), "Café à Corvane — “naïve”", False),
        ("Café à Corvane".encode("utf-8-sig"), "Café à Corvane", False),
        ("Café à Corvane".encode("utf-16"), "Café à Corvane", False),
        ("Café à Corvane".encode("utf-16-le"), "Café à Corvane", False),
        ("Café à Corvane".encode("utf-16-be"), "Café à Corvane", False),
        (
            ("Le café de la place à Corvane a fermé. " * 5).encode("cp1252"),
            "Le café de la place à Corvane a fermé. " * 5,
            True,
        ),
        (("“Café” in Corvane – " * 9).encode() + b"caf\xe9", "“Café” in Corvane – " * 9 + "café", True),
        (
            ("Министр сообщил в понедельник. " * 5).encode("cp1251"),
            "Министр сообщил в понедельник. " * 5,
            True,
        ),
    ],
)
def test_an_encoding_is_recognised_and_a_guess_is_on_record(tmp_path, raw, text, guessed):
    write(tmp_path, a__txt=raw)
    result = read([tmp_path])
    assert result.articles[0].text == text.strip()
    assert ("guess" in " ".join(reasons(result))) == guessed


def test_lines_broken_at_a_width_are_joined(tmp_path):
    words = TEXT.split() * 8
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 64:
            lines.append(line.strip())
            line = ""
        line += word + " "
    write(tmp_path, a__txt="\n".join([*lines, line.strip(), "", *lines]))
    assert read_articles(tmp_path)[0].text == " ".join(words) + "\n\n" + " ".join(lines)


def test_a_paragraph_a_line_stays_as_it_is(tmp_path):
    text = "\n".join(
        [TEXT, "It burned.", TEXT + " " + TEXT, "Seven died.", TEXT, TEXT, "Twelve are missing.", TEXT]
    )
    write(tmp_path, a__txt=text)
    assert read_articles(tmp_path)[0].text == text


def test_markdown_gives_its_words_and_its_front_matter(tmp_path):
    text = """---
title: Ferry burns
source: Meridian Daily
date: 2026-03-10
url: https://meridian.example/a
---
The **ferry** left [Halvern](https://x.example) at
six.

- Seven *died*
- Twelve missing
"""
    write(tmp_path, a__md=text)
    (article,) = read_articles(tmp_path)
    assert article.text == "The ferry left Halvern at six.\nSeven died\nTwelve missing"
    assert (article.title, article.publisher, article.published.isoformat()) == (
        "Ferry burns",
        "Meridian Daily",
        "2026-03-10T00:00:00+00:00",
    )


def test_a_million_articles_of_json_lines_are_not_held_back_by_the_limit_of_one(tmp_path):
    write(tmp_path, a__jsonl="\n".join(json.dumps({"text": f"Article {n}."}) for n in range(2_000)))
    assert len(read([tmp_path], settings=ReadSettings(max_bytes=1_000)).articles) == 2_000


def test_read_text_gives_the_text_as_written(tmp_path):
    write(tmp_path, a__txt="  Nine died.\n")
    assert read_text(tmp_path / "a.txt") == "  Nine died.\n"
    with pytest.raises(InputError, match="check the path"):
        read_text(tmp_path / "gone.txt")
