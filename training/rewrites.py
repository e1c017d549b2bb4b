"""Targets by rule: of all daring cuts of a fact, the shortest that the checks pass and that still reads well.

How well it reads is the base model's own judgement: mean log-probability a token, against the uncut sentence's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefing.check import check_against
from briefing.data import Draft
from briefing.settings import WriteSettings
from briefing.sources import Sources
from briefing.write import choose
from briefing.write.choose import coverage
from training.cuts import daring_forms
from training.facts import Fact

_SHORTEST, _LONGEST = 0.45, 0.88  # share of the sentence's words that a target may have
_KEEPS = 0.55  # of the sentence's weighted content
_WORSE = 0.3  # log-probability a token that a target may lose against its sentence
_BREVITY = 1.0  # log-probability a token that leaving out all words would be worth
_TORN_LIST = re.compile(r",\s(?!and\b|or\b)(?:[\w'’-]+\s){0,3}[\w'’-]+\.$")
_TRIED = 5  # forms a sentence that the base model reads


def sound(fact: Fact, target: str, sources: Sources) -> bool:
    """Whether ``target`` may be learnt from: the choice takes it, and the check passes it in full."""
    settings = replace(WriteSettings(), min_coverage=0.0)
    chosen = choose(fact.evidence, [Draft(target, "model")], settings=settings, verbatim=fact.lines[0])
    return bool(chosen.drafts) and check_against(target, sources).ok


def by_rule(fact: Fact, sources: Sources) -> list[str]:
    """Return up to a few sound shorter forms of a fact's first line, the shortest first."""
    sentence = fact.lines[0]
    words = len(sentence.split())
    found = []
    for form in daring_forms(sentence):
        share = len(form.split()) / words
        if not _SHORTEST <= share <= _LONGEST or coverage(form, sentence) < _KEEPS:
            continue
        torn = _TORN_LIST.search(form) and not _TORN_LIST.search(sentence)
        if not torn and sound(fact, form, sources):
            found.append(form)
        if len(found) == _TRIED:
            break
    return found


def best_read(
    forms: Sequence[tuple[str, Sequence[str]]],
    model: Any,  # noqa: ANN401  (untyped library)
    tokenizer: Any,  # noqa: ANN401
) -> Iterator[str]:
    """Yield of each ``(sentence, its forms)`` the form that is shortest and reads best, or ``""`` where none reads well."""
    texts = [text for sentence, shorter in forms for text in (sentence, *shorter)]
    scores = iter(likelihoods(texts, model, tokenizer))
    for sentence, shorter in forms:
        enough, words = next(scores) - _WORSE, len(sentence.split())
        scored = [(next(scores), form) for form in shorter]
        good = [
            (score + _BREVITY * (1 - len(form.split()) / words), form)
            for score, form in scored
            if score >= enough
        ]
        yield max(good, default=(0.0, ""))[1]


def likelihoods(texts: Sequence[str], model: Any, tokenizer: Any) -> list[float]:  # noqa: ANN401
    """Return the mean log-probability a token of each text, read after a line end."""
    import torch

    ids = [tokenizer(f"\n{text}\n", add_special_tokens=False).input_ids for text in texts]
    found = [0.0] * len(texts)
    order = sorted(range(len(texts)), key=lambda n: len(ids[n]))
    for start in range(0, len(order), 48):
        rows = order[start : start + 48]
        longest = max(len(ids[n]) for n in rows)
        batch = torch.zeros((len(rows), longest), dtype=torch.long)
        for place, n in enumerate(rows):
            batch[place, : len(ids[n])] = torch.tensor(ids[n])
        with torch.inference_mode():
            logits = model(input_ids=batch).logits  # padding is on the right, so causal rows need no mask
        each = torch.nn.functional.cross_entropy(
            logits[:, :-1].flatten(0, 1).float(), batch[:, 1:].flatten(), reduction="none"
        ).view(len(rows), -1)
        if start % 960 == 0:
            print(f"{start} of {len(order)} forms read", flush=True)
        for place, n in enumerate(rows):
            found[n] = -float(each[place, : len(ids[n]) - 1].mean())
    return found
