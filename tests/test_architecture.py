"""The shape of the package: which way imports go, and what a light import may load."""

from __future__ import annotations

import ast
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import briefing

PACKAGE = Path(briefing.__file__).parent

# From the bottom up. A module may import from lower layers and from its own module or folder only.
LAYERS = (
    {"errors", "data"},
    {"settings", "files", "processes", "progress"},
    {"split", "split_words", "figures", "names", "language", "wire",
     "terms", "codec", "settings_file", "dates", "days", "persons", "shown", "numbered", "quotes", "voices", "topics", "sources", "versions", "wordsets"},
    {"read", "clean", "dedupe", "group", "rank", "plan", "write", "models", "check", "headline", "ladder",
     "render", "deliver", "archive"},
    {"desk"},
    {"compose", "proof"},
    {"pipeline"},
    {"config", "config_file", "starter", "clusters", "peers", "gather"},
    {"evaluate", "daily", "doctor"},
    {"cli", "serve"},
)  # fmt: skip
# The same within ``figures``: a folder knows those before it and itself; modules beside them know them all.
FIGURES = ("data", "vocabulary", "reading", "binding", "matching", "deriving", "judging")
# Two noted exceptions: backends need the catalogue to find their weights.
ALLOWED = {("write", "models")}


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        relative = path.relative_to(PACKAGE)
        first = relative.parts[0].removesuffix(".py")
        if first not in ("__init__", "__main__"):
            yield first, path


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            if node.module == "briefing":
                yield from (f"briefing.{alias.name}" for alias in node.names)
            else:
                yield node.module


def layer_of(name):
    for number, layer in enumerate(LAYERS):
        if name in layer:
            return number
    raise AssertionError(f"{name} has no layer: add it to LAYERS where it belongs")


def test_every_import_goes_downwards_and_no_step_knows_another():
    wrong = []
    for first, path in modules():
        for imported in imports_of(path):
            if not imported.startswith("briefing."):
                continue
            target = imported.split(".")[1]
            if target in (first, "__version__") or (first, target) in ALLOWED:
                continue
            same_helpers = layer_of(target) == layer_of(first) and layer_of(target) in (2, 7)
            if layer_of(target) > layer_of(first) or (
                layer_of(target) == layer_of(first) and not same_helpers
            ):
                wrong.append(f"{path.relative_to(PACKAGE)} imports {imported}")
    assert not wrong


def test_no_part_of_figures_knows_one_that_builds_on_it():
    wrong = []
    for here, part in enumerate(FIGURES):
        for path in sorted((PACKAGE / "figures" / part).rglob("*.py")):
            for imported in imports_of(path):
                name = imported.split(".")
                if name[:2] != ["briefing", "figures"]:
                    continue
                if len(name) < 3 or name[2] not in FIGURES[: here + 1]:
                    wrong.append(f"{path.relative_to(PACKAGE)} imports {imported}")
    assert not wrong


def test_only_the_command_line_prints():
    printing = []
    for first, path in modules():
        if first == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                printing.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert not printing


HEAVY = ("torch", "transformers", "scipy", "numpy", "trafilatura", "sentencepiece", "sklearn")


@pytest.mark.parametrize(
    "code",
    [
        "import briefing",
        "from briefing import Article, read_articles, group_articles, check_text, make_edition",
        "import briefing.cli",
    ],
)
def test_a_light_import_loads_nothing_heavy(code):
    script = f"import sys\n{code}\nprint([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Of a quiet machine: what it takes to start Python alone. It is less than 0.3 s / 15 wherever the promise was measured.
BARE_STARTS = 15


def test_help_answers_in_under_three_tenths_of_a_second_of_processor_time():
    """Not of the wall clock; and where others slow the processor itself, of as many bare starts as 0.3 s are else."""

    def seconds(*words):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *words], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    bare, ours = [], []
    for _ in range(5):  # in turn, so that both meet the same neighbours
        bare.append(seconds("-c", ""))
        ours.append(seconds("-m", "briefing", "--help"))
    assert min(ours) < max(0.3, BARE_STARTS * min(bare))
