"""What the README shows exists: each command and option, and the check prints the verdicts shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from briefing import check_text, read_articles
from briefing.cli import app
from briefing.render.report import report_as_text

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
_COMMAND = re.compile(r"(?:^\$ |`)briefing ([a-z][^`#\n|]*)", re.MULTILINE)
COMMANDS = sorted(set(_COMMAND.findall(README.replace("\\|", "/"))))


def command_of(words):
    """The command that the words lead to, and the words left over."""
    found = typer.main.get_command(app)
    while words and words[0] in getattr(found, "commands", {}):
        found = found.commands[words[0]]
        words = words[1:]
    return found, words


@pytest.mark.parametrize("line", COMMANDS)
def test_each_command_and_option_of_the_readme_exists(line):
    found, rest = command_of(line.split())
    assert found.name not in (None, "briefing"), line
    known = {option for parameter in found.params for option in parameter.opts}
    assert {word.strip("[]") for word in rest if word.startswith(("-", "[-"))} - {"-"} <= known


def test_the_readme_shows_commands_enough_to_be_worth_this_test():
    names = {line.split()[0] for line in COMMANDS}
    assert {"make", "check", "init", "doctor", "daily", "schedule", "archive", "eval"} <= names


def test_the_check_that_the_readme_shows_ends_as_it_says():
    sentence, folder, shown = re.search(
        r"\$ echo '([^']+)' > draft.txt\n\$ briefing check draft.txt (\S+)\n(.+?)```", README, re.DOTALL
    ).groups()
    articles = read_articles(ROOT / folder)
    told = report_as_text(check_text(sentence, articles), articles)
    assert [line[:12] for line in told.splitlines() if line[:1] in "✓✗≠?="] == [
        line[:12] for line in shown.splitlines() if line[:1] in "✓✗≠?="
    ]
    assert told.splitlines()[-1] == shown.strip().splitlines()[-1]
