"""The ladder: what stands in a brief when a candidate fails its check.

    a model's candidates, best first → the evidence sentence verbatim → the same, said to be that publisher's
    → the next evidence sentence … → nothing

The first that passes is taken, and every one refused before it is recorded. Nothing unsupported is ever
shown with a warning instead. This module decides; it neither writes nor checks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.data import BriefSentence, CheckReport, Citation, Draft, Evidence, Rung, Sentence, Verdict

Verify = Callable[[str], CheckReport]


@dataclass(frozen=True, slots=True)
class Settled:
    """What the ladder decided: a sentence, or none, and what was refused on the way."""

    sentence: BriefSentence | None
    rungs: tuple[Rung, ...]


def settle(
    evidence: Evidence,
    candidates: Sequence[Draft],
    verify: Verify,
    *,
    attribution: Callable[[str, Sentence], str],
    refused: Sequence[Rung] = (),
) -> Settled:
    """Return the first of ``candidates`` (best first) that ``verify`` passes.

    A verbatim candidate that fails only because sources disagree is tried once more as
    ``attribution(text, sentence)``, which names its publisher. ``refused`` are rungs from before.
    """
    rungs = list(refused)
    for draft in candidates:
        report = verify(draft.text)
        if report.ok:
            return Settled(_sentence(draft, evidence, report, tuple(rungs)), tuple(rungs))
        rungs.append(Rung(draft.text, draft.origin, reason_of(report)))
        if draft.origin == "verbatim" and evidence.sentences and _only_conflicts(report):
            said = Draft(attribution(draft.text, evidence.sentences[0]), "verbatim")
            report = verify(said.text)
            if report.ok:
                return Settled(_sentence(said, evidence, report, tuple(rungs)), tuple(rungs))
            rungs.append(Rung(said.text, said.origin, reason_of(report)))
    return Settled(None, tuple(rungs))


def reason_of(report: CheckReport) -> str:
    """Say in one line what failed first."""
    failure = report.failures[0]
    return f"{failure.what} “{failure.text}” is {failure.verdict}: {failure.reason}"


def _only_conflicts(report: CheckReport) -> bool:
    return all(failure.verdict is Verdict.CONFLICTING for failure in report.failures)


def _sentence(
    draft: Draft, evidence: Evidence, report: CheckReport, rungs: tuple[Rung, ...]
) -> BriefSentence:
    """Return the sentence, citing its evidence and whatever else proves one of its figures, names or quotes."""
    of_evidence = tuple(map(cited, evidence.sentences))
    proofs = (c for checked in report.figures for c in checked.citations)
    return BriefSentence(
        text=draft.text,
        citations=without_overlap((*of_evidence, *proofs)),
        figures=report.figures,
        origin=draft.origin,
        role=evidence.role,
        rungs=rungs,
    )


def cited(sentence: Sentence) -> Citation:
    """Return the citation of a whole sentence."""
    return Citation(sentence.article_id, sentence.start, sentence.end, sentence.text)


def without_overlap(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Keep the first of citations that overlap in one article."""
    kept: list[Citation] = []
    for citation in citations:
        if not any(
            k.article_id == citation.article_id and k.start < citation.end and citation.start < k.end
            for k in kept
        ):
            kept.append(citation)
    return tuple(kept)
