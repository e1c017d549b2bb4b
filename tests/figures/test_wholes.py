"""Wholes, their parts and what is left of them: of whom, the rest, all but, each, so much a year for so many years."""

from __future__ import annotations

import pytest

from briefing.check import check_text
from briefing.data import Article


def passes(claim: str, source: str) -> bool:
    return not check_text(claim, [Article("s1", source, "")]).failures


TOLD = [
    (
        "Twenty-seven ferries passed.",
        "Of 41 ferries examined by the maritime authority this winter, 14 failed. The authority has 9 inspectors.",
    ),
    (
        "Of the 53 passengers, 19 were children.",
        "The coach was carrying 53 passengers, including 19 children and four teachers, when it left the road.",
    ),
    (
        "The council has 46 members.",
        "Voters elected 27 men and 19 women to the council on Sunday. Turnout was 61 per cent.",
    ),
    (
        "Two of the 13 bridges were left standing.",
        "All but two of the valley's 13 bridges were washed away by the flood, which also cut 4 roads.",
    ),
    (
        "The flood destroyed 11 of the valley's 13 bridges.",
        "All but two of the valley's 13 bridges were washed away by the flood, which also cut 4 roads.",
    ),
    (
        "Some 910 of the wells were clean.",
        "Of the 1,040 wells tested, 130 were contaminated and the rest clean.",
    ),
    (
        "Three pupils in ten do not speak the language at home.",
        "Seven in ten pupils speak the language at home, the survey of 4,000 families found.",
    ),
    (
        "The programme will cost 240 million kroner over six years.",
        "The government will spend 40 million kroner a year on the programme for six years. It employs 120.",
    ),
    (
        "The city will get 12 million euros a year.",
        "The state will pay the city 60 million euros in five equal yearly instalments. Interest is 2 per cent.",
    ),
    ("The winners get $2,500 apiece.", "Four winners shared the $10,000 prize equally."),
    (
        "Only a third of the ships arrived on time.",
        "Of the 90 ships due in the port, 60 were delayed and the rest arrived on time.",
    ),
    (
        "Of the sentenced men, five are in prison and three have fled.",
        "Eight men were sentenced. Five are in prison; the others have fled.",
    ),
    (
        "Sixty-four claims were settled.",
        "The insurer has yet to settle 11 of the 75 claims lodged after the storm.",
    ),
    (
        "The other 25 had minor injuries.",
        "The derailment injured 31 people, six of them seriously and the others slightly.",
    ),
    (
        "Of the trees planted, 450 did not survive the drought.",
        "Volunteers planted 3,000 oaks in the park. Eighty-five per cent of them survived the drought.",
    ),
    (
        "The subsidy totals 3.6m pounds over three years.",
        "The theatre is to have a subsidy of £1.2m a year for the next three years, a third of its income.",
    ),
    (
        "Each heir received 75,000 dollars.",
        "The three heirs split the $225,000 estate in equal parts, according to the lawyer; the house, worth $400,000, went to a hospital.",
    ),
    (
        "Sixty-five of the shelter's dogs found a home.",
        "The shelter took in 80 dogs last year. All but 15 found a new home, and 9 of those were ill.",
    ),
    (
        "The inspectors failed 14 of the 41 ferries.",
        "The maritime authority examined 41 ferries this winter. Fourteen failed, most of them for faulty life rafts; 6 may not sail again before May.",
    ),
    (
        "Half of the 18 crew are Filipinos.",
        "Nine of the 18 crew are Filipinos, three are Greeks and six are Ukrainians.",
    ),
]

NOT_TOLD = [
    (
        "The inspectors failed 41 ferries.",
        "The maritime authority examined 41 ferries this winter. Fourteen failed, most of them for faulty life rafts; 6 may not sail again before May.",
    ),
    (
        "The flood destroyed two of the valley's 13 bridges.",
        "All but two of the valley's 13 bridges were washed away by the flood, which also cut 4 roads.",
    ),
    (
        "The flood destroyed 13 bridges in the valley.",
        "All but two of the valley's 13 bridges were washed away by the flood, which also cut 4 roads.",
    ),
    (
        "Attendance at the museum rose by 38,000.",
        "The museum had 412,000 visitors in 2024 and 374,000 in 2025.",
    ),
    (
        "Two thirds of the ships arrived on time.",
        "Of the 90 ships due in the port, 60 were delayed and the rest arrived on time.",
    ),
    (
        "Sixty-four of the claims are yet to be settled.",
        "Of the 75 claims lodged, the insurer has settled 64. The largest is for 2m euros.",
    ),
    (
        "Eleven claims were settled.",
        "The insurer has yet to settle 11 of the 75 claims lodged after the storm.",
    ),
    (
        "Some 85 per cent of residents are unvaccinated.",
        "The clinic says 85 per cent of residents have been vaccinated, and 40 per cent twice.",
    ),
    (
        "The other 31 had minor injuries.",
        "The derailment injured 31 people, six of them seriously and the others slightly.",
    ),
    (
        "Ten of the 40 schools that took part had no heating.",
        "Forty schools took part in the survey. A quarter of them have no library, and 3 have no heating.",
    ),
    (
        "The chain will have 38 shops left.",
        "The chain will close 38 of its 250 shops, with the loss of 900 jobs.",
    ),
    (
        "Fifteen of the shelter's dogs found a home.",
        "The shelter took in 80 dogs last year. All but 15 found a new home, and 9 of those were ill.",
    ),
    (
        "Nine of the shelter's 80 dogs found no home.",
        "The shelter took in 80 dogs last year. All but 15 found a new home, and 9 of those were ill.",
    ),
    (
        "Twenty-seven ferries failed.",
        "Of 41 ferries examined by the maritime authority this winter, 14 failed. The authority has 9 inspectors.",
    ),
    (
        "A tenth of the wells were contaminated.",
        "Of the 1,040 wells tested, 130 were contaminated. Another 60 had run dry.",
    ),
    (
        "The estate comprises 70 cottages.",
        "Seventy cottages, a fifth of the estate's, have no mains water. Another 12 have no road.",
    ),
    (
        "The country has 32 doctors per 100,000 people.",
        "There are 3.2 doctors per 1,000 inhabitants, but only 1.1 in the north.",
    ),
    (
        "Torrent's bid was 14m lower than Alpen's.",
        "Two firms bid for the tunnel: Alpen for 212m euros and Torrent for 226m.",
    ),
    ("The choir numbers 69.", "The choir consists of 38 women and 26 men, among them 5 soloists."),
    (
        "Five of the 16 clubs have a debt.",
        "Five of the league's 16 clubs are free of debt. Two face relegation.",
    ),
]


@pytest.mark.parametrize(("claim", "source"), TOLD)
def test_a_member_of_a_whole_is_told_by_what_the_source_says_of_the_others(claim: str, source: str) -> None:
    assert passes(claim, source)


@pytest.mark.parametrize(("claim", "source"), NOT_TOLD)
def test_a_figure_of_another_member_of_the_whole_is_refused(claim: str, source: str) -> None:
    assert not passes(claim, source)
