"""Loading a model of transformers from a local folder: safetensors only, no remote code, nothing on the screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from briefing.errors import ModelError
from briefing.models.quiet import quiet_transformers


def load(folder: Path, kind: str, *, threads: int) -> tuple[Any, Any]:
    """Return model (in eval mode) and tokenizer of ``folder``; ``kind`` is ``causal`` or ``seq2seq``.

    Weights are bfloat16 where the processor multiplies it directly (twice as fast there), else float32.

    Raises:
        ModelError: the folder's files are damaged or of an architecture that transformers does not know.
    """
    # Threads that wait by spinning take the processor from whoever has work: on a busy machine decoding was
    # ten times slower. OpenMP reads this once, when torch is first imported.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    with quiet_transformers():
        import torch
        import transformers

        torch.set_num_threads(threads or physical_cores())
        auto = transformers.AutoModelForCausalLM if kind == "causal" else transformers.AutoModelForSeq2SeqLM
        try:
            tokenizer = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
            model = auto.from_pretrained(
                folder, dtype=fastest_dtype(), use_safetensors=True, local_files_only=True
            )
        except Exception as error:  # readers of a damaged file fail in every way there is
            lines = str(error).strip().splitlines() or [type(error).__name__]
            raise ModelError(f"{folder}: cannot be loaded ({lines[0]}); fetch the model again") from error
        if torch.cuda.is_available():
            model = model.to("cuda")
    return model.eval(), tokenizer


def fastest_dtype() -> Any:  # noqa: ANN401  (torch is not imported here)
    """Return bfloat16 where the processor or a GPU has instructions for it, else float32."""
    import torch

    if torch.cuda.is_available():
        return torch.bfloat16
    try:
        has_bf16 = "avx512_bf16" in Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        has_bf16 = False
    return torch.bfloat16 if has_bf16 else torch.float32


def physical_cores() -> int:
    """Return the cores this process may use; a second thread on one core slows matrix products down."""
    allowed = (
        sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    )
    cores = set()
    for cpu in allowed:
        siblings = Path(f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list")
        try:
            cores.add(siblings.read_text(encoding="ascii").strip())
        except OSError:
            cores.add(str(cpu))
    return max(1, len(cores))
