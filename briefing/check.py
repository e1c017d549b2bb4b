"""The check of a finished text: every figure, quotation and name, against the articles it is made from.

``check_text(text, articles)`` is ``check_against(text, Sources.of(articles))``; keep the ``Sources`` to check many
sentences of one story. It knows nothing of models or of who wrote the text. Promise: every numeral of the text
gets a verdict, what cannot be read is "not understood" (a failure), and no input makes it raise or hang.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest

from briefing.data import QUANTITIES, Article, Checked, CheckReport, Citation, Figure, Kind, Verdict
from briefing.figures.binding.keys import day_of, is_date
from briefing.figures.binding.rests import is_rest, with_rests
from briefing.figures.binding.spots import Spot
from briefing.figures.binding.things import bind
from briefing.figures.deriving.listed import lists_as_many, may_be_listed, refers_to_as_many, tells_of_one
from briefing.figures.deriving.named import names_as_many
from briefing.figures.deriving.rankings import ranked_in_a_word
from briefing.figures.deriving.shifted import tells_a_shift, with_shifted
from briefing.figures.deriving.spans_worded import lasts_as_long
from briefing.figures.deriving.terms import is_change, is_on_top, values_told
from briefing.figures.judging.judge import Judgement, judge
from briefing.figures.judging.old_values import report_of
from briefing.figures.judging.several import Given, agree, attribution
from briefing.figures.judging.told_apart import told_apart, turned_round
from briefing.figures.judging.undated import in_the_sources_year
from briefing.figures.matching.match import match
from briefing.figures.matching.readings import other_readings
from briefing.figures.reading.parse import parse
from briefing.figures.reading.units import written_value
from briefing.figures.vocabulary.sentences import by_sentence
from briefing.names.reading import find_names
from briefing.numbered import name_with_digits, numbers_a_name
from briefing.quotes import Quote, find_quotes
from briefing.sources import WORDS, Sources
from briefing.voices import Voice, is_another, voice_of

_CLOSEST = 10  # sentences looked at first; most true claims are decided by these


def prepare(articles: Sequence[Article]) -> Sources:
    """Return the sources of ``articles``, for ``check_against``."""
    return Sources.of(articles)


def check_text(text: str, articles: Sequence[Article]) -> CheckReport:
    """Check every figure, quotation and name of ``text`` against ``articles``."""
    return check_against(text, Sources.of(articles))


def check_against(text: str, sources: Sources) -> CheckReport:
    """Check every figure, quotation and name of ``text`` against prepared ``sources``."""
    return CheckReport(
        text,
        (figures := tuple(_check_figures(text, sources))),
        tuple(_check_quotes(text, sources)),
        tuple(_check_names(text, sources, figures)),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of the checked text: its words, its figures, and the figures of the closest source sentences."""

    words: frozenset[str]
    figures: tuple[Figure, ...]
    spots: list[Spot]
    given: Given
    text_figures: tuple[Figure, ...]

    def judge(self, index: int, asked: Figure, spots: Sequence[Spot]) -> Judgement:
        """Return the verdict on a figure, or on another reading of it; ``index`` is its place in the sentence."""
        figure = self.figures[index]
        cues = self.words | values_told(f for f in self.figures if f is not figure)
        return judge(asked, cues, spots, tuple(f for f in self.text_figures if f is not figure))


def _check_figures(text: str, sources: Sources) -> Iterable[Checked]:
    read = with_rests(text, parse(text, published=sources.published))
    figures = _with_points(text, tuple(f for f in bind(text, read) if not is_rest(f)))
    judged: list[Judgement] = []
    meant: list[Figure] = []  # with the days that the sources have
    for start, end, own in by_sentence(text, figures):
        if own:
            said = _said(text[start:end], start, own, sources, figures)
            told = [_judged(index, said, sources) for index in range(len(own))]
            judged.extend(turned_round(said.figures, told, sources.articles))
            meant.extend(said.figures)
    sums = [j for j in judged if j.verdict is Verdict.DERIVED and " + " in j.reason]
    passed = [
        (f, j)
        for f, j in zip(meant, judged, strict=True)
        if j.verdict.passes and f.kind in QUANTITIES | {Kind.TIME}
    ]
    for figure, dated, verdict in zip(figures, meant, judged, strict=True):
        counted = verdict if verdict.verdict.passes else _counts_terms(figure, verdict, sums)
        if not counted.verdict.passes and figure.kind is Kind.DATE:
            counted = _dates_derived(dated, counted, passed)
        if figure.kind is Kind.COUNT and "bare" in figure.thing.status:
            counted = numbers_a_name(text, figure, counted, sources)
        yield _checked(figure, counted, sources)


def _with_points(text: str, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures of a text, each knowing the points of time its sentence counts: two days later."""
    result: list[Figure] = []
    before: tuple[Figure, ...] = ()
    for start, end, own in by_sentence(text, figures):
        if own and tells_a_shift(text[start:end]):
            moved = tuple(replace(f, start=f.start - start, end=f.end - start) for f in own)
            told, _ = with_shifted(text[start:end], moved, before)
            own = tuple(replace(f, start=f.start + start, end=f.end + start) for f in told)
        result.extend(own)
        before = own
    return tuple(result)


def _said(
    sentence: str, at: int, figures: tuple[Figure, ...], sources: Sources, text_figures: tuple[Figure, ...]
) -> _Said:
    words = frozenset(WORDS.findall(sentence.lower()))
    given = attribution(sentence, [a.publisher for a in sources.articles], at)
    spots = sources.spots(sources.closest(words, _CLOSEST))
    return _Said(words, in_the_sources_year(figures, spots), spots, given, text_figures)


def _counts_terms(figure: Figure, verdict: Judgement, sums: Sequence[Judgement]) -> Judgement:
    """Pass the "two" of "12 people in the two towns": it is the number of the terms that make twelve."""
    if figure.kind not in (Kind.COUNT, Kind.DURATION):
        return verdict
    for other in sums:
        unit = figure.written_unit
        if figure.kind is Kind.DURATION and not all(_is_dated(place, unit) for place in other.spots):
            continue
        count = figure.low if figure.kind is Kind.COUNT else written_value(figure)
        if count == other.reason.count(" + ") + 1:
            return Judgement(Verdict.DERIVED, f"the terms of {other.reason}", other.spots)
    return verdict


def _dates_derived(
    figure: Figure, verdict: Judgement, passed: Sequence[tuple[Figure, Judgement]]
) -> Judgement:
    """Pass the day of a level that follows from the one it is compared with, "cheaper than last week", or of a report."""
    day = day_of(figure)
    for claim, stated in passed:
        if day not in claim.thing.words:
            continue
        way = (p for p in stated.spots if is_change(p.figure) or is_on_top(p.figure))
        if stated.verdict is Verdict.DERIVED and any(day in p.near for p in way):
            return Judgement(Verdict.DERIVED, f"the day of {stated.reason}", stated.spots)
        if report := report_of(figure, stated.spots):
            return Judgement(Verdict.DERIVED, f"the source is of {report.now}", (report,))
    return verdict


def _is_dated(place: Spot, unit: str) -> bool:
    return bool(unit) and any(is_date(word) or unit in word for word in (*place.near, *place.words))


def _judged(index: int, said: _Said, sources: Sources) -> Judgement:
    figure = said.figures[index]
    if figure.kind is Kind.IDIOM:
        return Judgement(Verdict.SUPPORTED, "a set phrase, not a figure")
    if figure.kind is Kind.UNREAD:
        return Judgement(Verdict.NOT_UNDERSTOOD, "cannot be read as a figure")
    spots = said.spots
    verdict = _judge_readings(index, said, spots)
    if not verdict.verdict.passes and sources.count > _CLOSEST:
        spots = sources.every_spot
        verdict = _judge_readings(index, said, spots)
    if not verdict.verdict.passes and figure.kind in (Kind.FRACTION, Kind.RATIO):
        verdict = _told_apart(index, said, sources, spots) or verdict
    named_elsewhere = figure.kind is Kind.NAME and not verdict.verdict.passes
    if named_elsewhere and not any(match(figure, s.figure).fits for s in spots):
        verdict = name_with_digits(figure, verdict, sources)
    if not verdict.verdict.passes and (told := _in_a_word(figure, sources)):
        return Judgement(Verdict.SUPPORTED, f"the source says {figure.text} in a word", (), (told,))
    if not verdict.verdict.passes and may_be_listed(figure):
        verdict = _listed(figure, verdict, sources)
    if verdict.verdict.passes and verdict.spots:
        verdict = agree(figure, verdict, spots, sources.articles, said.given, said.figures)
    return verdict


def _in_a_word(figure: Figure, sources: Sources) -> Citation | None:
    """Return the sentence that says a length of time or a place in a ranking in a word: a decade, bronze."""
    return lasts_as_long(figure, sources.sentences) or ranked_in_a_word(figure, sources.sentences)


def _listed(figure: Figure, verdict: Judgement, sources: Sources) -> Judgement:
    """Pass a count of what a source names one by one."""
    sentences = sources.sentences
    for place, (one, following) in enumerate(zip_longest(sentences, sentences[1:])):
        after = following.text if following is not None and following.article_id == one.article_id else ""
        before = [s.text for s in sentences[max(0, place - 3) : place] if s.article_id == one.article_id]
        if (
            lists_as_many(figure, one.text)
            or tells_of_one(figure, one.text)
            or names_as_many(figure, one.text, after)
            or refers_to_as_many(figure, one.text, before)
        ):
            return Judgement(Verdict.DERIVED, f"the source names {figure.text}", (), (one,))
    return verdict


def _judge_readings(index: int, said: _Said, spots: Sequence[Spot]) -> Judgement:
    figure = said.figures[index]
    verdict = said.judge(index, figure, spots)
    if not verdict.verdict.passes and figure.kind in (Kind.COUNT, Kind.MONEY, Kind.RATE):
        for other in other_readings(said.figures, index):
            again = said.judge(index, other, spots)
            verdict = again if again.verdict.passes else verdict
    return verdict


def _told_apart(index: int, said: _Said, sources: Sources, spots: Sequence[Spot]) -> Judgement | None:
    """Return how a share follows from two reports, one of its part and one of its whole."""
    return told_apart(said.figures[index], partial(said.judge, index), spots, sources.articles, said.given)


def _checked(figure: Figure, judged: Judgement, sources: Sources) -> Checked:
    citations = tuple(dict.fromkeys((*map(sources.citation, judged.spots), *judged.sentences)))
    return Checked(
        "figure", figure.text, figure.start, figure.end, judged.verdict, judged.reason, citations, figure
    )


def _check_quotes(text: str, sources: Sources) -> Iterable[Checked]:
    for quote in find_quotes(text):
        found = sources.quotes.find(quote.words)
        verdict, reason = Verdict.SUPPORTED, "verbatim in the source"
        if found is None:
            verdict, reason = Verdict.UNSUPPORTED, "no source has these words"
        elif other := _said_by_another(text, quote, sources, found):
            verdict, reason = Verdict.UNSUPPORTED, f"source has {other} say these words"
        citations = (sources.cite(*found),) if found is not None else ()
        yield Checked("quote", quote.text, quote.start, quote.end, verdict, reason, citations)


def _said_by_another(text: str, quote: Quote, sources: Sources, found: tuple[int, int, int]) -> str:
    """Return who says the words in the source, where that is somebody else than the text names; else nothing."""
    number, start, end = found
    article = sources.articles[number]
    theirs = voice_of(article.text, start, end) if end <= len(article.text) else Voice()
    if not theirs.names or not is_another(voice_of(text, quote.start, quote.end), theirs, article.text):
        return ""
    return " ".join(part.title() for part in theirs.names)


def _check_names(text: str, sources: Sources, figures: Sequence[Checked]) -> Iterable[Checked]:
    index = sources.names
    taken = [(c.start, c.end) for c in figures]
    for name in find_names(text, index.lower_words):
        if any(start <= name.start < end for start, end in taken):
            continue  # the F of 104F, the A of A321, also with the full stop after it: judged with their number
        found = index.find(name)
        if found is None:
            yield Checked(
                "name", name.text, name.start, name.end, Verdict.UNSUPPORTED, "no source has this name"
            )
        else:
            citation = sources.cite(found.text, found.start, found.end)
            reason = found.how or "named by the source"
            yield Checked("name", name.text, name.start, name.end, Verdict.SUPPORTED, reason, (citation,))
