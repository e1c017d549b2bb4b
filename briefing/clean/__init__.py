"""Articles as they were read → their own sentences only; whatever goes is recorded with its words.

``clean`` never removes a sentence for what it says, only for what it is: a repetition, a notice of the site, a
credit, a list of links. What it can't tell for certain stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from briefing.clean.boilerplate import STAMP, mark_boilerplate
from briefing.clean.damage import mend
from briefing.clean.masthead import set_apart_masthead
from briefing.clean.notices import NOTICE, is_notice, is_rest_of_notice
from briefing.clean.opening import set_apart_opening
from briefing.clean.players import mark_players, set_apart_buttons
from briefing.clean.repeats import mark_repeats
from briefing.clean.templates import by_publisher, mark_templates
from briefing.clean.units import Layout, lay_out, words_of
from briefing.data import Article, Dropped
from briefing.dates import read_date
from briefing.language import detect
from briefing.processes import mapped
from briefing.settings import CleanSettings

_STAMP_LABEL = re.compile(
    r"^(?:.*[|•·]\s?)?(?:story\s)?(?:(?:first|last|originally)\s)?(?:published|posted|updated|modified|created|uploaded|issued|date)(?:\s(?:on|at))?\s?:?\s+",
    re.IGNORECASE,
)

_LaidOut = tuple[Layout, tuple[str, ...], str, str]
_MIN_FOR_PROCESSES = 2_000  # articles; fewer are done before the processes are up

__all__ = ["CleanResult", "clean"]


@dataclass(frozen=True, slots=True)
class CleanResult:
    """The articles that have words of their own, in order, and everything taken away from them."""

    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...] = ()


def clean(
    articles: Sequence[Article],
    *,
    settings: CleanSettings = CleanSettings(),  # noqa: B008 (frozen)
    workers: int = 0,
) -> CleanResult:
    """Return ``articles`` without boilerplate, repetitions and damage, each with its language.

    ``dropped`` holds a record for each passage removed (``what`` is the article's id, ``text`` the words), for
    damage mended (no text), and for an article of which nothing is left or that is only a notice of the site. Large
    numbers of articles are laid out in as many processes as there are ``workers`` (0: as many as pay); the result
    is the same.
    """
    laid_out = mapped(
        lambda article: _laid_out(article, settings), articles, least=_MIN_FOR_PROCESSES, workers=workers
    )
    for places in by_publisher([article.publisher for article in articles]):
        mark_templates(
            [laid_out[at][0] for at in places],
            settings.min_template_articles,
            settings.min_template_share,
            settings.family_share,
        )
    kept: list[Article] = []
    dropped: list[Dropped] = []
    for article, (layout, mended, language, found) in zip(articles, laid_out, strict=True):
        dropped.extend(Dropped("clean", article.id, f"mended: {what}") for what in mended)
        dropped.extend(_removed(article, layout))
        text = layout.text
        if is_notice(text) or is_rest_of_notice(text, article.text):
            dropped.append(Dropped("clean", article.id, NOTICE, text))
        elif any(char.isalnum() for char in text):
            title = mend(article.title)[0] if article.title else found
            published = article.published or _stamped(layout)
            kept.append(
                replace(
                    article,
                    text=text,
                    title=title,
                    language=language or article.language,
                    published=published,
                )
            )
        else:
            dropped.append(Dropped("clean", article.id, "nothing of its own in it"))
    return CleanResult(tuple(kept), tuple(dropped))


def _laid_out(article: Article, settings: CleanSettings) -> _LaidOut:
    """Return an article's units with everything marked that it shows by itself, what was mended, language, title."""
    text, mended = mend(article.text)
    layout = lay_out(set_apart_buttons(text))
    mark_players(layout)
    _mark_title(layout, article.title)
    mark_repeats(layout, settings.min_repeat_words)
    mark_boilerplate(layout)
    masthead = set_apart_masthead(layout)
    opening = set_apart_opening(layout)
    layout.let_words_go()
    return layout, mended, detect(layout.text), masthead or opening


def _removed(article: Article, layout: Layout) -> Iterator[Dropped]:
    for unit in layout.units:
        if unit.removed and any(char.isalnum() for char in unit.text):
            yield Dropped("clean", article.id, unit.removed, unit.text)


def _stamped(layout: Layout) -> datetime | None:
    """Return the day that a time stamp among the removed lines names: better than none."""
    for unit in layout.units:
        if unit.removed == STAMP or (unit.removed and _STAMP_LABEL.match(unit.text)):
            moment = read_date(_STAMP_LABEL.sub("", unit.text))
            if moment:
                return moment
    return None


def _mark_title(layout: Layout, title: str) -> None:
    """Mark a first line that only says the title again."""
    if title and layout.units and layout.units[0].alone and len(layout.units) > 1:
        first = layout.units[0]
        if not first.ended and first.words == words_of(title):
            first.removed = "the title again"
