"""The commands on articles at hand: make, check, group, models, eval."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.screen import colour, deliver, make_sure_of, notices, progress, say, time
from briefing.data import Style
from briefing.errors import InputError

models_app = typer.Typer(help="Show the models, or fetch one.", invoke_without_command=True)


class Format(StrEnum):
    """What an edition can be printed as."""

    MD = "md"
    HTML = "html"
    JSON = "json"
    TEXT = "text"
    NINJS = "ninjs"
    PDF = "pdf"


Paths = Annotated[list[str], typer.Argument(help="Files or folders of articles; - for standard input.")]
Now = Annotated[
    str | None, typer.Option("--now", help="The edition's time, as ISO 8601 (default: the present).")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


AdapterOption = Annotated[
    str,
    typer.Option("--adapter", help="An adapter.safetensors of your own for the embedded model, or none."),
]


def make(
    paths: Paths,
    model: Annotated[
        str,
        typer.Option(
            "--model", "-m", help="A name from `briefing models`, a hub id, a folder, a .gguf file."
        ),
    ] = "embedded",
    adapter: AdapterOption = "",
    words: Annotated[
        int, typer.Option("--words", "-w", min=20, max=2000, help="Length of each brief.")
    ] = 100,
    style: Annotated[
        Style, typer.Option("--style", "-s", help="Sentences in a paragraph, or one a line.")
    ] = Style.PARAGRAPH,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print it.")] = Format.MD,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of the screen.")
    ] = None,
    settings: Annotated[Path | None, typer.Option("--settings", help="A TOML file of thresholds.")] = None,
    now: Now = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notices.")] = False,
) -> None:
    """Write a checked brief of each story found in PATHS."""
    from briefing.models import EMBEDDED, with_adapter
    from briefing.pipeline import make_edition, publish
    from briefing.read import read
    from briefing.render import require
    from briefing.settings_file import load_settings

    require((format.value,))
    make_sure_of(output)
    chosen = load_settings(settings)
    found = read(paths, settings=chosen.read)
    with progress(quiet) as show:
        edition = make_edition(
            found.articles,
            model=with_adapter(model, adapter, EMBEDDED),
            words=words,
            style=style.value,
            now=time(now),
            settings=chosen,
            dropped=found.dropped,
            progress=show,
        )
    notices(len(found.articles), found.dropped, quiet)
    deliver(publish(edition, format.value), output)
    if not edition.briefs:
        say("nothing could be published: see what was dropped, and why, with --format json")
        raise typer.Exit(1)


def check(
    text: Annotated[str, typer.Argument(metavar="TEXTFILE", help="The text to check; - for standard input.")],
    paths: Paths,
    as_json: AsJson = False,
) -> None:
    """Prove every number, quotation and name of a text from its sources, or say what is not proved."""
    from briefing.check import check_text
    from briefing.read import read, read_text
    from briefing.render.report import report_as_json, report_as_text

    if text == "-" and "-" in paths:
        raise InputError(
            "-: standard input cannot be both the text and its sources; save one of them to a file"
        )
    found = read(paths)
    report = check_text(read_text(text), found.articles)
    typer.echo(report_as_json(report) if as_json else report_as_text(report, found.articles, colour=colour()))
    if not report.ok:
        raise typer.Exit(1)


def group(
    paths: Paths,
    as_json: AsJson = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each article is where it is.")] = False,
    settings: Annotated[Path | None, typer.Option("--settings", help="A TOML file of thresholds.")] = None,
    now: Now = None,
) -> None:
    """Find the stories in PATHS: which articles tell one event, which are copies, which story leads."""
    from briefing.pipeline import prepare
    from briefing.read import read
    from briefing.render.stories import stories_as_json, stories_as_text
    from briefing.settings_file import load_settings

    chosen = load_settings(settings)
    found = read(paths, settings=chosen.read)
    prepared = prepare(found.articles, settings=chosen, now=time(now) or datetime.now(UTC))
    stories = prepared.stories
    kept = {a.id for s in stories for a in (*s.articles, *(copy.article for copy in s.copies))}
    gone = {drop.what: drop for drop in prepared.dropped if drop.what not in kept}
    notices(len(found.articles), (*found.dropped, *gone.values()), quiet=False)
    typer.echo(stories_as_json(stories) if as_json else stories_as_text(stories, explain=explain))


@models_app.callback()
def models(context: typer.Context) -> None:
    """Show the models, or fetch one."""
    if context.invoked_subcommand is not None:
        return
    from rich.console import Console
    from rich.table import Table

    from briefing.models import EMBEDDED, catalogue, present

    table = Table("name", "kind", "size", "memory", "licence", "here", box=None, pad_edge=False)
    table.add_row("verbatim", "—", "0 MB", "0 MB", "—", "yes")
    default = next(entry for entry in catalogue() if entry.name == EMBEDDED)
    for name, entry in (("embedded", default), *((entry.name, entry) for entry in catalogue())):
        table.add_row(
            name,
            entry.kind,
            f"{entry.size_bytes / 1e6:,.0f} MB",
            f"{entry.memory_bytes / 1e6:,.0f} MB",
            entry.licence,
            "yes" if present(entry) else "no",
        )
    Console(width=None if sys.stdout.isatty() else 120).print(table)


@models_app.command("get")
def get(
    name: Annotated[str, typer.Argument(help="A name from `briefing models`.")],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Fetch a model into the cache, unless it is there already."""
    from briefing.models import ensure

    with progress(quiet) as show:
        path = ensure(name, progress=show)
    say(f"{name} is here" + (f": {path}" if path else "; it needs no model"))


def evaluate(
    clusters: Annotated[
        Path, typer.Argument(help="A .jsonl file: one cluster of articles with summaries a line.")
    ],
    model: Annotated[str, typer.Option("--model", "-m")] = "verbatim",
    adapter: AdapterOption = "",
    words: Annotated[int, typer.Option("--words", "-w", min=20, max=2000)] = 200,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Only the first N clusters; 0 for all.")] = 0,
    as_json: AsJson = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Measure briefs against human summaries, beside LEAD, LexRank and TextRank."""
    from briefing.evaluate import evaluate_file
    from briefing.models import EMBEDDED, with_adapter

    chosen = with_adapter(model, adapter, EMBEDDED)
    with progress(quiet) as show:
        report = evaluate_file(clusters, model=chosen, words=words, limit=limit, progress=show)
    typer.echo(report.as_json() if as_json else report.as_text())
