"""``python -m training.read``: what a model writes of stories held apart, what the choice makes of it, and how much.

For reading by eye: the sentence that would be printed, each candidate, and why it was refused.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path

from briefing.check import check_against, prepare
from briefing.data import Evidence
from briefing.settings import Settings
from briefing.sources import Sources
from briefing.write import Backend, choose, load_backend
from training.facts import Fact, facts_of
from training.pairs import held_apart
from training.stories import from_folder, licensed

_DATA = Path(__file__).parent.parent.parent / "shared" / "data"


def read(
    backend: Backend, facts: list[tuple[Fact, Sources]], settings: Settings, *, show: bool
) -> dict[str, float]:
    """Print what ``backend`` writes of ``facts``; return how often it is chosen and how much shorter it is."""
    drafts = backend.write([fact.evidence for fact, _ in facts])
    won = short = plain = free = 0
    reasons: Counter[str] = Counter()
    for (fact, sources), found in zip(facts, drafts, strict=True):
        evidence: Evidence = fact.evidence
        choice = choose(evidence, found, settings=settings.write, verbatim=fact.lines[0])
        best = next((d.text for d in choice.drafts if check_against(d.text, sources).ok), "")
        won, plain = won + bool(best), plain + len(fact.lines[0].split())
        short += len((best or fact.lines[0]).split())
        free += bool(best) and not _is_rule(best, fact)
        reasons.update(rung.reason.partition(":")[0] for rung in choice.rungs)
        if show:
            print(f"\n= {fact.lines[0]}")
            for draft in found:
                why = next((rung.reason for rung in choice.rungs if rung.candidate == draft.text), "")
                print(f"  {'*' if draft.text == best else '-'} {draft.text}  {f'[{why}]' if why else ''}")
    print(f"\n{len(facts)} facts; refused: {dict(reasons.most_common(8))}")
    return {
        "chosen %": 100 * won / len(facts),
        "freely written %": 100 * free / len(facts),
        "words of verbatim %": 100 * short / plain,
    }


def _is_rule(text: str, fact: Fact) -> bool:
    from briefing.write.shorten import shorter_forms

    return text in shorter_forms(fact.lines[0], limit=Settings().write.shorter_forms)


def main() -> None:
    """Read the command line, write, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "folders", nargs="*", type=Path, help="your own articles; default: the stories held apart"
    )
    parser.add_argument("--model", default="embedded")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--coverage", type=float, default=Settings().write.min_coverage)
    parser.add_argument("--quiet", action="store_true", help="the totals only")
    given = parser.parse_args()
    settings = Settings()
    settings = replace(settings, write=replace(settings.write, min_coverage=given.coverage))
    stories = [s for folder in given.folders for s in from_folder(folder)] or [
        s for s in licensed(_DATA) if held_apart(s.id)
    ]
    facts = [(fact, prepare(fact.articles)) for story in stories for fact in facts_of(story, settings)][
        : given.count
    ]
    print(read(load_backend(given.model, settings=settings.write), facts, settings, show=not given.quiet))


if __name__ == "__main__":
    main()
