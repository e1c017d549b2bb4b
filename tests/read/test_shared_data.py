"""Files others wrote, good and broken: everything is read or refused with a reason, and nothing stops the reader."""

import gzip
import json
from pathlib import Path

import pytest

from briefing.read.found import to_articles
from briefing.read.kinds import from_bytes
from briefing.read.ninjs_rules import fault

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "extraction"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="../shared/data/extraction is not here")
VERSIONLESS = {"014_type_component", "016_infosource", "001_type_component", "002_infosource"}


def files(*parts, endings=()):
    root = DATA.joinpath(*parts)
    return sorted(
        path for path in root.rglob("*") if path.is_file() and (not endings or path.name.endswith(endings))
    )


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    "folder", ["feedparser_tests", "real_feeds", "mail_samples", "warcio_samples", "iptc/newsml-g2"]
)
def test_no_file_stops_the_reader_and_each_one_left_out_has_a_reason(folder):
    paths = files(folder)
    assert paths
    for path in paths:
        try:
            found = from_bytes(path.read_bytes(), path.name, path.suffix.lower())
        except ValueError:
            assert path.suffix == ".json", path
            continue
        assert found.records or all(drop.reason for drop in found.dropped), path
        assert found.records or found.dropped, path
        to_articles(found.records)


def test_every_well_formed_feed_is_read():
    for path in files("feedparser_tests", "wellformed", endings=".xml"):
        found = from_bytes(path.read_bytes(), path.name, ".xml")
        assert found.records or "without entries" in found.dropped[-1].reason, path


def test_a_feed_with_an_entry_gives_a_record():
    for path in files("feedparser_tests", "wellformed", endings=".xml"):
        raw = path.read_bytes()
        if b"<item>" in raw or b"<entry>" in raw:
            assert from_bytes(raw, path.name, ".xml").records, path


def test_all_valid_ninjs_is_accepted():
    suite = [
        path
        for path in files("iptc", "ninjs", "validation", "test_suite")
        if path.parent.name == "should_pass"
    ]
    examples = [
        path for path in files("iptc", "ninjs", "examples", endings=".json") if "schema" not in str(path)
    ]
    assert len(suite) > 100
    for path in suite + examples:
        value = json.loads(path.read_bytes())
        for item in value if isinstance(value, list) else [value]:
            assert fault(item) == "", path


def test_all_invalid_ninjs_is_refused_where_its_version_can_be_known():
    suite = [
        path
        for path in files("iptc", "ninjs", "validation", "test_suite")
        if path.parent.name == "should_fail"
    ]
    assert len(suite) > 60
    for path in suite:
        if path.stem in VERSIONLESS:  # wrong in 1.0, right in 1.2, and the file doesn't say which it is
            continue
        try:
            value = json.loads(path.read_bytes())
        except ValueError:
            continue
        assert fault(value), path


def test_real_pages_give_their_title_and_time():
    from briefing.read.page import from_page

    for path in files("fundus_parser_tests", "uk", endings=".html.gz")[:8]:
        found = from_page(gzip.decompress(path.read_bytes()).decode("utf-8", "replace"), path.name)
        assert found.records, path
        assert found.records[0].title, path
        assert found.records[0].published, path
