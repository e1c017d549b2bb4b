"""Whose a point of time is: each date is that of its own clause, and one counted from another is read as the day it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.check import check_text
from briefing.data import Article

_PUBLISHED = datetime(2026, 3, 12, 8, tzinfo=UTC)  # a Thursday


def _passes(text: str, sources: str) -> bool:
    """Check ``text`` against sources parted by a stroke; one may open with "@" and when it came out."""
    articles = []
    for number, source in enumerate(sources.split("|")):
        publisher, published = f"Paper {number}", _PUBLISHED
        if source.startswith("@"):
            head, _, source = source.partition(": ")
            stamp, _, publisher = head[1:].partition(" ")
            published = datetime.fromisoformat(stamp).replace(tzinfo=UTC)
        articles.append(Article(id=f"a{number}", text=source, publisher=publisher, published=published))
    return not check_text(text, articles).failures


_SUPPORTED = [
    ("Police arrested the suspect on March 5.", "The jeweller's was robbed on March 3. Detectives arrested a man of 34 two days later."),
    ("The lorry struck the bridge in July 2025.", "The bridge was reopened on 9 March, eight months after a lorry struck it."),
    ("First results are due at 9 p.m.", "Polling stations close at 20:00, and the first results are due an hour later."),
    ("Rents rose 4% in 2024.", "Rents went up by 9 per cent last year and by 4 per cent the year before."),
    ("The bridge will reopen on 14 March.", "The bridge will reopen on Saturday, 13 months after it was shut."),
    ("The ferry sank on March 10, and 14 people were rescued.", "The ferry went down off the island on Tuesday evening. Coastguards pulled 14 passengers from the water."),
    ("Talks resume on Friday in Vienna.", "The two delegations will meet again in Vienna tomorrow, officials said, after nine hours of talks on Wednesday."),
    ("The verdict is due on March 17.", "Judges are expected to deliver their verdict next Tuesday. The trial has lasted 61 days."),
    ("The satellite was launched on March 3, a week before it failed.", "The satellite lifted off on Tuesday of last week. It stopped sending signals on March 10."),
    ("The ship docked on Sunday, a day behind schedule.", "The cargo ship had been due on Saturday but reached the harbour on Sunday with 2,100 containers aboard."),
    ("The power cut lasted two and a half hours.", "Lights went out across the city at 14:10 and came back at 16:40, the grid operator said."),
    ("Her term ran for six years.", "Anna Holm was governor of the bank from 2018 to 2024, when rates rose 11 times."),
    ("The school was founded in 1926.", "The village school, which turns 100 this year, has 84 pupils."),
    ("The company went public in 2021.", "The battery maker, which listed its shares five years ago, employs 3,200 people."),
    ("The 69-year-old conductor will step down.", "The conductor, who turns 70 in May, will step down after 22 seasons."),
    ("Children aged under 16 will be barred from the app.", "The bill would ban under-16s from the app and fine companies up to $30 million."),
    ("The museum is open from 10 am to 5.30 pm.", "The museum opens daily from 10:00 to 17:30, and tickets cost 12 euros."),
    ("Inflation fell for the third month in a row.", "Inflation eased to 2.4 percent in February, its third straight monthly fall."),
    ("The economy grew 0.3 percent in the fourth quarter, revised down from 0.5 percent.", "@2026-02-12T08:00 Herald: The economy grew by 0.5 percent in the fourth quarter, a first estimate showed.|@2026-03-11T09:00 Wire: Growth in the fourth quarter was revised to 0.3 percent from a first estimate of 0.5 percent, the statistics office said."),
    ("Turnout was 61 percent, final results showed.", "@2026-03-09T09:00 Herald: Preliminary figures put turnout at 59 percent.|@2026-03-11T10:00 Wire: Final results put turnout at 61 percent, the electoral commission said."),
    ("The dam was emptied in February for repairs.", "Engineers drained the dam last month so that its 12 gates could be repaired."),
    ("Flights were halted for four hours.", "The airport stopped all flights at 11 p.m. on Sunday and resumed them at 3 a.m. on Monday after a drone was seen."),
    ("The painting has not been shown in public since 1996.", "The painting is on public view for the first time in 30 years, with 40 sketches."),
    ("The premier was in office for 13 years, until 2019.", "The premier, who took office in 2006, stood down in 2019 and died on Monday at 77."),
    ("The two-year-old panda arrived on March 2 and will be shown from March 16.", "The panda, aged two, arrived at the zoo on 2 March and goes on show a fortnight later."),
]  # fmt: skip
_WRONG = [
    ("Police arrested the suspect on March 3.", "The jeweller's was robbed on March 3. Detectives arrested a man of 34 two days later."),
    ("The lorry struck the bridge on 9 March.", "The bridge was reopened on 9 March, eight months after a lorry struck it."),
    ("The results are due at 8 p.m.", "Polling stations close at 20:00, and the first results are due an hour later."),
    ("Rents rose 9% in 2024.", "Rents went up by 9 per cent last year and by 4 per cent the year before."),
    ("The walkout will last one day.", "Drivers will walk out for 48 hours from Monday."),
    ("The ferry sank on March 11, and 14 people were rescued.", "The ferry went down off the island on Tuesday evening. Coastguards pulled 14 passengers from the water."),
    ("Talks resume on Saturday in Vienna.", "The two delegations will meet again in Vienna tomorrow, officials said, after nine hours of talks on Wednesday."),
    ("The verdict is due on March 24.", "Judges are expected to deliver their verdict on Tuesday. The trial has lasted 61 days."),
    ("The satellite was launched on March 10.", "The satellite lifted off on March 3. It stopped sending signals on March 10."),
    ("The ship docked on Saturday.", "The cargo ship had been due on Saturday but reached the harbour on Sunday with 2,100 containers aboard."),
    ("The festival ends on July 3.", "The ten-day jazz festival opens on July 3 with a concert by 60 musicians."),
    ("The library opens at 6 p.m. on Saturdays.", "On Saturdays the library opens at 9 a.m. and closes at 6 p.m.; on Sundays it is shut."),
    ("The club was founded 90 years ago.", "The rowing club, founded in 1926, has 430 members."),
    ("He has led the union since 2017.", "The union's leader, who took over seven years ago, said 4,000 members would strike."),
    ("The poet died at 89.", "The poet, born on 3 June 1937, died on Sunday."),
    ("The victim was 40.", "Police said the woman, in her 40s, had been stabbed three times."),
    ("The last train leaves at 11.40 a.m.", "From Monday the last train to the coast departs at 23:40, 35 minutes later than now."),
    ("Inflation rose for the third month in a row.", "Inflation eased to 2.4 percent in February, its third straight monthly fall."),
    ("Police put the crowd at 60,000.", "Organisers said 60,000 people marched through the capital.|Police estimated the crowd at the march in the capital at 20,000."),
    ("Customs officers found the ivory on March 10.", "On Monday customs officers at the airport opened two crates and discovered 40 kg of ivory."),
    ("The orchestra plays in Lyon on April 2.", "The orchestra opens its tour in Geneva on 2 April and performs in Lyon on 3 April."),
    ("The tunnel was finished in 2014.", "Work on the tunnel started in 2014 and was finished in 2025 at a cost of 3 billion francs."),
    ("The designer died on Monday at 91.", "The designer, who dressed three first ladies, died on 8 March. She was 91."),
    ("Sales have declined for two quarters in a row.", "Sales slipped 2 percent, the fourth consecutive quarter of decline."),
    ("The panda will be shown from March 9.", "The panda, aged two, arrived at the zoo on 2 March and goes on show a fortnight later."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), _SUPPORTED)
def test_a_point_of_time_told_of_its_own_event_passes(text: str, source: str) -> None:
    assert _passes(text, source)


@pytest.mark.parametrize(("text", "source"), _WRONG)
def test_a_point_of_time_told_of_another_event_is_refused(text: str, source: str) -> None:
    assert not _passes(text, source)


_ELEPHANT = "The elephant was shot on Wednesday, 30 March, by a ranger."


def _passes_undated(text: str, *sources: str) -> bool:
    """Check ``text`` against sources of which nobody knows when they came out."""
    articles = [Article(id=f"a{k}", text=source, publisher=f"Paper {k}") for k, source in enumerate(sources)]
    return not check_text(text, articles).failures


def test_a_date_may_leave_out_the_year_that_an_undated_source_gives() -> None:
    assert _passes_undated(_ELEPHANT, "A ranger shot an elephant near Tarn on Wednesday, 30 March 2016.")
    assert not _passes_undated(_ELEPHANT, "A ranger shot an elephant near Tarn on Wednesday, 13 April 2016.")


def test_a_bare_weekday_is_no_rival_of_the_date_that_falls_on_it() -> None:
    full = "A ranger killed an elephant near Tarn on Wednesday, 30 March 2016."
    assert _passes_undated(
        _ELEPHANT, full, "The elephant is dead. It was shot by a ranger on Wednesday morning."
    )
    other = "The zoo was opened on Wednesday, 30 March 2016."
    shot = "The elephant near Tarn was shot on Thursday morning by a ranger, keepers said."
    assert not _passes_undated(_ELEPHANT, f"{other} {shot}")
