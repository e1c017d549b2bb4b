import json
import sqlite3
import stat
from dataclasses import replace
from datetime import timedelta

import pytest

from briefing.archive import Archive
from briefing.archive.migrations import STEPS
from briefing.data import Story
from briefing.errors import ArchiveError


@pytest.fixture
def monday(archive, days):
    edition = days.edition(5, days.monday())
    archive.add_edition(
        "mon", edition, {"text": b"Monday", "pdf": b"\xff\x00"}, [("smtp", "ada@example.org")]
    )
    return edition


# ---------------------------------------------------------------- articles and stories


def _keep(archive, when, *articles):
    """Keep a story of ``articles`` and return how many the archive then holds."""
    archive.add_stories([Story("s1", articles)], when)
    return archive._db.execute("SELECT count(*) FROM articles").fetchone()[0]


def test_an_article_is_kept_once(archive, days):
    assert _keep(archive, days.at(5), days.MONDAY, days.TUESDAY) == 2
    assert _keep(archive, days.at(6), days.MONDAY) == 2
    assert archive.known_ids(["tarn-1", "tarn-9"]) == {"tarn-1"}


def test_the_same_words_of_one_publisher_are_one_article_under_any_id(archive, days):
    _keep(archive, days.at(5), days.MONDAY)
    assert _keep(archive, days.at(5), replace(days.MONDAY, id="other")) == 1
    assert archive.known_ids(["other"]) == {"other"}
    other = replace(days.MONDAY, id="third", publisher="Dale Post")
    assert _keep(archive, days.at(5), other) == 2


def test_many_ids_can_be_asked_for(archive, days):
    _keep(archive, days.at(5), days.MONDAY)
    assert archive.known_ids([f"x{number}" for number in range(5000)] + ["tarn-1"]) == {"tarn-1"}


def test_an_id_with_new_words_leads_to_the_new_words(archive, days):
    story = days.monday().story
    archive.add_stories([story], days.at(5))
    fixed = replace(days.MONDAY, text="Rewritten. " + days.MONDAY.text)
    archive.add_stories([replace(story, articles=(fixed,), copies=())], days.at(6))
    (found,) = archive.recent_stories(days.at(6), days=14)
    assert found.articles == (fixed,)


def test_a_story_comes_back_with_its_articles_and_copies(archive, days):
    story = days.monday().story
    archive.add_stories([story], days.at(5))
    assert archive.recent_stories(days.at(6), days=14) == (story,)
    assert archive.recent_stories(days.at(25), days=14) == ()


def test_a_story_grows_and_keeps_its_name(archive, days):
    archive.add_stories([days.monday().story], days.at(5))
    archive.add_stories([days.tuesday().story], days.at(6))
    (found,) = archive.recent_stories(days.at(7), days=14)
    assert [a.id for a in found.articles] == ["tarn-1", "tarn-2"]
    assert [c.article.id for c in found.copies] == ["copy-1"]


# ---------------------------------------------------------------- editions


def test_an_edition_is_kept_as_it_was_sent(archive, monday, days):
    assert archive.content("mon", "pdf") == b"\xff\x00"
    (kept,) = archive.editions()
    assert kept.headlines == ("Landslide kills nine at Upper Tarn",)
    assert (kept.id, kept.title, kept.made_at, kept.formats) == (
        "mon",
        "The Tarn Letter",
        days.at(5),
        ("pdf", "text"),
    )


def test_an_edition_is_kept_once_whoever_comes_second(archive, monday):
    assert not archive.add_edition(
        "mon", replace(monday, title="Other"), {"text": b"Other"}, [("smtp", "eve@example.org")]
    )
    assert archive.content("mon", "text") == b"Monday"
    assert [d.recipient for d in archive.deliveries()] == ["ada@example.org"]


def test_an_edition_is_kept_whole_or_not_at_all(archive, days):
    with pytest.raises(ArchiveError):
        archive.add_edition("mon", days.edition(5, days.monday()), {"text": object()})  # type: ignore[dict-item]
    assert archive.editions() == ()
    assert archive.known_ids(["tarn-1"]) == frozenset()


def test_every_figure_that_passed_is_kept_with_what_it_counts(archive, monday, days):
    (story,) = archive.sent_stories(days.at(6), 14)
    ((when, sent),) = story.figures
    assert (sent.label, sent.figure, sent.sentence) == (
        "people killed",
        days.NINE,
        "Nine people were killed, rescuers said.",
    )
    assert when == days.at(5)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("html", "edition mon was kept as pdf, text, not as html"),
        ("tue", "edition tue is not in the archive"),
    ],
)
def test_what_was_not_kept_is_said(archive, monday, asked, told):
    edition, format = ("mon", asked) if asked == "html" else (asked, "text")
    with pytest.raises(ArchiveError, match=told):
        archive.content(edition, format)


# ---------------------------------------------------------------- looking


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("landslide", ["brief", "article", "article"]),
        ("landslides buried", ["brief", "article", "article"]),
        ('"row of houses"', ["brief", "article", "article"]),
        ('"houses of row"', []),
        ("volcano", []),
        ("", []),
        ('NEAR( * " OR', []),
        ("landslide AND", []),
        ("(rescuers)", ["brief", "article", "article"]),
    ],
)
def test_search_takes_words_as_words(archive, monday, words, found):
    assert [hit.kind for hit in archive.search(words)] == found


def test_a_hit_says_where_it_is(archive, monday, days):
    brief, article, _ = archive.search("rescuers")
    assert (brief.where, brief.title) == ("mon", "Landslide kills nine at Upper Tarn")
    assert {article.publisher} <= {"Tarn Courier", "Dale Post"}
    assert article.when == days.at(5, 4)
    assert "rescuers" in article.excerpt
    assert len(archive.search("rescuers", limit=1)) == 1


def test_the_export_is_json_and_complete(archive, monday):
    lines = [json.loads(line) for line in archive.export()]
    tables = [line["table"] for line in lines]
    assert {"articles", "stories", "editions", "edition_formats", "figures_sent", "outbox"} <= set(tables)
    assert next(line for line in lines if line.get("format") == "text")["content"] == "Monday"
    assert next(line for line in lines if line.get("format") == "pdf")["content_base64"] == "/wA="


# ---------------------------------------------------------------- pruning


def test_prune_takes_what_is_old_and_leaves_what_is_still_to_go_out(archive, monday, days):
    assert archive.prune(days.at(6)).editions == 0
    mail = archive.claim(days.at(5))
    archive.sent(mail, days.at(5))
    pruned = archive.prune(days.at(6))
    assert (pruned.editions, pruned.stories, pruned.articles) == (1, 1, 2)
    assert list(archive.export()) == []
    assert archive.search("landslide") == ()
    assert archive.problems() == ()


def test_prune_keeps_the_old_articles_of_a_story_still_told(archive, monday, days):
    archive.sent(archive.claim(days.at(5)), days.at(5))
    archive.add_stories([days.tuesday().story], days.at(8))
    pruned = archive.prune(days.at(7))
    assert (pruned.editions, pruned.stories, pruned.articles) == (1, 0, 0)
    assert [a.id for a in archive.recent_stories(days.at(9), 14)[0].articles] == ["tarn-1", "tarn-2"]


# ---------------------------------------------------------------- the file


def test_only_its_owner_may_read_it(archive):
    assert stat.S_IMODE(archive.path.stat().st_mode) == 0o600


def test_it_is_durable_and_guarded(archive):
    asked = [
        archive._db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    ]
    assert asked == ["wal", 2, 1]


def test_a_file_of_a_later_version_is_not_touched(tmp_path):
    path = tmp_path / "later.db"
    with sqlite3.connect(path) as later:
        later.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    later.close()
    with pytest.raises(ArchiveError, match="made by a later version of briefing"):
        Archive(path)


def test_a_database_of_another_program_is_not_touched(tmp_path):
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE photos (name)")
    other.commit()
    other.close()
    with pytest.raises(ArchiveError, match="of another program"):
        Archive(path)


@pytest.mark.parametrize("content", [b"this is no database, but long enough to look at. " * 40])
def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path, content):
    path = tmp_path / "text.db"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="is damaged or no archive"):
        Archive(path)
    assert path.read_bytes() == content


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError, match="choose a place that can be written"):
        Archive(tmp_path / "file" / "archive.db")


def test_opening_again_finds_everything(archive, monday):
    with Archive(archive.path) as again:
        assert [e.id for e in again.editions()] == ["mon"]


def test_a_lock_is_held_by_one_at_a_time(archive):
    with archive.lock("delivery") as first:
        assert first
        with Archive(archive.path) as other, other.lock("delivery") as second:
            assert not second
        with archive.lock("daily") as another:
            assert another
    with archive.lock("delivery") as after:
        assert after


def test_stories_sent_are_those_of_the_window(archive, monday, days):
    assert [s.id for s in archive.sent_stories(days.at(5) + timedelta(seconds=1), 1)] == ["slide"]
