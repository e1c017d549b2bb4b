"""The check of a whole text: verdicts on every figure, quotation and name, with reasons and citations."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.check import check_against, check_text, prepare
from briefing.data import Article, Verdict
from briefing.sources import Sources, dated

MARCH = datetime(2026, 3, 12, 9, tzinfo=UTC)


def article(
    text: str, publisher: str = "Bexwick Courier", published: datetime | None = MARCH, number: int = 1
) -> Article:
    return Article(f"a{number}", text, publisher, published=published)


def verdict(claim: str, *sources: Article, what: str = "") -> tuple[Verdict, str]:
    report = check_text(claim, sources)
    checked = next(c for c in report.figures if not what or what in c.text)
    return checked.verdict, checked.reason


FERRY = (
    "A ferry sank off Aldmoor on Tuesday, killing 14 people and injuring 30, the coastguard said. Three of the dead "
    "were crew. The ship had left Bexwick at 6.40 p.m. with 212 passengers. Corvane Lines made a profit of $5m last "
    "year, up from $3m, while its rival Delsor lost $9m. Fares rose 7 percent in 2025."
)


@pytest.mark.parametrize(
    "claim",
    [
        "Fourteen people died when a ferry sank off Aldmoor.",
        "The sinking left 14 dead and 30 hurt.",
        "The ship was carrying 212 passengers.",
        "It left at 6:40 in the evening.",
        "Corvane Lines made $5 million last year.",
        "Delsor made a loss of $9m.",
        "Fares went up by 7% in 2025.",
        "The ferry sank on March 10.",
    ],
)
def test_what_a_source_says_is_supported(claim):
    report = check_text(claim, [article(FERRY)])
    assert all(c.verdict.passes for c in report.figures), report.failures
    assert report.figures
    assert all(c.citations for c in report.figures)


@pytest.mark.parametrize(
    ("claim", "part"),
    [
        ("The sinking killed 30 people.", "30"),
        ("The sinking injured 14 people.", "14"),
        ("The sinking killed 15 people.", "15"),
        ("The sinking killed at least 14 people.", ""),
        ("The ship was carrying 212 crew.", "212"),
        ("Corvane Lines made a profit of $9m.", "$9m"),
        ("Corvane Lines made a profit of $3m last year.", "$3m"),
        ("Fares fell 7 percent in 2025.", "7"),
        ("Fares rose 7 percentage points in 2025.", "7"),
        ("Fares are 7 percent.", "7"),
        ("The ferry sank on March 11.", "March 11"),
        ("The ship left at 6.40 a.m.", "6.40"),
    ],
)
def test_what_no_source_says_is_refused(claim, part):
    if not part:  # a bound that follows from an exact figure is no fault
        assert check_text(claim, [article(FERRY)]).figures[0].verdict.passes
        return
    judged, reason = verdict(claim, article(FERRY), what=part)
    assert not judged.passes
    assert reason


def test_the_reason_is_in_plain_words_and_the_deciding_sentence_is_cited():
    source = article(FERRY)
    report = check_text("The sinking killed 30 people.", [source])
    (checked,) = report.figures
    assert checked.reason == "source counts 30 injured, not killed"
    (citation,) = checked.citations
    assert source.text[citation.start : citation.end] == citation.text
    assert "injuring 30" in citation.text


@pytest.mark.parametrize(
    ("claim", "source", "arithmetic"),
    [
        ("In all 12 people died in the two towns.", "Five died in Aldmoor and seven in Bexwick.", "+"),
        ("Osk has 40 fewer beds than Lenn.", "Lenn has 310 beds and Osk 270 beds.", "−"),
        ("Takings doubled.", "Takings were £8m this year, up from £4m last year.", "2"),
        ("A third of the pumps were replaced.", "Nine of the 27 pumps were replaced.", ""),
        ("Judge Mara Holt is 69.", "Judge Mara Holt, who turns 70 in May, will retire.", "70"),
    ],
)
def test_a_derived_figure_shows_its_arithmetic(claim, source, arithmetic):
    report = check_text(claim, [article(source)])
    assert report.ok, report.failures
    assert any(arithmetic in c.reason for c in report.figures)


@pytest.mark.parametrize(
    ("claim", "part", "sentence"),
    [
        ("The strike at the quay lasted two weeks.", "two weeks", "The strike at the quay lasted a fortnight."),
        ("Three ministers signed the ferry pact.", "Three", "The ministers of Corvania, Delsor and Malk signed the pact."),
        ("Two people were killed at the quay.", "Two", "Ann Bell, 29, and Tom Joy, 56, were killed."),
        ("The ship is an A-321 of Corvane Lines.", "A-321", "It is the A 321 of Corvane Lines."),
    ],
)  # fmt: skip
def test_what_a_source_says_without_a_number_cites_the_sentence_that_says_it(claim, part, sentence):
    source = article(f"The harbour of Bexwick was quiet. {sentence} The ferries run again.")
    checked = next(c for c in check_text(claim, [source]).figures if c.text == part)
    assert checked.verdict.passes, checked.reason
    assert [c.text for c in checked.citations] == [sentence]
    assert source.text[checked.citations[0].start : checked.citations[0].end] == sentence


def test_one_of_several_is_counted_like_any_other_number():
    claim = "Four people died, including one child."
    assert verdict(claim, article("Four people died, including one child."), what="one")[0].passes
    assert not verdict(claim, article("Four people died, including three children."), what="one")[0].passes


def test_a_sum_of_different_things_is_no_total():
    report = check_text("In all 17 people died.", [article("Five people died and 12 were hurt.")])
    assert not report.ok


POLICE = article("Police say 15 people were arrested in Selby Vale on Friday.", "Radio Selby", MARCH, 1)
MARCHERS = article(
    "Organisers say 27 people were arrested in Selby Vale on Friday.", "Vale Observer", MARCH, 2
)


def test_a_figure_picked_silently_from_two_that_differ_is_conflicting():
    assert verdict("In Selby Vale 15 people were arrested.", POLICE, MARCHERS)[0] is Verdict.CONFLICTING


def test_a_figure_given_to_the_right_source_is_supported_and_to_the_wrong_one_not():
    assert (
        verdict("Radio Selby reports that 15 people were arrested.", POLICE, MARCHERS)[0] is Verdict.SUPPORTED
    )
    assert (
        verdict("Radio Selby reports that 27 people were arrested.", POLICE, MARCHERS)[0]
        is Verdict.UNSUPPORTED
    )
    assert (
        verdict("Police say 27 people were arrested in Selby Vale.", POLICE, MARCHERS)[0]
        is Verdict.UNSUPPORTED
    )


def test_both_figures_with_their_sources_pass():
    report = check_text("Police say 15 people were arrested, organisers say 27.", [POLICE, MARCHERS])
    assert report.ok, report.failures


EARLY = article(
    "The quake killed 12 people, officials said.", "Vale Wire", datetime(2026, 3, 12, 6, tzinfo=UTC), 1
)
LATE = article(
    "The death toll from the quake has risen to 31, officials said.",
    "Vale Wire",
    datetime(2026, 3, 12, 20, tzinfo=UTC),
    2,
)


def test_a_superseded_toll_is_refused_as_current_and_passes_when_dated():
    assert verdict("The quake killed 12 people.", EARLY, LATE)[0] is Verdict.UNSUPPORTED
    assert verdict("The quake killed 31 people.", EARLY, LATE)[0].passes
    assert verdict("Officials initially said the quake killed 12 people.", EARLY, LATE, what="12")[0].passes


def test_a_corrected_figure_of_one_article_is_refused():
    source = article("Police earlier said 12 people had died; they now say nine people died.")
    assert not verdict("Twelve people died.", source)[0].passes
    assert verdict("Nine people died.", source)[0].passes


def test_a_line_of_the_article_dates_it_where_nothing_else_does():
    source = article("Published 2026-11-21: The vote passed on Friday.", published=None)
    assert dated(source).published is not None
    assert check_text("The vote passed on November 20.", [source]).ok
    assert not check_text("The vote passed on November 13.", [source]).ok


def test_vague_quantities_support_no_number_and_need_one_that_fits():
    assert not check_text("Thirty-six people were hurt.", [article("Dozens of people were hurt.")]).ok
    assert check_text("Dozens of people were hurt.", [article("Some 47 people were hurt.")]).ok
    assert not check_text("Dozens of people were hurt.", [article("Two people were hurt.")]).ok


def test_a_name_with_digits_is_held_to_its_own_place():
    source = article("Flight KV207 left on Runway 27 and came back on Runway 09.")
    assert check_text("Flight KV207 left on Runway 27.", [source]).ok
    assert not check_text("Flight KV207 came back on Runway 27.", [source]).ok
    assert not check_text("Flight KV208 left on Runway 27.", [source]).ok


SAID = article(
    '"We will not\u00a0give up the pier," said Nell Carver, the mayor of Aldmoor. "It is ours, and it stays."'
)


@pytest.mark.parametrize(
    ("claim", "ok"),
    [
        ("Nell Carver said: “We will not give up the pier”.", True),
        ("The mayor said they “will not give up” it.", True),
        ('"It is ours ... it stays," she said.', True),
        ("'We will not give up the pier,' said Carver.", True),
        ("“We will give up the pier,” said Carver.", False),
        ("“It stays, and it is ours,” said Carver.", False),
    ],
)
def test_a_quotation_must_stand_in_a_source(claim, ok):
    report = check_text(claim, [SAID])
    assert report.quotes
    assert all(q.verdict.passes for q in report.quotes) is ok
    for quote in report.quotes:
        assert claim[quote.start : quote.end] == quote.text


def test_a_name_no_source_has_is_refused():
    report = check_text("Nell Carver met Ada Brandt in Aldmoor.", [SAID])
    assert [c.text for c in report.names if not c.verdict.passes] == ["Ada Brandt"]


def test_every_source_sentence_passes_against_its_own_article():
    from briefing.split import split

    source = article(FERRY)
    for sentence in split(source):
        report = check_text(sentence.text, [source])
        assert report.ok, (sentence.text, report.failures)


@pytest.mark.parametrize("text", ["", "   \n", "No number here.", "<p>14 people</p>", "1\u200b4 people died"])
def test_bad_or_bare_text_gets_a_report(text):
    report = check_text(text, [article("Fourteen people died.")])
    assert report.text == text
    assert report.ok


def test_without_sources_nothing_passes():
    assert not check_text("Nine people died.", []).ok
    assert not check_text("Nine people died.", [article("")]).ok


def test_prepared_sources_give_the_same_verdicts_as_fresh_ones():
    sources = prepare([article(FERRY)])
    for claim in ("The sinking killed 14 people.", "The sinking killed 30 people."):
        assert check_against(claim, sources) == check_text(claim, [article(FERRY)])


def test_what_two_articles_say_word_for_word_is_read_by_the_day_of_each():
    copy = "The pier of Haverstoke was closed yesterday after 14 planks had come loose."
    days = [datetime(2026, 3, 12, 9, tzinfo=UTC), datetime(2026, 3, 20, 9, tzinfo=UTC)]
    papers = [Article(f"p{n}", copy, f"Paper {n}", published=day) for n, day in enumerate(days)]
    sources = prepare(papers)
    assert check_against("The pier of Haverstoke was closed on 11 March.", sources).ok
    assert check_against("The pier of Haverstoke was closed on 19 March.", sources).ok
    assert not check_against("The pier of Haverstoke was closed on 14 March.", sources).ok


@settings(max_examples=60)
@given(st.text(alphabet="0129 .,;:'\"“”%$£€-–()km\u200b\u202eA one two died of the\n", max_size=100))
def test_no_text_makes_the_check_raise_and_every_span_is_exact(text):
    report = check_text(text, [article(FERRY)])
    for checked in (*report.figures, *report.quotes, *report.names):
        assert text[checked.start : checked.end] == checked.text


@pytest.mark.parametrize("piece", ["9", "nine ", "“a” ", "Aa ", "12, ", "'x "])
def test_a_long_text_is_checked_in_time_in_proportion(piece):
    sources = Sources.of([article(FERRY)])
    times = []
    for size in (1_000, 4_000):
        start = time.process_time()
        check_against((piece * size)[:size], sources)
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.3


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("“We will not stop,” Ms Lind told reporters.", False),
        ("Ms Lind said: “We will not stop.”", False),
        ("“We will not stop,” Kwame Osei told reporters.", True),
        ("Mr Osei said: “We will not stop.”", True),
        ("“We will not stop,” the union's leader said.", True),
    ],
)
def test_a_quotation_belongs_to_who_said_it(text, passes):
    source = "Asked by Maria Lind about the union, Kwame Osei, its leader, said: “We will not stop.”"
    assert (check_text(text, [Article(id="a", text=source, publisher="P")]).failures == ()) is passes
