"""Two days of an invented story, as editions: the toll rises, one figure stands, one is put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from briefing.archive import Archive
from briefing.data import (
    Article,
    Brief,
    BriefSentence,
    Checked,
    Citation,
    Copy,
    Edition,
    Figure,
    Kind,
    Ledger,
    LedgerLine,
    Modifier,
    Recipe,
    Statement,
    Story,
    Thing,
    Verdict,
)


def at(day, hour=6):
    return datetime(2031, 5, day, hour, tzinfo=UTC)


def figure(text, value, noun="person", act="killed", modifier=Modifier.EXACT):
    low = Decimal(value)
    return Figure(Kind.COUNT, text, 0, len(text), low, low, "", modifier, thing=Thing(noun, act))


def article(id, text, day, hour=4, publisher="Tarn Courier"):
    return Article(id, text, publisher, text.split(".")[0], at(day, hour), f"https://tarn.example/{id}")


def cite(of, words):
    start = of.text.index(words)
    return Citation(of.id, start, start + len(words), words)


def state(of, words, number):
    return Statement(number, of.publisher, cite(of, words), of.published)


def sentence(of, words, number=None, text=""):
    cited = cite(of, words)
    told = text or words
    figures = ()
    if number is not None:
        start = told.index(number.text)
        figures = (
            Checked(
                "figure",
                number.text,
                start,
                start + len(number.text),
                Verdict.SUPPORTED,
                "",
                (cited,),
                number,
            ),
        )
    return BriefSentence(told, (cited,), figures)


def edition(day, *briefs):
    articles = {a.id: a for b in briefs for a in b.story.articles}
    return Edition(
        briefs, (), at(day), Recipe("1", "verbatim", "", 100), tuple(articles.values()), "The Tarn Letter"
    )


SLIDE_1 = "A landslide above Upper Tarn buried a row of houses. Nine people were killed, rescuers said."
SLIDE_2 = "Twelve people were killed by the landslide, rescuers said. The road to Upper Tarn is open again."
MONDAY = article("tarn-1", SLIDE_1, 5)
TUESDAY = article("tarn-2", SLIDE_2, 6)
NINE = figure("Nine", "9")
TWELVE = figure("Twelve", "12")


def monday():
    story = Story(
        "slide", (MONDAY,), (Copy(replace(MONDAY, id="copy-1", publisher="Dale Post"), "tarn-1", "exact", 1),)
    )
    line = LedgerLine("people killed", (state(MONDAY, "Nine people were killed", NINE),), (), "single")
    return Brief(
        story,
        "Landslide kills nine at Upper Tarn",
        (
            sentence(MONDAY, "A landslide above Upper Tarn buried a row of houses."),
            sentence(MONDAY, "Nine people were killed, rescuers said.", NINE),
        ),
        (MONDAY,),
        Ledger((replace(line, current=line.statements),)),
    )


def tuesday():
    """The same story with one more article; the ledger knows that twelve took the place of nine."""
    was, now = (
        state(MONDAY, "Nine people were killed", NINE),
        state(TUESDAY, "Twelve people were killed", TWELVE),
    )
    return Brief(
        Story("slide", (MONDAY, TUESDAY)),
        "Landslide toll rises to 12",
        (
            sentence(MONDAY, "A landslide above Upper Tarn buried a row of houses."),
            sentence(TUESDAY, "Twelve people were killed by the landslide, rescuers said.", TWELVE),
            sentence(TUESDAY, "The road to Upper Tarn is open again."),
        ),
        (TUESDAY, MONDAY),
        Ledger((LedgerLine("people killed", (was, now), (now,), "superseded"),)),
    )


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path / "archive.db") as opened:
        yield opened


@pytest.fixture
def days():
    """What the tests need to build days of their own."""
    names = "at figure article cite state sentence edition monday tuesday MONDAY TUESDAY NINE TWELVE"
    return SimpleNamespace(**{name: globals()[name] for name in names.split()})
