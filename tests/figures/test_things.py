"""What each number is about: noun, act, role and status, read from the words around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.data import Figure, Kind
from briefing.figures import figures
from briefing.figures.binding.things import bind
from briefing.figures.labels import label
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import NOUN_OF, concept


def thing(text: str, number: str):
    return next(f for f in figures(text) if f.text == number).thing


@pytest.mark.parametrize(
    ("text", "number", "act"),
    [
        ("The landslide killed 14 people.", "14", "killed"),
        ("Fourteen people were killed by the landslide.", "Fourteen", "killed"),
        ("The landslide left 14 dead.", "14", "killed"),
        ("At least 14 died in the landslide.", "14", "killed"),
        ("The landslide hit the camp, killing 14 and injuring 30.", "14", "killed"),
        ("The landslide hit the camp, killing 14 and injuring 30.", "30", "injured"),
        ("The landslide killed 14 and injured 30.", "30", "injured"),
        ("Fourteen dead, 30 injured, the camp said.", "30", "injured"),
        ("The death toll rose to 14.", "14", "killed"),
        ("Some 30 walkers were wounded.", "30", "injured"),
        ("Nine climbers are missing.", "Nine", "missing"),
        ("Police arrested 25 marchers.", "25", "arrested"),
        ("More than 400 villagers were evacuated.", "400", "displaced"),
        ("Divers rescued 12 sailors.", "12", "rescued"),
        ("The works laid off 90 welders.", "90", "fired"),
        ("The works hired 90 welders.", "90", "hired"),
        ("Doctors vaccinated 5,000 children.", "5,000", "vaccinated"),
    ],
)
def test_the_act_is_that_of_the_nearest_verb_of_its_own_part(text, number, act):
    assert thing(text, number).act == act


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("Nine civilians died.", "Nine", "civilian"),
        ("The bridge carries 18,000 heavy lorries a day.", "18,000", "lorry"),
        ("Forty of the passengers were hurt.", "Forty", "passenger"),
        ("The toll rose to 12.", "12", "toll"),
        ("A 34-year-old driver was fined.", "34-year-old", "driver"),
        ("Half of the crop was lost.", "Half", "crop"),
    ],
)
def test_the_noun_is_the_one_counted(text, number, noun):
    assert thing(text, number).noun == stem(noun)


def test_a_second_clause_without_a_noun_keeps_that_of_the_first():
    bound = thing("Five people died in Aldmoor and seven in Bexwick.", "seven")
    assert (bound.act, NOUN_OF[bound.noun]) == ("killed", "person")
    assert "bexwick" in bound.near
    assert "aldmoor" not in bound.near


def test_each_owner_stays_with_its_own_figure():
    text = "Profit at Corvane rose to $5m while Delsor lost $3m."
    assert "corvan" in thing(text, "$5m").owner
    assert "delsor" in thing(text, "$3m").owner
    assert "delsor" not in thing(text, "$5m").owner


@pytest.mark.parametrize(
    ("text", "number", "role"),
    [
        ("Output rose 7 percent.", "7 percent", "change"),
        ("Output rose by 7 percent.", "7 percent", "change"),
        ("Sales fell to £4m from £6m.", "£4m", "to"),
        ("Sales fell to £4m from £6m.", "£6m", "from"),
        ("Sales were £4m, compared with £6m a year earlier.", "£6m", "from"),
        ("The yard cut 1,100 jobs.", "1,100", ""),
        ("Rain gauges showed 40 mm more than in May.", "40 mm", "change"),
    ],
)
def test_the_role_tells_a_change_from_the_levels_at_its_ends(text, number, role):
    assert thing(text, number).role == role


@pytest.mark.parametrize(
    ("text", "number", "status"),
    [
        ("Police initially reported 12 dead.", "12", "former"),
        ("The estimate was revised from 40 to 52.", "40", "former"),
        ("Growth was 2 percent, not 3 percent.", "3 percent", "denied"),
        ("The bank expects to lend 40 million euros.", "40 million euros", "forecast"),
        ("The firm will hire 60 drivers.", "60", "planned"),
        ("With half of the ballots counted, Orsk led with 44 percent.", "44 percent", "partial"),
        ("Another 18 walkers were hurt.", "18", "other"),
        ("Nine hikers died, including two guides.", "two", "part"),
        ("The union rejected an offer of 3 percent.", "3 percent", "rejected"),
    ],
)
def test_the_status_says_what_keeps_a_figure_from_being_current_and_whole(text, number, status):
    assert status in thing(text, number).status


def test_the_speaker_is_who_is_said_to_have_said_it():
    assert thing("Police say 15 people were held.", "15").speaker == (concept(stem("police")),)
    assert "mayor" in thing("According to the mayor, 27 people were held.", "27").speaker


def test_binding_changes_nothing_but_the_thing():
    from briefing.figures.reading.parse import parse

    text = "On May 3, 12 people (three of them children) paid £40 each; 9% left."
    for before, after in zip(parse(text), bind(text, parse(text)), strict=True):
        assert (before.kind, before.start, before.end, before.low, before.modifier) == (
            after.kind,
            after.start,
            after.end,
            after.low,
            after.modifier,
        )


def test_the_label_is_in_plain_words():
    (figure,) = [f for f in figures("The landslide killed 14 people.") if f.kind is Kind.COUNT]
    assert label(figure) == "people killed"


@given(st.text(alphabet="ab 12.,;'’“\"\n-–()killed who of the", max_size=120))
def test_binding_never_raises_and_keeps_every_figure(text):
    from briefing.figures.reading.parse import parse

    read = parse(text)
    assert len(bind(text, read)) == len(read)


def test_binding_takes_time_in_proportion_to_the_text():
    import time

    from briefing.figures.reading.parse import parse

    text = "Nine people died in Aldmoor, and 30 were hurt in Bexwick; "
    times = []
    for copies in (200, 800):
        long = text * copies
        read = parse(long)
        tries = []
        for _ in range(3):  # a busy machine may stretch any one of them
            start = time.process_time()
            bind(long, read)
            tries.append(time.process_time() - start)
        times.append(min(tries))
    assert times[1] < 8 * times[0] + 0.05


def test_an_empty_list_of_figures_binds_to_nothing():
    assert bind("No number here.", ()) == ()
    assert bind("", ()) == ()
    assert isinstance(figures("12")[0], Figure)
