"""What was found on natural, model-written summaries, told in sentences of our own."""

import pytest

from briefing import check_text
from briefing.data import Article

CUP = "The coach of Lund spoke after Harrow's emphatic 3-1 win at Kelby."
LOST = (
    "A spokesman for the league told reporters before Harrow's 3-1 defeat at Kelby that the pitch was fine."
)
POWER = "Power came back at noon in the remaining 4,000 homes after 21,000 had theirs restored on Monday."
BUYS = 'Dunmore have signed nine players this summer. "If we can add two or three more I\'ll be pleased," the manager said.'
RAIDS = (
    "The raids came a day after a man was held over the murder of three people at the mill. "
    "There is no link between the five arrests on Monday and that case."
)
HELD = "A man, 41, and a woman, 23, were arrested in Lund and remain in custody."
HURT = "A teenage boy and a girl aged 12 were injured when a wall fell on the terrace in Kelby."
SEEN = "A man, 30, and a woman, 29, saw how three tourists were killed."
CARE = (
    "Mrs Boyd hit her head as Sara Dunn and Beth Ouma lifted her. The nurses called no doctor for an hour. "
    "The pair were fined for being careless."
)
SEASON = "Aldo Brandt (on loan, 2014-15): 29 games, five goals."
RUN = "She finished sixth in the 5,000m at the European Championships."
TEAMS = "Wales, one point behind Six Nations leaders England, had lost in the north of the country."
SPLIT = "The hosts put on an opening stand of 51 at Lund. The captain is to be back for the five internationals in March."
COUNTS = "A late goal sealed a first league win in nine matches. It leaves Dunmore six points and four places above the drop."

FUND = "The appeal raised £50,000 in nine hours, for the 11,002 families of the valley."
SPRINT = "The young Spaniard scored his second league goal at Lund. Aldo Brandt shaved a hundredth of a second off the record."
CALM = "There is no link between the five arrests on Monday and the strike. The bank had no part in the four mergers."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (CUP, "Harrow beat Lund 3-1."),
        (CUP, "Harrow won 3 - 1 at Kelby."),
        (LOST, "Harrow lost 3-1 at Kelby."),
        (POWER, "Power has been restored to the remaining 4,000 homes left without it."),
        (BUYS, "The club need to sign two or three more players, the manager says."),
        (RAIDS, "Police have arrested five people suspected of forging notes."),
        (HELD, "Two people have been arrested."),
        (HURT, "Two people were injured when a wall fell in Kelby."),
        (SEEN, "Three tourists were killed."),
        (CARE, "Two nurses have been fined for careless work."),
        (SEASON, "Brandt was on loan in 2014 - 15 and scored five goals."),
        (RUN, "She was sixth in the 5,000 m at the championships."),
        (FUND, "The appeal has raised £50, 000 for 11, 002 families."),
        (FUND, "one of the valley\\'s appeals raised £50,000."),
        (SPRINT, "Aldo Brandt scored his second league goal."),
        (CALM, "Five people were arrested on Monday."),
        (TEAMS, "England accused Wales of time-wasting in the south during the Six Nations."),
    ],
)
def test_a_figure_that_the_source_states_in_other_words_passes(source, text):
    report = check_text(text, (Article("a", source, ""),))
    assert not [c for c in report.figures if not c.verdict.passes]


@pytest.mark.parametrize(
    ("source", "text", "wrong"),
    [
        (CUP, "Lund beat Harrow 3-1.", "3-1"),
        (LOST, "Harrow won 3-1 at Kelby.", "3-1"),
        (POWER, "Power has been restored to the remaining 21,000 homes.", "21,000"),
        (BUYS, "The club need to sign four or five more players, the manager says.", "four or five"),
        (RAIDS, "Police have arrested three people suspected of forging notes.", "three"),
        (HELD, "Two women have been arrested.", "Two"),
        (HELD, "Three people have been arrested.", "Three"),
        (HURT, "Two people were killed when a wall fell in Kelby.", "Two"),
        (SEEN, "Two people were killed.", "Two"),
        (CARE, "Three nurses have been fined for careless work.", "Three"),
        (SEASON, "Brandt was on loan in 2015 - 16.", "2015 - 16"),
        (RUN, "She was sixth in the 1,500 m at the championships.", "1,500 m"),
        (FUND, "The appeal has raised £50, 050.", "£50, 050"),
        (FUND, "It was for 12, 002 families.", "12, 002"),
        (SPRINT, "Aldo Brandt scored his third league goal.", "third"),
        (CALM, "The bank had a part in four mergers.", "four"),
        (SPLIT, "The hosts beat Lund by 46 runs.", "46"),
        (COUNTS, "Dunmore end a run of five games without a win.", "five"),
    ],
)
def test_a_figure_that_no_sentence_bears_out_is_refused(source, text, wrong):
    report = check_text(text, (Article("a", source, ""),))
    assert wrong in [c.text for c in report.figures if not c.verdict.passes]


def test_the_seed_of_a_player_is_no_set_of_the_match():
    source = "The Briton took the first set but lost 6-7 6-4 6-4 6-3 in two hours."
    report = check_text("He lost in four sets to fourth seed Ivo Brandt.", (Article("a", source, ""),))
    assert "fourth" in [c.text for c in report.figures if not c.verdict.passes]


def test_straight_sets_are_no_run():
    source = "Brandt double-faulted twice in a row to lose the first set at Lund."
    report = check_text(
        "Olin reached the second round at Lund in straight sets.", (Article("a", source, ""),)
    )
    assert "second" in [c.text for c in report.figures if not c.verdict.passes]
