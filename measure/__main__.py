"""``python -m measure quality|bench|samples``: measure, and write what was measured into ``docs/``.

Each subject is a module with ``measure(data) -> Section``; its floors are in ``floors_<subject>.toml``
(a key ending in ``_max`` is a ceiling). A run says which floors are missed and exits 1 if any is.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from measure.floors import floors, missed
from measure.report import Row, Section

ROOT = Path(__file__).parent.parent
QUALITY = (
    "parse",
    "pairs",
    "mutation",
    "check",
    "told_by_two",
    "grouping",
    "split",
    "extraction",
    "summaries",
    "model_briefs",
)
BENCH = ("startup", "editions", "kills", "writing_speed", "scale")


def as_markdown(title: str, sections: Sequence[Section], command: str) -> str:
    """Return the page: the machine, the date, and a table a section."""
    head = [
        f"# {title}",
        "",
        f"Made by `{command}` on {datetime.now(UTC):%Y-%m-%d}, on {machine()}. "
        "Peers ran in the same process, on the same data.",
    ]
    return "\n".join([*head, *(_section(section) for section in sections)]) + "\n"


def machine() -> str:
    """Return what the figures were measured on: cores, processor family, Python."""
    return f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}"


def _section(section: Section) -> str:
    lines = ["", f"## {section.title}", "", section.text, ""]
    lines += ["| measure | briefing | aim | peers, same run | note |", "|---|---|---|---|---|"]
    lines += [_row(row) for row in section.rows]
    return "\n".join(lines)


def _row(row: Row) -> str:
    peers = "; ".join(f"{name} {_number(value)}" for name, value in row.peers) or "–"
    return (
        f"| {row.what} | {_number(row.ours)} {row.unit} | {row.target or 'report'} | {peers} | {row.note} |"
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 1000 else f"{value:.3g}"


def main() -> None:
    """Measure the subjects asked for, write the page, and hold the floors."""
    parser = argparse.ArgumentParser(prog="python -m measure")
    parser.add_argument("what", choices=("quality", "bench", "samples"))
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--only", nargs="*", default=None, help="only these subjects; nothing is written")
    asked = parser.parse_args()
    if asked.what == "samples":
        import_module("measure.samples").write_samples(ROOT)
        return
    if not asked.data.is_dir():
        sys.exit(f"{asked.data}: no such folder; name the data with --data")
    title, page = ("Quality", "quality.md") if asked.what == "quality" else ("Speed", "bench.md")
    sections: list[Section] = []
    rendered = ""
    for subject in asked.only or (QUALITY if asked.what == "quality" else BENCH):
        begun = time.perf_counter()
        sections.append(import_module(f"measure.{subject}").measure(asked.data))
        print(f"{subject}: {time.perf_counter() - begun:.0f} s", file=sys.stderr)
        rendered = as_markdown(title, sections, f"make {asked.what}")
        if asked.only is None:  # after each, so that a run cut short leaves what it has measured
            (ROOT / "docs" / page).write_text(rendered, encoding="utf-8")
    print(rendered)
    lines = missed(sections, floors())
    if lines:
        sys.exit("\n".join(lines))


main()
