"""The ledger as a table: whose lines come first, what each is called, and what was before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from briefing.data import Article
from briefing.figures import build_ledger
from briefing.render.charts import charts
from briefing.render.ledger import Line, lines

NOW = datetime(2026, 3, 13, 6, tzinfo=UTC)


def told(text: str, publisher: str, hours: float) -> Article:
    return Article(publisher.lower(), text, publisher, published=NOW + timedelta(hours=hours))


def shown(*articles: Article) -> list[Line]:
    return list(lines(build_ledger(articles), (), {}, NOW)[0])


def test_earlier_values_stand_newest_first_under_the_one_that_holds():
    (line,) = shown(
        told("Some 310,000 homes were without power in Osk.", "Wire", -50),
        told("In Osk 150,000 homes were still without power.", "Herald", -30),
        told("In Osk 19,500 homes were still without power, down from 310,000.", "Courier", -8),
    )
    assert [(value.text, value.current) for value in line.values] == [
        ("19,500", True),
        ("150,000", False),
        ("about 310,000", False),
    ]
    assert line.values[2].who.startswith("Wire and Courier, 11 March")


def test_a_chart_has_no_point_for_a_value_that_is_only_recalled():
    articles = (
        told("Some 310,000 homes were without power in Osk.", "Wire", -50),
        told("In Osk 150,000 homes were still without power, down from 310,000.", "Herald", -30),
        told("In Osk 19,500 homes were still without power, down from 150,000.", "Courier", -8),
    )
    (chart,) = charts(build_ledger(articles), NOW)
    assert [point.note.split(", ")[:2] for point in chart.points] == [
        ["about 310,000", "Wire"],
        ["150,000", "Herald"],
        ["19,500", "Courier"],
    ]


def test_two_lines_of_one_name_are_told_apart_by_their_words():
    found = shown(
        told(
            "Five counts of battery were read out. Three counts of fraud were dropped in Tolven.", "Wire", -9
        ),
        told(
            "Five counts of battery were read out. In Tolven three counts of fraud were dropped.",
            "Courier",
            -8,
        ),
    )
    names = [line.label for line in found]
    assert len(names) == len(set(names)) == 2


def test_a_number_that_only_tells_one_of_a_kind_from_others_has_no_line():
    text = "The fire broke out in the 2500 block of Tolven Road and burned 40 cars."
    (cars,) = build_ledger([told("It burned 40 cars.", "Wire", -9)]).lines
    assert cars.label == "cars"
    assert all(line.label != "Block" for line in shown(told(text, "Wire", -9), told(text, "Courier", -8)))


def test_a_sum_is_named_by_the_words_beside_it_where_its_noun_is_no_name():
    text = "The fire did damage in the vicinity of $2 million to the mill."
    found = shown(told(text, "Wire", -9), told(text, "Courier", -8))
    assert [line.label for line in found] == ["“… the vicinity of $2 million to the mill”"]
