"""The ladder: the first candidate that holds is taken, and every one refused before it is recorded."""

from __future__ import annotations

from briefing.data import Checked, CheckReport, Draft, Evidence, Sentence, Verdict
from briefing.ladder import settle

SENTENCE = Sentence("courier-1", 0, 0, 44, "Four people were killed in a warehouse fire.")
EVIDENCE = Evidence((SENTENCE,), ("The Courier",))


def verify(verdicts):
    """A check that gives each text the verdict named for it, and passes what is not named."""

    def verify(text):
        verdict = verdicts.get(text)
        if verdict is None:
            return CheckReport(text)
        return CheckReport(
            text, figures=(Checked("figure", text.split()[0], 0, 4, verdict, "no source says so"),)
        )

    return verify


def attribution(text, sentence):
    return f"The Courier reports: {text}"


def drafts(*texts, origin="model"):
    return [Draft(text, origin) for text in texts]


def test_the_first_candidate_that_passes_is_taken():
    settled = settle(
        EVIDENCE,
        drafts("Five died.", "Four died."),
        verify({"Five died.": Verdict.UNSUPPORTED}),
        attribution=attribution,
    )
    assert settled.sentence.text == "Four died."
    assert settled.sentence.origin == "model"
    assert [rung.candidate for rung in settled.sentence.rungs] == ["Five died."]
    assert "unsupported" in settled.rungs[0].reason


def test_nothing_stands_when_nothing_passes():
    settled = settle(
        EVIDENCE,
        drafts("Five died."),
        verify({"Five died.": Verdict.NOT_UNDERSTOOD}),
        attribution=attribution,
    )
    assert settled.sentence is None
    assert len(settled.rungs) == 1


def test_a_sources_word_in_a_dispute_is_given_to_that_source():
    check = verify({"Four died.": Verdict.CONFLICTING})
    settled = settle(EVIDENCE, drafts("Four died.", origin="verbatim"), check, attribution=attribution)
    assert settled.sentence.text == "The Courier reports: Four died."
    assert settled.sentence.rungs[0].candidate == "Four died."


def test_a_models_word_in_a_dispute_is_not_rescued_by_a_name():
    check = verify({"Four died.": Verdict.CONFLICTING})
    assert settle(EVIDENCE, drafts("Four died."), check, attribution=attribution).sentence is None


def test_a_wrong_figure_is_not_rescued_by_a_name():
    check = verify({"Five died.": Verdict.UNSUPPORTED})
    assert (
        settle(EVIDENCE, drafts("Five died.", origin="verbatim"), check, attribution=attribution).sentence
        is None
    )


def test_a_sentence_cites_its_evidence_once():
    double = Evidence((SENTENCE, SENTENCE), ("The Courier",))
    settled = settle(double, drafts("Four died."), verify({}), attribution=attribution)
    assert [citation.text for citation in settled.sentence.citations] == [SENTENCE.text]
