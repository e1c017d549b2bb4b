"""Settings: defaults without a file, one file lays over them, and a mistake is named where it stands."""

from __future__ import annotations

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
    ],
)
def test_a_mistake_is_named(tables, said):
    with pytest.raises(SettingsError, match=r"thresholds\.toml") as caught:
        settings_from(tables, "thresholds.toml")
    assert said in str(caught.value)


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
