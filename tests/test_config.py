"""briefing.toml: sound ones are read whole, and a mistake is told with its line."""

from __future__ import annotations

from dataclasses import fields

import pytest

from briefing.config import Config
from briefing.config_file import load_config
from briefing.errors import SettingsError
from briefing.starter import starter

MAIL = (
    '[[feed]]\nurl = "https://news.example/rss"\n[mail]\nto = ["a@x.example"]\n'
    '[smtp]\nhost = "smtp.x.example"\nsender = "l@x.example"\n'
)
FEED = '[[feed]]\nurl = "https://news.example/rss"\n'


def write(tmp_path, text):
    path = tmp_path / "briefing.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_starter_is_sound(tmp_path):
    config = load_config(write(tmp_path, starter()))
    assert config.folder[0].path == "inbox"
    assert config.recipients == (("folder", str(tmp_path / "editions")),)


def test_feeds_given_to_the_starter_are_in_it(tmp_path):
    config = load_config(write(tmp_path, starter(["https://news.example/rss"])))
    assert [feed.url for feed in config.feed] == ["https://news.example/rss"]


def test_a_folder_stands_for_the_file_in_it(tmp_path):
    write(tmp_path, FEED)
    assert load_config(tmp_path).feed[0].full_text is True


def test_everything_can_be_said(tmp_path):
    text = (
        'title = "The Morning Letter"\nmodel = "verbatim"\nwords = 80\nstyle = "bullets"\nmax_stories = 5\nmax_age_hours = 24\n'
        'archive = "kept/news.db"\nmuted = ["horoscope"]\ntopics = ["harbour"]\n'
        + FEED
        + 'publisher = "News"\nfull_text = false\n[[folder]]\npath = "in"\n[[page]]\nurl = "http://x.example/"\n'
        '[[section]]\ntitle = "Markets"\ntopics = ["bank"]\nmax_stories = 2\nwords = 60\n'
        '[mail]\nto = ["a@example.org"]\nweb_url = "https://x.example/{edition}.html"\n'
        '[smtp]\nhost = "smtp.example.org"\nsender = "L <l@example.org>"\n[fetch]\nretries = 1\n'
        '[files]\nfolder = "out"\nformats = ["ninjs", "pdf"]\n[webhook]\nurl = "https://x.example/hook"\n'
        '[schedule]\ntimes = ["06:00", "17:30"]\ndays = "mon-fri"\ntimezone = "Europe/Oslo"\n'
        "[settings.compose]\nrounds = 2\n"
    )
    config = load_config(write(tmp_path, text))
    assert config.settings.compose.rounds == 2
    assert config.settings.fetch.retries == 1
    assert config.section[0].words == 60
    assert [channel for channel, _ in config.recipients] == ["smtp", "folder", "webhook"]
    for field in fields(Config):
        if field.name not in ("home", "settings"):
            assert getattr(config, field.name) != getattr(load_config(write(tmp_path, FEED)), field.name), (
                field.name
            )


MISTAKES = {
    "an unknown key": ("titel = 1\n" + FEED, 1, "titel"),
    "an unknown key in a table": (FEED + 'urll = "x"\n', 3, "urll"),
    "a wrong type": ('words = "many"\n' + FEED, 1, "words"),
    "a number out of bounds": ("\nwords = 5\n" + FEED, 2, "between 20 and 2000"),
    "an address that is none": ('[[feed]]\nurl = "news.example"\n', 2, "web address"),
    "the second feed's address": (FEED + '[[feed]]\nurl = "ftp://x.example"\n', 4, "web address"),
    "a feed without an address": ('[[feed]]\npublisher = "X"\n', 1, "needs a url"),
    "a feed that is not a list": ('[feed]\nurl = "https://x.example"\n', 1, "[[feed]]"),
    "a time that is none": (FEED + '[schedule]\ntimes = ["6 am"]\n', 3, "6 am"),
    "a zone that is none": (FEED + '[schedule]\ntimezone = "Mars"\n', 3, "Mars"),
    "a mail address that is none": (FEED + '[mail]\nto = ["editor"]\n', 4, "editor"),
    "mail without a server": (FEED + '[mail]\nto = ["a@x.example"]\n', 4, "smtp"),
    "an unknown threshold": (FEED + "[settings.compose]\nroundz = 2\n", 4, "roundz"),
    "a step that is none": (FEED + "[settings.kompose]\nrounds = 2\n", 3, "kompose"),
    "a feed's address with half an IPv6": ('[[feed]]\nurl = "http://[::1"\n', 2, "web address"),
    "a feed's address with a space": ('[[feed]]\nurl = "https://news.example/rss "\n', 2, "web address"),
    "a webhook elsewhere": (FEED + '[webhook]\nurl = "ftp://x.example"\n', 4, "web address"),
    "no format": (FEED + '[files]\nfolder = "out"\nformats = []\n', 5, "formats is empty"),
    "no archive": ('archive = ""\n' + FEED, 1, "archive is empty"),
    "a section that no story fits": (FEED + '[[section]]\ntitle = "Markets"\n', 4, "no topics"),
    "a section twice": (FEED + 2 * '[[section]]\ntitle = "Markets"\ntopics = ["bank"]\n', 7, "twice"),
    "a way to the mail server that is none": (MAIL + 'security = "ssl"\n', 8, "starttls"),
    "a sender that is none": (MAIL.replace("l@x.example", "nobody"), 7, "smtp.sender"),
    "a threshold out of bounds": (FEED + "[fetch]\nhost_connections = 0\n", 4, "between 1 and"),
    "a threshold of a wrong type": (FEED + '[fetch]\nretries = "two"\n', 4, "retries"),
}


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_told_with_its_line(what, tmp_path):
    text, line, said = MISTAKES[what]
    with pytest.raises(SettingsError) as caught:
        load_config(write(tmp_path, text))
    assert f"briefing.toml:{line}: " in str(caught.value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_it_names_lie_beside_it_whatever_the_folder_one_works_in(tmp_path):
    for name in ("ca.pem", "own.safetensors", "own.gguf"):
        (tmp_path / name).touch()
    text = (
        'model = "smollm2-135m+own.safetensors"\n'
        + MAIL
        + 'ca_file = "ca.pem"\ndkim_key_file = "elsewhere.pem"\n'
    )
    config = load_config(write(tmp_path, text))
    assert config.model == f"smollm2-135m+{tmp_path / 'own.safetensors'}"
    assert config.settings.smtp.ca_file == str(tmp_path / "ca.pem")
    assert config.settings.smtp.dkim_key_file == "elsewhere.pem"
    for model, read in (
        ("llamacpp:own.gguf", f"llamacpp:{tmp_path / 'own.gguf'}"),
        ("embedded", "embedded"),
        ("https://x.example/v1", "https://x.example/v1"),
    ):
        assert load_config(write(tmp_path, f'model = "{model}"\n' + FEED)).model == read


def test_broken_toml_is_told_with_its_line(tmp_path):
    with pytest.raises(SettingsError, match="line 2"):
        load_config(write(tmp_path, 'title = "x"\nwords = = 3\n'))


def test_nothing_to_read_is_a_mistake(tmp_path):
    with pytest.raises(SettingsError, match="nothing to read"):
        load_config(write(tmp_path, 'title = "x"\n'))


def test_a_file_as_windows_saves_it_is_read(tmp_path):
    path = tmp_path / "briefing.toml"
    path.write_bytes(b"\xef\xbb\xbf" + FEED.replace("\n", "\r\n").encode())
    assert load_config(path).feed


def test_a_file_in_another_encoding_says_which_to_use(tmp_path):
    (tmp_path / "briefing.toml").write_text(FEED, encoding="utf-16")
    with pytest.raises(SettingsError, match="UTF-8"):
        load_config(tmp_path)


def test_a_missing_file_says_how_to_make_one(tmp_path):
    with pytest.raises(SettingsError, match="briefing init"):
        load_config(tmp_path / "briefing.toml")
