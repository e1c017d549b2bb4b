"""An example: exactly what the model reads at run time, and what it should write. Kept as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from briefing.write.prompts import load_prompt

WORK = Path("build/training")
_ROUNDED_TO = 2  # words: a small model can't count, and at run time the wish is a guess too


@dataclass(frozen=True, slots=True)
class Example:
    """``kind`` says how it was made (hand, rule, made, title), ``story`` what it was made from."""

    prompt: str
    target: str
    kind: str
    story: str
    weight: float = 1.0


def sentence_prompt(lines: Sequence[str], target: str) -> str:
    """Return the prompt whose answer should be ``target``: its length is what is asked for."""
    words = max(_ROUNDED_TO, round(len(target.split()) / _ROUNDED_TO) * _ROUNDED_TO)
    return load_prompt("sentence", "brief").fill(evidence="\n".join(lines), words=str(words))


def headline_prompt(text: str) -> str:
    """Return the prompt whose answer should be a headline of ``text``."""
    return load_prompt("headline", "brief").fill(evidence=text)


def read_examples(path: Path) -> list[Example]:
    """Read what ``write_examples`` wrote."""
    return [Example(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def write_examples(path: Path, examples: Iterable[Example]) -> None:
    """Write one example a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = (json.dumps(asdict(example), ensure_ascii=False) for example in examples)
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
