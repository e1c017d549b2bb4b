"""Figures that no source states but its own give: sums, leads, what is left, multiples, shares; and their near misses."""

from __future__ import annotations

import pytest

from briefing.check import check_text
from briefing.data import Article

DEPOTS = "The haulier Brennan runs two depots. The one at Selby has 260 staff, the one at Goole 170. It owns 95 lorries."
FAIR = "Police made 38 arrests on the first night of the fair and 23 on the second, and closed 11 stalls."
FERRY = (
    "A ferry sank off Luma on Sunday. Five bodies were found and three passengers are missing; "
    "64 were taken off alive."
)
HALL = "The hall's roof will cost 3.9 million euros and its organ 1.2 million. So far 800,000 euros have been given."
SEAT = "Okoro polled 18,611 votes, Lund 17,407 and Beer 9,050 in the Dalby by-election."
POLL = "The poll puts the Greens on 31 per cent, the Liberals on 25 and the Farmers on 14. It asked 1,020 voters."
BIDS = (
    "Four firms bid for the contract. The highest bid was 11.3 million dollars, the lowest 8.9 million. "
    "The council had set aside 10 million."
)
TUNNEL = "The tunnel was budgeted at 640 million euros. It has now cost 730 million and will open in 2028."
SPRINT = "Ines Falk won in 52.1 seconds on Saturday. The old record of 52.9 had stood since 2009."
HERDS = "Of 52 dairy herds tested in the county, 18 were positive for the disease. In all 6,100 cows were sampled."
CLUB = "The club has 2,100 members. In 2015 it had 4,200, and it paid 30 trainers."
SHIP = (
    "The ferry Tarn, which enters service in May, can carry 240 cars and 900 passengers. "
    "The ship it replaces took 120 cars and 700 passengers."
)
SCHOOL = (
    "Last year 930 people applied to the school of nursing. "
    "This year there were twice as many applicants for 200 places."
)
MARCH = "Police put the crowd at 15,000; the organisers claimed twice as many. Four people were arrested."
PAY = "The union is asking for 6 percent more pay. Employers have offered 3 percent over 18 months."
BUSES = "The company has 320 buses, 80 of them electric. It has ordered 40 more for 2027."
STOPS = "Police stopped 150 drivers at the roadblock near Ede; 90 were over the limit and 12 had no licence."

PASSES = [
    (DEPOTS, "The two depots employ 430 people between them."),
    (FAIR, "Altogether 61 arrests were made over the two nights of the fair."),
    (FERRY, "Eight people died or were reported missing."),
    (HALL, "It needs 5.1 million euros in all: 3.9 million for the roof and 1.2 million for the organ."),
    (SEAT, "Okoro finished 1,204 votes ahead of Lund."),
    (POLL, "The Greens lead the Liberals by six points."),
    (BIDS, "The gap between the highest and the lowest bid was 2.4 million dollars."),
    (TUNNEL, "The project is 90 million euros over budget."),
    (SPRINT, "She beat the old record by 0.8 seconds."),
    (HERDS, "The other 34 tested negative."),
    (CLUB, "Membership has halved since 2015."),
    (SHIP, "The new ship carries twice as many cars as the old one."),
    (SCHOOL, "The number of applicants doubled to 1,860."),
    (MARCH, "By the organisers' count 30,000 people marched."),
    (PAY, "The union wants twice the employers' offer."),
    (BUSES, "One in four of the buses is electric."),
    (STOPS, "Sixty percent of the drivers stopped were over the limit."),
]
REFUSED = [
    (DEPOTS, "The two depots employ 525 people between them."),
    (FAIR, "Altogether 72 arrests were made over the two nights of the fair."),
    (FERRY, "Eight people died."),
    (HALL, "It needs 5.9 million euros in all: 3.9 million for the roof and 1.2 million for the organ."),
    (SEAT, "Okoro finished 9,561 votes ahead of Lund."),
    (POLL, "The Greens lead the Farmers by six points."),
    (BIDS, "The gap between the highest and the lowest bid was 1.3 million dollars."),
    (TUNNEL, "The project is 90 million euros under budget."),
    (SPRINT, "She beat the old record by 1.2 seconds."),
    (HERDS, "The other 18 tested negative."),
    (CLUB, "Membership has doubled since 2015."),
    (SHIP, "The new ship carries twice as many passengers as the old one."),
    (SCHOOL, "The number of applicants doubled to 400."),
    (PAY, "The union wants three times the employers' offer."),
    (BUSES, "One in eight of the buses is electric."),
    (STOPS, "Eight percent of the drivers stopped were over the limit."),
]


def _passes(source: str, claim: str) -> bool:
    return check_text(claim, [Article("a", source, "")]).ok


@pytest.mark.parametrize(("source", "claim"), PASSES)
def test_what_the_sources_own_figures_give_is_supported(source: str, claim: str) -> None:
    assert _passes(source, claim)


@pytest.mark.parametrize(("source", "claim"), REFUSED)
def test_what_only_another_things_figures_give_is_refused(source: str, claim: str) -> None:
    assert not _passes(source, claim)
