"""The embedded model itself: what is chosen of what it writes says nothing that its evidence does not."""

from __future__ import annotations

import pytest

from briefing.figures import parse
from briefing.settings import WriteSettings
from briefing.write import choose, load_backend
from briefing.write.ledger import FactLedger

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def backend(embedded_folder):
    return load_backend("embedded", settings=WriteSettings(max_new_tokens=40))


def test_no_draft_states_a_figure_that_its_evidence_does_not(backend, two_facts):
    for fact, drafts in zip(two_facts, backend.write(two_facts), strict=True):
        ledger = FactLedger([sentence.text for sentence in fact.sentences])
        assert drafts
        for draft in drafts:
            if draft.text.endswith("."):
                assert all(ledger.has(figure) for figure in parse(draft.text)), draft.text


def test_what_is_chosen_is_shorter_than_the_sentence_it_stands_for(backend, two_facts):
    drafts = backend.write(two_facts)
    choices = [
        choose(fact, found, settings=WriteSettings(min_coverage=0.5))
        for fact, found in zip(two_facts, drafts, strict=True)
    ]
    assert any(choice.drafts for choice in choices)
    for fact, choice in zip(two_facts, choices, strict=True):
        for draft in choice.drafts:
            assert len(draft.text.split()) <= len(fact.sentences[0].text.split())


def test_it_writes_the_same_every_time(backend, two_facts):
    assert backend.write(two_facts) == backend.write(two_facts)
    assert backend.revision.startswith("sha256:b179c9523d0e6a0f")
