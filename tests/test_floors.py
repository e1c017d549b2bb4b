"""What was reached is held: the measurements that take seconds run here, and no figure may fall below its floor.

The long ones (a hundred thousand articles, the model) are held by ``make quality`` and ``make bench`` themselves.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from measure.floors import floors, missed

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
TRIES = 3
SMALLER = {"grouping": {"orders": (2, 4, 8)}}
"""What takes minutes is measured in part: the shuffles that came out worst of the ten of ``make quality``."""
needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the third-party data that is measured on is not here"
)


@needs_data
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # of the peers' libraries, which are measured here and not mended
@pytest.mark.parametrize("subject", ["parse", "check", "split", "extraction", "summaries", "grouping"])
def test_no_figure_falls_below_its_floor(subject):
    measure = import_module(f"measure.{subject}").measure
    for _ in range(TRIES):  # a time is also that of what runs beside it; all else comes out the same again
        section = measure(DATA, **SMALLER.get(subject, {}))
        assert section.rows
        if not (below := missed([section], floors())):
            break
    assert below == []


def test_a_figure_below_its_floor_is_said():
    from measure.report import Row, Section

    section = Section("t", "", (Row("a", "a", 1.0), Row("b", "b", 3.0), Row("c", "c", 0.0)))
    assert len(missed([section], {"a": 2.0, "b_max": 2.0, "c": 0.0})) == 2
