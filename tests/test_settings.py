"""Settings: defaults without a file, one file lays over them, and a mistake is named where it stands."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from briefing.errors import SettingsError
from briefing.settings import Settings
from briefing.settings_file import changed, load_settings, settings_from


def test_no_file_means_the_defaults():
    assert load_settings(None) == Settings()


def test_a_file_changes_only_what_it_names(tmp_path):
    path = tmp_path / "thresholds.toml"
    path.write_text("[compose]\nrounds = 2\nover_words = 0\n", encoding="utf-8")
    settings = load_settings(path)
    assert settings.compose.rounds == 2
    assert settings.compose.over_words == 0.0
    assert settings.group == Settings().group


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"composing": {}}, "[composing] is no step"),
        ({"compose": 3}, "compose must be a table"),
        ({"compose": {"roundz": 3}}, "compose.roundz is not a setting"),
        ({"compose": {"rounds": "three"}}, "compose.rounds is 'three'"),
        ({"compose": {"rounds": True}}, "compose.rounds is True"),
        ({"fetch": {"concurrency": 0}}, "fetch.concurrency is 0; it must be between 1 and"),
        ({"fetch": {"host_connections": 0}}, "fetch.host_connections is 0"),
        ({"fetch": {"retries": -1}}, "fetch.retries is -1"),
        ({"fetch": {"user_agent": "a\nb"}}, "must be one line"),
        ({"fetch": {"user_agent": "café"}}, "must be ASCII"),
        ({"archive": {"memory_days": 10**12}}, "archive.memory_days is 1e+12"),
        ({"rank": {"half_life_hours": 0}}, "rank.half_life_hours is 0"),
        ({"rank": {"half_life_hours": float("nan")}}, "rank.half_life_hours is nan"),
        ({"dedupe": {"permutations": 8}}, "dedupe.bands is 16; it must be at most permutations (8)"),
        ({"plan": {"pair_weights": [1.0]}}, "plan.pair_weights has 1 numbers; it must have 10"),
        ({"plan": {"length_powers": ["a"]}}, "must be a list of numbers"),
        ({"group": {"families": ["Meridian"]}}, "must be a list of lists of texts"),
        ({"smtp": {"port": 70_000}}, "smtp.port is 70000"),
        ({"smtp": {"timeout_seconds": 0}}, "smtp.timeout_seconds is 0"),
    ],
)
def test_a_mistake_is_named(tables, said):
    with pytest.raises(SettingsError, match=r"thresholds\.toml") as caught:
        settings_from(tables, "thresholds.toml")
    assert said in str(caught.value)


def test_every_default_lies_in_its_own_range():
    assert settings_from(asdict(Settings()) | {"group": {}}, "thresholds.toml") == Settings()


def test_a_file_that_is_not_toml_is_refused(tmp_path):
    path = tmp_path / "thresholds.toml"
    path.write_text("rounds: 2", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"thresholds\.toml"):
        load_settings(path)


def test_what_was_changed_is_told_and_nothing_else(tmp_path):
    path = tmp_path / "s.toml"
    path.write_text("[rank]\ntopic_points = 9.0\n", encoding="utf-8")
    path.write_text(path.read_text() + '[smtp]\nhost = "mail.example"\n', encoding="utf-8")
    assert changed(load_settings(path)) == '{"rank": {"topic_points": 9.0}}'
    assert changed(load_settings(None)) == "default"
