"""The plan says each thing once, in words that stand alone, within its words, whatever the order of input."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.data import (
    Article,
    Citation,
    Evidence,
    Figure,
    Kind,
    Ledger,
    LedgerLine,
    Sentence,
    Statement,
    Story,
    Thing,
)
from briefing.figures import build_ledger
from briefing.plan import Plan, fit_forms, plan, printed, verbatim_text
from briefing.plan.fit import counts_from_its_day, unfit
from briefing.plan.leaning import leans_back, stands_loosely
from briefing.plan.order import written_on
from briefing.plan.strangers import strangers
from briefing.settings import PlanSettings
from briefing.split import split

NOON = datetime(2026, 4, 14, 12, tzinfo=UTC)

HARBOUR = (
    "The harbour bridge at Tolven was closed on Tuesday after inspectors found cracks in two of its nine piers.",
    "The cracks were found by divers during a routine survey, the roads agency said.",
    "About 14,000 vehicles cross the bridge each day.",
    "He said the work would take until June.",
    "The agency's director, Pia Holm, said repairs would cost $3.2 million.",
    '"We would rather have a queue than a funeral," Holm said.',
    "A ferry for pedestrians will run every 20 minutes from the old customs house.",
    "Sign up to our newsletter for more news from Tolven.",
)
HARBOUR_TOO = (
    "Inspectors found cracks in two piers of the Tolven harbour bridge, which was closed to all traffic on Tuesday.",
    "Lorries are being sent by way of Sandmouth, a detour of 38 kilometres.",
    "The mayor, Arvid Lange, called the closure a disaster for the town's shops.",
    "What will become of the summer fair?",
    "I have crossed that bridge every day of my life.",
    "The bridge was built in 1962 and strengthened in 1998.",
    "Repairs will cost $3.2 million, according to the roads agency.",
)


def article(name: str, sentences: tuple[str, ...], *, hours: float = 0, publisher: str = "") -> Article:
    published = NOON + timedelta(hours=hours)
    return Article(name, "\n\n".join(sentences), publisher or name.title(), published=published)


def planned(*articles: Article, words: int = 60, **options: object) -> Plan:
    sentences = {one.id: split(one) for one in articles}
    settings = options.pop("settings", PlanSettings())
    return plan(Story("s", articles), sentences, words=words, settings=settings, **options)  # type: ignore[arg-type]


def texts(found: Plan) -> list[str]:
    return [verbatim_text(evidence) for evidence in found.evidence]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Storm warning lifted.", "too few words"),
        ("Bridge closed after cracks found in two piers", "no full stop"),
        ("Lorries at Tolven Bridge, Sandmouth after the May 7, 2026 closure.", "without a verb"),
        ("Pia Holm, 18, from Tolven in the north.", "without a verb"),
        ("What will become of the summer fair in Tolven?", "a question"),
        ('The mayor said "the bridge is safe for now.', "quotation mark"),
        ("• The bridge was closed on Tuesday morning.", "a list"),
        ("and the bridge was closed on Tuesday morning.", "begins in the middle"),
        ("THE BRIDGE IS CLOSED UNTIL FURTHER NOTICE TODAY.", "capitals"),
        ("Sign up to our newsletter for more news from Tolven.", "part of the page"),
        ("Additional reporting by Oda Brandt contributed to this article.", "part of the page"),
        ("Mayor Arvid Lange (centre) and Pia Holm open the bridge.", "a caption"),
        ("The bridge is seen from the east in this undated photo.", "a caption"),
        ("Mayor Arvid Lange speaks to drivers in Tolven, Saturday, Oct. 3, 2026, in Sandmouth.", "a caption"),
        (
            "A tug brings in the barge that had drifted from Tolven, in Sandmouth Saturday, Oct. 3, 2026.",
            "a caption",
        ),
        ("Mayor Arvid Lange answers questions from drivers at the toll house on May 7.", "a caption"),
        ("Ines Holm leaves the toll house in Tolven May 7, 2026.", "a caption"),
        ("A ferry lands at the quay of Tolven on May 7, 2026.", "a caption"),
        ("Pia Holm stands for a portrait beside the bridge.", "a caption"),
        ("An artist's impression of the new bridge, which could open in June.", "a caption"),
        ("Aerial view of the bridge and a sunken barge.", "a caption"),
        ("July 1991, days before the bridge was opened.", "a caption"),
        (
            "Bridge shut for good 7 May 2026 The agency has closed the bridge.",
            "part of the page, not of the article",
        ),
        ("Bridge shut for good by rust Published: 2026.", "part of the page, not of the article"),
        ("Oops, the harbour board did it again.", "speaks to the reader"),
        ("Running the harbour is hard, but somebody's gotta do it.", "speaks to the reader"),
        ("A shed by the quay is probably, yes, safest.", "speaks to the reader"),
        ("2026/05/07 Tolven bridge closed to lorries in the U.S.", "part of the page, not of the article"),
        ("Members of the diving team at the third pier in Tolven on Sunday.", "a caption"),
        ("CORRECTS DAY OF CLOSURE TO MONDAY Lorries stand parked on the bridge in Tolven.", "a caption"),
        ("Pretty good for a bridge of that age.", "without a verb"),
        ("Well, the bridge had to close some day.", "speaks to the reader"),
        ("The good news is that the piers will hold.", "speaks to the reader"),
        ("I have crossed that bridge every day of my life.", "speaks of himself"),
        ("Our reporter saw two divers at the third pier.", "speaks of himself"),
        ("The bridge was closed on Tuesday after inspectors...", "cut off"),
        ("The queue at Sandmouth must be seen to be believed!", "an exclamation"),
    ],
)
def test_a_sentence_that_cannot_be_quoted_is_refused_with_its_reason(text, reason):
    assert reason in unfit(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed on Tuesday morning.",
        '"We would rather have a queue than a funeral," Holm said.',
        "“We asked for it in March,” said Pia Holm, the agency's director.",
        "US inspectors found cracks in two of its nine piers.",
        "A 6'2\" diver was lowered to the third pier.",
        "The mayor is to answer questions from drivers on Sunday.",
        "Divers in Tolven fear a long winter of work on the piers after Sunday.",
        "No driver was hurt when the railing fell.",
        "The agency said the bridge would open again on Monday, Oct. 5, 2026, in Sandmouth.",
        "Tolven play Sandmouth on Saturday.",
        "The bridge was closed on Thursday, May 7, 2026 in the presence of the mayor.",
        "“Oops, we were gonna mend it,” Holm said.",
        "Holm asked whether “anyone here would drive over it?” and nobody answered.",
    ],
)
def test_a_whole_sentence_in_the_publishers_own_voice_is_fit(text):
    assert unfit(text) == ""


def test_somebody_whom_only_another_sentence_introduces_is_a_stranger_until_half_the_story_names_him():
    told = (
        "The bridge at Tolven was closed on Tuesday.",
        "Its piers have cracks, said Pia Holm, an engineer.",
        "Holm said the third pier was the worst.",
        "“There was rust,” said Holm.",
        "Engineer Pia Holm had warned the town in March.",
        "Drivers must take the ferry.",
    )
    assert strangers([told], 0.5) == (frozenset(),)
    assert strangers([told], 0.9) == (frozenset({2, 3}),)


def test_two_articles_that_open_with_one_piece_of_news_in_other_words_tell_it_once():
    one = article(
        "a", ("Mayor Arvid Lange cut the ribbon of Tolven Bridge.", "Buses cross it every ten minutes now.")
    )
    two = article(
        "b", ("Tolven Bridge was opened by Arvid Lange at noon.", "Divers had worked on it for a winter.")
    )
    found = texts(planned(one, two, words=60, settings=PlanSettings(same_cosine=1, same_share=1)))
    assert sum("Arvid Lange" in text for text in found) == 1
    both = PlanSettings(same_cosine=1, same_share=1, same_opening=9)
    assert sum("Arvid Lange" in text for text in texts(planned(one, two, words=60, settings=both))) == 2


def test_a_brief_would_rather_not_quote_a_stranger():
    told = (
        "The bridge at Tolven was closed on Tuesday after divers found cracks in its piers.",
        "The bridge was inspected in March by engineer Pia Holm.",
        "Holm said the bridge at Tolven, its piers and the cracks in them were old.",
        "Lorries had to turn at the ferry.",
        "Buses from the hills came hours late.",
    )
    bold, shy = (
        texts(
            planned(
                article("a", told),
                words=34,
                settings=PlanSettings(
                    stranger_malus=malus, known_name_share=0.5, same_cosine=1, same_share=1
                ),
            )
        )
        for malus in (-9.0, 9.0)
    )
    assert any(text.startswith("Holm said") for text in bold)
    assert not any(text.startswith("Holm said") for text in shy)


@pytest.mark.parametrize(
    "text",
    [
        "He said the work would take until June.",
        "But they could not agree on a date.",
        "This was the third closure in a year.",
        "The former had been repaired in 2019.",
        "In a statement on Monday it said that the piers were safe.",
        '"It took us all night," she said.',
        '"Nobody asked us about the piers."',
        "Traffic would be slow until June, he added.",
        "These were found by divers.",
        "Some refused to leave their boats.",
        "Most are stored in sheds along the quay.",
        "A second, with divers on board, was on its way.",
        "Ten others were taken to a clinic.",
        "Three are still in a serious condition.",
        "Divers could not answer those questions any better than engineers.",
        "The harbour board has little say in this regard.",
        "The offer was made in a letter to the board.",
        "The decision came after a night of talks.",
        "Next they had to find the anchor.",
        "The June 4 end of the toll will cost him more before it ends.",
        "On Wednesday he was seen on the quay again.",
    ],
)
def test_a_sentence_that_needs_the_one_before_it_is_known(text):
    assert leans_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is not known when the bridge will open again.",
        "As he fled, Breck, 47, dropped the bag.",
        "After a night of talks, Holm said it had agreed.",
        "In a statement on Monday Holm said that it had begun.",
        '"It took us all night," Holm said.',
        "But Holm refused to name a date.",
        "This week the bridge was closed twice.",
        "Some of the divers refused to leave their boats.",
        "Most drivers are sent over Tolven.",
        "Ten people were taken to a clinic after the fire.",
        "The board thanked those who had searched all night.",
        "Boats like these cost a million.",
        "The driver of the lorry said he had seen no light.",
        "On Wednesday the ferry that Holm steers brought him home.",
        "Engineers closed the bridge and the quay because nobody knew how much those structures could bear.",
        "The decision of the board to close the bridge was no surprise.",
    ],
)
def test_a_sentence_that_names_what_it_speaks_of_stands_alone(text):
    assert not leans_back(text)


def test_the_company_without_its_name_stands_loosely():
    assert stands_loosely("The company declined to comment.")
    assert stands_loosely("Holm, however, declined to comment.")
    assert not stands_loosely("Norvane Bridges declined to comment.")


def test_yesterday_counts_from_its_day_and_a_date_does_not():
    assert counts_from_its_day("The bridge was closed yesterday.")
    assert not counts_from_its_day("The bridge was closed on 14 April.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TOLVEN, April 14 (Pallas Wire) - The bridge was closed.", "The bridge was closed."),
        ("TOLVEN (Pallas Wire) — The bridge was closed.", "The bridge was closed."),
        ("(Pallas) -- The bridge was closed.", "The bridge was closed."),
        ("TOLVEN — The bridge was closed on Tuesday.", "The bridge was closed on Tuesday."),
        ("But Holm refused to name a date.", "Holm refused to name a date."),
        ("However, Holm refused to name a date.", "Holm refused to name a date."),
        ("But the agency refused to name a date.", "But the agency refused to name a date."),
        ("And on April 14 the bridge was closed.", "On April 14 the bridge was closed."),
        ("Finally, the piers were painted.", "The piers were painted."),
        ("Finally, Holm and her crew painted the piers.", "Holm and her crew painted the piers."),
        ("But for the rain it would be open.", "But for the rain it would be open."),
        ("And yet the bridge is still closed.", "And yet the bridge is still closed."),
        ("The bridge was closed on Tuesday.[1][2]", "The bridge was closed on Tuesday."),
        ("Holm (the director) said — twice — no.", "Holm (the director) said — twice — no."),
    ],
)
def test_what_hangs_on_the_edges_is_not_printed(text, expected):
    assert printed(text) == expected


@given(st.text(alphabet='ABcd ,.:—-()"“”[1]\n\t', max_size=60))
def test_what_is_printed_is_a_piece_of_the_sentence(text):
    assert printed(text) in text or printed(text)[1:] in text


@given(
    st.sampled_from(("And ", "But ", "However, ", "Finally, ")),
    st.text(alphabet="abé ,.Z", min_size=8, max_size=40),
)
def test_what_is_printed_after_a_linking_word_differs_in_one_capital_only(word, rest):
    assert printed(word + rest).casefold() in (word + rest).casefold()


def test_nothing_unfit_is_planned_and_each_refusal_is_recorded():
    found = planned(article("ledger", HARBOUR), article("courier", HARBOUR_TOO), words=400)
    said = " ".join(texts(found))
    for refused in ("newsletter", "summer fair", "I have crossed"):
        assert refused not in said
        assert any(refused in drop.text and drop.reason for drop in found.dropped)


def test_every_sentence_is_planned_supports_a_fact_or_is_accounted_for():
    articles = (article("ledger", HARBOUR), article("courier", HARBOUR_TOO))
    found = planned(*articles, words=60)
    used = {(s.article_id, s.index) for evidence in found.evidence for s in evidence.sentences}
    refused = sum(bool(drop.text) for drop in found.dropped)
    unused = sum(int(drop.reason.split()[0]) for drop in found.dropped if not drop.text)
    assert len(used) + refused + unused == sum(len(split(one)) for one in articles)


def test_a_fact_that_two_publishers_state_is_told_once_with_both_behind_it():
    found = planned(article("ledger", HARBOUR), article("courier", HARBOUR_TOO), words=120)
    costs = [evidence for evidence in found.evidence if "$3.2 million" in verbatim_text(evidence)]
    assert len(costs) == 1
    assert set(costs[0].publishers) == {"Ledger", "Courier"}
    assert len(costs[0].sentences) == 2


@pytest.mark.parametrize("words", [40, 80, 120, 200])
def test_a_plan_keeps_to_its_words_where_there_is_enough_to_say(words):
    sentences = tuple(
        f"The {name} district of Tolven reported {n} flooded {thing} by Tuesday evening after the {dam} dam gave way."
        for n, (name, thing, dam) in enumerate(
            (
                (a, b, c)
                for a in ("Alder", "Birch", "Cedar", "Dogwood")
                for b in ("cellars", "shops", "barns")
                for c in ("upper", "lower")
            ),
            11,
        )
    )
    count = sum(
        len(text.split())
        for text in texts(
            planned(
                article("ledger", sentences), words=words, settings=PlanSettings(same_cosine=2, same_share=2)
            )
        )
    )
    assert 0.85 * words <= count <= 1.1 * words


def test_the_lead_comes_first_from_the_top_of_an_article():
    found = planned(article("ledger", HARBOUR), article("courier", HARBOUR_TOO))
    assert found.evidence[0].role == "lead"
    assert found.evidence[0].sentences[0].index == 0
    assert "cracks" in texts(found)[0]


def test_the_order_of_the_articles_sentences_does_not_change_which_are_chosen():
    first, second = article("ledger", HARBOUR), article("courier", HARBOUR_TOO)
    assert set(texts(planned(first, second))) == set(texts(planned(second, first)))


def test_a_leaning_sentence_comes_with_the_one_it_leans_on_or_not_at_all():
    body = (
        "Pia Holm, the director of the Tolven roads agency, inspected the cracked piers of the harbour bridge on Tuesday.",
        "She ordered the cracked piers of the harbour bridge to be wrapped in carbon fibre before the summer traffic begins.",
    )
    found = planned(article("ledger", body), words=60)
    assert texts(found) == [" ".join(body)]
    assert texts(planned(article("ledger", body[1:]), words=60)) == []


def test_what_was_said_before_is_not_said_again():
    articles = (article("ledger", HARBOUR), article("courier", HARBOUR_TOO))
    before = texts(planned(*articles, words=40))
    after = texts(planned(*articles, words=40, known=before))
    assert after
    assert not set(before) & set(after)
    assert sum("cracks" in text and "piers" in text for text in before + after) == 1


def test_an_article_that_is_mostly_furniture_gives_nothing():
    page = (
        "This page was crawled for the Internet Archive to keep links on the web alive.",
        "Accept all cookies to read more of our subscriber newsletters in your browser.",
        "The goal is to mend what is broken about the harbour bridge.",
    )
    found = planned(article("ledger", HARBOUR), article("page", page), words=300)
    assert all(
        sentence.article_id != "page" for evidence in found.evidence for sentence in evidence.sentences
    )


def test_a_later_report_is_preferred_to_one_of_days_ago():
    old = ("The Tolven bridge will open again in June, Pia Holm told the council.",)
    new = ("The Tolven bridge will open again in August, Pia Holm told the council.",)
    found = planned(article("courier", old, hours=-70), article("ledger", new), words=14)
    assert "August" in texts(found)[0]


def test_a_history_of_weeks_is_told_in_order_of_time():
    parts = (
        "Divers found the first cracks in the piers of the harbour bridge at Tolven in a survey.",
        "The council voted nine to four for a new crossing at Sandmouth instead of repairs.",
        "Builders sank the last pile of the Sandmouth crossing before a crowd of thousands.",
    )
    articles = [article(f"n{n}", (text,), hours=24 * 10 * n) for n, text in enumerate(parts)]
    assert texts(planned(*reversed(articles), words=80)) == list(parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bridge closed\n\nTuesday, April 14, 2026\n\nThe bridge was closed.",
            datetime(2026, 4, 14, tzinfo=UTC),
        ),
        ("2026-04-14\nThe bridge was closed.", datetime(2026, 4, 14, tzinfo=UTC)),
        ("14 April 2026\nThe bridge was closed.", datetime(2026, 4, 14, tzinfo=UTC)),
        ("The bridge was opened on April 14, 1962, by the queen.", None),
        ("February 31, 2026\nThe bridge was closed.", None),
    ],
)
def test_a_date_line_says_when_an_undated_article_was_written(text, expected):
    assert written_on(Article("a", text, "Ledger")) == expected


def statement(one: Article, figure: str, value: int, noun: str, act: str) -> Statement:
    sentence = next(s for s in split(one) if figure in s.text)
    start = one.text.index(figure)
    found = Figure(
        Kind.COUNT, figure, start, start + len(figure), Decimal(value), Decimal(value), thing=Thing(noun, act)
    )
    where = Citation(one.id, sentence.start, sentence.end, sentence.text)
    return Statement(found, one.publisher, where, one.published)


def ledger_of(
    *statements: Statement, agreement: str = "conflict", current: tuple[Statement, ...] = ()
) -> Ledger:
    return Ledger((LedgerLine("people", statements, current or statements, agreement),))


def dispute(*cases: tuple[str, str, str, int, str, str, float]) -> list[Evidence]:
    articles = [article(name, (text,), hours=hours) for name, text, _, _, _, _, hours in cases]
    stated = [
        statement(one, figure, value, noun, act)
        for one, (_, _, figure, value, noun, act, _) in zip(articles, cases, strict=True)
    ]
    found = planned(*articles, words=100, ledger=ledger_of(*stated))
    return [evidence for evidence in found.evidence if evidence.role == "disagreement"]


def test_publishers_who_differ_on_the_dead_are_named_with_what_each_reports():
    found = dispute(
        (
            "ledger",
            "The blast at the mill left nine dead, two of them apprentices.",
            "nine",
            9,
            "",
            "killed",
            0,
        ),
        (
            "courier",
            "Officials said nine workers had been killed in the mill.",
            "nine",
            9,
            "worker",
            "kill",
            0,
        ),
        (
            "tidewater",
            "Reporters saw the bodies of four people at the hospital.",
            "four",
            4,
            "person",
            "see",
            0,
        ),
    )
    assert [evidence.text for evidence in found] == [
        "Courier and Ledger report nine dead; Tidewater reports four bodies."
    ]
    assert {sentence.article_id for sentence in found[0].sentences} == {"ledger", "courier", "tidewater"}


def test_nine_workers_and_their_foreman_are_not_nine_dead():
    assert not dispute(
        (
            "ledger",
            "Officials said nine workers and their foreman had been killed.",
            "nine",
            9,
            "worker",
            "kill",
            0,
        ),
        ("tidewater", "The blast at the mill left ten dead.", "ten", 10, "", "killed", 0),
    )


def test_a_later_toll_is_news_and_no_disagreement():
    assert not dispute(
        ("ledger", "The blast at the Tolven mill left seven dead on Tuesday.", "seven", 7, "", "killed", -30),
        ("courier", "The blast at the Tolven mill left nine dead on Tuesday.", "nine", 9, "", "killed", 0),
    )


def test_what_was_added_to_an_older_toll_is_not_told_beside_the_newer_one():
    older = article(
        "ledger",
        (
            "Fire swept the Tolven mill.",
            "Four more bodies were found in the mill at Tolven, which has stood since May.",
        ),
        hours=-24,
    )
    newer = article("courier", ("The fire in the Tolven mill left ten people dead, the coroner said.",))
    articles = (older, newer)
    found = planned(*articles, ledger=build_ledger(articles))
    assert not any("Four more" in text for text in texts(found))
    assert any("Four more" in text for text in texts(planned(*articles)))


def test_a_part_of_the_dead_is_no_toll():
    assert not dispute(
        ("ledger", "The blast at the Tolven mill left nine dead on Tuesday.", "nine", 9, "", "killed", 0),
        (
            "courier",
            "Dozens died in the mill, including two killed by falling beams.",
            "two",
            2,
            "",
            "killed",
            0,
        ),
    )


def test_other_counts_in_dispute_are_told_with_their_noun():
    found = dispute(
        ("ledger", "The repairs closed 18 shops along the quay.", "18", 18, "shop", "close", 0),
        ("courier", "Some owners count 25 shops that have closed.", "25", 25, "shop", "close", 0),
    )
    assert [evidence.text for evidence in found] == ["Ledger reports 18 shops; Courier reports 25 shops."]


def test_a_publisher_with_two_values_in_one_report_is_no_party_to_a_dispute():
    one = article("ledger", ("The repairs closed 18 shops on the quay and 25 shops in all.",))
    two = article("courier", ("Along the quay 30 shops have closed since April.",))
    stated = (
        statement(one, "18", 18, "shop", "close"),
        statement(one, "25", 25, "shop", "close"),
        statement(two, "30", 30, "shop", "close"),
    )
    found = planned(one, two, words=100, ledger=ledger_of(*stated))
    assert all(evidence.role != "disagreement" for evidence in found.evidence)


def test_a_figure_that_was_replaced_is_not_chosen_where_there_is_another():
    one = article("ledger", ("The closure of the harbour bridge has cost 18 jobs in Tolven.", HARBOUR[6]))
    two = article(
        "courier", ("The closure of the harbour bridge has cost 40 jobs in Tolven.", HARBOUR_TOO[1])
    )
    old, new = statement(one, "18", 18, "job", "cost"), statement(two, "40", 40, "job", "cost")
    found = planned(one, two, words=24, ledger=ledger_of(old, new, agreement="superseded", current=(new,)))
    said = " ".join(texts(found))
    assert "40 jobs" in said
    assert "18 jobs" not in said


def test_verbatim_text_is_our_own_sentence_where_there_is_one():
    sentence = Sentence("ledger", 0, 0, 4, "Text")
    assert (
        verbatim_text(Evidence((sentence,), ("Ledger",), text="Ledger reports nine dead."))
        == "Ledger reports nine dead."
    )


def test_a_story_of_no_sentences_gives_an_empty_plan():
    assert planned(Article("a", "", "Ledger")).evidence == ()


def test_the_same_plan_comes_out_whatever_the_order_of_sets():
    script = (
        "import pathlib\n"
        "from briefing.data import Article, Story\n"
        "from briefing.plan import plan, verbatim_text\n"
        "from briefing.settings import PlanSettings\n"
        "from briefing.split import split\n"
        "paths = sorted(pathlib.Path('seeds/halvern-ferry').glob('*.txt'))\n"
        "articles = tuple(Article(p.stem, p.read_text(), p.stem) for p in paths)\n"
        "found = plan(Story('s', articles), {a.id: split(a) for a in articles}, words=150, settings=PlanSettings())\n"
        "print([(verbatim_text(e), e.publishers) for e in found.evidence])\n"
    )
    root = Path(__file__).parent.parent
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
    assert len(runs.pop()) > 200


def test_a_long_article_is_planned_in_linear_time():
    def clock(count: int) -> float:
        one = article(
            "a", tuple(f"Warden {n}x{n} said that {n} people had come to pier{n}." for n in range(count))
        )
        sentences = {"a": split(one)}
        start = time.process_time()
        plan(Story("s", (one,)), sentences, words=100, settings=PlanSettings())
        return time.process_time() - start

    clock(100)
    assert clock(4000) < 25 * max(clock(500), 0.05)


def test_a_story_of_many_articles_is_planned_in_linear_time():
    def clock(count: int) -> float:
        articles = tuple(
            article(f"a{n}", tuple(f"{s[:-1]} for the {n}th time." for s in HARBOUR), publisher=f"P{n}")
            for n in range(count)
        )
        sentences = {one.id: split(one) for one in articles}
        start = time.process_time()
        plan(Story("s", articles), sentences, words=100, settings=PlanSettings())
        return time.process_time() - start

    clock(5)
    assert clock(160) < 25 * max(clock(20), 0.02)


def test_a_figure_told_once_is_not_told_again():
    injured = (
        "Nine people were missing and 34 were injured when the ferry Orla burned off Tolven, the coastguard said.",
        "The port will stay shut until divers have looked at the wreck and its oil tanks.",
    )
    again = (
        "Thirty-four people were hurt, doctors in three towns said on their way home last night.",
        "The ferry's owner declined to say when it had last been inspected by the state.",
    )
    stories = (article("one", injured), article("two", again))
    found = planned(*stories, words=50, ledger=build_ledger(stories))
    assert sum("34" in text or "hirty-four" in text for text in texts(found)) == 1


def test_shorter_forms_buy_another_fact():
    aside = ", on an afternoon of sleet and gusts that few would have chosen for a walk,"
    told = (
        "The harbour bridge at Tolven was closed on Tuesday{} after inspectors found cracks in its piers.",
        "Inspectors{} said the cracks in the harbour bridge would cost $3.2 million to repair.",
        "A ferry{} will carry pedestrians from the old customs house while the bridge is closed.",
    )
    one = article("one", tuple(text.format(aside) for text in told))
    two = article(
        "two", ("The bridge at Tolven is closed, inspectors said, and a ferry will carry pedestrians.",)
    )
    story, sentences = Story("s", (one, two)), {each.id: split(each) for each in (one, two)}
    facts = [Evidence((sentence,), ("One",)) for sentence in sentences["one"]]
    short = [text.format("") for text in told]
    full = [text.format(aside) for text in told]
    words = len(" ".join(full[:2]).split())

    def fitted(*forms: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
        return fit_forms(story, sentences, facts, forms, first=2, words=words, settings=PlanSettings())

    assert len(fitted(*((text,) for text in full))) == 2
    assert [number for number, _ in fitted(*zip(short, full, strict=True))] == [0, 1, 2]


def test_no_shorter_form_costs_a_brief_what_it_covers():
    told = (
        "The harbour bridge at Tolven was closed on Tuesday after inspectors found cracks in its piers.",
        "Inspectors said the cracks in the harbour bridge would cost $3.2 million to repair.",
    )
    one = article("one", (*told, "The weather in the valley was dull."))
    two = article(
        "two",
        (
            "The harbour bridge was closed after inspectors found cracks in its piers, the mayor said.",
            "It would cost $3.2 million to repair the cracks in the harbour bridge, inspectors said.",
        ),
    )
    story, sentences = Story("s", (one, two)), {each.id: split(each) for each in (one, two)}
    facts = [Evidence((sentence,), ("One",)) for sentence in sentences["one"]]
    forms = [("The bridge was closed.", told[0]), ("Inspectors said the cracks.", told[1]), ("The weather in the valley was dull.",)]  # fmt: skip
    words = len(" ".join(told).split())

    def fitted(least_worth: float) -> tuple[tuple[int, int], ...]:
        settings = PlanSettings(least_worth=least_worth, brevity_prices=(5.0, 0.0))  # at first a word is dear
        return fit_forms(story, sentences, facts, forms, first=2, words=words, settings=settings)

    assert fitted(0.97) == ((0, 1), (1, 1))
    assert (0, 0) in fitted(0.0)  # nothing but its worth keeps a short form out


def test_a_small_cut_is_paid_as_well_as_a_large_one_of_which_only_the_first_words_count():
    told = (
        "The harbour bridge at Tolven was closed on Tuesday after inspectors found deep cracks in its northern piers.",
    )
    one = article("one", (*told, "The weather in the valley was dull."))
    story, sentences = Story("s", (one,)), {one.id: split(one)}
    facts = [Evidence((sentence,), ("One",)) for sentence in sentences["one"][:1]]
    forms = [("The bridge was closed.", told[0].replace(" on Tuesday", ""), told[0])]

    def fitted(paid_words: int) -> tuple[tuple[int, int], ...]:
        settings = PlanSettings(least_worth=0.0, brevity_prices=(1.0,), paid_words=paid_words)
        return fit_forms(story, sentences, facts, forms, first=1, words=20, settings=settings)

    assert fitted(99) == ((0, 0),)
    assert fitted(4) == ((0, 1),)


def test_two_openings_that_tell_one_piece_of_news_are_not_both_told_when_forms_are_chosen():
    lead = "Marta Lindqvist of Tolven won the harbour race on Sunday in a boat that her brother built."
    again = "Victory went to Marta Lindqvist, whose town of Tolven had waited long years for a harbour title."
    one = article("one", (lead, "The weather in the valley was dull that day."))
    two = article("two", (again, "A ferry brought hundreds of spectators across."))
    story, sentences = Story("s", (one, two)), {each.id: split(each) for each in (one, two)}
    facts = [Evidence((sentences[name][0],), (name,)) for name in ("one", "two")]
    forms = [("Marta Lindqvist of Tolven won the harbour race.", lead), (again,)]
    settings = PlanSettings(least_worth=0.0, same_opening=0.02, same_cosine=0.9, same_share=0.9)
    chosen = fit_forms(story, sentences, facts, forms, first=1, words=60, settings=settings)
    assert len(chosen) == 1
