"""The sentences of a story sorted into those that may be quoted and those that may not, each with its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from briefing.data import Article, Dropped, Kind, Ledger, Sentence, Statement, Story
from briefing.plan.fit import is_furniture, unfit
from briefing.plan.leaning import leans_back
from briefing.plan.order import is_history, written_on
from briefing.plan.strangers import strangers
from briefing.plan.toll import outgrown, replaced
from briefing.plan.verbatim import printed
from briefing.plan.weights import Passage, stems_of, terms_of
from briefing.settings import PlanSettings

Found = TypeVar("Found")

_TIMES = frozenset((Kind.DATE, Kind.TIME, Kind.DURATION, Kind.AGE))  # these may be said again
_TELLING = 20  # from here on two figures of one value in one story are nearly always one figure


@dataclass(slots=True)
class Pool:
    """``sentences`` and ``passages`` go together: what may be quoted, in the order of the articles.

    ``heard`` are passages that may not be quoted and yet tell what the story is about. ``several_days`` is
    whether the articles were written on more than one day, or one on a day unknown: "today" is then not one day.
    """

    sentences: list[Sentence] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    heard: list[Passage] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    several_days: bool = False


def gather(
    story: Story,
    sentences: Mapping[str, tuple[Sentence, ...]],
    ledger: Ledger | None,
    settings: PlanSettings,
) -> Pool:
    """Return the pool of a story's articles. ``ledger`` tells which sentences state figures that were replaced."""
    articles = story.articles
    dates = [written_on(article) for article in articles]
    ages = _ages(articles, dates, settings)
    stale = stale_spans(ledger, settings)
    added = _places(outgrown(ledger, settings.dispute_hours) if ledger else ())
    stated = figure_spans(ledger)
    told = [[s.text for s in sentences.get(article.id, ())] for article in articles]
    strange = strangers(told, settings.known_name_share)
    pool = Pool(several_days=None in dates or len({date.date() for date in dates if date is not None}) > 1)
    for number, article in enumerate(articles):
        source = story.publisher_of(article)
        own = sentences.get(article.id, ())
        is_page = _is_page(own, settings)
        gone = _by_sentence(own, ((start, start) for start in stale.get(article.id, ())))
        more = _by_sentence(own, ((start, start) for start in added.get(article.id, ())))
        said = _by_sentence(own, stated.get(article.id, ()))
        place = 0
        for at, sentence in enumerate(own):
            text = printed(sentence.text)
            stems = stems_of(text)
            passage = Passage(number, source, place, text, stems, terms_of(stems), age_days=ages[number])
            passage.stale = sentence.index in gone
            passage.strange = at in strange[number]
            told_of = said.get(sentence.index, ())
            passage.figures = frozenset(key for _, key in told_of)
            passage.values = frozenset((line, *key[1:]) for line, key in told_of)
            reason = "its article is mostly parts of a page" if is_page else unfit(text)
            if not reason and sentence.index in more:
                reason = "adds to a toll that a later report replaced"
            if not reason:
                pool.sentences.append(sentence)
                pool.passages.append(passage)
                place += 1
                continue
            pool.dropped.append(Dropped("plan", article.id, reason, sentence.text))
            if not is_page and not is_furniture(text):
                pool.heard.append(passage)
    return pool


def _by_sentence(sentences: Sequence[Sentence], found: Iterable[tuple[int, Found]]) -> dict[int, list[Found]]:
    """Return what was ``found`` at a place of the article by the index of the sentence that it stands in."""
    starts = [sentence.start for sentence in sentences]
    inside: dict[int, list[Found]] = {}
    for start, one in found:
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < sentences[at].end:
            inside.setdefault(sentences[at].index, []).append(one)
    return inside


def back_to_its_antecedent(index: int, pool: Pool, settings: PlanSettings) -> tuple[int, ...] | None:
    """Return ``index`` with the sentences before it that it leans on, in order, or ``None`` if one is missing."""
    parts = [index]
    while leans_back(pool.passages[parts[0]].text):
        before = parts[0] - 1
        if len(parts) == settings.max_leaning or before < 0:
            return None
        later, earlier = pool.sentences[parts[0]], pool.sentences[before]
        if later.article_id != earlier.article_id or later.index != earlier.index + 1:
            return None
        parts.insert(0, before)
    return tuple(parts)


def stale_spans(ledger: Ledger | None, settings: PlanSettings) -> dict[str, list[int]]:
    """Return for each article where its figures stand that a later report has replaced.

    An article that states the value that stands gives the old one as such: "down from 310,000 on Sunday".
    """
    if ledger is None:
        return {}
    gone = set(replaced(ledger, settings.dispute_hours))
    for line in ledger.lines:
        if line.agreement == "superseded":
            up_to_date = {statement.citation.article_id for statement in line.current}
            gone |= {s for s in line.statements if s.citation.article_id not in up_to_date}
    return _places(gone)


def _places(statements: Iterable[Statement]) -> dict[str, list[int]]:
    """Return for each article where these stand."""
    found: dict[str, list[int]] = {}
    for citation in (statement.citation for statement in statements):
        found.setdefault(citation.article_id, []).append(citation.start)
    return found


def figure_spans(ledger: Ledger | None) -> dict[str, list[tuple[int, tuple[int, tuple[int, str, str]]]]]:
    """Return for each article where its figures stand, in which line of the ledger, and what each says of what.

    A figure that two things hardly share ("$481,500") says the same in every line: what it is of is -1.
    """
    found: dict[str, list[tuple[int, tuple[int, tuple[int, str, str]]]]] = {}
    for number, line in enumerate(ledger.lines if ledger else ()):
        for statement in line.statements:
            figure, place = statement.figure, statement.citation
            if figure.kind not in _TIMES and figure.low is not None:
                telling = figure.kind is Kind.MONEY or figure.low >= _TELLING
                said = (-1 if telling else number, str(figure.low), str(figure.high))
                found.setdefault(place.article_id, []).append((place.start, (number, said)))
    return found


def _ages(
    articles: Sequence[Article], dates: Sequence[datetime | None], settings: PlanSettings
) -> list[float]:
    """Return how many days older than the newest article each is; all are 0 in a history, or without dates."""
    known = [date for date in dates if date is not None]
    if not known or is_history(articles, settings):
        return [0.0] * len(dates)
    newest = max(known)
    return [(newest - date).total_seconds() / 86_400 if date is not None else 0.0 for date in dates]


def _is_page(sentences: Sequence[Sentence], settings: PlanSettings) -> bool:
    """Return whether most words of an article are furniture: a notice that came in place of it."""
    words = [(len(sentence.text.split()), is_furniture(printed(sentence.text))) for sentence in sentences]
    furniture = sum(count for count, found in words if found)
    return furniture > settings.max_furniture_share * sum(count for count, _ in words)
