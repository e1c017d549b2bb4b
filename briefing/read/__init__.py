"""Files, feeds, pages, mail and agency formats → articles: the only code that knows input formats.

``read`` never stops at a bad article: it is left out, with the place and the reason. It stops, with one line,
when there is something the user must mend: a path that doesn't exist, or nothing at all that can be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.data import Article, Dropped
from briefing.errors import InputError
from briefing.settings import ReadSettings

__all__ = ["ReadResult", "read", "read_articles", "read_text"]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The articles read, in order, and what was left out or guessed, with the reason."""

    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...] = ()


def read_articles(*paths: str | Path) -> tuple[Article, ...]:
    """Return the articles in ``paths``: files, folders, or ``-`` for standard input.

    Reads plain text, Markdown, HTML, JSON, JSON Lines, feeds, mail, ninjs, NewsML-G2 and WARC files. What a
    folder's ``story.toml`` says of its files (publisher, title, published, url) is taken over.

    Raises:
        InputError: a path doesn't exist, or nothing in all of them can be read.

    """
    return read(paths).articles


def read(
    paths: Sequence[str | Path],
    *,
    settings: ReadSettings = ReadSettings(),  # noqa: B008 (frozen)
    may_be_empty: bool = False,
) -> ReadResult:
    """Return the articles in ``paths`` and a record of everything that was not read.

    Raises:
        InputError: a path doesn't exist, a named file is broken JSON, or nothing can be read (unless it
            ``may_be_empty``, as an inbox on a quiet day).

    """
    from briefing.read.files import Reading
    from briefing.read.found import to_articles, together

    if not paths:
        raise InputError("no input: name files or folders of articles, or - for standard input")
    reading = Reading(settings)
    found = together([reading.read(path) for path in paths])
    articles, without_text = to_articles(found.records, settings.max_bytes)
    dropped = (*found.dropped, *(reading.by_path(drop) for drop in without_text))
    if not articles and not may_be_empty:
        raise InputError(_nothing(paths, dropped))
    return ReadResult(articles, dropped)


def read_text(path: str | Path) -> str:
    """Return the text of one file as it is written (``-``: standard input).

    Raises:
        InputError: it cannot be read, is empty, or isn't text.

    """
    import sys

    from briefing.read.decode import decode, is_binary

    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" else Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or 'cannot be read').lower()}; check the path") from error
    name = "standard input" if str(path) == "-" else path
    if not raw.strip():
        raise InputError(f"{name}: empty; give it the text to check")
    if is_binary(raw):
        raise InputError(f"{name}: binary data, not text; save the text as UTF-8")
    return decode(raw)[0]


def _nothing(paths: Sequence[str | Path], dropped: Sequence[Dropped]) -> str:
    """Return the one line that says why there is no article, and what to do."""
    if len(dropped) == 1:
        advice = "" if ";" in dropped[0].reason else "; give a file that holds the text of an article"
        return f"{dropped[0].what}: {dropped[0].reason}{advice}"
    given = ", ".join(str(path) for path in paths[:3]) + (" …" if len(paths) > 3 else "")
    if not dropped:
        return f"{given}: no articles here; put .txt, .md, .html, .json or .jsonl files into it"
    return f"{given}: no articles can be read; {dropped[0].what}: {dropped[0].reason}; and {len(dropped) - 1} more"
