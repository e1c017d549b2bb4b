"""What a brief rests on, as it is shown: its sources with the words cited of them, and the ways that lead there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from briefing.data import Article, Brief, Checked, Citation
from briefing.render import words


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence. ``anchor`` is the quote that bears out the figure it is; empty for plain words."""

    text: str
    anchor: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark: the source's number, and the quote it points to."""

    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a brief."""

    text: str
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source that a sentence rests on."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article of a brief's source list. ``copies`` are the publishers that carry the same text."""

    number: int
    anchor: str
    publisher: str
    title: str
    when: str
    iso: str
    url: str
    copies: tuple[str, ...]
    quotes: tuple[Quote, ...]


def sources_of(brief: Brief) -> tuple[Article, ...]:
    """Return the brief's sources in their order, and after them any cited article of the story not among them."""
    copies = {copy.article.id: copy for copy in brief.story.copies}
    known = {article.id: article for article in brief.sources}
    of_story = {article.id: article for article in brief.story.articles}
    for citation in brief.citations:
        found = citation.article_id
        if found not in known and found in copies:
            original = copies[found].original_id
            if original not in known:
                known[found] = copies[found].article
        elif found not in known and found in of_story:
            known[found] = of_story[found]
    return tuple(known.values())


def quotes_of(brief: Brief, numbers: dict[str, int], anchor: str) -> dict[Citation, str]:
    """Return an anchor for every cited passage: ``story-1-source-2-quote-1``, in the order of first use.

    A figure's citation that lies inside a cited sentence shares that sentence's anchor.
    """
    anchors: dict[Citation, str] = {}
    used: Counter[int] = Counter()
    wanted = [c for s in brief.sentences for c in s.citations]
    wanted += [c for s in brief.sentences for f in s.figures for c in f.citations]
    wanted += brief.headline_citations
    for citation in wanted:
        number = numbers.get(citation.article_id, 0)
        if citation in anchors or not number:
            continue
        around = next(
            (
                known
                for known in anchors
                if known.article_id == citation.article_id
                and known.start <= citation.start
                and citation.end <= known.end
            ),
            None,
        )
        if around is None:
            used[number] += 1
            anchors[citation] = f"{anchor}-source-{number}-quote-{used[number]}"
        else:
            anchors[citation] = anchors[around]
    return anchors


def told_as(
    text: str,
    citations: tuple[Citation, ...],
    figures: tuple[Checked, ...],
    quotes: dict[Citation, str],
    numbers: dict[str, int],
) -> Told:
    """Return a sentence with its figures and citations led to the quotes that bear them out."""
    marks: dict[int, str] = {}
    for citation in citations:
        if citation in quotes:
            marks.setdefault(numbers[citation.article_id], quotes[citation])
    fallback = next(iter(marks.values()), "")
    pieces: list[Piece] = []
    at = 0
    for figure in sorted(figures, key=lambda f: (f.start, f.end)):
        start = _place(text, figure, at)
        if start < 0:
            continue
        anchor = next((quotes[c] for c in figure.citations if c in quotes), fallback)
        end = start + len(figure.text)
        if start > at:
            pieces.append(Piece(words.visible(text[at:start])))
        pieces.append(Piece(words.visible(text[start:end]), anchor, words.clean(figure.reason)))
        at = end
    if at < len(text):
        pieces.append(Piece(words.visible(text[at:])))
    ordered = tuple(Mark(number, marks[number]) for number in sorted(marks))
    return Told(words.clean(text), tuple(pieces), ordered)


def _place(text: str, figure: Checked, at: int) -> int:
    """Where the figure stands in ``text`` from ``at`` on; its offsets may be those of a longer text."""
    if figure.start >= at and text[figure.start : figure.end] == figure.text:
        return figure.start
    return text.find(figure.text, at) if figure.text else -1


def source_of(
    article: Article, number: int, anchor: str, brief: Brief, quotes: dict[Citation, str], now: datetime
) -> Source:
    """Return an article of the source list, with what is cited of it and who else carries it."""
    copies = (copy.article.publisher for copy in brief.story.copies if copy.original_id == article.id)
    others = (publisher for publisher in copies if publisher != article.publisher)  # it may print it twice
    mine: dict[str, Quote] = {}
    for citation, name in quotes.items():
        if name.startswith(f"{anchor}-source-{number}-quote-"):
            mine.setdefault(name, Quote(name, words.clean(citation.text)))
    return Source(
        number=number,
        anchor=f"{anchor}-source-{number}",
        publisher=words.clean(article.publisher),
        title=words.clean(article.title),
        when=words.stamp(article.published, now.tzinfo) if article.published else "",
        iso=article.published.isoformat() if article.published else "",
        url=words.safe_url(article.url),
        copies=tuple(dict.fromkeys(map(words.clean, others))),
        quotes=tuple(mine.values()),
    )
