"""What the seeds give is what ``samples/`` shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from measure.samples import samples

ROOT = Path(__file__).parent.parent
VERBATIM = list(samples(ROOT, "verbatim"))


@pytest.mark.parametrize("sample", VERBATIM, ids=lambda sample: sample.name)
def test_a_verbatim_sample_is_what_the_seeds_give(sample):
    held = (ROOT / "samples" / sample.name).read_bytes()
    assert held == sample.content.encode(), "run `make samples`, look at the difference, and commit it"


def test_samples_show_every_seed_set_in_every_format():
    sets = [path.name for path in (ROOT / "seeds").iterdir() if path.is_dir()]
    assert len(VERBATIM) == 3 * len(sets)


def test_samples_of_the_embedded_model_are_there():
    for path in (ROOT / "seeds").iterdir():
        if path.is_dir():
            assert (ROOT / "samples" / f"{path.name}.embedded.md").is_file()
