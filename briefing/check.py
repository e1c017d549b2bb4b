"""The check of a finished text: every figure, quotation and name, against the articles it is made from.

``check_text(text, articles)`` is ``check_against(text, Sources.of(articles))``; keep the ``Sources`` to check many
sentences of one story. It knows nothing of models or of who wrote the text. Promise: every numeral of the text
gets a verdict, what cannot be read is "not understood" (a failure), and no input makes it raise or hang.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from briefing.data import Article, Checked, CheckReport, Citation, Figure, Kind, Verdict
from briefing.figures.judge import Judgement, judge
from briefing.figures.lexicon import words_of
from briefing.figures.listed import lists_as_many, may_be_listed, tells_of_one
from briefing.figures.match import match
from briefing.figures.parse import parse
from briefing.figures.readings import other_readings, readings
from briefing.figures.several import Given, agree, attribution
from briefing.figures.spots import Spot, spot
from briefing.figures.terms import values_told
from briefing.figures.things import bind
from briefing.figures.units import written_value
from briefing.figures.words import sentence_spans
from briefing.names import NameIndex, find_names
from briefing.quotes import QuoteIndex, find_quotes
from briefing.split import split_text

_CLOSEST = 10  # sentences looked at first; most true claims are decided by these
_DIGIT = re.compile(r"\d")
_NUMBERISH = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent\w+|thirt\w+|fort\w+|"
    r"fift\w+|sixt\w+|sevent\w+|eight\w+|ninet\w+|hundreds?|thousands?|\w*illions?|dozens?|scores?|half|halv\w+|"
    r"thirds?|quarters?|first|second|fourth|sixth|seventh|ninth|tenth|last|next|this|today|yesterday|tomorrow|tonight|"
    r"twice|doubl\w+|trebl\w+|tripl\w+|quadrupl\w+|\w+fold|\w+days?|weeks?|weekends?|months?|years?|january|february|march|"
    r"april|may|june|july|august|september|october|november|december|\w+th|couple|several|few|many|handful|figure|"
    r"lakhs?|crores?|single|both|pair|midnight|noon|midday|decades?|century|"
    r"midweek|spring|summer|autumn|winter|\w+ies|minus|percent|another)\b|[½⅓⅔¼¾⅛]",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+")
_PRONOUN = words_of("he she it they his her its their him them this these that those")
_DATELINE = re.compile(
    r"(?:^|\n|\()\s*(?:first\s+)?(?:published|updated|last updated|posted|date|issued|filed)\b[:\s]*(?:on\s+|at\s+)?([^\n:|]{6,40})",
    re.IGNORECASE,
)
_DATELINE_REACH = 600  # characters of an article in which a line of its own may date it
_EUROPEAN = re.compile(r"\d\.\d{3},\d|\d,\d+\s*(?:percent|per cent|%|euro)")


class _SourceSentence:
    """A sentence of a source; its figures are read when first asked for."""

    __slots__ = ("_figures", "article", "end", "index", "start", "text", "words")

    def __init__(self, article: int, index: int, start: int, end: int, text: str) -> None:
        self.article = article
        self.index = index
        self.start = start
        self.end = end
        self.text = text
        self.words = frozenset(_WORDS.findall(text.lower()))
        self._figures: tuple[Figure, ...] | None = None

    def figures(self, published: datetime | None, european: str) -> tuple[Figure, ...]:
        """Return the bound figures, with offsets into the sentence."""
        if self._figures is None:
            if european:  # the separators of this article are decided by its whole text
                lead = len(european) + 1
                read = parse(f"{european}\n{self.text}", published=published)
                shifted = (
                    replace(f, start=f.start - lead, end=f.end - lead) for f in read if f.start >= lead
                )
                self._figures = bind(self.text, tuple(shifted))
            else:
                self._figures = bind(self.text, parse(self.text, published=published))
        return self._figures


class Sources:
    """The articles of a story, prepared for checking many texts against them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(dated(article) for article in articles)
        self.texts: list[str] = []  # of all sentences; the titles are not among them
        self._numeric: list[_SourceSentence] = []
        self._styles = [_style(article.text) for article in self.articles]
        for number, article in enumerate(self.articles):
            self._read(number, article)
        self._names: NameIndex | None = None
        self._quotes: QuoteIndex | None = None
        self._ranked: dict[frozenset[str], list[_SourceSentence]] = {}
        self._spots: dict[tuple[int, int], tuple[Spot, ...]] = {}

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Sources:
        """Return the sources of ``articles``; nothing is parsed before it is needed."""
        return cls(articles)

    def _read(self, number: int, article: Article) -> None:
        text = article.text
        for index, (start, end) in enumerate(split_text(text, article.language)):
            piece = text[start:end]
            self.texts.append(piece)
            if _DIGIT.search(piece) or _NUMBERISH.search(piece):
                self._numeric.append(_SourceSentence(number, index, start, end, piece))
        if article.title and _NUMBERISH.search(article.title):
            self._numeric.append(_SourceSentence(number, -1, 0, 0, article.title))

    @property
    def published(self) -> datetime | None:
        """The time of the latest article, by which a brief's own relative dates are read."""
        times = [a.published for a in self.articles if a.published is not None]
        return max(times) if times else None

    @property
    def names(self) -> NameIndex:
        """The names of all articles, titles and publishers included."""
        if self._names is None:
            self._names = NameIndex([f"{a.text}\n{a.title}\n{a.publisher}" for a in self.articles])
        return self._names

    @property
    def quotes(self) -> QuoteIndex:
        """The words of all articles, for looking quotations up."""
        if self._quotes is None:
            self._quotes = QuoteIndex([f"{a.text}\n{a.title}" for a in self.articles])
        return self._quotes

    def ranked(self, words: frozenset[str]) -> list[_SourceSentence]:
        """Return the sentences that may hold figures, those that share most with ``words`` first."""
        if words not in self._ranked:
            telling = frozenset(w for w in words if len(w) > 3 or w.isdigit())
            self._ranked = {  # the figures of one sentence come one after another
                words: sorted(
                    self._numeric,
                    key=lambda s: (-len(telling & s.words) - 0.1 * len(words & s.words), s.article, s.index),
                )
            }
        return self._ranked[words]

    def spots(self, sentences: Iterable[_SourceSentence]) -> list[Spot]:
        """Return the figures of ``sentences`` with their places, in the order of the sources."""
        result: list[Spot] = []
        for sentence in sorted(sentences, key=lambda s: (s.article, s.index)):
            key = (sentence.article, sentence.index)
            known = self._spots.get(key)
            if known is None:
                article = self.articles[sentence.article]
                read = sentence.figures(article.published, self._styles[sentence.article])
                before = self._before(sentence) if read else frozenset()
                if article.published is not None:  # a report is of its own day, whether it says so or not
                    before |= {f"d:{article.published.date().isoformat()}"}
                leans = not _PRONOUN.isdisjoint(sentence.words)
                now = article.published.date() if article.published is not None else None
                known = tuple(
                    spot(f, sentence.article, sentence.index, before, leans, now) for f in readings(read)
                )
                self._spots[key] = known
            result.extend(known)
        return result

    def _before(self, sentence: _SourceSentence) -> frozenset[str]:
        """Return the words just before a sentence and those of the title: what its pronouns may stand for."""
        article = self.articles[sentence.article]
        return context_words(
            article.text[max(0, sentence.start - 200) : sentence.start] + " " + article.title
        )

    def citation(self, place: Spot) -> Citation:
        """Return the pointer to the sentence a figure stands in; a title is cited by its article's start."""
        article = self.articles[place.article]
        for sentence in self._numeric:
            if (sentence.article, sentence.index) == (place.article, place.sentence):
                return Citation(article.id, sentence.start, sentence.end, sentence.text)
        return Citation(article.id, 0, 0, "")

    def cite(self, number: int, start: int, end: int) -> Citation:
        """Return the pointer to the sentence around ``start`` of the text of article ``number``."""
        article = self.articles[number]
        if start >= len(article.text):
            return Citation(article.id, 0, 0, article.title or article.publisher)
        low = max(0, start - 1500)
        for a, b in split_text(article.text[low : end + 1500], article.language):
            if low + a <= start < low + b:
                return Citation(article.id, low + a, low + b, article.text[low + a : low + b])
        return Citation(article.id, start, end, article.text[start:end])


def context_words(text: str) -> frozenset[str]:
    """Return the concepts of the words of ``text``."""
    from briefing.figures.lexicon import STOPWORDS
    from briefing.figures.stems import stem
    from briefing.figures.thesaurus import concept

    words: set[str] = set()
    for word in _WORDS.findall(text.lower()):
        if word not in STOPWORDS:
            root = stem(word)
            words.update((root, concept(root)))
    return frozenset(words)


def _style(text: str) -> str:
    """Return a sample of the article's own number format where it is not the English one."""
    found = _EUROPEAN.search(text)
    if found is None:
        return ""
    start = max(0, found.start() - 12)
    return " ".join(text[start : found.end() + 12].split())


def dated(article: Article) -> Article:
    """Return the article with ``published`` taken from a line such as "Published 2026-11-21" where it is unknown."""
    if article.published is not None:
        return article
    found = _DATELINE.search(article.text[:_DATELINE_REACH])
    if found is None:
        return article
    for figure in parse(found.group(1)):
        if figure.kind is Kind.DATE and figure.when is not None and figure.when == figure.until:
            return replace(article, published=datetime.combine(figure.when, time(12), tzinfo=UTC))
    return article


# ---------------------------------------------------------------- the check


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
    """A sentence of the checked text: its words, its figures, and the source sentences, the closest first."""

    words: frozenset[str]
    figures: tuple[Figure, ...]
    ranked: tuple[_SourceSentence, ...]
    given: Given
    text_figures: tuple[Figure, ...]


def _check_figures(text: str, sources: Sources) -> Iterable[Checked]:
    figures = bind(text, parse(text, published=sources.published))
    judged: list[Judgement] = []
    at = 0
    for start, end in sentence_spans(text):
        first = at
        while at < len(figures) and figures[at].start < end:
            at += 1
        if at > first:
            said = _said(text[start : max(end, figures[at - 1].end)], figures[first:at], sources, figures)
            judged.extend(_judged(index, said, sources) for index in range(at - first))
    sums = [j for j in judged if j.verdict is Verdict.DERIVED and " + " in j.reason]
    for figure, verdict in zip(figures, judged, strict=True):
        counted = verdict if verdict.verdict.passes else _counts_terms(figure, verdict, sums)
        yield _checked(figure, counted, sources)


def _said(
    sentence: str, figures: tuple[Figure, ...], sources: Sources, text_figures: tuple[Figure, ...]
) -> _Said:
    words = frozenset(_WORDS.findall(sentence.lower()))
    given = attribution(sentence, [a.publisher for a in sources.articles])
    return _Said(words, figures, tuple(sources.ranked(words)), given, text_figures)


def _counts_terms(figure: Figure, verdict: Judgement, sums: Sequence[Judgement]) -> Judgement:
    """Pass the "two" of "12 people in the two towns": it is the number of the terms that make twelve."""
    if figure.kind not in (Kind.COUNT, Kind.DURATION):
        return verdict
    for other in sums:
        unit = figure.written_unit
        if figure.kind is Kind.DURATION and not all(_is_dated(place, unit) for place in other.spots):
            continue
        if (figure.low if figure.kind is Kind.COUNT else written_value(figure)) == len(other.spots):
            return Judgement(Verdict.DERIVED, f"the terms of {other.reason}", other.spots)
    return verdict


def _is_dated(place: Spot, unit: str) -> bool:
    return bool(unit) and any(word.startswith("d:") or unit in word for word in (*place.near, *place.words))


def _judged(index: int, said: _Said, sources: Sources) -> Judgement:
    figure = said.figures[index]
    if figure.kind is Kind.IDIOM:
        return Judgement(Verdict.SUPPORTED, "a set phrase, not a figure")
    if figure.kind is Kind.UNREAD:
        return Judgement(Verdict.NOT_UNDERSTOOD, "cannot be read as a figure")
    if figure.kind is Kind.COUNT and figure.text.lower() == "one" and "part" in figure.thing.status:
        return Judgement(Verdict.SUPPORTED, "one of several: no count")
    spots = sources.spots(said.ranked[:_CLOSEST])
    verdict = _judge_readings(index, said, spots)
    if not verdict.verdict.passes and len(said.ranked) > _CLOSEST:
        spots = sources.spots(said.ranked)
        verdict = _judge_readings(index, said, spots)
    named_elsewhere = figure.kind is Kind.NAME and not verdict.verdict.passes
    if named_elsewhere and not any(match(figure, s.figure).fits for s in spots):
        verdict = _name_with_digits(figure, verdict, sources)
    if not verdict.verdict.passes and may_be_listed(figure):
        verdict = _listed(figure, verdict, sources)
    if verdict.verdict.passes and verdict.spots:
        verdict = agree(figure, verdict, spots, sources.articles, said.given, said.figures)
    return verdict


def _listed(figure: Figure, verdict: Judgement, sources: Sources) -> Judgement:
    """Pass a count of what a source names one by one."""
    if any(lists_as_many(figure, text) or tells_of_one(figure, text) for text in sources.texts):
        return Judgement(Verdict.DERIVED, f"the source names {figure.text}")
    return verdict


def _judge_readings(index: int, said: _Said, spots: Sequence[Spot]) -> Judgement:
    figure = said.figures[index]
    beside = tuple(f for f in said.text_figures if f is not figure)
    cues = said.words | values_told(f for f in said.figures if f is not figure)
    verdict = judge(figure, cues, spots, beside)
    if not verdict.verdict.passes and figure.kind is Kind.COUNT:
        for other in other_readings(said.figures, index):
            again = judge(other, cues, spots, beside)
            verdict = again if again.verdict.passes else verdict
    return verdict


def _name_with_digits(figure: Figure, verdict: Judgement, sources: Sources) -> Judgement:
    """Look a name with digits up as words, for where the parser reads it otherwise in the source."""
    pattern = (
        r"(?<![^\W_])" + r"[\W_]*".join(re.escape(w) for w in _WORDS.findall(figure.text)) + r"(?![^\W_])"
    )
    for article in sources.articles:
        if re.search(pattern, article.text, re.IGNORECASE):
            return Judgement(Verdict.SUPPORTED, "a name the source has too")
    return Judgement(Verdict.UNSUPPORTED, "no source has this name", verdict.spots)


def _checked(figure: Figure, judged: Judgement, sources: Sources) -> Checked:
    citations = tuple(dict.fromkeys(sources.citation(place) for place in judged.spots))
    return Checked(
        "figure", figure.text, figure.start, figure.end, judged.verdict, judged.reason, citations, figure
    )


def _check_quotes(text: str, sources: Sources) -> Iterable[Checked]:
    for quote in find_quotes(text):
        found = sources.quotes.find(quote.words)
        if found is None:
            yield Checked(
                "quote", quote.text, quote.start, quote.end, Verdict.UNSUPPORTED, "no source has these words"
            )
        else:
            citation = sources.cite(*found)
            yield Checked(
                "quote",
                quote.text,
                quote.start,
                quote.end,
                Verdict.SUPPORTED,
                "verbatim in the source",
                (citation,),
            )


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
