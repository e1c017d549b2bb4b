"""An edition built by hand, so that rendering is tested apart from the steps before it. All events are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from briefing.data import (
    Article,
    Brief,
    BriefSentence,
    Checked,
    Citation,
    Copy,
    Correction,
    Direction,
    Dropped,
    Edition,
    Figure,
    Kind,
    Ledger,
    LedgerLine,
    Modifier,
    Recipe,
    Rung,
    Statement,
    Story,
    Thing,
    Verdict,
)

ZONE = timezone(timedelta(hours=2))
NOW = datetime(2031, 3, 14, 6, 0, tzinfo=ZONE)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2031, 3, day, hour, minute, tzinfo=UTC)


def cite(article: Article, words: str) -> Citation:
    start = article.text.index(words)
    return Citation(article.id, start, start + len(words), words)


def number(text: str, low: str, noun: str, act: str = "", kind: Kind = Kind.COUNT, **more: object) -> Figure:
    value = Decimal(low)
    return Figure(kind, text, 0, len(text), value, value, thing=Thing(noun, act), **more)  # type: ignore[arg-type]


def state(article: Article, words: str, figure: Figure, as_of: datetime | None = None) -> Statement:
    return Statement(figure, article.publisher, cite(article, words), as_of or article.published)


def supported(sentence: str, words: str, figure: Figure, *citations: Citation) -> Checked:
    start = sentence.index(words)
    reason = f"“{words}” is stated by the source"
    return Checked("figure", words, start, start + len(words), Verdict.SUPPORTED, reason, citations, figure)


FERRY_1 = Article(
    "north-wire-1",
    "A car ferry ran aground off Skerry Point late on Wednesday. Nine people died, the coast guard said. "
    "The Maren Holt was carrying 214 passengers.",
    "North Wire",
    "Nine dead as ferry runs aground off Skerry Point",
    at(12, 23, 40),
    "https://northwire.example/2031/ferry",
)
FERRY_2 = Article(
    "harbour-post-1",
    "Twelve people are now known to have died when the ferry Maren Holt ran aground off Skerry Point. "
    "At least 31 were injured, hospitals said. Divers were to resume their search at first light.",
    "The Harbour Post",
    "Ferry toll rises to 12; divers to resume at dawn",
    at(13, 21, 5),
    "https://harbourpost.example/news/ferry-toll?id=7&edition=late",
)
FERRY_3 = Article(
    "radio-vell-1",
    "The transport minister, Ada Rourke, ordered an inquiry into the grounding of the Maren Holt. "
    "Some 40 people were hurt, according to the regional health board.",
    "Radio Vell",
    "Minister orders inquiry into ferry grounding",
    at(14, 2, 30),
    "https://radiovell.example/a/5512",
)
FERRY_COPY = replace(FERRY_2, id="coast-today-1", publisher="Coast Today", url="https://coasttoday.example/x")

BANK_1 = Article(
    "ledgerman-1",
    "The central bank of Orrin raised its main rate to 4.75 percent from 4.5 percent. "
    "Inflation stood at 6.2 percent in February.",
    "The Ledgerman",
    "Orrin lifts rates to 4.75 percent",
    at(13, 12, 0),
    "https://ledgerman.example/rates",
)


def ferry() -> Brief:
    died = "Twelve people are now known to have died when the ferry Maren Holt ran aground off Skerry Point."
    hurt = "The Harbour Post says at least 31 were injured, Radio Vell some 40."
    inquiry = "The transport minister, Ada Rourke, ordered an inquiry into the grounding of the Maren Holt."
    twelve = number("Twelve", "12", "person", "killed")
    nine = number("Nine", "9", "person", "killed")
    at_least = number("31", "31", "person", "injured", modifier=Modifier.AT_LEAST)
    some = number("40", "40", "person", "injured", modifier=Modifier.ABOUT)
    aboard = number("214", "214", "passenger", "carried")
    died_in = cite(FERRY_2, died)
    injured_in = cite(FERRY_2, "At least 31 were injured, hospitals said.")
    hurt_in = cite(FERRY_3, "Some 40 people were hurt, according to the regional health board.")
    first = state(FERRY_1, "Nine people died, the coast guard said.", nine)
    latest = state(FERRY_2, died, twelve)
    injured = (state(FERRY_2, injured_in.text, at_least), state(FERRY_3, hurt_in.text, some))
    passengers = (state(FERRY_1, "The Maren Holt was carrying 214 passengers.", aboard),)
    ledger = Ledger(
        (
            LedgerLine("people killed", (first, latest), (latest,), "superseded"),
            LedgerLine("people injured", injured, injured, "conflict"),
            LedgerLine("passengers aboard", passengers, passengers, "single"),
        )
    )
    story = Story(
        "ferry",
        (FERRY_2, FERRY_3, FERRY_1),
        (Copy(FERRY_COPY, FERRY_2.id, "exact", 1.0),),
        reasons=("same event", "same event", "same event"),
    )
    return Brief(
        story=story,
        headline="Ferry toll rises to 12 off Skerry Point",
        sentences=(
            BriefSentence(
                died,
                (died_in,),
                (supported(died, "Twelve", twelve, died_in),),
                rungs=(Rung("Fifteen people died.", "model", "15 is in no source"),),
            ),
            BriefSentence(
                hurt,
                (injured_in, hurt_in),
                (supported(hurt, "31", at_least, injured_in), supported(hurt, "40", some, hurt_in)),
                origin="ledger",
                role="disagreement",
            ),
            BriefSentence(inquiry, (cite(FERRY_3, inquiry),), origin="model"),
        ),
        sources=(FERRY_2, FERRY_3, FERRY_1),
        ledger=ledger,
        why="three independent publishers",
        section="World",
        sent_before=at(13, 4),
        changes=("people killed: 12, was 9", "An inquiry has been ordered."),
        headline_citations=(cite(FERRY_2, died),),
    )


def bank() -> Brief:
    rate = "The central bank of Orrin raised its main rate to 4.75 percent from 4.5 percent."
    now = number("4.75 percent", "4.75", "rate", kind=Kind.PERCENT, unit="percent", direction=Direction.ROSE)
    was = number("4.5 percent", "4.5", "rate", kind=Kind.PERCENT, unit="percent")
    inflation = number("6.2 percent", "6.2", "inflation", kind=Kind.PERCENT, unit="percent")
    cited = cite(BANK_1, rate)
    line = "Inflation stood at 6.2 percent in February."
    return Brief(
        story=Story("bank", (BANK_1,)),
        headline="Orrin lifts rates to 4.75 percent",
        sentences=(
            BriefSentence(
                rate,
                (cited,),
                (supported(rate, "4.75 percent", now, cited), supported(rate, "4.5 percent", was, cited)),
            ),
        ),
        sources=(BANK_1,),
        ledger=Ledger(
            (
                LedgerLine("main rate", (state(BANK_1, rate, now),), (state(BANK_1, rate, now),), "single"),
                LedgerLine(
                    "inflation",
                    (state(BANK_1, line, inflation),),
                    (state(BANK_1, line, inflation),),
                    "single",
                ),
            )
        ),
        section="Money",
    )


def make() -> Edition:
    return Edition(
        briefs=(ferry(), bank()),
        dropped=(
            Dropped("clean", "north-wire-1", "repeated passage", "A car ferry ran aground."),
            Dropped("clean", "radio-vell-1", "repeated passage", "Radio Vell news."),
            Dropped("dedupe", "coast-today-1", "exact copy of harbour-post-1"),
        ),
        made_at=NOW,
        recipe=Recipe("0.1.0", "embedded", "b179c952", 100, "default", (("fact.txt", "0" * 64),)),
        articles=(FERRY_1, FERRY_2, FERRY_3, FERRY_COPY, BANK_1),
        title="The Vell Morning",
        corrections=(
            Correction(
                "ferry", "Ferry aground off Skerry Point", "people killed", "9", at(13, 4), "12",
                "The Harbour Post", at(13, 21, 5), cite(FERRY_2, "Twelve people are now known to have died"),
            ),
        ),
        missing=("Orrin Gazette: the feed did not answer within 20 s",),
    )  # fmt: skip


def hostile() -> Edition:
    """An edition whose every outside text tries to break out of its place."""
    text = (
        "</p><script>alert(1)</script> *Seven* [men](javascript:alert(2)) & women | \u202eneves\u202c "
        'saw "it" <img src=x onerror=alert(3)> {{ 7*7 }}.'
    )
    article = Article(
        'x"><b', text, 'Eve <i>"Post"</i>', "</title><svg onload=alert(4)>", at(14, 1), "javascript:alert(5)"
    )
    seven = number("Seven", "7", "man")
    cited = cite(article, text)
    said = state(article, text, seven)
    return Edition(
        briefs=(
            Brief(
                story=Story("s", (article,)),
                headline="</h2><script>alert(6)</script># *Bold*",
                sentences=(BriefSentence(text, (cited,), (supported(text, "Seven", seven, cited),)),),
                sources=(article,),
                ledger=Ledger((LedgerLine("men | <b>seen</b>", (said,), (said,), "agreed"),)),
                changes=("<script>alert(7)</script>",),
                section="<script>alert(8)</script>",
            ),
        ),
        dropped=(Dropped("clean", "<u>", "<script>alert(9)</script>"),),
        made_at=NOW,
        recipe=Recipe("<b>", '"><script>', "", 100),
        articles=(article,),
        missing=("<script>alert(10)</script>",),
    )


@pytest.fixture
def edition() -> Edition:
    return make()


@pytest.fixture
def hostile_edition() -> Edition:
    return hostile()
