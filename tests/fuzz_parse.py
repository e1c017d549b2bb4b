"""A bounded coverage-guided run of the figure parser: ``python tests/fuzz_parse.py [runs]``.

It needs ``atheris``, which is optional; without it the run is skipped with a line that says so.
"""

from __future__ import annotations

import sys
from pathlib import Path

RUNS = 20_000


def one(data: bytes) -> None:
    """Parse one input and check what must hold of every text."""
    from briefing.figures.reading.parse import parse

    text = data.decode("utf-8", "replace")
    at = 0
    for figure in parse(text):
        assert at <= figure.start < figure.end <= len(text), text
        assert text[figure.start : figure.end] == figure.text, text
        at = figure.end


def main() -> None:
    """Run the fuzzer for a bounded number of inputs."""
    try:
        import atheris
    except ImportError:
        sys.stdout.write("skipped: atheris is not installed\n")
        return
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    with atheris.instrument_imports(include=["briefing.figures"]):
        import briefing.figures.reading.parse  # noqa: F401
    runs = sys.argv[1] if len(sys.argv) > 1 else str(RUNS)
    atheris.Setup([sys.argv[0], f"-runs={runs}", "-max_len=400", "-seed=1"], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
