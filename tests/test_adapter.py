"""Adapters: what was trained on top of a model is added into its weights, once, and nothing else is."""

from __future__ import annotations

import pytest
import torch
from safetensors.torch import load_file, save_file

from briefing import models
from briefing.errors import ModelError
from briefing.models.adapter import adapters, merged, own_adapter
from briefing.models.store import sha256_of, silent

UP = torch.tensor([[1.0], [2.0]])
DOWN = torch.tensor([[0.5, 0.0, -1.0]])


@pytest.fixture
def base(tmp_path):
    folder = tmp_path / "base"
    folder.mkdir()
    save_file(
        {"layer.weight": torch.ones(2, 3), "other.weight": torch.zeros(2)}, folder / "model.safetensors"
    )
    (folder / "config.json").write_text("{}", encoding="utf-8")
    return folder


def adapter_file(path, up=UP, **metadata):
    pairs = {"layer.lora_A.weight": DOWN, "layer.lora_B.weight": up}
    save_file(pairs, path, metadata=metadata or {"scale": "2.0"})
    return own_adapter(path, "smollm2-135m")


def test_a_merged_weight_is_the_base_and_the_scaled_product(base, tmp_path):
    folder = merged(adapter_file(tmp_path / "a.safetensors"), base, tmp_path / "out", progress=silent)
    weights = load_file(folder / "model.safetensors")
    assert torch.equal(weights["layer.weight"], torch.ones(2, 3) + 2.0 * UP @ DOWN)
    assert torch.equal(weights["other.weight"], torch.zeros(2))
    assert (folder / "config.json").read_text(encoding="utf-8") == "{}"


def test_what_is_merged_is_kept_until_the_adapter_changes(base, tmp_path):
    adapter = adapter_file(tmp_path / "a.safetensors")
    folder = merged(adapter, base, tmp_path / "out", progress=silent)
    made = (folder / "model.safetensors").stat().st_mtime_ns
    merged(adapter, base, tmp_path / "out", progress=silent)
    assert (folder / "model.safetensors").stat().st_mtime_ns == made
    merged(adapter_file(tmp_path / "a.safetensors", up=-UP), base, tmp_path / "out", progress=silent)
    assert torch.equal(
        load_file(folder / "model.safetensors")["layer.weight"], torch.ones(2, 3) - 2.0 * UP @ DOWN
    )


@pytest.mark.parametrize("up", [torch.ones(3, 1), torch.ones(2, 2)])
def test_an_adapter_of_another_model_is_refused(base, tmp_path, up):
    with pytest.raises(ModelError, match="does not fit"):
        merged(adapter_file(tmp_path / "a.safetensors", up=up), base, tmp_path / "out", progress=silent)
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_adapter_is_one_clear_line(base, tmp_path):
    with pytest.raises(ModelError, match="is no adapter"):
        merged(adapter_file(tmp_path / "a.safetensors", note="x"), base, tmp_path / "out", progress=silent)
    with pytest.raises(ModelError, match="no such file"):
        models.resolve("smollm2-135m+nowhere.safetensors")


def test_an_adapter_travels_wherever_a_model_is_named(tmp_path):
    adapter_file(tmp_path / "mine.safetensors")
    source = models.resolve(f"smollm2-135m+{tmp_path / 'mine.safetensors'}")
    assert source.prompt == "brief"
    assert source.revision.endswith(sha256_of(tmp_path / "mine.safetensors"))
    assert models.resolve("smollm2-135m").adapter is None


def test_the_adapters_that_are_shipped_are_those_of_the_catalogue():
    for adapter in adapters():
        assert sha256_of(adapter.path) == adapter.sha256
        assert adapter.path.stat().st_size <= 16_000_000
        assert models.resolve(adapter.base).entry.licence == adapter.licence


@pytest.mark.parametrize(
    ("model", "adapter", "spec"),
    [
        ("embedded", "", "embedded"),
        ("embedded", "none", "smollm2-135m"),
        ("embedded", "a.safetensors", "smollm2-135m+a.safetensors"),
        ("verbatim", "none", "verbatim"),
    ],
)
def test_an_adapter_is_chosen_beside_the_model(model, adapter, spec):
    assert models.with_adapter(model, adapter, models.EMBEDDED) == spec


def test_only_the_embedded_model_takes_an_adapter():
    with pytest.raises(ModelError, match="takes no adapter"):
        models.with_adapter("verbatim", "a.safetensors", models.EMBEDDED)
