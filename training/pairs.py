"""``python -m training.pairs [FOLDER …]``: the examples that the adapter learns from, written to build/training.

Without a folder, from the licensed sets and our own seeds; with folders, from their articles. Three kinds: targets
written by hand, targets by rule on real sentences, and invented events whose short form is known.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.check import prepare
from briefing.data import Story
from briefing.headline import trim
from briefing.models import ensure
from briefing.settings import Settings
from briefing.sources import Sources
from briefing.write.backends.runtime import load
from training.examples import WORK, Example, headline_prompt, sentence_prompt, write_examples
from training.facts import Fact, facts_of
from training.invented import invented
from training.rewrites import best_read, by_rule, sound
from training.stories import from_folder, licensed

_DATA = Path(__file__).parent.parent.parent / "shared" / "data"
_SEEDS = Path(__file__).parent.parent / "seeds"
_HAND = Path(__file__).parent / "targets.tsv"
_HAND_WEIGHT = 3.0
_INVENTED = 850
_PROMPT_LINES = 2  # as many as the embedded model is shown at run time
_LEAST_WORDS = 14  # of a sentence worth shortening by rule
_SEED = 5


def hand_targets() -> dict[str, str]:
    """Return the targets written by hand, by the key of the sentence that each shortens."""
    lines = _HAND.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))


def examples_of(stories: Iterable[Story]) -> Iterator[Example]:
    """Yield the examples that real stories give: by hand where there is a target, else by rule; and headlines."""
    by_hand = hand_targets()
    waiting: list[tuple[Fact, list[str]]] = []
    seen: set[str] = set()
    for story in stories:
        sources: Sources | None = None
        for fact in facts_of(story, Settings()):
            if fact.key in seen:
                continue
            seen.add(fact.key)
            sources = sources or prepare(fact.articles)
            target = by_hand.get(fact.key, "")
            if target and sound(fact, target, sources):
                yield _example(fact, target, "hand", _HAND_WEIGHT)
            elif (
                not target
                and len(fact.lines[0].split()) >= _LEAST_WORDS
                and (forms := by_rule(fact, sources))
            ):
                waiting.append((fact, forms))
        for article in story.articles:
            if article.title and sources and (pair := _titled(article.text, article.title, sources)):
                yield Example(headline_prompt(pair[0]), pair[1], "title", story.id)
    print(f"{len(waiting)} facts shortened by rule; reading them with the base model", flush=True)
    place = ensure("smollm2-135m")
    assert place is not None
    model, tokenizer = load(place, "causal", threads=2)
    read = best_read([(fact.lines[0], forms) for fact, forms in waiting], model, tokenizer)
    for (fact, _), target in zip(waiting, read, strict=True):
        if target:
            yield _example(fact, target, "rule", 1.0)


def _example(fact: Fact, target: str, kind: str, weight: float) -> Example:
    return Example(sentence_prompt(fact.lines[:_PROMPT_LINES], target), target, kind, fact.story, weight)


def _titled(text: str, title: str, sources: Sources) -> tuple[str, str] | None:
    """Return an article's first sentences with its title, where the title says only what they say."""
    from briefing.check import check_against
    from briefing.write.faithful import new_words

    first = " ".join(text.split("\n\n")[:2]).strip()
    title = " ".join(title.split())
    good = (
        4 <= len(title.split()) <= 12
        and len(first.split()) <= 90
        and not title.isupper()
        and "?" not in title
    )
    if good and not new_words(title, [first]) and check_against(title, sources).ok:
        return first, title
    return None


def split_apart(examples: Iterable[Example]) -> dict[str, list[Example]]:
    """Part the examples by story, so that nothing of a story held apart is learnt from."""
    parts: dict[str, list[Example]] = {"train": [], "apart": [], "hand": []}
    for example in examples:
        apart = "hand" if example.kind == "hand" else "apart"
        parts[apart if held_apart(example.story) else "train"].append(example)
    return parts


def held_apart(story: str) -> bool:
    """Whether nothing of ``story`` may be learnt from: one story in sixteen, by its name."""
    return int(hashlib.sha256(story.encode()).hexdigest()[:8], 16) % 16 == 0


def headlines_of(examples: Iterable[Example]) -> Iterator[Example]:
    """Yield a headline of each short target that trimming by rule brings to its length."""
    for example in examples:
        short = trim(example.target)
        if example.kind == "hand" and 5 <= len(short.split()) <= 12:
            yield Example(headline_prompt(example.target), short, "title", example.story)


def main() -> None:
    """Read the command line, make the examples and say how many of each kind there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="your own articles; default: the licensed sets")
    parser.add_argument("--out", type=Path, default=WORK)
    given = parser.parse_args()
    stories = [s for folder in given.folders for s in from_folder(folder)]
    if not given.folders:
        stories = [
            *licensed(_DATA),
            *(s for place in sorted(_SEEDS.iterdir()) if place.is_dir() for s in from_folder(place)),
        ]
    examples = list(examples_of(stories))
    examples += headlines_of(list(examples))
    examples += invented(_INVENTED, random.Random(_SEED))
    for name, part in split_apart(examples).items():
        kinds = {kind: sum(e.kind == kind for e in part) for kind in ("hand", "rule", "made", "title")}
        write_examples(given.out / f"{name}.jsonl", part)
        print(name, len(part), kinds)


if __name__ == "__main__":
    main()
