"""What the README shows exists: each command and option, and the check prints the verdicts shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from briefing.cli import app
from measure.samples import SHOWN, with_check

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


def test_the_check_says_what_the_readme_shows():
    assert with_check(README, ROOT) == README, "run `make samples`, look at the difference, and commit it"


def test_the_brief_that_the_readme_shows_is_that_of_the_samples():
    """The model's words are not the same on every machine; that they are those of the last `make samples` is held."""
    shown = " ".join(re.search(r"\$ briefing make seeds/.*?```", README, re.DOTALL)[0].split())
    sample = (ROOT / "samples" / f"{SHOWN}.embedded.md").read_text(encoding="utf-8")
    brief = next(line for line in sample.splitlines() if re.search(r"\. \[\d\]", line))
    assert brief in shown, "run `make samples`, look at the difference, and commit it"
