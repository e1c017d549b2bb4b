"""What is imported and what is named in a message can be installed: it is declared in ``pyproject.toml``."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
INSTALLED_AS = {"llama_cpp": "llama-cpp-python"}  # which has no wheel, so it may be missing here
TOLD = [*(ROOT / "briefing").rglob("*.py"), *ROOT.glob("*.md"), *(ROOT / "training").glob("*.md")]


def names(requirements):
    return {re.match(r"[\w.-]+", line)[0].lower().replace("_", "-") for line in requirements}


def imported():
    """Packages of others that the package imports, each with a file that does."""
    found = {}
    for path in sorted((ROOT / "briefing").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            else:
                modules = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            for module in modules:
                first = module.split(".")[0]
                if first not in sys.stdlib_module_names and first != "briefing":
                    found[first] = path.relative_to(ROOT)
    return found


def test_every_package_that_is_imported_is_declared():
    users = set(EXTRAS) - {"test", "training", "measure"}
    declared = names([*PROJECT["dependencies"], *(line for extra in users for line in EXTRAS[extra])])
    known = packages_distributions()
    undeclared = {
        first: str(path)
        for first, path in imported().items()
        if not names(known.get(first, [INSTALLED_AS.get(first, first)])) & declared
    }
    assert not undeclared


def test_every_extra_that_is_named_exists():
    unknown = {}
    for path in TOLD:
        for group in re.findall(r"briefing\[([\w,]+)\]", path.read_text(encoding="utf-8")):
            if not set(group.split(",")) <= set(EXTRAS):
                unknown[str(path.relative_to(ROOT))] = group
    assert not unknown
