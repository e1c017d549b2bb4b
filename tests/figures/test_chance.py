"""In a long story two of its many figures make nearly any small number: such arithmetic proves nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.check import check_text
from briefing.data import Article, Verdict

_HARBOUR = """A fire broke out in the harbour of Orlmouth at 3.10 a.m. on Monday and destroyed 14 of the 60 boats there.
Nine people were hurt, four of them badly, and 22 families were moved to a school. The flames were out at 7.40 a.m.
Fire chief Ida Brandt, 51, said 130 firefighters with 18 engines had come from six towns. The wind blew at 65 km an hour.
The quay was built in 1931 and widened in 1968. A storm sank 11 boats in 1974, and 5 men drowned then.
The damage is put at $12 million, of which insurers will pay $9 million. Fishing brings the town $40 million a year.
The fleet landed 8,200 tonnes of herring last year and 7,100 tonnes of cod. In 2003 it had 95 boats and 410 crew.
Mayor Tove Lind said the town had two fire stations until 2012. The nearest hospital is 35 km away.
Three schools and 16 shops stayed shut. Of the 9 hurt, seven went home by noon. The youngest is 17, the oldest 73.
Police questioned 25 witnesses and took 3 phones. A reward of $20,000 was offered. The coast road is closed for 12 km.
A second fire, 30 km north, burned 19 hectares of heath. It was the fifth there in 8 weeks. Rain of 4 mm fell at dusk.
The harbour office has 27 staff, 13 of them women. It moved into its new building in 1996. The old one fell down in 1999."""
_SCHOOL = """In Orlmouth 22 families slept in the school on Mill Street. Volunteers brought 300 blankets and 150 meals.
The 22 families will get $1,500 each. The town of 14,000 has 36 volunteers in its fire brigade, 6 of them under 20."""


def _verdicts(text: str) -> set[Verdict]:
    at = datetime(2026, 3, 10, 6, 0, tzinfo=UTC)
    articles = [
        Article("a", _HARBOUR, "Coast Post", published=at),
        Article("b", _SCHOOL, "Orlmouth Echo", published=at),
    ]
    return {c.verdict for c in check_text(text, articles).figures}


@pytest.mark.parametrize(
    "text",
    [
        "Two tugs were lost and 23 others damaged.",  # 35 km less 12 km
        "Two tugs were lost and 24 others damaged.",  # 95 boats less 60 and 11
        "Two tugs were lost and three others damaged.",  # 14 boats less 11
        "The town lost 12 games and won the rest.",  # 18 engines less six towns
        "Only the last 12 of the stages were left.",
        "Lind won by 25 votes.",  # 25 witnesses
        "Lind won by seven votes and took office in the spring.",  # seven went home
        "A total of 25 doctors treated the hurt.",
        "The brigade had lost 14 ladders since the spring.",  # 14 boats
    ],
)
def test_figures_of_a_long_story_that_happen_to_be_or_to_make_a_number_bear_nothing_out(text):
    assert Verdict.UNSUPPORTED in _verdicts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The other 46 boats in the harbour were spared.",
        "The fleet landed 15,300 tonnes of herring and cod together last year.",
        "The fleet of 2003 had 35 boats more than there are in the harbour now.",
    ],
)
def test_arithmetic_on_what_the_claim_tells_of_still_bears_it_out_in_a_long_story(text):
    assert _verdicts(text) <= {Verdict.SUPPORTED, Verdict.DERIVED}
