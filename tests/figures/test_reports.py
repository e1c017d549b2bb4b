"""Several reports of one story: what the later one replaces, who says what, and what two of them say together."""

from __future__ import annotations

from datetime import datetime

import pytest

from briefing.check import check_text
from briefing.data import Article

CYCLONE = (
    (
        "Coastal Herald",
        "2026-03-10T09:00:00+00:00",
        "The cyclone that struck Varden province on Sunday killed 14 people and left 2,300 homes without power, the interior ministry said on Tuesday.",
    ),
    (
        "Meridian Press",
        "2026-03-11T17:00:00+00:00",
        "The death toll from the cyclone in Varden has risen to 19, officials said on Wednesday, after five bodies were found in a flooded bus. Power has been restored to all but 400 homes.",
    ),
)
STRIKE = (
    (
        "Union Ledger",
        "2026-03-12T07:00:00+00:00",
        "Train drivers on the Northern line will strike for 12 days from 20 March, their union said on Monday, in a dispute over a 4% pay offer.",
    ),
    (
        "Daily Post",
        "2026-03-12T19:30:00+00:00",
        "The drivers' union on Thursday cut its planned Northern line strike from 12 days to five. It will now run from 23 to 27 March. The pay offer stands at 4%.",
    ),
)
MARCH = (
    (
        "Kestrel News",
        "2026-03-08T20:00:00+00:00",
        "Tens of thousands marched through Orlin on Sunday against the pension law. Police put the crowd at 35,000; the organisers said 80,000 took part. A march in October drew 20,000, according to police.",
    ),
    (
        "Orlin Times",
        "2026-03-09T08:00:00+00:00",
        "Organisers of Sunday's march against the pension law said 80,000 people had joined, more than twice the police figure of 35,000. Nine people were detained.",
    ),
)
COACH = (
    (
        "Alpine Post",
        "2026-03-12T09:00:00+00:00",
        "A coach carrying 44 pupils overturned near Gradno on Wednesday evening. Three pupils were seriously hurt and 17 slightly.",
    ),
    (
        "Frontier Daily",
        "2026-03-13T08:00:00+00:00",
        "The coach that overturned near Gradno on Wednesday was carrying 41 pupils, not 44 as stated earlier, police said on Thursday. The driver, 58, was arrested yesterday.",
    ),
)
OFFER = (
    (
        "Market Wire",
        "2026-03-05T09:00:00+00:00",
        "Norvane, the drugmaker, will buy Castell Labs for $3.2bn in cash, the companies said on Thursday. The deal is expected to close in the second quarter.",
    ),
    (
        "Exchange Daily",
        "2026-03-12T09:00:00+00:00",
        "Norvane raised its offer for Castell Labs to $3.8bn on Thursday, a week after its first bid, to fend off a rival bid of $3.6bn by Orrin. Castell Labs has 850 staff.",
    ),
)
CHOLERA = (
    (
        "Delta Tribune",
        "2026-03-09T11:00:00+00:00",
        "The health ministry on Sunday reported 160 cases of cholera in the Marsu delta and four deaths. Camps in the region hold 52,000 people.",
    ),
    (
        "Relief Bulletin",
        "2026-03-12T11:00:00+00:00",
        "Cholera cases in the Marsu delta reached 412 on Wednesday, from the 160 named on Sunday, and deaths rose to nine, the ministry said. The aid group Mediva counts 640 cases.",
    ),
)
FERRY = (
    (
        "Northern Star",
        "2026-03-11T15:00:00+00:00",
        "A ferry with 212 people on board ran aground off Hesk on Wednesday morning. The coastguard said 180 had been taken off by noon.",
    ),
    (
        "Island Voice",
        "2026-03-12T09:00:00+00:00",
        "All 212 people were taken off the ferry that ran aground off Hesk by 6pm on Wednesday, the coastguard said. The company had said 230 were on board. Seven were treated for cold.",
    ),
)
BREACH = (
    (
        "Tech Ledger",
        "2026-03-09T09:00:00+00:00",
        "A breach at the pharmacy chain Helio exposed the data of 1.2 million customers, the company said on Monday.",
    ),
    (
        "Data Watch",
        "2026-03-12T09:00:00+00:00",
        "Helio said on Thursday that 2.7 million customers were affected by its data breach, more than double what it stated three days ago. Card numbers of 18,000 were taken. Shares fell 6%.",
    ),
)
TUNNEL = (
    (
        "Rail Journal",
        "2026-03-10T10:00:00+00:00",
        "The tunnel under Mount Arda will open in May 2027 and cost 940 million euros, the builder said on Tuesday.",
    ),
    (
        "Public Ledger",
        "2026-03-12T10:00:00+00:00",
        "The opening of the Mount Arda tunnel has been put back by seven months to December 2027, the transport ministry said on Thursday. The cost is unchanged at 940 million euros. An auditor puts it at 1.1 billion.",
    ),
)
HOSPITALS = (
    (
        "Evening Argus",
        "2026-03-11T18:00:00+00:00",
        "Ministers said on Wednesday that 64 hospitals were affected by the nurses' walkout. The nurses' union said it was 91. The strike began at 6am.",
    ),
    (
        "Morning Post",
        "2026-03-12T06:00:00+00:00",
        "The nurses' strike hit 64 hospitals yesterday, according to the government, which said 5,200 operations had been put off. Talks resume tomorrow.",
    ),
)
QUAKE = (
    (
        "Wire One",
        "2026-03-11T22:00:00+00:00",
        "A magnitude 6.4 quake struck off Tanabe at 8.12pm on Wednesday, the geological office said. It lay at a depth of 30 km.",
    ),
    (
        "Wire Two",
        "2026-03-12T05:00:00+00:00",
        "The quake off Tanabe has been revised to magnitude 6.1 and its depth to 22 km, the geological office said on Thursday. Six people were hurt.",
    ),
)
STORES = (
    (
        "Grocer",
        "2026-03-10T09:00:00+00:00",
        "Supermarket chain Pallo will close 45 stores, with the loss of 1,300 jobs, it said on Tuesday. It has 610 stores.",
    ),
    (
        "Retail Daily",
        "2026-03-12T09:00:00+00:00",
        "Pallo now plans to close 28 stores rather than the 45 it announced on Tuesday. About 800 jobs will go, the company said; the union expects 1,000.",
    ),
)
TRIAL = (
    (
        "Court Report",
        "2026-03-11T12:00:00+00:00",
        "The trial of the former minister Lena Ostrow, who faces up to eight years in prison, will begin on 2 April.",
    ),
    (
        "Legal Times",
        "2026-03-12T12:00:00+00:00",
        "The start of Lena Ostrow's trial has been moved from 2 April to 14 May because her lawyer is ill. Prosecutors name 31 witnesses, the defence 12.",
    ),
)

PASSES = [
    (CYCLONE, "The cyclone in Varden has killed 19 people, up from the 14 reported on Tuesday."),
    (
        CYCLONE,
        "Nineteen people are now known to have died in the cyclone; five of the bodies were found in a flooded bus.",
    ),
    (
        STRIKE,
        "Northern line drivers will strike for five days from 23 March, rather than the 12 days first announced.",
    ),
    (
        MARCH,
        "Between 35,000 and 80,000 people marched in Orlin on Sunday, depending on whether police or organisers are believed.",
    ),
    (MARCH, "Police, who counted 20,000 at a march in October, put Sunday's crowd at 35,000."),
    (COACH, "Three of the 41 pupils on the coach were seriously hurt."),
    (OFFER, "The new offer is $600m higher than the first of 5 March."),
    (CHOLERA, "Deaths rose by five to nine between Sunday and Wednesday."),
    (FERRY, "The company spoke of 230 people on board, the coastguard of 212."),
    (
        BREACH,
        "Helio now says 2.7 million customers are affected by the breach, after speaking of 1.2 million on Monday.",
    ),
    (TUNNEL, "The Mount Arda tunnel will open in December 2027, seven months later than planned."),
    (HOSPITALS, "The government says 64 hospitals were hit by the strike on Wednesday and the union 91."),
    (
        QUAKE,
        "The quake off Tanabe, at first given as magnitude 6.4, had a magnitude of 6.1 and a depth of 22 km.",
    ),
    (STORES, "Pallo will close 28 of its 610 stores, fewer than the 45 it had announced."),
    (TRIAL, "Lena Ostrow's trial, due to start on 2 April, will now begin on 14 May."),
]
REFUSED = [
    (CYCLONE, "The cyclone killed 14 people, officials said on Wednesday."),
    (CYCLONE, "The cyclone in Varden killed 33 people."),
    (STRIKE, "Northern line drivers will strike for 12 days from 23 March."),
    (MARCH, "Organisers put the crowd at 35,000."),
    (MARCH, "Police said 80,000 people marched against the pension law."),
    (COACH, "A coach carrying 44 pupils overturned near Gradno."),
    (COACH, "Seventeen of the 41 pupils on the coach were seriously hurt."),
    (OFFER, "Norvane raised its offer by $3.8bn."),
    (CHOLERA, "The health ministry counts 640 cholera cases."),
    (FERRY, "The company said 212 people had been on board."),
    (BREACH, "Helio cut the number of customers affected from 2.7 million to 1.2 million."),
    (TUNNEL, "The Mount Arda tunnel will open in May 2027."),
    (TUNNEL, "The opening has been brought forward by seven months to December 2027."),
    (HOSPITALS, "According to the union 64 hospitals were affected."),
    (QUAKE, "A magnitude 6.4 quake off Tanabe hurt six people."),
    (STORES, "Pallo will close 45 of its 610 stores."),
    (TRIAL, "Lena Ostrow's trial will begin on 2 April."),
]


def _articles(reports: tuple[tuple[str, str, str], ...]) -> list[Article]:
    return [
        Article(id=f"r{number}", text=text, publisher=publisher, published=datetime.fromisoformat(moment))
        for number, (publisher, moment, text) in enumerate(reports)
    ]


@pytest.mark.parametrize(("reports", "text"), PASSES)
def test_what_two_reports_say_rightly_joined_passes(
    reports: tuple[tuple[str, str, str], ...], text: str
) -> None:
    assert not check_text(text, _articles(reports)).failures


@pytest.mark.parametrize(("reports", "text"), REFUSED)
def test_what_a_report_takes_back_or_another_says_is_refused(
    reports: tuple[tuple[str, str, str], ...], text: str
) -> None:
    assert check_text(text, _articles(reports)).failures
