"""Putting back: of the pieces that a draft leaves out, each may stay by itself, in the source's words and marks."""

from __future__ import annotations

import pytest

from briefing.data import Draft
from briefing.write.restore import restored, with_restored

SOURCE = "The mayor, who was elected in May, said on Monday the bridge would close, after a long review."


def test_each_piece_that_a_draft_leaves_out_may_stay():
    assert set(restored("The mayor said the bridge would close, after a long review.", SOURCE)) == {
        "The mayor, who was elected in May, said the bridge would close, after a long review.",
        "The mayor said on Monday the bridge would close, after a long review.",
    }


def test_the_words_beside_a_piece_take_their_case_and_marks_from_the_text_that_has_their_neighbours():
    forms = restored("The old bridge will close.", "On Monday, the old bridge will close, after a review.")
    assert forms == (
        "The old bridge will close, after a review.",
        "On Monday, the old bridge will close.",
    )


@pytest.mark.parametrize(
    "draft",
    [
        "The mayor said the tunnel would close.",  # a word that the source does not have
        "The bridge would close, the mayor said.",  # another order
        "The mayor, who was elected in May, said on Monday the bridge would close.",  # one piece only
        "",
    ],
)
def test_a_draft_that_leaves_out_no_two_pieces_gives_no_form(draft):
    assert restored(draft, SOURCE) == ()


def test_what_a_model_did_not_say_is_not_restored():
    silent = Draft("", "model", 0.0, silence="too long")
    told = Draft("The mayor said the bridge would close.", "model", -0.5)
    every = with_restored([silent, told], SOURCE)
    assert every[:2] == (silent, told)
    assert len(every) == 2 + 6
    assert {draft.likelihood for draft in every[2:]} == {-0.5}
