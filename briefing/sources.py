"""The articles of a story, prepared for checking many texts against them.

Sentences are split and their words counted at once; figures, names and quotations are read when first asked for.
Promise: what is read is read once, and its offsets are those of the article's own text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cached_property, lru_cache
from typing import NamedTuple

from briefing.data import Article, Citation, Figure, Kind
from briefing.figures.binding.keys import word_for
from briefing.figures.binding.rests import with_rests
from briefing.figures.binding.resuming import ELIDED, resume
from briefing.figures.binding.spots import Spot, spot
from briefing.figures.binding.things import bind
from briefing.figures.deriving.shifted import tells_a_shift, with_shifted
from briefing.figures.matching.readings import leaves_unit_out, may_be_money, readings
from briefing.figures.reading.parse import parse
from briefing.figures.vocabulary.lexicon import STOPWORDS
from briefing.figures.vocabulary.stems import stem
from briefing.figures.vocabulary.thesaurus import concept
from briefing.names import NameIndex
from briefing.quotes import QuoteIndex
from briefing.split import split_text
from briefing.wordsets import word_set

WORDS = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅛]")
_NUMBERISH = re.compile(
    r"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent\w+|thirt\w+|fort\w+|"
    r"fift\w+|sixt\w+|sevent\w+|eight\w+|ninet\w+|hundreds?|thousands?|\w*illions?|dozens?|scores?|half|halv\w+|"
    r"thirds?|quarters?|first|second|fourth|sixth|seventh|ninth|tenth|last|next|this|today|yesterday|tomorrow|tonight|"
    r"twice|doubl\w+|trebl\w+|tripl\w+|quadrupl\w+|\w+fold|\w*days?|hours?|weeks?|weekends?|months?|years?|january|february|march|"
    r"april|may|june|july|august|september|october|november|december|\w+th|couple|several|few|many|handful|figure|"
    r"lakhs?|crores?|single|both|pair|midnight|noon|midday|decades?|century|"
    r"midweek|spring|summer|autumn|winter|\w+ies|minus|percent|another"
)
_PRONOUN = word_set("he she it they his her its their him them this these that those")
_DATELINE = re.compile(
    r"(?:^|\n|\()\s*(?:first\s+)?(?:published|updated|last updated|posted|date|issued|filed)\b[:\s]*(?:on\s+|at\s+)?([^\n:|]{6,40})",
    re.IGNORECASE,
)
_DATELINE_REACH = 600  # characters of an article in which a line of its own may date it
_TOP_LINES = 4
_STAMP_LENGTH = 80  # characters
_DATED_LINE = re.compile(
    r"^(?:[A-Za-z]+[:,]? ){0,3}(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? (?:19|20)\d\d|"
    r"\d{1,2} ?/ ?\d{1,2} ?/ ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b"
)
_EUROPEAN = re.compile(r"\d\.\d{3},\d|\d,\d+\s*(?:percent|per cent|%|euro)")
_SHORT = 3  # letters of a word that tells little
_TITLE = -1  # the number of a title among the sentences of its article


class SourceSentence(NamedTuple):
    """A sentence of a source that may hold figures; ``place`` is its number in its article."""

    article: int
    place: int
    start: int
    end: int
    text: str
    words: frozenset[str]


class Sources:
    """The articles of a story, prepared for checking many texts against them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(dated(article) for article in articles)
        self.sentences: list[Citation] = []  # all of them; the titles are not among them
        self._starts: list[list[int]] = []  # where the sentences of each article begin, and their ends
        self._ends: list[list[int]] = []
        self._numeric: dict[tuple[int, int], SourceSentence] = {}  # by article and number, in this order
        self._styles = [_style(article.text) for article in self.articles]
        for number, article in enumerate(self.articles):
            self._read(number, article)
        self._figures: dict[tuple[str, date | None, str], tuple[Figure, ...]] = {}
        self._spots: dict[tuple[int, int], tuple[Spot, ...]] = {}

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Sources:
        """Return the sources of ``articles``; nothing is parsed before it is needed."""
        return cls(articles)

    def _read(self, number: int, article: Article) -> None:
        text = article.text
        self._keep(number, _TITLE, 0, 0, article.title)
        spans = split_text(text, article.language)
        self._starts.append([start for start, _ in spans])
        self._ends.append([end for _, end in spans])
        for index, (start, end) in enumerate(spans):
            piece = text[start:end]
            self.sentences.append(Citation(article.id, start, end, piece))
            self._keep(number, index, start, end, piece)

    def _keep(self, article: int, index: int, start: int, end: int, text: str) -> None:
        """Keep a sentence that may hold figures."""
        words = WORDS.findall(text.lower())
        if _DIGIT.search(text) or any(map(_is_numberish, words)):
            self._numeric[article, index] = SourceSentence(article, index, start, end, text, frozenset(words))

    @property
    def published(self) -> datetime | None:
        """The time of the latest article, by which a brief's own relative dates are read."""
        times = [a.published for a in self.articles if a.published is not None]
        return max(times) if times else None

    @cached_property
    def names(self) -> NameIndex:
        """The names of all articles, titles and publishers included."""
        return NameIndex([f"{a.text}\n{a.title}\n{a.publisher}" for a in self.articles])

    @cached_property
    def quotes(self) -> QuoteIndex:
        """The words of all articles, for looking quotations up."""
        return QuoteIndex([f"{a.text}\n{a.title}" for a in self.articles])

    def closest(self, words: frozenset[str], count: int) -> list[SourceSentence]:
        """Return ``count`` sentences that share most telling words with ``words``; short ones decide between equals."""
        sentences = [*self._numeric.values()]
        if len(sentences) <= count:
            return sentences
        telling = frozenset(w for w in words if len(w) > _SHORT or w.isdigit())
        shared = [len(telling & sentence.words) for sentence in sentences]
        least = sorted(shared)[-count]
        first = [s for n, s in zip(shared, sentences, strict=True) if n > least]
        equals = [s for n, s in zip(shared, sentences, strict=True) if n == least]
        equals.sort(key=lambda s: len(words & s.words), reverse=True)
        return [*first, *equals[: count - len(first)]]

    @property
    def count(self) -> int:
        """How many sentences may hold figures."""
        return len(self._numeric)

    def spots(self, sentences: Iterable[SourceSentence]) -> list[Spot]:
        """Return the figures of ``sentences`` with their places, in the order of the sources."""
        result: list[Spot] = []
        for sentence in sorted(sentences, key=lambda s: (s.article, s.place)):
            key = (sentence.article, sentence.place)
            known = self._spots.get(key)
            if known is None:
                known = self._spots[key] = self._spots_of(sentence)
            result.extend(known)
        return result

    @cached_property
    def every_spot(self) -> list[Spot]:
        """The figures of all sentences; reading them is what a check costs at most."""
        return self.spots(self._numeric.values())

    def _spots_of(self, sentence: SourceSentence) -> tuple[Spot, ...]:
        article = self.articles[sentence.article]
        read = self._figures_of(sentence.text, article.published, self._styles[sentence.article])
        leans = tells_a_shift(sentence.text) or any(
            ELIDED in f.thing.status or leaves_unit_out(f) for f in read
        )
        last = self._figures_before(sentence, article.published) if leans else ()
        told, points = with_shifted(sentence.text, resume(read, last), last)
        if not told and not points:
            return ()
        before = self._before(sentence)
        now = article.published.date() if article.published is not None else None
        if now is not None:  # a report is of its own day, whether it says so or not
            before |= {word_for(now)}
        leans = not _PRONOUN.isdisjoint(sentence.words)
        return tuple(
            spot(f, sentence.article, sentence.place, before, leans, now)
            for f in (*readings(told, last, self._money_before(sentence, told)), *points)
        )

    def _money_before(self, sentence: SourceSentence, told: Sequence[Figure]) -> str:
        """Return the one currency of the last sentence with money, where the figures ``told`` may be sums without their own."""
        if not any(map(may_be_money, told)):
            return ""
        published = self.articles[sentence.article].published
        for place in range(sentence.place - 1, _TITLE, -1):
            if earlier := self._numeric.get((sentence.article, place)):
                figures = self._figures_of(earlier.text, published, self._styles[sentence.article])
                if units := {f.unit for f in figures if f.kind is Kind.MONEY}:
                    return units.pop() if len(units) == 1 else ""
        return ""

    def _figures_of(self, text: str, published: datetime | None, european: str) -> tuple[Figure, ...]:
        """Return the bound figures of a sentence; what several articles have word for word is read once."""
        day = published.date() if published is not None else None
        key = (
            text,
            published if "hour" in text.lower() else day,
            european,
        )  # "six hours ago" hangs on the hour
        known = self._figures.get(key)
        if known is None:
            known = self._figures[key] = _read(text, published, european)
        return known

    def _figures_before(self, sentence: SourceSentence, published: datetime | None) -> tuple[Figure, ...]:
        """Return the figures of the sentence before, from which "a day later" counts and a bare count has its noun."""
        earlier = self._numeric.get((sentence.article, sentence.place - 1))
        if earlier is None:
            return ()
        return self._figures_of(earlier.text, published, self._styles[sentence.article])

    def _before(self, sentence: SourceSentence) -> frozenset[str]:
        """Return the words just before a sentence and those of the title: what its pronouns may stand for."""
        article = self.articles[sentence.article]
        return context_words(article.text[max(0, sentence.start - 200) : sentence.start]) | context_words(
            article.title
        )

    def citation(self, place: Spot) -> Citation:
        """Return the pointer to the sentence a figure stands in; a title is cited by its article's start."""
        article = self.articles[place.article]
        sentence = self._numeric.get((place.article, place.sentence))
        if sentence is None:
            return Citation(article.id, 0, 0, "")
        return Citation(article.id, sentence.start, sentence.end, sentence.text)

    def cite(self, number: int, start: int, end: int) -> Citation:
        """Return the pointer to the sentence around ``start`` of the text of article ``number``."""
        article = self.articles[number]
        if start >= len(article.text):
            return Citation(article.id, 0, 0, article.title or article.publisher)
        index = bisect_right(self._starts[number], start) - 1
        if index >= 0 and start < self._ends[number][index]:
            start, end = self._starts[number][index], self._ends[number][index]
        return Citation(article.id, start, end, article.text[start:end])


def _read(text: str, published: datetime | None, european: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence, bound; ``european`` shows how its article writes numbers."""
    if not european:
        return bind(text, with_rests(text, parse(text, published=published)))
    lead = len(european) + 1
    read = parse(f"{european}\n{text}", published=published)
    own = [replace(f, start=f.start - lead, end=f.end - lead) for f in read if f.start >= lead]
    return bind(text, with_rests(text, own))


@lru_cache(maxsize=65536)
def _is_numberish(word: str) -> bool:
    """Return whether a figure may be written with the word."""
    return _NUMBERISH.fullmatch(word) is not None


@lru_cache(maxsize=1024)
def context_words(text: str) -> frozenset[str]:
    """Return the concepts of the words of ``text``."""
    words: set[str] = set()
    for word in WORDS.findall(text.lower()):
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
    top = article.text[:_DATELINE_REACH]
    found = _DATELINE.search(top)
    stamps = (found.group(1) if found is not None else "", _date_line(top))
    for figure in (f for stamp in stamps for f in parse(stamp.replace(" / ", "/"))):
        if figure.kind is Kind.DATE and figure.when is not None and figure.when == figure.until:
            return replace(article, published=datetime.combine(figure.when, time(12), tzinfo=UTC))
    return article


def _date_line(top: str) -> str:
    """Return the first line that is a date with its year and little else: the stamp of a page."""
    lines = (line.strip() for line in top.split("\n")[:_TOP_LINES])
    return next((line for line in lines if len(line) <= _STAMP_LENGTH and _DATED_LINE.search(line)), "")
