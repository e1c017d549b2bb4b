from dataclasses import replace

import pytest

from briefing.archive import remember, unsent
from briefing.data import Ledger, LedgerLine, Modifier, Verdict


@pytest.fixture
def sent(archive, days):
    """What the archive knows on Tuesday, Monday's edition being out."""
    archive.add_edition("mon", days.edition(5, days.monday()), {"text": b"x"})
    return archive.sent_stories(days.at(6), days=14)


def test_a_new_story_is_left_as_it_is(days):
    edition = days.edition(5, days.monday())
    assert remember(edition, ()) == edition


def test_a_story_without_a_new_article_is_not_written_again(days, sent):
    monday, tuesday = days.monday().story, days.tuesday().story
    found = unsent((monday, tuesday), sent)
    assert found.stories == (tuesday,)
    assert found.dropped[0].reason == "already sent on 2031-05-05, no new article since"


def test_a_story_that_says_nothing_new_is_dropped_with_the_reason(days, sent):
    made = remember(days.edition(6, days.monday()), sent)
    assert made.briefs == ()
    assert [(d.step, d.what, d.reason) for d in made.dropped] == [
        ("remember", "Landslide kills nine at Upper Tarn", "already sent on 2031-05-05, nothing new since")
    ]
    assert made.corrections == ()


def test_an_update_says_what_changed_and_since_when(days, sent):
    (brief,) = remember(days.edition(6, days.tuesday()), sent).briefs
    assert brief.changes == ("People killed: 12, was 9",)
    assert brief.sent_before == days.at(5)


def test_a_superseded_figure_opens_the_edition_as_a_correction(days, sent):
    (correction,) = remember(days.edition(6, days.tuesday()), sent).corrections
    assert (correction.was, correction.now, correction.thing) == ("9", "12", "people killed")
    assert (correction.sent_at, correction.publisher) == (days.at(5), "Tarn Courier")
    assert correction.citation.text == "Twelve people were killed"
    assert correction.headline == "Landslide toll rises to 12"


def test_no_sentence_is_sent_twice(days, sent):
    brief = days.tuesday()
    more = days.sentence(days.MONDAY, "Nine people were killed, rescuers said.", days.NINE)
    made = remember(days.edition(6, replace(brief, sentences=(*brief.sentences, more))), sent)
    assert [s.text for s in made.briefs[0].sentences] == [s.text for s in brief.sentences[1:]]
    left_out = [brief.sentences[0].text, more.text]
    assert [(d.reason, d.text) for d in made.dropped] == [
        ("sentence already sent", text) for text in left_out
    ]


def test_a_story_whose_figure_alone_moved_keeps_its_first_sentence(days, sent):
    brief = days.tuesday()
    line = brief.ledger.lines[0]
    second = replace(line.current[0], publisher="Dale Post")
    line = replace(line, statements=(*line.statements, second), current=(*line.current, second))
    said = tuple(days.monday().sentences)
    made = remember(days.edition(6, replace(brief, sentences=said, ledger=Ledger((line,)))), sent)
    assert made.briefs[0].sentences == said[:1]
    assert made.briefs[0].changes == ("People killed: 12, was 9",)


def revision(days, was, now, act="killed"):
    """A brief that says a toll was revised, as the check passed it."""
    text = f"The {act} toll was revised to {now} from {was}, rescuers said."
    article = days.article("tarn-3", text, 7)
    told = days.sentence(article, text, days.figure(str(now), str(now), "", act))
    new = replace(told.figures[0], figure=with_role(told.figures[0].figure, "to"))
    old = replace(new, text=str(was), figure=with_role(days.figure(str(was), str(was), "", act), "from"))
    brief = days.tuesday()
    story = replace(brief.story, articles=(*brief.story.articles, article))
    sentences = (replace(told, figures=(new, old)),)
    return replace(brief, story=story, sentences=sentences, sources=(article,), ledger=Ledger())


def with_role(figure, role):
    return replace(figure, thing=replace(figure.thing, role=role))


def test_a_revision_that_a_source_states_is_a_correction(days, sent):
    made = remember(days.edition(7, revision(days, 9, 8)), sent)
    assert [(c.thing, c.was, c.now, c.publisher) for c in made.corrections] == [
        ("people killed", "9", "8", "Tarn Courier")
    ]
    assert made.briefs[0].changes == ("People killed: 8, was 9",)


def test_a_revision_of_what_was_never_sent_is_none(days, sent):
    assert remember(days.edition(7, revision(days, 11, 10)), sent).corrections == ()
    assert remember(days.edition(7, revision(days, 9, 8, "injured")), sent).corrections == ()


def test_a_revision_is_corrected_once(archive, days, sent):
    first = remember(days.edition(6, revision(days, 9, 8)), sent)
    archive.add_edition("tue", first, {})
    again = remember(days.edition(7, revision(days, 9, 8)), archive.sent_stories(days.at(7), 14))
    assert again.corrections == ()


def test_one_changed_number_makes_a_sentence_new(days, sent):
    twelve = days.sentence(
        days.TUESDAY, "Twelve people were killed by the landslide, rescuers said.", days.TWELVE,
        "Twelve people were killed, rescuers said.",
    )  # fmt: skip
    brief = replace(days.tuesday(), sentences=(twelve,), ledger=Ledger())
    assert remember(days.edition(6, brief), sent).briefs[0].sentences == (twelve,)


def test_a_number_in_words_and_in_digits_is_the_same_number(days, sent):
    nine = days.sentence(
        days.MONDAY, "Nine people were killed, rescuers said.", None, "9 people were killed, rescuers said."
    )
    brief = replace(days.tuesday(), sentences=(nine,), ledger=Ledger())
    assert remember(days.edition(6, brief), sent).briefs == ()


def test_a_story_is_known_again_by_its_articles_and_keeps_its_name(days, sent):
    brief = days.tuesday()
    renamed = replace(brief, story=replace(brief.story, id="another-id"))
    (known,) = remember(days.edition(6, renamed), sent).briefs
    assert known.story.id == "slide"
    assert known.changes


def line_of(days, number, words="Twelve people were killed", agreement="single"):
    now = days.state(days.TUESDAY, words, number)
    return LedgerLine("people killed", (now,), (now,), agreement)


@pytest.mark.parametrize(
    ("text", "value", "noun", "act", "modifier", "corrected"),
    [
        ("Twelve", "12", "person", "killed", Modifier.EXACT, True),
        ("Nine", "9", "person", "killed", Modifier.EXACT, False),
        ("Twelve", "12", "person", "injured", Modifier.EXACT, False),
        ("Twelve", "12", "house", "buried", Modifier.EXACT, False),
    ],
)
def test_a_figure_is_corrected_only_by_one_of_the_same_thing(
    days, sent, text, value, noun, act, modifier, corrected
):
    """The later ledger may hold the new day's articles alone."""
    number = days.figure(text, value, noun, act, modifier)
    words = "Twelve people were killed" if text == "Twelve" else "The road to Upper Tarn is open again."
    brief = replace(days.tuesday(), ledger=Ledger((line_of(days, number, words),)))
    assert bool(remember(days.edition(6, brief), sent).corrections) is corrected


def test_a_bound_that_still_holds_is_updated_but_not_corrected(archive, days):
    at_least = days.figure("nine", "9", modifier=Modifier.AT_LEAST)
    brief = days.monday()
    told = brief.sentences[1]
    checked = replace(told.figures[0], figure=at_least, verdict=Verdict.SUPPORTED)
    brief = replace(brief, sentences=(brief.sentences[0], replace(told, figures=(checked,))))
    archive.add_edition("mon", days.edition(5, brief), {})
    made = remember(days.edition(6, days.tuesday()), archive.sent_stories(days.at(6), 14))
    assert made.corrections == ()
    assert made.briefs[0].changes == ("People killed: 12, was at least 9",)


def test_what_the_brief_does_not_say_corrects_nothing_unless_two_publishers_do(days, sent):
    """A ledger reads background too: a toll of long ago is no correction."""
    brief = days.tuesday()
    silent = replace(brief, sentences=(brief.sentences[0], brief.sentences[2]))
    assert remember(days.edition(6, silent), sent).corrections == ()
    line = brief.ledger.lines[0]
    second = replace(line.current[0], publisher="Dale Post")
    both = replace(line, statements=(*line.statements, second), current=(*line.current, second))
    assert remember(days.edition(6, replace(silent, ledger=Ledger((both,)))), sent).corrections


def test_a_figure_of_the_headline_was_sent_too(archive, days):
    brief = days.monday()
    archive.add_edition("mon", days.edition(5, replace(brief, sentences=brief.sentences[:1])), {})
    made = remember(days.edition(6, days.tuesday()), archive.sent_stories(days.at(6), 14))
    assert [(c.was, c.now) for c in made.corrections] == [("9", "12")]


def test_of_two_figures_sent_the_later_one_is_corrected(archive, days):
    """Where 12, up from 9, was sent, 15 takes the place of 12."""
    brief = remember(days.edition(6, days.tuesday()), ()).briefs[0]
    told = days.sentence(days.TUESDAY, "Twelve people were killed by the landslide", days.TWELVE)
    before = days.sentence(days.MONDAY, "Nine people were killed, rescuers said.", days.NINE)
    archive.add_edition("tue", days.edition(6, replace(brief, sentences=(told, before))), {})
    article = days.article("tarn-3", "Fifteen people were killed, the province said.", 7)
    fifteen = days.figure("Fifteen", "15")
    now = days.state(article, "Fifteen people were killed", fifteen)
    line = brief.ledger.lines[0]
    later = replace(
        brief,
        story=replace(brief.story, articles=(*brief.story.articles, article)),
        sentences=(days.sentence(article, "Fifteen people were killed, the province said.", fifteen),),
        ledger=Ledger((replace(line, statements=(*line.statements, now), current=(now,)),)),
    )
    (correction,) = remember(days.edition(7, later), archive.sent_stories(days.at(7), 14)).corrections
    assert (correction.was, correction.now) == ("12", "15")


def test_a_disagreement_corrects_nothing(days, sent):
    brief = days.tuesday()
    line = replace(brief.ledger.lines[0], agreement="conflict", current=brief.ledger.lines[0].statements)
    made = remember(days.edition(6, replace(brief, ledger=Ledger((line,)))), sent)
    assert made.corrections == ()
    assert made.briefs


def test_where_later_reports_disagree_none_of_them_is_called_the_one_that_stands(days, sent):
    brief = days.tuesday()
    line = brief.ledger.lines[0]
    fourteen = replace(line.current[0], publisher="Dale Post", figure=days.figure("fourteen", "14"))
    line = replace(
        line, agreement="conflict", statements=(*line.statements, fourteen), current=(*line.current, fourteen)
    )
    assert remember(days.edition(6, replace(brief, ledger=Ledger((line,)))), sent).corrections == ()


def test_a_correction_is_made_once(archive, days, sent):
    tuesday = remember(days.edition(6, days.tuesday()), sent)
    silent = replace(tuesday, briefs=tuple(replace(b, sentences=b.sentences[:1]) for b in tuesday.briefs))
    archive.add_edition("tue", silent, {})
    wednesday = remember(days.edition(7, days.tuesday()), archive.sent_stories(days.at(7), 14))
    assert wednesday.corrections == ()


def test_a_story_silent_for_too_long_starts_afresh(archive, days, sent):
    late = archive.sent_stories(days.at(25), days=14)
    assert late == ()
    assert archive.sent_stories(days.at(18), days=14)


def test_an_edition_does_not_remember_itself(archive, days, sent):
    assert archive.sent_stories(days.at(5), days=14) == ()
